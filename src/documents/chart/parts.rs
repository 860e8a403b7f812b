//! The AI-BOM as a graph: systems, the models and data sets in them, the vendors behind these. Services are left to
//! their table. A line from a system to its vendor is drawn only where no part of the system leads there already.

use crate::documents::bom::{BomView, Neighbour};
use crate::documents::chart::{Chart, Exhibit, Graph, Layer, Line, Look, Picture, Place};
use crate::documents::shown::{counted, enumeration};
use std::collections::{BTreeMap, BTreeSet};

/// Parts that one picture can hold and a reader can follow.
const MOST_PARTS: usize = 32;
/// Parts of one kind that fit below each other.
const MOST_OF_A_KIND: usize = 13;

/// The layers by number.
const SYSTEMS: usize = 0;
const MODELS: usize = 1;
const DATASETS: usize = 2;
const VENDORS: usize = 3;

/// Returns the picture; its tables are those of the AI-BOM.
pub(crate) fn parts(bom: &BomView) -> Exhibit {
    Exhibit::beside_its_table(chart(bom))
}

/// Returns why there is no picture although there are parts; nothing when there is one, or nothing to show.
pub(crate) fn why_none(bom: &BomView) -> String {
    let graph = graph(bom);
    let kinds = || graph.layers.iter().map(|layer| layer.nodes.len());
    let n_parts: usize = kinds().sum();
    let does_fit = n_parts <= MOST_PARTS && kinds().all(|n| n <= MOST_OF_A_KIND);
    match graph.lines.is_empty() || does_fit {
        true => String::new(),
        false => format!(
            "There is no picture of the parts: {n_parts} are more than one picture can show. The tables name them all."
        ),
    }
}

fn chart(bom: &BomView) -> Option<Chart> {
    let graph = graph(bom);
    if graph.lines.is_empty() || !why_none(bom).is_empty() {
        return None;
    }
    let count = |layer: usize, word: &str| counted(graph.layers[layer].nodes.len(), word);
    let holds = enumeration([
        count(SYSTEMS, "AI system"),
        count(MODELS, "model"),
        count(DATASETS, "data set"),
        count(VENDORS, "vendor"),
    ]);
    let uses = (0..bom.systems.len()).map(|at| {
        let ends = graph.lines.iter().filter(|line| line.from == (SYSTEMS, at));
        let ends = ends.map(|line| graph.layers[line.to.0].nodes[line.to.1].as_str());
        format!("{}: {}", bom.systems[at].name, enumeration(ends))
    });
    let says = format!(
        "A graph leads from systems to models, data sets and vendors; {holds}. Lines lead from {}.",
        uses.collect::<Vec<_>>().join("; ")
    );
    Some(Chart {
        name: "parts".to_owned(),
        title: "What the systems are made of, and who stands behind it".to_owned(),
        says,
        picture: Picture::Graph(graph),
    })
}

fn graph(bom: &BomView) -> Graph {
    let mut places: BTreeMap<&str, Place> = BTreeMap::new();
    let systems = bom.systems.iter();
    let models = bom.models.iter().map(|model| &model.part);
    let datasets = bom.datasets.iter().map(|dataset| &dataset.part);
    for (layer, refs) in [
        (
            SYSTEMS,
            systems.map(|part| part.bom_ref.as_str()).collect::<Vec<_>>(),
        ),
        (MODELS, models.map(|part| part.bom_ref.as_str()).collect()),
        (DATASETS, datasets.map(|part| part.bom_ref.as_str()).collect()),
    ] {
        places.extend(refs.into_iter().enumerate().map(|(at, name)| (name, (layer, at))));
    }
    let mut lines = uses(bom, &places);
    let vendors = vendors(bom, &places, &mut lines);
    let layer = |title: &str, look, nodes| Layer {
        title: title.to_owned(),
        look,
        nodes,
    };
    Graph {
        layers: vec![
            layer(
                "AI systems",
                Look::Filled,
                bom.systems.iter().map(|it| it.name.clone()).collect(),
            ),
            layer(
                "Models",
                Look::Lighter,
                bom.models.iter().map(|it| it.part.name.clone()).collect(),
            ),
            layer(
                "Data sets",
                Look::Crossed,
                bom.datasets.iter().map(|it| it.part.name.clone()).collect(),
            ),
            layer("Vendors", Look::Outlined, vendors),
        ],
        lines: lines.into_iter().collect(),
    }
}

/// Returns the lines between systems, models and data sets.
fn uses(bom: &BomView, places: &BTreeMap<&str, Place>) -> BTreeSet<Line> {
    let systems = bom.systems.iter().map(|system| (system, &[][..]));
    let models = bom
        .models
        .iter()
        .map(|model| (&model.part, model.datasets.as_slice()));
    let mut lines = BTreeSet::new();
    for (part, others) in systems.chain(models) {
        let ends = part.depends_on.iter().chain(others);
        for end in ends {
            let (from, to) = (
                places.get(part.bom_ref.as_str()),
                places.get(end.bom_ref.as_str()),
            );
            if let (Some(&from), Some(&to)) = (from, to)
                && from.0 < to.0
            {
                lines.insert(Line { from, to });
            }
        }
    }
    lines
}

/// Adds the lines to vendors; returns the vendors that a line leads to.
fn vendors(bom: &BomView, places: &BTreeMap<&str, Place>, lines: &mut BTreeSet<Line>) -> Vec<String> {
    let mut names = Vec::new();
    for vendor in &bom.vendors {
        let to = (VENDORS, names.len());
        let place = |neighbour: &Neighbour| places.get(neighbour.bom_ref.as_str()).copied();
        let supplied: BTreeSet<Place> = vendor.supplies.iter().filter_map(place).collect();
        let leads_there = |from: &Place| {
            let mut ends = lines.iter().filter(|line| line.from == *from);
            from.0 == SYSTEMS && ends.any(|line| supplied.contains(&line.to))
        };
        let direct: Vec<Place> = supplied
            .iter()
            .copied()
            .filter(|from| !leads_there(from))
            .collect();
        if !direct.is_empty() {
            lines.extend(direct.into_iter().map(|from| Line { from, to }));
            names.push(vendor.name.clone());
        }
    }
    names
}
