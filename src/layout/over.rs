//! Lines that stand over paragraphs, as the headings of a story do.
//!
//! Lines that a page prints again and again ("Advertisement") are looked through: they part nothing.

use super::echo::{self, Echoes};
use super::form::Chunk;
use super::looks;
use alloc::vec::Vec;

/// What the chunks around a chunk say for its being a heading; zeros for what stands over no paragraph.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct Over {
    /// 1: no other line that looks like it stands over a paragraph; 2: up to two do; 3: more.
    pub(super) siblings: u8,
    /// How much of it comes back in the paragraph: 1, nothing; 2, something; 3, a third of its words or more.
    pub(super) repeated: u8,
    /// 1: between two long paragraphs; 2: and beyond one of them stands a short one; 3: beyond both.
    pub(super) turn: u8,
}

/// Bytes of the shortest paragraph.
const PARAGRAPH: u32 = 60;

/// Lines between two paragraphs of which the last may be a heading.
const LINES: usize = 3;

/// Words of the longest heading.
const WORDS: u16 = 20;

/// Bytes of the longest line that takes turns with paragraphs, and of the shortest such paragraph.
const SHORT: u32 = 120;
const LONG: u32 = 240;

fn is_paragraph(chunk: &Chunk) -> bool {
    chunk.running && chunk.len >= PARAGRAPH
}

/// Finds what stands over paragraphs, for each chunk; of those that are `settled`, nobody asks for what comes back.
pub(super) fn over(
    text: &str,
    chunks: &[Chunk],
    echoes: &Echoes,
    settled: impl Fn(usize) -> bool,
    told: &mut Vec<usize>,
    over: &mut Vec<Over>,
) {
    over.clear();
    over.resize(chunks.len(), Over::default());
    told.clear();
    told.extend((0..chunks.len()).filter(|at| echoes.again(*at) < 2));
    // What stands over the first paragraph is the headline, whose looks are other features'.
    let (mut heads, mut lines) = (Vec::new(), LINES);
    for (place, at) in told.iter().enumerate() {
        let chunk = &chunks[*at];
        lines = if is_paragraph(chunk) { 0 } else { lines + 1 };
        over[*at].turn = turn(chunks, told, place);
        let Some(under) = told.get(place + 1).map(|under| &chunks[*under]) else { break };
        if (1..=LINES).contains(&lines) && is_paragraph(under) && chunk.words(text) <= WORDS {
            if !settled(*at) {
                over[*at].repeated = echo::repeats(chunk.span.of(text), under.span.of(text));
            }
            // Headings of one story are of one sort, capitalised in one way.
            heads.push((chunk.sort as usize, looks::capitals(chunk.tally(text)), *at));
        }
    }
    heads.sort_unstable();
    for same in heads.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        for (_, _, at) in same {
            over[*at].siblings = match same.len() {
                1 => 1,
                2..=3 => 2,
                _ => 3,
            };
        }
    }
}

/// Whether short lines and long paragraphs take turns around the chunk that is at `place` among those `told`.
fn turn(chunks: &[Chunk], told: &[usize], place: usize) -> u8 {
    let len = |place: usize| told.get(place).map_or(0, |at| chunks[*at].len);
    let short = |place: usize| (1..=SHORT).contains(&len(place));
    if !short(place) || len(place.wrapping_sub(1)) < LONG || len(place + 1) < LONG {
        return 0;
    }
    1 + u8::from(short(place.wrapping_sub(2))) + u8::from(short(place + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_over_paragraphs() {
        let long = "The rink was flooded by a man from the mill, who did it at night and alone. ".repeat(4);
        let text = format!(
            "{0}\n\nWho flooded the rink\n\n{0}\n\nKept for a cold winter\n\n{0}\n\nHome\n\nNews\n\nSport\n\nArts",
            long.trim()
        );
        let chunks = super::super::chunks_of(&text);
        let (mut told, mut found) = (Vec::new(), Vec::new());
        over(&text, &chunks, &Echoes::default(), |_| false, &mut told, &mut found);
        let none = Over::default();
        assert_eq!(
            found[..6],
            [
                none,
                Over { siblings: 2, repeated: 3, turn: 2 },
                none,
                Over { siblings: 2, repeated: 1, turn: 3 },
                none,
                none
            ]
        );
    }
}
