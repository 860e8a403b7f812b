//! What the review workflows say: who may approve what, which gates a change passes, how exceptions are made and which
//! samples are reviewed again. Whether gates were kept to is a matter of the counts, in `statistics`.

use crate::documents::classes::more;
use crate::documents::facts::{Fact, Facts, Row};
use crate::documents::neighbours::title_on;
use crate::documents::occasion::Occasion;
use crate::documents::reach;
use crate::documents::shown::Shown;
use crate::documents::trail::Trail;
use crate::inventory::policy::PolicyException;
use crate::inventory::record::Record;
use crate::inventory::workflow::{AgentAccount, Gate, ReviewWorkflow, SensitivePath};
use crate::link::Inventory;
use crate::source::Spanned;
use crate::tongue::words::Words;
use serde::Serialize;

/// What the record shows of one workflow.
#[derive(Debug, Serialize)]
pub(crate) struct Workflow {
    id: String,
    title: String,
    facts: Vec<Fact>,
    gates: Vec<Row>,
    accounts: Vec<Row>,
}

/// Returns every workflow.
pub(crate) fn workflows(trail: &mut Trail, inventory: &Inventory) -> Vec<Workflow> {
    let entries = inventory.workflows.values().map(|workflow| Workflow {
        id: workflow.id.value.to_string(),
        title: trail.words().quote(workflow.title()),
        facts: facts(trail, inventory, workflow),
        gates: gates(trail, workflow),
        accounts: accounts(trail, workflow),
    });
    entries.collect()
}

/// Returns the names of the systems that no workflow covers; none is an empty text.
pub(crate) fn unreviewed(occasion: &Occasion<'_>) -> String {
    let systems = occasion.inventory.systems.values();
    let open = systems.filter(|system| occasion.inventory.workflows_of(system).is_empty());
    let titles = open.map(|system| occasion.words.quote(system.title()));
    titles.collect::<Vec<_>>().join(", ")
}

fn section(workflow: &Record<ReviewWorkflow>) -> String {
    format!("workflow-{}", workflow.id.value)
}

fn facts(trail: &mut Trail, inventory: &Inventory, workflow: &Record<ReviewWorkflow>) -> Vec<Fact> {
    let (section, id) = (section(workflow), &workflow.id.value);
    let systems = reach::systems(inventory, id, &workflow.systems, |system| {
        reach::holds(&system.review_workflows, id)
    });
    let systems = reach::titles(
        &mut trail.about(&section, id.as_str()),
        &workflow.systems,
        &systems,
    );
    let words = trail.words();
    let mut facts = Facts::of(trail.about(&section, id.as_str()));
    facts.add("row-systems", systems);
    facts.ask("row-covers", "scope", &workflow.scope);
    facts.ask("row-who-may-approve", "independence", &workflow.independence);
    facts.ask(
        "row-approvals-needed",
        "required_approvals",
        &workflow.required_approvals,
    );
    facts.tell_as(
        "row-sensitive-paths",
        "sensitive_paths",
        &workflow.sensitive_paths,
        |paths| words.list(paths.0.iter().map(|path| sensitive_path(words, &path.value))),
    );
    facts.ask(
        "row-approval-lapses",
        "approvals_bound_to_head",
        &workflow.approvals_bound_to_head,
    );
    facts.ask("row-override", "override_means", &workflow.override_means);
    facts.group(
        "row-rollback",
        "rollback",
        &workflow.rollback,
        |facts, rollback| {
            facts.ask("row-rollback", "rollback.how", &rollback.how);
            facts.tell("row-time-for-it", "rollback.target_time", &rollback.target_time);
        },
    );
    facts.ask_as(
        "row-gates-enforced",
        "enforcement_evidence",
        &workflow.enforcement_evidence,
        |id| title_on(words, &inventory.evidence, id),
    );
    facts.rows()
}

fn sensitive_path(words: Words, path: &SensitivePath) -> String {
    let pattern = path.pattern.stated();
    let pattern = pattern.cloned().unwrap_or_else(|| words.say("path-unnamed"));
    match path.approvals.stated() {
        None => pattern,
        Some(n) => more(words, &pattern, &words.counted("n-approvals", *n as usize)),
    }
}

/// Returns gate, what it checks, who decides, whether a change stops there.
fn gates(trail: &mut Trail, workflow: &Record<ReviewWorkflow>) -> Vec<Row> {
    let section = section(workflow);
    let mut said = trail.about(&section, workflow.id.value.as_str());
    let row = |(at, gate): (usize, &Spanned<Gate>)| {
        let name = |field: &str| format!("gates[{at}].{field}");
        let gate = &gate.value;
        let kind = said.field(&name("type"), &gate.r#type);
        vec![
            match gate.name.span() {
                None => kind.clone(),
                Some(_) => said.field(&name("name"), &gate.name),
            },
            kind,
            said.field(&name("actor"), &gate.actor),
            said.field(&name("blocking"), &gate.blocking),
        ]
    };
    workflow.gates.items().iter().enumerate().map(row).collect()
}

/// Returns account, for whom it acts, whether it may approve, whether it may merge.
fn accounts(trail: &mut Trail, workflow: &Record<ReviewWorkflow>) -> Vec<Row> {
    let section = section(workflow);
    let mut said = trail.about(&section, workflow.id.value.as_str());
    let row = |(at, account): (usize, &Spanned<AgentAccount>)| {
        let name = |field: &str| format!("agent_accounts[{at}].{field}");
        let account = &account.value;
        vec![
            said.field(&name("login"), &account.login),
            said.field(&name("principal"), &account.principal),
            said.field(&name("may_approve"), &account.may_approve),
            said.field(&name("may_merge"), &account.may_merge),
        ]
    };
    workflow
        .agent_accounts
        .items()
        .iter()
        .enumerate()
        .map(row)
        .collect()
}

/// Returns workflow, share of changes that is reviewed again, how it is chosen, whether somebody else reviews.
pub(crate) fn sampling(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let rows = inventory.workflows.values().map(|workflow| {
        let mut said = trail.about("sampling", workflow.id.value.as_str());
        let (words, plan) = (said.words(), &workflow.sampling);
        let rate = match plan.stated() {
            None => said.field_as("sampling", plan, |_| String::new()),
            Some(plan) => said.field_as("sampling.rate_pct", &plan.rate_pct, |rate| {
                words.say_with("per-cent", &[("n", rate.shown(words).into())])
            }),
        };
        vec![
            said.words().quote(workflow.title()),
            rate,
            said.within("sampling.selection", plan, |it| &it.selection),
            said.within("sampling.reviewer_differs", plan, |it| &it.reviewer_differs),
        ]
    });
    rows.collect()
}

/// Returns workflow, whether a bypass exists, who approves it, when it ends, whether it is logged.
pub(crate) fn exceptions(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let rows = inventory.workflows.values().map(|workflow| {
        let mut said = trail.about("sampling", workflow.id.value.as_str());
        let process = &workflow.exception_process;
        vec![
            said.words().quote(workflow.title()),
            said.within("exception_process.break_glass", process, |it| &it.break_glass),
            said.within("exception_process.approver_role", process, |it| &it.approver_role),
            said.within("exception_process.expiry", process, |it| &it.expiry),
            said.within("exception_process.logged", process, |it| &it.logged),
        ]
    });
    rows.collect()
}

/// Returns policy, what is excepted from it, approved by, until when.
pub(crate) fn policy_exceptions(trail: &mut Trail, inventory: &Inventory) -> Vec<Row> {
    let rows = inventory.policies.values().flat_map(|policy| {
        let mut said = trail.about("sampling", policy.id.value.as_str());
        let row = |(at, exception): (usize, &Spanned<PolicyException>)| {
            let name = |field: &str| format!("exceptions[{at}].{field}");
            let exception = &exception.value;
            vec![
                said.words().quote(policy.title()),
                said.field(&name("what"), &exception.what),
                said.field(&name("approver"), &exception.approver),
                said.field(&name("expires_on"), &exception.expires_on),
            ]
        };
        let rows: Vec<Row> = policy.exceptions.items().iter().enumerate().map(row).collect();
        rows
    });
    rows.collect()
}
