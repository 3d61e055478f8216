//! A frame as reports are found in it: its words, counts and spots, and what its clauses own.

use super::spot::Spot;
use crate::attribution::Clause;
use crate::attribution::choose::Owner;
use crate::attribution::tally::Tally;
use crate::lexicon::Class;
use crate::scan::words::{Kind, Token};
use alloc::vec::Vec;

/// A frame as reports are found in it.
pub(super) struct Frame<'f> {
    pub(super) text: &'f str,
    pub(super) tokens: &'f [Token],
    pub(super) tally: &'f Tally,
    pub(super) claims: &'f Claims,
    pub(super) spots: &'f [Spot],
    pub(super) clauses: &'f [Clause],
    pub(super) running: bool,
}

impl Frame<'_> {
    /// "Cracks found in two piers": headlines tell in the present, and a past form before a preposition is passive.
    pub(super) fn is_headline_passive(&self, spot: &Spot) -> bool {
        let (cue, next) = (&self.tokens[spot.cue], self.tokens.get(spot.cue + 1));
        !self.running
            && cue.class.any(Class::PAST)
            && cue.class.any(Class::PARTICIPLE)
            && next.is_some_and(|next| next.class.any(Class::PREPOSITION))
    }

    /// Whether the rules give a spot nothing but passages, of which one stands before it: “…,” said Lee, “…”
    pub(super) fn is_direct(&self, spot: &Spot) -> bool {
        let Some(clause) = spot.rule.map(|rule| &self.clauses[rule]) else { return false };
        let passages = |piece: &(usize, usize)| {
            self.tokens[piece.0..piece.1.max(piece.0)]
                .iter()
                .all(|token| !matches!(token.kind, Kind::Word | Kind::Number))
        };
        let [first, _] = clause.content;
        first.0 < first.1 && first.1 <= spot.cue && clause.content.iter().all(passages)
    }
}

/// Where the clauses of a frame begin, and what they own.
#[derive(Default)]
pub(super) struct Claims {
    /// How many clauses of spots begin before each token.
    begun: Vec<u16>,
    /// The passages that a clause owns: token and clause.
    owned: Vec<(usize, usize)>,
}

impl Claims {
    pub(super) fn read(&mut self, tokens: &[Token], spots: &[Spot], owners: &[Owner]) {
        self.begun.clear();
        self.begun.resize(tokens.len() + 2, 0);
        for spot in spots.iter().filter(|spot| tokens[spot.cue].class.any(Class::REPORTING)) {
            self.begun[spot.clause + 1] += 1;
        }
        let mut sum = 0;
        for begun in &mut self.begun {
            sum += *begun;
            *begun = sum;
        }
        self.owned.clear();
        if owners.is_empty() {
            return;
        }
        let passages = (0..tokens.len()).filter(|at| tokens[*at].is(Kind::Passage));
        self.owned.extend(passages.zip(owners).filter_map(|(at, owner)| match owner {
            Owner::Clause(clause) => Some((at, *clause)),
            Owner::Nobody | Owner::Carried => None,
        }));
    }

    /// Whether a reporting clause begins at one of the tokens `from..=to`.
    pub(super) fn clause_begins(&self, from: usize, to: usize) -> bool {
        self.begun[to + 1] > self.begun[from]
    }

    /// Whether a clause owns a passage before the token `cue`, and one after it.
    pub(super) fn owns(&self, clause: usize, cue: usize) -> (bool, bool) {
        let own = || self.owned.iter().filter(|owned| owned.1 == clause);
        (own().any(|owned| owned.0 < cue), own().any(|owned| owned.0 > cue))
    }
}
