//! What belongs to the publisher or the sender of a text: rights, contacts, the notes that close a press release.
//!
//! ```text
//! copyright = ( "©" | "(c)" | "Copyright" [ "©" ] ) year … | … "All rights reserved" …
//! contact   = contact_label … | [ label ] phone | [ label ] address | name "may be reached at" …
//! about     = "About" name
//! source    = "SOURCE" name
//! ```

use super::name::person;
use super::{Parsed, folded, keyword, no, sign_off, space, space1, word};
use crate::lexicon::{self, Class};
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::combinator::opt;
use nom::sequence::terminated;

/// The longest of these lines, in bytes.
const LONGEST: usize = 400;

/// Whether `line` says whose the text is: "© 2024 Harlow Media. All rights reserved."
pub(crate) fn is_copyright(line: &str) -> bool {
    /// Each with the place of its rarest letter, a "b" or "v", by which it is looked for.
    const RIGHTS: &[(&str, usize)] = &[
        ("all rights reserved", 16),
        ("may not be published, broadcast", 8),
        ("may not be reproduced", 8),
        ("republished with permission", 4),
    ];
    let bytes = line.as_bytes();
    let stands = |at: usize| {
        RIGHTS.iter().any(|(rights, rare)| {
            let words = at.checked_sub(*rare).and_then(|start| bytes.get(start..start + rights.len()));
            words.is_some_and(|words| words.eq_ignore_ascii_case(rights.as_bytes()))
        })
    };
    let holds = || (0..bytes.len()).any(|at| matches!(bytes[at] | 0x20, b'b' | b'v') && stands(at));
    line.len() <= LONGEST && (copyright(line.trim_start()).is_ok() || holds())
}

fn copyright(input: &str) -> Parsed<'_, ()> {
    if !input.starts_with(['c', 'C', '(', '©']) {
        return no();
    }
    let sign = || alt((tag("©"), folded("(c)")));
    let word = terminated(folded("copyright"), (space, opt(sign())));
    let (rest, _) = (alt((word, sign())), space).parse(input)?;
    let year = |input| take_while_m_n(4, 4, |c: char| c.is_ascii_digit())(input);
    // "© Crown copyright 2024".
    let near = rest.split(' ').take(4).any(|word| -> bool {
        let found: Parsed<'_, &str> = year(word);
        found.is_ok()
    });
    if near { Ok((rest, ())) } else { no() }
}

/// Whether `line` says whom to call or write to.
pub(crate) fn is_contact(line: &str) -> bool {
    let line = line.trim();
    line.len() <= LONGEST && (asks_for_contact(line) || is_reached(line) || is_address(line))
}

/// Whether `line` opens as one that says whom to ask; its first letter tells which rule may read it.
fn asks_for_contact(line: &str) -> bool {
    match line.as_bytes().first().map_or(0, |first| first | 0x20) {
        b'c' | b'e' | b'i' | b'm' | b'p' => contact_label(line).is_ok(),
        b'f' => more_information(line).is_ok(),
        _ => false,
    }
}

/// "Media Contact:", "Contact: Ida Voss". The label stands alone, or a colon follows: "Contact with the ship was lost"
/// is prose.
fn contact_label(input: &str) -> Parsed<'_, ()> {
    let kind = alt((
        keyword("media"),
        keyword("press"),
        keyword("investor relations"),
        keyword("investor"),
        keyword("public relations"),
        keyword("company"),
        keyword("corporate"),
    ));
    let what = alt((
        keyword("contacts"),
        keyword("contact information"),
        keyword("contact"),
        keyword("inquiries"),
        keyword("enquiries"),
    ));
    let (rest, _) = (opt(terminated(kind, space1)), what).parse(input)?;
    if rest.is_empty() || rest.starts_with(':') { Ok((rest, ())) } else { no() }
}

/// "For media inquiries, contact …".
fn more_information(input: &str) -> Parsed<'_, ()> {
    let what = alt((
        folded("more information"),
        folded("further information"),
        folded("media inquiries"),
        folded("media enquiries"),
        folded("press inquiries"),
    ));
    let how = alt((tag(","), tag(":"), tag(" contact"), tag(" please"), tag(" call"), tag(" visit")));
    (folded("for "), what, how).map(|_| ()).parse(input)
}

/// A telephone number or an address alone, with its label or without.
fn is_address(line: &str) -> bool {
    let label = alt((
        folded("telephone:"),
        folded("tel:"),
        folded("phone:"),
        folded("mobile:"),
        folded("cell:"),
        folded("office:"),
        folded("fax:"),
        folded("e-mail:"),
        folded("email:"),
    ));
    let rest = opt((label, space)).parse(line).map_or(line, |(rest, _): (&str, _)| rest);
    let mail = |text: &str| {
        !text.contains(' ')
            && text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    };
    // "5-4" and years are no telephone numbers; one has its marks, or a label.
    let phone = sign_off::is_phone(rest) && (rest.len() < line.len() || rest.contains(['-', '(', '+', '.']));
    phone || mail(rest)
}

/// Whether `line` says how someone is reached. Names are costly to read, so the words around them come first.
fn is_reached(line: &str) -> bool {
    (line.starts_with(['C', 'E']) || line.contains(" be reached ")) && reached(line).is_ok()
}

/// "Ida Voss may be reached at …", "Contact Ida Voss at …".
fn reached(input: &str) -> Parsed<'_, ()> {
    let name = |input| person(input, false);
    let can = (
        alt((keyword("may"), keyword("can"))),
        tag(" be reached "),
        alt((keyword("at"), keyword("by"), keyword("on"))),
    );
    let named = (opt((tag("Have a tip?"), space)), name, space1, can).map(|_| ());
    let asked =
        (alt((tag("Contact "), tag("Email "), tag("E-mail "))), alt((name, word)), tag(" at ")).map(|_| ());
    alt((named, asked)).parse(input)
}

/// Whether `line` heads the paragraph that says what a company is: "About Acme Corp."
pub(crate) fn is_about(line: &str) -> bool {
    let read = |line| -> Parsed<'_, _> { (alt((tag("About "), tag("ABOUT "))), space).parse(line) };
    let Ok((name, _)) = read(line.trim()) else { return false };
    let name = name.trim_end_matches(':');
    let small = Class::PREPOSITION.and(Class::DETERMINER).and(Class::COORDINATOR);
    let titled = |word: &str| word.chars().any(char::is_uppercase) || lexicon::class(word).any(small);
    let us = ["us", "the author", "the authors", "this article", "our ads"];
    (1..=8).contains(&name.split(' ').count())
        && name.split(' ').all(titled)
        && name.split(' ').any(|word| word.starts_with(|c: char| c.is_alphanumeric()))
        && !us.iter().any(|us| us.eq_ignore_ascii_case(name))
}

/// Whether `line` names the sender of a release: "SOURCE Acme Corp."
pub(crate) fn is_source(line: &str) -> bool {
    let label = |line| -> Parsed<'_, _> {
        (alt((tag("SOURCE:"), tag("SOURCE"), tag("Source:"))), space1).parse(line)
    };
    let Ok((name, _)) = label(line) else { return false };
    let small = |word: &str| lexicon::class(word).any(Class::PREPOSITION.and(Class::COORDINATOR));
    !name.is_empty()
        && name.len() < 80
        && name.split(' ').all(|word| !word.starts_with(char::is_lowercase) || small(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rights() {
        for text in [
            "© 2024 Harlow Media. All rights reserved.",
            "Copyright 2019 Harlow Media",
            "Copyright © 2024, Harlow Media",
            "(c) 2024 Harlow Media",
            "© Crown copyright 2024",
            "This material may not be published, broadcast, rewritten or redistributed.",
        ] {
            assert!(is_copyright(text), "{text}");
        }
        for text in ["© Ida Voss", "Copyright law changed in Harlow.", "The right of way is reserved."] {
            assert!(!is_copyright(text), "{text}");
        }
    }

    #[test]
    fn contacts() {
        for text in [
            "Media Contact:",
            "MEDIA CONTACT",
            "Press contacts: Ida Voss, Bo Lund",
            "Contact: Ida Voss",
            "Investor Relations Contact:",
            "For media inquiries, contact Ida Voss.",
            "For more information: harlow.example",
            "Phone: 555 0182 34",
            "(509) 555-0182",
            "+44 20 7946 0018",
            "ida.voss@example.com",
            "Email: ida.voss@example.com",
            "Have a tip? Ida Voss may be reached at ida.voss@example.com.",
            "Contact Ida Voss at ida.voss@example.com",
        ] {
            assert!(is_contact(text), "{text}");
        }
        for text in [
            "Contact with the ship was lost on Monday.",
            "Media inquiries were not answered.",
            "1914 1918 1939",
            "For more information is what he asked.",
            "He wrote to ida.voss@example.com",
        ] {
            assert!(!is_contact(text), "{text}");
        }
    }

    #[test]
    fn heads_and_senders_of_releases() {
        for text in ["About Acme Corp.", "ABOUT ACME", "About the Harlow Observatory:", "About iHarlow"] {
            assert!(is_about(text), "{text}");
        }
        for text in ["About the author", "About Us", "About 40 people left.", "About that bridge", "About"] {
            assert!(!is_about(text), "{text}");
        }
        for text in ["SOURCE Acme Corp.", "SOURCE: Bank of Harlow", "Source: Acme Corp."] {
            assert!(is_source(text), "{text}");
        }
        for text in ["Sources said so.", "SOURCE", "Source: the mayor said so"] {
            assert!(!is_source(text), "{text}");
        }
    }
}
