//! How a chunk looks, each as a small number: what it opens and ends with, how long it is, which signs stand in it.

use super::form::Tally;
use super::window;
use crate::limits::LABEL_LEN;

/// Whether a chunk is a full sentence, and whether it speaks of the page or to its reader.
pub(super) fn plain(sentence: bool, words: u16, tally: Tally) -> usize {
    match (sentence && words >= 7, tally.page + tally.reader) {
        (false, _) => 0,
        (true, 0) => 1,
        (true, 1) => 2,
        (true, _) => 3,
    }
}

pub(super) const BAR: u16 = 1;
pub(super) const AT: u16 = 2;
pub(super) const MONEY: u16 = 4;
pub(super) const STOP: u16 = 8;
pub(super) const SLASH: u16 = 16;
pub(super) const QUOTE: u16 = 32;
pub(super) const COLON: u16 = 64;
/// Outside ASCII, where more is to be looked at.
const WIDE: u16 = 128;
pub(super) const DOT: u16 = 256;
pub(super) const COMMA: u16 = 512;

/// The sign that a byte is, or zero.
static SIGNS: [u16; 256] = {
    let mut signs = [0; 256];
    signs[b'|' as usize] = BAR;
    signs[b'@' as usize] = AT;
    signs[b'$' as usize] = MONEY;
    signs[b'.' as usize] = STOP;
    signs[b'/' as usize] = SLASH;
    signs[b'"' as usize] = QUOTE;
    signs[b':' as usize] = COLON;
    signs[b',' as usize] = COMMA;
    let mut wide = 0x80;
    while wide < 256 {
        signs[wide] = WIDE;
        wide += 1;
    }
    signs
};

/// The signs that stand in the opening of a chunk; if anything outside ASCII does, also such signs in all of it.
pub(super) fn signs(body: &str) -> u16 {
    let window = window::first(body, LABEL_LEN).as_bytes();
    let signs = window.iter().fold(0, |signs, byte| signs | SIGNS[usize::from(*byte)]);
    if signs & WIDE == 0 { signs } else { signs & !WIDE | wide_signs(body.as_bytes()) }
}

fn wide_signs(bytes: &[u8]) -> u16 {
    memchr::memchr2_iter(0xC2, 0xE2, bytes).fold(0, |signs, at| {
        signs
            | match bytes[at..] {
                // • › · »
                [0xE2, 0x80, 0xA2 | 0xBA, ..] | [0xC2, 0xB7 | 0xBB, ..] => DOT,
                // £ €
                [0xC2, 0xA3, ..] | [0xE2, 0x82, 0xAC, ..] => MONEY,
                // “
                [0xE2, 0x80, 0x9C, ..] => QUOTE,
                _ => 0,
            }
    })
}

/// Whether an address of the web stands in `body`, which has the `signs`.
pub(super) fn is_link(body: &str, signs: u16) -> bool {
    let window = window::first(body, LABEL_LEN).as_bytes();
    let stands = |part: &[u8]| memchr::memchr_iter(part[0], window).any(|at| window[at..].starts_with(part));
    signs & STOP != 0 && (stands(b".com") || signs & SLASH != 0 && stands(b"://"))
}

pub(super) fn words(words: u16) -> usize {
    match words {
        0..=1 => 0,
        2 => 1,
        3 => 2,
        4..=5 => 3,
        6..=8 => 4,
        9..=12 => 5,
        13..=18 => 6,
        19..=28 => 7,
        29..=50 => 8,
        _ => 9,
    }
}

pub(super) fn opens(body: &str) -> usize {
    let bytes = body.as_bytes();
    match bytes {
        [b'*', b' ', ..] | [b'*'] => 1,
        [b'+', b' ', ..] => 2,
        [b'-', b' ', ..] => 3,
        [b'0'..=b'9', ..] => {
            let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if bytes[digits..].starts_with(b". ") { 4 } else { 5 }
        }
        [b'(' | b'[', ..] => 6,
        [b'"' | b'\'', ..] | [0xE2, 0x80, 0x98..=0x9F, ..] => 7,
        [0xE2, 0x80, 0x93 | 0x94, ..] => 8,
        [b'@' | b'#', ..] | [0xC2, 0xA9, ..] => 9,
        [b'a'..=b'z', ..] => 10,
        // A capital set large comes apart from its word: "T he mayor".
        [b'A'..=b'Z', b' ', b'a'..=b'z', ..] if bytes[0] != b'A' && bytes[0] != b'I' => 11,
        [b'A'..=b'Z', ..] => 0,
        _ => 12,
    }
}

pub(super) fn ends(body: &str) -> usize {
    let bytes = body.as_bytes();
    match bytes {
        [.., b'.', b'"' | b'\''] | [.., b'.', 0xE2, 0x80, 0x9D | 0x99] => 1,
        [.., b'.'] => 2,
        [.., b'?'] => 3,
        [.., b'!'] => 4,
        [.., b':'] => 5,
        [.., b',' | b';' | b'-'] | [.., 0xE2, 0x80, 0x93 | 0x94] => 6,
        [.., b')'] => 7,
        [.., b'"' | b'\''] | [.., 0xE2, 0x80, 0x9D | 0x99] => 8,
        [.., 0xE2, 0x80, 0xA6] => 9,
        _ => 0,
    }
}

/// Bytes in which a caption's credit is looked for.
const TRAILER: usize = 80;

/// What stands after the last full stop of a line that ends with none: a caption's credit has few words, most
/// of them names.
pub(super) fn trailer(body: &str) -> usize {
    if matches!(body.as_bytes(), [.., b'.' | b'?' | b'!' | b'"' | b')'] | [.., 0xE2, 0x80, 0x9D]) {
        return 0;
    }
    let window = window::last(body, TRAILER);
    let Some(at) = window.as_bytes().windows(2).rposition(|two| two == b". ") else { return 0 };
    let trailer = &window[at + 2..];
    let words = trailer.split(' ').count();
    let names = trailer.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count();
    if words > 8 {
        0
    } else if names * 2 >= words {
        2
    } else {
        1
    }
}

pub(super) fn capitals(tally: Tally) -> usize {
    let words = tally.words.saturating_sub(tally.numbers);
    match tally.capitals {
        _ if words == 0 => 0,
        _ if tally.all_capitals == words => 1,
        capitals if capitals == words => 2,
        capitals if capitals + tally.function >= words => 3,
        capitals if capitals * 2 > words => 4,
        _ => 5,
    }
}

pub(super) fn numbers(numbers: u8, words: u8) -> usize {
    match numbers {
        0 => 0,
        _ if numbers * 3 >= words => 3,
        1 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings_and_ends() {
        for (text, opening, end) in [
            ("* Harlow", 1, 0),
            ("4. Harlow", 4, 0),
            ("1911 was wet.", 5, 2),
            ("“It was time,” she said.", 7, 2),
            ("“It was time.”", 7, 1),
            ("T he mayor left", 11, 0),
            ("A mayor left?", 0, 3),
            ("in Harlow:", 10, 5),
        ] {
            assert_eq!((opens(text), ends(text)), (opening, end), "{text}");
        }
    }

    #[test]
    fn a_credit_trails_its_caption() {
        for (text, want) in [
            ("A rocket stands on its pad. Ida Voss for The Ledger", 2),
            ("A rocket stands on its pad. it fell", 1),
            ("A rocket stands on its pad.", 0),
            ("A rocket on its pad", 0),
        ] {
            assert_eq!(trailer(text), want, "{text}");
        }
    }

    #[test]
    fn signs_of_a_line() {
        for (text, want) in [
            ("Harlow | News", BAR),
            ("Harlow › News", DOT),
            ("£5, please", MONEY | COMMA),
            ("“No”", QUOTE),
            ("a/b: c", SLASH | COLON),
            ("Zoë", 0),
        ] {
            assert_eq!(signs(text), want, "{text}");
        }
    }
}
