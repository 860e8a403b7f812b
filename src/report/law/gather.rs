//! Fills the data of one edition from the tables of the law: only what is law in the edition, days and places as the
//! edition has them.

use crate::law::annexes::ACTS;
use crate::law::chapter::{CHAPTERS, Chapter};
use crate::law::coverage_rows::ROWS;
use crate::law::dates::DutyGroup;
use crate::law::duties::{self, Duty, Start};
use crate::law::edition::Edition;
use crate::law::penalties;
use crate::law::registration::SECTIONS;
use crate::law::rule::{Cond, Exception, Rule};
use crate::law::sizes::RELIEFS;
use crate::law::sources::{REVISION, SOURCES, VALID_UNTIL, VERIFIED_ON, rules_sha256};
use crate::law::transition;
use crate::report::law::view::{
    ActView, ChapterView, CoverageView, DutyView, ExceptionView, GroupView, LawView, PenaltyView, PointView,
    ProvisionView, QuestionView, ReliefView, RuleView, SectionView, SourceView, StartView, TransitionView,
};
use crate::report::law::words;

/// The shape of the data; a change that breaks readers raises the number.
const FORMAT: &str = "actfile-law/1";

impl LawView {
    /// Returns an edition as data.
    pub fn of(edition: Edition) -> Self {
        Self {
            format: FORMAT,
            law: edition,
            title: edition.title(),
            in_force_from: edition.in_force_from(),
            rules_revision: REVISION,
            rules_sha256: rules_sha256(),
            verified_on: VERIFIED_ON,
            valid_until: VALID_UNTIL,
            sources: sources(),
            applies: groups(edition),
            transitions: transitions(edition),
            chapters: CHAPTERS.iter().map(|it| chapter(it, edition)).collect(),
            product_laws: product_laws(edition),
            duties: duties::of(edition).map(|it| duty(it, edition)).collect(),
            size_reliefs: reliefs(edition),
            penalties: ceilings(edition),
            registration: sections(edition),
            coverage: coverage(edition),
        }
    }
}

fn sources() -> Vec<SourceView> {
    let sources = SOURCES.iter().map(|source| SourceView {
        id: source.key,
        title: source.title,
        reference: source.reference,
        standing: source.standing,
    });
    sources.collect()
}

/// Returns the groups that the edition knows, by their first day.
fn groups(edition: Edition) -> Vec<GroupView> {
    let groups = DutyGroup::ALL.iter().filter_map(|group| {
        Some(GroupView {
            id: group.key(),
            title: group.words(),
            applies_from: group.applies_from(edition)?,
            cites: group.cite(edition),
            doubt: group.doubt(edition),
        })
    });
    let mut groups: Vec<GroupView> = groups.collect();
    groups.sort_by_key(|group| group.applies_from);
    groups
}

fn transitions(edition: Edition) -> Vec<TransitionView> {
    let transitions = transition::of(edition).map(|it| TransitionView {
        id: it.id,
        cites: it.cites,
        says: it.says,
        doubt: it.doubt,
    });
    transitions.collect()
}

fn chapter(chapter: &Chapter, edition: Edition) -> ChapterView {
    ChapterView {
        id: chapter.id,
        title: chapter.title,
        says: chapter.says,
        rules: chapter.rules_in(edition).map(|it| rule(it, edition)).collect(),
    }
}

fn rule(rule: &'static Rule, edition: Edition) -> RuleView {
    RuleView {
        id: rule.id,
        cites: rule.cites,
        says: rule.paraphrase,
        limits: rule.limits,
        follows: words::follows(rule.then),
        when: &rule.when,
        asks: questions(&rule.when),
        unless: rule.exceptions(edition).map(exception).collect(),
        law_since: rule.since,
        law_until: rule.until,
        reading: rule.reading.words(),
        basis: rule.basis.words(),
        doubt: rule.doubt,
        reading_in_words: words::reading(rule.reading),
    }
}

fn exception(exception: &'static Exception) -> ExceptionView {
    ExceptionView {
        id: exception.id,
        cites: exception.cites,
        says: exception.paraphrase,
        gives: words::gives(exception.gives),
        when: &exception.when,
        asks: questions(&exception.when),
        law_since: exception.since,
        basis: exception.basis.words(),
        doubt: exception.doubt,
    }
}

fn questions(cond: &Cond) -> Vec<QuestionView> {
    let mut facts = Vec::new();
    cond.facts(&mut facts);
    let questions = facts.into_iter().map(|fact| QuestionView {
        fact: fact.key(),
        field: fact.field(),
        question: fact.question(),
    });
    questions.collect()
}

/// Returns the product laws by section and point.
fn product_laws(edition: Edition) -> Vec<ActView> {
    let acts = ACTS.iter().map(|act| {
        let (section, point) = act.place(edition);
        ActView {
            numbers: act.numbers,
            title: act.title,
            section: section.key(),
            point,
            cites: act.cite(edition),
        }
    });
    let mut acts: Vec<ActView> = acts.collect();
    acts.sort_by_key(|act| (act.section, act.point));
    acts
}

fn duty(duty: &Duty, edition: Edition) -> DutyView {
    DutyView {
        id: duty.id,
        cites: duty.cites,
        says: duty.title,
        owed_by: duty.roles.iter().map(|role| role.key()).collect(),
        owed_for: duty.trigger.words(),
        applies: start(duty, edition),
        applies_in_words: words::start(duty, edition),
        begins_with: words::begins(duty, edition),
        shown_by: duty.proof.words(),
        ground: duty.ground_in(edition).words(),
        fined: words::fined(duty.fined),
    }
}

fn start(duty: &Duty, edition: Edition) -> StartView {
    let start = duty.start_in(edition);
    match start {
        Start::Group(_) | Start::Amended => StartView {
            from: duty.applies_from(edition, None),
            is_settled: true,
            ..StartView::default()
        },
        Start::HighRisk | Start::Unsettled => StartView {
            annex_iii: DutyGroup::HighRiskAnnexIii.applies_from(edition),
            annex_i_a: DutyGroup::HighRiskAnnexI
                .applies_from(edition)
                .filter(|_| !duty.trigger.is_annex_iii_alone()),
            is_settled: start == Start::HighRisk,
            from: None,
        },
    }
}

fn reliefs(edition: Edition) -> Vec<ReliefView> {
    let reliefs = RELIEFS.iter().map(|relief| ReliefView {
        id: relief.id,
        cites: relief.cites,
        says: relief.says(edition),
        for_sizes: words::relieved(relief, edition),
    });
    reliefs.collect()
}

fn ceilings(edition: Edition) -> Vec<PenaltyView> {
    let penalties = penalties::of(edition).map(|penalty| PenaltyView {
        id: penalty.id,
        cites: penalty.cite,
        infringement: penalty.infringement,
        at_most: words::ceiling(penalty),
        euro: penalty.euro,
        percent: penalty.percent,
        lower_counts_for: words::sizes(penalty.lower_for(edition), "no size"),
        reaches: penalty.reaches(edition),
    });
    penalties.collect()
}

fn sections(edition: Edition) -> Vec<SectionView> {
    let sections = SECTIONS.iter().map(|section| SectionView {
        cites: section.cites,
        duty: section.duty,
        points: section
            .points_in(edition)
            .map(|point| PointView {
                number: point.number,
                asks: point.asked.words(),
            })
            .collect(),
    });
    sections.collect()
}

fn coverage(edition: Edition) -> Vec<CoverageView> {
    let parts = ROWS.iter().map(|part| CoverageView {
        title: part.title,
        part: part.id,
        provisions: part
            .rows_in(edition)
            .map(|row| ProvisionView {
                cites: row.cites,
                about: row.about,
                treatment: row.treatment,
                by: row.by_in(edition),
                says: row.says,
                reason: row.reason(edition),
            })
            .collect(),
    });
    parts.collect()
}
