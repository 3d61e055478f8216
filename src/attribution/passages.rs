//! The sorts of passages, and of what stands beside them. Each sort is a number.

use super::clauses::without_close;
use super::sorts::{DISTANCES, distance};
use crate::grammar::clause::complementiser;
use crate::lexicon::{self, Class, Words, word};
use crate::scan::letters::first_letter;
use crate::scan::words::{Kind, Token};

pub(super) const BEFORE: usize = 29;
pub(super) const AFTER: usize = 15;
pub(super) const LENGTHS: usize = 6;
pub(super) const FORMS: usize = 6;
pub(super) const FIRSTS: usize = 12;
pub(super) const NOUNS: usize = 9;

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
    let capital = first_letter(words).is_some_and(char::is_uppercase);
    let end = without_close(words);
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

/// What sort of word a passage begins with.
pub(super) fn first(words: &str) -> usize {
    let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = words.find(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'').unwrap_or(words.len());
    let class = lexicon::class(&words[..end]);
    let sorts = [
        Class::FIRST_PERSON,
        Class::SECOND_PERSON.and(Class::MALE).and(Class::FEMALE).and(Class::NEUTER),
        Class::PRONOUN,
        Class::DETERMINER,
        Class::PREPOSITION,
        Class::COORDINATOR.and(Class::SUBORDINATOR).and(Class::RELATIVE),
        Class::AUXILIARY,
        Class::ADVERB,
        Class::GERUND.and(Class::BASE),
        Class::PAST.and(Class::THIRD).and(Class::PARTICIPLE),
    ];
    if class.is_none() { 11 } else { sorts.iter().position(|sort| class.any(*sort)).unwrap_or(10) }
}

/// Whether a passage has a word that only a clause has, near its beginning.
pub(super) fn spoken(words: &str) -> bool {
    words.split_ascii_whitespace().take(12).any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        lexicon::class(word).any(Class::AUXILIARY.and(Class::FIRST_PERSON).and(Class::SECOND_PERSON))
            || word.contains(['’', '\''])
    })
}

/// What a passage follows.
pub(super) fn stands_before(tokens: &[Token], at: usize) -> usize {
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
        Kind::Word if complementiser(token) => 9,
        Kind::Word if token.says(word!("as")) => 10,
        Kind::Word if token.says(word!("like")) => 11,
        Kind::Word if token.says(word!("of")) => 12,
        Kind::Word if token.says(word!("a")) || token.says(word!("an")) => 13,
        Kind::Word if token.says(word!("the")) => 14,
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
        Kind::Word if token.is_finite() => 25,
        Kind::Word if class.any(Class::ROLE.and(Class::GROUP).and(Class::ORGANIZATION)) => 26,
        Kind::Word => 27,
    }
}

/// What the passage at `at` follows where its article and the small words after that are left out.
pub(super) fn beyond(tokens: &[Token], at: usize) -> usize {
    const REACH: usize = 4;
    let skip = |token: &&Token| {
        let small = token.adverb() || token.class.is_none() && !token.capital();
        token.is_word() && (small || token.class.any(Class::DETERMINER))
    };
    stands_before(tokens, at - tokens[..at].iter().rev().take(REACH).take_while(skip).count())
}

/// What follows a passage.
pub(super) fn stands_after(token: &Token) -> usize {
    let class = token.class;
    match token.kind {
        Kind::Comma => 1,
        Kind::Stop => 2,
        Kind::Dash | Kind::Semicolon | Kind::Colon => 3,
        Kind::Passage => 4,
        Kind::Other | Kind::Aside | Kind::Number => 5,
        Kind::Word if class.any(Class::COORDINATOR) => 6,
        Kind::Word if class.any(Class::RELATIVE.and(Class::SUBORDINATOR)) || complementiser(token) => 7,
        Kind::Word if class.any(Class::PREPOSITION) => 8,
        Kind::Word if class.any(Class::PRONOUN.and(Class::DETERMINER)) => 9,
        Kind::Word if token.capital() => 10,
        Kind::Word if class.any(Class::REPORTING) => 11,
        Kind::Word if token.is_finite() => 12,
        Kind::Word if class.any(Class::SAY_NOUN.and(Class::DOCUMENT)) => 13,
        Kind::Word => 14,
    }
}

/// Whether a work or a word as such is named right before the passage or right after it.
pub(super) fn nouns(tokens: &[Token], at: usize) -> usize {
    let sort = |token: &Token| {
        let work = token.is_one(WORKS);
        if work { 1 } else { 2 * usize::from(token.is_one(TERMS)) }
    };
    let before = tokens[at.saturating_sub(2)..at].iter().map(sort).max().unwrap_or(0);
    before * 3 + tokens.get(at + 1).map_or(0, sort)
}

/// Works whose titles stand in marks.
const WORKS: Words = Words::of(&[
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
]);
/// Nouns for words as such.
const TERMS: Words = Words::of(&[
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
]);
