//! The group file: which organisations belong together, and where the inventory of each lies. It is no record of an
//! inventory, for each member stays a legal person of its own, and stands outside the projects of all. What can be wrong
//! with the file itself is found here; whether the folders are there is a matter of `read`.

use crate::calendar::Date;
use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::fields;
use crate::inventory::field::List;
use crate::inventory::id::Id;
use crate::inventory::paths;
use crate::inventory::record::{Head, Named, Record};
use crate::source::{Span, Spanned};
use crate::yaml::decode::{decode, report_unknown_keys};
use crate::yaml::node::{Content, Node};
use std::collections::{BTreeMap, BTreeSet};

/// What `kind` says in a group file.
pub const KIND: &str = "group";

fields! {
    /// Organisations whose documents are made in one run, for one day.
    pub struct Group {
        /// The day for which the documents of all members are made, unless the command line says otherwise.
        as_of: Date,
        /// The members; pages name them in the order of their ids.
        members: List<Member>,
    }
}

fields! {
    /// One organisation of a group.
    pub struct Member {
        /// The id, unique in the group; also the name of the folder for its documents.
        id: Id,
        /// Its project folder, seen from the folder of the group file.
        project: String,
    }
}

impl Named for Group {}

/// A member of which the group file says all that is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The id.
    pub id: Spanned<Id>,
    /// The project folder below the folder of the group file, with forward slashes and without detours.
    pub project: Spanned<String>,
}

/// Returns the group that the documents of a file hold, or nothing after reporting why.
pub fn group(nodes: &[Node], path: &str, findings: &mut Diagnostics) -> Option<Record<Group>> {
    let [node, rest @ ..] = nodes else {
        // A file that could not be read has been reported.
        if !findings.has_errors() {
            let says = "the group file says nothing";
            findings.add(Diagnostic::about(Code::NoGroup, path, says).help(EXAMPLE));
        }
        return None;
    };
    for further in rest {
        let says = "a group file holds one group and nothing else";
        findings.add(Diagnostic::at(
            Code::NoGroup,
            further.span,
            says,
            "a second document",
        ));
    }
    is_group(node, findings).then(|| read(node, findings)).flatten()
}

const EXAMPLE: &str =
    "write `kind: group`, an `id`, and `members: [{id: acme-de, project: acme-de/inventories}]`";

/// Returns whether a document says that it is a group, after reporting where it does not.
fn is_group(node: &Node, findings: &mut Diagnostics) -> bool {
    let kind = node.entry("kind").map(|entry| &entry.value);
    let says_so = |kind: &&Node| matches!(&kind.content, Content::Scalar(scalar) if scalar.text == KIND);
    if kind.filter(says_so).is_some() {
        return true;
    }
    let place = kind.map_or(node.span, |kind| kind.span);
    let says = "this file is read as a group file and does not say `kind: group`";
    let finding = Diagnostic::at(Code::NoGroup, place, says, "not a group");
    findings.add(
        finding
            .help(EXAMPLE)
            .help("an inventory is named with `--project`"),
    );
    false
}

fn read(node: &Node, findings: &mut Diagnostics) -> Option<Record<Group>> {
    let head = decode::<Head>(node, findings);
    let body = decode::<Group>(node, findings);
    let entries = node.entries().unwrap_or_default();
    let known = [&["kind", "id"][..], head.keys, body.keys];
    report_unknown_keys(entries, &known, "`actfile explain E0551`", findings);
    let id = match node.entry("id") {
        Some(entry) => decode::<Id>(&entry.value, findings)
            .value
            .map(|id| Spanned::new(id, entry.value.span)),
        None => {
            let says = "this group has no `id`";
            let finding = Diagnostic::at(Code::MissingIdentity, node.span, says, "a group needs `id`");
            findings.add(finding.help("add a line such as `id: acme-group`, made of a-z, 0-9 and -"));
            None
        }
    };
    Some(Record {
        id: id?,
        span: node.span,
        head: head.value?,
        body: body.value?,
    })
}

/// Returns the members in the order of their ids, and reports those of which the file does not say enough, that stand
/// there twice, or whose folders lie outside or within each other.
pub fn seats(group: &Record<Group>, findings: &mut Diagnostics) -> Vec<Seat> {
    let (members, told) = (group.members.items(), Told::of(findings));
    if members.is_empty() && !told.holds(group.span) {
        let place = group.members.span().unwrap_or(group.id.span);
        let finding = Diagnostic::at(
            Code::IncompleteMember,
            place,
            "this group has no members",
            "empty",
        );
        findings.add(finding.help(EXAMPLE));
    }
    let found: Vec<Seat> = members
        .iter()
        .filter_map(|member| seat(member, &told, findings))
        .collect();
    let mut seats: BTreeMap<Id, Seat> = BTreeMap::new();
    for seat in apart(&found, findings) {
        match seats.get(&seat.id.value) {
            Some(first) => findings.add(second(&seat, first.id.span)),
            None => drop(seats.insert(seat.id.value.clone(), seat)),
        }
    }
    seats.into_values().collect()
}

/// The places at which something was found while the file was read.
struct Told(BTreeSet<Span>);

impl Told {
    fn of(findings: &Diagnostics) -> Self {
        let found = findings.sorted().into_iter();
        Self(
            found
                .flat_map(|finding| &finding.labels)
                .map(|label| label.span)
                .collect(),
        )
    }

    /// Returns whether a value within a place could not be read: one mistake gives one finding.
    fn holds(&self, place: Span) -> bool {
        let begin = Span {
            end: place.start,
            ..place
        };
        let next = self.0.range(begin..).next();
        next.is_some_and(|found| found.file == place.file && found.start < place.end)
    }
}

fn seat(member: &Spanned<Member>, told: &Told, findings: &mut Diagnostics) -> Option<Seat> {
    let (id, project) = (member.value.id.said(), member.value.project.said());
    for (key, is_there) in [("id", id.is_some()), ("project", project.is_some())] {
        if !is_there && !told.holds(member.span) {
            let says = format!("this member has no `{key}`");
            let finding = Diagnostic::at(Code::IncompleteMember, member.span, says, "a member needs both");
            findings.add(finding.help("write `{id: acme-de, project: acme-de/inventories}`"));
        }
    }
    let (id, project) = (id?, project?);
    match paths::resolved("", &project.value) {
        Ok(path) if !path.is_empty() => Some(Seat {
            id: id.clone(),
            project: Spanned::new(path, project.span),
        }),
        Ok(_) => {
            let says = "the project of a member is the folder of the group file itself";
            findings.add(misplaced(project.span, says));
            None
        }
        Err(_) => {
            let says = format!(
                "`{}` does not lead below the folder of the group file",
                project.value
            );
            findings.add(misplaced(project.span, says));
            None
        }
    }
}

/// Starts a finding about a folder that cannot be the project of a member.
pub fn misplaced(at: Span, says: impl Into<String>) -> Diagnostic {
    let finding = Diagnostic::at(Code::MemberFolder, at, says, "named here");
    finding.help("a member is a folder below that of the group file, named from there and written with `/`")
}

fn second(seat: &Seat, first: Span) -> Diagnostic {
    let says = format!("two members are called `{}`", seat.id.value);
    Diagnostic::at(Code::SecondMember, seat.id.span, says, "used again here")
        .and_at(first, "first used here")
        .help("give each member an id of its own; its documents lie in a folder of that name")
}

/// Returns the members whose folders neither are nor lie in that of another, and reports the others: what stands there
/// would be read for both.
fn apart(found: &[Seat], findings: &mut Diagnostics) -> Vec<Seat> {
    let mut by_path: BTreeMap<&str, &Seat> = BTreeMap::new();
    for seat in found {
        by_path.entry(seat.project.value.as_str()).or_insert(seat);
    }
    let mut is_apart = |seat: &&Seat| match outer(seat, &by_path) {
        None => true,
        Some(outer) => {
            findings.add(overlapping(seat, outer));
            false
        }
    };
    found.iter().filter(|seat| is_apart(seat)).cloned().collect()
}

/// Returns another member whose folder is that of this one or holds it.
fn outer<'s>(seat: &Seat, by_path: &BTreeMap<&str, &'s Seat>) -> Option<&'s Seat> {
    let path = seat.project.value.as_str();
    let above = path.match_indices('/').map(|(at, _)| &path[..at]);
    let mut seats = above.chain([path]).filter_map(|path| by_path.get(path).copied());
    seats.find(|other| other.project.span != seat.project.span)
}

fn overlapping(inner: &Seat, outer: &Seat) -> Diagnostic {
    let says = format!(
        "the project of `{}` is or lies in the project of `{}`",
        inner.id.value, outer.id.value
    );
    Diagnostic::at(Code::NestedMembers, inner.project.span, says, "this folder")
        .and_at(outer.project.span, "and this one")
        .help("give each member a folder of its own, beside the others; an inventory describes one organisation")
}
