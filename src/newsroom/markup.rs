//! XML and HTML → what opens, what closes, and text.

use super::error::NewsroomError;
use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{self, BytesEnd, BytesRef, BytesStart};
use std::borrow::Cow;

/// A step through a document.
pub(super) enum Event<'x> {
    Open(BytesStart<'x>),
    Close(BytesEnd<'x>),
    Text(Cow<'x, str>),
    /// Text in which nothing is markup, so that it may hold that of another language.
    Verbatim(Cow<'x, str>),
    End,
}

/// Reads a document step by step. Nothing is expanded but the five entities of XML, characters by their number and, in
/// HTML, some named characters: another entity is text. Document types are passed over.
pub(super) struct Markup<'x> {
    reader: Reader<&'x [u8]>,
    is_html: bool,
}

impl<'x> Markup<'x> {
    /// Reads XML; elements that are closed in another order than they were opened are an error.
    pub(super) fn xml(text: &'x str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Markup { reader, is_html: false }
    }

    /// Reads HTML, whose elements need not be closed.
    pub(super) fn html(text: &'x str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Markup { reader, is_html: true }
    }

    /// The next step; the error is where the document breaks, in bytes.
    pub(super) fn next(&mut self) -> Result<Event<'x>, usize> {
        loop {
            let event = self.reader.read_event().map_err(|_| self.error_offset())?;
            return Ok(match event {
                events::Event::Start(tag) | events::Event::Empty(tag) => Event::Open(tag),
                events::Event::End(tag) => Event::Close(tag),
                events::Event::Text(text) => Event::Text(text.decode().map_err(|_| self.offset())?),
                events::Event::CData(text) => Event::Verbatim(text.decode().map_err(|_| self.offset())?),
                events::Event::GeneralRef(reference) => Event::Text(self.resolve(&reference)?),
                events::Event::Eof => Event::End,
                events::Event::Comment(_)
                | events::Event::Decl(_)
                | events::Event::PI(_)
                | events::Event::DocType(_) => continue,
            });
        }
    }

    /// How far the document is read, in bytes.
    pub(super) fn offset(&self) -> usize {
        self.reader.buffer_position() as usize
    }

    fn error_offset(&self) -> usize {
        self.reader.error_position() as usize
    }

    fn resolve(&self, reference: &BytesRef<'x>) -> Result<Cow<'x, str>, usize> {
        match reference.resolve_char_ref() {
            Ok(Some(c)) => return Ok(c.to_string().into()),
            // A number that is no character's, which browsers show so.
            Err(_) if self.is_html => return Ok("\u{FFFD}".into()),
            Err(_) => return Err(self.offset()),
            Ok(None) => {}
        }
        let name = reference.decode().map_err(|_| self.offset())?;
        let known = if self.is_html { named_character(&name) } else { resolve_xml_entity(&name) };
        Ok(known.map_or_else(|| format!("&{name};").into(), Cow::Borrowed))
    }
}

/// The value of an attribute that says anything.
pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let value = tag.try_get_attribute(name).ok()??.value;
    let value = core::str::from_utf8(&value).ok()?;
    let value = unescape(value).map_or_else(|_| value.trim().to_string(), |value| value.trim().to_string());
    Some(value).filter(|value| !value.is_empty())
}

/// Where XML breaks, as an error.
pub(super) fn not_xml(offset: usize) -> NewsroomError {
    NewsroomError::NotXml { offset }
}

/// The characters that bodies of news name.
fn named_character(name: &str) -> Option<&'static str> {
    Some(match name {
        "nbsp" => "\u{A0}",
        "ldquo" => "“",
        "rdquo" => "”",
        "bdquo" => "„",
        "lsquo" => "‘",
        "rsquo" => "’",
        "laquo" => "«",
        "raquo" => "»",
        "mdash" => "—",
        "ndash" => "–",
        "hellip" => "…",
        "bull" => "•",
        "middot" => "·",
        "copy" => "©",
        "shy" => "",
        "aacute" => "á",
        "ccedil" => "ç",
        "eacute" => "é",
        "egrave" => "è",
        "iacute" => "í",
        "ntilde" => "ñ",
        "oacute" => "ó",
        "uacute" => "ú",
        "auml" => "ä",
        "ouml" => "ö",
        "uuml" => "ü",
        "aring" => "å",
        "oslash" => "ø",
        "euro" => "€",
        "pound" => "£",
        "frac12" => "½",
        _ => return resolve_xml_entity(name),
    })
}
