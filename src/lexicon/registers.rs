//! Words of up to sixteen bytes, which nearly all words of a text are: they fit two registers, so that they are hashed
//! by multiplications and compared by two comparisons.
//!
//! No two words of the lists have the same slot (the table is filled by "hash and displace"): what a word is costs one
//! look at one slot, and no branch that depends on the word.

use super::{Class, Entry, SLOTS, TABLE, lists};

/// A half of a word, its first byte lowest and its rest filled with zeros.
type Key = u64;

/// The longest word that fits a key.
const LEN: usize = 8;

/// The words in their slots; noughts where there is none.
static WORDS: [(Key, Key, Class); SLOTS] = words();

/// By how much the words of each bucket are displaced, so that all of them fall on free slots.
static SHIFTS: [u16; BUCKETS] = shifts();
const BUCKETS: usize = SLOTS / 4;

const fn hash(head: Key, tail: Key) -> u64 {
    (head ^ tail.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

const fn bucket(hash: u64) -> usize {
    (hash >> (64 - BUCKETS.trailing_zeros())) as usize
}

const fn slot(hash: u64, shift: u16) -> usize {
    (hash.wrapping_mul(2 * shift as u64 + 1) >> (64 - SLOTS.trailing_zeros())) as usize
}

/// The classes of a word of up to sixteen bytes, in lower case and without a nought; the second half is nought for one
/// of up to eight.
#[inline]
pub(crate) fn in_registers(head: Key, tail: Key) -> Class {
    let hash = hash(head, tail);
    let (first, second, class) = WORDS[slot(hash, SHIFTS[bucket(hash)])];
    let other = (first ^ head) | (second ^ tail);
    if other == 0 { class } else { Class::NONE }
}

/// `word` in lower case as keys, if it fits two and is ASCII.
#[inline]
pub(super) fn load(word: &[u8]) -> Option<(Key, Key)> {
    let mut bytes = [[0; LEN]; 2];
    bytes.as_flattened_mut().get_mut(..word.len())?.copy_from_slice(word);
    let [head, tail] = bytes.map(Key::from_le_bytes);
    // A nought at the end would go unseen; inside it no word of the lists has one.
    let plain = (head | tail) & all(0x80) == 0 && word.last() != Some(&0);
    plain.then(|| (lower(head), lower(tail)))
}

/// `byte` in each byte of a key.
const fn all(byte: u8) -> Key {
    Key::from_le_bytes([byte; LEN])
}

/// A key of ASCII with its letters in lower case.
const fn lower(key: Key) -> Key {
    let capital = (key + all(0x80 - b'A')) & !(key + all(0x80 - b'Z' - 1)) & all(0x80);
    key | capital >> 2
}

// What follows runs while compiling, where there is no stack to overflow, and where calls are what costs time.

/// The words that fit two keys, with their hashes, bucket by bucket, and where each bucket ends.
struct Sorted {
    words: [(Key, Key, Class); SLOTS],
    hashes: [u64; SLOTS],
    ends: [usize; BUCKETS],
}

const SORTED: Sorted = sorted();

#[allow(clippy::large_stack_arrays)]
const fn words() -> [(Key, Key, Class); SLOTS] {
    let Sorted { words: sorted, hashes, ends } = &SORTED;
    let mut words = [(0, 0, Class::NONE); SLOTS];
    let (mut bucket, mut at) = (0, 0);
    while bucket < BUCKETS {
        while at < ends[bucket] {
            words[slot(hashes[at], SHIFTS[bucket])] = sorted[at];
            at += 1;
        }
        bucket += 1;
    }
    words
}

#[allow(clippy::large_stack_arrays)]
const fn shifts() -> [u16; BUCKETS] {
    let Sorted { hashes, ends, .. } = &SORTED;
    let (mut shifts, mut taken) = ([0; BUCKETS], [false; SLOTS]);
    let (mut bucket, mut from) = (0, 0);
    while bucket < BUCKETS {
        let to = ends[bucket];
        let mut shift = 0;
        while !place(hashes, from, to, shift, &mut taken) {
            assert!(shift < u16::MAX, "no shift places all words of a bucket: make SLOTS larger");
            shift += 1;
        }
        shifts[bucket] = shift;
        (bucket, from) = (bucket + 1, to);
    }
    shifts
}

/// Takes the slots that the words of the hashes `from..to` fall on, if all are free.
const fn place(hashes: &[u64; SLOTS], from: usize, to: usize, shift: u16, taken: &mut [bool; SLOTS]) -> bool {
    let mut at = from;
    while at < to {
        let slot_here = slot(hashes[at], shift);
        if taken[slot_here] {
            while at > from {
                at -= 1;
                taken[slot(hashes[at], shift)] = false;
            }
            return false;
        }
        taken[slot_here] = true;
        at += 1;
    }
    true
}

#[allow(clippy::large_stack_arrays)]
const fn sorted() -> Sorted {
    let (mut found, mut hashes, mut count) = ([(0, 0, Class::NONE); SLOTS], [0; SLOTS], 0);
    let mut ends = [0; BUCKETS];
    let mut entry = 0;
    while entry < SLOTS {
        let len = TABLE[entry].len as usize;
        if len > 0 && len <= 2 * LEN {
            let (head, tail) = keys(&TABLE[entry]);
            hashes[count] = hash(head, tail);
            found[count] = (head, tail, TABLE[entry].class);
            ends[bucket(hashes[count])] += 1;
            count += 1;
        }
        entry += 1;
    }
    let (mut at, mut sum) = (0, 0);
    while at < BUCKETS {
        (ends[at], sum) = (sum, sum + ends[at]);
        at += 1;
    }
    // Where a bucket starts moves on with each of its words, to its end.
    let mut sorted = Sorted { words: [(0, 0, Class::NONE); SLOTS], hashes: [0; SLOTS], ends };
    at = 0;
    while at < count {
        let bucket = bucket(hashes[at]);
        let to = sorted.ends[bucket];
        (sorted.words[to], sorted.hashes[to]) = (found[at], hashes[at]);
        sorted.ends[bucket] += 1;
        at += 1;
    }
    sorted
}

/// The word of an entry that fits two keys.
const fn keys(entry: &Entry) -> (Key, Key) {
    let text = lists::ALL[entry.list as usize].text.as_bytes();
    let (len, from) = (entry.len as usize, entry.at as usize);
    let (mut keys, mut at) = ([0; 2], 0);
    while at < len {
        keys[at / LEN] |= (text[from + at] as Key) << (8 * (at % LEN));
        at += 1;
    }
    (keys[0], keys[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_as_in_the_lists() {
        for word in [
            "said",
            "mr.",
            "u.s.",
            "a",
            "thousand",
            "isn't",
            "zyxgrom",
            "according",
            "spokeswoman",
            "themselves",
        ] {
            let upper = word.to_ascii_uppercase();
            let (head, tail) = load(upper.as_bytes()).unwrap();
            assert_eq!(in_registers(head, tail), super::super::look_up(word).class, "{word}");
        }
        for word in ["naïve", "said\0", "characteristically"] {
            assert_eq!(load(word.as_bytes()), None, "{word}");
        }
        let other: Vec<_> = "@[`{a_z.9' AZ".bytes().collect();
        assert_eq!(load(&other), load(&other.to_ascii_lowercase()));
    }
}
