//! The twins of the fuzz targets: what they ask of any bytes is asked here of sound inputs that were cut, repeated and
//! filled with what readers stumble over. And what the targets have found: each finding is a file in `tests/cases/hostile`.

use crate::any_bytes::DOORS;
use crate::samples::samples;
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// Larger samples would take most of the time; the fuzz targets have them.
const LARGEST_SAMPLE: usize = 24 * 1024;

/// What an input is altered by.
#[derive(Debug, Clone)]
enum Harm {
    /// What lies between two places is gone.
    Cut(Index, u8),
    /// It stands there twice.
    Twice(Index, u8),
    /// Something stands in its place.
    Replaced(Index, u8, Vec<u8>),
    /// The input ends there.
    Ended(Index),
}

impl Harm {
    fn done_to(&self, bytes: &mut Vec<u8>) {
        let range = |at: &Index, length: u8| {
            let start = at.index(bytes.len() + 1);
            start..(start + usize::from(length)).min(bytes.len())
        };
        match self {
            Self::Cut(at, length) => drop(bytes.drain(range(at, *length))),
            Self::Twice(at, length) => {
                let part = bytes[range(at, *length)].to_vec();
                let start = range(at, *length).start;
                bytes.splice(start..start, part);
            }
            Self::Replaced(at, length, by) => drop(bytes.splice(range(at, *length), by.iter().copied())),
            Self::Ended(at) => bytes.truncate(at.index(bytes.len() + 1)),
        }
    }
}

/// What readers stumble over.
fn obstacle() -> impl Strategy<Value = Vec<u8>> {
    const KNOWN: &[&[u8]] = &[
        b"\"",
        b"'",
        b"{",
        b"}",
        b"[",
        b"]",
        b":",
        b",",
        b"\n",
        b"\r\n",
        b"\t",
        b"- ",
        b": ",
        b"#",
        b"---\n",
        b"...\n",
        b"&a ",
        b"*a",
        b"!!binary ",
        b"|\n",
        b">-\n",
        b"null",
        b"true",
        b"-1",
        b"0",
        b"1e999",
        b"18446744073709551616",
        b"-9223372036854775808",
        b"0.1",
        b"2026-02-30",
        b"9999-12-31",
        b"\0",
        b"\x1b[2J",
        b"\xFF",
        b"\xC3\x28",
        b"\xEF\xBB\xBF",
        "\u{85}\u{2028}".as_bytes(),
        "\u{202E}".as_bytes(),
        "\u{FDD0}\u{FFFF}".as_bytes(),
        "ß東👩\u{200D}💻".as_bytes(),
        b"<!DOCTYPE",
        b"&amp;",
        b"../../x",
        b"AKIAIOSFODNN7EXAMPLE",
        b"anna@acme.example",
    ];
    prop_oneof![
        prop::sample::select(KNOWN).prop_map(<[u8]>::to_vec),
        prop::collection::vec(any::<u8>(), 0..8),
        "[a-z0-9 ]{0,12}".prop_map(String::into_bytes),
    ]
}

fn harm() -> impl Strategy<Value = Harm> {
    prop_oneof![
        2 => (any::<Index>(), any::<u8>()).prop_map(|(at, length)| Harm::Cut(at, length)),
        2 => (any::<Index>(), any::<u8>()).prop_map(|(at, length)| Harm::Twice(at, length)),
        6 => (any::<Index>(), 0_u8..12, obstacle()).prop_map(|(at, length, by)| Harm::Replaced(at, length, by)),
        1 => any::<Index>().prop_map(Harm::Ended),
    ]
}

/// Tries a door with altered samples. A debug build is slow, so the cases are few; every run has others.
fn try_door(door: &str) {
    let (_, hold) = DOORS.iter().find(|(name, _)| *name == door).unwrap();
    let mut samples = samples(door, Path::new(ROOT));
    samples.iter().for_each(|sample| hold(sample));
    samples.retain(|sample| sample.len() < LARGEST_SAMPLE);
    let harmed = (prop::sample::select(samples), prop::collection::vec(harm(), 1..6));
    proptest!(ProptestConfig::with_cases(96), |((mut sample, harms) in harmed)| {
        harms.iter().for_each(|harm| harm.done_to(&mut sample));
        hold(&sample);
    });
}

macro_rules! twins {
    ($($door:ident),* $(,)?) => {
        $(#[test]
        fn $door() {
            try_door(stringify!($door));
        })*

        const TRIED: &[&str] = &[$(stringify!($door)),*];
    };
}

mod any_harm_is_answered_by {
    use super::try_door;

    twins!(
        bom, card, edit, folder, group, imports, merge, project, register, settings, signers
    );

    #[test]
    fn every_door() {
        let doors: Vec<&str> = super::DOORS.iter().map(|(name, _)| *name).collect();
        assert_eq!(TRIED, doors);
    }
}

/// Doors whose question stands in the library, beside what it is about, with its own twin there.
const WITHIN: [&str; 2] = ["discover", "markdown"];

#[test]
fn every_fuzz_target_has_a_twin() {
    let targets = fs::read_dir(Path::new(ROOT).join("fuzz/fuzz_targets")).unwrap();
    let targets: BTreeSet<String> = targets
        .map(|target| target.unwrap().file_name().to_string_lossy().replace(".rs", ""))
        .collect();
    let doors = DOORS.iter().map(|(name, _)| *name).chain(WITHIN);
    assert_eq!(targets, doors.map(str::to_owned).collect());
}

/// Writes the samples to where the fuzz targets begin from: `ACTFILE_SEEDS=1 cargo test --test it hostile::seeds`.
#[test]
fn seeds() {
    let marks = [
        "a|b",
        "*a* `b`",
        "<b>",
        "[x](y)",
        "1. a",
        "![",
        "[^1]: a",
        "- [ ] a",
        "$x$",
        "| a |\n|---|",
    ];
    let repository = include_str!("../cases/discover/repository.txt").split("=== ");
    let looked_through: Vec<Vec<u8>> = repository.flat_map(under_every_name).collect();
    let doors = DOORS
        .iter()
        .map(|(door, _)| (*door, samples(door, Path::new(ROOT))));
    let within = [
        ("discover", looked_through),
        ("markdown", marks.map(Vec::from).into()),
    ];
    for (target, samples) in doors.chain(within) {
        assert!(!samples.is_empty(), "{target}");
        if std::env::var_os("ACTFILE_SEEDS").is_some() {
            let corpus = Path::new(ROOT).join("fuzz/corpus").join(target);
            fs::create_dir_all(&corpus).unwrap();
            for (at, sample) in samples.iter().enumerate() {
                let mut file = File::create(corpus.join(format!("sample-{at}"))).unwrap();
                file.write_all(sample).unwrap();
            }
        }
    }
}

/// Returns a text as the target of `discover` takes it, once for each number that stands for a name.
fn under_every_name(file: &str) -> Vec<Vec<u8>> {
    let text = file.split_once('\n').map_or("", |(_, text)| text);
    (0..=u8::MAX)
        .map(|number| [&[number], text.as_bytes()].concat())
        .collect()
}

/// Files are named `DOOR-what-it-is`.
#[test]
fn what_was_found_once_is_not_found_again() {
    let found = fs::read_dir(Path::new(ROOT).join("tests/cases/hostile")).unwrap();
    for file in found {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let door = DOORS
            .iter()
            .find(|(door, _)| name.starts_with(&format!("{door}-")));
        let mut bytes = Vec::new();
        File::open(&path).unwrap().read_to_end(&mut bytes).unwrap();
        match door {
            Some((_, hold)) => hold(&bytes),
            None => assert_eq!(name, "README.md"),
        }
    }
}
