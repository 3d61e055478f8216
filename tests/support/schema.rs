//! Whether a value is valid by a JSON Schema, as far as the crate's own schema goes: a keyword that is not known here is
//! an error, so that none goes unchecked.

use serde_json::Value;

/// An error says where the value is wrong, as a JSON pointer, and what the schema asks for.
pub(crate) fn check(schema: &Value, value: &Value) -> Result<(), String> {
    holds(schema, schema, value).map_err(|(at, wanted)| format!("{at}: not {wanted}"))
}

/// Where, from the value on, and what was wanted.
type Checked = Result<(), (String, String)>;

fn holds(root: &Value, schema: &Value, value: &Value) -> Checked {
    for (keyword, wanted) in schema.as_object().expect("a schema is an object") {
        let inside = |key: &str, schema: &Value, value: &Value| {
            holds(root, schema, value).map_err(|(at, wanted)| (format!("/{key}{at}"), wanted))
        };
        let any = |least: usize, most: usize| {
            let schemas = wanted.as_array().expect("schemas");
            (least..=most).contains(&schemas.iter().filter(|it| holds(root, it, value).is_ok()).count())
        };
        let whole = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" => true,
            "$ref" => {
                let path =
                    wanted.as_str().and_then(|it| it.strip_prefix('#')).expect("a place in this schema");
                holds(root, root.pointer(path).expect("what is referred to"), value)?;
                true
            }
            "anyOf" => any(1, usize::MAX),
            "oneOf" => any(1, 1),
            "const" => wanted == value,
            "type" => match wanted {
                Value::Array(types) => types.iter().any(|it| is_of(it, value)),
                one => is_of(one, value),
            },
            "minimum" => value.as_f64() >= wanted.as_f64() || !value.is_number(),
            "maximum" => value.as_f64() <= wanted.as_f64() || !value.is_number(),
            // The type of the number in Rust, whose bounds are given beside it.
            "format" => wanted.as_str().is_some_and(|it| it.starts_with("uint") || it.starts_with("int")),
            "pattern" => {
                let pattern = regex::Regex::new(wanted.as_str().expect("a pattern")).expect("a pattern");
                value.as_str().is_none_or(|text| pattern.is_match(text))
            }
            "items" => {
                for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                    inside(&at.to_string(), wanted, item)?;
                }
                true
            }
            "properties" => {
                for (name, schema) in wanted.as_object().expect("properties") {
                    value.get(name).map_or(Ok(()), |field| inside(name, schema, field))?;
                }
                true
            }
            "required" => wanted
                .as_array()
                .into_iter()
                .flatten()
                .all(|name| value.get(name.as_str().unwrap()).is_some()),
            "additionalProperties" => {
                assert_eq!(wanted, false, "properties of a shape");
                value
                    .as_object()
                    .into_iter()
                    .flatten()
                    .all(|(name, _)| schema["properties"].get(name).is_some())
            }
            other => panic!("the keyword {other} is not known"),
        };
        if !whole {
            return Err((String::new(), format!("{keyword} {wanted}")));
        }
    }
    Ok(())
}

fn is_of(kind: &Value, value: &Value) -> bool {
    match kind.as_str().expect("the name of a type") {
        "null" => value.is_null(),
        "integer" => value.is_u64() || value.is_i64(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("the type {other} is not known"),
    }
}
