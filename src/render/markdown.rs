//! Views become Markdown through the templates; every value is escaped as inline text.
