//! The run of chunks that reads most like a story.
//!
//! A copied page has menus before its story and promotions after it. Running text speaks for the story, short
//! lines that end with no stop speak against it; the run for which most is said is where a reader would start.

use super::BlockKind;
use super::form::{Chunk, Sort};

/// The chunks `start..end`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Region {
    pub(super) start: usize,
    pub(super) end: usize,
}

pub(super) fn region(text: &str, chunks: &[Chunk]) -> Region {
    let (mut best, mut best_sum) = (Region { start: 0, end: chunks.len() }, 0);
    let (mut start, mut sum) = (0, 0);
    for (at, chunk) in chunks.iter().enumerate() {
        if sum <= 0 {
            (start, sum) = (at, 0);
        }
        sum += weight(text, chunk);
        if sum > best_sum {
            (best, best_sum) = (Region { start, end: at + 1 }, sum);
        }
    }
    best
}

/// What a chunk says for the story (above zero) or against it.
fn weight(text: &str, chunk: &Chunk) -> i32 {
    match (chunk.label, chunk.sort) {
        _ if chunk.dateline => 80,
        (
            Some(
                BlockKind::Caption
                | BlockKind::ContributorNote
                | BlockKind::Correction
                | BlockKind::EditorsNote,
            ),
            _,
        ) => 0,
        (Some(_), _) => -12,
        (None, Sort::Prose) => 20 + (chunk.len / 20).min(40) as i32,
        (None, Sort::Item) if chunk.words(text) <= 4 => -12,
        (None, _) if chunk.sentence && chunk.words(text) >= 8 => 14,
        (None, _) if chunk.sentence => 5,
        (None, Sort::Tag) => -10,
        (None, _) => -7,
    }
}

/// Whether lines of a page stand around the story: buttons, menus, lists of links.
pub(super) fn is_copied_page(text: &str, chunks: &[Chunk]) -> bool {
    let menu =
        |chunk: &&Chunk| chunk.sort == Sort::Page || chunk.sort == Sort::Item && chunk.words(text) <= 4;
    chunks.iter().filter(menu).nth(2).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROSE: &str = "The bridge over the Lunn was shut on Monday after engineers found cracks in two of its piers. Nobody could say when it would open.";

    #[test]
    fn where_a_story_starts_and_ends() {
        let menu = "* Home\n\n* News\n\n* Sport\n\nMore from Harlow";
        for (text, want, copied) in [
            (format!("{PROSE}\n\n{PROSE}"), 0..2, false),
            (format!("{menu}\n\n{PROSE}\n\n{PROSE}"), 4..6, true),
            (format!("{PROSE}\n\nA long wait\n\n{PROSE}\n\n{menu}"), 0..3, true),
            // Nothing reads like a story: all of it may be one.
            ("* Home\n\n* News".to_string(), 0..2, false),
        ] {
            let chunks = super::super::chunks_of(&text);
            let Region { start, end } = region(&text, &chunks);
            assert_eq!((start..end, is_copied_page(&text, &chunks)), (want, copied), "{text}");
        }
    }
}
