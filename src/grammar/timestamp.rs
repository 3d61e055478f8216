//! Lines that say when a story was published and changed.
//!
//! ```text
//! timestamps = [ label ] moment { [ sep ] [ label ] moment }
//! label      = "Published" | "Posted" | "First published" | "Updated" | "Last updated" | "Last modified" | …
//! ```

use super::date::{Moment, clock, date, moment};
use super::{Parsed, space};
use chrono::NaiveDate;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case};
use nom::combinator::opt;
use nom::sequence::terminated;

/// The times of one line. Both are `None` where the line gives a date that lacks its year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Times {
    pub(crate) published: Option<Moment>,
    pub(crate) updated: Option<Moment>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Published,
    Updated,
}

/// The times of a line that holds little else.
pub(crate) fn timestamps(line: &str, reference: Option<NaiveDate>) -> Option<Times> {
    if line.len() > 160 || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut rest = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    if is_relative(rest) {
        return Some(Times::default());
    }
    let (mut times, mut found) = (Times::default(), false);
    for _ in 0..4 {
        let (after, label) = opt(label).parse(rest).ok()?;
        let after = match moment(after, reference) {
            Ok((after, moment)) => {
                match label {
                    Some(Label::Updated) => times.updated = times.updated.or(Some(moment)),
                    _ if found && times.published.is_some() && label.is_none() => {}
                    _ => times.published = times.published.or(Some(moment)),
                }
                after
            }
            Err(_) => match (date(after), clock(after)) {
                (Ok((after, _)), _) => after,
                // "Last updated: 4:12 p.m. ET": a live page says no day.
                (_, Ok((after, _))) if label.is_some() => after,
                _ => break,
            },
        };
        found = true;
        rest = after.trim_start_matches(|c: char| {
            c.is_whitespace()
                || matches!(c, '|' | '•' | '·' | '-' | '–' | '—' | ',' | '/' | '(' | ')' | ';' | '.')
        });
    }
    let left = rest.split_whitespace().count();
    let dated = times != Times::default();
    (found && left <= if dated { 4 } else { 0 } && !rest.ends_with('.')).then_some(times)
}

/// The times that stand anywhere in a line which is known to print some.
pub(crate) fn times_in(line: &str, reference: Option<NaiveDate>) -> Option<Times> {
    let (mut times, mut from) = (Times::default(), 0);
    while let Some(at) = next_word(line, from) {
        let rest = &line[at..];
        let (after, label) = opt(label).parse(rest).unwrap_or((rest, None));
        let Ok((after, moment)) = moment(after, reference) else {
            from = at + rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let slot = if label == Some(Label::Updated) { &mut times.updated } else { &mut times.published };
        *slot = slot.or(Some(moment));
        from = line.len() - after.len();
    }
    (times != Times::default()).then_some(times)
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

/// "3 hours ago", "Updated 5 minutes ago": kept as text, since it says no day.
pub(crate) fn is_relative(line: &str) -> bool {
    let rest = opt(label).parse(line).map_or(line, |(rest, _)| rest);
    let mut words = rest.split_whitespace();
    let number = words.next().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let unit = words.next().map(|word| word.trim_end_matches('s'));
    let unit = unit.is_some_and(|unit| {
        ["second", "sec", "minute", "min", "hour", "hr", "day", "week", "month", "year"].contains(&unit)
    });
    number && unit && words.next() == Some("ago") && words.next().is_none()
}

fn label(input: &str) -> Parsed<'_, Label> {
    let updated = alt((
        tag_no_case("last updated"),
        tag_no_case("last modified"),
        tag_no_case("last update"),
        tag_no_case("updated"),
        tag_no_case("update"),
        tag_no_case("modified"),
    ))
    .map(|_| Label::Updated);
    let published = alt((
        tag_no_case("first published"),
        tag_no_case("originally published"),
        tag_no_case("published"),
        tag_no_case("posted"),
        tag_no_case("created"),
        tag_no_case("issued"),
        tag_no_case("date"),
    ))
    .map(|_| Label::Published);
    terminated(
        alt((updated, published)),
        (space, opt(alt((tag(":"), tag("on "), tag("at "), tag("– "), tag("- ")))), space),
    )
    .parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        for (text, published, updated) in [
            ("January 7, 2024", Some("2024-01-07"), None),
            ("Published 14 May 2024, 06:00 BST", Some("2024-05-14T06:00:00+01:00"), None),
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
            ("* 06 February 2026", Some("2026-02-06"), None),
            ("Last updated: March 4", None, None),
            ("Published 4 months ago", None, None),
        ] {
            let times = timestamps(text, None).unwrap_or_else(|| panic!("{text}"));
            let show = |moment: Option<Moment>| moment.map(|moment| moment.to_string());
            assert_eq!(
                (show(times.published).as_deref(), show(times.updated).as_deref()),
                (published, updated),
                "{text}"
            );
        }
        for (text, want) in [
            ("Jo ParkPublished Jul 17, 2024, 11:21am", "2024-07-17T11:21:00"),
            ("Politics / January 11, 2024", "2024-01-11"),
            ("Jo Park · Harlow News · Posted: Aug 08, 2024 4:00 AM EDT", "2024-08-08T04:00:00-04:00"),
        ] {
            let published =
                times_in(text, None).and_then(|times| times.published).map(|moment| moment.to_string());
            assert_eq!(published.as_deref(), Some(want), "{text}");
        }
        for text in ["March 4, 2024 was the day on which the bridge fell.", "7 min", "May 5 people"] {
            assert_eq!(timestamps(text, None), None, "{text}");
        }
    }
}
