//! A finished file becomes a smaller one with the same objects: what stood plain (the tag tree above all) goes into
//! compressed object streams with a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8), which PDF/A-3 allows.
//! Leaves out one entry that says the default; changes nothing that a reader can see.

use crate::failure::Failure;
use lopdf::{Document, Object, SaveOptions};

/// Returns the packed file.
///
/// # Errors
/// Fails when the file cannot be read back, which is a fault of this program.
pub(crate) fn packed(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    const COMPRESSION: u32 = 9;
    let internal = |error: String| Failure::Internal {
        room: "render/pdf",
        message: format!("the file cannot be packed: {error}"),
    };
    let mut document = Document::load_mem(bytes).map_err(|error| internal(error.to_string()))?;
    leave_out_suspects(&mut document);
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .compression_level(COMPRESSION)
        .build();
    let mut packed = Vec::with_capacity(bytes.len() / 2);
    document
        .save_with_options(&mut packed, options)
        .map_err(|error| internal(error.to_string()))?;
    Ok(packed)
}

// `Suspects false` is what its absence means (ISO 32000-1, table 321), and poppler calls the word an error.
fn leave_out_suspects(document: &mut Document) {
    let info = document
        .catalog_mut()
        .and_then(|catalog| catalog.get_mut(b"MarkInfo"));
    if let Ok(info) = info.and_then(Object::as_dict_mut)
        && info
            .get(b"Suspects")
            .and_then(Object::as_bool)
            .is_ok_and(|is_suspect| !is_suspect)
    {
        info.remove(b"Suspects");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::pdf::measures;

    #[test]
    fn a_packed_file_has_the_pages_of_the_plain_one_in_fewer_bytes() {
        let plain = measures::plain_sample();
        let packed = packed(&plain).unwrap();
        let pages = |bytes: &[u8]| Document::load_mem(bytes).unwrap().get_pages().len();
        assert_eq!(pages(&packed), pages(&plain));
        assert!(packed.len() < plain.len());
        assert_eq!(packed, super::packed(&plain).unwrap());
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
