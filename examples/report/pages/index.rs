//! The page of all articles: what they are, and whom they quote.

use super::Entry;
use super::frame::{bar, frame};
use super::tally::{Tallies, Tally, is_named, percent};
use maud::{Markup, html};
use std::collections::HashMap;
use wirecopy::SpeakerKind;

/// A speaker over all articles.
struct Source {
    name: String,
    /// Where its first article lists it.
    address: String,
    kind: SpeakerKind,
    articles: usize,
    tally: Tally,
}

pub(crate) fn page(entries: &[Entry]) -> Markup {
    let tallies: Vec<Tallies> = entries.iter().map(|entry| Tallies::of(&entry.article)).collect();
    let mut all = Tally::default();
    for tallies in &tallies {
        all += tallies.all;
    }
    let sources = sources(entries, &tallies);
    let quoted = sources.partition_point(|source| source.tally.quotations > 0);
    frame(
        "Who is quoted",
        &html! {
            a.skip href="#articles" { "Skip to the articles" }
            header.nameplate {
                h1 { "Who is quoted" }
                (figures(&tallies, &all, &sources))
            }
            main.set {
                section aria-labelledby="articles" {
                    h2 #articles { "Articles" }
                    (articles(entries, &tallies))
                }
                section aria-labelledby="sources" {
                    h2 #sources { "Sources" }
                    (table(&sources[..quoted], &all))
                    @if quoted < sources.len() {
                        details {
                            summary { (sources.len() - quoted) " more whose words are only reported" }
                            (table(&sources[quoted..], &all))
                        }
                    }
                    p.note {
                        "Sources whose names are written alike are one here, and no others. Shares are of all words in "
                        "marks. Groups (“officials”) and persons without a name are unnamed."
                    }
                }
            }
            footer { p { "Read by wirecopy " (env!("CARGO_PKG_VERSION")) "." } }
        },
    )
}

fn figures(tallies: &[Tallies], all: &Tally, sources: &[Source]) -> Markup {
    let attributed: usize = tallies.iter().map(|tallies| tallies.attributed).sum();
    let unnamed = || sources.iter().filter(|source| !is_named(source.kind));
    let their_words: usize = unnamed().map(|source| source.tally.words).sum();
    let share = |part, whole| format!("{}%", percent(part, whole));
    let figures = [
        ("articles", "Articles", tallies.len().to_string()),
        ("quotations", "Quotations", all.quotations.to_string()),
        ("attributed", "Attributed", share(attributed, all.quotations)),
        ("sources", "Sources", sources.len().to_string()),
        ("unnamed", "Sources unnamed", share(unnamed().count(), sources.len())),
        ("their-words", "Words of the unnamed", share(their_words, all.words)),
    ];
    html! {
        dl.figures {
            @for (id, label, figure) in figures { div { dt { (label) } dd id={ "figure-" (id) } { (figure) } } }
        }
    }
}

/// Every speaker, those of the most words quoted first; those who are not quoted come last.
fn sources(entries: &[Entry], tallies: &[Tallies]) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for (entry, tallies) in entries.iter().zip(tallies) {
        let mut here = Vec::new();
        for (speaker, tally) in entry.article.speakers().zip(&tallies.speakers) {
            let name = speaker.name_text().folded().into_owned();
            let at = *known.entry(name.clone()).or_insert(sources.len());
            if at == sources.len() {
                let address = format!("{}#speaker-{}", entry.address, speaker.index());
                let (articles, tally) = (0, Tally::default());
                sources.push(Source { name, address, kind: speaker.kind(), articles, tally });
            }
            sources[at].tally += *tally;
            here.push(at);
        }
        here.sort_unstable();
        here.dedup();
        for at in here {
            sources[at].articles += 1;
        }
    }
    let rank = |tally: &Tally| (tally.quotations > 0, tally.words, tally.quotations, tally.statements);
    sources.sort_by(|one, other| {
        rank(&other.tally).cmp(&rank(&one.tally)).then_with(|| one.name.cmp(&other.name))
    });
    sources
}

fn articles(entries: &[Entry], tallies: &[Tallies]) -> Markup {
    html! {
        table {
            (head(&["Headline", "Byline", "Date"], &["Quotations", "Attributed", "Sources named", "Unnamed"]))
            tbody { @for (entry, tallies) in entries.iter().zip(tallies) { (row(entry, tallies)) } }
        }
    }
}

fn head(words: &[&str], numbers: &[&str]) -> Markup {
    html! {
        thead {
            tr {
                @for label in words { th scope="col" { (label) } }
                @for label in numbers { th.number scope="col" { (label) } }
            }
        }
    }
}

fn row(entry: &Entry, tallies: &Tallies) -> Markup {
    let article = &entry.article;
    let named = article.speakers().filter(|speaker| is_named(speaker.kind())).count();
    let attributed = percent(tallies.attributed, tallies.all.quotations);
    let date = article.published().map(|moment| moment.date());
    html! {
        tr {
            th scope="row" { a href=(entry.address) { (entry.title()) } }
            td.word { @if let Some(byline) = byline(entry) { (byline) } }
            td.word.date {
                @if let Some(date) = date { time datetime=(date) { (date.format("%-d %B %Y")) } }
            }
            td.number data-label="Quotations" { (tallies.all.quotations) }
            td.number data-label="Attributed" { (share(attributed, attributed)) }
            td.number data-label="Named" { (named) }
            td.number data-label="Unnamed" { (article.speakers().len() - named) }
        }
    }
}

fn byline(entry: &Entry) -> Option<String> {
    let byline = entry.article.byline()?;
    let authors: Vec<_> =
        byline.authors().filter_map(|author| author.name().or(author.organization())).collect();
    (!authors.is_empty()).then(|| authors.join(", "))
}

fn table(sources: &[Source], all: &Tally) -> Markup {
    let most = sources.first().map_or(0, |source| source.tally.words);
    html! {
        table {
            (head(&["Source", "Kind"], &["Articles", "Quotations", "Words", "Share"]))
            tbody {
                @for Source { name, address, kind, articles, tally } in sources {
                    tr {
                        th scope="row" { a href=(address) { (name) } }
                        td.word { (kind) }
                        td.number data-label="Articles" { (articles) }
                        td.number data-label="Quotations" { (tally.quotations) }
                        td.number data-label="Words" { (tally.words) }
                        td.number data-label="Share" {
                            (share(percent(tally.words, all.words), percent(tally.words, most)))
                        }
                    }
                }
            }
        }
    }
}

/// A share, and a bar that is as long beside the others as it is.
fn share(percent: usize, length: usize) -> Markup {
    html! { span.share { (bar(length)) span { (percent) "%" } } }
}
