//! Ruby: `Gemfile`, `*.gemspec` and `Gemfile.lock`. The first two are programs: read are lines that name one gem.

use crate::discover::page::{Page, lines};
use crate::discover::syntax::comments::Comments;
use crate::discover::thing::Registry::RubyGems;

const DECLARING: &[&str] = &[
    "gem",
    ".add_dependency",
    ".add_runtime_dependency",
    ".add_development_dependency",
];

/// Reads `Gemfile` and `*.gemspec`.
pub(crate) fn manifest(page: &mut Page) {
    for (at, raw) in lines(page.text) {
        let line = Comments::Hash.cut(raw).trim();
        let (call, rest) = line.split_at(line.find([' ', '(']).unwrap_or(line.len()));
        let is_declaring = DECLARING
            .iter()
            .any(|known| call == *known || (known.starts_with('.') && call.ends_with(known)));
        let name = rest.split(['"', '\'']).nth(1).filter(|_| is_declaring);
        match name {
            Some(name) if call.ends_with("development_dependency") => page.dev_dependency(RubyGems, name, at),
            Some(name) => page.dependency(RubyGems, name, at),
            None => {}
        }
    }
}

/// Reads `Gemfile.lock`: four blanks stand before a gem, six before what it needs.
pub(crate) fn lock(page: &mut Page) {
    for (at, line) in lines(page.text) {
        if let Some(gem) = line.strip_prefix("    ").filter(|gem| !gem.starts_with(' ')) {
            page.locked(RubyGems, gem.split(' ').next().unwrap_or_default(), at);
        }
    }
}
