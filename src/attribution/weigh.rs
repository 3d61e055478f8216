//! What was learned, put to the frames one after another.

use super::carry::Carry;
use super::choose::{Chooser, Owner};
use super::report::{self, Chosen, Reporter};
use super::tally::Tally;
use super::{Clause, learning};
use crate::lexicon::Class;
use crate::scan::words::{Kind, Token};
use alloc::vec::Vec;

/// Settles whose the passages of frames are and what their clauses report, with buffers that are used again.
#[derive(Default)]
pub(super) struct Weigher {
    tally: Tally,
    chooser: Chooser,
    reporter: Reporter,
    /// What could be chosen and what may report, where it is asked for.
    pub(super) log: Option<learning::Log>,
}

/// Which kinds of token and classes of word stand in a frame.
struct Glance {
    kinds: u16,
    classes: Class,
}

impl Glance {
    fn at(tokens: &[Token]) -> Glance {
        let nothing = Glance { kinds: 0, classes: Class::NONE };
        tokens.iter().fold(nothing, |seen, token| Glance {
            kinds: seen.kinds | 1 << token.kind as u16,
            classes: seen.classes.and(token.class),
        })
    }

    fn has(&self, kind: Kind) -> bool {
        self.kinds >> kind as u16 & 1 == 1
    }
}

impl Weigher {
    /// Settles a frame of which the rules have found `clauses`. What no rule has found is added to them.
    pub(super) fn settle(
        &mut self,
        text: &str,
        tokens: &[Token],
        clauses: &mut Vec<Clause>,
        carry: &Carry,
        running: bool,
    ) {
        self.chooser.owners.clear();
        let seen = Glance::at(tokens);
        let quoted = seen.has(Kind::Passage);
        let listed = seen.classes.any(report::LISTED) || seen.has(Kind::Colon);
        if !(seen.has(Kind::Word) || seen.has(Kind::Number)) || !quoted && !listed {
            return;
        }
        self.tally.read(tokens);
        if quoted {
            let spoke = carry.mention();
            if let Some(log) = &mut self.log {
                let rows = self.chooser.rows(text, tokens, &self.tally, clauses, spoke.as_ref(), running);
                log.rows.extend(rows);
            }
            self.chooser.settle(text, tokens, &self.tally, clauses, spoke.as_ref(), running);
        }
        if !listed {
            return;
        }
        let offers = quoted.then_some(self.chooser.offers.as_slice());
        let chosen = Chosen { owners: &self.chooser.owners, offers };
        if let Some(log) = &mut self.log {
            log.spots.extend(self.reporter.rows(text, tokens, &self.tally, clauses, &chosen, running));
        }
        if cfg!(feature = "learned") {
            self.reporter.settle(text, tokens, &self.tally, clauses, &chosen, running);
            self.chooser.put_in_order(clauses);
        }
    }

    /// Settles whose the passages of a quotation are, which are quotations inside it.
    pub(super) fn settle_inside(&mut self, text: &str, tokens: &[Token], clauses: &mut Vec<Clause>) {
        self.tally.read(tokens);
        self.chooser.settle(text, tokens, &self.tally, clauses, None, true);
    }

    /// Whose each passage of the last frame is.
    pub(super) fn owners(&self) -> &[Owner] {
        &self.chooser.owners
    }
}
