//! Where, when and by which agency.
//!
//! ```text
//! dateline = places [ "," ] [ date ] [ agency ] dash
//!          | date agency dash
//! places   = place { ( "/" | "and" | "," ) place }
//! place    = city [ "," region ]
//! city     = capital words, in capitals or known, or in any case before an agency or date
//! region   = state | country | capital words
//! agency   = "(" name { "," name } ")" | "/" name "/"
//! dash     = "—" | "–" | "―" | "--" | "-" | "_" | ":"
//! ```
//!
//! A colon is a dash only after a place in capitals, as Indian papers print it.

use super::date::{PartialDate, date};
use super::{Parsed, no, place, space, space1};
use crate::lexicon::{self, Class};
use crate::limits::DATELINE_WINDOW;
use crate::scan::blank::{boundary, is_blank};
use crate::span::Span;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::combinator::opt;
use nom::sequence::preceded;

/// One place of a dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct PlaceNode {
    pub(crate) city: Span,
    pub(crate) region: Option<Span>,
    pub(crate) span: Span,
}

/// A dateline; the body starts at the end of `span`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct DatelineNode {
    pub(crate) span: Span,
    pub(crate) places: Vec<PlaceNode>,
    pub(crate) date: Option<PartialDate>,
    pub(crate) agencies: Vec<Span>,
}

impl DatelineNode {
    pub(crate) fn shift(&mut self, by: u32) {
        self.span = self.span.shift(by);
        for place in &mut self.places {
            place.city = place.city.shift(by);
            place.region = place.region.map(|span| span.shift(by));
            place.span = place.span.shift(by);
        }
        for agency in &mut self.agencies {
            *agency = agency.shift(by);
        }
    }
}

/// The dateline that `input` opens with.
pub(crate) fn dateline(input: &str) -> Parsed<'_, DatelineNode> {
    let window = &input[..boundary(input, DATELINE_WINDOW)];
    if !may_open(window) {
        return no();
    }
    let (rest, mut node) = alt((placed, dated)).parse(window)?;
    node.span = place(window, &window[..window.len() - rest.len()]);
    Ok((&input[window.len() - rest.len()..], node))
}

/// Whether the grammar could match at all: a capital or figure comes first, and before the first dash or agency
/// no small word stands but those that places and dates have. Most paragraphs are done at their second word.
fn may_open(window: &str) -> bool {
    const SMALL: Class =
        Class::PARTICLE.and(Class::PREPOSITION).and(Class::COORDINATOR).and(Class::MONTH).and(Class::WEEKDAY);
    if !window.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        return false;
    }
    let bytes = window.as_bytes();
    let mut at = 0;
    while let Some(len) = bytes[at..].iter().position(|byte| PAUSES[usize::from(*byte)]) {
        at += len + 1;
        match bytes[at - 1..] {
            [b' ', b'a'..=b'z', ..] => {
                let len = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
                // What goes on with a stop, an apostrophe or a letter outside ASCII is left to the grammar.
                let whole = matches!(bytes.get(at + len), Some(b' ' | b','));
                if whole && !lexicon::class(&window[at..at + len]).any(SMALL) {
                    return false;
                }
                at += len;
            }
            // –, — and ―; curly marks have the same first byte.
            [0xE2, 0x80, 0x93..=0x95, ..] => return true,
            [b' ' | 0xE2, ..] => {}
            // A hyphen inside a word is no dash.
            [b'-', next, ..]
                if next.is_ascii_alphanumeric() && at > 1 && bytes[at - 2].is_ascii_alphanumeric() => {}
            // An agency's name may hold any word.
            _ => return true,
        }
    }
    false
}

/// Bytes at which [`may_open`] looks closer: what ends a word, what may be a dash, what opens an agency. A table
/// makes it one question a byte.
static PAUSES: [bool; 256] = {
    let mut table = [false; 256];
    let mut pauses: &[u8] = b" -_:(/\xE2";
    while let [pause, rest @ ..] = pauses {
        table[*pause as usize] = true;
        pauses = rest;
    }
    table
};

/// "Dec 29 (Reuters) - ": a date and an agency, no place.
fn dated(input: &str) -> Parsed<'_, DatelineNode> {
    let (rest, (date, _, agencies, _)) = (date, space, agencies(input), dash).parse(input)?;
    Ok((rest, DatelineNode { date: Some(date), agencies, ..DatelineNode::default() }))
}

fn placed(input: &str) -> Parsed<'_, DatelineNode> {
    let mut places = Vec::new();
    let mut rest = input;
    while places.len() < 4 {
        let (after, node) = one_place(input)(rest)?;
        places.push(node);
        rest = after;
        let joint = alt((tag("/"), tag(" / "), tag(" and "), tag(" AND "), tag("; ")));
        match opt(joint).parse(rest)? {
            (next, Some(_)) => rest = next,
            (_, None) => break,
        }
    }
    let (rest, date) = opt(preceded((opt(tag(",")), space), date)).parse(rest)?;
    let (rest, agencies) = opt(preceded((opt(tag(",")), space), agencies(input))).parse(rest)?;
    let agencies = agencies.unwrap_or_default();
    let (after, dash) = dash(rest)?;
    if dash == ":" && (after.starts_with('/') || !agencies.is_empty()) && agencies.is_empty() {
        return no();
    }
    let node = DatelineNode { places, date, agencies, ..DatelineNode::default() };
    if is_plausible(input, &node, dash, after) { Ok((after, node)) } else { no() }
}

/// A place that cannot be told from a heading or an acronym by its form wants more evidence.
fn is_plausible(input: &str, node: &DatelineNode, dash: &str, after: &str) -> bool {
    let Some(first) = node.places.first() else {
        return false;
    };
    let city = first.city.of(input);
    let starts_body = after.starts_with(|c: char| {
        c.is_uppercase()
            || c.is_ascii_digit()
            || matches!(c, '“' | '"' | '\'' | '‘' | '`' | '<' | '$' | '(' | '£' | '€' | '[')
    });
    let known = lexicon::class(city).any(Class::CITY.and(Class::COUNTRY).and(Class::STATE));
    let supported = node.date.is_some() || !node.agencies.is_empty();
    let region_known = first.region.is_some_and(|region| {
        let bare = region.of(input);
        lexicon::class(bare).any(Class::STATE.and(Class::COUNTRY))
            || lexicon::class(bare.trim_end_matches('.')).any(Class::STATE.and(Class::COUNTRY))
    });
    if supported {
        return true;
    }
    if !starts_body {
        return false;
    }
    let capitals = is_capitals(city);
    if dash == ":" {
        return capitals && (known || region_known);
    }
    if known || region_known {
        return capitals || dash != "-" || region_known;
    }
    // An unknown place in capitals: a town, not "ANALYSIS — " nor "NATO — ".
    let label = city.split(' ').any(|word| {
        lexicon::class(word).any(Class::SAY_NOUN.and(Class::DOCUMENT).and(Class::WEEKDAY))
            || LABELS.contains(&word)
    });
    let acronym = !city.contains(' ') && city.len() <= 4;
    capitals && !label && !acronym
}

/// Words in capitals before a dash that label a section, not a place.
const LABELS: &[&str] = &[
    "ANALYSIS",
    "WATCH",
    "UPDATE",
    "UPDATED",
    "OPINION",
    "EXCLUSIVE",
    "BREAKING",
    "LIVE",
    "VIDEO",
    "PHOTOS",
    "LISTEN",
    "READ",
    "NOTE",
    "EDITORIAL",
    "CORRECTION",
    "WARNING",
    "SPOILER",
    "FACT",
    "POLL",
    "NEW",
    "MORE",
    "UP",
    "DOWN",
    "THE",
];

fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase)
        && text
            .split([' ', '-'])
            .filter(|word| !lexicon::class(word).any(Class::PARTICLE.and(Class::PREPOSITION)))
            .all(|word| {
                !word.chars().any(char::is_lowercase) || word.starts_with("Mc") || word.starts_with("Mac")
            })
}

fn one_place<'a>(whole: &'a str) -> impl Fn(&'a str) -> Parsed<'a, PlaceNode> {
    move |input| {
        let (rest, city) = city(input)?;
        let region = preceded((tag(","), space), region);
        let (rest, region) = opt(region).parse(rest)?;
        let span = place(whole, &input[..input.len() - rest.len()]);
        Ok((
            rest,
            PlaceNode { city: place(whole, city), region: region.map(|text| place(whole, text)), span },
        ))
    }
}

fn part(input: &str) -> Parsed<'_, &str> {
    take_while1(|c: char| {
        c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-' | '‑' | '`' | '\u{300}'..='\u{36F}')
    })(input)
}

/// Up to five capitalised words, with "of", "de", "the" and their like between.
fn city(input: &str) -> Parsed<'_, &str> {
    let (mut rest, mut end) = (input, 0);
    for _ in 0..6 {
        let Ok((after, word)) = part(rest) else { break };
        let capital = word.starts_with(char::is_uppercase);
        let linking = end > 0 && lexicon::class(word).any(Class::PARTICLE.and(Class::PREPOSITION));
        if !(capital || linking) || word == "-" || word.starts_with("--") {
            break;
        }
        if capital {
            end = input.len() - after.len();
        }
        match space1(after) {
            Ok((next, _)) if !after.trim_start_matches(is_blank).starts_with(['-', '(', '_']) => rest = next,
            _ => break,
        }
    }
    if end == 0 { no() } else { Ok((&input[end..], &input[..end])) }
}

fn region(input: &str) -> Parsed<'_, &str> {
    let (rest, text) = city(input)?;
    // "PARIS, March 3": the word after the comma is the date.
    let first = text.split([' ', '.']).next().unwrap_or_default();
    if lexicon::class(first).any(Class::MONTH.and(Class::WEEKDAY)) {
        return no();
    }
    Ok((rest, text))
}

/// Agencies in brackets or between slashes, as spans of `whole`.
fn agencies<'a>(whole: &'a str) -> impl Fn(&'a str) -> Parsed<'a, Vec<Span>> {
    move |input| {
        let close = match input.as_bytes().first() {
            Some(b'(') => ')',
            Some(b'/') => '/',
            _ => return no(),
        };
        let Some(len) = input[1..].find(close) else {
            return no();
        };
        let inside = &input[1..=len];
        let names: Vec<_> = inside.split([',', ';']).map(str::trim).filter(|name| !name.is_empty()).collect();
        let is_name = |name: &&str| name.len() <= 40 && name.starts_with(char::is_uppercase);
        if names.is_empty() || !names.iter().all(is_name) {
            return no();
        }
        Ok((&input[len + 2..], names.iter().map(|name| place(whole, name)).collect()))
    }
}

/// The dash that ends a dateline, with the blanks around it.
fn dash(input: &str) -> Parsed<'_, &str> {
    let (rest, blank) = space(input)?;
    let (rest, dash) =
        alt((tag("—"), tag("–"), tag("―"), tag("--"), tag("-"), tag("_"), tag(":"))).parse(rest)?;
    let (after, tail) = space(rest)?;
    // A hyphen inside a word is no dash; a long dash may stand tight, and a line may end with one.
    let short = matches!(dash, "-" | "_") && !after.is_empty();
    if (short && tail.is_empty() && blank.is_empty())
        || (dash == ":" && (tail.is_empty() || !blank.is_empty()))
    {
        return no();
    }
    Ok((after, dash))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Vec<&str>, Option<(u8, u8)>, Vec<&str>, &str)> {
        let (rest, node) = dateline(text).ok()?;
        Some((
            node.places.iter().map(|place| place.span.of(text)).collect(),
            node.date.map(|date| (date.month, date.day)),
            node.agencies.iter().map(|span| span.of(text)).collect(),
            rest,
        ))
    }

    #[test]
    fn datelines() {
        for (text, places, date, agencies) in [
            ("OSLO, March 9 - Oil rose", &["OSLO"][..], Some((3, 9)), &[][..]),
            ("CALDER BAY, Maine (AP) — A ferry", &["CALDER BAY, Maine"], None, &["AP"]),
            ("PARK RIDGE, ILL., March 6 - A farm", &["PARK RIDGE, ILL."], Some((3, 6)), &[]),
            ("SOUTHEASTERN POLAND — The top", &["SOUTHEASTERN POLAND"], None, &[]),
            ("Washington (AFP) – The chief", &["Washington"], None, &["AFP"]),
            ("LONDON/PARIS (Reuters) - Banks", &["LONDON", "PARIS"], None, &["Reuters"]),
            ("DENVER, Oct. 3, 2024 /PRNewswire/ -- Tallgrass", &["DENVER"], Some((10, 3)), &["PRNewswire"]),
            ("Dec 29 (Reuters) - Shares", &[], Some((12, 29)), &["Reuters"]),
            ("NEW DELHI: The panel", &["NEW DELHI"], None, &[]),
            ("ABOARD USS ASH — Crews", &["ABOARD USS ASH"], None, &[]),
            ("COLUMBIA, S.C. (AP) _ A judge", &["COLUMBIA, S.C."], None, &["AP"]),
        ] {
            assert!(may_open(text), "{text}");
            let got = read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((got.0.as_slice(), got.1, got.2.as_slice()), (places, date, agencies), "{text}");
        }
    }

    #[test]
    fn openings_that_need_no_reading() {
        for (text, want) in [
            ("The bridge — once a toll road — was shut", false),
            ("On Monday the bridge — once a toll road — was shut", false),
            ("“OSLO” — the ship — sank", false),
            ("Oslo is cold", false),
            ("A 17-year-old boy - a pupil - left", false),
            ("BAD HOMBURG-WEST - A ferry", true),
            ("RIO DE JANEIRO, march 3 — A ferry", true),
            ("Isle of Man and Sark — A ferry", true),
            ("Villa d'Oro — A ferry", true),
            ("Oslo (from our reporters) — A ferry", true),
        ] {
            assert_eq!(may_open(text), want, "{text}");
        }
    }

    #[test]
    fn no_datelines() {
        for text in [
            "NATO — once a club — grew",
            "ANALYSIS — The vote",
            "The plan — a bad one — failed",
            "“No,” he said",
            "WATCH — The moment",
            "He left for London - and stayed",
            "NOTE: This is all",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
