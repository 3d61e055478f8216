//! Everything that can be asked of an article, asked, whatever it holds: nothing may panic.

use wirecopy::{Article, Attribution, Quote, Speaker};

/// Calls every method of every view of `article`.
pub(crate) fn walk(article: &Article) {
    let mut seen = format!("{article:?}");
    let mut see = |what: &dyn std::fmt::Debug| seen = format!("{what:?}");
    let positions = article.positions();
    see(&[article.headline(), article.kicker(), article.deck()]
        .map(|it| it.map(|line| (line.folded(), line.text()))));
    see(&article.masthead().map(|it| (it.text(), it.publication())));
    if let Some(byline) = article.byline() {
        let parts = |it: wirecopy::Author| {
            format!("{:?}", (it.name(), it.role(), it.organization(), it.place(), it.contact()))
        };
        see(&(byline.text(), byline.authors().map(parts).collect::<Vec<_>>()));
    }
    if let Some(line) = article.dateline() {
        let places: Vec<_> = line.places().map(|it| (it.text(), it.city(), it.region())).collect();
        see(&(places, line.agencies().collect::<Vec<_>>(), line.date()));
    }
    see(&(article.published(), article.updated(), article.reading_minutes()));
    for caption in article.captions() {
        see(&(caption.text(), caption.credit().map(|it| (it.photographer(), it.agency(), it.span()))));
    }
    for contributor in article.contributors() {
        see(&(contributor.text(), contributor.name(), contributor.place(), contributor.role()));
    }
    article.corrections().for_each(|it| see(&it));
    article.blocks().for_each(|it| see(&(it.text(), it.kind(), positions.utf16_range(it.span()))));
    for it in article.paragraphs() {
        see(&(it.folded(), it.block(), it.sentences().collect::<Vec<_>>(), it.quotes().collect::<Vec<_>>()));
        see(&positions.line_column(it.span().end));
    }
    for quote in article.quotes() {
        see(&(
            quote.folded(),
            quote.block(),
            quote.form(),
            quote.is_open(),
            quote.nested_in(),
            quote.speaker(),
        ));
        assert!(quote.block() < article.blocks().len());
        // Nesting ends: each stands in an earlier one.
        let outward = std::iter::successors(Some(quote), |quote| quote.nested_in());
        let depth = outward.take(article.quotes().len() + 1).count();
        assert!(depth <= article.quotes().len());
        see(&quote.attribution().map(|it| it.quotes().map(Quote::index).collect::<Vec<_>>()));
    }
    for attribution in article.attributions() {
        see(&attribution);
        see(&attribution.speaker().map(Speaker::name));
    }
    for speaker in article.speakers() {
        see(&(
            speaker.name(),
            speaker.title(),
            speaker.role(),
            speaker.kind(),
            speaker.mentions().collect::<Vec<_>>(),
        ));
        see(&(speaker.quotes().count(), speaker.attributions().map(Attribution::index).collect::<Vec<_>>()));
    }
    #[cfg(feature = "serde")]
    see(&serde_json::to_string(article).map(|json| json.len()).expect("an article serializes"));
    for why in article.explain() {
        see(&(why.to_string(), why.candidates()));
    }
    let copy = article.clone().into_owned();
    assert!(copy == *article && !seen.is_empty());
}
