//! Stories in which headings and long paragraphs take turns.
//!
//! Explainers put one line over each of their paragraphs. Where most of these lines are headings by their looks,
//! those that end as sentences do ("But that did not last.") are headings too.

use super::form::{Chunk, Sort};
use super::parts::Part;
use alloc::vec::Vec;

/// Bytes of the longest line that takes turns with paragraphs, and of the shortest such paragraph.
const SHORT: u32 = 120;
const LONG: u32 = 240;

/// The fewest lines that make a habit.
const HABIT: usize = 4;

/// The sentences that stand where headings stand, in order.
pub(super) fn sentence_headings(chunks: &[Chunk], parts: &[Part]) -> Vec<usize> {
    let headings = parts.iter().filter(|part| **part == Part::Crosshead);
    if headings.take(HABIT).count() * 2 <= HABIT {
        return Vec::new();
    }
    let story: Vec<usize> =
        (0..chunks.len()).filter(|at| matches!(parts[*at], Part::Paragraph | Part::Crosshead)).collect();
    let over = |place: &usize| {
        let len = |place: usize| story.get(place).map_or(0, |at| chunks[*at].len);
        (1..=SHORT).contains(&len(*place)) && len(*place + 1) >= LONG
    };
    let mut found = Vec::new();
    let mut place = 0;
    while place < story.len() {
        let turns = (place..story.len()).step_by(2).take_while(over).count();
        let lines: Vec<usize> = (place..).step_by(2).take(turns).map(|place| story[place]).collect();
        let headings = lines.iter().filter(|at| parts[**at] == Part::Crosshead).count();
        if turns >= HABIT && headings * 2 > turns {
            found.extend(lines.into_iter().filter(|at| chunks[*at].sort == Sort::Sentence));
        }
        place += (2 * turns).max(1);
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::layout::BlockKind;

    #[test]
    fn sentences_over_paragraphs() {
        let long = "The rink was flooded by a man from the mill, who did it at night and alone. ".repeat(4);
        let text = |lines: &[&str]| {
            let over = |line: &&str| ["\n\n", line, "\n\n", long.trim()].concat();
            let story: String = lines.iter().map(over).collect();
            format!("A skater’s years in Valmont\n\nBy Ida Voss\n\n{}{story}", long.trim())
        };
        let asked = ["Where did she live?", "How did she learn it?", "What did it cost?", "Who paid for it?"];
        for (lines, want) in [
            (&[asked[0], asked[1], "But that did not last.", asked[2], asked[3]][..], true),
            // Nothing asks: a paragraph may be short.
            (&["It rained.", "She left.", "But that did not last.", "He stayed.", "It rained."], false),
        ] {
            let text = text(lines);
            let article = crate::parse(&text).unwrap();
            let mut headings = article.blocks().filter(|block| block.kind() == BlockKind::Crosshead);
            assert_eq!(headings.any(|block| block.text() == "But that did not last."), want, "{lines:?}");
        }
    }
}
