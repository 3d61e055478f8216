//! A stretch of text → tokens, each with what the lexicon says of it.

use super::blank::{boundary, is_blank};
use super::letters::letters;
use crate::lexicon::{self, Class, Word, Words};
use crate::span::Span;
use memchr::memchr3;
use unicode_segmentation::UnicodeSegmentation;

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
    shape: u8,
}

const CAPITAL: u8 = 1;
const CAPITALS: u8 = 2;
const POSSESSIVE: u8 = 4;
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

/// Longest remark in brackets that is stepped over as one token, in bytes.
const ASIDE: usize = 120;

/// Appends the tokens of `window` to `out`. `atoms` are passages in marks inside the window, in order and
/// without overlap, marks included: each comes out as one token and its words are not read.
pub(crate) fn words(text: &str, window: Span, atoms: &[Span], out: &mut Vec<Token>) {
    let (mut at, end) = (window.start as usize, window.end as usize);
    for atom in atoms {
        at = plain(text, at, end.min(atom.start as usize), out);
        if at == atom.start as usize && at < end {
            out.push(token(at, atom.end as usize, Kind::Passage));
            at = (atom.end as usize).max(at + 1);
        }
    }
    plain(text, at, end, out);
}

/// Appends `words` to `out` with each of `atoms` as one token in place of the words inside it. Says whether that could
/// be done: not where a word touches the start of an atom, since what joins words looks past its end, or goes over an
/// edge.
pub(crate) fn fold(words: &[Token], atoms: &[Span], out: &mut Vec<Token>) -> bool {
    let mut rest = words;
    for atom in atoms {
        let (before, from) = rest.split_at(rest.partition_point(|word| word.start < atom.start));
        let (inside, after) = from.split_at(from.partition_point(|word| word.start < atom.end));
        let touches = |word: &Token| {
            word.end > atom.start || word.end == atom.start && matches!(word.kind, Kind::Word | Kind::Number)
        };
        if before.last().is_some_and(touches) || inside.last().is_some_and(|word| word.end > atom.end) {
            return false;
        }
        out.extend_from_slice(before);
        out.push(token(atom.start as usize, atom.end as usize, Kind::Passage));
        rest = after;
    }
    out.extend_from_slice(rest);
    true
}

/// Appends the tokens of a stretch without atoms; says where they end.
fn plain(text: &str, mut at: usize, end: usize, out: &mut Vec<Token>) -> usize {
    let bytes = text.as_bytes();
    while at < end {
        // Tokens are written where they stay: to make them elsewhere and move them here costs more than to read them.
        at = match bytes[at] {
            b' ' | b'\t' | b'\n' | b'\r' => at + 1,
            b'A'..=b'Z' | b'a'..=b'z' => match plain_word(bytes, at, end, out) {
                Some(next) => next,
                None => word(text, at, end, out),
            },
            b'0'..=b'9' => word(text, at, end, out),
            0x80.. => wide(text, at, end, out),
            _ => mark(&bytes[..end], at, out),
        };
    }
    at
}

/// A character that is no letter; says where its token ends.
fn mark(bytes: &[u8], at: usize, out: &mut Vec<Token>) -> usize {
    let run = |also: &[u8]| bytes[at..].iter().take_while(|byte| also.contains(byte)).count();
    let (kind, len) = match bytes[at] {
        b',' => (Kind::Comma, 1),
        b';' => (Kind::Semicolon, 1),
        b':' => (Kind::Colon, 1),
        b'.' | b'?' | b'!' => (Kind::Stop, run(b".?!")),
        b'-' | b'_' => (Kind::Dash, run(b"-_")),
        b'(' | b'[' => match aside(bytes, at) {
            Some(len) => (Kind::Aside, len),
            None => (Kind::Other, 1),
        },
        _ => (Kind::Other, 1),
    };
    out.push(token(at, at + len, kind));
    at + len
}

/// The length of the remark in brackets that opens at `at`, if it is closed soon.
fn aside(bytes: &[u8], at: usize) -> Option<usize> {
    let close = if bytes[at] == b'(' { b')' } else { b']' };
    let window = &bytes[at..bytes.len().min(at + ASIDE)];
    memchr3(close, b'\n', b'\r', window).filter(|len| window[*len] == close).map(|len| len + 1)
}

fn token(start: usize, end: usize, kind: Kind) -> Token {
    Token { start: start as u32, end: end as u32, class: Class::NONE, kind, shape: 0 }
}

/// A character outside ASCII; says where its token ends.
fn wide(text: &str, at: usize, end: usize, out: &mut Vec<Token>) -> usize {
    let Some(c) = text[at..].chars().next() else { return end };
    let next = at + c.len_utf8();
    let kind = match c {
        '–' | '—' | '―' => Kind::Dash,
        '…' => Kind::Stop,
        _ if is_blank(c) => return next,
        _ if c.is_alphanumeric() => return word(text, at, end, out),
        _ => Kind::Other,
    };
    out.push(token(at, next, kind));
    next
}

/// Where the letters and digits of a word end, joined by what joins words.
struct Run {
    end: usize,
    /// The last apostrophe: where it stands and its length.
    apostrophe: Option<(usize, usize)>,
}

fn run(text: &str, at: usize, end: usize) -> Run {
    let bytes = &text.as_bytes()[..end];
    let mut run = Run { end: at, apostrophe: None };
    loop {
        run.end += bytes[run.end..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let Some(byte) = bytes.get(run.end).copied() else { return run };
        let next = bytes.get(run.end + 1).copied().unwrap_or(b' ');
        let len = match byte {
            b'\'' if next.is_ascii_alphabetic() => {
                run.apostrophe = Some((run.end, 1));
                1
            }
            b'-' | b'&' | b'@' | b'_' if next.is_ascii_alphanumeric() || next >= 0xC3 => 1,
            b'.' if next.is_ascii_alphanumeric() => 1,
            b',' | b':' if next.is_ascii_digit() && run.end > at && bytes[run.end - 1].is_ascii_digit() => 1,
            0x80.. => match text[run.end..end].chars().next() {
                Some('’') if bytes.get(run.end + 3).is_some_and(u8::is_ascii_alphabetic) => {
                    run.apostrophe = Some((run.end, 3));
                    3
                }
                Some(c) if c.is_alphanumeric() => wide_len(text, run.end, end),
                Some(c) if is_mark(c) => c.len_utf8(),
                _ => return run,
            },
            _ => return run,
        };
        run.end += len;
    }
}

/// Bytes of a word outside ASCII that are looked at together.
const WINDOW: usize = 64;

/// How far a word goes on from the letter outside ASCII at `at`: in many scripts vowels and signs are marks, so
/// Unicode's word boundaries say. What joins words is left to the caller.
fn wide_len(text: &str, at: usize, end: usize) -> usize {
    let window = &text[at..boundary(text, (at + WINDOW).min(end))];
    let word = window.split_word_bounds().next().unwrap_or(window);
    word.find(['’', '\'', '.', ':', '·', '_']).unwrap_or(word.len())
}

/// Bytes that may go on with a word of letters, or end it in a way that tells something of it; a period aside.
const JOINS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = (byte as u8).is_ascii_alphanumeric()
            || byte >= 0x80
            || matches!(byte as u8, b'\'' | b'-' | b'&' | b'@' | b'_');
        byte += 1;
    }
    table
};

/// Bytes after which no more of a word of letters can follow, and no period.
const ENDS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = !JOINS[byte] && byte as u8 != b'.';
        byte += 1;
    }
    table
};

/// The word at `at`, which starts with an ASCII letter, if it is of few such letters and no more than a possessive
/// ending joins it; says where that ends, and the space after it. It is read in registers, without a step a byte.
#[inline]
fn plain_word(text: &[u8], at: usize, end: usize, out: &mut Vec<Token>) -> Option<usize> {
    let (head, tail, len) = letters(text, at, end)?;
    let stop = at + len;
    let after = if stop < end { text[stop] } else { b'\n' };
    if !ENDS[usize::from(after)] {
        return joined_word(&text[..end], at, (head, tail, len), out);
    }
    let class = lexicon::in_registers(head, tail);
    let shape = shape(text, at, stop, class);
    out.push(Token { start: at as u32, end: stop as u32, class, kind: Kind::Word, shape });
    Some(stop + usize::from(after == b' '))
}

/// The word of letters at `at`, which `text` does not end, with the possessive ending or the period that is part of it;
/// `letters` are its letters. None if more joins it.
fn joined_word(
    text: &[u8],
    at: usize,
    (head, tail, len): (u64, u64, usize),
    out: &mut Vec<Token>,
) -> Option<usize> {
    let mut stop = at + len;
    let (mut next, mut possessive) = (stop, 0);
    let byte = |at: usize| text.get(at).copied().unwrap_or(b' ');
    if JOINS[usize::from(byte(next))] {
        next = possessive_end(text, next)?;
        possessive = POSSESSIVE;
    }
    let mut class = lexicon::in_registers(head, tail);
    if byte(next) == b'.' {
        if byte(next + 1).is_ascii_alphanumeric() {
            return None;
        }
        let dotted = if possessive == 0 { dotted(head, tail, len) } else { Class::NONE };
        let initial = len == 1 && text[at].is_ascii_uppercase() && text[at] != b'I';
        if dotted.any(DOTTED) || possessive == 0 && initial {
            class = dotted;
            stop += 1;
            next = stop;
        }
    }
    let shape = shape(text, at, stop, class) | possessive;
    out.push(Token { start: at as u32, end: stop as u32, class, kind: Kind::Word, shape });
    Some(next)
}

/// The shape of the word of ASCII letters at `at..stop`, with or without a period.
#[inline]
fn shape(text: &[u8], at: usize, stop: usize, class: Class) -> u8 {
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
fn small(word: &[u8], class: Class) -> u8 {
    let ends = |ending: [u8; 2]| word.last_chunk() == Some(&ending);
    let (long, none) = (word.len() > 4, class.is_none());
    let adverbial = long & ends(*b"ly") & !class.any(Class::FIRST_NAME);
    let finite = class.any(VERB) | none & long & ends(*b"ed");
    let ing = none & (word.last_chunk() == Some(b"ing"));
    (u8::from(adverbial) * ADVERBIAL) | (u8::from(finite) * FINITE) | (u8::from(ing) * ING)
}

/// Forms of verbs that have a subject.
const VERB: Class = Class::AUXILIARY.and(Class::COMMON_VERB).and(Class::PAST).and(Class::THIRD);

/// The classes of a word of `len` letters with a period after it.
fn dotted(head: u64, tail: u64, len: usize) -> Class {
    let dot = |key: u64, len: usize| key | u64::from(b'.') << (8 * len);
    if len < 8 {
        lexicon::in_registers(dot(head, len), 0)
    } else {
        lexicon::in_registers(head, dot(tail, len - 8))
    }
}

/// Where the ’s that stands at `at` ends, if it ends its word.
fn possessive_end(text: &[u8], at: usize) -> Option<usize> {
    let next = match text[at..] {
        [b'\'', b's' | b'S', ..] => at + 2,
        [0xE2, 0x80, 0x99, b's' | b'S', ..] => at + 4,
        _ => return None,
    };
    (!text.get(next).is_some_and(|byte| JOINS[usize::from(*byte)])).then_some(next)
}

/// A word or number that starts at `at`; says where what belongs to it ends.
fn word(text: &str, at: usize, end: usize, out: &mut Vec<Token>) -> usize {
    let bytes = text.as_bytes();
    let run = run(text, at, end);
    let mut stem = run.end;
    let (mut shape, mut next) = (0, run.end);
    let s_ends = bytes[run.end - 1] | 32 == b's';
    if s_ends {
        if let Some((from, _)) = run.apostrophe.filter(|(from, len)| run.end - from - len == 1) {
            stem = from;
            shape |= POSSESSIVE;
        } else {
            // The apostrophe of a plural: "the senators’ letter".
            let mark = match &bytes[run.end..end] {
                [b'\'', b' ', ..] => 1,
                [0xE2, 0x80, 0x99, b' ', ..] => 3,
                _ => 0,
            };
            if mark > 0 {
                shape |= POSSESSIVE;
                next += mark;
            }
        }
    }
    let mut class = lexicon::class(&text[at..stem]);
    let mut stop = stem;
    if shape == 0 && run.end < end && bytes[run.end] == b'.' {
        let dotted = lexicon::class(&text[at..=run.end]);
        if dotted.any(DOTTED) || is_initial(text, at, run.end) {
            class = dotted;
            stop = run.end + 1;
            next = stop;
        }
    }
    let word = &bytes[at..stop];
    let kind = if word[0].is_ascii_digit() { Kind::Number } else { Kind::Word };
    let capital =
        word[0].is_ascii_uppercase() || word[0] >= 0x80 && text[at..].starts_with(char::is_uppercase);
    if capital {
        shape |= CAPITAL;
        let rest = &word[1..];
        if rest.iter().any(u8::is_ascii_uppercase) && !rest.iter().any(u8::is_ascii_lowercase) {
            shape |= CAPITALS;
        }
    } else if kind == Kind::Word {
        shape |= small(word, class);
    }
    out.push(Token { start: at as u32, end: stop as u32, class, kind, shape });
    next
}

/// Lists whose entries are written with a period.
const DOTTED: Class = Class::ABBREVIATION
    .and(Class::FINAL_ABBREVIATION)
    .and(Class::TITLE)
    .and(Class::STATE)
    .and(Class::MONTH)
    .and(Class::SUFFIX)
    .and(Class::ORG_SUFFIX);

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200D}' | '\u{AD}')
}

/// Whether the period at `dot` belongs to an initial ("J. Lind") or an abbreviation of letters ("U.S.").
fn is_initial(text: &str, at: usize, dot: usize) -> bool {
    let word = &text.as_bytes()[at..dot];
    match word {
        [letter] => letter.is_ascii_uppercase() && *letter != b'I',
        [.., b'.', letter] => letter.is_ascii_uppercase(),
        _ => false,
    }
}

/// The tokens of all of `text`.
#[cfg(test)]
pub(crate) fn lex(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    words(text, Span::from_usize(0, text.len()), &[], &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(&str, Kind)> {
        lex(text).iter().map(|token| (token.text(text), token.kind)).collect()
    }

    #[test]
    fn tokens() {
        use Kind::{Aside, Comma, Dash, Number, Other, Stop, Word};
        let cases: &[(&str, &[(&str, Kind)])] = &[
            ("Ms. Lee said.", &[("Ms.", Word), ("Lee", Word), ("said", Word), (".", Stop)]),
            ("Lee’s aide", &[("Lee", Word), ("aide", Word)]),
            ("it isn’t so", &[("it", Word), ("isn’t", Word), ("so", Word)]),
            (
                "the U.S. — 1,200 men",
                &[("the", Word), ("U.S.", Word), ("—", Dash), ("1,200", Number), ("men", Word)],
            ),
            (
                "Sen. Ide (D-Ala.), who",
                &[("Sen.", Word), ("Ide", Word), ("(D-Ala.)", Aside), (",", Comma), ("who", Word)],
            ),
            ("José -- e-mail", &[("José", Word), ("--", Dash), ("e-mail", Word)]),
            ("J. R. Lind?!", &[("J.", Word), ("R.", Word), ("Lind", Word), ("?!", Stop)]),
            ("हिन्दी कहा", &[("हिन्दी", Word), ("कहा", Word)]),
            ("José’s Zoë", &[("José", Word), ("Zoë", Word)]),
            ("(", &[("(", Other)]),
        ];
        for (text, want) in cases {
            assert_eq!(kinds(text), *want, "{text:?}");
        }
    }

    #[test]
    fn atoms_are_not_read() {
        let (text, mut out) = ("He said “no, never” twice", Vec::new());
        let atom = Span::from_usize(8, text.find(" twice").unwrap());
        words(text, Span::from_usize(0, text.len()), &[atom], &mut out);
        let got: Vec<_> = out.iter().map(|token| token.text(text)).collect();
        assert_eq!(got, ["He", "said", "“no, never”", "twice"]);
        let (all, mut folded) = (lex(text), Vec::new());
        assert!(fold(&all, &[atom], &mut folded));
        assert_eq!(format!("{folded:?}"), format!("{out:?}"));
        // A word may go over the edge of an atom, as where Hebrew sets a mark inside an abbreviation, or meet it.
        for start in [atom.start - 2, atom.start - 1] {
            assert!(!fold(&all, &[Span::new(start, atom.end)], &mut folded));
        }
    }
}
