//! Where quotation marks stand. Whether they open or close is settled by `quote`.

use crate::span::Span;
use alloc::vec::Vec;
use memchr::{memchr2_iter, memchr3_iter};

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

/// Appends the marks of `block` to `out`, in order. An apostrophe between two letters is none.
pub(crate) fn marks(text: &str, block: Span, out: &mut Vec<Mark>) {
    let bytes = block.of(text).as_bytes();
    // Five bytes start a mark. No more than three can be looked for together.
    let mut common = memchr3_iter(b'"', b'\'', 0xE2, bytes).peekable();
    let mut rare = memchr2_iter(b'`', 0xC2, bytes).peekable();
    let mut next = 0;
    loop {
        let before_rare = |at: &usize| rare.peek().is_none_or(|rare| at < rare);
        let Some(at) = common.next_if(before_rare).or_else(|| rare.next()) else { return };
        if let Some((shape, len)) = mark(bytes, at).filter(|_| at >= next) {
            out.push(Mark { shape, at: block.start + at as u32, len });
            next = at + usize::from(len);
        }
    }
}

/// The mark that starts at `at`, with its length.
fn mark(bytes: &[u8], at: usize) -> Option<(Shape, u8)> {
    let found = match bytes[at..] {
        [b'"', ..] => (Shape::Straight, 1),
        [b'\'', b'\'', ..] => (Shape::Straight, 2),
        [b'\'', ..] => (Shape::SingleStraight, 1),
        [b'`', b'`', ..] => (Shape::Opening, 2),
        [0xE2, 0x80, 0x9C | 0x9E, ..] => (Shape::Opening, 3),
        [0xE2, 0x80, 0x9D, ..] => (Shape::Closing, 3),
        [0xE2, 0x80, 0x98, ..] => (Shape::SingleOpening, 3),
        [0xE2, 0x80, 0x99, ..] => (Shape::SingleClosing, 3),
        [0xC2, 0xAB, ..] => (Shape::Opening, 2),
        [0xC2, 0xBB, ..] => (Shape::Closing, 2),
        _ => return None,
    };
    let apostrophe = matches!(found.0, Shape::SingleStraight | Shape::SingleClosing)
        && at > 0
        && bytes[at - 1].is_ascii_alphanumeric()
        && bytes.get(at + usize::from(found.1)).is_some_and(u8::is_ascii_alphanumeric);
    (!apostrophe).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::{Shape::*, *};

    #[test]
    fn forms() {
        let text = "“a” \"b\" ''c'' „e“ it's ‘g’ h’s";
        let of = |text: &str| {
            let mut out = Vec::new();
            marks(text, Span::from_usize(0, text.len()), &mut out);
            out.iter().map(|mark| mark.shape).collect::<Vec<_>>()
        };
        let common = [
            Opening,
            Closing,
            Straight,
            Straight,
            Straight,
            Straight,
            Opening,
            Opening,
            SingleOpening,
            SingleClosing,
        ];
        assert_eq!(of(text), common);
        assert_eq!(of(&format!("{text} «f»")), [&common[..], &[Opening, Closing]].concat());
        assert_eq!(of("``d'' '"), [Opening, Straight, SingleStraight]);
    }
}
