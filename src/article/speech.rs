//! Views on quotations, attributions and speakers.

use super::{Inner, Text, fold};
use crate::attribution::{Act, AttributionKind, Evidence, Mood};
use crate::quote::QuoteForm;
use crate::span::Span;
use crate::speaker::SpeakerKind;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// A passage in quotation marks, whether anyone said it or not.
#[derive(Clone, Copy)]
pub struct Quote<'a> {
    inner: Inner<'a>,
    index: u32,
}

impl<'a> Quote<'a> {
    pub(crate) fn new(inner: Inner<'a>, index: u32) -> Self {
        Quote { inner, index }
    }

    fn node(self) -> &'a crate::quote::QuoteNode {
        &self.inner.nodes.quotes[self.index as usize]
    }

    /// Its index in [`Article::quotes`](crate::Article::quotes).
    pub fn index(self) -> usize {
        self.index as usize
    }

    /// The words between the marks.
    pub fn text(self) -> &'a str {
        self.span().of(self.inner.source)
    }

    /// The words between the marks on one line.
    pub fn folded(self) -> Cow<'a, str> {
        fold(self.text())
    }

    /// Where the words stand, marks left out.
    pub fn span(self) -> Span {
        self.node().span
    }

    /// The index of its block in [`Article::blocks`](crate::Article::blocks).
    pub fn block(self) -> usize {
        self.node().block as usize
    }

    /// Whether it is a sentence, a fragment, or a label that nobody said.
    pub fn form(self) -> QuoteForm {
        self.node().form
    }

    /// The quotation that this one stands inside.
    pub fn nested_in(self) -> Option<Quote<'a>> {
        self.node().nested_in.map(|index| Quote { index, ..self })
    }

    /// Whether its marks stay open at the end of the paragraph, because it goes on in the next.
    pub fn is_open(self) -> bool {
        self.node().open
    }

    /// The statement that it is a part of; `None` when nobody is said to have spoken it.
    pub fn attribution(self) -> Option<Attribution<'a>> {
        self.node().attribution.map(|index| Attribution { inner: self.inner, index })
    }

    /// Who said it, where the text lets that be told.
    pub fn speaker(self) -> Option<Speaker<'a>> {
        self.attribution().and_then(Attribution::speaker)
    }
}

impl core::fmt::Debug for Quote<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{:?} @ {:?} by {:?}", self.text(), self.span(), self.speaker().map(Speaker::name))
    }
}

/// A statement and whom the text gives it to.
#[derive(Clone, Copy)]
pub struct Attribution<'a> {
    inner: Inner<'a>,
    index: u32,
}

impl<'a> Attribution<'a> {
    pub(crate) fn new(inner: Inner<'a>, index: u32) -> Self {
        Attribution { inner, index }
    }

    fn node(self) -> &'a crate::attribution::AttributionNode {
        &self.inner.nodes.attributions.nodes[self.index as usize]
    }

    fn piece(self, span: Span) -> Text<'a> {
        Text { source: self.inner.source, span }
    }

    /// Its index in [`Article::attributions`](crate::Article::attributions).
    pub fn index(self) -> usize {
        self.index as usize
    }

    /// How much of it stands in marks.
    pub fn kind(self) -> AttributionKind {
        self.node().kind
    }

    /// What it stands on.
    pub fn evidence(self) -> Evidence {
        self.node().evidence
    }

    /// The attribution whose speaker goes on here, where no clause of its own names one.
    pub(crate) fn follows(self) -> Option<Attribution<'a>> {
        self.node().follows.map(|index| Attribution { index, ..self })
    }

    /// What the source did: spoke, wrote, thought, wished or planned.
    ///
    /// ```
    /// use wirecopy::Act;
    ///
    /// let article = wirecopy::Parser::new()
    ///     .body_only(true)
    ///     .parse("Ida Voss said the ferry was late. Bo Lund wrote that it will sail on Monday.")?;
    /// let acts: Vec<_> = article.attributions().map(|it| it.act()).collect();
    /// assert_eq!(acts, [Act::Speech, Act::Writing]);
    /// # Ok::<(), wirecopy::ParseError>(())
    /// ```
    pub fn act(self) -> Act {
        self.node().act
    }

    /// Whether the text says that it was done: "she said" against "she did not say" and "she would say".
    pub fn mood(self) -> Mood {
        self.node().mood
    }

    /// What was said, the clause and the marks at its ends left out, in pieces where the clause interrupts it.
    pub fn content(self) -> impl ExactSizeIterator<Item = Text<'a>> {
        let (from, to) = self.node().content;
        self.inner.nodes.attributions.content[from as usize..to as usize]
            .iter()
            .map(move |span| self.piece(*span))
    }

    /// The noun phrase by which its clause names the speaker: "Col. David Butler", "he", "the soldier".
    pub fn mention(self) -> Option<Text<'a>> {
        self.node().mention.map(|span| self.piece(span))
    }

    /// The reporting word: "said", "according to".
    pub fn cue(self) -> Option<Text<'a>> {
        self.node().cue.map(|span| self.piece(span))
    }

    /// Who said it, where the text lets that be told.
    pub fn speaker(self) -> Option<Speaker<'a>> {
        self.node().speaker.map(|index| Speaker { inner: self.inner, index })
    }

    /// The quotations that are part of it.
    pub fn quotes(self) -> impl Iterator<Item = Quote<'a>> {
        let wanted = Some(self.index);
        let quotes = self.inner.nodes.quotes.iter().enumerate();
        quotes
            .filter(move |(_, quote)| quote.attribution == wanted)
            .map(move |(index, _)| Quote::new(self.inner, index as u32))
    }
}

impl core::fmt::Debug for Attribution<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Attribution")
            .field("kind", &self.kind())
            .field("content", &self.content().collect::<Vec<_>>())
            .field("mention", &self.mention())
            .field("cue", &self.cue())
            .field("evidence", &self.evidence())
            .field("act", &self.act())
            .field("mood", &self.mood())
            .finish_non_exhaustive()
    }
}

/// Someone, or some body or document, to whom the article attributes something.
#[derive(Clone, Copy)]
pub struct Speaker<'a> {
    inner: Inner<'a>,
    index: u32,
}

impl<'a> Speaker<'a> {
    pub(crate) fn new(inner: Inner<'a>, index: u32) -> Self {
        Speaker { inner, index }
    }

    fn node(self) -> &'a crate::speaker::SpeakerNode {
        &self.inner.nodes.speakers.nodes[self.index as usize]
    }

    fn of(self, span: Span) -> &'a str {
        span.of(self.inner.source)
    }

    /// Its index in [`Article::speakers`](crate::Article::speakers).
    pub fn index(self) -> usize {
        self.index as usize
    }

    /// The fullest name in the text without its title, or the fullest description of an unnamed source, as printed.
    pub fn name(self) -> &'a str {
        self.of(self.node().name)
    }

    /// The name as text with its span, for [`folding`](Text::folded) a name that runs over two lines.
    pub fn name_text(self) -> Text<'a> {
        Text { source: self.inner.source, span: self.node().name }
    }

    /// What is set directly before the name: "Col.", "Prime Minister".
    pub fn title(self) -> Option<&'a str> {
        self.node().title.map(|span| self.of(span))
    }

    /// The description beside the name: "a U.S. military spokesman".
    pub fn role(self) -> Option<&'a str> {
        self.node().role.map(|span| self.of(span))
    }

    /// What it is.
    pub fn kind(self) -> SpeakerKind {
        self.node().kind
    }

    /// Where attributions name it.
    pub fn mentions(self) -> impl ExactSizeIterator<Item = Text<'a>> {
        let source = self.inner.source;
        {
            let (from, to) = self.node().mentions;
            self.inner.nodes.speakers.mentions[from as usize..to as usize].iter()
        }
        .map(move |span| Text { source, span: *span })
    }

    /// Everything attributed to it, in order.
    pub fn attributions(self) -> impl Iterator<Item = Attribution<'a>> {
        let wanted = Some(self.index);
        let nodes = self.inner.nodes.attributions.nodes.iter().enumerate();
        nodes
            .filter(move |(_, node)| node.speaker == wanted)
            .map(move |(index, _)| Attribution::new(self.inner, index as u32))
    }

    /// Its quotations, in order.
    pub fn quotes(self) -> impl Iterator<Item = Quote<'a>> {
        let quotes =
            (0..self.inner.nodes.quotes.len() as u32).map(move |index| Quote::new(self.inner, index));
        quotes.filter(move |quote| quote.speaker().is_some_and(|speaker| speaker.index == self.index))
    }
}

impl core::fmt::Debug for Speaker<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Speaker")
            .field("name", &self.name())
            .field("title", &self.title())
            .field("role", &self.role())
            .field("kind", &self.kind())
            .finish_non_exhaustive()
    }
}
