//! What shows that people were told: where a notice stands and since when, or the reason why there is none. A day that
//! has not come yet, or that came too late, shows nothing.

use crate::calendar::Date;
use crate::inventory::field::Field;
use crate::inventory::id::Id;
use crate::inventory::kind::Kind;
use crate::inventory::statement::{Notice, NoticeType};
use crate::obligations::proof::Walk;

impl Walk<'_, '_> {
    /// A notice is shown by where it stands, or by the reason why there is none.
    pub(crate) fn notice(&mut self, wanted: NoticeType) {
        let notices = self.case.docket.inventory.notices_of(self.case.system);
        let given: Vec<_> = notices
            .into_iter()
            .filter(|notice| notice.r#type.is(&wanted))
            .collect();
        if given.is_empty() {
            match &self.case.system.notices {
                Field::NotApplicable(said) => self.trail.excuse(said.value.reason.clone()),
                Field::Stated(_) | Field::Unknown(_) | Field::Absent => self.trail.missing_at("notices"),
            }
        }
        for notice in given {
            let id = &notice.id.value;
            match notice.exception.said() {
                Some(said) => self.trail.pointer(Kind::Notice, id, "exception", said.span),
                None => {
                    self.trail.field(Kind::Notice, id, "placement", &notice.placement);
                    self.day(id, "first_shown", &notice.first_shown);
                    if wanted == NoticeType::Art26_7 {
                        self.told(id, notice);
                    }
                    if wanted.must_be_accessible() {
                        self.trail
                            .field(Kind::Notice, id, "accessible", &notice.accessible);
                    }
                }
            }
        }
    }

    /// Workers are told, and their representatives, and both before the system is used (Article 26(7)).
    fn told(&mut self, id: &Id, notice: &Notice) {
        let representatives = &notice.workers_representatives_informed_on;
        self.day(id, "workers_representatives_informed_on", representatives);
        self.day(id, "workers_informed_on", &notice.workers_informed_on);
        let used_since = self.case.system.in_service_since.stated();
        let told = [representatives, &notice.workers_informed_on];
        let is_late = |day: &Date| used_since.is_some_and(|since| since < day);
        if told.into_iter().filter_map(Field::stated).any(is_late) {
            self.trail.missing();
        }
    }

    /// Reads the day on which something was done; a day that has not come yet shows a plan and no deed.
    fn day(&mut self, id: &Id, field: &'static str, value: &Field<Date>) {
        match value.stated() {
            Some(day) if *day > self.case.docket.as_of => self.trail.missing(),
            Some(_) | None => self.trail.field(Kind::Notice, id, field, value),
        }
    }
}
