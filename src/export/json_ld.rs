//! schema.org in JSON-LD.

use super::{authors, body};
use crate::{Article, Moment, Quote, Speaker, SpeakerKind};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewsArticle<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<Cow<'a, str>>,
    #[serde(rename = "abstract", skip_serializing_if = "Option::is_none")]
    summary: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dateline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<Moment>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Agent<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Agent<'a>>,
    article_body: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    has_part: Vec<Quotation<'a>>,
}

#[derive(Serialize)]
struct Agent<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: Cow<'a, str>,
    #[serde(rename = "jobTitle", skip_serializing_if = "Option::is_none")]
    job_title: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Quotation<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spoken_by_character: Option<Agent<'a>>,
}

/// The article as a schema.org [`NewsArticle`](https://schema.org/NewsArticle) whose parts are its quotations.
///
/// Only quotations that somebody is said to have spoken are given. `spokenByCharacter` is a `Person`, or an
/// `Organization` for bodies and groups; documents, which are neither, have none.
pub fn json_ld<'a>(article: &'a Article<'_>) -> impl Serialize + use<'a> {
    NewsArticle {
        context: "https://schema.org",
        kind: "NewsArticle",
        headline: article.headline().map(|headline| headline.folded()),
        summary: article.deck().map(|deck| deck.folded()),
        dateline: article.dateline().map(|dateline| {
            let places: Vec<_> = dateline.places().map(|place| place.text()).collect();
            places.join(" / ")
        }),
        date_published: article.published(),
        date_modified: article.updated(),
        author: authors(article).map(|(person, name)| agent(person, name, None)).collect(),
        publisher: article
            .masthead()
            .and_then(|masthead| masthead.publication())
            .map(|name| agent(false, name.into(), None)),
        article_body: body(article),
        has_part: article.quotes().filter(|quote| quote.attribution().is_some()).map(quotation).collect(),
    }
}

fn agent<'a>(person: bool, name: Cow<'a, str>, job_title: Option<&'a str>) -> Agent<'a> {
    Agent { kind: if person { "Person" } else { "Organization" }, name, job_title }
}

fn quotation(quote: Quote<'_>) -> Quotation<'_> {
    Quotation {
        kind: "Quotation",
        text: quote.folded(),
        spoken_by_character: quote.speaker().and_then(speaker),
    }
}

fn speaker(speaker: Speaker<'_>) -> Option<Agent<'_>> {
    let person = match speaker.kind() {
        SpeakerKind::Person | SpeakerKind::Unnamed => true,
        SpeakerKind::Group | SpeakerKind::Organization => false,
        SpeakerKind::Document => return None,
    };
    Some(agent(person, speaker.name().into(), speaker.role().filter(|_| person)))
}
