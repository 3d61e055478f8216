//! The documented output form, written from the views.

use crate::article::{
    Article, Attribution, Author, Block, Byline, Caption, Contributor, Credit, Dateline, Masthead, Paragraph,
    Place, Quote, Speaker, Text,
};
#[cfg(feature = "schema")]
use crate::attribution::{Act, AttributionKind, Evidence, Mood};
use crate::grammar::date::Moment;
#[cfg(feature = "schema")]
use crate::grammar::date::PartialDate;
#[cfg(feature = "schema")]
use crate::layout::BlockKind;
#[cfg(feature = "schema")]
use crate::quote::QuoteForm;
#[cfg(feature = "schema")]
use crate::span::Span;
#[cfg(feature = "schema")]
use crate::speaker::SpeakerKind;
use alloc::string::String;
#[cfg(feature = "schema")]
use alloc::vec::Vec;
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// Serializes what an iterator gives, without collecting it.
struct Seq<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Seq<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// Implements `Serialize` for a view as a struct of the fields given and, for those who ask for the schema, `JsonSchema`
/// from the types that stand beside them.
macro_rules! form {
    ($(#[doc = $doc:literal] $view:ident |$it:ident| {
        $($(#[doc = $note:literal])? $key:literal: $form:ty = $value:expr,)*
    })*) => {
        $(
            impl Serialize for $view<'_> {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let $it = self;
                    let fields = [$($key),*].len();
                    let mut form = serializer.serialize_struct(stringify!($view), fields)?;
                    $(form.serialize_field($key, &$value)?;)*
                    form.end()
                }
            }

            #[cfg(feature = "schema")]
            impl schemars::JsonSchema for $view<'_> {
                fn schema_name() -> alloc::borrow::Cow<'static, str> {
                    stringify!($view).into()
                }

                fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    crate::schema::object($doc, [$(
                        ($key, generator.subschema_for::<$form>(), [$($note)?].first().copied()),
                    )*])
                }
            }
        )*
    };
}

form! {
    /// A parsed press article. It holds places in the text that was parsed, not the text itself.
    Article |it| {
        "headline": Option<Text> = it.headline(),
        "kicker": Option<Text> = it.kicker(),
        "deck": Option<Text> = it.deck(),
        "masthead": Option<Masthead> = it.masthead(),
        "byline": Option<Byline> = it.byline(),
        "dateline": Option<Dateline> = it.dateline(),
        "published": Option<Moment> = it.published(),
        "updated": Option<Moment> = it.updated(),
        "reading_minutes": Option<u16> = it.reading_minutes(),
        "captions": Vec<Caption> = Seq(|| it.captions()),
        "contributors": Vec<Contributor> = Seq(|| it.contributors()),
        "corrections": Vec<Text> = Seq(|| it.corrections()),
        /// Every line of the text that is not blank, in order.
        "blocks": Vec<Block> = Seq(|| it.blocks()),
        "paragraphs": Vec<Paragraph> = Seq(|| it.paragraphs()),
        "quotes": Vec<Quote> = Seq(|| it.quotes()),
        "attributions": Vec<Attribution> = Seq(|| it.attributions()),
        "speakers": Vec<Speaker> = Seq(|| it.speakers()),
    }
    /// A piece of the text, on one line.
    Text |it| { "text": String = it.folded(), "span": Span = it.span(), }
    /// The name that a paper or site gives itself.
    Masthead |it| {
        "text": String = it.text(), "span": Span = it.span(), "publication": Option<String> = it.publication(),
    }
    /// Who wrote the story.
    Byline |it| { "span": Span = it.span(), "authors": Vec<Author> = Seq(|| it.authors()), }
    /// One author.
    Author |it| {
        "name": Option<String> = it.name(), "role": Option<String> = it.role(),
        "organization": Option<String> = it.organization(), "place": Option<String> = it.place(),
        "contact": Option<String> = it.contact(), "span": Span = it.span(),
    }
    /// Where, when and by which agency the story was filed.
    Dateline |it| {
        "span": Span = it.span(), "places": Vec<Place> = Seq(|| it.places()), "date": Option<PartialDate> = it.date(),
        "agencies": Vec<String> = Seq(|| it.agencies()),
    }
    /// One place of a dateline.
    Place |it| {
        "text": String = it.text(), "city": String = it.city(), "region": Option<String> = it.region(),
        "span": Span = it.span(),
    }
    /// The caption of a picture.
    Caption |it| { "text": String = it.text(), "span": Span = it.span(), "credit": Option<Credit> = it.credit(), }
    /// Who took a picture.
    Credit |it| {
        "photographer": Option<String> = it.photographer(), "agency": Option<String> = it.agency(),
        "span": Span = it.span(),
    }
    /// Somebody who worked on the story beside its authors.
    Contributor |it| {
        "name": String = it.name(), "place": Option<String> = it.place(), "role": Option<String> = it.role(),
        "span": Span = it.span(),
    }
    /// A line, or lines that belong together, and what it is.
    Block |it| { "kind": BlockKind = it.kind(), "span": Span = it.span(), }
    /// A paragraph of the story, without its dateline.
    Paragraph |it| {
        /// Its index in `blocks`.
        "block": usize = it.block(),
        "span": Span = it.span(),
        "sentences": Vec<Span> = Seq(|| it.sentences().map(Text::span)),
    }
    /// Words in quotation marks.
    Quote |it| {
        /// Without the marks.
        "span": Span = it.span(),
        /// Its index in `blocks`.
        "block": usize = it.block(),
        "form": QuoteForm = it.form(),
        /// The index in `quotes` of the quotation around it.
        "nested_in": Option<usize> = it.nested_in().map(Quote::index),
        /// The index in `attributions` of who said it; null for a term, a title, a nickname.
        "attribution": Option<usize> = it.attribution().map(Attribution::index),
    }
    /// What a source said, wrote, thinks, wishes or plans.
    Attribution |it| {
        "kind": AttributionKind = it.kind(),
        /// What was said, in the pieces that a clause leaves of it.
        "content": Vec<Span> = Seq(|| it.content().map(Text::span)),
        /// The words for the source where it is said to have spoken.
        "mention": Option<Span> = it.mention().map(Text::span),
        /// The word that reports.
        "cue": Option<Span> = it.cue().map(Text::span),
        /// The index in `speakers` of the source.
        "speaker": Option<usize> = it.speaker().map(Speaker::index),
        "evidence": Evidence = it.evidence(),
        "act": Act = it.act(),
        "mood": Mood = it.mood(),
    }
    /// A source, with all its mentions.
    Speaker |it| {
        "name": String = it.name_text().folded(), "title": Option<String> = it.title(), "role": Option<String> = it.role(),
        "kind": SpeakerKind = it.kind(), "mentions": Vec<Span> = Seq(|| it.mentions().map(Text::span)),
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
