//! A stretch of text → tokens, each with what the lexicon says of it.

use super::blank::{boundary, is_blank};
use crate::lexicon::{self, Class, Hash};
use crate::span::Span;
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
    pub(crate) fn says(&self, source: &str, word: &str) -> bool {
        self.kind == Kind::Word && self.text(source).eq_ignore_ascii_case(word)
    }
}

/// Longest remark in brackets that is stepped over as one token, in bytes.
const ASIDE: usize = 120;

/// Appends the tokens of `window` to `out`. `atoms` are passages in marks inside the window, in order and
/// without overlap, marks included: each comes out as one token and its words are not read.
pub(crate) fn words(text: &str, window: Span, atoms: &[Span], out: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    let end = window.end as usize;
    let mut at = window.start as usize;
    let mut atoms = atoms.iter().copied().peekable();
    while at < end {
        while atoms.next_if(|atom| (atom.start as usize) < at).is_some() {}
        if let Some(atom) = atoms.next_if(|atom| atom.start as usize == at) {
            out.push(token(atom.start as usize, atom.end as usize, Kind::Passage));
            at = (atom.end as usize).max(at + 1);
            continue;
        }
        let byte = bytes[at];
        let fence = atoms.peek().map_or(end, |atom| atom.start as usize).min(end);
        at = match byte {
            b' ' | b'\t' | b'\n' | b'\r' => at + 1,
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => word(text, at, fence, out),
            b',' => push(out, at, 1, Kind::Comma),
            b';' => push(out, at, 1, Kind::Semicolon),
            b':' => push(out, at, 1, Kind::Colon),
            b'.' | b'?' | b'!' => {
                let run = bytes[at..end].iter().take_while(|b| matches!(b, b'.' | b'?' | b'!')).count();
                push(out, at, run, Kind::Stop)
            }
            b'-' | b'_' => {
                let run = bytes[at..end].iter().take_while(|b| matches!(b, b'-' | b'_')).count();
                push(out, at, run, Kind::Dash)
            }
            b'(' | b'[' => {
                let close = if byte == b'(' { b')' } else { b']' };
                let limit = fence.min(at + ASIDE);
                match memchr::memchr3(close, b'\n', b'\r', &bytes[at..limit]) {
                    Some(len) if bytes[at + len] == close => push(out, at, len + 1, Kind::Aside),
                    _ => push(out, at, 1, Kind::Other),
                }
            }
            0x80.. => wide(text, at, fence, out),
            _ => push(out, at, 1, Kind::Other),
        };
    }
}

fn token(start: usize, end: usize, kind: Kind) -> Token {
    Token { start: start as u32, end: end as u32, class: Class::NONE, kind, shape: 0 }
}

fn push(out: &mut Vec<Token>, at: usize, len: usize, kind: Kind) -> usize {
    out.push(token(at, at + len, kind));
    at + len
}

/// A character outside ASCII that starts a token.
fn wide(text: &str, at: usize, end: usize, out: &mut Vec<Token>) -> usize {
    let Some(c) = text[at..].chars().next() else {
        return end;
    };
    let len = c.len_utf8();
    match c {
        '–' | '—' | '―' => push(out, at, len, Kind::Dash),
        '…' => push(out, at, len, Kind::Stop),
        _ if is_blank(c) => at + len,
        _ if c.is_alphanumeric() => word(text, at, end, out),
        _ => push(out, at, len, Kind::Other),
    }
}

/// ASCII letters, in lower case, and digits; zero for every other byte.
const FOLD: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        if (byte as u8).is_ascii_alphanumeric() {
            table[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

/// Where the letters and digits of a word end, joined by what joins words.
struct Run {
    end: usize,
    hash: Hash,
    /// The last apostrophe: where it stands, its length, and the hash of what stands before it.
    apostrophe: Option<(usize, usize, Hash)>,
}

fn run(text: &str, at: usize, end: usize) -> Run {
    let bytes = &text.as_bytes()[..end];
    let mut run = Run { end: at, hash: Hash::START, apostrophe: None };
    loop {
        while let Some(folded) =
            bytes.get(run.end).map(|byte| FOLD[*byte as usize]).filter(|folded| *folded != 0)
        {
            run.hash = run.hash.feed(folded);
            run.end += 1;
        }
        let Some(byte) = bytes.get(run.end).copied() else { return run };
        let next = bytes.get(run.end + 1).copied().unwrap_or(b' ');
        let len = match byte {
            b'\'' if next.is_ascii_alphabetic() => {
                run.apostrophe = Some((run.end, 1, run.hash));
                1
            }
            b'-' | b'&' | b'@' | b'_' if FOLD[next as usize] != 0 || next >= 0xC3 => 1,
            b'.' if FOLD[next as usize] != 0 => 1,
            b',' | b':' if next.is_ascii_digit() && run.end > at && bytes[run.end - 1].is_ascii_digit() => 1,
            0x80.. => match text[run.end..end].chars().next() {
                Some('’') if bytes.get(run.end + 3).is_some_and(u8::is_ascii_alphabetic) => {
                    run.apostrophe = Some((run.end, 3, run.hash));
                    3
                }
                Some(c) if c.is_alphanumeric() => wide_len(text, run.end, end),
                Some(c) if is_mark(c) => c.len_utf8(),
                _ => return run,
            },
            _ => return run,
        };
        for byte in &bytes[run.end..run.end + len] {
            run.hash = run.hash.feed(*byte);
        }
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

/// A word or number that starts at `at`; says where it ends.
fn word(text: &str, at: usize, end: usize, out: &mut Vec<Token>) -> usize {
    let bytes = text.as_bytes();
    let run = run(text, at, end);
    let mut stem = (run.end, run.hash);
    let (mut shape, mut next) = (0, run.end);
    let s_ends = bytes[run.end - 1] | 32 == b's';
    if s_ends {
        if let Some((from, _, before)) = run.apostrophe.filter(|(from, len, _)| run.end - from - len == 1) {
            stem = (from, before);
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
    let mut class = look_up(&text[at..stem.0], stem.1);
    let mut stop = stem.0;
    if shape == 0 && run.end < end && bytes[run.end] == b'.' {
        let dotted = lexicon::probe(run.hash.feed(b'.'), &bytes[at..=run.end]).class;
        if dotted.any(DOTTED) || is_initial(text, at, run.end) {
            class = dotted;
            stop = run.end + 1;
            next = stop;
        }
    }
    let word = &bytes[at..stop];
    let capital =
        word[0].is_ascii_uppercase() || word[0] >= 0x80 && text[at..].starts_with(char::is_uppercase);
    if capital {
        shape |= CAPITAL;
        let rest = &word[1..];
        if rest.iter().any(u8::is_ascii_uppercase) && !rest.iter().any(u8::is_ascii_lowercase) {
            shape |= CAPITALS;
        }
    } else if word.len() > 4 && word.ends_with(b"ly") && !class.any(Class::FIRST_NAME) {
        shape |= ADVERBIAL;
    }
    let kind = if word[0].is_ascii_digit() { Kind::Number } else { Kind::Word };
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

fn look_up(word: &str, hash: Hash) -> Class {
    if word.is_ascii() { lexicon::probe(hash, word.as_bytes()).class } else { lexicon::class(word) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lex(text: &str) -> Vec<(&str, Kind)> {
        let mut out = Vec::new();
        words(text, Span::from_usize(0, text.len()), &[], &mut out);
        out.iter().map(|token| (token.text(text), token.kind)).collect()
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
            assert_eq!(lex(text), *want, "{text:?}");
        }
    }

    #[test]
    fn atoms_are_not_read() {
        let (text, mut out) = ("He said “no, never” twice", Vec::new());
        let atom = Span::from_usize(8, text.find(" twice").unwrap());
        words(text, Span::from_usize(0, text.len()), &[atom], &mut out);
        let got: Vec<_> = out.iter().map(|token| token.text(text)).collect();
        assert_eq!(got, ["He", "said", "“no, never”", "twice"]);
    }
}
