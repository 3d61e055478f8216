//! A text and the same text with an edit: what stands before the edit is read as it was.
#![no_main]

#[path = "../../tests/targets/edit.rs"]
mod edit;
#[allow(dead_code)] // Not every target asks for all laws.
#[path = "../../tests/support/laws.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| edit::run(bytes));
