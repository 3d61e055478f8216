//! W3C Web Annotation.

use crate::{Article, Positions, Quote, Span};
use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

/// Characters of the text before and after a quotation that tell it from others of the same words.
const AROUND: usize = 32;

struct Annotations<'a> {
    article: &'a Article<'a>,
    source: &'a str,
}

#[derive(Serialize)]
struct Annotation<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Body<'a>,
    target: Target<'a>,
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    value: &'a str,
}

#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    selector: (Position, Words<'a>),
}

#[derive(Serialize)]
struct Position {
    #[serde(rename = "type")]
    kind: &'static str,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct Words<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
}

/// A list of [Web Annotations](https://www.w3.org/TR/annotation-model/): one for each quotation with a speaker, whose
/// body is the speaker's name and whose target is the words.
///
/// `source` is the address of the text. A `TextPositionSelector` gives characters, a `TextQuoteSelector` the words with
/// what stands around them, for texts that have changed since.
pub fn web_annotations<'a>(article: &'a Article<'_>, source: &'a str) -> impl Serialize + use<'a> {
    Annotations { article, source }
}

impl Serialize for Annotations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let positions = self.article.positions();
        let mut list = serializer.serialize_seq(None)?;
        for quote in self.article.quotes() {
            if let Some(speaker) = quote.speaker() {
                list.serialize_element(&self.annotation(&positions, quote, speaker.name()))?;
            }
        }
        list.end()
    }
}

impl<'a> Annotations<'a> {
    fn annotation(&self, positions: &Positions, quote: Quote<'a>, speaker: &'a str) -> Annotation<'a> {
        let range = positions.char_range(quote.span());
        let (prefix, suffix) = around(self.article.source(), quote.span());
        Annotation {
            context: "http://www.w3.org/ns/anno.jsonld",
            kind: "Annotation",
            motivation: "identifying",
            body: Body { kind: "TextualBody", purpose: "identifying", value: speaker },
            target: Target {
                source: self.source,
                selector: (
                    Position { kind: "TextPositionSelector", start: range.start, end: range.end },
                    Words { kind: "TextQuoteSelector", exact: quote.text(), prefix, suffix },
                ),
            },
        }
    }
}

/// What stands before and after a span.
fn around(text: &str, span: Span) -> (&str, &str) {
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    let start = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
    let end = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    (&before[start..], &after[..end])
}
