//! The lines of the story and after it: paragraphs, crossheads, list items, links set between them.

use super::{BlockKind, Chunk};

/// What the lines around a story's lines say of them.
pub(super) struct Body<'c> {
    text: &'c str,
    chunks: &'c [Chunk],
    /// The first chunk of the story, and the one after its last.
    story: (usize, usize),
    /// Buttons and menus stand among the lines.
    copied: bool,
    /// So many long headings that they are the story's own: a page of short items.
    many_headings: bool,
}

/// Long headings from which on they are crossheads, not links to other stories.
const MANY: usize = 4;

impl<'c> Body<'c> {
    pub(super) fn new(text: &'c str, chunks: &'c [Chunk], story: (usize, usize), copied: bool) -> Self {
        let mut body = Body { text, chunks, story, copied, many_headings: false };
        let long = |at: &usize| chunks[*at].words > SHORT && body.is_heading(*at);
        body.many_headings = (story.0..story.1).filter(long).count() >= MANY;
        body
    }

    /// The kind of the chunk at `at`, which stands in the story or after it.
    pub(super) fn kind(&self, at: usize) -> BlockKind {
        let chunk = &self.chunks[at];
        if self.copied && at >= self.story.1 {
            return self.after_story(chunk);
        }
        match chunk.label {
            // A paper's name alone is a masthead in the head only.
            Some(BlockKind::Masthead | BlockKind::Kicker) | None => {}
            Some(BlockKind::Caption) if at == self.story.0 => return BlockKind::Paragraph,
            Some(kind) => return kind,
        }
        let body = chunk.span.of(self.text);
        if is_list_item(body) {
            let menu = self.copied && chunk.words <= 4 && !chunk.sentence;
            return if menu { BlockKind::Boilerplate } else { BlockKind::ListItem };
        }
        if at == self.story.0 || !self.is_heading(at) {
            return BlockKind::Paragraph;
        }
        let short = chunk.words <= SHORT || self.many_headings || is_marked(body) || body.ends_with('?');
        // On a copied page a heading stands over running text; other short lines are the page's.
        if self.copied && !self.runs(at + 1) {
            return if chunk.words <= 4 { BlockKind::Boilerplate } else { BlockKind::RelatedLink };
        }
        if short { BlockKind::Crosshead } else { BlockKind::RelatedLink }
    }

    /// Promotions, menus and notes after the story of a copied page.
    fn after_story(&self, chunk: &Chunk) -> BlockKind {
        match chunk.label {
            Some(BlockKind::Byline | BlockKind::Timestamp | BlockKind::Masthead) => BlockKind::Boilerplate,
            Some(label) => label,
            // Running text after an appeal in the middle of the page.
            None if chunk.prose => BlockKind::Paragraph,
            None if chunk.words >= 5 && !chunk.sentence && !is_list_item(chunk.span.of(self.text)) => {
                BlockKind::RelatedLink
            }
            None => BlockKind::Boilerplate,
        }
    }

    /// Whether running text stands at `at`, labels and other headings passed over.
    fn runs(&self, at: usize) -> bool {
        let next = self.chunks[at.min(self.chunks.len())..].iter().take(4).find(|next| next.label.is_none());
        next.is_some_and(|next| next.prose || next.sentence)
    }

    /// Whether the chunk at `at` has the form of a heading: a line alone that ends with no stop, or asks.
    fn is_heading(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        let body = chunk.span.of(self.text);
        let alone = chunk.after_gap || self.chunks.get(at + 1).is_none_or(|next| !next.after_gap);
        if chunk.prose
            || chunk.dateline
            || !alone
            || chunk.words > LONG
            || body.starts_with(char::is_lowercase)
        {
            return false;
        }
        if is_marked(body) {
            return true;
        }
        if body.ends_with('?') {
            return chunk.words <= 20 && !body.starts_with(['“', '"', '‘', '\'', '`']);
        }
        let stops = body.ends_with(['.', '!', ':', ';', ',', '…', '”', '"', '—', '-', ')'])
            && !body.ends_with("U.S.");
        let data = body.bytes().filter(u8::is_ascii_digit).count() * 6 > chunk.len as usize;
        let turn =
            body.starts_with("Q:") || body.starts_with("A:") || body.starts_with(['“', '"', '‘', '\'', '`']);
        !stops && !data && !turn
    }
}

/// Words of a crosshead at the most; a longer heading is a link, or one of many.
const SHORT: u16 = 7;

/// Words of any heading at the most.
const LONG: u16 = 24;

/// A heading that is a quotation, with its speaker or without: “A regret I will carry”; ‘A surprise’: Harlow Bank.
fn is_marked(body: &str) -> bool {
    let Some(rest) = body.strip_prefix(['“', '"', '‘', '\'']) else { return false };
    let Some(close) = rest.rfind(['”', '"', '’', '\'']) else { return false };
    let (words, after) = rest.split_at(close);
    let after = after.trim_start_matches(['”', '"', '’', '\'']);
    let named = after.is_empty() || after.starts_with(": ") && after.len() < 60;
    named && !words.ends_with(['.', ',', '!', '…']) && !after.ends_with('.') && body.len() < 140
}

/// A bullet, or a number with a bracket or a stop, before words.
pub(super) fn is_list_item(body: &str) -> bool {
    let bullet = body.starts_with(['•', '·', '●', '▪', '■', '►', '◦', '‣'])
        || body.starts_with("* ")
        || body.starts_with("- ")
        || body.starts_with("– ");
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    bullet
        || (1..=2).contains(&digits)
            && body[digits..].starts_with([')', '.'])
            && body[digits + 1..].starts_with([' ', ')'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_marks() {
        for (text, want) in [
            ("“A Regret I Will Carry”", true),
            ("‘A welcome surprise’: Harlow Bank", true),
            ("“It was time,” she said.", false),
            ("“It was time.”", false),
            ("A heading", false),
        ] {
            assert_eq!(is_marked(text), want, "{text}");
        }
    }

    #[test]
    fn list_items() {
        for (text, want) in [
            ("• Shares fall", true),
            ("* Shares fall", true),
            ("1. Shares", true),
            ("2) Shares", true),
            ("3.5 percent", false),
            ("1987 was", false),
        ] {
            assert_eq!(is_list_item(text), want, "{text}");
        }
    }
}
