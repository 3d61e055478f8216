//! What stands between two tokens of a frame, counted once for all who ask.

use crate::grammar::clause::{QUESTIONS, complementiser};
use crate::lexicon::{Class, Word, word};
use crate::scan::words::{Kind, Token};

/// How many kinds of token [`kind`] tells apart.
pub(super) const KINDS: usize = 24;
/// The kind of a preposition.
pub(super) const PREPOSITION: usize = 16;

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
            let here = Count { kind: kind(token) as u8, ..sum };
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

/// What kind of token one is. 0 stands for none.
fn kind(token: &Token) -> usize {
    match token.kind {
        Kind::Comma => 1,
        Kind::Semicolon | Kind::Colon => 2,
        Kind::Dash => 3,
        Kind::Stop => 4,
        Kind::Passage => 5,
        Kind::Aside | Kind::Other => 6,
        Kind::Number => 7,
        Kind::Word => word_kind(token),
    }
}

/// The kind of a word: the first of [`KINDS_OF_WORDS`] of which it is one. Words are so unlike each other that asking
/// one question after the other, and stopping at an answer, takes longer than asking all.
fn word_kind(token: &Token) -> usize {
    let (class, capital) = (token.class, token.capital());
    let function = [
        class.any(Class::COORDINATOR),
        class.any(Class::RELATIVE),
        class.any(Class::SUBORDINATOR),
        class.any(Class::PREPOSITION) && !capital,
        class.any(Class::PRONOUN) & !class.any(Class::OBJECT),
        class.any(Class::DETERMINER),
    ];
    let other = [
        token.possessive(),
        class.any(Class::WEEKDAY.and(Class::MONTH)) & capital,
        capital,
        class.any(Class::GERUND) | token.ends_in_ing(),
        token.is_finite(),
        true,
    ];
    let bits = |from: u32, answers: [bool; 6]| {
        (from..).zip(answers).fold(0, |bits, (at, holds)| bits | u32::from(holds) << at)
    };
    let listed = 1 << SMALL[usize::from(class.word().number())] | bits(FIRST_CLASS, function);
    let listed = if class.any(Class::FUNCTION) { listed } else { 0 };
    let held = listed | bits(FIRST_CLASS + 6, other);
    usize::from(KINDS_OF_WORDS[held.trailing_zeros() as usize])
}

/// The kinds of words, in the order in which they are thought of.
const KINDS_OF_WORDS: [u8; 17] =
    [8, 9, 10, 11, 12, 13, 14, 15, PREPOSITION as u8, 17, 18, 18, 19, 20, 21, 22, 23];
/// The place in it of the first kind that goes by classes; those before go by words.
const FIRST_CLASS: u32 = 5;

/// The place in it of each word that rules ask for, by its number; past the end where it has none.
const SMALL: [u8; 256] = {
    const NONE: u8 = 31;
    let (mut places, mut at) = ([NONE; 256], 0);
    while at < QUESTIONS.len() {
        places[Word::of(QUESTIONS[at]).number() as usize] = 1;
        at += 1;
    }
    // More often than not it is relative.
    places[word!("who").number() as usize] = NONE;
    places[word!("that").number() as usize] = 0;
    places[word!("to").number() as usize] = 2;
    places[word!("as").number() as usize] = 3;
    places[word!("and").number() as usize] = 4;
    places
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::words::lex;

    #[test]
    fn function_words_have_kinds_of_their_own() {
        let kinds = [("that", 8), ("whether", 9), ("to", 10), ("as", 11), ("and", 12), ("ferry", 23)];
        for (word, want) in kinds {
            assert_eq!(kind(&lex(word)[0]), want, "{word}");
        }
    }

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
