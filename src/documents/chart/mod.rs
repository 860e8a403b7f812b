//! Pictures as plain data: what they show, the words that say the same, and the table that holds every number again.
//! What comes in is the occasion or a view that is made already; what goes out is a [`Chart`] and its twin. Nothing
//! here knows where a line is drawn. A picture that would be empty is left out; its table then says what there is.

pub(crate) mod classes;
pub(crate) mod costs;
pub(crate) mod coverage;
pub(crate) mod duties;
pub(crate) mod owners;
pub(crate) mod parts;

use crate::calendar::Date;
use crate::documents::facts::Row;
use crate::documents::shown::number;
use crate::tongue::words::Words;
use serde::Serialize;

/// The folder of the pictures, beside the documents.
pub const FOLDER: &str = "charts";

/// A picture of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Its name in the folder of pictures, made of letters, digits and hyphens.
    pub name: String,
    /// The line above it.
    pub title: String,
    /// What it says, with the numbers, for whoever does not see it.
    pub says: String,
    /// What is to be drawn.
    pub picture: Picture,
}

/// What is to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Picture {
    /// Counts as bars.
    Bars(Bars),
    /// Shares of a whole as bars on a track.
    Shares(Shares),
    /// Days on a line.
    Timeline(Timeline),
    /// Parts and what leads from one to the other.
    Graph(Graph),
}

/// Bars, each divided into the same series.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// What the divisions of a bar are, in their order.
    pub series: Vec<Series>,
    /// The bars from top to bottom.
    pub bars: Vec<Bar>,
}

/// A division of bars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// What it counts.
    pub label: String,
    /// How it looks.
    pub look: Look,
}

/// How an area looks, so that it is told apart without its colour too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Filled, in the dark accent.
    Filled,
    /// Lines from bottom left to top right.
    Hatched,
    /// Filled, in a lighter colour.
    Lighter,
    /// Lines both ways.
    Crossed,
    /// An outline.
    Outlined,
    /// Filled, in the colour of what a person must look at.
    Alert,
    /// Lines in that colour.
    AlertHatched,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// How many, for each series.
    pub counts: Vec<u64>,
}

/// Shares of a whole, the same series in each group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shares {
    /// What the bars of a group are, in their order.
    pub series: Vec<Series>,
    /// The groups from top to bottom.
    pub groups: Vec<ShareGroup>,
}

/// The shares of one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareGroup {
    /// The period.
    pub label: String,
    /// One share for each series.
    pub shares: Vec<Share>,
}

/// A share of a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The numbers in words, as the table prints them.
    pub says: String,
    /// The share in thousandths; nothing when it is not known.
    pub thousandths: Option<u32>,
}

/// Days on a line, with what begins on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The as-of date.
    pub today: Date,
    /// What begins, the earliest first.
    pub stages: Vec<Stage>,
}

/// What begins on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// The day.
    pub day: Date,
    /// Until when there is time for what begins then.
    pub until: Option<Date>,
    /// What begins, in words.
    pub words: String,
    /// How many duties of the organisation begin.
    pub n_duties: u64,
}

/// Parts in layers, and lines from a layer to a later one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    /// The layers from left to right.
    pub layers: Vec<Layer>,
    /// The lines.
    pub lines: Vec<Line>,
}

/// Parts of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// The kind.
    pub title: String,
    /// How its parts look.
    pub look: Look,
    /// The names of the parts.
    pub nodes: Vec<String>,
}

/// The place of a part: its layer, and its number there.
pub type Place = (usize, usize);

/// A line between two parts; the layer of its end comes after the layer of its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// What leads to the other.
    pub from: Place,
    /// Where it leads.
    pub to: Place,
}

impl Chart {
    /// Returns the path of the picture below the output folder, which is also how documents refer to it.
    pub fn path(&self) -> String {
        format!("{FOLDER}/{}.svg", self.name)
    }
}

/// A picture and its table twin, as a template prints them.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Exhibit {
    /// The picture; none when it would be empty.
    #[serde(skip)]
    pub(crate) chart: Option<Chart>,
    /// How the document refers to it.
    pictures: Vec<Reference>,
    head: Row,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Reference {
    file: String,
    says: String,
}

impl Exhibit {
    /// Returns a picture with its table.
    pub(crate) fn new(chart: Option<Chart>, head: Row, rows: Vec<Row>) -> Self {
        let reference = |chart: &Chart| Reference {
            file: chart.path(),
            says: chart.says.clone(),
        };
        Self {
            pictures: chart.iter().map(reference).collect(),
            chart,
            head,
            rows,
        }
    }

    /// Returns a picture whose table stands in the document already.
    pub(crate) fn beside_its_table(chart: Option<Chart>) -> Self {
        Self::new(chart, Vec::new(), Vec::new())
    }
}

/// Returns how many there are of something, for whoever does not see a picture.
fn numbered(words: Words, n: u64, label: &str) -> String {
    let n = number(n).into();
    words.say_with("chart-number", &[("n", n), ("label", label.into())])
}

/// Returns texts one after the other, as a picture says them.
fn in_turn(words: Words, texts: impl Iterator<Item = String>) -> String {
    let between = words.say("between-long-items");
    texts.collect::<Vec<_>>().join(&between)
}
