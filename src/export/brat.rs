//! brat standoff.

use crate::{Article, Positions, Span};
use alloc::string::String;
use core::fmt::{Display, Formatter, Result};

struct Standoff<'a>(&'a Article<'a>);

/// The attributions as [brat standoff](https://brat.nlplab.org/standoff.html), for a text file that holds
/// [`Article::source`](crate::Article::source).
///
/// Each attribution has a `Statement`, in pieces where its clause stands inside it or a line ends, and as far as they
/// are printed a `Source` and a `Cue`; relations tie them together, and a note names the speaker.
pub fn brat<'a>(article: &'a Article<'_>) -> impl Display + use<'a> {
    Standoff(article)
}

impl Display for Standoff<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let positions = self.0.positions();
        let mut written =
            Written { text: self.0.source(), positions: &positions, bounds: 0, relations: 0, notes: 0 };
        for attribution in self.0.attributions() {
            let statement = written.bound(f, "Statement", attribution.content().map(|piece| piece.span()))?;
            for (kind, relation, part) in
                [("Source", "Said-by", attribution.mention()), ("Cue", "Cued-by", attribution.cue())]
            {
                let Some(part) = part else { continue };
                let part = written.bound(f, kind, [part.span()])?;
                written.relations += 1;
                writeln!(f, "R{}\t{relation} Arg1:T{statement} Arg2:T{part}", written.relations)?;
            }
            if let Some(speaker) = attribution.speaker() {
                written.notes += 1;
                let name = speaker.name_text().folded();
                writeln!(f, "#{}\tAnnotatorNotes T{statement}\t{name}", written.notes)?;
            }
        }
        Ok(())
    }
}

/// How much has been written of each sort.
struct Written<'a> {
    text: &'a str,
    positions: &'a Positions<'a>,
    bounds: usize,
    relations: usize,
    notes: usize,
}

impl Written<'_> {
    /// Writes a text-bound annotation, and gives its number.
    fn bound(
        &mut self,
        f: &mut Formatter<'_>,
        kind: &str,
        spans: impl IntoIterator<Item = Span>,
    ) -> core::result::Result<usize, core::fmt::Error> {
        self.bounds += 1;
        write!(f, "T{}\t{kind}", self.bounds)?;
        let (mut words, mut gap) = (String::new(), ' ');
        for span in spans {
            let mut start = span.start as usize;
            // No fragment goes over the end of a line.
            for line in span.of(self.text).split(['\n', '\r']) {
                let end = start + line.len();
                if !line.is_empty() {
                    let range = self.positions.char_range(Span::from_usize(start, end));
                    write!(f, "{gap}{} {}", range.start, range.end)?;
                    if gap == ';' {
                        words.push(' ');
                    }
                    words.push_str(line);
                    gap = ';';
                }
                start = end + 1;
            }
        }
        writeln!(f, "\t{words}")?;
        Ok(self.bounds)
    }
}
