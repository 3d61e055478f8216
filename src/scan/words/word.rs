//! Words and numbers: where one ends, and what belongs to it.

use super::token::{CAPITAL, CAPITALS, Kind, POSSESSIVE, Token, shape, small};
use crate::lexicon::{self, Class};
use crate::scan::blank::{boundary, is_accent, is_blank};
use crate::scan::letters::letters;
use alloc::vec::Vec;
use unicode_segmentation::UnicodeSegmentation;

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
            b'\'' if letter_at(text, run.end + 1, end) => {
                run.apostrophe = Some((run.end, 1));
                1
            }
            b'-' | b'&' | b'@' | b'_' if next.is_ascii_alphanumeric() || next >= 0xC3 => 1,
            b'.' if next.is_ascii_alphanumeric() => 1,
            b',' | b':' if next.is_ascii_digit() && run.end > at && bytes[run.end - 1].is_ascii_digit() => 1,
            0x80.. => match text[run.end..end].chars().next() {
                Some('’') if letter_at(text, run.end + 3, end) => {
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

/// Whether a letter stands at `at`.
fn letter_at(text: &str, at: usize, end: usize) -> bool {
    let Some(first) = text.as_bytes()[..end].get(at).copied() else { return false };
    first.is_ascii_alphabetic() || first >= 0x80 && text[at..end].starts_with(char::is_alphabetic)
}

/// Bytes of a word outside ASCII that are looked at together.
const WINDOW: usize = 64;

/// How far a word goes on from the letter outside ASCII at `at`: in many scripts vowels and signs are marks, so
/// Unicode's word boundaries say. What joins words is left to the caller.
fn wide_len(text: &str, at: usize, end: usize) -> usize {
    let window = &text[at..boundary(text, (at + WINDOW).min(end))];
    let word = window.split_word_bounds().next().unwrap_or(window);
    word.find(|c| matches!(c, '’' | '\'' | '.' | ':' | '·' | '_') || is_blank(c) || turns(c))
        .unwrap_or(word.len())
}

/// Whether `c` says which way text runs, and prints nothing.
fn turns(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}')
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
pub(super) fn plain_word(text: &[u8], at: usize, end: usize, out: &mut Vec<Token>) -> Option<usize> {
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
pub(super) fn word(text: &str, at: usize, end: usize, out: &mut Vec<Token>) -> usize {
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
    is_accent(c) || matches!(c, '\u{200D}' | '\u{AD}')
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
