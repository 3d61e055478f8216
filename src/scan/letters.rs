//! ASCII letters, eight at a time: a register is loaded, folded and measured without a step a byte.

/// `byte` in each byte of a register.
const fn all(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// How many of the low bytes of `lower` are small letters.
const fn count(lower: u64) -> usize {
    // Seven bits to a byte, so that no sum carries into the next one.
    let low = lower & all(0x7F);
    let letter = (low + all(0x80 - b'a')) & !(low + all(0x80 - b'z' - 1)) & !lower;
    ((!letter & all(0x80)).trailing_zeros() / 8) as usize
}

/// The bytes of `text` at `at` as a register, ASCII letters in lower case.
#[inline]
fn lower(text: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(*text.get(at..)?.first_chunk()?) | all(0x20))
}

/// The low `count` bytes of a register, fewer than all of them.
const fn low_bytes(count: usize) -> u64 {
    !(u64::MAX << (8 * count))
}

/// The letters at `at`, in lower case, in two registers, and how many they are: fewer than sixteen.
#[inline]
pub(crate) fn letters(text: &[u8], at: usize, end: usize) -> Option<(u64, u64, usize)> {
    let head = lower(text, at)?;
    let len = count(head).min(end - at);
    if len < 8 {
        return Some((head & low_bytes(len), 0, len));
    }
    let tail = lower(text, at + 8)?;
    match count(tail).min(end - at - 8) {
        0 => Some((head, 0, 8)),
        8 => None,
        more => Some((head, tail & low_bytes(more), 8 + more)),
    }
}

/// Characters before the first letter of a passage: marks, brackets, points.
const OPENERS: usize = 16;

/// The first letter or digit of `words`, which no more than a few marks stand before.
pub(crate) fn first_letter(words: &str) -> Option<char> {
    words.chars().take(OPENERS).find(|c| c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_letters() {
        let key = |word: &[u8]| word.iter().rev().fold(0, |key, byte| key << 8 | u64::from(*byte));
        let read = |text: &str| letters(text.as_bytes(), 0, text.len());
        assert_eq!(read("Said the mayor of Harlow"), Some((key(b"said"), 0, 4)));
        assert_eq!(read("ACCORDING to the mayor"), Some((key(b"accordin"), key(b"g"), 9)));
        assert_eq!(read("Thousand men"), None, "too near the end of the text to load");
        assert_eq!(read("Thousand men came"), Some((key(b"thousand"), 0, 8)));
        assert_eq!(read("Naïve mayors"), Some((key(b"na"), 0, 2)));
        assert_eq!(read("’s a mayor"), Some((0, 0, 0)), "no letter");
        assert_eq!(letters(b"Thousands of men came", 0, 3), Some((key(b"tho"), 0, 3)));
    }
}
