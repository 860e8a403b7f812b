//! Every conclusion of an assessment under a key by which the same conclusion of another assessment is found: classes
//! with their routes, duties, days and questions, and the duties that are owed.

use crate::calendar::Date;
use crate::classify::classify;
use crate::classify::model::ModelClass;
use crate::classify::system::SystemClass;
use crate::compare::Key;
use crate::compare::change::{About, Said, Topic};
use crate::diag::Diagnostics;
use crate::law::cite::listed;
use crate::law::edition::Edition;
use crate::law::fact::Fact;
use crate::law::rule::Route;
use crate::law::terms::{Status, Tier};
use crate::obligations::owed::{Owed, Standing, Subject};
use crate::obligations::{Assessment, assess};
use std::collections::BTreeMap;

/// Returns the conclusions of an assessment.
pub(crate) fn conclusions(assessment: &Assessment) -> BTreeMap<Key, Said> {
    let mut all = BTreeMap::new();
    for (id, class) in &assessment.classification.systems {
        Conclusions::about(About::System(id.clone()), &mut all).system(class);
    }
    for (id, class) in &assessment.classification.models {
        Conclusions::about(About::Model(id.clone()), &mut all).model(class);
    }
    for owed in &assessment.owed {
        Conclusions::about(about(&owed.subject), &mut all).duty(owed);
    }
    for owed in &before_the_act(assessment).owed {
        let day = first_day(owed, assessment.edition).map(Said::day);
        Conclusions::about(about(&owed.subject), &mut all).add(Topic::DutyDay, owed.duty.id, day);
    }
    all
}

/// Returns what the same inventory comes to on a day on which nothing of the Act applies yet, so that every duty
/// still has its first day ahead.
pub(crate) fn before_the_act(assessment: &Assessment) -> Assessment {
    let (edition, day) = (assessment.edition, Edition::Oj2024.in_force_from().plus_days(-1));
    let inventory = assessment.inventory.clone();
    // The findings are those of the assessment itself, which has told them.
    let classes = classify(&inventory, edition, day, &mut Diagnostics::default());
    assess(inventory, classes, edition, day)
}

/// Returns what a duty is owed for.
pub(crate) fn about(subject: &Subject) -> About {
    match subject {
        Subject::Organisation => About::Organisation,
        Subject::System(id) => About::System(id.clone()),
        Subject::Model(id) => About::Model(id.clone()),
    }
}

/// Returns the first day of a duty that was seen before the Act.
pub(crate) fn first_day(owed: &Owed, edition: Edition) -> Option<Date> {
    match owed.standing {
        Standing::From(day) | Standing::DateUnsettled(day) => Some(day),
        // Grace is time after the first day.
        Standing::Grace(_) | Standing::OwedNow => owed.duty.applies_from(edition, None),
    }
}

struct Conclusions<'a> {
    about: About,
    all: &'a mut BTreeMap<Key, Said>,
}

impl<'a> Conclusions<'a> {
    fn about(about: About, all: &'a mut BTreeMap<Key, Said>) -> Self {
        Self { about, all }
    }

    fn add(&mut self, topic: Topic, item: impl Into<String>, said: Option<Said>) {
        if let Some(said) = said {
            self.all.insert((self.about.clone(), topic, item.into()), said);
        }
    }

    fn system(&mut self, class: &SystemClass) {
        self.add(Topic::Class, "", Some(tiers(class)));
        let reason = class.reason.map(|it| Said::new(it.key(), it.words()));
        self.add(Topic::Exclusion, "", reason);
        self.points(class);
        for entry in &class.art50 {
            let item = format!("{}:{}", entry.para.key(), entry.bearer.key());
            let status = Said::new(entry.status.key(), entry.status.words());
            self.add(Topic::Art50, item, Some(status));
        }
        // Through Section B no duty of Chapter III begins (Article 2(2)), so there is no day on which one does.
        if class.primary_tier != Tier::HighRiskAnnexIB {
            let (from, status) = (class.applies_from, class.status_on_as_of);
            self.days(class.primary_tier.key(), from, status);
        }
        self.add(Topic::Deadline, "", class.deadline.map(Said::day));
        let is_left_alone = class.grandfathered.then(|| Said::new("yes", "left alone"));
        self.add(Topic::Transition, "", is_left_alone);
        for open in &class.open_questions {
            self.question(open.fact, open.question);
        }
    }

    /// Adds the points of the law that a class rests on.
    fn points(&mut self, class: &SystemClass) {
        let holds = |words: &str| Some(Said::new("holds", words));
        for route in &class.high_risk_routes {
            self.add(Topic::Route, route.to_string(), holds(route_words(*route)));
        }
        for it in &class.derogations {
            self.add(Topic::Derogation, it.key(), holds(it.words()));
        }
        for it in &class.prohibited_points {
            self.add(Topic::Prohibited, it.key(), holds(it.words()));
        }
    }

    fn model(&mut self, class: &ModelClass) {
        let keys: Vec<&str> = class.possible.iter().map(|axis| axis.key()).collect();
        let words: Vec<&str> = class.possible.iter().map(|axis| axis.words()).collect();
        self.add(
            Topic::Class,
            "",
            Some(Said::new(keys.join(" or "), words.join("; or "))),
        );
        self.days("gpai", class.applies_from, class.status_on_as_of);
        self.add(Topic::Deadline, "", class.deadline.map(Said::day));
        for fact in &class.open_questions {
            self.question(*fact, fact.question());
        }
    }

    /// Adds the first day of the rules of a class, and whether they apply already.
    fn days(&mut self, rules: &str, from: Option<Date>, status: Option<Status>) {
        self.add(Topic::FirstDay, rules, from.map(Said::day));
        let status = status.map(|it| Said::new(it.key(), it.words()));
        self.add(Topic::Status, rules, status);
    }

    fn question(&mut self, fact: Fact, question: &str) {
        let item = match fact.choice() {
            Some(_) => fact.row().path.to_owned(),
            None => fact.key(),
        };
        let words = format!("{question} (`{}`)", fact.field());
        self.add(Topic::Question, item, Some(Said::new("open", words)));
    }

    fn duty(&mut self, owed: &Owed) {
        let id = owed.duty.id;
        let (standing, showing) = (owed.standing.to_string(), owed.showing.to_string());
        let (title, cites) = (owed.duty.title, listed(owed.duty.cites));
        let words = format!("{title} ({cites}): {standing}, {showing}");
        self.add(Topic::Duty, id, Some(Said::new("owed", words)));
        self.add(
            Topic::DutyStanding,
            id,
            Some(Said::new(standing_key(owed.standing), standing)),
        );
        self.add(
            Topic::DutyRole,
            id,
            Some(Said::new(owed.role.key(), owed.role.words())),
        );
        self.add(Topic::DutyShown, id, Some(Said::new(showing.clone(), showing)));
    }
}

fn standing_key(standing: Standing) -> String {
    match standing {
        Standing::OwedNow => "owed_now".to_owned(),
        Standing::From(day) => format!("from:{day}"),
        Standing::DateUnsettled(day) => format!("from_unsettled:{day}"),
        Standing::Grace(day) => format!("grace_until:{day}"),
    }
}

fn tiers(class: &SystemClass) -> Said {
    let (min, max) = (class.min_tier, class.max_tier);
    match class.is_open() {
        false => Said::new(min.key(), min.words()),
        true => Said::new(
            format!("{}..{}", min.key(), max.key()),
            format!("open, between {} and {}", min.words(), max.words()),
        ),
    }
}

const fn route_words(route: Route) -> &'static str {
    match route {
        Route::AnnexIA | Route::AnnexIB => "product law",
        Route::AnnexIii(point) => point.words(),
    }
}
