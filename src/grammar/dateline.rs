//! Where, when and by which agency.
//!
//! ```text
//! dateline = places [ "," ] [ date ] [ agency ] dash
//!          | places dash ( date | agency ) dash
//!          | places [ date ] known_agency
//!          | date agency dash
//!          | agency [ dash ] | site dash
//!          | "(" places ")" dash
//! places   = place { ( "/" | "and" | "," ) place }
//! place    = city [ "," region | "(" region ")" ]
//! city     = capital words, in capitals or known, or in any case before an agency or date
//! region   = state | country | capital words
//! date     = date | "(" date ")"
//! agency   = "(" name { "," name } ")" | "/" name "/"
//! dash     = "—" | "–" | "―" | "--" | "-" | "_" | ":"
//! ```
//!
//! A colon is a dash after a date, and after a known city, as Indian papers print it. `dateline_place` says which
//! words before a dash are a place.

use super::date::{PartialDate, date};
use super::dateline_place::{Evidence, is_plausible};
use super::{Parsed, no, place, space, space1};
use crate::lexicon::{self, Class};
use crate::limits::DATELINE_WINDOW;
use crate::scan::blank::{boundary, is_blank};
use crate::span::Span;
use alloc::vec;
use alloc::vec::Vec;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::combinator::opt;
use nom::sequence::{delimited, preceded};

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
    let (rest, mut node) = alt((placed, dated, signed, in_brackets)).parse(window)?;
    node.span = place(window, &window[..window.len() - rest.len()]);
    Ok((&input[window.len() - rest.len()..], node))
}

/// Whether the grammar could match at all: a capital, figure or bracket comes first, and before the first dash or agency
/// no small word stands but those that places and dates have. Most paragraphs are done at their second word.
fn may_open(window: &str) -> bool {
    const SMALL: Class =
        Class::PARTICLE.and(Class::PREPOSITION).and(Class::COORDINATOR).and(Class::MONTH).and(Class::WEEKDAY);
    if window.starts_with('(') {
        return true;
    }
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
    let day = alt((date, delimited(tag("("), date, tag(")"))));
    let (rest, date) = opt(preceded((opt(tag(",")), space), day)).parse(rest)?;
    let (rest, agencies) = opt(preceded((opt(tag(",")), space), agencies(input))).parse(rest)?;
    let mut node =
        DatelineNode { places, date, agencies: agencies.unwrap_or_default(), ..DatelineNode::default() };
    let Ok((mut after, dash)) = dash(rest) else { return without_dash(input, rest, node) };
    // "NEW YORK – March 4, 2024 – Acme", "ROMA, 1 March - (ANSA) - Il": date and agency may have dashes of their own.
    if node.agencies.is_empty() {
        if let Ok((next, (date, _))) = (super::date::date, self::dash).parse(after) {
            (after, node.date) = (next, node.date.or(Some(date)));
        }
        if let Ok((next, (agencies, _))) = (self::agencies(input), self::dash).parse(after) {
            (after, node.agencies) = (next, agencies);
        }
    }
    if dash == ":" && after.starts_with('/') {
        return no();
    }
    if is_plausible(&evidence(input, &node, dash, after)) { Ok((after, node)) } else { no() }
}

/// "Mumbai, May 5 (PTI) The council": the dash may lack after an agency that is known, before a sentence.
fn without_dash<'a>(input: &'a str, rest: &'a str, node: DatelineNode) -> Parsed<'a, DatelineNode> {
    let known = |agency: &Span| lexicon::class(agency.of(input)).any(Class::AGENCY);
    let after = rest.trim_start_matches(is_blank);
    let sentence = after.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"'));
    let named = !node.agencies.is_empty() && node.agencies.iter().all(known);
    if named && sentence && is_plausible(&evidence(input, &node, "—", after)) {
        Ok((after, node))
    } else {
        no()
    }
}

fn evidence<'a>(input: &'a str, node: &DatelineNode, dash: &'a str, after: &'a str) -> Evidence<'a> {
    let first = node.places.first();
    Evidence {
        city: first.map_or("", |place| place.city.of(input)),
        region: first.and_then(|place| place.region).map(|region| region.of(input)),
        supported: node.date.is_some() || !node.agencies.is_empty(),
        dash,
        after,
    }
}

/// "(Reuters) — The", "(CNN) The", "Harlow.Net - The": an agency alone. Without a dash it must be a known one.
fn signed(input: &str) -> Parsed<'_, DatelineNode> {
    let site = |input| {
        let (rest, name) = part(input)?;
        let lower = name.to_ascii_lowercase();
        let sited = [".net", ".com", ".org"].iter().any(|end| lower.ends_with(end));
        if sited { Ok((rest, vec![place(input, name)])) } else { no() }
    };
    let bracketed = |input| {
        let (rest, found) = agencies(input)(input)?;
        if found.iter().all(|agency| is_agency(agency.of(input))) { Ok((rest, found)) } else { no() }
    };
    let (rest, agencies) = alt((bracketed, site)).parse(input)?;
    let known = |agency: &Span| lexicon::class(agency.of(input)).any(Class::AGENCY);
    let (after, told) = match dash(rest) {
        Ok((after, _)) => (after, true),
        Err(_) => (rest.trim_start_matches(is_blank), agencies.iter().all(known)),
    };
    if !told || after.is_empty() || after.starts_with(char::is_lowercase) {
        return no();
    }
    Ok((after, DatelineNode { agencies, ..DatelineNode::default() }))
}

/// A known agency, or what can only be the letters of one: "(WHLW)".
fn is_agency(name: &str) -> bool {
    lexicon::class(name).any(Class::AGENCY)
        || (3..=4).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// "(WASHINGTON) — The": as radio wires print a place.
fn in_brackets(input: &str) -> Parsed<'_, DatelineNode> {
    let (rest, node) = delimited(tag("("), one_place(input), tag(")")).parse(input)?;
    let (after, dash) = dash(rest)?;
    let node = DatelineNode { places: vec![node], ..DatelineNode::default() };
    if is_plausible(&evidence(input, &node, dash, after)) { Ok((after, node)) } else { no() }
}

fn one_place<'a>(whole: &'a str) -> impl Fn(&'a str) -> Parsed<'a, PlaceNode> {
    move |input| {
        let (rest, city) = city(input)?;
        let after_comma = preceded((tag(","), space), region);
        let bracketed = delimited((space, tag("(")), known_region, tag(")"));
        let (rest, region) = opt(alt((after_comma, bracketed))).parse(rest)?;
        let span = place(whole, &input[..input.len() - rest.len()]);
        Ok((
            rest,
            PlaceNode { city: place(whole, city), region: region.map(|text| place(whole, text)), span },
        ))
    }
}

/// A word of a place; a double hyphen is a dash.
fn part(input: &str) -> Parsed<'_, &str> {
    let end = memchr::memmem::find(input.as_bytes(), b"--").unwrap_or(input.len());
    let (rest, word) = take_while1::<_, _, ()>(|c: char| {
        c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-' | '‑' | '`' | '\u{300}'..='\u{36F}')
    })(&input[..end])?;
    Ok((&input[input.len() - rest.len() - (input.len() - end)..], word))
}

/// A region that the lists know, as brackets need it: "(India)", not "(AFP)".
fn known_region(input: &str) -> Parsed<'_, &str> {
    let (rest, text) = region(input)?;
    let listed = lexicon::class(text).any(Class::STATE.and(Class::COUNTRY));
    if listed && !lexicon::class(text).any(Class::AGENCY) { Ok((rest, text)) } else { no() }
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
        // "(dpa)" is written small.
        let known = |name: &str| lexicon::class(name).any(Class::AGENCY);
        let is_name = |name: &&str| name.len() <= 40 && (name.starts_with(char::is_uppercase) || known(name));
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
            ("HARLOW, Va.--The mayor", &["HARLOW, Va."], None, &[]),
            ("LONDON and PARIS — Banks", &["LONDON", "PARIS"], None, &[]),
            ("NEAR LUNN, Syria — The road", &["NEAR LUNN, Syria"], None, &[]),
            ("ABOARD THE USS ASH — Crews", &["ABOARD THE USS ASH"], None, &[]),
            // Orders of other countries' papers.
            ("LONDON, 26 February 2023 - The bank", &["LONDON"], Some((2, 26)), &[]),
            ("LONDON, Monday, March 4 - The bank", &["LONDON"], Some((3, 4)), &[]),
            ("New Delhi, Mar 4 (PTI): The council", &["New Delhi"], Some((3, 4)), &["PTI"]),
            ("Mumbai, May 5 (PTI) The council", &["Mumbai"], Some((5, 5)), &["PTI"]),
            ("MUMBAI, May 5: The council", &["MUMBAI"], Some((5, 5)), &[]),
            (
                "Mumbai: The council met on Monday and shut the bridge over the river for a year.",
                &["Mumbai"],
                None,
                &[],
            ),
            ("Berlin (dpa) - Talks", &["Berlin"], None, &["dpa"]),
            ("Nagpur (India) (AFP) – Half", &["Nagpur (India)"], None, &["AFP"]),
            ("ROMA, 01 MAR - (ANSA) - Il", &["ROMA"], Some((3, 1)), &["ANSA"]),
            // Releases and radio.
            ("NEW YORK--(BUSINESS WIRE)--Acme", &["NEW YORK"], None, &["BUSINESS WIRE"]),
            ("NEW YORK – March 4, 2024 – Acme", &["NEW YORK"], Some((3, 4)), &[]),
            ("HARLOW, OHIO (March 4, 2024) – Acme", &["HARLOW, OHIO"], Some((3, 4)), &[]),
            ("(WASHINGTON) — The county", &["WASHINGTON"], None, &[]),
            // An agency alone.
            ("(Reuters) — The county", &[], None, &["Reuters"]),
            ("(CNN) The county", &[], None, &["CNN"]),
            ("Harlow.Net - The county", &[], None, &["Harlow.Net"]),
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
            "London: A short history",
            "ANALYSIS — The vote",
            "The plan — a bad one — failed",
            "“No,” he said",
            "WATCH — The moment",
            "He left for London - and stayed",
            "NOTE: This is all",
            "UPDATE: 5/12 — The site",
            "9:45 p.m. — The fire",
            "11:40 am — Police",
            "EXPLAINER — The fire",
            "SPORTS — The match",
            "PART ONE — The fire",
            "U.S. — The fire",
            "IT WAS OVER — The fire",
            "MARTA OLSEN — The mayor",
            "TRUMP: The deaths",
            "London: 5 degrees",
            "London: a short history",
            "(Laughter) — The mayor",
            "(He left) The mayor",
            "(SNAP) The programme",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
