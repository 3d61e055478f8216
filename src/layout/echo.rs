//! What comes back on a page: a button on every second line, a headline printed twice, the headline's words in
//! the opening of its story.

use super::form::{Chunk, Sort};
use super::region::Region;
use super::window;
use crate::lexicon::{self, Class, Hash};
use crate::limits::{ECHO_LINES, LABEL_LEN};
use alloc::vec;
use alloc::vec::Vec;

/// How often each chunk comes back, and how.
#[derive(Default)]
pub(super) struct Echoes {
    again: Vec<u8>,
    /// For the chunks from `from` on.
    heads: Vec<Head>,
    from: usize,
}

#[derive(Clone, Copy, Default)]
struct Head {
    inside: u8,
    share: u8,
    /// How many of its words the story's opening has.
    known: u16,
    rank: u8,
}

/// Bytes of a story in which its headline's words are looked for.
const ECHOED: usize = 1600;

/// Bytes of the longest line that is compared with others.
const LONGEST: usize = 4 * LABEL_LEN;

/// Bytes that a line may have besides twice those of the line inside it.
const MARGIN: usize = 60;

/// Chunks of the story's start that may be its deck, or its headline.
const AHEAD: usize = 3;

impl Echoes {
    pub(super) fn of(text: &str, chunks: &[Chunk], region: Region, copied: bool) -> Echoes {
        let from = region.start.saturating_sub(ECHO_LINES);
        let to = (region.start + AHEAD).min(chunks.len());
        let heads = heads(text, &chunks[from..to], &chunks[region.start..region.end]);
        // What is no page repeats nothing.
        let again = if copied { again(text, chunks) } else { Vec::new() };
        Echoes { again, heads, from }
    }

    /// 0: once; 1: twice; 2: more often.
    pub(super) fn again(&self, at: usize) -> usize {
        self.again.get(at).copied().unwrap_or(0).into()
    }

    /// 1: the chunk stands inside a longer one of the head; 2: a shorter one stands inside it.
    pub(super) fn inside(&self, at: usize) -> usize {
        self.head(at).inside.into()
    }

    /// 0: not compared; else how many of the chunk's words the story's opening has, from 1, none, to 5, all.
    pub(super) fn share(&self, at: usize) -> usize {
        self.head(at).share.into()
    }

    /// 0: not compared; 1: no line has more words of the story's opening; 2: at least half as many; 3: fewer.
    pub(super) fn rank(&self, at: usize) -> usize {
        self.head(at).rank.into()
    }

    fn head(&self, at: usize) -> Head {
        at.checked_sub(self.from).and_then(|at| self.heads.get(at)).copied().unwrap_or_default()
    }
}

fn again(text: &str, chunks: &[Chunk]) -> Vec<u8> {
    let mut lines: Vec<(u64, u32)> = (0..)
        .zip(chunks)
        .filter(|(_, chunk)| chunk.len as usize <= LONGEST)
        .map(|(at, chunk)| (ends(chunk.span.of(text).as_bytes(), chunk.len), at))
        .collect();
    lines.sort_unstable();
    let mut again = vec![0; chunks.len()];
    for same in lines.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
        for (_, at) in same {
            again[*at as usize] = if same.len() == 2 { 1 } else { 2 };
        }
    }
    again
}

/// The ends of a chunk and its length, which stand for all of it.
fn ends(body: &[u8], len: u32) -> u64 {
    let word = |bytes: &[u8]| bytes.iter().fold(0, |word: u64, byte| word << 8 | u64::from(*byte));
    let (first, last) = (&body[..body.len().min(8)], &body[body.len().saturating_sub(8)..]);
    word(first).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29) ^ word(last) ^ u64::from(len) << 48
}

fn heads(text: &str, head: &[Chunk], story: &[Chunk]) -> Vec<Head> {
    let mut heads = vec![Head::default(); head.len()];
    let could_be = |chunk: &Chunk| {
        matches!(chunk.sort, Sort::Line | Sort::Sentence | Sort::Tag | Sort::Prose | Sort::Item)
            && (2..=40).contains(&chunk.words(text))
            && chunk.len as usize <= LONGEST
    };
    // One line over the story is its headline, whatever it says.
    let over = head.len().saturating_sub(AHEAD);
    if head[..over].iter().filter(|chunk| could_be(chunk)).count() < 2 {
        return heads;
    }
    let opening = Opening::of(text, story);
    let stems: Vec<Stems> = head.iter().map(|chunk| Stems::of(chunk.span.of(text))).collect();
    for (at, chunk) in head.iter().enumerate().filter(|(_, chunk)| could_be(chunk)) {
        let body = chunk.span.of(text);
        (heads[at].share, heads[at].known) = opening.share(body);
        if chunk.words(text) < 4 {
            continue;
        }
        for (other, longer) in head.iter().enumerate() {
            let around = longer.len > chunk.len
                && longer.len as usize <= 2 * chunk.len as usize + MARGIN
                && stems[other].may_hold(stems[at])
                && memchr::memmem::find(longer.span.of(text).as_bytes(), body.as_bytes()).is_some();
            if around {
                heads[at].inside = 1;
                heads[other].inside = 2;
            }
        }
    }
    rank(&mut heads, head);
    heads
}

/// Marks the chunks that share most words with the story, those that share nearly as many, and the rest.
fn rank(heads: &mut [Head], head: &[Chunk]) {
    let line = |at: usize| matches!(head[at].sort, Sort::Line | Sort::Sentence | Sort::Item);
    let most = (0..head.len()).filter(|at| line(*at)).map(|at| heads[at].known).max().unwrap_or(0);
    for head in heads.iter_mut().filter(|head| head.share > 0 && most > 0) {
        head.rank = if head.known >= most {
            1
        } else if head.known * 2 >= most {
            2
        } else {
            3
        };
    }
}

/// Bytes of the longest line in which another one is looked for.
const AROUND: usize = 2 * LONGEST + MARGIN;

/// The words of a line as a set of bits, by which most lines that cannot hold another one are told.
#[derive(Clone, Copy)]
struct Stems {
    all: u64,
    /// Without the first and the last, which may be halves of words.
    inner: u64,
}

impl Stems {
    fn of(line: &str) -> Stems {
        let (mut stems, mut last) = (Stems { all: 0, inner: 0 }, 0);
        for (at, word) in words(window::first(line, AROUND)).enumerate() {
            if at > 1 {
                stems.inner |= last;
            }
            last = 1 << (stem(word) % 64);
            stems.all |= last;
        }
        stems
    }

    fn may_hold(self, inside: Stems) -> bool {
        inside.inner & !self.all == 0
    }
}

/// The words of a story's opening: those of its headline come back there, those of a menu do not.
struct Opening {
    stems: [u64; 64],
}

impl Opening {
    fn of(text: &str, story: &[Chunk]) -> Opening {
        let mut opening = Opening { stems: [0; 64] };
        let mut left = ECHOED;
        for chunk in story.iter().filter(|chunk| chunk.sentence || chunk.sort == Sort::Prose) {
            opening.enter(window::first(chunk.span.of(text), left));
            left = left.saturating_sub(chunk.len as usize);
            if left == 0 {
                break;
            }
        }
        opening
    }

    fn enter(&mut self, window: &str) {
        for word in words(window) {
            let hash = stem(word);
            self.stems[hash / 64 % 64] |= 1 << (hash % 64);
        }
    }

    fn has(&self, word: &str) -> bool {
        let hash = stem(word);
        self.stems[hash / 64 % 64] & (1 << (hash % 64)) != 0
    }

    /// From 1, none of the words of `line` that carry meaning, to 5, all of them; and how many.
    fn share(&self, line: &str) -> (u8, u16) {
        let (mut known, mut all) = (0u16, 0u16);
        for word in words(line) {
            if word.len() < 3 || lexicon::class(word).any(Class::FUNCTION.and(Class::ADVERB)) {
                continue;
            }
            all += 1;
            known += u16::from(self.has(word));
        }
        let share = match (known, all) {
            (_, 0) => 0,
            (0, _) => 1,
            (known, all) if known == all => 5,
            (known, all) => 2 + (3 * known / all).min(2) as u8,
        };
        (share, known)
    }
}

/// Bytes of a paragraph in which the words of the line over it are looked for.
const UNDER: usize = 320;

/// How much of `line` comes back in the opening of `paragraph`: 1, nothing; 2, something; 3, a third of its words or more.
pub(super) fn repeats(line: &str, paragraph: &str) -> u8 {
    let mut opening = Opening { stems: [0; 64] };
    opening.enter(window::first(paragraph, UNDER));
    match opening.share(line) {
        (0, _) => 0,
        (_, 0) => 1,
        (2, _) => 2,
        _ => 3,
    }
}

/// Runs of letters and figures; whatever is outside ASCII counts as a letter.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    core::iter::from_fn(move || {
        let bytes = rest.as_bytes();
        let start = bytes.iter().position(|byte| is_letter(*byte))?;
        let len = bytes[start..].iter().position(|byte| !is_letter(*byte)).unwrap_or(bytes.len() - start);
        let word = &rest[start..start + len];
        rest = &rest[start + len..];
        Some(word)
    })
}

fn is_letter(byte: u8) -> bool {
    LETTERS[usize::from(byte)]
}

static LETTERS: [bool; 256] = {
    let (mut letters, mut byte) = ([false; 256], 0);
    while byte < 256 {
        letters[byte] = (byte as u8).is_ascii_alphanumeric() || byte >= 0x80;
        byte += 1;
    }
    letters
};

/// A hash of a word's first five bytes, which stand for all its forms.
fn stem(word: &str) -> usize {
    let hash =
        word.as_bytes().iter().take(5).fold(Hash::START, |hash, byte| hash.feed(byte.to_ascii_lowercase()));
    hash.bits()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_much_of_a_line_comes_back() {
        let paragraph = "Engineers shut the bridge over the Lunn on Monday, and the council will repair it.";
        for (line, share, known, repeated) in [
            ("Bridge over Lunn shut", 5, 3, 3),
            ("Bridge repaired at last by harbor council", 3, 3, 3),
            ("Council elections, results and turnout in Harlow", 2, 1, 2),
            ("Football results", 1, 0, 1),
            ("So it is", 0, 0, 0),
        ] {
            let mut opening = Opening { stems: [0; 64] };
            opening.enter(paragraph);
            assert_eq!(opening.share(line), (share, known), "{line}");
            assert_eq!(repeats(line, paragraph), repeated, "{line}");
        }
    }
}
