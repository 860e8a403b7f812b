//! Signatures over a folder of documents, judged both ways by `ssh-keygen`: what it signs we judge, what we sign it
//! judges. And the folders of earlier versions, which every later one must still be able to check.

use assert_cmd::Command;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};

const INVENTORY: &str = "kind: organisation\nid: acme\nlegal_name: Acme GmbH\n---\nkind: ai_system\nid: assistant\nname: Assistant\nour_roles: [deployer]\n";
const WHO: &str = "lead@acme.example";

/// A folder with documents of a small inventory, and keys as `ssh-keygen` makes them.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        home.put("inventories/acme.yaml", INVENTORY);
        assert_eq!(home.run("build --as-of 2026-11-22 --formats md").0, 0);
        for (name, kind, phrase) in [
            ("key", "ed25519", ""),
            ("other", "ed25519", ""),
            ("locked", "ed25519", "phrase"),
            ("ecdsa", "ecdsa", ""),
        ] {
            let made = ["-q", "-t", kind, "-N", phrase, "-C", "", "-f", name];
            assert!(home.ssh_keygen(&made, None), "{name}");
        }
        home.allow("allowed", "namespaces=\"actfile\"", "key");
        home
    }

    fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    fn put(&self, below: &str, text: &str) {
        let path = self.path(below);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
    }

    fn text(&self, below: &str) -> String {
        String::from_utf8(bytes(&self.path(below))).unwrap()
    }

    /// Writes a list of those who may sign, with one line for a key.
    fn allow(&self, list: &str, options: &str, key: &str) {
        let key = self.text(&format!("{key}.pub"));
        self.put(list, &format!("# who may sign\n{WHO} {options} {key}"));
    }

    /// Returns exit code, standard output and standard error.
    fn run(&self, line: &str) -> (i32, String, String) {
        let mut command = Command::cargo_bin("actfile").unwrap();
        let ended = command
            .current_dir(self.0.path())
            .args(line.split_whitespace())
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (
            ended.status.code().unwrap(),
            text(ended.stdout),
            text(ended.stderr),
        )
    }

    /// Returns what the verdict on the signature is, and the exit code.
    fn signed(&self, options: &str) -> (i32, String) {
        let (code, said, _) = self.run(&format!("verify out {options}"));
        let line = said.lines().find_map(|line| line.strip_prefix("signed        "));
        (code, line.unwrap().to_owned())
    }

    fn ssh_keygen(&self, words: &[&str], input: Option<&str>) -> bool {
        let input = input.map_or(Stdio::null(), |name| File::open(self.path(name)).unwrap().into());
        let mut command = Process::new("ssh-keygen");
        let ended = command
            .current_dir(self.0.path())
            .args(words)
            .stdin(input)
            .output()
            .unwrap();
        ended.status.success()
    }

    /// Returns whether `ssh-keygen` takes the signature.
    fn is_taken(&self, list: &str, who: &str) -> bool {
        let words = [
            "-Y",
            "verify",
            "-f",
            list,
            "-I",
            who,
            "-n",
            "actfile",
            "-s",
            "out/SHA256SUMS.sig",
        ];
        self.ssh_keygen(&words, Some("out/SHA256SUMS"))
    }

    /// Lets `ssh-keygen` sign.
    fn let_sign(&self, key: &str, namespace: &str) {
        let _ = fs::remove_file(self.path("out/SHA256SUMS.sig"));
        let words = ["-Y", "sign", "-f", key, "-n", namespace, "out/SHA256SUMS"];
        assert!(self.ssh_keygen(&words, None), "{key}");
    }
}

/// The continuous integration has it; who has not may still run the other tests.
fn has_ssh_keygen() -> bool {
    Process::new("ssh-keygen").arg("-?").output().is_ok()
}

#[test]
fn both_programs_make_the_same_signature_and_take_it() {
    if !has_ssh_keygen() {
        return;
    }
    let home = Home::new();
    assert_eq!(
        home.signed(""),
        (
            0,
            "no: there is no SHA256SUMS.sig; integrity only, origin not shown".to_owned()
        )
    );
    let (code, _, told) = home.run("sign out --key key");
    assert_eq!(code, 0, "{told}");
    assert!(
        told.contains("WHO namespaces=\"actfile\" ssh-ed25519 AAAA"),
        "{told}"
    );
    assert!(home.is_taken("allowed", WHO));
    let ours = home.text("out/SHA256SUMS.sig");
    home.let_sign("key", "actfile");
    assert_eq!(home.text("out/SHA256SUMS.sig"), ours);
    for (options, says) in [
        ("", "by the key SHA256:"),
        (
            "--allowed-signers allowed",
            "yes, by lead@acme.example with the key SHA256:",
        ),
        (
            "--allowed-signers allowed --signer lead@acme.example",
            "yes, by lead@acme.example with",
        ),
    ] {
        let (code, said) = home.signed(options);
        assert!(code == 0 && said.starts_with(says), "{options}: {said}");
    }
}

#[test]
fn every_reason_not_to_take_a_signature_has_its_own_words() {
    if !has_ssh_keygen() {
        return;
    }
    let home = Home::new();
    home.let_sign("key", "actfile");
    let cases = [
        (
            "valid-before=\"20200101Z\"",
            "the key of lead@acme.example was valid until 2020-01-01 00:00 UTC only",
        ),
        (
            "valid-after=\"22000101Z\"",
            "the key of lead@acme.example is valid from 2200-01-01 00:00 UTC on",
        ),
        (
            "namespaces=\"file,git\"",
            "the key of lead@acme.example may sign for `file,git` and not for `actfile`",
        ),
        (
            "cert-authority",
            "no line of the allowed signers has the key SHA256:",
        ),
    ];
    for (options, says) in cases {
        home.allow("list", options, "key");
        let (code, said) = home.signed("--allowed-signers list");
        assert!(
            code == 1 && said.starts_with(&format!("no: {says}")),
            "{options}: {said}"
        );
        assert!(!home.is_taken("list", WHO), "{options}");
    }
}

#[test]
fn a_key_of_somebody_else_or_for_something_else_is_not_taken() {
    if !has_ssh_keygen() {
        return;
    }
    let home = Home::new();
    home.let_sign("key", "actfile");
    home.allow("list", "", "other");
    let (code, said) = home.signed("--allowed-signers list");
    assert!(
        code == 1 && said.starts_with("no: no line of the allowed signers has the key"),
        "{said}"
    );
    let (code, said) = home.signed("--allowed-signers allowed --signer boss@acme.example");
    assert_eq!(
        (code, said.as_str()),
        (
            1,
            "no: the key is that of lead@acme.example and not of boss@acme.example"
        )
    );
    assert!(!home.is_taken("allowed", "boss@acme.example"));
    home.let_sign("key", "file");
    let (code, said) = home.signed("--allowed-signers allowed");
    assert_eq!(
        (code, said.as_str()),
        (1, "no: the signature was made for `file` and not for `actfile`")
    );
    home.let_sign("ecdsa", "actfile");
    let (code, said) = home.signed("--allowed-signers allowed");
    assert!(
        code == 1 && said.starts_with("not judged here: the key is of the kind `ecdsa"),
        "{said}"
    );
    home.put("out/SHA256SUMS.sig", "no signature");
    assert_eq!(
        home.signed("").1,
        "no: SHA256SUMS.sig is not a signature of OpenSSH"
    );
}

#[test]
fn what_was_signed_and_changed_is_told_and_a_new_build_takes_the_signature_away() {
    if !has_ssh_keygen() {
        return;
    }
    let home = Home::new();
    assert_eq!(home.run("sign out --key key").0, 0);
    let sums = home.text("out/SHA256SUMS");
    home.put("out/SHA256SUMS", &sums.replacen('a', "b", 1));
    let (code, said) = home.signed("--allowed-signers allowed");
    assert!(
        code == 1 && said.contains("does not fit; SHA256SUMS is not what was signed"),
        "{said}"
    );
    assert!(!home.is_taken("allowed", WHO));
    let (code, _, told) = home.run("sign out --key key");
    assert!(
        code == 2 && told.contains("only a folder that is complete and unchanged is signed"),
        "{told}"
    );
    home.put("out/SHA256SUMS", &sums);
    // The same documents keep their signature, others lose it.
    assert_eq!(home.run("build --as-of 2026-11-22 --formats md").0, 0);
    assert_eq!(home.signed("--allowed-signers allowed").0, 0);
    let (code, _, told) = home.run("build --as-of 2026-11-23 --formats md");
    assert!(
        code == 0 && told.contains("`actfile sign` makes a new one"),
        "{told}"
    );
    assert_eq!(
        home.signed("").1,
        "no: there is no SHA256SUMS.sig; integrity only, origin not shown"
    );
}

#[test]
fn a_key_that_cannot_sign_here_is_told_what_can() {
    if !has_ssh_keygen() {
        return;
    }
    let home = Home::new();
    for (key, says) in [
        ("locked", "the key is encrypted"),
        ("key.pub", "the public half of a key"),
        ("ecdsa", "a key of the kind `ecdsa-sha2-nistp256`"),
    ] {
        let (code, _, told) = home.run(&format!("sign out --key {key}"));
        let command = format!("`ssh-keygen -Y sign -f {key} -n actfile out/SHA256SUMS`");
        assert!(
            code == 2 && told.contains(says) && told.contains(&command),
            "{told}"
        );
    }
    let (code, _, told) = home.run("sign out --key inventories/acme.yaml");
    assert!(
        code == 2 && told.contains("no private key in the format of OpenSSH"),
        "{told}"
    );
    assert!(!home.path("out/SHA256SUMS.sig").exists());
    // Another signature is not replaced unasked.
    assert_eq!(home.run("sign out --key key").0, 0);
    let (code, _, told) = home.run("sign out --key other");
    assert!(code == 2 && told.contains("--replace"), "{told}");
    assert_eq!(home.run("sign out --key other --replace").0, 0);
    home.put("list", "lead@acme.example touch ssh-ed25519 AAAA\n\nx\n");
    let (code, _, told) = home.run("verify out --allowed-signers list");
    assert!(
        code == 2 && told.contains("line 1: ") && told.contains("line 3: "),
        "{told}"
    );
}

fn bytes(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    File::open(path).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

fn packs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs")
}

fn copied(from: &Path, to: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(from).sort_by_file_name() {
        let entry = entry.unwrap();
        let below = entry.path().strip_prefix(from).unwrap();
        match entry.file_type().is_dir() {
            true => fs::create_dir_all(to.join(below)).unwrap(),
            false => {
                fs::copy(entry.path(), to.join(below)).unwrap();
                files.insert(below.to_str().unwrap().to_owned(), bytes(entry.path()));
            }
        }
    }
    files
}

fn verified(folder: &Path, options: &str) -> (i32, String) {
    let mut command = Command::cargo_bin("actfile").unwrap();
    let ended = command
        .arg("verify")
        .arg(folder)
        .args(options.split_whitespace())
        .current_dir(packs().join("v1"))
        .output()
        .unwrap();
    (
        ended.status.code().unwrap(),
        String::from_utf8(ended.stdout).unwrap(),
    )
}

#[test]
fn folders_of_the_first_version_can_still_be_checked() {
    let signed = "--allowed-signers allowed_signers --signer ai@acme.example";
    for (pack, options, says) in [
        (
            "signed",
            signed,
            "signed        yes, by ai@acme.example with the key",
        ),
        (
            "sealed",
            "--allow-signed-pdf",
            "unchanged     yes for what was made; electronically signed since",
        ),
    ] {
        let (code, said) = verified(&packs().join("v1").join(pack), options);
        assert!(code == 0 && said.contains(says), "{pack}: {said}");
    }
    let (code, said) = verified(&packs().join("v1/sealed"), "");
    assert!(code == 1 && said.contains("--allow-signed-pdf"), "{said}");
}

#[test]
fn any_changed_byte_of_a_signed_folder_is_noticed() {
    let copy = tempfile::tempdir().unwrap();
    let files = copied(&packs().join("v1/signed"), copy.path());
    for (name, bytes) in &files {
        let mut changed = bytes.clone();
        let middle = changed.len() / 2;
        changed[middle] ^= 1;
        File::create(copy.path().join(name))
            .unwrap()
            .write_all(&changed)
            .unwrap();
        let (code, said) = verified(copy.path(), "--allowed-signers allowed_signers");
        assert_eq!(code, 1, "{name}: {said}");
        File::create(copy.path().join(name))
            .unwrap()
            .write_all(bytes)
            .unwrap();
    }
    assert_eq!(verified(copy.path(), "--allowed-signers allowed_signers").0, 0);
}
