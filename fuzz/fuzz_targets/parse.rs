//! Any bytes: no panic, and the laws hold on what is text.
#![no_main]

#[allow(dead_code)] // Not every target asks for all laws.
#[path = "../../tests/support/laws.rs"]
mod laws;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // The first byte chooses the options and stays part of the text, so that seeds and findings are plain text files.
    let bits = bytes.first().map_or(0, |byte| byte % laws::PARSERS);
    let parser = laws::parser(bits);
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let _ = laws::parse(&parser, text);
        }
        Err(error) => {
            let offset = error.valid_up_to();
            assert_eq!(parser.parse_bytes(bytes), Err(wirecopy::ParseError::NotUtf8 { offset }));
        }
    }
});
