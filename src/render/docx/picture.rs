//! Pictures of the build, as dots in a frame of their own size, with the words that say the same for whoever does not see
//! them. A word processor cannot be relied on to draw the vectors of the SVG files. The numbers stand in a table beside
//! each, so a picture that is too high for dots is left out.

use crate::failure::Failure;
use crate::render::chart::scene::{SCENE_WIDTH, Scene};
use crate::render::chart::{Drawing, raster};
use crate::render::docx::blocks::{Lead, Place};
use crate::render::docx::writer::Writer;
use crate::render::office::xml::Attribute;

/// How many units of DrawingML a point has.
const UNITS: f32 = 12_700.0;
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
/// The longest text that stands for a picture; every number of it stands in a table too.
const LONGEST_TEXT: usize = 4_000;

/// A picture with its dots.
pub(crate) struct Picture<'a> {
    /// What it shows and says.
    scene: &'a Scene,
    /// The file.
    pub(crate) dots: Vec<u8>,
}

/// Returns the pictures by their numbers; one that is too high has no dots.
///
/// # Errors
/// Fails when a font of this program cannot be read, which is a fault of this program.
pub(crate) fn pictures(drawings: &[Drawing]) -> Result<Vec<Option<Picture<'_>>>, Failure> {
    drawings.iter().map(picture).collect()
}

fn picture(Drawing { scene, .. }: &Drawing) -> Result<Option<Picture<'_>>, Failure> {
    Ok(raster::write(scene)?.map(|dots| Picture { scene, dots }))
}

/// Returns the name of a picture beside the body.
pub(crate) fn file_name(number: usize) -> String {
    format!("media/picture{}.png", number + 1)
}

impl Writer<'_> {
    /// Writes a picture, if there are dots for it.
    pub(crate) fn figure(&mut self, number: usize) {
        let Some(Some(Picture { scene, .. })) = self.pictures.get(number) else {
            return;
        };
        let id = self.story.relations.inside("image", &file_name(number));
        let size = [SCENE_WIDTH, scene.height].map(|points| (points * UNITS).round().to_string());
        let size: [Attribute; 2] = [("cx", &size[0]), ("cy", &size[1])];
        let says: String = scene.says.chars().take(LONGEST_TEXT).collect();
        let (place, name) = ((number + 1).to_string(), format!("Picture {}", number + 1));
        self.begin_paragraph(Place::of("Picture"), Lead::None);
        self.open("w:r", &[]);
        self.open("w:drawing", &[]);
        self.open(
            "wp:inline",
            &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")],
        );
        self.empty("wp:extent", &size);
        let identity: [Attribute; 2] = [("id", &place), ("name", &name)];
        self.empty(
            "wp:docPr",
            &[&identity[..], &[("descr", &says), ("title", &scene.title)]].concat(),
        );
        self.open("a:graphic", &[]);
        self.open("a:graphicData", &[("uri", PICTURE)]);
        self.dots(&identity, &id, &size);
        (0..6).for_each(|_| self.close());
    }

    fn dots(&mut self, identity: &[Attribute], id: &str, size: &[Attribute]) {
        self.open("pic:pic", &[]);
        self.open("pic:nvPicPr", &[]);
        self.empty("pic:cNvPr", identity);
        self.empty("pic:cNvPicPr", &[]);
        self.close();
        self.open("pic:blipFill", &[]);
        self.empty("a:blip", &[("r:embed", id)]);
        self.open("a:stretch", &[]);
        self.empty("a:fillRect", &[]);
        self.close();
        self.close();
        self.open("pic:spPr", &[]);
        self.open("a:xfrm", &[]);
        self.empty("a:off", &[("x", "0"), ("y", "0")]);
        self.empty("a:ext", size);
        self.close();
        self.open("a:prstGeom", &[("prst", "rect")]);
        self.empty("a:avLst", &[]);
        self.close();
        self.close();
        self.close();
    }
}
