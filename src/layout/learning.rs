//! What the weights are learned from: the chunks of a text with their features, and the parts that they may be.

use super::features::{Found, Page};
use super::parts::Part;
use super::{BlockKind, kinds};
use crate::span::Span;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub use super::features::{FEATURES, name};

/// The chunks of `text`, each with its features.
pub fn rows(text: &str) -> Vec<(Span, Vec<u16>)> {
    let chunks = super::chunks_of(text);
    let page = Page::new(text, &chunks, Found::default());
    (0..chunks.len()).map(|at| (chunks[at].span, page.row(at).all())).collect()
}

/// What the chunks of `text` are, given the number of the part that each is in.
pub fn kinds_in(text: &str, parts: &[usize]) -> Vec<(Span, BlockKind)> {
    let chunks = super::chunks_of(text);
    let copied = Page::new(text, &chunks, Found::default()).copied();
    let parts: Vec<Part> = parts.iter().map(|part| Part::ALL[*part]).collect();
    let mut blocks = Vec::new();
    kinds::kinds(text, &chunks, &parts, copied, &mut blocks);
    blocks.iter().map(|block| (block.span, block.kind)).collect()
}

/// The names of the parts of a page.
pub fn parts() -> Vec<String> {
    Part::ALL.iter().map(|part| format!("{part:?}")).collect()
}

/// Whether the part of number `next` may come after that of number `this`.
pub fn may_precede(this: usize, next: usize) -> bool {
    Part::ALL[this].may_precede(Part::ALL[next])
}
