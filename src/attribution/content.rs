//! Where what a clause reports begins and ends.

use crate::lexicon::Class;
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

/// The span of a piece of content. Marks in it stay, so that none is left without its fellow.
pub(super) fn span(tokens: &[Token]) -> Option<Span> {
    let (first, last) = (tokens.first()?, tokens.last()?);
    (first.start < last.end).then_some(Span::new(first.start, last.end))
}
