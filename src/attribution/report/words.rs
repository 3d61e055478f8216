//! Reporting words that weigh by themselves: "said" reports nearly always, "want" often, "question" seldom.

use super::spot::Side;
use super::view::View;
use super::weights::WORDS;

/// The weights of a word: a report after it, one before it or around it; of a report after it, by what follows (seven
/// sorts), by what the source is (three), and by whether a clause follows.
#[derive(Clone, Copy)]
pub(super) struct Own(&'static [i16; OWN]);

/// How many weights a word has.
pub const OWN: usize = 14;

/// The longest word with weights of its own, in bytes.
const LONGEST: usize = 24;

/// The weights of `word`, in any case.
pub(super) fn own(word: &str) -> Option<Own> {
    let mut lower = [0; LONGEST];
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let at = WORDS.binary_search_by(|(word, _)| word.as_bytes().cmp(lower)).ok()?;
    Some(Own(&WORDS[at].1))
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
