//! What the functions return: each struct with its fields, their types, and where their values come from.
//!
//! `start` and `end` are bytes of UTF-8 into the text that the function was given.

use crate::column::{Column, List, Name, Number, Struct, Text, records};
use datafusion::arrow::array::ArrayRef;
use datafusion::arrow::datatypes::{Date32Type, Field, Int32Type, UInt32Type};
use std::borrow::Cow;
use wirecopy::chrono::NaiveDate;
use wirecopy::{
    Act, Article, Attribution, AttributionKind, Author, Block, BlockKind, Byline, Caption, Contributor,
    Dateline, Evidence, Mood, Paragraph, ParseError, PartialDate, Place, Quote, QuoteForm, Span, Speaker,
    SpeakerKind,
};

type Offset = Number<UInt32Type>;
type Integer = Number<Int32Type>;
type Date = Number<Date32Type>;
type Texts = List<Text>;
type Structs<R> = List<Struct<R>>;

/// A text after it was parsed: an article, or the reason why there is none.
pub(crate) type Parsed<'v> = Result<&'v Article<'v>, &'v ParseError>;

/// `article_structure`.
pub(crate) type StructureColumn = Struct<(Structure, Failure)>;
/// `parse_article`.
pub(crate) type ArticleColumn = Struct<((Structure, Speech), Failure)>;
/// `article_quotes`.
pub(crate) type QuotesColumn = Structs<QuoteRow>;
/// `parse_byline`.
pub(crate) type BylineColumn = Struct<BylineRow>;
/// `parse_dateline`.
pub(crate) type DatelineColumn = Struct<DatelineRow>;

/// All that a list column takes.
type Items<'v, T> = Option<Box<dyn Iterator<Item = T> + 'v>>;

fn items<'v, T>(items: impl Iterator<Item = T> + 'v) -> Items<'v, T> {
    Some(Box::new(items))
}

/// Days since 1970, as Arrow counts them.
fn day(date: NaiveDate) -> i32 {
    Date32Type::from_naive_date(date)
}

fn start(span: Span) -> Option<u32> {
    Some(span.start)
}

fn end(span: Span) -> Option<u32> {
    Some(span.end)
}

/// The quotations of an article, for the rows of `article_quotes`.
pub(crate) fn quotes<'v>(article: &'v Article<'v>) -> Items<'v, Quote<'v>> {
    items(article.quotes())
}

records! {
    /// What lies around the running text, and the blocks, paragraphs and sentences.
    Structure of Parsed<'v>, parsed => {
        headline: Text = parsed.ok()?.headline().map(|it| it.folded()),
        kicker: Text = parsed.ok()?.kicker().map(|it| it.folded()),
        deck: Text = parsed.ok()?.deck().map(|it| it.folded()),
        publication: Text = parsed.ok()?.masthead()?.publication().map(Cow::from),
        byline: Struct<BylineRow> = parsed.ok()?.byline(),
        dateline: Struct<DatelineRow> = parsed.ok()?.dateline(),
        published: Date = parsed.ok()?.published().map(|it| day(it.date())),
        published_at: Text = parsed.ok()?.published().map(|it| it.to_string().into()),
        updated: Date = parsed.ok()?.updated().map(|it| day(it.date())),
        updated_at: Text = parsed.ok()?.updated().map(|it| it.to_string().into()),
        reading_minutes: Integer = parsed.ok()?.reading_minutes().map(i32::from),
        captions: Structs<CaptionRow> = items(parsed.ok()?.captions()),
        contributors: Structs<ContributorRow> = items(parsed.ok()?.contributors()),
        corrections: Texts = items(parsed.ok()?.corrections().map(|it| it.folded())),
        blocks: Structs<BlockRow> = items(parsed.ok()?.blocks()),
        paragraphs: Structs<ParagraphRow> = items(parsed.ok()?.paragraphs()),
    }

    /// Quotations, statements and speakers.
    Speech of Parsed<'v>, parsed => {
        quotes: Structs<QuoteRow> = quotes(parsed.ok()?),
        attributions: Structs<AttributionRow> = items(parsed.ok()?.attributions()),
        speakers: Structs<SpeakerRow> = items(parsed.ok()?.speakers()),
    }

    /// Why a text is no article.
    Failure of Parsed<'v>, parsed => {
        error: Text = parsed.err().map(|error| error.to_string().into()),
    }

    BylineRow of Byline<'v>, byline => {
        authors: Structs<AuthorRow> = items(byline.authors()),
        start: Offset = start(byline.span()),
        end: Offset = end(byline.span()),
    }

    AuthorRow of Author<'v>, author => {
        name: Text = author.name(),
        role: Text = author.role(),
        organization: Text = author.organization(),
        place: Text = author.place(),
        contact: Text = author.contact(),
        start: Offset = start(author.span()),
        end: Offset = end(author.span()),
    }

    DatelineRow of Dateline<'v>, dateline => {
        places: Structs<PlaceRow> = items(dateline.places()),
        date: Struct<PartialDateRow> = dateline.date(),
        agencies: Texts = items(dateline.agencies().map(Cow::from)),
        start: Offset = start(dateline.span()),
        end: Offset = end(dateline.span()),
    }

    PlaceRow of Place<'v>, place => {
        text: Text = Some(place.text().into()),
        city: Text = Some(place.city().into()),
        region: Text = place.region().map(Cow::from),
        start: Offset = start(place.span()),
        end: Offset = end(place.span()),
    }

    /// A date as a dateline prints it, which is often without its year.
    PartialDateRow of PartialDate, date => {
        year: Integer = date.year,
        month: Integer = Some(i32::from(date.month)),
        day: Integer = Some(i32::from(date.day)),
    }

    CaptionRow of Caption<'v>, caption => {
        text: Text = Some(caption.text().into()),
        photographer: Text = caption.credit()?.photographer().map(Cow::from),
        agency: Text = caption.credit()?.agency().map(Cow::from),
        start: Offset = start(caption.span()),
        end: Offset = end(caption.span()),
    }

    ContributorRow of Contributor<'v>, contributor => {
        name: Text = Some(contributor.name()),
        place: Text = contributor.place(),
        role: Text = contributor.role(),
        start: Offset = start(contributor.span()),
        end: Offset = end(contributor.span()),
    }

    BlockRow of Block<'v>, block => {
        kind: Name<BlockKind> = Some(block.kind()),
        start: Offset = start(block.span()),
        end: Offset = end(block.span()),
    }

    ParagraphRow of Paragraph<'v>, paragraph => {
        text: Text = Some(paragraph.folded()),
        sentences: Texts = items(paragraph.sentences().map(|it| it.folded())),
        start: Offset = start(paragraph.span()),
        end: Offset = end(paragraph.span()),
    }

    /// A passage in marks. `kind`, `cue` and `evidence` are those of the statement that it is a part of.
    QuoteRow of Quote<'v>, quote => {
        quotation: Text = Some(quote.folded()),
        form: Name<QuoteForm> = Some(quote.form()),
        speaker: Text = quote.speaker().map(|it| it.name_text().folded()),
        speaker_kind: Name<SpeakerKind> = quote.speaker().map(|it| it.kind()),
        speaker_title: Text = quote.speaker()?.title().map(Cow::from),
        speaker_role: Text = quote.speaker()?.role().map(Cow::from),
        mention: Text = quote.attribution()?.mention().map(|it| it.folded()),
        cue: Text = quote.attribution()?.cue().map(|it| it.folded()),
        kind: Name<AttributionKind> = quote.attribution().map(|it| it.kind()),
        evidence: Name<Evidence> = quote.attribution().map(|it| it.evidence()),
        start: Offset = start(quote.span()),
        end: Offset = end(quote.span()),
    }

    /// A statement, in marks or not. `content` is what was said, in pieces where a clause interrupts it.
    AttributionRow of Attribution<'v>, statement => {
        content: Texts = items(statement.content().map(|it| it.folded())),
        kind: Name<AttributionKind> = Some(statement.kind()),
        act: Name<Act> = Some(statement.act()),
        mood: Name<Mood> = Some(statement.mood()),
        speaker: Text = statement.speaker().map(|it| it.name_text().folded()),
        speaker_kind: Name<SpeakerKind> = statement.speaker().map(|it| it.kind()),
        mention: Text = statement.mention().map(|it| it.folded()),
        cue: Text = statement.cue().map(|it| it.folded()),
        evidence: Name<Evidence> = Some(statement.evidence()),
        start: Offset = statement.content().next().map(|it| it.span().start),
        end: Offset = statement.content().last().map(|it| it.span().end),
    }

    SpeakerRow of Speaker<'v>, speaker => {
        name: Text = Some(speaker.name_text().folded()),
        kind: Name<SpeakerKind> = Some(speaker.kind()),
        title: Text = speaker.title().map(Cow::from),
        role: Text = speaker.role().map(Cow::from),
        mentions: Integer = Some(speaker.mentions().len() as i32),
    }
}
