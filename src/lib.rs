#![doc = include_str!("../README.md")]
#![cfg_attr(not(any(feature = "std", test)), no_std)]
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;

mod article;
mod attribution;
mod body;
mod error;
#[cfg(feature = "export")]
pub mod export;
mod grammar;
mod head;
#[cfg(any(feature = "html", feature = "newsroom"))]
mod head_matter;
#[cfg(feature = "html")]
pub mod html;
mod layout;
mod lexicon;
mod limits;
#[cfg(feature = "newsroom")]
pub mod newsroom;
mod parser;
mod quote;
#[cfg(feature = "serde")]
mod record;
mod scan;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "serde")]
mod serde;
mod source;
mod span;
mod speaker;

#[doc = include_str!("cookbook.md")]
#[cfg(any(doc, doctest))]
pub mod cookbook {}

/// What makes a schema of types: [`Article`] has the JSON Schema of the output form.
///
/// ```
/// let schema = wirecopy::schemars::schema_for!(wirecopy::Article);
/// assert_eq!(schema.pointer("/properties/quotes/items/$ref").unwrap(), "#/$defs/Quote");
/// ```
#[cfg(feature = "schema")]
pub use schemars;

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
pub use parser::{Candidate, Explanation, Parser, Source, Worker};
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

/// Single stages, for the benches and fuzz targets. No part of the API: it may change in any version.
#[doc(hidden)]
pub mod _stages {
    pub use crate::attribution::learning as attribution;
    pub use crate::layout::learning as layout;
    use crate::{ParseError, Parser, Span};
    use alloc::vec::Vec;

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

    /// What the grammars that have no door of their own read in a line: the rule, the whole, its parts.
    pub fn line_grammars(line: &str) -> Vec<(&'static str, Span, Vec<Span>)> {
        use crate::grammar::{author_note, credit, enumeration, imprint, name, sign_off, timestamp};

        let mut read = Vec::new();
        for (rule, node) in [
            ("closing credit", credit::closing(line)),
            ("credit of a caption", credit::of_caption(line)),
            ("credit line", credit::line(line)),
        ] {
            read.extend(
                node.map(|it| (rule, it.span, it.photographer.into_iter().chain(it.agency).collect())),
            );
        }
        for it in sign_off::contributors(line).unwrap_or_default() {
            let parts = [Some(it.name), it.place, it.role];
            read.push(("contributor", it.span, parts.into_iter().flatten().collect()));
        }
        if let Ok((_, name)) = name::person(line, true) {
            read.push(("name", Span::from_usize(0, name.len()), Vec::new()));
        }
        let items = enumeration::items(line);
        let ends = items.iter().skip(1).copied().chain([line.len()]);
        read.extend(
            items.iter().zip(ends).map(|(from, to)| ("item", Span::from_usize(*from, to), Vec::new())),
        );
        for (rule, holds) in [
            ("end mark", sign_off::is_end_mark(line)),
            ("correction", sign_off::is_correction(line)),
            ("editor's note", sign_off::is_editors_note(line)),
            ("reading time", sign_off::reading_minutes(line).is_some()),
            ("biography", author_note::is_biography(line)),
            ("follow", author_note::is_follow(line)),
            ("copyright", imprint::is_copyright(line)),
            ("contact", imprint::is_contact(line)),
            ("about", imprint::is_about(line)),
            ("source", imprint::is_source(line)),
            ("relative time", timestamp::is_relative(line)),
        ] {
            if holds {
                read.push((rule, Span::from_usize(0, line.len()), Vec::new()));
            }
        }
        read
    }
}
