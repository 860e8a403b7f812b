//! Search and filters. They are hidden until the script of the page shows them, for without it they could do nothing.
//! What there is to choose from are keys and numbers; the words beside them are the inventory's, escaped.

use crate::documents::overview::Overview;
use crate::render::escape::escaped;
use crate::render::html::glance::{Glance, Members};
use crate::tongue::words::{Blank, Words};

/// The most places that are listed at once.
const MOST_PLACES: usize = 50;

/// Returns the search field, the filters, and room for what they find.
pub(crate) fn tools(words: Words, glance: &Glance<'_>) -> String {
    let say = |id: &str| escaped(&words.say(id));
    let (search, shown) = match glance {
        Glance::Systems(_) => ("report-search", shown(words)),
        Glance::Members(_) => ("report-search-group", String::new()),
    };
    let mut out = format!(
        "<form id=\"tools\" role=\"search\" aria-label=\"{}\" hidden=\"hidden\"{}{shown}>\n",
        say("report-find"),
        sayings(words)
    );
    out.push_str(&format!(
        "<div class=\"field search\"><label for=\"query\">{}</label>\
         <input id=\"query\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\"/></div>\n",
        say(search)
    ));
    out.push_str(&match glance {
        Glance::Systems(overview) => by_system(words, overview),
        Glance::Members(members) => by_member(words, members),
    });
    out.push_str(&format!(
        "<button id=\"everything\" type=\"button\">{}</button>\n\
         <p id=\"shown\" role=\"status\"></p>\n\
         <section id=\"places\" aria-label=\"{}\" hidden=\"hidden\"><p id=\"found\" role=\"status\"></p><ol></ol></section>\n\
         </form>\n",
        say("report-everything"),
        say("report-places")
    ));
    out
}

fn by_system(words: Words, overview: &Overview) -> String {
    let say = |id: &str| escaped(&words.say(id));
    let systems = overview.systems.iter();
    let systems = systems.map(|(id, subject)| (id.clone(), subject.name.as_str()));
    let labels = [say("report-system"), say("report-every-system")];
    let mut out = choice("system", &labels, systems);
    let tiers = overview.tiers.iter();
    let tiers = tiers.map(|(key, words)| ((*key).to_owned(), words.as_str()));
    let labels = [say("report-tier"), say("report-every-tier")];
    out.push_str(&choice("tier", &labels, tiers));
    let owners = overview.owners.iter().enumerate();
    let owners = owners.map(|(at, owner)| (at.to_string(), owner.as_str()));
    let nobody = words.say("report-no-owner");
    let owners = owners.chain(
        overview
            .lacks_owner
            .then(|| (overview.owners.len().to_string(), nobody.as_str())),
    );
    let labels = [say("report-owner"), say("report-every-owner")];
    out.push_str(&choice("owner", &labels, owners));
    out
}

// Owners of two members with one name are two persons, and what a member owes is shown under its name alone.
fn by_member(words: Words, members: &Members) -> String {
    let say = |id: &str| escaped(&words.say(id));
    let labels = [say("report-member"), say("report-every-member")];
    let members = members.all.iter();
    let members = members.map(|it| (it.id.clone(), format!("{} ({})", it.id, it.organisation)));
    choice("member", &labels, members)
}

/// Returns a filter: everything, or one of these keys.
fn choice(
    key: &str,
    [name, everything]: &[String; 2],
    of: impl Iterator<Item = (String, impl AsRef<str>)>,
) -> String {
    let mut out = format!(
        "<div class=\"field\"><label for=\"{key}\">{name}</label><select id=\"{key}\" autocomplete=\"off\">\
         <option value=\"\">{everything}</option>"
    );
    for (value, name) in of {
        out.push_str(&format!(
            "<option value=\"{}\">{}</option>",
            escaped(&value),
            escaped(name.as_ref())
        ));
    }
    out.push_str("</select></div>\n");
    out
}

/// Returns what the script says of the search, with names in braces where it puts numbers.
fn sayings(words: Words) -> String {
    let blanks = blanks(["n", "most"]);
    format!(
        " data-most=\"{MOST_PLACES}\" data-found=\"{}\" data-found-first=\"{}\"",
        escaped(&words.say_with("report-found", &blanks)),
        escaped(&words.say_with("report-found-first", &blanks))
    )
}

/// Returns what the script says of the filters, likewise.
fn shown(words: Words) -> String {
    let blanks = blanks(["systems", "n-systems", "gaps", "n-gaps"]);
    format!(
        " data-shown=\"{}\"",
        escaped(&words.say_with("report-shown", &blanks))
    )
}

fn blanks<const N: usize>(names: [&'static str; N]) -> [(&'static str, Blank<'static>); N] {
    names.map(|name| (name, format!("{{{name}}}").into()))
}
