//! What a mention says of itself: name or description, its head noun, gender, number and kind.

use super::SpeakerKind;
use super::names::{Gender, Name, read, title_end};
use crate::lexicon::{Class, Words, word};
use crate::scan::words::{Kind, Token, words};
use crate::span::Span;
use alloc::vec::Vec;

/// How a mention refers.
#[derive(Clone, Copy, Debug)]
pub(super) enum Reference {
    /// By a name; the part of the mention that is one.
    Name(Name),
    /// By "he", "she", "they", "it".
    Pronoun { gender: Gender, plural: bool, neuter: bool },
    /// By "who" or "which".
    Relative,
    /// By "I", "we", "you", or "one" and "another" without a noun: the text does not say who.
    Speaker,
    /// By a noun: "the soldier", "officials". With its head noun and whether "the" or the like points back.
    Description { head: Span, definite: bool, kind: SpeakerKind, gender: Gender },
}

/// A mention, read.
pub(super) struct Mention {
    pub(super) span: Span,
    pub(super) reference: Reference,
    pub(super) tokens: Vec<Token>,
}

/// Reads the mention at `span`, into `tokens`.
pub(super) fn mention(text: &str, span: Span, mut tokens: Vec<Token>) -> Mention {
    tokens.clear();
    words(text, span, &[], &mut tokens);
    let reference = reference(span, &tokens);
    Mention { span, reference, tokens }
}

fn reference(span: Span, tokens: &[Token]) -> Reference {
    let Some(first) = tokens.first() else {
        return Reference::Description {
            head: span,
            definite: false,
            kind: SpeakerKind::Unnamed,
            gender: Gender::Unknown,
        };
    };
    if tokens.len() == 1 && first.is_word() {
        let class = first.class;
        if first.says(word!("that")) || class.any(Class::RELATIVE) {
            return Reference::Relative;
        }
        let deictic = class.any(Class::FIRST_PERSON.and(Class::SECOND_PERSON)) && class.any(Class::PRONOUN);
        // "One said", "Another said": one of those whom the sentence before names together.
        let one_of_several =
            class.any(Class::DETERMINER) && (class.any(Class::INDEFINITE) || !class.any(Class::PRONOUN));
        if deictic || one_of_several {
            return Reference::Speaker;
        }
        if class.any(Class::PRONOUN) && !class.any(Class::INDEFINITE) {
            return Reference::Pronoun {
                gender: Gender::of(class),
                plural: class.any(Class::PLURAL),
                neuter: class.any(Class::NEUTER),
            };
        }
    }
    // The noun phrase up to its first preposition holds the head.
    let core = tokens
        .iter()
        .position(|token| token.is_word() && token.class.any(Class::PREPOSITION) && !token.capital())
        .unwrap_or(tokens.len())
        .max(1);
    if let Some(name) = name(tokens, core) {
        return Reference::Name(name);
    }
    let core = &tokens[..core];
    let head = core
        .iter()
        .rev()
        .find(|token| token.is_word() && token.class.any(NOUNS))
        .or_else(|| core.iter().rev().find(|token| token.is_word()))
        .unwrap_or(first);
    let definite = first.class.any(Class::DETERMINER) && first.is_one(DEFINITE);
    Reference::Description {
        head: head.span(),
        definite,
        kind: kind(head.class, core),
        gender: Gender::of(head.class),
    }
}

const DEFINITE: Words = Words::of(&["the", "this", "that", "these", "those", "his", "her", "their", "its"]);
const NOUNS: Class = Class::ROLE
    .and(Class::GROUP)
    .and(Class::ORGANIZATION)
    .and(Class::DOCUMENT)
    .and(Class::KIN)
    .and(Class::OFFICE);

/// The name in a mention's core: the capitalised run that ends it, or one that an organisation goes by.
fn name(tokens: &[Token], core: usize) -> Option<Name> {
    let tokens = &tokens[..core];
    let last = tokens.iter().rposition(|token| !token.is(Kind::Aside))?;
    // "One of the drivers", "Another": a capital that only opens the sentence.
    let opens = last == 0 && tokens[last].class.any(Class::DETERMINER);
    if opens || !tokens[last].capital() || !tokens[last].is_word() {
        return None;
    }
    let mut from = last;
    while from > 0 {
        let before = &tokens[from - 1];
        let part = before.is_word()
            && !before.class.any(Class::DETERMINER)
            && (before.capital()
                || before.class.any(Class::PARTICLE.and(Class::TITLE).and(Class::OFFICE).and(Class::ROLE)));
        if !part {
            break;
        }
        from -= 1;
    }
    // "Harlow teachers", "City Council": a capital and a common noun is a description or a body.
    if title_end(tokens, from, last + 1) == last + 1 {
        return None;
    }
    let mut name = read(tokens, from, last + 1)?;
    // A lower-case word that stands before the title belongs to it: "senior policy adviser Ida Voss".
    if let Some(title) = name.title {
        let lead = tokens[..from]
            .iter()
            .rev()
            .take_while(|token| token.is_word() && !token.class.any(Class::FUNCTION) && !token.possessive())
            .last();
        name.title = Some(Span::new(lead.map_or(title.start, |token| token.start), title.end));
    }
    Some(name)
}

fn kind(head: Class, core: &[Token]) -> SpeakerKind {
    if head.any(Class::DOCUMENT) && !head.any(Class::ROLE) {
        SpeakerKind::Document
    } else if head.any(Class::ORGANIZATION) && !head.any(Class::ROLE) {
        SpeakerKind::Organization
    } else if head.any(Class::GROUP.and(Class::PLURAL))
        || core.iter().any(|token| token.class.any(Class::COORDINATOR))
    {
        SpeakerKind::Group
    } else {
        SpeakerKind::Unnamed
    }
}

impl Mention {
    /// What a name refers to: a person, unless its words say that it is a body or a document.
    pub(super) fn kind_of_name(&self, name: &Name, text: &str) -> SpeakerKind {
        let words = || self.tokens.iter().filter(|token| name.span.contains(token.span()));
        let last = words().next_back().map_or(Class::NONE, |token| token.class);
        if words().any(|token| token.class.any(Class::COORDINATOR)) {
            return SpeakerKind::Group;
        }
        if name.person {
            return SpeakerKind::Person;
        }
        let article = self.tokens.first().is_some_and(|token| token.says(word!("the")));
        let body = last.any(
            Class::ORG_SUFFIX
                .and(Class::ORGANIZATION)
                .and(Class::AGENCY)
                .and(Class::PUBLICATION)
                .and(Class::COUNTRY),
        );
        let acronym = name.words == 1 && words().all(Token::capitals);
        let listed = crate::lexicon::class(name.span.of(text))
            .any(Class::AGENCY.and(Class::PUBLICATION).and(Class::COUNTRY).and(Class::CITY));
        if last.any(Class::DOCUMENT) && article {
            SpeakerKind::Document
        } else if last.any(Class::GROUP) {
            SpeakerKind::Group
        } else if article || body || acronym || listed {
            SpeakerKind::Organization
        } else {
            SpeakerKind::Person
        }
    }
}

/// Whether two head nouns mean the same office: "general" and "Gen.".
pub(super) fn same_office(head: &str, word: &str) -> bool {
    const SHORT: &[(&str, &str)] = &[
        ("gen", "general"),
        ("sen", "senator"),
        ("rep", "representative"),
        ("rep", "congressman"),
        ("rep", "congresswoman"),
        ("gov", "governor"),
        ("lt", "lieutenant"),
        ("col", "colonel"),
        ("capt", "captain"),
        ("sgt", "sergeant"),
        ("prof", "professor"),
        ("dr", "doctor"),
        ("pres", "president"),
        ("maj", "major"),
        ("adm", "admiral"),
        ("rev", "reverend"),
        ("det", "detective"),
        ("supt", "superintendent"),
    ];
    let word = word.trim_end_matches('.');
    head.eq_ignore_ascii_case(word)
        || SHORT
            .iter()
            .any(|(short, long)| word.eq_ignore_ascii_case(short) && head.eq_ignore_ascii_case(long))
        || head.eq_ignore_ascii_case("spokesperson")
            && word.len() > 6
            && word.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("spokes"))
}

/// The description beside a name: the apposition after it, or the noun phrase that it stands in apposition to. `tokens`
/// is room to read in.
pub(super) fn role(text: &str, span: Span, fence: Span, tokens: &mut Vec<Token>) -> Option<Span> {
    after(text, span, fence, tokens).or_else(|| before(text, span, fence, tokens))
}

/// The longest description, in bytes.
const LONGEST: usize = 200;

/// "Butler, a U.S. military spokesman": from the comma to the next mark.
fn after(text: &str, span: Span, fence: Span, tokens: &mut Vec<Token>) -> Option<Span> {
    let rest = text.get(span.end as usize..fence.end as usize)?;
    let rest = match rest.strip_prefix(" (").and_then(|aside| aside.find(')')) {
        Some(close) => &rest[close + 3..],
        None => rest,
    };
    let body = rest.strip_prefix(", ")?;
    let end = body.find([',', ';', ':', '“', '"', '(', '—', '–']).unwrap_or(body.len());
    let end = memchr::memmem::find(&body.as_bytes()[..end], b"''").unwrap_or(end);
    let phrase =
        body[..end].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '?' | '!' | '”'));
    if phrase.len() >= LONGEST {
        return None;
    }
    let start = fence.end as usize - body.len();
    tokens.clear();
    words(text, Span::from_usize(start, start + phrase.len()), &[], tokens);
    let first = tokens.first()?;
    let describes = first.class.any(Class::DETERMINER.and(Class::ROLE).and(Class::KIN))
        || first.class.any(Class::OFFICE) && !first.capital()
        || first.possessive()
        || tokens.get(1).is_some_and(|second| second.class.any(Class::ROLE.and(Class::OFFICE)))
            && !first.class.any(Class::FUNCTION);
    let noun = tokens.iter().any(|token| {
        token.class.any(Class::ROLE.and(Class::OFFICE).and(Class::KIN).and(Class::GROUP))
            || token.says(word!("who"))
    });
    let finite = tokens
        .iter()
        .position(|token| token.class.any(Class::AUXILIARY.and(Class::COMMON_VERB)) && !token.capital());
    let relative = tokens.iter().position(|token| token.class.any(Class::RELATIVE));
    let clause = finite.is_some_and(|verb| relative.is_none_or(|who| who > verb));
    (describes && noun && !clause).then(|| Span::from_usize(start, start + phrase.len()))
}

/// "A Pentagon spokesman, Brig. Gen. Ryder,": the noun phrase that opens the clause before the name.
fn before(text: &str, span: Span, fence: Span, tokens: &mut Vec<Token>) -> Option<Span> {
    let head = text.get(fence.start as usize..span.start as usize)?.strip_suffix(", ")?;
    let start = head
        .rfind([',', ';', '.', '”', '"', '—'])
        .map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
    let (from, to) =
        crate::scan::blank::trim(text, fence.start as usize + start, fence.start as usize + head.len());
    tokens.clear();
    words(text, Span::from_usize(from, to), &[], tokens);
    let first = tokens.first()?;
    let noun = tokens.iter().any(|token| token.class.any(Class::ROLE.and(Class::KIN)) && !token.capital());
    (first.class.any(Class::DETERMINER) && noun && tokens.len() <= 12).then(|| Span::from_usize(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_beside_names() {
        for (text, name, want) in [
            ("said Col. Dan Ode, a city spokesman.", "Dan Ode", Some("a city spokesman")),
            (
                "said Kit Voss, an analyst who has followed the war for the Harlow Institute.",
                "Kit Voss",
                Some("an analyst who has followed the war for the Harlow Institute"),
            ),
            ("A city spokesman, Pat Ode, said", "Pat Ode", Some("A city spokesman")),
            ("Bo Lund (R-Ala.), the mayor of Harlow, said", "Bo Lund", Some("the mayor of Harlow")),
            ("Bo Lund, the train left", "Bo Lund", None),
            ("Bo Lund said", "Bo Lund", None),
        ] {
            let at = text.find(name).unwrap();
            let span = Span::from_usize(at, at + name.len());
            let got =
                role(text, span, Span::from_usize(0, text.len()), &mut Vec::new()).map(|span| span.of(text));
            assert_eq!(got, want, "{text}");
        }
    }
}
