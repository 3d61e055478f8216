//! Out to JSON and in again, and records that were tampered with.
#![no_main]

#[allow(dead_code)] // Not every target asks for all laws.
#[path = "../../tests/support/laws.rs"]
mod laws;
#[path = "../../tests/support/numbers.rs"]
mod numbers;
#[path = "../../tests/targets/roundtrip.rs"]
mod roundtrip;
#[path = "../../tests/support/walk.rs"]
mod walk;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| roundtrip::run(bytes));
