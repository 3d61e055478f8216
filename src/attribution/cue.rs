//! Which words report here, and which only look as if they did.

use super::sorts::SAYING;
use super::subject::Subject;
use crate::grammar::clause::{complementiser, opens_question};
use crate::lexicon::{Class, Words, word};
use crate::scan::words::{Kind, Token};

/// How a reporting word stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A verb with a subject: "said", "has said".
    Finite,
    /// A participle: "saying".
    Participle,
    /// "to say".
    Infinitive,
    /// "according to".
    According,
}

/// Whether a token can be a reporting word at all: nearly all are turned away here.
#[inline]
pub(super) fn may_report(token: &Token) -> bool {
    token.class.any(Class::REPORTING.and(Class::SOURCE))
}

/// The sort of reporting word that the token at `at` is, if it is one.
#[inline]
pub(super) fn sort(text: &str, tokens: &[Token], at: usize) -> Option<Sort> {
    let token = &tokens[at];
    if !may_report(token) || !token.is_word() || token.possessive() {
        return None;
    }
    if token.class.any(Class::SOURCE) {
        return tokens.get(at + 1).is_some_and(|next| next.says(word!("to"))).then_some(Sort::According);
    }
    if !token.class.any(Class::REPORTING) || token.capital() && !opens_frame(tokens, at) {
        return None;
    }
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    if token.class.any(Class::GERUND) {
        // "the saying", "of saying": nouns.
        let noun = before.is_some_and(|before| {
            before.possessive()
                || before.is_word() && before.class.any(Class::DETERMINER.and(Class::PREPOSITION))
        });
        return (!noun).then_some(Sort::Participle);
    }
    if before.is_some_and(|before| before.says(word!("to"))) && token.class.any(Class::BASE) {
        return Some(Sort::Infinitive);
    }
    let finite = token.class.any(Class::PAST.and(Class::THIRD))
        || token.class.any(Class::BASE) && takes_base(text, tokens, at);
    if !finite || is_noun(tokens, at) || is_passive(tokens, at) {
        return None;
    }
    Some(Sort::Finite)
}

fn opens_frame(tokens: &[Token], at: usize) -> bool {
    tokens[..at].iter().all(|token| token.is(Kind::Passage) || token.is(Kind::Other) || token.is(Kind::Dash))
}

/// After a determiner, an adjective or a possessive a form such as "report" or "claims" is a noun.
pub(super) fn is_noun(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let Some(before) = at.checked_sub(1).map(|at| &tokens[at]) else {
        return false;
    };
    // "Another said", "many argued": determiners that stand for a noun.
    let stands_alone = before.class.any(Class::INDEFINITE.and(Class::PLURAL))
        && before.class.any(Class::PRONOUN)
        && token.class.any(Class::PAST);
    // "30 states", "seven points": a number counts nouns.
    let counted = before.is(Kind::Number) && token.class.any(Class::THIRD) && !token.class.any(Class::PAST);
    if before.possessive()
        || counted
        || before.is_word()
            && before.class.any(Class::DETERMINER.and(Class::PREPOSITION))
            && !before.adverb()
            && !stands_alone
    {
        return true;
    }
    // "nuclear claims", "police reports": ambiguous forms want a plain subject before or a clause after them.
    let ambiguous = token.class.any(
        Class::SAY_NOUN.and(Class::DOCUMENT).and(Class::ORGANIZATION).and(Class::GROUP).and(Class::ROLE),
    ) && token.class.any(Class::THIRD.and(Class::BASE));
    if ambiguous {
        let after = tokens.get(at + 1);
        let plain = before.capital()
            || before.class.any(
                Class::PRONOUN.and(Class::RELATIVE).and(Class::ROLE).and(Class::GROUP).and(Class::AUXILIARY),
            )
            || before.adverb()
            || !before.is_word();
        let ends = after.is_none_or(|after| {
            after.class.any(Class::PREPOSITION)
                || matches!(after.kind, Kind::Stop | Kind::Comma)
                || after.class.any(Class::COMMON_VERB.and(Class::AUXILIARY))
        });
        // “…,” Lee notes. Right after marks and a subject it is a verb whatever follows.
        let after_marks = tokens[..at]
            .iter()
            .rev()
            .take(6)
            .find(|token| !token.is_word())
            .is_some_and(|token| token.is(Kind::Passage));
        return !plain || ends && !after_marks && !before.class.any(Class::PRONOUN);
    }
    false
}

/// "was asked", "being told": the subject is not who spoke.
pub(super) fn is_passive(tokens: &[Token], at: usize) -> bool {
    if !tokens[at].class.any(Class::PARTICIPLE) {
        return false;
    }
    let auxiliary =
        tokens[..at].iter().rev().take(4).find(|token| !token.adverb() || token.class.any(Class::AUXILIARY));
    auxiliary.is_some_and(|token| token.is_one(PASSIVE))
}

/// Forms that make a passive of the participle after them.
const PASSIVE: Words = Words::of(&[
    "is", "are", "was", "were", "be", "been", "being", "isn't", "wasn't", "weren't", "aren't", "am", "get",
    "got", "gets",
]);

/// Auxiliaries after which no base form stands.
const TENSES: Words = Words::of(&["is", "are", "was", "were", "be", "been", "has", "had", "have"]);

/// A base form is finite after a plural subject, or after a modal or "do".
fn takes_base(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(before) = tokens[..at].iter().rev().find(|token| !token.adverb() && !token.is(Kind::Aside))
    else {
        return false;
    };
    let modal = before.class.any(Class::AUXILIARY) && !before.is_one(TENSES);
    let plural = before.is_word()
        && (before
            .class
            .any(Class::GROUP.and(Class::PLURAL).and(Class::FIRST_PERSON).and(Class::SECOND_PERSON))
            || before.class.any(Class::RELATIVE)
            || before.text(text).ends_with('s')
                && !before.class.any(Class::FUNCTION)
                && !before.possessive());
    modal || plural
}

/// Whether what follows a verb can be what it reports, when no mark and no "that" says so.
pub(super) fn takes_bare_clause(tokens: &[Token], cue: &Token, after: usize, subject: Subject) -> bool {
    let Some(next) = tokens.get(after) else {
        return false;
    };
    if next.is(Kind::Passage) || complementiser(next) || opens_question(next) {
        return true;
    }
    if !next.is_word() && !next.is(Kind::Number) {
        return false;
    }
    if cue.is_one(SAYING) {
        return !next.class.any(Class::COORDINATOR);
    }
    let opens = next.class.any(Class::DETERMINER)
        || is_nominative(next)
        || next.capital()
        || next.class.any(Class::GROUP);
    let verb_ahead = tokens[after + 1..]
        .iter()
        .take(14)
        .take_while(|token| !matches!(token.kind, Kind::Stop | Kind::Semicolon))
        .any(|token| {
            token.is_word()
                && !token.capital()
                && (token.class.any(Class::AUXILIARY.and(Class::COMMON_VERB))
                    || token.class.any(Class::PAST.and(Class::THIRD)))
        });
    !matches!(subject, Subject::None) && opens && verb_ahead && cue.class.any(Class::SAY.and(Class::TELL))
}

fn is_nominative(token: &Token) -> bool {
    token.class.any(Class::PRONOUN) && !token.class.any(Class::OBJECT)
}
