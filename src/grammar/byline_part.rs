//! One part of a byline: a person, a body, a role, a place or a way to reach someone. `byline` has the grammar.

use super::name::{is_button, is_organization, person, run_on};
use super::{Parsed, between, date, find, folded, keyword, no, sign_off, space, space1, timestamp, word};
use crate::lexicon::{self, Class};
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::char;
use nom::combinator::{opt, peek};
use nom::sequence::{delimited, preceded, terminated};

pub(super) enum Item<'a> {
    Person(&'a str, Option<&'a str>),
    Organization(&'a str),
    Role(&'a str),
    /// A role that names its body: "for The Herald".
    For(&'a str, &'a str),
    Place(&'a str),
    Contact(&'a str),
    /// What the people after it did, where that is not the writing: "Photographs by", "as told to".
    Work(&'a str),
    /// "M.D.": set after a name, and neither part of it nor a role.
    Degree,
}

/// `fresh` where a new author may begin: at the start of the list, or after "and".
pub(super) fn item(input: &str, led: bool, fresh: bool) -> Parsed<'_, Item<'_>> {
    // Most parts are words alone: handles, brackets, degrees and sites have their marks.
    let marked = memchr::memchr3(b'@', b'(', b'.', input.as_bytes()).is_some();
    let opened = if marked { alt((sign, opened, dotted)).parse(input) } else { opened(input) };
    if opened.is_ok() {
        return opened;
    }
    // Three rules read the same words.
    let words = phrase(input).ok().map(|(_, words)| words);
    alt((
        (|input| organization(input, words)).map(Item::Organization),
        run_together.map(Item::Organization),
        (|input| if marked { site(input) } else { no() }).map(Item::Organization),
        (|input| role(input, words, fresh)).map(Item::Role),
        |input| author(input, words, led),
    ))
    .parse(input)
}

/// A part that an address or brackets give away.
fn sign(input: &str) -> Parsed<'_, Item<'_>> {
    alt((contact.map(Item::Contact), bracketed)).parse(input)
}

/// A part that its first word gives away.
fn opened(input: &str) -> Parsed<'_, Item<'_>> {
    match input.as_bytes().first().map_or(0, |first| first | 0x20) {
        b'i' => alt((work.map(Item::Work), place)).parse(input),
        b'a' | b'g' | b'p' | b'v' => work.map(Item::Work).parse(input),
        b'f' | b'o' | b's' => special(input),
        _ => no(),
    }
}

/// "in Berlin".
fn place(input: &str) -> Parsed<'_, Item<'_>> {
    preceded((keyword("in"), space1), |input| person(input, true)).map(Item::Place).parse(input)
}

/// A degree, or a paper with its place in brackets.
fn dotted(input: &str) -> Parsed<'_, Item<'_>> {
    alt((degree.map(|()| Item::Degree), paper_with_place.map(Item::Organization))).parse(input)
}

/// A handle or address, with "Follow" or "at" before it.
fn contact(input: &str) -> Parsed<'_, &str> {
    let (rest, _) = opt((alt((keyword("follow"), keyword("at"))), space1)).parse(input)?;
    let (rest, found) = word(rest)?;
    let address = found.find('@').is_some_and(|at| {
        found[at + 1..].starts_with(char::is_alphanumeric) && (at == 0 || found[at..].contains('.'))
    });
    if address { Ok((rest, found)) } else { no() }
}

/// "(@idavoss)", "(AP)".
fn bracketed(input: &str) -> Parsed<'_, Item<'_>> {
    let body = |input| organization(input, phrase(input).ok().map(|(_, words)| words));
    let inside = alt((contact.map(Item::Contact), body.map(Item::Organization)));
    delimited(char('('), inside, char(')')).parse(input)
}

/// "Photographs by", "Photos:", "as told to".
pub(super) fn work(input: &str) -> Parsed<'_, &str> {
    let made = alt((
        folded("photographs"),
        folded("photography"),
        folded("photos"),
        folded("pictures"),
        folded("illustrations"),
        folded("illustration"),
        folded("graphics"),
        folded("videos"),
        folded("video"),
        folded("art"),
    ));
    let by = alt(((space1, keyword("by"), opt(tag(":"))).map(|_| ()), tag(":").map(|_| ())));
    let told = terminated(folded("as told to"), peek(space1));
    alt((terminated(terminated(made, by), space), terminated(told, space1))).parse(input)
}

/// "Special to The Herald", "for The Herald", "of The Herald".
fn special(input: &str) -> Parsed<'_, Item<'_>> {
    let lead = alt((
        (keyword("special"), space1, alt((keyword("to"), keyword("for")))).map(|_| true),
        keyword("for").map(|_| false),
        keyword("of").map(|_| false),
    ));
    let (rest, apart) = terminated(lead, space1).parse(input)?;
    let (after, _) = opt((keyword("the"), space1)).parse(rest)?;
    let (after, _) = phrase(after)?;
    let (role, body) = (between(input, after), between(rest, after));
    let body = body.strip_suffix(" Staff").or_else(|| body.strip_suffix(" staff")).unwrap_or(body);
    // A writer for a paper is of it; one whose piece is special to it is not.
    Ok((after, if apart || !is_body(body) { Item::Role(role) } else { Item::For(role, body) }))
}

fn is_body(text: &str) -> bool {
    is_organization(text) || site(text).is_ok_and(|(rest, _)| rest.is_empty())
}

fn degree(input: &str) -> Parsed<'_, ()> {
    let (rest, text) = word(input)?;
    let dotted = text.contains('.') && lexicon::class(text).any(Class::SUFFIX);
    if dotted { Ok((rest, ())) } else { no() }
}

/// The longest role or name of a body, in bytes.
const PHRASE: usize = 80;

/// Words up to the next separator, date or button.
fn phrase(input: &str) -> Parsed<'_, &str> {
    let end = part_end(input);
    let end = end.min(run_on(&input[..end]).unwrap_or(end));
    let text = input[..end].trim_end();
    let text = before_joint(text);
    let starts = text.match_indices(' ').map(|(at, _)| at + 1).take_while(|at| *at <= PHRASE);
    let stop = starts.into_iter().find(|at| stops(&input[*at..]));
    let text = stop.map_or(text, |at| text[..at].trim_end());
    if text.is_empty() || text.len() > PHRASE { no() } else { Ok((&input[text.len()..], text)) }
}

/// Where the first separator stands.
fn part_end(input: &str) -> usize {
    let separates = |(at, byte): (usize, u8)| match byte {
        b',' | b';' | b':' | b'|' | b'\n' | b'\r' | b'/' | b'@' | b'(' | b')' => true,
        0xC2 | 0xE2 => input[at..].starts_with(['·', '•']),
        _ => false,
    };
    input.bytes().enumerate().position(separates).unwrap_or(input.len())
}

/// What stands before a dash or "and".
fn before_joint(text: &str) -> &str {
    const JOINTS: &[&str] = &[" - ", " – ", " — ", " and ", " AND ", " & "];
    let may_join = |pair: &[u8]| matches!(pair, [b' ', b'-' | 0xE2 | b'a' | b'A' | b'&']);
    // Each search costs more than a look at all the text's words.
    if !text.as_bytes().windows(2).any(may_join) {
        return text;
    }
    JOINTS.iter().fold(text, |text, joint| find(text, joint).map_or(text, |at| &text[..at]))
}

/// Whether a date, a relative time, a reading time or a button starts here.
pub(super) fn stops(rest: &str) -> bool {
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return date::moment(rest, date::Known::default()).is_ok()
            || date::date(rest).is_ok()
            || timestamp::relative(rest).is_ok()
            || sign_off::reading_minutes(rest).is_some();
    }
    is_button(rest) || lexicon::class(word).any(Class::MONTH.and(Class::WEEKDAY)) && date::date(rest).is_ok()
}

/// Bodies without a name: "and agencies", "Wire reports".
const SOURCES: &[&str] = &["agencies", "news agencies", "wire reports", "wire services", "staff reports"];

/// A body at the start of `input`, whose `words` up to the next separator are known.
fn organization<'a>(input: &'a str, words: Option<&'a str>) -> Parsed<'a, &'a str> {
    let Some(text) = words else { return no() };
    let text = find(text, " for ").map_or(text, |at| &text[..at]);
    if SOURCES.iter().any(|source| source.eq_ignore_ascii_case(text)) {
        return Ok((&input[text.len()..], text));
    }
    if name_before_body(text).is_some() {
        return no();
    }
    let last = text.rsplit(' ').next().unwrap_or_default();
    // "AP Business Writer" is a body and a role; the body is its longest opening that the lists know.
    if is_organization(text) && !is_trade(last) && !is_first_and_surname(text) {
        return Ok((&input[text.len()..], text));
    }
    // "Harlow Ledger Staff": what stands before "Staff" is the body, unless it is a role or a name.
    let paper = text[..text.len() - last.len()].trim_end();
    let first = lexicon::class(paper.split(' ').next().unwrap_or_default());
    let capitals = || paper.split(' ').all(|word| word.starts_with(char::is_uppercase));
    if last.eq_ignore_ascii_case("staff")
        && !first.any(Class::FIRST_NAME.and(Class::BYLINE_ROLE))
        && capitals()
    {
        return Ok((&input[paper.len()..], paper));
    }
    // Before a role one word is surely a body only if it is an agency: "Science Writer" is all role.
    let (rest, found) = super::listed(Class::AGENCY.and(Class::PUBLICATION), 5)(input)?;
    let sure = found.contains(' ') || lexicon::class(found).any(Class::AGENCY);
    let followed = rest.trim_start().split(' ').next().unwrap_or_default();
    let roled = || {
        is_role_word(followed)
            || phrase(rest.trim_start())
                .is_ok_and(|(_, role)| is_trade(role.rsplit(' ').next().unwrap_or_default()))
    };
    let ends =
        rest.trim_start().is_empty() || rest.starts_with([',', ';', '\n', '\r', '|', ')']) || found == text;
    if !rest.starts_with(char::is_alphanumeric) && (ends || (sure || !is_trade(last)) && roled()) {
        Ok((rest, found))
    } else {
        no()
    }
}

/// "Harlow Bay (N.J.) Press", "The (Harlow, Ohio) Courier": where the paper is stands in its name.
fn paper_with_place(input: &str) -> Parsed<'_, &str> {
    let end = input.find([';', '|', '•', '\n', '\r']).unwrap_or(input.len());
    let text = &input[..end];
    let Some((name, rest)) = text.split_once(" (") else { return no() };
    let Some((place, after)) = rest.split_once(") ") else { return no() };
    if place.len() > 22 || name.contains(',') {
        return no();
    }
    let after = &after[..after.find(',').unwrap_or(after.len())];
    let capital = |words: &str| words.split(' ').all(|word| word.starts_with(char::is_uppercase));
    let paper = |word: &str| word.split('-').any(|word| lexicon::class(word).any(Class::PAPER));
    if capital(name) && capital(place) && after.split(' ').any(paper) {
        let len = name.len() + " (".len() + place.len() + ") ".len() + after.len();
        Ok((&input[len..], &input[..len]))
    } else {
        no()
    }
}

/// "Dana Bank", "Brent Co": a first name, and a word that ends names of bodies but no paper's.
fn is_first_and_surname(text: &str) -> bool {
    let Some((first, last)) = text.split_once(' ') else { return false };
    let class = lexicon::class(text).any(Class::AGENCY.and(Class::PUBLICATION));
    let paper = lexicon::class(last).any(Class::PAPER);
    lexicon::class(first).any(Class::FIRST_NAME) && !last.contains(' ') && !class && !paper
}

/// Where a name ends in a run of capitalised words of which the rest is a body: "Ida Voss Reuters".
fn name_before_body(text: &str) -> Option<usize> {
    if lexicon::class(text).any(Class::AGENCY.and(Class::PUBLICATION)) {
        return None;
    }
    let first = text.split(' ').next().unwrap_or_default();
    let known = lexicon::class(first).any(Class::FIRST_NAME);
    text.match_indices(' ').map(|(at, _)| at).skip(1).take(3).find(|at| {
        let (name, body) = (&text[..*at], &text[at + 1..]);
        // "Ida Voss of The Herald", and not "Jewish Press of the Valley".
        let paper =
            lexicon::class(name.rsplit(' ').next().unwrap_or_default()).any(Class::PAPER.and(Class::BODY));
        let body = body.strip_prefix("of ").filter(|_| !paper).unwrap_or(body);
        let listed = lexicon::class(body).any(Class::AGENCY.and(Class::PUBLICATION));
        let article = body.get(..4).is_some_and(|the| the.eq_ignore_ascii_case("the "));
        // A name is the costlier to read.
        (article && is_organization(body) || known && (listed || body.contains(' ') && is_organization(body)))
            && person(name, false).is_ok_and(|(rest, _)| rest.is_empty())
    })
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

/// A role that signs for people without names: "Staff Writers", "our foreign staff", after "By" also "Staff".
pub(super) fn signs_alone(role: &str, led: bool) -> bool {
    let last = role.rsplit(' ').next().unwrap_or_default().trim_end_matches('s').to_ascii_lowercase();
    let trade =
        ["writer", "reporter", "correspondent", "staff", "desk", "bureau", "team"].contains(&last.as_str());
    let ours = |word: &str| is_role_word(word) || word.eq_ignore_ascii_case("our");
    trade && (led || role.contains(' ')) && role.split(' ').all(ours)
}

/// "TheMirror": a paper's name as pages run it together.
fn run_together(input: &str) -> Parsed<'_, &str> {
    let (rest, text) = word(input)?;
    let paper =
        text.strip_prefix("The").or_else(|| text.strip_suffix("News")).or_else(|| text.strip_suffix("Live"));
    let joined = paper.is_some_and(|name| name.len() > 3 && name.starts_with(char::is_uppercase));
    if joined { Ok((rest, text)) } else { no() }
}

/// A word that roles are built of: "Political", "Chief", "Writer".
pub(super) fn is_role_word(word: &str) -> bool {
    let class = lexicon::class(word.trim_end_matches(['.', ',', ':']));
    class.any(Class::BYLINE_ROLE.and(Class::ROLE)) && !class.any(Class::FIRST_NAME)
}

/// The noun that a role ends with: "Writer", "Correspondent", "Desk". "Politics" is none, nor is "Agency".
pub(super) fn is_trade(word: &str) -> bool {
    const MORE: &[&str] =
        &["contributor", "contributors", "editors", "fellow", "desk", "bureau", "team", "staff", "staffer"];
    let word = word.trim_end_matches(['.', ',', ':']);
    let class = lexicon::class(word);
    MORE.iter().any(|more| more.eq_ignore_ascii_case(word))
        || class.any(Class::ROLE.and(Class::OFFICE).and(Class::GROUP))
            && !class.any(Class::ORG_SUFFIX.and(Class::FIRST_NAME))
}

/// "Chief Political Correspondent", "Staff Writer": ends with a word of the trade.
fn role<'a>(input: &'a str, words: Option<&'a str>, fresh: bool) -> Parsed<'a, &'a str> {
    let Some(text) = words else { return no() };
    let mut words = text.split_whitespace();
    let last = words.clone().next_back().unwrap_or_default();
    let first = words.next().unwrap_or_default();
    // "Dana Cook", "Dana Cook News Reporter": a name comes first, and its surname may be a trade too.
    let count = text.split_whitespace().count();
    let trade = |word: &str| lexicon::class(word).any(Class::BYLINE_ROLE);
    let opens = is_role_word(first) || first.eq_ignore_ascii_case("our");
    let named = !trade(first)
        && (lexicon::class(first).any(Class::FIRST_NAME) || count == 2 && !trade(last) || fresh && !opens);
    let titled = is_role_word(last)
        || is_role_word(first) && lexicon::class(last).any(Class::ORG_SUFFIX.and(Class::OFFICE));
    if count <= 8 && !named && titled && (first != last || first.len() > 3) {
        Ok((&input[text.len()..], text))
    } else {
        no()
    }
}

/// A person, and a role set after the name without a comma.
fn author<'a>(input: &'a str, words: Option<&'a str>, led: bool) -> Parsed<'a, Item<'a>> {
    let (rest, name) = person(input, led)?;
    let class = lexicon::class(name);
    let alone = !name.contains(' ');
    let ends =
        || rest.trim().is_empty() || rest.starts_with([',', '\n', '\r', '@']) || stops(rest.trim_start());
    if class.any(Class::WEEKDAY.and(Class::MONTH).and(Class::COUNTRY)) || alone && !ends() {
        return no();
    }
    let end = role_start(words, name).or_else(|| name_before_body(name));
    let Some(end) = end else { return Ok((rest, Item::Person(name, None))) };
    let (cut, after) = (input[..end].trim_end(), input[end..].trim_start());
    match role_after(after) {
        Ok((rest, role)) => Ok((rest, Item::Person(cut, Some(role)))),
        Err(_) => Ok((after, Item::Person(cut, None))),
    }
}

/// Where a role starts within the capitalised run `name`, of all the `words` of the part.
fn role_start(words: Option<&str>, name: &str) -> Option<usize> {
    let all = words?;
    if !is_trade(all.rsplit(' ').next().unwrap_or_default()) || all.len() < name.len() {
        return None;
    }
    let starts = name.match_indices(' ').map(|(at, _)| at + 1).skip(1);
    starts.into_iter().find(|at| {
        let word = name[*at..].split(' ').next().unwrap_or_default();
        // "Ann Lind Travel News Reporter": two words are a name, unless the second is an initial.
        let second = name[..*at].trim_end().rsplit(' ').next().unwrap_or_default();
        let particle = second.len() <= 2 || lexicon::class(second).any(Class::PARTICLE);
        is_role_word(word) || !particle
    })
}

/// A role of any words that ends in a trade's.
fn role_after(input: &str) -> Parsed<'_, &str> {
    let (rest, text) = phrase(input)?;
    let last = text.rsplit(' ').next().unwrap_or_default();
    if is_trade(last) && text.split(' ').count() <= 8 { Ok((rest, text)) } else { no() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_with_places() {
        for (text, want) in [
            ("Harlow Bay (N.J.) Press", Some("Harlow Bay (N.J.) Press")),
            ("The (Harlow, Ohio) Courier, Sunday", Some("The (Harlow, Ohio) Courier")),
            ("a friend (N.J.) Press", None),
            ("Harlow Bay (then nine) Press", None),
            ("Harlow Bay (N.J.) Nurse", None),
            ("Harlow Bay, Ohio (N.J.) Press", None),
            ("Harlow Bay (Upper and Lower Harlow) Press", None),
            ("Harlow Bay () Press", None),
        ] {
            assert_eq!(paper_with_place(text).ok().map(|(_, paper)| paper), want, "{text}");
        }
    }
}
