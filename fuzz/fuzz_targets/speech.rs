//! Paragraphs, each alone: quotations, attributions, speakers.
#![no_main]

#[allow(dead_code)] // Not every target asks for all laws.
#[path = "../../tests/support/laws.rs"]
mod laws;
#[path = "../../tests/targets/speech.rs"]
mod speech;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| speech::run(bytes));
