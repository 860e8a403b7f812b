//! Search and filters. They are hidden until the script of the page shows them, for without it they could do nothing.
//! What there is to choose from are keys and numbers; the words beside them are the inventory's, escaped.

use crate::documents::overview::Overview;
use crate::render::escape::escaped;
use crate::tongue::words::Words;

/// The most places that are listed at once.
const MOST_PLACES: usize = 50;

/// Returns the search field, the three filters, and room for what they find.
pub(crate) fn tools(words: Words, overview: &Overview) -> String {
    let say = |id: &str| escaped(&words.say(id));
    let mut out = format!(
        "<form id=\"tools\" role=\"search\" aria-label=\"{}\" hidden=\"hidden\"{}>\n",
        say("report-find"),
        sayings(words)
    );
    out.push_str(&format!(
        "<div class=\"field search\"><label for=\"query\">{}</label>\
         <input id=\"query\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\"/></div>\n",
        say("report-search")
    ));
    let systems = overview.systems.iter();
    let systems = systems.map(|(id, subject)| (id.clone(), subject.name.as_str()));
    let labels = [say("report-system"), say("report-every-system")];
    out.push_str(&choice("system", &labels, systems));
    let tiers = overview.tiers.iter();
    let tiers = tiers.map(|(key, words)| ((*key).to_owned(), words.as_str()));
    let labels = [say("report-tier"), say("report-every-tier")];
    out.push_str(&choice("tier", &labels, tiers));
    let owners = overview.owners.iter().enumerate();
    let owners = owners.map(|(at, owner)| (at.to_string(), owner.as_str()));
    let labels = [say("report-owner"), say("report-every-owner")];
    out.push_str(&choice("owner", &labels, owners));
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

/// Returns a filter: everything, or one of these keys.
fn choice<'a>(
    key: &str,
    [name, everything]: &[String; 2],
    of: impl Iterator<Item = (String, &'a str)>,
) -> String {
    let mut out = format!(
        "<div class=\"field\"><label for=\"{key}\">{name}</label><select id=\"{key}\" autocomplete=\"off\">\
         <option value=\"\">{everything}</option>"
    );
    for (value, name) in of {
        out.push_str(&format!(
            "<option value=\"{}\">{}</option>",
            escaped(&value),
            escaped(name)
        ));
    }
    out.push_str("</select></div>\n");
    out
}

/// Returns what the script says, with names in braces where it puts numbers.
fn sayings(words: Words) -> String {
    let blank = |name: &str| format!("{{{name}}}");
    let names = ["systems", "n-systems", "gaps", "n-gaps", "n", "most"];
    let blanks: Vec<_> = names.iter().map(|name| (*name, blank(name).into())).collect();
    format!(
        " data-most=\"{MOST_PLACES}\" data-shown=\"{}\" data-found=\"{}\" data-found-first=\"{}\"",
        escaped(&words.say_with("report-shown", &blanks)),
        escaped(&words.say_with("report-found", &blanks)),
        escaped(&words.say_with("report-found-first", &blanks))
    )
}
