//! What vendors of AI tools say about their plans: what each comes with, and for how long it keeps what. A product, a
//! plan and a day come in; a fact with its source comes out, or nothing. This is no law and says nothing about an
//! inventory: facts age, so each has a last day, after which it is not to be held against anybody.
//!
//! A fact holds for twelve months after the day whose state its source shows. Pages that were read in a stored copy show
//! the day of the copy, so their year begins before the day of reading; where only the months of the copy are known, the
//! year begins with the first day of the first. What a third party or general knowledge says is marked as such.

pub mod plans;
mod table;

use crate::calendar::Date;
use crate::terms;
use crate::vendor_facts::plans::{Plan, Product, Route, Subject};

pub use crate::vendor_facts::table::FACTS;

terms! {
    /// What kind of source a fact rests on.
    pub enum Standing {
        VendorPage = "vendor_page" => "page of the vendor",
        ThirdParty = "third_party" => "third party, not checked with the vendor",
        GeneralKnowledge = "general_knowledge" => "general knowledge, not checked with the vendor",
    }
}

/// Where facts come from, and how long they hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Its name, such as the title of a page.
    pub name: &'static str,
    /// What kind of source it is.
    pub standing: Standing,
    /// The first day for which it is known to speak: for a stored copy, the last day on which the copy can have been made.
    pub holds_from: Date,
    /// The day on which it was read.
    pub verified_on: Date,
    /// The last day on which it is taken to be current.
    pub valid_until: Date,
}

/// What is so. What is not known has no fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The plan comes with it.
    Yes,
    /// The plan comes without it.
    No,
    /// The plan comes with it only where the vendor has agreed.
    ByAgreement,
    /// Each user decides by a setting.
    BySetting,
    /// It is kept for so many days.
    Days(u32),
    /// It is kept for so many years.
    Years(u32),
}

/// One thing that a vendor says about some plans of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// The product.
    pub product: Product,
    /// The plans for which it holds.
    pub plans: &'static [Plan],
    /// The ways of use for which it holds.
    pub routes: &'static [Route],
    /// What it is about.
    pub subject: Subject,
    /// What is so.
    pub answer: Answer,
    /// What has to be said besides; often nothing.
    pub note: &'static str,
    /// Where it was read.
    pub source: &'static Source,
}

/// How a fact stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// The source speaks for a later time.
    Ahead,
    /// It is taken to hold.
    Current,
    /// It is too old to be relied on.
    Expired,
}

/// A plan as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InUse {
    /// The product.
    pub product: Product,
    /// The plan.
    pub plan: Option<Plan>,
    /// The way of use.
    pub route: Option<Route>,
}

impl Fact {
    /// Returns how the fact stands on a day.
    pub fn age_on(&self, day: Date) -> Age {
        match self.source {
            source if day < source.holds_from => Age::Ahead,
            source if day > source.valid_until => Age::Expired,
            _ => Age::Current,
        }
    }

    fn is_about(&self, product: Product, plan: Plan, route: Route) -> bool {
        self.product == product && self.plans.contains(&plan) && self.routes.contains(&route)
    }

    /// Returns what is so in a part of a sentence that follows the plan, such as `comes without single sign-on`.
    pub fn predicate(&self) -> String {
        let subject = self.subject.words();
        let says = match self.answer {
            Answer::Yes => format!("comes with {subject}"),
            Answer::No => format!("comes without {subject}"),
            Answer::ByAgreement => format!("comes with {subject} by agreement only"),
            Answer::BySetting => format!("leaves {subject} to a setting"),
            Answer::Days(_) | Answer::Years(_) => format!("keeps {subject} for {}", self.answer.words()),
        };
        match self.note {
            "" => says,
            note => format!("{says} ({note})"),
        }
    }
}

impl Answer {
    /// Returns the answer in words.
    pub fn words(self) -> String {
        let counted = |n: u32, unit: &str| match n {
            1 => format!("1 {unit}"),
            _ => format!("{n} {unit}s"),
        };
        match self {
            Self::Yes => "yes".to_owned(),
            Self::No => "no".to_owned(),
            Self::ByAgreement => "by agreement only".to_owned(),
            Self::BySetting => "by a setting".to_owned(),
            Self::Days(n) => counted(n, "day"),
            Self::Years(n) => counted(n, "year"),
        }
    }
}

impl Source {
    /// Returns the source with its kind, the day on which it was read, and which state of it that was.
    pub fn told(&self) -> String {
        let (name, standing, read) = (self.name, self.standing.words(), self.verified_on.in_words());
        match self.holds_from < self.verified_on {
            true => {
                let latest = self.holds_from.in_words();
                format!("{name}; {standing}; in a copy of {latest} or earlier, read on {read}")
            }
            false => format!("{name}; {standing}; read on {read}"),
        }
    }
}

impl InUse {
    /// Returns the plan in words, such as `Claude Code (Team, through Amazon Bedrock)`.
    pub fn words(self) -> String {
        let plan = self.plan.map(|plan| format!("plan {}", plan.words()));
        let route = self.route.map(|route| format!("through {}", route.words()));
        let parts: Vec<String> = plan.into_iter().chain(route).collect();
        match parts.is_empty() {
            true => self.product.words().to_owned(),
            false => format!("{} ({})", self.product.words(), parts.join(", ")),
        }
    }

    /// Returns the fact about a subject; where plan or way of use is not known, only when all that are possible have the
    /// same answer.
    pub fn fact(self, subject: Subject) -> Option<&'static Fact> {
        let cells = self.cells();
        let mut found = cells.iter().map(|(plan, route)| {
            let mut facts = FACTS.iter().filter(|fact| fact.subject == subject);
            facts.find(|fact| fact.is_about(self.product, *plan, *route))
        });
        let first = found.next()??;
        let is_same = |other: Option<&Fact>| other.is_some_and(|it| it.answer == first.answer);
        found.all(is_same).then_some(first)
    }

    /// Returns every pair of plan and way of use that is possible; of a plan about which nothing is known, none.
    fn cells(self) -> Vec<(Plan, Route)> {
        match (self.plan, self.route) {
            (Some(plan), Some(route)) => vec![(plan, route)],
            (Some(plan), None) => plan.routes().iter().map(|route| (plan, *route)).collect(),
            (None, Some(route)) => Plan::ALL.iter().map(|plan| (*plan, route)).collect(),
            (None, None) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(plan: Option<Plan>, route: Option<Route>, subject: Subject) -> Option<Answer> {
        let product = Product::ClaudeCode;
        InUse { product, plan, route }
            .fact(subject)
            .map(|fact| fact.answer)
    }

    #[test]
    fn every_fact_has_a_source_that_holds_for_a_time_and_at_most_a_year_from_its_state() {
        for fact in FACTS {
            let source = fact.source;
            assert!(!source.name.is_empty() && !fact.plans.is_empty() && !fact.routes.is_empty());
            assert!(source.holds_from <= source.verified_on, "{}", source.name);
            assert!(source.verified_on < source.valid_until, "{}", source.name);
            assert!(
                source.verified_on.days_until(source.valid_until) <= 365,
                "{}",
                source.name
            );
        }
    }

    #[test]
    fn no_two_facts_speak_about_one_thing() {
        for (at, fact) in FACTS.iter().enumerate() {
            for other in &FACTS[at + 1..] {
                let is_shared = fact.product == other.product
                    && fact.subject == other.subject
                    && fact.plans.iter().any(|plan| other.plans.contains(plan))
                    && fact.routes.iter().any(|route| other.routes.contains(route));
                assert!(!is_shared, "{fact:?}\n{other:?}");
            }
        }
    }

    #[test]
    fn what_is_not_known_is_answered_only_where_all_that_is_possible_agrees() {
        use Subject::{AnalyticsApi, ServerManagedSettings, Sso};
        for (plan, route, subject, expected) in [
            (Some(Plan::Pro), None, ServerManagedSettings, Some(Answer::No)),
            (Some(Plan::Team), None, ServerManagedSettings, Some(Answer::Yes)),
            (
                Some(Plan::Team),
                Some(Route::Bedrock),
                ServerManagedSettings,
                Some(Answer::No),
            ),
            (
                None,
                Some(Route::Bedrock),
                ServerManagedSettings,
                Some(Answer::No),
            ),
            (None, Some(Route::Subscription), ServerManagedSettings, None),
            (None, None, ServerManagedSettings, None),
            (
                Some(Plan::Team),
                Some(Route::Subscription),
                AnalyticsApi,
                Some(Answer::No),
            ),
            (
                Some(Plan::Team),
                Some(Route::Console),
                AnalyticsApi,
                Some(Answer::Yes),
            ),
            (Some(Plan::Team), None, AnalyticsApi, None),
            (
                Some(Plan::Other),
                Some(Route::Subscription),
                ServerManagedSettings,
                None,
            ),
            (Some(Plan::Enterprise), Some(Route::Other), Sso, None),
        ] {
            assert_eq!(
                answer(plan, route, subject),
                expected,
                "{plan:?} {route:?} {subject:?}"
            );
        }
    }

    #[test]
    fn nothing_is_known_of_another_product() {
        for plan in Plan::ALL.iter().copied().map(Some).chain([None]) {
            for route in Route::ALL.iter().copied().map(Some).chain([None]) {
                for subject in Subject::ALL {
                    let in_use = InUse {
                        product: Product::Other,
                        plan,
                        route,
                    };
                    assert_eq!(in_use.fact(*subject), None);
                }
            }
        }
    }

    #[test]
    fn a_fact_holds_from_its_first_day_to_its_last() {
        for fact in FACTS {
            let source = fact.source;
            for (day, expected) in [
                (source.holds_from.plus_days(-1), Age::Ahead),
                (source.holds_from, Age::Current),
                (source.valid_until, Age::Current),
                (source.valid_until.plus_days(1), Age::Expired),
            ] {
                assert_eq!(fact.age_on(day), expected, "{} on {day}", source.name);
            }
        }
    }
}
