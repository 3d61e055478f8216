//! IPTC NITF → a draft.
//!
//! ```text
//! nitf         = [ head ] body
//! head         = … docdata ( date.issue, date.release, doc.copyright ) … pubdata …
//! body         = [ body.head ] body.content … [ body.end ]
//! body.head    = hedline ( hl1 { hl2 } ) { byline } [ distributor ] [ dateline ] [ abstract ]
//! body.content = { block | p | hl2 | bq | media | ol | ul | dl | table | note | fn | pre }
//! block        = [ byline ] [ dateline ] [ abstract ] { p | hl2 | … }
//! body.end     = [ tagline ]
//! ```

use super::draft::{Draft, Filed, Picture, Signed, Signer};
use super::error::{DEPTH, NewsroomError, check};
use super::html;
use super::markup::{Event, Markup, attribute, not_xml};
use super::norm::{date, iso};
use super::story::Story;
use crate::head_matter::one_line;
use crate::layout::BlockKind;
use quick_xml::events::BytesStart;

/// Takes an item apart.
pub(super) fn draft(xml: &str) -> Result<Draft, NewsroomError> {
    check(xml.len())?;
    let mut markup = Markup::xml(xml);
    let mut reader = Reader::default();
    let (mut found, mut seen) = (false, false);
    loop {
        match markup.next().map_err(not_xml)? {
            Event::Open(tag) => {
                seen = true;
                found |= tag.local_name().into_inner() == b"nitf";
                reader.open(&tag)?;
            }
            Event::Close(tag) => {
                reader.close();
                if tag.local_name().into_inner() == b"nitf" {
                    return Ok(reader.finish());
                }
            }
            Event::Text(text) => reader.text(&text),
            Event::Verbatim(text) => reader.verbatim(&text),
            Event::End if found || !seen || !reader.frames.is_empty() => {
                return Err(NewsroomError::NotXml { offset: markup.offset() });
            }
            Event::End => return Err(NewsroomError::NotNitf),
        }
    }
}

/// What text is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sink {
    /// Nothing that is read.
    Nothing,
    /// Nothing, and neither is what stands inside.
    Skipped,
    Title,
    Headline,
    Deck,
    Byline,
    Dateline,
    Distributor,
    Abstract,
    Story,
    /// A picture: nothing, but what stands inside may be.
    Media,
    Caption,
    Producer,
    Tagline,
}

/// What an element does where it closes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    Inline,
    /// Takes its text for itself.
    Whole,
    /// Ends the part of the story that is open.
    Block,
    BlockQuote,
    Quotation,
    Person,
    Role,
    Place,
    Date,
}

#[derive(Clone, Copy)]
struct Frame {
    sink: Sink,
    element: Element,
    kind: BlockKind,
    /// Where the element starts in the line that is collected.
    start: usize,
}

const OUTSIDE: Frame =
    Frame { sink: Sink::Nothing, element: Element::Inline, kind: BlockKind::Paragraph, start: 0 };

/// Words of a byline after which a name or a role needs no comma.
const LEADS: &[&str] = &["and", "at", "by", "for", "from", "in", "of", "the", "to", "with"];

#[derive(Default)]
struct Reader {
    draft: Draft,
    story: Story,
    frames: Vec<Frame>,
    /// The text of what is no story.
    line: String,
    byline: Signed,
    dateline: Filed,
    picture: Picture,
    /// Times by what they are worth as that of publication.
    times: [Option<String>; 3],
    /// The title of the document, for want of a headline.
    title: Option<String>,
}

impl Reader {
    fn outer(&self) -> Frame {
        self.frames.last().copied().unwrap_or(OUTSIDE)
    }

    fn open(&mut self, tag: &BytesStart) -> Result<(), NewsroomError> {
        if self.frames.len() == DEPTH {
            return Err(NewsroomError::TooDeep);
        }
        let outer = self.outer();
        let name = tag.local_name();
        let name = core::str::from_utf8(name.as_ref()).unwrap_or_default();
        let mut frame = Frame { element: Element::Inline, start: self.line.len(), ..outer };
        match outer.sink {
            Sink::Skipped => {}
            Sink::Nothing => self.open_outside(name, tag, &mut frame),
            Sink::Story => self.open_in_story(name, &mut frame),
            Sink::Media => {
                frame.sink = match name {
                    "media-caption" => Sink::Caption,
                    "media-producer" => Sink::Producer,
                    _ => Sink::Skipped,
                };
                frame.element = Element::Whole;
            }
            Sink::Byline | Sink::Dateline => self.open_in_line(name, tag, &mut frame),
            _ if matches!(name, "p" | "br" | "block" | "hl2") => self.line.push(' '),
            _ => {}
        }
        if frame.element == Element::Whole {
            self.line.clear();
            frame.start = 0;
        }
        self.frames.push(frame);
        Ok(())
    }

    fn open_outside(&mut self, name: &str, tag: &BytesStart, frame: &mut Frame) {
        let draft = &mut self.draft;
        match name {
            "nitf" | "body" => {
                let language =
                    ["xml:lang", "lang", "baselang"].into_iter().find_map(|name| attribute(tag, name));
                draft.language = draft.language.take().or(language);
            }
            "date.release" => self.times[0] = attribute(tag, "norm"),
            "date.issue" => self.times[1] = attribute(tag, "norm"),
            "pubdata" => {
                draft.publication = draft.publication.take().or(attribute(tag, "name"));
                self.times[2] = attribute(tag, "date.publication");
            }
            "doc.copyright" => draft.copyright = attribute(tag, "holder"),
            "body.content" => frame.sink = Sink::Story,
            _ => {
                if let Some(sink) = head_sink(name) {
                    frame.sink = sink;
                    frame.element = Element::Whole;
                }
            }
        }
    }

    fn open_in_story(&mut self, name: &str, frame: &mut Frame) {
        let item = matches!(frame.kind, BlockKind::ListItem | BlockKind::EditorsNote);
        let kind = match name {
            "p" | "pre" if item => frame.kind,
            "p" | "pre" | "block" | "ol" | "ul" | "dl" | "bq" | "hr" => BlockKind::Paragraph,
            "credit" => BlockKind::BlockQuote,
            "hl1" | "hl2" => BlockKind::Crosshead,
            "li" | "dt" | "dd" => BlockKind::ListItem,
            "note" | "fn" => BlockKind::EditorsNote,
            "table" | "nitf-table" | "custom-table" | "datasource" | "copyrite" => {
                self.story.end(frame.kind);
                frame.sink = Sink::Skipped;
                return;
            }
            "media" => {
                self.story.end(frame.kind);
                frame.sink = Sink::Media;
                frame.element = Element::Block;
                return;
            }
            "byline" | "dateline" | "abstract" => {
                self.story.end(frame.kind);
                frame.sink = head_sink(name).unwrap_or(Sink::Skipped);
                frame.element = Element::Whole;
                return;
            }
            "br" => return self.story.line_break(frame.kind),
            "q" => {
                self.story.open_quotation();
                frame.element = Element::Quotation;
                return;
            }
            // Whoever leaves the blank between two names to the printer writes none.
            "name.family" => return self.story.text(" "),
            _ => return,
        };
        self.story.end(frame.kind);
        frame.kind = kind;
        frame.element = if name == "bq" { Element::BlockQuote } else { Element::Block };
        if name == "bq" {
            self.story.open_block_quote();
        }
    }

    /// A byline or a dateline may come with its commas, or as elements that the printer sets them between.
    fn open_in_line(&mut self, name: &str, tag: &BytesStart, frame: &mut Frame) {
        frame.element = match name {
            "person" => Element::Person,
            "byttl" => Element::Role,
            "location" => Element::Place,
            "story.date" => Element::Date,
            "city" | "state" | "region" | "country" | "sublocation" => Element::Inline,
            _ => return self.gap(),
        };
        if name == "story.date" {
            self.dateline.date = attribute(tag, "norm").as_deref().and_then(date);
        }
        self.line.truncate(self.line.trim_end().len());
        let bare = self.line.ends_with(|c: char| c.is_alphanumeric() || c == '.');
        let last = self.line.rsplit(' ').next().unwrap_or_default();
        if bare && !LEADS.iter().any(|word| last.eq_ignore_ascii_case(word)) {
            self.line.push(',');
        }
        self.gap();
        frame.start = self.line.len();
    }

    /// A blank between two words, or none where nothing stands before it.
    fn gap(&mut self) {
        if !self.line.is_empty() && !self.line.ends_with(' ') {
            self.line.push(' ');
        }
    }

    fn text(&mut self, text: &str) {
        match self.outer().sink {
            Sink::Nothing | Sink::Skipped | Sink::Media => {}
            Sink::Story => self.story.text(text),
            Sink::Byline | Sink::Dateline => {
                if text.starts_with(char::is_whitespace) {
                    self.gap();
                }
                self.line.push_str(&one_line(text));
                if text.ends_with(char::is_whitespace) {
                    self.gap();
                }
            }
            _ => self.line.push_str(text),
        }
    }

    /// Content systems set the whole body between `<![CDATA[` and `]]>`, as HTML.
    fn verbatim(&mut self, text: &str) {
        let outer = self.outer();
        let whole = outer.sink == Sink::Story && outer.element != Element::Block;
        if !(whole && text.trim_start().starts_with('<') && html::read(text, &mut self.story).is_ok()) {
            self.text(text);
        }
    }

    fn close(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        let part = frame.start..self.line.trim_end().len().max(frame.start);
        match frame.element {
            Element::Inline => {}
            Element::Quotation => self.story.close_quotation(),
            Element::BlockQuote => {
                self.story.end(frame.kind);
                self.story.close_block_quote();
            }
            Element::Block if frame.sink == Sink::Media => self.picture(),
            Element::Block => self.story.end(frame.kind),
            Element::Person if !part.is_empty() => {
                self.byline.people.push(Signer { name: part, role: None });
            }
            Element::Role => {
                if let Some(person) = self.byline.people.last_mut().filter(|_| !part.is_empty()) {
                    person.role = Some(part);
                }
            }
            Element::Place if !part.is_empty() => self.dateline.places.push(part),
            Element::Date if part.is_empty() => self.print_date(),
            Element::Person | Element::Place | Element::Date => {}
            Element::Whole => self.take(frame.sink),
        }
    }

    /// A dateline whose date is an attribute alone prints it as papers do.
    fn print_date(&mut self) {
        if let Some(date) = self.dateline.date {
            self.line.push_str(&date.format("%B %-d").to_string());
        }
    }

    /// Takes the text of an element that is read as a whole.
    fn take(&mut self, sink: Sink) {
        let line = core::mem::take(&mut self.line);
        let text = Some(one_line(&line)).filter(|text| !text.is_empty());
        let draft = &mut self.draft;
        let field = match sink {
            Sink::Title => &mut self.title,
            Sink::Headline => &mut draft.headline,
            Sink::Deck => &mut draft.deck,
            Sink::Distributor => &mut draft.distributor,
            Sink::Abstract => &mut draft.summary,
            Sink::Tagline => &mut draft.tagline,
            Sink::Byline => {
                let people = core::mem::take(&mut self.byline).people;
                draft.bylines.extend(text.map(|_| Signed { line, people }));
                return;
            }
            Sink::Dateline => {
                let Filed { places, date, .. } = core::mem::take(&mut self.dateline);
                draft.dateline = draft.dateline.take().or(text.map(|_| Filed { line, places, date }));
                return;
            }
            Sink::Caption => {
                let said = [core::mem::take(&mut self.picture.caption), text.unwrap_or_default()];
                self.picture.caption = one_line(&said.join(" "));
                return;
            }
            Sink::Producer => return self.picture.producer = text.unwrap_or_default(),
            _ => return,
        };
        *field = field.take().or(text);
    }

    fn picture(&mut self) {
        let picture = core::mem::take(&mut self.picture);
        self.story.add(picture.kind(), &picture.line());
    }

    fn finish(self) -> Draft {
        let published = self.times.iter().flatten().find_map(|norm| iso(norm));
        let headline = self.draft.headline.or(self.title);
        Draft { headline, published, story: self.story.finish(), ..self.draft }
    }
}

/// What the text of an element of the head is.
fn head_sink(name: &str) -> Option<Sink> {
    Some(match name {
        "title" => Sink::Title,
        "hl1" => Sink::Headline,
        "hl2" => Sink::Deck,
        "byline" => Sink::Byline,
        "dateline" => Sink::Dateline,
        "distributor" => Sink::Distributor,
        "abstract" => Sink::Abstract,
        "tagline" => Sink::Tagline,
        "note" | "rights" | "series" | "bibliography" => Sink::Skipped,
        _ => return None,
    })
}
