//! By which command a gap is closed whose answer `actfile ask` asks for. Says nothing of gaps that another record closes.

use crate::cli::next_step::option;
use actfile::Checked;
use actfile::classify::bearers::unstated_provider;
use actfile::inventory::id::Id;
use actfile::inventory::kind::Kind;
use actfile::law::gaps::{INV_011, INV_032, INV_052, INV_070, TRN_010};
use actfile::obligations::gap::Gap;
use std::path::Path;

/// Returns the command that asks for what closes a gap, if `ask` has a question about it.
pub(crate) fn asks_for(gap: &Gap, checked: &Checked, project: &Path) -> Option<String> {
    let id = gap.record.as_ref().filter(|_| gap.on == Kind::AiSystem)?;
    let how = match gap.kind.code {
        code if [INV_032.code, INV_052.code, TRN_010.code].contains(&code) => "--all".to_owned(),
        code if code == INV_011.code => role(id, checked)?,
        // The answer is on record, and something hangs on whether it is right.
        code if code == INV_070.code => format!("--again {}", gap.field),
        _ => return None,
    };
    Some(format!("actfile ask {id}{} {how}", option(project)))
}

/// Returns how the question about our role is put: again, where what is on record does not fit together.
fn role(id: &Id, checked: &Checked) -> Option<String> {
    let system = checked.assessment.inventory.systems.get(id)?;
    let class = checked.assessment.classification.systems.get(id)?;
    let is_stated = !system.our_roles.items().is_empty();
    Some(match is_stated && unstated_provider(system, class).is_some() {
        true => "--again our_roles,built_or_rebranded".to_owned(),
        false => "--all".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use actfile::calendar::Date;
    use actfile::read::Loaded;
    use actfile::{Asked, check};
    use std::collections::BTreeMap;

    /// Returns the commands that are named for the gaps of a system, by the code of the gap.
    fn commands(system: &str) -> BTreeMap<&'static str, String> {
        let mut loaded = Loaded::default();
        let organisation = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n---\n";
        let system = format!("{organisation}kind: ai_system\nid: a\nname: A\n{system}");
        loaded.add("a.yaml".to_owned(), system.as_bytes());
        let day = Date::on(2026, 11, 22);
        let asked = Asked {
            as_of: Some(day),
            today: day,
            law: None,
        };
        let checked = check(loaded, asked);
        let gaps = checked.assessment.gaps.iter();
        let told = gaps.filter_map(|gap| Some((gap.kind.code, asks_for(gap, &checked, Path::new("p"))?)));
        told.collect()
    }

    #[test]
    fn a_gap_that_hangs_on_an_answer_names_the_command_that_asks_for_it() {
        let all = "actfile ask a --project p --all";
        let open = commands("");
        for code in ["INV-011", "INV-032", "INV-052"] {
            assert_eq!(open.get(code).map(String::as_str), Some(all), "{code}");
        }
        let deployer = commands("our_roles: [deployer]\n");
        assert_eq!(deployer.get("TRN-010").map(String::as_str), Some(all));
        let built = commands("our_roles: [deployer]\ntripwires: {built_or_rebranded: built_in_house}\n");
        assert_eq!(
            built.get("INV-011").map(String::as_str),
            Some("actfile ask a --project p --again our_roles,built_or_rebranded")
        );
        let settled = "our_roles: [deployer]\nuses: [none]\nunlisted_facts: absent\n";
        let settled = format!(
            "{settled}tripwires: {{processes_personal_data: false, evaluates_or_allocates_workers: true}}\n"
        );
        let workers = "actfile ask a --project p --again tripwires.evaluates_or_allocates_workers";
        assert_eq!(
            commands(&settled).into_iter().collect::<Vec<_>>(),
            [("INV-070", workers.to_owned())]
        );
    }
}
