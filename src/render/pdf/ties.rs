//! Which lines and blocks stay together on a page. Says so; the flow keeps them.

use crate::render::pdf::document::{Block, Inlines, plain};
use crate::render::pdf::flow::{Strip, Tie};

/// A paragraph with more lines stands for itself.
const LEADING_LINES: usize = 3;

/// Returns whether what follows must stand on the page of the last of the blocks, which has so many lines.
pub(crate) fn follows_closely(blocks: &[Block], n_lines: usize, next: Option<&Block>) -> bool {
    let (Some((block, before)), Some(next)) = (blocks.split_last(), next) else {
        return false;
    };
    let is_below_heading = matches!(before.last(), Some(Block::Heading(_)));
    announces(block, next) || leads_to(block, n_lines, is_below_heading, next)
}

/// Keeps the first two and the last two lines together: no line stands alone on a page.
pub(crate) fn tie_edges(strips: &mut [Strip]) {
    let n_strips = strips.len();
    if n_strips > 1 {
        strips[0].tie = Tie::Next;
        strips[n_strips - 2].tie = Tie::Next;
    }
}

// A line that ends with a colon announces what follows, and so does a line in bold, which is a heading without a
// number. A heading and a rule begin something else.
fn announces(block: &Block, next: &Block) -> bool {
    let is_title = |text: &Inlines| !text.is_empty() && text.iter().all(|span| span.look.bold);
    let does_announce =
        matches!(block, Block::Paragraph(text) if plain(text).ends_with(':') || is_title(text));
    does_announce && !matches!(next, Block::Heading(_) | Block::Rule)
}

// A few lines before a table or a picture are about it; right below a heading, they are about whatever follows.
fn leads_to(block: &Block, n_lines: usize, is_below_heading: bool, next: &Block) -> bool {
    let is_short = matches!(block, Block::Paragraph(_)) && n_lines <= LEADING_LINES;
    is_short
        && match next {
            Block::Table(_) | Block::Figure(_) => true,
            Block::Code(_)
            | Block::Quote(_)
            | Block::Callout(..)
            | Block::List(_)
            | Block::Definitions(_) => is_below_heading,
            Block::Heading(_) | Block::Paragraph(_) | Block::Rule => false,
        }
}
