//! The kinds of token that what is learned tells apart. Each is a number; 0 stands for none.

use crate::grammar::clause::QUESTIONS;
use crate::lexicon::{Class, Word, word};
use crate::scan::words::{Kind, Token};

/// How many kinds there are.
pub(super) const KINDS: usize = 24;

pub(super) const COMMA: usize = 1;
/// A semicolon or colon.
pub(super) const SEMICOLON: usize = 2;
pub(super) const DASH: usize = 3;
pub(super) const STOP: usize = 4;
pub(super) const PASSAGE: usize = 5;
pub(super) const OTHER: usize = 6;
pub(super) const NUMBER: usize = 7;
pub(super) const THAT: usize = 8;
/// A word that opens a question: whether, how.
pub(super) const QUESTION: usize = 9;
pub(super) const TO: usize = 10;
pub(super) const AS: usize = 11;
pub(super) const AND: usize = 12;
pub(super) const COORDINATOR: usize = 13;
pub(super) const RELATIVE: usize = 14;
pub(super) const SUBORDINATOR: usize = 15;
pub(super) const PREPOSITION: usize = 16;
/// One that may be a subject.
pub(super) const PRONOUN: usize = 17;
/// Also a possessor: Lee’s.
pub(super) const DETERMINER: usize = 18;
/// A weekday or month.
pub(super) const DAY: usize = 19;
/// Another word with a capital.
pub(super) const NAME: usize = 20;
pub(super) const GERUND: usize = 21;
/// A finite one.
pub(super) const VERB: usize = 22;
/// All other words.
pub(super) const NOUN: usize = 23;

/// The kind of a token.
pub(super) fn of(token: &Token) -> usize {
    match token.kind {
        Kind::Comma => COMMA,
        Kind::Semicolon | Kind::Colon => SEMICOLON,
        Kind::Dash => DASH,
        Kind::Stop => STOP,
        Kind::Passage => PASSAGE,
        Kind::Aside | Kind::Other => OTHER,
        Kind::Number => NUMBER,
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
    KINDS_OF_WORDS[held.trailing_zeros() as usize]
}

/// The kinds of words, in the order in which they are thought of.
const KINDS_OF_WORDS: [usize; 17] = [
    THAT,
    QUESTION,
    TO,
    AS,
    AND,
    COORDINATOR,
    RELATIVE,
    SUBORDINATOR,
    PREPOSITION,
    PRONOUN,
    DETERMINER,
    DETERMINER,
    DAY,
    NAME,
    GERUND,
    VERB,
    NOUN,
];
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
        let kinds =
            [("that", THAT), ("whether", QUESTION), ("to", TO), ("as", AS), ("and", AND), ("ferry", NOUN)];
        for (word, want) in kinds {
            assert_eq!(of(&lex(word)[0]), want, "{word}");
        }
    }
}
