//! The Markdown event stream and document metadata become a PDF/A-3a and PDF/UA-1 file.
