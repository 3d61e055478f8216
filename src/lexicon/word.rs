//! Words that rules ask for one by one: "that", "to", "said".
//!
//! Each has a number, which is found with the classes that the lists give a word: to ask whether a token is "that"
//! compares two numbers and looks at no text.

use super::lists::{ASKED, is_entry, line_end};

/// The number of a word that rules ask for. All other words share nought.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Word(u8);

impl Word {
    /// The number of a word of the list. Asked of any other while compiling, it ends the build.
    pub(crate) const fn of(word: &str) -> Word {
        let (text, word) = (ASKED.as_bytes(), word.as_bytes());
        let (mut number, mut at) = (0, 0);
        while at < text.len() {
            let end = line_end(text, at);
            if is_entry(text, at, end) {
                number += 1;
                if is_at(text, at, end, word) {
                    return Word(number);
                }
            }
            at = end + 1;
        }
        panic!("no such word in the list of words that rules ask for");
    }

    pub(super) const fn from_number(number: u8) -> Word {
        Word(number)
    }

    pub(crate) const fn number(self) -> u8 {
        self.0
    }
}

const fn is_at(text: &[u8], start: usize, end: usize, word: &[u8]) -> bool {
    let mut at = 0;
    while at < word.len() && start + at < end && text[start + at] == word[at] {
        at += 1;
    }
    at == word.len() && start + at == end
}

/// A set of words that rules ask for.
#[derive(Clone, Copy)]
pub(crate) struct Words([u64; 4]);

impl Words {
    /// The set of these words of the list.
    pub(crate) const fn of(words: &[&str]) -> Words {
        let (mut bits, mut at) = ([0; 4], 0);
        while at < words.len() {
            let number = Word::of(words[at]).0;
            bits[number as usize / 64] |= 1 << (number % 64);
            at += 1;
        }
        Words(bits)
    }

    #[inline]
    pub(crate) const fn has(self, word: Word) -> bool {
        self.0[word.0 as usize / 64] >> (word.0 % 64) & 1 == 1
    }
}

/// The number of a word, found while compiling.
macro_rules! word {
    ($word:literal) => {
        const { $crate::lexicon::Word::of($word) }
    };
}
pub(crate) use word;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::class;

    #[test]
    fn each_word_has_a_number_of_its_own() {
        let words = || ASKED.lines().filter(|line| !line.starts_with('#'));
        for (at, word) in words().enumerate() {
            assert_eq!(class(word).word(), Word::of(word), "{word}");
            assert_eq!(usize::from(Word::of(word).0), at + 1, "{word} stands there twice");
        }
        assert_eq!(class("ferry").word(), Word::from_number(0));
        assert_eq!(class("ISN’T").word(), word!("isn't"));
    }

    #[test]
    fn sets() {
        let set = Words::of(&["a", "year"]);
        assert!(set.has(word!("a")) && set.has(word!("year")));
        assert!(!set.has(word!("about")) && !set.has(Word::from_number(0)));
    }
}
