//! Where what a clause reports begins and ends.

use crate::lexicon::Class;
use crate::quote::QuoteNode;
use crate::scan::words::{Kind, Token};
use crate::span::Span;

/// `from..to` without the marks that set it off at either end.
pub(super) fn trimmed(tokens: &[Token], from: usize, to: usize) -> (usize, usize) {
    let edge = |token: &Token| {
        matches!(token.kind, Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Dash | Kind::Stop)
    };
    let (mut from, mut to) = (from, to.max(from));
    while from < to && edge(&tokens[from]) {
        from += 1;
    }
    while from < to && edge(&tokens[to - 1]) {
        to -= 1;
    }
    (from, to)
}

/// Whether `tokens` hold a word outside marks.
pub(super) fn has_words(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| matches!(token.kind, Kind::Word | Kind::Number))
}

/// Whether `tokens` can be a clause: a verb stands in them, or a passage.
pub(super) fn has_clause(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| {
        token.is(Kind::Passage)
            || token.is_word()
                && !token.capital()
                && token.class.any(
                    Class::AUXILIARY
                        .and(Class::COMMON_VERB)
                        .and(Class::PAST)
                        .and(Class::THIRD)
                        .and(Class::PARTICIPLE),
                )
    }) || tokens.len() >= 5
}

/// The span of a piece of content: marks at its ends are left out.
pub(super) fn span(tokens: &[Token], members: &[u32], quotes: &[QuoteNode]) -> Option<Span> {
    let (first, last) = (tokens.first()?, tokens.last()?);
    let inner = |token: &Token| {
        let at =
            members.binary_search_by_key(&token.start, |quote| quotes[*quote as usize].outer.start).ok()?;
        Some(quotes[members[at] as usize].span)
    };
    let start = if first.is(Kind::Passage) { inner(first)?.start } else { first.start };
    let end = if last.is(Kind::Passage) { inner(last)?.end } else { last.end };
    (start < end).then_some(Span::new(start, end))
}
