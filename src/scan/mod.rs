//! Finding places in the text: lines, marks, sentence ends, words. No meaning is given to them here.

pub(crate) mod blank;
pub(crate) mod letters;
pub(crate) mod lines;
pub(crate) mod marks;
pub(crate) mod stops;
pub(crate) mod words;
