//! The annotation format of BBC Citron.

use crate::{Article, Positions, Span, Text};
use alloc::vec::Vec;
use serde::Serialize;

#[derive(Serialize)]
struct Document<'a> {
    text: &'a str,
    quotes: Vec<Quoted<'a>>,
    coreference_groups: Vec<Vec<Place<'a>>>,
}

#[derive(Serialize)]
struct Quoted<'a> {
    id: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    cue: Option<Place<'a>>,
    sources: Vec<Place<'a>>,
    contents: Vec<Place<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    coreferences: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

/// The attributions in the format of [BBC Citron](https://github.com/bbc/citron): half-open ranges of characters.
///
/// Contents hold their marks, as Citron's do. Citron asks for a cue; an attribution that goes on without a clause of
/// its own has none here, nor a source, but its speaker's name among the coreferences.
pub fn citron<'a>(article: &'a Article<'_>) -> impl Serialize + use<'a> {
    let positions = article.positions();
    let place = |span: Span| at(&positions, article.source(), span);
    let spans = |text: Text<'a>| place(text.span());
    Document {
        text: article.source(),
        quotes: article
            .attributions()
            .map(|attribution| Quoted {
                id: attribution.index(),
                cue: attribution.cue().map(spans),
                sources: attribution.mention().map(spans).into_iter().collect(),
                contents: attribution
                    .content()
                    .map(|piece| place(with_marks(article, piece.span())))
                    .collect(),
                coreferences: attribution
                    .speaker()
                    .map(|speaker| spans(speaker.name_text()))
                    .into_iter()
                    .collect(),
            })
            .collect(),
        coreference_groups: article
            .speakers()
            .map(|speaker| speaker.mentions().map(spans).collect::<Vec<_>>())
            .filter(|mentions| mentions.len() > 1)
            .collect(),
    }
}

fn at<'a>(positions: &Positions, text: &'a str, span: Span) -> Place<'a> {
    let range = positions.char_range(span);
    Place { start: range.start, end: range.end, text: &text[span.start as usize..span.end as usize] }
}

/// A piece that is a quotation's words, with the marks around them.
fn with_marks(article: &Article, piece: Span) -> Span {
    let quotes = &article.inner().nodes.quotes;
    let from = quotes.partition_point(|quote| quote.span.start < piece.start);
    quotes[from..].first().filter(|quote| quote.span == piece).map_or(piece, |quote| quote.outer)
}
