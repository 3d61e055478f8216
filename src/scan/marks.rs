//! Where quotation marks stand. Whether they open or close is settled by `quote`.

/// What a mark can be by its form alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Shape {
    /// `“`, `„`, ` `` `, `«`.
    Opening,
    /// `”`, `»`.
    Closing,
    /// `"` and `''`, which may be either.
    Straight,
    /// `‘`.
    SingleOpening,
    /// `’`, more often an apostrophe.
    SingleClosing,
    /// `'`, more often an apostrophe.
    SingleStraight,
}

/// One mark: its form, its first byte and its length in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Mark {
    pub(crate) shape: Shape,
    pub(crate) at: u32,
    pub(crate) len: u8,
}

impl Mark {
    pub(crate) fn end(self) -> usize {
        self.at as usize + self.len as usize
    }
}

/// The marks of `text[start..end]`, in order. With `singles`, single marks too; these are mostly apostrophes.
pub(crate) fn marks(text: &str, start: usize, end: usize, singles: bool, out: &mut Vec<Mark>) {
    let bytes = &text.as_bytes()[..end];
    let mut at = start;
    // Straight marks, apostrophes, back-ticks and the lead bytes of U+2018..U+201E and of « and ».
    while let Some(byte) = bytes.get(at).copied() {
        let (shape, len) = match byte {
            b'"' => (Shape::Straight, 1),
            b'\'' if bytes.get(at + 1) == Some(&b'\'') => (Shape::Straight, 2),
            b'\'' if singles => (Shape::SingleStraight, 1),
            b'`' if bytes.get(at + 1) == Some(&b'`') => (Shape::Opening, 2),
            0xE2 if bytes.get(at + 1) == Some(&0x80) => match bytes.get(at + 2) {
                Some(0x9C | 0x9E) => (Shape::Opening, 3),
                Some(0x9D) => (Shape::Closing, 3),
                Some(0x98) if singles => (Shape::SingleOpening, 3),
                Some(0x99) if singles => (Shape::SingleClosing, 3),
                _ => {
                    at += 3;
                    continue;
                }
            },
            0xC2 => match bytes.get(at + 1) {
                Some(0xAB) => (Shape::Opening, 2),
                Some(0xBB) => (Shape::Closing, 2),
                _ => {
                    at += 2;
                    continue;
                }
            },
            _ => {
                at += 1;
                continue;
            }
        };
        out.push(Mark { shape, at: at as u32, len });
        at += len as usize;
    }
}

#[cfg(test)]
mod tests {
    use super::{Shape::*, *};

    #[test]
    fn forms() {
        let text = "“a” \"b\" ''c'' ``d'' „e“ «f» it's ‘g’";
        let mut out = Vec::new();
        marks(text, 0, text.len(), false, &mut out);
        let got: Vec<_> = out.iter().map(|mark| mark.shape).collect();
        let double = [
            Opening, Closing, Straight, Straight, Straight, Straight, Opening, Straight, Opening, Opening,
            Opening, Closing,
        ];
        assert_eq!(got, double);
        out.clear();
        marks(text, 0, text.len(), true, &mut out);
        let single: Vec<_> = out.iter().skip(double.len()).map(|mark| mark.shape).collect();
        assert_eq!(single, [SingleStraight, SingleOpening, SingleClosing]);
    }
}
