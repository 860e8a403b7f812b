//! What surrounds the pages in the file: bookmarks, what the file says about itself, and the files inside it.

use crate::failure::Failure;
use crate::render::pdf::pages::Anchor;
use crate::render::pdf::{Association, Attachment, Dress};
use krilla::Document;
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};

/// Who wrote the file; changes with a release only.
const PRODUCER: &str = concat!("actfile ", env!("CARGO_PKG_VERSION"));
/// The longest text in the file's own descriptions.
const LONGEST_NOTE: usize = 1_000;

/// Returns the bookmarks. The first is the document itself, so that there is one even without headings.
pub(crate) fn outline(anchors: &[Anchor], title: &str) -> Outline {
    let mut outline = Outline::new();
    let cover = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(shortened(title), cover));
    let headings: Vec<&Anchor> = anchors.iter().filter(|anchor| anchor.level > 1).collect();
    let mut rest = headings.as_slice();
    while !rest.is_empty() {
        let (node, left) = bookmark(rest);
        node.into_iter().for_each(|node| outline.push_child(node));
        rest = left;
    }
    outline
}

// The first heading with everything below it, and the headings left.
fn bookmark<'a, 'b>(headings: &'b [&'a Anchor]) -> (Option<OutlineNode>, &'b [&'a Anchor]) {
    let Some((first, mut rest)) = headings.split_first() else {
        return (None, headings);
    };
    let place = XyzDestination::new(first.page, Point::from_xy(0.0, top(first)));
    let mut node = OutlineNode::new(first.title.clone(), place);
    while rest.first().is_some_and(|next| next.level > first.level) {
        let (child, left) = bookmark(rest);
        child.into_iter().for_each(|child| node.push_child(child));
        rest = left;
    }
    (Some(node), rest)
}

/// Returns what the file says about itself.
pub(crate) fn metadata(dress: &Dress, document_id: String) -> Metadata {
    Metadata::new()
        .title(shortened(dress.title))
        .authors(vec![shortened(dress.organisation)])
        .language(dress.language.to_owned())
        .creator(PRODUCER.to_owned())
        .producer(PRODUCER.to_owned())
        .creation_date(midnight(dress))
        .document_id(document_id)
}

fn midnight(dress: &Dress) -> DateTime {
    let (year, month, day) = dress.as_of.numbers();
    DateTime::new(year.unsigned_abs())
        .month(month.unsigned_abs())
        .day(day.unsigned_abs())
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

/// Puts a file into the document.
pub(crate) fn embed(document: &mut Document, attachment: &Attachment, dress: &Dress) -> Result<(), Failure> {
    let file = EmbeddedFile {
        path: attachment.name.to_owned(),
        mime_type: MimeType::new(attachment.mime),
        description: Some(attachment.description.to_owned()),
        association_kind: match attachment.association {
            Association::Source => AssociationKind::Source,
            Association::Data => AssociationKind::Data,
            Association::Alternative => AssociationKind::Alternative,
            Association::Supplement => AssociationKind::Supplement,
        },
        data: attachment.bytes.to_vec().into(),
        modification_date: Some(midnight(dress)),
        // Whoever packs the file presses it.
        compress: Some(false),
        location: None,
    };
    let twice =
        || crate::render::pdf::ink::broken(format!("two attachments are called `{}`", attachment.name));
    document.embed_file(file).ok_or_else(twice)
}

/// Returns where a window shows a place: with a little air above, so that a heading is not glued to its edge.
pub(crate) fn top(anchor: &Anchor) -> f32 {
    (anchor.y - 12.0).max(0.0)
}

/// Returns the text cut to a length that every reader accepts, without the characters that XML 1.0 has no place for.
pub(crate) fn shortened(text: &str) -> String {
    let has_place = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(has_place).take(LONGEST_NOTE).collect()
}
