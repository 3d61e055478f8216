//! Who made a picture, at the end of a caption or alone on a line.
//!
//! ```text
//! line     = [ "(" ] ( labelled | chain | source ) [ ")" ]
//! closing  = caption ( "(" ( labelled | credited ) ")" | labelled | "." ( chain | source ) | agency "Photo/" person )
//! labelled = label credited
//! credited = chain | person ( "," | "for" ) agency | person | agency
//! chain    = party sep party { sep party }
//! party    = person | agency | "Handout" | "Pool" | "File"
//! agency   = name [ "Photo" ] [ "via" name ]
//! sep      = "/" | "|" | " - "
//! ```
//!
//! `credit_label` has the labels. What a label opens is a credit where its words are names: "Image: The bridge is
//! shut" is a caption. Without a label, one of the parties must be a known agency or paper.

use super::credit_label::{label, may_open};
use super::credit_party::{
    LONGEST, body, is_agency, is_filler, is_listed, is_name, is_person, is_source, photographer,
};
use super::{find, place};
use crate::lexicon::{self, Class};
use crate::scan::blank::{boundary, is_blank};
use crate::span::Span;
use alloc::vec::Vec;

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

/// The credit with which a caption ends; also where nothing but the credit shows that it is a caption.
pub(crate) fn closing(caption: &str) -> Option<CreditNode> {
    let text = caption.trim_end_matches(['.', ' ']);
    if let Some(inside) = in_brackets(text) {
        let found = labelled(caption, inside).or_else(|| credited(caption, inside, false));
        return found.map(|credit| CreditNode {
            span: place(caption, &text[text.len() - inside.len() - 2..]),
            ..credit
        });
    }
    let tail = &text[boundary(text, text.len().saturating_sub(LONGEST + 40))..];
    // Labels open with a capital, at the start of a word.
    let opens = |at: &usize| {
        let part = &tail.as_bytes()[*at..];
        !part[0].is_ascii_lowercase() && may_open(part) && !tail[..*at].ends_with(char::is_alphanumeric)
    };
    let mut labels = (0..tail.len()).filter(opens);
    if let Some(credit) = labels.find_map(|at| labelled(caption, &tail[at..])) {
        return Some(credit);
    }
    last_part(tail)
        .and_then(|last| {
            let told = is_source(last) || last.contains(['/', '|']) || last.contains(" for ");
            told.then(|| credited(caption, last, false)).flatten()
        })
        .or_else(|| after_no_stop(caption, text))
}

/// What stands after the last sentence of `text` that another part follows.
fn last_part(text: &str) -> Option<&str> {
    let stopped = |at: &usize| {
        matches!(text.as_bytes()[..*at], [.., b'.' | b'?' | b'!' | b'"'] | [.., 0xE2, 0x80, 0x9D])
    };
    memchr::memrchr_iter(b' ', text.as_bytes()).find(stopped).map(|at| &text[at + 1..])
}

/// The credit of what is known to be a caption: there, any name in brackets at the end is one ("(Harlow Museum)").
pub(crate) fn of_caption(caption: &str) -> Option<CreditNode> {
    closing(caption).or_else(|| {
        let text = caption.trim_end_matches(['.', ' ']);
        let inside = in_brackets(text).filter(|inside| is_name(inside))?;
        let credit = credited(caption, inside, true)?;
        Some(CreditNode { span: place(caption, &text[text.len() - inside.len() - 2..]), ..credit })
    })
}

/// A line that is all credit.
pub(crate) fn line(text: &str) -> Option<CreditNode> {
    if text.len() > LONGEST + 40 {
        return None;
    }
    let bare = text.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']') || c.is_whitespace());
    // "Image credit: Outlet (Image credit: Maker)": said twice.
    let once = find(bare, " (").map_or(bare, |at| &bare[..at]);
    labelled(text, once).or_else(|| {
        let signs = |party: &str| is_person(party) || is_agency(party) || is_filler(party.trim());
        let chained = match bare.rsplit_once(['/', '|']) {
            Some((_, last)) if bare.contains('|') => is_source(last.trim()),
            Some((first, last)) => {
                is_listed(last) && first.split('/').all(signs) || is_listed(first) && is_person(last)
            }
            None => is_source(bare),
        };
        (chained && (is_name(bare) || is_source(bare))).then(|| credited(text, bare, false)).flatten()
    })
}

/// What stands in the brackets that `text` ends with.
fn in_brackets(text: &str) -> Option<&str> {
    let inside = text.strip_suffix(')')?;
    inside.rfind('(').map(|open| &inside[open + 1..])
}

fn labelled(whole: &str, part: &str) -> Option<CreditNode> {
    if !may_open(part.trim_start_matches(is_blank).as_bytes()) {
        return None;
    }
    let (rest, ()) = label(part).ok()?;
    // "Ida Voss / Harlow Photo. Courtesy of the port": one label is enough; "Ida R. Voss" goes on.
    let stop = rest
        .match_indices(". ")
        .map(|(at, _)| at)
        .find(|at| rest[..*at].rsplit([' ', '.']).next().is_some_and(|word| word.len() > 2));
    let rest = stop.map_or(rest, |at| &rest[..at]);
    // "Courtesy of the Voss family": a name and who bears it.
    let family = rest.strip_suffix(" family").map(|name| name.strip_prefix("the ").unwrap_or(name));
    let mut credit =
        if is_name(family.unwrap_or(rest)) { credited(whole, rest, true)? } else { return None };
    credit.span = place(whole, part);
    Some(credit)
}

/// "… entering the country AP Photo/Ida Voss": no stop before the credit.
fn after_no_stop(whole: &str, text: &str) -> Option<CreditNode> {
    let slash = text.rfind('/')?;
    let words = text[..slash].rmatch_indices(' ').map(|(at, _)| at + 1).take(3);
    let agency = words.into_iter().find(|at| lexicon::class(text[*at..slash].trim()).any(Class::AGENCY))?;
    let capital = text[agency..].starts_with(char::is_uppercase);
    capital.then(|| credited(whole, &text[agency..], false)).flatten()
}

/// Reads names as a credit; `sure` where a label or a caption says that they are one.
fn credited(whole: &str, input: &str, sure: bool) -> Option<CreditNode> {
    let text = input.trim().trim_end_matches('.').trim_start_matches(['©', ' ']);
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    let at = |text: &str| Some(place(whole, text));
    let mut credit = CreditNode { span: place(whole, text), ..CreditNode::default() };
    let parties: Vec<&str> =
        text.split(['/', '|']).flat_map(|part| part.split(" - ")).map(str::trim).collect();
    let parties: Vec<&str> = parties.into_iter().filter(|party| !is_filler(party)).collect();
    let known = || parties.iter().any(|party| is_agency(party));
    match parties.as_slice() {
        [] => return is_source(text).then(|| CreditNode { agency: at(text), ..credit }),
        [one] => {
            let pair = one.split_once(", ").or_else(|| one.split_once(" for ")).filter(|_| !is_person(one));
            match pair {
                Some((left, right)) if is_person(left) && (sure || is_agency(right)) => {
                    credit.photographer = at(photographer(left));
                    credit.agency = at(body(right));
                }
                // In prose, brackets also explain: "the Fed (Federal Reserve Bank)".
                _ if is_listed(one) || sure && is_agency(one) => credit.agency = at(body(one)),
                _ if sure && is_person(one) => credit.photographer = at(photographer(one)),
                _ if sure => credit.agency = at(one),
                _ => return None,
            }
        }
        [first, others @ ..] if sure || known() => match parties.iter().position(|party| is_person(party)) {
            Some(0) => {
                let from = place(text, others[0]).start as usize;
                credit.photographer = at(photographer(first));
                credit.agency = at(body(&text[from..]));
            }
            Some(person) => {
                credit.photographer = at(photographer(parties[person]));
                credit.agency = at(body(first));
            }
            None => {
                let listed = parties.iter().find(|party| is_listed(party));
                let agency =
                    listed.or_else(|| parties.iter().find(|party| is_agency(party))).unwrap_or(first);
                credit.agency = at(body(agency));
            }
        },
        _ => return None,
    }
    Some(credit)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Case<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

    fn check(cases: &[Case], read: impl Fn(&str) -> Option<CreditNode>) {
        for (text, photographer, agency) in cases {
            let credit = read(text).unwrap_or_else(|| panic!("{text}"));
            let of = |span: Option<Span>| span.map(|span| span.of(text));
            assert_eq!((of(credit.photographer), of(credit.agency)), (*photographer, *agency), "{text}");
        }
    }

    #[test]
    fn at_the_end_of_captions() {
        check(
            &[
                ("A ferry leaves port on May 2. (Nina Voss/AP)", Some("Nina Voss"), Some("AP")),
                ("A ferry leaves port. (AP Photo/Nina Voss)", Some("Nina Voss"), Some("AP")),
                ("A ferry leaves port. (AP Photo/Nina Voss, File)", Some("Nina Voss"), Some("AP")),
                ("A ferry leaves. (Reuters)", None, Some("Reuters")),
                (
                    "A ferry leaves. (Nina Voss / AFP via Getty Images)",
                    Some("Nina Voss"),
                    Some("AFP via Getty Images"),
                ),
                ("A ferry leaves. (Photo by Nina Voss)", Some("Nina Voss"), None),
                (
                    "A ferry leaves. (Photo by Nina Voss/Getty Images for Acme)",
                    Some("Nina Voss"),
                    Some("Getty Images"),
                ),
                ("A ferry leaves. (Courtesy of Bo Lund)", Some("Bo Lund"), None),
                ("A ferry leaves. (Courtesy Lund family)", None, Some("Lund family")),
                ("A ferry leaves (Image: © Harlow Observatory)", None, Some("Harlow Observatory")),
                // A label without brackets, after a stop or none.
                ("A ferry. Photograph: Nina Voss/Getty Images", Some("Nina Voss"), Some("Getty Images")),
                (
                    "A ferry. Photo by NINA VOSS /AFP via Getty Images",
                    Some("NINA VOSS"),
                    Some("AFP via Getty Images"),
                ),
                ("A ferry. Photo by Nina Voss/Bloomberg files", Some("Nina Voss"), Some("Bloomberg")),
                ("A ferry. Graphic by Nina Voss/AP", Some("Nina Voss"), Some("AP")),
                ("A ferry. File photo by Nina Voss/AP", Some("Nina Voss"), Some("AP")),
                ("A ferry leaves port. (Handout)", None, Some("Handout")),
                ("A ferry. Photo by - / AFP via Getty Images", None, Some("AFP via Getty Images")),
                ("A ferry. Credit: Nina Voss / RegionalHUB", Some("Nina Voss"), Some("RegionalHUB")),
                (
                    "A ferry last week. Credit... Nina Voss/The Harlow Times",
                    Some("Nina Voss"),
                    Some("The Harlow Times"),
                ),
                ("The port where a ferry lay Credit: EPA", None, Some("EPA")),
                (
                    "A ferry. Photo: Nina Voss for The Harlow Ledger via Getty Images",
                    Some("Nina Voss"),
                    Some("The Harlow Ledger via Getty Images"),
                ),
                // No label.
                ("A ferry leaves port. AP", None, Some("AP")),
                (
                    "A ferry leaves port. Nina Voss for Rest of World",
                    Some("Nina Voss"),
                    Some("Rest of World"),
                ),
                ("A ferry on its way to the country AP Photo/Nina R. Voss", Some("Nina R. Voss"), Some("AP")),
                ("Photo: Nina Voss", Some("Nina Voss"), None),
                ("Image source, Getty Images", None, Some("Getty Images")),
            ],
            closing,
        );
        for text in [
            "He left (for good).",
            "It rose 4 percent (from 3).",
            "A ferry leaves port.",
            "Image: Ida Voss has agreed a deal with the port",
            "He wrote a song about the port. Ida Voss",
            "A ferry owned by the port. (Harlow Museum)",
            "The photo by the door was gone and nobody said so",
        ] {
            assert_eq!(closing(text), None, "{text}");
        }
    }

    #[test]
    fn span_of_a_credit() {
        for (text, want) in [
            ("A ferry leaves port. (Nina Voss/AP)", "(Nina Voss/AP)"),
            ("A ferry leaves port. AP", "AP"),
            ("A ferry owned by the port. (Harlow's)", "(Harlow's)"),
        ] {
            assert_eq!(of_caption(text).map(|credit| credit.span.of(text)), Some(want), "{text}");
        }
    }

    #[test]
    fn of_known_captions() {
        check(
            &[
                ("A ferry owned by the port. (Harlow's)", None, Some("Harlow's")),
                (
                    "Two ferries. (U.S. District Court, District of Harlow)",
                    None,
                    Some("U.S. District Court, District of Harlow"),
                ),
                ("A ferry leaves. (Nina Voss/AP)", Some("Nina Voss"), Some("AP")),
            ],
            of_caption,
        );
        for text in ["Ida Voss (left)", "The ferry of 1920 (since rebuilt)", "A ferry"] {
            assert_eq!(of_caption(text), None, "{text}");
        }
    }

    #[test]
    fn alone_on_a_line() {
        check(
            &[
                ("Nina Voss/AP", Some("Nina Voss"), Some("AP")),
                ("Nina Voss/Harlow Times/Getty Images", Some("Nina Voss"), Some("Harlow Times/Getty Images")),
                ("(Nina R. Voss / AP)", Some("Nina R. Voss"), Some("AP")),
                ("Nina Voss | Moment | Getty Images", Some("Nina Voss"), Some("Moment | Getty Images")),
                ("AP Photo/Nina Voss", Some("Nina Voss"), Some("AP")),
                ("Photo: Nina Voss, AP", Some("Nina Voss"), Some("AP")),
                ("Photo: Nina R. Voss", Some("Nina R. Voss"), None),
                ("Photo: UN Photo / Nina Voss. Courtesy of the port", Some("Nina Voss"), Some("UN Photo")),
                (
                    "Photo by Handout/Lunn School Board/AFP via Getty Images",
                    None,
                    Some("AFP via Getty Images"),
                ),
                ("Photo: iFixit", None, Some("iFixit")),
                ("Picture: iStock", None, Some("iStock")),
                ("PHOTO: NINA VOSS", Some("NINA VOSS"), None),
                ("Image via Getty Images", None, Some("Getty Images")),
                ("(Image credit: Google)", None, Some("Google")),
                ("Image credit: Outlet (Image credit: Google)", None, Some("Outlet")),
                (
                    "Image Source: Nina Voss / Future Publishing/Shutterstock",
                    Some("Nina Voss"),
                    Some("Future Publishing/Shutterstock"),
                ),
                ("Illustration by Nina Voss", Some("Nina Voss"), None),
                ("Courtesy of Nina Voss", Some("Nina Voss"), None),
                ("Provided by European Space Agency", None, Some("European Space Agency")),
                ("© Nina Voss", Some("Nina Voss"), None),
                ("© REUTERS / POOL", None, Some("REUTERS")),
                ("Getty", None, Some("Getty")),
                ("REUTERS", None, Some("REUTERS")),
                ("File photo", None, Some("File photo")),
            ],
            line,
        );
        for text in [
            "Image: Ida Voss has agreed a deal to run the port",
            "Photos of the bridge",
            "Ida Voss | Fox News",
            "Ida Voss/Bo Lund",
            "Credit card debt rises",
            "© 2024 Harlow Media. All rights reserved.",
            "Politics / January 11, 2024",
            "CNN",
            "Bridge shut",
            "Picture this",
        ] {
            assert_eq!(line(text), None, "{text}");
        }
    }
}
