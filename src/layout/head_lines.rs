//! The lines above the story: which is the headline, and what the others are to it.

use super::{BlockKind, BlockNode, Chunk};
use crate::grammar::byline::byline;
use crate::lexicon::{self, Class};
use crate::limits::{HEAD_LINES, LABEL_LEN};
use crate::scan::blank::boundary;
use crate::scan::words::words;
use crate::span::Span;

/// Kinds that stand between a headline and its story, and so tell that the story has not begun.
const fn before_story(label: Option<BlockKind>) -> bool {
    matches!(
        label,
        Some(BlockKind::Byline | BlockKind::Timestamp | BlockKind::ReadingTime | BlockKind::Masthead)
    )
}

/// The chunk with which the story begins, given where its running text does.
///
/// Running text may begin above the labels: a deck of a sentence or two. Chunks that a byline or time still
/// follows closely are head.
pub(super) fn body_start(chunks: &[Chunk], story: usize) -> usize {
    let mut start = story;
    loop {
        let Some(first) = chunks.get(start) else { return start.min(chunks.len()) };
        if first.label.is_some() && !first.dateline {
            start += 1;
            continue;
        }
        // A headline that reads like a sentence, or a deck: labels come after it, and only one such chunk between.
        let ahead = &chunks[start + 1..chunks.len().min(start + 6)];
        let prose = ahead.iter().position(|next| next.label.is_none() && (next.prose || next.sentence));
        let labelled =
            ahead[..prose.unwrap_or(ahead.len())].iter().rposition(|next| before_story(next.label));
        let headline_missing =
            start == 0 && first.words <= 30 && !first.dateline && !first.reports && chunks.len() > 1;
        // A dateline opens the story, unless it opens a summary that the byline still follows.
        let byline = || ahead.iter().take(3).any(|next| next.label == Some(BlockKind::Byline));
        let opens = ahead.iter().position(|next| next.dateline).filter(|at| {
            !first.dateline && ahead[..*at].iter().filter(|next| next.label.is_none()).count() <= 2
        });
        match labelled {
            _ if opens.is_some() => start += opens.unwrap_or(0) + 1,
            Some(_) if first.dateline && !byline() => return start,
            Some(label) if first.len as usize <= 4 * LABEL_LEN && start < HEAD_LINES => start += label + 2,
            _ if headline_missing && !first.prose => start = 1,
            _ => return start,
        }
    }
}

/// Says what each chunk above the story is.
///
/// A text that is no copied page opens with its headline, whatever comes under it.
pub(super) fn classify(text: &str, chunks: &[Chunk], body: usize, copied: bool, out: &mut Vec<BlockNode>) {
    let head = &chunks[..body];
    let headline = headline(text, chunks, body, copied);
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
    let beside_time = [at.wrapping_sub(1), at + 1]
        .iter()
        .any(|beside| head.get(*beside).is_some_and(|chunk| chunk.label == Some(BlockKind::Timestamp)));
    let has_byline = out.iter().any(|block| block.kind == BlockKind::Byline);
    if is_bare_byline(body, (beside_time || at + 1 == head.len()) && !has_byline) {
        return BlockKind::Byline;
    }
    let has_deck = out.iter().any(|block| block.kind == BlockKind::Deck);
    if body.starts_with(['•', '*']) && chunk.words > 3 {
        return BlockKind::ListItem;
    }
    let close = at <= headline + 3;
    match chunk.words {
        0..=2 => BlockKind::Kicker,
        _ if has_deck && (chunk.prose || chunk.sentence) => BlockKind::Caption,
        3 => BlockKind::Boilerplate,
        _ if !has_deck && close => BlockKind::Deck,
        _ if chunk.prose || chunk.sentence => BlockKind::Caption,
        _ => BlockKind::Boilerplate,
    }
}

/// A byline without "By": names that are known as such, or that a role or a paper follows, or, `beside_time`,
/// names alone.
fn is_bare_byline(body: &str, beside_time: bool) -> bool {
    if body.len() > LABEL_LEN || body.ends_with(['.', '?', '!']) {
        return false;
    }
    byline(body).is_ok_and(|(_, node)| {
        node.authors.iter().all(|author| {
            let name = author.name.map_or("", |name| name.of(body));
            let first = name.split(' ').next().unwrap_or_default();
            author.role.is_some()
                || author.organization.is_some()
                || author.contact.is_some()
                || lexicon::class(first).any(Class::FIRST_NAME)
                || beside_time && (2..=4).contains(&name.split(' ').count())
        })
    })
}

/// The chunk that is the headline: of those that could be, the one that stands and reads most like it.
fn headline(text: &str, chunks: &[Chunk], body: usize, copied: bool) -> Option<usize> {
    let head = &chunks[..body];
    let from = body.saturating_sub(HEAD_LINES);
    let could_be = |at: &usize| {
        let chunk = &head[*at];
        let words = chunk.span.of(text);
        chunk.label.is_none() && chunk.len <= 300 && words.chars().any(char::is_alphabetic)
    };
    let mut candidates = (from..body).filter(could_be);
    let first = candidates.next()?;
    if candidates.next().is_none() {
        return Some(first);
    }
    let masthead = head.iter().rposition(|chunk| chunk.label == Some(BlockKind::Masthead));
    let after_masthead = masthead.filter(|at| (at + 1..body).any(|at| could_be(&at)));
    let story = Vocabulary::of(text, &chunks[body..]);
    let mut best: Option<(i32, usize)> = None;
    for at in (from..body).filter(could_be) {
        let mut score = alone(text, &head[at]) + 12 * story.share(text, head[at].span) / 100;
        if after_masthead.is_some_and(|masthead| at > masthead) {
            score += 10;
        }
        if at == first && !copied && head[at].words >= 4 {
            score += 6;
        }
        let next = head.get(at + 1);
        if next.is_none_or(|next| before_story(next.label)) {
            score += 3;
        }
        // A deck under its headline.
        let deck = |next: &Chunk| next.label.is_none() && next.len > head[at].len && next.words > 6;
        if next.is_some_and(deck) {
            score += 4;
        }
        if head[at + 1..body.min(at + 5)].iter().any(|next| before_story(next.label)) {
            score += 3;
        }
        // What stands farther from the story is promoted or a menu.
        score -= (body - at).saturating_sub(8).min(24) as i32 / 4;
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, at));
        }
    }
    best.map(|(_, at)| at)
}

/// How much a line reads like a headline, wherever it stands.
fn alone(text: &str, chunk: &Chunk) -> i32 {
    let body = chunk.span.of(text);
    let mut score = match chunk.words {
        0 | 1 => -6,
        2 => -2,
        3 => 2,
        4..=20 => 5,
        21..=30 => 3,
        _ => -4,
    };
    if chunk.prose || body.ends_with('.') && !body.ends_with("U.S.") {
        score -= 4;
    }
    if body.starts_with("* ") || body.starts_with(|c: char| c.is_ascii_digit()) && chunk.words <= 3 {
        score -= 8;
    }
    if body.contains(['•', '›', '©', '@']) {
        score -= 5;
    }
    if is_bare_byline(body, false) {
        score -= 6;
    }
    score
}

/// The words of a story's opening: those of its headline come back there, those of a menu do not.
struct Vocabulary {
    words: Vec<u32>,
}

/// Bytes of a story whose words are compared with its headline's.
const OPENING: usize = 4000;

impl Vocabulary {
    fn of(text: &str, story: &[Chunk]) -> Vocabulary {
        let mut vocabulary = Vocabulary { words: Vec::new() };
        let mut read = 0;
        for chunk in story.iter().filter(|chunk| chunk.prose || chunk.sentence) {
            if read > OPENING {
                break;
            }
            read += chunk.len as usize;
            content_words(text, chunk.span, |hash| vocabulary.words.push(hash));
        }
        vocabulary.words.sort_unstable();
        vocabulary
    }

    /// How many of a hundred content words of `span` are in the story's opening.
    fn share(&self, text: &str, span: Span) -> i32 {
        let (mut known, mut all) = (0, 0);
        content_words(text, span, |hash| {
            all += 1;
            known += i32::from(self.words.binary_search(&hash).is_ok());
        });
        if all == 0 { 0 } else { 100 * known / all }
    }
}

/// Calls `each` with a hash of every word of `span` that carries meaning: its first five letters stand for it.
fn content_words(text: &str, span: Span, mut each: impl FnMut(u32)) {
    const STEM: usize = 5;
    let end = boundary(text, span.end.min(span.start + OPENING as u32) as usize);
    let mut tokens = Vec::new();
    words(text, Span::from_usize(span.start as usize, end), &[], &mut tokens);
    for token in
        tokens.iter().filter(|token| token.is_word() && !token.class.any(Class::FUNCTION.and(Class::ADVERB)))
    {
        let stem = token.text(text).bytes().take(STEM);
        let hash = stem.fold(0x811C_9DC5_u32, |hash, byte| {
            (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
        });
        each(hash);
    }
}
