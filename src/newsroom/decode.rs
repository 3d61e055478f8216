//! The bytes of a document → its text.

use super::error::{NewsroomError, check};
use crate::error::ParseError;
use crate::head_matter::{encoding_label, named_encoding};
use encoding_rs::{Encoding, UTF_8};
use std::borrow::Cow;

/// The text of XML. Bytes that are wrong are an error, as XML has it, and no character that nobody wrote.
pub(super) fn xml(bytes: &[u8]) -> Result<Cow<'_, str>, NewsroomError> {
    check(bytes.len())?;
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return text(bytes, encoding, encoding.name());
    }
    let declaration = bytes.starts_with(b"<?xml").then(|| bytes.split(|byte| *byte == b'>').next());
    let declaration = declaration.flatten().unwrap_or_default();
    let Some(label) = encoding_label(declaration, b"encoding=") else { return Ok(utf8(bytes)?.into()) };
    let name = String::from_utf8_lossy(label);
    match named_encoding(declaration, b"encoding=") {
        Some(encoding) => text(bytes, encoding, &name),
        None => Err(NewsroomError::Encoding { name: name.into_owned() }),
    }
}

/// The text of bytes that must be UTF-8, without a byte-order mark.
pub(super) fn utf8(bytes: &[u8]) -> Result<&str, NewsroomError> {
    check(bytes.len())?;
    let text =
        core::str::from_utf8(bytes).map_err(|error| ParseError::NotUtf8 { offset: error.valid_up_to() })?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

fn text<'b>(bytes: &'b [u8], encoding: &'static Encoding, name: &str) -> Result<Cow<'b, str>, NewsroomError> {
    if encoding == UTF_8 {
        return Ok(utf8(bytes)?.into());
    }
    let (text, _, wrong) = encoding.decode(bytes);
    if wrong { Err(NewsroomError::Encoding { name: name.to_string() }) } else { Ok(text) }
}
