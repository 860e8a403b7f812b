//! Writes a long document with everything that the PDFs can hold, for the judges of PDF/A and PDF/UA: headings, tables
//! of every shape, nested lists, long words, code, quotes, callouts, footnotes, pictures, and passages in every
//! official language. The same number of parts gives the same bytes; about three pages come of each.
//! Run with `cargo run --example stress -- PARTS > FILE`.

use actfile::calendar::Date;
use actfile::documents::chart::{Bar, Bars, Chart, Look, Picture, Series};
use actfile::documents::document::Standing;
use actfile::failure::Failure;
use actfile::render::chart::draw;
use actfile::render::pdf::{Association, Attachment, Dress, illustrated_pdf};
use std::io::{self, Write};

/// How many parts are written when no number is given.
const USUAL_PARTS: usize = 24;
/// A sentence in each official language of the Union, after its tag.
const PASSAGES: &str = include_str!("../tests/it/pdf/languages.txt");

fn main() -> io::Result<()> {
    let n_parts = std::env::args().find_map(|word| word.parse().ok());
    let file =
        file(n_parts.unwrap_or(USUAL_PARTS)).map_err(|failure| io::Error::other(failure.to_string()))?;
    io::stdout().lock().write_all(&file)
}

fn file(n_parts: usize) -> Result<Vec<u8>, Failure> {
    let text = document(n_parts);
    let drawing = draw(&chart())?;
    illustrated_pdf(&text, &[drawing], &dress(&text)).map(|file| file.bytes)
}

fn dress(text: &str) -> Dress<'_> {
    Dress {
        title: "Stress of every kind",
        organisation: "Helvion Talent SE",
        language: "en",
        as_of: Date::on(2026, 11, 22),
        build_id: "3f9a2c1d",
        standing: Standing::Draft,
        attachments: vec![Attachment {
            name: "stress.md",
            mime: "text/markdown",
            description: "The text of the document",
            bytes: text.as_bytes().into(),
            association: Association::Source,
        }],
    }
}

fn chart() -> Chart {
    let series = [("open", Look::Filled), ("accepted", Look::Hatched)];
    let bar = |label: &str, counts: [u64; 2]| Bar {
        label: label.to_owned(),
        counts: counts.to_vec(),
    };
    Chart {
        name: "stress".to_owned(),
        title: "Gaps by owner".to_owned(),
        says: "People and culture: 7 open, 2 accepted. Platform team: 3 open, none accepted.".to_owned(),
        picture: Picture::Bars(Bars {
            series: series
                .map(|(label, look)| Series {
                    label: label.to_owned(),
                    look,
                })
                .to_vec(),
            bars: vec![bar("People and culture", [7, 2]), bar("Platform team", [3, 0])],
        }),
    }
}

fn document(n_parts: usize) -> String {
    let front = "# Stress of every kind[^front]\n\nHelvion Talent SE\n\nState\n: draft\n\nDay\n: 22 November 2026\n\n\
                 [^front]: A note on the cover.\n\n";
    let parts = (1..=n_parts).map(part);
    front.to_owned() + &parts.collect::<String>()
}

fn part(number: usize) -> String {
    let passages: Vec<&str> = PASSAGES.lines().collect();
    let passage = passages[number % passages.len()].replacen('\t', "\">", 1);
    let passage = format!("<span lang=\"{passage}</span>");
    [
        format!("## Part {number}: {passage}\n\n"),
        prose(number, &passage),
        table(number, &passage),
        lists(number, &passage),
        rest(number),
        notes(number, &passage),
    ]
    .concat()
}

fn prose(number: usize, passage: &str) -> String {
    let says = "Each application is read by a person before a **decision**, and a *ranking* can be set aside at any time; \
                the model is `halcyon-rank-2`, called through an interface of the vendor. ";
    format!(
        "{0}It was said so before[^a{number}]. {passage} See [part 1](#part-1) and <https://example.org/{number}>.\n\n\
         ### What {number} says\n\n{1}~~Set aside.~~[^b{number}]\n\n\
         sha256:{2} and {3}\n\n![Gaps by owner](charts/stress.svg)\n\n",
        says.repeat(2 + number % 5),
        says.repeat(1 + number % 7),
        "9f86d081884c7d65".repeat(5),
        "unbreakable".repeat(12),
    )
}

fn table(number: usize, passage: &str) -> String {
    let n_columns = 2 + number % 6;
    let head: String = (1..=n_columns).map(|at| format!("| Column {at} ")).collect();
    let row = |at: usize| -> String {
        let cells = (0..n_columns).map(|column| match (at + column) % 5 {
            0 => format!("| {}", at * 37),
            1 => format!("| **Record {at}**"),
            2 => format!("| {passage}"),
            3 => "| `systems.cv-screening.oversight.measures` ".to_owned(),
            _ => "| shown in the record of the system, and read by a person ".to_owned(),
        });
        cells.collect::<String>() + "|\n"
    };
    let rows: String = (0..6 + number % 30).map(row).collect();
    format!(
        "The rows are:\n\n{head}|\n{}|\n{rows}\n",
        "|---".repeat(n_columns)
    )
}

fn lists(number: usize, passage: &str) -> String {
    format!(
        "1. First of part {number}\n   - {passage}\n     - deeper, with `code` and [a link](https://example.org)\n\n       \
         a second paragraph\n2. Second\n\n- [x] done\n- [ ] to do[^c{number}]\n\n\
         Provider\n:   Whoever develops a system.\n\nDeployer\n:   Whoever uses it. {passage}\n\n"
    )
}

fn rest(number: usize) -> String {
    format!(
        "#### Further matter\n\n> A quotation.\n>\n> > Another inside it.\n\n> [!WARNING]\n> Part {number} is a draft.\n\n\
         ```yaml\nkind: system\nid: part-{number}\nnotes: {}\n```\n\n***\n\n",
        "a line of code that is longer than the page is wide ".repeat(3)
    )
}

fn notes(number: usize, passage: &str) -> String {
    format!(
        "[^a{number}]: {passage}\n[^b{number}]: {}\n[^c{number}]: Recorded in `oversight.measures`[^a{number}].\n\n",
        "A note that takes more than a line, so that it may go on elsewhere. ".repeat(1 + number % 60)
    )
}
