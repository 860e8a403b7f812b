//! Who may sign: the `allowed_signers` file of OpenSSH (`ssh-keygen(1)`, ALLOWED SIGNERS), and what a signature comes to
//! under it. A day without a time zone counts in UTC, for the answer must not depend on the machine. Certificates are
//! not judged here; `ssh-keygen` does that.

use crate::sign::ssh::{NAMESPACE, Signature};
use ssh_key::PublicKey;

/// The largest file that is read, in bytes.
pub const LARGEST_LIST: usize = 1024 * 1024;

/// A moment as its digits `YYYYMMDDhhmmss` in UTC, so that moments compare as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub u64);

/// The keys that may sign, and for whom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AllowedSigners(Vec<Entry>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    principals: String,
    namespaces: Option<String>,
    valid_after: Option<Moment>,
    valid_before: Option<Moment>,
    is_authority: bool,
    key: PublicKey,
}

/// A line that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {wrong}")]
pub struct BadLine {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub wrong: String,
}

/// What a signature comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// There is none.
    NotSigned,
    /// What stands there is no signature.
    Unreadable,
    /// A kind of key that only `ssh-keygen` judges.
    OtherKind(String),
    /// It was made for something else.
    OtherNamespace(String),
    /// It does not fit the content.
    Changed(String),
    /// It fits, and nobody said whose key that is.
    HolderNotAsked(String),
    /// It fits, and no line allows the key.
    NotListed(String),
    /// It fits, and the key is that of somebody else than was asked for.
    OtherSigner {
        /// Whom the lines name for the key.
        whose: String,
        /// Who was asked for.
        asked: String,
    },
    /// It fits, and the key may not sign this.
    OtherUse {
        /// Whom the line names for the key.
        whose: String,
        /// The namespaces that the line allows.
        namespaces: String,
    },
    /// It fits, and the key is not valid yet.
    NotYet {
        /// Whom the line names for the key.
        whose: String,
        /// From when it is valid.
        from: Moment,
    },
    /// It fits, and the key was valid until an earlier moment.
    Expired {
        /// Whom the line names for the key.
        whose: String,
        /// Until when it was valid.
        until: Moment,
    },
    /// It fits, and a line allows the key.
    By {
        /// Who was asked for, else whom the line names for the key.
        who: String,
        /// The fingerprint of the key.
        key: String,
    },
}

impl Origin {
    /// Returns whether the signature speaks against the content: it is there and does not hold.
    pub fn is_refuted(&self) -> bool {
        match self {
            Self::NotSigned | Self::OtherKind(_) | Self::HolderNotAsked(_) | Self::By { .. } => false,
            Self::Unreadable
            | Self::OtherNamespace(_)
            | Self::Changed(_)
            | Self::NotListed(_)
            | Self::OtherSigner { .. }
            | Self::OtherUse { .. }
            | Self::NotYet { .. }
            | Self::Expired { .. } => true,
        }
    }

    /// Returns whether it is settled who signed.
    pub fn is_settled(&self) -> bool {
        matches!(self, Self::By { .. })
    }

    /// Returns the verdict in words, after the word "signed".
    pub fn words(&self) -> String {
        match self {
            Self::NotSigned => "no: there is no SHA256SUMS.sig; integrity only, origin not shown".to_owned(),
            Self::Unreadable => "no: SHA256SUMS.sig is not a signature of OpenSSH".to_owned(),
            Self::OtherKind(kind) => {
                format!(
                    "not judged here: the key is of the kind `{kind}`; ssh-keygen judges it, see VERIFY.txt"
                )
            }
            Self::OtherNamespace(found) => {
                format!("no: the signature was made for `{found}` and not for `{NAMESPACE}`")
            }
            Self::Changed(key) => {
                format!("no: the signature of the key {key} does not fit; SHA256SUMS is not what was signed")
            }
            Self::HolderNotAsked(key) => {
                format!("by the key {key}; whose key that is was not asked: name --allowed-signers")
            }
            Self::NotListed(key) => format!("no: no line of the allowed signers has the key {key}"),
            Self::OtherSigner { whose, asked } => {
                format!("no: the key is that of {whose} and not of {asked}")
            }
            Self::OtherUse { whose, namespaces } => {
                format!("no: the key of {whose} may sign for `{namespaces}` and not for `{NAMESPACE}`")
            }
            Self::NotYet { whose, from } => {
                format!("no: the key of {whose} is valid from {} on", from.words())
            }
            Self::Expired { whose, until } => {
                format!("no: the key of {whose} was valid until {} only", until.words())
            }
            Self::By { who, key } => format!("yes, by {who} with the key {key}"),
        }
    }
}

impl Moment {
    fn words(self) -> String {
        let digits = format!("{:014}", self.0);
        let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
        format!(
            "{}-{}-{} {}:{} UTC",
            part(0, 4),
            part(4, 6),
            part(6, 8),
            part(8, 10),
            part(10, 12)
        )
    }

    /// Reads `YYYYMMDD`, `YYYYMMDDhhmm` or `YYYYMMDDhhmmss`, with or without `Z`.
    fn read(text: &str) -> Option<Self> {
        let digits = text.strip_suffix(['Z', 'z']).unwrap_or(text);
        let is_moment =
            matches!(digits.len(), 8 | 12 | 14) && digits.bytes().all(|byte| byte.is_ascii_digit());
        let whole = is_moment.then(|| format!("{digits:0<14}"))?;
        let part = |from: usize, to: usize| whole.get(from..to)?.parse::<u32>().ok();
        let is_real = (1..=12).contains(&part(4, 6)?)
            && (1..=31).contains(&part(6, 8)?)
            && part(8, 10)? < 24
            && part(10, 12)? < 60
            && part(12, 14)? <= 60;
        is_real.then(|| whole.parse().ok().map(Self))?
    }
}

impl AllowedSigners {
    /// Reads a list; all lines that cannot be read otherwise.
    ///
    /// # Errors
    /// Returns every line that cannot be read: a line that is left out would change the answer in silence.
    pub fn read(text: &str) -> Result<Self, Vec<BadLine>> {
        let (mut entries, mut bad) = (Vec::new(), Vec::new());
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match entry(line) {
                Ok(entry) => entries.push(entry),
                Err(wrong) => bad.push(BadLine {
                    line: number + 1,
                    wrong,
                }),
            }
        }
        match bad.is_empty() {
            true => Ok(Self(entries)),
            false => Err(bad),
        }
    }

    /// Judges a signature that fits its content. Of several lines for a key, one that allows it is enough.
    fn judged(&self, signature: &Signature, asked: Option<&str>, now: Moment) -> Origin {
        let of_key = self
            .0
            .iter()
            .filter(|entry| !entry.is_authority && entry.key.key_data() == signature.key());
        let verdicts: Vec<Origin> = of_key.map(|entry| entry.judged(signature, asked, now)).collect();
        let best = verdicts.iter().find(|verdict| verdict.is_settled());
        best.or(verdicts.first())
            .cloned()
            .unwrap_or_else(|| Origin::NotListed(signature.fingerprint()))
    }
}

impl Entry {
    fn judged(&self, signature: &Signature, asked: Option<&str>, now: Moment) -> Origin {
        let whose = self.principals.clone();
        match (asked, &self.namespaces, self.valid_after, self.valid_before) {
            (Some(asked), _, _, _) if !matches_list(&self.principals, asked) => Origin::OtherSigner {
                whose,
                asked: asked.to_owned(),
            },
            (_, Some(namespaces), _, _) if !matches_list(namespaces, NAMESPACE) => Origin::OtherUse {
                whose,
                namespaces: namespaces.clone(),
            },
            (_, _, Some(from), _) if now < from => Origin::NotYet { whose, from },
            (_, _, _, Some(until)) if now > until => Origin::Expired { whose, until },
            (asked, _, _, _) => Origin::By {
                who: asked.map_or(whose, str::to_owned),
                key: signature.fingerprint(),
            },
        }
    }
}

/// Judges the signature of a content: whether it fits, and whose it is by the list, if there is one.
pub fn origin(
    content: &[u8],
    signature: Option<&[u8]>,
    allowed: Option<&AllowedSigners>,
    asked: Option<&str>,
    now: Moment,
) -> Origin {
    let Some(text) = signature else {
        return Origin::NotSigned;
    };
    let Some(signature) = Signature::from_text(text) else {
        return Origin::Unreadable;
    };
    let (is_known, kind) = signature.kind();
    match allowed {
        _ if signature.namespace() != NAMESPACE => Origin::OtherNamespace(signature.namespace().to_owned()),
        _ if !is_known => Origin::OtherKind(kind),
        _ if !signature.fits(content) => Origin::Changed(signature.fingerprint()),
        None => Origin::HolderNotAsked(signature.fingerprint()),
        Some(allowed) => allowed.judged(&signature, asked, now),
    }
}

/// Reads `principals [options] keytype key [comment]`.
fn entry(line: &str) -> Result<Entry, String> {
    let (principals, rest) = field(line)?;
    // A kind of key has no place among options, so that which of both stands there is plain.
    let (options, key) = match PublicKey::from_openssh(rest) {
        Ok(key) => (Options::new(), key),
        Err(_) => {
            let (options, key) = options(rest)?;
            let key = PublicKey::from_openssh(key)
                .map_err(|_| "no public key follows the names and options".to_owned())?;
            (options, key)
        }
    };
    let mut entry = Entry {
        principals,
        namespaces: None,
        valid_after: None,
        valid_before: None,
        is_authority: false,
        key,
    };
    for (name, value) in options {
        entry.take(&name, value)?;
    }
    Ok(entry)
}

impl Entry {
    fn take(&mut self, name: &str, value: Option<String>) -> Result<(), String> {
        let moment = |value: &Option<String>| {
            let text = value.as_deref().unwrap_or_default();
            Moment::read(text)
                .map(Some)
                .ok_or_else(|| format!("`{text}` is no time as YYYYMMDD or YYYYMMDDhhmm[ss]"))
        };
        match (name.to_ascii_lowercase().as_str(), &value) {
            ("cert-authority", None) => self.is_authority = true,
            ("namespaces", Some(_)) => self.namespaces = value,
            ("valid-after", Some(_)) => self.valid_after = moment(&value)?,
            ("valid-before", Some(_)) => self.valid_before = moment(&value)?,
            (other, _) => {
                return Err(format!(
                    "`{other}` is no option here; `cert-authority`, `namespaces=\"...\"`, `valid-after=\"...\"` and \
                     `valid-before=\"...\"` are"
                ));
            }
        }
        Ok(())
    }
}

/// Takes the first field of a line, which may stand in quotes.
fn field(line: &str) -> Result<(String, &str), String> {
    let found = match line.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"'),
        None => line.split_once(char::is_whitespace),
    };
    let (field, rest) = found.ok_or("a name, a kind of key and a key belong on the line")?;
    Ok((field.to_owned(), rest.trim_start()))
}

type Options = Vec<(String, Option<String>)>;

/// Takes the options of a line, which are divided by commas; values stand in quotes.
fn options(line: &str) -> Result<(Options, &str), String> {
    let mut options = Vec::new();
    let mut rest = line;
    loop {
        let end = rest
            .find(|c: char| c == '=' || c == ',' || c.is_whitespace())
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => {
                let (value, after) = quoted.split_once('"').ok_or("a quote is not closed")?;
                (Some(value.to_owned()), after)
            }
            None => (None, after),
        };
        options.push((name.to_owned(), value));
        match after.strip_prefix(',') {
            Some(more) => rest = more,
            None => return Ok((options, after.trim_start())),
        }
    }
}

/// Returns whether a text fits one pattern of a list divided by commas, and none that begins with `!`.
fn matches_list(patterns: &str, text: &str) -> bool {
    let patterns = || {
        patterns
            .split(',')
            .map(str::trim)
            .filter(|pattern| !pattern.is_empty())
    };
    let is_excluded = patterns().any(|pattern| pattern.strip_prefix('!').is_some_and(|it| matches(it, text)));
    !is_excluded && patterns().any(|pattern| !pattern.starts_with('!') && matches(pattern, text))
}

/// Returns whether a text fits a pattern, in which `*` stands for any characters and `?` for one.
fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    let (mut at_pattern, mut at_text, mut star) = (0, 0, None);
    while at_text < text.len() {
        match pattern.get(at_pattern) {
            Some('*') => {
                star = Some((at_pattern, at_text));
                at_pattern += 1;
            }
            Some(one) if *one == '?' || Some(one) == text.get(at_text) => {
                at_pattern += 1;
                at_text += 1;
            }
            Some(_) | None => {
                let Some((at_star, began)) = star else {
                    return false;
                };
                star = Some((at_star, began + 1));
                (at_pattern, at_text) = (at_star + 1, began + 1);
            }
        }
    }
    pattern
        .get(at_pattern..)
        .unwrap_or_default()
        .iter()
        .all(|one| *one == '*')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{any, prop_assert, proptest};

    const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILM+rvN+ot98qgEN796jTiQfZfG1KaT0PtFDJ/XFSqti";

    #[test]
    fn names_fit_as_openssh_has_it() {
        for (patterns, text, fits) in [
            ("ai@acme.example", "ai@acme.example", true),
            ("ai@acme.example", "ai@acme.exampl", false),
            ("*@acme.example", "ai@acme.example", true),
            ("*@acme.example", "ai@acme.example.org", false),
            ("a?@*", "ai@x", true),
            ("*,!boss@acme.example", "boss@acme.example", false),
            ("!boss@acme.example,*", "ai@acme.example", true),
            ("!boss@acme.example", "ai@acme.example", false),
            ("file,actfile", "actfile", true),
            ("*a*b*", "xxaxxbxx", true),
            ("*a*b*", "xxbxxaxx", false),
            ("", "", false),
        ] {
            assert_eq!(matches_list(patterns, text), fits, "{patterns} {text}");
        }
    }

    #[test]
    fn a_time_is_a_day_or_a_moment_of_one() {
        for (text, moment) in [
            ("20261127", Some(20_261_127_000_000)),
            ("20261127Z", Some(20_261_127_000_000)),
            ("202611271830", Some(20_261_127_183_000)),
            ("20261127183059Z", Some(20_261_127_183_059)),
            ("20261327", None),
            ("2026-11-27", None),
            ("", None),
        ] {
            assert_eq!(Moment::read(text), moment.map(Moment), "{text}");
        }
        assert_eq!(Moment(20_261_127_183_059).words(), "2026-11-27 18:30 UTC");
    }

    #[test]
    fn a_line_holds_names_options_and_a_key() {
        for line in [
            format!("ai@acme.example {KEY}"),
            format!("ai@acme.example,boss\t{KEY} a comment of several words"),
            format!("\"ai@acme.example\" namespaces=\"actfile,file\" {KEY}"),
            format!("a@b cert-authority,valid-after=\"20260101\",valid-before=\"20270101Z\" {KEY}"),
        ] {
            let read = AllowedSigners::read(&format!("# who\n\n{line}\n"));
            assert_eq!(read.map(|list| list.0.len()), Ok(1), "{line}");
        }
    }

    #[test]
    fn every_line_that_cannot_be_read_is_named() {
        let text = format!(
            "a\n# b\na@b ssh-ed25519 AAAA\na@b namespaces=\"x {KEY}\na@b valid-after=\"soon\" {KEY}\na@b touch {KEY}\na@b {KEY}\n"
        );
        let bad = AllowedSigners::read(&text).unwrap_err();
        let lines: Vec<usize> = bad.iter().map(|bad| bad.line).collect();
        assert_eq!(lines, [1, 3, 4, 5, 6]);
    }

    proptest! {
        #[test]
        fn no_text_ends_the_program(text in any::<String>(), name in any::<String>()) {
            let _ = AllowedSigners::read(&text);
            prop_assert!(!matches_list(&text, &name) || !text.is_empty());
        }
    }
}
