//! What files of word processors and spreadsheets have in common: XML parts with relations between them, in a ZIP
//! container (ECMA-376, part 2). Knows no text and no table; `docx` and `workbook` fill the parts.

pub(crate) mod container;
pub(crate) mod package;
pub(crate) mod xml;
