//! What stands around the text: the line that says what the file is, title and organisation above every page, day, build
//! and page number below, and the size of the page.

use crate::documents::document::Standing;
use crate::render::docx::Copies;
use crate::render::docx::blocks::{Lead, Place};
use crate::render::docx::writer::{Story, Within, Writer};
use crate::render::pdf::document::Span;

/// Stand for the numbers of page and pages while the phrase around them is put together.
const PAGE: &str = "\u{e000}";
const PAGES: &str = "\u{e001}";

impl Writer<'_> {
    /// Writes the line above everything else: of what it is a copy, and that an edited file is none that was made.
    pub(crate) fn banner(&mut self) {
        let build = [("build", self.dress.build_id.into())];
        let says = match self.copies {
            Copies::PdfBeside => self.words.say_with("docx-copy-beside", &build),
            Copies::NothingBeside => self.words.say_with("docx-copy-alone", &build),
        };
        self.paragraph(&[Span::plain(says)], Place::of("Banner"), Lead::None);
    }

    /// Writes the header.
    pub(crate) fn header(&mut self) -> Story {
        self.begin("w:hdr", Within::Body);
        self.begin_paragraph(Place::of("Header"), Lead::None);
        self.plain(&format!("{}\t{}", self.dress.title, self.dress.organisation));
        self.close();
        self.end()
    }

    /// Writes the footer.
    pub(crate) fn footer(&mut self) -> Story {
        self.begin("w:ftr", Within::Body);
        self.begin_paragraph(Place::of("Footer"), Lead::None);
        let blanks = [
            ("day", self.words.day(self.dress.as_of).into()),
            ("build", self.dress.build_id.into()),
        ];
        let left = self.words.say_with("pdf-as-of-and-build", &blanks);
        let middle = match self.dress.standing {
            Standing::Draft => {
                let draft = [("draft", self.words.say("pdf-draft").into())];
                self.words.say_with("docx-footer-draft", &draft)
            }
            // Who approved the document did not approve what is edited into this copy.
            Standing::Signed => self.words.say("docx-footer"),
        };
        self.plain(&format!("{left}\t{middle}\t"));
        self.page_number();
        self.close();
        self.end()
    }

    // Where the numbers stand in the phrase is a matter of the language.
    fn page_number(&mut self) {
        let blanks = [("page", PAGE.into()), ("pages", PAGES.into())];
        let phrase = self.words.say_with("pdf-page", &blanks);
        for piece in phrase.split_inclusive(|c| PAGE.contains(c) || PAGES.contains(c)) {
            self.plain(piece.trim_end_matches(|c| PAGE.contains(c) || PAGES.contains(c)));
            if piece.ends_with(PAGE) {
                self.field(" PAGE ", "1");
            } else if piece.ends_with(PAGES) {
                self.field(" NUMPAGES ", "1");
            }
        }
    }

    /// Writes the size of the page, A4, and what stands on each.
    pub(crate) fn page(&mut self, header: &str, footer: &str) {
        self.open("w:sectPr", &[]);
        self.empty("w:headerReference", &[("w:type", "default"), ("r:id", header)]);
        self.empty("w:footerReference", &[("w:type", "default"), ("r:id", footer)]);
        self.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        let margins = [
            ("w:top", "1680"),
            ("w:right", "1360"),
            ("w:bottom", "1640"),
            ("w:left", "1360"),
            ("w:header", "850"),
            ("w:footer", "850"),
            ("w:gutter", "0"),
        ];
        self.empty("w:pgMar", &margins);
        self.close();
    }
}
