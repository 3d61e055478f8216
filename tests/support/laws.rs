//! The laws, asserted on any parsed article through the public interface alone.
//!
//! Tests and fuzz targets share this file: what holds on the seeds must hold on noise.

use wirecopy::{
    Article, Attribution, AttributionKind, Byline, Dateline, Evidence, ParseError, Parser, Quote, QuoteForm,
    Span, Speaker,
};

/// Texts up to this length are also asked the questions that walk all quotations for each attribution.
const SMALL: usize = 1 << 16;

/// A parser for each set of options; the bits are `body_only`, `structure_only` and a reference date.
pub(crate) fn parser(bits: u8) -> Parser {
    let parser = Parser::new().body_only(bits & 1 != 0).structure_only(bits & 2 != 0);
    // The day after the last of February in a common year: "Feb. 29" needs a year further back.
    let date = wirecopy::chrono::NaiveDate::from_ymd_opt(2023, 3, 1);
    date.filter(|_| bits & 4 != 0).map_or(parser, |date| parser.reference_date(date))
}

/// How many sets of options there are.
pub(crate) const PARSERS: u8 = 8;

/// Parses `text`, and asserts the laws if that succeeds.
pub(crate) fn parse(parser: &Parser, text: &str) -> Result<(), ParseError> {
    let article = parser.parse(text)?;
    hold(text, &article);
    assert!(parser.parse(text).as_ref() == Ok(&article), "a second parse differs");
    assert_eq!(parser.parse_bytes(text.as_bytes()).as_ref(), Ok(&article));
    Ok(())
}

/// Asserts every law on `article`, which was parsed from `text`.
pub(crate) fn hold(text: &str, article: &Article) {
    assert_eq!(article.source(), text);
    tiling(text, article);
    head(text, article);
    paragraphs(text, article);
    quotes(text, article);
    explanations(text, article);
    attributions(text, article);
    speakers(text, article);
    // Debug forms are shown in logs, also those of odd articles.
    let _ = format!("{article:?}");
    assert!(article.clone().into_owned() == *article, "an owned copy differs");
    #[cfg(feature = "serde")]
    stored(text, article);
}

/// White space as the library means it: what prints nothing.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'))
}

/// `text` with every run of white space as one space.
pub(crate) fn folded(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The span is a piece of the text, not empty, and what the view shows is that piece.
pub(crate) fn piece(text: &str, what: &str, span: Span, shown: &str) {
    assert!(!span.is_empty(), "{what} {span:?} is empty");
    assert_eq!(text.get(span.range()), Some(shown), "{what} {span:?} is not what it shows");
}

/// Where `part` stands in `text`. It must be borrowed from it, not made anew.
fn place(text: &str, what: &str, part: &str) -> Span {
    let start = (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
    assert!(
        start <= text.len() && start + part.len() <= text.len(),
        "{what} {part:?} is not borrowed from the text"
    );
    let span = Span::new(start as u32, (start + part.len()) as u32);
    piece(text, what, span, part);
    span
}

fn in_a_block(article: &Article, blocks: &[Span], what: &str, span: Span) {
    let at = blocks.partition_point(|block| block.end < span.end);
    let inside = blocks.get(at).is_some_and(|block| block.contains(span));
    assert!(inside, "{what} {span:?} {:?} lies in no block", span.of(article.source()));
}

fn block_spans(article: &Article) -> Vec<Span> {
    article.blocks().map(wirecopy::Block::span).collect()
}

/// Nothing is lost: blocks are in order, and only white space lies around them.
fn tiling(text: &str, article: &Article) {
    let mut end = 0;
    for block in article.blocks() {
        let span = block.span();
        piece(text, "block", span, block.text());
        let gap = text.get(end as usize..span.start as usize);
        assert!(gap.is_some_and(is_blank), "between {end} and block {span:?}: {gap:?}");
        end = span.end;
    }
    assert!(is_blank(&text[end as usize..]), "after the last block: {:?}", &text[end as usize..]);
    assert!(article.blocks().len() > 0, "a text that is not empty has a block");
}

fn head(text: &str, article: &Article) {
    let blocks = block_spans(article);
    let lines = [("headline", article.headline()), ("kicker", article.kicker()), ("deck", article.deck())];
    for (what, line) in lines {
        if let Some(line) = line {
            piece(text, what, line.span(), line.text());
            assert_eq!(folded(&line.folded()), folded(line.text()));
            in_a_block(article, &blocks, what, line.span());
        }
    }
    if let Some(masthead) = article.masthead() {
        piece(text, "masthead", masthead.span(), masthead.text());
        if let Some(name) = masthead.publication() {
            assert!(masthead.span().contains(place(text, "publication", name)));
        }
    }
    if let Some(line) = article.byline() {
        byline(text, &line);
    }
    if let Some(line) = article.dateline() {
        in_a_block(article, &blocks, "dateline", line.span());
        dateline(text, &line);
    }
    for caption in article.captions() {
        piece(text, "caption", caption.span(), caption.text());
        in_a_block(article, &blocks, "caption", caption.span());
        if let Some(credit) = caption.credit() {
            let span = credit.span();
            assert!(
                caption.span().contains(span),
                "credit {span:?} outside its caption {:?}",
                caption.span()
            );
            for part in [credit.photographer(), credit.agency()].into_iter().flatten() {
                assert!(span.contains(place(text, "credit", part)), "{part:?} outside its credit {span:?}");
            }
        }
    }
    for contributor in article.contributors() {
        let (span, whole) = (contributor.span(), contributor.text());
        piece(text, "contributor", span, whole);
        in_a_block(article, &blocks, "contributor", span);
        let parts = [Some(contributor.name()), contributor.place(), contributor.role()];
        for part in parts.iter().flatten() {
            assert!(folded(whole).contains(&folded(part)), "{part:?} is not in contributor {whole:?}");
        }
    }
    for correction in article.corrections() {
        piece(text, "correction", correction.span(), correction.text());
        in_a_block(article, &blocks, "correction", correction.span());
    }
}

/// A byline, in an article or alone: its authors stand in it, and are made of its words.
pub(crate) fn byline(text: &str, byline: &Byline) {
    piece(text, "byline", byline.span(), byline.text());
    for author in byline.authors() {
        let span = author.span();
        let own = folded(text.get(span.range()).expect("an author's span is a piece of the text"));
        assert!(byline.span().contains(span), "author {span:?} outside byline {:?}", byline.span());
        assert!(author.name().is_none_or(|name| own.contains(&folded(&name))), "{author:?}");
        // "By Ida Voss and Bo Lund, Staff Writers": what is said of both is printed once.
        let shared = [author.role(), author.organization(), author.place(), author.contact()];
        for part in shared.iter().flatten() {
            assert!(
                !part.is_empty() && folded(byline.text()).contains(&folded(part)),
                "{part:?}, {author:?}"
            );
        }
    }
}

/// A dateline, in an article or alone: all that it names stands in it.
pub(crate) fn dateline(text: &str, dateline: &Dateline) {
    let span = dateline.span();
    assert!(text.get(span.range()).is_some_and(|line| !line.is_empty()), "dateline {span:?}");
    for town in dateline.places() {
        piece(text, "place", town.span(), town.text());
        assert!(span.contains(town.span()));
        assert!(town.span().contains(place(text, "city", town.city())));
        assert!(town.region().is_none_or(|name| town.span().contains(place(text, "region", name))));
    }
    for agency in dateline.agencies() {
        assert!(span.contains(place(text, "agency", agency)));
    }
    if let Some(date) = dateline.date() {
        assert!((1..=12).contains(&date.month) && (1..=31).contains(&date.day), "{date:?}");
    }
}

fn paragraphs(text: &str, article: &Article) {
    let blocks = block_spans(article);
    let mut last = None;
    for paragraph in article.paragraphs() {
        let (span, block) = (paragraph.span(), paragraph.block());
        assert_eq!(text.get(span.range()), Some(paragraph.text()));
        assert!(blocks[block].contains(span), "paragraph {span:?} outside its block {:?}", blocks[block]);
        assert!(last < Some(block), "two paragraphs in block {block}, or paragraphs out of order");
        last = Some(block);
        assert_eq!(folded(&paragraph.folded()), folded(paragraph.text()));
        let mut end = span.start;
        for sentence in paragraph.sentences() {
            piece(text, "sentence", sentence.span(), sentence.text());
            assert!(span.contains(sentence.span()), "sentence {sentence:?} outside its paragraph {span:?}");
            let gap = text.get(end as usize..sentence.span().start as usize);
            assert!(gap.is_some_and(is_blank), "between sentences, before {sentence:?}: {gap:?}");
            end = sentence.span().end;
        }
        assert!(is_blank(&text[end as usize..span.end as usize]), "after the last sentence of {span:?}");
        if text.len() <= SMALL {
            let wanted: Vec<_> =
                article.quotes().filter(|quote| quote.block() == block).map(Quote::index).collect();
            assert_eq!(paragraph.quotes().map(Quote::index).collect::<Vec<_>>(), wanted);
        }
    }
}

/// Each quotation can be asked why it has its speaker.
fn explanations(text: &str, article: &Article) {
    if text.len() <= SMALL {
        let why = article.explain();
        assert!(why.iter().map(wirecopy::Explanation::quote).map(Quote::index).eq(0..article.quotes().len()));
        assert!(why.iter().all(|why| !why.to_string().is_empty()));
    }
}

fn quotes(text: &str, article: &Article) {
    let blocks = block_spans(article);
    let attributions = article.attributions().len();
    let mut start = 0;
    // Where the last passage at each depth ended: passages are apart, or one lies inside the other.
    let mut ends: Vec<u32> = Vec::new();
    let mut depths = Vec::new();
    for (at, quote) in article.quotes().enumerate() {
        let span = quote.span();
        assert_eq!(quote.index(), at);
        piece(text, "quote", span, quote.text());
        assert!(blocks[quote.block()].contains(span), "quote {quote:?} outside its block");
        assert!(start <= span.start, "quote {quote:?} stands before the one listed before it");
        start = span.start;
        let depth = quote.nested_in().map_or(0, |outer| {
            assert!(outer.index() < at && outer.block() == quote.block());
            assert!(outer.span().contains(span), "quote {quote:?} not inside {outer:?}");
            depths[outer.index()] + 1
        });
        ends.resize(depth + 1, 0);
        assert!(ends[depth] <= span.start, "quote {quote:?} overlaps the one before it");
        ends[depth] = span.end;
        depths.push(depth);
        let attribution = quote.attribution();
        assert!(
            quote.form() != QuoteForm::Label || attribution.is_none(),
            "somebody said the label {quote:?}"
        );
        if let Some(attribution) = attribution {
            assert!(attribution.index() < attributions);
            if text.len() <= SMALL {
                let listed = attribution.quotes().any(|listed| listed.index() == at);
                assert!(listed, "the attribution of {quote:?} does not list it");
            }
        }
        let speaker = attribution.and_then(wirecopy::Attribution::speaker);
        assert_eq!(quote.speaker().map(Speaker::index), speaker.map(Speaker::index));
    }
}

fn attributions(text: &str, article: &Article) {
    let blocks = block_spans(article);
    let speakers = article.speakers().len();
    for (at, attribution) in article.attributions().enumerate() {
        assert_eq!(attribution.index(), at);
        let mut end = 0;
        assert!(attribution.content().len() > 0, "{attribution:?} has no content");
        for part in attribution.content() {
            piece(text, "content", part.span(), part.text());
            assert!(end <= part.span().start, "content of {attribution:?} is out of order");
            end = part.span().end;
            in_a_block(article, &blocks, "content", part.span());
        }
        for (what, part) in [("mention", attribution.mention()), ("cue", attribution.cue())] {
            if let Some(part) = part {
                piece(text, what, part.span(), part.text());
                in_a_block(article, &blocks, what, part.span());
            }
        }
        assert!(attribution.speaker().is_none_or(|speaker| speaker.index() < speakers));
        if text.len() <= SMALL {
            statement(attribution);
        }
    }
}

/// What was said is one thing, who said it another, and marks hold as much of it as its kind says.
fn statement(attribution: Attribution) {
    let said: Vec<_> = attribution.content().map(wirecopy::Text::span).collect();
    let quotes: Vec<_> = attribution.quotes().map(Quote::span).collect();
    let in_marks = |piece: &Span| quotes.iter().any(|quote| quote.contains(*piece));
    match attribution.kind() {
        AttributionKind::Direct => {
            assert!(said.iter().all(in_marks), "{attribution:?} has words outside its marks");
        }
        AttributionKind::Indirect | AttributionKind::Narrated => {
            assert!(quotes.is_empty(), "{attribution:?} has {quotes:?} in marks");
        }
        _ => {}
    }
    for quote in &quotes {
        assert!(said.iter().any(|piece| piece.contains(*quote)), "{attribution:?} leaves {quote:?} out");
    }
    // A turn of a transcript, “VOSS: We shut it”, has its name inside the marks.
    if let Some(cue) = attribution.cue().filter(|_| attribution.evidence() != Evidence::Colon) {
        assert!(!said.iter().any(|piece| piece.overlaps(cue.span())), "{attribution:?} reports its own cue");
    }
}

fn speakers(text: &str, article: &Article) {
    let blocks = block_spans(article);
    for (at, speaker) in article.speakers().enumerate() {
        assert_eq!(speaker.index(), at);
        let name = speaker.name_text();
        assert_eq!(name.text(), speaker.name());
        piece(text, "name", name.span(), speaker.name());
        in_a_block(article, &blocks, "name", name.span());
        for part in [speaker.title(), speaker.role()].into_iter().flatten() {
            in_a_block(article, &blocks, "title or role", place(text, "title or role", part));
        }
        for mention in speaker.mentions() {
            piece(text, "mention", mention.span(), mention.text());
            in_a_block(article, &blocks, "mention", mention.span());
        }
        assert!(speaker.attributions().next().is_some(), "{speaker:?} said nothing");
        if text.len() <= SMALL {
            let named: Vec<_> = speaker.attributions().filter_map(Attribution::mention).collect();
            assert!(
                speaker.mentions().all(|mention| named.contains(&mention)),
                "{speaker:?} has a mention too many"
            );
            assert!(speaker.quotes().all(|quote| quote.speaker().is_some_and(|said| said.index() == at)));
        }
    }
}

/// The output form is JSON that agrees with the views, and a record gives the article back.
#[cfg(feature = "serde")]
fn stored(text: &str, article: &Article) {
    let json = serde_json::to_string(article).expect("an article serializes");
    let value: serde_json::Value = serde_json::from_str(&json).expect("the output is JSON");
    let len = |list: &str| value[list].as_array().map(Vec::len);
    assert_eq!(len("blocks"), Some(article.blocks().len()));
    assert_eq!(len("paragraphs"), Some(article.paragraphs().len()));
    assert_eq!(len("quotes"), Some(article.quotes().len()));
    assert_eq!(len("attributions"), Some(article.attributions().len()));
    assert_eq!(len("speakers"), Some(article.speakers().len()));
    spans(text, &value);
    let record =
        serde_json::to_string(&wirecopy::Record::from(article.clone())).expect("a record serializes");
    let record: wirecopy::Record = serde_json::from_str(&record).expect("a record is read back");
    let back = record.into_article().expect("a record that was written here is sound");
    assert!(back == *article, "the article of a record differs");
}

/// Every object with a start and an end in the output is a piece of the text.
#[cfg(feature = "serde")]
fn spans(text: &str, value: &serde_json::Value) {
    match value {
        serde_json::Value::Array(list) => list.iter().for_each(|value| spans(text, value)),
        serde_json::Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                let at = |value: &serde_json::Value| value.as_u64().map(|at| at as usize);
                let range = at(start).expect("a number")..at(end).expect("a number");
                assert!(text.get(range.clone()).is_some(), "{range:?} in the output is no piece of the text");
            }
            fields.values().for_each(|value| spans(text, value));
        }
        _ => {}
    }
}
