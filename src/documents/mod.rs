//! What each document says, before any format.
