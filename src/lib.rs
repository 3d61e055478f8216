#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod article;
mod attribution;
mod body;
mod error;
#[cfg(feature = "export")]
pub mod export;
mod grammar;
mod head;
#[cfg(feature = "html")]
pub mod html;
mod layout;
mod lexicon;
mod limits;
mod parser;
mod quote;
#[cfg(feature = "serde")]
mod record;
mod scan;
#[cfg(feature = "serde")]
mod serde;
mod source;
mod span;
mod speaker;

/// The date types of the API: [`Parser::reference_date`] takes one, [`Moment`] holds them.
pub use chrono;

pub use article::{
    Article, Attribution, Author, Block, Byline, Caption, Contributor, Credit, Dateline, Masthead, Paragraph,
    Place, Quote, Speaker, Text, Timestamp,
};
pub use attribution::{Act, AttributionKind, Evidence, Mood};
pub use error::ParseError;
pub use grammar::date::{Moment, PartialDate};
pub use layout::BlockKind;
pub use limits::{DEFAULT_MAX_LEN, MAX_LEN};
pub use parser::{Parser, Worker};
pub use quote::QuoteForm;
#[cfg(feature = "serde")]
pub use record::{Record, RecordError};
pub use source::{LineColumn, Positions};
pub use span::Span;
pub use speaker::SpeakerKind;

/// Parses the plain text of an article with the default options.
///
/// # Errors
///
/// [`ParseError::Empty`], [`ParseError::TooLong`] or [`ParseError::NotText`]; any other text gives an article.
///
/// ```
/// let article = wirecopy::parse("“It was time,” the mayor said.")?;
/// let quote = article.quotes().next().unwrap();
/// assert_eq!(quote.speaker().unwrap().name(), "the mayor");
/// # Ok::<(), wirecopy::ParseError>(())
/// ```
pub fn parse(text: &str) -> Result<Article<'_>, ParseError> {
    Parser::new().parse(text)
}

/// Parses bytes that should be UTF-8 with the default options.
///
/// # Errors
///
/// As [`parse`], and [`ParseError::NotUtf8`] with the offset of the first bad byte.
///
/// ```
/// assert!(wirecopy::parse_bytes("“Naïve,” she said.".as_bytes()).is_ok());
/// ```
pub fn parse_bytes(bytes: &[u8]) -> Result<Article<'_>, ParseError> {
    Parser::new().parse_bytes(bytes)
}

/// Single stages, for the benches. No part of the API: it may change in any version.
#[doc(hidden)]
pub mod _stages {
    pub use crate::attribution::learning as attribution;
    pub use crate::layout::learning as layout;
    use crate::{ParseError, Parser, Span};

    pub fn check(text: &str) -> Result<(), ParseError> {
        Parser::new().check(text)
    }

    pub fn lines(text: &str) -> usize {
        let mut lines = Vec::new();
        crate::scan::lines::lines(text, &mut lines);
        lines.len()
    }

    pub fn sentences(text: &str, paragraph: Span, out: &mut Vec<Span>) {
        crate::body::sentences(text, paragraph, out);
    }

    /// What could be chosen as the source of each passage in marks of the paragraphs of `text`.
    pub fn choices(text: &str) -> Vec<attribution::Row> {
        crate::parser::log(text).rows
    }

    /// The words of the paragraphs of `text` that may report.
    pub fn spots(text: &str) -> Vec<attribution::SpotRow> {
        crate::parser::log(text).spots
    }
}
