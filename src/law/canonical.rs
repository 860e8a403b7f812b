//! The whole table as text, one line for each thing that can change: what the hash of the table is taken over. A
//! reader never sees it; two tables with the same text say the same.

use crate::law::annexes::ACTS;
use crate::law::changes::{BESIDE, POINTS, UNCHANGED};
use crate::law::cite::listed;
use crate::law::control_topics::TOPICS;
use crate::law::coverage_rows::ROWS;
use crate::law::crosswalk::{self, SUPPORTS};
use crate::law::dates::DutyGroup;
use crate::law::duties::{self, Duty};
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::law::penalties::{self, Penalty};
use crate::law::registration::SECTIONS;
use crate::law::rule::Rule;
use crate::law::sizes::RELIEFS;
use crate::law::sources::{REVISION, VALID_UNTIL};
use crate::law::transition::TRANSITIONS;
use crate::law::uses::Use;
use crate::law::{all_rules, gaps};

/// Returns the table as text: per edition the days, acts, ceilings, points and reliefs; then facts, rules with their
/// exceptions, duties, transitional rules, gaps, changes, coverage and what supports other frameworks.
pub fn canonical() -> String {
    let mut lines = vec![format!("revision\t{REVISION}\t{VALID_UNTIL}")];
    Edition::ALL
        .iter()
        .for_each(|edition| edition_lines(*edition, &mut lines));
    lines.extend(Fact::ALL.iter().map(|fact| fact_line(*fact)));
    lines.extend(Use::ALL.iter().map(|it| use_line(*it)));
    all_rules().for_each(|rule| rule_lines(rule, &mut lines));
    lines.extend(duties::ALL.iter().map(duty_line));
    lines.extend(TRANSITIONS.iter().map(|it| format!("transition\t{it:?}")));
    lines.extend(gaps::ALL.iter().map(|gap| format!("gap\t{gap:?}")));
    lines.extend(POINTS.iter().chain(BESIDE).map(|it| format!("change\t{it:?}")));
    lines.extend(
        ROWS.iter()
            .flat_map(|part| part.rows)
            .map(|row| format!("coverage\t{row:?}")),
    );
    lines.push(format!("supports\t{}", crosswalk::VERIFIED_ON));
    lines.extend(SUPPORTS.iter().map(|it| format!("support\t{it:?}")));
    lines.extend(TOPICS.iter().map(|it| format!("topics\t{it:?}")));
    lines.extend(UNCHANGED.iter().map(|it| format!("unchanged\t{it:?}")));
    lines.join("\n")
}

fn edition_lines(edition: Edition, lines: &mut Vec<String>) {
    lines.push(format!("edition\t{edition}\t{}", edition.in_force_from()));
    lines.extend(DutyGroup::ALL.iter().map(|group| {
        let from = group
            .applies_from(edition)
            .map_or("never".to_owned(), |day| day.to_string());
        format!(
            "applies\t{edition}\t{}\t{from}\t{}\t{}",
            group.key(),
            group.cite(edition),
            group.words()
        )
    }));
    lines.extend(ACTS.iter().map(|act| {
        let numbers = act.numbers.join(",");
        format!("act\t{edition}\t{numbers}\t{}\t{}", act.cite(edition), act.title)
    }));
    lines.extend(penalties::of(edition).map(|penalty| penalty_line(penalty, edition)));
    for section in SECTIONS {
        lines.extend(section.points_in(edition).map(|point| {
            format!(
                "registration\t{edition}\t{}\t{}\t{}",
                section.cites,
                point.number,
                point.asked.key()
            )
        }));
    }
    lines.extend(RELIEFS.iter().map(|relief| {
        let (says, sizes) = (relief.says(edition), relief.sizes(edition));
        format!(
            "relief\t{edition}\t{}\t{}\t{says}\t{sizes:?}\t{:?}",
            relief.id,
            listed(relief.cites),
            relief.holds_for
        )
    }));
}

fn penalty_line(penalty: &Penalty, edition: Edition) -> String {
    format!(
        "penalty\t{edition}\t{}\t{}\t{}\t{}\t{:?}\t{:?}\t{}",
        penalty.id,
        penalty.cite,
        penalty.infringement,
        penalty.euro,
        penalty.percent,
        penalty.lower_for(edition),
        penalty.reaches(edition)
    )
}

fn fact_line(fact: Fact) -> String {
    let row = fact.row();
    format!(
        "fact\t{}\t{:?}\t{:?}\t{}",
        fact.key(),
        row.means,
        row.silence,
        row.question
    )
}

fn use_line(it: Use) -> String {
    let row = it.row();
    let stands = format!("{:?}", row.stands);
    format!("use\t{}\t{stands}\t{}\t{}", it.key(), row.question, row.not_meant)
}

fn duty_line(duty: &Duty) -> String {
    format!(
        "duty\t{}\t{}\t{:?}\t{}\t{:?}\t{:?}\t{}\t{}\t{:?}\t{}\t{:?}",
        duty.id,
        listed(duty.cites),
        duty.roles,
        duty.title,
        duty.trigger,
        duty.start,
        duty.proof.key(),
        duty.ground.key(),
        duty.fined,
        duty.since,
        duty.until
    )
}

fn rule_lines(rule: &Rule, lines: &mut Vec<String>) {
    let until = rule.until.map_or("-".to_owned(), |day| day.to_string());
    lines.push(format!(
        "rule\t{}\t{}\t{}\t{until}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
        rule.id,
        listed(rule.cites),
        rule.since,
        rule.basis.words(),
        rule.reading.words(),
        rule.then,
        rule.when,
        rule.paraphrase,
        rule.limits,
        rule.doubt
    ));
    lines.extend(rule.unless.iter().map(|exception| {
        format!(
            "unless\t{}\t{}\t{}\t{:?}\t{}\t{:?}\t{}\t{}\t{}",
            exception.id,
            listed(exception.cites),
            exception.since,
            exception.until,
            exception.basis.words(),
            exception.gives,
            exception.when,
            exception.paraphrase,
            exception.doubt
        )
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_holds_whatever_a_document_could_print() {
        let text = canonical();
        assert!(all_rules().all(|rule| text.contains(rule.id) && text.contains(rule.paraphrase)));
        assert!(Fact::ALL.iter().all(|fact| text.contains(fact.question())));
        assert!(duties::ALL.iter().all(|duty| text.contains(duty.title)));
        assert!(TRANSITIONS.iter().all(|it| text.contains(it.says)));
        assert!(
            penalties::ALL
                .iter()
                .all(|it| text.contains(&format!("\t{}\t", it.euro)))
        );
        assert!(gaps::ALL.iter().all(|gap| text.contains(gap.code)));
    }
}
