//! Lines → blocks: what kind each is, in one walk over head, body and tail.

mod body_lines;
mod head_lines;
mod label;
mod region;
mod wrap;

pub(crate) use label::publication;

use crate::grammar::dateline::dateline;
use crate::limits::LABEL_LEN;
use crate::scan::lines::Line;
use crate::span::Span;
use body_lines::is_list_item;
use label::label;

/// What a block of an article is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
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

/// Lines that belong together, and what their form tells.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools)]
struct Chunk {
    span: Span,
    after_gap: bool,
    /// What it is by its form alone.
    label: Option<BlockKind>,
    words: u16,
    /// Bytes, a line end counted as one.
    len: u32,
    /// Reads like running text.
    prose: bool,
    /// Ends as a sentence does.
    sentence: bool,
    dateline: bool,
    /// A sentence in which someone said something, as no headline's is: "… she said."
    reports: bool,
}

impl Chunk {
    fn read(text: &str, span: Span, after_gap: bool) -> Chunk {
        let body = span.of(text);
        let (len, words) = measure(body);
        let short = len <= LABEL_LEN;
        // A short line that is no sentence is a headline, unless date or agency say otherwise.
        let sentence = !short || body.ends_with(['.', '”', '"', '?', '!']);
        let dateline = dateline(body)
            .is_ok_and(|(_, node)| sentence || node.date.is_some() || !node.agencies.is_empty());
        let label = if dateline { None } else { label(body, len) };
        let ends = body.ends_with(['.', '?', '!', '…', '”', '"', ':'])
            || body.ends_with("''")
            || body.ends_with(".)");
        let reports = ends && short && [" said", " told ", " added"].iter().any(|word| body.contains(word));
        Chunk {
            span,
            after_gap,
            label,
            words,
            len: len as u32,
            prose: dateline || is_prose(body, len),
            sentence: ends,
            dateline,
            reports,
        }
    }
}

/// Longer than a headline, or more than one sentence.
fn is_prose(body: &str, len: usize) -> bool {
    if len >= 400 {
        return true;
    }
    let ended = body.ends_with(['.', '?', '!', ':', '…', ')', '”', '"', '\'', '’']);
    if !ended || len < 80 {
        return false;
    }
    let ends = |at: &usize| {
        let rest = &body.as_bytes()[at + 1..];
        [&b" "[..], b"\n", b"\r", b"\" ", "” ".as_bytes()].iter().any(|after| rest.starts_with(after))
    };
    let sentences = memchr::memchr_iter(b'.', body.as_bytes()).filter(ends).count();
    len >= 220 || sentences > 0 && len / (sentences + 1) > 28
}

/// The length of a chunk in bytes, a line end counted as one, and how many words it has; both only as far as
/// they tell a label from a paragraph.
fn measure(body: &str) -> (usize, u16) {
    let window = &body.as_bytes()[..body.len().min(8 * LABEL_LEN)];
    let (mut extra, mut breaks) = (0, 0);
    for (at, byte) in window.iter().enumerate() {
        let half = *byte == b'\r' && window.get(at + 1) == Some(&b'\n');
        extra += usize::from(half);
        breaks += u16::from(matches!(byte, b' ' | b'\n' | b'\r') && !half);
    }
    (body.len() - extra, breaks + 1)
}

/// The blocks of a text, in order; together they hold everything that is not blank.
pub(crate) fn blocks(text: &str, lines: &[Line], body_only: bool) -> Vec<BlockNode> {
    let mut chunks = Vec::with_capacity(lines.len().min(1 << 16));
    wrap::join(text, lines, |span, after_gap| {
        chunks.push(Chunk::read(text, span, after_gap));
    });
    let mut blocks = Vec::with_capacity(chunks.len());
    if body_only {
        blocks.extend(
            chunks.iter().map(|chunk| BlockNode { kind: body_only_kind(text, chunk), span: chunk.span }),
        );
        return blocks;
    }
    let (start, end) = region::story(text, &chunks);
    let body = head_lines::body_start(&chunks, start);
    let copied = region::is_copied_page(text, &chunks);
    head_lines::classify(text, &chunks, body, copied, &mut blocks);
    let story = body_lines::Body::new(text, &chunks, (body, end), copied);
    blocks.extend((body..chunks.len()).map(|at| BlockNode { kind: story.kind(at), span: chunks[at].span }));
    blocks
}

fn body_only_kind(text: &str, chunk: &Chunk) -> BlockKind {
    if is_list_item(chunk.span.of(text)) { BlockKind::ListItem } else { BlockKind::Paragraph }
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
        blocks(text, &found, false).iter().map(|block| block.kind).collect()
    }

    const PROSE: &str = "The bridge over the Lunn was shut on Monday after engineers found cracks in two of its piers. Traffic was sent by way of Harlow, where queues reached the market square by noon.";

    #[test]
    fn copied_page() {
        let text = format!(
            "Today’s Briefing • Analysis\nWhy the river keeps rising, and how far?\nThe Harlow LedgerNews You Can Stand On\n\nBridge over the Lunn shut as cracks found in piers\n\nEngineers found the cracks on Sunday night. The council met at dawn.\n\nThe bridge on Monday. (Nina Voss/AP)\n6 min\n\nNORTH HARLOW — {PROSE}\n\nCouncil put off repairs three times, records show in full\n\n{PROSE}\n\nA long wait\n\n{PROSE}\n\nTom Ebright in Vienna contributed to this report."
        );
        assert_eq!(
            kinds(&text),
            [
                Kicker,
                Teaser,
                Masthead,
                Headline,
                Deck,
                Caption,
                ReadingTime,
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
