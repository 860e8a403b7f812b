//! A finished file becomes a smaller one with the same objects: pages are compressed, and what stood outside of streams (the
//! tag tree above all) goes into compressed object streams with a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8), which PDF/A-3 allows.
//! Leaves out one entry that says the default; changes nothing that a reader can see.

use crate::failure::Failure;
use crate::render::pdf::plain::{Object, Plain};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::borrow::Cow;
use std::io::{self, Write};

/// How hard streams are pressed, from 1 to 9. With 6, files are 6 % smaller and a build of the example takes 8 % more
/// instructions; with 1, they are 12 % larger and it takes 3 % fewer.
const PRESSURE: u32 = 2;
/// The most objects in one stream: a reader unpacks all of them to see one.
const MOST_TOGETHER: usize = 200;

/// Returns the packed file.
///
/// # Errors
/// Fails when the file is none of our writer's, which is a fault of this program.
pub(crate) fn packed(plain: &[u8]) -> Result<Vec<u8>, Failure> {
    let internal = |message: String| Failure::Internal {
        room: "render/pdf",
        message: format!("the file cannot be packed: {message}"),
    };
    let plain =
        Plain::read(plain).ok_or_else(|| internal("its parts are not where they should be".to_owned()))?;
    pack(&plain).map_err(|error| internal(error.to_string()))
}

fn pack(plain: &Plain) -> io::Result<Vec<u8>> {
    let (streams, others): (Vec<&Object>, Vec<&Object>) =
        plain.objects.iter().partition(|object| object.is_stream());
    let mut packed = Packed {
        bytes: plain.header.to_vec(),
        places: vec![Place::Free; plain.size],
        press: ZlibEncoder::new(Vec::new(), Compression::new(PRESSURE)),
    };
    for stream in streams {
        packed.places[stream.number] = packed.here();
        match unpressed(stream) {
            Some((entries, data)) => packed.pressed(stream.number, entries, data)?,
            None => packed.object(stream.number, stream.body)?,
        }
    }
    for group in others.chunks(MOST_TOGETHER) {
        packed.group(group)?;
    }
    packed.finish(plain.trailer)
}

/// Returns what a stream says of itself besides its length, and its data, if nobody has pressed it. Metadata stay plain,
/// for programs that search archives.
fn unpressed<'a>(stream: &Object<'a>) -> Option<(&'a [u8], &'a [u8])> {
    const DATA: &[u8] = b">>\nstream\n";
    let after = stream.body.strip_prefix(b"<</Length ")?;
    let n_digits = after.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let rest = &after[n_digits..];
    let end = rest.windows(DATA.len()).position(|bytes| bytes == DATA)?;
    let (entries, data) = (&rest[..end], &rest[end + DATA.len()..]);
    let says = |word: &[u8]| entries.windows(word.len()).any(|bytes| bytes == word);
    let is_left = says(b"/Filter") || says(b"/Metadata");
    Some((entries, data.strip_suffix(b"\nendstream")?)).filter(|_| !is_left)
}

/// Where an object lies.
#[derive(Clone, Copy)]
enum Place {
    /// There is none of this number.
    Free,
    /// So many bytes from the start of the file.
    At(usize),
    /// In an object stream, after so many others.
    In(usize, usize),
}

struct Packed {
    bytes: Vec<u8>,
    places: Vec<Place>,
    press: ZlibEncoder<Vec<u8>>,
}

impl Packed {
    fn here(&self) -> Place {
        Place::At(self.bytes.len())
    }

    fn object(&mut self, number: usize, body: &[u8]) -> io::Result<()> {
        writeln!(self.bytes, "{number} 0 obj")?;
        self.bytes.extend_from_slice(body);
        self.bytes.extend_from_slice(b"\nendobj\n");
        Ok(())
    }

    // A stream of a new number with other objects in it.
    fn group(&mut self, objects: &[&Object]) -> io::Result<()> {
        let number = self.places.len();
        let (mut table, mut bodies) = (Vec::new(), Vec::new());
        for (at, object) in objects.iter().enumerate() {
            self.places[object.number] = Place::In(number, at);
            write!(table, "{} {} ", object.number, bodies.len())?;
            bodies.extend_from_slice(&without_suspects(object.body));
            bodies.push(b' ');
        }
        let entries = format!("/Type/ObjStm/N {}/First {}", objects.len(), table.len());
        self.places.push(self.here());
        self.pressed(number, entries.as_bytes(), &[table, bodies].concat())
    }

    fn pressed(&mut self, number: usize, entries: &[u8], data: &[u8]) -> io::Result<()> {
        self.press.write_all(data)?;
        let data = self.press.reset(Vec::new())?;
        let length = format!("/Length {}/Filter/FlateDecode>>\nstream\n", data.len());
        let body: [&[u8]; 5] = [b"<<", entries, length.as_bytes(), &data, b"\nendstream"];
        self.object(number, &body.concat())
    }

    // The table of places is the last object, and holds its own place too.
    fn finish(mut self, trailer: &[u8]) -> io::Result<Vec<u8>> {
        let (number, start) = (self.places.len(), self.bytes.len());
        self.places.push(self.here());
        let table: Vec<u8> = self.places.iter().copied().flat_map(line).collect();
        let entries = format!("/Type/XRef/Size {}/W[1 4 2]", self.places.len());
        self.pressed(number, &[entries.as_bytes(), trailer].concat(), &table)?;
        write!(self.bytes, "startxref\n{start}\n%%EOF")?;
        // Every file of a build is held until all are written.
        self.bytes.shrink_to_fit();
        Ok(self.bytes)
    }
}

// One line of the table (ISO 32000-1, table 18): a kind, four bytes and two bytes.
fn line(place: Place) -> [u8; 7] {
    let (kind, of_four, of_two) = match place {
        Place::Free => (0, 0, u16::MAX as usize),
        Place::At(start) => (1, start, 0),
        Place::In(stream, at) => (2, stream, at),
    };
    let [.., a, b, c, d] = of_four.to_be_bytes();
    let [.., e, f] = of_two.to_be_bytes();
    [kind, a, b, c, d, e, f]
}

// `Suspects false` is what its absence means (ISO 32000-1, table 321), and poppler calls the word an error.
fn without_suspects(body: &[u8]) -> Cow<'_, [u8]> {
    const SAYS: &[u8] = b"/MarkInfo<</Marked true/Suspects false>>";
    let is_catalog = body.starts_with(b"<</Type/Catalog");
    let said = || body.windows(SAYS.len()).position(|bytes| bytes == SAYS);
    match is_catalog.then(said).flatten() {
        Some(at) => [
            &body[..at],
            b"/MarkInfo<</Marked true>>",
            &body[at + SAYS.len()..],
        ]
        .concat()
        .into(),
        None => body.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::pdf::pages::Page;
    use crate::render::pdf::{ink, measures};
    use lopdf::Document;

    #[test]
    fn a_packed_file_has_the_pages_of_the_plain_one_in_fewer_bytes() {
        let plain = measures::plain_sample();
        let packed = packed(&plain).unwrap();
        let pages = |bytes: &[u8]| Document::load_mem(bytes).unwrap().get_pages().len();
        assert_eq!(pages(&packed), pages(&plain));
        assert!(packed.len() < plain.len());
        assert_eq!(packed, super::packed(&plain).unwrap());
    }

    /// Returns a file with words on the first page and nothing on the others.
    fn plain_of_pages(n_pages: usize) -> Vec<u8> {
        let mut pages = measures::laid_out("# Sample\n\nSome words.\n");
        pages.pages.resize_with(n_pages, Page::default);
        ink::write(pages, &measures::dress(), "sample".to_owned()).unwrap()
    }

    #[test]
    fn of_a_long_document_the_pages_are_pressed_before_and_say_the_same() {
        let first_page = |file: &[u8]| {
            let document = Document::load_mem(file).unwrap();
            let page = *document.get_pages().get(&1).unwrap();
            document.get_page_content(page)
        };
        let is_pressed = |file: &[u8]| {
            let document = Document::load_mem(file).unwrap();
            let page = *document.get_pages().get(&1).unwrap();
            let content = document.get_page_contents(page).remove(0);
            let stream = document.get_object(content).unwrap().as_stream().unwrap();
            stream.dict.has(b"Filter")
        };
        let [short, long] = [500, 501].map(plain_of_pages);
        assert!(!is_pressed(&short) && is_pressed(&long));
        assert_eq!(first_page(&short), first_page(&long));
        let packed = packed(&long).unwrap();
        assert!(is_pressed(&packed));
        assert_eq!(first_page(&packed), first_page(&long));
        assert_eq!(Document::load_mem(&packed).unwrap().get_pages().len(), 501);
    }

    // Programs that search archives read the metadata without unpacking anything.
    #[test]
    fn the_metadata_stay_plain_and_the_file_keeps_its_id_and_version() {
        let plain = measures::plain_sample();
        let packed = packed(&plain).unwrap();
        let holds = |text: &[u8]| packed.windows(text.len()).any(|bytes| bytes == text);
        assert!(packed.starts_with(b"%PDF-1.7"));
        assert!(holds(b"<?xpacket begin=") && holds(b"<pdfaid:part>3</pdfaid:part>"));
        assert!(holds(b"/ObjStm"), "nothing was packed");
        let id = |bytes: &[u8]| {
            Document::load_mem(bytes)
                .unwrap()
                .trailer
                .get(b"ID")
                .unwrap()
                .clone()
        };
        assert_eq!(id(&packed), id(&plain));
    }

    #[test]
    fn every_stream_of_some_length_is_pressed_but_the_metadata() {
        const WORTH_IT: usize = 100;
        let packed = packed(&measures::plain_sample()).unwrap();
        let document = Document::load_mem(&packed).unwrap();
        let streams = document
            .objects
            .values()
            .filter_map(|object| object.as_stream().ok());
        let plain = streams.filter(|it| !it.dict.has(b"Filter") && it.content.len() > WORTH_IT);
        let types: Vec<&[u8]> = plain
            .map(|it| it.dict.get(b"Type").unwrap().as_name().unwrap())
            .collect();
        assert_eq!(types, [b"Metadata"]);
    }

    #[test]
    fn the_file_is_marked_and_says_nothing_of_suspects() {
        let packed = packed(&measures::plain_sample()).unwrap();
        let mut document = Document::load_mem(&packed).unwrap();
        let catalog = document.catalog_mut().unwrap();
        let info = catalog.get(b"MarkInfo").unwrap().as_dict().unwrap();
        assert!(info.get(b"Marked").unwrap().as_bool().unwrap());
        assert!(!info.has(b"Suspects"));
    }

    #[test]
    fn bytes_that_are_no_pdf_are_a_failure_of_ours() {
        for bytes in [&b""[..], b"%PDF-1.7\n", b"no file"] {
            assert!(matches!(packed(bytes), Err(Failure::Internal { .. })));
        }
    }
}
