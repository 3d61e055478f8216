//! Blocks → the parts of an article that are not running text.

use crate::grammar::byline::{AuthorNode, BylineNode, byline};
use crate::grammar::credit::{self, CreditNode};
use crate::grammar::date::Moment;
use crate::grammar::dateline::{DatelineNode, PlaceNode, dateline};
use crate::grammar::numeric_date::{DateOrder, date_order};
use crate::grammar::sign_off::{self, ContributorNode};
use crate::grammar::timestamp::{Times, times_in, timestamps_in_order};
use crate::layout::{BlockKind, BlockNode, publication};
use crate::span::Span;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A masthead and the paper that it names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct MastheadNode {
    pub(crate) span: Span,
    pub(crate) publication: Option<Span>,
}

/// A caption and its credit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct CaptionNode {
    pub(crate) span: Span,
    pub(crate) credit: Option<CreditNode>,
}

/// The parts that stand around the running text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct HeadNodes {
    pub(crate) headline: Option<Span>,
    pub(crate) kicker: Option<Span>,
    pub(crate) deck: Option<Span>,
    pub(crate) masthead: Option<MastheadNode>,
    pub(crate) byline: Option<BylineNode>,
    pub(crate) dateline: Option<DatelineNode>,
    pub(crate) published: Option<Moment>,
    pub(crate) updated: Option<Moment>,
    pub(crate) reading_minutes: Option<u16>,
    pub(crate) captions: Vec<CaptionNode>,
    pub(crate) contributors: Vec<ContributorNode>,
    pub(crate) corrections: Vec<Span>,
}

/// By what dates are read that leave something open.
#[derive(Clone, Copy)]
struct Known {
    reference: Option<NaiveDate>,
    order: Option<DateOrder>,
}

impl Known {
    fn times(self, line: &str) -> Option<Times> {
        timestamps_in_order(line, self.reference, self.order).or_else(|| times_in(line, self.reference))
    }
}

/// The order of day and month that the time lines of a text prove: "04/05/2024" is read as "30/04/2024" beside it is.
fn date_order_of(text: &str, blocks: &[BlockNode]) -> Option<DateOrder> {
    let timed = |block: &&BlockNode| matches!(block.kind, BlockKind::Byline | BlockKind::Timestamp);
    blocks.iter().filter(timed).find_map(|block| date_order(block.span.of(text)))
}

impl HeadNodes {
    fn enter(&mut self, times: Option<Times>) {
        let times = times.unwrap_or_default();
        self.published = self.published.or(times.published);
        self.updated = self.updated.or(times.updated);
    }
}

/// Paragraphs of a story's opening: the second has the dateline where a note stands first.
const OPENING: usize = 2;

/// Reads the parts off the blocks. `reference` gives the year to dates that lack it.
pub(crate) fn head(
    text: &str,
    blocks: &[BlockNode],
    reference: Option<NaiveDate>,
    body_only: bool,
) -> HeadNodes {
    let mut nodes = HeadNodes::default();
    let known = Known { reference, order: date_order_of(text, blocks) };
    let mut paragraphs = 0;
    for block in blocks {
        let (span, body) = (block.span, block.span.of(text));
        paragraphs += usize::from(block.kind == BlockKind::Paragraph);
        match block.kind {
            BlockKind::Headline => nodes.headline = Some(span),
            BlockKind::Kicker => nodes.kicker = nodes.kicker.or(Some(span)),
            BlockKind::Deck => nodes.deck = nodes.deck.or(Some(span)),
            BlockKind::Masthead if nodes.masthead.is_none() => {
                let publication = publication(body).map(|name| name.shift(span.start));
                nodes.masthead = Some(MastheadNode { span, publication });
            }
            BlockKind::Byline => read_byline(text, span, known, &mut nodes),
            // A time set into the story is that of another, or of an entry; over it may stand one summary.
            BlockKind::Timestamp if paragraphs < 2 => nodes.enter(known.times(body)),
            BlockKind::ReadingTime => {
                nodes.reading_minutes = nodes.reading_minutes.or_else(|| sign_off::reading_minutes(body));
            }
            BlockKind::Caption | BlockKind::Credit => {
                let credit = if block.kind == BlockKind::Credit {
                    credit::line(body)
                } else {
                    credit::of_caption(body)
                };
                let credit = credit.map(|mut credit| {
                    credit.shift(span.start);
                    credit
                });
                nodes.captions.push(CaptionNode { span, credit });
            }
            BlockKind::ContributorNote => {
                for mut node in sign_off::contributors(body).unwrap_or_default() {
                    node.shift(span.start);
                    nodes.contributors.push(node);
                }
            }
            BlockKind::Correction => nodes.corrections.push(span),
            // Only the opening of the story has a dateline; a dash later on is a dash. A note may stand before it.
            BlockKind::Paragraph if paragraphs <= OPENING && nodes.dateline.is_none() && !body_only => {
                let capitals =
                    |place: &PlaceNode| !place.span.of(body).bytes().any(|byte| byte.is_ascii_lowercase());
                if let Ok((_, mut node)) = dateline(body) {
                    if paragraphs == 1 || node.places.first().is_some_and(capitals) {
                        node.shift(span.start);
                        nodes.dateline = Some(node);
                    }
                }
            }
            _ => {}
        }
    }
    nodes
}

/// Adds a line's authors; a byline may run over several lines.
fn read_byline(text: &str, span: Span, known: Known, nodes: &mut HeadNodes) {
    let Ok((rest, mut found)) = byline(span.of(text)) else {
        return;
    };
    found.shift(span.start);
    match &mut nodes.byline {
        None => nodes.byline = Some(found),
        Some(first) => {
            // Pages print an author twice, over the picture and over the text.
            let named = |author: &AuthorNode, name: Span| {
                author.name.is_some_and(|own| own.of(text) == name.of(text))
            };
            let known = |name: Span| first.authors.iter().any(|author| named(author, name));
            found.authors.retain(|author| !author.name.is_some_and(known));
            if !found.authors.is_empty() {
                first.span.end = found.span.end;
                first.authors.append(&mut found.authors);
            }
        }
    }
    let line = span.of(text);
    let times = known.times(rest).or_else(|| times_in(line, known.reference));
    nodes.enter(times);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_date_of_the_page_decides_the_order() {
        let line = |kind, start: u32, end: u32| BlockNode { kind, span: Span::new(start, end) };
        for (text, published) in [
            ("Published 04/05/2024\nUpdated 30/05/2024", Some("2024-05-04")),
            ("Published 04/05/2024\nUpdated 05/30/2024", Some("2024-04-05")),
            // Nothing decides: the text keeps its date to itself.
            ("Published 04/05/2024\nUpdated 06/05/2024", None),
        ] {
            let blocks = [line(BlockKind::Timestamp, 0, 20), line(BlockKind::Timestamp, 21, 39)];
            let nodes = head(text, &blocks, None, false);
            assert_eq!(nodes.published.map(|moment| moment.to_string()).as_deref(), published, "{text}");
        }
    }
}
