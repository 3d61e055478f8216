//! What stands between two tokens of a frame, counted once for all who ask.

use super::kind;
use crate::grammar::clause::complementiser;
use crate::lexicon::Class;
use crate::scan::words::{Kind, Token};
use alloc::vec::Vec;

/// Counts over the tokens of a frame.
#[derive(Default)]
pub(super) struct Tally {
    /// What comes before each token and before the end.
    before: Vec<Count>,
}

#[derive(Clone, Copy, Default)]
struct Count {
    verbs: u16,
    commas: u16,
    reports: u16,
    passages: u16,
    clauses: u16,
    breaks: u16,
    /// Where the next comma, dash or semicolon stands.
    mark: u16,
    /// What kind of token comes here; 0 at the end.
    kind: u8,
}

impl Tally {
    /// Counts the tokens of a frame.
    pub(super) fn read(&mut self, tokens: &[Token]) {
        let mut sum = Count::default();
        self.before.clear();
        self.before.extend(tokens.iter().map(|token| {
            let here = Count { kind: kind::of(token) as u8, ..sum };
            sum.add(token);
            here
        }));
        let mut mark = tokens.len() as u16;
        self.before.push(Count { mark, ..sum });
        for (at, token) in tokens.iter().enumerate().rev() {
            if matches!(token.kind, Kind::Comma | Kind::Dash | Kind::Semicolon) {
                mark = at as u16;
            }
            self.before[at].mark = mark;
        }
    }

    /// What kind of token stands at a place; 0 past the end.
    pub(super) fn kind(&self, at: usize) -> usize {
        self.before.get(at).map_or(0, |count| usize::from(count.kind))
    }

    /// Whether a finite verb stands at a place.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        self.verbs(at, at + 1) > 0
    }

    /// Where the next comma, dash or semicolon stands, from `from` on, or `until`.
    pub(super) fn mark(&self, from: usize, until: usize) -> usize {
        usize::from(self.before[from].mark).min(until)
    }

    pub(super) fn verbs(&self, from: usize, to: usize) -> usize {
        self.between(from, to, |count| count.verbs)
    }
    pub(super) fn commas(&self, from: usize, to: usize) -> usize {
        self.between(from, to, |count| count.commas)
    }
    /// Words that report.
    pub(super) fn reports(&self, from: usize, to: usize) -> usize {
        self.between(from, to, |count| count.reports)
    }
    pub(super) fn passages(&self, from: usize, to: usize) -> usize {
        self.between(from, to, |count| count.passages)
    }
    /// Words that open a clause.
    pub(super) fn clauses(&self, from: usize, to: usize) -> usize {
        self.between(from, to, |count| count.clauses)
    }
    /// Marks that part clauses; no commas.
    pub(super) fn breaks(&self, from: usize, to: usize) -> usize {
        self.between(from, to, |count| count.breaks)
    }

    fn between(&self, from: usize, to: usize, count: fn(&Count) -> u16) -> usize {
        usize::from(count(&self.before[to.max(from)]) - count(&self.before[from]))
    }
}

impl Count {
    fn add(&mut self, token: &Token) {
        match token.kind {
            Kind::Word => {
                let class = token.class;
                let opens = complementiser(token) || class.any(Class::RELATIVE.and(Class::SUBORDINATOR));
                self.verbs += u16::from(token.is_finite());
                self.reports += u16::from(class.any(Class::REPORTING) && !token.capital());
                self.clauses += u16::from(opens);
            }
            Kind::Comma => self.commas += 1,
            Kind::Passage => self.passages += 1,
            Kind::Semicolon | Kind::Colon | Kind::Dash | Kind::Stop => self.breaks += 1,
            Kind::Number | Kind::Aside | Kind::Other => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::words::lex;

    #[test]
    fn counts_between_tokens() {
        let mut tally = Tally::default();
        tally.read(&lex("Lee said that it sank, who sang; so"));
        assert_eq!((tally.verbs(0, 5), tally.verbs(2, 5), tally.verbs(5, 2)), (2, 1, 0));
        assert_eq!((tally.commas(0, 9), tally.breaks(0, 9), tally.reports(0, 9)), (1, 1, 1));
        assert_eq!((tally.mark(0, 9), tally.mark(6, 9), tally.mark(9, 9)), (5, 8, 9));
        assert!(tally.is_verb(1) && !tally.is_verb(0));
    }
}
