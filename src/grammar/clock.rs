//! Times of day as papers print them, with their zones.
//!
//! ```text
//! clock = hour sep minute [ ":" second [ "." digits ] ] [ half ] [ zone ] | hour half [ zone ]
//!       | hour minute zone
//! sep   = ":" | "." | "h"
//! half  = "a.m." | "am" | "p.m." | "pm"
//! zone  = [ "(" ] ( "EST" | "GMT" | … ) [ shift ] [ ")" ] | shift
//! shift = ( "+" | "-" ) hours [ [ ":" ] minutes ]
//! ```
//!
//! Zones are read where their abbreviation means one offset in the press that uses it; "ET" and its like follow
//! the daylight saving rules of the United States.

use super::{Parsed, no, space};
use crate::scan::blank::is_blank;
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use core::str::FromStr;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{char, one_of};
use nom::combinator::opt;
use nom::sequence::preceded;

/// A number of `least` to `most` digits, with no digit after it.
pub(super) fn number<N: FromStr>(least: usize, most: usize) -> impl Fn(&str) -> Parsed<'_, N> {
    move |input| {
        let (rest, digits) = take_while_m_n(least, most, |c: char| c.is_ascii_digit())(input)?;
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            no()
        } else {
            Ok((rest, digits.parse().map_err(|_| nom::Err::Error(()))?))
        }
    }
}

/// A time of day, and its zone if one is printed.
pub(crate) fn clock(input: &str) -> Parsed<'_, (NaiveTime, Option<Zone>)> {
    if may_open(input) { alt((civil, military)).parse(input) } else { no() }
}

/// Whether a figure opens `input`, and what stands after the hour of a clock follows it.
fn may_open(input: &str) -> bool {
    let digits = input.bytes().take_while(u8::is_ascii_digit).count();
    let after = &input[digits..];
    match digits {
        1..=2 => {
            after.starts_with([':', '.', 'h'])
                || after.trim_start_matches(is_blank).starts_with(['a', 'A', 'p', 'P'])
        }
        4 => true,
        _ => false,
    }
}

/// "4:05 p.m. ET", "16.05", "16h05", "4 p.m."
fn civil(input: &str) -> Parsed<'_, (NaiveTime, Option<Zone>)> {
    let (rest, hour) = number(1, 2)(input)?;
    let (rest, minute) = opt(preceded(one_of(":.h"), number(2, 2))).parse(rest)?;
    let fraction = preceded(char('.'), take_while_m_n(1, 9, |c: char| c.is_ascii_digit()));
    let (rest, _) = opt((char(':'), number::<u8>(2, 2), opt(fraction))).parse(rest)?;
    let (rest, half) = opt(preceded(space, half_of_day)).parse(rest)?;
    let hour: u32 = match half {
        // "17:19 PM" says the same thing twice; "17:19 AM" says two things.
        Some(true) if (13..24).contains(&hour) => hour,
        Some(_) if hour > 12 => return no(),
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

/// "0339 GMT": four digits are a time where a zone says so.
fn military(input: &str) -> Parsed<'_, (NaiveTime, Option<Zone>)> {
    let (rest, digits) = number::<u32>(4, 4)(input)?;
    let (rest, zone) = preceded(space, zone).parse(rest)?;
    match NaiveTime::from_hms_opt(digits / 100, digits % 100, 0) {
        Some(time) => Ok((rest, (time, Some(zone)))),
        None => no(),
    }
}

/// "p.m." is true, "a.m." false.
fn half_of_day(input: &str) -> Parsed<'_, bool> {
    let (rest, letter) = one_of("aApP")(input)?;
    let (rest, _) = (opt(char('.')), one_of("mM"), opt(char('.'))).parse(rest)?;
    if rest.starts_with(char::is_alphabetic) { no() } else { Ok((rest, letter.eq_ignore_ascii_case(&'p'))) }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zone {
    /// Minutes east of UTC.
    Fixed(i32),
    /// "ET": standard time, an hour more in summer.
    UnitedStates(i32),
}

impl Zone {
    /// Minutes east of UTC on `day`.
    pub(super) fn offset(self, day: NaiveDate) -> i32 {
        match self {
            Zone::Fixed(minutes) => minutes,
            Zone::UnitedStates(standard) => {
                let sunday =
                    |month, nth| NaiveDate::from_weekday_of_month_opt(day.year(), month, Weekday::Sun, nth);
                let summer = sunday(3, 2).is_some_and(|start| day >= start)
                    && sunday(11, 1).is_some_and(|end| day < end);
                standard + if summer { 60 } else { 0 }
            }
        }
    }
}

fn zone(input: &str) -> Parsed<'_, Zone> {
    let (rest, open) = opt(char('(')).parse(input)?;
    let (rest, zone) = alt((shift.map(Zone::Fixed), abbreviated)).parse(rest)?;
    let rest = if open.is_some() { rest.strip_prefix(')').unwrap_or(rest) } else { rest };
    Ok((rest, zone))
}

/// "+0530", "-05:00", "+1", in minutes.
fn shift(input: &str) -> Parsed<'_, i32> {
    let minutes = preceded(opt(char(':')), number::<i32>(2, 2));
    let whole = (take_while_m_n(2, 2, |c: char| c.is_ascii_digit()), minutes);
    let whole = whole.map_res(|(hours, minutes): (&str, i32)| hours.parse::<i32>().map(|h| h * 60 + minutes));
    let short = (number::<i32>(1, 2), opt(preceded(char(':'), number::<i32>(2, 2))));
    let short = short.map(|(hours, minutes)| hours * 60 + minutes.unwrap_or(0));
    let (rest, (sign, east)) = (one_of("+-−"), alt((whole, short))).parse(input)?;
    if east > 14 * 60 { no() } else { Ok((rest, if sign == '+' { east } else { -east })) }
}

/// "EST", "GMT", "GMT+1".
fn abbreviated(input: &str) -> Parsed<'_, Zone> {
    let mut end = input.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(input.len());
    // "4:29 AM ESTUpdated": the last capital belongs to the word that is run on.
    if end > 1 && input[end..].starts_with(|c: char| c.is_ascii_lowercase()) {
        end -= 1;
    }
    let rest = &input[end..];
    let zone = match &input[..end] {
        "GMT" | "UTC" => {
            let (rest, east) = opt(preceded(space, shift)).parse(rest)?;
            return Ok((rest, Zone::Fixed(east.unwrap_or(0))));
        }
        "ET" => Zone::UnitedStates(-300),
        "CT" => Zone::UnitedStates(-360),
        "MT" => Zone::UnitedStates(-420),
        "PT" => Zone::UnitedStates(-480),
        "HST" => Zone::Fixed(-600),
        "AKST" => Zone::Fixed(-540),
        "AKDT" | "PST" => Zone::Fixed(-480),
        "PDT" | "MST" => Zone::Fixed(-420),
        "MDT" | "CST" => Zone::Fixed(-360),
        "CDT" | "EST" => Zone::Fixed(-300),
        "EDT" => Zone::Fixed(-240),
        "Z" => Zone::Fixed(0),
        "BST" | "CET" | "WAT" => Zone::Fixed(60),
        "CEST" | "EET" | "SAST" | "CAT" => Zone::Fixed(120),
        "EEST" | "EAT" | "MSK" => Zone::Fixed(180),
        "PKT" => Zone::Fixed(300),
        "IST" => Zone::Fixed(330),
        "HKT" | "SGT" | "AWST" => Zone::Fixed(480),
        "JST" | "KST" => Zone::Fixed(540),
        "AEST" => Zone::Fixed(600),
        "AEDT" => Zone::Fixed(660),
        "NZST" => Zone::Fixed(720),
        "NZDT" => Zone::Fixed(780),
        _ => return no(),
    };
    Ok((rest, zone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day() {
        for (text, time, zone, rest) in [
            ("4 p.m. ET", "16:00", Some(Zone::UnitedStates(-300)), ""),
            ("3:45pm EDT", "15:45", Some(Zone::Fixed(-240)), ""),
            ("12:05 a.m.", "00:05", None, ""),
            ("18.54 GMT", "18:54", Some(Zone::Fixed(0)), ""),
            ("16h30", "16:30", None, ""),
            ("1630 GMT", "16:30", Some(Zone::Fixed(0)), ""),
            ("0339 GMT (1139 HKT)", "03:39", Some(Zone::Fixed(0)), " (1139 HKT)"),
            ("13:55 GMT+1", "13:55", Some(Zone::Fixed(60)), ""),
            ("13:55 UTC +05:30", "13:55", Some(Zone::Fixed(330)), ""),
            ("12:48:14Z", "12:48", Some(Zone::Fixed(0)), ""),
            ("12:48:14.512+09:00", "12:48", Some(Zone::Fixed(540)), ""),
            ("02:37:08 -0500", "02:37", Some(Zone::Fixed(-300)), ""),
            ("17:19 PM", "17:19", None, ""),
            ("4:29 AM ESTUpdated", "04:29", Some(Zone::Fixed(-300)), "Updated"),
            ("11:28 AMT", "11:28", None, " AMT"),
        ] {
            let (left, got) = clock(text).unwrap_or_else(|_| panic!("{text}"));
            assert_eq!(
                (got.0.format("%H:%M").to_string().as_str(), got.1, left),
                (time, zone, rest),
                "{text}"
            );
        }
    }

    #[test]
    fn no_times_of_day() {
        for text in ["25:10", "4", "1630", "17:19 AM", "2019", "4 people", "3.5 percent"] {
            assert!(clock(text).is_err(), "{text}");
        }
    }
}
