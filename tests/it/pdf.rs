//! PDFs as bytes: the same every time, under both standards, small, with what the reader's program shows around
//! the pages.

use actfile::calendar::Date;
use actfile::documents::document::Standing;
use actfile::render::pdf::{Association, Attachment, Dress, Pdf, pdf};

const SAMPLE: &str = include_str!("pdf/sample.md");

fn dress(standing: Standing) -> Dress<'static> {
    Dress {
        title: "Technical record",
        organisation: "Helvion Talent SE",
        language: "en",
        as_of: Date::on(2026, 11, 22),
        build_id: "3f9a2c1d",
        standing,
        attachments: Vec::new(),
    }
}

fn attachment(name: &'static str) -> Attachment<'static> {
    Attachment {
        name,
        mime: "application/yaml",
        description: "Inventory record",
        bytes: b"kind: system\n".into(),
        association: Association::Source,
    }
}

#[track_caller]
#[expect(clippy::unwrap_used, reason = "a test helper; the caller's line is shown")]
fn made(markdown: &str, dress: &Dress) -> Pdf {
    pdf(markdown, dress).unwrap()
}

/// Returns whether the objects of a file, unpacked, hold these bytes.
fn has(pdf: &Pdf, text: &str) -> bool {
    let mut plain = Vec::new();
    let mut file = lopdf::Document::load_mem(&pdf.bytes).unwrap();
    file.save_to(&mut plain).unwrap();
    plain.windows(text.len()).any(|bytes| bytes == text.as_bytes())
}

#[test]
fn the_same_text_gives_the_same_bytes() {
    let one = made(SAMPLE, &dress(Standing::Draft));
    assert_eq!(one, made(SAMPLE, &dress(Standing::Draft)));
    assert_ne!(
        one,
        made(SAMPLE, &dress(Standing::Signed)),
        "the mark of a draft is printed"
    );
}

#[test]
fn the_bytes_do_not_depend_on_the_thread() {
    let alone = made(SAMPLE, &dress(Standing::Draft));
    let threads: Vec<_> = (0..4)
        .map(|_| std::thread::spawn(|| made(SAMPLE, &dress(Standing::Draft))))
        .collect();
    for thread in threads {
        assert_eq!(thread.join().unwrap(), alone);
    }
}

#[test]
fn the_file_names_both_standards_the_language_and_the_day() {
    let file = made(SAMPLE, &dress(Standing::Draft));
    assert!(file.bytes.starts_with(b"%PDF-1.7"));
    for text in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "/Lang(en)",
        "2026-11-22T00:00:00",
        "actfile 0.1.0",
        "Technical record",
    ] {
        assert!(has(&file, text), "{text}");
    }
}

#[test]
fn an_empty_text_and_a_page_of_text_are_small_files() {
    let empty = made("", &dress(Standing::Draft));
    assert!(empty.bytes.len() < 30_000, "{}", empty.bytes.len());
    let page = made(
        "# Notice\n\nHelvion\n\nOne page of text.\n",
        &dress(Standing::Draft),
    );
    assert!(page.bytes.len() < 40_000, "{}", page.bytes.len());
    let sample = made(SAMPLE, &dress(Standing::Draft));
    assert!(sample.bytes.len() < 150_000, "{}", sample.bytes.len());
}

#[test]
fn attachments_lie_in_the_file_and_need_names_of_their_own() {
    let mut dress = dress(Standing::Signed);
    dress.attachments = vec![attachment("systems/cv.yaml"), attachment("organisation.yaml")];
    let file = made("# A\n", &dress);
    assert!(has(&file, "organisation.yaml") && has(&file, "/AFRelationship/Source"));
    dress.attachments = vec![attachment("a.yaml"), attachment("a.yaml")];
    let failure = pdf("# A\n", &dress).unwrap_err().to_string();
    assert!(
        failure.contains("two attachments are called `a.yaml`"),
        "{failure}"
    );
}

#[test]
fn only_addresses_that_hold_everywhere_become_links() {
    let markdown =
        "[web](https://example.org/ä) [mail](mailto:a@b.eu) [file](../x.md) [script](javascript:x) [no](#no)";
    let file = made(markdown, &dress(Standing::Draft));
    assert!(has(&file, "https://example.org/%C3%A4") && has(&file, "mailto:a@b.eu"));
    assert!(!has(&file, "x.md") && !has(&file, "javascript"));
}

#[test]
fn a_passage_in_another_language_says_which() {
    let passage = "<span lang=\"el\">Τεχνικός φάκελος</span>";
    let sections = format!("## {passage}\n\nA {passage}.\n\n").repeat(30);
    let markdown = format!("# A\n\n{sections}| {passage} |\n|---|\n| [{passage}](https://a.b) |\n");
    let file = made(&markdown, &dress(Standing::Draft));
    let objects = lopdf::Document::load_mem(&file.bytes).unwrap().objects;
    let tags = objects.values().filter_map(|object| object.as_dict().ok());
    let is_greek = |tag: &&lopdf::Dictionary| {
        tag.get(b"Lang")
            .is_ok_and(|language| language.as_str().is_ok_and(|it| it == b"el"))
    };
    // Headings, their entries in the contents, and paragraphs; the head of the table, and its cell.
    assert_eq!(tags.filter(is_greek).count(), 3 * 30 + 2);
}

/// Returns what pages say in place of what they show, in the order of the pages.
fn said_instead(pdf: &Pdf) -> Vec<String> {
    const KEY: &str = "/ActualText(";
    let file = lopdf::Document::load_mem(&pdf.bytes).unwrap();
    let pages = file.page_iter().map(|page| file.get_page_content(page));
    let content: String = pages
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .collect();
    let after = content.split(KEY).skip(1);
    after
        .map(|rest| rest.split(")>>").next().unwrap().to_owned())
        .collect()
}

// One half shows part of the word and says all of it, the other shows the rest and says nothing that can be seen.
#[test]
fn a_broken_word_is_read_whole_where_it_begins() {
    let cell = "an information, a documentation of `configuration` and data/registrations";
    let row = format!("|{}\n", format!(" {cell} |").repeat(4));
    let table = format!("# A\n\n{row}|{}\n{}", "---|".repeat(4), row.repeat(9));
    let file = made(&table, &dress(Standing::Draft));
    let words: Vec<String> = said_instead(&file)
        .into_iter()
        .filter(|said| said.is_ascii())
        .collect();
    assert!(words.len() > 3, "{words:?}");
    for word in &words {
        assert!(
            ["information,", "documentation"].contains(&word.as_str()),
            "{words:?}"
        );
    }
    let unknown = Dress {
        language: "xx",
        ..dress(Standing::Draft)
    };
    assert!(said_instead(&made(&table, &unknown)).is_empty());
}
