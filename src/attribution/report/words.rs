//! Reporting words that weigh by themselves: "said" reports nearly always, "want" often, "question" seldom.

use super::spot::Side;
use super::view::View;
use super::weights::WORDS;
use crate::lexicon::Hash;

/// The weights of a word: a report after it, one before it or around it; of a report after it, by what follows (seven
/// sorts), by what the source is (three), and by whether a clause follows.
#[derive(Clone, Copy)]
pub(super) struct Own(&'static [i16; OWN]);

/// How many weights a word has.
pub const OWN: usize = 14;

/// Where each word stands among them, from 1, by its hash; noughts where none does.
static SLOTS: [u16; COUNT] = {
    let (mut slots, mut at) = ([0; COUNT], 0);
    while at < WORDS.len() {
        let (word, mut hash, mut byte) = (WORDS[at].0.as_bytes(), Hash::START, 0);
        while byte < word.len() {
            (hash, byte) = (hash.feed(word[byte]), byte + 1);
        }
        let mut slot = hash.bits() % COUNT;
        while slots[slot] != 0 {
            slot = (slot + 1) % COUNT;
        }
        at += 1;
        slots[slot] = at as u16;
    }
    slots
};
const COUNT: usize = 1 << 11;
const _: () = assert!(WORDS.len() * 2 < COUNT, "the table of words is crowded");

/// The weights of `word`, in any case.
pub(super) fn own(word: &str) -> Option<Own> {
    let hash = word.bytes().fold(Hash::START, |hash, byte| hash.feed(byte.to_ascii_lowercase()));
    let mut slot = hash.bits() % COUNT;
    loop {
        let number = usize::from(SLOTS[slot]);
        let (own, weights) = WORDS.get(number.checked_sub(1)?)?;
        if own.eq_ignore_ascii_case(word) {
            return Some(Own(weights));
        }
        slot = (slot + 1) % COUNT;
    }
}

impl Own {
    pub(super) fn of(self, view: &View, side: Side) -> i32 {
        rows(view, side).into_iter().flatten().map(|row| i32::from(self.0[row])).sum()
    }
}

/// Which of a word's weights count for a report on `side`.
pub(super) fn rows(view: &View, side: Side) -> [Option<usize>; 4] {
    match side {
        Side::After => {
            [0, 2 + view.following(), 9 + view.source(), 12 + usize::from(view.leads_clause())].map(Some)
        }
        Side::Before | Side::Around => [Some(1), None, None, None],
    }
}
