//! The quotations as a table for spreadsheets.

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};
use serde_json::Value;
use std::borrow::Cow;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use wirecopy::{Article, Quote, Speaker};

/// Positions are named after their unit: offsets into the text in bytes of UTF-8, from the first to past the last.
const COLUMNS: [&str; 9] =
    ["id", "quotation", "speaker", "speaker_kind", "cue", "mention", "evidence", "start_byte", "end_byte"];

/// A file for the rows, with the names of the columns in it; an error says what to do.
pub(crate) fn create(path: &Path) -> Result<BufWriter<File>, String> {
    let wrong = |error| format!("{}: {error}; --csv wants a file that can be written", path.display());
    let mut file = BufWriter::new(File::create(path).map_err(wrong)?);
    let mut header = Table::new();
    header.row(&COLUMNS.map(Cow::Borrowed));
    // Without a byte-order mark Excel takes the file for one in the code page of the machine.
    file.write_all("\u{FEFF}".as_bytes())
        .and_then(|()| file.write_all(&header.into_rows()))
        .map_err(wrong)?;
    Ok(file)
}

/// Rows, as they will stand in the file.
pub(crate) struct Table(Writer<Vec<u8>>);

impl Table {
    pub(crate) fn new() -> Self {
        // RFC 4180 has CRLF. A cell of words is always in marks, so that no comma, semicolon or tab in it ends it.
        let mut builder = WriterBuilder::new();
        builder.terminator(Terminator::CRLF).quote_style(QuoteStyle::NonNumeric);
        Table(builder.from_writer(Vec::new()))
    }

    pub(crate) fn into_rows(self) -> Vec<u8> {
        self.0.into_inner().expect("memory takes all rows")
    }

    /// Adds a row for each quotation of an article.
    pub(crate) fn add(&mut self, id: &Value, article: &Article) {
        let id = match id {
            Value::String(id) => harmless(id.into()),
            Value::Number(id) => id.to_string().into(),
            other => harmless(other.to_string().into()),
        };
        for quote in article.quotes() {
            self.row(&cells(&id, quote));
        }
    }

    fn row(&mut self, cells: &[Cow<str>; COLUMNS.len()]) {
        self.0.write_record(cells.iter().map(|cell| cell.as_bytes())).expect("memory takes all rows");
    }
}

fn cells<'q>(id: &'q str, quote: Quote<'q>) -> [Cow<'q, str>; COLUMNS.len()] {
    let (attribution, speaker) = (quote.attribution(), quote.speaker());
    let folded = |words: Option<wirecopy::Text<'q>>| words.map(|words| words.folded()).unwrap_or_default();
    [
        id.into(),
        harmless(quote.folded()),
        harmless(folded(speaker.map(Speaker::name_text))),
        speaker.map(|speaker| speaker.kind().to_string()).unwrap_or_default().into(),
        harmless(folded(attribution.and_then(|it| it.cue()))),
        harmless(folded(attribution.and_then(|it| it.mention()))),
        attribution.map(|it| it.evidence().to_string()).unwrap_or_default().into(),
        quote.span().start.to_string().into(),
        quote.span().end.to_string().into(),
    ]
}

/// A cell that no spreadsheet takes for a formula.
///
/// A spreadsheet runs a cell that opens with one of some signs as soon as the file is opened, though the cell stands in
/// marks, and a formula can send the rest of the sheet to any address. What a cell opens with is decided by whoever
/// wrote the article; so an apostrophe is set before the sign, which makes it text. A spreadsheet that ends cells where
/// this table does not, at semicolons for example, lets a cell open inside one of these: a sign after what could end a
/// cell gets its apostrophe too. See <https://owasp.org/www-community/attacks/CSV_Injection>.
fn harmless(cell: Cow<str>) -> Cow<str> {
    let runs = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    let ends = |c: char| matches!(c, ',' | ';' | '\t' | '\r' | '\n' | '"');
    if !cell.contains(runs) {
        return cell;
    }
    let (mut safe, mut at_start) = (String::with_capacity(cell.len() + 1), true);
    for c in cell.chars() {
        if at_start && runs(c) {
            safe.push('\'');
        }
        at_start = ends(c);
        safe.push(c);
    }
    safe.into()
}
