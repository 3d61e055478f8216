//! Why an item gave no article.

use crate::error::ParseError;

/// The most bytes of a document: a story with all that is linked to it takes a hundredth of that, and JSON some thirty
/// times its length in memory.
pub(super) const LARGEST: usize = 8 << 20;

/// The most elements that may stand inside one another; a table inside a table is some twenty deep.
pub(super) const DEPTH: usize = 128;

/// Why an item gave no article.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NewsroomError {
    /// The document is not XML, or is cut off.
    #[error("the document is no well-formed XML: it breaks at byte {offset}")]
    NotXml {
        /// Where it breaks, in bytes of the document as UTF-8.
        offset: usize,
    },
    /// The document is XML of another sort.
    #[error("the document has no element nitf")]
    NotNitf,
    /// The document is not JSON, or is cut off.
    #[error("the document is no JSON: it breaks at line {line}, column {column}")]
    NotJson {
        /// The line, counted from 1.
        line: usize,
        /// The byte of the line, counted from 1.
        column: usize,
    },
    /// The document is JSON of another sort.
    #[error("the document is no object of ninjs")]
    NotNinjs,
    /// The markup of the body is cut off inside a tag or a comment.
    #[error("the markup of the body ends inside a tag or a comment")]
    Markup,
    /// The item holds no story: a picture alone, an alert, an event.
    #[error("the item has no body")]
    NoBody,
    /// More than 128 elements, or objects, stand inside one another.
    #[error("the document is nested deeper than {DEPTH}")]
    TooDeep,
    /// The document has more than eight mebibytes.
    #[error("the document has {len} bytes, more than {LARGEST}")]
    TooLarge {
        /// Length of the document.
        len: usize,
    },
    /// The bytes are not in the encoding that the document names, or nobody knows that encoding.
    #[error("the document is not in the encoding that it names, {name}")]
    Encoding {
        /// The encoding, as the document names it.
        name: String,
    },
    /// The text of the item gave no article, or its bytes are not UTF-8.
    #[error(transparent)]
    Parse(#[from] ParseError),
}

/// Fails for a document of more bytes than are read.
pub(super) fn check(len: usize) -> Result<(), NewsroomError> {
    if len > LARGEST { Err(NewsroomError::TooLarge { len }) } else { Ok(()) }
}
