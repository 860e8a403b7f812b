//! What the AI-BOM for people says about the one for machines: that it lies beside it, inside its PDF, or is not made.

use crate::documents::beside::BomPlace;
use crate::tongue::words::Words;

/// Returns what the document is for, and where its content is for machines.
pub(crate) fn purpose(words: Words, place: BomPlace) -> String {
    let purpose = words.say("bom-purpose");
    match place {
        BomPlace::Beside => format!("{purpose} {}", words.say("bom-machines-beside")),
        BomPlace::Inside => format!("{purpose} {}", words.say("bom-machines-inside")),
        BomPlace::Nowhere => purpose,
    }
}

/// Returns where libraries of others are listed, which are counted here.
pub(crate) fn libraries(words: Words, place: BomPlace) -> String {
    words.say(match place {
        BomPlace::Beside => "bom-libraries-beside",
        BomPlace::Inside => "bom-libraries-inside",
        BomPlace::Nowhere => "bom-libraries-nowhere",
    })
}

/// Returns where the parts of others are listed that the table has no room for; nothing where it has all.
pub(crate) fn unlisted(words: Words, place: BomPlace, n_unlisted: usize) -> Option<String> {
    let id = match place {
        BomPlace::Beside => "bom-unlisted-beside",
        BomPlace::Inside => "bom-unlisted-inside",
        BomPlace::Nowhere => "bom-unlisted-nowhere",
    };
    (n_unlisted > 0).then(|| words.say_with(id, &[("n", n_unlisted.into())]))
}
