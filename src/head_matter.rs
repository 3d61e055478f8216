//! What a page or an item of a newsroom says of its story, as lines that a paper would print, and which parts of a text
//! come from it.

use crate::article::{Byline, Timestamp};
use crate::span::Span;

/// The parts of a text that were not in the story: what its page or its format says of it. In order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Metadata(Vec<Span>);

impl Metadata {
    /// Adds a part that stands after those that are known.
    pub(crate) fn add(&mut self, span: Span) {
        self.0.push(span);
    }

    /// Whether what stands at `span` starts in such a part.
    pub(crate) fn holds(&self, span: Span) -> bool {
        let after = self.0.partition_point(|part| part.start <= span.start);
        after > 0 && span.start < self.0[after - 1].end
    }
}

/// The line of a byline; `None` where no name can be told.
pub(crate) fn byline(said: &str) -> Option<String> {
    let said = one_line(said);
    let signed = said.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
    let line = if signed { said } else { format!("By {said}") };
    Byline::parse(&line).is_some_and(|byline| byline.authors().len() > 0).then_some(line)
}

/// The lines of the times that can be read; a time of change that is that of publication is not said twice.
pub(crate) fn times(published: Option<&str>, updated: Option<&str>) -> impl Iterator<Item = String> {
    let updated = updated.filter(|time| Some(*time) != published);
    let lines = [("Published", published), ("Updated", updated)]
        .map(|(label, time)| time.map(|time| format!("{label} {}", one_line(time))));
    lines.into_iter().flatten().filter(|line| Timestamp::parse(line, None).is_some())
}

/// `text` with every run of white space as one space.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The encoding that `start` names after `key`, of a document that can be read as ASCII so far.
pub(crate) fn named_encoding(start: &[u8], key: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    // What can be read as ASCII so far is not UTF-16, whatever it says of itself.
    Some(encoding_rs::Encoding::for_label(encoding_label(start, key)?)?.output_encoding())
}

/// The name that `start` gives to its encoding after `key`.
pub(crate) fn encoding_label<'d>(start: &'d [u8], key: &[u8]) -> Option<&'d [u8]> {
    let at = memchr::memmem::find(&start.to_ascii_lowercase(), key)? + key.len();
    let label = start[at..].trim_ascii_start();
    let label = label.strip_prefix(b"\"").or_else(|| label.strip_prefix(b"'")).unwrap_or(label);
    let end = label.iter().position(|byte| !(byte.is_ascii_alphanumeric() || b"-_:.".contains(byte)));
    Some(&label[..end.unwrap_or(label.len())])
}
