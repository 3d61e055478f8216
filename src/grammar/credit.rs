//! Who made a picture, at the end of a caption or alone on a line.
//!
//! ```text
//! credit   = "(" credited ")" | label credited | name "/" agency
//! credited = agency [ " Photo" ] "/" person | person "/" agency [ " via " agency ] | person | agency
//! label    = "Photo:" | "Photograph:" | "Photo by" | "Image:" | "Credit:" | "Picture:" | "Image source," | …
//! ```

use super::name::{is_organization, person};
use super::{Parsed, no, place, space};
use crate::lexicon::{self, Class};
use crate::span::Span;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag_no_case;
use nom::sequence::terminated;

/// Who took a picture and for whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct CreditNode {
    pub(crate) photographer: Option<Span>,
    pub(crate) agency: Option<Span>,
    pub(crate) span: Span,
}

impl CreditNode {
    pub(crate) fn shift(&mut self, by: u32) {
        self.span = self.span.shift(by);
        self.photographer = self.photographer.map(|span| span.shift(by));
        self.agency = self.agency.map(|span| span.shift(by));
    }
}

/// The credit in brackets that a caption ends with, or after a label that opens its last part.
pub(crate) fn closing(caption: &str) -> Option<CreditNode> {
    let text = caption.trim_end_matches(['.', ' ']);
    if let Some(open) = text.strip_suffix(')').and_then(|text| text.rfind('(')) {
        let inside = &text[open + 1..text.len() - 1];
        if let Ok((_, mut credit)) = credited(caption, inside, false) {
            credit.span = place(caption, &text[open..]);
            return Some(credit);
        }
    }
    let starts = memchr::memmem::rfind(text.as_bytes(), b". ").map_or(0, |at| at + 2);
    [starts, 0].into_iter().find_map(|at| text.get(at..).and_then(|part| labelled(caption, part)))
}

/// A line that is all credit.
pub(crate) fn line(text: &str) -> Option<CreditNode> {
    let bare = text.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']') || c.is_whitespace());
    labelled(text, bare).or_else(|| {
        // "Nina Voss/AP", "Voss/Harlow Ledger": a name and a body, with a slash.
        let (left, right) = bare.split_once('/')?;
        let slashed = left.len() < 60
            && right.len() < 60
            && is_agency(right)
            && person(left.trim(), true).is_ok_and(|(rest, _)| rest.is_empty());
        if slashed { credited(text, bare, true).ok().map(|(_, credit)| credit) } else { None }
    })
}

fn labelled(whole: &str, part: &str) -> Option<CreditNode> {
    let (rest, _) = terminated(label, space).parse(part).ok()?;
    let (_, mut credit) = credited(whole, rest, true).ok()?;
    credit.span = place(whole, part);
    Some(credit)
}

fn label(input: &str) -> Parsed<'_, &str> {
    alt((
        tag_no_case("photo by"),
        tag_no_case("photograph by"),
        tag_no_case("photographs by"),
        tag_no_case("photos by"),
        tag_no_case("picture by"),
        tag_no_case("image by"),
        tag_no_case("photo credit:"),
        tag_no_case("image credit:"),
        tag_no_case("photo:"),
        tag_no_case("photos:"),
        tag_no_case("photograph:"),
        tag_no_case("picture:"),
        tag_no_case("image:"),
        tag_no_case("credit:"),
        tag_no_case("image source,"),
        tag_no_case("illustration:"),
    ))
    .parse(input)
}

fn is_agency(text: &str) -> bool {
    let text = text.trim();
    let bare = ["photo", "photos", "images"].iter().find_map(|word| {
        let at = text.len().checked_sub(word.len() + 1)?;
        text.get(at..).filter(|end| end.trim_start().eq_ignore_ascii_case(word)).map(|_| text[..at].trim())
    });
    let via = text.split(" via ").next().unwrap_or(text).trim();
    [Some(text), bare, Some(via)]
        .into_iter()
        .flatten()
        .any(|name| lexicon::class(name).any(Class::AGENCY.and(Class::PUBLICATION)) || is_organization(name))
}

/// The agency of "AP Photo", "Getty Images via AFP": the body alone.
fn body(text: &str) -> &str {
    let text = text.trim();
    let cut = text.strip_suffix(" Photo").or_else(|| text.strip_suffix(" Photos")).unwrap_or(text);
    if lexicon::class(cut).any(Class::AGENCY.and(Class::PUBLICATION)) { cut } else { text }
}

/// `lenient` where a label says that a credit follows.
fn credited<'a>(whole: &str, input: &'a str, lenient: bool) -> Parsed<'a, CreditNode> {
    let text = input.trim().trim_end_matches('.');
    if text.is_empty() || text.len() > 120 {
        return no();
    }
    let mut credit = CreditNode { span: place(whole, text), ..CreditNode::default() };
    let parts = text
        .split_once('/')
        .or_else(|| text.split_once(", "))
        .or_else(|| text.split_once(" for "))
        .or_else(|| text.split_once(" | "));
    let is_person =
        |text: &str| person(text.trim(), false).is_ok_and(|(rest, _)| rest.is_empty()) && !is_agency(text);
    match parts {
        Some((left, right)) if is_agency(left) && is_person(right) => {
            credit.agency = Some(place(whole, body(left)));
            credit.photographer = Some(place(whole, right.trim()));
        }
        Some((left, right)) if is_person(left) && (is_agency(right) || lenient) => {
            credit.photographer = Some(place(whole, left.trim()));
            credit.agency = Some(place(whole, body(right)));
        }
        _ if is_agency(text) => credit.agency = Some(place(whole, body(text))),
        _ if lenient && is_person(text) => credit.photographer = Some(place(whole, text)),
        _ if lenient => credit.agency = Some(place(whole, text)),
        _ => return no(),
    }
    Ok(("", credit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits() {
        for (text, photographer, agency) in [
            ("A ferry leaves port on May 2. (Nina Voss/AP)", Some("Nina Voss"), Some("AP")),
            ("A ferry leaves port. (AP Photo/Nina Voss)", Some("Nina Voss"), Some("AP")),
            ("A ferry. Photograph: Nina Voss/Getty Images", Some("Nina Voss"), Some("Getty Images")),
            ("A ferry leaves. (Reuters)", None, Some("Reuters")),
            ("Photo: Nina Voss", Some("Nina Voss"), None),
            ("Image source, Getty Images", None, Some("Getty Images")),
        ] {
            let credit = closing(text).unwrap_or_else(|| panic!("{text}"));
            let of = |span: Option<Span>| span.map(|span| span.of(text));
            assert_eq!((of(credit.photographer), of(credit.agency)), (photographer, agency), "{text}");
        }
        for text in ["He left (for good).", "It rose 4 percent (from 3).", "A ferry leaves port."] {
            assert_eq!(closing(text), None, "{text}");
        }
    }
}
