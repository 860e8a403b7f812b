//! Puts a finished set of files in place, whole or not at all. Everything is in memory when this begins; what is
//! published already and has not changed is neither read by anybody twice nor touched, files that are not ours
//! stay, and nothing is ever written through a link.

use crate::failure::Failure;
use crate::render::{Artifact, is_made_to_be_edited};
use crate::write::folder::{Folder, Kind, disk};
use crate::write::manifest::{self, MANIFEST, Manifest, SIGNATURE, SUMS};
use crate::write::stage::{Exchange, Stage};
use crate::write::target::{Lock, Target};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What a publication did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Published {
    /// Every file was there already; nothing was touched.
    Unchanged,
    /// The folder was replaced.
    Written {
        /// Files with different content, or that were not there.
        n_written: usize,
        /// Files that stayed as they were.
        n_kept: usize,
        /// Earlier outputs that this set does not have.
        n_removed: usize,
        /// Whether a signature was among them, which covered what was there before.
        lost_its_signature: bool,
        /// Files that were written over although they were neither as they had been made nor as they are now, sorted.
        altered: Vec<String>,
    },
}

/// The stage inside a folder that cannot be exchanged; its presence also marks the folder as ours.
pub(crate) const INNER_STAGE: &str = ".actfile-stage";

/// Publishes a sealed set at `out`. The project folder is named so that it cannot be replaced by mistake.
pub fn publish(out: &Path, project: &Path, pack: &[Artifact]) -> Result<Published, Failure> {
    let target = Target::examine(out, project)?;
    let mut lock = target.lock()?;
    target.remove_stale_stages();
    let mut present = Folder::read(&target.path)?;
    let manifest = manifest::read_manifest(&present)?;
    let was_interrupted = present.kind(Path::new(INNER_STAGE)) == Some(Kind::Folder);
    if !present.is_empty() && manifest.is_none() && !was_interrupted {
        return Err(Failure::Refused(format!(
            "the output folder `{}` is not empty and has no manifest of actfile; choose an empty or another folder",
            out.display()
        )));
    }
    present.forget(Path::new(INNER_STAGE));
    // A run that was interrupted may have left files that its manifest does not know.
    if !was_interrupted {
        spare_edited(&present, manifest.as_ref(), pack)?;
    }
    let plan = Plan::make(&present, manifest.as_ref(), pack)?;
    let altered = match was_interrupted {
        true => Vec::new(),
        false => plan.altered(&present, &earlier_outputs(manifest.as_ref()))?,
    };
    let is_current = plan.write.is_empty() && plan.remove.is_empty();
    if !is_current || was_interrupted {
        plan.carry_out(&target, &lock)?;
    }
    lock.keep_parents();
    Ok(match is_current {
        true => Published::Unchanged,
        false => Published::Written {
            n_written: plan.write.len(),
            n_kept: plan.keep.len(),
            n_removed: plan.remove.len(),
            lost_its_signature: plan.remove.iter().any(|path| path == Path::new(SIGNATURE)),
            altered,
        },
    })
}

/// Refuses a set that would write over what people wrote into documents that are made to be edited.
fn spare_edited(present: &Folder, manifest: Option<&Manifest>, pack: &[Artifact]) -> Result<(), Failure> {
    let earlier = earlier_outputs(manifest);
    let mut edited = Vec::new();
    for file in pack.iter().filter(|file| is_made_to_be_edited(&file.path)) {
        let path = Path::new(&file.path);
        let is_there = matches!(present.kind(path), Some(Kind::File { .. }));
        if is_there && !present.holds(path, &file.bytes)? && !is_as_made(present, path, &earlier)? {
            edited.push(format!("`{}`", file.path));
        }
    }
    match edited.is_empty() {
        true => Ok(()),
        false => Err(Failure::Refused(format!(
            "edited since the last build, which this one would write over: {}; move what was edited out of the output \
             folder, or give another folder with --out; nothing was written",
            edited.join(", ")
        ))),
    }
}

/// Writes files into a folder that does not exist yet or is empty, such as a first inventory.
pub fn create(folder: &Path, files: &[Artifact]) -> Result<(), Failure> {
    let failed = |error| disk(folder, "cannot be created", error);
    fs::create_dir_all(folder).map_err(failed)?;
    if fs::read_dir(folder).map_err(failed)?.next().is_some() {
        return Err(Failure::Refused(format!(
            "the folder `{}` is not empty",
            folder.display()
        )));
    }
    let files: Vec<&Artifact> = files.iter().collect();
    let stage = Stage::create(folder.join(INNER_STAGE))?;
    stage.write(&files)?;
    stage.move_files_to(folder, &files)
}

/// What has to happen to each file.
#[derive(Debug, Default)]
struct Plan<'a> {
    write: Vec<&'a Artifact>,
    keep: Vec<PathBuf>,
    remove: Vec<PathBuf>,
    // Files and empty folders that a user put here.
    carry: Vec<PathBuf>,
    carry_folders: Vec<PathBuf>,
    // Links that stand where a folder of ours has to be.
    replace: Vec<PathBuf>,
}

impl<'a> Plan<'a> {
    fn make(present: &Folder, manifest: Option<&Manifest>, pack: &'a [Artifact]) -> Result<Self, Failure> {
        let mut plan = Self::default();
        for file in pack {
            let path = Path::new(&file.path);
            match (present.holds(path, &file.bytes)?, present.kind(path)) {
                (true, _) => plan.keep.push(path.to_path_buf()),
                (false, Some(Kind::Folder)) => return Err(in_the_way(path, "a folder", "a document")),
                (false, Some(Kind::File { .. } | Kind::Link | Kind::Other) | None) => plan.write.push(file),
            }
        }
        plan.sort_the_rest(present, &earlier_outputs(manifest), pack)?;
        Ok(plan)
    }

    fn sort_the_rest(
        &mut self,
        present: &Folder,
        earlier: &BTreeMap<&Path, &str>,
        pack: &[Artifact],
    ) -> Result<(), Failure> {
        let ours: BTreeSet<&Path> = pack.iter().map(|file| Path::new(&file.path)).collect();
        let folders: BTreeSet<&Path> = ours.iter().flat_map(|path| path.ancestors().skip(1)).collect();
        let used: BTreeSet<&Path> = present.entries().filter_map(|(path, _)| path.parent()).collect();
        for (path, kind) in present.entries().filter(|(path, _)| !ours.contains(path)) {
            match kind {
                Kind::Folder if used.contains(path) || folders.contains(path) => {}
                // It is over other sums than those that are written now.
                Kind::File { .. } if path == Path::new(SIGNATURE) && self.writes(SUMS) => {
                    self.remove.push(path.to_path_buf());
                }
                Kind::Folder => self.carry_folders.push(path.to_path_buf()),
                Kind::Link if folders.contains(path) => self.replace.push(path.to_path_buf()),
                Kind::File { .. } | Kind::Other if folders.contains(path) => {
                    return Err(in_the_way(path, "a file", "a folder"));
                }
                // What somebody has edited since is theirs, and stays.
                Kind::File { .. } if is_as_made(present, path, earlier)? => {
                    self.remove.push(path.to_path_buf())
                }
                Kind::File { .. } | Kind::Link | Kind::Other => self.carry.push(path.to_path_buf()),
            }
        }
        Ok(())
    }

    fn writes(&self, path: &str) -> bool {
        self.write.iter().any(|file| file.path == path)
    }

    /// Returns the files in place of which others come, and that are not as the earlier build made them.
    fn altered(&self, present: &Folder, earlier: &BTreeMap<&Path, &str>) -> Result<Vec<String>, Failure> {
        let altered = self.write.par_iter().map(|file| {
            let path = Path::new(&file.path);
            // The manifest lists neither itself nor the sums.
            let is_document = ![MANIFEST, SUMS].contains(&file.path.as_str());
            let is_there = matches!(present.kind(path), Some(Kind::File { .. }));
            let is_altered = is_document && is_there && !is_as_made(present, path, earlier)?;
            Ok(is_altered.then(|| file.path.clone()))
        });
        altered.filter_map(Result::transpose).collect()
    }

    fn carry_out(&self, target: &Target, lock: &Lock) -> Result<(), Failure> {
        let out = &target.path;
        let stage = Stage::create(target.stage_path())?;
        let synced = || {
            lock.sync_parent()
                .map_err(|error| disk(out, "cannot be put in place", error))
        };
        if is_missing(out) {
            stage.write(&self.write)?;
            stage.move_to(out)?;
            return synced().or_else(|failure| stage.move_back_from(out).and(Err(failure)));
        }
        stage.take_rights_of(out)?;
        self.carry_folders
            .iter()
            .try_for_each(|path| stage.make_folder(path))?;
        self.keep
            .iter()
            .chain(&self.carry)
            .try_for_each(|path| stage.carry(out, path))?;
        stage.write(&self.write)?;
        match stage.exchange_with(out)? {
            Exchange::Done => synced().or_else(|failure| stage.exchange_with(out).and(Err(failure))),
            Exchange::Unsupported => {
                drop(stage);
                self.carry_out_inside(out)
            }
        }
    }

    fn carry_out_inside(&self, out: &Path) -> Result<(), Failure> {
        let inner = out.join(INNER_STAGE);
        if !is_missing(&inner) {
            fs::remove_dir_all(&inner).map_err(|error| disk(&inner, "cannot be removed", error))?;
        }
        let stage = Stage::create(inner)?;
        stage.write(&self.write)?;
        let in_the_way = self.replace.iter().chain(&self.remove);
        for path in in_the_way.map(|path| out.join(path)) {
            fs::remove_file(&path).map_err(|error| disk(&path, "cannot be removed", error))?;
        }
        stage.move_files_to(out, &self.write)
    }
}

fn earlier_outputs(manifest: Option<&Manifest>) -> BTreeMap<&Path, &str> {
    let outputs = manifest.map_or(&[][..], |manifest| &manifest.outputs);
    outputs
        .iter()
        .map(|output| (Path::new(&output.path), output.sha256.as_str()))
        .collect()
}

fn is_as_made(present: &Folder, path: &Path, earlier: &BTreeMap<&Path, &str>) -> Result<bool, Failure> {
    match earlier.get(path) {
        Some(sha256) => Ok(present.sha256(path)? == *sha256),
        None => Ok(false),
    }
}

fn in_the_way(path: &Path, found: &str, needed: &str) -> Failure {
    Failure::Refused(format!(
        "`{}` in the output folder is {found} where {needed} has to be; move it away",
        path.display()
    ))
}

fn is_missing(path: &Path) -> bool {
    path.symlink_metadata()
        .is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::write::compare::{Staleness, compare};
    use crate::write::manifest::{ManifestFacts, seal};
    use crate::write::verify::{Wrong, verify};
    use std::io::Write;

    struct Home {
        folder: tempfile::TempDir,
    }

    impl Home {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            fs::create_dir(folder.path().join("inventories")).unwrap();
            Self { folder }
        }

        fn path(&self, below: &str) -> PathBuf {
            self.folder.path().join(below)
        }

        fn put(&self, below: &str, text: &str) {
            let path = self.path(below);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::File::create(path)
                .unwrap()
                .write_all(text.as_bytes())
                .unwrap();
        }

        fn publish(&self, pack: &[Artifact]) -> Result<Published, Failure> {
            publish(&self.path("out"), &self.path("inventories"), pack)
        }

        #[track_caller]
        fn altered(&self, pack: &[Artifact]) -> Vec<String> {
            match self.publish(pack).unwrap() {
                Published::Unchanged => unreachable!("something differs in each of these cases"),
                Published::Written { altered, .. } => altered,
            }
        }

        #[track_caller]
        fn refuses(&self, out: &str, words: &str) {
            let before = self.everything();
            let refused = publish(
                &self.path(out),
                &self.path("inventories"),
                &pack(&[("a.md", "a")]),
            );
            let message = refused.unwrap_err().to_string();
            assert!(message.contains(words), "{message}");
            assert_eq!(self.everything(), before);
        }

        fn everything(&self) -> Vec<(PathBuf, Kind)> {
            let folder = Folder::read(self.folder.path()).unwrap();
            folder
                .entries()
                .map(|(path, kind)| (path.to_path_buf(), kind))
                .collect()
        }

        fn in_out(&self) -> Vec<String> {
            let folder = Folder::read(&self.path("out")).unwrap();
            folder
                .entries()
                .map(|(path, _)| path.display().to_string())
                .collect()
        }

        fn bytes(&self, below: &str) -> Vec<u8> {
            Folder::read(self.folder.path())
                .unwrap()
                .content(Path::new(below), 1 << 20)
                .unwrap()
        }
    }

    fn pack(documents: &[(&str, &str)]) -> Vec<Artifact> {
        let facts = ManifestFacts {
            tool_version: "0.1.0".into(),
            rules_revision: "1".into(),
            rules_sha256: String::new(),
            law: "omnibus-2026".into(),
            as_of: Date::on(2026, 11, 22),
            build_id: "abc".into(),
            options: BTreeMap::new(),
            inputs: Vec::new(),
        };
        let documents = documents.iter().map(|(path, text)| Artifact {
            path: (*path).into(),
            bytes: (*text).into(),
        });
        seal(documents.collect(), &facts).unwrap()
    }

    #[test]
    fn a_first_publication_creates_the_folder_and_its_parents() {
        let home = Home::new();
        let pack = pack(&[("a.md", "a"), ("systems/b.md", "b")]);
        publish(&home.path("deep/er/out"), &home.path("inventories"), &pack).unwrap();
        assert_eq!(home.bytes("deep/er/out/systems/b.md"), b"b");
        let out = home.path("deep/er/out");
        assert!(compare(&out, &pack).unwrap().is_current());
        assert_eq!(verify(&out, false).unwrap().faults, []);
    }

    #[test]
    fn what_people_wrote_into_a_copy_is_never_written_over() {
        let home = Home::new();
        let first = pack(&[("a.md", "a"), ("b.docx", "b"), ("gaps.xlsx", "g")]);
        let second = pack(&[("a.md", "aa"), ("b.docx", "bb"), ("gaps.xlsx", "gg")]);
        home.publish(&first).unwrap();
        home.put("out/gaps.xlsx", "edited");
        let refused = home.publish(&second).unwrap_err().to_string();
        assert!(
            refused.contains("`gaps.xlsx`") && !refused.contains("`b.docx`"),
            "{refused}"
        );
        assert_eq!(home.bytes("out/a.md"), b"a");
        assert_eq!(home.bytes("out/gaps.xlsx"), b"edited");
        // Nor is a file that somebody put there, of which no build knows.
        home.put("out/c.docx", "own");
        let third = pack(&[("c.docx", "c")]);
        assert!(home.publish(&third).is_err());
        // What is as it was made, and documents that are not edited, are made anew.
        fs::remove_file(home.path("out/gaps.xlsx")).unwrap();
        home.put("out/a.md", "edited");
        home.publish(&second).unwrap();
        assert_eq!(home.bytes("out/a.md"), b"aa");
        assert_eq!(home.bytes("out/b.docx"), b"bb");
    }

    #[test]
    fn what_is_written_over_although_it_was_altered_is_named() {
        let home = Home::new();
        home.publish(&pack(&[
            ("a.md", "a"),
            ("b.md", "b"),
            ("c.md", "c"),
            ("gone.md", "g"),
        ]))
        .unwrap();
        // Each of them is as long as what comes in its place.
        home.put("out/a.md", "x");
        home.put("out/c.md", "C");
        home.put("out/gone.md", "kept");
        home.put("out/d.md", "own");
        home.put("out/own.md", "own");
        let second = pack(&[("a.md", "A"), ("b.md", "B"), ("c.md", "C"), ("d.md", "D")]);
        assert_eq!(home.altered(&second), ["a.md", "d.md"]);
        assert_eq!(home.bytes("out/gone.md"), b"kept");
        // What is as the last build made it is written over without a word.
        assert_eq!(home.altered(&pack(&[("a.md", "a"), ("b.md", "b")])), [""; 0]);
    }

    #[test]
    fn an_alteration_is_named_when_nothing_else_differs_and_not_after_an_interrupted_run() {
        let home = Home::new();
        let pack = pack(&[("a.md", "a")]);
        home.publish(&pack).unwrap();
        home.put("out/a.md", "edited");
        assert_eq!(home.altered(&pack), ["a.md"]);
        home.put("out/a.md", "half of another build");
        home.put("out/.actfile-stage/a.md", "a");
        assert_eq!(home.altered(&pack), [""; 0]);
    }

    #[test]
    fn a_second_publication_touches_nothing() {
        let home = Home::new();
        let pack = pack(&[("a.md", "a")]);
        home.publish(&pack).unwrap();
        let changed_at = |below: &str| home.path(below).metadata().unwrap().modified().unwrap();
        let before = (changed_at("."), changed_at("out"), changed_at("out/a.md"));
        assert_eq!(home.publish(&pack).unwrap(), Published::Unchanged);
        assert_eq!(
            (changed_at("."), changed_at("out"), changed_at("out/a.md")),
            before
        );
    }

    #[test]
    fn unchanged_files_keep_their_times_while_others_are_replaced() {
        let home = Home::new();
        home.publish(&pack(&[("a.md", "a"), ("b.md", "b"), ("gone.md", "g")]))
            .unwrap();
        let before = home.path("out/a.md").metadata().unwrap().modified().unwrap();
        let written = home.publish(&pack(&[("a.md", "a"), ("b.md", "B")])).unwrap();
        assert_eq!(
            written,
            Published::Written {
                n_written: 3,
                n_kept: 2,
                n_removed: 1,
                lost_its_signature: false,
                altered: Vec::new(),
            }
        );
        assert_eq!(
            home.path("out/a.md").metadata().unwrap().modified().unwrap(),
            before
        );
        assert_eq!(home.bytes("out/b.md"), b"B");
        assert!(!home.path("out/gone.md").exists());
        assert_eq!(fs::read_dir(home.folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_users_own_files_stay() {
        let home = Home::new();
        home.publish(&pack(&[("a.md", "a"), ("old.md", "o")])).unwrap();
        home.put("out/notes/mine.txt", "mine");
        home.put("out/old.md", "edited by hand");
        fs::create_dir(home.path("out/empty")).unwrap();
        home.publish(&pack(&[("a.md", "A")])).unwrap();
        assert_eq!(home.bytes("out/notes/mine.txt"), b"mine");
        assert_eq!(home.bytes("out/old.md"), b"edited by hand");
        assert!(home.path("out/empty").is_dir());
    }

    #[test]
    fn a_folder_that_is_not_ours_is_refused() {
        let home = Home::new();
        home.put("out/thesis.txt", "years of work");
        home.refuses("out", "has no manifest of actfile");
        home.put("out/manifest.json", "{\"name\": \"a web app\"}");
        home.refuses("out", "has no manifest of actfile");
    }

    #[test]
    fn a_folder_that_must_not_be_replaced_is_refused() {
        let home = Home::new();
        home.put("file", "text");
        home.refuses("file", "is a file");
        home.refuses("inventories", "is the project folder or contains it");
        home.refuses("", "is the project folder or contains it");
        home.refuses("inventories/..", "cannot be the output folder");
        home.refuses("file/deep/out", "cannot be");
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_through_a_link() {
        use std::os::unix::fs::symlink;
        let home = Home::new();
        home.publish(&pack(&[("a.md", "a")])).unwrap();
        home.put("outside/a.md", "theirs");
        fs::remove_file(home.path("out/a.md")).unwrap();
        symlink(home.path("outside/a.md"), home.path("out/a.md")).unwrap();
        symlink(home.path("outside"), home.path("out/systems")).unwrap();
        symlink(home.path("outside"), home.path("out/own-link")).unwrap();
        home.publish(&pack(&[("a.md", "A"), ("systems/a.md", "S")]))
            .unwrap();
        assert_eq!(home.bytes("outside/a.md"), b"theirs");
        assert_eq!(home.bytes("out/a.md"), b"A");
        assert_eq!(home.bytes("out/systems/a.md"), b"S");
        assert!(home.path("out/own-link").is_symlink());
        symlink(home.path("out"), home.path("alias")).unwrap();
        home.refuses("alias", "is a link");
        home.refuses("alias/", "is a link");
    }

    #[test]
    fn a_hard_link_under_a_generated_name_is_not_written_through() {
        let home = Home::new();
        home.publish(&pack(&[("a.md", "a")])).unwrap();
        home.put("outside.md", "theirs");
        fs::remove_file(home.path("out/a.md")).unwrap();
        fs::hard_link(home.path("outside.md"), home.path("out/a.md")).unwrap();
        home.publish(&pack(&[("a.md", "A")])).unwrap();
        assert_eq!(home.bytes("outside.md"), b"theirs");
    }

    #[test]
    fn a_folder_where_a_document_has_to_be_is_refused() {
        let home = Home::new();
        home.publish(&pack(&[("b.md", "b")])).unwrap();
        home.put("out/a.md/mine.txt", "mine");
        home.refuses("out", "`a.md` in the output folder is a folder");
    }

    #[test]
    fn what_a_killed_run_left_is_cleared_and_lookalikes_stay() {
        let home = Home::new();
        home.put(".out.stage-4711/a.md", "half");
        home.put(".out.stage-mine/a.md", "mine");
        home.publish(&pack(&[("a.md", "a")])).unwrap();
        assert!(!home.path(".out.stage-4711").exists());
        assert!(home.path(".out.stage-mine").exists());
    }

    #[test]
    fn a_folder_that_an_interrupted_run_began_is_ours() {
        let home = Home::new();
        home.put("out/.actfile-stage/b.md", "b");
        home.put("out/a.md", "a");
        home.publish(&pack(&[("a.md", "a")])).unwrap();
        assert_eq!(
            home.in_out(),
            ["SHA256SUMS", "VERIFY.txt", "a.md", "manifest.json"]
        );
    }

    #[test]
    fn files_can_be_put_in_place_one_by_one() {
        let home = Home::new();
        home.publish(&pack(&[("a.md", "a"), ("gone.md", "g")])).unwrap();
        let pack = pack(&[("a.md", "A"), ("systems/b.md", "b")]);
        let present = Folder::read(&home.path("out")).unwrap();
        let manifest = manifest::read_manifest(&present).unwrap();
        let plan = Plan::make(&present, manifest.as_ref(), &pack).unwrap();
        plan.carry_out_inside(&home.path("out")).unwrap();
        assert_eq!(verify(&home.path("out"), false).unwrap().faults, []);
        assert!(compare(&home.path("out"), &pack).unwrap().is_current());
    }

    #[test]
    fn two_runs_at_once_leave_one_whole_set() {
        let home = Home::new();
        let packs = ["1", "2", "3", "4"].map(|text| pack(&[("a.md", text), ("systems/b.md", text)]));
        std::thread::scope(|scope| {
            for pack in &packs {
                // One process has one stage name, so each thread waits for the lock of the others.
                scope.spawn(|| (0..5).for_each(|_| assert!(home.publish(pack).is_ok())));
            }
        });
        let out = home.path("out");
        assert_eq!(verify(&out, false).unwrap().faults, []);
        assert!(packs.iter().any(|pack| compare(&out, pack).unwrap().is_current()));
    }

    #[test]
    fn a_first_inventory_needs_an_empty_folder() {
        let home = Home::new();
        let files = [("a.yaml", "a"), ("systems/b.yaml", "b")].map(|(path, text)| Artifact {
            path: path.into(),
            bytes: text.into(),
        });
        create(&home.path("deep/project"), &files).unwrap();
        create(&home.path("inventories"), &files).unwrap();
        assert_eq!(home.bytes("deep/project/systems/b.yaml"), b"b");
        assert_eq!(fs::read_dir(home.path("inventories")).unwrap().count(), 2);
        let refused = create(&home.path("inventories"), &files).unwrap_err().to_string();
        assert!(refused.contains("is not empty"), "{refused}");
    }

    #[test]
    fn stale_files_are_named() {
        let home = Home::new();
        home.publish(&pack(&[("a.md", "a"), ("gone.md", "g")])).unwrap();
        home.put("out/mine.txt", "mine");
        let staleness = compare(&home.path("out"), &pack(&[("a.md", "A"), ("b.md", "b")])).unwrap();
        let expected = Staleness {
            missing: vec!["b.md".into()],
            changed: vec!["SHA256SUMS".into(), "a.md".into(), "manifest.json".into()],
            extra: vec!["gone.md".into()],
            another: None,
            causes: Vec::new(),
        };
        assert_eq!(staleness, expected);
    }

    #[test]
    fn every_alteration_has_its_own_message() {
        let home = Home::new();
        home.publish(&pack(&[("a.md", "a"), ("b.md", "b"), ("c.md", "c")]))
            .unwrap();
        home.put("out/a.md", "altered");
        home.put("out/d.md", "added");
        fs::remove_file(home.path("out/b.md")).unwrap();
        fs::remove_file(home.path("out/c.md")).unwrap();
        fs::create_dir(home.path("out/c.md")).unwrap();
        let report = verify(&home.path("out"), false).unwrap();
        let found: Vec<(&str, Wrong)> = report.faults.iter().map(|f| (f.path.as_str(), f.wrong)).collect();
        let expected = [
            ("a.md", Wrong::Changed),
            ("b.md", Wrong::Missing),
            ("c.md", Wrong::NotAFile),
            ("d.md", Wrong::Extra),
        ];
        assert_eq!(found, expected);
        assert!(!report.is_complete() && !report.is_unchanged());
    }

    #[test]
    fn lists_that_were_altered_are_noticed() {
        let cases: [(&str, &str, Wrong); 4] = [
            ("manifest.json", "{}", Wrong::Unreadable),
            ("SHA256SUMS", "no sums", Wrong::Unreadable),
            ("SHA256SUMS", "", Wrong::ListedDifferently),
            ("manifest.json", "", Wrong::Unreadable),
        ];
        for (path, text, wrong) in cases {
            let home = Home::new();
            home.publish(&pack(&[("a.md", "a")])).unwrap();
            home.put(&format!("out/{path}"), text);
            let faults = verify(&home.path("out"), false).unwrap().faults;
            assert!(
                faults.iter().any(|fault| fault.wrong == wrong),
                "{path}: {faults:?}"
            );
        }
    }

    #[test]
    fn a_folder_without_lists_cannot_be_verified() {
        let home = Home::new();
        assert!(matches!(
            verify(&home.path("inventories"), false),
            Err(Failure::Refused(_))
        ));
        assert!(matches!(
            verify(&home.path("nowhere"), false),
            Err(Failure::Refused(_))
        ));
    }
}
