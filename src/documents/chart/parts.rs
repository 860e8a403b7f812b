//! The AI-BOM as a graph: systems, the models and data sets in them, the vendors behind these. Services are left to
//! their table. A line from a system to its vendor is drawn only where no part of the system leads there already.

use crate::documents::bom::{BomView, Neighbour};
use crate::documents::chart::{Chart, Exhibit, Graph, Layer, Line, Look, Picture, Place, in_turn};
use crate::documents::classes::of;
use crate::tongue::words::Words;
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
pub(crate) fn parts(words: Words, bom: &BomView) -> Exhibit {
    Exhibit::beside_its_table(chart(words, bom))
}

/// Returns why there is no picture although there are parts; nothing when there is one, or nothing to show.
pub(crate) fn why_none(words: Words, bom: &BomView) -> String {
    let graph = graph(words, bom);
    let kinds = || graph.layers.iter().map(|layer| layer.nodes.len());
    let n_parts: usize = kinds().sum();
    let does_fit = n_parts <= MOST_PARTS && kinds().all(|n| n <= MOST_OF_A_KIND);
    match graph.lines.is_empty() || does_fit {
        true => String::new(),
        false => words.counted("chart-no-parts", n_parts),
    }
}

fn chart(words: Words, bom: &BomView) -> Option<Chart> {
    let graph = graph(words, bom);
    if graph.lines.is_empty() || !why_none(words, bom).is_empty() {
        return None;
    }
    let count = |layer: usize, id: &str| words.counted(id, graph.layers[layer].nodes.len());
    let holds = words.list([
        count(SYSTEMS, "n-systems"),
        count(MODELS, "n-models"),
        count(DATASETS, "n-datasets"),
        count(VENDORS, "n-vendors"),
    ]);
    let uses = (0..bom.systems.len()).map(|at| {
        let ends = graph.lines.iter().filter(|line| line.from == (SYSTEMS, at));
        let ends = ends.map(|line| graph.layers[line.to.0].nodes[line.to.1].as_str());
        of(words, &bom.systems[at].name, &words.list(ends))
    });
    let blanks = [("parts", holds.into()), ("lines", in_turn(words, uses).into())];
    let says = words.say_with("chart-parts-says", &blanks);
    Some(Chart {
        name: "parts".to_owned(),
        title: words.say("chart-parts"),
        says,
        picture: Picture::Graph(graph),
    })
}

fn graph(words: Words, bom: &BomView) -> Graph {
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
        title: words.say(title),
        look,
        nodes,
    };
    Graph {
        layers: vec![
            layer(
                "layer-systems",
                Look::Filled,
                bom.systems.iter().map(|it| it.name.clone()).collect(),
            ),
            layer(
                "layer-models",
                Look::Lighter,
                bom.models.iter().map(|it| it.part.name.clone()).collect(),
            ),
            layer(
                "layer-datasets",
                Look::Crossed,
                bom.datasets.iter().map(|it| it.part.name.clone()).collect(),
            ),
            layer("layer-vendors", Look::Outlined, vendors),
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
