//! Dates in numbers alone, whose order of day and month is not the same in all papers.
//!
//! ```text
//! numbers = number "/" number "/" year | number "." number "." year
//! year    = four digits | two digits
//! ```
//!
//! Which number is the month is said by the numbers, where only one can be, or by the text's other dates. Where
//! nothing says it the date is not read.

use super::clock::number;
use super::date::{PartialDate, year};
use super::{Parsed, no};
use nom::Parser;
use nom::branch::alt;
use nom::character::complete::{char, one_of};

/// The order of the numbers in a date such as 04/05/2024.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum DateOrder {
    DayFirst,
    MonthFirst,
}

/// The two numbers and the year of "30/04/2024", "11.14.19", "4/5/2024".
fn numbers(input: &str) -> Parsed<'_, (u8, u8, i32)> {
    let short_year = |input| number::<i32>(2, 2)(input).map(|(rest, year)| (rest, 2000 + year));
    let (rest, (first, mark)) = (number(1, 2), one_of("/.")).parse(input)?;
    let (rest, (second, _, year)) = (number(1, 2), char(mark), alt((year, short_year))).parse(rest)?;
    Ok((rest, (first, second, year)))
}

/// The order that two numbers prove: only one of them can be a month.
fn proven(first: u8, second: u8) -> Option<DateOrder> {
    match (first, second) {
        (13..=31, 1..=12) => Some(DateOrder::DayFirst),
        (1..=12, 13..=31) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// The order that the dates in numbers of `text` prove; `None` when none does, or when they disagree.
pub(crate) fn date_order(text: &str) -> Option<DateOrder> {
    // Hardly a line has the marks of such a date.
    memchr::memchr2(b'/', b'.', text.as_bytes())?;
    let mut order = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let starts = c.is_ascii_digit() && !(before.is_alphanumeric() || matches!(before, '/' | '.' | '-'));
        before = c;
        let Some((_, (first, second, _))) = starts.then(|| numbers(&text[at..]).ok()).flatten() else {
            continue;
        };
        match (order, proven(first, second)) {
            (Some(have), Some(found)) if have != found => return None,
            (_, found) => order = order.or(found),
        }
    }
    order
}

/// A date in numbers: in the order that it proves, else in `order`.
pub(super) fn numeric(order: Option<DateOrder>) -> impl Fn(&str) -> Parsed<'_, PartialDate> {
    move |input| {
        let (rest, (first, second, year)) = numbers(input)?;
        let (month, day) = match proven(first, second).or(order) {
            Some(DateOrder::DayFirst) => (second, first),
            Some(DateOrder::MonthFirst) => (first, second),
            // "05/05/2024" is one day in any order.
            None if first == second => (first, second),
            None => return no(),
        };
        let real = (1..=12).contains(&month) && (1..=31).contains(&day);
        if real { Ok((rest, PartialDate { year: Some(year), month, day })) } else { no() }
    }
}

/// A date in numbers of which nothing says whether day or month comes first.
pub(crate) fn ambiguous(input: &str) -> Parsed<'_, ()> {
    let (rest, (first, second, _)) = numbers(input)?;
    if (1..=12).contains(&first) && (1..=12).contains(&second) { Ok((rest, ())) } else { no() }
}

#[cfg(test)]
mod tests {
    use super::super::date::{Known, moment};
    use super::*;

    #[test]
    fn orders() {
        for (text, want) in [
            ("Updated 13/05/2024", Some(DateOrder::DayFirst)),
            ("05/13/2024 and 04/05/2024", Some(DateOrder::MonthFirst)),
            ("13/05/2024 and 05/13/2024", None),
            ("04/05/2024", None),
            ("a score of 13/5 in 2024", None),
        ] {
            assert_eq!(date_order(text), want, "{text}");
        }
        for (order, want) in [(DateOrder::DayFirst, "2024-05-04"), (DateOrder::MonthFirst, "2024-04-05")] {
            let known = Known { order: Some(order), ..Known::default() };
            assert_eq!(moment("04/05/2024", known).map(|(_, moment)| moment.to_string()), Ok(want.into()));
        }
    }
}
