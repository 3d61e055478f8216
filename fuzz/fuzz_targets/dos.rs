//! What a text repeats: time and memory for each byte do not grow with its length.
#![no_main]

#[path = "../../tests/targets/dos.rs"]
mod dos;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dos::hold(bytes, true));
