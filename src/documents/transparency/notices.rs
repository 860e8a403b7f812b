//! What people are told: the notices of one kind with audience, place, wording and evidence, and the reasons where
//! none is given. Also for whom agents act and who holds editorial responsibility; by role, never by name.

use crate::documents::facts::{Definition, Row};
use crate::documents::neighbours::title_on;
use crate::documents::reach;
use crate::documents::shown::Shown;
use crate::documents::trail::{Said, Trail};
use crate::inventory::record::Record;
use crate::inventory::statement::{Accessible, Notice, NoticeType};
use crate::inventory::system::System;
use crate::inventory::workflow::AgentAccount;
use crate::link::Inventory;
use crate::source::Spanned;
use crate::tongue::words::Words;
use serde::Serialize;

/// The notices of one kind, and the reasons where none is given.
#[derive(Debug, Serialize)]
pub(crate) struct Notices {
    given: Vec<Row>,
    details: Vec<Definition>,
    exceptions: Vec<Row>,
}

/// Returns the notices of these kinds, by id; of one system, if one is meant.
pub(crate) fn notices(
    trail: &mut Trail,
    section: &str,
    inventory: &Inventory,
    kinds: &[NoticeType],
    system: Option<&Record<System>>,
) -> Notices {
    let mut all = Notices {
        given: Vec::new(),
        details: Vec::new(),
        exceptions: Vec::new(),
    };
    for notice in of_kinds(inventory, kinds, system) {
        let mut said = trail.about(section, notice.id.value.as_str());
        let own = vec![
            said.words().quote(notice.title()),
            systems(&mut said, inventory, notice),
        ];
        if notice.exception.stated().is_some() {
            all.exceptions.push([own, exception(&mut said, notice)].concat());
        } else {
            all.given.push([own, given(&mut said, notice)].concat());
            all.details.push(details(&mut said, inventory, notice));
        }
    }
    all
}

fn of_kinds<'i>(
    inventory: &'i Inventory,
    kinds: &'i [NoticeType],
    system: Option<&'i Record<System>>,
) -> impl Iterator<Item = &'i Record<Notice>> {
    let all = match system {
        Some(system) => inventory.notices_of(system),
        None => inventory.notices.values().collect(),
    };
    let is_meant = |notice: &&Record<Notice>| kinds.iter().any(|kind| notice.r#type.is(kind));
    all.into_iter().filter(is_meant)
}

fn systems(said: &mut Said<'_>, inventory: &Inventory, notice: &Record<Notice>) -> String {
    let id = &notice.id.value;
    let about = reach::systems(inventory, id, &notice.systems, |system| {
        reach::holds(&system.notices, id)
    });
    reach::titles(said, &notice.systems, &about)
}

/// Returns audience, placement, shown since.
fn given(said: &mut Said<'_>, notice: &Notice) -> Row {
    vec![
        said.field("audience", &notice.audience),
        said.field("placement", &notice.placement),
        said.field("first_shown", &notice.first_shown),
    ]
}

/// Returns why no notice is given, the reason, who decided it.
fn exception(said: &mut Said<'_>, notice: &Notice) -> Row {
    let exception = &notice.exception;
    vec![
        said.within("exception.which", exception, |it| &it.which),
        said.within("exception.reason", exception, |it| &it.reason),
        said.within("exception.decided_by", exception, |it| &it.decided_by),
    ]
}

fn details(said: &mut Said<'_>, inventory: &Inventory, notice: &Record<Notice>) -> Definition {
    let words = said.words();
    let line = |id: &str, says: String| words.say_with(id, &[("says", says.into())]);
    let mut says = vec![
        line("notice-purpose", said.field("type", &notice.r#type)),
        line("notice-wording", said.field("text", &notice.text)),
        line("notice-languages", said.field("languages", &notice.languages)),
        line(
            "notice-accessibility",
            said.field_as("accessible", &notice.accessible, |it| checked(words, it)),
        ),
    ];
    if notice.principal.span().is_some() {
        says.push(line(
            "notice-principal",
            said.field("principal", &notice.principal),
        ));
    }
    let evidence = said.field_as("evidence", &notice.head.evidence, |list| {
        words.list(
            list.0
                .iter()
                .map(|id| title_on(words, &inventory.evidence, &id.value)),
        )
    });
    says.push(line("notice-evidence", evidence));
    Definition::new(words.quote(notice.title()), says)
}

fn checked(words: Words, accessible: &Accessible) -> String {
    let standard = accessible.standard.stated();
    let standard = standard.map(|it| ("standard", it.shown(words).into()));
    let day = accessible.checked_on.stated();
    let day = day.map(|day| ("day", day.shown(words).into()));
    match (standard, day) {
        (Some(standard), Some(day)) => words.say_with("notice-checked", &[standard, day]),
        (Some(standard), None) => words.say_with("notice-checked-no-day", &[standard]),
        (None, Some(day)) => words.say_with("notice-checked-no-standard", &[day]),
        (None, None) => String::new(),
    }
}

/// Returns workflow, account, for whom it acts; of the accounts under which agents act.
pub(crate) fn accounts(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let rows = inventory.workflows.values().flat_map(|workflow| {
        let mut said = trail.about("interaction", workflow.id.value.as_str());
        let row = |(at, account): (usize, &Spanned<AgentAccount>)| {
            let name = |field: &str| format!("agent_accounts[{at}].{field}");
            vec![
                said.words().quote(workflow.title()),
                said.field(&name("login"), &account.value.login),
                said.field(&name("principal"), &account.value.principal),
            ]
        };
        let rows: Vec<Row> = workflow
            .agent_accounts
            .items()
            .iter()
            .enumerate()
            .map(row)
            .collect();
        rows
    });
    rows.collect()
}

/// Returns record, role with editorial responsibility, how the public reaches it.
pub(crate) fn editorial(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let rows = of_kinds(inventory, &[NoticeType::Art50_4Text], None).map(|notice| {
        let mut said = trail.about("public-text", notice.id.value.as_str());
        let responsible = &notice.editorial_responsible;
        vec![
            said.words().quote(notice.title()),
            said.within("editorial_responsible.role", responsible, |it| &it.role),
            said.within("editorial_responsible.public_contact", responsible, |it| {
                &it.public_contact
            }),
        ]
    });
    rows.collect()
}

/// Returns notice, day the representatives of workers were informed, day workers were informed; about one system, if one is
/// meant.
pub(crate) fn informed(
    trail: &mut Trail,
    section: &str,
    inventory: &Inventory,
    system: Option<&Record<System>>,
) -> Vec<Row> {
    let rows = of_kinds(inventory, &[NoticeType::Art26_7], system).map(|notice| {
        let mut said = trail.about(section, notice.id.value.as_str());
        vec![
            said.words().quote(notice.title()),
            said.field(
                "workers_representatives_informed_on",
                &notice.workers_representatives_informed_on,
            ),
            said.field("workers_informed_on", &notice.workers_informed_on),
        ]
    });
    rows.collect()
}
