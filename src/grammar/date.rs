//! Dates as papers print them, and the points in time that they make with a time of day.
//!
//! ```text
//! moment  = date [ sep clock ] | clock [ "(" clock ")" ] sep date
//! date    = [ weekday ] ( month day [ year ] | day [ "of" ] month [ year ] | year "-" month "-" day | numbers )
//! sep     = "," | "at" | "@" | "on" | "-" | "|" | "•" | "·" | "T"
//! ```
//!
//! `numeric_date` has the numbers. A year may run into what follows it, as on copied pages: "Nov 20 20194:29 AM".

use super::clock::{clock, number};
use super::numeric_date::{DateOrder, numeric};
use super::{Parsed, keyword, no, space};
use crate::lexicon::{self, Class};
use crate::scan::blank::is_blank;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime};
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, one_of};
use nom::combinator::opt;
use nom::sequence::{delimited, preceded};

/// A date that may lack its year, as datelines print it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartialDate {
    /// The year, when it is printed.
    pub year: Option<i32>,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

/// A point in time, as exactly as a text gives it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Moment {
    /// A day without a time.
    Date(NaiveDate),
    /// A day and a time in no stated zone.
    Local(NaiveDateTime),
    /// A day and a time with its offset from UTC.
    Zoned(DateTime<FixedOffset>),
}

impl Moment {
    /// The day, in the zone that the text uses.
    pub fn date(self) -> NaiveDate {
        match self {
            Moment::Date(date) => date,
            Moment::Local(time) => time.date(),
            Moment::Zoned(time) => time.date_naive(),
        }
    }
}

impl core::fmt::Display for Moment {
    /// ISO 8601, to the second where there is a time: `2023-01-17`, `2023-01-17T15:45:00-05:00`.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Moment::Date(date) => write!(f, "{}", date.format("%Y-%m-%d")),
            Moment::Local(time) => write!(f, "{}", time.format("%Y-%m-%dT%H:%M:%S")),
            Moment::Zoned(time) => write!(f, "{}", time.format("%Y-%m-%dT%H:%M:%S%:z")),
        }
    }
}

fn named(class: Class) -> impl Fn(&str) -> Parsed<'_, u8> {
    move |input| {
        let end = input.find(|c: char| !c.is_alphabetic()).unwrap_or(input.len());
        let dotted = end + usize::from(input[end..].starts_with('.'));
        let entry = lexicon::look_up(&input[..end]);
        if end == 0 || !entry.class.any(class) { no() } else { Ok((&input[dotted..], entry.value)) }
    }
}

fn month(input: &str) -> Parsed<'_, u8> {
    named(Class::MONTH)(input)
}

/// A weekday and what sets it off: "Monday, ".
fn weekday(input: &str) -> Parsed<'_, u8> {
    let (rest, day) = named(Class::WEEKDAY)(input)?;
    let (rest, _) = (space, opt(char(',')), space).parse(rest)?;
    Ok((rest, day))
}

fn day(input: &str) -> Parsed<'_, u8> {
    let (rest, day) = number(1, 2)(input)?;
    let (rest, _) = opt(alt((tag("st"), tag("nd"), tag("rd"), tag("th")))).parse(rest)?;
    let clock = rest.strip_prefix(':').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if (1..=31).contains(&day) && !rest.starts_with(char::is_alphanumeric) && !clock {
        Ok((rest, day))
    } else {
        no()
    }
}

pub(super) fn year(input: &str) -> Parsed<'_, i32> {
    let (rest, year) = number(4, 4)(input)?;
    if (1600..2200).contains(&year) { Ok((rest, year)) } else { no() }
}

/// A year to which a time or a count is run on: "20194:29 AM", "20250 1747".
fn year_run_on(input: &str) -> Parsed<'_, i32> {
    let (rest, digits) = take_while_m_n(4, 4, |c: char| c.is_ascii_digit())(input)?;
    let (_, year) = year(digits)?;
    if clock(rest).is_ok() || number::<u8>(1, 1)(rest).is_ok() { Ok((rest, year)) } else { no() }
}

/// A year after a date: ", 2024" or " 2024".
fn year_after(input: &str) -> Parsed<'_, i32> {
    preceded((space, opt(alt((char(','), char('-')))), space), alt((year, year_run_on))).parse(input)
}

fn month_first(input: &str) -> Parsed<'_, PartialDate> {
    let (rest, (month, (), day, year)) = (month, gap, day, opt(year_after)).parse(input)?;
    Ok((rest, PartialDate { year, month, day }))
}

fn day_first(input: &str) -> Parsed<'_, PartialDate> {
    let (rest, (day, (), _, month, year)) =
        (day, gap, opt(keyword("of")), preceded(space, month), opt(year_after)).parse(input)?;
    Ok((rest, PartialDate { year, month, day }))
}

/// Between day and month: blanks, or a hyphen ("18-Nov-2019").
fn gap(input: &str) -> Parsed<'_, ()> {
    alt((char('-').map(|_| ()), space.map(|_| ()))).parse(input)
}

fn iso(input: &str) -> Parsed<'_, PartialDate> {
    let (rest, (year, _, month, _, day)) =
        (year, one_of("-/."), number::<u8>(2, 2), one_of("-/."), number::<u8>(2, 2)).parse(input)?;
    if month > 12 || day > 31 { no() } else { Ok((rest, PartialDate { year: Some(year), month, day })) }
}

/// A date, with its weekday or without.
pub(crate) fn date(input: &str) -> Parsed<'_, PartialDate> {
    date_in_order(None)(input)
}

fn date_in_order(order: Option<DateOrder>) -> impl Fn(&str) -> Parsed<'_, PartialDate> {
    move |input| {
        if may_open(input) {
            preceded(opt(weekday), alt((month_first, iso, day_first, numeric(order)))).parse(input)
        } else {
            no()
        }
    }
}

/// Whether `input` opens as a date does: with a month or a weekday, or a figure and what goes on with a date.
fn may_open(input: &str) -> bool {
    let (named, bytes) = (Class::MONTH.and(Class::WEEKDAY), input.as_bytes());
    match bytes.iter().position(|byte| !byte.is_ascii_digit()) {
        Some(0) => lexicon::class(first_letters(input)).any(named),
        Some(end) if matches!(bytes[end], b'-' | b'/' | b'.') => true,
        // "5 May", "5th of May".
        Some(end @ 1..=2) => {
            let after = &input[end..];
            let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|ending| after.strip_prefix(ending));
            let next =
                first_letters(ordinal.unwrap_or(after).trim_start_matches(|c| c == '-' || is_blank(c)));
            next.eq_ignore_ascii_case("of") || lexicon::class(next).any(named)
        }
        _ => false,
    }
}

fn first_letters(input: &str) -> &str {
    let end = input.bytes().position(|byte| !byte.is_ascii_alphabetic());
    &input[..end.unwrap_or(input.len())]
}

fn separator(input: &str) -> Parsed<'_, ()> {
    let (rest, _) = space(input)?;
    let (rest, _) = opt(alt((
        tag(","),
        tag("|"),
        tag("•"),
        tag("·"),
        tag("–"),
        tag("—"),
        tag("-"),
        tag("/"),
        tag("@"),
        keyword("at"),
        keyword("on"),
        tag("T"),
    )))
    .parse(rest)?;
    let (rest, _) = space(rest)?;
    Ok((rest, ()))
}

/// What is known of a text's dates from elsewhere.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known {
    /// The day by which a date that lacks its year is read.
    pub(crate) reference: Option<NaiveDate>,
    /// How a date in numbers is read that proves no order itself.
    pub(crate) order: Option<DateOrder>,
}

/// A date with its time, if it has one. A date that lacks its year takes it from the reference; without one it is no
/// moment.
pub(crate) fn moment(input: &str, known: Known) -> Parsed<'_, Moment> {
    let date = date_in_order(known.order);
    let time_first = |input| {
        let (rest, time) = clock(input)?;
        // "0339 GMT (1139 HKT)": the same time in another zone.
        let (rest, _) = opt(delimited((space, char('(')), clock, char(')'))).parse(rest)?;
        let (rest, ()) = separator(rest)?;
        let (rest, date) = date(rest)?;
        Ok((rest, (date, Some(time))))
    };
    let date_first = |input| {
        let (rest, date) = date(input)?;
        match preceded(separator, clock).parse(rest) {
            Ok((rest, time)) => Ok((rest, (date, Some(time)))),
            Err(_) => Ok((rest, (date, None))),
        }
    };
    let (rest, (date, time)) = alt((date_first, time_first)).parse(input)?;
    let whole = |date: PartialDate| {
        let (month, day) = (date.month.into(), date.day.into());
        match (date.year, known.reference) {
            (Some(year), _) => NaiveDate::from_ymd_opt(year, month, day),
            // The latest such day that is not after the reference: papers print what was.
            (None, Some(reference)) => NaiveDate::from_ymd_opt(reference.year(), month, day)
                .filter(|date| *date <= reference)
                .or_else(|| NaiveDate::from_ymd_opt(reference.year() - 1, month, day)),
            (None, None) => None,
        }
    };
    let Some(day) = whole(date) else { return no() };
    let moment = match time {
        None => Moment::Date(day),
        Some((time, None)) => Moment::Local(day.and_time(time)),
        Some((time, Some(zone))) => {
            let zoned = FixedOffset::east_opt(zone.offset(day) * 60)
                .and_then(|east| day.and_time(time).and_local_timezone(east).single());
            match zoned {
                Some(zoned) => Moment::Zoned(zoned),
                None => return no(),
            }
        }
    };
    Ok((rest, moment))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments() {
        for (text, want) in [
            ("January 7, 2024", "2024-01-07"),
            ("Jan. 7, 2024 at 3:45 p.m. EST", "2024-01-07T15:45:00-05:00"),
            ("July 9, 2024 at 5:05 PM ET", "2024-07-09T17:05:00-04:00"),
            ("14 May 2024, 06:00 BST", "2024-05-14T06:00:00+01:00"),
            ("Tue, 26 November 2024 9:27PM", "2024-11-26T21:27:00"),
            ("12:20pm Jan 7, 2024", "2024-01-07T12:20:00"),
            ("2025-06-04 02:37:08", "2025-06-04T02:37:00"),
            ("30/04/2024 - 16:38", "2024-04-30T16:38:00"),
            ("Monday, March 4", "2024-03-04"),
            ("12 December", "2023-12-12"),
            ("4 July", "2023-07-04"),
            // Times before their dates.
            ("11:26 pm EST, Tuesday, November 19, 2019", "2019-11-19T23:26:00-05:00"),
            ("21:17 18.11.2019", "2019-11-18T21:17:00"),
            ("0339 GMT (1139 HKT) November 19, 2019", "2019-11-19T03:39:00+00:00"),
            ("5:36 PM CST on Nov 18, 2019", "2019-11-18T17:36:00-06:00"),
            ("00:01, Tue, Nov 19, 2019", "2019-11-19T00:01:00"),
            // Orders and marks.
            ("11.14.2019 09:00 AM", "2019-11-14T09:00:00"),
            ("11/19/19 06:56 AM EST", "2019-11-19T06:56:00-05:00"),
            ("18-Nov-2019", "2019-11-18"),
            ("5th of May 2024", "2024-05-05"),
            ("Mon 18 Nov 2019 18.54 GMT", "2019-11-18T18:54:00+00:00"),
            ("Nov. 18th 2019 8:54 am PT", "2019-11-18T08:54:00-08:00"),
            ("Nov 18, 2019 @17:19 PM", "2019-11-18T17:19:00"),
            ("2019-11-19T12:48:14Z", "2019-11-19T12:48:00+00:00"),
            ("2025-06-04T02:37:08.250+09:00", "2025-06-04T02:37:00+09:00"),
            ("05/05/2024", "2024-05-05"),
            // A time run on to the year.
            ("Fri, Apr 28 20232:23 PM EDT", "2023-04-28T14:23:00-04:00"),
        ] {
            let known = Known { reference: NaiveDate::from_ymd_opt(2024, 6, 1), ..Known::default() };
            let got = moment(text, known).map(|(rest, moment)| (rest, moment.to_string()));
            assert_eq!(got, Ok(("", want.to_string())), "{text}");
        }
    }

    #[test]
    fn no_moments() {
        // Two readings, no year to go by, no such day, no date at all.
        for text in ["04/05/2024", "March 4", "31 February 2024", "May said so", "Sunday", "5 people"] {
            assert!(moment(text, Known::default()).is_err(), "{text}");
        }
    }
}
