//! What stands at a place of the Act, or bears a name, for `actfile explain`: rules and duties of the edition that is
//! asked for, in full, and in one line what another edition says instead. Adds nothing to the tables of the law.

use crate::law::all_rules;
use crate::law::cite::{Citation, listed};
use crate::law::duties::{self, Duty};
use crate::law::edition::Edition;
use crate::law::rule::{Exception, Rule};
use crate::report::law::words::{fined, rule_start, start};

/// Something that the table of an edition holds.
#[derive(Debug, Clone, Copy)]
enum Held {
    Rule(&'static Rule),
    Duty(&'static Duty),
}

/// Returns what bears a name or stands at a place; failing that in the edition, what stands below it.
pub(crate) fn place(slug: &str, edition: Edition) -> Option<String> {
    if slug.is_empty() {
        return None;
    }
    let below = format!("{slug}-");
    let mut found = held(&|name| name == slug);
    if !found.iter().any(|it| it.is_law_in(edition)) {
        let known: Vec<&str> = found.iter().map(|it| it.id()).collect();
        let further = held(&|name| name.starts_with(&below));
        found.extend(further.into_iter().filter(|it| !known.contains(&it.id())));
    }
    (!found.is_empty()).then(|| told(&found, edition))
}

/// Returns a rule with limits, place and exceptions, as an edition has it.
fn told_rule(rule: &'static Rule, edition: Edition) -> String {
    let mut told = format!(
        "# {}\n\n{}\n\nStands in: {}\n{}Applies from: {}\nRests on: {}, {}\n",
        rule.id,
        sentences(&[rule.paraphrase, rule.limits, rule.doubt]),
        listed(rule.cites),
        Held::Rule(rule).validity(),
        rule_start(rule.then, edition),
        rule.basis.words(),
        rule.reading.words()
    );
    told.push_str(&asked(rule));
    told.extend(rule.unless.iter().map(told_exception));
    told
}

/// Tells what is law in the edition, then what the other edition says instead; what only the other one has in full.
fn told(found: &[Held], edition: Edition) -> String {
    let (here, elsewhere): (Vec<Held>, Vec<Held>) = found.iter().partition(|it| it.is_law_in(edition));
    let pages: Vec<String> = match here.is_empty() {
        true => elsewhere
            .iter()
            .map(|it| format!("{}\nThis text is not law in `{edition}`.\n", it.told(edition)))
            .collect(),
        false => here.iter().map(|it| it.told(edition)).collect(),
    };
    let mut others = if here.is_empty() { Vec::new() } else { elsewhere };
    for counterpart in found.iter().filter_map(|it| it.counterpart()) {
        if !found.iter().chain(&others).any(|it| it.id() == counterpart.id()) {
            others.push(counterpart);
        }
    }
    let differing = others
        .iter()
        .filter(|other| !here.iter().any(|it| it.says() == other.says()));
    let lines: String = differing
        .map(|other| format!("\n{}", other.line(edition)))
        .collect();
    format!("{}{lines}", pages.join("\n"))
}

/// Returns the rules and duties of which a name, a first place or the name of an exception is meant.
fn held(is_meant: &dyn Fn(&str) -> bool) -> Vec<Held> {
    let is_at = |id: &str, cites: &[Citation]| {
        is_meant(id) || cites.first().is_some_and(|cite| is_meant(&cite.slug()))
    };
    let has_exception = |rule: &Rule| rule.unless.iter().any(|exception| is_meant(exception.id));
    let rules = all_rules().filter(|rule| is_at(rule.id, rule.cites) || has_exception(rule));
    let duties = duties::ALL.iter().filter(|duty| is_at(duty.id, duty.cites));
    rules.map(Held::Rule).chain(duties.map(Held::Duty)).collect()
}

impl Held {
    fn id(self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.id,
            Self::Duty(duty) => duty.id,
        }
    }

    fn is_law_in(self, edition: Edition) -> bool {
        match self {
            Self::Rule(rule) => rule.is_law_in(edition),
            Self::Duty(duty) => duty.is_law_in(edition),
        }
    }

    fn says(self) -> String {
        match self {
            Self::Rule(rule) => rule.paraphrase.to_owned(),
            Self::Duty(duty) => format!("Duty: {}.", duty.title.trim_end_matches('.')),
        }
    }

    /// Returns from when and until when the text is law.
    fn validity(self) -> String {
        let (since, until) = match self {
            Self::Rule(rule) => (rule.since, rule.until),
            Self::Duty(duty) => (duty.since, duty.until),
        };
        let last = until.map(|until| format!(", until {}", until.plus_days(-1).in_words()));
        format!("Law since: {}{}\n", since.in_words(), last.unwrap_or_default())
    }

    fn told(self, edition: Edition) -> String {
        match self {
            Self::Rule(rule) => told_rule(rule, edition),
            Self::Duty(duty) => told_duty(duty, edition),
        }
    }

    /// Returns what bears the same name in the other edition: a text that ended bears the year of its edition.
    fn counterpart(self) -> Option<Self> {
        let name = match self.id().strip_suffix("-2024") {
            Some(plain) => plain.to_owned(),
            None => format!("{}-2024", self.id()),
        };
        held(&|it| it == name).into_iter().find(|it| it.id() == name)
    }

    /// Returns in one line what another edition says, and where to read it.
    fn line(self, asked: Edition) -> String {
        let editions = Edition::ALL.iter();
        let other = editions
            .copied()
            .find(|edition| self.is_law_in(*edition))
            .unwrap_or(asked);
        let when = match other < asked {
            true => format!("Until {}", asked.in_force_from().plus_days(-1).in_words()),
            false => format!("From {}", other.in_force_from().in_words()),
        };
        format!(
            "{when}: {} (`{}`; see `actfile law --edition {other}`)\n",
            self.says(),
            self.id()
        )
    }
}

fn told_exception(exception: &Exception) -> String {
    format!(
        "\nExcept `{}`: {} ({}; {})\n",
        exception.id,
        sentences(&[exception.paraphrase, exception.doubt]),
        listed(exception.cites),
        exception.basis.words()
    )
}

fn asked(rule: &Rule) -> String {
    let mut facts = Vec::new();
    rule.when.facts(&mut facts);
    match facts.is_empty() {
        true => String::new(),
        false => facts.iter().fold("\nAsks:\n\n".to_owned(), |told, fact| {
            format!("{told}- `{}`: {}\n", fact.field(), fact.question())
        }),
    }
}

fn told_duty(duty: &'static Duty, edition: Edition) -> String {
    let roles: Vec<&str> = duty.roles.iter().map(|role| role.words()).collect();
    let edition = match duty.is_law_in(edition) {
        true => edition,
        false => Edition::on(duty.since),
    };
    format!(
        "# {}\n\n{}\n\nStands in: {}\n{}Applies from: {}\nOwed by: {}\nOwed for: {}\nShown by: {}\nFined by: {}\nRests on: {}\n",
        duty.id,
        Held::Duty(duty).says(),
        listed(duty.cites),
        Held::Duty(duty).validity(),
        start(duty, edition),
        roles.join(", "),
        duty.trigger.words(),
        duty.proof.words(),
        fined(duty.fined),
        duty.ground_in(edition).words()
    )
}

fn sentences(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}
