//! What a paper says of its author at the end of a story.
//!
//! ```text
//! biography = [ name button ] name ( "is" ( article | body "'s" ) … role | verb … )
//! role      = "writer" | "reporter" | "correspondent" | "professor" | …
//! verb      = "covers" | "reports on" | "writes about" | "has covered" | …
//! follow    = "Follow" ( name | handle | pronoun ) "on" site | name "is on" site | "Follow" handle
//! ```
//!
//! The same words describe people in a story, so only a line at its end is asked.

use super::byline_part::is_trade;
use super::name::{is_button, is_organization, person};
use super::{Parsed, find, keyword, no, space1, word};
use crate::lexicon::{self, Class};
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

/// The longest biography, in bytes: four authors with a sentence or two each.
const LONGEST: usize = 800;

/// Words after "is" in which the role must stand.
const REACH: usize = 12;

/// Whether `line` says who its author is: "Ida Voss is a staff writer at The Harlow Ledger."
pub(crate) fn is_biography(line: &str) -> bool {
    let line = line
        .trim_start_matches(|c: char| matches!(c, '*' | '—' | '–' | '-' | '•' | '(') || c.is_whitespace());
    line.len() <= LONGEST && biography(line).is_ok() && !line.contains(['“', '"'])
}

fn biography(input: &str) -> Parsed<'_, ()> {
    let (rest, first) = person(input, false)?;
    // "Ida Voss Twitter Ida Voss is …": the name stands over its own note.
    let (rest, name) = match rest.find(first).filter(|_| is_button(rest.trim_start())) {
        Some(at) => person(&rest[at..], false)?,
        None => (rest, first),
    };
    let (rest, _) = space1(rest)?;
    if is_organization(name) {
        return no();
    }
    alt((works_as, works_on)).parse(rest)
}

/// "is a staff writer at …", "is The Ledger's Berlin correspondent", "is based in Berlin".
fn works_as(input: &str) -> Parsed<'_, ()> {
    let (rest, _) = (alt((keyword("is"), keyword("was"))), space1).parse(input)?;
    if keyword("based in")(rest).is_ok() {
        return Ok((rest, ()));
    }
    let mut words = rest.split([' ', ',']).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let stands = lexicon::class(first).any(Class::DETERMINER)
        || first.ends_with("'s")
        || first.ends_with("’s")
        || is_trade(first);
    // A clause of its own ends the search: "is a man who the reporter knew".
    let own = |word: &&str| !matches!(*word, "who" | "whom" | "whose" | "that" | "which" | "said" | "and");
    let role = is_author_role(first) || words.take(REACH).take_while(own).any(is_author_role);
    if stands && role { Ok((rest, ())) } else { no() }
}

/// "covers politics for …", "has written about …".
fn works_on(input: &str) -> Parsed<'_, ()> {
    let (rest, _) = opt((keyword("has"), space1)).parse(input)?;
    let wrote = alt((keyword("reports"), keyword("reported"), keyword("writes"), keyword("written")));
    let about = preceded(space1, alt((keyword("on"), keyword("about"), keyword("for"), keyword("from"))));
    let written: Parsed<'_, _> = (wrote, about).parse(rest);
    if let Ok((rest, _)) = written {
        return Ok((rest, ()));
    }
    let beat = alt((keyword("covers"), keyword("covered"), keyword("edits"), keyword("hosts")));
    let (rest, _) = terminated(beat, space1).parse(rest)?;
    // "covers the cost of the bridge": a beat has no article, or a paper is named.
    let (_, next) = word(rest)?;
    let paper = [" for ", " at "].iter().any(|of| rest.contains(of));
    if paper || !lexicon::class(next).any(Class::DETERMINER) { Ok((rest, ())) } else { no() }
}

/// A role in which people write for papers: of the trade, or of a university.
fn is_author_role(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ';']);
    is_trade(word) && lexicon::class(word).any(Class::BYLINE_ROLE)
}

/// Whether `line` asks to follow the author or the paper: "Follow Ida Voss on Twitter @idavoss."
pub(crate) fn is_follow(line: &str) -> bool {
    const SITES: &[&str] = &[
        "Twitter",
        "Facebook",
        "Instagram",
        "X",
        "LinkedIn",
        "Bluesky",
        "Threads",
        "Mastodon",
        "YouTube",
        "TikTok",
        "Google News",
    ];
    let on_site = |rest: &str| {
        rest.match_indices(" on ")
            .any(|(at, on)| SITES.iter().any(|site| rest[at + on.len()..].starts_with(site)))
    };
    let follow: Parsed<'_, _> = (opt((keyword("you can"), space1)), keyword("follow"), space1).parse(line);
    let named = |line| -> Parsed<'_, _> { (|line| person(line, false), tag(" is on ")).parse(line) };
    line.len() <= 300
        && (follow.is_ok_and(|(rest, _)| rest.starts_with('@') || on_site(rest))
            || find(line, " is on ").is_some() && named(line).is_ok_and(|_| on_site(line)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn biographies() {
        for text in [
            "Ida Voss is a staff writer at The Harlow Ledger.",
            "Ida Voss is The Ledger’s Berlin correspondent.",
            "Ida Voss is an award-winning writer based in Harlow who has covered football.",
            "Ida Voss is a senior researcher with the Harlow Observatory.",
            "Ida Voss is a freelance writer living in Harlow",
            "Ida Voss is editor of the Harlow Ledger.",
            "Ida Voss is based in Berlin.",
            "Ida Voss covers politics and schools. She lives in Harlow.",
            "Ida Voss writes about the courts for The Ledger.",
            "Ida Voss has reported on the river since 2010.",
            "Ida Voss Twitter Ida Voss is the editor of Harlow Magazine.",
            "— Ida Voss is a professor of law at Harlow University.",
        ] {
            assert!(is_biography(text), "{text}");
        }
        for text in [
            "Ida Voss is the mayor of Harlow.",
            "Ida Voss is a man whom the writer knew.",
            "Ida Voss is certain that the bridge is shut.",
            "Ida Voss is on Twitter.",
            "The Harlow Ledger is a paper with one editor.",
            "The fee covers the cost of the bridge.",
            "“I am a writer,” Ida Voss said.",
            "Ida Voss said the reporter was there.",
        ] {
            assert!(!is_biography(text), "{text}");
        }
    }

    #[test]
    fn follows() {
        for text in [
            "Follow Ida Voss on Twitter @idavoss.",
            "Follow @idavoss",
            "Follow The Ledger on Facebook and Instagram.",
            "You can follow her on X at @idavoss.",
            "Ida Voss is on Twitter: @idavoss",
        ] {
            assert!(is_follow(text), "{text}");
        }
        for text in ["Follow the river north.", "Followers of the mayor left.", "Ida Voss is on the council."]
        {
            assert!(!is_follow(text), "{text}");
        }
    }
}
