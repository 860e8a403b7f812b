//! What lies beside a document in the output folder: which kinds of files the build makes. A document that names another,
//! or a file for machines, asks here, so that no name and no link leads to something that was not made. Which systems are
//! left out is known in `selection`.

/// The kinds of files that a build makes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Beside {
    /// Whether each document is Markdown.
    pub markdown: bool,
    /// Whether each document is a PDF.
    pub pdf: bool,
    /// Whether each document is there to be edited, and the gap register as a workbook.
    pub docx: bool,
    /// The name of the page with all documents, where there is one.
    pub report: Option<&'static str>,
    /// Whether the AI-BOM is a file of its own.
    pub bom: bool,
    /// Whether the PDFs carry the inventory files that they repeat, and the AI-BOM.
    pub enclosed: bool,
}

/// Where the AI-BOM for machines is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BomPlace {
    /// A file of its own.
    Beside,
    /// Inside the PDF that prints it.
    Inside,
    /// This build does not make it.
    Nowhere,
}

impl Beside {
    /// Returns where a document lies, by its path without extension, and where in it something stands: in the kind of file
    /// that leads there most exactly. Nothing when the build makes no document for people.
    pub(crate) fn address(&self, path: &str, anchor: Option<&str>) -> Option<String> {
        match (self.markdown, self.report) {
            (true, _) => Some(match anchor {
                Some(anchor) => format!("{path}.md#{anchor}"),
                None => format!("{path}.md"),
            }),
            (false, Some(report)) => Some(match anchor {
                Some(anchor) => format!("{report}#{path}:{anchor}"),
                None => format!("{report}#{path}"),
            }),
            (false, None) if self.pdf => Some(format!("{path}.pdf")),
            (false, None) => self.docx.then(|| format!("{path}.docx")),
        }
    }

    /// Returns where the AI-BOM for machines is found.
    pub(crate) fn bom_place(&self) -> BomPlace {
        match (self.bom, self.enclosed) {
            (true, _) => BomPlace::Beside,
            (false, true) => BomPlace::Inside,
            (false, false) => BomPlace::Nowhere,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: Option<&str> = Some("report.html");

    #[test]
    fn an_address_leads_to_a_file_that_is_made() {
        for (markdown, report, pdf, docx, whole, part) in [
            (true, REPORT, true, true, Some("a/b.md"), Some("a/b.md#c")),
            (
                false,
                REPORT,
                true,
                true,
                Some("report.html#a/b"),
                Some("report.html#a/b:c"),
            ),
            (false, None, true, true, Some("a/b.pdf"), Some("a/b.pdf")),
            (false, None, false, true, Some("a/b.docx"), Some("a/b.docx")),
            (false, None, false, false, None, None),
        ] {
            let beside = Beside {
                markdown,
                pdf,
                docx,
                report,
                ..Beside::default()
            };
            assert_eq!(beside.address("a/b", None).as_deref(), whole, "{beside:?}");
            assert_eq!(beside.address("a/b", Some("c")).as_deref(), part, "{beside:?}");
        }
    }
}
