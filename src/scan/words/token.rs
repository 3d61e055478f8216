//! What a token is, and what its form says of it.

use crate::lexicon::{Class, Word, Words};
use crate::span::Span;

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Word,
    Number,
    Comma,
    Semicolon,
    Colon,
    /// A dash that stands between words, of any length.
    Dash,
    /// `.`, `?`, `!` or an ellipsis that is no part of a word.
    Stop,
    /// A passage in marks, marks included, given to the lexer as one atom.
    Passage,
    /// A short remark in brackets, brackets included.
    Aside,
    Other,
}

/// One token. `start..end` leaves out a possessive ending.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) class: Class,
    pub(crate) kind: Kind,
    pub(super) shape: u8,
}

pub(super) const CAPITAL: u8 = 1;
pub(super) const CAPITALS: u8 = 2;
pub(super) const POSSESSIVE: u8 = 4;
const ADVERBIAL: u8 = 8;
const FINITE: u8 = 16;
const ING: u8 = 32;

impl Token {
    pub(crate) fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
    pub(crate) fn is(&self, kind: Kind) -> bool {
        self.kind == kind
    }
    pub(crate) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }
    /// A word whose first letter is a capital.
    pub(crate) fn capital(&self) -> bool {
        self.shape & CAPITAL != 0
    }
    /// A word of two or more letters, all capitals.
    pub(crate) fn capitals(&self) -> bool {
        self.shape & CAPITALS != 0
    }
    /// Ends with ’s, or with the apostrophe of a plural.
    pub(crate) fn possessive(&self) -> bool {
        self.shape & POSSESSIVE != 0
    }
    /// An adverb, of the list or by its ending.
    pub(crate) fn adverb(&self) -> bool {
        self.class.any(Class::ADVERB) || self.shape & ADVERBIAL != 0
    }
    pub(crate) fn text<'a>(&self, source: &'a str) -> &'a str {
        self.span().of(source)
    }
    /// Whether it is this word, in any case.
    #[inline]
    pub(crate) fn says(&self, word: Word) -> bool {
        self.class.word() == word
    }
    /// Whether it is one of these words, in any case.
    #[inline]
    pub(crate) fn is_one(&self, words: Words) -> bool {
        words.has(self.class.word())
    }
    /// A form that only a verb with a subject has, as far as lists and endings tell.
    #[inline]
    pub(crate) fn is_finite(&self) -> bool {
        self.shape & FINITE != 0
    }
    /// A word that no list has and that ends in -ing.
    pub(crate) fn ends_in_ing(&self) -> bool {
        self.shape & ING != 0
    }
}

/// The shape of the word of ASCII letters at `at..stop`, with or without a period.
#[inline]
pub(super) fn shape(text: &[u8], at: usize, stop: usize, class: Class) -> u8 {
    if !text[at].is_ascii_uppercase() {
        return small(&text[at..stop], class);
    }
    // What is asked first is what hardly any word has.
    if text.get(at + 1).is_some_and(u8::is_ascii_uppercase) {
        let rest = &text[at + 1..stop];
        let letters = rest.strip_suffix(b".").unwrap_or(rest);
        let capitals = !letters.is_empty() && letters.iter().all(u8::is_ascii_uppercase);
        return if capitals { CAPITAL | CAPITALS } else { CAPITAL };
    }
    CAPITAL
}

/// The shape of a word without a capital. No step depends on the word, since words are unlike each other.
#[inline]
pub(super) fn small(word: &[u8], class: Class) -> u8 {
    let ends = |ending: [u8; 2]| word.last_chunk() == Some(&ending);
    let (long, none) = (word.len() > 4, class.is_none());
    let adverbial = long & ends(*b"ly") & !class.any(NAMED);
    let finite = class.any(VERB) | none & long & ends(*b"ed");
    let ing = none & (word.last_chunk() == Some(b"ing"));
    (u8::from(adverbial) * ADVERBIAL) | (u8::from(finite) * FINITE) | (u8::from(ing) * ING)
}

/// What a word that ends as adverbs do may be instead: "Emily", "family", "assembly", "reply".
const NAMED: Class = Class::FIRST_NAME.and(Class::GROUP).and(Class::ORGANIZATION).and(Class::SAY_NOUN);

/// Forms of verbs that have a subject.
const VERB: Class = Class::AUXILIARY.and(Class::COMMON_VERB).and(Class::PAST).and(Class::THIRD);
