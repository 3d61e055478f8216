//! Mentions → speakers: who is meant by a surname, a title, a pronoun or a description.

mod describe;
mod names;
mod resolve;

use crate::attribution::Attributions;
use crate::quote::QuoteNode;
use crate::scan::words::Token;
use crate::span::Span;
use alloc::vec::Vec;

/// What a speaker is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum SpeakerKind {
    /// One person, named.
    Person,
    /// Several people: "officials", "residents".
    Group,
    /// A company, agency, court, paper.
    Organization,
    /// A report, letter, poll, law.
    Document,
    /// One person who is not named.
    Unnamed,
}

impl core::fmt::Display for SpeakerKind {
    /// The name in lower case: "person".
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            SpeakerKind::Person => "person",
            SpeakerKind::Group => "group",
            SpeakerKind::Organization => "organization",
            SpeakerKind::Document => "document",
            SpeakerKind::Unnamed => "unnamed",
        })
    }
}

/// A speaker and every mention of one in an attribution.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct SpeakerNode {
    /// The fullest name without its title, or the fullest description.
    pub(crate) name: Span,
    pub(crate) title: Option<Span>,
    pub(crate) role: Option<Span>,
    pub(crate) kind: SpeakerKind,
    /// A range of the mentions of all speakers.
    pub(crate) mentions: (u32, u32),
}

/// The speakers of an article.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Speakers {
    pub(crate) nodes: Vec<SpeakerNode>,
    /// Where they are mentioned, speaker by speaker.
    pub(crate) mentions: Vec<Span>,
}

/// Brings mentions together, with buffers that are used again.
#[derive(Default)]
pub(crate) struct SpeakerReader {
    names: names::NameReader,
    known: resolve::Known,
}

impl SpeakerReader {
    /// Starts a text.
    pub(crate) fn start(&mut self, text: &str) {
        self.names.start(text);
    }

    /// Takes the next sentence of `text`, with its tokens where these have been read.
    pub(crate) fn sentence(&mut self, text: &str, sentence: Span, read: Option<&[Token]>) {
        self.names.sentence(text, sentence, read);
    }

    /// Brings the mentions of `attributions` together, sets the speaker of each, and appends the speakers to `out`.
    pub(crate) fn finish(
        &mut self,
        text: &str,
        quotes: &[QuoteNode],
        attributions: &mut Attributions,
        out: &mut Speakers,
    ) {
        if !attributions.nodes.is_empty() {
            let names = self.names.finish(text, quotes);
            resolve::Resolver::new(text, names, &mut self.known, out).run(attributions);
        }
    }
}
