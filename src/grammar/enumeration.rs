//! Items of a list that runs on in one paragraph.
//!
//! ```text
//! enumeration = marker words { marker words }
//! marker      = [ bullet ] ( number | letter ) ( "." | ")" | ".)" ) blanks
//! bullet      = "•" | "⁃" | "·" | "*" [ space ]
//! ```
//!
//! Numbers and letters count up by one, so a figure in the words is no marker.

use super::{Parsed, no, space1};
use crate::lexicon::{self, Class};
use alloc::vec;
use alloc::vec::Vec;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::combinator::opt;

/// A marker as printed: its bullet, its count, what closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Marker<'a> {
    bullet: Option<&'a str>,
    count: Count,
    close: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    Number(u16),
    Letter(u8),
}

fn bullet(input: &str) -> Parsed<'_, &str> {
    alt((tag("• "), tag("•"), tag("⁃"), tag("· "), tag("* "))).parse(input)
}

fn count(input: &str) -> Parsed<'_, Count> {
    let number = take_while_m_n(1, 3, |c: char| c.is_ascii_digit());
    let number = number.map(|digits: &str| Count::Number(digits.parse().unwrap_or(0)));
    let letter = take_while_m_n(1, 1, |c: char| c.is_ascii_lowercase());
    alt((number, letter.map(|letter: &str| Count::Letter(letter.as_bytes()[0])))).parse(input)
}

/// Whether `text` could open with a marker: every paragraph and item is asked, and hardly a word does.
fn may_open(text: &[u8]) -> bool {
    // Of `•`, `⁃` and `·` the first byte opens quotation marks too, so all are compared.
    matches!(
        text,
        [b'0'..=b'9' | b'*', ..]
            | [b'a'..=b'z', b'.' | b')', ..]
            | [0xE2, 0x80, 0xA2, ..]
            | [0xE2, 0x81, 0x83, ..]
            | [0xC2, 0xB7, ..]
    )
}

fn marker(input: &str) -> Parsed<'_, Marker<'_>> {
    let (rest, (bullet, count, close)) =
        (opt(bullet), count, alt((tag(".)"), tag("."), tag(")")))).parse(input)?;
    let (rest, _) = space1(rest)?;
    if rest.starts_with(char::is_uppercase) { Ok((rest, Marker { bullet, count, close })) } else { no() }
}

/// Bytes of the marker that `text` opens with, the blanks after it included.
pub(crate) fn marker_len(text: &str) -> usize {
    marker(text).map_or(0, |(rest, _)| text.len() - rest.len())
}

/// Where the items of `text` start, if it opens with one and a second follows; offsets into `text`.
pub(crate) fn items(text: &str) -> Vec<usize> {
    if !may_open(text.as_bytes()) {
        return Vec::new();
    }
    let Ok((_, first)) = marker(text) else { return Vec::new() };
    let (mut starts, mut last) = (vec![0], first);
    // A marker stands after a blank, and before a letter.
    for at in memchr::memchr_iter(b' ', text.as_bytes()).map(|at| at + 1) {
        if !may_open(&text.as_bytes()[at..]) {
            continue;
        }
        let Ok((_, next)) = marker(&text[at..]) else { continue };
        let follows = match (last.count, next.count) {
            (Count::Number(last), Count::Number(next)) => next == last + 1,
            (Count::Letter(last), Count::Letter(next)) => next == last + 1,
            _ => false,
        };
        // "May 2. They left": a day of the month ends its sentence.
        let day =
            || lexicon::class(text[..at].trim_end().rsplit(' ').next().unwrap_or_default()).any(Class::MONTH);
        if follows && next.bullet == first.bullet && next.close == first.close && !day() {
            starts.push(at);
            last = next;
        }
    }
    if starts.len() > 1 { starts } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        for (text, want) in [
            ("1. Shut it. 2. Mend it. 3. Open it.", &[0, 12, 24][..]),
            ("1) Shut it 2) Mend it", &[0, 11]),
            ("• 9. Shut it • 10. Mend it", &[0, 15]),
            ("a. Shut it b. Mend it", &[0, 11]),
            ("⁃1.) Shut it ⁃2.) Mend it", &[0, 15]),
            ("· a) Shut it · b) Mend it", &[0, 14]),
            ("* 1. Shut it * 2. Mend it", &[0, 13]),
            ("1. Shut it on May 2. They did.", &[]),
            ("It fell 3. Ida left.", &[]),
        ] {
            assert_eq!(items(text), want, "{text}");
        }
    }
}
