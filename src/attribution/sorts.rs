//! The sorts that the traits tell apart: of words, of passages, of what stands beside them. Each sort is a number.

use super::offers::{Offer, Tie};
use super::verb::is_finite;
use crate::grammar::clause::complementiser;
use crate::lexicon::Class;
use crate::scan::words::{Kind, Token};

pub(super) const DISTANCES: usize = 8;
pub(super) const LEVELS: usize = 4;
pub(super) const WORDS: usize = 22;
pub(super) const WHO: usize = 16;
pub(super) const BEFORE: usize = 29;
pub(super) const AFTER: usize = 15;
pub(super) const LENGTHS: usize = 6;

pub(super) fn distance(gap: usize) -> usize {
    match gap {
        0 | 1 => 0,
        2 => 1,
        3 => 2,
        4 | 5 => 3,
        6..=8 => 4,
        9..=14 => 5,
        15..=25 => 6,
        _ => 7,
    }
}

/// How far before a passage the nearest word that reports stands.
pub(super) fn report(tokens: &[Token], at: usize) -> usize {
    const FAR: usize = 25;
    let reports = |token: &Token| token.is_word() && !token.capital() && token.class.any(Class::REPORTING);
    let gap = tokens[at.saturating_sub(FAR)..at].iter().rev().position(reports);
    gap.map_or(DISTANCES - 1, |gap| distance(gap + 1))
}

/// Words in a passage, in steps.
pub(super) fn length(words: &str) -> usize {
    match words.split_ascii_whitespace().take(17).count() {
        0 | 1 => 0,
        2 => 1,
        3 | 4 => 2,
        5..=8 => 3,
        9..=16 => 4,
        _ => 5,
    }
}

/// How a passage begins and ends.
pub(super) fn form(words: &str) -> usize {
    let capital = words.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase);
    let end = words.trim_end_matches(['”', '"', '\'', '’', '»', '“']);
    let ends = match end.bytes().next_back() {
        Some(b',') => 1,
        Some(b'.' | b'?' | b'!') => 2,
        _ => 0,
    };
    usize::from(capital) * 3 + ends
}

/// Whether a passage has a capital on none, some or each of its words.
pub(super) fn capitals(words: &str) -> usize {
    let (mut small, mut capital) = (0, 0);
    for word in words.split_ascii_whitespace().take(8) {
        match word.chars().find(|c| c.is_alphabetic()) {
            Some(c) if c.is_uppercase() => capital += 1,
            Some(_) if word.len() > 3 => small += 1,
            _ => {}
        }
    }
    if capital == 0 { 0 } else { 1 + usize::from(small == 0) }
}

/// What a passage follows.
pub(super) fn stands_before(text: &str, tokens: &[Token], at: usize) -> usize {
    let Some(token) = at.checked_sub(1).map(|at| &tokens[at]) else { return 0 };
    let class = token.class;
    match token.kind {
        Kind::Comma => 1,
        Kind::Colon => 2,
        Kind::Dash => 3,
        Kind::Semicolon => 4,
        Kind::Stop => 5,
        Kind::Passage => 6,
        Kind::Other | Kind::Aside => 7,
        Kind::Number => 8,
        Kind::Word if complementiser(text, token) => 9,
        Kind::Word if token.says(text, "as") => 10,
        Kind::Word if token.says(text, "like") => 11,
        Kind::Word if token.says(text, "of") => 12,
        Kind::Word if token.says(text, "a") || token.says(text, "an") => 13,
        Kind::Word if token.says(text, "the") => 14,
        Kind::Word if token.possessive() && token.capitals() => 28,
        Kind::Word if token.possessive() => 15,
        Kind::Word if class.any(Class::DETERMINER) => 16,
        Kind::Word if token.capital() => 17,
        Kind::Word if class.any(Class::SAY.and(Class::TELL)) => 18,
        Kind::Word if class.any(Class::JUDGE) => 19,
        Kind::Word if class.any(Class::ATTITUDE) => 20,
        Kind::Word if class.any(Class::COORDINATOR) => 21,
        Kind::Word if class.any(Class::PREPOSITION) => 22,
        Kind::Word if class.any(Class::RELATIVE.and(Class::SUBORDINATOR).and(Class::PRONOUN)) => 23,
        Kind::Word if class.any(Class::SAY_NOUN.and(Class::DOCUMENT)) => 24,
        Kind::Word if is_finite(text, token) => 25,
        Kind::Word if class.any(Class::ROLE.and(Class::GROUP).and(Class::ORGANIZATION)) => 26,
        Kind::Word => 27,
    }
}

/// What follows a passage.
pub(super) fn stands_after(text: &str, token: &Token) -> usize {
    let class = token.class;
    match token.kind {
        Kind::Comma => 1,
        Kind::Stop => 2,
        Kind::Dash | Kind::Semicolon | Kind::Colon => 3,
        Kind::Passage => 4,
        Kind::Other | Kind::Aside | Kind::Number => 5,
        Kind::Word if class.any(Class::COORDINATOR) => 6,
        Kind::Word if class.any(Class::RELATIVE.and(Class::SUBORDINATOR)) || complementiser(text, token) => 7,
        Kind::Word if class.any(Class::PREPOSITION) => 8,
        Kind::Word if class.any(Class::PRONOUN.and(Class::DETERMINER)) => 9,
        Kind::Word if token.capital() => 10,
        Kind::Word if class.any(Class::REPORTING) => 11,
        Kind::Word if is_finite(text, token) => 12,
        Kind::Word if class.any(Class::SAY_NOUN.and(Class::DOCUMENT)) => 13,
        Kind::Word => 14,
    }
}

/// What sort of word a preposition before a source hangs on.
fn preposition(tokens: &[Token], at: usize) -> usize {
    let before =
        tokens[..at].iter().rev().find(|token| !token.adverb()).map_or(Class::NONE, |token| token.class);
    if before.any(Class::REPORTING) && before.any(Class::PARTICIPLE) {
        20
    } else if before.any(Class::SAY_NOUN.and(Class::DOCUMENT)) {
        21
    } else {
        15
    }
}

/// What sort of word the cue of an offer is.
pub(super) fn word(text: &str, tokens: &[Token], offer: &Offer) -> usize {
    let token = &tokens[offer.cue];
    let class = token.class;
    match offer.tie {
        Tie::According => return 0,
        // "described by Lee as", "a note from Lee": the word before says that a source follows.
        Tie::Preposition => return preposition(tokens, offer.cue),
        Tie::Possessive if class.any(Class::SAY_NOUN) => return 1,
        Tie::Possessive if class.any(Class::DOCUMENT) => return 2,
        Tie::Possessive => return 3,
        _ if !token.is_word() => return 4,
        _ if class.any(Class::JUDGE) && is_one(text, token, NAMING) => return 16,
        _ if class.any(Class::SAY) && is_one(text, token, SAYING) => return 17,
        _ if class.any(Class::AUXILIARY) && is_one(text, token, BEING) => return 18,
        _ if class.any(Class::SAY.and(Class::TELL)) && class.any(Class::SAY_NOUN) => return 19,
        _ => {}
    }
    let sorts = [
        Class::SAY,
        Class::TELL,
        Class::JUDGE,
        Class::BELIEVE,
        Class::WISH,
        Class::PLAN,
        Class::AUXILIARY,
        Class::COMMON_VERB,
    ];
    sorts.iter().position(|sort| class.any(*sort)).map_or(13, |sort| 5 + sort) + usize::from(class.is_none())
}

/// Verbs that give a thing a name: he called it “…”.
const NAMING: &[&str] = &[
    "called",
    "calling",
    "calls",
    "described",
    "describing",
    "describes",
    "dubbed",
    "labeled",
    "labeling",
    "branded",
    "termed",
    "deemed",
    "characterized",
    "referred",
    "referring",
];
const SAYING: &[&str] = &["said", "says", "saying", "say"];
const BEING: &[&str] = &["is", "was", "are", "were", "be", "been", "being"];

/// Works whose titles stand in marks.
pub(super) const WORKS: &[&str] = &[
    "book",
    "film",
    "movie",
    "song",
    "show",
    "series",
    "novel",
    "album",
    "episode",
    "documentary",
    "musical",
    "play",
    "program",
    "ballad",
    "anthem",
    "magazine",
    "memoir",
    "podcast",
    "star",
    "host",
];
/// Nouns for words as such.
pub(super) const TERMS: &[&str] = &[
    "word",
    "words",
    "phrase",
    "term",
    "label",
    "slogan",
    "nickname",
    "hashtag",
    "so-called",
    "dubbed",
    "nicknamed",
    "named",
    "known",
    "mantra",
    "moniker",
    "banner",
    "motto",
];

pub(super) fn is_one(text: &str, token: &Token, of: &[&str]) -> bool {
    of.iter().any(|word| token.says(text, word))
}

/// Whether a cue reports, takes a stand, or does neither.
pub(super) fn level(word: usize) -> usize {
    match word {
        0 | 4..=6 | 17 | 19 | 20 => 0,
        1 | 7 | 16 | 21 => 1,
        8..=10 => 2,
        _ => 3,
    }
}

/// What sort of words a source is.
pub(super) fn who(text: &str, mention: &[Token]) -> usize {
    let Some(first) = mention.first() else { return 0 };
    if mention.len() == 1 {
        let class = first.class;
        let pronoun = [
            class.any(Class::RELATIVE) && first.says(text, "who"),
            class.any(Class::RELATIVE) || first.says(text, "that"),
            class.any(Class::FIRST_PERSON),
            class.any(Class::SECOND_PERSON),
            class.any(Class::PRONOUN.and(Class::DETERMINER)) && class.any(Class::MALE.and(Class::FEMALE)),
            class.any(Class::PRONOUN.and(Class::DETERMINER)) && class.any(Class::PLURAL),
            class.any(Class::PRONOUN),
        ];
        if let Some(sort) = pronoun.iter().position(|holds| *holds) {
            return 1 + sort;
        }
    }
    let head = mention.iter().position(|token| token.class.any(Class::PREPOSITION) && !token.capital());
    let Some(last) = mention[..head.unwrap_or(mention.len())].last() else { return 15 };
    let class = last.class;
    if last.capital() {
        return 8 + usize::from(
            class.any(Class::BODY.and(Class::COUNTRY).and(Class::CITY).and(Class::STATE)),
        );
    }
    let nouns = [
        Class::ROLE.and(Class::KIN).and(Class::OFFICE),
        Class::GROUP,
        Class::ORGANIZATION,
        Class::DOCUMENT.and(Class::SAY_NOUN),
    ];
    10 + nouns.iter().position(|noun| class.any(*noun)).unwrap_or(4)
}

/// What stands before an offer's source, or before its cue where the source stands elsewhere.
pub(super) fn opens(text: &str, tokens: &[Token], offer: &Offer) -> usize {
    let at = if matches!(offer.tie, Tie::Subject | Tie::Passive | Tie::Possessive) {
        offer.mention.0
    } else {
        offer.cue
    };
    let Some(token) = at.checked_sub(1).map(|at| &tokens[at]) else { return 0 };
    match token.kind {
        Kind::Comma => 1,
        Kind::Passage => 2,
        Kind::Dash | Kind::Semicolon | Kind::Colon | Kind::Stop => 3,
        Kind::Word if complementiser(text, token) => 4,
        Kind::Word if token.class.any(Class::COORDINATOR) => 5,
        Kind::Word if token.class.any(Class::RELATIVE) => 6,
        Kind::Word if token.class.any(Class::SUBORDINATOR) => 7,
        Kind::Word if token.class.any(Class::PREPOSITION) => 8,
        Kind::Word if token.class.any(Class::REPORTING) => 9,
        Kind::Word => 10,
        _ => 11,
    }
}

/// What stands after a cue.
pub(super) fn next(text: &str, tokens: &[Token], cue: usize) -> usize {
    let Some(token) = tokens[cue + 1..].iter().find(|token| !token.adverb()) else { return 0 };
    let class = token.class;
    match token.kind {
        Kind::Comma => 1,
        Kind::Passage => 2,
        Kind::Colon => 3,
        Kind::Dash | Kind::Semicolon | Kind::Stop => 4,
        Kind::Word if complementiser(text, token) => 5,
        Kind::Word if token.says(text, "as") => 6,
        Kind::Word if token.says(text, "to") => 7,
        Kind::Word if class.any(Class::PREPOSITION) => 8,
        Kind::Word if class.any(Class::RELATIVE.and(Class::SUBORDINATOR)) => 9,
        Kind::Word if class.any(Class::PRONOUN) => 10,
        Kind::Word if class.any(Class::DETERMINER) => 11,
        Kind::Word if token.capital() => 12,
        _ => 13,
    }
}
