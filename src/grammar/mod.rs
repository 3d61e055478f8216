//! What the press prints in fixed forms: pure functions over a short `&str`, written with nom.
//!
//! Each file opens with its grammar in EBNF. A rule takes the input and gives what is left of it, or says
//! no more than that it does not match. Rules are `complete`: the input is all there is.

pub(crate) mod author_note;
pub(crate) mod byline;
mod byline_lead;
mod byline_part;
pub(crate) mod clause;
mod clock;
mod contributors;
pub(crate) mod credit;
mod credit_label;
mod credit_party;
pub(crate) mod date;
pub(crate) mod dateline;
mod dateline_place;
pub(crate) mod enumeration;
pub(crate) mod imprint;
pub(crate) mod name;
pub(crate) mod numeric_date;
pub(crate) mod sign_off;
pub(crate) mod timestamp;
pub(crate) mod tokens;

use crate::lexicon::{self, Class};
use crate::scan::blank::is_blank;
use crate::span::Span;
use nom::IResult;
use nom::bytes::complete::{take_while, take_while1};

/// What a rule gives: the rest of the input, and what stood there.
pub(crate) type Parsed<'a, T> = IResult<&'a str, T, ()>;

/// "This rule does not match."
pub(crate) fn no<T>() -> Parsed<'static, T> {
    Err(nom::Err::Error(()))
}

/// Where `part`, a slice of `whole`, stands in it.
pub(crate) fn place(whole: &str, part: &str) -> Span {
    let start = part.as_ptr() as usize - whole.as_ptr() as usize;
    Span::from_usize(start, start + part.len())
}

/// The part of `whole` from the start of `from` to the start of `to`, both slices of it, blanks at the end left out.
pub(crate) fn between<'a>(from: &'a str, to: &'a str) -> &'a str {
    from[..from.len() - to.len()].trim_end_matches(is_blank)
}

/// Where `phrase` stands first in `text`. Lines are short: to set up a search would cost more than the search.
pub(crate) fn find(text: &str, phrase: &str) -> Option<usize> {
    // Blanks stand everywhere; the letter or mark after one is rarer.
    let skip = usize::from(phrase.starts_with(' '));
    let (text, phrase) = (text.as_bytes(), phrase.as_bytes());
    memchr::memchr_iter(phrase[skip], text)
        .filter_map(|at| at.checked_sub(skip))
        .find(|at| text[*at..].starts_with(phrase))
}

/// Any blanks.
pub(crate) fn space(input: &str) -> Parsed<'_, &str> {
    take_while(is_blank)(input)
}

/// One or more blanks.
pub(crate) fn space1(input: &str) -> Parsed<'_, &str> {
    take_while1(is_blank)(input)
}

/// `literal`, its ASCII letters in any case.
pub(crate) fn folded<'a>(literal: &'static str) -> impl Fn(&'a str) -> Parsed<'a, &'a str> {
    // nom's own folds by Unicode's tables, letter by letter, and these rules run on every short line.
    move |input| match input.get(..literal.len()) {
        Some(found) if found.eq_ignore_ascii_case(literal) => Ok((&input[literal.len()..], found)),
        _ => no(),
    }
}

/// `literal` in any case, not followed by a letter or digit.
pub(crate) fn keyword<'a>(literal: &'static str) -> impl Fn(&'a str) -> Parsed<'a, &'a str> {
    move |input| {
        let (rest, found) = folded(literal)(input)?;
        if rest.starts_with(char::is_alphanumeric) { no() } else { Ok((rest, found)) }
    }
}

/// A run of what is neither blank nor a comma, semicolon or bracket.
pub(crate) fn word(input: &str) -> Parsed<'_, &str> {
    take_while1(|c: char| !is_blank(c) && !matches!(c, ',' | ';' | '(' | ')' | '[' | ']' | '|' | '•' | '·'))(
        input,
    )
}

/// The longest run of up to `most` words at the start of `input` that the lexicon has in `class`.
pub(crate) fn listed<'a>(class: Class, most: usize) -> impl Fn(&'a str) -> Parsed<'a, &'a str> {
    move |input| {
        let mut best = None;
        let mut end = 0;
        for _ in 0..most {
            let Ok((rest, _)) = word(&input[end..]) else { break };
            end = input.len() - rest.len();
            for cut in [&input[..end], input[..end].trim_end_matches(['.', ':', '’', '\''])] {
                if lexicon::class(cut).any(class) {
                    best = Some(cut.len());
                    break;
                }
            }
            let Ok((rest, _)) = space1(rest) else { break };
            end = input.len() - rest.len();
        }
        match best {
            Some(len) => Ok((&input[len..], &input[..len])),
            None => no(),
        }
    }
}
