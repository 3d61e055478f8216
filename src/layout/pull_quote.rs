//! Sentences of the story that a page prints a second time, in large type.

use super::form::{Chunk, Sort};
use super::parts::Part;
use alloc::vec::Vec;
use memchr::memmem;

/// Chunks of a page that are looked for in its other text; each costs one search in all of it.
const MOST: usize = 24;

/// Words of the shortest pull quotation: fewer words come back by chance.
const WORDS: u16 = 5;

/// The chunks that repeat words of the story, in order.
pub(super) fn pull_quotes(text: &str, chunks: &[Chunk], parts: &[Part]) -> Vec<usize> {
    let stands_out = |at: &usize| {
        let chunk = &chunks[*at];
        let quoted = chunk.span.of(text).starts_with(['“', '"', '‘']);
        matches!(parts[*at], Part::Paragraph | Part::Crosshead | Part::Caption | Part::Inset)
            && matches!(chunk.sort, Sort::Line | Sort::Sentence)
            && chunk.label.is_none()
            && chunk.words(text) >= WORDS
            && (quoted || chunk.sort == Sort::Line)
    };
    let repeats = |at: &usize| {
        let span = chunks[*at].span;
        let words = span.of(text).trim_matches(|c: char| !c.is_alphanumeric());
        let longer = |chunk: &Chunk| {
            chunk.running && chunk.span != span && chunk.len as usize > chunks[*at].len as usize + MARGIN
        };
        // A ruled line has no words, and is found everywhere.
        let letters = words.split(' ').filter(|word| word.starts_with(char::is_alphanumeric));
        if letters.count() + 1 < usize::from(WORDS) {
            return false;
        }
        let finder = memmem::Finder::new(words);
        chunks.iter().any(|chunk| longer(chunk) && finder.find(chunk.span.of(text).as_bytes()).is_some())
    };
    (0..chunks.len()).filter(stands_out).take(MOST).filter(repeats).collect()
}

/// Bytes that a paragraph has besides the words that are pulled from it.
const MARGIN: usize = 20;

#[cfg(test)]
mod tests {
    use crate::layout::BlockKind;

    #[test]
    fn a_sentence_in_large_type() {
        let text = "* News\n* Sport\n* Share\n\nBridge over the Lunn shut as cracks found in piers\n\nBy Ida Voss\n\nThe bridge over the Lunn was shut on Monday after engineers found cracks in two of its piers, and nobody could say when it would open.\n\n“We saw daylight through one of them,” said Bo Lund, who leads the engineers. “It was time to close it, and we knew it.”\n\n“It was time to close it, and we knew it”\n\nThe council has set aside two million for the work, and expects to need twice that before the winter.";
        let article = crate::parse(text).unwrap();
        let pulled: Vec<_> = article
            .blocks()
            .filter(|block| block.kind() == BlockKind::PullQuote)
            .map(|block| block.text())
            .collect();
        assert_eq!(pulled, ["“It was time to close it, and we knew it”"]);
    }
}
