//! What literacy measures reach: by their day, and by the systems they name (Article 4). Judges measures alone; what a
//! person knows is never asked.

use crate::calendar::Date;
use crate::inventory::id::Id;
use crate::inventory::literacy::{LiteracyMeasure, Segment};

/// What the day of a measure shows on the as-of date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// It has been taken on this day.
    Taken(Date),
    /// It is planned for this day, so nothing has been taken yet.
    Ahead(Date),
    /// No day is stated, so the measure shows nothing.
    Undated,
}

/// Returns what the day of a measure shows.
pub fn timing(measure: &LiteracyMeasure, as_of: Date) -> Timing {
    match measure.date.stated() {
        None => Timing::Undated,
        Some(day) if *day <= as_of => Timing::Taken(*day),
        Some(day) => Timing::Ahead(*day),
    }
}

/// Returns whether a measure is about a system. One for all staff that names no system is about all of them.
pub fn covers(measure: &LiteracyMeasure, system: &Id) -> bool {
    let systems = measure.systems.items();
    is_general(measure) || systems.iter().any(|item| item.value == *system)
}

/// Returns whether a measure is for all staff and names no system, so that it is about every system.
pub fn is_general(measure: &LiteracyMeasure) -> bool {
    measure.systems.stated().is_none() && measure.segment.is(&Segment::AllStaff)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inventory::field::{Field, List};
    use crate::source::{FileId, Span, Spanned};

    fn said<T>(value: T) -> Spanned<T> {
        let (file, start, end) = (FileId(0), 0, 1);
        Spanned::new(value, Span { file, start, end })
    }

    fn measure(segment: Option<Segment>, systems: Option<&[&str]>) -> LiteracyMeasure {
        let ids = |ids: &[&str]| List(ids.iter().map(|id| said(id.parse().unwrap())).collect());
        LiteracyMeasure {
            segment: segment.map_or(Field::Absent, |it| Field::Stated(said(it))),
            systems: systems.map_or(Field::Absent, |it| Field::Stated(said(ids(it)))),
            ..LiteracyMeasure::default()
        }
    }

    #[test]
    fn a_measure_covers_what_it_names_and_one_for_all_staff_everything_unless_it_names_something() {
        let chatbot: Id = "chatbot".parse().unwrap();
        for (segment, systems, expected) in [
            (Some(Segment::AllStaff), None, true),
            (Some(Segment::AllStaff), Some(&["chatbot"][..]), true),
            (Some(Segment::AllStaff), Some(&["coder"][..]), false),
            (Some(Segment::AllStaff), Some(&[][..]), false),
            (Some(Segment::Operators), None, false),
            (Some(Segment::Overseers), Some(&["coder", "chatbot"][..]), true),
            (None, None, false),
            (None, Some(&["chatbot"][..]), true),
        ] {
            let measure = measure(segment, systems);
            assert_eq!(covers(&measure, &chatbot), expected, "{segment:?} {systems:?}");
        }
    }

    #[test]
    fn a_measure_has_been_taken_from_its_day_on_and_without_a_day_never() {
        let as_of = Date::on(2026, 11, 22);
        for (day, expected) in [
            (None, Timing::Undated),
            (Some(as_of), Timing::Taken(as_of)),
            (Some(as_of.plus_days(1)), Timing::Ahead(as_of.plus_days(1))),
        ] {
            let measure = LiteracyMeasure {
                date: day.map_or(Field::Absent, |it| Field::Stated(said(it))),
                ..LiteracyMeasure::default()
            };
            assert_eq!(timing(&measure, as_of), expected);
        }
    }
}
