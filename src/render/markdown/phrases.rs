//! How templates say fixed phrases: `t` prints one, `head` the head of a table. Both take ids of the catalog; the words
//! are escaped like every other text. A phrase that the language does not have is a failure of the template.

use crate::render::markdown::escape;
use crate::tongue::words::{Blank, Words};
use tera::{Error, Function, Kwargs, State, TeraResult};

/// `{{ t(id="scope-audience") }}`: a phrase; what else is passed fills its blanks.
pub(crate) struct Phrase(pub(crate) Words);

impl Function<TeraResult<String>> for Phrase {
    fn call(&self, arguments: Kwargs, _: &State) -> TeraResult<String> {
        let id: &str = arguments.must_get("id")?;
        let mut blanks: Vec<(&str, Blank<'_>)> = Vec::new();
        for (name, value) in arguments.iter() {
            match (name.as_str(), value.as_str(), value.as_i64()) {
                (Some("id"), _, _) => {}
                (Some(name), Some(text), _) => blanks.push((name, text.into())),
                (Some(name), None, Some(n)) => blanks.push((name, n.into())),
                (name, _, _) => {
                    let name = name.unwrap_or("an argument");
                    let why = format!("`{name}` of phrase `{id}` is neither a text nor a whole number");
                    return Err(Error::message(why));
                }
            }
        }
        self.0.try_say(id, &blanks).map_err(Error::message)
    }
}

/// `{{ head(of=["system", "vendor"]) }}`: the head of a table, from phrases whose ids begin with `head-`. A text as
/// `last` takes the place of the last of them.
pub(crate) struct Head(pub(crate) Words);

impl Function<TeraResult<String>> for Head {
    fn call(&self, arguments: Kwargs, _: &State) -> TeraResult<String> {
        let ids: Vec<&str> = arguments.must_get("of")?;
        let last: Option<&str> = arguments.get("last")?;
        let say = |id: &&str| self.0.try_say(&format!("head-{id}"), &[]).map_err(Error::message);
        let mut cells: Vec<String> = ids.iter().map(say).collect::<TeraResult<_>>()?;
        if let (Some(cell), Some(text)) = (cells.last_mut(), last.filter(|text| !text.is_empty())) {
            text.clone_into(cell);
        }
        let cells: Vec<String> = cells.iter().map(|cell| escape::inline(cell)).collect();
        Ok(format!(
            "| {} |\n|{}",
            cells.join(" | "),
            "---|".repeat(cells.len())
        ))
    }

    fn is_safe(&self) -> bool {
        true
    }
}
