//! What a field of a record can say: a value, that it does not apply and why, that nobody knows yet, or nothing.
//! Absent is never "no": later rooms turn absence into a gap.

use crate::calendar::Date;
use crate::source::{Span, Spanned};
use crate::yaml::decode::{FIELD, NONE_OR};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, EnumAccess, Error, SeqAccess, VariantAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// One field of a record with its closing state.
#[derive(Debug, Clone, PartialEq)]
pub enum Field<T> {
    /// The record says this value.
    Stated(Spanned<T>),
    /// The record says that the field does not apply, and why. Rare, and boxed: records have many fields.
    NotApplicable(Box<Spanned<NotApplicable>>),
    /// The record says that the answer is not known yet.
    Unknown(Box<Spanned<Unknown>>),
    /// The record says nothing.
    Absent,
}

/// `not_applicable: {reason, decided_by, decided_on}`: closes a gap and is printed as such.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, JsonSchema)]
pub struct NotApplicable {
    /// Why the field does not apply.
    pub reason: String,
    /// The role that decided it.
    #[serde(default)]
    pub decided_by: Option<String>,
    /// The day it was decided.
    #[serde(default)]
    pub decided_on: Option<Date>,
}

/// `unknown: {asked, asked_on}`: a gap that somebody is working on.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, JsonSchema)]
pub struct Unknown {
    /// Who was asked.
    #[serde(default)]
    pub asked: Option<String>,
    /// The day the question was put.
    #[serde(default)]
    pub asked_on: Option<Date>,
}

// A derived `Default` would demand `T: Default`, which an absent field does not need.
#[expect(clippy::derivable_impls, reason = "the derive would bound T")]
impl<T> Default for Field<T> {
    fn default() -> Self {
        Self::Absent
    }
}

impl<T> Field<T> {
    /// Returns the stated value.
    pub fn stated(&self) -> Option<&T> {
        self.said().map(|said| &said.value)
    }

    /// Returns the stated value with its place.
    pub fn said(&self) -> Option<&Spanned<T>> {
        match self {
            Self::Stated(said) => Some(said),
            Self::NotApplicable(_) | Self::Unknown(_) | Self::Absent => None,
        }
    }

    /// Returns whether the field is a gap: the record says nothing, or that nobody knows.
    pub fn is_open(&self) -> bool {
        match self {
            Self::Stated(_) | Self::NotApplicable(_) => false,
            Self::Unknown(_) | Self::Absent => true,
        }
    }

    /// Returns where the record speaks about the field, if it does.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Stated(said) => Some(said.span),
            Self::NotApplicable(said) => Some(said.span),
            Self::Unknown(said) => Some(said.span),
            Self::Absent => None,
        }
    }
}

impl<T: PartialEq> Field<T> {
    /// Returns whether the record states exactly this value.
    pub fn is(&self, value: &T) -> bool {
        self.stated() == Some(value)
    }
}

impl<T> Field<List<T>> {
    /// Returns the stated items with their places; none when the field is not stated.
    pub fn items(&self) -> &[Spanned<T>] {
        self.stated().map_or(&[], |list| list.0.as_slice())
    }
}

/// The variants that the decoder chooses from for [`FIELD`]: a mapping whose only key is `not_applicable` or
/// `unknown` is that state (its content is the value of the key), everything else is `stated`.
pub const FIELD_STATES: &[&str] = &["stated", "not_applicable", "unknown"];

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum(FIELD, FIELD_STATES, FieldVisitor(PhantomData))
    }
}

struct FieldVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for FieldVisitor<T> {
    type Value = Field<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value, `not_applicable: {reason: ...}` or `unknown: {asked: ...}`")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Field<T>, A::Error> {
        let (state, content) = data.variant::<String>()?;
        let field = match state.as_str() {
            "not_applicable" => content.newtype_variant().map(Field::NotApplicable),
            "unknown" => content.newtype_variant().map(Field::Unknown),
            _ => content.newtype_variant().map(Field::Stated),
        };
        // The decoder has reported the problem where it stands; the other fields are still to be checked.
        Ok(field.unwrap_or_default())
    }
}

/// A list whose items keep their places. An item that cannot be read is reported and left out.
#[derive(Debug, Clone, PartialEq)]
pub struct List<T>(pub Vec<Spanned<T>>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ListVisitor(PhantomData))
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = List<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<List<T>, A::Error> {
        let mut items = Vec::new();
        // Each call moves on by one item, readable or not, so the loop ends with the list.
        for _ in 0..seq.size_hint().unwrap_or_default() {
            if let Ok(Some(item)) = seq.next_element() {
                items.push(item);
            }
        }
        Ok(List(items))
    }
}

impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("list_of_{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let item = generator.subschema_for::<T>();
        json_schema!({"type": "array", "items": item})
    }
}

/// A list that answers for what it does not name as well, so that it is read whole or not at all, and is never empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Complete<T>(pub Vec<Spanned<T>>);

impl<T> Field<Complete<T>> {
    /// Returns the stated items with their places; none when the field is not stated.
    pub fn items(&self) -> &[Spanned<T>] {
        self.stated().map_or(&[], |list| list.0.as_slice())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Complete<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(CompleteVisitor(PhantomData))
    }
}

struct CompleteVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for CompleteVisitor<T> {
    type Value = Complete<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Complete<T>, A::Error> {
        let n_items = seq.size_hint().unwrap_or_default();
        if n_items == 0 {
            let says = "an empty list says nothing; write `[none]` if nothing is meant, or delete the key";
            return Err(A::Error::custom(says));
        }
        // Every item is read, so that one run shows all that are wrong.
        let read: Vec<Result<Option<Spanned<T>>, A::Error>> =
            (0..n_items).map(|_| seq.next_element()).collect();
        let items: Result<Vec<Option<Spanned<T>>>, A::Error> = read.into_iter().collect();
        items.map(|items| Complete(items.into_iter().flatten().collect()))
    }
}

impl<T: JsonSchema> JsonSchema for Complete<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("complete_list_of_{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let item = generator.subschema_for::<T>();
        json_schema!({"type": "array", "items": item, "minItems": 1})
    }
}

/// The word `none`, which says that nothing of a group holds, or the group spelled out.
#[derive(Debug, Clone, PartialEq)]
pub enum NoneOr<T> {
    /// Nothing of it holds.
    None,
    /// What holds.
    Stated(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for NoneOr<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum(NONE_OR, &["none", "stated"], NoneOrVisitor(PhantomData))
    }
}

struct NoneOrVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for NoneOrVisitor<T> {
    type Value = NoneOr<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`none` or a mapping")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<NoneOr<T>, A::Error> {
        let (variant, content) = data.variant::<String>()?;
        match variant.as_str() {
            "none" => content.unit_variant().map(|()| NoneOr::None),
            _ => content.newtype_variant().map(NoneOr::Stated),
        }
    }
}

impl<T: JsonSchema> JsonSchema for NoneOr<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("none_or_{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        json_schema!({"anyOf": [{"const": "none"}, value]})
    }
}

impl<T: JsonSchema> JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("field_of_{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        let not_applicable = generator.subschema_for::<NotApplicable>();
        let unknown = generator.subschema_for::<Unknown>();
        let state = |key: &str, content: Schema| json_schema!({"type": "object", "properties": {key: content}, "required": [key], "additionalProperties": false});
        json_schema!({"anyOf": [value, state("not_applicable", not_applicable), state("unknown", unknown)]})
    }
}
