//! Where a sentence could end: full stops, question and exclamation marks, ellipses.

use super::blank::skip_blanks;

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

/// Finds the stops of a text, part by part, in order.
pub(crate) struct Stops<'a> {
    text: &'a str,
    from: usize,
    end: usize,
    /// The first `…` not before `from`. It is looked for apart, since its first byte is that of every curly mark, and in
    /// all of the text at once: hardly a paragraph has one.
    ellipsis: usize,
}

impl<'a> Stops<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Stops { text, from: 0, end: 0, ellipsis: ellipsis(text.as_bytes(), 0) }
    }

    /// The runs of stops in `from..end`, which is not before what was looked at last.
    pub(crate) fn within(&mut self, from: usize, end: usize) -> &mut Self {
        debug_assert!(from >= self.from);
        (self.from, self.end) = (from, end);
        if self.ellipsis < from {
            self.ellipsis = ellipsis(self.text.as_bytes(), from);
        }
        self
    }

    /// The run of stops that starts at `at`.
    #[inline]
    fn read(&self, at: usize) -> Stop {
        // Most stops stand alone, before a space and a word or at the end.
        let next = match self.text.as_bytes()[at..self.end] {
            [b'.' | b'?' | b'!'] => at + 1,
            [b'.' | b'?' | b'!', b' ', next, ..] if next.is_ascii_alphanumeric() => at + 2,
            _ => return read_run(&self.text[..self.end], at),
        };
        Stop { at, run_end: at + 1, end: at + 1, next }
    }
}

impl Iterator for Stops<'_> {
    type Item = Stop;

    #[inline]
    fn next(&mut self) -> Option<Stop> {
        let limit = self.ellipsis.min(self.end);
        let rest = &self.text.as_bytes()[self.from..limit];
        let at = memchr::memchr3(b'.', b'?', b'!', rest).map_or(limit, |len| self.from + len);
        if at == self.end {
            return None;
        }
        let stop = self.read(at);
        self.from = stop.end;
        if self.ellipsis < self.from {
            self.ellipsis = ellipsis(self.text.as_bytes(), self.from);
        }
        Some(stop)
    }
}

/// Where the first `…` not before `from` stands, or the end. Its last byte is the rarest.
fn ellipsis(bytes: &[u8], from: usize) -> usize {
    memchr::memchr_iter(0xA6, &bytes[from..])
        .map(|last| from + last + 1)
        .find(|end| bytes[from..*end].ends_with("…".as_bytes()))
        .map_or(bytes.len(), |end| end - "…".len())
}

/// The run of stops that starts at `at`, whatever its length and whatever closes after it.
fn read_run(text: &str, at: usize) -> Stop {
    let bytes = text.as_bytes();
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
    let mut end = run_end;
    loop {
        end += match &bytes[end..] {
            [b'"' | b'\'' | b')' | b']' | b'}', ..] => 1,
            [0xE2, 0x80, 0x9D | 0x99, ..] => 3,
            [0xC2, 0xBB, ..] => 2,
            _ => break,
        };
    }
    Stop { at, run_end, end, next: skip_blanks(text, end) }
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
            let found = Stops::of(text).within(0, text.len()).next().expect(text);
            assert_eq!(
                (&text[found.at..found.run_end], &text[found.at..found.end]),
                (stop, closed),
                "{text}"
            );
        }
        assert_eq!(Stops::of("none — “here”").within(0, 15).next(), None);
    }

    #[test]
    fn none_is_passed_over() {
        let text = "æ… a? “b…” c... d ! …e æ. f…?! “g.” . . …. “h";
        let found: Vec<_> = Stops::of(text).within(0, text.len()).collect();
        assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].at));
        let run = |at: &usize| found.iter().any(|stop| (stop.at..stop.run_end).contains(at));
        for (at, c) in text.char_indices().filter(|(_, c)| *c != ' ') {
            assert_eq!(run(&at), ".?!…".contains(c), "{c} at {at}");
        }
        // The text looked at may end inside a run.
        assert_eq!(Stops::of(text).within(5, text.find("..").unwrap() + 1).count(), 3);
    }
}
