//! Findings for a person at a terminal: what is wrong, the lines it is about, what to do; as the Rust compiler
//! shows its own. Styled with terminal escapes of our own and none of the user's.

use crate::diag::Severity;
use crate::report::excerpt::{Excerpt, excerpts};
use crate::report::listing::{Item, Listing, counted};
use crate::report::visible::visible;
use annotate_snippets::{Annotation, AnnotationKind, Level, Origin, Renderer, Snippet};

/// More than this nobody reads, and logs are cut.
const N_BYTES: usize = 18_000;

/// Returns the findings with a summary; nothing when there are none.
pub(crate) fn render(listing: &Listing<'_>) -> String {
    let (mut told, mut n_told) = (String::new(), 0);
    for (at, item) in listing.items.iter().enumerate() {
        let finding = render_finding(listing, item);
        if told.len() + finding.len() > N_BYTES && n_told > 0 {
            break;
        }
        told.push_str(&finding);
        told.push_str("\n\n");
        n_told += 1;
        let is_last_of_file = listing
            .items
            .get(at + 1)
            .is_none_or(|next| next.path != item.path);
        if let (true, Some(n_more)) = (is_last_of_file, listing.omitted.get(&item.path)) {
            told.push_str(&format!(
                "... and {} in {}\n\n",
                counted(*n_more, "more finding"),
                item.path
            ));
        }
    }
    if n_told < listing.items.len() {
        let n_more = counted(listing.items.len() - n_told, "more finding");
        told.push_str(&format!(
            "... and {n_more}; `actfile check --format short` lists them\n\n"
        ));
    }
    told + &conclusion(listing)
}

fn conclusion(listing: &Listing<'_>) -> String {
    let (Some(summary), Some(first)) = (listing.summary(), listing.items.first()) else {
        return String::new();
    };
    format!(
        "{summary}; `actfile explain {}` says more about the first\n",
        first.finding.code.id()
    )
}

fn render_finding(listing: &Listing<'_>, item: &Item<'_>) -> String {
    let finding = item.finding;
    let level = match finding.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let excerpts = excerpts(listing.sources, &finding.labels);
    let texts: Vec<String> = finding.labels.iter().map(|label| visible(&label.text)).collect();
    let title = level
        .primary_title(visible(&finding.message))
        .id(finding.code.id());
    let mut group = title.elements(excerpts.iter().map(|excerpt| snippet(listing, excerpt, &texts)));
    if excerpts.is_empty() && !item.path.is_empty() {
        group = group.element(Origin::path(item.path.as_str()));
    }
    group = group.elements(finding.help.iter().map(|help| Level::HELP.message(visible(help))));
    let mut told = Renderer::styled().render(&[group]);
    for excerpt in &excerpts {
        told = with_columns_of_the_file(told, listing, item, excerpt);
    }
    told
}

fn snippet<'a>(
    listing: &Listing<'_>,
    excerpt: &'a Excerpt,
    texts: &'a [String],
) -> Snippet<'a, Annotation<'a>> {
    let marks = excerpt.marks.iter().map(|mark| {
        let kind = match mark.label {
            0 => AnnotationKind::Primary,
            _ => AnnotationKind::Context,
        };
        let text = Some(texts[mark.label].as_str()).filter(|text| !text.is_empty());
        kind.span(mark.range.clone()).label(text)
    });
    Snippet::source(excerpt.text.as_str())
        .line_start(excerpt.first_line)
        .path(listing.shown_path(&listing.sources.file(excerpt.file).path))
        .annotations(marks)
}

// Drawing counts columns in the lines it was given; where those were cut, an editor would jump to another place.
fn with_columns_of_the_file(
    told: String,
    listing: &Listing<'_>,
    item: &Item<'_>,
    excerpt: &Excerpt,
) -> String {
    let Some(mark) = excerpt.marks.iter().min_by_key(|mark| mark.label) else {
        return told;
    };
    let (place, _) = listing.places(&item.finding.labels[mark.label]);
    match excerpt.shown_column(mark.label) {
        Some(column) if column != place.column => told.replacen(
            &format!("{}:{}:{column}", place.path, place.line),
            &place.to_string(),
            1,
        ),
        _ => told,
    }
}
