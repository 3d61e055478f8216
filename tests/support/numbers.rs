//! Where the numbers of a record stand, so that a test can change them.

use serde_json::Value;

/// The places of all numbers of `record` under `place`, as JSON pointers.
pub(crate) fn places(record: &Value, place: &str) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(value) = record.pointer(place) {
        collect(value, place, &mut out);
    }
    out
}

fn collect(value: &Value, place: &str, out: &mut Vec<String>) {
    match value {
        Value::Number(_) => out.push(place.to_string()),
        Value::Array(list) => {
            for (at, value) in list.iter().enumerate() {
                collect(value, &format!("{place}/{at}"), out);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                collect(value, &format!("{place}/{name}"), out);
            }
        }
        _ => {}
    }
}
