//! What `actfile explain vendor-facts` says: the facts about plans of vendors with their sources, all of them or those
//! of one product. Adds nothing to the table, and knows no day: each fact is told with its last one.

use crate::term::Term;
use crate::vendor_facts::plans::{Plan, Product, Route};
use crate::vendor_facts::{FACTS, Fact, Source};

/// The name under which all facts are listed.
pub(crate) const NAME: &str = "vendor-facts";

/// Returns the page about all products, or about the one with this key.
pub(crate) fn page(name: &str) -> Option<String> {
    let is_meant = |product: &&Product| name == NAME || name == product.key();
    let products: Vec<Product> = Product::ALL.iter().filter(is_meant).copied().collect();
    if products.is_empty() || products == [Product::Other] {
        return None;
    }
    let facts: Vec<&Fact> = FACTS
        .iter()
        .filter(|fact| products.contains(&fact.product))
        .collect();
    let sections: String = products.iter().map(|product| section(*product, &facts)).collect();
    Some(format!(
        "# {name}\n\nWhat vendors say about their plans. `plan` of a system names product, plan and way of use, and claims of the \
         inventory are held against these facts (`VEN-010` to `VEN-014`). What is not listed is not known and says nothing. \
         After its last day a fact is not held against a claim. This is no law; the vendor's contract decides.\n\
         {sections}\n## Sources\n\n{}",
        sources(&facts)
    ))
}

/// Returns the keys of the products of which something is known.
pub(crate) fn products() -> Vec<&'static str> {
    let is_known = |product: &&Product| FACTS.iter().any(|fact| fact.product == **product);
    Product::ALL
        .iter()
        .filter(is_known)
        .map(|product| product.key())
        .collect()
}

fn section(product: Product, facts: &[&Fact]) -> String {
    let rows: String = facts
        .iter()
        .filter(|fact| fact.product == product)
        .map(|fact| row(fact))
        .collect();
    match rows.is_empty() {
        true => String::new(),
        false => format!(
            "\n## {} (`{}`)\n\n| About | Plan | Used through | What is so | Source | Holds until |\n|---|---|---|---|---|---|\n{rows}",
            product.words(),
            product.key()
        ),
    }
}

fn row(fact: &Fact) -> String {
    let note = match fact.note {
        "" => String::new(),
        note => format!("; {note}"),
    };
    format!(
        "| {} | {} | {} | {}{note} | {} | {} |\n",
        fact.subject.words(),
        one_of(fact.plans, Plan::ALL.len(), "any"),
        // Every way that has a name; another one is not spoken of.
        one_of(fact.routes, Route::ALL.len() - 1, "any"),
        fact.answer.words(),
        fact.source.name,
        fact.source.valid_until.in_words()
    )
}

/// Returns the keys of terms, or the word for all of them.
fn one_of(terms: &[impl Term], n_all: usize, all: &str) -> String {
    match terms.len() == n_all {
        true => all.to_owned(),
        false => {
            let keys: Vec<String> = terms.iter().map(|term| format!("`{}`", term.key())).collect();
            keys.join(", ")
        }
    }
}

/// Returns each source once, in the order of the facts.
fn sources(facts: &[&Fact]) -> String {
    let mut told: Vec<&Source> = Vec::new();
    for fact in facts {
        if !told.contains(&fact.source) {
            told.push(fact.source);
        }
    }
    let lines = told.iter().map(|source| {
        format!(
            "- {}; holds until {}\n",
            source.told(),
            source.valid_until.in_words()
        )
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_is_told_once_with_its_source_and_last_day() {
        let page = page(NAME).unwrap_or_default();
        let n_rows = page.lines().filter(|line| line.starts_with("| ")).count();
        assert_eq!(n_rows - products().len(), FACTS.len());
        for fact in FACTS {
            assert!(page.contains(&fact.source.told()), "{}", fact.source.name);
        }
    }

    #[test]
    fn a_product_has_a_page_of_its_own_and_an_unknown_one_none() {
        let page = page("cursor").unwrap_or_default();
        assert!(
            page.contains("an audit log | `enterprise` | `subscription` | yes; administrative events only |"),
            "{page}"
        );
        assert!(!page.contains("Claude Code"), "{page}");
        assert_eq!(super::page("other"), None);
        assert_eq!(super::page("windsurf"), None);
    }
}
