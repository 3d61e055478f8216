//! Words of up to sixteen bytes, which nearly all words of a text are: they fit two registers, so that they are hashed
//! by a multiplication and compared by a comparison or two.

use super::{Class, SLOTS, TABLE, lists};

/// A word or a half of one, its first byte lowest and its rest filled with zeros.
type Key = u64;

/// The longest word that fits a key.
const LEN: usize = 8;

/// Words that fit one key; nought for none.
static SHORT: [(Key, Class); SLOTS] = short_words();

/// A bit for each slot of a table eight times as long, which is set if a word falls there. It stays at hand where the
/// words themselves do not: most words that are in no list are turned away by it.
static LISTED: [u64; 8 * SLOTS / 64] = listed();

const fn bit(head: Key, tail: Key) -> (usize, u32) {
    let at = slot(mixed(head, tail), 8 * SLOTS);
    (at / 64, at as u32 % 64)
}

const fn may_be_listed(head: Key, tail: Key) -> bool {
    let (at, bit) = bit(head, tail);
    LISTED[at] >> bit & 1 != 0
}

/// Words that fit two. They are fewer.
static LONG: [(Key, Key, Class); LONG_SLOTS] = long_words();
const LONG_SLOTS: usize = SLOTS / 2;

const fn slot(key: Key, slots: usize) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - slots.trailing_zeros())) as usize
}

const fn mixed(head: Key, tail: Key) -> Key {
    head ^ tail.rotate_left(29)
}

const fn long_slot(head: Key, tail: Key) -> usize {
    slot(mixed(head, tail), LONG_SLOTS)
}

/// The classes of a word of up to sixteen bytes, in lower case and without a nought; the second half is nought for one
/// of up to eight.
#[inline]
pub(crate) fn in_registers(head: Key, tail: Key) -> Class {
    if !may_be_listed(head, tail) {
        return Class::NONE;
    }
    if tail != 0 {
        return long(head, tail);
    }
    let mut at = slot(head, SLOTS);
    loop {
        let (found, class) = SHORT[at];
        if found == head || found == 0 {
            return class;
        }
        at = (at + 1) % SLOTS;
    }
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

fn long(head: Key, tail: Key) -> Class {
    let mut at = long_slot(head, tail);
    loop {
        let (first, second, class) = LONG[at];
        if first == 0 || first == head && second == tail {
            return class;
        }
        at = (at + 1) % LONG_SLOTS;
    }
}

// Both run while compiling, where there is no stack to overflow.
#[allow(clippy::large_stack_arrays)]
const fn short_words() -> [(Key, Class); SLOTS] {
    let (mut words, mut from) = ([(0, Class::NONE); SLOTS], 0);
    while from < SLOTS {
        let len = TABLE[from].len as usize;
        if len > 0 && len <= LEN {
            let key = key(from, 0);
            let mut to = slot(key, SLOTS);
            while words[to].0 != 0 {
                to = (to + 1) % SLOTS;
            }
            words[to] = (key, TABLE[from].class);
        }
        from += 1;
    }
    words
}

const fn listed() -> [u64; 8 * SLOTS / 64] {
    let (mut bits, mut from) = ([0; 8 * SLOTS / 64], 0);
    while from < SLOTS {
        let len = TABLE[from].len as usize;
        if len > 0 && len <= 2 * LEN {
            let (at, bit) = bit(key(from, 0), key(from, LEN));
            bits[at] |= 1 << bit;
        }
        from += 1;
    }
    bits
}

#[allow(clippy::large_stack_arrays)]
const fn long_words() -> [(Key, Key, Class); LONG_SLOTS] {
    let (mut words, mut from) = ([(0, 0, Class::NONE); LONG_SLOTS], 0);
    while from < SLOTS {
        let len = TABLE[from].len as usize;
        if len > LEN && len <= 2 * LEN {
            let (head, tail) = (key(from, 0), key(from, LEN));
            let mut to = long_slot(head, tail);
            while words[to].0 != 0 {
                to = (to + 1) % LONG_SLOTS;
            }
            words[to] = (head, tail, TABLE[from].class);
        }
        from += 1;
    }
    words
}

/// The bytes of the entry at `slot` from `skip` on, as far as they fit.
const fn key(slot: usize, skip: usize) -> Key {
    let entry = TABLE[slot];
    let text = lists::ALL[entry.list as usize].text.as_bytes();
    let (mut key, mut at) = ([0; LEN], 0);
    while at < LEN && skip + at < entry.len as usize {
        key[at] = text[entry.at as usize + skip + at];
        at += 1;
    }
    Key::from_le_bytes(key)
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

    #[test]
    fn tables_are_not_crowded() {
        let used = |vacant: &dyn Fn(usize) -> bool, slots| (0..slots).filter(|at| !vacant(*at)).count();
        let short = used(&|at| SHORT[at].0 == 0, SLOTS);
        let long = used(&|at| LONG[at].0 == 0, LONG_SLOTS);
        assert!(
            short * 10 < SLOTS * 6 && long * 10 < LONG_SLOTS * 6,
            "{short} and {long}: make SLOTS larger"
        );
    }
}
