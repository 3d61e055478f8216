//! The stages in their order: the one place that knows it.

use crate::article::{Article, Nodes, ParagraphNode};
use crate::attribution::{Passage, Reader};
use crate::body::Splitter;
use crate::error::ParseError;
use crate::head::head;
use crate::layout::{BlockKind, BlockNode, blocks};
use crate::limits::{CONTROL_SHARE, DEFAULT_MAX_LEN, MAX_LEN};
use crate::quote::{QuoteForm, form, quotations};
use crate::scan::blank::is_blank;
use crate::scan::lines::lines;
use crate::span::Span;
use crate::speaker::{NameReader, speakers};
use chrono::NaiveDate;
use std::borrow::Cow;

/// A parser with options. The defaults are right for most texts: see [`parse`](crate::parse).
///
/// A parser holds options only; it is cheap to copy and may be shared between threads.
///
/// ```
/// use wirecopy::Parser;
///
/// // An extractor has already taken the headline off: every line is body.
/// let article = Parser::new().body_only(true).parse("OSLO\n\n“We wait,” one trader said.")?;
/// assert!(article.headline().is_none());
/// assert_eq!(article.paragraphs().len(), 2);
/// # Ok::<(), wirecopy::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parser {
    reference_date: Option<NaiveDate>,
    max_len: usize,
    structure_only: bool,
    body_only: bool,
}

impl Default for Parser {
    fn default() -> Self {
        Parser { reference_date: None, max_len: DEFAULT_MAX_LEN, structure_only: false, body_only: false }
    }
}

impl Parser {
    /// A parser with the default options.
    pub fn new() -> Self {
        Parser::default()
    }

    /// The date by which a printed date that lacks its year is read: the latest such day not after it.
    ///
    /// Without it, "Updated March 4" gives no time. The parser never asks a clock.
    #[must_use]
    pub fn reference_date(mut self, date: NaiveDate) -> Self {
        self.reference_date = Some(date);
        self
    }

    /// The longest text that is accepted, in bytes; at most 2 GiB less one byte, which larger values are cut to.
    #[must_use]
    pub fn max_len(mut self, bytes: usize) -> Self {
        self.max_len = bytes.min(MAX_LEN);
        self
    }

    /// Finds blocks, head matter, paragraphs and sentences, and leaves quotations and speakers out.
    #[must_use]
    pub fn structure_only(mut self, yes: bool) -> Self {
        self.structure_only = yes;
        self
    }

    /// Takes the text to have no head matter: every line of it is body, and no dateline is looked for.
    #[must_use]
    pub fn body_only(mut self, yes: bool) -> Self {
        self.body_only = yes;
        self
    }

    /// Parses `text`.
    ///
    /// # Errors
    ///
    /// [`ParseError::Empty`], [`ParseError::TooLong`] or [`ParseError::NotText`]; any other text gives an article.
    pub fn parse<'a>(&self, text: &'a str) -> Result<Article<'a>, ParseError> {
        self.check(text)?;
        let mut nodes = Nodes::default();
        let mut found = Vec::new();
        lines(text, &mut found);
        nodes.blocks = blocks(text, &found, self.body_only);
        nodes.head = head(text, &nodes.blocks, self.reference_date, self.body_only);
        body(text, &mut nodes);
        if !self.structure_only {
            speech(text, &mut nodes);
        }
        Ok(Article::new(Cow::Borrowed(text), nodes))
    }

    /// Parses `bytes`, which must be UTF-8.
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse), and [`ParseError::NotUtf8`] with the offset of the first bad byte.
    pub fn parse_bytes<'a>(&self, bytes: &'a [u8]) -> Result<Article<'a>, ParseError> {
        if bytes.len() > self.max_len {
            return Err(ParseError::TooLong { len: bytes.len(), limit: self.max_len });
        }
        match core::str::from_utf8(bytes) {
            Ok(text) => self.parse(text),
            Err(error) => Err(ParseError::NotUtf8 { offset: error.valid_up_to() }),
        }
    }

    pub(crate) fn check(&self, text: &str) -> Result<(), ParseError> {
        if text.len() > self.max_len {
            return Err(ParseError::TooLong { len: text.len(), limit: self.max_len });
        }
        let count = controls(text.as_bytes());
        if count > 0 && count * CONTROL_SHARE > text.len() {
            let offset = text.bytes().position(is_control).unwrap_or(0);
            return Err(ParseError::NotText { offset, count });
        }
        if text.chars().all(is_blank) { Err(ParseError::Empty) } else { Ok(()) }
    }
}

/// A control character that no text holds; escape sequences are copied from terminals.
const fn is_control(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t'..=b'\r' | 0x1B) || byte == 0x7F
}

/// How many control characters `bytes` holds.
fn controls(bytes: &[u8]) -> usize {
    // So few at a time that a count fits a byte: compilers make vector code of this.
    let count = |few: &[u8]| few.iter().map(|byte| u8::from(is_control(*byte))).sum::<u8>();
    bytes.chunks(128).map(|few| usize::from(count(few))).sum()
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

/// Quotations, who said them, and reported speech.
fn speech(text: &str, nodes: &mut Nodes) {
    quotations(text, nodes.blocks.iter().map(|block| block.span), &mut nodes.quotes);
    // Sentences of blocks that are no paragraphs are needed here and kept nowhere.
    let mut others = Vec::new();
    let mut quotes = core::mem::take(&mut nodes.quotes);
    let passages = passages(text, nodes, &mut others);
    let mut names = NameReader::new(text);
    let seen = |sentence, tokens: Option<&[_]>| names.sentence(sentence, tokens);
    let mut attributions = Reader::default().read(text, &passages, &mut quotes, seen);
    nodes.speakers = speakers(text, names, &quotes, &mut attributions);
    nodes.attributions = attributions;
    nodes.quotes = quotes;
    for quote in &mut nodes.quotes {
        quote.form = form(text, quote);
        if quote.attribution.is_none() && quote.nested_in.is_none() && quote.form == QuoteForm::Fragment {
            quote.form = QuoteForm::Label;
        }
    }
}

/// The blocks that are read for speech. `others` takes the sentences of those that are no paragraphs.
pub(crate) fn passages<'n>(text: &str, nodes: &'n Nodes, others: &'n mut Vec<Span>) -> Vec<Passage<'n>> {
    let spans = passage_sentences(text, nodes, others);
    let others: &[Span] = others;
    let passage = |(block, running, (from, to)): (u32, bool, (usize, usize))| {
        let sentences = if running { &nodes.sentences[from..to] } else { &others[from..to] };
        Passage { block, sentences, running }
    };
    spans.into_iter().map(passage).collect()
}

/// For each block that is read for speech: its number, whether it is a paragraph, its range of sentences.
fn passage_sentences(text: &str, nodes: &Nodes, others: &mut Vec<Span>) -> Vec<(u32, bool, (usize, usize))> {
    let mut paragraphs = nodes.paragraphs.iter().peekable();
    let (mut splitter, mut spans) = (Splitter::of(text), Vec::with_capacity(nodes.blocks.len()));
    for (index, BlockNode { kind, span }) in nodes.blocks.iter().enumerate() {
        let index = index as u32;
        if let Some(paragraph) = paragraphs.next_if(|paragraph| paragraph.block == index) {
            let (from, to) = paragraph.sentences;
            spans.push((index, true, (from as usize, to as usize)));
        } else if may_quote(*kind) {
            let from = others.len();
            splitter.split(*span, others);
            spans.push((index, false, (from, others.len())));
        }
    }
    spans
}
