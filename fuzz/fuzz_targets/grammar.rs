//! Lines: each grammar alone.
#![no_main]

#[path = "../../tests/targets/grammar.rs"]
mod grammar;
#[allow(dead_code)] // Not every target asks for all laws.
#[path = "../../tests/support/laws.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| grammar::run(bytes));
