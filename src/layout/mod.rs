//! Lines → blocks: what kind each is, in one walk over head, body and tail.

mod head_lines;
mod label;
mod region;
mod wrap;

pub(crate) use label::publication;

use crate::grammar::dateline::dateline;
use crate::limits::LABEL_LEN;
use crate::scan::lines::Line;
use crate::span::Span;
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
struct Chunk {
    span: Span,
    after_gap: bool,
    /// What it is by its form alone.
    label: Option<BlockKind>,
    words: u16,
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
        let short = body.len() <= LABEL_LEN;
        let words = body.bytes().take(4 * LABEL_LEN).filter(|byte| *byte == b' ').count() as u16 + 1;
        // A short line that is no sentence is a headline, unless date or agency say otherwise.
        let sentence = !short || body.ends_with(['.', '”', '"', '?', '!']);
        let dateline = dateline(body)
            .is_ok_and(|(_, node)| sentence || node.date.is_some() || !node.agencies.is_empty());
        let label = if dateline { None } else { label(body) };
        let ends = body.ends_with(['.', '?', '!', '…', '”', '"', ':'])
            || body.ends_with("''")
            || body.ends_with(".)");
        let reports = ends && short && [" said", " told ", " added"].iter().any(|word| body.contains(word));
        Chunk {
            span,
            after_gap,
            label,
            words,
            prose: dateline || is_prose(body),
            sentence: ends,
            dateline,
            reports,
        }
    }
}

/// Longer than a headline, or more than one sentence.
fn is_prose(body: &str) -> bool {
    if body.len() >= 400 {
        return true;
    }
    let ended = body.ends_with(['.', '?', '!', ':', '…', ')', '”', '"', '\'', '’']);
    if !ended || body.len() < 80 {
        return false;
    }
    let ends = |at: &usize| {
        let rest = &body.as_bytes()[at + 1..];
        [&b" "[..], b"\n", b"\" ", "” ".as_bytes()].iter().any(|after| rest.starts_with(after))
    };
    let sentences = memchr::memchr_iter(b'.', body.as_bytes()).filter(ends).count();
    body.len() >= 220 || sentences > 0 && body.len() / (sentences + 1) > 28
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
    head_lines::classify(text, &chunks, body, &mut blocks);
    for (at, chunk) in chunks.iter().enumerate().skip(body) {
        let kind =
            if copied && at >= end { after_story(text, chunk) } else { body_kind(text, &chunks, at, body) };
        blocks.push(BlockNode { kind, span: chunk.span });
    }
    blocks
}

/// The kind of a chunk of a copied page after its story has ended: promotions, menus, notes.
fn after_story(text: &str, chunk: &Chunk) -> BlockKind {
    match chunk.label {
        Some(BlockKind::Byline | BlockKind::Timestamp | BlockKind::Masthead) => BlockKind::Boilerplate,
        Some(label) => label,
        // Running text after an appeal in the middle of the page.
        None if chunk.prose => BlockKind::Paragraph,
        None if chunk.words >= 5 && !chunk.sentence && !is_list_item(chunk.span.of(text)) => {
            BlockKind::RelatedLink
        }
        None => BlockKind::Boilerplate,
    }
}

fn body_only_kind(text: &str, chunk: &Chunk) -> BlockKind {
    if is_list_item(chunk.span.of(text)) { BlockKind::ListItem } else { BlockKind::Paragraph }
}

/// The kind of a chunk after the head.
fn body_kind(text: &str, chunks: &[Chunk], at: usize, first: usize) -> BlockKind {
    let chunk = &chunks[at];
    let body = chunk.span.of(text);
    match chunk.label {
        // A name or paper alone is a byline or masthead in the head only.
        Some(BlockKind::Masthead | BlockKind::Kicker) | None => {}
        Some(BlockKind::Caption) if at == first => return BlockKind::Paragraph,
        Some(kind) => return kind,
    }
    if is_list_item(body) {
        return BlockKind::ListItem;
    }
    let alone = chunk.after_gap || chunks.get(at + 1).is_none_or(|next| !next.after_gap);
    let stops = body.ends_with(['.', '?', '!', ':', ';', ',', '…', '”', '"', '—', '-', ')'])
        && !body.ends_with("U.S.");
    let data = body.bytes().filter(u8::is_ascii_digit).count() * 6 > body.len();
    let turn = body.starts_with("Q:")
        || body.starts_with("A:")
        || body.starts_with(['“', '"', '‘', '\'', '`']) && !body.ends_with(['’', '”']);
    if stops && !(body.ends_with('?') && chunk.words <= 8)
        || data
        || turn
        || !alone
        || chunk.prose
        || at == first
        || body.starts_with(char::is_lowercase)
    {
        return BlockKind::Paragraph;
    }
    match chunk.words {
        0..=7 => BlockKind::Crosshead,
        8..=24 => BlockKind::RelatedLink,
        _ => BlockKind::Paragraph,
    }
}

/// A bullet, or a number with a bracket, before words.
fn is_list_item(body: &str) -> bool {
    let bullet = body.starts_with(['•', '·', '●', '▪', '■', '►', '◦', '‣'])
        || body.starts_with("* ")
        || body.starts_with("- ")
        || body.starts_with("– ") && !body.contains(" – –");
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
