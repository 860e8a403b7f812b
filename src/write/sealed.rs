//! PDFs that somebody sealed after they were made. A signature is appended to a PDF (ISO 32000-1, 7.5.6 and 12.8.1), so
//! what was made stays the exact beginning of the sealed file, and the signature names the bytes that it covers. Says
//! whether that is so; whose seal it is, and whether it holds, takes a program that judges certificates, such as
//! `pdfsig`.

/// How a longer file continues one that it begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Continued {
    /// By signatures, of which the last covers the whole file but its own value.
    Sealed,
    /// By a signature, and by so many bytes that it does not cover.
    BeyondTheSeal(usize),
    /// By something that is no signature over the beginning.
    Otherwise,
}

/// Judges how a file continues, whose first `n_made` bytes are as they were made.
pub(crate) fn continued(file: &[u8], n_made: usize) -> Continued {
    let appended = file.get(n_made..).unwrap_or_default();
    let ranges = ranges(appended).into_iter();
    let covering = ranges.filter(|range| range.covers_beginning(file, n_made));
    match covering.map(|range| range.end()).max() {
        None => Continued::Otherwise,
        Some(end) if end == file.len() => Continued::Sealed,
        Some(end) => Continued::BeyondTheSeal(file.len() - end),
    }
}

/// The bytes that a signature covers: two stretches, with its own value between them.
#[derive(Debug, Clone, Copy)]
struct ByteRange {
    first: (usize, usize),
    second: (usize, usize),
}

impl ByteRange {
    fn end(self) -> usize {
        self.second.0.saturating_add(self.second.1)
    }

    /// Only the value of the signature, a string in hex, may be left out, and nothing of what was made.
    fn covers_beginning(self, file: &[u8], n_made: usize) -> bool {
        let (start, gap_starts) = self.first;
        let gap = file.get(gap_starts..self.second.0).unwrap_or_default();
        let value = gap.strip_prefix(b"<").and_then(|gap| gap.strip_suffix(b">"));
        let is_hex = value.is_some_and(|value| value.iter().all(u8::is_ascii_hexdigit));
        start == 0 && gap_starts >= n_made && is_hex && self.end() <= file.len()
    }
}

fn ranges(bytes: &[u8]) -> Vec<ByteRange> {
    const NAME: &[u8] = b"/ByteRange";
    let starts = bytes
        .windows(NAME.len())
        .enumerate()
        .filter(|(_, it)| *it == NAME);
    starts
        .filter_map(|(at, _)| range(bytes.get(at + NAME.len()..)?))
        .collect()
}

/// Reads `[a b c d]`.
fn range(bytes: &[u8]) -> Option<ByteRange> {
    const LONGEST: usize = 200;
    let text: Vec<u8> = bytes
        .iter()
        .copied()
        .take(LONGEST)
        .take_while(|byte| *byte != b']')
        .collect();
    let text = std::str::from_utf8(&text).ok()?.trim_start().strip_prefix('[')?;
    let numbers: Vec<usize> = text
        .split_whitespace()
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    match numbers.as_slice() {
        [start, length, second, rest] => Some(ByteRange {
            first: (*start, *length),
            second: (*second, *rest),
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MADE: &str = "%PDF-1.7 as it was made %%EOF\n";

    /// Appends a signature whose range is right for a value of eight digits, with `more` behind the file.
    fn sealed(made: &str, value: &str, more: &str) -> Vec<u8> {
        let before = |range: &str| format!("{made}1 0 obj <</ByteRange {range} /Contents ");
        let after = " >> endobj %%EOF\n";
        let gap = before("[0 0000 0000 0000]").len();
        let range = format!("[0 {gap:04} {:04} {:04}]", gap + value.len(), after.len());
        format!("{}{value}{after}{more}", before(&range)).into_bytes()
    }

    #[test]
    fn a_seal_over_the_whole_file_is_told_from_everything_else() {
        let twice = String::from_utf8(sealed(MADE, "<0aFf>", "")).unwrap();
        let cases: [(&str, Vec<u8>, Continued); 8] = [
            ("sealed", sealed(MADE, "<0aFf>", ""), Continued::Sealed),
            ("sealed twice", sealed(&twice, "<0a>", ""), Continued::Sealed),
            (
                "more behind it",
                sealed(MADE, "<0aFf>", "more"),
                Continued::BeyondTheSeal(4),
            ),
            (
                "a value that is none",
                sealed(MADE, "(text)", ""),
                Continued::Otherwise,
            ),
            (
                "only more",
                format!("{MADE}more").into_bytes(),
                Continued::Otherwise,
            ),
            (
                "no numbers",
                format!("{MADE}/ByteRange [a b c d]").into_bytes(),
                Continued::Otherwise,
            ),
            (
                "too few",
                format!("{MADE}/ByteRange [0 1 2]").into_bytes(),
                Continued::Otherwise,
            ),
            (
                "past the end",
                format!("{MADE}/ByteRange [0 40 42 999] <0a>").into_bytes(),
                Continued::Otherwise,
            ),
        ];
        for (what, file, expected) in cases {
            assert_eq!(continued(&file, MADE.len()), expected, "{what}");
        }
    }

    #[test]
    fn a_range_that_leaves_out_what_was_made_is_no_seal() {
        let file = sealed(MADE, "<0aFf>", "");
        assert_eq!(continued(&file, file.len() - 20), Continued::Otherwise);
    }
}
