//! What a format says of a story, before it is printed as a text.

use super::story::Part;
use crate::grammar::credit;
use crate::layout::BlockKind;
use chrono::NaiveDate;
use core::ops::Range;

/// An item, taken apart.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) headline: Option<String>,
    pub(super) deck: Option<String>,
    pub(super) bylines: Vec<Signed>,
    pub(super) dateline: Option<Filed>,
    /// Times in the forms of ISO 8601.
    pub(super) published: Option<String>,
    pub(super) updated: Option<String>,
    /// Pictures that come beside the story and not in it.
    pub(super) pictures: Vec<Picture>,
    pub(super) story: Vec<Part>,
    /// What closes the story without being part of it.
    pub(super) tagline: Option<String>,
    pub(super) publication: Option<String>,
    pub(super) distributor: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) language: Option<String>,
    pub(super) copyright: Option<String>,
}

/// What is said of a picture; either part may be empty.
#[derive(Default)]
pub(super) struct Picture {
    pub(super) caption: String,
    pub(super) producer: String,
}

impl Picture {
    /// The caption with its credit as papers print it, so that it can be read, or the credit alone.
    pub(super) fn line(&self) -> String {
        let Picture { caption, producer } = self;
        if producer.is_empty() || caption.contains(producer) {
            return caption.clone();
        }
        if caption.is_empty() {
            return format!("Photo: {producer}");
        }
        let plain = format!("{caption} ({producer})");
        if credit::of_caption(&plain).is_some() { plain } else { format!("{caption} (Photo: {producer})") }
    }

    /// What the line is.
    pub(super) fn kind(&self) -> BlockKind {
        if self.caption.is_empty() { BlockKind::Credit } else { BlockKind::Caption }
    }
}

/// A byline as it is printed, and where the format says that a name or a role stands.
#[derive(Default)]
pub(super) struct Signed {
    pub(super) line: String,
    pub(super) people: Vec<Signer>,
}

/// Somebody who signs. Ranges are bytes of the line.
#[derive(Clone)]
pub(super) struct Signer {
    pub(super) name: Range<usize>,
    pub(super) role: Option<Range<usize>>,
}

impl Signer {
    /// Moves right with the line.
    pub(super) fn shift(&mut self, by: usize) {
        for range in core::iter::once(&mut self.name).chain(&mut self.role) {
            *range = range.start + by..range.end + by;
        }
    }
}

/// A dateline as it is printed, without its dash.
#[derive(Default)]
pub(super) struct Filed {
    pub(super) line: String,
    /// Where the format says that a place stands, in bytes of the line.
    pub(super) places: Vec<Range<usize>>,
    pub(super) date: Option<NaiveDate>,
}
