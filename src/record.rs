//! A parsed article with its text, to store and to read back.

use crate::article::{Article, Nodes};
use crate::limits::MAX_LEN;
use crate::span::Span;
use alloc::borrow::Cow;
use alloc::string::String;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

/// A parsed article together with its text: the form to store when the article is wanted back.
///
/// `Article` itself serializes to the documented output form, which points into a text that it does not hold.
/// A record holds both. Reading one back trusts nothing: [`into_article`](Self::into_article) checks every span
/// and index before a view can touch them.
///
/// ```
/// let article = wirecopy::parse("“It was time,” the mayor said.")?;
/// let json = serde_json::to_string(&wirecopy::Record::from(article.clone())).unwrap();
/// let record: wirecopy::Record = serde_json::from_str(&json).unwrap();
/// assert_eq!(record.into_article().unwrap(), article);
/// # Ok::<(), wirecopy::ParseError>(())
/// ```
#[derive(Clone, Debug, Serialize)]
pub struct Record {
    source: String,
    nodes: Nodes,
}

/// The fields of a [`Record`], as they are read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    source: String,
    nodes: Nodes,
}

/// An error names the field that is wrong by its path, such as `nodes.blocks[0].span.start`: a format that tells no
/// line and column has no other way to say where it is.
impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Fields { source, nodes } =
            serde_path_to_error::deserialize(deserializer).map_err(D::Error::custom)?;
        Ok(Record { source, nodes })
    }
}

/// Why a record is not one that this crate wrote.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RecordError {
    /// The source is longer than spans can reach.
    #[error("the source has {0} bytes, more than spans can hold")]
    TooLong(usize),
    /// A span lies outside the source, ends before it starts, or cuts a character.
    #[error("{field}: {start}..{end} is no piece of the source")]
    Span {
        /// The field that holds the span.
        field: &'static str,
        /// The start that was given.
        start: u32,
        /// The end that was given.
        end: u32,
    },
    /// An index or range points at nothing.
    #[error("{field}: {index} points past the end of its list")]
    Index {
        /// The field that holds the index.
        field: &'static str,
        /// The index that was given.
        index: u32,
    },
    /// Parts that stand in the order of the text do not.
    #[error("{field}: out of order")]
    Order {
        /// The list.
        field: &'static str,
    },
}

impl From<Article<'_>> for Record {
    fn from(article: Article<'_>) -> Self {
        let (source, nodes) = article.into_parts();
        Record { source: source.into_owned(), nodes }
    }
}

impl Record {
    /// The article, once every span and index has been checked against the source.
    ///
    /// # Errors
    ///
    /// A [`RecordError`] that names the first field that is wrong.
    pub fn into_article(self) -> Result<Article<'static>, RecordError> {
        check(&self.source, &self.nodes)?;
        Ok(Article::new(Cow::Owned(self.source), self.nodes))
    }
}

impl TryFrom<Record> for Article<'static> {
    type Error = RecordError;

    fn try_from(record: Record) -> Result<Self, RecordError> {
        record.into_article()
    }
}

type Checked = Result<(), RecordError>;

struct Checker<'s> {
    source: &'s str,
}

impl Checker<'_> {
    fn span(&self, field: &'static str, span: Span) -> Checked {
        let whole = span.start <= span.end && self.source.get(span.range()).is_some();
        if whole { Ok(()) } else { Err(RecordError::Span { field, start: span.start, end: span.end }) }
    }

    fn spans(&self, field: &'static str, spans: impl IntoIterator<Item = Span>) -> Checked {
        spans.into_iter().try_for_each(|span| self.span(field, span))
    }

    /// Spans in order and without overlap.
    fn row(&self, field: &'static str, spans: impl IntoIterator<Item = Span>) -> Checked {
        let mut end = 0;
        for span in spans {
            self.span(field, span)?;
            if span.start < end {
                return Err(RecordError::Order { field });
            }
            end = span.end;
        }
        Ok(())
    }
}

fn index(field: &'static str, index: Option<u32>, len: usize) -> Checked {
    match index {
        Some(index) if index as usize >= len => Err(RecordError::Index { field, index }),
        _ => Ok(()),
    }
}

fn range(field: &'static str, (from, to): (u32, u32), len: usize) -> Checked {
    if from > to || to as usize > len { Err(RecordError::Index { field, index: to }) } else { Ok(()) }
}

fn check(source: &str, nodes: &Nodes) -> Checked {
    if source.len() > MAX_LEN {
        return Err(RecordError::TooLong(source.len()));
    }
    let text = Checker { source };
    text.row("blocks", nodes.blocks.iter().map(|block| block.span))?;
    check_head(&text, nodes)?;
    text.row("sentences", nodes.sentences.iter().copied())?;
    text.row("paragraphs", nodes.paragraphs.iter().map(|paragraph| paragraph.span))?;
    let mut sentence = 0;
    for paragraph in &nodes.paragraphs {
        index("paragraphs.block", Some(paragraph.block), nodes.blocks.len())?;
        range("paragraphs.sentences", paragraph.sentences, nodes.sentences.len())?;
        if paragraph.sentences.0 < sentence {
            return Err(RecordError::Order { field: "paragraphs.sentences" });
        }
        sentence = paragraph.sentences.1;
    }
    let mut block = 0;
    for (at, quote) in nodes.quotes.iter().enumerate() {
        text.span("quotes.span", quote.span)?;
        text.span("quotes.outer", quote.outer)?;
        index("quotes.block", Some(quote.block), nodes.blocks.len())?;
        // A quotation stands inside an earlier one, so there are no circles.
        index("quotes.nested_in", quote.nested_in, at)?;
        index("quotes.attribution", quote.attribution, nodes.attributions.nodes.len())?;
        if quote.block < block {
            return Err(RecordError::Order { field: "quotes.block" });
        }
        block = quote.block;
    }
    text.spans("attributions.content", nodes.attributions.content.iter().copied())?;
    for (at, node) in nodes.attributions.nodes.iter().enumerate() {
        range("attributions.content", node.content, nodes.attributions.content.len())?;
        text.spans("attributions.mention", node.mention)?;
        text.spans("attributions.cue", node.cue)?;
        index("attributions.block", Some(node.block), nodes.blocks.len())?;
        index("attributions.follows", node.follows, at)?;
        index("attributions.speaker", node.speaker, nodes.speakers.nodes.len())?;
    }
    text.spans("speakers.mentions", nodes.speakers.mentions.iter().copied())?;
    for speaker in &nodes.speakers.nodes {
        text.span("speakers.name", speaker.name)?;
        text.spans("speakers.title", speaker.title)?;
        text.spans("speakers.role", speaker.role)?;
        range("speakers.mentions", speaker.mentions, nodes.speakers.mentions.len())?;
    }
    Ok(())
}

fn check_head(text: &Checker, nodes: &Nodes) -> Checked {
    let head = &nodes.head;
    text.spans("headline", head.headline)?;
    text.spans("kicker", head.kicker)?;
    text.spans("deck", head.deck)?;
    if let Some(masthead) = head.masthead {
        text.span("masthead", masthead.span)?;
        text.spans("masthead.publication", masthead.publication)?;
    }
    if let Some(byline) = &head.byline {
        text.span("byline", byline.span)?;
        for author in &byline.authors {
            text.span("byline.authors", author.span)?;
            let parts = [author.name, author.role, author.organization, author.place, author.contact];
            text.spans("byline.authors", parts.into_iter().flatten())?;
        }
    }
    if let Some(dateline) = &head.dateline {
        text.span("dateline", dateline.span)?;
        for place in &dateline.places {
            text.spans("dateline.places", [place.span, place.city].into_iter().chain(place.region))?;
        }
        text.spans("dateline.agencies", dateline.agencies.iter().copied())?;
    }
    for caption in &head.captions {
        text.span("captions", caption.span)?;
        if let Some(credit) = caption.credit {
            text.spans(
                "captions.credit",
                [Some(credit.span), credit.photographer, credit.agency].into_iter().flatten(),
            )?;
        }
    }
    for node in &head.contributors {
        text.spans(
            "contributors",
            [Some(node.span), Some(node.name), node.place, node.role].into_iter().flatten(),
        )?;
    }
    text.spans("corrections", head.corrections.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> serde_json::Value {
        let article = crate::parse(
            "Bridge shut\n\nBy Dana Whitlock\n\nHARLOW — “It was ‘time’,” Bo Lund said. “So é.”",
        )
        .unwrap();
        serde_json::to_value(Record::from(article)).unwrap()
    }

    /// A record with one value changed is refused, and the error names the field.
    #[test]
    fn hostile_records() {
        let span = serde_json::json!({"start": 0, "end": 9999});
        let cut = serde_json::json!({"start": 0, "end": record()["source"].as_str().unwrap().find('é').unwrap() + 1});
        let cases = [
            ("/nodes/blocks/0/span", &span, "blocks"),
            ("/nodes/head/headline", &span, "headline"),
            ("/nodes/head/byline/authors/0/name", &span, "byline.authors"),
            ("/nodes/head/dateline/places/0/city", &span, "dateline.places"),
            ("/nodes/quotes/0/span", &cut, "quotes.span"),
            ("/nodes/quotes/0/nested_in", &serde_json::json!(0), "quotes.nested_in"),
            ("/nodes/quotes/0/attribution", &serde_json::json!(77), "quotes.attribution"),
            ("/nodes/attributions/nodes/0/content", &serde_json::json!([0, 99]), "attributions.content"),
            ("/nodes/attributions/nodes/0/speaker", &serde_json::json!(5), "attributions.speaker"),
            ("/nodes/speakers/nodes/0/name", &cut, "speakers.name"),
            ("/nodes/paragraphs/0/sentences", &serde_json::json!([3, 2]), "paragraphs.sentences"),
        ];
        for (pointer, value, field) in cases {
            let mut json = record();
            *json.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value.clone();
            let record: Record = serde_json::from_value(json).unwrap();
            let error = record.into_article().unwrap_err().to_string();
            assert!(error.starts_with(field), "{pointer}: {error}");
        }
        let kept: Record = serde_json::from_value(record()).unwrap();
        assert!(kept.into_article().is_ok());
    }
}
