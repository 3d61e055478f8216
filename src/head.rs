//! Blocks → the parts of an article that are not running text.

use crate::grammar::byline::{BylineNode, byline};
use crate::grammar::credit::{self, CreditNode};
use crate::grammar::date::Moment;
use crate::grammar::dateline::{DatelineNode, dateline};
use crate::grammar::sign_off::{self, ContributorNode};
use crate::grammar::timestamp::timestamps;
use crate::layout::{BlockKind, BlockNode, publication};
use crate::span::Span;
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

/// Reads the parts off the blocks. `reference` gives the year to dates that lack it.
pub(crate) fn head(
    text: &str,
    blocks: &[BlockNode],
    reference: Option<NaiveDate>,
    body_only: bool,
) -> HeadNodes {
    let mut nodes = HeadNodes::default();
    let mut opened = body_only;
    for block in blocks {
        let (span, body) = (block.span, block.span.of(text));
        match block.kind {
            BlockKind::Headline => nodes.headline = Some(span),
            BlockKind::Kicker => nodes.kicker = nodes.kicker.or(Some(span)),
            BlockKind::Deck => nodes.deck = nodes.deck.or(Some(span)),
            BlockKind::Masthead if nodes.masthead.is_none() => {
                let publication = publication(body).map(|name| name.shift(span.start));
                nodes.masthead = Some(MastheadNode { span, publication });
            }
            BlockKind::Byline => read_byline(body, span, reference, &mut nodes),
            BlockKind::Timestamp => read_times(body, reference, &mut nodes),
            BlockKind::ReadingTime => {
                nodes.reading_minutes = nodes.reading_minutes.or_else(|| sign_off::reading_minutes(body));
            }
            BlockKind::Caption | BlockKind::Credit => {
                let credit =
                    if block.kind == BlockKind::Credit { credit::line(body) } else { credit::closing(body) };
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
            // Only the opening of the story has a dateline; a dash later on is a dash.
            BlockKind::Paragraph if !opened => {
                opened = true;
                if let Ok((_, mut node)) = dateline(body) {
                    node.shift(span.start);
                    nodes.dateline = Some(node);
                }
            }
            _ => {}
        }
    }
    nodes
}

/// Adds a line's authors; a byline may run over several lines.
fn read_byline(body: &str, span: Span, reference: Option<NaiveDate>, nodes: &mut HeadNodes) {
    let Ok((rest, mut found)) = byline(body) else {
        return;
    };
    found.shift(span.start);
    match &mut nodes.byline {
        None => nodes.byline = Some(found),
        Some(_) if found.led => {}
        Some(first) => {
            first.span.end = found.span.end;
            first.authors.append(&mut found.authors);
        }
    }
    read_times(rest, reference, nodes);
}

fn read_times(body: &str, reference: Option<NaiveDate>, nodes: &mut HeadNodes) {
    if let Some(times) = timestamps(body, reference) {
        nodes.published = nodes.published.or(times.published);
        nodes.updated = nodes.updated.or(times.updated);
    }
}
