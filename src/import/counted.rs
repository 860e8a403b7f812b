//! What an import has counted: plain numbers under the keys of an audit summary, and what each file gave.

use crate::calendar::Date;
use crate::import::names::{WITHHELD, product};
use crate::inventory::audit::SourceType;
use crate::inventory::money::Amount;
use std::collections::BTreeMap;

/// The counts of one month from one kind of source. What was not counted is absent, never zero.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Counted {
    /// What each file gave, in the order of the files.
    pub sources: Vec<Read>,
    /// How long logs are kept as measured.
    pub effective_retention: Vec<Kept>,
    /// How much was used, by the keys of `volumes`.
    pub volumes: Vec<(&'static str, u64)>,
    /// What use cost.
    pub costs: Option<Cost>,
    /// Models that the files name.
    pub models: Vec<Sighting>,
    /// AI tools and agents that the files name.
    pub tools: Vec<Sighting>,
    /// MCP servers that the files name.
    pub mcp_servers: Vec<Sighting>,
    /// Administrative and other activities by the type that the source gives them.
    pub activities: Vec<Sighting>,
    /// Violations of policy: which kind, how many.
    pub violations: Vec<(&'static str, u64)>,
    /// The branch into which changes are merged.
    pub base_branch: Option<String>,
    /// Review counts, by the keys of `metrics`.
    pub metrics: Vec<(&'static str, Number)>,
    /// What the files cannot show, one sentence each.
    pub blind_spots: Vec<String>,
}

impl Counted {
    /// Takes names that are withheld out of the lists of names: what has no name cannot be looked for in an inventory.
    pub(crate) fn tell_withheld(&mut self) {
        let lists = [
            (&mut self.models, "models"),
            (&mut self.tools, "tools"),
            (&mut self.mcp_servers, "MCP servers"),
        ];
        for (list, what) in lists {
            let (withheld, named): (Vec<Sighting>, Vec<Sighting>) = std::mem::take(list)
                .into_iter()
                .partition(|sighting| sighting.name == WITHHELD);
            *list = named;
            if withheld.is_empty() {
                continue;
            }
            let n_times = withheld.iter().filter_map(|sighting| sighting.count).sum::<u64>();
            let how_often = match n_times {
                0 => String::new(),
                1 => "; met once".to_owned(),
                n => format!("; met {n} times"),
            };
            self.blind_spots.push(format!(
                "{what} whose names are withheld, because they are empty, too long, or could point to a person or hold a \
                 secret{how_often}"
            ));
        }
    }
}

/// A whole number or one with decimals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Number {
    /// A count.
    Count(u64),
    /// A time in the unit of its key, to one decimal.
    Time(f64),
}

/// What reading one file gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// Its id within the summary.
    pub id: String,
    /// Its kind.
    pub r#type: SourceType,
    /// What it is, in words.
    pub name: &'static str,
    /// The name of the file, without folders.
    pub file: String,
    /// The SHA-256 of the file, in hex.
    pub sha256: String,
    /// Records counted.
    pub used: u64,
    /// Records left out because the same record was read before.
    pub duplicates: u64,
    /// Records left out because they lie outside the month.
    pub outside: u64,
    /// Records left out because they are about something else.
    pub unrelated: u64,
    /// Records of kinds that the import does not know, by kind.
    pub unknown: BTreeMap<String, u64>,
    /// Whether the file was read to its end and says of itself that nothing is missing.
    pub complete: bool,
    /// Working days of the month of which no file of the import holds anything; they stand with the last file.
    pub missing_days: Vec<Date>,
}

impl Read {
    /// Starts with nothing read.
    pub(crate) fn of(id: String, r#type: SourceType, name: &'static str, file: &str) -> Self {
        Self {
            id,
            r#type,
            name,
            file: file.to_owned(),
            sha256: String::new(),
            used: 0,
            duplicates: 0,
            outside: 0,
            unrelated: 0,
            unknown: BTreeMap::new(),
            complete: true,
            missing_days: Vec::new(),
        }
    }

    /// Returns how many records were read; each of them is accounted for exactly once.
    pub fn n_records(&self) -> u64 {
        let unknown: u64 = self.unknown.values().sum();
        self.used + self.duplicates + self.outside + self.unrelated + unknown
    }

    /// Returns on one line what reading the file gave.
    pub fn in_words(&self) -> String {
        let unknown: u64 = self.unknown.values().sum();
        let parts = [
            (self.used, "counted"),
            (self.duplicates, "read before"),
            (self.outside, "outside the month"),
            (self.unrelated, "about something else"),
            (unknown, "of kinds that are not known"),
        ];
        let parts = parts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"));
        let parts: Vec<String> = parts.collect();
        format!(
            "{}: {} records; {}",
            self.file,
            self.n_records(),
            parts.join(", ")
        )
    }
}

/// How long something was found to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What is kept.
    pub what: &'static str,
    /// For how many days.
    pub days: u64,
    /// Whether the default of the product applied.
    pub is_default: bool,
}

/// A name that files bring along, with the product through which it was met and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    /// The name.
    pub name: String,
    /// The product.
    pub via: Option<String>,
    /// How often; nothing when the source does not count.
    pub count: Option<u64>,
}

impl Sighting {
    /// Returns a name that was met so often.
    pub(crate) fn of(name: &str, count: u64) -> Self {
        Self {
            name: name.to_owned(),
            via: None,
            count: Some(count),
        }
    }

    /// Returns the product that a service belongs to, met so often through the service.
    pub(crate) fn of_service(service: &str, count: u64) -> Self {
        let product = product(service);
        Self {
            via: (product != service).then(|| service.to_owned()),
            ..Self::of(product, count)
        }
    }
}

/// Tokens by how they are charged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tokens {
    /// Sent to a model.
    pub input: u64,
    /// Returned by a model.
    pub output: u64,
    /// Read from a cache.
    pub cache_read: u64,
    /// Written into a cache.
    pub cache_creation: u64,
}

impl Tokens {
    /// Adds others.
    pub(crate) fn add(&mut self, more: Self) {
        self.input = self.input.saturating_add(more.input);
        self.output = self.output.saturating_add(more.output);
        self.cache_read = self.cache_read.saturating_add(more.cache_read);
        self.cache_creation = self.cache_creation.saturating_add(more.cache_creation);
    }
}

/// What use cost, in all and by model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cost {
    /// The currency (ISO 4217).
    pub currency: String,
    /// Whether the sum is an estimate of the tool and no invoice.
    pub estimated: bool,
    /// By model, in the order of names.
    pub by_model: BTreeMap<String, (Amount, Tokens)>,
}

impl Cost {
    /// Returns the sum over all models.
    pub fn sum(&self) -> (Amount, Tokens) {
        let mut sum = (Amount::default(), Tokens::default());
        for (amount, tokens) in self.by_model.values() {
            sum.0 = sum.0.plus(*amount);
            sum.1.add(*tokens);
        }
        sum
    }
}
