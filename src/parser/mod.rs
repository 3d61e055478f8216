//! The parser and its options.

#[cfg(feature = "rayon")]
mod batch;
mod explain;
mod worker;

pub use explain::{Candidate, Explanation, Source};
#[cfg(feature = "newsroom")]
pub(crate) use worker::Known;
pub use worker::Worker;
pub(crate) use worker::log;

use crate::article::Article;
use crate::error::ParseError;
use crate::limits::{CONTROL_SHARE, DEFAULT_MAX_LEN, MAX_LEN};
use crate::scan::blank::is_blank;
use chrono::NaiveDate;

/// A parser with options. The defaults are right for most texts: see [`parse`](crate::parse).
///
/// A parser holds options only; it is cheap to copy and may be shared between threads.
///
/// ```
/// use wirecopy::Parser;
///
/// // An extractor has already taken the headline off: every line is body.
/// let article = Parser::new().body_only(true).parse("OSLO\n\n“We wait,” one trader said.")?;
/// assert!(article.headline().is_none());
/// assert_eq!(article.paragraphs().len(), 2);
/// # Ok::<(), wirecopy::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parser {
    reference_date: Option<NaiveDate>,
    max_len: usize,
    structure_only: bool,
    body_only: bool,
}

impl Default for Parser {
    fn default() -> Self {
        Parser { reference_date: None, max_len: DEFAULT_MAX_LEN, structure_only: false, body_only: false }
    }
}

impl Parser {
    /// A parser with the default options.
    pub fn new() -> Self {
        Parser::default()
    }

    /// The date by which a printed date that lacks its year is read: the latest such day not after it.
    ///
    /// Without it, "Updated March 4" gives no time. The parser never asks a clock.
    #[must_use]
    pub fn reference_date(mut self, date: NaiveDate) -> Self {
        self.reference_date = Some(date);
        self
    }

    /// The longest text that is accepted, in bytes; at most 2 GiB less one byte, which larger values are cut to.
    #[must_use]
    pub fn max_len(mut self, bytes: usize) -> Self {
        self.max_len = bytes.min(MAX_LEN);
        self
    }

    /// Finds blocks, head matter, paragraphs and sentences, and leaves quotations and speakers out.
    #[must_use]
    pub fn structure_only(mut self, yes: bool) -> Self {
        self.structure_only = yes;
        self
    }

    /// Takes the text to have no head matter: every line of it is body, and no dateline is looked for.
    #[must_use]
    pub fn body_only(mut self, yes: bool) -> Self {
        self.body_only = yes;
        self
    }

    /// Parses `text`.
    ///
    /// # Errors
    ///
    /// [`ParseError::Empty`], [`ParseError::TooLong`] or [`ParseError::NotText`]; any other text gives an article.
    pub fn parse<'a>(&self, text: &'a str) -> Result<Article<'a>, ParseError> {
        self.worker().parse(text)
    }

    /// A worker that parses article after article with these options and uses its memory again.
    ///
    /// ```
    /// let mut worker = wirecopy::Parser::new().worker();
    /// for text in ["“Yes,” said Ida Voss.", "“No,” said Bo Lund."] {
    ///     let article = worker.parse(text)?;
    ///     assert_eq!(article.quotes().len(), 1);
    ///     worker.recycle(article);
    /// }
    /// # Ok::<(), wirecopy::ParseError>(())
    /// ```
    pub fn worker(&self) -> Worker {
        Worker::new(*self)
    }

    /// Parses `bytes`, which must be UTF-8.
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse), and [`ParseError::NotUtf8`] with the offset of the first bad byte.
    pub fn parse_bytes<'a>(&self, bytes: &'a [u8]) -> Result<Article<'a>, ParseError> {
        if bytes.len() > self.max_len {
            return Err(ParseError::TooLong { len: bytes.len(), limit: self.max_len });
        }
        match core::str::from_utf8(bytes) {
            Ok(text) => self.parse(text),
            Err(error) => Err(ParseError::NotUtf8 { offset: error.valid_up_to() }),
        }
    }

    pub(crate) fn check(&self, text: &str) -> Result<(), ParseError> {
        if text.len() > self.max_len {
            return Err(ParseError::TooLong { len: text.len(), limit: self.max_len });
        }
        let count = controls(text.as_bytes());
        if count > 0 && count * CONTROL_SHARE > text.len() {
            let offset = text.bytes().position(is_control).unwrap_or(0);
            return Err(ParseError::NotText { offset, count });
        }
        if text.chars().all(is_blank) { Err(ParseError::Empty) } else { Ok(()) }
    }
}

/// A control character that no text holds; escape sequences are copied from terminals.
const fn is_control(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t'..=b'\r' | 0x1B) || byte == 0x7F
}

/// How many control characters `bytes` holds.
fn controls(bytes: &[u8]) -> usize {
    // So few at a time that a count fits a byte: compilers make vector code of this.
    let count = |few: &[u8]| few.iter().map(|byte| u8::from(is_control(*byte))).sum::<u8>();
    bytes.chunks(128).map(|few| usize::from(count(few))).sum()
}
