//! Dates and times as papers print them.
//!
//! ```text
//! timestamp = [ weekday ] date [ sep time ] | time sep date
//! date      = month day [ year ] | day month [ year ] | year "-" month "-" day | number "/" number "/" year
//! time      = hour [ ":" minute ] ( "a.m." | "p.m." ) [ zone ] | hour ":" minute [ zone ]
//! sep       = "," | "at" | "-" | "|" | "•" | "·"
//! ```
//!
//! Zones are read where their abbreviation means one offset in the press that uses it; "ET" and its like follow
//! the daylight saving rules of the United States.

use super::{Parsed, keyword, no, space};
use crate::lexicon::{self, Class};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use core::str::FromStr;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, one_of};
use nom::combinator::opt;
use nom::sequence::preceded;

/// A date that may lack its year, as datelines print it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
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

fn number<N: FromStr>(least: usize, most: usize) -> impl Fn(&str) -> Parsed<'_, N> {
    move |input| {
        let (rest, digits) = take_while_m_n(least, most, |c: char| c.is_ascii_digit())(input)?;
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            no()
        } else {
            Ok((rest, digits.parse().map_err(|_| nom::Err::Error(()))?))
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
    if (1..=31).contains(&day) && !rest.starts_with(char::is_alphanumeric) && !rest.starts_with(':') {
        Ok((rest, day))
    } else {
        no()
    }
}

fn year(input: &str) -> Parsed<'_, i32> {
    let (rest, year) = number(4, 4)(input)?;
    if (1600..2200).contains(&year) { Ok((rest, year)) } else { no() }
}

/// A year after a date: ", 2024" or " 2024".
fn year_after(input: &str) -> Parsed<'_, i32> {
    preceded((space, opt(char(',')), space), year).parse(input)
}

fn month_first(input: &str) -> Parsed<'_, PartialDate> {
    let (rest, (month, _, day, year)) = (month, space, day, opt(year_after)).parse(input)?;
    Ok((rest, PartialDate { year, month, day }))
}

fn day_first(input: &str) -> Parsed<'_, PartialDate> {
    let (rest, (day, _, _, month, year)) =
        (day, space, opt(keyword("of")), preceded(space, month), opt(year_after)).parse(input)?;
    Ok((rest, PartialDate { year, month, day }))
}

fn iso(input: &str) -> Parsed<'_, PartialDate> {
    let (rest, (year, _, month, _, day)) =
        (year, one_of("-/."), number::<u8>(2, 2), one_of("-/."), number::<u8>(2, 2)).parse(input)?;
    if month > 12 || day > 31 { no() } else { Ok((rest, PartialDate { year: Some(year), month, day })) }
}

/// "30/04/2024" and "04/30/2024": only where one number is no month, so that the order is plain.
fn slashed(input: &str) -> Parsed<'_, PartialDate> {
    let short_year = |input| number::<i32>(2, 2)(input).map(|(rest, year)| (rest, 2000 + year));
    let (rest, (a, _, b, _, year)) =
        (number(1, 2), one_of("/."), number(1, 2), one_of("/."), alt((year, short_year))).parse(input)?;
    let (month, day) = match (a, b) {
        (13..=31, 1..=12) => (b, a),
        (1..=12, 13..=31) => (a, b),
        (1..=12, 1..=12) if a == b => (a, b),
        _ => return no(),
    };
    Ok((rest, PartialDate { year: Some(year), month, day }))
}

/// A date, with its weekday or without.
pub(crate) fn date(input: &str) -> Parsed<'_, PartialDate> {
    preceded(opt(weekday), alt((month_first, iso, day_first, slashed))).parse(input)
}

/// A time of day and its offset from UTC in minutes, if it has a zone.
pub(crate) fn clock(input: &str) -> Parsed<'_, (NaiveTime, Option<Zone>)> {
    let (rest, hour) = number(1, 2)(input)?;
    let (rest, minute) = opt(preceded(one_of(":."), number(2, 2))).parse(rest)?;
    let (rest, _) = opt(preceded(char(':'), number::<u8>(2, 2))).parse(rest)?;
    let (rest, half) = opt(preceded(space, half_of_day)).parse(rest)?;
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return no(),
        Some(true) => hour % 12 + 12,
        Some(false) => hour % 12,
        None if minute.is_none() => return no(),
        None => hour,
    };
    let Some(time) = NaiveTime::from_hms_opt(hour, minute.unwrap_or(0), 0) else {
        return no();
    };
    let (rest, zone) = opt(preceded(space, zone)).parse(rest)?;
    Ok((rest, (time, zone)))
}

/// "p.m." is true, "a.m." false.
fn half_of_day(input: &str) -> Parsed<'_, bool> {
    let (rest, letter) = one_of("aApP")(input)?;
    let (rest, _) = (opt(char('.')), one_of("mM"), opt(char('.'))).parse(rest)?;
    if rest.starts_with(char::is_alphabetic) { no() } else { Ok((rest, letter.eq_ignore_ascii_case(&'p'))) }
}

#[derive(Clone, Copy)]
pub(crate) enum Zone {
    /// Minutes east of UTC.
    Fixed(i32),
    /// "ET": standard time, an hour more in summer.
    UnitedStates(i32),
}

fn zone(input: &str) -> Parsed<'_, Zone> {
    let (rest, _) = opt(char('(')).parse(input)?;
    if let Ok((rest, (sign, hours, _, minutes))) =
        (one_of::<_, _, ()>("+-"), number::<i32>(2, 2), opt(char(':')), number::<i32>(2, 2)).parse(rest)
    {
        let east = hours * 60 + minutes;
        return Ok((rest, Zone::Fixed(if sign == '-' { -east } else { east })));
    }
    let end = rest.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(rest.len());
    let zone = match &rest[..end] {
        "ET" => Zone::UnitedStates(-300),
        "CT" => Zone::UnitedStates(-360),
        "MT" => Zone::UnitedStates(-420),
        "PT" => Zone::UnitedStates(-480),
        "EST" => Zone::Fixed(-300),
        "EDT" => Zone::Fixed(-240),
        "CST" => Zone::Fixed(-360),
        "CDT" => Zone::Fixed(-300),
        "MST" => Zone::Fixed(-420),
        "MDT" => Zone::Fixed(-360),
        "PST" => Zone::Fixed(-480),
        "PDT" => Zone::Fixed(-420),
        "GMT" | "UTC" | "Z" => Zone::Fixed(0),
        "BST" => Zone::Fixed(60),
        "CET" => Zone::Fixed(60),
        "CEST" => Zone::Fixed(120),
        "IST" => Zone::Fixed(330),
        "AEST" => Zone::Fixed(600),
        "AEDT" => Zone::Fixed(660),
        _ => return no(),
    };
    let rest = &rest[end..];
    Ok((rest.strip_prefix(')').unwrap_or(rest), zone))
}

/// Minutes east of UTC on `day`.
fn offset(zone: Zone, day: NaiveDate) -> i32 {
    match zone {
        Zone::Fixed(minutes) => minutes,
        Zone::UnitedStates(standard) => {
            let sunday =
                |month, nth| NaiveDate::from_weekday_of_month_opt(day.year(), month, Weekday::Sun, nth);
            let summer =
                sunday(3, 2).is_some_and(|start| day >= start) && sunday(11, 1).is_some_and(|end| day < end);
            standard + if summer { 60 } else { 0 }
        }
    }
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
        keyword("at"),
        keyword("on"),
        tag("T"),
    )))
    .parse(rest)?;
    let (rest, _) = space(rest)?;
    Ok((rest, ()))
}

/// A date with its time, if it has one. A date that lacks its year takes it from `reference`; without one it is no moment.
pub(crate) fn moment(input: &str, reference: Option<NaiveDate>) -> Parsed<'_, Moment> {
    let time_first = |input| {
        let (rest, time) = clock(input)?;
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
        match (date.year, reference) {
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
            let zoned = FixedOffset::east_opt(offset(zone, day) * 60)
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
        ] {
            let reference = NaiveDate::from_ymd_opt(2024, 6, 1);
            let got = moment(text, reference).map(|(rest, moment)| (rest, moment.to_string()));
            assert_eq!(got, Ok(("", want.to_string())), "{text}");
        }
    }

    #[test]
    fn no_moments() {
        // Two readings, no year to go by, no such day, no date at all.
        for text in ["04/05/2024", "March 4", "31 February 2024", "May said so", "Sunday", "5 people"] {
            assert!(moment(text, None).is_err(), "{text}");
        }
    }
}
