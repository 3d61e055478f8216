//! A draft → the text that a paper would print, of which every block is known, and its article.

use super::Item;
use super::draft::{Draft, Filed, Signed, Signer};
use super::error::NewsroomError;
use super::story::Part;
use crate::grammar::byline::{AuthorNode, BylineNode, byline};
use crate::grammar::date::PartialDate;
use crate::grammar::dateline::{DatelineNode, PlaceNode, dateline};
use crate::head_matter::{Metadata, times};
use crate::layout::{BlockKind, BlockNode, form_of};
use crate::parser::{Known, Parser};
use crate::span::Span;
use chrono::Datelike;
use core::ops::Range;
use std::collections::HashSet;

/// Parts of a story among which its headline is not printed again.
const OPENING: usize = 6;

/// Prints a draft, and parses what is printed.
pub(super) fn print(parser: &Parser, mut draft: Draft) -> Result<Item, NewsroomError> {
    let again = |part: &Part| draft.headline.as_ref().is_some_and(|it| part.text.eq_ignore_ascii_case(it));
    if let Some(at) = draft.story.iter().take(OPENING).position(again) {
        draft.story.remove(at);
    }
    if draft.story.is_empty() {
        return Err(NewsroomError::NoBody);
    }
    let mut page = Page::default();
    for (kind, line) in [(BlockKind::Headline, &draft.headline), (BlockKind::Deck, &draft.deck)] {
        if let Some(line) = line {
            page.say(kind, line);
        }
    }
    for signed in &draft.bylines {
        page.sign(signed);
    }
    for line in times(draft.published.as_deref(), draft.updated.as_deref()) {
        page.say(BlockKind::Timestamp, &line);
    }
    let printed: HashSet<_> = draft.story.iter().map(|part| part.text.as_str()).collect();
    for picture in draft.pictures.iter().filter(|picture| !printed.contains(picture.caption.as_str())) {
        page.say(picture.kind(), &picture.line());
    }
    page.story(&draft.story, draft.dateline.as_ref());
    if let Some(line) = &draft.tagline {
        page.say(form_of(line).unwrap_or(BlockKind::SignOff), line);
    }
    Ok(Item {
        article: parser.worker().parse_known(&page.text, page.known)?.into_owned(),
        metadata: page.metadata,
        publication: draft.publication,
        distributor: draft.distributor,
        summary: draft.summary,
        language: draft.language,
        copyright: draft.copyright,
    })
}

/// What a paragraph is that the format only calls one. What belongs before a story is looked for there alone.
fn kind_of(part: &Part, opened: bool) -> BlockKind {
    use BlockKind::{
        Boilerplate, Byline, Contact, ContributorNote, Correction, Credit, EditorsNote, EndMark, ListItem,
        Paragraph, RelatedLink, Slug, Timestamp,
    };
    if part.kind != Paragraph {
        return part.kind;
    }
    match form_of(&part.text) {
        Some(kind @ (Byline | Timestamp | Slug)) if !opened => kind,
        Some(
            kind @ (Boilerplate | Contact | ContributorNote | Correction | Credit | EditorsNote | EndMark
            | ListItem | RelatedLink),
        ) => kind,
        _ => Paragraph,
    }
}

/// A page while it is printed.
#[derive(Default)]
struct Page {
    text: String,
    known: Known,
    metadata: Metadata,
}

impl Page {
    /// Prints a block.
    fn block(&mut self, kind: BlockKind, line: &str) -> Span {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(line);
        let span = Span::from_usize(start, self.text.len());
        self.known.blocks.push(BlockNode { kind, span });
        span
    }

    /// Prints a block that is not in the story.
    fn say(&mut self, kind: BlockKind, line: &str) -> Span {
        let span = self.block(kind, line);
        self.metadata.add(span);
        span
    }

    /// Prints a byline. Where it cannot be read, or reads as other names than the format marks, the format is right.
    fn sign(&mut self, signed: &Signed) {
        let read = |line: &str| byline(line).ok().map(|(_, node)| node);
        let mut line = signed.line.trim_end().to_string();
        let mut people = signed.people.clone();
        if !line.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by ")) {
            line.insert_str(0, "By ");
            for signer in &mut people {
                signer.shift("By ".len());
            }
        }
        let agrees = |node: &BylineNode| {
            let mut names = node.authors.iter().filter_map(|author| author.name);
            people.is_empty() && !node.authors.is_empty()
                || people.iter().all(|signer| names.any(|name| name.range() == signer.name))
        };
        let marked = || (!people.is_empty()).then(|| marked(&line, &people));
        let Some(mut node) = read(&line).filter(agrees).or_else(marked) else { return };
        node.shift(self.say(BlockKind::Byline, &line).start);
        match &mut self.known.byline {
            None => self.known.byline = Some(node),
            Some(first) => {
                first.span.end = node.span.end;
                first.authors.append(&mut node.authors);
            }
        }
    }

    /// Prints the story, its dateline before its first paragraph unless that opens with one.
    fn story(&mut self, parts: &[Part], filed: Option<&Filed>) {
        let mut filed = filed;
        let mut opened = false;
        for part in parts {
            let kind = kind_of(part, opened);
            opened |= kind == BlockKind::Paragraph;
            let filed = if opened { filed.take() } else { None };
            match filed.filter(|_| dateline(&part.text).is_err()) {
                Some(filed) => self.file(filed, &part.text),
                None => {
                    self.block(kind, &part.text);
                }
            }
        }
    }

    /// Prints a paragraph with its dateline.
    fn file(&mut self, filed: &Filed, paragraph: &str) {
        let line = filed.line.trim_end_matches(|c: char| c.is_whitespace() || "—–-_:,".contains(c));
        let opening = format!("{line} — ");
        let mut node = read_dateline(&opening, filed).unwrap_or_else(|| place_by_place(line, filed));
        if let Some(date) = filed.date {
            let (month, day) = (date.month() as u8, date.day() as u8);
            node.date = Some(PartialDate { year: Some(date.year()), month, day });
        }
        node.span = Span::from_usize(0, opening.len());
        let start = self.block(BlockKind::Paragraph, &format!("{opening}{paragraph}")).start;
        self.metadata.add(node.span.shift(start));
        node.shift(start);
        self.known.dateline = Some(node);
    }
}

/// The authors of a byline as the format marks them.
fn marked(line: &str, people: &[Signer]) -> BylineNode {
    let author = |signer: &Signer| {
        let span = |range: &Range<usize>| Span::from_usize(range.start, range.end);
        let (name, role) = (span(&signer.name), signer.role.as_ref().map(span));
        let end = role.map_or(name.end, |role| role.end);
        AuthorNode { name: Some(name), role, span: Span::new(name.start, end), ..AuthorNode::default() }
    };
    BylineNode {
        span: Span::from_usize(0, line.len()),
        authors: people.iter().map(author).collect(),
        led: true,
    }
}

/// The dateline that the grammar reads, if it reads all of it and where the format marks places finds one there.
fn read_dateline(opening: &str, filed: &Filed) -> Option<DatelineNode> {
    let (rest, node) = dateline(opening).ok()?;
    let city = node.places.first()?.city.range();
    let agrees = filed.places.first().is_none_or(|place| place.start <= city.start && city.end <= place.end);
    (rest.trim().is_empty() && agrees).then_some(node)
}

/// A dateline of the places that the format marks; the whole line is one where it marks none.
fn place_by_place(line: &str, filed: &Filed) -> DatelineNode {
    let all = 0..line.len();
    let ranges = if filed.places.is_empty() { core::slice::from_ref(&all) } else { &filed.places };
    let place = |range: &Range<usize>| {
        let text = line.get(range.clone())?;
        let city = text.split_once(',').map_or(text, |(city, _)| city).trim_end();
        let region = text.split_once(',').map(|(_, region)| region.trim_start()).filter(|it| !it.is_empty());
        let at = |start: usize, len: usize| Span::from_usize(range.start + start, range.start + start + len);
        Some(PlaceNode {
            city: at(0, city.len()),
            region: region.map(|region| at(text.len() - region.len(), region.len())),
            span: at(0, text.len()),
        })
    };
    DatelineNode { places: ranges.iter().filter_map(place).collect(), ..DatelineNode::default() }
}
