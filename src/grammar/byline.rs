//! Who wrote it.
//!
//! ```text
//! byline  = [ ago | moment ] [ lead ] part { [ sep ] part } [ tail ]
//! part    = author | org | role | place | contact | work | degree
//! author  = person [ role ] | org
//! sep     = "," | ";" | "and" | "&" | "with" | "/" | "|" | "•" | "·" | "-" | line end
//! org     = agency | publication | name "Press" | "News" | …
//! role    = words with "writer" | "reporter" | "correspondent" | …
//!         | ( "Special" ( "to" | "for" ) | "for" | "of" ) words
//! place   = "in" capitalised words
//! contact = [ "at" ] ( "@" handle | address "@" host )
//! work    = ( "Photographs" | "Photos" | "Video" | … ) ( "by" | ":" ) | "as told to"
//! ```
//!
//! `byline_lead` has the lead and the tail. Without a lead, the line must hold nothing else, or a date: a name alone
//! is a byline only where it stands.

use super::byline_lead::{ends, lead, may_end, opening};
use super::byline_part::{Item, item, signs_alone, stops};
use super::name::{is_deadline, is_known_body, is_someone};
use super::{Parsed, between, find, keyword, no, place, space, space1};
use crate::lexicon::{self, Class};
use crate::span::Span;
use alloc::vec::Vec;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
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
    let (start, ()) = opening(without_contributors(input))?;
    let (mut rest, led) = opt(lead).parse(start)?;
    let led = led.is_some();
    if !led && is_clause(start) {
        return no();
    }
    let mut list = List { input, authors: Vec::new(), work: None };
    let mut joint = Some(Joint::And);
    while let Some((after, item)) = Some(rest)
        .filter(|rest| !rest.starts_with('.') && !stops(rest))
        .and_then(|rest| item(rest, led, joint == Some(Joint::And)).ok())
    {
        // Two names with nothing between them are no list.
        if joint.is_none() && matches!(item, Item::Person(..)) {
            break;
        }
        list.attach(&item, rest, after);
        let (next, sep) = opt(separator).parse(after)?;
        joint = if matches!(item, Item::Work(_)) { Some(Joint::And) } else { sep };
        rest = if sep.is_some() { next } else { space(after)?.0 };
        if rest.is_empty() || list.authors.len() > AUTHORS {
            break;
        }
    }
    let mut authors = list.authors;
    let name = |author: &AuthorNode| author.name.map_or("", |name| name.of(input));
    let full = authors.iter().any(|author| name(author).contains(' '));
    if !is_signed(input, &authors, led) || authors.len() > AUTHORS || !ends(rest, led, full) {
        return no();
    }
    let text = between(start, rest).trim_end_matches(|c: char| {
        c == ',' || c == ';' || c == '|' || c == '-' || c.is_whitespace() || c == '·' || c == '•'
    });
    let mut span = place(input, text);
    span.end = span.end.max(authors.iter().map(|author| author.span.end).max().unwrap_or(0));
    // "By A and B, Reuters": the body that closes the list is that of all its people.
    let shared = authors.last().filter(|author| author.name.is_some()).and_then(|author| author.organization);
    for author in &mut authors {
        author.organization = author.organization.or(shared);
    }
    Ok((rest, BylineNode { span, authors, led }))
}

/// Whether a line goes on like a headline and not like a name: most lines that are asked are done here.
fn is_clause(line: &str) -> bool {
    let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
    let second = rest.split(' ').next().unwrap_or_default();
    let class = lexicon::class(second);
    // A figure opens no name.
    let counts = !first.bytes().any(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii() || byte == b'@');
    counts && first.starts_with(|c: char| c.is_ascii_digit())
        || second.starts_with(char::is_lowercase)
            && !second.contains(['@', '.'])
            && !class.any(Class::FUNCTION.and(Class::PARTICLE).and(Class::BYLINE_ROLE))
}

/// Whether the parts that were read sign a story: a name, a body, or a role that stands for names.
///
/// Without "By", a name must not be that of a thing, and a body alone must be known or have its article.
fn is_signed(input: &str, authors: &[AuthorNode], led: bool) -> bool {
    let named = authors.iter().any(|author| author.name.is_some());
    let signs = |author: &AuthorNode| match (author.name, author.organization) {
        (Some(name), body) => {
            let plain = body.is_none() && author.role.is_none() && author.contact.is_none();
            !is_deadline(name.of(input)) && (led || !plain || is_someone(name.of(input)))
        }
        (None, Some(body)) => led || named || author.role.is_some() || is_known_body(body.of(input)),
        // "Staff, Ida Voss": a role before the names says nothing of them.
        (None, None) => named || author.role.is_some_and(|role| signs_alone(role.of(input), led)),
    };
    !authors.is_empty() && authors.iter().all(signs)
}

/// Whether "By" or its like opens `input`, after a date or without one.
pub(crate) fn is_led(input: &str) -> bool {
    opening(input).is_ok_and(|(start, ())| lead(start).is_ok())
}

/// Whether `input` is a byline with its time, or a button, on the same line: names, and something after them.
///
/// Most lines with a figure in them are none, and hold nothing after which a byline may end.
pub(crate) fn is_timed(input: &str) -> bool {
    let named = |author: &AuthorNode| author.name.is_some();
    may_end(without_contributors(input))
        && byline(input).is_ok_and(|(rest, node)| !rest.is_empty() && node.authors.iter().any(named))
}

/// `input` without a last part that says who else reported: "; Jo Park contributed from Oslo".
fn without_contributors(input: &str) -> &str {
    let Some(at) = find(input, " contributed") else { return input };
    let cut = input[..at].rfind(';').or_else(|| input[..at].find(','));
    cut.map_or(input, |cut| &input[..cut])
}

/// What joins two parts: a word that only joins people, or a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    And,
    Mark,
}

fn separator(input: &str) -> Parsed<'_, Joint> {
    let mark =
        alt((tag(","), tag(";"), tag("/"), tag("|"), tag("•"), tag("·"), tag("—"), tag("–"), tag("-")));
    let and = || alt((keyword("and"), keyword("with"), tag("&")));
    let marks = many1_count(preceded(space, mark));
    let marked = (marks, space, opt(terminated(and(), space1)));
    let marked = marked.map(|(_, _, and)| if and.is_some() { Joint::And } else { Joint::Mark });
    let spoken = (space1, and(), space1).map(|_| Joint::And);
    let broken = |input| {
        let (rest, blank) = space1(input)?;
        if blank.contains(['\n', '\r']) { Ok((rest, Joint::Mark)) } else { no() }
    };
    alt((marked, spoken, broken)).parse(input)
}

/// The authors that are read so far.
struct List<'a> {
    input: &'a str,
    authors: Vec<AuthorNode>,
    /// What the people to come did, where a label said so.
    work: Option<&'a str>,
}

impl<'a> List<'a> {
    /// Adds a part that stands from `from` to `to`: a new author, or more about the last one.
    fn attach(&mut self, item: &Item<'a>, from: &'a str, to: &'a str) {
        let span = place(self.input, between(from, to));
        let at = |text: &str| Some(place(self.input, text));
        let mut part = AuthorNode { span, ..AuthorNode::default() };
        match *item {
            Item::Person(name, role) => {
                part.name = at(name);
                part.role = role.or(self.work).and_then(at);
                let known = |have: &AuthorNode| have.name.is_some_and(|have| have.of(self.input) == name);
                if !self.authors.iter().any(known) {
                    self.authors.push(part);
                }
                return;
            }
            Item::Work(label) => {
                self.work = Some(label);
                return;
            }
            Item::Organization(name) => part.organization = at(name),
            Item::Role(role) => part.role = at(role),
            Item::For(role, body) => (part.role, part.organization) = (at(role), at(body)),
            Item::Place(name) => part.place = at(name),
            Item::Contact(name) => part.contact = at(name),
            Item::Degree => {}
        }
        let body = matches!(item, Item::Organization(_));
        match self.authors.last_mut() {
            // "By AFP and Reuters": a second body is a second author.
            Some(last) if !body || last.organization.is_none() => last.take(part),
            Some(_) => self.authors.push(part),
            None if part.organization.is_some() || part.role.is_some() => self.authors.push(part),
            None => {}
        }
    }
}

impl AuthorNode {
    /// Takes from `part` what is not known yet.
    fn take(&mut self, part: AuthorNode) {
        self.role = self.role.or(part.role);
        self.organization = self.organization.or(part.organization);
        self.place = self.place.or(part.place);
        self.contact = self.contact.or(part.contact);
        self.span.end = part.span.end;
    }
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
    fn most_authors() {
        let names: Vec<_> = ('A'..='M').map(|initial| format!("{initial}da {initial}oss")).collect();
        let signed = |count: usize| format!("By {}\nStaff Writers", names[..count].join(", "));
        assert_eq!(read(&signed(AUTHORS)).map(|authors| authors.len()), Some(AUTHORS));
        assert_eq!(read(&signed(AUTHORS + 1)), None);
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
            ("By Ida Voss for The Herald", &[(Some("Ida Voss"), Some("for The Herald"), Some("The Herald"))]),
            ("By Ida Voss, M.D.", &[(Some("Ida Voss"), None, None)]),
            ("By Ida Voss Political Editor", &[(Some("Ida Voss"), Some("Political Editor"), None)]),
            ("By IDA VOSS THE HARLOW LEDGER", &[(Some("IDA VOSS"), None, Some("THE HARLOW LEDGER"))]),
            (
                "Ida Voss, Harlow Bay (N.J.) Press",
                &[(Some("Ida Voss"), None, Some("Harlow Bay (N.J.) Press"))],
            ),
            ("By HARLOW LEDGER STAFF", &[(None, Some("STAFF"), Some("HARLOW LEDGER"))]),
            ("By our foreign staff", &[(None, Some("our foreign staff"), None)]),
            ("By the Editorial Board", &[(None, None, Some("the Editorial Board"))]),
            ("Bo Lund and AP", &[(Some("Bo Lund"), None, Some("AP"))]),
            ("Reuters staff", &[(None, Some("staff"), Some("Reuters"))]),
            ("Tribune News Service", &[(None, None, Some("Tribune News Service"))]),
            ("By Associated Press", &[(None, None, Some("Associated Press"))]),
            (
                "By Ida Voss and Bo Lund The Associated Press",
                &[
                    (Some("Ida Voss"), None, Some("The Associated Press")),
                    (Some("Bo Lund"), None, Some("The Associated Press")),
                ],
            ),
            // Names of all sorts.
            ("By J. R. R. Lund", &[(Some("J. R. R. Lund"), None, None)]),
            ("By Ludwig van der Berg", &[(Some("Ludwig van der Berg"), None, None)]),
            ("By Maria del Carmen Ortega", &[(Some("Maria del Carmen Ortega"), None, None)]),
            ("By JEAN-LUC D'ASTI, Jr.", &[(Some("JEAN-LUC D'ASTI, Jr."), None, None)]),
            ("By Madonna", &[(Some("Madonna"), None, None)]),
            (
                "By Zoë Åkesson, Bo Lund, Ed Roe, Jo Park, Ida Voss and Ann Lind",
                &[
                    (Some("Zoë Åkesson"), None, None),
                    (Some("Bo Lund"), None, None),
                    (Some("Ed Roe"), None, None),
                    (Some("Jo Park"), None, None),
                    (Some("Ida Voss"), None, None),
                    (Some("Ann Lind"), None, None),
                ],
            ),
            // Other work than writing, and other leads.
            (
                "Words: Ida Voss Photos: Bo Lund",
                &[(Some("Ida Voss"), None, None), (Some("Bo Lund"), Some("Photos"), None)],
            ),
            (
                "By Ida Voss; Photographs by Bo Lund",
                &[(Some("Ida Voss"), None, None), (Some("Bo Lund"), Some("Photographs"), None)],
            ),
            (
                "By Ida Voss, as told to Bo Lund",
                &[(Some("Ida Voss"), None, None), (Some("Bo Lund"), Some("as told to"), None)],
            ),
            ("Analysis by Ida Voss", &[(Some("Ida Voss"), None, None)]),
            ("Story and photos by Ida Voss", &[(Some("Ida Voss"), None, None)]),
            ("Author: Ida Voss", &[(Some("Ida Voss"), None, None)]),
            ("Write to Ida Voss at ida.voss@example.com", &[(Some("Ida Voss"), None, None)]),
            // Pages.
            (
                "By Priya Raman | Updated: Tuesday, July 9, 2024 at 5:05 PM EDT",
                &[(Some("Priya Raman"), None, None)],
            ),
            ("Ed Roe ed.roe@example.com", &[(Some("Ed Roe"), None, None)]),
            ("By Ed Roe ed.roe@example.com(509) 555-0182", &[(Some("Ed Roe"), None, None)]),
            ("By Ed Roe (@edroe)", &[(Some("Ed Roe"), None, None)]),
            ("Lena Fox - Nov 19, 2019, 8:15 pm CST", &[(Some("Lena Fox"), None, None)]),
            ("by Regan September 15, 2014", &[(Some("Regan"), None, None)]),
            ("October 9, 2018 | by Ed Roe", &[(Some("Ed Roe"), None, None)]),
            ("November 20, 2019 Lena Fox", &[(Some("Lena Fox"), None, None)]),
            ("Minutes Ago Lena Fox", &[(Some("Lena Fox"), None, None)]),
            ("Lena Fox @lenafox / 2 days", &[(Some("Lena Fox"), None, None)]),
            ("By Lena Fox On 11/13/19 at 4:00 PM EST", &[(Some("Lena Fox"), None, None)]),
            (
                "Ed Roe · CBC News · Posted: Aug 08, 2024 4:00 AM EDT | Last Updated: August 8",
                &[(Some("Ed Roe"), None, Some("CBC News"))],
            ),
            (
                "By Ed Roe - Live Science Contributor 2019-11-19T12:48:14Z Space",
                &[(Some("Ed Roe"), Some("Contributor"), Some("Live Science"))],
            ),
            (
                "By Ed Roe | Harlow Advance Media for HA.com",
                &[(Some("Ed Roe"), Some("for HA.com"), Some("Harlow Advance Media"))],
            ),
            ("Author:The Tall MastPublish date:Nov 18, 2019", &[(None, None, Some("The Tall Mast"))]),
            ("by Harlow TimesNovember 21, 20250 1747", &[(None, None, Some("Harlow Times"))]),
            // Buttons beside the name.
            ("By Ed Roe Follow", &[(Some("Ed Roe"), None, None)]),
            ("By Ed Roe Bio | Posts", &[(Some("Ed Roe"), None, None)]),
            ("Ed Roe View More Articles", &[(Some("Ed Roe"), None, None)]),
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
            "By Christmas",
            "By Election Day",
            "By law, the county must",
            "Harlow 2015: New bus debuts with refreshed design, tech",
            "CAR REVIEWS",
            "Local News",
            "New York",
            "Email The Author",
            "Share Tweet",
            "Staff",
            "by",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
