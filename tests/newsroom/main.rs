//! Items of NITF and ninjs, invented ones in the forms that real ones have, and documents that are meant to do harm.

mod hostile;
#[path = "../support/laws.rs"]
#[allow(dead_code)]
mod laws;
mod ninjs;
mod nitf;
#[path = "../../benches/shared/seeds.rs"]
mod seeds;

use serde_json::Value;
use wirecopy::newsroom::Item;
use wirecopy::{Article, BlockKind, Parser};

const HEAD: &str = r#"<head>
    <docdata>
      <urgency ed-urg="4"/>
      <date.issue norm="20230117T154500-0500"/>
      <doc.copyright year="2023" holder="Harlow Wire"/>
    </docdata>
    <pubdata type="print" date.publication="20230118" name="The Harlow Ledger"/>
  </head>"#;

const BODY_HEAD: &str = r#"<body.head>
      <hedline><hl1>Bridge shut as
        cracks found</hl1><hl2>Engineers had warned for years</hl2></hedline>
      <byline>By <person>Dana Whitlock</person><byttl>Staff Writer</byttl></byline>
      <distributor>Harlow Wire</distributor>
      <dateline><location>HARLOW, Ohio</location>, <story.date norm="20230117">Jan. 17</story.date> (AP) --</dateline>
      <abstract><p>The bridge is shut.</p></abstract>
    </body.head>"#;

const CONTENT: &str = r#"<block>
        <p>The bridge over the Lunn was shut on Monday after an inspection.</p>
        <media media-type="image"><media-reference source="a.jpg"/>
          <media-caption><p>The bridge on Monday.</p></media-caption><media-producer>Nina Voss/AP</media-producer>
          <media-object encoding="base64">AAAA</media-object></media>
        <p>&#8220;We saw daylight,&#8221; said <person>Ida Voss</person>, an engineer &amp; diver.</p>
        <hl2>A long wait</hl2>
        <ul><li><p>Fares rise in May.</p></li><li>Ferries run late.</li></ul>
        <table><tr><td>“Nobody said this.”</td></tr></table>
        <bq><block><p>The piers will hold.</p></block><credit>Report of 1964</credit></bq>
      </block>"#;

fn nitf(head: &str, body_head: &str, content: &str, end: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE nitf SYSTEM \"nitf-3-6.dtd\">\n\
         <nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\" xml:lang=\"en-US\">{head}<body>{body_head}\
         <body.content>{content}</body.content>{end}</body></nitf>"
    )
}

/// Parses an item, and holds its article against the laws.
fn read_nitf(xml: &str) -> Item {
    lawful(Parser::new().parse_nitf(xml).unwrap_or_else(|error| panic!("{error}\n{xml}")))
}

fn read_ninjs(value: &Value) -> Item {
    let json = value.to_string();
    lawful(Parser::new().parse_ninjs(&json).unwrap_or_else(|error| panic!("{error}\n{json}")))
}

fn lawful(item: Item) -> Item {
    laws::hold(item.article().source(), item.article());
    item
}

/// An item whose body head is `head`.
fn headed(head: &str) -> Item {
    read_nitf(&nitf(
        "",
        &format!("<body.head>{head}</body.head>"),
        "<p>The bridge was shut on Monday.</p>",
        "",
    ))
}

/// An item whose content is `content`.
fn filled(content: &str) -> Item {
    read_nitf(&nitf("", "", content, ""))
}

fn kinds(article: &Article) -> Vec<BlockKind> {
    article.blocks().map(|block| block.kind()).collect()
}

fn said(article: &Article) -> Vec<(String, Option<String>)> {
    let pair = |quote: wirecopy::Quote| {
        (quote.folded().into_owned(), quote.speaker().map(|speaker| speaker.name().to_string()))
    };
    article.quotes().map(pair).collect()
}

/// Names and roles of the authors.
fn authors(article: &Article) -> Vec<(Option<String>, Option<String>)> {
    let byline = article.byline().into_iter();
    let owned = |part: Option<std::borrow::Cow<str>>| part.map(|part| part.into_owned());
    byline.flat_map(|it| it.authors()).map(|it| (owned(it.name()), owned(it.role()))).collect()
}

/// Cities and regions of the dateline.
fn places(article: &Article) -> Vec<(String, Option<String>)> {
    let dateline = article.dateline().into_iter();
    let pair = |place: wirecopy::Place| (place.city().to_string(), place.region().map(str::to_string));
    dateline.flat_map(|dateline| dateline.places()).map(pair).collect()
}

fn some(name: &str, other: &str) -> (Option<String>, Option<String>) {
    let part = |text: &str| (!text.is_empty()).then(|| text.to_string());
    (part(name), part(other))
}

fn place(city: &str, region: &str) -> (String, Option<String>) {
    (city.to_string(), (!region.is_empty()).then(|| region.to_string()))
}
