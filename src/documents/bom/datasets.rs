//! Data sets as parts of the AI-BOM.

use crate::documents::bom::answer::Answer;
use crate::documents::bom::files::{self, OfPart};
use crate::documents::bom::records::{Maker, Records, dataset_ref, spoken_of};
use crate::documents::bom::{Dataset, Part};
use crate::documents::shown::enumeration;
use crate::inventory::dataset::{self, DatasetRole, PersonalData, Size, SuppliedBy};
use crate::inventory::field::Field;
use crate::inventory::record::Record;

/// Returns every data set, by id.
pub(crate) fn datasets(records: &Records<'_>) -> Vec<Dataset> {
    let all = records.inventory.datasets.values();
    all.map(|record| dataset(records, record)).collect()
}

fn dataset(records: &Records<'_>, record: &Record<dataset::Dataset>) -> Dataset {
    let name = dataset_ref(record);
    let maker = maker(records, record);
    let files = files::of_part(records, record.title(), &record.files, ["hash", "sha512"]);
    let mut facts = vec![
        Answer::of("role", &record.role),
        Answer::of("supplied_by", &record.supplied_by),
        Answer::of("provenance", &record.provenance),
        Answer::within("size", &record.size, size),
        Answer::of("scope_and_characteristics", &record.scope_and_characteristics),
    ];
    facts.extend(spoken_of([
        Answer::of("collection_method", &record.collection_method),
        Answer::of("collection_period", &record.collection_period),
        Answer::of("labelling", &record.labelling),
        Answer::of("cleaning", &record.cleaning),
        Answer::of("assumptions", &record.assumptions),
        Answer::of("bias_examination", &record.bias_examination),
        Answer::of("known_gaps", &record.known_gaps),
        Answer::of("representativeness_note", &record.representativeness_note),
        Answer::of("retention", &record.retention),
        Answer::of("croissant_ref", &record.croissant_ref),
        files.listed.clone(),
    ]));
    Dataset {
        part: Part {
            bom_ref: name.bom_ref,
            id: record.id.value.to_string(),
            name: name.name,
            source: records.place(record.id.span),
            version: Answer::of("version", &record.version),
            description: Answer::of("description", &record.description),
            maker: maker.says,
            party: maker.party.clone(),
            facts,
            depends_on: files.neighbours().collect(),
            references: Vec::new(),
        },
        licence: Answer::of("licence", &record.licence),
        hash: OfPart::or_of_file(Answer::of("hash", &record.hash), &files.sha256),
        sha512: OfPart::or_of_file(Answer::of("sha512", &record.sha512), &files.sha512),
        uri: Answer::of("uri", &record.uri),
        sensitivity: Answer::of("sensitivity", &record.sensitivity),
        personal_data: personal_data(&record.personal_data),
        owner: maker.party,
        files: files.files,
        is_configuration: record.role.is(&DatasetRole::Configuration),
    }
}

/// The vendor that is named, or the organisation when it supplies the data itself.
fn maker(records: &Records<'_>, record: &Record<dataset::Dataset>) -> Maker {
    let is_ours = record.supplied_by.is(&SuppliedBy::Us) && record.vendor.span().is_none();
    match is_ours {
        true => records.ourselves("vendor"),
        false => records.maker("vendor", &record.vendor, &Field::Absent),
    }
}

/// The categories, special ones included; that there is personal data without categories is said too.
fn personal_data(group: &Field<PersonalData>) -> Answer {
    let read = |data: &PersonalData| {
        let present = Answer::of("personal_data", &data.present);
        let stated = [&data.categories, &data.special_categories];
        let categories = stated.iter().flat_map(|list| list.items());
        let mut items: Vec<String> = categories.map(|item| item.value.clone()).collect();
        match data.present.stated() {
            Some(true) if items.is_empty() => items.push("personal data, categories not stated".to_owned()),
            Some(true) => {}
            Some(false) => items.clear(),
            None => return present,
        }
        Answer {
            words: Some(enumeration(&items).into()),
            items,
            ..present
        }
    };
    Answer::within("personal_data", group, read)
}

fn size(size: &Size) -> Answer {
    let points = Answer::of("size", &size.points);
    match (size.points.stated(), size.unit.stated()) {
        (Some(points_said), Some(unit)) => Answer {
            at: points.at,
            ..Answer::stated("size", format!("{points_said} {unit}"))
        },
        (Some(_), None) | (None, _) => points,
    }
}
