//! Passages that no reporting word claims: the verb beside them, whatever it is.
//!
//! Papers let people beam, shoot back and put it. A passage in direct speech is set off by its comma or colon,
//! and the verb on the other side of that mark is its cue even if no list has it.

use super::clauses::{EMPTY, leads_to_clause};
use super::verb::{span, subject_of};
use super::{Clause, Evidence};
use crate::grammar::clause::source;
use crate::grammar::tokens::Tokens;
use crate::lexicon::Class;
use crate::scan::letters::first_letter;
use crate::scan::words::{Kind, Token};
use alloc::vec::Vec;

/// Appends a clause for each passage of a frame that no clause in `out` holds, where one can be told.
pub(super) fn find(text: &str, tokens: &[Token], out: &mut Vec<Clause>) {
    for at in 0..tokens.len() {
        let claimed = |clause: &Clause| clause.content.iter().any(|piece| piece.0 <= at && at < piece.1);
        if !tokens[at].is(Kind::Passage) || out.iter().any(claimed) {
            continue;
        }
        let found = after(text, tokens, at).or_else(|| before(text, tokens, at));
        out.extend(found);
    }
}

/// “…!” beamed Lee. “…?” Lee shot back.
fn after(text: &str, tokens: &[Token], at: usize) -> Option<Clause> {
    let words = tokens[at].text(text);
    // A comma inside the marks also stands after a title in a list of titles.
    let title = words.trim_end_matches(['”', '"', '\'']).ends_with(',') && words.split(' ').nth(3).is_none();
    if title || !leads_to_clause(text, &tokens[at]) {
        return None;
    }
    let next = tokens.get(at + 1)?;
    if next.is_finite() && !next.class.any(Class::AUXILIARY) {
        let (_, len) = source(Tokens(&tokens[at + 2..]), false).ok()?;
        let end = at + 2 + len;
        return Some(Clause {
            cue: next.span(),
            mention: span(tokens, at + 2, end),
            evidence: Evidence::ClauseAfterInverted,
            content: [(at, at + 1), EMPTY],
            at: (at + 1, end),
            marks_only: true,
            narrates: false,
        });
    }
    let verb = (at + 2..tokens.len().min(at + 12))
        .find(|verb| tokens[*verb].is_finite() && !tokens[*verb].class.any(Class::AUXILIARY))?;
    let mention = subject_of(text, tokens, verb).filter(|mention| mention.start >= tokens[at].end)?;
    Some(Clause {
        cue: tokens[verb].span(),
        mention: Some(mention),
        evidence: Evidence::ClauseAfter,
        content: [(at, at + 1), EMPTY],
        at: (at + 1, verb + 1),
        marks_only: true,
        narrates: false,
    })
}

/// As Lee put it, “…” The passage opens with a capital, after a comma or colon.
fn before(text: &str, tokens: &[Token], at: usize) -> Option<Clause> {
    let set_off = at > 1 && matches!(tokens[at - 1].kind, Kind::Comma | Kind::Colon);
    let capital = first_letter(tokens[at].text(text)).is_some_and(char::is_uppercase);
    let title = tokens[at].text(text).split(' ').nth(3).is_none();
    if !set_off || !capital || title {
        return None;
    }
    let (verb, mention) =
        (1..at).rev().find_map(|verb| subject_of(text, tokens, verb).map(|mention| (verb, mention)))?;
    Some(Clause {
        cue: tokens[verb].span(),
        mention: Some(mention),
        evidence: Evidence::ClauseBefore,
        content: [(at, at + 1), EMPTY],
        at: (verb, verb + 1),
        marks_only: true,
        narrates: false,
    })
}
