//! Where the words that are reported may begin and end.

use super::frame::Frame;
use super::spot::Spot;
use crate::grammar::clause::complementiser;
use crate::lexicon::Class;
use crate::scan::words::{Kind, Token};

/// Ways in which words after a cue begin.
pub(super) const FORMS: usize = 7;
/// How far from a cue the person addressed may stand, in tokens.
const ADDRESSED: usize = 14;
/// How far from its clause speech may be taken up again.
const RESUMED: usize = 24;
/// Tokens after their start among which reported words may end before their sentence does.
pub(super) const REACH: usize = 80;
/// Such places that are weighed.
const ENDS: usize = 20;
/// Openings of the words before a clause that are weighed.
pub(super) const OPENINGS: usize = 6;

/// Where the words that a clause reports after it may begin, each with its form: right after the cue; past one or two
/// words that lean on it ("called for"); past its adjuncts ("said on Monday that"); past the next "that", comma or
/// marks, which the person addressed stands before ("told a crowd in Ohio that").
pub(super) fn starts(frame: &Frame, spot: &Spot) -> impl Iterator<Item = (usize, usize)> {
    let (tokens, until) = (frame.tokens, spot.until);
    let opened = |from: usize| {
        let leads = |token: &Token| {
            matches!(token.kind, Kind::Comma | Kind::Colon | Kind::Dash) || complementiser(token)
        };
        from + tokens[from.min(until)..until].iter().take_while(|token| leads(token)).count()
    };
    let first = spot.cue + 1;
    let preposition =
        |at: usize| at < until && tokens[at].is_word() && tokens[at].class.any(Class::PREPOSITION);
    let leans = preposition(first) || first < until && tokens[first].adverb();
    let second = first + usize::from(leans);
    let third = second + usize::from(leans && preposition(second));
    let near = first.min(until)..until.min(first + ADDRESSED);
    let find = |holds: &dyn Fn(&Token) -> bool| near.clone().find(|at| holds(&tokens[*at]));
    let that = find(&|token| complementiser(token)).map_or(until, opened);
    let comma = find(&|token| matches!(token.kind, Kind::Comma | Kind::Colon)).map_or(until, opened);
    let marks = find(&|token| token.is(Kind::Passage)).unwrap_or(until);
    let found = [opened(first), opened(second), opened(third), opened(spot.next), that, comma, marks];
    // "According to Lee": neither "to" nor the source is what Lee said.
    let source = if spot.is_according() { spot.mention.1 } else { 0 };
    let new = move |form: &usize| {
        (source..until).contains(&found[*form]) && !found[..*form].contains(&found[*form])
    };
    (0..FORMS).filter(new).map(move |form| (found[form], form))
}

/// Where the words go on after a clause inside them: past a comma or dash.
pub(super) fn rest(frame: &Frame, spot: &Spot) -> Option<usize> {
    let tokens = frame.tokens;
    let mut near = spot.next..spot.until.min(spot.next + RESUMED);
    let parts = |token: &Token| matches!(token.kind, Kind::Comma | Kind::Dash | Kind::Passage);
    let at = near.find(|at| parts(&tokens[*at]))?;
    let at = at + usize::from(!tokens[at].is(Kind::Passage));
    (at < spot.until).then_some(at)
}

/// Where words that begin at `start` may end.
pub(super) fn ends<'f>(frame: &'f Frame, start: usize, until: usize) -> impl Iterator<Item = usize> + 'f {
    let near = start + 1..until.min(start + REACH);
    near.filter(|at| parts(frame, *at)).take(ENDS).chain(core::iter::once(until))
}

/// Whether reported words may end before the token at `at`.
fn parts(frame: &Frame, at: usize) -> bool {
    let token = &frame.tokens[at];
    let opens = Class::COORDINATOR
        .and(Class::SUBORDINATOR)
        .and(Class::RELATIVE)
        .and(Class::PREPOSITION)
        .and(Class::GERUND);
    // "That" and "to" are of these classes.
    match token.kind {
        Kind::Comma | Kind::Dash | Kind::Semicolon | Kind::Colon | Kind::Passage => true,
        Kind::Word | Kind::Number => {
            frame.tokens[at - 1].is(Kind::Passage)
                || token.class.any(opens)
                || token.class.any(Class::WEEKDAY) && token.capital()
        }
        _ => false,
    }
}

/// Where the words before a clause may begin: at the start of the sentence, or, from the clause back, after a mark or
/// a word that opens a clause. Each has its rank in that order.
pub(super) fn openings<'f>(frame: &'f Frame, spot: &Spot) -> impl Iterator<Item = (usize, usize)> + 'f {
    let tokens = frame.tokens;
    let (from, to) = spot.before(tokens);
    let opens = move |at: &usize| {
        let before = &tokens[*at - 1];
        matches!(before.kind, Kind::Comma | Kind::Dash | Kind::Colon)
            || before.is_word() && before.class.any(Class::COORDINATOR.and(Class::SUBORDINATOR))
            || complementiser(before)
            || tokens[*at].is(Kind::Passage)
    };
    let first = (from < to).then_some(from);
    let others = (from + 1..to.max(from + 1)).rev().filter(opens);
    first.into_iter().chain(others).take(OPENINGS).zip(0..)
}
