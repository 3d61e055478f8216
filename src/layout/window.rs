//! The openings and ends of chunks that are looked at: as long in every text, whatever its line ends.

use crate::scan::blank::boundary;

/// The first `len` bytes of `body`, the two bytes of a line end counted as one.
pub(super) fn first(body: &str, len: usize) -> &str {
    let mut end = len.min(body.len());
    loop {
        let next = (len + halves(&body.as_bytes()[..end])).min(body.len());
        if next == end {
            return &body[..boundary(body, end)];
        }
        end = next;
    }
}

/// The last `len` bytes of `body`, the two bytes of a line end counted as one.
pub(super) fn last(body: &str, len: usize) -> &str {
    let mut start = body.len().saturating_sub(len);
    loop {
        let next = body.len().saturating_sub(len + halves(&body.as_bytes()[start..]));
        if next == start {
            return &body[boundary(body, start)..];
        }
        start = next;
    }
}

/// Line ends of two bytes.
pub(super) fn halves(bytes: &[u8]) -> usize {
    memchr::memchr_iter(b'\r', bytes).filter(|at| bytes.get(at + 1) == Some(&b'\n')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_change_no_window() {
        for (text, len, opening, end) in [
            ("one two three", 7, "one two", "o three"),
            ("one\ntwo\nthree", 5, "one\nt", "three"),
            ("one\r\ntwo\r\nthree", 5, "one\r\nt", "three"),
            ("one\r\ntwo\r\nthree", 9, "one\r\ntwo\r\nt", "two\r\nthree"),
            ("é", 1, "", "é"),
            ("one", 9, "one", "one"),
        ] {
            assert_eq!((first(text, len), last(text, len)), (opening, end), "{text:?}");
        }
    }
}
