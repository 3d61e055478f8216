//! A table of quotations.

use crate::{Article, Quote};
use alloc::string::ToString;
use core::fmt::{Display, Formatter, Result};

struct Table<'a>(&'a Article<'a>);

/// The quotations as tab-separated values, one to a line under a line of names: where the words stand (bytes), their
/// form, whose they are, by which mention and cue, on what evidence, and the words on one line.
///
/// ```
/// let article = wirecopy::parse("“We saw cracks,” said Ida Voss.")?;
/// let table = wirecopy::export::quotes_tsv(&article).to_string();
/// assert_eq!(table.lines().count(), 2);
/// # Ok::<(), wirecopy::ParseError>(())
/// ```
pub fn quotes_tsv<'a>(article: &'a Article<'_>) -> impl Display + use<'a> {
    Table(article)
}

impl Display for Table<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        writeln!(f, "start\tend\tform\tspeaker\tspeaker_kind\tmention\tcue\tevidence\ttext")?;
        self.0.quotes().try_for_each(|quote| row(f, quote))
    }
}

fn row(f: &mut Formatter<'_>, quote: Quote<'_>) -> Result {
    let (span, attribution, speaker) = (quote.span(), quote.attribution(), quote.speaker());
    write!(f, "{}\t{}\t{}", span.start, span.end, quote.form())?;
    cell(f, speaker.map(|speaker| speaker.name_text().folded()))?;
    cell(f, speaker.map(|speaker| speaker.kind()))?;
    cell(f, attribution.and_then(|it| it.mention()).map(|mention| mention.folded()))?;
    cell(f, attribution.and_then(|it| it.cue()).map(|cue| cue.folded()))?;
    cell(f, attribution.map(|it| it.evidence()))?;
    cell(f, Some(quote.folded()))?;
    writeln!(f)
}

/// A tab and a value, which is written without tabs and line ends.
fn cell(f: &mut Formatter<'_>, value: Option<impl Display>) -> Result {
    let value = value.map(|value| value.to_string()).unwrap_or_default();
    write!(f, "\t{}", value.replace(['\t', '\n', '\r'], " "))
}
