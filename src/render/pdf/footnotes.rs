//! Measures notes at the foot of pages on documents made at random: each stands where it is mentioned, nothing
//! overlaps or sticks out, nothing is lost. Test code only.

use crate::render::pdf::addresses::{mention_id, note_id};
use crate::render::pdf::lay_out;
use crate::render::pdf::measures::{check_places, dress, read_aloud};
use crate::render::pdf::pages::{Pages, Role};
use crate::render::pdf::reader::read;
use crate::render::pdf::style::{BOTTOM, NOTE};
use crate::render::pdf::text::Shaper;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn laid_out(markdown: &str) -> Pages {
    let mut shaper = Shaper::new("en").unwrap();
    let pages = lay_out(read(markdown, &[]), &[], &dress(), &mut shaper);
    check_places(&pages).unwrap();
    pages
}

/// The page of a place.
fn page_of(pages: &Pages, id: &str) -> Option<usize> {
    let anchor = pages.anchors.iter().find(|anchor| anchor.id == id);
    anchor.map(|anchor| anchor.page)
}

/// The last page that holds a word.
fn last_page_with(pages: &Pages, word: &str) -> Option<usize> {
    let holds =
        |page: &crate::render::pdf::pages::Page| page.texts.iter().any(|text| text.text.contains(word));
    pages.pages.iter().rposition(holds)
}

/// Returns whether the note before, which says its number, fills the feet up to the page where this one begins: notes
/// keep their order, so this one has to wait.
fn waits(pages: &Pages, number: usize, note: Option<usize>) -> bool {
    let end = last_page_with(pages, &format!("note{}", number - 1));
    matches!((end, note), (Some(end), Some(note)) if end + 1 >= note)
}

/// Says which notes do not begin on the page of their mention, or where the note before ends, or not in their order.
fn check_notes(pages: &Pages, n_notes: usize) -> Result<(), String> {
    let mut before = (0, 0.0);
    for number in 1..=n_notes {
        let (mention, note) = (
            page_of(pages, &mention_id(number)),
            page_of(pages, &note_id(number)),
        );
        if mention.is_none() || (mention != note && !(mention < note && waits(pages, number, note))) {
            return Err(format!(
                "note {number} is on {note:?}, its mention on {mention:?}"
            ));
        }
        let anchor = pages
            .anchors
            .iter()
            .find(|anchor| anchor.id == note_id(number))
            .unwrap();
        let place = (anchor.page, anchor.y);
        if place < before {
            return Err(format!("note {number} stands before the one before"));
        }
        before = place;
    }
    Ok(())
}

/// What stands in the body: lines of text, with a mention after so many of them.
#[derive(Debug, Clone)]
struct Piece {
    n_words: usize,
    shape: usize,
    n_note_words: Option<usize>,
}

fn piece() -> impl Strategy<Value = Piece> {
    let note =
        proptest::option::of(prop_oneof![8 => 1..60_usize, 1 => 200..900_usize, 1 => 1500..3000_usize]);
    (1..160_usize, 0..5_usize, note).prop_map(|(n_words, shape, n_note_words)| Piece {
        n_words,
        shape,
        n_note_words,
    })
}

fn markdown(pieces: &[Piece]) -> (String, usize) {
    let (mut text, mut notes, mut n_notes) = ("# T\n\n## S\n\n".to_owned(), String::new(), 0);
    for piece in pieces {
        let mut words = "word ".repeat(piece.n_words);
        if let Some(n_words) = piece.n_note_words {
            n_notes += 1;
            words.push_str(&format!("end[^n{n_notes}] more"));
            notes.push_str(&format!(
                "[^n{n_notes}]: {}\n\n",
                format!("note{n_notes} ").repeat(n_words)
            ));
        }
        text.push_str(&match piece.shape {
            0 => format!("- {words}\n\n***\n\n"),
            1 => format!("| A | B |\n|---|---|\n| a | {words} |\n| c | d |\n\n"),
            2 => format!("### Heading\n\n{words}\n\n"),
            3 => format!("> [!NOTE]\n> {words}\n\n"),
            _ => format!("{words}\n\n"),
        });
    }
    (text + &notes, n_notes)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn each_note_begins_on_the_page_of_its_mention(pieces in proptest::collection::vec(piece(), 1..25)) {
        let (markdown, n_notes) = markdown(&pieces);
        let pages = laid_out(&markdown);
        if let Err(fault) = check_notes(&pages, n_notes) {
            prop_assert!(false, "{fault}\n{pieces:?}");
        }
        let read = read_aloud(&pages);
        for (number, n_words) in pieces.iter().filter_map(|piece| piece.n_note_words).enumerate() {
            let word = format!("note{}", number + 1);
            prop_assert!(read.contains(&word.repeat(n_words)), "{word}");
        }
    }
}

#[test]
fn a_note_longer_than_pages_goes_on_at_the_foot_of_the_next_ones_beside_the_text() {
    let pages = laid_out(&format!(
        "# T\n\n## S\n\n{}mention[^1]\n\n{}\n\n[^1]: {}",
        "line\n\n".repeat(5),
        "after\n\n".repeat(60),
        "long ".repeat(4_000),
    ));
    check_notes(&pages, 1).unwrap();
    let has = |word: &str| -> Vec<bool> {
        let has =
            |page: &crate::render::pdf::pages::Page| page.texts.iter().any(|text| text.text.contains(word));
        pages.pages.iter().map(has).collect()
    };
    let (text, note) = (has("after"), has("long"));
    assert!(
        text.iter()
            .zip(&note)
            .filter(|(text, note)| **text && **note)
            .count()
            >= 2
    );
    assert_eq!(read_aloud(&pages).matches("long").count(), 4_000);
    assert_eq!(read_aloud(&pages).matches("after").count(), 60);
}

#[test]
fn more_mentions_on_a_line_than_a_page_has_notes_for_neither_hang_nor_overflow() {
    let mentions: String = (1..=120).map(|n| format!("[^{n}]")).collect();
    let notes: String = (1..=120).map(|n| format!("[^{n}]: note{n}x\n")).collect();
    let in_table = format!("| A |\n|---|\n| {mentions} |\n| next |\n");
    for body in [mentions, in_table] {
        let pages = laid_out(&format!("# T\n\n## S\n\n{body}\n\nnext[^120]\n\n{notes}"));
        let read = read_aloud(&pages);
        assert!((1..=120).all(|n| read.contains(&format!("note{n}x"))));
    }
}

#[test]
fn notes_on_the_cover_in_headings_and_in_notes_are_set_and_a_note_without_mention_is_kept() {
    let pages = laid_out(
        "# Title[^t]\n\nSub\n\ncover[^c]\n\n## Section[^s]\n\ntext[^a] again[^a]\n\n## Other\n\n\
         [^t]: title note\n[^c]: cover note\n[^s]: section note\n[^a]: see[^b]\n[^b]: inner note\n[^u]: unsaid\n",
    );
    check_notes(&pages, 5).unwrap();
    let read = read_aloud(&pages);
    for note in [
        "titlenote",
        "covernote",
        "sectionnote",
        "see",
        "innernote",
        "unsaid",
    ] {
        assert_eq!(read.matches(note).count(), 1, "{read}");
    }
    let pages = laid_out("[^u]: alone\n");
    assert!(read_aloud(&pages).ends_with("alone"));
    let cyclic = laid_out("a[^1]\n\n[^1]: see[^2]\n[^2]: see[^1]\n");
    check_notes(&cyclic, 2).unwrap();
}

#[test]
fn a_note_stands_at_the_bottom_and_leads_to_its_mention_and_back() {
    let pages = laid_out("# T\n\n## S\n\nfirst[^a] second[^b]\n\n[^a]: one\n[^b]: two\n");
    let lowest = pages.pages[0].texts.iter().map(|text| text.area().bottom());
    let lowest = lowest.fold(0.0, f32::max);
    assert!(BOTTOM - lowest < NOTE.leading, "{lowest}");
    let mut links: BTreeMap<usize, usize> = BTreeMap::new();
    for text in pages.pages[0].texts.iter().filter_map(|text| text.tag) {
        if let Role::Link(number) = pages.tags.tags[text.0].role {
            *links.entry(number).or_default() += 1;
        }
    }
    let targets: Vec<_> = links
        .keys()
        .map(|number| format!("{:?}", pages.links[*number]))
        .collect();
    for id in [note_id(1), note_id(2), mention_id(1), mention_id(2)] {
        assert!(
            targets.iter().any(|target| target.contains(&id)),
            "{id} {targets:?}"
        );
        assert!(page_of(&pages, &id).is_some());
    }
    let notes = pages.tags.tags.iter().filter(|tag| tag.role == Role::Note);
    assert!(notes.count() == 2);
}
