//! What to do after a check that found nothing, in one line for a person: describe a system, answer what is open, or make
//! the documents. Says nothing about gaps, which the documents list.

use crate::cli::args::DEFAULT_PROJECT;
use actfile::Checked;
use std::path::{MAIN_SEPARATOR, Path};

/// Returns the next command, with what it does.
pub(crate) fn next_step(checked: &Checked, project: &Path) -> String {
    let classes = &checked.assessment.classification.systems;
    let mut open = classes.iter().filter(|(_, class)| class.is_open());
    let option = option(project);
    match (classes.is_empty(), open.next()) {
        (true, _) => "next: describe each AI system in a file of its own; `actfile explain ai_system` shows how it begins"
            .to_owned(),
        (false, Some((id, _))) => {
            let others = match open.count() {
                0 => String::new(),
                1 => "; 1 more system has such questions".to_owned(),
                n_others => format!("; {n_others} more systems have such questions"),
            };
            format!("next: `actfile ask {id}{option}` asks what could still change its class{others}")
        }
        (false, None) => format!("next: `actfile build{option}` makes the documents"),
    }
}

/// Returns the option that names the project, where it has to be typed.
pub(crate) fn option(project: &Path) -> String {
    match project == Path::new(DEFAULT_PROJECT) {
        true => String::new(),
        false => format!(" --project {}", quoted(&project.display().to_string())),
    }
}

/// Returns a word as a shell takes it for one word with every character in it for itself.
fn quoted(word: &str) -> String {
    let is_plain =
        |char: char| char.is_alphanumeric() || char == MAIN_SEPARATOR || "/._-+,:@%".contains(char);
    // Within double quotes these still mean something, the backslash where it parts no folders.
    let is_meant = |char: char| "$`\"!".contains(char) || (char == '\\' && MAIN_SEPARATOR != char);
    match (
        word.chars().all(is_plain) && !word.is_empty(),
        word.contains(is_meant),
    ) {
        (true, _) => word.to_owned(),
        (false, false) => format!("\"{word}\""),
        (false, true) => format!("'{}'", word.replace('\'', r"'\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actfile::calendar::Date;
    use actfile::read::Loaded;
    use actfile::{Asked, check};

    #[track_caller]
    fn tells(systems: &str, project: &str, expected: &str) {
        let mut loaded = Loaded::default();
        let organisation = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n";
        loaded.add("a.yaml".to_owned(), [organisation, systems].concat().as_bytes());
        let day = Date::on(2026, 11, 22);
        let asked = Asked {
            as_of: Some(day),
            today: day,
            law: None,
        };
        assert_eq!(next_step(&check(loaded, asked), Path::new(project)), expected);
    }

    #[test]
    fn the_next_step_is_a_system_its_questions_or_the_documents() {
        let system = |id: &str, more: &str| {
            format!("---\nkind: ai_system\nid: {id}\nname: A\nour_roles: [deployer]\n{more}")
        };
        let settled = system("a", "unlisted_facts: absent\n");
        tells(
            "",
            "p",
            "next: describe each AI system in a file of its own; `actfile explain ai_system` shows how it begins",
        );
        tells(
            &settled,
            "inventories",
            "next: `actfile build` makes the documents",
        );
        tells(
            &settled,
            "my project",
            "next: `actfile build --project \"my project\"` makes the documents",
        );
        tells(
            &[settled, system("b", ""), system("c", "")].concat(),
            "p",
            "next: `actfile ask b --project p` asks what could still change its class; 1 more system has such questions",
        );
    }

    #[test]
    fn a_folder_is_named_so_that_a_shell_takes_it_for_itself() {
        for (folder, expected) in [
            ("inventories", ""),
            ("../a/b_c.d", " --project ../a/b_c.d"),
            ("my project", " --project \"my project\""),
            ("a;b", " --project \"a;b\""),
            ("o'clock", " --project \"o'clock\""),
            ("do$l", " --project 'do$l'"),
            ("it's $5", r" --project 'it'\''s $5'"),
        ] {
            assert_eq!(option(Path::new(folder)), expected);
        }
    }
}
