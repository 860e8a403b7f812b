//! Which record a part of somebody else's bill of materials is. Models and data sets meet by package URL, then by name and
//! version; services by address, then by name. What merely resembles is said to resemble. Decides nothing about what is
//! missing.

use crate::inventory::dataset::Dataset;
use crate::inventory::field::Field;
use crate::inventory::id::Id;
use crate::inventory::model::Model;
use crate::inventory::record::Record;
use crate::inventory::system::{Integration, System};
use crate::link::{Inventory, Shelf};
use crate::sbom::ForeignPart;
use crate::yaml::decode::nearest;

/// What the records know of a part; `R` refers to what they declare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met<R> {
    /// It is this one.
    Same(R),
    /// It is this one in another version.
    OtherVersion(R),
    /// Its name resembles that of this one; whether it is the same is not known.
    Resembles(R),
    /// No record comes close.
    Nobody,
}

impl<R> Met<R> {
    /// Returns what is declared, in whichever version.
    pub const fn declared(&self) -> Option<&R> {
        match self {
            Self::Same(it) | Self::OtherVersion(it) => Some(it),
            Self::Resembles(_) | Self::Nobody => None,
        }
    }

    /// Returns what it only resembles.
    pub const fn near(&self) -> Option<&R> {
        match self {
            Self::Resembles(it) => Some(it),
            Self::Same(_) | Self::OtherVersion(_) | Self::Nobody => None,
        }
    }

    /// Says the same of something else that stands for what is declared.
    pub fn map<S>(self, of: impl FnOnce(R) -> S) -> Met<S> {
        match self {
            Self::Same(it) => Met::Same(of(it)),
            Self::OtherVersion(it) => Met::OtherVersion(of(it)),
            Self::Resembles(it) => Met::Resembles(of(it)),
            Self::Nobody => Met::Nobody,
        }
    }
}

/// A record that others can list as a part.
pub(crate) trait Declared {
    fn id(&self) -> &Id;
    fn title(&self) -> &str;
    fn version(&self) -> &Field<String>;
    fn licence(&self) -> &Field<String>;
    fn uri(&self) -> &Field<String>;
}

impl Declared for Record<Model> {
    fn id(&self) -> &Id {
        &self.id.value
    }
    fn title(&self) -> &str {
        self.title()
    }
    fn version(&self) -> &Field<String> {
        &self.version_or_snapshot
    }
    fn licence(&self) -> &Field<String> {
        &self.licence
    }
    fn uri(&self) -> &Field<String> {
        &self.uri
    }
}

impl Declared for Record<Dataset> {
    fn id(&self) -> &Id {
        &self.id.value
    }
    fn title(&self) -> &str {
        self.title()
    }
    fn version(&self) -> &Field<String> {
        &self.version
    }
    fn licence(&self) -> &Field<String> {
        &self.licence
    }
    fn uri(&self) -> &Field<String> {
        &self.uri
    }
}

impl Inventory {
    /// Returns what the records know of a model in a bill of materials.
    pub fn meet(&self, part: &ForeignPart) -> Met<&Record<Model>> {
        met(&self.models, part)
    }

    /// Returns what the records know of a data set in a bill of materials.
    pub fn meet_dataset(&self, part: &ForeignPart) -> Met<&Record<Dataset>> {
        met(&self.datasets, part)
    }

    /// Returns the tool or connection of a system that a service in a bill of materials is.
    pub fn meet_integration<'i>(&self, system: &'i System, part: &ForeignPart) -> Met<&'i Integration> {
        let all = || system.integrations.items().iter().map(|item| &item.value);
        let name = |it: &Integration| it.name.stated().map(|name| plain(name)).unwrap_or_default();
        let theirs = plain(&part.name);
        let by_address = all().find(|it| is_called_at(it.endpoint.stated(), part));
        let by_name = || all().find(|it| !theirs.is_empty() && name(it) == theirs);
        let near = || all().find(|it| resembles(&theirs, &[name(it)]));
        match by_address.or_else(by_name) {
            Some(it) => Met::Same(it),
            None => near().map_or(Met::Nobody, Met::Resembles),
        }
    }

    /// Returns the hosted model of a system that a service in a bill of materials is.
    pub fn meet_hosted<'i>(&'i self, system: &'i System, part: &ForeignPart) -> Option<&'i Record<Model>> {
        let endpoint = |model: &'i Record<Model>| model.authenticity.stated()?.endpoint.stated();
        let is_it = |model: &&Record<Model>| same_name(*model, part);
        let mut models = self.models_of(system);
        let by_address = self
            .models_of(system)
            .find(|model| is_called_at(endpoint(model), part));
        by_address.or_else(|| models.find(is_it))
    }
}

fn met<'i, T>(shelf: &'i Shelf<T>, part: &ForeignPart) -> Met<&'i Record<T>>
where
    Record<T>: Declared,
{
    let by_purl = shelf.values().filter(|it| same_purl(*it, part));
    let by_name = shelf.values().filter(|it| same_name(*it, part));
    let named: Vec<&Record<T>> = by_purl.chain(by_name).collect();
    let same = named.iter().find(|it| !is_other_version(**it, part));
    match (same, named.first()) {
        (Some(it), _) => Met::Same(it),
        (None, Some(it)) => Met::OtherVersion(it),
        (None, None) => resembling(shelf, part).map_or(Met::Nobody, Met::Resembles),
    }
}

fn resembling<'i, T>(shelf: &'i Shelf<T>, part: &ForeignPart) -> Option<&'i Record<T>>
where
    Record<T>: Declared,
{
    let name = plain(&part.name);
    let names = |it: &Record<T>| [plain(Declared::title(it)), plain(it.id().as_str())];
    let contains = |it: &&Record<T>| names(it).iter().any(|known| is_within_either(&name, known));
    let is_near = |it: &&Record<T>| nearest(&name, names(it).iter().map(String::as_str)).is_some();
    let mut all = shelf.values();
    all.clone().find(contains).or_else(|| all.find(is_near))
}

fn resembles(name: &str, known: &[String]) -> bool {
    known.iter().any(|known| is_within_either(name, known))
        || nearest(name, known.iter().map(String::as_str)).is_some()
}

fn is_within_either(one: &str, other: &str) -> bool {
    const SHORTEST: usize = 4;
    let is_within = |one: &str, other: &str| one.len() >= SHORTEST && other.contains(one);
    is_within(one, other) || is_within(other, one)
}

/// A service is called at an address, whatever slash it ends with.
fn is_called_at(address: Option<&String>, part: &ForeignPart) -> bool {
    let bare = |text: &str| text.trim().trim_end_matches('/').to_lowercase();
    address.is_some_and(|ours| part.endpoints.iter().any(|theirs| bare(theirs) == bare(ours)))
}

/// The hub's package URL names owner and model or data set, as the page of the hub does.
fn same_purl(record: &impl Declared, part: &ForeignPart) -> bool {
    const HUB: &str = "https://huggingface.co/";
    let page = record.uri().stated().and_then(|uri| uri.strip_prefix(HUB));
    let purl = part
        .purl
        .as_deref()
        .and_then(|purl| purl.strip_prefix("pkg:huggingface/"));
    let theirs = purl.and_then(|purl| purl.split(['@', '?', '#']).next());
    match (page, theirs) {
        (Some(page), Some(theirs)) => page.trim_end_matches('/').eq_ignore_ascii_case(theirs),
        (Some(_) | None, _) => false,
    }
}

fn same_name(record: &impl Declared, part: &ForeignPart) -> bool {
    let mut ours = vec![plain(record.title()), plain(record.id().as_str())];
    // Interfaces call a hosted model by its snapshot, so a bill of materials can too; a bare number is no name.
    let snapshot = record.version().stated().map(|version| plain(version));
    ours.extend(snapshot.filter(|name| has_letters(name)));
    let theirs = [plain(&part.name), plain(&part.full_name()), plain(&part.title())];
    theirs.iter().any(|name| !name.is_empty() && ours.contains(name))
}

fn has_letters(name: &str) -> bool {
    name.chars().filter(|it| it.is_alphabetic()).count() > 1
}

/// Returns whether both sides state a version and the versions differ.
pub(crate) fn is_other_version(record: &impl Declared, part: &ForeignPart) -> bool {
    let (Some(ours), Some(theirs)) = (record.version().stated(), &part.version) else {
        return false;
    };
    // A snapshot may carry the name in front: `lantern-2026-02` is version `2026-02` of `lantern`.
    let named = [plain(theirs), plain(&part.title())];
    // An alias names no version, which is a gap of its own.
    plain(ours) != "latest" && !named.contains(&plain(ours))
}

/// Returns a name without case, blanks and signs, in which spellings differ.
fn plain(name: &str) -> String {
    name.chars()
        .filter(|it| it.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
