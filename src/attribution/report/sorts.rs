//! The sorts that the traits of reports tell apart. Each sort is a number.

use crate::attribution::cue;
use crate::attribution::verb::is_finite;
use crate::grammar::clause::{complementiser, opens_question};
use crate::lexicon::Class;
use crate::scan::words::{Kind, Token};

pub(super) const KINDS: usize = 24;
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

/// The kind of a preposition.
pub(super) const PREPOSITION: usize = 16;

/// What sort of token stands at a place.
pub(super) fn kind(text: &str, tokens: &[Token], at: usize) -> usize {
    let Some(token) = tokens.get(at) else { return 0 };
    let class = token.class;
    match token.kind {
        Kind::Comma => 1,
        Kind::Semicolon | Kind::Colon => 2,
        Kind::Dash => 3,
        Kind::Stop => 4,
        Kind::Passage => 5,
        Kind::Aside | Kind::Other => 6,
        Kind::Number => 7,
        Kind::Word if complementiser(text, token) => 8,
        Kind::Word if opens_question(text, token) && !token.says(text, "who") => 9,
        Kind::Word if token.says(text, "to") => 10,
        Kind::Word if token.says(text, "as") => 11,
        Kind::Word if token.says(text, "and") => 12,
        Kind::Word if class.any(Class::COORDINATOR) => 13,
        Kind::Word if class.any(Class::RELATIVE) => 14,
        Kind::Word if class.any(Class::SUBORDINATOR) => 15,
        Kind::Word if class.any(Class::PREPOSITION) && !token.capital() => PREPOSITION,
        Kind::Word if class.any(Class::PRONOUN) && !class.any(Class::OBJECT) => 17,
        Kind::Word if class.any(Class::DETERMINER) || token.possessive() => 18,
        Kind::Word if class.any(Class::WEEKDAY.and(Class::MONTH)) && token.capital() => 19,
        Kind::Word if token.capital() => 20,
        Kind::Word if class.any(Class::GERUND) || class.is_none() && token.text(text).ends_with("ing") => 21,
        Kind::Word if is_finite(text, token) => 22,
        Kind::Word => 23,
    }
}

/// What stands where reported words may end: the end of the sentence, a mark, or a word that opens something.
pub(super) fn breaks(text: &str, tokens: &[Token], at: usize, until: usize) -> usize {
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
        _ if token.class.any(Class::RELATIVE) || complementiser(text, token) => 8,
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

/// Which small word stands at a place, if one does.
pub(super) fn breaking(text: &str, tokens: &[Token], at: usize) -> usize {
    let Some(token) = tokens.get(at).filter(|token| token.is_word()) else { return 0 };
    SMALL_WORDS.iter().position(|word| token.says(text, word)).map_or(0, |at| at + 1)
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

/// What helps the verb at `at`: nothing, a negation, a modal, a form of have, be, do, or to.
pub(super) fn helper(text: &str, tokens: &[Token], at: usize) -> usize {
    let before =
        tokens[..at].iter().rev().take(3).find(|token| !token.adverb() || token.class.any(Class::AUXILIARY));
    let negated = tokens[..at]
        .iter()
        .rev()
        .take(2)
        .any(|token| ["not", "never"].iter().any(|word| token.says(text, word)));
    let Some(token) = before.filter(|token| token.is_word()) else { return usize::from(negated) };
    if negated || token.text(text).ends_with("n't") || token.text(text).ends_with("n’t") {
        1
    } else if token.says(text, "to") {
        2
    } else if token.class.any(Class::AUXILIARY) {
        if ["has", "have", "had"].iter().any(|word| token.says(text, word)) {
            3
        } else if cue::is_passive(text, tokens, at) {
            4
        } else if ["did", "do", "does"].iter().any(|word| token.says(text, word)) {
            5
        } else {
            6
        }
    } else {
        7
    }
}

/// What comes in the words from `at`: nothing, and how soon a finite verb after a noun.
pub(super) fn ahead(text: &str, tokens: &[Token], at: usize, until: usize) -> usize {
    let until = until.max(at);
    let near = &tokens[at..until.min(at + 16)];
    let fence = near
        .iter()
        .position(|token| matches!(token.kind, Kind::Comma | Kind::Semicolon | Kind::Dash | Kind::Colon))
        .unwrap_or(near.len());
    let verb = near.iter().position(|token| is_finite(text, token));
    let passage = near.iter().position(|token| token.is(Kind::Passage));
    match (verb, passage) {
        _ if near.is_empty() => 0,
        (None, None) => 1 + usize::from(fence < near.len()),
        (_, Some(passage)) if verb.is_none_or(|verb| verb > passage) => 3 + usize::from(passage > 1),
        (Some(verb), _) if verb <= 3 => 5 + usize::from(verb > fence),
        (Some(verb), _) if verb <= 8 => 7,
        (Some(verb), _) if verb > fence => 8,
        _ => 9,
    }
}
