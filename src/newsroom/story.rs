//! Text and marks of a body, as they come → its parts.

use crate::head_matter::one_line;
use crate::layout::BlockKind;

/// A part of the story, on one line.
pub(super) struct Part {
    pub(super) kind: BlockKind,
    pub(super) text: String,
}

/// Collects the parts of a story.
#[derive(Default)]
pub(super) struct Story {
    parts: Vec<Part>,
    line: String,
    /// How many block quotes are open.
    quoted: usize,
    /// Whether marks were set for each quotation element that is open.
    marked: Vec<bool>,
    /// Whether a line break was the last thing that came.
    broken: bool,
}

impl Story {
    /// Adds text to the part that is open.
    pub(super) fn text(&mut self, text: &str) {
        self.broken &= text.trim().is_empty();
        self.line.push_str(text);
    }

    /// Ends the part that is open, if it says anything; inside a block quote paragraphs are the quote's.
    pub(super) fn end(&mut self, kind: BlockKind) {
        self.broken = false;
        let text = one_line(&self.line);
        self.line.clear();
        if text.is_empty() {
            return;
        }
        let kind = match kind {
            BlockKind::Paragraph if self.quoted > 0 => BlockKind::BlockQuote,
            kind => kind,
        };
        self.parts.push(Part { kind, text });
    }

    /// A line break; two of them end a paragraph.
    pub(super) fn line_break(&mut self, kind: BlockKind) {
        if self.broken {
            self.end(kind);
        } else {
            self.line.push(' ');
            self.broken = true;
        }
    }

    /// A block quote opens.
    pub(super) fn open_block_quote(&mut self) {
        self.quoted += 1;
    }

    /// A block quote closes.
    pub(super) fn close_block_quote(&mut self) {
        self.quoted = self.quoted.saturating_sub(1);
    }

    /// A quotation opens, whose marks whoever prints it sets, unless they are printed before it.
    pub(super) fn open_quotation(&mut self) {
        let bare = !self.line.trim_end().ends_with(['“', '"', '‘', '«']);
        if bare {
            self.line.push('“');
        }
        self.marked.push(bare);
    }

    /// A quotation closes.
    pub(super) fn close_quotation(&mut self) {
        if self.marked.pop() == Some(true) {
            self.line.push('”');
        }
    }

    /// Adds a part that was read elsewhere.
    pub(super) fn add(&mut self, kind: BlockKind, text: &str) {
        self.end(BlockKind::Paragraph);
        self.text(text);
        self.end(kind);
    }

    /// The parts.
    pub(super) fn finish(mut self) -> Vec<Part> {
        self.end(BlockKind::Paragraph);
        self.parts
    }
}
