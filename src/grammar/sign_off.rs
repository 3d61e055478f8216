//! What stands at the end of a story, and the small lines around it.
//!
//! ```text
//! contributors = author { sep author } [ "in" place ] "contributed" [ "reporting" ] [ "to" … ]
//!              | "(" "Reporting by" … ")" | ( "Contributing" | "With assistance from" ) [ ":" ] author …
//! end_mark     = "Reuter" | "-30-" | "###" | "ENDS" | "(more)" | "___" | …
//! reading_time = number [ "-" ] ( "min" | "mins" | "minute" | "minutes" ) [ "read" ] | "Reading time:" …
//! correction   = ( "Correction" | "Clarification" ) [ ":" ] …
//! ```

use super::name::{is_organization, person};
use super::{Parsed, keyword, place, space, space1};
use crate::scan::blank::boundary;
use crate::span::Span;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while_m_n};
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

/// A note on who else reported; the line must hold nothing else.
pub(crate) fn contributors(line: &str) -> Option<Vec<ContributorNode>> {
    let opens =
        line.trim_start_matches(|c: char| !c.is_alphabetic()).as_bytes().first().copied().unwrap_or(b' ');
    let may_lead = matches!(opens | 0x20, b'r' | b'a' | b'c' | b'w' | b'e');
    if !may_lead && memchr::memmem::find(line.as_bytes(), b" contributed").is_none() {
        return None;
    }
    let text = line
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '—' | '–' | '-' | '_' | '*'));
    let found = if let Ok((rest, ())) = lead(text) {
        let reporting = rest.split("; ").next().unwrap_or(rest);
        people(line, reporting.trim_end_matches(['.', ')']))
    } else {
        let before = contributed(text)?;
        people(line, before)
    };
    (!found.is_empty()).then_some(found)
}

/// What stands before "contributed to this report".
fn contributed(text: &str) -> Option<&str> {
    if text.len() > 600 {
        return None;
    }
    let at = memchr::memmem::find(text.as_bytes(), b" contributed")?;
    let after = &text[at + " contributed".len()..];
    let reports =
        ["report", "article", "story", "research", "column", "from "].iter().any(|word| after.contains(word))
            || after.trim_matches('.').is_empty();
    let before = text[..at].trim_end_matches(" also").trim_end_matches(" and");
    (reports && after.len() < 160 && !before.contains(['“', '"'])).then_some(before)
}

fn lead(input: &str) -> Parsed<'_, ()> {
    let labels = alt((
        tag_no_case("reporting by"),
        tag_no_case("additional reporting by"),
        tag_no_case("contributing"),
        tag_no_case("with assistance from"),
        tag_no_case("with reporting by"),
        tag_no_case("with reporting from"),
        tag_no_case("additional reporting from"),
        tag_no_case("editing by"),
        tag_no_case("writing by"),
    ));
    let (rest, _) = terminated(labels, (opt(tag(":")), space1)).parse(input)?;
    Ok((rest, ()))
}

/// Names with their places: "Lena Fox in Boston and Jo Park". A place set once may serve several.
fn people(line: &str, mut rest: &str) -> Vec<ContributorNode> {
    let mut found = Vec::new();
    while found.len() < 16 {
        let start = rest;
        // "Associated Press writer Lena Fox": what stands before the name is the role.
        let (role, after) = role(rest);
        let Ok((after, name)) = person(after, false) else {
            break;
        };
        let (after, town) = opt(preceded((space1, keyword("in"), space1), |input| person(input, true)))
            .parse(after)
            .unwrap_or((after, None));
        if !is_organization(name) {
            let span = place(line, &start[..start.len() - after.len()]);
            let name = place(line, name);
            found.push(ContributorNode {
                name,
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

fn role(input: &str) -> (Option<&str>, &str) {
    const ROLES: &[&str] =
        &["writers ", "writer ", "reporters ", "reporter ", "correspondent ", "researcher ", "staff "];
    let window = &input[..boundary(input, 80)];
    let window = &window[..window.find([',', ';', '.']).unwrap_or(window.len())];
    let end = ROLES.iter().filter_map(|role| window.find(role).map(|at| at + role.len())).max();
    match end {
        Some(end) => (Some(input[..end].trim_end()), &input[end..]),
        None => (None, input),
    }
}

/// A line that says the story is over.
pub(crate) fn is_end_mark(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| {
        matches!(c, '-' | '—' | '–' | '(' | ')' | '.' | '*' | '_' | '#') || c.is_whitespace()
    });
    if bare.is_empty() {
        return line.len() >= 2;
    }
    ["reuter", "reuters", "30", "ends", "end", "more", "endit"]
        .iter()
        .any(|mark| bare.eq_ignore_ascii_case(mark))
        && line.len() < 14
}

/// Minutes that a page says its story takes to read.
pub(crate) fn reading_minutes(line: &str) -> Option<u16> {
    let (rest, (labelled, digits)) = reading_time(line).ok()?;
    let rest = rest.trim_start_matches('.').trim();
    let read = rest.eq_ignore_ascii_case("read") || rest.eq_ignore_ascii_case("to read");
    if rest.is_empty() || read || labelled { digits.parse().ok() } else { None }
}

fn reading_time(line: &str) -> Parsed<'_, (bool, &str)> {
    let label = alt((tag_no_case("reading time"), tag_no_case("estimated reading time")));
    let (rest, label) = opt(terminated(label, (opt(tag(":")), space))).parse(line)?;
    let (rest, digits) = take_while_m_n(1, 3, |c: char| c.is_ascii_digit())(rest)?;
    let unit = alt((keyword("minutes"), keyword("minute"), keyword("mins"), keyword("min")));
    let (rest, _) = (opt(tag("-")), space, unit).parse(rest)?;
    Ok((rest, (label.is_some(), digits)))
}

/// A correction or clarification of the paper's own.
pub(crate) fn is_correction(line: &str) -> bool {
    let bare = line.trim_start_matches(|c: char| matches!(c, '*' | '(' | '•') || c.is_whitespace());
    let label: Parsed<'_, &str> =
        alt((keyword("correction"), keyword("corrections"), keyword("clarification"))).parse(bare);
    match label {
        Ok((rest, _)) => {
            rest.starts_with([':', ',', '.', ' '])
                && (rest.contains(':') || rest.trim_matches(['.', ' ', ')']).is_empty())
        }
        Err(_) => {
            bare.starts_with("An earlier version of this ")
                || bare.starts_with("This article has been corrected")
        }
    }
}

/// A note of the editors, not the reporter.
pub(crate) fn is_editors_note(line: &str) -> bool {
    let bare = line.trim_start_matches(|c: char| matches!(c, '*' | '(' | '•') || c.is_whitespace());
    let label: Parsed<'_, &str> = alt((
        tag_no_case("editor's note"),
        tag_no_case("editor’s note"),
        tag_no_case("editors' note"),
        tag_no_case("editors’ note"),
    ))
    .parse(bare);
    label.is_ok()
        || bare.starts_with("This story has been updated")
        || bare.starts_with("This is a developing story")
}

/// Whether `text` is a telephone number: seven figures or more and what is set between them.
pub(crate) fn is_phone(text: &str) -> bool {
    let mark = |c: char| c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | '.' | ' ' | '/');
    text.bytes().filter(u8::is_ascii_digit).count() >= 7 && text.trim().chars().all(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contributor_notes() {
        for (text, want) in [
            ("Tom Ebright in Vienna contributed to this report.", &[("Tom Ebright", Some("Vienna"))][..]),
            (
                "Associated Press writer Lena Fox in Boston contributed to this report.",
                &[("Lena Fox", Some("Boston"))],
            ),
            (
                "(Reporting by Anil Desai in Mumbai; Editing by Claire Moss)",
                &[("Anil Desai", Some("Mumbai"))],
            ),
            ("Contributing: Ed Roe, Jo Park", &[("Ed Roe", None), ("Jo Park", None)]),
            ("Ida Voss and Bo Ash contributed reporting.", &[("Ida Voss", None), ("Bo Ash", None)]),
        ] {
            let found = contributors(text).unwrap_or_else(|| panic!("{text}"));
            let got: Vec<_> =
                found.iter().map(|node| (node.name.of(text), node.place.map(|span| span.of(text)))).collect();
            assert_eq!(got, want, "{text}");
        }
        assert_eq!(contributors("She contributed to the fall of the mayor, he said."), None);
    }

    #[test]
    fn small_lines() {
        for text in ["Reuter", "REUTER", "-30-", "###", "ENDS", "___", "(more)"] {
            assert!(is_end_mark(text), "{text}");
        }
        assert!(!is_end_mark("Reuters reported it.") && !is_end_mark("7"));
        for (text, want) in [
            ("7 min", Some(7)),
            ("3 minute read", Some(3)),
            ("Reading time: 5 minutes", Some(5)),
            ("7 min after", None),
            ("12", None),
        ] {
            assert_eq!(reading_minutes(text), want, "{text}");
        }
        assert!(is_correction("Correction: An earlier version had a wrong date."));
        assert!(!is_correction("Corrections officers said so."));
    }
}
