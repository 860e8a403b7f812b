//! What each document says, before any format. What comes in is the assessment; what goes out is one view per
//! document with the trail of its statements. Nothing here knows Markdown, PDF or the disk, and no article is cited by
//! hand: citations come with the duties and gaps.

pub mod bom;
pub mod document;
pub mod facts;
pub mod front;
pub mod shown;
pub mod trail;
