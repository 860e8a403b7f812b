//! One run of the questionnaire: the answers given so far, in order, and where the record stands after each. The last
//! answer can be taken back. Nothing depends on how the answers came in.

use crate::ask::again;
use crate::ask::changes::{By, change_of};
use crate::ask::order;
use crate::ask::question::{Question, Topic};
use crate::ask::standing::{Standing, Under};
use crate::ask::vocabulary::{POINTS, point_of, term_of};
use crate::classify::contradictions::WORKERS;
use crate::classify::facts::{Answers, Verdict};
use crate::classify::system::SystemClass;
use crate::inventory::sayings::Saying;
use crate::law::edition::Edition;
use crate::law::terms::{AnnexArea, AnnexPoint};
use crate::yaml::node::Node;

/// Which questions are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Those that could change the tier.
    Tier,
    /// Also those on which only a duty or a day hangs.
    All,
}

/// What a person said to a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// This.
    Said(Saying),
    /// Nothing; the question stays open and nothing is written.
    Skipped,
}

/// A question with what was said.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// The question.
    pub question: Question,
    /// What was said.
    pub reply: Reply,
}

/// A run of the questionnaire.
#[derive(Debug, Clone)]
pub struct Sitting {
    under: Under,
    scope: Scope,
    by: By,
    first: Standing,
    /// What the record answers and is to be asked first all the same.
    again: Vec<Question>,
    /// Whether besides those only what their answers bring up is asked.
    is_confined: bool,
    /// What of it was put behind the rest already.
    postponed: Vec<Topic>,
    given: Vec<(Given, Standing)>,
}

impl Sitting {
    /// Begins with the record of a system as it was read.
    ///
    /// # Errors
    /// Says what keeps the record from being used.
    pub fn begin(record: Node, by: By, under: Under, scope: Scope) -> Result<Self, String> {
        Ok(Self {
            under,
            scope,
            first: Standing::of(record, under)?,
            by,
            again: Vec::new(),
            is_confined: false,
            postponed: Vec::new(),
            given: Vec::new(),
        })
    }

    /// Asks first, once more, for all answers of the record; or for these alone, and for what comes up with them.
    ///
    /// # Errors
    /// Says what can be asked for again when the record does not answer one of the fields.
    pub fn again(mut self, fields: &[String]) -> Result<Self, String> {
        let answered = self.first.answered();
        let typed = fields.iter().map(|typed| typed.trim());
        let typed: Vec<&str> = typed.filter(|typed| !typed.is_empty()).collect();
        let mut wanted: Vec<&String> = match (fields.is_empty(), typed.is_empty()) {
            (true, _) => answered.iter().collect(),
            (false, true) => {
                return Err("`--again` names no field; alone it asks for every answer".to_owned());
            }
            (false, false) => {
                let found: Result<Vec<_>, String> = typed
                    .into_iter()
                    .map(|typed| again::meant(typed, &answered))
                    .collect();
                found?.concat()
            }
        };
        wanted.sort_by_key(|field| answered.iter().position(|known| known == *field));
        wanted.dedup();
        self.is_confined = !fields.is_empty();
        self.again = wanted
            .into_iter()
            .flat_map(|field| again::questions(field))
            .collect();
        Ok(self)
    }

    /// Returns the sitting with all questions to be asked, after what was said so far.
    pub fn widened(&self) -> Self {
        Self {
            scope: Scope::All,
            ..self.clone()
        }
    }

    /// Asks once more for what was left open.
    pub fn unskipped(mut self) -> Self {
        self.given.retain(|(given, _)| given.reply != Reply::Skipped);
        self
    }

    /// Returns who answers, and when.
    pub fn by(&self) -> &By {
        &self.by
    }

    /// Returns the text of the Act that is applied.
    pub fn edition(&self) -> Edition {
        self.under.edition
    }

    /// Returns what is known of each fact, with the answers so far.
    pub fn answers(&self) -> &Answers {
        &self.standing().answers
    }

    /// Returns the class with the answers so far.
    pub fn class(&self) -> &SystemClass {
        &self.standing().class
    }

    /// Returns the questions with what was said, in the order in which they were asked.
    pub fn given(&self) -> impl Iterator<Item = &Given> {
        self.given.iter().map(|(given, _)| given)
    }

    /// Returns how many questions are open, as far as they are to be asked.
    pub fn n_open(&self) -> usize {
        self.n_open_in(self.class())
    }

    /// Returns how many questions of a class are open, as far as they are to be asked.
    pub fn n_open_in(&self, class: &SystemClass) -> usize {
        let on_tier = class
            .open_questions
            .iter()
            .filter(|open| class.is_open() && open.bears_on_tier(class.min_tier));
        match self.scope {
            Scope::Tier => on_tier.count(),
            Scope::All => class.open_questions.len(),
        }
    }

    /// Returns whether questions that were open before are left for another time.
    pub fn is_confined(&self) -> bool {
        self.is_confined
    }

    /// Returns whether a question asks for an answer that the record has.
    pub fn is_again(&self, question: &Question) -> bool {
        self.again.iter().any(|again| again.topic == question.topic)
    }

    /// Returns whether the answer at a field is asked for again.
    pub(crate) fn asks_again_for(&self, field: &str) -> bool {
        self.again.iter().any(|question| question.field() == field)
    }

    /// Returns the answer that the record had at a field before this sitting, as a note repeats it.
    pub(crate) fn on_record(&self, field: &str) -> Option<String> {
        self.first.answer_at(field)
    }

    /// Returns whether it is unknown, by now, which uses of Annex III are meant.
    pub(crate) fn has_unknown_points(&self) -> bool {
        let list = self.standing().answer_at(&format!("facts.{POINTS}"));
        list.is_some_and(|list| list == "unknown")
    }

    /// Returns the points of an area that hold as the record stands, by their terms.
    pub(crate) fn points_on_record(&self, area: AnnexArea) -> Vec<&'static str> {
        let holding = self.standing().points(Verdict::Yes);
        let in_area = holding.filter(|fact| point_of(*fact).is_some_and(|point| point.area() == area));
        in_area.filter_map(term_of).collect()
    }

    /// Returns the question to be asked next; `None` when nothing is left to ask.
    pub fn next(&self) -> Option<Question> {
        let asked = self.asked();
        let again = self.again.iter().find(|again| !asked.contains(&again.topic));
        if let Some(again) = again {
            return Some(again.clone());
        }
        match self.next_area() {
            Some(area) => Some(area),
            None => {
                let earlier = self.is_confined.then_some(&self.first);
                order::next(self.standing(), earlier, self.under, self.scope, &asked)
            }
        }
    }

    /// Takes what was said.
    ///
    /// # Errors
    /// Says why the record cannot hold the answer; it is then as if the question had not been asked.
    pub fn take(&mut self, question: Question, reply: Reply) -> Result<(), String> {
        let standing = match &reply {
            Reply::Skipped => self.standing().clone(),
            Reply::Said(saying) => self.standing_after(&question, saying)?,
        };
        self.given.push((Given { question, reply }, standing));
        Ok(())
    }

    /// Puts a question that asks for an answer again behind the others of its kind, whose answers may be what stood
    /// against this one. Returns whether that was done: once, and only where others are left.
    pub fn postpone(&mut self, question: &Question) -> bool {
        let topic = question.topic;
        let asked = self.asked();
        let is_left = |other: &Question| other.topic != topic && !asked.contains(&other.topic);
        if !self.is_again(question) || self.postponed.contains(&topic) || !self.again.iter().any(is_left) {
            return false;
        }
        // Stable sorting leaves the others in their order.
        self.again.sort_by_key(|other| other.topic == topic);
        self.postponed.push(topic);
        true
    }

    /// Takes the last answer back and returns its question.
    pub fn back(&mut self) -> Option<Question> {
        self.given.pop().map(|(given, _)| given.question)
    }

    /// Returns the class as it would be after an answer.
    pub fn class_after(&self, question: &Question, saying: &Saying) -> Option<SystemClass> {
        let is_part = matches!(question.topic, Topic::Area(_)) && !self.is_again(question);
        if is_part {
            let change = change_of(&question.field(), &question.form, saying, None);
            return self
                .standing()
                .after(&change, self.under)
                .ok()
                .map(|after| after.class);
        }
        let after = self.standing_after(question, saying).ok()?;
        Some(after.class)
    }

    fn standing(&self) -> &Standing {
        self.given.last().map_or(&self.first, |(_, standing)| standing)
    }

    fn asked(&self) -> Vec<Topic> {
        self.given().map(|given| given.question.topic).collect()
    }

    /// Returns the next area, once one has been asked: the list of points is written whole or not at all.
    fn next_area(&self) -> Option<Question> {
        let (begun, _) = self.given.last()?;
        let is_area = matches!(begun.question.topic, Topic::Area(_));
        let is_answered = matches!(&begun.reply, Reply::Said(saying) if *saying != Saying::Unknown);
        let asked = self.asked();
        let areas = order::areas(self.standing());
        let mut left = areas.into_iter().filter(|area| !asked.contains(&area.topic));
        (is_area && is_answered).then(|| left.next())?
    }

    fn standing_after(&self, question: &Question, saying: &Saying) -> Result<Standing, String> {
        let Topic::Area(_) = question.topic else {
            let change = change_of(&question.field(), &question.form, saying, Some(&self.by));
            return self.standing().after(&change, self.under);
        };
        match self.points_with(question, saying) {
            Some(points) => {
                let change = change_of(&question.field(), &question.form, &points, Some(&self.by));
                self.standing().after(&change, self.under)
            }
            None if self.is_again(question) => Err(
                "the list of uses is known as a whole or not at all, and uses of other areas are on record"
                    .to_owned(),
            ),
            None => self.part_of_points(question, saying),
        }
    }

    // What contradicts an answer that was given before is refused at the area that does, and not after the last one.
    fn part_of_points(&self, question: &Question, saying: &Saying) -> Result<Standing, String> {
        let names_workers = |terms: &[&str]| terms.contains(&AnnexPoint::P4b.key());
        let leaves_out_workers = question.topic == Topic::Area(AnnexPoint::P4b.area())
            && matches!(saying, Saying::Terms(terms) if !names_workers(terms));
        match leaves_out_workers && self.standing().must_name_workers() {
            true => Err(format!(
                "`{WORKERS}` is answered with yes, and that is point {}",
                AnnexPoint::P4b.key()
            )),
            false => Ok(self.standing().clone()),
        }
    }

    /// Returns the list of points on record with what was said about one area in place of what it had there.
    fn points_again(&self, area: AnnexArea, saying: &Saying) -> Option<Saying> {
        // Nobody knows about an area that was asked before; no answer about another makes the list whole.
        if self.has_unknown_points() {
            return Some(Saying::Unknown);
        }
        let elsewhere: Vec<&str> = AnnexArea::ALL
            .iter()
            .filter(|other| **other != area)
            .flat_map(|other| self.points_on_record(*other))
            .collect();
        let said: &[&str] = match saying {
            Saying::Unknown => return elsewhere.is_empty().then_some(Saying::Unknown),
            Saying::Terms(terms) => terms,
            Saying::Flag(_) | Saying::Number(_) | Saying::Day(_) | Saying::Words(_) | Saying::Nothing => &[],
        };
        let holds = |key: &&str| elsewhere.contains(key) || said.contains(key);
        let all = AnnexPoint::ALL.iter().map(|point| point.key());
        Some(Saying::Terms(all.filter(holds).collect()))
    }

    /// Returns the whole list of points, once the last area is answered; or that it is unknown, if nothing else was said.
    fn points_with(&self, question: &Question, saying: &Saying) -> Option<Saying> {
        if let (Topic::Area(area), true) = (question.topic, self.is_again(question)) {
            return self.points_again(area, saying);
        }
        let earlier = self
            .given()
            .filter(|given| matches!(given.question.topic, Topic::Area(_)));
        let mut chosen: Vec<&'static str> = Vec::new();
        let mut answered: Vec<Topic> = vec![question.topic];
        for given in earlier {
            if let Reply::Said(Saying::Terms(terms)) = &given.reply {
                chosen.extend(terms);
                answered.push(given.question.topic);
            }
        }
        match saying {
            Saying::Unknown => return chosen.is_empty().then_some(Saying::Unknown),
            Saying::Terms(terms) => chosen.extend(terms),
            Saying::Flag(_) | Saying::Number(_) | Saying::Day(_) | Saying::Words(_) | Saying::Nothing => {}
        }
        let is_whole = order::areas(self.standing())
            .iter()
            .all(|area| answered.contains(&area.topic));
        let holding = self.standing().points(Verdict::Yes);
        chosen.extend(holding.filter_map(term_of));
        let all = AnnexPoint::ALL.iter().map(|point| point.key());
        is_whole.then(|| Saying::Terms(all.filter(|key| chosen.contains(key)).collect()))
    }

    /// Returns every answer that is to be written, with its field, in the order of the record.
    pub fn said(&self) -> Vec<(String, &Question, Saying)> {
        let mut said: Vec<(String, &Question, Saying)> = Vec::new();
        for (at, (given, _)) in self.given.iter().enumerate() {
            let Reply::Said(saying) = &given.reply else {
                continue;
            };
            let saying = match given.question.topic {
                Topic::Area(_) => self.up_to(at).points_with(&given.question, saying),
                Topic::Roles | Topic::Tripwire(_) | Topic::Field(_) => Some(saying.clone()),
            };
            let field = given.question.field();
            // A list that was answered area by area stands as it was after the last of them.
            said.retain(|(known, ..)| *known != field || saying.is_none());
            said.extend(saying.map(|saying| (field, &given.question, saying)));
        }
        said.sort_by_key(|(_, question, _)| question.rank());
        said
    }

    fn up_to(&self, n_given: usize) -> Self {
        let mut earlier = self.clone();
        earlier.given.truncate(n_given);
        earlier
    }

    /// Returns in how many areas of Annex III it is open what the system is used for.
    pub fn n_areas_open(&self) -> usize {
        order::areas(self.standing()).len()
    }
}
