//! How the record is written: fields that the card fills, remarks on what it says beyond them, and the fields that stay
//! open. Comments are one line each, so that no value can end one.

use crate::card::said::{Line, Said};
use crate::term::slug;
use crate::yaml::written::Value;

/// Fields of a model that no card fills in a form that a record takes.
const OPEN: &[&str] = &[
    "version_or_snapshot",
    "provider",
    "access",
    "authenticity",
    "release_date",
    "our_modification",
    "gpai",
    "known_limitations",
];
/// What goes in and comes out, as far as the name of a task says it: `text-to-image`.
const MODALITIES: &[(&str, &str)] = &[
    ("text", "text"),
    ("image", "image"),
    ("video", "video"),
    ("audio", "audio"),
    ("speech", "audio"),
];
const NO_NAME: &str = "Model without a name in its card";

/// Returns the record as YAML.
pub(crate) fn written(card: &str, said: &Said) -> String {
    let mut lines = vec![
        format!("# From the model card `{card}`. Each line names the line of the card that it comes from."),
        "# What the card does not say stays open, and is a gap until somebody answers it.".to_owned(),
        "kind: model".to_owned(),
    ];
    lines.extend(identity(said));
    lines.extend(fields(said));
    lines.extend(remarks(said));
    lines.push("# Still open:".to_owned());
    let open = OPEN.iter().map(|field| (*field).to_owned());
    let more = [
        (licence(said).is_none(), "licence"),
        (modalities(said).is_none(), "modalities"),
        (said.library_name.is_none(), "required_software"),
    ];
    let more = more.into_iter().filter(|(is_open, _)| *is_open);
    let open = open.chain(more.map(|(_, field)| field.to_owned()));
    lines.extend(open.map(|field| format!("#   {field}:")));
    lines.join("\n") + "\n"
}

fn identity(said: &Said) -> [String; 2] {
    let (name, source) = match &said.name {
        Some((line, key)) => (line.text.as_str(), format!("line {}: {key}", line.number)),
        None => (NO_NAME, "the card names none; write its name here".to_owned()),
    };
    [
        format!("id: {}", id(name)),
        format!("name: {}  # {source}", Value::word(name).inline()),
    ]
}

fn fields(said: &Said) -> Vec<String> {
    let mut fields = Vec::new();
    let mut field = |key: &str, value: Value, line: &Line, from: &str| {
        fields.push(format!(
            "{key}: {}  # line {}: {from}",
            value.inline(),
            line.number
        ));
    };
    if let Some((line, from)) = licence(said) {
        field("licence", Value::word(&line.text), line, from);
    }
    if let Some(line) = &said.pipeline_tag {
        let task = line.text.replace('-', " ");
        field("task", Value::word(&task), line, "pipeline_tag");
    }
    if let (Some(value), Some(line)) = (modalities(said), &said.pipeline_tag) {
        field("modalities", value, line, "pipeline_tag");
    }
    if let Some(line) = &said.library_name {
        field("required_software", Value::word(&line.text), line, "library_name");
    }
    fields
}

/// Returns the one licence of the card, as it is spelled there; several are for a person to weigh.
fn licence(said: &Said) -> Option<(&Line, &'static str)> {
    match (said.license.as_slice(), &said.license_name) {
        // `other` says that the name follows.
        ([line], Some(name)) if line.text == "other" => Some((name, "license_name")),
        ([line], _) if !["other", "unknown"].contains(&line.text.as_str()) => Some((line, "license")),
        _ => None,
    }
}

fn modalities(said: &Said) -> Option<Value> {
    let (input, output) = said.pipeline_tag.as_ref()?.text.split_once("-to-")?;
    let word = |name: &str| {
        let known = MODALITIES.iter().find(|(known, _)| *known == name);
        known.map(|(_, word)| Value::word(*word))
    };
    let inputs: Option<Vec<Value>> = input.split('-').map(word).collect();
    Some(Value::table([
        ("input", Value::List(inputs?)),
        ("output", Value::List(vec![word(output)?])),
    ]))
}

fn remarks(said: &Said) -> Vec<String> {
    let mut remarks = Vec::new();
    let mut remark = |key: &str, lines: &[Line], advice: &str| {
        remarks.extend(
            lines
                .iter()
                .map(|line| format!("# {key} (line {}): {}{advice}", line.number, line.text)),
        );
    };
    if licence(said).is_none() {
        remark(
            "license",
            &said.license,
            " -- read which licence holds, and write `licence`",
        );
    }
    remark("license_link", said.license_link.as_slice(), "");
    remark(
        "base_model",
        &said.base_model,
        " -- needs a `model` record of its own, whose id goes into `base_models`",
    );
    remark(
        "datasets",
        &said.datasets,
        " -- needs a `dataset` record of its own, whose id goes into `datasets`",
    );
    remark("language", &said.language, "");
    remark(
        "model-index",
        &said.results,
        " -- as the card says; an `evidence` record of the report goes into `evaluation_refs`",
    );
    remarks
}

/// Returns an id made of what a name has of letters and digits.
fn id(name: &str) -> String {
    const LONGEST: usize = 60;
    let slug = slug(name);
    let slug = slug.get(..LONGEST).unwrap_or(&slug).trim_matches('-');
    match slug.starts_with(|it: char| it.is_ascii_lowercase()) {
        true => slug.to_owned(),
        false => format!("model-{slug}").trim_matches('-').to_owned(),
    }
}
