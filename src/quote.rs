//! Marks in blocks → quotations: which mark opens, which closes, what lies inside what.

use crate::limits::NESTING;
use crate::scan::letters::first_letter;
use crate::scan::marks::{Mark, Shape, marks};
use crate::span::Span;
use alloc::vec::Vec;

/// How much of a sentence stands in the marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum QuoteForm {
    /// A sentence or more.
    Full,
    /// Words woven into the writer's own sentence.
    Fragment,
    /// A title, a nickname, a term, irony: words in marks that nobody is said to have spoken.
    Label,
}

impl core::fmt::Display for QuoteForm {
    /// The name in lower case: "full".
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            QuoteForm::Full => "full",
            QuoteForm::Fragment => "fragment",
            QuoteForm::Label => "label",
        })
    }
}

/// One passage in marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct QuoteNode {
    /// The words, marks left out.
    pub(crate) span: Span,
    /// The words with their marks; an unclosed passage has none at its end.
    pub(crate) outer: Span,
    pub(crate) block: u32,
    pub(crate) form: QuoteForm,
    pub(crate) nested_in: Option<u32>,
    pub(crate) attribution: Option<u32>,
    /// Stays open at the end of its block: the quotation goes on in the next.
    pub(crate) open: bool,
}

/// Which marks a text sets speech in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Style {
    /// Double marks, with single marks inside them.
    Double,
    /// Single marks, as British and Indian papers do, with double marks inside them.
    Single,
}

/// Reads quotations, with buffers that are used again.
#[derive(Default)]
pub(crate) struct QuoteReader {
    marks: Vec<Mark>,
    /// Where the marks of each block end.
    ends: Vec<usize>,
    pairer: Pairer,
}

impl QuoteReader {
    /// Appends the quotations of all `blocks`, in order.
    pub(crate) fn read(
        &mut self,
        text: &str,
        blocks: impl Iterator<Item = Span> + Clone,
        out: &mut Vec<QuoteNode>,
    ) {
        let QuoteReader { marks: found, ends, pairer } = self;
        found.clear();
        ends.clear();
        ends.extend(blocks.clone().map(|block| {
            marks(text, block, found);
            found.len()
        }));
        let starts = core::iter::once(0).chain(ends.iter().copied());
        let marked = blocks.zip(starts.zip(&*ends)).map(|(block, (from, to))| (block, &found[from..*to]));
        let style = style(text, marked.clone());
        for (index, (block, marks)) in marked.enumerate() {
            pairer.pair(text, style, block, marks, index as u32, out);
        }
    }
}

/// Appends the quotations of all `blocks`, in order.
#[cfg(test)]
pub(crate) fn quotations(text: &str, blocks: impl Iterator<Item = Span> + Clone, out: &mut Vec<QuoteNode>) {
    QuoteReader::default().read(text, blocks, out);
}

/// Settles the style of a text from how its blocks open and how often each sort of mark is a pair.
fn style<'m>(text: &str, blocks: impl Iterator<Item = (Span, &'m [Mark])>) -> Style {
    let (mut doubles, mut singles) = (0u32, 0u32);
    for (block, marks) in blocks {
        let mut open = false;
        for mark in marks {
            match mark.shape {
                Shape::Opening | Shape::Closing | Shape::Straight => doubles += 1,
                Shape::SingleOpening | Shape::SingleStraight if opens(text, block, *mark) => open = true,
                Shape::SingleClosing | Shape::SingleStraight if open && closes_speech(text, *mark) => {
                    singles += 2;
                    open = false;
                }
                _ => {}
            }
        }
    }
    if singles > doubles { Style::Single } else { Style::Double }
}

/// Pairs the marks of one block and appends its quotations, outer before inner, in the order of their opening marks.
#[derive(Default)]
struct Pairer {
    open: Vec<usize>,
    kept: Vec<Option<u32>>,
}

impl Pairer {
    fn pair(
        &mut self,
        text: &str,
        style: Style,
        block: Span,
        marks: &[Mark],
        index: u32,
        out: &mut Vec<QuoteNode>,
    ) {
        self.open.clear();
        let first = out.len();
        // No single mark after this index closes a passage: searches for one stop here.
        let last_single = marks.iter().rposition(|mark| single(mark.shape) && closes_speech(text, *mark));
        for (at, mark) in marks.iter().enumerate() {
            let depth = self.open.len();
            let inside_single =
                self.open.last().is_some_and(|quote| inner_mark_is_single(text, out[*quote].outer));
            match role(
                text,
                block,
                *mark,
                depth,
                inside_single,
                style,
                last_single.is_some_and(|last| at < last),
            ) {
                Role::Opens => {
                    let span = Span::new(mark.end() as u32, block.end);
                    self.open.push(out.len());
                    out.push(QuoteNode {
                        span,
                        outer: Span::new(mark.at, block.end),
                        block: index,
                        form: QuoteForm::Full,
                        nested_in: self.open.iter().rev().nth(1).map(|quote| *quote as u32),
                        attribution: None,
                        open: true,
                    });
                }
                Role::Closes => {
                    // A double mark also closes single passages that were left open inside it.
                    if !single(mark.shape) && inside_single && depth > 1 {
                        self.open.pop();
                    }
                    if let Some(quote) = self.open.pop().and_then(|quote| out.get_mut(quote)) {
                        quote.span.end = mark.at;
                        quote.outer.end = mark.end() as u32;
                        quote.open = false;
                    }
                }
                Role::Neither => {}
            }
        }
        settle(text, first, &mut self.kept, out);
    }
}

/// Drops what is no passage: empty ones, single marks that never closed, which were apostrophes, and what is nested
/// deeper than [`NESTING`].
fn settle(text: &str, first: usize, kept: &mut Vec<Option<u32>>, out: &mut Vec<QuoteNode>) {
    kept.clear();
    let mut write = first;
    for read in first..out.len() {
        let mut quote = out[read];
        let stray = quote.open && inner_mark_is_single(text, quote.outer);
        let blank = quote.span.of(text).chars().all(crate::scan::blank::is_blank);
        quote.nested_in = quote.nested_in.and_then(|outer: u32| kept[outer as usize - first]);
        let outside = core::iter::successors(quote.nested_in, |outer| out[*outer as usize].nested_in);
        if stray || blank || outside.count() >= NESTING {
            // What stands inside it stands inside the passage around it.
            kept.push(quote.nested_in);
            continue;
        }
        kept.push(Some(write as u32));
        out[write] = quote;
        write += 1;
    }
    out.truncate(write);
}

enum Role {
    Opens,
    Closes,
    Neither,
}

const fn single(shape: Shape) -> bool {
    matches!(shape, Shape::SingleOpening | Shape::SingleClosing | Shape::SingleStraight)
}

fn inner_mark_is_single(text: &str, outer: Span) -> bool {
    let open = outer.of(text);
    open.starts_with('‘') || (open.starts_with('\'') && !open.starts_with("''"))
}

fn role(
    text: &str,
    block: Span,
    mark: Mark,
    depth: usize,
    inside_single: bool,
    style: Style,
    single_ahead: bool,
) -> Role {
    match mark.shape {
        Shape::Opening => {
            // Low-high marks „…“ close with the form that opens elsewhere.
            let low = depth > 0 && !inside_single && !opens(text, block, mark);
            if low { Role::Closes } else { Role::Opens }
        }
        Shape::Closing if depth > 0 => Role::Closes,
        Shape::Closing if opens(text, block, mark) => Role::Opens,
        Shape::Closing => Role::Neither,
        Shape::Straight
            if depth == 0 || (inside_single && style == Style::Single && opens(text, block, mark)) =>
        {
            let after = text[mark.end()..block.end as usize].chars().next();
            if is_measure(text, block, mark) || after.is_none_or(char::is_whitespace) {
                Role::Neither
            } else {
                Role::Opens
            }
        }
        Shape::Straight => Role::Closes,
        Shape::SingleOpening | Shape::SingleStraight
            if !inside_single
                && (depth > 0 || style == Style::Single)
                && single_ahead
                && opens(text, block, mark) =>
        {
            Role::Opens
        }
        Shape::SingleClosing | Shape::SingleStraight if inside_single && closes(text, block, mark) => {
            Role::Closes
        }
        _ => Role::Neither,
    }
}

/// A mark that stands where an opening one does: after a space, a bracket or a dash, before a word.
fn opens(text: &str, block: Span, mark: Mark) -> bool {
    let before = text[block.start as usize..mark.at as usize].chars().next_back();
    let after = text[mark.end()..block.end as usize].chars().next();
    before.is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, '(' | '[' | '{' | '—' | '–' | '-' | '/' | ':' | '"' | '“' | '‘' | '\'')
    }) && after.is_some_and(|c| !c.is_whitespace() && !matches!(c, ',' | '.' | ';' | ')'))
        && !is_decade(text, mark)
}

/// `’90s`: an apostrophe for what is left out.
fn is_decade(text: &str, mark: Mark) -> bool {
    single(mark.shape) && text.as_bytes()[mark.end()..].first().is_some_and(u8::is_ascii_digit)
}

/// A single mark that closes: after a word or stop, before what is no letter.
fn closes(text: &str, block: Span, mark: Mark) -> bool {
    let before = text[block.start as usize..mark.at as usize].chars().next_back();
    let after = text[mark.end()..block.end as usize].chars().next();
    before.is_some_and(|c| !c.is_whitespace()) && after.is_none_or(|c| !c.is_alphanumeric())
        // The apostrophe of a plural, "the miners’ strike", is followed by a word; speech by a stop or a clause.
        && (before.is_some_and(|c| !c.is_alphabetic() || c != 's') || after.is_none_or(|c| c != ' ') || !plural_follows(text, mark))
}

/// After "miners’ " a word that a clause would not start with: the apostrophe marks a possessive.
fn plural_follows(text: &str, mark: Mark) -> bool {
    let rest = &text[mark.end()..];
    let word = rest.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let class = crate::lexicon::class(word);
    word.chars().next().is_some_and(char::is_lowercase)
        && !class.any(
            crate::lexicon::Class::FUNCTION
                .and(crate::lexicon::Class::REPORTING)
                .and(crate::lexicon::Class::ADVERB),
        )
}

/// A single mark right after a stop or comma closes speech; nothing else does so surely.
fn closes_speech(text: &str, mark: Mark) -> bool {
    let before = text[..mark.at as usize].bytes().next_back();
    let after = text[mark.end()..].chars().next();
    before.is_some_and(|b| !b.is_ascii_whitespace()) && after.is_none_or(|c| !c.is_alphanumeric())
}

/// Feet and inches: 6'4", a 12" disc.
fn is_measure(text: &str, block: Span, mark: Mark) -> bool {
    mark.len == 1
        && text.as_bytes()[block.start as usize..mark.at as usize].last().is_some_and(u8::is_ascii_digit)
}

/// How the words in marks stand in their sentence, from the words alone.
pub(crate) fn form(text: &str, quote: &QuoteNode) -> QuoteForm {
    let words = quote.span.of(text).trim();
    let before = text[..quote.outer.start as usize].trim_end_matches(crate::scan::blank::is_blank);
    let opens_sentence = before.is_empty()
        || before.ends_with(['.', '?', '!', ':', ',', '\n', '”', '"'])
        || quote.outer.start == 0;
    let capital = first_letter(words).is_some_and(|c| !c.is_lowercase());
    let ended = words.ends_with(['.', '?', '!', ',', '…', '—', '-']) || quote.open;
    if capital && ended && (opens_sentence || words.split_whitespace().nth(3).is_some()) {
        QuoteForm::Full
    } else {
        QuoteForm::Fragment
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text as one block, and its marks.
    fn marked(text: &str) -> (Span, Vec<Mark>) {
        let (block, mut found) = (Span::from_usize(0, text.len()), Vec::new());
        marks(text, block, &mut found);
        (block, found)
    }

    fn pairs(text: &str, style: Style) -> Vec<(&str, Option<u32>, bool)> {
        let ((block, marks), mut out) = (marked(text), Vec::new());
        Pairer::default().pair(text, style, block, &marks, 0, &mut out);
        out.iter().map(|q| (q.span.of(text), q.nested_in, q.open)).collect()
    }

    #[test]
    fn double_marks() {
        let cases: &[(&str, &[(&str, Option<u32>, bool)])] = &[
            ("“A,” he said. “B.”", &[("A,", None, false), ("B.", None, false)]),
            ("\"A,\" he said. \"B.\"", &[("A,", None, false), ("B.", None, false)]),
            ("''A,'' he said.", &[("A,", None, false)]),
            ("``A,'' he said.", &[("A,", None, false)]),
            ("„A“, he said.", &[("A", None, false)]),
            ("«A», he said.", &[("A", None, false)]),
            ("“A,\" he said.", &[("A,", None, false)]),
            ("“A goes on", &[("A goes on", None, true)]),
            (
                "“He said ‘no’ twice,” she said.",
                &[("He said ‘no’ twice,", None, false), ("no", Some(0), false)],
            ),
            ("“It’s the ’90s,” she said.", &[("It’s the ’90s,", None, false)]),
            ("A 6'4\" man with a 12\" disc", &[]),
            ("” stray and empty “”", &[]),
        ];
        for (text, want) in cases {
            assert_eq!(pairs(text, Style::Double), *want, "{text}");
        }
    }

    #[test]
    fn single_marks() {
        let cases: &[(&str, &[(&str, Option<u32>, bool)])] = &[
            ("‘It’s over,’ he said.", &[("It’s over,", None, false)]),
            (
                "‘They said “no” to us,’ he said.",
                &[("They said “no” to us,", None, false), ("no", Some(0), false)],
            ),
            ("'It's over,' he said.", &[("It's over,", None, false)]),
            ("The miners’ strike isn’t over.", &[]),
        ];
        for (text, want) in cases {
            assert_eq!(pairs(text, Style::Single), *want, "{text}");
        }
    }

    #[test]
    fn style_of_a_text() {
        let of = |text: &str| {
            let (block, marks) = marked(text);
            style(text, core::iter::once((block, marks.as_slice())))
        };
        assert_eq!(of("‘It’s over,’ he said. ‘We don’t know “why”.’"), Style::Single);
        assert_eq!(of("“It’s over,” the miners’ leader said, ’tis ‘so’."), Style::Double);
    }
}
