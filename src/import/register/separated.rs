//! Text of values with a sign between them (RFC 4180) becomes rows of cells. Quotes, breaks inside quotes and every kind of
//! line end are read; a file that ends inside quotes is refused, for everything behind the quote would be one cell. Knows
//! nothing of what columns mean.

/// Signs that may stand between cells, the most usual first.
const DELIMITERS: &[char] = &[',', ';', '\t', '|'];

/// A row with the line on which it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// The line, from 1.
    pub(crate) line: usize,
    /// Its cells, as they are after quotes.
    pub(crate) cells: Vec<String>,
}

/// Where a text cannot be read, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Broken {
    /// The line, from 1.
    pub(crate) line: usize,
    /// What is wrong.
    pub(crate) why: &'static str,
}

/// Returns the rows of a text that are not empty. Without a delimiter, the one that stands most often in the first row is taken.
pub(crate) fn rows(text: &str, delimiter: Option<char>) -> Result<Vec<Row>, Broken> {
    let mut reader = Reader {
        text,
        at: 0,
        line: 1,
        delimiter: delimiter.unwrap_or_else(|| most_frequent(text)),
    };
    let mut rows = Vec::new();
    while reader.at < text.len() {
        let row = reader.row()?;
        if row.cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(row);
        }
    }
    Ok(rows)
}

/// Quotes hide signs, so only what stands outside them in the first row counts.
fn most_frequent(text: &str) -> char {
    let first_row = || {
        let mut is_quoted = false;
        text.chars().take_while(move |c| {
            is_quoted ^= *c == '"';
            is_quoted || !matches!(c, '\n' | '\r')
        })
    };
    let count = |sign: char| {
        let mut is_quoted = false;
        let signs = first_row().filter(|c| {
            is_quoted ^= *c == '"';
            !is_quoted && *c == sign
        });
        signs.count()
    };
    let counted = DELIMITERS.iter().rev().map(|sign| (count(*sign), *sign));
    counted
        .max_by_key(|(count, _)| *count)
        .map_or(',', |(_, sign)| sign)
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    delimiter: char,
}

impl Reader<'_> {
    fn row(&mut self) -> Result<Row, Broken> {
        let mut row = Row {
            line: self.line,
            cells: vec![self.cell()?],
        };
        while self.takes(self.delimiter) {
            row.cells.push(self.cell()?);
        }
        let is_return = self.takes('\r');
        let is_break = self.takes('\n');
        self.line += usize::from(is_return || is_break);
        Ok(row)
    }

    /// Reads up to the next delimiter, line end or end of the text.
    fn cell(&mut self) -> Result<String, Broken> {
        if self.takes('"') {
            return self.quoted();
        }
        let rest = &self.text[self.at..];
        let end = rest.find([self.delimiter, '\n', '\r']).unwrap_or(rest.len());
        self.at += end;
        Ok(rest[..end].to_owned())
    }

    fn quoted(&mut self) -> Result<String, Broken> {
        let opened_on = self.line;
        let mut cell = String::new();
        loop {
            let rest = &self.text[self.at..];
            let Some(end) = rest.find('"') else {
                let why = "a quote opens here and is never closed";
                return Err(Broken { line: opened_on, why });
            };
            cell.push_str(&rest[..end]);
            self.line += n_line_ends(&rest[..end]);
            self.at += end + 1;
            match self.takes('"') {
                true => cell.push('"'),
                false => break,
            }
        }
        let next = self.text[self.at..].chars().next();
        match next.is_none_or(|c| c == self.delimiter || matches!(c, '\n' | '\r')) {
            true => Ok(cell),
            false => Err(Broken {
                line: self.line,
                why: "something stands behind a closing quote",
            }),
        }
    }

    fn takes(&mut self, sign: char) -> bool {
        let is_there = self.text[self.at..].starts_with(sign);
        self.at += if is_there { sign.len_utf8() } else { 0 };
        is_there
    }
}

fn n_line_ends(text: &str) -> usize {
    let returns_alone = text.matches('\r').count() - text.matches("\r\n").count();
    text.matches('\n').count() + returns_alone
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        let rows = rows(text, None).unwrap().into_iter();
        rows.map(|row| (row.line, row.cells)).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[(usize, &[&str])]) {
        let expected: Vec<(usize, Vec<String>)> = expected
            .iter()
            .map(|(line, cells)| (*line, cells.iter().map(|cell| (*cell).to_owned()).collect()))
            .collect();
        assert_eq!(cells(text), expected, "{text:?}");
    }

    #[test]
    fn rows_are_read_as_the_standard_and_spreadsheets_write_them() {
        check("a,b\n1,2\n", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("a;b\r\n1;2", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("a\tb\r1\t2\r", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check(
            "\"a,b\";c\n\"x;y\";\"\"\"z\"\"\"\n",
            &[(1, &["a,b", "c"]), (2, &["x;y", "\"z\""])],
        );
        check(
            "a,b\n\"one\r\ntwo\nthree\",x\n\n,\n4,5\n",
            &[
                (1, &["a", "b"]),
                (2, &["one\r\ntwo\nthree", "x"]),
                (7, &["4", "5"]),
            ],
        );
        check(
            "a,b\n5\" pipe,\"\"\n",
            &[(1, &["a", "b"]), (2, &["5\" pipe", ""])],
        );
        check("a\nb\n", &[(1, &["a"]), (2, &["b"])]);
        check("", &[]);
    }

    #[test]
    fn a_quote_that_is_not_closed_is_told_where_it_opens() {
        let broken = |text: &str| rows(text, None).unwrap_err().line;
        assert_eq!(broken("a,b\n1,\"two\nthree,4\n"), 2);
        assert_eq!(broken("a,b\n\"one\ntwo\" three,4\n"), 3);
    }

    proptest! {
        #[test]
        fn what_is_written_with_quotes_reads_as_itself(
            table in proptest::collection::vec(proptest::collection::vec("(?s).{1,9}", 3), 1..5),
            delimiter in proptest::sample::select(DELIMITERS),
        ) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let line = |row: &Vec<String>| {
                row.iter().map(quoted).collect::<Vec<_>>().join(&delimiter.to_string())
            };
            let text = table.iter().map(line).collect::<Vec<_>>().join("\r\n");
            let read = rows(&text, Some(delimiter)).unwrap();
            prop_assert_eq!(read.into_iter().map(|row| row.cells).collect::<Vec<_>>(), table);
        }

        #[test]
        fn no_text_brings_it_down(text in "(?s)[a\",;\n\r ä]{0,40}") {
            let _ = rows(&text, None);
        }
    }
}
