//! The sorts of what an offer is made of: its cue, its source, what stands beside them. Each sort is a number.

use super::offers::{Offer, Tie};
use crate::grammar::clause::complementiser;
use crate::lexicon::{Class, Words, word};
use crate::scan::words::{Kind, Token};

pub(super) const DISTANCES: usize = 8;
pub(super) const LEVELS: usize = 4;
pub(super) const WORDS: usize = 22;
pub(super) const WHO: usize = 16;
pub(super) const VERBS: usize = 61;
pub(super) const MOODS: usize = 6;
pub(super) const DETERMINERS: usize = 6;
pub(super) const OPENS: usize = 12;
pub(super) const NEXT: usize = 14;

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
pub(super) fn word(tokens: &[Token], offer: &Offer) -> usize {
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
        _ if class.any(Class::JUDGE) && token.is_one(NAMING) => return 16,
        _ if class.any(Class::SAY) && token.is_one(SAYING) => return 17,
        _ if class.any(Class::AUXILIARY) && token.is_one(BEING) => return 18,
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
pub(super) const NAMING: Words = Words::of(&[
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
]);
pub(super) const SAYING: Words = Words::of(&["said", "says", "saying", "say"]);
pub(super) const BEING: Words = Words::of(&["is", "was", "are", "were", "be", "been", "being"]);

pub(super) const HAVING: Words = Words::of(&["has", "have", "had"]);
pub(super) const NOT: Words = Words::of(&["not", "never"]);

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
pub(super) fn who(mention: &[Token]) -> usize {
    let Some(first) = mention.first() else { return 0 };
    if mention.len() == 1 {
        let class = first.class;
        let pronoun = [
            class.any(Class::RELATIVE) && first.says(word!("who")),
            class.any(Class::RELATIVE) || first.says(word!("that")),
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
pub(super) fn opens(tokens: &[Token], offer: &Offer) -> usize {
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
        Kind::Word if complementiser(token) => 4,
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
pub(super) fn next(tokens: &[Token], cue: usize) -> usize {
    let Some(token) = tokens[cue + 1..].iter().find(|token| !token.adverb()) else { return 0 };
    let class = token.class;
    match token.kind {
        Kind::Comma => 1,
        Kind::Passage => 2,
        Kind::Colon => 3,
        Kind::Dash | Kind::Semicolon | Kind::Stop => 4,
        Kind::Word if complementiser(token) => 5,
        Kind::Word if token.says(word!("as")) => 6,
        Kind::Word if token.says(word!("to")) => 7,
        Kind::Word if class.any(Class::PREPOSITION) => 8,
        Kind::Word if class.any(Class::RELATIVE.and(Class::SUBORDINATOR)) => 9,
        Kind::Word if class.any(Class::PRONOUN) => 10,
        Kind::Word if class.any(Class::DETERMINER) => 11,
        Kind::Word if token.capital() => 12,
        _ => 13,
    }
}

/// "didn't", "isn’t".
pub(super) fn contracts_not(text: &str, token: &Token) -> bool {
    let word = token.text(text);
    word.ends_with("n't") || word.ends_with("n’t")
}

/// Whether an offer reports, with a source of its own.
pub(super) fn is_report(tokens: &[Token], offer: &Offer) -> bool {
    let own = matches!(
        offer.tie,
        Tie::Subject | Tie::Relative | Tie::Inverted | Tie::According | Tie::Absolute | Tie::Colon
    );
    own && offer.mention.0 < offer.mention.1 && level(word(tokens, offer)) < 2
}

/// A cue by itself: which of some heaps its letters fall into.
pub(super) fn verb(text: &str, token: &Token) -> usize {
    if !token.is_word() {
        return 0;
    }
    let mix = |sum: u32, byte: u8| sum.wrapping_mul(31).wrapping_add(u32::from(byte.to_ascii_lowercase()));
    1 + token.text(text).bytes().fold(7, mix) as usize % (VERBS - 1)
}

/// How a verb is put: did not say, has said, is said, could say, said.
pub(super) fn mood(text: &str, tokens: &[Token], cue: usize) -> usize {
    const REACH: usize = 3;
    let mut mood = 0;
    for token in tokens[..cue].iter().rev().take(REACH) {
        if token.is_one(NOT) || contracts_not(text, token) {
            return 1;
        }
        if !token.class.any(Class::AUXILIARY) && !token.adverb() {
            break;
        }
        if token.is_one(HAVING) {
            mood = 2;
        } else if token.is_one(BEING) {
            mood = 3;
        } else if token.class.any(Class::AUXILIARY) {
            return 4;
        }
    }
    if mood == 0 && tokens[cue].class.any(Class::PAST) { 5 } else { mood }
}

/// How a source is determined: the, a, another such word, a name, nothing.
pub(super) fn determiner(mention: &[Token]) -> usize {
    let Some(first) = mention.first() else { return 0 };
    match first.class {
        _ if first.says(word!("the")) => 1,
        _ if first.says(word!("a")) || first.says(word!("an")) => 2,
        class if class.any(Class::DETERMINER) => 3,
        _ if first.capital() => 4,
        _ => 5,
    }
}
