//! The JSON Schema of the output form.

use crate::grammar::date::Moment;
use alloc::borrow::Cow;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// An object of these fields and no others. All of them are always written, null where there is nothing.
pub(crate) fn object<const N: usize>(about: &str, fields: [(&str, Schema, Option<&str>); N]) -> Schema {
    let required = fields.each_ref().map(|(name, ..)| *name);
    let mut schema = json_schema!({
        "description": about.trim(),
        "type": "object",
        "properties": {},
        "required": required.as_slice(),
        "additionalProperties": false,
    });
    for (name, mut field, note) in fields {
        if let Some(note) = note {
            field.insert("description".into(), note.trim().into());
        }
        if let Some(properties) = schema.get_mut("properties").and_then(|it| it.as_object_mut()) {
            properties.insert(name.into(), field.to_value());
        }
    }
    schema
}

impl JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A day, with the time and its offset from UTC where the text gives them; ISO 8601.",
            "type": "string",
            "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d([+-]\d\d:\d\d)?)?$",
        })
    }
}
