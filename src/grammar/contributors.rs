//! Who else reported, as the note at the end of a story says.
//!
//! ```text
//! note     = part { ( ". " | "; " ) part }
//! part     = people ( "contributed" [ "reporting" | "to this report" | "from" … ] | "reported from" place … )
//!          | lead [ ":" ] people | "Editing by" …
//! lead     = "Reporting by" | "Contributing" | "With assistance from" | "With reporting by" | …
//! people   = person { ( "," | "and" | "&" ) person }
//! person   = [ body "'s" ] [ words "writer" | "reporter" | … ] name [ "in" place ]
//! ```
//!
//! A note that names a body alone ("The Associated Press contributed to this report.") is one that names nobody.

use super::name::{is_organization, person};
use super::{Parsed, folded, keyword, no, place, space1};
use crate::lexicon::{self, Class};
use crate::scan::blank::boundary;
use crate::span::Span;
use alloc::vec::Vec;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

/// Someone who helped to report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct ContributorNode {
    pub(crate) name: Span,
    pub(crate) place: Option<Span>,
    pub(crate) role: Option<Span>,
    pub(crate) span: Span,
}

impl ContributorNode {
    pub(crate) fn shift(&mut self, by: u32) {
        self.name = self.name.shift(by);
        self.place = self.place.map(|span| span.shift(by));
        self.role = self.role.map(|span| span.shift(by));
        self.span = self.span.shift(by);
    }
}

/// The longest note, in bytes: a dozen names with their places.
const LONGEST: usize = 600;

/// The longest line, in bytes, that says where reporters were.
const REPORTED: usize = 240;

/// People that one note names at the most.
const PEOPLE: usize = 16;

/// A note on who else reported; the line must hold nothing else. It may name a body alone, and so nobody.
pub(crate) fn contributors(line: &str) -> Option<Vec<ContributorNode>> {
    if line.len() > LONGEST {
        return None;
    }
    let opens =
        line.trim_start_matches(|c: char| !c.is_alphabetic()).as_bytes().first().copied().unwrap_or(b' ');
    let may_lead = matches!(opens | 0x20, b'r' | b'a' | b'c' | b'w' | b'e');
    let has = |verb: &str| memchr::memmem::find(line.as_bytes(), verb.as_bytes()).is_some();
    let told = || has(" contributed") || line.len() <= REPORTED && has(" reported from ");
    if !may_lead && !told() {
        return None;
    }
    let text = line
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '—' | '–' | '-' | '_' | '*'));
    let (mut found, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let end = part_end(rest);
        let part = rest[..end].trim_end_matches(['.', ')', ';', ' ']);
        found.append(&mut read_part(line, part)?);
        rest = rest[end..].trim_start_matches([';', ' ']);
    }
    Some(found)
}

/// Where the first part of a note ends: at a semicolon, or at a stop that closes no initial or short form.
fn part_end(text: &str) -> usize {
    let closes = |at: &usize| {
        let word = text[..*at].rsplit([' ', '.']).next().unwrap_or_default();
        word.len() > 3 || word.chars().all(char::is_lowercase)
    };
    let stop = text.match_indices(". ").map(|(at, _)| at).find(closes).map(|at| at + 1);
    stop.into_iter().chain(text.find(';')).min().unwrap_or(text.len())
}

/// One part; `None` where it is no note.
fn read_part(line: &str, part: &str) -> Option<Vec<ContributorNode>> {
    // Editors are named beside reporters and are none.
    if editors(part).is_ok() {
        return Some(Vec::new());
    }
    if let Ok((rest, ())) = lead(part) {
        let found = people(line, rest);
        return (!found.is_empty() || is_organization(rest)).then_some(found);
    }
    let before = contributed(part).or_else(|| reported(part))?;
    let found = people(line, before);
    (!found.is_empty() || is_organization(before)).then_some(found)
}

/// "Editing by", after the reporters.
fn editors(part: &str) -> Parsed<'_, ()> {
    let (rest, _) = terminated(folded("editing by"), space1).parse(part)?;
    Ok((rest, ()))
}

/// What stands before "contributed to this report".
fn contributed(text: &str) -> Option<&str> {
    const PIECES: &[&str] =
        &[" reporting", " to this ", " to the report", " to the story", " research", " from "];
    let at = memchr::memmem::find(text.as_bytes(), b" contributed")?;
    let after = &text[at + " contributed".len()..];
    let reports = after.is_empty() || PIECES.iter().any(|piece| after.starts_with(piece));
    let before = text[..at].trim_end_matches(" also").trim_end_matches(" and");
    (reports && after.len() < 160 && !before.contains(['“', '"'])).then_some(before)
}

/// What stands before "reported from Oslo", where nothing but places follows.
fn reported(text: &str) -> Option<&str> {
    let at = memchr::memmem::find(text.as_bytes(), b" reported from ")?;
    let after = &text[at + " reported from ".len()..];
    let small = |word: &str| matches!(word, "and" | "from" | "in" | "of" | "the" | "de");
    let places = after.split(' ').all(|word| word.starts_with(char::is_uppercase) || small(word));
    (places && after.len() < 160).then_some(&text[..at])
}

fn lead(input: &str) -> Parsed<'_, ()> {
    if !input.starts_with(['a', 'A', 'c', 'C', 'r', 'R', 'w', 'W']) {
        return no();
    }
    let labels = alt((
        folded("reporting by"),
        folded("reporting was contributed by"),
        folded("research was contributed by"),
        folded("research by"),
        folded("additional reporting by"),
        folded("additional reporting from"),
        folded("additional reporting"),
        folded("contributing writers"),
        folded("contributing"),
        folded("contributors"),
        folded("with assistance from"),
        folded("with assistance by"),
        folded("with reporting by"),
        folded("with reporting from"),
        folded("with contributions from"),
        folded("with files from"),
        folded("writing by"),
    ));
    let (rest, _) = terminated(labels, (opt(tag(":")), space1)).parse(input)?;
    Ok((rest, ()))
}

/// Names with their places: "Lena Fox in Boston and Jo Park".
fn people(line: &str, mut rest: &str) -> Vec<ContributorNode> {
    let mut found = Vec::new();
    while found.len() < PEOPLE {
        let start = rest;
        let (role, after) = role(rest);
        let Ok((after, name)) = person(after, false) else {
            break;
        };
        let (after, town) =
            opt(preceded((space1, keyword("in"), space1), town)).parse(after).unwrap_or((after, None));
        if !is_organization(name) {
            let span = place(line, &start[..start.len() - after.len()]);
            found.push(ContributorNode {
                name: place(line, name),
                place: town.map(|town| place(line, town)),
                role: role.map(|role| place(line, role)),
                span,
            });
        }
        let mut joint = alt((tag(", and "), tag(" and "), tag(", "), tag("; "), tag(" & ")));
        let next: Parsed<'_, &str> = joint.parse(after);
        match next {
            Ok((next, _)) => rest = next,
            Err(_) => break,
        }
    }
    found
}

/// A town, with its state if one is known: "Harlow", "Harlow, Ohio".
fn town(input: &str) -> Parsed<'_, &str> {
    let (rest, _) = person(input, true)?;
    let state = |input| {
        let (rest, _) = tag(", ").parse(input)?;
        let (rest, name) = super::word(rest)?;
        if lexicon::class(name).any(Class::STATE) { Ok((rest, ())) } else { no() }
    };
    let (rest, _) = opt(state).parse(rest)?;
    Ok((rest, &input[..input.len() - rest.len()]))
}

/// What stands before a name and says who it is: "Associated Press writer", "Fox News’".
fn role(input: &str) -> (Option<&str>, &str) {
    const ROLES: &[&str] = &[
        "writers ",
        "writer ",
        "reporters ",
        "reporter ",
        "correspondents ",
        "correspondent ",
        "researchers ",
        "researcher ",
        "staff ",
        "journalists ",
        "journalist ",
        "photographer ",
        "producer ",
        "editor ",
        "'s ",
        "’s ",
        "s’ ",
        "s' ",
    ];
    let window = &input[..boundary(input, 80)];
    let window = &window[..window.find([',', ';', '.']).unwrap_or(window.len())];
    let window = &window[..window.find(" and ").unwrap_or(window.len())];
    // The last of the places where a role stands first; each ends with a space.
    let (mut end, mut seen) = (None, [false; ROLES.len()]);
    for space in memchr::memchr_iter(b' ', window.as_bytes()) {
        let before = &window.as_bytes()[..=space];
        for (role, seen) in ROLES.iter().zip(&mut seen) {
            if !*seen && before.ends_with(role.as_bytes()) {
                (*seen, end) = (true, Some(space + 1));
            }
        }
    }
    match end {
        Some(end) => (Some(input[..end].trim_end()), &input[end..]),
        None => (None, input),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes() {
        let cases: &[(&str, &[(&str, Option<&str>)])] = &[
            ("Tom Ebright in Vienna contributed to this report.", &[("Tom Ebright", Some("Vienna"))]),
            (
                "Associated Press writer Lena Fox in Boston contributed to this report.",
                &[("Lena Fox", Some("Boston"))],
            ),
            ("AP writer Lena Fox contributed.", &[("Lena Fox", None)]),
            ("Fox News’ Lena Fox contributed to this report.", &[("Lena Fox", None)]),
            (
                "CNN's Lena Fox and Jo Park contributed to this report.",
                &[("Lena Fox", None), ("Jo Park", None)],
            ),
            (
                "Associated Press writers Lena Fox in Harlow, Ohio, and Jo Park in Lunn contributed to this report.",
                &[("Lena Fox", Some("Harlow, Ohio")), ("Jo Park", Some("Lunn"))],
            ),
            (
                "Lena Fox, Jo Park, and Ed Roe contributed to this guide.",
                &[("Lena Fox", None), ("Jo Park", None), ("Ed Roe", None)],
            ),
            (
                "(Reporting by Anil Desai in Mumbai; Editing by Claire Moss)",
                &[("Anil Desai", Some("Mumbai"))],
            ),
            (
                "(Reporting by Anil Desai and Jo Park; Additional reporting by Ed Roe; Editing by Claire Moss)",
                &[("Anil Desai", None), ("Jo Park", None), ("Ed Roe", None)],
            ),
            ("Contributing: Ed Roe, Jo Park", &[("Ed Roe", None), ("Jo Park", None)]),
            ("Ida Voss and Bo Ash contributed reporting.", &[("Ida Voss", None), ("Bo Ash", None)]),
            ("— With assistance from Ida Voss and Bo Ash", &[("Ida Voss", None), ("Bo Ash", None)]),
            ("With reporting by Associated Press writer Ida Voss", &[("Ida Voss", None)]),
            ("With files from Ida Voss", &[("Ida Voss", None)]),
            ("Additional reporting by Ida Voss", &[("Ida Voss", None)]),
            (
                "Reporting was contributed by Ida Voss and J. R. Ash.",
                &[("Ida Voss", None), ("J. R. Ash", None)],
            ),
            (
                "Ida Voss reported from Lunn, and Bo Ash from Harlow. Ed Roe contributed research.",
                &[("Ida Voss", None), ("Ed Roe", None)],
            ),
            ("The Associated Press contributed to this report.", &[]),
        ];
        for (text, want) in cases {
            let found = contributors(text).unwrap_or_else(|| panic!("{text}"));
            let got: Vec<_> =
                found.iter().map(|node| (node.name.of(text), node.place.map(|span| span.of(text)))).collect();
            assert_eq!(got, *want, "{text}");
        }
    }

    #[test]
    fn no_notes() {
        for text in [
            "She contributed to the fall of the mayor, he said.",
            "Ida Voss contributed to the campaign.",
            "Ida Voss contributed to this report. She lives in Harlow with two dogs.",
            "Heavy rain contributed to this flood.",
            "Ida Voss reported from the front that the bridge was shut.",
            "Contributing to the flood was the rain.",
        ] {
            assert_eq!(contributors(text), None, "{text}");
        }
    }
}
