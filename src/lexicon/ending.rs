//! Which words may be abbreviations, told by how they end.
//!
//! Before nearly every period stands a word like "bridge" or "said". No list has an abbreviation that ends with
//! such letters, and knowing this spares finding where the word starts and looking it up.

use super::{Entry, TABLE, lists};

/// The last letters of abbreviations, as bits, by the third and the second letter before their period.
static LAST: [[u32; LETTERS]; LETTERS] = fill();

const LETTERS: usize = 27;

/// Whether `before`, which a period follows, may end with initials or with an abbreviation of the lists.
pub(crate) fn may_abbreviate(before: &[u8]) -> bool {
    let [.., third, second, last] = *before else { return true };
    let (third, second, last) = (letter(third), letter(second), letter(last));
    // A letter alone is an initial.
    second == 0 || last == 0 || LAST[third][second] & 1 << last != 0
}

/// The number of an ASCII letter in the alphabet; 0 for every other byte.
const fn letter(byte: u8) -> usize {
    if byte.is_ascii_alphabetic() { (byte.to_ascii_lowercase() - b'a') as usize + 1 } else { 0 }
}

const fn fill() -> [[u32; LETTERS]; LETTERS] {
    let mut last = [[0; LETTERS]; LETTERS];
    let mut slot = 0;
    while slot < TABLE.len() {
        let Entry { list, at, len, .. } = TABLE[slot];
        let (text, at, len) = (lists::ALL[list as usize].text.as_bytes(), at as usize, len as usize);
        if len > 1 && text[at + len - 1] == b'.' {
            let third = if len < 4 { 0 } else { letter(text[at + len - 4]) };
            let second = if len < 3 { 0 } else { letter(text[at + len - 3]) };
            last[third][second] |= 1 << letter(text[at + len - 2]);
        }
        slot += 1;
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_abbreviation_may_be_one() {
        for stem in TABLE.iter().filter_map(|entry| entry.word().strip_suffix(b".")) {
            for before in [&b"an "[..], b"of a (", "the “".as_bytes()] {
                assert!(may_abbreviate(&[before, stem].concat()), "{:?}", String::from_utf8_lossy(stem));
            }
        }
    }

    #[test]
    fn endings() {
        for (text, want) in [
            ("over the bridge", false),
            ("he said", false),
            ("IT WAS SHUT", false),
            ("Mr", true),
            ("the U.S", true),
            ("Ida J", true),
            ("at the café", true),
            ("in 1987", true),
        ] {
            assert_eq!(may_abbreviate(text.as_bytes()), want, "{text}");
        }
    }
}
