//! What opens a byline and what may follow one.
//!
//! ```text
//! opening = [ [ number ] unit "ago" | moment [ mark ] ]
//! lead    = ( "By" | "From" ) [ ":" ] | what { what } "by" [ ":" ] | label | "Write to"
//! what    = "Story" | "Words" | "Written" | "Analysis" | "Posted" | …
//! label   = ( "Author" | "Words" | "Reporter" ) ":"
//! tail    = date | relative | reading_time | button | phone
//! ```

use super::byline_part::stops;
use super::name::is_button;
use super::{Parsed, date, folded, keyword, no, sign_off, space, space1, timestamp};
use crate::lexicon::{self, Class};
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::combinator::opt;
use nom::multi::many1_count;
use nom::sequence::terminated;

/// What stands before a byline and is none of it: blanks, the mark of a list item, a time.
///
/// A date before a name alone is passed over where the name opens with a known first name.
pub(super) fn opening(input: &str) -> Parsed<'_, ()> {
    let (start, _) = (space, opt(alt((tag("* "), tag("• ")))), space).parse(input)?;
    let number = take_while_m_n(1, 3, |c: char| c.is_ascii_digit());
    let ago = (opt(number), space, timestamp::unit, space1, keyword("ago"), space1).parse(start);
    if let Ok((rest, _)) = ago {
        return Ok((rest, ()));
    }
    // Nearly every line that opens with a letter has no date either.
    let dated = start.bytes().any(|byte| byte.is_ascii_digit());
    let Some((after, _)) = dated.then(|| date::moment(start, date::Known::default()).ok()).flatten() else {
        return Ok((start, ()));
    };
    let after = after.trim_start_matches(|c: char| c.is_whitespace() || "|-–—•·,".contains(c));
    let first = after.split(' ').next().unwrap_or_default();
    let named = lead(after).is_ok() || lexicon::class(first).any(Class::FIRST_NAME);
    Ok((if named { after } else { start }, ()))
}

pub(super) fn lead(input: &str) -> Parsed<'_, ()> {
    let first = input.as_bytes().first().map_or(0, |first| first | 0x20);
    if !matches!(first, b'a'..=b'c' | b'e'..=b'g' | b'i' | b'n'..=b'p' | b'r'..=b't' | b'w') {
        return no();
    }
    let by = (alt((keyword("by"), keyword("from"))), opt(tag(":")), space1).map(|_| ());
    let made_by = (many1_count(terminated(what, space1)), keyword("by"), opt(tag(":")), space1).map(|_| ());
    let label = alt((
        folded("words:"),
        folded("text:"),
        folded("author:"),
        folded("authors:"),
        folded("reporter:"),
        folded("writer:"),
    ));
    // "Write to Ida Voss at …" names the author of the story that it closes.
    let write_to = (keyword("write to"), space1).map(|_| ());
    alt((by, made_by, (label, space).map(|_| ()), write_to)).parse(input)
}

/// A word of which "Story and photos by", "This article is by", "Guest essay by" are built.
fn what(input: &str) -> Parsed<'_, &str> {
    const WHAT: &[&str] = &[
        "a",
        "an",
        "analysis",
        "and",
        "article",
        "column",
        "commentary",
        "compiled",
        "essay",
        "exclusive",
        "from",
        "guest",
        "interview",
        "is",
        "news",
        "opinion",
        "perspective",
        "photos",
        "photographs",
        "pictures",
        "post",
        "posted",
        "published",
        "report",
        "reported",
        "reporting",
        "review",
        "special",
        "story",
        "submitted",
        "text",
        "the",
        "this",
        "words",
        "written",
    ];
    let end = input.find(|c: char| !c.is_alphabetic()).unwrap_or(input.len());
    let found = &input[..end];
    if WHAT.iter().any(|what| what.eq_ignore_ascii_case(found)) { Ok((&input[end..], found)) } else { no() }
}

/// Whether a byline may end before `rest`: at its end, at a date or a button, or, after "By" and a full name, at a
/// sentence of its own ("By Ann Lind. Follow her at …").
pub(super) fn ends(rest: &str, led: bool, full: bool) -> bool {
    let sentence = rest.trim_start().starts_with(['.', ';', ',']);
    let rest = rest.trim_start_matches(is_mark);
    let label = alt((keyword("on"), keyword("published"), keyword("posted"), keyword("updated")));
    let (rest, _) = opt((opt((keyword("last"), space1)), label)).parse(rest).unwrap_or((rest, None));
    let rest = rest.trim_start_matches([':', ' ']);
    rest.is_empty()
        || stops(rest)
        || is_button(rest) && rest.split_whitespace().count() <= 5
        || timestamp::is_relative(rest)
        || sign_off::reading_minutes(rest).is_some()
        || is_count_of_days(rest)
        || sign_off::is_phone(rest)
        || rest.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
            && timestamp::times_in(rest, None).is_some()
        || (led && full && sentence)
}

fn is_mark(c: char) -> bool {
    c.is_whitespace() || ",;|-–—•·./:".contains(c)
}

/// Whether something stands in `line` before which a byline may end, as [`ends`] tells it: a mark at its end, a button,
/// a date, a time past, a telephone number. To look for these costs far less than to read the names before them.
pub(super) fn may_end(line: &str) -> bool {
    let bytes = line.as_bytes();
    if line.ends_with(is_mark) {
        return true;
    }
    let (mut digits, mut joints, mut before) = (0, 0, b' ');
    for (at, byte) in bytes.iter().enumerate() {
        if byte.is_ascii_alphabetic() {
            let run_on = before.is_ascii_lowercase() && byte.is_ascii_uppercase();
            if (run_on || !before.is_ascii_alphabetic()) && is_end_word(&line[at..]) {
                return true;
            }
        } else if byte.is_ascii_digit() {
            digits += 1;
        } else if matches!(byte, b'/' | b'.' | b'-') && before.is_ascii_digit() {
            joints += usize::from(bytes.get(at + 1).is_some_and(u8::is_ascii_digit));
        }
        before = *byte;
    }
    digits >= 7 || joints >= 2
}

/// Whether the word that opens `rest` is one of those before which a byline may end.
fn is_end_word(rest: &str) -> bool {
    let end = rest.bytes().position(|byte| !byte.is_ascii_alphabetic());
    let word = &rest[..end.unwrap_or(rest.len())];
    let past = match rest.as_bytes()[0] | 0x20 {
        b'a' => word.eq_ignore_ascii_case("ago"),
        b'm' => word.get(..3).is_some_and(|min| min.eq_ignore_ascii_case("min")),
        b'n' => word.eq_ignore_ascii_case("now"),
        b't' => word.eq_ignore_ascii_case("today"),
        b'y' => word.eq_ignore_ascii_case("yesterday"),
        _ => false,
    };
    past || end.is_none() && (word.eq_ignore_ascii_case("on") || timestamp::unit(word).is_ok())
        || lexicon::class(word).any(Class::MONTH.and(Class::WEEKDAY))
        || is_button(rest)
}

/// "2 days": an age without its "ago", as beside names on pages.
fn is_count_of_days(rest: &str) -> bool {
    let number = take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    (number, space1, timestamp::unit).parse(rest).is_ok_and(|(rest, _)| rest.is_empty())
}
