//! What follows a reporting word, read over tokens.
//!
//! ```text
//! after_cue  = { adverb | time | aside | addressee | setting } [ "," | ":" ] [ "that" ]
//! time       = [ "on" | "late" | "early" | "last" | "this" ] weekday | month [ number ] | "today" | …
//! setting    = preposition phrase                  in a statement, at a rally in Ohio, of the two men
//! phrase     = [ determiner ] { word }             up to the next determiner, pronoun, verb or mark
//! source     = [ determiner ] { word }             a noun phrase that names who spoke
//! ```

use super::tokens::{Read, Tokens, token};
use crate::lexicon::{Class, Words, word};
use crate::scan::words::{Kind, Token};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::multi::{many0_count, many1_count};

/// What stands between a reporting word and what it reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AfterCue {
    /// Tokens up to what is reported.
    pub(crate) len: usize,
    /// "that", "whether", "how" … stands there.
    pub(crate) complementiser: bool,
    pub(crate) comma: bool,
    pub(crate) colon: bool,
}

/// Reads what follows a cue. With `addressee`, the verb takes the person addressed as its object.
pub(crate) fn after_cue(input: Tokens<'_>, addressee: bool) -> Read<'_, AfterCue> {
    let start = input.0.len();
    let (rest, _) = opt(verify(addressed, |()| addressee)).parse(input)?;
    let (rest, _) = many0_count(|input| adjunct(input)).parse(rest)?;
    let (rest, colon) = opt(token(|token| token.is(Kind::Colon))).parse(rest)?;
    let (after_comma, comma) = opt(token(|token| token.is(Kind::Comma))).parse(rest)?;
    // "said, that": the comma belongs to the complementiser; otherwise it is left where it stands.
    let (rest, that) = match opt(token(complementiser)).parse(after_comma)? {
        (rest, Some(that)) => (rest, Some(that)),
        (_, None) => (rest, None),
    };
    let found = AfterCue {
        len: start - rest.0.len(),
        complementiser: that.is_some(),
        comma: comma.is_some() && that.is_none(),
        colon: colon.is_some(),
    };
    Ok((rest, found))
}

/// Words that open a reported clause and are left out of it.
pub(crate) fn complementiser(token: &Token) -> bool {
    token.says(word!("that"))
}

/// Words that open a reported clause or question and belong to it.
pub(crate) fn opens_question(token: &Token) -> bool {
    const WORDS: Words = Words::of(QUESTIONS);
    token.is_one(WORDS)
}

/// Words that open a reported question.
pub(crate) const QUESTIONS: &[&str] = &["whether", "if", "how", "why", "what", "when", "where", "who"];

fn adjunct(input: Tokens<'_>) -> Read<'_, ()> {
    let adverb = token(|token| token.adverb() && !token.is(Kind::Stop)).map(|_| ());
    let aside = token(|token| token.is(Kind::Aside)).map(|_| ());
    alt((adverb, aside, time, setting)).parse(input)
}

/// "Tuesday", "on Monday", "late last week", "Jan. 5".
fn time(input: Tokens<'_>) -> Read<'_, ()> {
    let day = token(|token| token.class.any(Class::WEEKDAY) && token.capital());
    let month = (
        token(|token| token.class.any(Class::MONTH) && token.capital()),
        token(|token| token.is(Kind::Number)),
    )
        .map(|(month, _)| month);
    let (rest, _) = opt(token(|token| token.class.any(Class::PREPOSITION) || token.adverb())).parse(input)?;
    let (rest, _) = alt((month, day)).parse(rest)?;
    let (rest, _) = opt(token(Token::adverb)).parse(rest)?;
    let (rest, _) = opt(part_of_day).parse(rest)?;
    Ok((rest, ()))
}

/// "Tuesday night", "Monday morning": one small word that is no verb or function word.
fn part_of_day(input: Tokens<'_>) -> Read<'_, Token> {
    let (rest, word) = token(|token| token.is_word() && !token.capital() && token.class.is_none())(input)?;
    // The word ends the phrase when a mark, a preposition or "that" comes next.
    match rest.0.first() {
        Some(next)
            if next.is_word()
                && !next.class.any(Class::PREPOSITION.and(Class::PRONOUN).and(Class::DETERMINER)) =>
        {
            Err(nom::Err::Error(()))
        }
        _ => Ok((rest, word)),
    }
}

/// A preposition and its phrase: "in a statement", "to reporters", "during a stop in Iowa".
fn setting(input: Tokens<'_>) -> Read<'_, ()> {
    let (rest, first) = token(|token| token.class.any(Class::PREPOSITION) && !token.capital())(input)?;
    // "for" and "as" may open what is said; "to" and a verb is what is promised.
    if first.says(word!("as"))
        || rest.0.first().is_some_and(|next| {
            first.says(word!("to"))
                && next.class.any(Class::BASE)
                && !next.class.any(Class::ROLE.and(Class::GROUP))
        })
    {
        return Err(nom::Err::Error(()));
    }
    let (rest, ()) = phrase(rest)?;
    Ok((rest, ()))
}

fn phrase(input: Tokens<'_>) -> Read<'_, ()> {
    let (rest, _) = many0_count(token(|token| token.class.any(Class::DETERMINER))).parse(input)?;
    let inner = |token: &Token| {
        (token.is_word()
            && (!token.class.any(FENCE) || token.possessive())
            && !complementiser(token)
            && !opens_question(token))
            || token.is(Kind::Number)
            || token.is(Kind::Aside)
    };
    let (rest, _) = many1_count(token(inner)).parse(rest)?;
    Ok((rest, ()))
}

/// What no plain noun phrase goes over.
const FENCE: Class = Class::FUNCTION.and(Class::COMMON_VERB);

/// The person addressed: "reporters", "the AP", "a crowd of supporters in Ohio".
fn addressed(input: Tokens<'_>) -> Read<'_, ()> {
    let pronoun =
        token(|token| token.class.any(Class::PRONOUN) && token.class.any(Class::OBJECT)).map(|_| ());
    let me = token(|token| {
        token.class.any(Class::PRONOUN)
            && (token.class.any(Class::NEUTER) || token.class.any(Class::SECOND_PERSON))
    })
    .map(|_| ());
    let group =
        token(|token| token.is_word() && !token.capital() && token.class.any(Class::GROUP)).map(|_| ());
    let names =
        many1_count(token(|token| token.is_word() && token.capital() && !token.class.any(Class::WEEKDAY)))
            .map(|_| ());
    let described = (
        token(|token| token.class.any(Class::DETERMINER)),
        many1_count(token(|token| token.is_word() && !token.class.any(FENCE))),
    )
        .map(|_| ());
    let (rest, ()) = alt((pronoun, me, group, described, names)).parse(input)?;
    Ok((rest, ()))
}

/// Determiners that may stand for a noun.
const ALONE: Words = Words::of(&["one", "another", "some", "many"]);

/// A noun phrase that names a source, read forward: how many tokens it has.
///
/// It ends before a preposition, so "a spokesman for the mayor" gives "a spokesman".
/// With `lenient`, where marks say that a source follows, any noun will do; else it must be a name or a word for
/// people, bodies or documents.
pub(crate) fn source(input: Tokens<'_>, lenient: bool) -> Read<'_, usize> {
    let start = input.0.len();
    let article = token(|token| token.class.any(Class::DETERMINER) && !token.possessive());
    let (rest, article) = opt(article).parse(input)?;
    let inner = |token: &Token| {
        let word = token.is_word() || token.is(Kind::Number);
        let part = token.class.any(Class::OFFICE.and(Class::TITLE).and(Class::ROLE))
            || token.class.any(Class::PARTICLE) && !token.class.any(Class::DETERMINER);
        let fence = token.class.any(FENCE) && !part && !token.possessive() && !token.capital();
        word && !fence && !(token.class.any(Class::WEEKDAY) && token.capital()) && !token.adverb()
    };
    // "one of those advisers": a number stands for the noun.
    let some = |input| {
        (
            token(|token| token.says(word!("of"))),
            many0_count(token(|token| token.class.any(Class::DETERMINER))),
        )
            .parse(input)
    };
    let (rest, _) = opt(verify(some, |_| article.is_some())).parse(rest)?;
    // “…,” wrote another. A determiner that stands for a noun.
    let alone = article.is_some_and(|article| article.is_one(ALONE));
    if alone && rest.0.first().is_none_or(|next| !next.is_word() || next.class.any(FENCE)) {
        return Ok((rest, start - rest.0.len()));
    }
    let (rest, words) = many1_count(token(inner)).parse(rest)?;
    let read = &input.0[..start - rest.0.len()];
    let named = read.iter().any(|token| token.capital() && token.is_word());
    let people = read.iter().any(|token| {
        token
            .class
            .any(Class::ROLE.and(Class::GROUP).and(Class::ORGANIZATION).and(Class::DOCUMENT).and(Class::KIN))
    });
    if words > 12 || !(named || people || article.is_some() || lenient) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, start - rest.0.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::words::lex;

    #[test]
    fn after_cues() {
        for (text, addressee, rest) in [
            ("Tuesday that it would end", false, "it would end"),
            ("in a statement that it would end", false, "it would end"),
            ("of the two officers.", false, "."),
            ("reporters that it would end", true, "it would end"),
            ("the Harlow Ledger on Monday it would end", true, "it would end"),
            ("it would end", false, "it would end"),
            (", it would end", false, ", it would end"),
        ] {
            let tokens = lex(text);
            let (left, _) = after_cue(Tokens(&tokens), addressee).unwrap();
            let from = left.0.first().map_or(text.len(), |token| token.start as usize);
            assert_eq!(&text[from..], rest, "{text}");
        }
    }

    #[test]
    fn sources() {
        for (text, want) in [
            ("Col. David Ode, a spokesman", Some("Col. David Ode")),
            ("the soldier.", Some("the soldier")),
            ("a spokesman for the mayor", Some("a spokesman")),
            ("police", Some("police")),
            ("one of those advisers, who", Some("one of those advisers")),
            ("another, who left", Some("another")),
            ("it would end", None),
        ] {
            let tokens = lex(text);
            let got = source(Tokens(&tokens), false)
                .ok()
                .map(|(_, len)| &text[tokens[0].start as usize..tokens[len - 1].end as usize]);
            assert_eq!(got, want, "{text}");
        }
    }
}
