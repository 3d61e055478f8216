//! The text and the ways to count places in it.

use alloc::vec::Vec;

/// A place in a text as people and editors count it; all three numbers start at 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// Line, counted by line ends (LF, CR or CRLF).
    pub line: u32,
    /// Column in characters (code points).
    pub column: u32,
    /// Column in UTF-16 code units, as editors' protocols count.
    pub column_utf16: u32,
}

/// Turns byte offsets into characters, UTF-16 units, lines and columns.
///
/// Spans are bytes; JavaScript counts UTF-16 units and Python counts characters. Making this table reads the
/// text once; each question after that reads at most a few hundred bytes.
///
/// ```
/// let text = "Ève said:\n“Oui.”";
/// let positions = wirecopy::Positions::new(text);
/// let at = text.find("Oui").unwrap() as u32;
/// assert_eq!((at, positions.char(at), positions.utf16(at)), (14, 11, 11));
/// let place = positions.line_column(at);
/// assert_eq!((place.line, place.column), (1, 1));
/// ```
#[derive(Debug, Clone)]
pub struct Positions<'a> {
    text: &'a str,
    marks: Vec<Mark>,
}

/// Counts at the start of every stretch of `STRIDE` bytes.
#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    chars: u32,
    utf16: u32,
    line: u32,
    line_start: u32,
}

const STRIDE: usize = 256;

impl Mark {
    /// Counts on over `bytes`, which start at `offset` of `text`.
    fn advance(mut self, text: &[u8], range: core::ops::Range<usize>) -> Mark {
        for at in range {
            let byte = text[at];
            if byte & 0xC0 != 0x80 {
                self.chars += 1;
                self.utf16 += 1 + u32::from(byte >= 0xF0);
            }
            let ends_line = byte == b'\n' || (byte == b'\r' && text.get(at + 1) != Some(&b'\n'));
            if ends_line {
                self.line += 1;
                self.line_start = at as u32 + 1;
            }
        }
        self
    }
}

impl<'a> Positions<'a> {
    /// Reads `text` once and notes where characters and lines start.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut marks = Vec::with_capacity(bytes.len() / STRIDE + 1);
        let mut mark = Mark::default();
        marks.push(mark);
        let mut at = 0;
        while at + STRIDE <= bytes.len() {
            mark = mark.advance(bytes, at..at + STRIDE);
            marks.push(mark);
            at += STRIDE;
        }
        Positions { text, marks }
    }

    fn at(&self, offset: u32) -> Mark {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let stretch = offset / STRIDE;
        self.marks[stretch].advance(self.text.as_bytes(), stretch * STRIDE..offset)
    }

    /// Characters (code points) before the byte `offset`.
    ///
    /// An offset past the end counts as the end, one inside a character as that character's start.
    pub fn char(&self, offset: u32) -> u32 {
        self.at(offset).chars
    }

    /// UTF-16 code units before the byte `offset`, with the same care for stray offsets as [`char`](Self::char).
    pub fn utf16(&self, offset: u32) -> u32 {
        self.at(offset).utf16
    }

    /// A span in characters, as Python slices.
    pub fn char_range(&self, span: crate::span::Span) -> core::ops::Range<u32> {
        self.char(span.start)..self.char(span.end)
    }

    /// A span in UTF-16 units, as JavaScript slices.
    pub fn utf16_range(&self, span: crate::span::Span) -> core::ops::Range<u32> {
        self.utf16(span.start)..self.utf16(span.end)
    }

    /// The line and column of the byte `offset`.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let here = self.at(offset);
        let start = self.at(here.line_start);
        LineColumn {
            line: here.line,
            column: here.chars - start.chars,
            column_utf16: here.utf16 - start.utf16,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_the_standard_library_does() {
        let text = "é𝄞\r\nb\rc\n".repeat(200);
        let positions = Positions::new(&text);
        for (at, _) in text.char_indices() {
            let before = &text[..at];
            assert_eq!(positions.char(at as u32) as usize, before.chars().count());
            assert_eq!(positions.utf16(at as u32) as usize, before.encode_utf16().count());
        }
        let place = positions.line_column(text.len() as u32);
        assert_eq!((place.line, place.column), (600, 0));
    }

    #[test]
    fn stray_offsets_are_pulled_in() {
        let positions = Positions::new("é");
        assert_eq!((positions.char(1), positions.char(99)), (0, 1));
    }
}
