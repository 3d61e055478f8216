//! IPTC ninjs 3.

use super::{authors, body};
use crate::{Article, Moment, Speaker, SpeakerKind};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Item<'a> {
    uri: &'a str,
    standard: Standard,
    #[serde(rename = "type")]
    kind: &'static str,
    representation_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_created: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version_created: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    located: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    headlines: Vec<Part<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    descriptions: Vec<Part<'a>>,
    bodies: [Part<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    people: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    organisations: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<Named<'a>>,
}

#[derive(Serialize)]
struct Standard {
    name: &'static str,
    version: &'static str,
    schema: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Part<'a> {
    role: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_type: Option<&'static str>,
    value: Cow<'a, str>,
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
    rel: &'static str,
}

/// The article as an [IPTC ninjs 3](https://iptc.org/standards/ninjs/) item under the address `uri`.
///
/// People and organisations are those whom the article quotes or reports, with the relation `source`; places are those
/// of the dateline. ninjs wants times with a zone: times that the page prints without one are left out.
pub fn ninjs<'a>(article: &'a Article<'_>, uri: &'a str) -> impl Serialize + use<'a> {
    let part = |role, value| Part { role, content_type: Some("text/plain"), value };
    let by: Vec<_> = authors(article).map(|(_, name)| name).collect();
    let speakers = |kinds: fn(SpeakerKind) -> bool| {
        let named = article.speakers().filter(move |speaker| kinds(speaker.kind()));
        named.map(|speaker: Speaker<'a>| Named { name: speaker.name(), rel: "source" }).collect()
    };
    Item {
        uri,
        standard: Standard {
            name: "ninjs",
            version: "3.0",
            schema: "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
        },
        kind: "text",
        representation_type: "complete",
        content_created: zoned(article.published()),
        version_created: zoned(article.updated().or(article.published())),
        by: (!by.is_empty()).then(|| by.join(", ")),
        located: article.dateline().and_then(|dateline| dateline.places().next()).map(|place| place.text()),
        headlines: article
            .headline()
            .map(|headline| Part { role: "main", content_type: None, value: headline.folded() })
            .into_iter()
            .collect(),
        descriptions: article.deck().map(|deck| part("summary", deck.folded())).into_iter().collect(),
        bodies: [part("main", body(article).into())],
        people: speakers(|kind| kind == SpeakerKind::Person),
        organisations: speakers(|kind| kind == SpeakerKind::Organization),
        places: article
            .dateline()
            .into_iter()
            .flat_map(|dateline| dateline.places())
            .map(|place| Named { name: place.city(), rel: "dateline" })
            .collect(),
    }
}

/// A time as a format takes it that wants a zone; a time without one is left out rather than guessed.
fn zoned(moment: Option<Moment>) -> Option<Moment> {
    moment.filter(|moment| matches!(moment, Moment::Zoned(_)))
}
