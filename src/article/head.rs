//! Views on the parts around the running text.

use super::fold;
use crate::grammar::byline::{AuthorNode, BylineNode, byline};
use crate::grammar::credit::CreditNode;
use crate::grammar::date::{Moment, PartialDate};
use crate::grammar::dateline::{DatelineNode, PlaceNode, dateline};
use crate::grammar::sign_off::ContributorNode;
use crate::grammar::timestamp::times_in;
use crate::head::{CaptionNode, MastheadNode};
use crate::span::Span;
use alloc::borrow::Cow;
use chrono::NaiveDate;

/// The name of the paper over the story.
#[derive(Clone, Copy)]
pub struct Masthead<'a> {
    source: &'a str,
    node: MastheadNode,
}

impl<'a> Masthead<'a> {
    pub(super) fn new(source: &'a str, node: MastheadNode) -> Self {
        Masthead { source, node }
    }

    /// The line as printed, slogan and all.
    pub fn text(self) -> &'a str {
        self.node.span.of(self.source)
    }

    /// Where it stands.
    pub fn span(self) -> Span {
        self.node.span
    }

    /// The paper's name alone.
    pub fn publication(self) -> Option<&'a str> {
        self.node.publication.map(|span| span.of(self.source))
    }
}

/// Who wrote the story.
///
/// An extractor or a feed that hands over a byline alone has [`Byline::parse`]:
///
/// ```
/// let byline = wirecopy::Byline::parse("By Roy Tessler and Ida Voss, Reuters").unwrap();
/// let names: Vec<_> = byline.authors().filter_map(|author| author.name()).collect();
/// assert_eq!(names, ["Roy Tessler", "Ida Voss"]);
/// assert_eq!(byline.authors().next().unwrap().organization().as_deref(), Some("Reuters"));
/// assert!(wirecopy::Byline::parse("By the time the bridge opened, it was late").is_none());
/// ```
#[derive(Clone)]
pub struct Byline<'a> {
    source: &'a str,
    span: Span,
    authors: Cow<'a, [AuthorNode]>,
}

impl<'a> Byline<'a> {
    pub(super) fn new(source: &'a str, node: &'a BylineNode) -> Self {
        Byline { source, span: node.span, authors: Cow::Borrowed(&node.authors) }
    }

    /// Reads a byline that stands alone; `None` when `text` is none. Spans are into `text`.
    pub fn parse(text: &'a str) -> Option<Self> {
        let (_, node) = byline(text).ok()?;
        Some(Byline { source: text, span: node.span, authors: Cow::Owned(node.authors) })
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The line as printed.
    pub fn text(&self) -> &'a str {
        self.span.of(self.source)
    }

    /// The authors in the order of print.
    pub fn authors(&self) -> impl ExactSizeIterator<Item = Author<'a>> + use<'a> {
        let (source, authors) = (self.source, self.authors.clone());
        (0..authors.len()).map(move |at| Author { source, node: authors[at] })
    }
}

/// One author of a byline. An agency or paper that signs alone has an organization and no name.
#[derive(Clone, Copy)]
pub struct Author<'a> {
    source: &'a str,
    node: AuthorNode,
}

impl<'a> Author<'a> {
    fn part(self, span: Option<Span>) -> Option<Cow<'a, str>> {
        span.map(|span| fold(span.of(self.source)))
    }

    /// The person's name.
    pub fn name(self) -> Option<Cow<'a, str>> {
        self.part(self.node.name)
    }

    /// "Staff Writer", "Special to The Herald".
    pub fn role(self) -> Option<Cow<'a, str>> {
        self.part(self.node.role)
    }

    /// "Reuters", "The Associated Press".
    pub fn organization(self) -> Option<Cow<'a, str>> {
        self.part(self.node.organization)
    }

    /// "in Kyiv".
    pub fn place(self) -> Option<Cow<'a, str>> {
        self.part(self.node.place)
    }

    /// An address or a handle.
    pub fn contact(self) -> Option<Cow<'a, str>> {
        self.part(self.node.contact)
    }

    /// Where the author's part of the byline stands.
    pub fn span(self) -> Span {
        self.node.span
    }
}

/// Where a story was filed, when, and by which agency.
///
/// A paragraph that opens with one can be read alone:
///
/// ```
/// let text = "CALDER BAY, Maine, March 3 (AP) — A ferry ran aground.";
/// let dateline = wirecopy::Dateline::parse(text).unwrap();
/// assert_eq!(dateline.places().next().unwrap().region(), Some("Maine"));
/// assert_eq!(dateline.agencies().collect::<Vec<_>>(), ["AP"]);
/// assert_eq!(&text[dateline.span().end as usize..], "A ferry ran aground.");
/// ```
#[derive(Clone)]
pub struct Dateline<'a> {
    source: &'a str,
    node: Cow<'a, DatelineNode>,
}

impl<'a> Dateline<'a> {
    pub(super) fn new(source: &'a str, node: &'a DatelineNode) -> Self {
        Dateline { source, node: Cow::Borrowed(node) }
    }

    /// Reads the dateline that `text` opens with; `None` when it opens with none. Spans are into `text`.
    pub fn parse(text: &'a str) -> Option<Self> {
        dateline(text).ok().map(|(_, node)| Dateline { source: text, node: Cow::Owned(node) })
    }

    /// From the place to the dash, dash and the blank after it included; the story starts at its end.
    pub fn span(&self) -> Span {
        self.node.span
    }

    /// The places, in the order of print.
    pub fn places(&self) -> impl ExactSizeIterator<Item = Place<'a>> + use<'a> {
        let (source, node) = (self.source, self.node.clone());
        (0..node.places.len()).map(move |at| Place { source, node: node.places[at] })
    }

    /// The date, when one is printed.
    pub fn date(&self) -> Option<PartialDate> {
        self.node.date
    }

    /// The agencies, in the order of print.
    pub fn agencies(&self) -> impl ExactSizeIterator<Item = &'a str> + use<'a> {
        let (source, node) = (self.source, self.node.clone());
        (0..node.agencies.len()).map(move |at| node.agencies[at].of(source))
    }
}

/// The times that a line prints.
///
/// ```
/// let line = "Published 14 May 2024, 06:00 BST | Updated 15 May 2024";
/// let timestamp = wirecopy::Timestamp::parse(line, None).unwrap();
/// assert_eq!(timestamp.published.unwrap().to_string(), "2024-05-14T06:00:00+01:00");
/// assert_eq!(timestamp.updated.unwrap().to_string(), "2024-05-15");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Timestamp {
    /// When the story was published.
    pub published: Option<Moment>,
    /// When it was last changed.
    pub updated: Option<Moment>,
}

impl Timestamp {
    /// Reads the times that a line prints, a byline beside them passed over; `None` when it prints no day.
    ///
    /// A date that lacks its year is read by `reference`, as [`Parser::reference_date`](crate::Parser::reference_date) says.
    pub fn parse(text: &str, reference: Option<NaiveDate>) -> Option<Self> {
        times_in(text, reference)
            .map(|times| Timestamp { published: times.published, updated: times.updated })
    }
}

/// One place of a dateline.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    source: &'a str,
    node: PlaceNode,
}

impl<'a> Place<'a> {
    /// City and region as printed.
    pub fn text(self) -> &'a str {
        self.node.span.of(self.source)
    }

    /// Where it stands.
    pub fn span(self) -> Span {
        self.node.span
    }

    /// The city, ship or region that comes first.
    pub fn city(self) -> &'a str {
        self.node.city.of(self.source)
    }

    /// The state or country after it.
    pub fn region(self) -> Option<&'a str> {
        self.node.region.map(|span| span.of(self.source))
    }
}

/// What a picture shows, and who made it.
#[derive(Clone, Copy)]
pub struct Caption<'a> {
    source: &'a str,
    node: CaptionNode,
}

impl<'a> Caption<'a> {
    pub(super) fn new(source: &'a str, node: CaptionNode) -> Self {
        Caption { source, node }
    }

    /// The caption as printed, credit included.
    pub fn text(self) -> &'a str {
        self.node.span.of(self.source)
    }

    /// Where it stands.
    pub fn span(self) -> Span {
        self.node.span
    }

    /// Who made the picture.
    pub fn credit(self) -> Option<Credit<'a>> {
        self.node.credit.map(|node| Credit { source: self.source, node })
    }
}

/// Who made a picture.
#[derive(Clone, Copy)]
pub struct Credit<'a> {
    source: &'a str,
    node: CreditNode,
}

impl<'a> Credit<'a> {
    /// The person.
    pub fn photographer(self) -> Option<&'a str> {
        self.node.photographer.map(|span| span.of(self.source))
    }

    /// The agency or paper.
    pub fn agency(self) -> Option<&'a str> {
        self.node.agency.map(|span| span.of(self.source))
    }

    /// Where the credit stands, brackets included.
    pub fn span(self) -> Span {
        self.node.span
    }
}

/// Someone who helped to report the story.
#[derive(Clone, Copy)]
pub struct Contributor<'a> {
    source: &'a str,
    node: ContributorNode,
}

impl<'a> Contributor<'a> {
    pub(super) fn new(source: &'a str, node: ContributorNode) -> Self {
        Contributor { source, node }
    }

    /// The name.
    pub fn name(self) -> Cow<'a, str> {
        fold(self.node.name.of(self.source))
    }

    /// Where they reported from.
    pub fn place(self) -> Option<Cow<'a, str>> {
        self.node.place.map(|span| fold(span.of(self.source)))
    }

    /// "Associated Press writer".
    pub fn role(self) -> Option<Cow<'a, str>> {
        self.node.role.map(|span| fold(span.of(self.source)))
    }

    /// The name as printed, with role and place.
    pub fn text(self) -> &'a str {
        self.node.span.of(self.source)
    }

    /// Where the name, role and place stand.
    pub fn span(self) -> Span {
        self.node.span
    }
}
