//! One file while it is looked through, and what was found in it. Everything that is told of a file passes here.

use crate::discover::packages::of_package;
use crate::discover::tables::assistants::Assistant;
use crate::discover::tables::services::Service;
use crate::discover::thing::{Certainty, Find, Kind, Registry, Sighting, Thing};

/// Folders whose content is not used by what the rest of a repository makes.
const ASIDE: &[&str] = &[
    "__mocks__",
    "__tests__",
    "bench",
    "benches",
    "cypress",
    "demo",
    "demos",
    "doc",
    "docs",
    "e2e",
    "example",
    "examples",
    "fixture",
    "fixtures",
    "mocks",
    "sample",
    "samples",
    "spec",
    "specs",
    "test",
    "testdata",
    "tests",
];

/// A text, and what was found in it.
#[derive(Debug)]
pub(crate) struct Page<'p> {
    pub(crate) path: &'p str,
    pub(crate) text: &'p str,
    is_aside: bool,
    finds: Vec<Find>,
}

impl<'p> Page<'p> {
    pub(crate) fn new(path: &'p str, text: &'p str) -> Self {
        let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
        let mut folders = folders.split('/');
        Self {
            path,
            text,
            is_aside: folders.any(|folder| ASIDE.contains(&folder.to_ascii_lowercase().as_str())),
            finds: Vec::new(),
        }
    }

    /// Returns the finds, each once, in the order of lines.
    pub(crate) fn finds(mut self) -> Vec<Find> {
        self.finds.sort();
        self.finds.dedup();
        self.finds
    }

    /// Adds a find; in a folder of tests or examples no place makes surer than a mention.
    pub(crate) fn add(&mut self, thing: Thing, line: Option<usize>, certainty: Certainty, says: String) {
        let certainty = match self.is_aside {
            true => Certainty::Mentioned,
            false => certainty,
        };
        self.finds.push(Find {
            thing,
            sighting: Sighting {
                path: self.path.to_owned(),
                line,
                certainty,
                says,
            },
        });
    }

    /// Adds a package that a manifest asks for.
    pub(crate) fn dependency(&mut self, registry: Registry, name: &str, line: usize) {
        self.package(registry, name, line, Certainty::Declared, "dependency");
    }

    /// Adds a package that a manifest asks for in development only.
    pub(crate) fn dev_dependency(&mut self, registry: Registry, name: &str, line: usize) {
        self.package(
            registry,
            name,
            line,
            Certainty::Declared,
            "development dependency",
        );
    }

    /// Adds a package that a lock file lists.
    pub(crate) fn locked(&mut self, registry: Registry, name: &str, line: usize) {
        self.package(registry, name, line, Certainty::BroughtIn, LOCKED);
    }

    pub(crate) fn package(
        &mut self,
        registry: Registry,
        name: &str,
        line: usize,
        certainty: Certainty,
        what: &str,
    ) {
        if let Some((thing, spelled)) = of_package(registry, name) {
            let says = format!("{what} `{spelled}` ({})", registry.words());
            self.add(thing, Some(line), certainty, says);
        }
    }

    pub(crate) fn assistant(&mut self, assistant: &Assistant, line: Option<usize>, says: String) {
        let thing = Thing {
            kind: Kind::Assistant,
            name: assistant.name.to_owned(),
            provider: assistant.provider,
        };
        self.add(thing, line, Certainty::Declared, says);
    }

    pub(crate) fn service(&mut self, service: &Service, line: usize, says: String) {
        let thing = Thing {
            kind: service.kind,
            name: service.name.to_owned(),
            provider: service.provider(),
        };
        self.add(thing, Some(line), Certainty::Configured, says);
    }
}

/// With this word a find begins that a lock file gives.
pub(crate) const LOCKED: &str = "locked package";

/// Returns the lines of a text with their numbers.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(at, line)| (at + 1, line))
}
