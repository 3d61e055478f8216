//! Views on the parts around the running text.

use super::fold;
use crate::grammar::byline::{AuthorNode, BylineNode};
use crate::grammar::credit::CreditNode;
use crate::grammar::date::PartialDate;
use crate::grammar::dateline::{DatelineNode, PlaceNode};
use crate::grammar::sign_off::ContributorNode;
use crate::head::{CaptionNode, MastheadNode};
use crate::span::Span;
use std::borrow::Cow;

/// The name of the paper over the story.
#[derive(Clone, Copy, Debug)]
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
#[derive(Clone, Copy, Debug)]
pub struct Byline<'a> {
    source: &'a str,
    node: &'a BylineNode,
}

impl<'a> Byline<'a> {
    pub(super) fn new(source: &'a str, node: &'a BylineNode) -> Self {
        Byline { source, node }
    }

    /// Where it stands.
    pub fn span(self) -> Span {
        self.node.span
    }

    /// The line as printed.
    pub fn text(self) -> &'a str {
        self.node.span.of(self.source)
    }

    /// The authors in the order of print.
    pub fn authors(self) -> impl ExactSizeIterator<Item = Author<'a>> {
        self.node.authors.iter().map(move |node| Author { source: self.source, node })
    }
}

/// One author of a byline. An agency or paper that signs alone has an organization and no name.
#[derive(Clone, Copy, Debug)]
pub struct Author<'a> {
    source: &'a str,
    node: &'a AuthorNode,
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
#[derive(Clone, Copy, Debug)]
pub struct Dateline<'a> {
    source: &'a str,
    node: &'a DatelineNode,
}

impl<'a> Dateline<'a> {
    pub(super) fn new(source: &'a str, node: &'a DatelineNode) -> Self {
        Dateline { source, node }
    }

    /// From the place to the dash, dash and the blank after it included; the story starts at its end.
    pub fn span(self) -> Span {
        self.node.span
    }

    /// The places, in the order of print.
    pub fn places(self) -> impl ExactSizeIterator<Item = Place<'a>> {
        self.node.places.iter().map(move |node| Place { source: self.source, node: *node })
    }

    /// The date, when one is printed.
    pub fn date(self) -> Option<PartialDate> {
        self.node.date
    }

    /// The agencies, in the order of print.
    pub fn agencies(self) -> impl ExactSizeIterator<Item = &'a str> {
        self.node.agencies.iter().map(move |span| span.of(self.source))
    }
}

/// One place of a dateline.
#[derive(Clone, Copy, Debug)]
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
#[derive(Clone, Copy, Debug)]
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
#[derive(Clone, Copy, Debug)]
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
#[derive(Clone, Copy, Debug)]
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
