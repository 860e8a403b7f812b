//! Tables: a header for each column, one for each row where a table pairs names with values, the name of the section as
//! the name of the table; and on the rows of the gap register whom they concern.

use crate::documents::overview::Concern;
use crate::render::escape::escaped;
use crate::render::html::blocks::Writer;
use crate::render::html::inline::push_inlines;
use crate::render::html::place::{attributes, concerning};
use crate::render::pdf::document::{Inlines, Side, Table, is_blank, plain};

/// How many columns a table has that pairs a name with a value.
const PAIR: usize = 2;

impl<'a> Writer<'a> {
    /// Writes a table.
    pub(crate) fn table(&mut self, table: &Table) {
        let name = self.above.as_ref().map_or_else(String::new, |heading| {
            format!(" aria-labelledby=\"{}\"", escaped(&self.place.id(heading)))
        });
        // Two columns fit any window; more are scrolled within a box of their own.
        let [start, class, end] = match table.sides.len() == PAIR {
            true => ["", "pairs", "\n"],
            false => ["<div class=\"wide\">", "columns", "</div>\n"],
        };
        self.out
            .push_str(&format!("{start}<table class=\"{class}\"{name}>\n<thead>\n<tr>"));
        for (cell, side) in table.head.iter().zip(&table.sides) {
            // A header cell that says nothing would be read as a header without a name.
            let tag = if is_blank(cell) { "td" } else { "th" };
            self.cell(tag, " scope=\"col\"", *side, cell);
        }
        self.out.push_str("</tr>\n</thead>\n<tbody>\n");
        let concerns = self.concerns(table);
        for (at, row) in table.rows.iter().enumerate() {
            let concern = concerns.and_then(|all| all.get(at));
            let whom = match concern {
                Some(concern) => attributes(&concern.labels),
                None => self.member(row).map_or_else(String::new, |it| concerning(&it)),
            };
            self.row(row, &table.sides, &whom);
        }
        self.out.push_str(&format!("</tbody>\n</table>{end}"));
        self.n_tables += 1;
    }

    fn row(&mut self, row: &[Inlines], sides: &[Side], whom: &str) {
        self.out.push_str(&format!("<tr{whom}>"));
        for (at, (cell, side)) in row.iter().zip(sides).enumerate() {
            match at == 0 && sides.len() == PAIR && !is_blank(cell) {
                true => self.cell("th", " scope=\"row\"", *side, cell),
                false => self.cell("td", "", *side, cell),
            }
        }
        self.out.push_str("</tr>\n");
    }

    fn cell(&mut self, tag: &str, scope: &str, side: Side, text: &Inlines) {
        let scope = if tag == "th" { scope } else { "" };
        let side = match side {
            Side::Natural | Side::Left => "",
            Side::Centre => " class=\"centre\"",
            Side::Right => " class=\"right\"",
        };
        self.out.push_str(&format!("<{tag}{scope}{side}>"));
        push_inlines(&mut self.out, self.place, text);
        self.out.push_str(&format!("</{tag}>"));
    }

    /// Returns the member of a group that a row is about: its first cell names the member, or the member and a system.
    fn member(&self, row: &[Inlines]) -> Option<String> {
        let first = plain(row.first()?);
        let member = first.split(" / ").next()?;
        self.place.members.contains(member).then(|| member.to_owned())
    }

    /// Returns whom the rows of the first table below a heading concern, where these are the rows that are known.
    fn concerns(&self, table: &Table) -> Option<&'a [Concern]> {
        let known = self.place.concerns?.get(self.above.as_deref()?)?;
        let is_meant = |(row, concern): (&Vec<Inlines>, &Concern)| {
            row.first().is_some_and(|cell| plain(cell) == concern.code)
        };
        let are_same = known.len() == table.rows.len() && table.rows.iter().zip(known).all(is_meant);
        (self.n_tables == 0 && are_same).then_some(known.as_slice())
    }
}
