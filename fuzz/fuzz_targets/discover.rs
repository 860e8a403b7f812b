#![no_main]

// The first byte chooses the name of the file.
libfuzzer_sys::fuzz_target!(|bytes: (u8, &str)| actfile::discover::any_text::looks_through(
    bytes.0.into(),
    bytes.1
));
