//! What stands at the end of a story, and the small lines around it. `contributors` has the notes on who helped.
//!
//! ```text
//! end_mark     = "Reuter" | "-30-" | "###" | "ENDS" | "(more)" | "___" | "■" | …
//! reading_time = number [ "-" ] ( "min" | "mins" | "minute" | "minutes" ) [ "read" ] | "Reading time:" …
//! correction   = ( "Correction" | "Clarification" | "For the record" ) [ date ] [ ":" ] …
//!              | ( "An earlier" | "A previous" ) "version of this" …
//! note         = "Editor's note" … | "This story has been updated" … | "This is a developing story" …
//! ```

use super::{Parsed, folded, keyword, space};
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::combinator::opt;
use nom::sequence::terminated;

pub(crate) use super::contributors::{ContributorNode, contributors};

/// A line that says the story is over.
pub(crate) fn is_end_mark(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| {
        matches!(c, '-' | '—' | '–' | '(' | ')' | '.' | '*' | '_' | '#' | '/' | '■' | '◼')
            || c.is_whitespace()
    });
    if bare.is_empty() {
        return line.len() >= 2;
    }
    ["reuter", "reuters", "30", "ends", "end", "more", "endit"]
        .iter()
        .any(|mark| bare.eq_ignore_ascii_case(mark))
        && line.len() < 14
}

/// Minutes that a page says its story takes to read.
pub(crate) fn reading_minutes(line: &str) -> Option<u16> {
    let (rest, (labelled, digits)) = reading_time(line).ok()?;
    let rest = rest.trim_start_matches('.').trim();
    let read = rest.eq_ignore_ascii_case("read") || rest.eq_ignore_ascii_case("to read");
    if rest.is_empty() || read || labelled { digits.parse().ok() } else { None }
}

fn reading_time(line: &str) -> Parsed<'_, (bool, &str)> {
    let label = alt((folded("reading time"), folded("estimated reading time")));
    let (rest, label) = opt(terminated(label, (opt(tag(":")), space))).parse(line)?;
    let (rest, digits) = take_while_m_n(1, 3, |c: char| c.is_ascii_digit())(rest)?;
    let unit = alt((keyword("minutes"), keyword("minute"), keyword("mins"), keyword("min")));
    let (rest, _) = (opt(tag("-")), space, unit).parse(rest)?;
    Ok((rest, (label.is_some(), digits)))
}

/// How far into its line a correction's label may reach, date included.
const LABEL: usize = 60;

/// A correction or clarification of the paper's own.
pub(crate) fn is_correction(line: &str) -> bool {
    let bare = note(line);
    let label: Parsed<'_, &str> = alt((
        keyword("corrections"),
        keyword("correction"),
        keyword("clarification"),
        keyword("clarifications"),
        keyword("for the record"),
    ))
    .parse(bare);
    if let Ok((rest, _)) = label {
        let alone = rest.trim_matches(['.', ' ', ')']).is_empty();
        return alone || rest.starts_with(',') || rest.find(':').is_some_and(|colon| colon < LABEL);
    }
    let version = alt((
        folded("an earlier version of th"),
        folded("a previous version of th"),
        folded("an earlier headline "),
        folded("a previous headline "),
    ));
    changed(bare, &["corrected", "amended", "clarified"]) || is(version, bare)
}

/// A note of the editors, not the reporter.
pub(crate) fn is_editors_note(line: &str) -> bool {
    let bare = note(line);
    let label = alt((
        folded("editor's note"),
        folded("editor’s note"),
        folded("editors' note"),
        folded("editors’ note"),
        folded("note to readers"),
        folded("this is a developing story"),
        folded("this is a breaking news story"),
        folded("this story is developing"),
    ));
    is(label, bare) || changed(bare, &["updated"]) || first_ran(bare)
}

/// What is left of a note without the star or bracket before it.
fn note(line: &str) -> &str {
    line.trim_start_matches(|c: char| matches!(c, '*' | '(' | '[' | '•' | '†') || c.is_whitespace())
}

fn is<'a>(mut rule: impl Parser<&'a str, Output = &'a str, Error = ()>, input: &'a str) -> bool {
    rule.parse(input).is_ok()
}

/// "This story has been `updated`", "This article was `amended` on 4 March".
fn changed(line: &str, how: &[&str]) -> bool {
    let read = |line| {
        let (rest, ()) = piece(line)?;
        let (rest, _) = alt((tag("has been "), tag("was "), tag("is being "))).parse(rest)?;
        Parsed::Ok((rest, ()))
    };
    read(line).is_ok_and(|(rest, ())| how.iter().any(|how| rest.starts_with(how)))
}

/// "This article originally appeared in The Herald", "This story was first published by The Herald".
fn first_ran(line: &str) -> bool {
    let ran =
        ["originally ", "first ", "was originally ", "was first ", "was produced ", "has been republished "];
    piece(line).is_ok_and(|(rest, ())| ran.iter().any(|ran| rest.starts_with(ran)))
}

/// "This story ".
fn piece(line: &str) -> Parsed<'_, ()> {
    let what = alt((tag("story"), tag("article"), tag("post"), tag("report"), tag("piece"), tag("column")));
    let (rest, _) = (folded("this "), what, tag(" ")).parse(line)?;
    Ok((rest, ()))
}

/// Whether `text` is a telephone number: seven figures or more and what is set between them.
pub(crate) fn is_phone(text: &str) -> bool {
    let mark = |c: char| c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | '.' | ' ' | '/');
    text.bytes().filter(u8::is_ascii_digit).count() >= 7 && text.trim().chars().all(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_lines() {
        for text in ["Reuter", "REUTER", "-30-", "###", "# # #", "ENDS", "/ENDS/", "___", "(more)", "■"] {
            assert!(is_end_mark(text), "{text}");
        }
        assert!(!is_end_mark("Reuters reported it.") && !is_end_mark("7"));
        for (text, want) in [
            ("7 min", Some(7)),
            ("3 minute read", Some(3)),
            ("Reading time: 5 minutes", Some(5)),
            ("7 min after", None),
            ("12", None),
        ] {
            assert_eq!(reading_minutes(text), want, "{text}");
        }
    }

    #[test]
    fn notes() {
        for text in [
            "Correction: An earlier version had a wrong date.",
            "Correction added Nov. 18, 2024: The caption had a wrong name.",
            "CLARIFICATION: The fee is for a year.",
            "(Corrections)",
            "For the record: The bridge is 90 years old.",
            "* An earlier version of this article gave a wrong date.",
            "This article was amended on 4 March 2024 to give the right date.",
        ] {
            assert!(is_correction(text) && !is_editors_note(text), "{text}");
        }
        for text in [
            "Editor’s note: This story has two parts.",
            "This story has been updated with the mayor's words.",
            "This is a developing story and will be updated.",
            "This article was originally published by The Harlow Ledger.",
        ] {
            assert!(is_editors_note(text) && !is_correction(text), "{text}");
        }
        for text in [
            "Corrections officers said so.",
            "Corrections officers, who met in Harlow on Monday and on Tuesday, said this: no.",
            "This story is about a bridge.",
            "The editor noted it.",
        ] {
            assert!(!is_correction(text) && !is_editors_note(text), "{text}");
        }
    }
}
