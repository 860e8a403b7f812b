//! Changes that are merged after review, from exports of git hosts: what a host calls pull or merge requests becomes a
//! `Change`, and changes become counts. What an export does not hold is left out of the counts and told.

mod change;
mod github;
mod gitlab;
mod lacking;
mod reverts;
mod tally;

pub(crate) use crate::import::reviews::github::counted as github;
pub(crate) use crate::import::reviews::gitlab::counted as gitlab;

use crate::calendar::unix_seconds;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// Tells an export without a field from one in which the field is empty.
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(from).map(Some)
}

/// A moment as git hosts write it (RFC 3339), in seconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Moment(i64);

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let seconds = unix_seconds(&text).ok_or_else(|| D::Error::custom("no moment"))?;
        Ok(Self(seconds))
    }
}
