//! wirecopy in a browser, or wherever WebAssembly runs: an article's text goes in as UTF-8, its JSON comes out.
//!
//! The host asks for room with [`reserve`], writes the text there, calls [`parse`], and reads [`output`]. `run.mjs` does
//! so in Node.js.

use std::cell::RefCell;
use wirecopy::Parser;

#[derive(Default)]
struct Exchange {
    input: Vec<u8>,
    output: Vec<u8>,
}

thread_local! {
    static EXCHANGE: RefCell<Exchange> = RefCell::default();
}

/// Makes room for a text of `len` bytes and says where. The room is good until the next call of `reserve`.
#[unsafe(no_mangle)]
pub extern "C" fn reserve(len: usize) -> *mut u8 {
    EXCHANGE.with_borrow_mut(|exchange| {
        exchange.input.clear();
        exchange.input.resize(len, 0);
        exchange.input.as_mut_ptr()
    })
}

/// Parses the text in the reserved room and says how many bytes of JSON came of it: the article, or
/// `{"error": "…"}`.
#[unsafe(no_mangle)]
pub extern "C" fn parse() -> usize {
    EXCHANGE.with_borrow_mut(|exchange| {
        exchange.output = json(&exchange.input);
        exchange.output.len()
    })
}

/// Where the JSON of the last [`parse`] stands.
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    EXCHANGE.with_borrow(|exchange| exchange.output.as_ptr())
}

fn json(text: &[u8]) -> Vec<u8> {
    let article = std::str::from_utf8(text)
        .map_err(|error| error.to_string())
        .and_then(|text| Parser::new().parse(text).map_err(|error| error.to_string()));
    let json = match article {
        Ok(article) => serde_json::to_vec(&article),
        Err(error) => serde_json::to_vec(&serde_json::json!({ "error": error })),
    };
    // Strings, numbers and lists always have a JSON.
    json.unwrap_or_default()
}
