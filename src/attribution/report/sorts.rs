//! The sorts that the traits of reports tell apart. Each sort is a number.

use crate::attribution::cue;
use crate::attribution::sorts::{HAVING, NOT, contracts_not};
use crate::attribution::tally::Tally;
use crate::grammar::clause::complementiser;
use crate::lexicon::{Class, Word, Words, word};
use crate::scan::words::{Kind, Token};

pub(super) const AHEAD: usize = 10;
pub(super) const SHAPES: usize = 7;
pub(super) const BREAKS: usize = 12;
pub(super) const LEADS: usize = 8;
pub(super) const HELPERS: usize = 8;
pub(super) const LENGTHS: usize = 6;
pub(super) const ENDINGS: usize = 12;

/// Tokens, in steps.
pub(super) fn steps(count: usize) -> usize {
    match count {
        0..=1 => 0,
        2..=3 => 1,
        4..=6 => 2,
        7..=12 => 3,
        13..=24 => 4,
        _ => 5,
    }
}

/// What stands where reported words may end: the end of the sentence, a mark, or a word that opens something.
pub(super) fn breaks(tokens: &[Token], at: usize, until: usize) -> usize {
    if at == until {
        return 0;
    }
    let token = &tokens[at];
    match token.kind {
        Kind::Comma => 1,
        Kind::Dash => 2,
        Kind::Semicolon | Kind::Colon => 3,
        Kind::Passage => 4,
        _ if tokens[at - 1].is(Kind::Passage) => 5,
        _ if token.class.any(Class::COORDINATOR) => 6,
        _ if token.class.any(Class::SUBORDINATOR) => 7,
        _ if token.class.any(Class::RELATIVE) || complementiser(token) => 8,
        _ if token.class.any(Class::PREPOSITION) => 9,
        _ if token.class.any(Class::WEEKDAY) => 10,
        _ => 11,
    }
}

/// Small words before which reported words often end, or go on.
const SMALL_WORDS: &[&str] = &[
    "about",
    "after",
    "against",
    "among",
    "and",
    "around",
    "as",
    "at",
    "because",
    "before",
    "but",
    "by",
    "despite",
    "during",
    "even",
    "for",
    "from",
    "how",
    "if",
    "in",
    "including",
    "into",
    "like",
    "nor",
    "of",
    "on",
    "or",
    "over",
    "since",
    "so",
    "than",
    "that",
    "though",
    "although",
    "through",
    "to",
    "toward",
    "under",
    "unless",
    "until",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "with",
    "without",
    "within",
    "amid",
];
pub(super) const BREAKING: usize = SMALL_WORDS.len() + 1;

/// The numbers of the small words among them, from 1, by their numbers among all words that rules ask for.
const SMALL: [u8; 256] = {
    let (mut numbers, mut at) = ([0; 256], 0);
    while at < SMALL_WORDS.len() {
        numbers[Word::of(SMALL_WORDS[at]).number() as usize] = at as u8 + 1;
        at += 1;
    }
    numbers
};

/// Which small word stands at a place, if one does.
pub(super) fn breaking(tokens: &[Token], at: usize) -> usize {
    tokens.get(at).map_or(0, |token| usize::from(SMALL[usize::from(token.class.word().number())]))
}

/// How a word ends.
pub(super) fn ending(word: &str) -> usize {
    const ENDINGS: &[&str] = &["ized", "ed", "izing", "ing", "ion", "ment", "ism", "al", "es", "s", "ence"];
    let word = word.as_bytes();
    let ends = |ending: &&str| {
        word.len() > ending.len() && word[word.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
    };
    ENDINGS.iter().position(ends).map_or(0, |at| at + 1)
}

const DOING: Words = Words::of(&["did", "do", "does"]);

/// What helps the verb at `at`: nothing, a negation, a modal, a form of have, be, do, or to.
pub(super) fn helper(text: &str, tokens: &[Token], at: usize) -> usize {
    let before =
        tokens[..at].iter().rev().take(3).find(|token| !token.adverb() || token.class.any(Class::AUXILIARY));
    let negated = tokens[..at].iter().rev().take(2).any(|token| token.is_one(NOT));
    let Some(token) = before.filter(|token| token.is_word()) else { return usize::from(negated) };
    if negated || contracts_not(text, token) {
        1
    } else if token.says(word!("to")) {
        2
    } else if token.class.any(Class::AUXILIARY) {
        if token.is_one(HAVING) {
            3
        } else if cue::is_passive(tokens, at) {
            4
        } else if token.is_one(DOING) {
            5
        } else {
            6
        }
    } else {
        7
    }
}

/// What comes in the words from `at`: nothing, and how soon a finite verb after a noun.
pub(super) fn ahead(tally: &Tally, tokens: &[Token], at: usize, until: usize) -> usize {
    let near = at..until.min(at + 16);
    if near.is_empty() {
        return 0;
    }
    let mut fenced = false;
    for (past, at) in near.enumerate() {
        match tokens[at].kind {
            Kind::Comma | Kind::Semicolon | Kind::Dash | Kind::Colon => fenced = true,
            Kind::Passage => return 3 + usize::from(past > 1),
            Kind::Word if tally.is_verb(at) => {
                return match past {
                    0..=3 => 5 + usize::from(fenced),
                    4..=8 => 7,
                    _ if fenced => 8,
                    _ => 9,
                };
            }
            _ => {}
        }
    }
    1 + usize::from(fenced)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::words::lex;

    #[test]
    fn small_words_have_numbers() {
        for (at, word) in SMALL_WORDS.iter().enumerate() {
            assert_eq!(breaking(&lex(word), 0), at + 1, "{word}");
        }
        assert_eq!(breaking(&lex("ferry"), 0), 0);
    }
}
