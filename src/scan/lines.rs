//! Bytes → lines.

use super::blank::trim;
use crate::span::Span;
use alloc::vec::Vec;

/// One line that prints something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The line without blanks at its ends.
    pub(crate) span: Span,
    /// Columns of white space before it.
    pub(crate) indent: u16,
    /// Whether a blank line, or the start of the text, stands before it.
    pub(crate) after_gap: bool,
}

/// The lines of `text` that print something. Lines end with LF, CR or CRLF, in any mixture.
pub(crate) fn lines(text: &str, out: &mut Vec<Line>) {
    out.clear();
    // A line of wire copy has some seventy bytes, and a paragraph on one line more.
    out.reserve(text.len() / 64);
    let bytes = text.as_bytes();
    // A byte-order mark indents nothing.
    let (mut start, mut gap) = (if text.starts_with('\u{FEFF}') { 3 } else { 0 }, true);
    let mut ends = memchr::memchr2_iter(b'\n', b'\r', bytes);
    loop {
        let (end, next) = match ends.next() {
            Some(at) if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') => {
                ends.next();
                (at, Some(at + 2))
            }
            Some(at) => (at, Some(at + 1)),
            None => (bytes.len(), None),
        };
        let (from, to) = trim(text, start, end);
        if from < to {
            let indent =
                bytes[start..from].iter().map(|byte| if *byte == b'\t' { 4 } else { 1 }).sum::<usize>();
            out.push(Line {
                span: Span::from_usize(from, to),
                indent: indent.min(u16::MAX.into()) as u16,
                after_gap: gap,
            });
        }
        gap = from >= to;
        match next {
            Some(at) => start = at,
            None => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_in_any_mixture() {
        let mut out = Vec::new();
        let text = "a\r\n\r\n  b\rc\n\u{FEFF}\n d";
        lines(text, &mut out);
        let got: Vec<_> = out.iter().map(|l| (l.span.of(text), l.indent, l.after_gap)).collect();
        assert_eq!(got, [("a", 0, true), ("b", 2, true), ("c", 0, false), ("d", 1, true)]);
    }

    #[test]
    fn a_byte_order_mark_is_no_indent() {
        let mut out = Vec::new();
        lines("\u{FEFF}a\n b", &mut out);
        assert_eq!(out.iter().map(|line| line.indent).collect::<Vec<_>>(), [0, 1]);
    }
}
