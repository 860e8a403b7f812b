//! What each system is not good for, what it must not be used for, and what it may touch: the limits on its record and
//! the managed policies that configure it.

use crate::documents::facts::{Fact, Facts};
use crate::documents::shown::Shown;
use crate::documents::trail::{Said, Trail};
use crate::inventory::field::{Field, List};
use crate::inventory::policy::ManagedPolicy;
use crate::inventory::record::Record;
use crate::inventory::system::{Integration, System};
use crate::link::Inventory;
use serde::Serialize;

/// The limits of one system.
#[derive(Debug, Serialize)]
pub(crate) struct Limits {
    id: String,
    title: String,
    limitations: Vec<String>,
    prohibited: Vec<String>,
    misuse: Vec<String>,
    connections: Vec<Fact>,
    policies: Vec<Policy>,
}

/// What one managed policy allows and refuses.
#[derive(Debug, Serialize)]
struct Policy {
    title: String,
    facts: Vec<Fact>,
}

/// Returns the limits of every system.
pub(crate) fn limits(trail: &mut Trail, inventory: &Inventory) -> Vec<Limits> {
    let entries = inventory.systems.values().map(|system| {
        let id = system.id.value.as_str();
        let section = format!("limits-{id}");
        let mut said = trail.about(&section, id);
        Limits {
            id: id.to_owned(),
            title: said.words().quote(system.title()),
            limitations: items(&mut said, "limitations", &system.limitations),
            prohibited: items(&mut said, "prohibited_uses", &system.prohibited_uses),
            misuse: spoken(&mut said, "foreseeable_misuse", &system.foreseeable_misuse),
            connections: connections(said, system),
            policies: inventory
                .policies_of(system)
                .into_iter()
                .map(|policy| self::policy(trail, &section, policy))
                .collect(),
        }
    });
    entries.collect()
}

/// Returns the items of a list one by one, or one line that says why there are none.
fn items(said: &mut Said<'_>, name: &str, field: &Field<List<String>>) -> Vec<String> {
    if field.items().is_empty() {
        return vec![said.field(name, field)];
    }
    let words = said.words();
    let items = field.items().iter().map(|item| {
        said.note(name, &item.value, item.span);
        words.quote(&item.value)
    });
    items.collect()
}

/// The same for a list that not everybody is asked for; nothing when the record is silent.
fn spoken(said: &mut Said<'_>, name: &str, field: &Field<List<String>>) -> Vec<String> {
    match field.span() {
        None => Vec::new(),
        Some(_) => items(said, name, field),
    }
}

/// Returns the data that flows through each tool and connection.
fn connections(mut said: Said<'_>, system: &System) -> Vec<Fact> {
    let items = system.integrations.items().iter().enumerate();
    let facts = items.map(|(at, integration)| {
        let name = |field: &str| format!("integrations[{at}].{field}");
        let integration: &Integration = &integration.value;
        let flow = said.field(&name("data_flow"), &integration.data_flow);
        let label = said.field(&name("name"), &integration.name);
        let approved = match integration.approved.stated() {
            Some(true) => "limits-approved",
            Some(false) => "limits-not-approved",
            None => "limits-approval-not-stated",
        };
        let approved = said.words().say(approved);
        Fact::new(format!("{label} ({approved})"), flow)
    });
    facts.collect()
}

fn policy(trail: &mut Trail, section: &str, policy: &Record<ManagedPolicy>) -> Policy {
    let mut facts = Facts::of(trail.about(section, policy.id.value.as_str()));
    facts.ask("policy-in-force-since", "effective_from", &policy.effective_from);
    facts.group("policy-enforced", "source", &policy.source, |facts, source| {
        facts.ask("policy-enforced", "source.enforcement", &source.enforcement);
    });
    facts.ask(
        "policy-users-can-override-it",
        "user_override_possible",
        &policy.user_override_possible,
    );
    tools(&mut facts, policy);
    models(&mut facts, policy);
    reach(&mut facts, policy);
    facts.tell(
        "policy-mode-without-approvals",
        "bypass_mode",
        &policy.bypass_mode,
    );
    facts.tell(
        "policy-accounts-that-may-log-in",
        "login_restriction",
        &policy.login_restriction,
    );
    facts.ask(
        "policy-compared-with-the-settings-in-force-on",
        "verified_on",
        &policy.verified_on,
    );
    Policy {
        title: facts.words().quote(policy.title()),
        facts: facts.rows(),
    }
}

/// Adds what the agent may run.
fn tools(facts: &mut Facts<'_>, policy: &ManagedPolicy) {
    facts.tell(
        "policy-runs-without-asking",
        "allowed_tools",
        &policy.allowed_tools,
    );
    facts.tell("policy-asks-first", "ask_tools", &policy.ask_tools);
    facts.tell("policy-never-runs", "denied_tools", &policy.denied_tools);
}

/// Adds which models and servers are allowed.
fn models(facts: &mut Facts<'_>, policy: &ManagedPolicy) {
    facts.tell_group("policy-models", "models", &policy.models, |facts, models| {
        facts.tell("policy-models-allowed", "models.allowed", &models.allowed);
        facts.tell("policy-largest-model", "models.max_model", &models.max_model);
    });
    facts.tell_group(
        "policy-mcp-servers",
        "mcp_servers",
        &policy.mcp_servers,
        |facts, servers| {
            facts.tell(
                "policy-mcp-servers-allowed",
                "mcp_servers.allowed",
                &servers.allowed,
            );
            facts.tell(
                "policy-mcp-servers-refused",
                "mcp_servers.denied",
                &servers.denied,
            );
        },
    );
}

/// Adds which files and which network are in reach, and the sandbox.
fn reach(facts: &mut Facts<'_>, policy: &ManagedPolicy) {
    facts.tell_group("policy-files", "files", &policy.files, |facts, files| {
        facts.tell(
            "policy-files-that-it-must-not-read",
            "files.denied_read",
            &files.denied_read,
        );
        facts.tell(
            "policy-files-that-it-must-not-write",
            "files.denied_write",
            &files.denied_write,
        );
    });
    facts.tell_group("policy-network", "network", &policy.network, |facts, network| {
        facts.tell(
            "policy-domains-in-reach",
            "network.allowed_domains",
            &network.allowed_domains,
        );
        facts.tell(
            "policy-domains-out-of-reach",
            "network.denied_domains",
            &network.denied_domains,
        );
    });
    let words = facts.words();
    facts.tell_as("policy-sandbox", "sandbox", &policy.sandbox, |sandbox| {
        let part = |id: &str, field: &Field<bool>| {
            let answer = field.stated().map(|answer| answer.shown(words));
            let answer = answer.unwrap_or_else(|| words.say("policy-not-stated"));
            words.say_with(id, &[("answer", answer.into())])
        };
        words.list([
            part("policy-sandbox-on", &sandbox.enabled),
            part("policy-sandbox-fails-closed", &sandbox.fail_closed),
        ])
    });
}
