//! Which lines were one line before they were wrapped.
//!
//! Wire copy, mail and archive scans break lines at a measure. Such a break is forced: the next line's first
//! word would not have fitted. A break that was not forced, an indented line or a blank line starts a new block.

use crate::limits::WRAP_WIDTH;
use crate::scan::blank::is_accent;
use crate::scan::lines::Line;
use crate::span::Span;

/// Lines that belong together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    pub(crate) span: Span,
    pub(crate) after_gap: bool,
    /// Whether it has more than one line.
    pub(crate) wrapped: bool,
}

/// Calls `block` with each run of lines that belong together.
pub(crate) fn join(text: &str, lines: &[Line], mut block: impl FnMut(Run)) {
    let measure = measure(text, lines);
    let mut lines = lines.iter().peekable();
    while let Some(first) = lines.next() {
        let (mut span, mut last) = (first.span, first);
        while let Some(next) = lines
            .next_if(|next| measure.joins(text, last, next, span.start == first.span.start && last == first))
        {
            span.end = next.span.end;
            last = next;
        }
        block(Run { span, after_gap: first.after_gap, wrapped: span != first.span });
    }
}

/// How a text is wrapped.
enum Measure {
    /// Every line is a block.
    None,
    /// At a width, in characters; whether paragraphs are indented.
    Width { width: usize, indented: bool },
}

impl Measure {
    fn joins(&self, text: &str, last: &Line, next: &Line, is_first: bool) -> bool {
        if next.after_gap {
            return false;
        }
        match *self {
            Measure::None => goes_on(last.span.of(text), next.span.of(text)),
            Measure::Width { width, indented } => {
                if indented && next.indent != 0 {
                    return false;
                }
                // Under an indented opening everything up to the next indentation is one paragraph.
                (indented && last.indent == 0 && !is_first)
                    || (indented && is_first && last.indent >= 2)
                    || forced(text, last, next, width)
                    || goes_on(last.span.of(text), next.span.of(text))
            }
        }
    }
}

/// Whether `next` goes on with the headline that `last` began: pages break a long one over short lines.
fn goes_on(last: &str, next: &str) -> bool {
    let short = |line: &str| line.len() <= WRAP_WIDTH * 4 && width(line) <= WRAP_WIDTH;
    next.starts_with(char::is_lowercase)
        && short(last)
        && last.bytes().filter(|byte| *byte == b' ').count() >= 2
        && short(next)
        && next.contains(' ')
        && last.starts_with(|c: char| c.is_alphabetic() || matches!(c, '“' | '‘'))
        && !last.ends_with(['.', '?', '!', ':', ';', '”', '"'])
        && !next.contains(['@', '/', '.'])
}

/// Characters as they were counted when a line was set: an accent stands over its letter.
fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().filter(|c| !is_accent(*c)).count() }
}

fn columns(text: &str, line: &Line) -> usize {
    usize::from(line.indent) + width(line.span.of(text))
}

/// Whether the first word of `next` would not have fitted on `last`.
fn forced(text: &str, last: &Line, next: &Line, width: usize) -> bool {
    let word = next.span.of(text).split(char::is_whitespace).next().unwrap_or_default();
    columns(text, last) + 1 + self::width(word) > width
}

/// The measure of a text, from the lines that stand without a blank line between them.
fn measure(text: &str, lines: &[Line]) -> Measure {
    let pairs = || lines.windows(2).filter(|pair| !pair[1].after_gap);
    let mut width = 0;
    for line in lines {
        let columns = if line.span.len() > WRAP_WIDTH * 4 { usize::MAX } else { columns(text, line) };
        if columns > WRAP_WIDTH {
            return Measure::None;
        }
        width = width.max(columns);
    }
    let (mut breaks, mut running) = (0usize, 0usize);
    for pair in pairs() {
        if pair[1].indent == 0
            && (pair[0].indent >= 2 || forced(text, &pair[0], &pair[1], width.saturating_sub(8)))
        {
            breaks += 1;
            running += usize::from(pair[1].span.of(text).starts_with(char::is_lowercase));
        }
    }
    // In running text about every second line starts with a small letter; headlines and lists seldom do.
    let indented = lines.iter().any(|line| line.indent >= 2);
    if breaks < 1 || running * 4 < breaks && !indented {
        return Measure::None;
    }
    Measure::Width { width: width.saturating_sub(8).max(40), indented }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::lines::lines;
    use unicode_normalization::UnicodeNormalization;

    fn blocks(text: &str) -> Vec<&str> {
        let (mut found, mut out) = (Vec::new(), Vec::new());
        lines(text, &mut found);
        join(text, &found, |run| out.push(run.span.of(text)));
        out
    }

    #[test]
    fn wrapped_and_not() {
        let cases: &[(&str, &[&str])] = &[
            // Indented wire copy.
            (
                "OIL UP\n    OSLO, March 9 - Oil rose for the fourth day on Monday, and\ntraders said that more was to come.\n    So it was.\n Reuter\n",
                &[
                    "OIL UP",
                    "OSLO, March 9 - Oil rose for the fourth day on Monday, and\ntraders said that more was to come.",
                    "So it was.",
                    "Reuter",
                ],
            ),
            // Mail: blank lines between paragraphs.
            (
                "The bridge over the river was shut on Monday after the cracks\nwere found, and nobody could say when it would open again.\n\nNo one was hurt.",
                &[
                    "The bridge over the river was shut on Monday after the cracks\nwere found, and nobody could say when it would open again.",
                    "No one was hurt.",
                ],
            ),
            // A headline in large type.
            (
                "Old quarry to be filled\nwith rubble from stadium,\ncounty says\nBy Ida Voss",
                &["Old quarry to be filled\nwith rubble from stadium,\ncounty says", "By Ida Voss"],
            ),
            // One whose line goes on with an accent.
            (
                "Vieille carrière comblée par les gravats du stade, dit le comté avant\nété et hiver, à Łódź",
                &[
                    "Vieille carrière comblée par les gravats du stade, dit le comté avant\nété et hiver, à Łódź",
                ],
            ),
            // One line, one block.
            ("Home\nNews\nBridge shut", &["Home", "News", "Bridge shut"]),
        ];
        for (text, want) in cases {
            assert_eq!(blocks(text), *want, "{text}");
            let apart: Vec<_> = want.iter().map(|block| block.nfd().to_string()).collect();
            assert_eq!(blocks(&text.nfd().to_string()), apart, "{text}");
        }
    }
}
