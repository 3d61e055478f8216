//! One part of a byline: a person, a body, a role, a place or a way to reach someone. `byline` has the grammar.

use super::name::{is_organization, person};
use super::{Parsed, between, date, keyword, no, space1, word};
use crate::lexicon::{self, Class};
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::opt;
use nom::sequence::preceded;

pub(super) enum Item<'a> {
    Person(&'a str, Option<&'a str>),
    Organization(&'a str),
    Role(&'a str),
    Place(&'a str),
    Contact(&'a str),
}

pub(super) fn item(input: &str, led: bool) -> Parsed<'_, Item<'_>> {
    alt((
        contact.map(Item::Contact),
        preceded((keyword("in"), space1), |input| person(input, true)).map(Item::Place),
        special.map(Item::Role),
        organization.map(Item::Organization),
        run_together.map(Item::Organization),
        site.map(Item::Organization),
        role.map(Item::Role),
        |input| author(input, led),
    ))
    .parse(input)
}

fn contact(input: &str) -> Parsed<'_, &str> {
    let (rest, _) = opt(preceded((keyword("follow"), space1), tag(""))).parse(input)?;
    let (rest, found) = word(rest)?;
    let address = found.find('@').is_some_and(|at| {
        found[at + 1..].starts_with(char::is_alphanumeric) && (at == 0 || found[at..].contains('.'))
    });
    if address { Ok((rest, found)) } else { no() }
}

/// "Special to The Herald", "for The Herald".
fn special(input: &str) -> Parsed<'_, &str> {
    let (rest, ()) = alt((
        (keyword("special"), space1, alt((keyword("to"), keyword("for")))).map(|_| ()),
        keyword("for").map(|_| ()),
    ))
    .parse(input)?;
    let (rest, _) = space1(rest)?;
    let (rest, _) = opt((keyword("the"), space1)).parse(rest)?;
    let (rest, _) = phrase(rest)?;
    Ok((rest, between(input, rest)))
}

/// Words up to the next separator.
fn phrase(input: &str) -> Parsed<'_, &str> {
    let end = input.find([',', ';', '|', '•', '·', '\n', '\r', '/', '@', '(']).unwrap_or(input.len());
    let text = input[..end].trim_end();
    let text = text.find(" - ").map_or(text, |at| &text[..at]);
    let text = text.find(" and ").map_or(text, |at| &text[..at]);
    if text.is_empty() || text.len() > 80 { no() } else { Ok((&input[text.len()..], text)) }
}

fn organization(input: &str) -> Parsed<'_, &str> {
    let (_, text) = phrase(input)?;
    // "AP Business Writer" is a body and a role; the body is its longest opening that the lists know.
    if is_organization(text) && !text.rsplit(' ').next().is_some_and(is_role_word) {
        return Ok((&input[text.len()..], text));
    }
    // Before a role only an agency is surely a body: "Science Writer" is all role.
    let role_ends = text.rsplit(' ').next().is_some_and(is_role_word);
    let class = if role_ends { Class::AGENCY } else { Class::AGENCY.and(Class::PUBLICATION) };
    let (rest, found) = super::listed(class, 5)(input)?;
    let followed = rest.trim_start().split(' ').next().unwrap_or_default();
    if rest.starts_with(char::is_alphanumeric)
        || !(followed.is_empty()
            || rest.starts_with([',', ';', '\n', '\r', '|'])
            || is_role_word(followed)
            || phrase(rest.trim_start())
                .is_ok_and(|(_, role)| role.rsplit(' ').next().is_some_and(is_role_word)))
    {
        return no();
    }
    Ok((rest, found))
}

/// "Metro.co.uk", "NEWSDAY.COM": a paper by the name of its site.
fn site(input: &str) -> Parsed<'_, &str> {
    let (rest, text) = word(input)?;
    let lower = text.to_ascii_lowercase();
    let ends = [".com", ".co.uk", ".org", ".net", ".no", ".in", ".ca", ".com.au", ".co.za", ".news"]
        .iter()
        .any(|end| lower.ends_with(end));
    if ends && !text.contains(['@', '/']) { Ok((rest, text)) } else { no() }
}

/// A role that signs for people without names.
pub(super) fn signs_alone(role: &str) -> bool {
    let last = role.rsplit(' ').next().unwrap_or_default().trim_end_matches('s');
    let trade = ["Writer", "Reporter", "Correspondent", "Staff", "Desk", "Bureau"].contains(&last);
    trade && role.contains(' ') && role.split(' ').all(|word| is_role_word(word) || word == "Our")
}

/// "TheMirror": a paper's name as pages run it together.
fn run_together(input: &str) -> Parsed<'_, &str> {
    let (rest, text) = word(input)?;
    let paper =
        text.strip_prefix("The").or_else(|| text.strip_suffix("News")).or_else(|| text.strip_suffix("Live"));
    let joined = paper.is_some_and(|name| name.len() > 3 && name.starts_with(char::is_uppercase));
    if joined { Ok((rest, text)) } else { no() }
}

pub(super) fn is_role_word(word: &str) -> bool {
    let class = lexicon::class(word.trim_end_matches(['.', ',', ':']));
    class.any(Class::BYLINE_ROLE.and(Class::ROLE)) && !class.any(Class::FIRST_NAME)
}

/// "Chief Political Correspondent", "Staff Writer": ends with a word of the trade.
fn role(input: &str) -> Parsed<'_, &str> {
    let (rest, text) = phrase(input)?;
    let mut words = text.split_whitespace();
    let last = words.clone().next_back().unwrap_or_default();
    let first = words.next().unwrap_or_default();
    // "Dana Cook", "Dana Cook News Reporter": a name comes first, and its surname may be a trade too.
    let count = text.split_whitespace().count();
    let trade = |word: &str| lexicon::class(word).any(Class::BYLINE_ROLE);
    let named = !trade(first) && (lexicon::class(first).any(Class::FIRST_NAME) || count == 2 && !trade(last));
    let plain = count <= 8 && !named;
    let titled = is_role_word(last)
        || is_role_word(first) && lexicon::class(last).any(Class::ORG_SUFFIX.and(Class::OFFICE));
    if plain && titled && (first != last || first.len() > 3) { Ok((rest, text)) } else { no() }
}

/// A person, and a role set after the name without a comma.
fn author(input: &str, led: bool) -> Parsed<'_, Item<'_>> {
    let (rest, name) = person(input, led)?;
    let class = lexicon::class(name);
    let alone = !name.contains(' ');
    if class.any(Class::WEEKDAY.and(Class::MONTH).and(Class::COUNTRY))
        || alone
            && !rest.trim().is_empty()
            && !rest.starts_with([',', '\n', '\r', '@'])
            && date::date(rest.trim_start()).is_err()
    {
        return no();
    }
    match name_end(input, name) {
        Some(end) => {
            let (cut, after) = (input[..end].trim_end(), input[end..].trim_start());
            match role_after(after) {
                Ok((rest, role)) => Ok((rest, Item::Person(cut, Some(role)))),
                Err(_) => Ok((after, Item::Person(cut, None))),
            }
        }
        None => Ok((rest, Item::Person(name, None))),
    }
}

/// Where a name ends within the capitalised run `name`, if words of a role or a month follow it there.
fn name_end(input: &str, name: &str) -> Option<usize> {
    let (_, all) = phrase(input).ok()?;
    let role_ends = is_role_word(all.rsplit(' ').next().unwrap_or_default());
    let starts = name.match_indices(' ').map(|(at, _)| at + 1).skip(1);
    for at in starts {
        let word = name[at..].split(' ').next().unwrap_or_default();
        let class = lexicon::class(word);
        let month = class.any(Class::MONTH.and(Class::WEEKDAY)) && !class.any(Class::FIRST_NAME);
        // "Ann Lind Travel News Reporter": two words are a name, unless the second is an initial.
        let second = name[..at].trim_end().rsplit(' ').next().unwrap_or_default();
        let particle = second.len() <= 2 || lexicon::class(second).any(Class::PARTICLE);
        if month || is_role_word(word) || role_ends && !particle && all.len() > name[..at].len() {
            return Some(at);
        }
    }
    // The run may end before the role does: "Ann Lind deputy editor" is no byline form.
    None
}

/// A role of any words that ends in a trade's.
fn role_after(input: &str) -> Parsed<'_, &str> {
    let (rest, text) = phrase(input)?;
    let last = text.rsplit(' ').next().unwrap_or_default();
    if is_role_word(last) && text.split(' ').count() <= 8 { Ok((rest, text)) } else { no() }
}
