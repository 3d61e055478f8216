//! A stretch of text → tokens, each with what the lexicon says of it.

mod token;
mod word;

pub(crate) use token::{Kind, Token};

use crate::lexicon::Class;
use crate::scan::blank::is_blank;
use crate::span::Span;
use alloc::vec::Vec;
use memchr::memchr3;
use word::{plain_word, word};

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
            (
                "L’État, d’\u{202A}x",
                &[
                    ("L’État", Word),
                    (",", Comma),
                    ("d", Word),
                    ("’", Other),
                    ("\u{202A}", Other),
                    ("x", Word),
                ],
            ),
            ("é\u{202E}he", &[("é", Word), ("\u{202E}", Other), ("he", Word)]),
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
