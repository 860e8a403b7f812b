#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| actfile_fuzz::any_bytes::group(bytes));
