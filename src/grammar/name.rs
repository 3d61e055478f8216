//! Names of people and bodies as bylines and credits print them.
//!
//! ```text
//! person   = part { space part } [ "," space generation ]
//! part     = capitalised | initial | particle | nickname
//! generation = "Jr." | "Sr." | "III" | …
//! ```
//!
//! A name ends before a date, before "The …", and before a word of the page that is set beside it: "Ida Voss
//! Follow", "Ida Voss View all posts".

use super::{Parsed, date, keyword, no, space1};
use crate::lexicon::{self, Class};
use crate::limits::NAME_WORDS;
use nom::Parser;
use nom::branch::alt;

/// A person's name; one word is enough when `single`, two are needed otherwise.
pub(crate) fn person(input: &str, single: bool) -> Parsed<'_, &str> {
    let (mut end, mut rest, mut words) = (0, input, 0);
    while words < NAME_WORDS {
        let Ok((after, part)) = name_word(rest) else { break };
        let lower = part.starts_with(char::is_lowercase);
        let particle = lower && lexicon::class(part).any(Class::PARTICLE) && starts_part(after);
        let surname = words > 0 && (SURNAMES.contains(&part) || closes_line(after) && is_shaped(part));
        if !(is_part(part) || surname || particle) || is_button(rest) || ends_before(rest, words) {
            break;
        }
        words += 1;
        // "ANN LIND. Follow her": a stop after a full surname ends the name.
        let stem = part.strip_suffix('.').unwrap_or_default();
        let short = lexicon::class(part).any(Class::SUFFIX.and(Class::TITLE));
        let stopped = words > 1 && stem.len() > 2 && !stem.contains('.') && !short;
        end = input.len() - after.len() - usize::from(stopped);
        match space1(after) {
            _ if stopped => break,
            // A name does not run over a line end: the next line is a role or another author.
            Ok((next, blank))
                if !blank.contains(['\n', '\r'])
                    && (next.starts_with(char::is_alphabetic)
                        || next.starts_with(['"', '“', '\'', '‘', '.'])) =>
            {
                rest = next;
            }
            _ => break,
        }
    }
    if words == 0 || (words == 1 && !single) {
        return no();
    }
    let end = generation(&input[end..]).map_or(end, |(after, ())| input.len() - after.len());
    Ok((&input[end..], &input[..end]))
}

/// A word of a name: it also ends at a handle, a slash, and where a label or month is run on to it.
fn name_word(input: &str) -> Parsed<'_, &str> {
    let (_, part) = super::word(input)?;
    let end = part.find(['@', '/']).unwrap_or(part.len());
    let end = run_on(&input[..part.len()]).map_or(end, |at| at.min(end));
    if end == 0 { no() } else { Ok((&input[end..], &part[..end])) }
}

/// Where a label or a month is run on to a word, as copied pages do: "Jo `ParkPublished` Jul 17".
pub(super) fn run_on(text: &str) -> Option<usize> {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if c.is_uppercase() && before.is_lowercase() {
            let word = text[at..].split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            if LABELS.contains(&word) || word.len() > 2 && lexicon::class(word).any(Class::MONTH) {
                return Some(at);
            }
        }
        before = c;
    }
    None
}

/// Labels of the times that stand beside bylines.
const LABELS: &[&str] = &["Published", "Publish", "Updated", "Posted", "Last"];

/// Words of a page that stand beside names and are no part of them.
const BUTTONS: &[&str] = &[
    "follow",
    "following",
    "twitter",
    "facebook",
    "instagram",
    "linkedin",
    "email",
    "e-mail",
    "bio",
    "biography",
    "posts",
    "view",
    "published",
    "publish",
    "updated",
    "posted",
    "share",
    "tweet",
    "comments",
    "website",
    "subscribe",
    "minutes",
    "hours",
    "created",
];

/// Whether a button, or the label of a time, stands at the start of `input`.
pub(super) fn is_button(input: &str) -> bool {
    // Every word of a line is asked, and few letters open one that is listed.
    let first = input.as_bytes().first().map_or(0, |first| first | 0x20);
    if !matches!(first, b'b' | b'c' | b'e' | b'f' | b'h' | b'i' | b'l' | b'm' | b'p' | b'r'..=b'w') {
        return false;
    }
    let end = input.find(|c: char| !(c.is_alphabetic() || c == '-')).unwrap_or(input.len());
    let word = &input[..end];
    if BUTTONS.iter().any(|button| button.eq_ignore_ascii_case(word)) {
        return true;
    }
    let changed = alt((keyword("last updated"), keyword("last modified"), keyword("first published")));
    let phrase =
        |input| alt((changed, keyword("see all"), keyword("read more"), keyword("more from"))).parse(input);
    let may =
        ["last", "first", "see", "read", "more"].iter().any(|opening| opening.eq_ignore_ascii_case(word));
    may && phrase(input).is_ok()
}

/// Surnames that are function words too.
const SURNAMES: &[&str] = &["May", "So", "Will", "An", "You", "Do", "He", "She", "Her", "Over", "Down"];

/// Whether a name of so many words ends before `rest`: at a date, or at a body with its article.
fn ends_before(rest: &str, words: usize) -> bool {
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let dated = lexicon::class(word).any(Class::MONTH.and(Class::WEEKDAY)) && date::date(rest).is_ok();
    dated || words > 1 && word.eq_ignore_ascii_case("the")
}

/// Whether nothing of the line but a list follows: here a function word can only be a surname ("D. G. MINE").
fn closes_line(after: &str) -> bool {
    after.is_empty() || after.starts_with([',', '\n', '\r'])
}

fn generation(input: &str) -> Parsed<'_, ()> {
    let Some(rest) = input.strip_prefix(", ") else {
        return no();
    };
    let (after, part) = super::word(rest)?;
    let generation =
        matches!(part.trim_end_matches('.').to_ascii_lowercase().as_str(), "jr" | "sr" | "ii" | "iii" | "iv");
    if generation { Ok((after, ())) } else { no() }
}

fn starts_part(after: &str) -> bool {
    space1(after).is_ok_and(|(next, _)| next.starts_with(char::is_alphabetic))
}

/// Whether `part` may be a word of a name: no function word, and of its shape.
fn is_part(part: &str) -> bool {
    let body = part.trim_matches(['"', '“', '”', '\'', '‘', '’', '.', '-']);
    let class = lexicon::class(body);
    let function =
        class.any(Class::FUNCTION) && !class.any(Class::FIRST_NAME.and(Class::PARTICLE)) && body.len() > 1;
    !function && is_shaped(part)
}

/// A capital first, letters throughout.
fn is_shaped(part: &str) -> bool {
    let body = part.trim_matches(['"', '“', '”', '\'', '‘', '’', '.', '-']);
    let mut letters = body.chars();
    let first = letters.next().unwrap_or(' ');
    // d'Angelo, al-Masri, McRae, O’Neill: a capital somewhere near the start.
    let capital = first.is_uppercase()
        || body.chars().take(4).any(char::is_uppercase) && body.contains(['\'', '’', '-']);
    capital
        && letters.all(|c| {
            c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-' | '‑' | '`' | '\u{300}'..='\u{36F}')
        })
}

/// Whether a line that is only `name` names someone: no place, body or thing of the page.
///
/// A line in capitals or title case may be a heading as well; a word for a thing at its end says so, unless it opens
/// with a first name ("Doris Day").
pub(super) fn is_someone(name: &str) -> bool {
    const THINGS: Class = Class::DOCUMENT
        .and(Class::SAY_NOUN)
        .and(Class::GROUP)
        .and(Class::PLACE_WORD)
        .and(Class::BODY)
        .and(Class::WEEKDAY);
    let first = name.split(' ').next().unwrap_or_default();
    let last = name.rsplit(' ').next().unwrap_or_default();
    let known = lexicon::class(first).any(Class::FIRST_NAME);
    let places =
        Class::CITY.and(Class::COUNTRY).and(Class::STATE).and(Class::INTERFACE).and(Class::ORGANIZATION);
    let one = last.strip_suffix(['s', 'S']).unwrap_or(last);
    let thing =
        lexicon::class(last).any(THINGS) || lexicon::class(one).any(Class::DOCUMENT.and(Class::SAY_NOUN));
    !lexicon::class(name).any(places) && (known || !thing)
}

/// Days and feasts by which things are to be done: "By Christmas", "By Election Day".
pub(super) fn is_deadline(name: &str) -> bool {
    const FEASTS: &[&str] =
        &["Christmas", "Easter", "Thanksgiving", "Ramadan", "Hanukkah", "Diwali", "Passover"];
    let first = name.split(' ').next().unwrap_or_default();
    let day = [" Day", " Eve", " Morning", " Night"].iter().any(|end| name.ends_with(end));
    FEASTS.contains(&name) || day && !lexicon::class(first).any(Class::FIRST_NAME)
}

/// Whether `text` names a body that is listed, that its article makes one, or that ends as papers' names do.
pub(super) fn is_known_body(text: &str) -> bool {
    let (before, last) = text.rsplit_once(' ').unwrap_or(("", text));
    // "Local News" heads a section.
    let section = before.split(' ').all(|word| lexicon::class(word).any(Class::BYLINE_ROLE));
    lexicon::class(text).any(Class::AGENCY.and(Class::PUBLICATION))
        || lexicon::class(last).any(Class::PAPER) && !section
        || text.get(..4).is_some_and(|the| the.eq_ignore_ascii_case("the "))
        || text.contains('.')
}

/// Whether `text` names a body rather than a person: an agency, a paper, "… Press", "Staff".
pub(crate) fn is_organization(text: &str) -> bool {
    let bare = text.trim_end_matches(['.', ',']);
    let class = lexicon::class(bare);
    if class.any(Class::AGENCY.and(Class::PUBLICATION)) {
        return true;
    }
    let the = bare.get(..4).filter(|article| article.eq_ignore_ascii_case("the ")).map(|_| &bare[4..]);
    if the.is_some_and(|name| lexicon::class(name).any(Class::AGENCY.and(Class::PUBLICATION))) {
        return true;
    }
    let last = bare.rsplit(' ').next().unwrap_or_default();
    let many = bare.contains(' ');
    let name = the.unwrap_or(bare);
    let titled = name
        .split(' ')
        .all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '&') || matches!(word, "of" | "and"));
    many && titled
        && (the.is_some()
            || lexicon::class(last).any(Class::ORG_SUFFIX.and(Class::ORGANIZATION).and(Class::PAPER)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people() {
        for (text, want) in [
            ("Norma Cohen, Reuters", Some("Norma Cohen")),
            ("MARTA OLSEN and", Some("MARTA OLSEN")),
            ("Mark O'Neill", Some("Mark O'Neill")),
            ("Ludwig van der Berg said", Some("Ludwig van der Berg")),
            ("J. P. Ash, Jr., of", Some("J. P. Ash, Jr.")),
            ("Anne-Marie St. Clair", Some("Anne-Marie St. Clair")),
            ("Zoë Åkesson", Some("Zoë Åkesson")),
            ("ANN LIND MINE\nStaff Writer", Some("ANN LIND MINE")),
            // What pages set beside a name.
            ("Ida Voss Follow", Some("Ida Voss")),
            ("Ida Voss View More Articles", Some("Ida Voss")),
            ("Ida Voss Last updated March 4", Some("Ida Voss")),
            ("Jonathan Last", Some("Jonathan Last")),
            ("Ida Voss The Harlow Ledger", Some("Ida Voss")),
            ("Ida Voss September 15, 2014", Some("Ida Voss")),
            ("Jo ParkPublished Jul 17", Some("Jo Park")),
            ("Email The Author", None),
            ("Share Tweet", None),
            ("the time was", None),
            ("Madonna", None),
            // No name has nine words.
            ("Ana Bea Cid Dia Eva Fay Gil Hal Ida Jo", Some("Ana Bea Cid Dia Eva Fay Gil Hal")),
        ] {
            assert_eq!(person(text, false).ok().map(|(_, name)| name), want, "{text}");
        }
        assert_eq!(person("Madonna", true), Ok(("", "Madonna")));
        assert_eq!(person("April Ross", true), Ok(("", "April Ross")));
        // No name starts with a date.
        for text in ["April 12 Ross", "Friday, May 5"] {
            assert!(person(text, true).is_err(), "{text}");
        }
    }

    #[test]
    fn someone_or_something() {
        for text in ["Dana Whitlock", "BO LUND", "Doris Day", "Zanele Quorn"] {
            assert!(is_someone(text) && !is_deadline(text), "{text}");
        }
        for text in ["CAR REVIEWS", "New York", "Supreme Court", "Privacy Policy"] {
            assert!(!is_someone(text), "{text}");
        }
        for text in ["Christmas", "Election Day"] {
            assert!(is_deadline(text), "{text}");
        }
    }

    #[test]
    fn bodies() {
        for text in ["Reuters", "The Associated Press", "Tribune News Service", "The Harlow Ledger"] {
            assert!(is_organization(text), "{text}");
        }
        for text in ["Ruth Calloway", "Cash", "Jo Park"] {
            assert!(!is_organization(text), "{text}");
        }
    }
}
