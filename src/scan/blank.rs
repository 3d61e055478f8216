//! White space as a reader sees it, and the edges of characters.

/// Whether `c` prints nothing: white space, a byte-order mark or a zero-width space.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}')
}

/// Whether `c` is an accent that stands apart from the letter before it, as in decomposed text.
pub(crate) fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Whether the ASCII character `byte` is white space.
pub(crate) const fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// The last character boundary of `text` that is not past `at`.
pub(crate) fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The first byte of `text` not before `from` that is no blank, or its end.
pub(crate) fn skip_blanks(text: &str, from: usize) -> usize {
    // Nearly always one space stands before a letter.
    match text.as_bytes()[from..] {
        [b' ', next, ..] if next.is_ascii_graphic() => from + 1,
        _ => text.len() - text[from..].trim_start_matches(is_blank).len(),
    }
}

/// `text[start..end]` without blanks at either end, as offsets; empty when all of it is blank.
#[inline]
pub(crate) fn trim(text: &str, start: usize, end: usize) -> (usize, usize) {
    // Nearly always there is nothing to trim.
    match text.as_bytes()[start..end] {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => (start, end),
        _ => trim_blanks(text, start, end),
    }
}

fn trim_blanks(text: &str, start: usize, end: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let (mut start, mut end) = (start, end);
    // Nearly every edge is ASCII; the route by characters is for the rest.
    while start < end && is_space(bytes[start]) {
        start += 1;
    }
    while end > start && is_space(bytes[end - 1]) {
        end -= 1;
    }
    if start == end || (bytes[start].is_ascii() && bytes[end - 1].is_ascii()) {
        return (start, end);
    }
    let right = text[start..end].trim_end_matches(is_blank);
    let left = right.trim_start_matches(is_blank);
    (start + right.len() - left.len(), start + right.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges() {
        for (text, want) in [
            ("  a b\t", "a b"),
            ("\u{FEFF}a", "a"),
            ("\u{A0}\u{200B} é\u{2003}", "é"),
            (" \u{A0} ", ""),
            ("", ""),
            ("“x”", "“x”"),
        ] {
            let (start, end) = trim(text, 0, text.len());
            assert_eq!(&text[start..end], want, "{text:?}");
        }
    }
}
