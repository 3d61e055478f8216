//! What opens a credit.
//!
//! ```text
//! label = work { work } ( ":" | "..." | "by" | "via" | "courtesy of" ) [ "©" ] | "Image source," | "©"
//!       | ( "Courtesy of" | "Provided by" | "Courtesy" ) [ ":" ]
//! work  = "Photo" | "Photograph" | "Picture" | "Image" | "Illustration" | "Credit" | "Main" | …
//! ```

use super::{Parsed, folded, keyword, no, space, space1};
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::opt;
use nom::multi::many1_count;
use nom::sequence::{preceded, terminated};

/// Whether a label may stand at the start of `input`: few words have its first two letters.
pub(super) fn may_open(input: &[u8]) -> bool {
    match *input {
        [0xC2, 0xA9, ..] => true,
        [first, second, ..] => match first | 0x20 {
            b'a' | b'g' => second | 0x20 == b'r',
            b'c' => matches!(second | 0x20, b'o' | b'r'),
            b'f' => second | 0x20 == b'i',
            b'i' => matches!(second | 0x20, b'l' | b'm'),
            b'm' => second | 0x20 == b'a',
            b'p' => matches!(second | 0x20, b'h' | b'i' | b'r'),
            b's' => matches!(second | 0x20, b'c' | b'o' | b't'),
            _ => false,
        },
        _ => false,
    }
}

pub(super) fn label(input: &str) -> Parsed<'_, ()> {
    let copyright = || (tag("©"), space).map(|_| ());
    let courtesy = (
        opt(keyword("photo")),
        space,
        alt((keyword("courtesy of"), keyword("courtesy"), keyword("provided by"))),
    );
    let courtesy = (courtesy, opt(tag(":")), space).map(|_| ());
    let source = (folded("image source,"), space).map(|_| ());
    let titled = (works, opt(copyright())).map(|_| ());
    alt((copyright(), courtesy, source, titled)).parse(input)
}

/// "Photo:", "Main image credit:", "Photographs by", "Credit...".
fn works(input: &str) -> Parsed<'_, ()> {
    let (rest, _) = many1_count(terminated(work, space)).parse(input)?;
    let colon = (alt((tag(":"), tag("..."), tag("…"))), space).map(|_| ());
    let by = (alt((keyword("by"), keyword("via"), keyword("courtesy of"))), space1).map(|_| ());
    alt((colon, preceded(opt(tag(",")), by))).parse(rest)
}

fn work(input: &str) -> Parsed<'_, &str> {
    const WORKS: &[&str] = &[
        "photo",
        "photos",
        "photograph",
        "photographs",
        "photography",
        "picture",
        "pictures",
        "pic",
        "image",
        "images",
        "illustration",
        "illustrations",
        "graphic",
        "credit",
        "credits",
        "source",
        "main",
        "cover",
        "file",
        "stock",
        "screenshot",
        "artwork",
    ];
    let end = input.find(|c: char| !c.is_alphabetic()).unwrap_or(input.len());
    let found = &input[..end];
    if WORKS.iter().any(|work| work.eq_ignore_ascii_case(found)) { Ok((&input[end..], found)) } else { no() }
}
