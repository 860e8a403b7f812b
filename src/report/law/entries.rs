//! One edition as a flat list of things that can change, so that two editions can be compared. Law that ended bears the
//! year of its edition in its name; here both bear the same, so that they meet.

use crate::law::cite::listed;
use crate::report::law::view::{DutyView, ExceptionView, LawView, RuleView, SectionView};
use crate::report::law::words::condition_in_line;
use crate::term::sentence_case;

/// One thing that can change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The part of the page it belongs to.
    pub(crate) part: &'static str,
    /// The name by which both editions know it.
    pub(crate) id: String,
    /// What a reader calls it.
    pub(crate) title: String,
    /// What is said about it, by label.
    pub(crate) fields: Vec<(&'static str, String)>,
}

/// Returns everything that can change.
pub(crate) fn entries(law: &LawView) -> Vec<Entry> {
    let mut entries: Vec<Entry> = days(law).collect();
    for chapter in &law.chapters {
        for rule in &chapter.rules {
            entries.push(of_rule(chapter.title, rule));
            entries.extend(rule.unless.iter().map(|it| of_exception(chapter.title, rule, it)));
        }
    }
    entries.extend(product_laws(law));
    entries.extend(law.duties.iter().map(of_duty));
    entries.extend(reliefs(law));
    entries.extend(penalties(law));
    entries.extend(law.registration.iter().flat_map(of_section));
    entries
}

fn name(id: &str) -> String {
    id.strip_suffix("-2024").unwrap_or(id).to_owned()
}

fn days(law: &LawView) -> impl Iterator<Item = Entry> {
    let groups = law.applies.iter().map(|it| Entry {
        part: "From which day what applies",
        id: it.id.to_owned(),
        title: it.title.to_owned(),
        fields: vec![
            ("applies from", it.applies_from.in_words()),
            ("set by", it.cites.to_string()),
            ("doubt", it.doubt.to_owned()),
        ],
    });
    let transitions = law.transitions.iter().map(|it| Entry {
        part: "Transitional rules",
        id: name(it.id),
        title: listed(it.cites),
        fields: vec![("says", it.says.to_owned()), ("doubt", it.doubt.to_owned())],
    });
    groups.chain(transitions)
}

fn of_rule(part: &'static str, rule: &RuleView) -> Entry {
    Entry {
        part,
        id: name(rule.id),
        title: rule.cites.first().map_or_else(String::new, ToString::to_string),
        fields: vec![
            ("says", rule.says.to_owned()),
            ("stands in", listed(rule.cites)),
            ("limits", rule.limits.to_owned()),
            ("follows", rule.follows.clone()),
            ("asks", condition_in_line(rule.when)),
            ("rests on", rule.basis.to_owned()),
            ("read by", rule.reading.to_owned()),
            ("doubt", rule.doubt.to_owned()),
        ],
    }
}

fn of_exception(part: &'static str, rule: &RuleView, it: &ExceptionView) -> Entry {
    Entry {
        part,
        // One exception may serve several rules.
        id: format!("{} except {}", name(rule.id), name(it.id)),
        title: format!("{}, exception", listed(it.cites)),
        fields: vec![
            ("says", it.says.to_owned()),
            ("asks", condition_in_line(it.when)),
            ("gives", it.gives.to_owned()),
            ("rests on", it.basis.to_owned()),
            ("doubt", it.doubt.to_owned()),
        ],
    }
}

fn product_laws(law: &LawView) -> impl Iterator<Item = Entry> {
    law.product_laws.iter().map(|it| Entry {
        part: "Product laws",
        id: it.numbers.first().copied().unwrap_or_default().to_owned(),
        title: format!("{} ({})", sentence_case(it.title), it.numbers.join(", ")),
        fields: vec![("place", it.cites.to_string())],
    })
}

fn of_duty(it: &DutyView) -> Entry {
    Entry {
        part: "Duties",
        id: name(it.id),
        title: listed(it.cites),
        fields: vec![
            ("says", sentence_case(it.says)),
            ("owed by", it.owed_by.join(", ")),
            ("owed for", it.owed_for.to_owned()),
            ("begins with", it.begins_with.clone()),
            ("rests on", it.ground.to_owned()),
            ("fined by", it.fined.clone()),
        ],
    }
}

fn reliefs(law: &LawView) -> impl Iterator<Item = Entry> {
    law.size_reliefs.iter().map(|it| Entry {
        part: "What is easier for smaller undertakings",
        id: it.id.to_owned(),
        title: listed(it.cites),
        fields: vec![("says", it.says.to_owned()), ("for", it.for_sizes.clone())],
    })
}

fn penalties(law: &LawView) -> impl Iterator<Item = Entry> {
    law.penalties.iter().map(|it| Entry {
        part: "The most that a fine can be",
        id: it.id.to_owned(),
        title: format!("{} ({})", sentence_case(it.infringement), it.cites),
        fields: vec![
            ("at most", it.at_most.clone()),
            ("reaches", it.reaches.to_owned()),
            ("the lower one counts for", it.lower_counts_for.clone()),
        ],
    })
}

fn of_section(section: &SectionView) -> Vec<Entry> {
    let points = section.points.iter().map(|it| Entry {
        part: "What the EU database asks for",
        id: format!("{} {}", section.duty, it.number),
        title: format!("{} point {}", section.cites, it.number),
        fields: vec![("asks for", it.asks.to_owned())],
    });
    points.collect()
}
