//! Closed vocabularies of the Act and of the inventory. One macro writes, for each list of terms, the enum, how it is read from
//! YAML, what an editor may offer, and the words that documents print; how words begin a sentence, and what an id
//! is made of.

/// Declares a closed list of terms: `Variant = "yaml_key" => "words in documents"`.
#[macro_export]
macro_rules! terms {
    ($(#[$meta:meta])* pub enum $name:ident { $($variant:ident = $key:literal => $words:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize, schemars::JsonSchema)]
        pub enum $name {
            $(#[doc = $words] #[serde(rename = $key)] $variant,)*
        }

        impl $name {
            /// Every term, in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Returns the key as it stands in YAML.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }

            /// Returns the words that documents print.
            pub const fn words(self) -> &'static str {
                match self { $(Self::$variant => $words,)* }
            }
        }

        impl $crate::term::Term for $name {
            fn words(self) -> &'static str {
                $name::words(self)
            }
            fn key(self) -> &'static str {
                $name::key(self)
            }
            fn list(self) -> &'static str {
                stringify!($name)
            }
            fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant),)* }
            }
        }
    };
}

/// The newtype name by which a type tells the decoder that it is one of a list of terms that is too long to be shown.
pub const RARE: &str = "$actfile::Rare";

/// Returns the words with a capital at the beginning.
pub fn sentence_case(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}

/// Returns what a text has of the letters a to z and digits, in lower case, with `-` where anything else stands between.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for char in text.chars().flat_map(char::to_lowercase) {
        match char {
            'a'..='z' | '0'..='9' => slug.push(char),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// A member of a closed vocabulary.
pub trait Term: Copy {
    /// Returns the words that documents print.
    fn words(self) -> &'static str;
    /// Returns the key as it stands in YAML.
    fn key(self) -> &'static str;
    /// Returns the name of the list that the term belongs to, by which catalogs of other languages find it.
    fn list(self) -> &'static str;
    /// Returns the name of the term in its list. Keys hold signs that the id of a phrase cannot hold; names do not.
    fn name(self) -> &'static str;
}
