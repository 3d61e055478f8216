//! Lines: each grammar alone.
#![no_main]

#[path = "../../tests/targets/grammar.rs"]
mod grammar;
#[path = "../../tests/support/laws.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| grammar::run(bytes));
