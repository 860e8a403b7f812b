//! A project of N systems in a mix as a group of companies has it: of ten, three assistants for texts, two coding agents
//! with review, oversight and counts of a month, a chatbot of its own, a screening of applications, a generator of
//! pictures, a reader of documents under a derogation, and a tool that nobody approved. Every ten share a vendor with
//! three models. The texts stand beside this file; words are drawn by number, so the same N gives the same bytes.

/// The kinds of ten systems, in the order in which they are made.
const KINDS: [&str; 10] = [
    "assistant",
    "coding",
    "chatbot",
    "assistant",
    "screening",
    "coding",
    "assistant",
    "pictures",
    "extraction",
    "found",
];

const DEPARTMENTS: [&str; 12] = [
    "Accounting",
    "Customs",
    "Fleet",
    "Harbour Services",
    "Legal Affairs",
    "Marketing",
    "Procurement",
    "Rail Freight",
    "Sales",
    "Tariffs",
    "Technical Support",
    "Warehousing",
];
const FIRMS: [&str; 8] = [
    "Orrivane",
    "Lindquell",
    "Mirlane",
    "Talvera",
    "Ombrelle",
    "Paperlane",
    "Stelvan",
    "Halcyon",
];
const FORMS: [&str; 4] = ["SE", "AB", "B.V.", "Ltd"];
const COUNTRIES: [&str; 4] = ["DE", "SE", "NL", "US"];
const REGIONS: [&str; 4] = ["European Union", "Germany", "Netherlands", "Ireland"];
const BANDS: [&str; 4] = ["1-9", "10-49", "50-249", "250-999"];
const TRAINS: [&str; 4] = ["never", "never", "opted_out", "unknown"];

/// Returns the files of a project of N systems, by path.
pub(crate) fn project(n_systems: usize) -> Vec<(String, String)> {
    let mut files = vec![(
        "organisation.yaml".to_owned(),
        include_str!("organisation.yaml").to_owned(),
    )];
    for first in (0..n_systems).step_by(KINDS.len()) {
        files.extend(group(first, n_systems.min(first + KINDS.len())));
    }
    files
}

/// Returns the files of up to ten systems and of what they share.
fn group(first: usize, end: usize) -> Vec<(String, String)> {
    let words = Words::of(first);
    let shared = |folder: &str, template: &str| {
        let path = format!("{folder}/{}.yaml", words.group);
        let systems = |text: String, kind: &str| text.replace(&format!("@{kind}@"), &named(kind, first, end));
        let text = ["coding", "chatbot", "screening"]
            .into_iter()
            .fold(words.filled(template), systems);
        (path, text)
    };
    let has = |kind: &str| KINDS[..end - first].contains(&kind);
    let mut files = vec![shared("vendors", include_str!("vendor.yaml"))];
    if has("coding") {
        files.push(shared("teams", include_str!("team.yaml")));
    }
    if has("chatbot") {
        files.push(shared("audits", include_str!("talk.yaml")));
    }
    if has("screening") {
        files.push(shared("recruiting", include_str!("recruiting.yaml")));
    }
    files.extend((first..end).map(|number| system(number, &words)));
    files
}

fn system(number: usize, group: &Words) -> (String, String) {
    let kind = KINDS[number % KINDS.len()];
    let template = match kind {
        "coding" => include_str!("coding.yaml"),
        "chatbot" => include_str!("chatbot.yaml"),
        "screening" => include_str!("screening.yaml"),
        "pictures" => include_str!("pictures.yaml"),
        "extraction" => include_str!("extraction.yaml"),
        "found" => include_str!("found.yaml"),
        _ => include_str!("assistant.yaml"),
    };
    // What a vendor sells is the same in the whole group; the rest is of the system.
    let words = Words {
        group: group.group.clone(),
        firm: group.firm,
        ..Words::of(number)
    };
    let name = format!("{kind}-{number:05}");
    let text = words
        .filled(template)
        .replace("@number@", &format!("{number:05}"));
    (format!("systems/{name}.yaml"), text)
}

/// Returns the systems of a kind, as a list in YAML has them.
fn named(kind: &str, first: usize, end: usize) -> String {
    let of_kind = (first..end).filter(|number| KINDS[number % KINDS.len()] == kind);
    let names: Vec<String> = of_kind.map(|number| format!("{kind}-{number:05}")).collect();
    names.join(", ")
}

/// What the blanks of a text are filled with.
struct Words {
    group: String,
    firm: &'static str,
    others: Vec<(&'static str, String)>,
}

impl Words {
    fn of(number: usize) -> Self {
        let mut draw = Draw(number as u64);
        let firm = draw.one_of(&FIRMS);
        let others = vec![
            ("@approved@", (draw.below(5) > 0).to_string()),
            ("@band@", draw.one_of(&BANDS).to_owned()),
            ("@country@", draw.one_of(&COUNTRIES).to_owned()),
            ("@department@", draw.one_of(&DEPARTMENTS).to_owned()),
            ("@form@", draw.one_of(&FORMS).to_owned()),
            ("@month@", (draw.below(6) + 1).to_string()),
            ("@region@", draw.one_of(&REGIONS).to_owned()),
            ("@sessions@", (draw.below(5_000) + 10).to_string()),
            ("@trains@", draw.one_of(&TRAINS).to_owned()),
        ];
        Self {
            group: format!("{:04}", number / KINDS.len()),
            firm,
            others,
        }
    }

    fn filled(&self, template: &str) -> String {
        let text = template
            .replace("@group@", &self.group)
            .replace("@firm@", self.firm);
        self.others
            .iter()
            .fold(text, |text, (blank, word)| text.replace(blank, word))
    }
}

/// Numbers that look random and follow from where they begin (SplitMix64).
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }

    fn one_of(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(words.len() as u64) as usize]
    }
}
