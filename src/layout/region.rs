//! Where the story stands among the lines around it.
//!
//! A copied page has menus before its story and promotions after it. Running text speaks for the story, short
//! lines that end with no stop speak against it; the story is the run of chunks for which most is said.

use super::{BlockKind, Chunk};

/// The chunks `start..end` that hold the story.
pub(super) fn story(text: &str, chunks: &[Chunk]) -> (usize, usize) {
    let (mut best, mut best_sum) = ((0, chunks.len()), 0);
    let (mut start, mut sum) = (0, 0);
    for (at, chunk) in chunks.iter().enumerate() {
        if sum <= 0 {
            (start, sum) = (at, 0);
        }
        sum += weight(text, chunk);
        if sum > best_sum {
            (best, best_sum) = ((start, at + 1), sum);
        }
    }
    best
}

/// What a chunk says for the story (above zero) or against it.
fn weight(text: &str, chunk: &Chunk) -> i32 {
    if chunk.dateline {
        return 80;
    }
    match chunk.label {
        Some(
            BlockKind::Caption | BlockKind::ContributorNote | BlockKind::Correction | BlockKind::EditorsNote,
        ) => return 0,
        Some(_) => return -12,
        None => {}
    }
    let body = chunk.span.of(text);
    if chunk.prose {
        return 20 + (chunk.len / 20).min(40) as i32;
    }
    match chunk.words {
        _ if chunk.sentence && chunk.words >= 8 => 14,
        _ if chunk.sentence => 5,
        _ if body.starts_with("* ") => -12,
        1..=4 => -10,
        _ => -7,
    }
}

/// Whether lines of a page stand around the story: buttons, menus, lists of links.
pub(super) fn is_copied_page(text: &str, chunks: &[Chunk]) -> bool {
    let menu = |chunk: &&Chunk| {
        chunk.label == Some(BlockKind::Boilerplate)
            || chunk.words <= 4 && chunk.span.of(text).starts_with("* ")
    };
    chunks.iter().filter(menu).count() >= 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::lines::lines;

    #[test]
    fn between_menus_and_promotions() {
        let text = "* News\n* Sport\nShare\nBridge shut\nThe bridge over the Lunn was shut on Monday after engineers found cracks in its piers.\nNo one was hurt.\nIt will open again in May, the council said in a statement on Tuesday.\nMost read\nWhy the river rises\nWhat to eat in May\n";
        let (mut found, mut chunks) = (Vec::new(), Vec::new());
        lines(text, &mut found);
        super::super::wrap::join(text, &found, |span, gap| chunks.push(Chunk::read(text, span, gap)));
        assert_eq!(story(text, &chunks), (4, 7));
        assert!(is_copied_page(text, &chunks));
    }
}
