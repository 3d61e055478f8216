//! A body of HTML → the parts of its story.

use super::error::NewsroomError;
use super::markup::{Event, Markup};
use super::story::Story;
use crate::layout::BlockKind;
use std::borrow::Cow;

/// Elements that hold no story, with all that stands in them.
const OTHER: &[&str] = &["head", "iframe", "noscript", "script", "style", "svg", "table"];

/// Elements that stand inside a line; all others end it.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "mark", "s", "small",
    "span", "strong", "sub", "sup", "time", "tt", "u", "wbr",
];

/// Adds the parts of `body` to `story`.
pub(super) fn read(body: &str, story: &mut Story) -> Result<(), NewsroomError> {
    let body = with_signs(body);
    let mut markup = Markup::html(&body);
    let mut kind = BlockKind::Paragraph;
    // The element that holds no story, and how many of its name are open.
    let mut other: Option<(String, usize)> = None;
    loop {
        let event = markup.next().map_err(|_| NewsroomError::Markup)?;
        let (name, opens) = match &event {
            Event::Open(tag) => (tag.local_name().into_inner(), true),
            Event::Close(tag) => (tag.local_name().into_inner(), false),
            Event::Text(text) | Event::Verbatim(text) => {
                if other.is_none() {
                    story.text(text);
                }
                continue;
            }
            Event::End => {
                story.end(kind);
                return Ok(());
            }
        };
        let name = String::from_utf8_lossy(name).to_ascii_lowercase();
        match &mut other {
            Some((outer, depth)) => {
                if *outer == name {
                    *depth = if opens { *depth + 1 } else { *depth - 1 };
                }
                if *depth == 0 {
                    other = None;
                }
            }
            None if opens && OTHER.contains(&name.as_str()) => {
                story.end(kind);
                other = Some((name, 1));
            }
            None => kind = step(&name, opens, kind, story),
        }
    }
}

/// `body` with every "<" that opens no tag as the sign that it is.
fn with_signs(body: &str) -> Cow<'_, str> {
    let opens_tag = |next: Option<&u8>| {
        next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?'))
    };
    let mut signed = String::new();
    let mut from = 0;
    for at in memchr::memchr_iter(b'<', body.as_bytes()) {
        if !opens_tag(body.as_bytes().get(at + 1)) {
            signed.push_str(&body[from..at]);
            signed.push_str("&lt;");
            from = at + 1;
        }
    }
    if from == 0 {
        return body.into();
    }
    signed.push_str(&body[from..]);
    signed.into()
}

/// What an element does to the story where it opens or closes; returns what the text after it is.
fn step(name: &str, opens: bool, kind: BlockKind, story: &mut Story) -> BlockKind {
    match (name, opens) {
        ("q", true) => story.open_quotation(),
        ("q", false) => story.close_quotation(),
        ("br", true) => story.line_break(kind),
        ("br", false) => {}
        _ if INLINE.contains(&name) => {}
        _ => {
            story.end(kind);
            return block(name, opens, kind, story);
        }
    }
    kind
}

fn block(name: &str, opens: bool, kind: BlockKind, story: &mut Story) -> BlockKind {
    match (name, opens) {
        ("blockquote", true) => story.open_block_quote(),
        ("blockquote", false) => story.close_block_quote(),
        ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", true) => return BlockKind::Crosshead,
        ("li" | "dt" | "dd", true) => return BlockKind::ListItem,
        ("figcaption", true) => return BlockKind::Caption,
        // A paragraph of an item of a list is that item.
        ("p" | "div", true) if kind == BlockKind::ListItem => return kind,
        _ => {}
    }
    BlockKind::Paragraph
}
