//! What may report in a frame, to learn from.

use super::spot::Side;
use super::view::View;
use super::{Chosen, Reporter, extent, words};
use crate::attribution::content::trimmed;
use crate::attribution::learning::{EndRow, SpotRow, StartRow};
use crate::attribution::tally::Tally;
use crate::attribution::{Clause, verb};
use crate::scan::words::Token;
use alloc::vec::Vec;

impl Reporter {
    /// What may report in a frame.
    pub(in crate::attribution) fn rows(
        &mut self,
        text: &str,
        tokens: &[Token],
        tally: &Tally,
        clauses: &[Clause],
        chosen: &Chosen,
        running: bool,
    ) -> Vec<SpotRow> {
        let frame = self.frame(text, tokens, tally, clauses, chosen, running);
        frame.spots.iter().map(|spot| row(&View::new(&frame, spot))).collect()
    }
}

fn row(view: &View) -> SpotRow {
    let (frame, spot) = (view.frame, view.spot);
    let tokens = frame.tokens;
    let side = |side: Side| {
        let mut traits = Vec::new();
        view.side(side, &mut traits);
        (side as u8, traits, words::rows(view, side).into_iter().flatten().collect())
    };
    let start = |at: usize, form: usize| {
        let mut traits = Vec::new();
        view.start(at, form, &mut traits);
        StartRow { start: tokens[at].start, traits, ends: ends(view, Side::After, at) }
    };
    let opening = |at: usize, rank: usize| {
        let mut traits = Vec::new();
        view.opening(at, rank, &mut traits);
        (tokens[at].start, traits)
    };
    let rest = extent::rest(frame, spot);
    SpotRow {
        cue: tokens[spot.cue].span(),
        says: view.says(),
        sides: Side::ALL.into_iter().filter(|side| view.may_report(*side)).map(side).collect(),
        starts: extent::starts(frame, spot).map(|(at, form)| start(at, form)).collect(),
        rest: rest.map(|at| StartRow {
            start: tokens[at].start,
            traits: Vec::new(),
            ends: ends(view, Side::Around, at),
        }),
        openings: extent::openings(frame, spot).map(|(at, rank)| opening(at, rank)).collect(),
        before_end: verb::span(tokens, 0, spot.before(tokens).1).map_or(0, |before| before.end),
    }
}

/// Where words that begin at `start` may end.
fn ends(view: &View, side: Side, start: usize) -> Vec<EndRow> {
    let tokens = view.frame.tokens;
    let shape = view.shape(side, start);
    let end = |end: usize| {
        let (mut stop, mut pass) = (Vec::new(), Vec::new());
        view.end(shape, start, end, &mut stop, &mut pass);
        let (from, to) = trimmed(tokens, start, end);
        EndRow {
            end: verb::span(tokens, from, to).map_or(tokens[start].start, |words| words.end),
            stop,
            pass,
        }
    };
    extent::ends(view.frame, start, view.spot.until).map(end).collect()
}
