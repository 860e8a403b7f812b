#![no_main]

use actfile::render::markdown::reads_back::{code_reads_back, is_one_link, reads_back};
use actfile::tongue::marks::plain;

// Marks of our own are taken out first: an inventory that has them is refused.
libfuzzer_sys::fuzz_target!(|text: &str| {
    let text = &plain(text);
    reads_back(text);
    code_reads_back(text);
    is_one_link(text, text);
});
