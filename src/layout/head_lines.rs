//! The lines above the story: which is the headline, and what the others are to it.

use super::{BlockKind, BlockNode, Chunk};
use crate::grammar::byline::byline;
use crate::lexicon::{self, Class};
use crate::limits::{HEAD_LINES, LABEL_LEN};

/// Kinds that stand between a headline and its story, and so tell that the story has not begun.
const fn before_story(label: Option<BlockKind>) -> bool {
    matches!(
        label,
        Some(BlockKind::Byline | BlockKind::Timestamp | BlockKind::ReadingTime | BlockKind::Masthead)
    )
}

/// The chunk with which the story begins.
pub(super) fn body_start(chunks: &[Chunk]) -> usize {
    let window = &chunks[..chunks.len().min(HEAD_LINES)];
    let mut last_head = 0;
    for (at, chunk) in window.iter().enumerate() {
        if chunk.dateline {
            return at;
        }
        if chunk.label.is_some() {
            last_head = at + 1;
        }
        if chunk.prose && chunk.label.is_none() {
            let ahead = &window[at + 1..(at + 5).min(window.len())];
            let next_prose = ahead
                .iter()
                .position(|next| next.prose && next.label.is_none() && !next.dateline)
                .unwrap_or(ahead.len());
            let deck = chunk.span.len() <= 4 * LABEL_LEN
                && ahead[..next_prose].iter().any(|next| before_story(next.label) || next.dateline);
            if !deck || at == 0 && !ahead.iter().any(|next| next.dateline) {
                return at;
            }
        }
    }
    // No long paragraph anywhere: a headline and what labels follow it, then the rest.
    if chunks.len() < 2 { 0 } else { last_head.max(1).min(chunks.len()) }
}

/// Says what each chunk above the story is.
pub(super) fn classify(text: &str, head: &[Chunk], out: &mut Vec<BlockNode>) {
    let headline = headline(text, head);
    for (at, chunk) in head.iter().enumerate() {
        let kind = match (chunk.label, headline) {
            (_, Some(headline)) if at == headline => BlockKind::Headline,
            (Some(label), _) => label,
            (None, Some(headline)) if at < headline => above(text, chunk),
            (None, Some(headline)) => below(text, head, at, headline, out),
            (None, None) => above(text, chunk),
        };
        out.push(BlockNode { kind, span: chunk.span });
    }
}

fn above(text: &str, chunk: &Chunk) -> BlockKind {
    let body = chunk.span.of(text);
    let labelled = body.contains(['•', '|', '›', '»', '/']) && chunk.words <= 8;
    match chunk.words {
        _ if body.starts_with("* ") => BlockKind::Boilerplate,
        0..=4 => BlockKind::Kicker,
        _ if labelled => BlockKind::Kicker,
        _ => BlockKind::Teaser,
    }
}

fn below(text: &str, head: &[Chunk], at: usize, headline: usize, out: &[BlockNode]) -> BlockKind {
    let chunk = &head[at];
    let body = chunk.span.of(text);
    if is_bare_byline(body) {
        return BlockKind::Byline;
    }
    let has_deck = out.iter().any(|block| block.kind == BlockKind::Deck);
    let only_labels_between = head[headline + 1..at].iter().all(|chunk| chunk.label.is_some());
    if body.starts_with(['•', '*']) && chunk.words > 3 {
        return BlockKind::ListItem;
    }
    match chunk.words {
        0..=2 => BlockKind::Kicker,
        _ if has_deck && chunk.prose => BlockKind::Caption,
        _ if !has_deck && (only_labels_between || at == headline + 1) => BlockKind::Deck,
        _ if chunk.prose => BlockKind::Caption,
        _ => BlockKind::Boilerplate,
    }
}

/// A byline without "By": names that are known as such, or that a role or a paper follows.
fn is_bare_byline(body: &str) -> bool {
    if body.len() > LABEL_LEN {
        return false;
    }
    byline(body).is_ok_and(|(_, node)| {
        node.authors.iter().all(|author| {
            let first = author.name.map_or("", |name| name.of(body)).split(' ').next().unwrap_or_default();
            author.role.is_some()
                || author.organization.is_some()
                || author.contact.is_some()
                || lexicon::class(first).any(Class::FIRST_NAME)
        })
    })
}

/// The chunk that is the headline: of those that could be, the one that stands and reads most like it.
fn headline(text: &str, head: &[Chunk]) -> Option<usize> {
    let masthead = head.iter().rposition(|chunk| chunk.label == Some(BlockKind::Masthead));
    let could_be = |at: usize| {
        let chunk = &head[at];
        let body = chunk.span.of(text);
        chunk.label.is_none() && !chunk.prose && body.len() <= 300 && body.chars().any(char::is_alphabetic)
    };
    let after_masthead = masthead.filter(|at| (at + 1..head.len()).any(could_be));
    let mut best: Option<(i32, usize)> = None;
    for at in (0..head.len()).filter(|at| could_be(*at)) {
        let chunk = &head[at];
        let body = chunk.span.of(text);
        let mut score = match chunk.words {
            0 | 1 => -2,
            2 => 0,
            3 => 2,
            4..=20 => 4,
            21..=30 => 2,
            _ => -2,
        };
        if after_masthead.is_some_and(|masthead| at > masthead) {
            score += 5;
        }
        if body.ends_with('.') && !body.ends_with("U.S.") {
            score -= 2;
        }
        if body.starts_with("* ") || body.contains(['•', '›', '|']) {
            score -= 3;
        }
        if is_bare_byline(body) {
            score -= 4;
        }
        let next = head.get(at + 1);
        if next.is_none_or(|next| before_story(next.label)) {
            score += 2;
        }
        // A deck under its headline is the longer of the two.
        if next.is_some_and(|next| next.label.is_none() && (next.prose || next.span.len() > chunk.span.len()))
        {
            score += 3;
        }
        // Of equals the one nearer to the story is the headline; the others are promoted above it.
        if best.is_none_or(|(most, _)| score >= most) {
            best = Some((score, at));
        }
    }
    best.map(|(_, at)| at)
}
