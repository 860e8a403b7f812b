//! How much a sitting would still ask. As the record stands: an answer can settle several questions, or bring some up.

use crate::ask::sitting::{Reply, Sitting};

/// Returns how many questions would still be put if none of them got an answer.
pub fn n_left(sitting: &Sitting) -> usize {
    let mut left = sitting.clone();
    let before = left.given().count();
    // A question that is left is asked no more, so that this ends.
    while let Some(question) = left.next() {
        if left.take(question, Reply::Skipped).is_err() {
            break;
        }
    }
    left.given().count() - before
}
