//! What differs between two bills of materials: parts that came, went or changed, and in what. Parts meet by package URL
//! without version, else by namespace and name. The order of parts, serial numbers and days do not count. Texts come in
//! as values; no disk is read and no side is judged.

use crate::sbom::{ForeignBom, ForeignPart, PartKind};
use crate::terms;
use std::collections::{BTreeMap, BTreeSet};

terms! {
    /// What of a part can differ.
    pub enum BomTopic {
        Part = "part" => "part",
        Version = "version" => "version",
        PackageUrl = "package_url" => "package URL",
        Licence = "licence" => "licence",
        Hash = "hash" => "hash",
        Supplier = "supplier" => "supplier",
        Endpoint = "endpoint" => "address",
        Dataset = "dataset" => "data set",
        Metric = "metric" => "metric",
        DependsOn = "depends_on" => "dependency",
        Property = "property" => "property",
    }
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BomChange {
    /// What the part is.
    pub kind: PartKind,
    /// Its name, with its version where only one side has the part.
    pub name: String,
    /// What of it differs.
    pub topic: BomTopic,
    /// Which one, where there are several: the metric, the hash function, the property.
    pub item: String,
    /// What the first side says.
    pub before: Option<String>,
    /// What the second side says.
    pub after: Option<String>,
}

impl BomChange {
    /// Returns the difference in words, without the name of the part.
    pub fn says(&self) -> String {
        let what = match self.item.is_empty() {
            true => self.topic.words().to_owned(),
            false => format!("{} `{}`", self.topic.words(), self.item),
        };
        match (self.topic, &self.before, &self.after) {
            (BomTopic::Part, None, _) => "added".to_owned(),
            (BomTopic::Part, Some(_), _) => "removed".to_owned(),
            (_, Some(before), Some(after)) => format!("{what} `{before}` became `{after}`"),
            (_, None, Some(after)) => format!("{what} `{after}` added"),
            (_, Some(before), None) => format!("{what} `{before}` removed"),
            (_, None, None) => what,
        }
    }
}

/// By what parts of two documents meet.
type Key = (PartKind, String);

/// Returns everything that differs, by kind of part, name and topic.
pub fn compare_boms(old: &ForeignBom, new: &ForeignBom) -> Vec<BomChange> {
    let (olds, news) = (Side::of(old), Side::of(new));
    let keys: BTreeSet<&Key> = olds.parts.keys().chain(news.parts.keys()).collect();
    let none = Vec::new();
    let mut changes: Vec<BomChange> = keys
        .into_iter()
        .flat_map(|key| {
            let (before, after) = (olds.parts.get(key), news.parts.get(key));
            pairs(before.unwrap_or(&none), after.unwrap_or(&none))
        })
        .flat_map(|pair| match pair {
            (Some(before), Some(after)) => altered((&olds, before), (&news, after)),
            (before, after) => came_or_went(before, after).into_iter().collect(),
        })
        .collect();
    changes.sort();
    changes
}

/// A document whose parts can be looked up.
struct Side<'b> {
    bom: &'b ForeignBom,
    parts: BTreeMap<Key, Vec<&'b ForeignPart>>,
    /// What the names of the file mean, in words that another file shares.
    names: BTreeMap<&'b str, String>,
}

impl<'b> Side<'b> {
    fn of(bom: &'b ForeignBom) -> Self {
        let (mut parts, mut names) = (BTreeMap::<Key, Vec<&ForeignPart>>::new(), BTreeMap::new());
        for part in bom.all() {
            parts.entry(key(part)).or_default().push(part);
            if let Some(name) = &part.bom_ref {
                names.insert(name.as_str(), part.full_name());
            }
        }
        for several in parts.values_mut() {
            several.sort_by(|one, other| (&one.version, one).cmp(&(&other.version, other)));
        }
        Self { bom, parts, names }
    }

    fn meant(&self, name: &str) -> String {
        self.names.get(name).cloned().unwrap_or_else(|| name.to_owned())
    }

    fn dependencies(&self, part: &ForeignPart) -> BTreeSet<String> {
        let name = part.bom_ref.as_ref();
        let targets = name.and_then(|name| self.bom.depends_on.get(name));
        targets
            .into_iter()
            .flatten()
            .map(|name| self.meant(name))
            .collect()
    }

    fn datasets(&self, part: &ForeignPart) -> BTreeSet<String> {
        part.datasets.iter().map(|name| self.meant(name)).collect()
    }
}

fn key(part: &ForeignPart) -> Key {
    let name = match &part.purl {
        // The version stands behind the last `@`, qualifiers behind it.
        Some(purl) => {
            let bare = purl.split(['?', '#']).next().unwrap_or(purl);
            let version = bare.rfind('@').filter(|at| !bare[*at..].contains('/'));
            bare[..version.unwrap_or(bare.len())].to_owned()
        }
        None => part.full_name(),
    };
    (part.kind, name)
}

type Pair<'b> = (Option<&'b ForeignPart>, Option<&'b ForeignPart>);

/// Pairs the parts of one name: those of one version first, then the others in order.
fn pairs<'b>(olds: &[&'b ForeignPart], news: &[&'b ForeignPart]) -> Vec<Pair<'b>> {
    let (mut pairs, mut olds, mut news) = (Vec::new(), olds.to_vec(), news.to_vec());
    olds.retain(|old| {
        let same = news.iter().position(|new| new.version == old.version);
        if let Some(at) = same {
            pairs.push((Some(*old), Some(news.remove(at))));
        }
        same.is_none()
    });
    let n_rest = olds.len().max(news.len());
    pairs.extend((0..n_rest).map(|at| (olds.get(at).copied(), news.get(at).copied())));
    pairs
}

fn came_or_went(before: Option<&ForeignPart>, after: Option<&ForeignPart>) -> Option<BomChange> {
    let part = before.or(after)?;
    let title = |part: Option<&ForeignPart>| part.map(ForeignPart::title);
    Some(BomChange {
        kind: part.kind,
        name: part.title(),
        topic: BomTopic::Part,
        item: String::new(),
        before: title(before),
        after: title(after),
    })
}

/// Returns what differs between two states of one part.
fn altered((olds, old): (&Side<'_>, &ForeignPart), (news, new): (&Side<'_>, &ForeignPart)) -> Vec<BomChange> {
    let change = |topic, item: &str, before: Option<String>, after: Option<String>| BomChange {
        kind: new.kind,
        name: new.full_name(),
        topic,
        item: item.to_owned(),
        before,
        after,
    };
    let single = [
        (BomTopic::Version, &old.version, &new.version),
        (BomTopic::Supplier, &old.supplier, &new.supplier),
    ];
    let mut changes: Vec<BomChange> = single
        .into_iter()
        .map(|(topic, before, after)| change(topic, "", before.clone(), after.clone()))
        .collect();
    // A package URL repeats the version, whose change is told.
    if old.version == new.version {
        changes.push(change(
            BomTopic::PackageUrl,
            "",
            old.purl.clone(),
            new.purl.clone(),
        ));
    }
    let lists = [
        (BomTopic::Licence, old.licences.clone(), new.licences.clone()),
        (BomTopic::Endpoint, old.endpoints.clone(), new.endpoints.clone()),
        (BomTopic::Dataset, olds.datasets(old), news.datasets(new)),
        (
            BomTopic::DependsOn,
            olds.dependencies(old),
            news.dependencies(new),
        ),
    ];
    for (topic, before, after) in &lists {
        changes.extend(swapped(before, after).map(|(before, after)| change(*topic, "", before, after)));
    }
    for (topic, before, after) in [
        (BomTopic::Hash, &old.hashes, &new.hashes),
        (BomTopic::Metric, &old.metrics, &new.metrics),
    ] {
        let items: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        changes.extend(
            items
                .into_iter()
                .map(|item| change(topic, item, before.get(item).cloned(), after.get(item).cloned())),
        );
    }
    let (before, after) = (by_name(&old.properties), by_name(&new.properties));
    let none = BTreeSet::new();
    for item in before.keys().chain(after.keys()).collect::<BTreeSet<_>>() {
        let values = |side: &BTreeMap<String, BTreeSet<String>>| side.get(item).unwrap_or(&none).clone();
        let values = [values(&before), values(&after)];
        changes.extend(
            swapped(&values[0], &values[1])
                .map(|(before, after)| change(BomTopic::Property, item, before, after)),
        );
    }
    changes.retain(|change| change.before != change.after);
    changes
}

/// Returns what only one of two sets holds: one thing for another where each has one, else each by itself.
fn swapped(
    before: &BTreeSet<String>,
    after: &BTreeSet<String>,
) -> impl Iterator<Item = (Option<String>, Option<String>)> + use<> {
    let gone: Vec<String> = before.difference(after).cloned().collect();
    let come: Vec<String> = after.difference(before).cloned().collect();
    let rows = match (gone.as_slice(), come.as_slice()) {
        ([gone], [come]) => vec![(Some(gone.clone()), Some(come.clone()))],
        (gone, come) => {
            let gone = gone.iter().map(|it| (Some(it.clone()), None));
            gone.chain(come.iter().map(|it| (None, Some(it.clone()))))
                .collect()
        }
    };
    rows.into_iter()
}

fn by_name(properties: &BTreeSet<(String, String)>) -> BTreeMap<String, BTreeSet<String>> {
    let mut by_name: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, value) in properties {
        // Where our own records stand moves with every line that is written above them.
        if name != "actfile:source" {
            by_name.entry(name.clone()).or_default().insert(value.clone());
        }
    }
    by_name
}
