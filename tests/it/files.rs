//! Files of the project that records name: they are hashed where they lie, a hash that a record states is compared, and
//! what is not there is told. The hashes are those that FIPS 180-4 gives for `abc`.

#![expect(clippy::panic, reason = "a helper that cannot go on fails its test")]
#![expect(
    clippy::disallowed_methods,
    reason = "these tests write the files that are read"
)]

use actfile::build::{Scope, build};
use actfile::calendar::Date;
use actfile::read::load;
use actfile::render::Format;
use actfile::{Asked, Checked, check};
use serde_json::Value;
use std::fs;
use std::path::Path;

const SHA256_OF_ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const SHA512_OF_ABC: &str = "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a\
                             2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";
const HEAD: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n---\n";

fn evidence(fields: &str) -> String {
    format!("kind: evidence\nid: ev\ntitle: Procedure\n{fields}\n")
}

fn model(fields: &str) -> String {
    format!("kind: model\nid: m\nname: M\nversion_or_snapshot: '1'\n{fields}\n")
}

/// Writes a project of one record in a folder of its own, with `abc` in three files beside it, and checks it.
fn project(home: &Path, record: &str) -> Checked {
    let folder = home.join("project");
    fs::create_dir_all(folder.join("records/files")).unwrap();
    for name in ["a.bin", "b.bin", "c d.bin"] {
        fs::write(folder.join("records/files").join(name), "abc").unwrap();
    }
    fs::write(home.join("outside.bin"), "abc").unwrap();
    fs::write(folder.join("records/a.yaml"), format!("{HEAD}{record}")).unwrap();
    checked(&folder)
}

fn checked(folder: &Path) -> Checked {
    let day = Date::on(2026, 11, 22);
    let asked = Asked {
        as_of: Some(day),
        today: day,
        law: None,
    };
    check(load(folder).unwrap(), asked)
}

#[track_caller]
fn finds(record: &str, expected: &[&str]) {
    let home = tempfile::tempdir().unwrap();
    let checked = project(home.path(), record);
    let found: Vec<&str> = checked.findings.sorted().iter().map(|it| it.code.id()).collect();
    assert_eq!(found, expected, "{record}\n{:#?}", checked.findings.sorted());
}

#[test]
fn a_hash_that_is_recorded_is_compared_with_the_file() {
    let other = "0".repeat(64);
    let upper = SHA256_OF_ABC.to_uppercase();
    for (fields, expected) in [
        (format!("uri: files/a.bin\nsha256: {SHA256_OF_ABC}"), &[][..]),
        (
            format!("uri: ./files/../files/a.bin\nsha256: sha256:{upper}"),
            &[],
        ),
        (format!("uri: files/c d.bin\nsha256: {SHA256_OF_ABC}"), &[]),
        ("uri: files/a.bin".to_owned(), &[]),
        (format!("uri: files/a.bin\nsha256: {other}"), &["E0304"]),
        ("uri: files/a.bin\nsha256: see the binder".to_owned(), &["E0304"]),
        (format!("uri: https://acme.example/a.bin\nsha256: {other}"), &[]),
    ] {
        finds(&evidence(&fields), expected);
    }
    let one = "files: [{path: files/a.bin}]";
    for (fields, expected) in [
        (
            format!("{one}\nauthenticity: {{hash: {SHA256_OF_ABC}, sha512: {SHA512_OF_ABC}}}"),
            &[][..],
        ),
        (format!("{one}\nauthenticity: {{hash: {other}}}"), &["E0304"]),
        // The hash of another function says nothing against these.
        (format!("{one}\nauthenticity: {{hash: {}}}", "0".repeat(96)), &[]),
        // Of several files, none is the whole.
        (
            format!("files: [{{path: files/a.bin}}, {{path: files/b.bin}}]\nauthenticity: {{hash: {other}}}"),
            &[],
        ),
        (
            format!("files: [{{path: files/a.bin, sha512: {SHA512_OF_ABC}}}]"),
            &[],
        ),
        (
            format!(
                "files: [{{path: files/a.bin, sha256: {other}}}, {{path: files/b.bin, sha256: {other}}}]"
            ),
            &["E0304", "E0304"],
        ),
    ] {
        finds(&model(&fields), expected);
    }
}

#[test]
fn a_file_that_is_not_there_is_told_unless_the_text_is_no_path() {
    for (uri, expected) in [
        ("files/gone.bin", &["W0408"][..]),
        ("../../outside.bin", &["W0408"]),
        ("files/strange.d", &["W0408"]),
        ("files", &[]),
        ("Binder 12, room 3", &[]),
        ("DMS/4711", &[]),
    ] {
        finds(&evidence(&format!("uri: {uri}")), expected);
    }
    for (path, expected) in [
        ("files/a.bin", &[][..]),
        ("files/gone.bin", &["E0101"]),
        ("gone", &["E0101"]),
        ("files", &["E0101"]),
        ("../../outside.bin", &["E0101"]),
        ("/etc/passwd", &["E0101"]),
        ("https://acme.example/a.bin", &["E0101"]),
    ] {
        finds(&model(&format!("files: [{{path: '{path}'}}]")), expected);
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_read_through_a_link_that_leaves_the_project() {
    use std::os::unix::fs::symlink;
    let home = tempfile::tempdir().unwrap();
    project(
        home.path(),
        &model("files: [{path: files/link.bin}, {path: files/inner.bin}]"),
    );
    let folder = home.path().join("project");
    symlink(
        home.path().join("outside.bin"),
        folder.join("records/files/link.bin"),
    )
    .unwrap();
    symlink(
        folder.join("records/files/a.bin"),
        folder.join("records/files/inner.bin"),
    )
    .unwrap();
    let checked = checked(&folder);
    let found = checked.findings.sorted();
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].message.contains("leaves the project"), "{found:#?}");
    let hashed: Vec<&String> = checked.assessment.inventory.files.all().keys().collect();
    assert_eq!(hashed, ["records/files/inner.bin"]);
}

fn bom(checked: &Checked) -> (Value, String) {
    let scope = Scope {
        formats: [Format::Bom].into(),
        ..Scope::default()
    };
    let built = build(checked, &scope).unwrap();
    let bom = built
        .artifacts
        .iter()
        .find(|it| it.path == "ai-bom.cdx.json")
        .unwrap();
    (serde_json::from_slice(&bom.bytes).unwrap(), built.facts.build_id)
}

fn component<'a>(bom: &'a Value, name: &str) -> &'a Value {
    let components = bom["components"].as_array().unwrap();
    let found = components.iter().find(|it| it["bom-ref"] == name);
    found.unwrap_or_else(|| panic!("no {name} in {bom:#}"))
}

fn both_hashes() -> Value {
    serde_json::json!([
        {"alg": "SHA-256", "content": SHA256_OF_ABC},
        {"alg": "SHA-512", "content": SHA512_OF_ABC},
    ])
}

#[test]
fn the_bill_of_materials_has_both_hashes_of_each_file() {
    let home = tempfile::tempdir().unwrap();
    let record = model(
        "uri: https://acme.example/m\nfiles: [{path: files/a.bin, executable: false, archive: true, structured: true}]",
    ) + "---\n"
        + &evidence("uri: files/c d.bin");
    let (bom, _) = bom(&project(home.path(), &record));
    let file = component(&bom, "file:records/files/a.bin");
    assert_eq!(file["hashes"], both_hashes());
    for (name, value) in [
        ("bsi:component:filename", "a.bin"),
        ("bsi:component:executable", "non-executable"),
        ("bsi:component:archive", "archive"),
        ("bsi:component:structured", "structured"),
    ] {
        let wanted = serde_json::json!({"name": name, "value": value});
        assert!(
            file["properties"].as_array().unwrap().contains(&wanted),
            "{file:#}"
        );
    }
    // A model of one file is that file, and so is what is fetched at its address.
    let model = component(&bom, "model:m@1");
    let name = serde_json::json!({"name": "bsi:component:filename", "value": "a.bin"});
    assert!(
        model["properties"].as_array().unwrap().contains(&name),
        "{model:#}"
    );
    assert_eq!(model["hashes"], both_hashes());
    assert_eq!(model["externalReferences"][0]["hashes"], both_hashes());
    let dependencies = bom["dependencies"].as_array().unwrap();
    let of_model = dependencies.iter().find(|it| it["ref"] == "model:m@1").unwrap();
    assert_eq!(
        of_model["dependsOn"],
        serde_json::json!(["file:records/files/a.bin"])
    );
    let references = bom["metadata"]["component"]["externalReferences"]
        .as_array()
        .unwrap();
    let evidence = references.iter().find(|it| it["type"] == "evidence").unwrap();
    assert_eq!(evidence["url"], "records/files/c%20d.bin");
    assert_eq!(evidence["hashes"], both_hashes());
}

#[test]
fn a_model_of_several_files_has_no_hash_of_its_own() {
    let home = tempfile::tempdir().unwrap();
    let (bom, _) = bom(&project(
        home.path(),
        &model("files: [{path: files/a.bin}, {path: files/b.bin}]"),
    ));
    let model = component(&bom, "model:m@1");
    assert!(model.get("hashes").is_none(), "{model:#}");
    assert_eq!(
        component(&bom, "file:records/files/b.bin")["hashes"],
        both_hashes()
    );
}

#[test]
fn a_change_of_a_file_changes_the_build() {
    let home = tempfile::tempdir().unwrap();
    let (_, before) = bom(&project(home.path(), &evidence("uri: files/a.bin")));
    let folder = home.path().join("project");
    fs::write(folder.join("records/files/a.bin"), "abd").unwrap();
    let (_, after) = bom(&checked(&folder));
    assert_ne!(before, after);
    // A file that no record names is not an input.
    fs::write(folder.join("records/files/b.bin"), "abd").unwrap();
    assert_eq!(bom(&checked(&folder)).1, after);
}
