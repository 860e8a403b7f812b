//! What the pages of a group say. Members stand beside each other and are never summed up: each is a legal person, and
//! roles, classes and duties are its own. No page says what the inventory of no member says; where each row comes from is
//! in its trail, under the name of the member.

mod index;
mod inventory;
mod shared;

use crate::documents::beside::Beside;
use crate::documents::document::{Document, Statement};
use crate::documents::facts::Row;
use crate::documents::front::{Front, Setting};
use crate::documents::gaps::{Register, register};
use crate::documents::occasion::Occasion;
use crate::documents::trail::Trail;
use crate::failure::Failure;
use crate::inventory::group::Group;
use crate::inventory::id::Id;
use crate::inventory::record::Record;
use crate::tongue::language::{Language, Tag};
use crate::tongue::words::Words;
use serde::Serialize;

/// The folder in which the documents of the members lie, each in a folder of its id.
pub const MEMBERS: &str = "members";

/// A group and its members, in the order of their ids; there is at least one.
#[derive(Debug, Clone)]
pub struct Portfolio<'a> {
    /// The group file.
    pub group: &'a Record<Group>,
    /// The hash over program, rules, options and inputs of all.
    pub build_id: &'a str,
    /// The kinds of files that are made of the documents about the whole group.
    pub beside: Beside,
    /// The members.
    pub members: Vec<MemberView<'a>>,
}

/// One member of a group.
#[derive(Debug, Clone)]
pub struct MemberView<'a> {
    /// Its id in the group.
    pub id: &'a Id,
    /// For what, when and by which rules its own documents are made.
    pub occasion: Occasion<'a>,
    /// The number of its first text among those of the group.
    pub first_file: u32,
}

/// Returns the documents about the whole group.
///
/// # Errors
/// Fails when a view cannot be built, which is a fault of this program.
pub fn documents(portfolio: &Portfolio<'_>) -> Result<Vec<Document>, Failure> {
    let tag = portfolio.language();
    let words = Words::default().about(&tag);
    Ok(vec![
        index::index(portfolio, words, &tag)?,
        inventory::inventory(portfolio, words, &tag)?,
    ])
}

/// The gap registers of all members for machines.
#[derive(Debug, Clone, Serialize)]
pub struct GroupRegister {
    /// The format of this file.
    pub format: &'static str,
    /// The build it belongs to.
    pub build_id: String,
    /// The register of each member, in the order of their ids.
    pub members: Vec<MemberRegister>,
}

/// The gap register of one member.
#[derive(Debug, Clone, Serialize)]
pub struct MemberRegister {
    /// Its id in the group.
    pub member: String,
    /// What its own `gaps.json` says.
    pub register: Register,
}

/// Returns the gap registers of all members.
pub fn registers(portfolio: &Portfolio<'_>) -> GroupRegister {
    let members = portfolio.members.iter().map(|member| MemberRegister {
        member: member.id.to_string(),
        register: register(&member.occasion),
    });
    GroupRegister {
        format: "actfile-group-gaps-1",
        build_id: portfolio.build_id.to_owned(),
        members: members.collect(),
    }
}

impl<'a> Portfolio<'a> {
    /// Returns the language in which all inventories are written. Where they are in several, no text can be marked as
    /// being in one of them.
    pub fn language(&self) -> Tag {
        let mut tags = self
            .members
            .iter()
            .map(|member| member.occasion.inventory_language);
        let first = tags.next();
        match first {
            Some(first) if tags.all(|tag| tag == first) => first.clone(),
            Some(_) | None => Language::En.into(),
        }
    }

    fn front(&self, words: Words, tag: &Tag, title: String, purpose: &str) -> Result<Front, Failure> {
        let first = self.members.first().ok_or_else(|| Failure::Internal {
            room: "documents",
            message: "a group without members".to_owned(),
        })?;
        let setting = Setting {
            words,
            whose: self.group.title(),
            as_of: first.occasion.assessment.as_of,
            edition: first.occasion.assessment.edition,
            build_id: self.build_id,
            inventory_language: tag,
        };
        Ok(Front::signed(setting, title, purpose, self.group))
    }

    /// Returns what each member says, its name before it, and leaves the trail of all.
    fn each<T>(
        &self,
        words: Words,
        statements: &mut Vec<Statement>,
        say: impl Fn(&Occasion<'a>, &mut Trail) -> Vec<T>,
    ) -> Vec<(&'a Id, T)> {
        let mut all = Vec::new();
        for member in &self.members {
            let mut trail = Trail::of(words);
            let occasion = Occasion {
                words,
                ..member.occasion
            };
            let said = say(&occasion, &mut trail);
            all.extend(said.into_iter().map(|it| (member.id, it)));
            statements.extend(trail.into_statements().into_iter().map(|it| Statement {
                record: format!("{}/{}", member.id, it.record),
                at: it.at.moved(member.first_file),
                ..it
            }));
        }
        all
    }
}

/// Returns a row with the member before it.
fn beside((member, row): (&Id, Row)) -> Row {
    [vec![member.to_string()], row].concat()
}
