//! Mentions → speakers: who is meant by a surname, a title, a pronoun or a description.

mod describe;
mod names;
mod resolve;

pub(crate) use names::NameReader;

use crate::attribution::Attributions;
use crate::quote::QuoteNode;
use crate::span::Span;

/// What a speaker is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
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

/// A speaker and every mention of one in an attribution.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct SpeakerNode {
    /// The fullest name without its title, or the fullest description.
    pub(crate) name: Span,
    pub(crate) title: Option<Span>,
    pub(crate) role: Option<Span>,
    pub(crate) kind: SpeakerKind,
    pub(crate) mentions: Vec<Span>,
}

/// Brings the mentions of `attributions` together and sets the speaker of each.
pub(crate) fn speakers(
    text: &str,
    names: NameReader,
    quotes: &[QuoteNode],
    attributions: &mut Attributions,
) -> Vec<SpeakerNode> {
    if attributions.nodes.is_empty() {
        return Vec::new();
    }
    resolve::Resolver::new(text, &names.finish(quotes)).run(attributions)
}
