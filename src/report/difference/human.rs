//! A comparison for people at a terminal: files that were altered, conclusions by subject, then rules and days, then the
//! inventory, then the days on which duties begin.

use crate::compare::change::{Change, Kind, Said};
use crate::compare::many::{Told, told};
use crate::report::difference::{Difference, because, on_a_day};
use crate::report::visible::visible;
use std::fmt::{self, Write};

/// Returns the comparison as text.
pub fn human(difference: &Difference) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_all(&mut out, difference);
    out
}

fn write_all(out: &mut String, difference: &Difference) -> fmt::Result {
    let [old, new] = &difference.sides;
    writeln!(out, "old  {}", visible(&old.words()))?;
    writeln!(out, "new  {}", visible(&new.words()))?;
    writeln!(out, "\n{}", difference.summary())?;
    section(out, difference, Kind::Integrity)?;
    section(out, difference, Kind::Risk)?;
    section(out, difference, Kind::Rule)?;
    section(out, difference, Kind::Input)?;
    timeline(out, difference)?;
    for line in &difference.not_compared {
        writeln!(out, "\nnot compared: {}", visible(line))?;
    }
    Ok(())
}

fn section(out: &mut String, difference: &Difference, kind: Kind) -> fmt::Result {
    let mut before: Option<&Change> = None;
    for told in told(difference.of_kind(kind)) {
        let change = told.first();
        let is_next = before.is_some_and(|before| before.about == change.about);
        if !is_next {
            writeln!(out, "\n{} ({})", change.about.name(), kind.words())?;
        }
        let is_known = is_next && before.is_some_and(|before| before.because == change.because);
        line(out, &told, &reason(&told, is_known))?;
        before = Some(change);
    }
    Ok(())
}

/// Returns the reason as the end of a sentence. A reason that was given the line before is not spelled out again.
fn reason(told: &Told<'_>, is_known: bool) -> String {
    match because(told) {
        because if because.is_empty() => because,
        because if is_known && because.contains('`') => ", for the same reason".to_owned(),
        because => format!(", because of {because}"),
    }
}

fn line(out: &mut String, told: &Told<'_>, reason: &str) -> fmt::Result {
    let place = place(told.first());
    writeln!(out, "  {}{}{place}", visible(&told.says()), visible(reason))?;
    for line in told.lines() {
        writeln!(out, "    {}", visible(&line))?;
    }
    Ok(())
}

/// Returns where the inventories say what differs; a conclusion has its causes instead.
fn place(change: &Change) -> String {
    let at = |said: &Option<Said>| said.as_ref().and_then(|said| said.at.clone());
    match (change.kind, at(&change.before), at(&change.after)) {
        (Kind::Integrity | Kind::Risk | Kind::Rule, _, _) | (_, None, None) => String::new(),
        (Kind::Input, Some(old), Some(new)) if old == new => format!(" ({})", visible(&new)),
        (Kind::Input, Some(old), Some(new)) => format!(" ({}; was at {})", visible(&new), visible(&old)),
        (Kind::Input, Some(only), None) | (Kind::Input, None, Some(only)) => {
            format!(" ({})", visible(&only))
        }
    }
}

fn timeline(out: &mut String, difference: &Difference) -> fmt::Result {
    if difference.timeline.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nDays on which duties begin")?;
    for day in &difference.timeline {
        writeln!(out, "\n{}", day.on.in_words())?;
        let [old, new] = &day.sides;
        if !day.differs() {
            writeln!(out, "  the same under both ({} duties apply)", old.n_apply)?;
            continue;
        }
        for (named, side) in difference.sides.iter().zip([old, new]) {
            let n_apply = side.n_apply;
            writeln!(out, "  under {} ({n_apply} duties apply)", visible(&named.law))?;
            let lines = on_a_day(side);
            if lines.is_empty() {
                writeln!(out, "    nothing begins")?;
            }
            for line in lines {
                writeln!(out, "    {}", visible(&line))?;
            }
        }
    }
    Ok(())
}
