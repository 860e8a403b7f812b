//! The phrases of one language, read once from the catalogs in the binary. A phrase that is missing, or that lacks
//! something to fill it, is told as such; there is no other language to fall back on.

use crate::tongue::language::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

/// The catalogs of all languages.
static ALL: LazyLock<BTreeMap<Language, Catalog>> = LazyLock::new(|| {
    let languages = Language::ALL.iter();
    languages
        .map(|language| (*language, Catalog::read(*language)))
        .collect()
});

/// The phrases of one language, or why there are none.
pub(crate) struct Catalog(Result<FluentBundle<FluentResource>, String>);

/// Returns the phrases of a language.
pub(crate) fn of(language: Language) -> Option<&'static Catalog> {
    ALL.get(&language)
}

impl Catalog {
    fn read(language: Language) -> Self {
        let tag = language.key().parse().map_err(|error| format!("{error:?}"));
        Self(tag.and_then(|tag| {
            let mut bundle = FluentBundle::new_concurrent(vec![tag]);
            // The marks would set apart each filled-in text by direction; all languages here run one way.
            bundle.set_use_isolating(false);
            for (name, text) in language.catalogs().iter().chain(language.own_catalogs()) {
                add(&mut bundle, text).map_err(|error| format!("{}/{name}.ftl: {error}", language.key()))?;
            }
            Ok(bundle)
        }))
    }

    /// Returns a phrase with its blanks filled, or why there is none.
    pub(crate) fn phrase(&self, id: &str, blanks: &[(&str, FluentValue<'_>)]) -> Result<String, String> {
        let bundle = self.0.as_ref().map_err(Clone::clone)?;
        let message = bundle.get_message(id).and_then(|message| message.value());
        let pattern = message.ok_or_else(|| format!("no phrase is called `{id}`"))?;
        let mut filled = FluentArgs::with_capacity(blanks.len());
        for (name, value) in blanks {
            filled.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        let phrase = bundle.format_pattern(pattern, Some(&filled), &mut errors);
        match errors.first() {
            None => Ok(phrase.into_owned()),
            Some(error) => Err(format!("phrase `{id}`: {error}")),
        }
    }
}

fn add(bundle: &mut FluentBundle<FluentResource>, text: &str) -> Result<(), String> {
    let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| first(&errors))?;
    bundle.add_resource(resource).map_err(|errors| first(&errors))
}

fn first(errors: &[impl fmt::Display]) -> String {
    errors.first().map(ToString::to_string).unwrap_or_default()
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Ok(_) => f.write_str("Catalog"),
            Err(why) => write!(f, "Catalog({why})"),
        }
    }
}
