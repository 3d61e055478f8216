//! The noun phrase before a reporting verb, found by walking back from it.

use super::apposition::bracketed;
use crate::lexicon::{Class, Words, word};
use crate::limits::SUBJECT_WINDOW;
use crate::scan::words::{Kind, Token};

/// What a walk back from a verb found. Numbers are token indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A noun phrase `start..end`; `clause` is where its clause begins.
    Phrase { start: usize, end: usize, clause: usize },
    /// "who", "which": the clause hangs on the noun before it.
    Relative { at: usize },
    /// "and said": the subject is that of the verb before.
    Shared,
    /// Nothing that could be a subject stands there.
    None,
}

/// The subject of the verb at `verb`.
pub(super) fn before(text: &str, tokens: &[Token], verb: usize) -> Subject {
    let mut at = verb;
    while at > 0 && is_between(text, &tokens[at - 1]) {
        at -= 1;
    }
    at = before_day(tokens, at);
    let Some(last) = at.checked_sub(1).map(|at| &tokens[at]) else {
        return Subject::None;
    };
    match last.kind {
        // "Rep. Bo Lund (R-Ala.), said": the comma is a slip.
        Kind::Comma if at > 1 && tokens[at - 2].is(Kind::Aside) => match bracketed(text, tokens, at - 1) {
            Subject::None => phrase(tokens, at - 2).map_or(Subject::None, |start| Subject::Phrase {
                start,
                end: at - 2,
                clause: clause_start(tokens, start),
            }),
            found => found,
        },
        Kind::Comma | Kind::Dash => bracketed(text, tokens, at - 1),
        Kind::Word if last.class.any(Class::COORDINATOR) => Subject::Shared,
        Kind::Word if last.class.any(Class::RELATIVE) => Subject::Relative { at: at - 1 },
        Kind::Word if last.says(word!("that")) => Subject::Relative { at: at - 1 },
        Kind::Word if is_subject_pronoun(last) => {
            Subject::Phrase { start: at - 1, end: at, clause: clause_start(tokens, at - 1) }
        }
        Kind::Word | Kind::Number => {
            match described(tokens, at).or_else(|| Some((phrase(tokens, at)?, at))) {
                Some((start, end)) => Subject::Phrase { start, end, clause: clause_start(tokens, start) },
                None => Subject::None,
            }
        }
        _ => Subject::None,
    }
}

/// Tokens that a relative clause between a noun and its verb may have.
const RELATIVE_WINDOW: usize = 20;

/// "An official who spoke on condition of anonymity said": the noun phrase before "who", if that clause has a verb of its
/// own and ends at `end`.
fn described(tokens: &[Token], end: usize) -> Option<(usize, usize)> {
    let floor = end.saturating_sub(RELATIVE_WINDOW);
    let inside = |token: &&Token| {
        matches!(token.kind, Kind::Word | Kind::Number)
            && !token.class.any(Class::SUBORDINATOR.and(Class::COORDINATOR))
    };
    let len =
        tokens[floor..end].iter().rev().take_while(inside).position(|token| token.says(word!("who")))?;
    let who = end - 1 - len;
    let own = tokens.get(who + 1).is_some_and(|next| next.is_finite() || next.class.any(Class::AUXILIARY));
    let start = phrase(tokens, who).filter(|_| own)?;
    Some((start, who))
}

/// What may stand between a subject and its verb.
fn is_between(text: &str, token: &Token) -> bool {
    !is_place_adverb(token)
        && (token.is(Kind::Aside)
            || is_reflexive(text, token)
            || token.says(word!("only"))
            || token.says(word!("long"))
            || token.is_word()
                && !token.capital()
                && (token.class.any(Class::AUXILIARY) || token.adverb() && !token.class.any(Class::PRONOUN)))
}

/// "Lee on Friday said", "Lee late Friday night said": where the day begins that ends before `end`.
fn before_day(tokens: &[Token], end: usize) -> usize {
    let is_day =
        |at: usize| tokens[at].is_word() && tokens[at].capital() && tokens[at].class.any(Class::WEEKDAY);
    let part = end >= 2 && is_time(&tokens[end - 1]) && is_day(end - 2);
    let mut start = end - usize::from(part);
    if start == 0 || !is_day(start - 1) || tokens[start - 1].possessive() {
        return end;
    }
    start -= 1;
    let leads = |token: &Token| token.class.any(Class::PREPOSITION) && !token.capital() || token.adverb();
    if start > 0 && leads(&tokens[start - 1]) { start - 1 } else { start }
}

/// "Lee himself said".
fn is_reflexive(text: &str, token: &Token) -> bool {
    token.class.any(Class::PRONOUN)
        && (token.text(text).ends_with("self") || token.text(text).ends_with("selves"))
}

/// "U.S. troops here", "the unit there": such an adverb belongs to the noun before it.
fn is_place_adverb(token: &Token) -> bool {
    token.says(word!("here")) || token.says(word!("there"))
}

pub(super) fn is_subject_pronoun(token: &Token) -> bool {
    token.class.any(Class::PRONOUN)
        && !token.class.any(Class::OBJECT.and(Class::RELATIVE).and(Class::DETERMINER))
}

/// Whether tokens are a name, with titles or offices before it and nothing else.
pub(super) fn is_name(tokens: &[Token]) -> bool {
    let mut named = false;
    for token in tokens {
        let ok = token.capital()
            || token.is(Kind::Aside)
            || token.class.any(Class::TITLE.and(Class::PARTICLE).and(Class::OFFICE).and(Class::ROLE))
                && !token.class.any(Class::DETERMINER);
        if !ok || !(token.is_word() || token.is(Kind::Aside)) {
            return false;
        }
        named |= token.capital() && !token.class.any(Class::TITLE.and(Class::DETERMINER));
    }
    named && tokens.last().is_some_and(|token| token.capital() || token.is(Kind::Aside))
}

/// The start of the noun phrase that ends before `end`.
pub(super) fn phrase(tokens: &[Token], end: usize) -> Option<usize> {
    let floor = end.saturating_sub(SUBJECT_WINDOW);
    let mut start = base(tokens, end, floor)?;
    // "a soldier assigned to a unit there": what hangs on the noun by a preposition belongs to its phrase.
    while start > floor + 1
        && tokens[start - 1].class.any(Class::PREPOSITION)
        && tokens[start - 1].is_word()
        && !tokens[start - 1].capital()
    {
        let mut left = start - 1;
        // "familiar with", "out of": words that lean on the preposition.
        while left > floor && tokens[left - 1].class.any(Class::PREPOSITION) && !tokens[left - 1].capital() {
            left -= 1;
        }
        match base(tokens, left, floor) {
            // "An audit released last month by the office": the time is no noun that "by" hangs on.
            Some(outer) if is_time(&tokens[left - 1]) => {
                start = base(tokens, outer, floor).unwrap_or(outer);
            }
            Some(outer) => start = outer,
            None => break,
        }
    }
    // "Ada Lind and Bo Ash said": both, if the first one opens the clause.
    if start > floor + 1
        && tokens[start - 1].class.any(Class::COORDINATOR)
        && tokens[start - 1].says(word!("and"))
    {
        if let Some(first) = base(tokens, start - 1, floor) {
            if clause_start(tokens, first) == first {
                start = first;
            }
        }
    }
    Some(start)
}

const TIMES: Words =
    Words::of(&["day", "week", "weekend", "month", "year", "night", "morning", "afternoon", "evening"]);

/// The noun of "last month", "this week".
fn is_time(token: &Token) -> bool {
    token.is_one(TIMES)
}

/// A noun phrase without prepositions that ends before `end`.
fn base(tokens: &[Token], end: usize, floor: usize) -> Option<usize> {
    let mut start = end;
    let mut words = 0;
    while start > floor {
        let token = &tokens[start - 1];
        let word = match token.kind {
            Kind::Aside => {
                start -= 1;
                continue;
            }
            Kind::Number | Kind::Word => token,
            _ => break,
        };
        if word.class.any(Class::DETERMINER) && !word.possessive() {
            start -= 1;
            words += 1;
            // "all the officials", "two of the": a determiner before a determiner goes with it.
            while start > floor
                && tokens[start - 1].class.any(Class::DETERMINER)
                && tokens[start - 1].is_word()
            {
                start -= 1;
            }
            break;
        }
        let finite = word.class.any(Class::COMMON_VERB.and(Class::REPORTING).and(Class::ATTITUDE))
            && !word.capital()
            && !is_noun_too(word)
            && word.class.any(Class::COMMON_VERB.and(Class::PAST).and(Class::THIRD))
            && words > 0
            && !is_reduced(tokens, start);
        let day = word.class.any(Class::WEEKDAY) && word.capital() && words > 0 && !word.possessive();
        let fence = word.class.any(Class::FUNCTION)
            && !word.possessive()
            && !(word.capital() && word.class.any(Class::FIRST_NAME.and(Class::PARTICLE)) && words > 0)
            && !(word.class.any(Class::PARTICLE)
                && !word.class.any(Class::DETERMINER.and(Class::PREPOSITION).and(Class::AUXILIARY)));
        if finite
            || day
            || fence
            || word.says(word!("that"))
            || word.says(word!("not"))
            || (word.adverb()
                && !(words == 0 && is_place_adverb(word))
                && (words == 0 || word.capital() || start - 1 == floor))
        {
            break;
        }
        start -= 1;
        words += 1;
    }
    // "were hacked said", "did not release": what follows an auxiliary is a verb.
    let verb = words == 1
        && start > 0
        && !tokens[start].capital()
        && tokens[start].is_word()
        && !tokens[start].class.any(Class::DETERMINER)
        && (tokens[start - 1].class.any(Class::AUXILIARY) || tokens[start - 1].says(word!("not")));
    (words > 0 && !verb).then_some(start)
}

/// Verb forms that are as often nouns.
fn is_noun_too(token: &Token) -> bool {
    token.class.any(
        Class::ROLE
            .and(Class::GROUP)
            .and(Class::ORGANIZATION)
            .and(Class::DOCUMENT)
            .and(Class::SAY_NOUN)
            .and(Class::OFFICE),
    )
}

/// "officials briefed on the plan": a past form after a noun and before a preposition is no main verb.
fn is_reduced(tokens: &[Token], at: usize) -> bool {
    let past = tokens[at - 1].class.any(Class::PARTICIPLE);
    past && tokens.get(at).is_some_and(|next| next.class.any(Class::PREPOSITION))
        && at >= 2
        && tokens[at - 2].is_word()
        && !tokens[at - 2].class.any(Class::FUNCTION)
}

/// Where the clause whose subject starts at `start` begins: after the nearest mark or conjunction before it.
pub(super) fn clause_start(tokens: &[Token], start: usize) -> usize {
    let floor = start.saturating_sub(SUBJECT_WINDOW);
    let mut at = start;
    while at > floor {
        let token = &tokens[at - 1];
        let opens = !token.is_word() && !token.is(Kind::Number) && !token.is(Kind::Aside)
            || token.class.any(Class::COORDINATOR.and(Class::SUBORDINATOR)) && token.is_word();
        if opens {
            break;
        }
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::words::lex;

    /// The subject of the last "said" in a text.
    fn of(text: &str) -> Option<&str> {
        let tokens = lex(text);
        let verb = tokens.iter().rposition(|token| token.says(word!("said"))).unwrap();
        match before(text, &tokens, verb) {
            Subject::Phrase { start, end, .. } => {
                Some(&text[tokens[start].start as usize..tokens[end - 1].end as usize])
            }
            Subject::Relative { at } => Some(tokens[at].text(text)),
            Subject::Shared | Subject::None => None,
        }
    }

    #[test]
    fn table() {
        for (text, want) in [
            // Names and pronouns.
            ("Ode said", Some("Ode")),
            ("On Tuesday Mr. Ode also said", Some("Mr. Ode")),
            ("Mr. Ode on Tuesday said", Some("Mr. Ode")),
            ("Mr. Ode, a doctor, late Tuesday night said", Some("Mr. Ode")),
            ("When it ended, she said", Some("she")),
            ("Harlow Mayor Ida Voss said", Some("Harlow Mayor Ida Voss")),
            // Appositions and relative clauses.
            ("Ode, a doctor, said", Some("Ode")),
            ("Ode, 43, of Harlow, said", Some("Ode")),
            (
                "Prime Minister Bo Lund, meeting with the mayor at the hall, said",
                Some("Prime Minister Bo Lund"),
            ),
            ("A city spokesman, Brig. Gen. Pat Ode, said", Some("Brig. Gen. Pat Ode")),
            ("Ida Voss, who was there, said", Some("Ida Voss")),
            ("Sen. Bo Lund (R-Ala.) said", Some("Sen. Bo Lund")),
            ("Sen. Bo Lund, R-Ala., said", Some("Sen. Bo Lund")),
            ("In October, Bo Lund, who was there, said", Some("Bo Lund")),
            ("Bo Lund, legal director for the group, said", Some("Bo Lund")),
            ("Bo Lund himself said", Some("Bo Lund")),
            ("Police have long said", Some("Police")),
            ("Sen. Bo Lund (R-Ala.), said", Some("Sen. Bo Lund")),
            ("the mayor, who said", Some("who")),
            ("A senior official who spoke on condition of anonymity said", Some("A senior official")),
            ("One of the drivers who was at the port said", Some("One of the drivers")),
            ("The man who Voss said", Some("Voss")),
            ("A nurse who left because her family said", Some("her family")),
            // Descriptions.
            ("A soldier assigned to a unit there said", Some("A soldier assigned to a unit there")),
            ("A spokesman for the mayor said", Some("A spokesman for the mayor")),
            ("It ended, and the mayor said", Some("the mayor")),
            ("Police said", Some("Police")),
            (
                "An audit released last month by the office said",
                Some("An audit released last month by the office"),
            ),
            ("Ada Lind and Bo Ash said", Some("Ada Lind and Bo Ash")),
            // No subject of its own.
            ("He rose and said", None),
        ] {
            assert_eq!(of(text), want, "{text}");
        }
    }

    #[test]
    fn names() {
        for (text, want) in [
            ("Voss", true),
            ("Mr. Voss", true),
            ("mayor Ida Voss", true),
            ("Ludwig van der Berg", true),
            ("Sen. Bo Lund (R-Ala.)", true),
            ("", false),
            ("Mr.", false),
            ("mayor", false),
            ("The", false),
            ("the Voss", false),
            ("Ida Voss, 43", false),
            ("Voss 43", false),
            ("Ida Voss saw", false),
            ("Voss saw Lund", false),
            ("Ida Voss mayor", false),
        ] {
            assert_eq!(is_name(&lex(text)), want, "{text}");
        }
    }
}
