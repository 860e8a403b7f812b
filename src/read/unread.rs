//! What is said of files that are not read: too large, no text, in another encoding, under another name. Opens no file.

use crate::diag::Diagnostic;
use crate::diag::codes::Code;
use crate::read::limits::Limits;
use crate::source::{FileId, Span, Spanned};

/// What a user does whose inventory is larger.
const RAISE: &str = "or read more with `--raise-limits`, where so much belongs there";

/// Returns the finding that a project is larger than what is read.
pub(crate) fn too_much(Limits { n_files, project, .. }: Limits) -> Diagnostic {
    let says = format!("the project has more than {n_files} files or {project} bytes of YAML");
    Diagnostic::about(Code::FileTooLarge, "", says)
        .help("split the project")
        .help(RAISE)
}

/// Returns the finding that a file is larger than what is read.
pub(crate) fn too_large(name: &str, largest: usize) -> Diagnostic {
    let says = format!("`{name}` is larger than {largest} bytes");
    Diagnostic::about(Code::FileTooLarge, name, says)
        .help("split the file")
        .help(RAISE)
}

/// Returns the finding that a file is not read for a slip in its name.
pub(crate) fn misnamed(name: &str, meant: &str) -> Diagnostic {
    let says = format!("`{name}` is not read: the name of an inventory file ends with `.yaml` or `.yml`");
    Diagnostic::about(Code::MisnamedFile, name, says)
        .help(format!(
            "name it `{meant}`; some systems hide the end of a name until they are told to show it"
        ))
        .help("if it holds no record, move it out of the project folder")
}

/// Returns the finding that a bill of materials cannot be read.
pub(crate) fn unusable(said: &Spanned<String>, why: &str) -> Diagnostic {
    let says = format!("the bill of materials `{}` cannot be read: {why}", said.value);
    let finding = Diagnostic::at(Code::UnreadableFile, said.span, says, "named here");
    finding.help(
        "a bill of materials is a regular file inside the project folder, named from the folder of this file",
    )
}

/// Returns the finding that a file is no text, at its first byte that is none.
pub(crate) fn not_utf8(file: FileId, at: usize) -> Diagnostic {
    let start = u32::try_from(at).unwrap_or(u32::MAX);
    // The replacement character that stands there in the shown text is three bytes long.
    let span = Span {
        file,
        start,
        end: start.saturating_add(3),
    };
    let says = "the file is not UTF-8 text";
    let finding = Diagnostic::at(Code::NotUtf8, span, says, "the first byte that is not UTF-8");
    finding.help("save the file as UTF-8 in your editor")
}

/// How many bytes are looked at to tell an encoding.
const BEGINNING: usize = 1024;

/// Returns whether bytes look like UTF-16: they begin with its mark, or every other one of many is zero.
pub(crate) fn is_utf16(bytes: &[u8]) -> bool {
    let beginning = bytes.get(..BEGINNING).unwrap_or(bytes);
    let n_zero = |first: usize| {
        beginning
            .iter()
            .skip(first)
            .step_by(2)
            .filter(|it| **it == 0)
            .count()
    };
    // Nearly all characters of YAML are those of ASCII, and half of each of them is zero in UTF-16.
    let (most, least) = (n_zero(0).max(n_zero(1)), n_zero(0).min(n_zero(1)));
    let is_half_empty = beginning.len() >= 4 && most > beginning.len() / 4 && least < most / 2;
    bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || is_half_empty
}

/// Returns the finding that a file is in UTF-16. Its text is not shown: every other character would be a control.
pub(crate) fn utf16(path: &str) -> Diagnostic {
    let says = format!("`{path}` is not UTF-8 text; it looks like UTF-16, which Notepad calls `Unicode`");
    Diagnostic::about(Code::NotUtf8, path, says)
        .help("save it as UTF-8: in Notepad choose `UTF-8` at `Encoding` when you save")
}
