//! Where a sentence could end: full stops, question and exclamation marks, ellipses.

/// A run of stops and what closes after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Stop {
    /// First byte of the run.
    pub(crate) at: usize,
    /// Just past the run.
    pub(crate) run_end: usize,
    /// Just past the closing marks and brackets after the run.
    pub(crate) end: usize,
    /// The next character that prints something, or the end of the text looked at.
    pub(crate) next: usize,
}

/// The next run of stops in `text[from..end]`.
pub(crate) fn next_stop(text: &str, from: usize, end: usize) -> Option<Stop> {
    let bytes = &text.as_bytes()[..end];
    let starts = |at: &usize| match bytes[*at] {
        b'.' | b'?' | b'!' => true,
        0xE2 => bytes[*at..].starts_with("…".as_bytes()),
        _ => false,
    };
    let at = (from..end).find(starts)?;
    let mut run_end = at;
    loop {
        match bytes.get(run_end) {
            Some(b'.' | b'?' | b'!') => run_end += 1,
            Some(0xE2) if bytes[run_end..].starts_with("…".as_bytes()) => run_end += 3,
            // A spaced ellipsis: ". . . ."
            Some(b' ')
                if bytes.get(run_end + 1) == Some(&b'.')
                    && matches!(bytes.get(run_end + 2), None | Some(b' ' | b'.' | b'"' | 0xE2)) =>
            {
                run_end += 2;
            }
            _ => break,
        }
    }
    let mut closed = run_end;
    loop {
        closed += match &bytes[closed..] {
            [b'"' | b'\'' | b')' | b']' | b'}', ..] => 1,
            [0xE2, 0x80, 0x9D | 0x99, ..] => 3,
            [0xC2, 0xBB, ..] => 2,
            _ => break,
        };
    }
    let rest = &text[closed..end];
    let next = closed + rest.len() - rest.trim_start_matches(super::blank::is_blank).len();
    Some(Stop { at, run_end, end: closed, next })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_and_closers() {
        for (text, stop, closed) in [
            ("So it is. Then", ".", "."),
            ("“Why?” he", "?", "?”"),
            ("less . . . .” Next", ". . . .", ". . . .”"),
            ("well… yes", "…", "…"),
            ("“It is so.”) Then", ".", ".”)"),
            ("What?! No", "?!", "?!"),
        ] {
            let found = next_stop(text, 0, text.len()).expect(text);
            assert_eq!(
                (&text[found.at..found.run_end], &text[found.at..found.end]),
                (stop, closed),
                "{text}"
            );
        }
        assert_eq!(next_stop("none — “here”", 0, 15), None);
    }
}
