//! A finding is a value with a code, a place and advice. Rooms collect findings; `report` tells them to people
//! and machines. Nothing here prints, and nothing here decides what a finding means for the exit code.

pub mod codes;
pub mod explain;
pub mod related;

use crate::diag::codes::Code;
use crate::source::Span;

/// How serious a finding about the user's input is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The output would be wrong: nothing is written.
    Error,
    /// A person should look.
    Warning,
    /// Context only.
    Note,
}

impl Severity {
    /// Returns the word that findings are printed with.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A place in the input with what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The smallest text that shows the fault.
    pub span: Span,
    /// Why here; may be empty.
    pub text: String,
}

/// One finding about the user's input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding it is.
    pub code: Code,
    /// One sentence, lower case, without full stop, that stands alone.
    pub message: String,
    /// Where; the first is the fault itself, the others are the rest of the story. Empty when the finding is
    /// about a file that could not be read or about the project as a whole.
    pub labels: Vec<Label>,
    /// The file the finding is about when no text of it can be shown.
    pub path: Option<String>,
    /// What is allowed and what to do, one sentence each.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// Starts a finding at a place.
    pub fn at(code: Code, span: Span, message: impl Into<String>, label: impl Into<String>) -> Self {
        let label = Label {
            span,
            text: label.into(),
        };
        Self {
            code,
            message: message.into(),
            labels: vec![label],
            path: None,
            help: Vec::new(),
        }
    }

    /// Starts a finding about a whole file or folder that has no text to show.
    pub fn about(code: Code, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            labels: Vec::new(),
            path: Some(path.into()),
            help: Vec::new(),
        }
    }

    /// Adds a second place.
    #[must_use]
    pub fn and_at(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label {
            span,
            text: text.into(),
        });
        self
    }

    /// Adds a sentence of advice.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Returns the same finding where the texts of its run stand in a folder, behind so many others.
    fn moved(mut self, first_file: u32, folder: &str) -> Self {
        for label in &mut self.labels {
            label.span = label.span.moved(first_file);
        }
        self.path = self.path.map(|path| match path.as_str() {
            "" => folder.to_owned(),
            path => format!("{folder}/{path}"),
        });
        self
    }

    /// Returns how serious the finding is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// All findings of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a finding.
    pub fn add(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Adds all findings of another collection.
    pub fn extend(&mut self, other: Self) {
        self.found.extend(other.found);
    }

    /// Returns whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Returns the same findings where the texts of their run stand in a folder, behind so many others.
    #[must_use]
    pub fn moved(self, first_file: u32, folder: &str) -> Self {
        let found = self.found.into_iter();
        Self {
            found: found.map(|finding| finding.moved(first_file, folder)).collect(),
        }
    }

    /// Returns whether a finding makes the output wrong.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Returns whether a finding has one of these codes.
    pub fn has_any(&self, codes: &[Code]) -> bool {
        self.found.iter().any(|finding| codes.contains(&finding.code))
    }

    /// Returns the findings that have a code, to be told more exactly by whoever knows more.
    pub fn with_code(&mut self, code: Code) -> impl Iterator<Item = &mut Diagnostic> {
        self.found.iter_mut().filter(move |finding| finding.code == code)
    }

    /// Returns whether a finding makes what stands at a place unusable.
    pub fn has_error_within(&self, span: Span) -> bool {
        let errors = self.found.iter().filter(|it| it.severity() == Severity::Error);
        let mut places = errors.filter_map(|it| it.labels.first());
        places.any(|label| span.holds(label.span))
    }

    /// Drops a finding of a code that begins with a place.
    pub fn forget_at(&mut self, code: Code, span: Span) {
        let is_meant = |it: &Diagnostic| it.code == code && it.labels.first().map(|it| it.span) == Some(span);
        self.found.retain(|finding| !is_meant(finding));
    }

    /// Drops the findings that have one of these codes.
    pub fn forget(&mut self, codes: &[Code]) {
        self.found.retain(|finding| !codes.contains(&finding.code));
    }

    /// Returns how many findings have a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.found
            .iter()
            .filter(|diagnostic| diagnostic.severity() == severity)
            .count()
    }

    /// Returns the findings by place, then code, then message; each once.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut all: Vec<&Diagnostic> = self.found.iter().collect();
        all.sort_by_key(|d| {
            (
                d.labels.first().map(|label| label.span),
                d.path.clone(),
                d.code,
                d.message.clone(),
            )
        });
        all.dedup();
        all
    }
}
