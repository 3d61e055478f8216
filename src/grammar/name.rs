//! Names of people and bodies as bylines and credits print them.
//!
//! ```text
//! person   = part { space part } [ "," space suffix ]
//! part     = capitalised | initial | particle | nickname
//! suffix   = "Jr." | "Sr." | "III" | …
//! ```

use super::{Parsed, no, space1};
use crate::lexicon::{self, Class};
use crate::limits::NAME_WORDS;

/// A person's name; one word is enough when `single`, two are needed otherwise.
pub(crate) fn person(input: &str, single: bool) -> Parsed<'_, &str> {
    let (mut end, mut rest, mut words) = (0, input, 0);
    while words < NAME_WORDS {
        let Ok((after, part)) = name_word(rest) else { break };
        let lower = part.starts_with(char::is_lowercase);
        if !(is_part(part)
            || words > 0 && SURNAMES.contains(&part)
            || lower && lexicon::class(part).any(Class::PARTICLE) && starts_part(after))
        {
            break;
        }
        words += 1;
        // "ANN LIND. Follow her": a stop after a full surname ends the name.
        let stem = part.strip_suffix('.').unwrap_or_default();
        let short = lexicon::class(part).any(Class::SUFFIX.and(Class::TITLE));
        let stopped = words > 1 && stem.len() > 2 && !stem.contains('.') && !short;
        end = input.len() - after.len() - usize::from(stopped);
        match space1(after) {
            _ if stopped => break,
            // A name does not run over a line end: the next line is a role or another author.
            Ok((next, blank))
                if !blank.contains(['\n', '\r'])
                    && (next.starts_with(char::is_alphabetic)
                        || next.starts_with(['"', '“', '\'', '‘', '.'])) =>
            {
                rest = next;
            }
            _ => break,
        }
    }
    if words == 0 || (words == 1 && !single) {
        return no();
    }
    let end = suffix(&input[end..]).map_or(end, |(after, ())| input.len() - after.len());
    Ok((&input[end..], &input[..end]))
}

/// A word of a name: it also ends at a handle, a slash, and where a label is run on to it.
fn name_word(input: &str) -> Parsed<'_, &str> {
    let (_, part) = super::word(input)?;
    let end = part.find(['@', '/']).unwrap_or(part.len());
    let run_on = ["Published", "Updated", "Posted"].iter().filter_map(|label| part.find(label)).min();
    let end = run_on.filter(|at| *at > 0).map_or(end, |at| at.min(end));
    if end == 0 { no() } else { Ok((&input[end..], &part[..end])) }
}

/// Surnames that are function words too.
const SURNAMES: &[&str] = &["May", "So", "Will", "An", "You", "Do", "He", "She", "Her", "On", "Over", "Down"];

fn suffix(input: &str) -> Parsed<'_, ()> {
    let Some(rest) = input.strip_prefix(", ") else {
        return no();
    };
    let (after, part) = super::word(rest)?;
    let generation =
        matches!(part.trim_end_matches('.').to_ascii_lowercase().as_str(), "jr" | "sr" | "ii" | "iii" | "iv");
    if generation { Ok((after, ())) } else { no() }
}

fn starts_part(after: &str) -> bool {
    space1(after).is_ok_and(|(next, _)| next.starts_with(char::is_alphabetic))
}

/// Whether `part` may be a word of a name: a capital first, letters throughout.
fn is_part(part: &str) -> bool {
    let body = part.trim_matches(['"', '“', '”', '\'', '‘', '’', '.', '-']);
    let class = lexicon::class(body);
    let mut letters = body.chars();
    let first = letters.next().unwrap_or(' ');
    // d'Angelo, al-Masri, McRae, O’Neill: a capital somewhere near the start.
    let capital = first.is_uppercase()
        || body.chars().take(4).any(char::is_uppercase) && body.contains(['\'', '’', '-']);
    let function =
        class.any(Class::FUNCTION) && !class.any(Class::FIRST_NAME.and(Class::PARTICLE)) && body.len() > 1;
    capital
        && !function
        && letters.all(|c| {
            c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-' | '‑' | '`' | '\u{300}'..='\u{36F}')
        })
}

/// Whether `text` names a body rather than a person: an agency, a paper, "… Press", "Staff".
pub(crate) fn is_organization(text: &str) -> bool {
    let bare = text.trim_end_matches(['.', ',']);
    let class = lexicon::class(bare);
    if class.any(Class::AGENCY.and(Class::PUBLICATION)) {
        return true;
    }
    let the = bare.get(..4).filter(|article| article.eq_ignore_ascii_case("the ")).map(|_| &bare[4..]);
    if the.is_some_and(|name| lexicon::class(name).any(Class::AGENCY.and(Class::PUBLICATION))) {
        return true;
    }
    let last = bare.rsplit(' ').next().unwrap_or_default();
    let many = bare.contains(' ');
    let name = the.unwrap_or(bare);
    let titled = name
        .split(' ')
        .all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '&') || matches!(word, "of" | "and"));
    many && titled && (the.is_some() || lexicon::class(last).any(Class::ORG_SUFFIX.and(Class::ORGANIZATION)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people() {
        for (text, want) in [
            ("Norma Cohen, Reuters", Some("Norma Cohen")),
            ("MARTA OLSEN and", Some("MARTA OLSEN")),
            ("Mark O'Neill", Some("Mark O'Neill")),
            ("Ludwig van der Berg said", Some("Ludwig van der Berg")),
            ("J. P. Ash, Jr., of", Some("J. P. Ash, Jr.")),
            ("Anne-Marie St. Clair", Some("Anne-Marie St. Clair")),
            ("Zoë Åkesson", Some("Zoë Åkesson")),
            ("the time was", None),
            ("Madonna", None),
        ] {
            assert_eq!(person(text, false).ok().map(|(_, name)| name), want, "{text}");
        }
        assert_eq!(person("Madonna", true), Ok(("", "Madonna")));
    }

    #[test]
    fn bodies() {
        for text in ["Reuters", "The Associated Press", "Tribune News Service", "The Harlow Ledger"] {
            assert!(is_organization(text), "{text}");
        }
        for text in ["Ruth Calloway", "Cash", "Jo Park"] {
            assert!(!is_organization(text), "{text}");
        }
    }
}
