//! Who wrote it.
//!
//! ```text
//! byline  = [ lead ] author { sep ( author | org | role | place | contact ) }
//! lead    = "By" | "Story by" | "Reporting by" | "Words by" | "Words:" | "Written by" | …
//! author  = person [ role ] | org
//! sep     = "," | ";" | "and" | "&" | "with" | "/" | "|" | "•" | "·" | "-" | line end
//! org     = agency | publication | name "Press" | "News" | …
//! role    = words with "writer" | "reporter" | "correspondent" | …  |  ( "Special" ( "to" | "for" ) | "for" ) words
//! place   = "in" capitalised words
//! contact = "@" handle | address "@" host
//! ```
//!
//! Without a lead, the line must hold nothing else, or a date: a name alone is a byline only where it stands.

use super::byline_part::{Item, item, signs_alone};
use super::{Parsed, between, date, keyword, no, place, sign_off, space, space1, timestamp};
use crate::span::Span;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case};
use nom::combinator::opt;
use nom::multi::many1_count;
use nom::sequence::{preceded, terminated};

/// One author; all spans are into the text that the grammar was given, moved by the caller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct AuthorNode {
    pub(crate) name: Option<Span>,
    pub(crate) role: Option<Span>,
    pub(crate) organization: Option<Span>,
    pub(crate) place: Option<Span>,
    pub(crate) contact: Option<Span>,
    pub(crate) span: Span,
}

/// A byline: its authors in the order of print.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct BylineNode {
    pub(crate) span: Span,
    pub(crate) authors: Vec<AuthorNode>,
    /// Whether "By" or its like is printed.
    pub(crate) led: bool,
}

impl BylineNode {
    pub(crate) fn shift(&mut self, by: u32) {
        self.span = self.span.shift(by);
        for author in &mut self.authors {
            author.span = author.span.shift(by);
            for part in [
                &mut author.name,
                &mut author.role,
                &mut author.organization,
                &mut author.place,
                &mut author.contact,
            ] {
                *part = part.map(|span| span.shift(by));
            }
        }
    }
}

/// The most authors that a byline may name; a longer list is a list of something else.
const AUTHORS: usize = 12;

/// A byline that takes up `input`, but for a date after it. Gives what is left.
pub(crate) fn byline(input: &str) -> Parsed<'_, BylineNode> {
    let (start, _) = space(without_contributors(input))?;
    // "Monday November 18, 2019 7:45 am PST by Ann Lind"
    let start = match date::moment(start, date::Known::default()) {
        Ok((after, _)) if lead(after.trim_start()).is_ok() => after.trim_start(),
        _ => start,
    };
    let (mut rest, led) = opt(lead).parse(start)?;
    let led = led.is_some();
    let mut authors: Vec<AuthorNode> = Vec::new();
    let mut joined = true;
    while let Some((after, item)) =
        Some(rest).filter(|rest| !rest.starts_with('.')).and_then(|rest| item(rest, led).ok())
    {
        // Two names with nothing between them are no list.
        if !joined && matches!(item, Item::Person(..)) {
            break;
        }
        attach(input, &mut authors, &item, rest, after);
        let (next, sep) = opt(separator).parse(after)?;
        joined = sep.is_some();
        if joined {
            rest = next;
        } else {
            rest = space(after)?.0;
        }
        if rest.is_empty() || authors.len() > AUTHORS {
            break;
        }
    }
    // "Staff Writers", "Our Special Correspondent": a role may stand for the name.
    let role_alone = authors.len() == 1 && authors[0].role.is_some_and(|role| signs_alone(role.of(input)));
    let named =
        role_alone || authors.iter().any(|author| author.name.is_some() || author.organization.is_some());
    let full = authors.iter().any(|author| author.name.is_some_and(|name| name.of(input).contains(' ')));
    if !named || authors.len() > AUTHORS || !ends(rest, led, full) {
        return no();
    }
    let text = between(start, rest).trim_end_matches(|c: char| {
        c == ',' || c == ';' || c == '|' || c == '-' || c.is_whitespace() || c == '·' || c == '•'
    });
    let mut span = place(input, text);
    span.end = span.end.max(authors.iter().map(|author| author.span.end).max().unwrap_or(0));
    // "By A and B, Reuters": the body that closes the list is that of all its people.
    let shared = authors.last().and_then(|author| author.organization);
    for author in &mut authors {
        author.organization = author.organization.or(shared);
    }
    Ok((rest, BylineNode { span, authors, led }))
}

/// Whether `input` is a byline that "By" or its like opens.
pub(crate) fn led(input: &str) -> bool {
    lead(input.trim_start()).is_ok() && byline(input).is_ok()
}

fn lead(input: &str) -> Parsed<'_, &str> {
    let by = terminated(alt((keyword("by"), keyword("from"))), (opt(tag(":")), space1));
    let made_by = terminated(
        (
            alt((
                tag_no_case("this article is"),
                tag_no_case("story"),
                tag_no_case("reported"),
                tag_no_case("reporting"),
                tag_no_case("written"),
                tag_no_case("words"),
                tag_no_case("text"),
                tag_no_case("analysis"),
                tag_no_case("opinion"),
                tag_no_case("review"),
                tag_no_case("posted"),
                tag_no_case("from"),
                tag_no_case("report"),
            )),
            space1,
            keyword("by"),
        ),
        (opt(tag(":")), space1),
    )
    .map(|(what, _, _)| what);
    let labelled =
        terminated(alt((tag_no_case("words:"), tag_no_case("author:"), tag_no_case("reporter:"))), space);
    alt((by, made_by, labelled)).parse(input)
}

/// `input` without a last part that says who else reported: "; Jo Park contributed from Oslo".
fn without_contributors(input: &str) -> &str {
    let Some(at) = input.find(" contributed") else { return input };
    let cut = input[..at].rfind(';').or_else(|| input[..at].find(','));
    cut.map_or(input, |cut| &input[..cut])
}

fn separator(input: &str) -> Parsed<'_, ()> {
    let mark = alt((
        tag(","),
        tag(";"),
        tag("/"),
        tag("|"),
        tag("•"),
        tag("·"),
        tag("—"),
        tag("–"),
        tag("-"),
        tag("&"),
    ));
    let joint = alt((keyword("and"), keyword("with"), keyword("&")));
    let marks = many1_count(preceded(space, mark));
    let marked = (marks, space, opt(terminated(joint, space1))).map(|_| ());
    let spoken = (space1, alt((keyword("and"), keyword("with"))), space1).map(|_| ());
    let broken = |input| {
        let (rest, blank) = space1(input)?;
        if blank.contains(['\n', '\r']) { Ok((rest, ())) } else { no() }
    };
    alt((marked, spoken, broken)).parse(input)
}

fn attach<'a>(input: &'a str, authors: &mut Vec<AuthorNode>, item: &Item<'a>, from: &'a str, to: &'a str) {
    let span = place(input, between(from, to));
    let alone = AuthorNode { span, ..AuthorNode::default() };
    let last = authors.last_mut();
    match *item {
        Item::Person(name, role) => {
            let known = authors.iter().any(|author| author.name.is_some_and(|have| have.of(input) == name));
            if !known {
                let role = role.map(|role| place(input, role));
                authors.push(AuthorNode { name: Some(place(input, name)), role, ..alone });
            }
        }
        Item::Organization(name) => match last {
            Some(author) if author.organization.is_none() => {
                author.organization = Some(place(input, name));
                author.span.end = span.end;
            }
            _ => authors.push(AuthorNode { organization: Some(place(input, name)), ..alone }),
        },
        Item::Role(role) => match last {
            Some(author) if author.role.is_none() => {
                author.role = Some(place(input, role));
                author.span.end = span.end;
            }
            Some(_) => {}
            None => authors.push(AuthorNode { role: Some(place(input, role)), ..alone }),
        },
        Item::Place(name) => {
            if let Some(author) = last {
                author.place = Some(place(input, name));
                author.span.end = span.end;
            }
        }
        Item::Contact(name) => {
            if let Some(author) = last {
                author.contact = Some(place(input, name));
                author.span.end = span.end;
            }
        }
    }
}

/// Whether a byline may end before `rest`: at its end, at a date, or, after "By" and a full name, at a sentence of
/// its own ("By Ann Lind. Follow her at …").
fn ends(rest: &str, led: bool, full: bool) -> bool {
    let sentence = rest.trim_start().starts_with(['.', ';', ',']);
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || ",;|-–—•·./:".contains(c));
    let (rest, _): (&str, _) = opt(alt((
        keyword("on"),
        keyword("published"),
        keyword("posted"),
        keyword("updated"),
        keyword("last updated"),
    )))
    .parse(rest)
    .unwrap_or((rest, None));
    let rest = rest.trim_start_matches([':', ' ']);
    rest.is_empty()
        || date::date(rest).is_ok()
        || date::moment(rest, date::Known::default()).is_ok()
        || timestamp::is_relative(rest)
        || sign_off::reading_minutes(rest).is_some()
        || rest.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
            && timestamp::times_in(rest, None).is_some()
        || (led && full && sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Author<'a> = (Option<&'a str>, Option<&'a str>, Option<&'a str>);

    fn read(text: &str) -> Option<Vec<Author<'_>>> {
        let (_, node) = byline(text).ok()?;
        let of = |span: Option<Span>| span.map(|span| span.of(text));
        Some(node.authors.iter().map(|a| (of(a.name), of(a.role), of(a.organization))).collect())
    }

    #[test]
    fn bylines() {
        let cases: &[(&str, &[Author])] = &[
            // Wire.
            ("By Roy Tessler, Reuters", &[(Some("Roy Tessler"), None, Some("Reuters"))]),
            (
                "by Ann Lind and Bo Ash, Reuters",
                &[(Some("Ann Lind"), None, Some("Reuters")), (Some("Bo Ash"), None, Some("Reuters"))],
            ),
            (
                "By MARTA OLSEN\nAssociated Press Writer",
                &[(Some("MARTA OLSEN"), Some("Writer"), Some("Associated Press"))],
            ),
            ("By IDA VOSS\nAP Business Writer", &[(Some("IDA VOSS"), Some("Business Writer"), Some("AP"))]),
            // Papers.
            ("By The Associated Press", &[(None, None, Some("The Associated Press"))]),
            ("By Dana Whitlock", &[(Some("Dana Whitlock"), None, None)]),
            (
                "Imogen Hale, Health Correspondent",
                &[(Some("Imogen Hale"), Some("Health Correspondent"), None)],
            ),
            (
                "BY MARTA OLSEN, JO PARK & TED D'ASTI",
                &[
                    (Some("MARTA OLSEN"), None, None),
                    (Some("JO PARK"), None, None),
                    (Some("TED D'ASTI"), None, None),
                ],
            ),
            (
                "Ed Roe, Special for The Harlow Ledger",
                &[(Some("Ed Roe"), Some("Special for The Harlow Ledger"), None)],
            ),
            ("Dana Cook Travel News Reporter", &[(Some("Dana Cook"), Some("Travel News Reporter"), None)]),
            ("Ed Roe/Jo Park", &[(Some("Ed Roe"), None, None), (Some("Jo Park"), None, None)]),
            ("Ed Roe@edroe", &[(Some("Ed Roe"), None, None)]),
            ("Ed Roe 5 hours ago", &[(Some("Ed Roe"), None, None)]),
            ("By ED ROE. Follow Ed Roe on Twitter @edroe.", &[(Some("ED ROE"), None, None)]),
            ("Staff Writers", &[(None, Some("Staff Writers"), None)]),
            ("Our Special Correspondent", &[(None, Some("Our Special Correspondent"), None)]),
            ("By Jon King, TheMirror", &[(Some("Jon King"), None, Some("TheMirror"))]),
            // Pages.
            (
                "By Priya Raman | Updated: Tuesday, July 9, 2024 at 5:05 PM EDT",
                &[(Some("Priya Raman"), None, None)],
            ),
            ("Ed Roe ed.roe@example.com", &[(Some("Ed Roe"), None, None)]),
            ("Lena Fox - Nov 19, 2019, 8:15 pm CST", &[(Some("Lena Fox"), None, None)]),
        ];
        for (text, want) in cases {
            assert_eq!(read(text).as_deref(), Some(*want), "{text}");
        }
    }

    #[test]
    fn no_bylines() {
        for text in [
            "By the time the bridge opened, it was late",
            "By Friday the water had gone",
            "By Friday",
            "By 2030",
            "by",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
