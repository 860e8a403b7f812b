//! What must hold of any bytes at each door of the program: an answer comes, and what is written can be read. The twins in
//! `hostile` ask it of altered samples in every test run; the fuzz targets in `fuzz/` ask it of whatever they can think of.
//! One function for each door, so that the two cannot drift apart.

#![allow(
    unreachable_pub,
    dead_code,
    reason = "the fuzz targets take this file in as a library, the tests as a module"
)]
#![allow(clippy::unwrap_used, reason = "what cannot go on has failed")]

use actfile::calendar::Date;
use actfile::card::model_record;
use actfile::diag::Diagnostics;
use actfile::group::check_group;
use actfile::import::export::Export;
use actfile::import::merge::merged;
use actfile::import::register::system_records;
use actfile::import::register::table::Register;
use actfile::import::settings::policy_record;
use actfile::import::written::{Head, is_as_made, written};
use actfile::import::{Source, import};
use actfile::inventory::group::seats;
use actfile::inventory::id::Id;
use actfile::read::Loaded;
use actfile::read::group::{LoadedMember, group_of};
use actfile::report::{self, Style};
use actfile::sbom;
use actfile::sign::allowed::{AllowedSigners, Moment, origin};
use actfile::sign::keys::{PrivateKey, PublicKey};
use actfile::sign::ssh::{Signature, SigningKey};
use actfile::source::{FileId, SourceMap};
use actfile::write::manifest::{MANIFEST, SIGNATURE, SUMS};
use actfile::write::verify::verify;
use actfile::yaml::edit::{Change, Step, edited};
use actfile::yaml::node::{Content, Node};
use actfile::yaml::parse::parse;
use actfile::yaml::written::Value;
use actfile::{Asked, check};
use std::fs::File;
use std::io::{Cursor, Write};

/// Stands between the files of one input; no text in UTF-8 has it.
pub const BETWEEN: u8 = 0xFF;
/// A map for registers with the columns `n`, `name` and `text`.
pub const MAP: &str = "id: [n]\nfields: {name: name, description: text}\n";
/// A register for maps.
pub const REGISTER: &str = "n,name,text\n1,One,a\n2,Two,b\n";

/// A name, which is also the name of the fuzz target, and what must hold.
pub type Door = (&'static str, fn(&[u8]));

/// Every door.
pub const DOORS: &[Door] = &[
    ("bom", bom),
    ("card", card),
    ("edit", edit),
    ("folder", folder),
    ("group", group),
    ("imports", imports),
    ("merge", merge),
    ("project", project),
    ("register", register),
    ("settings", settings),
    ("signers", signers),
];

const AS_OF: Date = Date::on(2026, 11, 22);
const NOW: Moment = Moment(20_261_122_120_000);

/// A project of one file is checked, and everything that is wrong with it is told.
pub fn project(bytes: &[u8]) {
    let mut loaded = Loaded::default();
    loaded.add("a.yaml".to_owned(), bytes);
    loaded.report_if_empty();
    let asked = Asked {
        as_of: None,
        today: AS_OF,
        law: None,
    };
    let checked = check(loaded, asked);
    told(&checked.sources, &checked.findings);
}

/// A group file is read, its members say the least there is, and everything that is wrong is told.
pub fn group(bytes: &[u8]) {
    let mut loaded = group_of("group.yaml".to_owned(), bytes);
    let seats = loaded
        .group
        .as_ref()
        .map(|group| seats(group, &mut loaded.findings));
    for seat in seats.into_iter().flatten().take(8) {
        let mut project = Loaded::default();
        project.add("a.yaml".to_owned(), b"kind: organisation\nid: a\nlegal_name: A\n");
        loaded.members.push(LoadedMember {
            seat,
            loaded: project,
        });
    }
    let asked = Asked {
        as_of: None,
        today: AS_OF,
        law: None,
    };
    let checked = check_group(loaded, asked);
    told(&checked.sources, &checked.findings);
    assert!(checked.group.is_some() || checked.findings.has_errors());
}

/// An export is counted or refused with a reason; what is written can be read. The first byte chooses the source.
pub fn imports(bytes: &[u8]) {
    let Some((choice, rest)) = bytes.split_first() else {
        return;
    };
    let source = Source::ALL[usize::from(*choice) % Source::ALL.len()];
    let files = rest.split(|byte| *byte == BETWEEN).enumerate();
    let exports = files.map(|(at, file)| Export::new(format!("{at}.json"), Cursor::new(file.to_vec())));
    let asked = actfile::import::Asked {
        month: "2026-10".parse().unwrap(),
        allow_partial: choice & 0x40 != 0,
        small_groups: choice & 0x80 != 0,
    };
    let mut findings = Diagnostics::default();
    let counted = import(source, exports.collect(), &asked, &mut findings).unwrap();
    told(&SourceMap::default(), &findings);
    assert_eq!(counted.is_none(), findings.has_errors(), "{source:?}");
    let Some(counted) = counted else { return };
    let head = Head {
        source,
        month: asked.month,
        systems: &systems(),
        extracted_on: None,
    };
    let text = written(&head, &counted);
    assert!(is_as_made(&text), "{text}");
    assert_reads(&text);
}

/// Settings become a record that can be read, or are refused with a reason.
pub fn settings(bytes: &[u8]) {
    let mut loaded = Loaded::default();
    let files = bytes.split(|byte| *byte == BETWEEN).enumerate();
    let files: Vec<FileId> = files
        .map(|(at, file)| loaded.add_text(format!("{at}.json"), file))
        .collect();
    let record = policy_record(&loaded.sources, &files, &systems(), &mut loaded.findings);
    answered(&loaded, record.as_deref());
}

/// A model card becomes a record that can be read, or is refused with a reason.
pub fn card(bytes: &[u8]) {
    let mut loaded = Loaded::default();
    let file = loaded.add_text("README.md".to_owned(), bytes);
    if loaded.findings.has_errors() {
        return;
    }
    let record = model_record(&loaded.sources, file, &mut loaded.findings);
    answered(&loaded, record.as_deref());
}

/// A register becomes records that can be read, or is refused with a reason: a map and a register; one of both where only
/// one file is given.
pub fn register(bytes: &[u8]) {
    let mut files = bytes.splitn(2, |byte| *byte == BETWEEN);
    match (files.next().unwrap_or_default(), files.next()) {
        (map, Some(register)) => registered(map, register),
        (only, None) => {
            registered(MAP.as_bytes(), only);
            registered(only, REGISTER.as_bytes());
        }
    }
}

fn registered(map: &[u8], register: &[u8]) {
    let mut loaded = Loaded::default();
    let map = loaded.add_text("map.yaml".to_owned(), map);
    if loaded.findings.has_errors() {
        return;
    }
    let registers = [Register {
        name: "register".to_owned(),
        bytes: register.to_vec(),
    }];
    let records = system_records(&loaded.sources, map, &registers, &mut loaded.findings);
    answered(&loaded, records.map(|it| it.text).as_deref());
}

/// Summaries become one that can be read, or are refused with a reason.
pub fn merge(bytes: &[u8]) {
    let mut loaded = Loaded::default();
    for (at, file) in bytes.split(|byte| *byte == BETWEEN).enumerate() {
        loaded.add(format!("{at}.yaml"), file);
    }
    // Fewer than two summaries are refused as a whole.
    let Ok(record) = merged(&mut loaded) else { return };
    answered(&loaded, record.map(|it| it.text).as_deref());
}

/// A bill of materials is read or refused with a reason, and every part has a place in the text.
pub fn bom(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let mut loaded = Loaded::default();
    let file = loaded.add_text("bom.cdx.json".to_owned(), bytes);
    let text = match loaded.findings.has_errors() {
        true => text,
        false => &loaded.sources.file(file).text,
    };
    let bom = sbom::read(file, text, &mut loaded.findings);
    assert!(
        bom.is_some() || loaded.findings.has_errors(),
        "refused without a reason"
    );
    for part in bom.iter().flat_map(|bom| bom.all()) {
        let at = part.at.start as usize..part.at.end as usize;
        assert!(text.get(at).is_some(), "{part:?}");
    }
    drop(sbom::fingerprint(text));
    told(&loaded.sources, &loaded.findings);
}

/// A folder whose lists are these bytes gets its verdicts: a manifest, the sums, a signature, and a file.
pub fn folder(bytes: &[u8]) {
    let home = tempfile::tempdir().unwrap();
    let files = [MANIFEST, SUMS, SIGNATURE, "gaps.md"];
    for (name, file) in files.iter().zip(bytes.split(|byte| *byte == BETWEEN)) {
        let mut made = File::create(home.path().join(name)).unwrap();
        made.write_all(file).unwrap();
    }
    for allows_seals in [false, true] {
        // A folder without lists is no folder of ours, and refused.
        if let Ok(report) = verify(home.path(), allows_seals) {
            let is_whole = report.is_complete() && report.is_unchanged();
            assert_eq!(is_whole, report.faults.is_empty());
            assert!(!is_whole || report.manifest.is_some(), "{report:?}");
            report.faults.iter().for_each(|fault| drop(fault.to_string()));
        }
    }
}

/// A list of those who may sign, a signature and a content are judged: nothing that was not signed is said to be.
pub fn signers(bytes: &[u8]) {
    let mut files = bytes.splitn(3, |byte| *byte == BETWEEN);
    let mut next = || files.next().unwrap_or_default();
    let (list, signature, content) = (next(), next(), next());
    let list = AllowedSigners::read(&String::from_utf8_lossy(list));
    let allowed = list.as_ref().ok();
    for asked in [None, Some("lead@acme.example")] {
        let found = origin(content, Some(signature), allowed, asked, NOW);
        assert!(!found.words().is_empty());
        assert!(!(found.is_settled() && found.is_refuted()), "{found:?}");
    }
    if let Some(signature) = Signature::from_text(signature) {
        assert!(!signature.fingerprint().is_empty() && !signature.kind().1.is_empty());
        assert!(!(signature.fits(content) && signature.namespace() != "actfile"));
    }
    let is_key = SigningKey::from_openssh(bytes).is_ok() || PrivateKey::from_pem(bytes).is_ok();
    assert!(
        !(is_key && PublicKey::from_pem(bytes).is_ok()),
        "both halves of a key"
    );
}

/// Answers are written into a file as they were given and nothing else is lost, or the file is refused with a reason.
pub fn edit(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let Some(before) = read(text) else { return };
    for (at, document) in before.iter().enumerate() {
        for changes in answers() {
            let Ok(after) = edited(text, document.span.start as usize, &changes) else {
                continue;
            };
            let nodes = read(&after).unwrap();
            assert_eq!(nodes.len(), before.len(), "{after}");
            let said = said(&nodes[at], &changes[0].path);
            assert_eq!(
                said.map(|node| matches!(&node.content, Content::Scalar(it) if it.text == "true")),
                Some(true),
                "{after}"
            );
        }
    }
}

/// What `ask` writes: a fact, a fact with the note of who said it, and a first list.
fn answers() -> [Vec<Change>; 3] {
    let set = |path: &str| Change::set(path, Value::word("true"));
    let note = Value::table([("field", Value::word("owner")), ("by", Value::word("CTO"))]);
    let points = Value::List(vec![Value::word("4(a)"), Value::word("2")]);
    [
        vec![set("tripwires.safety_component")],
        vec![set("facts.annex_iii.profiling"), Change::append("answers", note)],
        vec![
            set("facts.annex_iii.profiling"),
            Change::set("facts.annex_iii.points", points),
        ],
    ]
}

fn said<'n>(node: &'n Node, path: &[Step]) -> Option<&'n Node> {
    path.iter().try_fold(node, |node, step| match step {
        Step::Key(key) => node.entry(key).map(|entry| &entry.value),
        Step::Item(_) => None,
    })
}

/// Returns the documents of a text in which nothing is wrong.
fn read(text: &str) -> Option<Vec<Node>> {
    let mut findings = Diagnostics::default();
    let nodes = parse(FileId(0), text, &mut findings);
    findings.sorted().is_empty().then_some(nodes)
}

fn systems() -> [Id; 1] {
    ["terminal-agent".parse().unwrap()]
}

/// A record comes out that can be read, or there is a reason why none does.
fn answered(loaded: &Loaded, record: Option<&str>) {
    told(&loaded.sources, &loaded.findings);
    assert!(
        record.is_some() || loaded.findings.has_errors(),
        "refused without a reason"
    );
    record.into_iter().for_each(assert_reads);
}

/// What the program writes, it reads without an error.
fn assert_reads(text: &str) {
    let mut loaded = Loaded::default();
    loaded.add("written.yaml".to_owned(), text.as_bytes());
    assert!(!loaded.records.is_empty(), "{text}");
    let errors: Vec<_> = loaded.findings.sorted();
    assert!(!loaded.findings.has_errors(), "{errors:#?}\n{text}");
}

/// Findings can be told in every form, and none carries a control character.
fn told(sources: &SourceMap, findings: &Diagnostics) {
    drop(report::findings(Style::Human, sources, findings, ""));
    for style in [
        Style::Short,
        Style::Json,
        Style::Sarif,
        Style::Junit,
        Style::Github,
    ] {
        let told = report::findings(style, sources, findings, "");
        assert!(
            told.chars().all(|char| char == '\n' || !char.is_control()),
            "{told:?}"
        );
    }
}
