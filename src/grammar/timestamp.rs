//! Lines that say when a story was published and changed.
//!
//! ```text
//! times    = [ section mark ] entry { [ mark ] entry } [ tail ]
//!          | source date clock
//! entry    = [ label ] ( moment | date | clock | relative ) | reading_time
//! label    = [ "this" ] [ "story" | "article" [ "was" ] ] [ "first" | "last" | … ] ( "published" | "updated" | … ) [ ":" | "on" | "at" ]
//! relative = ( number | "a" | "an" ) unit "ago" | "just now" | ( weekday | "today" | "yesterday" ) [ "at" ] clock
//! section  = one capitalised word
//! source   = one capitalised word, of no agency
//! mark     = "|" | "•" | "·" | "-" | "/" | "," | ";" | …
//! tail     = up to four words, no verb among them: a place, a count, a button
//! ```
//!
//! Relative times, dates without a year that nothing supplies, and dates of two readings are text: the line is a
//! time line, and gives no moment.

use super::clock::clock;
use super::date::{Known, Moment, date, moment};
use super::numeric_date::{DateOrder, ambiguous, date_order};
use super::{Parsed, folded, keyword, no, sign_off, space, space1};
use crate::lexicon::{self, Class};
use chrono::NaiveDate;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::combinator::{consumed, opt, value};
use nom::sequence::{preceded, terminated};

/// The times of one line. Both are `None` where the line gives no day that can be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Times {
    pub(crate) published: Option<Moment>,
    pub(crate) updated: Option<Moment>,
}

impl Times {
    fn enter(&mut self, label: Option<Label>, moment: Moment) {
        let slot = if label == Some(Label::Updated) { &mut self.updated } else { &mut self.published };
        *slot = slot.or(Some(moment));
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Published,
    Updated,
}

/// One time of a line.
enum Entry {
    Moment(Moment),
    /// A day that no moment can be made of.
    Day,
    /// A time of no day; whether half of the day or zone are printed.
    Clock(bool),
    Relative,
    /// "4 minute read" stands among the times of many pages.
    Reading,
}

/// The longest line that is looked at: two full times with labels and a reading time take less.
const LONGEST: usize = 160;

/// Times that a line may print.
const ENTRIES: usize = 6;

/// The times of a line that holds little else; a date without its year is read by `reference`.
pub(crate) fn timestamps(line: &str, reference: Option<NaiveDate>) -> Option<Times> {
    timestamps_in_order(line, reference, None)
}

/// As [`timestamps`], with dates in numbers read in `order` where the line itself proves none.
pub(crate) fn timestamps_in_order(
    line: &str,
    reference: Option<NaiveDate>,
    order: Option<DateOrder>,
) -> Option<Times> {
    // Most lines are no times: what names no figure, "an hour ago" or "just now" is done here.
    let told = |line: &str| line.bytes().any(|byte| byte.is_ascii_digit()) || ends_relative(line);
    if line.len() > LONGEST || !told(line) {
        return None;
    }
    let known = Known { reference, order: date_order(line).or(order) };
    let mut rest = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    rest = alt((section, source)).parse(rest).map_or(rest, |(rest, _)| rest);
    let (mut times, mut found, mut dated, mut marked) = (Times::default(), false, false, false);
    for at in 0..ENTRIES {
        let (after, label) = opt(label).parse(rest).ok()?;
        let Ok((after, entry)) = entry(known)(after) else { break };
        match entry {
            Entry::Moment(moment) if label.is_some() || !found => times.enter(label, moment),
            Entry::Moment(_) | Entry::Day | Entry::Relative | Entry::Reading => {}
            // "03:26 pm" alone is a time; "4:11" is the length of a film.
            Entry::Clock(told) if at == 0 && label.is_none() => {
                if !told || !after.trim().is_empty() {
                    return None;
                }
            }
            Entry::Clock(_) => {}
        }
        found |= !matches!(entry, Entry::Reading);
        dated |= matches!(entry, Entry::Moment(_));
        let next = after.trim_start_matches(is_mark);
        marked = after[..after.len() - next.len()].contains(['|', '•', '·', '-', '–', '—', '/']);
        rest = next;
        if rest.starts_with(':') {
            return None;
        }
    }
    (found && tail(rest, dated, marked)).then_some(times)
}

/// The times that stand anywhere in a line which is known to print some.
pub(crate) fn times_in(line: &str, reference: Option<NaiveDate>) -> Option<Times> {
    let known = Known { reference, order: date_order(line) };
    let (mut times, mut from) = (Times::default(), 0);
    while let Some(at) = next_word(line, from) {
        let rest = &line[at..];
        let (after, label) = opt(label).parse(rest).unwrap_or((rest, None));
        let Ok((after, moment)) = moment(after, known) else {
            from = at + rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        times.enter(label, moment);
        from = line.len() - after.len();
    }
    (times != Times::default()).then_some(times)
}

/// Whether `line` prints a full date with its clock, whatever else stands on it.
pub(crate) fn tells_time(line: &str) -> bool {
    let published = times_in(line, None).and_then(|times| times.published);
    published.is_some_and(|moment| !matches!(moment, Moment::Date(_)))
}

/// Where the next word of a line starts, also one that is run on to the name before it.
fn next_word(line: &str, from: usize) -> Option<usize> {
    let mut before = line[..from].chars().next_back();
    for (at, c) in line[from..].char_indices() {
        let run_on = c.is_uppercase() && before.is_some_and(char::is_lowercase);
        if c.is_alphanumeric() && (run_on || !before.is_some_and(char::is_alphanumeric)) {
            return Some(from + at);
        }
        before = Some(c);
    }
    None
}

fn is_mark(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '|' | '•' | '·' | '-' | '–' | '—' | ',' | '/' | '(' | ')' | '[' | ']' | ';' | '.')
}

/// "Politics / ": one word, so that it cannot be a name.
fn section(input: &str) -> Parsed<'_, &str> {
    let end = input.find(|c: char| !c.is_alphabetic()).unwrap_or(input.len());
    let (rest, _) = (space, alt((tag("/"), tag("|"), tag("•"), tag("·"))), space).parse(&input[end..])?;
    if input.starts_with(char::is_uppercase) { Ok((rest, &input[..end])) } else { no() }
}

/// "Harlowcars November 20, 2019 13:42": one word, of no agency, before a full date with its clock.
fn source(input: &str) -> Parsed<'_, &str> {
    let end = input.find(|c: char| !c.is_alphabetic()).unwrap_or(input.len());
    let (rest, _) = space1(&input[end..])?;
    let named = input.starts_with(char::is_uppercase)
        && !lexicon::class(&input[..end]).any(Class::AGENCY.and(Class::FIRST_NAME))
        && label(input).is_err()
        && moment(input, Known::default()).is_err();
    let whole = |rest| {
        let found = moment(rest, Known::default());
        found.is_ok_and(|(rest, moment)| rest.is_empty() && !matches!(moment, Moment::Date(_)))
    };
    if named && whole(rest) { Ok((rest, &input[..end])) } else { no() }
}

fn entry<'a>(known: Known) -> impl Fn(&'a str) -> Parsed<'a, Entry> {
    move |input| {
        alt((
            (|input| moment(input, known)).map(Entry::Moment),
            date.map(|_| Entry::Day),
            terminated(ambiguous, opt(preceded((opt(tag(",")), space), clock))).map(|()| Entry::Day),
            time_of_day,
            relative.map(|()| Entry::Relative),
            reading.map(|()| Entry::Reading),
        ))
        .parse(input)
    }
}

/// A clock time, of a day that no moment can be made of or of none.
fn time_of_day(input: &str) -> Parsed<'_, Entry> {
    let (rest, (text, _)) = consumed(clock).parse(input)?;
    let day: Parsed<'_, _> = preceded((opt(tag(",")), space), ambiguous).parse(rest);
    match day {
        Ok((rest, ())) => Ok((rest, Entry::Day)),
        Err(_) => Ok((rest, Entry::Clock(text.ends_with(|c: char| !c.is_ascii_digit())))),
    }
}

/// "4 minute read", wherever it ends.
fn reading(input: &str) -> Parsed<'_, ()> {
    if !input.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'r' | 'R' | 'e' | 'E')) {
        return no();
    }
    let end = input.find(['|', '•', '·', ',']).unwrap_or(input.len());
    if sign_off::reading_minutes(input[..end].trim_end()).is_some() { Ok((&input[end..], ())) } else { no() }
}

/// Whether what is left of a line lets it be a time line: a place, a count, a button, but no sentence.
fn tail(rest: &str, dated: bool, marked: bool) -> bool {
    let verbs = Class::REPORTING.and(Class::COMMON_VERB).and(Class::FUNCTION);
    let short = rest.split_whitespace().count() <= if dated { 4 } else { 0 };
    let told = |word: &str| lexicon::class(word).any(verbs);
    short && !rest.ends_with(['.', ':', '?', '!']) && (marked || !rest.split_whitespace().any(told))
        // "| by Dana Whitlock": a byline.
        && keyword("by")(rest).is_err()
}

/// Whether `text` says no more than how long ago something was.
pub(crate) fn is_relative(text: &str) -> bool {
    let text = text.trim();
    relative(text).is_ok_and(|(rest, ())| rest.is_empty())
}

/// Whether a line without figures ends as a relative time does.
fn ends_relative(line: &str) -> bool {
    let end = line.trim_end();
    end.ends_with("ago") || end.ends_with("now")
}

pub(super) fn relative(input: &str) -> Parsed<'_, ()> {
    let day = alt((keyword("today").map(|_| ()), keyword("yesterday").map(|_| ()), weekday));
    let mut on_day =
        (day, opt((opt(tag(",")), space1, keyword("at"))), opt(tag(",")), space, clock).map(|_| ());
    let count = alt((
        take_while_m_n(1, 3, |c: char| c.is_ascii_digit()),
        keyword("an"),
        keyword("a"),
        keyword("one"),
    ));
    let mut ago = (count, space, unit, space1, keyword("ago")).map(|_| ());
    match input.as_bytes().first().map_or(0, u8::to_ascii_lowercase) {
        b'0'..=b'9' | b'a' | b'o' => ago.parse(input),
        b'j' => keyword("just now").map(|_| ()).parse(input),
        b'f' | b'm' | b's' | b't' | b'w' | b'y' => on_day.parse(input),
        _ => no(),
    }
}

fn weekday(input: &str) -> Parsed<'_, ()> {
    let end = input.find(|c: char| !c.is_alphabetic()).unwrap_or(input.len());
    if lexicon::class(&input[..end]).any(Class::WEEKDAY) { Ok((&input[end..], ())) } else { no() }
}

/// "minutes", "hr", "d": a measure of time.
pub(super) fn unit(input: &str) -> Parsed<'_, &str> {
    const UNITS: &[&str] = &[
        "second", "sec", "s", "minute", "min", "m", "hour", "hr", "h", "day", "d", "week", "w", "month",
        "mo", "year", "yr", "y",
    ];
    let end = input.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(input.len());
    let word = &input[..end];
    // Hardly a word that is asked is short enough and has the first letter of one.
    if !matches!(word.as_bytes(), [b'd' | b'h' | b'm' | b's' | b'w' | b'y' | b'D' | b'H' | b'M' | b'S' | b'W' | b'Y', rest @ ..] if rest.len() < 7)
    {
        return no();
    }
    let one = word.strip_suffix('s').filter(|one| !one.is_empty()).unwrap_or(word);
    let listed = UNITS.iter().any(|unit| unit.eq_ignore_ascii_case(word) || unit.eq_ignore_ascii_case(one));
    if listed { Ok((&input[end..], word)) } else { no() }
}

/// First letters of the words that labels are built of.
const LABEL_LETTERS: &[u8] = b"acdefilmoprstu";

fn label(input: &str) -> Parsed<'_, Label> {
    let first = input.as_bytes().first().map_or(0, u8::to_ascii_lowercase);
    if !LABEL_LETTERS.contains(&first) {
        return no();
    }
    let story = (
        opt((keyword("this"), space1)),
        alt((keyword("story"), keyword("article"), keyword("post"))),
        space1,
        opt((keyword("was"), space1)),
    );
    let when = alt((keyword("first"), keyword("originally"), keyword("last"), keyword("date")));
    let end = (space, opt(alt((tag(":"), tag("–"), tag("-"), keyword("on"), keyword("at")))), space);
    preceded((opt(story), opt((when, space1))), terminated(alt((updated, published)), end)).parse(input)
}

fn updated(input: &str) -> Parsed<'_, Label> {
    let verb = alt((
        folded("updated"),
        folded("update"),
        folded("modified"),
        folded("edited"),
        folded("revised"),
        folded("reviewed"),
        folded("changed"),
    ));
    value(Label::Updated, verb).parse(input)
}

fn published(input: &str) -> Parsed<'_, Label> {
    let verb = alt((
        folded("published"),
        folded("publish"),
        folded("publication"),
        folded("posted"),
        folded("created"),
        folded("issued"),
        folded("added"),
        folded("released"),
    ));
    let dated = (verb, opt((space, keyword("date")))).map(|_| ());
    value(Label::Published, alt((dated, keyword("date").map(|_| ())))).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(moment: Option<Moment>) -> Option<String> {
        moment.map(|moment| moment.to_string())
    }

    #[test]
    fn lines() {
        for (text, published, updated) in [
            ("January 7, 2024", Some("2024-01-07"), None),
            ("Published 14 May 2024, 06:00 BST", Some("2024-05-14T06:00:00+01:00"), None),
            ("First published on 14 May 2024", Some("2024-05-14"), None),
            ("This article was last updated on March 4, 2024", None, Some("2024-03-04")),
            ("Publish date:Nov 18, 2019", Some("2019-11-18"), None),
            (
                "Published November 18, 2024 9:26pm Updated November 19, 2024 4:23pm",
                Some("2024-11-18T21:26:00"),
                Some("2024-11-19T16:23:00"),
            ),
            (
                "Posted: Aug 08, 2024 4:00 AM EDT | Last Updated: August 8, 2024",
                Some("2024-08-08T04:00:00-04:00"),
                Some("2024-08-08"),
            ),
            (
                "Mon 18 Nov 2019 18.54 GMT Last modified on Mon 18 Nov 2019 18.56 GMT",
                Some("2019-11-18T18:54:00+00:00"),
                Some("2019-11-18T18:56:00+00:00"),
            ),
            (
                "PUBLISHED: 00:01, Tue, Nov 19, 2019 | UPDATED: 10:43, Tue, Nov 19, 2019",
                Some("2019-11-19T00:01:00"),
                Some("2019-11-19T10:43:00"),
            ),
            (
                "Published Nov 18, 2019 at 4:07 PM | Updated at 5:36 PM CST on Nov 18, 2019",
                Some("2019-11-18T16:07:00"),
                Some("2019-11-18T17:36:00-06:00"),
            ),
            ("Updated 0339 GMT (1139 HKT) November 19, 2019", None, Some("2019-11-19T03:39:00+00:00")),
            // Bullets, sections, and what pages set after the time.
            ("Harlowcars November 20, 2019 13:42", Some("2019-11-20T13:42:00"), None),
            ("* 06 February 2026", Some("2026-02-06"), None),
            ("* Updated: 18 Nov 2019, 19:11", None, Some("2019-11-18T19:11:00")),
            ("Politics / January 11, 2024", Some("2024-01-11"), None),
            ("21 October 2025 • Harlow, oman", Some("2025-10-21"), None),
            ("03 May 2025 4", Some("2025-05-03"), None),
            ("21:17 18.11.2019 Get short URL", Some("2019-11-18T21:17:00"), None),
            ("Wednesday 20 November 2019 11:42, UK", Some("2019-11-20T11:42:00"), None),
            ("Monday, November 18, 2019, 04:05 pm PT (07:05 pm ET)", Some("2019-11-18T16:05:00-08:00"), None),
            ("August 30, 2023 1:55 am (Updated 4:30 am)", Some("2023-08-30T01:55:00"), None),
            ("Published Aug 28, 2024 • Last updated 1 hour ago • 4 minute read", Some("2024-08-28"), None),
            // Run together.
            (
                "Published Wed, Nov 20 20194:29 AM ESTUpdated an hour ago",
                Some("2019-11-20T04:29:00-05:00"),
                None,
            ),
            // No day that can be told: text.
            ("Last updated: March 4", None, None),
            ("Updated Nov 19, 9:41 AM;Posted Nov 18, 8:19 PM", None, None),
            ("Last updated: 4:12 p.m. ET", None, None),
            ("Published on 06/01/2026 - 13:55 GMT+1 • Updated 14:20", None, None),
            ("Published 4 months ago", None, None),
            ("Updated an hour ago", None, None),
            ("3h ago", None, None),
            ("Monday 6:30PM", None, None),
            ("Today 5:00 am", None, None),
            ("Yesterday at 17.05", None, None),
            ("03:26 pm", None, None),
        ] {
            let times = timestamps(text, None).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(
                (show(times.published).as_deref(), show(times.updated).as_deref()),
                (published, updated),
                "{text}"
            );
        }
    }

    #[test]
    fn no_time_lines() {
        for text in [
            "March 4, 2024 was the day on which the bridge fell.",
            "March 4, 2024, vote is still on",
            "May 5, 2024: The bridge from the east bank",
            "The bridge on May 5, 2024",
            "Harlow May 5, 2024",
            "Ida Voss November 20, 2019 13:42",
            "Ida Voss at the bridge in Harlow on March 4, 2024.",
            "Bridge of 1924 to close in 2025",
            "7 min",
            "4 minute read",
            "4:11",
            "May 5 people",
            "Monday",
            "Dana Whitlock - Nov 19, 2019, 8:15 pm CST",
            "October 9, 2018 | by Dana Whitlock",
            "Long ago",
            "10 days that shook Harlow",
            "Week 11",
        ] {
            assert_eq!(timestamps(text, None), None, "{text}");
        }
    }

    #[test]
    fn what_a_reference_and_an_order_tell() {
        let reference = NaiveDate::from_ymd_opt(2019, 12, 1);
        let line = "Updated Nov 19, 9:41 AM;Posted Nov 18, 8:19 PM";
        let times = timestamps(line, reference).unwrap();
        assert_eq!(show(times.published).as_deref(), Some("2019-11-18T20:19:00"));
        assert_eq!(show(times.updated).as_deref(), Some("2019-11-19T09:41:00"));

        let read = |line, order| timestamps_in_order(line, None, order).unwrap();
        let line = "Published 04/05/2024 | Updated 13/05/2024";
        assert_eq!(show(read(line, None).published).as_deref(), Some("2024-05-04"));
        let line = "04/05/2024 10:30";
        assert_eq!(read(line, None), Times::default());
        assert_eq!(
            show(read(line, Some(DateOrder::MonthFirst)).published).as_deref(),
            Some("2024-04-05T10:30:00")
        );
    }

    #[test]
    fn among_other_things() {
        for (text, want) in [
            ("Jo ParkPublished Jul 17, 2024, 11:21am", "2024-07-17T11:21:00"),
            ("Politics / January 11, 2024", "2024-01-11"),
            ("Jo Park · Harlow News · Posted: Aug 08, 2024 4:00 AM EDT", "2024-08-08T04:00:00-04:00"),
            ("by Harlow TimesNovember 21, 20250 1747", "2025-11-21"),
        ] {
            let times = times_in(text, None).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(show(times.published).as_deref(), Some(want), "{text}");
        }
    }
}
