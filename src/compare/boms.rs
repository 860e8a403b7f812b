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

/// Facts about the making of a document rather than about a part: where our own records stand moves with every line that
/// is written above them, and a file of somebody else has another hash with every delivery.
const BOOKKEEPING: &[&str] = &["actfile:source", "actfile:source_sha256", "actfile:within"];

/// By what parts of two documents meet.
type Key = (PartKind, String);

/// Returns everything that differs, by kind of part, name and topic.
pub fn compare_boms(old: &ForeignBom, new: &ForeignBom) -> Vec<BomChange> {
    let (olds, news) = (Side::of(old), Side::of(new));
    let met = meet([&olds.parts, &news.parts]);
    let (pairs, alone): (Vec<Pair<'_>>, Vec<Pair<'_>>) = met
        .into_iter()
        .partition(|(old, new)| old.is_some() && new.is_some());
    // One side may say a package URL and the other none; then the name decides.
    let left = grouped(alone.iter().filter_map(|(old, _)| *old), named);
    let right = grouped(alone.iter().filter_map(|(_, new)| *new), named);
    let rest = meet([&left, &right]);
    let mut changes: Vec<BomChange> = pairs
        .into_iter()
        .chain(rest)
        .flat_map(|pair| match pair {
            (Some(before), Some(after)) => altered((&olds, before), (&news, after)),
            (before, after) => came_or_went(before, after).into_iter().collect(),
        })
        .collect();
    changes.sort();
    changes
}

/// How many pairs of parts of one name are tried.
const MOST_COMPARED: usize = 1_000_000;

/// Parts by what they meet by.
type Parts<'b> = BTreeMap<Key, Vec<&'b ForeignPart>>;

fn grouped<'b>(
    parts: impl IntoIterator<Item = &'b ForeignPart>,
    key: impl Fn(&ForeignPart) -> Key,
) -> Parts<'b> {
    let mut grouped = Parts::new();
    for part in parts {
        grouped.entry(key(part)).or_default().push(part);
    }
    for several in grouped.values_mut() {
        several.sort_by(|one, other| (&one.version, one).cmp(&(&other.version, other)));
    }
    grouped
}

/// Pairs the parts of both sides, each once.
fn meet<'b>([olds, news]: [&Parts<'b>; 2]) -> Vec<Pair<'b>> {
    let keys: BTreeSet<&Key> = olds.keys().chain(news.keys()).collect();
    let of = |side: &Parts<'b>, key: &Key| side.get(key).cloned().unwrap_or_default();
    keys.into_iter()
        .flat_map(|key| pairs(of(olds, key), of(news, key)))
        .collect()
}

/// A document whose parts can be looked up.
struct Side<'b> {
    bom: &'b ForeignBom,
    parts: Parts<'b>,
    /// What the names of the file mean, in words that another file shares.
    names: BTreeMap<&'b str, String>,
}

impl<'b> Side<'b> {
    fn of(bom: &'b ForeignBom) -> Self {
        let named = bom
            .all()
            .filter_map(|part| Some((part.bom_ref.as_deref()?, part.full_name())));
        let (parts, names) = (grouped(bom.all(), key), named.collect());
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

fn named(part: &ForeignPart) -> Key {
    (part.kind, part.full_name())
}

type Pair<'b> = (Option<&'b ForeignPart>, Option<&'b ForeignPart>);

/// By what two parts of one name are one part, the surest first.
const SAMENESS: &[fn(&ForeignPart, &ForeignPart) -> bool] = &[are_called_alike, are_one_version];

fn are_called_alike(old: &ForeignPart, new: &ForeignPart) -> bool {
    old.bom_ref.is_some() && old.bom_ref == new.bom_ref
}

fn are_one_version(old: &ForeignPart, new: &ForeignPart) -> bool {
    old.version == new.version
}

/// Pairs the parts that meet: those that are called alike in their files first, then those of one version, then the
/// others in order.
fn pairs<'b>(mut olds: Vec<&'b ForeignPart>, mut news: Vec<&'b ForeignPart>) -> Vec<Pair<'b>> {
    let mut pairs = Vec::new();
    // A file that names thousands of parts alike is not worth the comparison of each with each.
    let are_few = olds.len().saturating_mul(news.len()) <= MOST_COMPARED;
    for is_same in SAMENESS.iter().filter(|_| are_few) {
        olds.retain(|old| {
            let same = news.iter().position(|new| is_same(old, new));
            if let Some(at) = same {
                pairs.push((Some(*old), Some(news.remove(at))));
            }
            same.is_none()
        });
    }
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
        if !BOOKKEEPING.contains(&name.as_str()) {
            by_name.entry(name.clone()).or_default().insert(value.clone());
        }
    }
    by_name
}
