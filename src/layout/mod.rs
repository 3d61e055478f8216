//! Lines → blocks: chunks of lines, the part of the page that each is in, and what it is there.

mod byline_lines;
mod echo;
mod ending;
mod features;
mod form;
mod kinds;
mod label;
#[doc(hidden)]
pub mod learning;
mod looks;
mod over;
mod parts;
mod pull_quote;
mod region;
mod turns;
mod weights;
mod window;
mod wrap;

pub(crate) use label::publication;

use crate::scan::lines::Line;
use crate::span::Span;
use alloc::vec::Vec;
use features::{Found, Page};
use form::{Chunk, Reader};
use parts::Part;

/// What a block of an article is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum BlockKind {
    /// The name of the paper, often with its slogan.
    Masthead,
    /// The label over a headline: a section, a column, "EXCLUSIVE".
    Kicker,
    /// The headline of another article, promoted on the page.
    Teaser,
    /// The headline.
    Headline,
    /// The summary under the headline.
    Deck,
    /// Who wrote it.
    Byline,
    /// When it was published or changed.
    Timestamp,
    /// How long it takes to read.
    ReadingTime,
    /// What a picture shows.
    Caption,
    /// Who made a picture, on a line of its own.
    Credit,
    /// A paragraph of the story.
    Paragraph,
    /// A heading inside the story.
    Crosshead,
    /// An item of a list.
    ListItem,
    /// A passage of another text, set apart.
    BlockQuote,
    /// A sentence of the story, repeated in large type.
    PullQuote,
    /// The headline of another article, set into the story as a link.
    RelatedLink,
    /// Who else reported.
    ContributorNote,
    /// Names or initials that close a story.
    SignOff,
    /// A mark that says the story is over: "-30-", "Reuter", "ENDS".
    EndMark,
    /// The paper's correction of itself.
    Correction,
    /// A note of the editors.
    EditorsNote,
    /// Whom to call or write to.
    Contact,
    /// A wire's catchline.
    Slug,
    /// What belongs to the page or the publisher rather than the story: buttons, appeals, "About …".
    Boilerplate,
}

/// A block: its kind and where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct BlockNode {
    pub(crate) kind: BlockKind,
    pub(crate) span: Span,
}

/// Reads blocks, with buffers that are used again.
#[derive(Default)]
pub(crate) struct LayoutReader {
    chunks: Vec<Chunk>,
    found: Found,
    from: Vec<parts::From>,
    parts: Vec<Part>,
}

impl LayoutReader {
    /// Appends the blocks of a text to `out`, in order; together they hold everything that is not blank.
    pub(crate) fn read(&mut self, text: &str, lines: &[Line], body_only: bool, out: &mut Vec<BlockNode>) {
        out.reserve(lines.len());
        if body_only {
            wrap::join(text, lines, |run| {
                let item = is_list_item(run.span.of(text));
                let kind = if item { BlockKind::ListItem } else { BlockKind::Paragraph };
                out.push(BlockNode { kind, span: run.span });
            });
            return;
        }
        chunks(text, lines, &mut self.chunks);
        let page = Page::new(text, &self.chunks, core::mem::take(&mut self.found));
        parts::parts(&page, self.chunks.len(), &mut self.from, &mut self.parts);
        kinds::kinds(text, &self.chunks, &self.parts, page.copied(), out);
        self.found = page.found;
    }
}

fn chunks(text: &str, lines: &[Line], out: &mut Vec<Chunk>) {
    let mut reader = Reader::new(text);
    out.clear();
    wrap::join(text, lines, |run| out.push(reader.read(run)));
}

/// The chunks of a text that is read by itself.
fn chunks_of(text: &str) -> Vec<Chunk> {
    let (mut lines, mut found) = (Vec::new(), Vec::new());
    crate::scan::lines::lines(text, &mut lines);
    chunks(text, &lines, &mut found);
    found
}

/// What a paragraph is by its form alone, if that shows: an item of a list, a note, an end mark.
#[cfg(feature = "newsroom")]
pub(crate) fn form_of(paragraph: &str) -> Option<BlockKind> {
    let [chunk] = chunks_of(paragraph)[..] else { return None };
    chunk.label.or(is_list_item(paragraph).then_some(BlockKind::ListItem))
}

/// The paragraphs of a text without head matter.
#[cfg(feature = "newsroom")]
pub(crate) fn paragraphs(text: &str) -> Vec<Span> {
    let (mut lines, mut found) = (Vec::new(), Vec::new());
    crate::scan::lines::lines(text, &mut lines);
    wrap::join(text, &lines, |run| found.push(run.span));
    found
}

/// A bullet, or a number with a bracket or a stop, before words.
fn is_list_item(body: &str) -> bool {
    if body.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return false;
    }
    // Dots, squares, triangles, ticks and hearts are bullets; letters and marks are not.
    let sign =
        |c: char| matches!(c, '•' | '·' | '⁃' | '‣' | '\u{25A0}'..='\u{25FF}' | '\u{2600}'..='\u{27BF}');
    let bullet = body.starts_with(sign)
        || body.starts_with("* ")
        || body.starts_with("+ ")
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
    use BlockKind::{
        Byline, Caption, ContributorNote, Crosshead, Deck, EndMark, Headline, Kicker, Masthead, Paragraph,
        ReadingTime, RelatedLink, Teaser, Timestamp,
    };

    fn kinds(text: &str) -> Vec<BlockKind> {
        let mut found = Vec::new();
        crate::scan::lines::lines(text, &mut found);
        let mut blocks = Vec::new();
        LayoutReader::default().read(text, &found, false, &mut blocks);
        blocks.iter().map(|block| block.kind).collect()
    }

    const PROSE: &str = "The bridge over the Lunn was shut on Monday after engineers found cracks in two of its piers. Traffic was sent by way of Harlow, where queues reached the market square by noon.";

    #[test]
    fn copied_page() {
        let text = "Today’s Briefing • Analysis\nWhy the river keeps rising, and how far?\nThe Harlow LedgerNews You Can Stand On\n\nBridge over the Lunn shut as cracks found in piers\n\nEngineers found the cracks on Sunday night. The council met at dawn.\n\nThe bridge on Monday. (Nina Voss/AP)\n6 min\n\nNORTH HARLOW — The bridge over the Lunn was shut on Monday after engineers found cracks in two of its piers. Traffic was sent by way of Harlow, where queues reached the market square by noon.\n\nThe engineers had been called by a fisherman, who heard a noise under the third arch on Sunday and saw stones in the water.\n\nCouncil Put Off Repairs Three Times, Records Show\n\nNobody could say on Monday when it would open again. The council has set aside $2 million for the work, and expects to need twice that.\n\nA long wait\n\nThe bridge was built in 1911 and widened in 1964, when the county took it over from the railroad.\n\nTom Ebright in Vienna contributed to this report.";
        assert_eq!(
            kinds(text),
            [
                Kicker,
                Teaser,
                Masthead,
                Headline,
                Deck,
                Caption,
                ReadingTime,
                Paragraph,
                Paragraph,
                RelatedLink,
                Paragraph,
                Crosshead,
                Paragraph,
                ContributorNote
            ]
        );
    }

    #[test]
    fn wire_copy() {
        let text = "OIL PRICE RISES ON <HVL> NEWS\n    By Roy Tessler, Reuters\n    OSLO, March 9 - Oil rose for the fourth day on Monday, and\ntraders said that more was to come, as the wells of the north\nstayed shut.\n    \"We wait,\" one trader said.\n Reuter\n";
        assert_eq!(kinds(text), [Headline, Byline, Paragraph, Paragraph, EndMark]);
    }

    #[test]
    fn list_items() {
        for (text, want) in [
            ("• Fares rise in May", true),
            ("* Fares rise in May", true),
            ("- Fares rise in May", true),
            ("✔ Fares rise in May", true),
            ("3. Fares rise in May", true),
            ("12) Fares rise in May", true),
            ("3.5 million rode the ferry", false),
            ("1911. It was wet", false),
            ("-30-", false),
            ("Fares rise in May", false),
            ("“Fares rise,” he said", false),
        ] {
            assert_eq!(is_list_item(text), want, "{text}");
        }
    }

    #[test]
    fn plain_page() {
        let text =
            format!("Bridge shut as cracks found\n\nBy Dana Whitlock\n\nMarch 3, 2024\n\n{PROSE}\n\n{PROSE}");
        assert_eq!(kinds(&text), [Headline, Byline, Timestamp, Paragraph, Paragraph]);
    }

    #[test]
    fn prose_without_a_head() {
        assert_eq!(kinds(&format!("{PROSE} {PROSE}\n\n{PROSE}")), [Paragraph, Paragraph]);
    }
}
