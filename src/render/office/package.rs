//! A package of parts (ECMA-376, part 2): what each part is, how parts and addresses outside are related, and what the
//! file says about itself. Writes no clock: a file is as old as the day it speaks for.

use crate::calendar::Date;
use crate::failure::Failure;
use crate::render::office::container::zipped;
use crate::render::office::xml::Xml;

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const CORE_TYPE: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
/// Who wrote the file; changes with a release only.
const PRODUCER: &str = concat!("actfile ", env!("CARGO_PKG_VERSION"));

/// A file in the making.
#[derive(Debug, Default)]
pub(crate) struct Package {
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    path: String,
    media_type: &'static str,
    bytes: Vec<u8>,
}

/// What a file says about itself.
#[derive(Debug, Clone, Copy)]
pub(crate) struct About<'a> {
    /// What it is.
    pub(crate) title: &'a str,
    /// Whose it is.
    pub(crate) organisation: &'a str,
    /// The tag of its language.
    pub(crate) language: &'a str,
    /// The day for which it holds; also the day it was made.
    pub(crate) as_of: Date,
    /// The build it belongs to.
    pub(crate) build_id: &'a str,
}

impl Package {
    /// Adds a part, by its path inside the package and its media type.
    pub(crate) fn put(&mut self, path: &str, media_type: &'static str, bytes: Vec<u8>) {
        let path = path.to_owned();
        self.parts.push(Part {
            path,
            media_type,
            bytes,
        });
    }

    /// Adds the relations of a part, if it has any.
    pub(crate) fn relate(&mut self, path: &str, relations: &Relations) {
        const MEDIA_TYPE: &str = "application/vnd.openxmlformats-package.relationships+xml";
        if !relations.0.is_empty() {
            self.put(path, MEDIA_TYPE, relations.write());
        }
    }

    /// Returns the file, whose main part lies at a path.
    ///
    /// # Errors
    /// Fails when it is too long for its container.
    pub(crate) fn finish(mut self, main: &str, about: &About) -> Result<Vec<u8>, Failure> {
        self.put(
            "docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
            core(about),
        );
        self.put(
            "docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            application(about),
        );
        let mut relations = Relations::default();
        relations.inside("officeDocument", main);
        relations.0.push(Relation {
            kind: CORE_TYPE.to_owned(),
            target: Target::Inside("docProps/core.xml".to_owned()),
        });
        relations.inside("extended-properties", "docProps/app.xml");
        self.relate("_rels/.rels", &relations);
        // Readers look for the list of types first.
        let mut files = vec![("[Content_Types].xml".to_owned(), types(&self.parts))];
        files.extend(self.parts.into_iter().map(|part| (part.path, part.bytes)));
        zipped(&files)
    }
}

/// What a part refers to.
#[derive(Debug, Default)]
pub(crate) struct Relations(Vec<Relation>);

#[derive(Debug, PartialEq, Eq)]
struct Relation {
    kind: String,
    target: Target,
}

#[derive(Debug, PartialEq, Eq)]
enum Target {
    Inside(String),
    Outside(String),
}

impl Relations {
    /// Adds a part of the package and returns the id by which it is referred to.
    pub(crate) fn inside(&mut self, kind: &str, path: &str) -> String {
        self.id(kind, Target::Inside(path.to_owned()))
    }

    /// Adds an address outside and returns the id by which it is referred to.
    pub(crate) fn outside(&mut self, kind: &str, address: &str) -> String {
        self.id(kind, Target::Outside(address.to_owned()))
    }

    fn id(&mut self, kind: &str, target: Target) -> String {
        let relation = Relation {
            kind: format!("{OFFICE}{kind}"),
            target,
        };
        let known = self.0.iter().position(|known| *known == relation);
        let at = known.unwrap_or_else(|| {
            self.0.push(relation);
            self.0.len() - 1
        });
        format!("rId{}", at + 1)
    }

    fn write(&self) -> Vec<u8> {
        let mut xml = Xml::document();
        xml.open("Relationships", &[("xmlns", RELATIONSHIPS)]);
        for (at, relation) in self.0.iter().enumerate() {
            let id = format!("rId{}", at + 1);
            let mut attributes = vec![("Id", id.as_str()), ("Type", &relation.kind)];
            match &relation.target {
                Target::Inside(path) => attributes.push(("Target", path)),
                Target::Outside(address) => {
                    attributes.extend([("Target", address.as_str()), ("TargetMode", "External")]);
                }
            }
            xml.empty("Relationship", &attributes);
        }
        xml.finish()
    }
}

fn types(parts: &[Part]) -> Vec<u8> {
    // Relations and pictures are known by their endings, everything else by its name.
    const ENDINGS: [&str; 2] = ["rels", "png"];
    let mut xml = Xml::document();
    xml.open("Types", &[("xmlns", TYPES)]);
    let has = |part: &Part, ending: &str| part.path.rsplit_once('.').is_some_and(|(_, own)| own == ending);
    for ending in ENDINGS {
        if let Some(part) = parts.iter().find(|part| has(part, ending)) {
            xml.empty(
                "Default",
                &[("Extension", ending), ("ContentType", part.media_type)],
            );
        }
    }
    for part in parts
        .iter()
        .filter(|part| !ENDINGS.iter().any(|ending| has(part, ending)))
    {
        let name = format!("/{}", part.path);
        xml.empty(
            "Override",
            &[("PartName", &name), ("ContentType", part.media_type)],
        );
    }
    xml.finish()
}

fn core(about: &About) -> Vec<u8> {
    let mut xml = Xml::document();
    xml.open(
        "cp:coreProperties",
        &[
            ("xmlns:cp", CORE),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    let day = format!("{}T00:00:00Z", about.as_of);
    let is_day: &[(&'static str, &str)] = &[("xsi:type", "dcterms:W3CDTF")];
    xml.leaf("dc:title", &[], about.title);
    xml.leaf("dc:creator", &[], about.organisation);
    xml.leaf("dc:identifier", &[], about.build_id);
    xml.leaf("dc:language", &[], about.language);
    xml.leaf("dcterms:created", is_day, &day);
    xml.leaf("dcterms:modified", is_day, &day);
    xml.finish()
}

fn application(about: &About) -> Vec<u8> {
    const NAMESPACE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    let mut xml = Xml::document();
    xml.open("Properties", &[("xmlns", NAMESPACE)]);
    xml.leaf("Application", &[], PRODUCER);
    xml.leaf("Company", &[], about.organisation);
    xml.finish()
}
