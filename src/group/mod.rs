//! Several organisations in one run: each is checked for itself and on the same day, and all findings are told together.
//! Nothing is merged in law: a member's roles, classes, duties and gaps are those of its own inventory, and its documents
//! are the bytes that a run for it alone would make.

pub mod built;

use crate::Asked;
use crate::Checked;
use crate::calendar::Date;
use crate::check;
use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::group::{Group, Seat};
use crate::inventory::record::Record;
use crate::link::sign_offs::{self, Approval};
use crate::read::Loaded;
use crate::read::group::{LoadedGroup, LoadedMember};
use crate::source::{SourceMap, Spanned};

/// A checked group: what each member comes to, and everything that is wrong.
#[derive(Debug, Clone)]
pub struct CheckedGroup {
    /// What the group file says; nothing where it could not be read.
    pub group: Option<Record<Group>>,
    /// The members, in the order of their ids.
    pub members: Vec<CheckedMember>,
    /// The texts of all, by path below the folder of the group file; that file is the first.
    pub sources: SourceMap,
    /// What is wrong with the group file and with each member, at places in these texts.
    pub findings: Diagnostics,
}

/// A checked member.
#[derive(Debug, Clone)]
pub struct CheckedMember {
    /// Its id and its folder.
    pub seat: Seat,
    /// What it comes to, as if it were checked alone.
    pub checked: Checked,
    /// The number of its first text among those of the group.
    pub first_file: u32,
}

/// Returns what each member of a group comes to on one day: the day that was asked for, else that of the group file, else
/// the one that members state, else the present one.
pub fn check_group(loaded: LoadedGroup, asked: Asked) -> CheckedGroup {
    let LoadedGroup {
        sources,
        group,
        members,
        findings,
    } = loaded;
    let stated = group.as_ref().and_then(|group| group.as_of.said());
    let day = asked
        .as_of
        .or(stated.map(|day| day.value))
        .or_else(|| days(&members).first().map(|day| day.value));
    let mut checked = CheckedGroup {
        group,
        members: Vec::new(),
        sources,
        findings,
    };
    let group = checked.group.as_ref();
    let approval = group.and_then(|group| Approval::of(&group.id.value, &group.head));
    sign_offs::report(
        approval.as_slice(),
        day.unwrap_or(asked.today),
        &mut checked.findings,
    );
    let is_typed = asked.as_of.is_some();
    let asked = Asked { as_of: day, ..asked };
    for LoadedMember { seat, loaded } in members {
        let own_day = as_of(&loaded).cloned();
        checked.take(seat, check(loaded, asked));
        if let (Some(own), Some(day), false) = (own_day, day, is_typed) {
            checked.compare_days(&own, day);
        }
    }
    checked
}

impl CheckedGroup {
    /// Returns whether nothing can be made of it.
    pub fn has_errors(&self) -> bool {
        self.group.is_none() || self.findings.has_errors()
    }

    fn take(&mut self, seat: Seat, checked: Checked) {
        let first_file = self.sources.append(&checked.sources, &seat.project.value);
        let findings = checked.findings.clone();
        self.findings
            .extend(findings.moved(first_file, &seat.project.value));
        self.members.push(CheckedMember {
            seat,
            checked,
            first_file,
        });
    }

    /// Reports the member that was taken last, if it states another day than the one on which all are judged.
    fn compare_days(&mut self, own: &Spanned<Date>, day: Date) {
        let Some(member) = self.members.last().filter(|_| own.value != day) else {
            return;
        };
        let says = format!(
            "`{}` speaks for {}, and the group for {}",
            member.seat.id.value,
            own.value.in_words(),
            day.in_words()
        );
        let at = own.span.moved(member.first_file);
        let finding = Diagnostic::at(Code::OtherDay, at, says, "another day");
        let stated = self.group.as_ref().and_then(|group| group.as_of.span());
        let finding = match stated {
            Some(span) => finding.and_at(span, "the day of the group"),
            None => finding,
        };
        let help = "state the day once, in the group file, and leave it out in the members; `--as-of` goes before both";
        self.findings.add(finding.help(help));
    }
}

/// Returns the days that members state.
fn days(members: &[LoadedMember]) -> Vec<&Spanned<Date>> {
    let loaded = members.iter().map(|member| &member.loaded);
    loaded.filter_map(as_of).collect()
}

fn as_of(loaded: &Loaded) -> Option<&Spanned<Date>> {
    let mut organisations = loaded.records.iter().filter_map(|record| record.organisation());
    organisations.next()?.as_of.said()
}
