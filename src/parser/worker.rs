//! The stages in their order: the one place that knows it.

use super::Parser;
use crate::article::{Article, Nodes, ParagraphNode};
use crate::attribution::learning::Log;
use crate::attribution::{Passage, Reader};
use crate::body::Splitter;
use crate::error::ParseError;
#[cfg(feature = "newsroom")]
use crate::grammar::{byline::BylineNode, dateline::DatelineNode};
use crate::head::head;
use crate::layout::{BlockKind, BlockNode, LayoutReader};
use crate::quote::{QuoteForm, QuoteReader, form};
use crate::scan::lines::{Line, lines};
use crate::span::Span;
use crate::speaker::SpeakerReader;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// What a format tells of a text, which is then not looked for. The blocks tile the text.
#[cfg(feature = "newsroom")]
#[derive(Default)]
pub(crate) struct Known {
    pub(crate) blocks: Vec<BlockNode>,
    pub(crate) byline: Option<BylineNode>,
    pub(crate) dateline: Option<DatelineNode>,
}

/// Parses article after article, and uses its memory again.
///
/// It gives what [`Parser::parse`] gives. An article that is done with may be handed back by
/// [`recycle`](Self::recycle); a worker that gets all its articles back hardly allocates. Its memory grows to what the
/// longest text takes, and stays so. One thread uses a worker at a time: make one for each.
///
/// Made by [`Parser::worker`].
pub struct Worker {
    parser: Parser,
    lines: Vec<Line>,
    layout: LayoutReader,
    /// The sentences of blocks that are no paragraphs, which no article keeps.
    others: Vec<Span>,
    parts: Vec<Part>,
    quotes: QuoteReader,
    reader: Reader,
    speakers: SpeakerReader,
    /// What the next article is put into.
    nodes: Nodes,
}

impl core::fmt::Debug for Worker {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Worker").field("parser", &self.parser).finish_non_exhaustive()
    }
}

impl Worker {
    pub(crate) fn new(parser: Parser) -> Self {
        Worker {
            parser,
            lines: Vec::new(),
            layout: LayoutReader::default(),
            others: Vec::new(),
            parts: Vec::new(),
            quotes: QuoteReader::default(),
            reader: Reader::default(),
            speakers: SpeakerReader::default(),
            nodes: Nodes::default(),
        }
    }

    /// Parses `text`.
    ///
    /// # Errors
    ///
    /// As [`Parser::parse`].
    pub fn parse<'a>(&mut self, text: &'a str) -> Result<Article<'a>, ParseError> {
        self.parser.check(text)?;
        let mut nodes = core::mem::take(&mut self.nodes);
        let Parser { reference_date, body_only, .. } = self.parser;
        lines(text, &mut self.lines);
        self.layout.read(text, &self.lines, body_only, &mut nodes.blocks);
        nodes.head = head(text, &nodes.blocks, reference_date, body_only);
        Ok(self.story(text, nodes))
    }

    /// Parses a text of which a format tells the blocks, and perhaps more.
    #[cfg(feature = "newsroom")]
    pub(crate) fn parse_known<'a>(&mut self, text: &'a str, known: Known) -> Result<Article<'a>, ParseError> {
        self.parser.check(text)?;
        let Known { blocks, byline, dateline } = known;
        let mut nodes = core::mem::take(&mut self.nodes);
        nodes.head = head(text, &blocks, self.parser.reference_date, false);
        nodes.head.byline = byline.or(nodes.head.byline);
        nodes.head.dateline = dateline.or(nodes.head.dateline);
        nodes.blocks = blocks;
        Ok(self.story(text, nodes))
    }

    /// Reads what lies below blocks and head matter.
    fn story<'a>(&mut self, text: &'a str, mut nodes: Nodes) -> Article<'a> {
        body(text, &mut nodes);
        if !self.parser.structure_only {
            self.speech(text, &mut nodes);
        }
        Article::new(Cow::Borrowed(text), nodes)
    }

    /// Takes the memory of an article that is done with for the next one.
    pub fn recycle(&mut self, article: Article<'_>) {
        self.nodes = article.into_parts().1;
        let Nodes { blocks, head: _, paragraphs, sentences, quotes, attributions, speakers } =
            &mut self.nodes;
        blocks.clear();
        paragraphs.clear();
        sentences.clear();
        quotes.clear();
        attributions.nodes.clear();
        attributions.content.clear();
        speakers.nodes.clear();
        speakers.mentions.clear();
    }

    /// Quotations, who said them, and reported speech.
    fn speech(&mut self, text: &str, nodes: &mut Nodes) {
        let Worker { others, parts: spans, quotes: reader, speakers, .. } = self;
        reader.read(text, nodes.blocks.iter().map(|block| block.span), &mut nodes.quotes);
        parts(text, nodes, others, spans);
        speakers.start(text);
        let seen = |sentence, tokens: Option<&[_]>| speakers.sentence(text, sentence, tokens);
        let passages = passages(&nodes.sentences, others, spans);
        self.reader.read(text, passages, &mut nodes.quotes, seen, &mut nodes.attributions);
        speakers.finish(text, &nodes.quotes, &mut nodes.attributions, &mut nodes.speakers);
        for quote in &mut nodes.quotes {
            quote.form = form(text, quote);
            if quote.attribution.is_none() && quote.nested_in.is_none() && quote.form == QuoteForm::Fragment {
                quote.form = QuoteForm::Label;
            }
        }
    }
}

/// Sentences of every block that holds running text, and the paragraphs among them.
fn body(text: &str, nodes: &mut Nodes) {
    let dateline = nodes.head.dateline.as_ref().map(|node| node.span);
    nodes.paragraphs.reserve(nodes.blocks.len());
    // A sentence of the press has some twenty words.
    nodes.sentences.reserve(text.len() / 64);
    let mut splitter = Splitter::of(text);
    for (index, block) in nodes.blocks.iter().enumerate() {
        if !is_paragraph(block.kind) {
            continue;
        }
        let from = nodes.sentences.len() as u32;
        let span = after_dateline(text, block.span, dateline);
        if span.is_empty() {
            continue;
        }
        splitter.split(span, &mut nodes.sentences);
        nodes.paragraphs.push(ParagraphNode {
            block: index as u32,
            span,
            sentences: (from, nodes.sentences.len() as u32),
        });
    }
}

fn is_paragraph(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::BlockQuote)
}

/// Kinds outside the running text in which something may be said.
fn may_quote(kind: BlockKind) -> bool {
    !matches!(
        kind,
        BlockKind::Byline
            | BlockKind::Timestamp
            | BlockKind::ReadingTime
            | BlockKind::EndMark
            | BlockKind::Contact
    )
}

fn after_dateline(text: &str, block: Span, dateline: Option<Span>) -> Span {
    let Some(dateline) = dateline.filter(|dateline| block.contains(*dateline)) else {
        return block;
    };
    let (start, end) = crate::scan::blank::trim(text, dateline.end as usize, block.end as usize);
    Span::from_usize(start, end.max(start))
}

/// A block that is read for speech: its number, whether it is a paragraph, its range of sentences.
type Part = (u32, bool, (usize, usize));

/// Collects the blocks that are read for speech. `others` takes the sentences of those that are no paragraphs.
fn parts(text: &str, nodes: &Nodes, others: &mut Vec<Span>, out: &mut Vec<Part>) {
    let mut paragraphs = nodes.paragraphs.iter().peekable();
    let mut splitter = Splitter::of(text);
    others.clear();
    out.clear();
    for (index, BlockNode { kind, span }) in nodes.blocks.iter().enumerate() {
        let index = index as u32;
        if let Some(paragraph) = paragraphs.next_if(|paragraph| paragraph.block == index) {
            let (from, to) = paragraph.sentences;
            out.push((index, true, (from as usize, to as usize)));
        } else if may_quote(*kind) {
            let from = others.len();
            splitter.split(*span, others);
            out.push((index, false, (from, others.len())));
        }
    }
}

/// `parts` with their sentences.
fn passages<'p>(
    sentences: &'p [Span],
    others: &'p [Span],
    parts: &'p [Part],
) -> impl Iterator<Item = Passage<'p>> {
    parts.iter().map(move |(block, running, (from, to))| {
        let sentences = if *running { sentences } else { others };
        Passage { block: *block, sentences: &sentences[*from..*to], running: *running }
    })
}

/// What was weighed in `text`, to learn from; nothing where no article can be made of it.
pub(crate) fn log(text: &str) -> Log {
    let article = Parser::new().parse(text);
    article.map_or(Log::default(), |article| log_of(text, article.inner().nodes))
}

/// What was weighed to find the speech of an article.
pub(super) fn log_of(text: &str, nodes: &Nodes) -> Log {
    let (mut others, mut spans) = (Vec::new(), Vec::new());
    parts(text, nodes, &mut others, &mut spans);
    let mut quotes = nodes.quotes.clone();
    for quote in &mut quotes {
        quote.attribution = None;
    }
    Reader::log(text, passages(&nodes.sentences, &others, &spans), &mut quotes)
}
