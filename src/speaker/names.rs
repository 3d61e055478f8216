//! The names that stand in a text.

use crate::lexicon::Class;
use crate::limits::{CANDIDATES, LABEL_LEN, NAME_WORDS};
use crate::quote::QuoteNode;
use crate::scan::words::{Kind, Token, words};
use crate::span::Span;
use alloc::vec::Vec;

/// What is known of a person's gender from words, not from the world.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Gender {
    Male,
    Female,
    Unknown,
}

impl Gender {
    pub(super) fn of(class: Class) -> Gender {
        match (class.any(Class::MALE), class.any(Class::FEMALE)) {
            (true, false) => Gender::Male,
            (false, true) => Gender::Female,
            _ => Gender::Unknown,
        }
    }

    pub(super) fn fits(self, other: Gender) -> bool {
        self == other || self == Gender::Unknown || other == Gender::Unknown
    }
}

/// A run of capitalised words that may name someone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    /// The name without title.
    pub(super) span: Span,
    pub(super) title: Option<Span>,
    /// Its last word, a suffix such as "Jr." left out.
    pub(super) last: Span,
    pub(super) first: Span,
    pub(super) words: u8,
    pub(super) gender: Gender,
    /// A first name of the list, a title or an office says that it is a person.
    pub(super) person: bool,
    /// Number of its sentence in the article.
    pub(super) sentence: u32,
    /// Stands where subjects stand: at the start of its sentence or clause.
    pub(super) subject: bool,
    /// Stands inside marks.
    pub(super) quoted: bool,
}

/// All names of an article, in order, and where its sentences start.
#[derive(Default)]
pub(super) struct Names {
    pub(super) all: Vec<Name>,
    /// An entry for each name; sorted, names with one last word stand together, in the order of the text.
    by_last: Vec<Entry>,
    sentences: Vec<Span>,
}

/// Bits of an [`Entry`] that count words, and the most that they count: it stands for more, too.
const COUNT: u32 = 4;
const MOST: u8 = (1 << COUNT) - 1;
/// Names that an [`Entry`] can tell apart; more stand in no text of less than hundreds of megabytes.
const NUMBERED: usize = 1 << (u32::BITS - COUNT);

/// The hash of a name's last word, its number, and how many words it has, from the high bits down: one number is quick
/// to sort, and says which names are not worth a look.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Entry(u64);

impl Entry {
    fn new(text: &str, number: usize, name: &Name) -> Entry {
        Entry(high_hash(name.last.of(text)) | (number as u64) << COUNT | u64::from(name.words.min(MOST)))
    }

    fn number(self) -> usize {
        (self.0 as u32 >> COUNT) as usize
    }

    fn words(self) -> u8 {
        self.0 as u8 & MOST
    }
}

impl Names {
    /// Names of which the last word is `last` and that have more than `words`: of those before `offset` the nearest
    /// first, and those from it on. Names that end with another word of the same hash may be among them, and of very long
    /// ones some that have no more; names that many others stand between are not.
    pub(super) fn with_last(
        &self,
        text: &str,
        last: Span,
        offset: u32,
        words: u8,
    ) -> (impl Iterator<Item = &Name>, impl Iterator<Item = &Name>) {
        let hash = high_hash(last.of(text));
        let from = &self.by_last[self.by_last.partition_point(|entry| entry.0 < hash)..];
        let found = &from[..from.partition_point(|entry| entry.0 >> 32 == hash >> 32)];
        let name = |entry: &Entry| &self.all[entry.number()];
        let fuller = move |entry: &&Entry| entry.words() > words.min(MOST - 1);
        let (before, after) = found.split_at(found.partition_point(|entry| name(entry).span.start < offset));
        (
            before.iter().rev().take(CANDIDATES).filter(fuller).map(name),
            after.iter().take(CANDIDATES).filter(fuller).map(name),
        )
    }

    /// The number of the sentence that holds `offset`.
    pub(super) fn sentence(&self, offset: u32) -> u32 {
        self.sentences.partition_point(|sentence| sentence.start <= offset) as u32
    }

    /// The sentence that holds `offset`.
    pub(super) fn sentence_span(&self, offset: u32) -> Option<Span> {
        (self.sentence(offset) as usize).checked_sub(1).map(|at| self.sentences[at])
    }
}

/// What FNV-1a starts from and multiplies by.
pub(super) const FNV_START: u64 = 0xCBF2_9CE4_8422_2325;
pub(super) const FNV_PRIME: u64 = 0x0100_0000_01B3;

/// FNV-1a over the word in lower case, in the high half of the number.
fn high_hash(word: &str) -> u64 {
    let hash = word
        .bytes()
        .fold(FNV_START, |hash, byte| (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(FNV_PRIME));
    hash & !u64::from(u32::MAX)
}

/// Gathers the names of a text, sentence by sentence, with buffers that are used again.
#[derive(Default)]
pub(super) struct NameReader {
    names: Names,
    tokens: Vec<Token>,
}

impl NameReader {
    /// Starts a text.
    pub(super) fn start(&mut self, text: &str) {
        let Names { all, by_last, sentences } = &mut self.names;
        all.clear();
        by_last.clear();
        sentences.clear();
        // A name in every ten words and a sentence in every twenty: the lists hardly grow.
        all.reserve(text.len() / 48);
        sentences.reserve(text.len() / 96);
    }

    /// Takes the next sentence, with its tokens where these have been read.
    pub(super) fn sentence(&mut self, text: &str, sentence: Span, read: Option<&[Token]>) {
        self.names.sentences.push(sentence);
        let tokens = read.unwrap_or_else(|| {
            self.tokens.clear();
            words(text, sentence, &[], &mut self.tokens);
            &self.tokens
        });
        enter(text, tokens, self.names.sentences.len() as u32, &mut self.names.all);
    }

    /// All names, told apart by whether they stand in marks.
    pub(super) fn finish(&mut self, text: &str, quotes: &[QuoteNode]) -> &Names {
        let (names, mut quote) = (&mut self.names, 0);
        for name in &mut names.all {
            while quotes.get(quote).is_some_and(|quote| quote.outer.end <= name.span.start) {
                quote += 1;
            }
            name.quoted = quotes.get(quote).is_some_and(|quote| quote.outer.start <= name.span.start);
        }
        names.by_last.extend((0..NUMBERED).zip(&names.all).map(|(at, name)| Entry::new(text, at, name)));
        names.by_last.sort_unstable();
        names
    }
}

/// Appends the names of a sentence, which is the one with this number.
fn enter(text: &str, tokens: &[Token], sentence: u32, out: &mut Vec<Name>) {
    let mut at = 0;
    while let Some(skipped) = tokens[at..].iter().position(starts_name) {
        let from = at + skipped;
        at = run(text, tokens, from);
        let name = read(tokens, from, at).filter(|name| name.span.len() <= LABEL_LEN);
        out.extend(name.map(|name| Name { sentence, ..name }));
    }
}

fn starts_name(token: &Token) -> bool {
    token.capital() && !is_sentence_word(token)
}

/// A function word that has its capital from the start of a sentence.
fn is_sentence_word(token: &Token) -> bool {
    token.class.any(Class::FUNCTION.and(Class::ADVERB).and(Class::WEEKDAY))
        && !token.class.any(Class::FIRST_NAME.and(Class::PARTICLE).and(Class::TITLE))
        || token.class.any(Class::MONTH) && !token.class.any(Class::FIRST_NAME)
        || token.class.any(Class::DETERMINER.and(Class::PRONOUN))
}

/// The end of the run of name words that starts at `at`.
fn run(text: &str, tokens: &[Token], at: usize) -> usize {
    let mut end = at + 1;
    while end < tokens.len().min(at + 2 * NAME_WORDS) && !tokens[end - 1].possessive() {
        let token = &tokens[end];
        let part = starts_name(token);
        let particle = token.is_word()
            && !token.capital()
            && token.class.any(Class::PARTICLE)
            && !token.class.any(Class::FUNCTION)
            && tokens.get(end + 1).is_some_and(|next| next.is_word() && next.capital());
        let suffix = token.is(Kind::Comma)
            && tokens
                .get(end + 1)
                .is_some_and(|next| next.class.any(Class::SUFFIX) && next.text(text).starts_with(['J', 'S']));
        if !(part || particle || suffix) || !adjacent(text, tokens, end) {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a token follows the one before it with nothing but a space between.
fn adjacent(text: &str, tokens: &[Token], at: usize) -> bool {
    let (from, to) = (tokens[at - 1].end as usize, tokens[at].start as usize);
    if from + 1 == to && text.as_bytes()[from] == b' ' {
        return true;
    }
    let gap = &text[from..to];
    tokens[at].is(Kind::Comma) && gap.is_empty()
        || gap.chars().all(char::is_whitespace) && !gap.is_empty()
        || gap == ", "
}

/// The name in a run of tokens.
pub(super) fn read(tokens: &[Token], from: usize, to: usize) -> Option<Name> {
    let is_body = tokens[to - 1].class.any(Class::BODY) && !tokens[to - 1].class.any(Class::FIRST_NAME);
    let titled = if is_body { from } else { title_end(tokens, from, to) };
    let body = &tokens[titled..to];
    let (first, end) = (body.first()?, body.last()?);
    let last =
        body.iter().rev().find(|token| token.is_word() && !token.class.any(Class::SUFFIX)).unwrap_or(end);
    let title = (titled > from).then(|| Span::new(tokens[from].start, tokens[titled - 1].end));
    let courtesy = tokens[from..titled].iter().fold(Class::NONE, |class, token| class.and(token.class));
    let gender = match Gender::of(courtesy) {
        Gender::Unknown if first.class.any(Class::FIRST_NAME) && body.len() > 1 => Gender::of(first.class),
        gender => gender,
    };
    let person = title.is_some()
        || first.class.any(Class::FIRST_NAME) && body.len() > 1 && !last.class.any(Class::BODY);
    let opens = from == 0
        || matches!(
            tokens[from - 1].kind,
            Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Dash | Kind::Other
        )
        || tokens[from - 1].class.any(Class::COORDINATOR.and(Class::SUBORDINATOR))
            && tokens[from - 1].is_word();
    Some(Name {
        span: Span::new(first.start, end.end),
        title,
        last: last.span(),
        first: first.span(),
        words: body.iter().filter(|token| token.is_word()).count().min(255) as u8,
        gender,
        person,
        sentence: 0,
        subject: opens && !tokens[to - 1].possessive(),
        quoted: false,
    })
}

/// Where the title before a name ends: after its last title, office or role, if a name follows.
pub(super) fn title_end(tokens: &[Token], from: usize, to: usize) -> usize {
    let is_title = |token: &Token| {
        token.is_word()
            && token.class.any(Class::TITLE.and(Class::OFFICE).and(Class::ROLE))
            && !token.class.any(Class::FIRST_NAME)
            && !token.possessive()
    };
    let last = (from..to.saturating_sub(1)).rev().find(|at| is_title(&tokens[*at]));
    last.map_or(from, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_a_text() {
        let text = "But Gen. Mark A. Ode met Ida van Voss, and Harlow Mayor Bo Lund Jr. left. “Ode’s plan failed,” Voss said on Monday.";
        let whole = Span::from_usize(0, text.len());
        let (mut sentences, mut quotes) = (Vec::new(), Vec::new());
        crate::body::sentences(text, whole, &mut sentences);
        crate::quote::quotations(text, core::iter::once(whole), &mut quotes);
        let mut reader = NameReader::default();
        reader.start(text);
        for sentence in sentences {
            reader.sentence(text, sentence, None);
        }
        let names = reader.finish(text, &quotes);
        let got: Vec<_> = names
            .all
            .iter()
            .map(|name| (name.title.map(|title| title.of(text)), name.span.of(text), name.quoted))
            .collect();
        assert_eq!(
            got,
            [
                (Some("Gen."), "Mark A. Ode", false),
                (None, "Ida van Voss", false),
                (Some("Harlow Mayor"), "Bo Lund Jr.", false),
                (None, "Ode", true),
                (None, "Voss", false),
            ]
        );
        let (before, after) = names.with_last(text, names.all[1].last, names.all[3].span.start, 0);
        assert_eq!((before.count(), after.count()), (1, 1));
    }
}
