//! Charts become pictures. A chart comes in; a scene of shapes and measured text goes out, the same every time, which
//! two writers print: `svg` here, the PDF in its own room. Reads no font of the machine and decides nothing that a
//! chart says.

mod bars;
mod graph;
mod layers;
mod look;
mod png;
pub(crate) mod raster;
mod ruler;
pub(crate) mod scene;
mod shares;
mod sketch;
mod svg;
#[cfg(test)]
pub(crate) mod tests;
mod timeline;

use crate::documents::chart::{Chart, Picture};
use crate::failure::Failure;
use crate::render::Artifact;
use crate::render::chart::scene::Scene;
use crate::render::chart::sketch::Sketch;

/// A finished picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Its path below the output folder, by which documents refer to it.
    pub path: String,
    pub(crate) scene: Scene,
}

/// Draws a chart.
///
/// # Errors
/// Fails when a font of this program cannot be read, which is a fault of this program.
pub fn draw(chart: &Chart) -> Result<Drawing, Failure> {
    let mut sketch = Sketch::new(&chart.title)?;
    match &chart.picture {
        Picture::Bars(bars) => bars::draw(&mut sketch, bars),
        Picture::Shares(shares) => shares::draw(&mut sketch, shares),
        Picture::Timeline(timeline) => timeline::draw(&mut sketch, timeline),
        Picture::Graph(graph) => graph::draw(&mut sketch, graph),
    }
    Ok(Drawing {
        path: chart.path(),
        scene: sketch.finish(&chart.title, &chart.says),
    })
}

impl Drawing {
    /// Returns the picture as a file of its own.
    pub fn svg(&self) -> Artifact {
        Artifact {
            path: self.path.clone(),
            bytes: svg::write(&self.scene).into_bytes(),
        }
    }

    /// Returns the picture as an element of a page; its ids begin with this one, which stands there once.
    pub(crate) fn inline(&self, id: &str) -> String {
        svg::picture(&self.scene, &format!("{id}:"))
    }
}
