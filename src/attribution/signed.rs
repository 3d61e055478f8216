//! “…” — X: words set apart, with the name of who said them after a dash.

use super::clauses::EMPTY;
use super::subject::is_name;
use super::verb::span;
use super::{Clause, Evidence};
use crate::scan::words::{Kind, Token};

/// The longest name with its apposition, in tokens.
const LONGEST: usize = 12;

/// “…” — X. A passage that is a sentence, then a dash and nothing but a name, with or without an age or a town.
pub(super) fn signed(tokens: &[Token], at: usize) -> Option<Clause> {
    let passage = at.checked_sub(1).filter(|at| tokens[*at].is(Kind::Passage))?;
    let opens = passage == 0 || tokens[passage - 1].is(Kind::Stop);
    let ends = tokens.len() - tokens[at..].iter().rev().take_while(|token| token.is(Kind::Stop)).count();
    let rest = &tokens[at + 1..ends];
    let name = rest.iter().position(|token| token.is(Kind::Comma)).unwrap_or(rest.len());
    let plain =
        |token: &Token| token.is_word() || matches!(token.kind, Kind::Comma | Kind::Number | Kind::Aside);
    if !opens || rest.len() > LONGEST || !rest.iter().all(plain) || !is_name(&rest[..name]) {
        return None;
    }
    Some(Clause {
        cue: tokens[at].span(),
        mention: span(tokens, at + 1, at + 1 + name),
        evidence: Evidence::Dash,
        content: [(passage, at), EMPTY],
        at: (at, ends),
        marks_only: true,
        narrates: false,
    })
}
