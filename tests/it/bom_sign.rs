//! Signatures of bills of materials: they are the ones of the specifications, they cover every byte that says something,
//! and whatever cannot be signed or judged is refused with nothing written.

#![expect(
    clippy::disallowed_methods,
    reason = "the test writes and reads its own files"
)]

use actfile::diag::Diagnostics;
use actfile::sbom::tree;
use actfile::sign::keys::{PrivateKey, PublicKey};
use actfile::sign::{Refusal, Verdict, detached, enveloped};
use actfile::source::FileId;
use actfile::yaml::node::Node;
use assert_cmd::Command;
use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// The key pair of RFC 8037, appendix A.1 and A.2: everybody has it, so it signs nothing but tests.
const PUBLISHED_D: &str = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";
const PUBLISHED_X: &str = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

// What stands before the 32 bytes of a key (RFC 8410), for Ed25519 and for X25519.
const PRIVATE: &[u8] = b"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20";
const PRIVATE_X25519: &[u8] = b"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x6e\x04\x22\x04\x20";
const PUBLIC: &[u8] = b"\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00";
const PUBLIC_X25519: &[u8] = b"\x30\x2a\x30\x05\x06\x03\x2b\x65\x6e\x03\x21\x00";

static KEY: LazyLock<PrivateKey> = LazyLock::new(|| private(PUBLISHED_D));
static SIGNED: LazyLock<String> = LazyLock::new(|| signed(&example(), false).unwrap());

fn bytes(base64url: &str) -> Vec<u8> {
    BASE64_URL_SAFE_NO_PAD.decode(base64url).unwrap()
}

fn pem(label: &str, head: &[u8], key: &[u8]) -> String {
    let body = BASE64_STANDARD.encode([head, key].concat());
    format!("-----BEGIN {label}-----\n{body}\n-----END {label}-----\n")
}

fn private(d: &str) -> PrivateKey {
    let pem = pem("PRIVATE KEY", PRIVATE, &bytes(d));
    PrivateKey::from_pem(pem.as_bytes()).ok().unwrap()
}

fn public(x: &str) -> PublicKey {
    PublicKey::from_pem(pem("PUBLIC KEY", PUBLIC, &bytes(x)).as_bytes()).unwrap()
}

fn read(text: &str) -> Option<Node> {
    tree(FileId(0), text, &mut Diagnostics::default())
}

fn signed(text: &str, replaces: bool) -> Result<String, Refusal> {
    enveloped::signed(text, &read(text).unwrap(), &KEY, replaces)
}

fn verdict(text: &str, key: &PublicKey) -> Result<Verdict, Refusal> {
    enveloped::verdict(&read(text).unwrap(), key)
}

fn example() -> String {
    let energy = json!({"activity": "training", "energyProviders": [], "activityEnergyCost": {"value": 1250.5, "unit": "kWh"}});
    let bom = json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [
        {"type": "machine-learning-model", "name": "Rank \u{fc}ber \u{1f600}", "version": "2", "bom-ref": "rank",
            "modelCard": {"considerations": {"environmentalConsiderations": {"energyConsumptions": [energy]}}}},
        {"type": "library", "name": "wick\\\"", "bom-ref": "wick"}],
        "dependencies": [{"ref": "rank", "dependsOn": ["wick"]}]});
    serde_json::to_string_pretty(&bom).unwrap() + "\n"
}

#[test]
fn the_signature_is_the_one_that_rfc_8037_prints() {
    // Appendix A.4.
    let input = b"eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
    let printed = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    assert!(KEY.public() == public(PUBLISHED_X));
    assert_eq!(
        BASE64_URL_SAFE_NO_PAD.encode(detached::signature(input, &KEY)),
        printed
    );
    let judged = detached::verdict(input, &bytes(printed), &public(PUBLISHED_X));
    assert_eq!(judged, Ok(Verdict::Holds));
}

#[test]
fn a_signature_of_the_author_of_the_format_holds() {
    // A test vector of JSF 0.82 for Ed25519; its signer is not ours.
    let sample = |id: u32, x: &str| {
        json!({"now": "2019-02-10T11:23:06Z", "name": "Joe", "id": id, "signature": {"algorithm": "Ed25519",
            "publicKey": {"kty": "OKP", "crv": "Ed25519", "x": x},
            "value": "UtN9-gMgTkfAdBJRX4gi0s6iKYiilO5EmXRD4KRSEnPKo5Og1ltbGYZecdJqKphCXkboIE_pecfszHEQXeqqDA"}})
        .to_string()
    };
    let theirs = "_kms9bkrbpI1lPLoM2j2gKySS-k89TOuyvgC43dX-Mk";
    let judged = |text: String, key: &str| verdict(&text, &public(key));
    assert_eq!(judged(sample(2_200_063, theirs), theirs), Ok(Verdict::Holds));
    assert_eq!(judged(sample(2_200_064, theirs), theirs), Ok(Verdict::Changed));
    assert_eq!(
        judged(sample(2_200_063, theirs), PUBLISHED_X),
        Ok(Verdict::OtherKey)
    );
    assert_eq!(
        judged(sample(2_200_063, PUBLISHED_X), PUBLISHED_X),
        Ok(Verdict::Changed)
    );
}

#[test]
fn only_the_signature_is_added_and_it_is_always_the_same() {
    let (unsigned, signed_text) = (example(), SIGNED.as_str());
    let start = unsigned.trim_end().strip_suffix("\n}").unwrap();
    assert!(signed_text.starts_with(&format!(
        "{start},\n  \"signature\": {{\n    \"algorithm\": \"Ed25519\""
    )));
    assert!(signed_text.ends_with("\n  }\n}\n"));
    assert_eq!(signed(&unsigned, false).unwrap(), signed_text);
    assert_eq!(signed(signed_text, true).unwrap(), signed_text);
    assert_eq!(signed(signed_text, false), Err(Refusal::SignedAlready));
    assert_eq!(verdict(signed_text, &KEY.public()), Ok(Verdict::Holds));
    assert_eq!(verdict(&unsigned, &KEY.public()), Ok(Verdict::NotSigned));
}

#[test]
fn a_document_on_one_line_and_one_of_each_version_can_be_signed() {
    for version in ["1.5", "1.6", "1.7"] {
        let document =
            json!({"bomFormat": "CycloneDX", "specVersion": version, "version": 1, "components": []});
        let text = signed(&document.to_string(), false).unwrap();
        assert_eq!(verdict(&text, &KEY.public()), Ok(Verdict::Holds));
    }
}

#[test]
fn what_a_signature_cannot_be_put_into_is_refused() {
    let refused = |text: &str| signed(text, false).unwrap_err().to_string();
    for (text, words) in [
        ("[]", "no JSON object"),
        ("{}", "no JSON object"),
        (r#"{"bomFormat": "CycloneDX"}"#, "/specVersion"),
        (
            r#"{"bomFormat": "CycloneDX", "specVersion": "1.4", "version": 1}"#,
            "1.5, 1.6 and 1.7",
        ),
        (r#"{"bomFormat": "SPDX", "specVersion": "1.6"}"#, "/bomFormat"),
        (
            r#"{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 9007199254740993}"#,
            "`9007199254740993`",
        ),
        (
            r#"{"bomFormat": "CycloneDX", "specVersion": "1.6", "signature": null}"#,
            "signed already",
        ),
    ] {
        assert!(refused(text).contains(words), "{text}: {}", refused(text));
    }
}

#[track_caller]
fn check(change: impl FnOnce(&mut Value), expected: &Result<Verdict, &str>) {
    let mut document: Value = serde_json::from_str(&SIGNED).unwrap();
    change(&mut document);
    let found = verdict(&document.to_string(), &KEY.public());
    match (&found, expected) {
        (Ok(found), Ok(expected)) => assert_eq!(found, expected),
        (Err(refusal), Err(words)) => assert!(refusal.to_string().contains(words), "{refusal}"),
        (Ok(_), Err(_)) | (Err(_), Ok(_)) => assert!(found.is_ok() == expected.is_ok(), "{found:?}"),
    }
}

#[test]
fn a_signature_that_says_something_else_is_not_taken_for_ours() {
    let member = |name: &'static str, value: Value| move |bom: &mut Value| bom["signature"][name] = value;
    let without = |name: &'static str| {
        move |bom: &mut Value| drop(bom["signature"].as_object_mut().unwrap().remove(name))
    };
    check(member("algorithm", json!("ES256")), &Err("`ES256`"));
    check(member("algorithm", json!(1)), &Err("no `algorithm`"));
    check(without("algorithm"), &Err("no `algorithm`"));
    check(without("value"), &Err("no `value`"));
    check(member("excludes", json!(["components"])), &Err("`excludes`"));
    check(member("extensions", json!([])), &Err("`extensions`"));
    check(
        |bom| bom["signature"] = json!({"signers": [bom["signature"].clone()]}),
        &Err("`signers`"),
    );
    check(|bom| bom["signature"] = json!("x"), &Err("no `member`"));
    check(without("publicKey"), &Ok(Verdict::ChangedOrOtherKey));
    check(member("keyId", json!("k")), &Ok(Verdict::Changed));
    check(member("value", json!("AAAA")), &Ok(Verdict::Changed));
    check(member("value", json!("not base64url!")), &Ok(Verdict::Changed));
    check(
        |bom| bom["signature"]["publicKey"]["crv"] = json!("Ed448"),
        &Ok(Verdict::OtherKey),
    );
}

#[test]
fn a_signature_as_cdxgen_makes_it_is_told_apart_from_a_change() {
    let mut document: Map<String, Value> = serde_json::from_str(&example()).unwrap();
    // Its form is that of RFC 8785 for this document, but without the member `signature`.
    let covered = serde_json_canonicalizer::to_vec(&document).unwrap();
    let value = BASE64_URL_SAFE_NO_PAD.encode(detached::signature(&covered, &KEY));
    document.insert(
        "signature".to_owned(),
        json!({"algorithm": "Ed25519", "value": value}),
    );
    let judged = |document: &Map<String, Value>| {
        verdict(&serde_json::to_string(document).unwrap(), &KEY.public()).unwrap()
    };
    assert_eq!(judged(&document), Verdict::HoldsForContent);
    document.insert("version".to_owned(), json!(2));
    assert_eq!(judged(&document), Verdict::ChangedOrOtherKey);
}

/// The same value with the keys of every object turned round.
fn turned(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let pairs = members.iter().rev();
            Value::Object(pairs.map(|(key, value)| (key.clone(), turned(value))).collect())
        }
        Value::Array(items) => items.iter().map(turned).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
    }
}

#[test]
fn white_space_order_of_keys_and_spelling_are_no_change() {
    let document = turned(&serde_json::from_str(&SIGNED).unwrap());
    let text = document.to_string();
    assert!(text.starts_with("{\"signature\""));
    let text = text
        .replace("1250.5", "12505E-1")
        .replace("\u{1f600}", "\\ud83d\\ude00");
    assert_eq!(verdict(&text, &KEY.public()), Ok(Verdict::Holds));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_changed_byte_of_content_goes_unseen(at in 0..SIGNED.len(), byte in any::<u8>()) {
        let mut changed = SIGNED.clone().into_bytes();
        changed[at] = byte;
        // What is no text, and no JSON, is refused before.
        let Ok(changed) = String::from_utf8(changed) else { return Ok(()) };
        let Some(tree) = read(&changed) else { return Ok(()) };
        let is_same = serde_json::from_str::<Value>(&changed).unwrap() == serde_json::from_str::<Value>(&SIGNED).unwrap();
        let holds = enveloped::verdict(&tree, &KEY.public()) == Ok(Verdict::Holds);
        prop_assert_eq!(holds, is_same, "{}", changed);
    }

    #[test]
    fn no_changed_bit_beside_a_detached_signature_goes_unseen(content in any::<Vec<u8>>(), at in any::<usize>(), bit in 0..8) {
        let signature = detached::signature(&content, &KEY);
        prop_assert_eq!(detached::verdict(&content, &signature, &KEY.public()), Ok(Verdict::Holds));
        let mut both = [content.as_slice(), &signature].concat();
        let at = at % both.len();
        both[at] ^= 1_u8 << bit;
        let (content, signature) = both.split_at(content.len());
        prop_assert!(detached::verdict(content, signature, &KEY.public()) == Ok(Verdict::ChangedOrOtherKey));
    }
}

/// A folder with a document, keys that fit and keys that do not.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        let (d, x, other) = (
            bytes(PUBLISHED_D),
            bytes(PUBLISHED_X),
            private("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        );
        let other_x = serde_json::from_str::<Value>(
            &enveloped::signed(&example(), &read(&example()).unwrap(), &other, false).unwrap(),
        )
        .unwrap();
        let other_x = bytes(other_x["signature"]["publicKey"]["x"].as_str().unwrap());
        home.put("bom.json", example());
        home.put("signed.json", SIGNED.as_str());
        home.put("changed.json", SIGNED.replace("wick", "wack"));
        home.put(
            "unknown.json",
            SIGNED.replace("\"algorithm\": \"Ed25519\"", "\"algorithm\": \"ES256\""),
        );
        home.put("broken.json", "{\"bomFormat\": ");
        home.put("twice.json", "{\"version\": 1, \"version\": 2}");
        home.put("latin.json", b"{\"name\": \"\xe9\"}");
        home.put("k.pem", pem("PRIVATE KEY", PRIVATE, &d));
        home.put("p.pem", pem("PUBLIC KEY", PUBLIC, &x));
        home.put("other.pem", pem("PUBLIC KEY", PUBLIC, &other_x));
        home.put("x25519.pem", pem("PRIVATE KEY", PRIVATE_X25519, &d));
        home.put("px25519.pem", pem("PUBLIC KEY", PUBLIC_X25519, &x));
        home.put("short.pem", pem("PRIVATE KEY", PRIVATE, &d[..31]));
        home.put("rsa.pem", pem("RSA PRIVATE KEY", b"", &d));
        home.put("locked.pem", pem("ENCRYPTED PRIVATE KEY", b"", &d));
        home.put("ssh.pem", pem("OPENSSH PRIVATE KEY", b"", &d));
        home
    }

    fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.0.path().join(name), content).unwrap();
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.path().join(name)).unwrap()
    }

    fn everything(&self) -> Vec<(String, Vec<u8>)> {
        let names = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<String> = names
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
            .into_iter()
            .map(|name| (name.clone(), self.bytes(&name)))
            .collect()
    }

    /// Runs a command and returns its exit code with everything it said.
    fn run(&self, line: &str) -> (i32, String) {
        let mut command = Command::cargo_bin("actfile").unwrap();
        let ended = command
            .current_dir(self.0.path())
            .args(line.split(' '))
            .output()
            .unwrap();
        let said = [ended.stdout, ended.stderr].concat();
        (ended.status.code().unwrap(), String::from_utf8(said).unwrap())
    }
}

/// What is typed, how it ends, and what is said.
const OUTCOMES: &[(&str, i32, &str)] = &[
    ("bom sign bom.json --key k.pem", 2, "--output"),
    ("bom sign bom.json -o new.json", 2, "--key"),
    (
        "bom sign bom.json --key k.pem --detached -o new.json",
        2,
        "cannot be used with",
    ),
    (
        "bom sign signed.json --key k.pem -o new.json",
        2,
        "signed already; `--replace`",
    ),
    (
        "bom sign broken.json --key k.pem -o new.json",
        2,
        "not well-formed",
    ),
    ("bom sign twice.json --key k.pem -o new.json", 2, "twice"),
    ("bom sign latin.json --key k.pem -o new.json", 2, "UTF-8"),
    ("bom sign p.pem --key k.pem -o new.json", 2, "not well-formed"),
    ("bom sign missing.json --key k.pem -o new.json", 2, "missing.json"),
    (
        "bom sign bom.json --key k.pem -o bom.json",
        2,
        "name another file",
    ),
    (
        "bom sign bom.json --key k.pem -o ./bom.json",
        2,
        "name another file",
    ),
    (
        "bom sign signed.json --key k.pem --replace -o signed.json",
        2,
        "name another file",
    ),
    ("bom sign bom.json --key k.pem -o k.pem", 2, "nothing was written"),
    (
        "bom sign bom.json --key k.pem -o changed.json",
        2,
        "nothing was written",
    ),
    ("bom sign bom.json --key k.pem -o no/new.json", 2, "no/new.json"),
    (
        "bom sign bom.json --key p.pem -o new.json",
        2,
        "holds a public key",
    ),
    (
        "bom sign bom.json --key x25519.pem -o new.json",
        2,
        "another kind than Ed25519",
    ),
    (
        "bom sign bom.json --key short.pem -o new.json",
        2,
        "or a damaged one",
    ),
    (
        "bom sign bom.json --key rsa.pem -o new.json",
        2,
        "an RSA private key",
    ),
    ("bom sign bom.json --key locked.pem -o new.json", 2, "encrypted"),
    ("bom sign bom.json --key ssh.pem --detached", 2, "OpenSSH"),
    ("bom sign bom.json --key bom.json -o new.json", 2, "no key in PEM"),
    (
        "bom sign bom.json --key missing.pem -o new.json",
        2,
        "missing.pem",
    ),
    ("bom verify signed.json --key k.pem", 2, "holds a private key"),
    (
        "bom verify signed.json --key px25519.pem",
        2,
        "another kind than Ed25519",
    ),
    ("bom verify unknown.json --key p.pem", 2, "`ES256`"),
    ("bom verify broken.json --key p.pem", 2, "not well-formed"),
    ("bom verify bom.json --key p.pem", 1, "bom.json: not signed"),
    (
        "bom verify bom.json --key p.pem --detached",
        1,
        "bom.json: not signed",
    ),
    (
        "bom verify signed.json --key other.pem",
        1,
        "signed by another key",
    ),
    (
        "bom verify changed.json --key p.pem",
        1,
        "changed since it was signed",
    ),
    (
        "bom verify signed.json --key p.pem",
        0,
        "signed with this key, and unchanged since",
    ),
];

#[test]
fn every_refusal_says_why_shows_no_key_and_writes_nothing() {
    let home = Home::new();
    let before = home.everything();
    let secret = [
        PUBLISHED_D[..16].to_owned(),
        BASE64_STANDARD.encode([PRIVATE, &bytes(PUBLISHED_D)].concat())[24..].to_owned(),
    ];
    for (line, code, words) in OUTCOMES {
        let (ended, said) = home.run(line);
        let said_on_one_line = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            ended == *code && said_on_one_line.contains(words),
            "{line}: {ended}\n{said}"
        );
        assert!(
            secret.iter().all(|secret| !said.contains(secret)),
            "{line}\n{said}"
        );
        assert!(home.everything() == before, "{line} wrote something");
    }
}

#[test]
fn a_signed_file_and_a_signature_are_written_and_hold() {
    let home = Home::new();
    let done = |line: &str| assert_eq!(home.run(line).0, 0, "{line}: {}", home.run(line).1);
    done("bom sign bom.json --key k.pem -o new.json");
    assert_eq!(home.bytes("new.json"), SIGNED.as_bytes());
    assert_eq!(home.bytes("bom.json"), example().as_bytes());
    done("bom sign changed.json --key k.pem --replace -o renewed.json");
    done("bom verify renewed.json --key p.pem");
    done("bom sign bom.json --key k.pem --detached");
    assert_eq!(home.bytes("bom.json.sig").len(), 64);
    done("bom verify bom.json --key p.pem --detached");
    home.put("bom.json", example() + "\n");
    assert_eq!(home.run("bom verify bom.json --key p.pem --detached").0, 1);
    assert_eq!(home.run("bom sign bom.json --key k.pem --detached").0, 2);
    done("bom sign bom.json --key k.pem --detached --replace");
    done("bom verify bom.json --key p.pem --detached");
    home.put("bom.json.sig", "c2lnbmF0dXJl");
    assert_eq!(home.run("bom verify bom.json --key p.pem --detached").0, 2);
    assert!(home.everything().iter().all(|(name, _)| !name.starts_with('.')));
}

/// Returns whether there is an openssl that can sign a whole file with Ed25519.
fn has_openssl() -> bool {
    let help = std::process::Command::new("openssl")
        .args(["pkeyutl", "-help"])
        .output();
    help.is_ok_and(|help| String::from_utf8_lossy(&[help.stdout, help.stderr].concat()).contains("-rawin"))
}

fn openssl(folder: &Path, line: &str) -> bool {
    let mut command = std::process::Command::new("openssl");
    let ended = command
        .current_dir(folder)
        .args(line.split(' '))
        .output()
        .unwrap();
    ended.status.success()
}

#[test]
fn openssl_makes_our_keys_and_takes_our_signatures() {
    if !has_openssl() {
        return;
    }
    let home = Home::new();
    let folder = home.0.path();
    assert!(openssl(folder, "genpkey -algorithm ed25519 -out fresh.pem"));
    assert!(openssl(folder, "pkey -in fresh.pem -pubout -out fresh.pub.pem"));
    assert_eq!(home.run("bom sign bom.json --key fresh.pem --detached").0, 0);
    assert_eq!(home.run("bom sign bom.json --key fresh.pem -o new.json").0, 0);
    assert_eq!(home.run("bom verify new.json --key fresh.pub.pem").0, 0);
    let verify = "pkeyutl -verify -rawin -pubin -inkey fresh.pub.pem -in bom.json -sigfile bom.json.sig";
    assert!(openssl(folder, verify));
    assert!(openssl(
        folder,
        "pkeyutl -sign -rawin -inkey fresh.pem -in bom.json -out theirs.sig"
    ));
    assert_eq!(home.bytes("theirs.sig"), home.bytes("bom.json.sig"));
    home.put("bom.json", example() + " ");
    assert!(!openssl(folder, verify));
}
