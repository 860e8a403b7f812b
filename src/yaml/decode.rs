//! Trees become typed records through serde, with every problem reported where it stands. A field of type
//! [`Field`](crate::inventory::field::Field) survives a problem in itself, and so does a list item, so one run
//! shows all problems of a record. A record with a problem is never used: findings here are errors.

use crate::calendar::{DATE, PERIOD};
use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{SPANNED, SPANNED_KEYS, Span};
use crate::term::RARE;
use crate::yaml::near::{mismatch, no_list, no_mapping, unknown_key, with_day, with_terms};
use crate::yaml::node::{Content, Entry, Node, Scalar};
use crate::yaml::unindented::EmptyGroup;
use serde::de::{self, DeserializeSeed, Visitor, value::StrDeserializer};
use std::cell::{Cell, RefCell};
use std::fmt;

/// The newtype name by which a type tells the decoder that it is the id of a record.
pub const ID: &str = "$actfile::Id";
/// The enum name by which a type asks for closing states; see [`crate::inventory::field`].
pub const FIELD: &str = "$actfile::Field";
/// The enum name by which a type accepts the word `none` or a mapping.
pub const NONE_OR: &str = "$actfile::NoneOr";

/// The longest prose of a field, in characters.
pub const LONGEST_PROSE: usize = 20_000;

/// What was decoded.
pub(crate) struct Decoded<T> {
    /// The typed value, unless a finding says why there is none.
    pub(crate) value: Option<T>,
    /// The keys of the outermost mapping that its type knows.
    pub(crate) keys: &'static [&'static str],
    /// The mappings that are empty.
    pub(crate) empty: Vec<EmptyGroup>,
}

/// Returns the typed value of a tree, or nothing after reporting why. Keys of the outermost mapping that `T` does
/// not know are not reported; the keys that it knows are returned beside it.
pub(crate) fn decode<T: de::DeserializeOwned>(node: &Node, findings: &mut Diagnostics) -> Decoded<T> {
    let desk = Desk::default();
    let value = desk.read(node, std::marker::PhantomData::<T>);
    findings.extend(desk.findings.into_inner());
    Decoded {
        value: value.ok(),
        keys: desk.outermost_keys.get().unwrap_or_default(),
        empty: desk.empty.into_inner(),
    }
}

/// Where findings are collected while serde walks the tree.
#[derive(Default)]
struct Desk {
    findings: RefCell<Diagnostics>,
    outermost_keys: Cell<Option<&'static [&'static str]>>,
    empty: RefCell<Vec<EmptyGroup>>,
}

/// A problem on its way to the place that knows where it stands.
#[derive(Debug)]
enum Problem {
    /// Reported; only the walk has to stop.
    Reported,
    /// Said by a type that does not know its place.
    Said(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reported => f.write_str("reported"),
            Self::Said(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for Problem {}

impl de::Error for Problem {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::Said(message.to_string())
    }

    fn missing_field(field: &'static str) -> Self {
        Self::Said(format!("`{field}` is missing here; write `{{{field}: ...}}`"))
    }
}

impl Desk {
    fn report(&self, finding: Diagnostic) -> Problem {
        self.findings.borrow_mut().add(finding);
        Problem::Reported
    }

    /// Reads one node and reports a problem that no deeper place has reported.
    fn read<'de, S: DeserializeSeed<'de>>(&self, node: &Node, seed: S) -> Result<S::Value, Problem> {
        self.settled(
            Code::WrongType,
            node.span,
            seed.deserialize(Reading { desk: self, node }),
        )
    }

    fn settled<T>(&self, code: Code, span: Span, result: Result<T, Problem>) -> Result<T, Problem> {
        match result {
            Err(Problem::Said(text)) => Err(self.report(Diagnostic::at(code, span, text, "here"))),
            other => other,
        }
    }
}

#[derive(Clone, Copy)]
struct Reading<'a> {
    desk: &'a Desk,
    node: &'a Node,
}

impl Reading<'_> {
    fn wrong_type(self, wanted: &str) -> Problem {
        self.desk.report(mismatch(self.node, wanted))
    }

    fn scalar(&self, wanted: &str) -> Result<&Scalar, Problem> {
        match &self.node.content {
            Content::Scalar(scalar) if !scalar.is_nothing() => Ok(scalar),
            Content::Scalar(_) | Content::List(_) | Content::Table(_) => Err(self.wrong_type(wanted)),
        }
    }

    /// Returns the scalar if it is unquoted and reads as a value of `T`.
    fn plain<T: std::str::FromStr>(&self, wanted: &str) -> Result<T, Problem> {
        let scalar = self.scalar(wanted)?;
        let value = scalar.text.parse().ok().filter(|_| !scalar.is_quoted);
        value.ok_or_else(|| self.wrong_type(wanted))
    }

    fn truth(&self) -> Result<bool, Problem> {
        let wanted = "`true` or `false`";
        let scalar = self.scalar(wanted)?;
        match (scalar.text.as_str(), scalar.is_quoted) {
            ("true", false) => Ok(true),
            ("false", false) => Ok(false),
            (text, _) => {
                let says = format!("expected {wanted}, found {}", self.node.found());
                let finding = Diagnostic::at(Code::WrongType, self.node.span, says, "not a truth value");
                let instead = match text.to_ascii_lowercase().as_str() {
                    "yes" | "y" | "on" | "true" => "write `true` without quotes",
                    "no" | "n" | "off" | "false" => "write `false` without quotes",
                    _ => "write `true` or `false` without quotes, or `unknown: {}` while nobody knows",
                };
                Err(self.desk.report(finding.help(instead)))
            }
        }
    }

    fn text(&self) -> Result<&str, Problem> {
        let text = &self.scalar("a text")?.text;
        match text.chars().count() {
            0 => Err(self.wrong_type("a text")),
            1..=LONGEST_PROSE => Ok(text),
            n_characters => {
                let says =
                    format!("a text of {n_characters} characters; a field takes at most {LONGEST_PROSE}");
                let finding = Diagnostic::at(Code::TextTooLong, self.node.span, says, "too long");
                Err(self
                    .desk
                    .report(finding.help("keep long material in a file and refer to it as `evidence`")))
            }
        }
    }

    fn term(&self, variants: &'static [&'static str]) -> Result<&str, Problem> {
        let wanted = "one of its terms";
        let text = match &self.node.content {
            Content::Scalar(_) => self.scalar(wanted)?.text.as_str(),
            Content::List(_) | Content::Table(_) => {
                return Err(self
                    .desk
                    .report(with_terms(mismatch(self.node, wanted), "", variants)));
            }
        };
        if variants.contains(&text) {
            return Ok(text);
        }
        let says = format!("{} is not one of the terms of this field", self.node.found());
        let finding = Diagnostic::at(
            Code::UnknownTerm,
            self.node.span,
            says,
            "not a term of this field",
        );
        Err(self.desk.report(with_terms(finding, text, variants)))
    }
}

/// Returns the allowed word that is closest to what was typed, if any is close.
pub fn nearest<'w>(typed: &str, allowed: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    allowed
        .map(|word| (strsim::damerau_levenshtein(typed, word), word))
        .filter(|(distance, word)| *distance <= word.len().max(typed.len()) / 3 + 1 && *distance < word.len())
        .min()
        .map(|(_, word)| word)
}

/// Returns words in backticks, separated by commas.
pub fn listed(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("`{word}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

impl<'de> de::Deserializer<'de> for Reading<'_> {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match &self.node.content {
            Content::List(_) => self.deserialize_seq(visitor),
            Content::Table(_) => self.deserialize_map(visitor),
            Content::Scalar(scalar) if scalar.is_nothing() => visitor.visit_unit(),
            Content::Scalar(scalar) if scalar.is_quoted => visitor.visit_str(&scalar.text),
            Content::Scalar(scalar) => match scalar.text.as_str() {
                "true" => visitor.visit_bool(true),
                "false" => visitor.visit_bool(false),
                text => match text.parse::<i64>() {
                    Ok(number) => visitor.visit_i64(number),
                    Err(_) => visitor.visit_str(text),
                },
            },
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_bool(self.truth()?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_u32(self.plain("a whole number from 0 up")?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_u64(self.plain("a whole number from 0 up")?)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_i64(self.plain("a whole number")?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        let number: f64 = self.plain("a number")?;
        match number.is_finite() {
            true => visitor.visit_f64(number),
            false => Err(self.wrong_type("a finite number")),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        let code = match name {
            DATE | PERIOD => Code::BadDate,
            ID => Code::BadId,
            RARE => Code::UnknownTerm,
            _ => Code::WrongType,
        };
        let read = visitor.visit_newtype_struct(self);
        if let (DATE, Err(Problem::Said(says)), Content::Scalar(scalar)) = (name, &read, &self.node.content) {
            let finding = Diagnostic::at(code, self.node.span, says, "here");
            return Err(self.desk.report(with_day(finding, &scalar.text)));
        }
        self.desk.settled(code, self.node.span, read)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match &self.node.content {
            Content::List(items) => visitor.visit_seq(Items {
                desk: self.desk,
                rest: items.iter(),
            }),
            Content::Scalar(_) | Content::Table(_) => Err(self.desk.report(no_list(self.node))),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match &self.node.content {
            Content::Table(entries) => visitor.visit_map(Entries {
                desk: self.desk,
                known: None,
                rest: entries.iter(),
                value: None,
            }),
            Content::Scalar(_) | Content::List(_) => Err(self.wrong_type("a mapping")),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        if name == SPANNED {
            return visitor.visit_map(WithPlace {
                reading: self,
                next: 0,
            });
        }
        let Content::Table(entries) = &self.node.content else {
            if self.node.is_nothing() {
                let (span, keys) = (self.node.span, fields);
                self.desk.empty.borrow_mut().push(EmptyGroup { span, keys });
            }
            return Err(self.desk.report(no_mapping(self.node, fields)));
        };
        match self.desk.outermost_keys.get() {
            None => self.desk.outermost_keys.set(Some(fields)),
            Some(_) => {
                let mut findings = self.desk.findings.borrow_mut();
                report_unknown_keys(entries, &[fields], "`actfile schema`", &mut findings);
            }
        }
        visitor.visit_map(Entries {
            desk: self.desk,
            known: Some(fields),
            rest: entries.iter(),
            value: None,
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        match name {
            FIELD => {
                let (state, node) = closing_state(self.node);
                visitor.visit_enum(Chosen {
                    reading: Reading {
                        desk: self.desk,
                        node,
                    },
                    variant: state,
                })
            }
            NONE_OR => {
                let is_none = matches!(&self.node.content, Content::Scalar(scalar) if scalar.text == "none");
                let variant = if is_none { "none" } else { "stated" };
                visitor.visit_enum(Chosen {
                    reading: self,
                    variant,
                })
            }
            _ => {
                let variant = self.term(variants)?;
                visitor.visit_enum(Chosen {
                    reading: self,
                    variant,
                })
            }
        }
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u128 f32 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
        ignored_any
    }
}

/// Reports every key that none of the lists knows; `lists` is the command that lists all of them.
pub(crate) fn report_unknown_keys(
    entries: &[Entry],
    known: &[&[&str]],
    lists: &str,
    findings: &mut Diagnostics,
) {
    let is_known = |key: &str| known.iter().any(|keys| keys.contains(&key));
    for entry in entries.iter().filter(|entry| !is_known(&entry.key.value)) {
        findings.add(unknown_key(entry, known, lists));
    }
}

/// Returns which closing state a node is, and the node that holds its content.
fn closing_state(node: &Node) -> (&'static str, &Node) {
    match node.entries() {
        Some([Entry { key, value }]) if key.value == "not_applicable" => ("not_applicable", value),
        Some([Entry { key, value }]) if key.value == "unknown" => ("unknown", value),
        _ => ("stated", node),
    }
}

struct Items<'a> {
    desk: &'a Desk,
    rest: std::slice::Iter<'a, Node>,
}

impl<'de> de::SeqAccess<'de> for Items<'_> {
    type Error = Problem;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Problem> {
        self.rest
            .next()
            .map(|node| self.desk.read(node, seed))
            .transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

struct Entries<'a> {
    desk: &'a Desk,
    known: Option<&'static [&'static str]>,
    rest: std::slice::Iter<'a, Entry>,
    value: Option<&'a Node>,
}

impl<'de> de::MapAccess<'de> for Entries<'_> {
    type Error = Problem;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Problem> {
        let known = self.known;
        let next = self
            .rest
            .find(|entry| known.is_none_or(|known| known.contains(&entry.key.value.as_str())));
        let Some(entry) = next else { return Ok(None) };
        self.value = Some(&entry.value);
        seed.deserialize(StrDeserializer::new(&entry.key.value)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Problem> {
        match self.value.take() {
            Some(node) => self.desk.read(node, seed),
            None => Err(Problem::Said("a value before its key".to_owned())),
        }
    }
}

/// Presents a node as the struct that [`Spanned`](crate::source::Spanned) asks for.
struct WithPlace<'a> {
    reading: Reading<'a>,
    next: usize,
}

impl<'de> de::MapAccess<'de> for WithPlace<'_> {
    type Error = Problem;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Problem> {
        let Some(key) = SPANNED_KEYS.get(self.next) else {
            return Ok(None);
        };
        self.next += 1;
        seed.deserialize(StrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Problem> {
        let span = self.reading.node.span;
        let number = |number: u32| de::value::U32Deserializer::new(number);
        match self.next {
            1 => seed.deserialize(number(span.file.0)),
            2 => seed.deserialize(number(span.start)),
            3 => seed.deserialize(number(span.end)),
            _ => self.reading.desk.read(self.reading.node, seed),
        }
    }
}

struct Chosen<'a> {
    reading: Reading<'a>,
    variant: &'a str,
}

impl<'de, 'a> de::EnumAccess<'de> for Chosen<'a> {
    type Error = Problem;
    type Variant = Reading<'a>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Reading<'a>), Problem> {
        let variant = seed.deserialize(StrDeserializer::<Problem>::new(self.variant))?;
        Ok((variant, self.reading))
    }
}

impl<'de> de::VariantAccess<'de> for Reading<'_> {
    type Error = Problem;

    fn unit_variant(self) -> Result<(), Problem> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Problem> {
        self.desk.read(self.node, seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Problem> {
        de::Deserializer::deserialize_seq(self, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        de::Deserializer::deserialize_struct(self, "", fields, visitor)
    }
}
