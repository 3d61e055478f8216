//! The parsed article: nodes in flat vectors, and the views that callers hold.

mod debug;
mod head;
mod speech;

pub use head::{Author, Byline, Caption, Contributor, Credit, Dateline, Masthead, Place, Timestamp};
pub use speech::{Attribution, Quote, Speaker};

use crate::attribution::Attributions;
use crate::grammar::date::Moment;
use crate::head::HeadNodes;
use crate::layout::{BlockKind, BlockNode};
use crate::quote::QuoteNode;
use crate::scan::blank::is_blank;
use crate::source::Positions;
use crate::span::Span;
use crate::speaker::Speakers;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// A paragraph: its block, its text without a dateline, its sentences.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct ParagraphNode {
    pub(crate) block: u32,
    pub(crate) span: Span,
    /// A range of the article's sentences.
    pub(crate) sentences: (u32, u32),
}

/// Everything that a parse found, as spans and indices.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Nodes {
    pub(crate) blocks: Vec<BlockNode>,
    pub(crate) head: HeadNodes,
    pub(crate) paragraphs: Vec<ParagraphNode>,
    pub(crate) sentences: Vec<Span>,
    pub(crate) quotes: Vec<QuoteNode>,
    pub(crate) attributions: Attributions,
    pub(crate) speakers: Speakers,
}

/// What views hold: the text and the nodes, both borrowed.
#[derive(Clone, Copy)]
pub(crate) struct Inner<'a> {
    pub(crate) source: &'a str,
    pub(crate) nodes: &'a Nodes,
}

/// A parsed press article.
///
/// It borrows the text that it was parsed from; [`into_owned`](Self::into_owned) makes one that lives alone.
/// All that its methods return points back into that text by [`Span`].
///
/// ```
/// let article = wirecopy::parse(
///     "Bridge shut as cracks found\n\nBy Dana Whitlock\n\nHARLOW, Ohio — The bridge was shut on Monday. \
///      “We saw cracks,” said Ida Voss, an engineer. “It was time.”",
/// )?;
/// assert_eq!(article.headline().unwrap().text(), "Bridge shut as cracks found");
/// assert_eq!(article.dateline().unwrap().places().next().unwrap().city(), "HARLOW");
///
/// let speaker = article.speakers().next().unwrap();
/// assert_eq!((speaker.name(), speaker.role()), ("Ida Voss", Some("an engineer")));
/// let quotes: Vec<_> = speaker.quotes().map(|quote| quote.text()).collect();
/// assert_eq!(quotes, ["We saw cracks,", "It was time."]);
/// # Ok::<(), wirecopy::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Article<'a> {
    source: Cow<'a, str>,
    nodes: Nodes,
}

impl<'a> Article<'a> {
    pub(crate) fn new(source: Cow<'a, str>, nodes: Nodes) -> Self {
        Article { source, nodes }
    }

    pub(crate) fn inner(&self) -> Inner<'_> {
        Inner { source: &self.source, nodes: &self.nodes }
    }

    /// The text that the article was parsed from; every span is into it.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// An article that owns its text. Copies the text once if it was borrowed.
    pub fn into_owned(self) -> Article<'static> {
        Article { source: Cow::Owned(self.source.into_owned()), nodes: self.nodes }
    }

    pub(crate) fn into_parts(self) -> (Cow<'a, str>, Nodes) {
        (self.source, self.nodes)
    }

    /// A table that turns byte offsets into characters, UTF-16 units, lines and columns. Reads the text once.
    pub fn positions(&self) -> Positions<'_> {
        Positions::new(&self.source)
    }

    fn text(&self, span: Option<Span>) -> Option<Text<'_>> {
        span.map(|span| Text { source: &self.source, span })
    }

    /// The headline.
    pub fn headline(&self) -> Option<Text<'_>> {
        self.text(self.nodes.head.headline)
    }

    /// The label over the headline.
    pub fn kicker(&self) -> Option<Text<'_>> {
        self.text(self.nodes.head.kicker)
    }

    /// The summary under the headline.
    pub fn deck(&self) -> Option<Text<'_>> {
        self.text(self.nodes.head.deck)
    }

    /// The paper's name as the page prints it, with the slogan that may be run into it.
    pub fn masthead(&self) -> Option<Masthead<'_>> {
        self.nodes.head.masthead.map(|node| Masthead::new(&self.source, node))
    }

    /// Who wrote it.
    pub fn byline(&self) -> Option<Byline<'_>> {
        self.nodes.head.byline.as_ref().map(|node| Byline::new(&self.source, node))
    }

    /// Where, when and by which agency.
    pub fn dateline(&self) -> Option<Dateline<'_>> {
        self.nodes.head.dateline.as_ref().map(|node| Dateline::new(&self.source, node))
    }

    /// When it was published, as far as the text says; where it prints an update time alone, that time.
    pub fn published(&self) -> Option<Moment> {
        self.nodes.head.published.or(self.nodes.head.updated)
    }

    /// When it was last changed, as far as the text says.
    pub fn updated(&self) -> Option<Moment> {
        self.nodes.head.updated
    }

    /// How many minutes the page says it takes to read.
    pub fn reading_minutes(&self) -> Option<u16> {
        self.nodes.head.reading_minutes
    }

    /// Captions and credit lines, in order.
    pub fn captions(&self) -> impl ExactSizeIterator<Item = Caption<'_>> {
        self.nodes.head.captions.iter().map(|node| Caption::new(&self.source, *node))
    }

    /// Who else reported.
    pub fn contributors(&self) -> impl ExactSizeIterator<Item = Contributor<'_>> {
        self.nodes.head.contributors.iter().map(|node| Contributor::new(&self.source, *node))
    }

    /// The paper's corrections of the story.
    pub fn corrections(&self) -> impl ExactSizeIterator<Item = Text<'_>> {
        self.nodes.head.corrections.iter().map(|span| Text { source: &self.source, span: *span })
    }

    /// All blocks, in order: they tile the text, with white space between them.
    pub fn blocks(&self) -> impl ExactSizeIterator<Item = Block<'_>> {
        self.nodes.blocks.iter().map(|node| Block { source: &self.source, node: *node })
    }

    /// The paragraphs and list items of the story, in order.
    pub fn paragraphs(&self) -> impl ExactSizeIterator<Item = Paragraph<'_>> {
        let inner = self.inner();
        self.nodes.paragraphs.iter().map(move |node| Paragraph { inner, node: *node })
    }

    /// Every passage in marks, in order of their opening marks; a passage inside another comes after it.
    pub fn quotes(&self) -> impl ExactSizeIterator<Item = Quote<'_>> {
        let inner = self.inner();
        (0..self.nodes.quotes.len() as u32).map(move |index| Quote::new(inner, index))
    }

    /// Every statement that the text attributes to someone, in marks or not.
    pub fn attributions(&self) -> impl ExactSizeIterator<Item = Attribution<'_>> {
        let inner = self.inner();
        (0..self.nodes.attributions.nodes.len() as u32).map(move |index| Attribution::new(inner, index))
    }

    /// Everyone to whom something is attributed, in order of first mention.
    pub fn speakers(&self) -> impl ExactSizeIterator<Item = Speaker<'_>> {
        let inner = self.inner();
        (0..self.nodes.speakers.nodes.len() as u32).map(move |index| Speaker::new(inner, index))
    }
}

impl core::fmt::Debug for Article<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Article")
            .field("headline", &self.headline())
            .field("bytes", &self.source.len())
            .field("blocks", &self.nodes.blocks.len())
            .field("quotes", &self.nodes.quotes.len())
            .field("speakers", &self.speakers().map(Speaker::name).collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

/// A piece of the text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Text<'a> {
    pub(crate) source: &'a str,
    pub(crate) span: Span,
}

impl<'a> Text<'a> {
    /// The words, exactly as printed.
    pub fn text(self) -> &'a str {
        self.span.of(self.source)
    }

    /// Where they stand.
    pub fn span(self) -> Span {
        self.span
    }

    /// The words with every run of white space as one space: a headline over two lines becomes one.
    pub fn folded(self) -> Cow<'a, str> {
        fold(self.text())
    }
}

impl core::fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{:?} @ {:?}", self.text(), self.span)
    }
}

/// `text` with every run of white space as one space; borrowed when that changes nothing.
pub(crate) fn fold(text: &str) -> Cow<'_, str> {
    let plain = !text.contains(|c: char| c != ' ' && is_blank(c)) && !text.contains("  ");
    if plain {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    for word in text.split(is_blank).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    Cow::Owned(folded)
}

/// A block: a run of lines of one kind.
#[derive(Clone, Copy)]
pub struct Block<'a> {
    source: &'a str,
    node: BlockNode,
}

impl<'a> Block<'a> {
    /// What it is.
    pub fn kind(self) -> BlockKind {
        self.node.kind
    }

    /// Where it stands.
    pub fn span(self) -> Span {
        self.node.span
    }

    /// Its text, as printed.
    pub fn text(self) -> &'a str {
        self.node.span.of(self.source)
    }
}

/// A paragraph or list item of the story.
#[derive(Clone, Copy)]
pub struct Paragraph<'a> {
    inner: Inner<'a>,
    node: ParagraphNode,
}

impl<'a> Paragraph<'a> {
    /// Where it stands; a dateline before it is left out.
    pub fn span(self) -> Span {
        self.node.span
    }

    /// Its text, as printed.
    pub fn text(self) -> &'a str {
        self.node.span.of(self.inner.source)
    }

    /// Its text on one line.
    pub fn folded(self) -> Cow<'a, str> {
        fold(self.text())
    }

    /// The index of its block in [`Article::blocks`].
    pub fn block(self) -> usize {
        self.node.block as usize
    }

    /// Its sentences, in order.
    pub fn sentences(self) -> impl ExactSizeIterator<Item = Text<'a>> {
        let (from, to) = self.node.sentences;
        let source = self.inner.source;
        self.inner.nodes.sentences[from as usize..to as usize]
            .iter()
            .map(move |span| Text { source, span: *span })
    }

    /// The quotations in it, those inside others too.
    pub fn quotes(self) -> impl Iterator<Item = Quote<'a>> {
        let quotes = &self.inner.nodes.quotes;
        let from = quotes.partition_point(|quote| quote.block < self.node.block);
        let to = quotes.partition_point(|quote| quote.block <= self.node.block);
        (from as u32..to as u32).map(move |index| Quote::new(self.inner, index))
    }
}

impl core::fmt::Debug for Paragraph<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{:?} @ {:?}", self.text(), self.node.span)
    }
}
