//! What the weights are learned from: for each passage in marks, what could be chosen as its source; for each word that
//! may report, where what it reports may stand.

pub use super::report::OWN;

use crate::span::Span;
use alloc::string::String;
use alloc::vec::Vec;

/// The names of the groups of the traits of sources, and how many traits each has.
pub fn groups() -> Vec<(String, usize)> {
    super::model::groups()
}

/// A passage, marks included, and what could be chosen as its source.
pub struct Row {
    pub passage: Span,
    /// The first is nobody.
    pub choices: Vec<Choice>,
    /// Where a passage stands before it in its frame: the trait of nobody and of a source, each where it is another
    /// than that passage's and where it is the same.
    pub again: Option<[[u16; 2]; 2]>,
    /// Whether the second is the speaker of the sentence before.
    pub carried: bool,
}

/// A source, and the traits that speak for it.
pub struct Choice {
    pub mention: Option<Span>,
    pub traits: Vec<u16>,
}

/// What speaks for a choice, of nobody or of a source; the passage before left out.
pub(crate) fn score(choice: &Choice, nobody: bool) -> i32 {
    if !cfg!(feature = "learned") {
        return 0;
    }
    let sum: i32 = choice.traits.iter().map(|row| super::model::weight(usize::from(*row))).sum();
    sum + if nobody { super::choose::CAUTION } else { 0 }
}

/// The names of the groups of the traits of reports, and how many traits each has.
pub fn report_groups() -> &'static [(&'static str, usize)] {
    super::report::GROUPS
}

/// A word that may report.
pub struct SpotRow {
    pub cue: Span,
    /// Whether it is a word of saying.
    pub says: bool,
    /// On which sides what it reports may stand, each with its traits and with those of the word itself.
    pub sides: Vec<(u8, Vec<u16>, Vec<usize>)>,
    /// Where words after it may begin.
    pub starts: Vec<StartRow>,
    /// Where words before it go on after it.
    pub rest: Option<StartRow>,
    /// Where words before it may begin, and where they end.
    pub openings: Vec<(u32, Vec<u16>)>,
    pub before_end: u32,
}

/// A place where reported words may begin, and where they may end then.
pub struct StartRow {
    pub start: u32,
    pub traits: Vec<u16>,
    pub ends: Vec<EndRow>,
}

/// A place where reported words may end.
pub struct EndRow {
    pub end: u32,
    /// What speaks for an end here.
    pub stop: Vec<u16>,
    /// What speaks for going on from here.
    pub pass: Vec<u16>,
}

/// What is logged to learn from.
#[derive(Default)]
pub struct Log {
    pub rows: Vec<Row>,
    pub spots: Vec<SpotRow>,
}
