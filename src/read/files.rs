//! Hashes of the files that records name: each file once, in the order of paths, read in pieces and not kept. What cannot
//! be read is a finding where the record says it, unless the text may have meant something else than a file.

use crate::diag::Diagnostic;
use crate::diag::codes::Code;
use crate::inventory::files::{FileHashes, NamedFile, Names, named_files};
use crate::inventory::paths::{is_like_a_path, resolved};
use crate::read::{Loaded, MOST_FILES, hex, inside, open_regular};
use crate::source::Spanned;
use sha2::{Digest, Sha256, Sha512};
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::Path;

/// The most bytes that are hashed in one project. Weights of models are large, but a build must come to an end.
pub(crate) const MOST_HASHED: u64 = 64 * 1024 * 1024 * 1024;
/// How many bytes are held at a time.
const PIECE: usize = 256 * 1024;

/// A file that is to be hashed: where it is named first, and how sure it is that it is one.
struct Wanted {
    said: Spanned<String>,
    names: Names,
}

/// Hashes each file that a record names.
pub(crate) fn hash_files(loaded: &mut Loaded, root: &Path) {
    let wanted = wanted(loaded);
    loaded.sought.extend(wanted.keys().cloned());
    if wanted.len() > MOST_FILES {
        let says = format!("the records name more than {MOST_FILES} files");
        let finding = Diagnostic::about(Code::FileTooLarge, "", says);
        loaded
            .findings
            .add(finding.help("name an archive of them instead"));
        return;
    }
    let mut left = MOST_HASHED;
    for (path, wanted) in wanted {
        match hashes_of(root, &root.join(&path), left) {
            Ok(hashes) if hashes.n_bytes > left => {
                loaded.findings.add(too_large(&path, &wanted.said));
                return;
            }
            Ok(hashes) => {
                left -= hashes.n_bytes;
                loaded.files.insert(path, hashes);
            }
            Err(error) => {
                let finding = unreadable(&wanted, &error.to_string());
                finding.into_iter().for_each(|it| loaded.findings.add(it));
            }
        }
    }
}

/// Returns the files that records name, by path; a path that leads nowhere is reported.
fn wanted(loaded: &mut Loaded) -> BTreeMap<String, Wanted> {
    let (mut wanted, mut lost) = (BTreeMap::new(), Vec::new());
    for NamedFile { said, names, .. } in loaded.records.iter().flat_map(named_files) {
        let from = &loaded.sources.file(said.span.file).path;
        let said = said.clone();
        match resolved(from, &said.value) {
            Ok(path) => {
                let known = wanted.entry(path).or_insert(Wanted { said, names });
                // Where one record is sure and another is not, the surer one is asked.
                if names < known.names {
                    *known = Wanted {
                        said: known.said.clone(),
                        names,
                    };
                }
            }
            Err(why) => lost.extend(unreadable(&Wanted { said, names }, why)),
        }
    }
    lost.into_iter().for_each(|finding| loaded.findings.add(finding));
    wanted
}

/// Returns size and hashes of a regular file inside the project; of one that is too large, of its beginning.
pub(crate) fn hashes_of(root: &Path, path: &Path, most: u64) -> io::Result<FileHashes> {
    hashed(open_regular(&inside(root, path)?)?.take(most.saturating_add(1)))
}

/// Returns size and hashes of what is read.
pub(crate) fn hashed(mut file: impl Read) -> io::Result<FileHashes> {
    let (mut sha256, mut sha512) = (Sha256::new(), Sha512::new());
    let (mut piece, mut n_bytes) = (vec![0; PIECE], 0);
    loop {
        match file.read(&mut piece) {
            Ok(0) => break,
            Ok(n_read) => {
                sha256.update(&piece[..n_read]);
                sha512.update(&piece[..n_read]);
                n_bytes += n_read as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(FileHashes {
        n_bytes,
        sha256: hex(&sha256.finalize()),
        sha512: hex(&sha512.finalize()),
    })
}

fn too_large(path: &str, said: &Spanned<String>) -> Diagnostic {
    let says = format!("with `{path}`, the files that records name have more than {MOST_HASHED} bytes");
    Diagnostic::at(Code::FileTooLarge, said.span, says, "named here")
        .help("write the hash of the model or data set into the record, and take the path out")
}

fn unreadable(wanted: &Wanted, why: &str) -> Option<Diagnostic> {
    let Wanted { said, names } = wanted;
    let text = &said.value;
    match names {
        Names::AFile => {
            let says = format!("the file `{text}` cannot be read: {why}");
            let finding = Diagnostic::at(Code::UnreadableFile, said.span, says, "named here");
            Some(finding.help(
                "a file is a regular file inside the project folder, named from the folder of this file",
            ))
        }
        Names::APlace if is_like_a_path(text) => {
            let says = format!("the evidence `{text}` reads as a path, and no such file can be read: {why}");
            let finding = Diagnostic::at(Code::AbsentEvidence, said.span, says, "named here");
            Some(finding.help("put the file there, seen from the folder of this file; or write an address, such as `https://...`"))
        }
        Names::APlace | Names::AnExport => None,
    }
}
