//! Closed word lists, compiled in.
//!
//! Each list is a text file, one entry a line, so adding a verb or an agency needs no Rust. All lists are
//! folded at compile time into one hash table from a word to the [`Class`]es it stands in: a word of the text
//! costs one probe, however many lists there are. Words of up to sixteen bytes stand in a second table as well, in which
//! they are found faster still ([`registers`]). The lists know nothing of the parser.

mod class;
mod ending;
mod lists;
mod registers;
mod word;

pub(crate) use class::Class;
pub(crate) use ending::may_abbreviate;
pub(crate) use registers::in_registers;
pub(crate) use word::{Word, Words, word};

use lists::{Form, List};

/// What the lists say of one word.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) class: Class,
    /// The number that a month or weekday stands for, else 0.
    pub(crate) value: u8,
    list: u8,
    len: u8,
    at: u32,
}

const VACANT: Entry = Entry { class: Class::NONE, value: 0, list: 0, len: 0, at: 0 };
const SLOTS: usize = 1 << 14;

// The lists grow by a line at a time; the bound only guards against a loop that never ends.
#[allow(long_running_const_eval)]
static TABLE: [Entry; SLOTS] = fill();

/// The hash of a word; its bytes are fed one by one, ASCII letters in lower case.
#[derive(Clone, Copy)]
pub(crate) struct Hash(u32);

impl Hash {
    pub(crate) const START: Hash = Hash(0x811C_9DC5);

    #[inline]
    pub(crate) const fn feed(self, byte: u8) -> Hash {
        // In 64 bits nothing overflows: `wrapping_mul` is calls within a call, which are slow while compiling.
        Hash(((self.0 ^ byte as u32) as u64 * 0x0100_0193) as u32)
    }

    /// The hash as a number, its high bits mixed into the low ones.
    pub(crate) const fn bits(self) -> usize {
        (self.0 ^ (self.0 >> 15)) as usize
    }

    const fn slot(self) -> usize {
        self.bits() & (SLOTS - 1)
    }
}

/// What the lists say of `word`, given its hash; a word in no list has no class.
#[inline]
fn probe(hash: Hash, word: &[u8]) -> Entry {
    let mut slot = hash.slot();
    loop {
        let entry = TABLE[slot];
        if entry.len == 0 {
            return VACANT;
        }
        if entry.len as usize == word.len() && entry.word().eq_ignore_ascii_case(word) {
            return entry;
        }
        slot = (slot + 1) & (SLOTS - 1);
    }
}

/// What the lists say of `word`, in any case, with curly apostrophes read as straight ones, and accents that stand apart
/// from their letters left out: the lists have names in ASCII too.
pub(crate) fn look_up(word: &str) -> Entry {
    // ASCII holds no curly apostrophe, and `probe` minds no case: nothing needs folding.
    if word.len() <= LONGEST && word.is_ascii() {
        let hash = word.bytes().fold(Hash::START, |hash, byte| hash.feed(byte.to_ascii_lowercase()));
        return probe(hash, word.as_bytes());
    }
    let mut folded = [0u8; LONGEST];
    let mut len = 0;
    let mut hash = Hash::START;
    let bytes = word.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let byte = match bytes[at..] {
            [0xCC, _, ..] | [0xCD, 0x80..=0xAF, ..] => {
                at += 2;
                continue;
            }
            [0xE2, 0x80, 0x99, ..] => {
                at += 2;
                b'\''
            }
            _ => bytes[at],
        };
        at += 1;
        if len == LONGEST {
            return VACANT;
        }
        folded[len] = byte.to_ascii_lowercase();
        hash = hash.feed(folded[len]);
        len += 1;
    }
    probe(hash, &folded[..len])
}

/// The classes of `word`.
pub(crate) fn class(word: &str) -> Class {
    registers::load(word.as_bytes())
        .map_or_else(|| look_up(word).class, |(head, tail)| in_registers(head, tail))
}

/// The longest entry that a list may hold, in bytes.
const LONGEST: usize = 48;

impl Entry {
    const fn word(self) -> &'static [u8] {
        let text = lists::ALL[self.list as usize].text.as_bytes();
        text.split_at(self.at as usize).1.split_at(self.len as usize).0
    }
}

// Runs while compiling, where there is no stack to overflow.
#[allow(clippy::large_stack_arrays)]
const fn fill() -> [Entry; SLOTS] {
    let mut table = [VACANT; SLOTS];
    let mut list = 0;
    while list < lists::ALL.len() {
        let text = lists::ALL[list].text.as_bytes();
        let (mut at, mut number) = (0, 0);
        while at < text.len() {
            let end = lists::line_end(text, at);
            if lists::is_entry(text, at, end) {
                number += 1;
                line(&mut table, list, number, at, end);
            }
            at = end + 1;
        }
        list += 1;
    }
    table
}

/// Enters the line of this number: an entry with an optional ` = tag`, or the forms of a verb.
const fn line(table: &mut [Entry; SLOTS], list: usize, number: usize, at: usize, end: usize) {
    let List { text, class, form } = lists::ALL[list];
    let text = text.as_bytes();
    if matches!(form, Form::Asked) {
        assert!(number < 256, "a word's number is one byte");
        enter(table, list, at, end, Class::of_word(Word::from_number(number as u8)), 0);
        return;
    }
    if matches!(form, Form::Verb) {
        let mut form = 0;
        let mut from = at;
        while from < end {
            let mut to = from;
            while to < end && text[to] != b' ' {
                to += 1;
            }
            enter(table, list, from, to, class.and(Class::FORMS[form]), 0);
            if form == 2 && !has_fifth(text, at, end) {
                enter(table, list, from, to, Class::PARTICIPLE, 0);
            }
            form += 1;
            from = to + 1;
        }
        return;
    }
    let mut to = at;
    while to < end && !(text[to] == b' ' && to + 2 < end && text[to + 1] == b'=' && text[to + 2] == b' ') {
        to += 1;
    }
    let (mut tags, mut value, mut tag) = (Class::NONE, 0, to + 3);
    while tag < end {
        if matches!(form, Form::Numbered) && text[tag].is_ascii_digit() {
            value = value * 10 + (text[tag] - b'0');
        } else {
            tags = tags.and(Class::of_tag(text[tag]));
        }
        tag += 1;
    }
    enter(table, list, at, to, class.and(tags), value);
}

/// Whether a verb's line gives its participle apart from its past.
const fn has_fifth(text: &[u8], at: usize, end: usize) -> bool {
    let (mut spaces, mut i) = (0, at);
    while i < end {
        spaces += (text[i] == b' ') as usize;
        i += 1;
    }
    spaces >= 4
}

const fn enter(table: &mut [Entry; SLOTS], list: usize, at: usize, end: usize, class: Class, value: u8) {
    let text = lists::ALL[list].text.as_bytes();
    let (mut hash, mut i) = (Hash::START, at);
    while i < end {
        hash = hash.feed(text[i]);
        i += 1;
    }
    let mut slot = hash.slot();
    while table[slot].len != 0 {
        if table[slot].len as usize == end - at && same(table[slot], text, at) {
            table[slot].class = table[slot].class.and(class);
            if value != 0 {
                table[slot].value = value;
            }
            return;
        }
        slot = (slot + 1) & (SLOTS - 1);
    }
    assert!(end - at <= LONGEST, "an entry of a word list is too long");
    table[slot] = Entry { class, value, list: list as u8, len: (end - at) as u8, at: at as u32 };
}

/// Whether the word of `entry` stands in `text` at `at`, where as many bytes follow.
const fn same(entry: Entry, text: &[u8], at: usize) -> bool {
    let other = lists::ALL[entry.list as usize].text.as_bytes();
    let mut i = 0;
    while i < entry.len as usize {
        if other[entry.at as usize + i] != text[at + i] {
            return false;
        }
        i += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_their_lists() {
        let cases = [
            ("Said", Class::SAY.and(Class::PAST)),
            ("wrote", Class::SAY.and(Class::PAST)),
            ("Gen.", Class::TITLE),
            ("spokeswoman", Class::ROLE.and(Class::FEMALE)),
            ("ISN’T", Class::AUXILIARY),
            ("according", Class::SOURCE),
            ("José", Class::FIRST_NAME),
            ("Jose\u{301}", Class::FIRST_NAME),
        ];
        for (word, want) in cases {
            assert!(class(word).all(want), "{word}");
        }
        assert_eq!(look_up("Sept.").value, 9);
        assert_eq!(look_up("Wednesday").value, 3);
        assert!(class("zyxgrommet").is_none());
    }

    #[test]
    fn every_line_can_be_looked_up() {
        for list in lists::ALL {
            for line in list.text.lines().filter(|line| !line.starts_with('#')) {
                let word = line.split(" = ").next().unwrap_or_default();
                let words = if list.form == Form::Verb { word.split(' ').collect() } else { vec![word] };
                for word in words {
                    assert!(class(word).all(list.class), "{word:?} of a list with class {:?}", list.class);
                }
            }
        }
    }

    #[test]
    fn table_is_not_crowded() {
        let used = TABLE.iter().filter(|entry| entry.len != 0).count();
        assert!(used * 10 < SLOTS * 7, "{used} of {SLOTS} slots: make SLOTS larger");
    }
}
