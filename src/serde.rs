//! The documented output form, written from the views.

use crate::article::{
    Article, Attribution, Author, Block, Byline, Caption, Contributor, Credit, Dateline, Masthead, Paragraph,
    Place, Quote, Speaker, Text,
};
use crate::grammar::date::Moment;
use alloc::string::String;
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// Serializes what an iterator gives, without collecting it.
struct Seq<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Seq<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// Implements `Serialize` for a view as a struct of the fields given.
macro_rules! form {
    ($($view:ident |$it:ident| { $($key:literal: $value:expr,)* })*) => {
        $(impl Serialize for $view<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $it = self;
                let fields = [$($key),*].len();
                let mut form = serializer.serialize_struct(stringify!($view), fields)?;
                $(form.serialize_field($key, &$value)?;)*
                form.end()
            }
        })*
    };
}

form! {
    Text |it| { "text": it.folded(), "span": it.span(), }
    Masthead |it| { "text": it.text(), "span": it.span(), "publication": it.publication(), }
    Byline |it| { "span": it.span(), "authors": Seq(|| it.authors()), }
    Author |it| {
        "name": it.name(), "role": it.role(), "organization": it.organization(), "place": it.place(),
        "contact": it.contact(), "span": it.span(),
    }
    Dateline |it| {
        "span": it.span(), "places": Seq(|| it.places()), "date": it.date(), "agencies": Seq(|| it.agencies()),
    }
    Place |it| { "text": it.text(), "city": it.city(), "region": it.region(), "span": it.span(), }
    Caption |it| { "text": it.text(), "span": it.span(), "credit": it.credit(), }
    Credit |it| { "photographer": it.photographer(), "agency": it.agency(), "span": it.span(), }
    Contributor |it| { "name": it.name(), "place": it.place(), "role": it.role(), "span": it.span(), }
    Block |it| { "kind": it.kind(), "span": it.span(), }
    Paragraph |it| { "block": it.block(), "span": it.span(), "sentences": Seq(|| it.sentences().map(Text::span)), }
    Quote |it| {
        "span": it.span(), "block": it.block(), "form": it.form(), "nested_in": it.nested_in().map(Quote::index),
        "attribution": it.attribution().map(Attribution::index),
    }
    Attribution |it| {
        "kind": it.kind(), "content": Seq(|| it.content().map(Text::span)), "mention": it.mention().map(Text::span),
        "cue": it.cue().map(Text::span), "speaker": it.speaker().map(Speaker::index), "evidence": it.evidence(),
        "act": it.act(), "mood": it.mood(),
    }
    Speaker |it| {
        "name": it.name_text().folded(), "title": it.title(), "role": it.role(), "kind": it.kind(),
        "mentions": Seq(|| it.mentions().map(Text::span)),
    }
}

/// The form that the README documents. It holds spans and no source: [`Record`](crate::Record) keeps both.
impl Serialize for Article<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Article", 17)?;
        form.serialize_field("headline", &self.headline())?;
        form.serialize_field("kicker", &self.kicker())?;
        form.serialize_field("deck", &self.deck())?;
        form.serialize_field("masthead", &self.masthead())?;
        form.serialize_field("byline", &self.byline())?;
        form.serialize_field("dateline", &self.dateline())?;
        form.serialize_field("published", &self.published())?;
        form.serialize_field("updated", &self.updated())?;
        form.serialize_field("reading_minutes", &self.reading_minutes())?;
        form.serialize_field("captions", &Seq(|| self.captions()))?;
        form.serialize_field("contributors", &Seq(|| self.contributors()))?;
        form.serialize_field("corrections", &Seq(|| self.corrections()))?;
        form.serialize_field("blocks", &Seq(|| self.blocks()))?;
        form.serialize_field("paragraphs", &Seq(|| self.paragraphs()))?;
        form.serialize_field("quotes", &Seq(|| self.quotes()))?;
        form.serialize_field("attributions", &Seq(|| self.attributions()))?;
        form.serialize_field("speakers", &Seq(|| self.speakers()))?;
        form.end()
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let zoned = || chrono::DateTime::parse_from_rfc3339(&text).map(Moment::Zoned);
        let local = || text.parse().map(Moment::Local);
        let date = || text.parse().map(Moment::Date);
        date()
            .or_else(|_| local())
            .or_else(|_| zoned())
            .map_err(|_| D::Error::custom("a moment is a date or a time in ISO 8601"))
    }
}
