//! What the weights are learned from: for each passage in marks, what could be chosen.

use super::{Passage, Reader};
use crate::quote::QuoteNode;
use crate::span::Span;

/// The names of the groups of traits, and how many traits each has.
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

pub(crate) fn rows(text: &str, passages: &[Passage], quotes: &mut [QuoteNode]) -> Vec<Row> {
    Reader::log(text, passages, quotes)
}
