//! The committed schema is the crate's own, and what the crate writes is valid by it.
//!
//! `WIRECOPY_BLESS=1 cargo test --features schema --test schema` writes the file anew; read the difference before
//! committing it.

#[path = "support/schema.rs"]
mod support;

use serde_json::{Value, json};
use std::path::Path;
use support::check;

const FILE: &str = "tests/article.schema.json";

fn schema() -> Value {
    wirecopy::schemars::schema_for!(wirecopy::Article).to_value()
}

#[test]
fn the_file_is_the_schema() {
    let now = serde_json::to_string_pretty(&schema()).expect("a schema is JSON") + "\n";
    if std::env::var_os("WIRECOPY_BLESS").is_some() {
        std::fs::write(FILE, &now).expect("the file can be written");
    }
    let kept = std::fs::read_to_string(FILE).expect(FILE).replace("\r\n", "\n");
    assert!(kept == now, "{FILE} is not the schema of this version");
}

#[test]
fn articles_are_valid() {
    let schema = schema();
    for entry in Path::new("seeds").read_dir().expect("seeds/") {
        let path = entry.expect("an entry").path();
        let text = std::fs::read_to_string(&path).expect("a text");
        let article = serde_json::to_value(wirecopy::parse(&text).expect("an article")).expect("JSON");
        check(&schema, &article).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

/// A value that no article has is refused: the schema says more than that there is an object.
#[test]
fn other_values_are_not_valid() {
    let schema = schema();
    let article = wirecopy::parse(
        "Bridge shut\n\nBy Dana Whitlock\n\nPublished 14 May 2024\n\nHARLOW, May 14 — “It was time,” Bo Lund said.",
    );
    let article = serde_json::to_value(article.expect("an article")).expect("JSON");
    assert_eq!(check(&schema, &article), Ok(()));
    for (field, value) in [
        ("/headline", json!("Bridge shut")),
        ("/headline/span/start", json!(-1)),
        ("/byline/authors/0/name", json!(["Dana Whitlock"])),
        ("/dateline/date/day", json!("14")),
        ("/published", json!("14 May 2024")),
        ("/blocks/0/kind", json!("title")),
        ("/quotes/0/attribution", json!("Bo Lund")),
        ("/attributions/0/evidence", json!(null)),
        ("/speakers/0", json!({"name": "Bo Lund"})),
    ] {
        let mut changed = article.clone();
        *changed.pointer_mut(field).unwrap_or_else(|| panic!("no {field}")) = value;
        check(&schema, &changed).expect_err(field);
    }
    let mut longer = article.clone();
    longer["mood"] = "good".into();
    check(&schema, &longer).expect_err("a field more");
}
