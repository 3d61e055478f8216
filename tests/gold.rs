//! The laws on real copy: every seventh text of the folder that `WIRECOPY_GOLD` names.

#[path = "support/laws.rs"]
mod laws;

use laws::{PARSERS, parser};
use std::fs;

/// One text in so many is read: the laws are slow to hold in a debug build.
const STEP: usize = 7;

#[test]
fn laws_hold_on_published_text() {
    let Ok(folder) = std::env::var("WIRECOPY_GOLD") else {
        println!("skipped: WIRECOPY_GOLD names no folder of annotated texts");
        return;
    };
    let mut held = 0;
    for entry in fs::read_dir(&folder).expect("WIRECOPY_GOLD is a folder") {
        let path = entry.expect("a file can be listed").path();
        if path.extension().is_none_or(|end| end != "jsonl") {
            continue;
        }
        let rows = fs::read_to_string(&path).expect("annotated texts are UTF-8");
        for (number, row) in rows.lines().enumerate().step_by(STEP) {
            let row: serde_json::Value = serde_json::from_str(row).expect("a row is JSON");
            let text = row["text"].as_str().expect("a row has a text");
            let parsed = laws::parse(&parser(number as u8 % PARSERS), text);
            assert!(parsed.is_ok(), "{}, row {number}: {parsed:?}", path.display());
            held += 1;
        }
    }
    assert!(held > 0, "no text in {folder}");
}
