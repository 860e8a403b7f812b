//! One edition of the law as a page of Markdown that can be read from the first line to the last.

use crate::calendar::Date;
use crate::law::cite::listed;
use crate::law::coverage::Treatment;
use crate::law::gaps::Ground;
use crate::law::penalties::NATIONAL_RULES;
use crate::law::sources::outdated_on;
use crate::law::terms::Role;
use crate::report::law::view::{CoverageView, DutyView, ExceptionView, LawView, RuleView, SectionView};
use crate::report::law::words::{condition, fields};
use crate::term::sentence_case;
use std::fmt::Display;

/// Returns the page for a reader of a day; when the tables are too old for it, the page begins with saying so.
pub fn page(law: &LawView, day: Date) -> String {
    let mut parts = vec![
        ("Sources".to_owned(), sources(law)),
        ("From which day what applies".to_owned(), days(law)),
    ];
    parts.extend(law.chapters.iter().map(|chapter| {
        let rules: Vec<String> = chapter.rules.iter().map(rule).collect();
        let laws = match chapter.id {
            "high-risk-products" => product_laws(law),
            _ => String::new(),
        };
        let says = format!("{}\n\n{}{laws}", chapter.says, rules.join("\n"));
        (chapter.title.to_owned(), says)
    }));
    parts.extend([
        ("Duties, role by role".to_owned(), duties(law)),
        ("What is easier for smaller undertakings".to_owned(), reliefs(law)),
        ("The most that a fine can be".to_owned(), penalties(law)),
        ("What the EU database asks for".to_owned(), registration(law)),
        (
            "Coverage: what becomes of every provision".to_owned(),
            coverage(law),
        ),
    ]);
    let parts = parts.into_iter().enumerate();
    parts.fold(front(law, day), |page, (at, (title, says))| {
        format!("{page}\n## {}. {title}\n\n{says}", at + 1)
    })
}

fn front(law: &LawView, day: Date) -> String {
    let age = outdated_on(day).map_or_else(String::new, |age| {
        format!("> [!WARNING]\n> **RULES OUT OF DATE.** {age}\n\n")
    });
    format!(
        "# {}\n\n{age}The tables of actfile for the edition `{}`, which is law from {}. In our words; the text of the law \
         decides.\n\nRule table: revision {}, SHA-256 `{}`. Last checked on {}; to be checked again after {}.\n",
        law.title,
        law.law,
        law.in_force_from.in_words(),
        law.rules_revision,
        law.rules_sha256,
        law.verified_on.in_words(),
        law.valid_until.in_words()
    )
}

fn sources(law: &LawView) -> String {
    let rows = law.sources.iter();
    let rows = rows.map(|it| [it.id, it.title, it.reference, it.standing].map(str::to_owned));
    table(["Short name", "Title", "Reference", "Standing"], rows)
}

fn days(law: &LawView) -> String {
    let rows = law.applies.iter().map(|it| {
        [
            it.title.to_owned(),
            it.applies_from.in_words(),
            it.cites.to_string(),
        ]
    });
    let days = table(["What", "Applies from", "Set by"], rows);
    let doubtful = law.applies.iter().filter(|it| !it.doubt.is_empty());
    let doubts = doubtful.map(|it| format!("\nDoubt about {}: {}\n", it.applies_from.in_words(), it.doubt));
    let rules = law.transitions.iter().map(|it| {
        let doubt = labelled(" Doubt: ", it.doubt);
        format!("- {} ({}; `{}`){doubt}\n", it.says, listed(it.cites), it.id)
    });
    format!(
        "{days}{}\nFor what was there before, transitional rules hold:\n\n{}",
        doubts.collect::<String>(),
        rules.collect::<String>()
    )
}

fn rule(rule: &RuleView) -> String {
    let (place, others) = match rule.cites {
        [] => (String::new(), String::new()),
        [place, others @ ..] => (place.to_string(), listed(others)),
    };
    let mut said = format!("### {place}: `{}`\n\n{}\n", rule.id, rule.says);
    for (label, text) in [
        ("Limits: ", rule.limits),
        ("Doubt: ", rule.doubt),
        ("See also: ", &others),
    ] {
        said.push_str(&labelled(&format!("\n{label}"), text));
        said.push_str(if text.is_empty() { "" } else { "\n" });
    }
    said.push_str(&format!("\nThen: {}.\n\n{}", rule.follows, condition(rule.when)));
    said.push_str(&exceptions(&rule.unless));
    said.push_str(&format!(
        "\nRests on: {}; {}.\n",
        rule.basis, rule.reading_in_words
    ));
    said
}

fn exceptions(unless: &[ExceptionView]) -> String {
    let told = unless.iter().map(|it| {
        let doubt = labelled(" Doubt: ", it.doubt);
        let cites = listed(it.cites);
        let (says, gives) = (it.says, it.gives);
        let asks = fields(it.when);
        format!(
            "- {says} Then: {gives}. ({cites}; {}; asked as {asks}; `{}`){doubt}\n",
            it.basis, it.id
        )
    });
    match unless.is_empty() {
        true => String::new(),
        false => format!("\nExcept:\n\n{}", told.collect::<String>()),
    }
}

fn product_laws(law: &LawView) -> String {
    let rows = law.product_laws.iter().map(|it| {
        [
            it.cites.to_string(),
            sentence_case(it.title),
            it.numbers.join(", "),
        ]
    });
    format!(
        "\n### The product laws\n\n{}",
        table(["Place", "Products", "Numbers of the law"], rows)
    )
}

fn duties(law: &LawView) -> String {
    let is_for_all = |it: &&DutyView| it.owed_by.len() == Role::ALL.len();
    let for_all: Vec<&DutyView> = law.duties.iter().filter(is_for_all).collect();
    let mut told = vec![
        "A duty rests on the law unless another ground is named.\n".to_owned(),
        format!("### Everybody\n\n{}", owed_by(&for_all)),
    ];
    for role in Role::ALL {
        let is_owed = |it: &&DutyView| it.owed_by.contains(&role.key()) && !is_for_all(it);
        let owed: Vec<&DutyView> = law.duties.iter().filter(is_owed).collect();
        if !owed.is_empty() {
            told.push(format!(
                "### {}\n\n{}",
                sentence_case(role.words()),
                owed_by(&owed)
            ));
        }
    }
    told.join("\n")
}

/// Tells duties together that exist for the same and from the same day.
fn owed_by(duties: &[&DutyView]) -> String {
    let head = |it: &DutyView| format!("For {}, from {}:", it.owed_for, it.applies_in_words);
    let mut heads: Vec<String> = Vec::new();
    for duty in duties {
        if !heads.contains(&head(duty)) {
            heads.push(head(duty));
        }
    }
    let told = heads.iter().map(|it| {
        let alike = duties.iter().filter(|duty| head(duty) == *it);
        format!("{it}\n\n{}", alike.map(|duty| owed(duty)).collect::<String>())
    });
    told.collect::<Vec<_>>().join("\n")
}

fn owed(duty: &DutyView) -> String {
    let ground = match duty.ground == Ground::Law.words() {
        true => String::new(),
        false => format!("; {}", duty.ground),
    };
    format!(
        "- {} ({}; fined by {}{ground}; `{}`).\n",
        sentence_case(duty.says),
        listed(duty.cites),
        duty.fined,
        duty.id
    )
}

fn reliefs(law: &LawView) -> String {
    let told = law.size_reliefs.iter().map(|it| {
        format!(
            "- {} For: {}. ({}; `{}`)\n",
            it.says,
            it.for_sizes,
            listed(it.cites),
            it.id
        )
    });
    told.collect()
}

fn penalties(law: &LawView) -> String {
    let rows = law.penalties.iter().map(|it| {
        let infringement = match it.reaches.is_empty() {
            true => sentence_case(it.infringement),
            false => format!("{}: {}", sentence_case(it.infringement), it.reaches),
        };
        [
            infringement,
            it.at_most.clone(),
            it.lower_counts_for.clone(),
            it.cites.to_string(),
        ]
    });
    let table = table(
        ["What is fined", "At most", "The lower one counts for", "Set by"],
        rows,
    );
    format!("{table}\n{NATIONAL_RULES}\n")
}

fn registration(law: &LawView) -> String {
    let of = |section: &SectionView| {
        let rows = section
            .points
            .iter()
            .map(|it| [it.number.to_string(), sentence_case(it.asks)]);
        format!(
            "### {}: `{}`\n\n{}",
            section.cites,
            section.duty,
            table(["Point", "What it asks for"], rows)
        )
    };
    let told: Vec<String> = law.registration.iter().map(of).collect();
    told.join("\n")
}

fn coverage(law: &LawView) -> String {
    let means = Treatment::ALL.iter();
    let means = means.map(|it| format!("- {}: {}\n", sentence_case(it.words()), it.means()));
    let of = |part: &CoverageView| {
        let rows = part.provisions.iter().map(|it| {
            let word = it.treatment.words().to_owned();
            [listed(it.cites), sentence_case(it.about), word, it.reason.clone()]
        });
        let head = ["Provision", "Subject", "Here", "By what, where, or why not"];
        format!("### {}\n\n{}", part.title, table(head, rows))
    };
    let parts: Vec<String> = law.coverage.iter().map(of).collect();
    format!("{}\n{}", means.collect::<String>(), parts.join("\n"))
}

/// Returns a label and a text, or nothing when there is no text.
fn labelled(label: &str, text: &str) -> String {
    match text.is_empty() {
        true => String::new(),
        false => format!("{label}{text}"),
    }
}

/// Returns a table of as many columns as it has headings.
pub(crate) fn table<const N: usize>(
    head: [&str; N],
    rows: impl IntoIterator<Item = [impl Display; N]>,
) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head = line(&head.map(str::to_owned));
    let rows = rows
        .into_iter()
        .map(|row| line(&row.map(|cell| cell.to_string())));
    format!("{head}|{}\n{}", "---|".repeat(N), rows.collect::<String>())
}
