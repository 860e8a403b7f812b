//! Gaps between a policy that people wrote down and the settings that were read: what is denied on paper only, and which
//! settings do not do what they seem to. A record that an import made says what is in force; every other says what was
//! decided.

use crate::inventory::kind::Kind;
use crate::inventory::policy::{BypassMode, ManagedPolicy, SettingsMistake};
use crate::inventory::record::Record;
use crate::law::gaps as law;
use crate::obligations::case::{Case, Docket, inquiry, shared};
use crate::obligations::gap::{Gap, Inquiry};
use crate::obligations::gaps::evidence::policies;
use crate::obligations::level::Level;
use crate::source::{Span, Spanned};

/// Returns the gaps of settings that were read.
pub(crate) fn gaps(docket: Docket, cases: &[Case]) -> Vec<Gap> {
    let all = shared(cases, |case| docket.inventory.policies_of(case.system));
    let gaps = all.iter().flat_map(|(policy, cases)| {
        let about = inquiry(Kind::ManagedPolicy, policy, cases);
        match is_read(policy) {
            true => mistakes(&about, policy),
            false => {
                let read: Vec<&Record<ManagedPolicy>> =
                    policies(cases).into_iter().filter(|it| is_read(it)).collect();
                drift(&about, policy, &read)
            }
        }
    });
    gaps.collect()
}

/// Returns whether a record says what is in force, as an import found it.
pub(crate) fn is_read(policy: &ManagedPolicy) -> bool {
    policy
        .source
        .stated()
        .is_some_and(|source| source.imported.is(&true))
}

fn mistakes(about: &Inquiry, settings: &ManagedPolicy) -> Vec<Gap> {
    let mistakes = settings.settings_mistakes.items().iter();
    let gap = |mistake: &Spanned<SettingsMistake>| {
        let it = &mistake.value;
        let (says, at) = (it.says.stated()?, it.at.stated()?);
        let detail = format!("{says} (`{at}`)");
        Some(about.gap(
            &law::EVD_022,
            Level::Should,
            "settings_mistakes",
            &detail,
            Some(mistake.span),
        ))
    };
    mistakes.filter_map(gap).collect()
}

fn drift(about: &Inquiry, policy: &ManagedPolicy, read: &[&Record<ManagedPolicy>]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut add = |field: &'static str, detail: String, at: Option<Span>| {
        gaps.push(about.gap(&law::EVD_020, Level::Should, field, &detail, at));
    };
    for settings in read {
        let rules = settings.denied_tools.items();
        for tool in policy.denied_tools.items() {
            if !rules.iter().any(|rule| covers(&rule.value, &tool.value)) {
                let detail = format!("`{}` is not denied by `{}`", tool.value, settings.id.value);
                add("denied_tools", detail, Some(tool.span));
            }
        }
        let is_open = settings.bypass_mode.is(&BypassMode::Allowed);
        if policy.bypass_mode.is(&BypassMode::Disabled) && is_open {
            let detail = format!("the mode without approvals is allowed by `{}`", settings.id.value);
            add("bypass_mode", detail, policy.bypass_mode.span());
        }
    }
    gaps
}

/// Returns whether a rule denies a tool: by the same words, or the whole tool where only some of its calls are meant.
fn covers(rule: &str, tool: &str) -> bool {
    rule == tool || Some(rule) == tool.split('(').next()
}
