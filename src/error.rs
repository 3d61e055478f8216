//! Why a text could not be parsed.

use thiserror::Error;

/// The only reasons for which parsing fails. Any other text gives an article, if a small one.
///
/// ```
/// use wirecopy::ParseError;
///
/// assert_eq!(wirecopy::parse(" \n\n "), Err(ParseError::Empty));
/// assert_eq!(
///     wirecopy::parse_bytes(b"caf\xe9").unwrap_err().to_string(),
///     "the text is not UTF-8: byte 3 starts no character",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ParseError {
    /// The text holds nothing but white space.
    #[error("the text is empty")]
    Empty,
    /// The text is longer than the parser's size limit; both numbers are bytes.
    #[error("the text has {len} bytes, over the limit of {limit}")]
    TooLong {
        /// Length of the text.
        len: usize,
        /// The limit in force.
        limit: usize,
    },
    /// The bytes are not UTF-8.
    #[error("the text is not UTF-8: byte {offset} starts no character")]
    NotUtf8 {
        /// Offset of the first byte that is wrong.
        offset: usize,
    },
    /// Control characters make up so much of the input that it is no text: an image, an archive, a program.
    #[error("the input is not text: it has {count} control characters, the first at byte {offset}")]
    NotText {
        /// Offset of the first control character.
        offset: usize,
        /// How many there are.
        count: usize,
    },
}
