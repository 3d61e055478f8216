//! Verbs of any kind, and the subjects that they have: what a clause without a subject of its own hangs on.

use super::Lead;
use super::cue::{self, Sort};
use super::subject::{self, Subject};
use crate::grammar::clause::complementiser;
use crate::lexicon::Class;
use crate::scan::words::{Kind, Token};
use crate::span::Span;

/// The text from the token at `from` up to the one before `to`.
pub(super) fn span(tokens: &[Token], from: usize, to: usize) -> Option<Span> {
    (from < to).then(|| Span::new(tokens[from].start, tokens[to - 1].end))
}

/// The clause of a frame that ends with a colon: its last verb and that verb's subject.
pub(super) fn lead(text: &str, tokens: &[Token]) -> Option<Lead> {
    let end = tokens.len().checked_sub(1).filter(|at| tokens[*at].is(Kind::Colon))?;
    let reports = |at: &usize| matches!(cue::sort(text, tokens, *at), Some(Sort::Finite | Sort::Participle));
    let verb = (1..end)
        .rev()
        .find(reports)
        .or_else(|| (1..end).rev().find(|at| subject_of(text, tokens, *at).is_some()));
    if let Some(at) = verb {
        Some(Lead {
            cue: tokens[at].span(),
            mention: subject_of(text, tokens, at).or_else(|| last_subject(text, tokens, at)),
        })
    } else {
        let start = subject::phrase(tokens, end).filter(|start| *start == 0)?;
        Some(Lead { cue: tokens[end].span(), mention: span(tokens, start, end) })
    }
    .filter(|lead| lead.mention.is_some())
}

/// The subject of the first verb of a frame that has one.
pub(super) fn first_subject(text: &str, tokens: &[Token], before: usize) -> Option<Span> {
    (1..before).find_map(|at| subject_of(text, tokens, at))
}

/// The subject of the nearest verb before `before` that has one.
pub(super) fn last_subject(text: &str, tokens: &[Token], before: usize) -> Option<Span> {
    (1..before).rev().find_map(|at| subject_of(text, tokens, at))
}

/// The subject of the verb at `at`, if a verb stands there and has a subject before it.
pub(super) fn subject_of(text: &str, tokens: &[Token], at: usize) -> Option<Span> {
    let token = &tokens[at];
    if !token.is_finite()
        || complementiser(token)
        || token.class.any(Class::DETERMINER)
        || cue::is_noun(tokens, at)
    {
        return None;
    }
    match subject::before(text, tokens, at) {
        Subject::Phrase { start, end, .. } => span(tokens, start, end),
        Subject::Relative { .. } | Subject::Shared | Subject::None => None,
    }
}

/// "Declaring that …, she left": the subject of a participle that opens its sentence comes after the comma.
pub(super) fn subject_after(text: &str, tokens: &[Token], at: usize) -> Option<Span> {
    if at > 0 {
        return None;
    }
    (1..tokens.len()).filter(|at| tokens[*at].is_finite()).find_map(|at| {
        match subject::before(text, tokens, at) {
            Subject::Phrase { start, end, clause } if clause > 0 && tokens[clause - 1].is(Kind::Comma) => {
                span(tokens, start, end)
            }
            _ => None,
        }
    })
}
