//! Named limits, each with its reason.

/// Texts longer than this are refused unless [`Parser::max_len`](crate::Parser::max_len) allows more: 64 MiB.
///
/// A day's full wire is under 10 MiB; what is longer than this is not an article.
pub const DEFAULT_MAX_LEN: usize = 64 << 20;

/// The largest limit that can be set, in bytes: spans hold 32-bit offsets, and one bit is kept free.
pub const MAX_LEN: usize = (1 << 31) - 1;

/// One control character in this many bytes, and the input counts as no text.
pub(crate) const CONTROL_SHARE: usize = 32;

/// Lines over a story among which its headline is looked for by its echoes; work grows with the square of these.
pub(crate) const ECHO_LINES: usize = 48;

/// Bytes of a paragraph's opening in which a dateline must end; the longest real ones name three places and a ship.
pub(crate) const DATELINE_WINDOW: usize = 160;

/// A line longer than this is prose, not a label, byline or link.
pub(crate) const LABEL_LEN: usize = 160;

/// The widest measure at which wire copy and mail were hard-wrapped, in characters.
pub(crate) const WRAP_WIDTH: usize = 90;

/// Words that a name may have: "Maria del Carmen de la Cruz Ortega y Gomez".
pub(crate) const NAME_WORDS: usize = 8;

/// Tokens that a subject may stand before its verb; past this the search for it stops.
pub(crate) const SUBJECT_WINDOW: usize = 60;

/// Depth to which quotations inside quotations are followed.
pub(crate) const NESTING: usize = 4;

/// Tokens of one frame that are read together; no sentence is longer, and work within a frame grows with its square.
pub(crate) const FRAME_TOKENS: usize = 400;

/// Sentences back to which a pronoun may refer.
pub(crate) const PRONOUN_REACH: u32 = 8;

/// Names or speakers that are weighed for one mention.
pub(crate) const CANDIDATES: usize = 48;
