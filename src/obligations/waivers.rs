//! What a person should know about waivers: which do not count, which are of no use, and which accept a duty that is owed
//! all the same. Rulings come in, findings go out; what a waiver comes to is decided in `acceptance`.

use crate::calendar::Date;
use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::inventory::record::Record;
use crate::inventory::waiver::{GapCode, Waiver};
use crate::obligations::Assessment;
use crate::obligations::acceptance::{Ruling, State};
use crate::obligations::gap::Gap;
use crate::source::{Span, Spanned};

/// A waiver that runs longer than this after its approval is reported.
pub const LONGEST_YEARS: i16 = 2;

/// Reports every waiver that a person should look at.
pub fn report(assessment: &Assessment, findings: &mut Diagnostics) {
    for ruling in &assessment.rulings {
        if let Some(waiver) = assessment.inventory.waivers.get(&ruling.waiver) {
            of_waiver(assessment, waiver, ruling, findings);
        }
    }
}

fn of_waiver(assessment: &Assessment, waiver: &Record<Waiver>, ruling: &Ruling, findings: &mut Diagnostics) {
    let period = doubtful_period(waiver);
    let is_backward = ends_before_it_begins(waiver);
    period.into_iter().for_each(|finding| findings.add(finding));
    match &ruling.state {
        // That it ends before it begins has been said; that it has ended or not begun follows from it.
        State::Expired | State::NotYet if is_backward => {}
        State::Expired => findings.add(expired(waiver, ruling)),
        State::NotYet => findings.add(premature(waiver, assessment.as_of)),
        State::Incomplete(lacks) => findings.add(incomplete(waiver, lacks)),
        State::InEffect | State::MatchesNothing => {
            let idle = ruling.idle.iter();
            idle.for_each(|code| findings.add(unused(waiver, code, &assessment.gaps)));
            let owed = ruling.owed.iter();
            owed.for_each(|code| findings.add(waived_duty(waiver, code)));
        }
    }
}

fn incomplete(waiver: &Record<Waiver>, lacks: &[&str]) -> Diagnostic {
    let fields: Vec<String> = lacks.iter().map(|field| format!("`{field}`")).collect();
    let (id, fields) = (&waiver.id.value, fields.join(", "));
    let says = format!("the waiver `{id}` does not count; missing: {fields}");
    Diagnostic::at(Code::IncompleteWaiver, waiver.id.span, says, "does not count")
        .help("say which gaps are accepted, why, by which role, since when and until when")
}

fn expired(waiver: &Record<Waiver>, ruling: &Ruling) -> Diagnostic {
    let says = match waiver.expires_on.stated() {
        Some(day) => format!("the waiver `{}` ended on {}", waiver.id.value, day.in_words()),
        None => format!("the waiver `{}` has ended", waiver.id.value),
    };
    let place = waiver.expires_on.span().unwrap_or(waiver.id.span);
    let advice = match ruling.n_gaps {
        0 => "no gap is left that it names; delete the waiver",
        _ => "close the gap, or have it accepted again with a new day of approval",
    };
    Diagnostic::at(Code::ExpiredWaiver, place, says, "has passed").help(advice)
}

fn premature(waiver: &Record<Waiver>, as_of: Date) -> Diagnostic {
    let says = format!(
        "the waiver `{}` is not approved yet on {}",
        waiver.id.value,
        as_of.in_words()
    );
    let place = waiver.approved_on.span().unwrap_or(waiver.id.span);
    Diagnostic::at(Code::PrematureWaiver, place, says, "lies ahead")
        .help("until this day the gap is open; correct the day if it is a slip")
}

fn unused(waiver: &Record<Waiver>, code: &Spanned<GapCode>, gaps: &[Gap]) -> Diagnostic {
    let code_words = code.value.0.code;
    let says = format!(
        "the waiver `{}` accepts `{code_words}`, and there is no such gap where it looks",
        waiver.id.value
    );
    Diagnostic::at(Code::UnusedWaiver, code.span, says, "matches no gap").help(why_unused(code_words, gaps))
}

/// Says where gaps of a code do stand; a waiver is narrower than that, or there are none.
fn why_unused(code: &str, gaps: &[Gap]) -> String {
    const MOST_SHOWN: usize = 4;
    let of_code = gaps.iter().filter(|gap| gap.kind.code == code);
    let mut places: Vec<String> = of_code.map(place).collect();
    places.dedup();
    let n_more = places.len().saturating_sub(MOST_SHOWN);
    places.truncate(MOST_SHOWN);
    match (places.is_empty(), n_more) {
        (true, _) => format!("no gap `{code}` is open; if it is closed, delete the code from the waiver"),
        (false, 0) => format!("`{code}` stands {}", places.join("; ")),
        (false, _) => format!(
            "`{code}` stands {}; and at {n_more} more places",
            places.join("; ")
        ),
    }
}

fn place(gap: &Gap) -> String {
    let systems: Vec<String> = gap.systems.iter().map(|id| format!("`{id}`")).collect();
    let record = match &gap.record {
        Some(record) => format!("at the record `{record}`"),
        None => format!("where a {} is missing", gap.on.words()),
    };
    match systems.is_empty() {
        true => record,
        false => format!(
            "{record} for {}, all of which a waiver has to name",
            systems.join(" and ")
        ),
    }
}

fn waived_duty(waiver: &Record<Waiver>, code: &Spanned<GapCode>) -> Diagnostic {
    let says = format!(
        "the waiver `{}` accepts `{}`, behind which a duty in force stands",
        waiver.id.value, code.value.0.code
    );
    Diagnostic::at(Code::WaivedDuty, code.span, says, "owed all the same")
        .help("the acceptance is printed; the gap stays open and counts until what closes it is on record")
}

fn doubtful_period(waiver: &Record<Waiver>) -> Option<Diagnostic> {
    let (approved, expires) = (waiver.approved_on.said()?, waiver.expires_on.said()?);
    let says = if ends_before_it_begins(waiver) {
        format!("the waiver `{}` ends before it is approved", waiver.id.value)
    } else if runs_long(approved.value, expires.value) {
        format!(
            "the waiver `{}` runs for more than {LONGEST_YEARS} years after its approval",
            waiver.id.value
        )
    } else {
        return None;
    };
    Some(period(says, approved.span, expires.span))
}

fn period(says: String, approved: Span, expires: Span) -> Diagnostic {
    Diagnostic::at(Code::WaiverPeriod, expires, says, "the last day")
        .and_at(approved, "the day of approval")
        .help("let somebody look at the gap again sooner, or correct the day")
}

fn ends_before_it_begins(waiver: &Waiver) -> bool {
    let days = (waiver.approved_on.stated(), waiver.expires_on.stated());
    matches!(days, (Some(approved), Some(expires)) if expires < approved)
}

fn runs_long(approved: Date, expires: Date) -> bool {
    let (year, month, day) = approved.numbers();
    expires.numbers() > (year + LONGEST_YEARS, month, day)
}
