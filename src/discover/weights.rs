//! Files of weights, by their names: what is in them is not read. The parts of one model are one find.

use crate::discover::thing::{Kind, Thing};
use crate::import::names::public;

const ENDINGS: &[&str] = &[".ggml", ".gguf", ".mlmodel", ".onnx", ".safetensors", ".tflite"];

/// Returns the weights that a file holds.
pub(crate) fn weights(path: &str) -> Option<Thing> {
    let file = path.rsplit('/').next().unwrap_or(path);
    let lower = file.to_ascii_lowercase();
    let ending = ENDINGS.iter().find(|ending| lower.ends_with(**ending))?;
    let stem = file.get(..file.len() - ending.len())?;
    Some(Thing {
        kind: Kind::Weights,
        name: public(&format!("{}{ending}", whole(stem))).to_owned(),
        provider: None,
    })
}

/// Returns the name of all parts: `model-00001-of-00004` is part of `model`.
fn whole(stem: &str) -> &str {
    let is_number = |text: &str| text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts = stem.rsplit_once("-of-").filter(|(_, n_parts)| is_number(n_parts));
    let numbered = parts.and_then(|(name, _)| name.rsplit_once('-'));
    numbered
        .filter(|(_, part)| is_number(part))
        .map_or(stem, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_weights_are_one_find() {
        for (path, name) in [
            ("m/model-00001-of-00004.safetensors", Some("model.safetensors")),
            ("m/Llama-3.1-8B.Q4.GGUF", Some("Llama-3.1-8B.Q4.gguf")),
            ("m/a-of-b.onnx", Some("a-of-b.onnx")),
            ("m/onnx", None),
            ("m/gguf.md", None),
        ] {
            assert_eq!(weights(path).map(|thing| thing.name).as_deref(), name, "{path}");
        }
    }
}
