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
    kind: SpeakerKind,
    articles: usize,
    tally: Tally,
}

pub(crate) fn page(entries: &[Entry]) -> Markup {
    let tallies: Vec<Tallies> = entries.iter().map(|entry| Tallies::of(&entry.article)).collect();
    let mut all = Tally::default();
    tallies.iter().for_each(|tallies| all += tallies.all);
    let sources = sources(entries, &tallies);
    let quoted = sources.partition_point(|source| source.tally.quotations > 0);
    frame(
        "Who is quoted",
        &html! {
            a.skip href="#articles" { "Skip to the articles" }
            header.nameplate {
                h1 { "Who is quoted" }
                p.glance { (glance(entries.len(), &all, &sources)) }
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

fn glance(articles: usize, all: &Tally, sources: &[Source]) -> Markup {
    let unnamed = sources.iter().filter(|source| !is_named(source.kind));
    let words: usize = unnamed.clone().map(|source| source.tally.words).sum();
    html! {
        b { (articles) } " articles, " b { (all.quotations) } " quotations, " b { (sources.len()) } " sources. "
        b #unnamed { (percent(unnamed.count(), sources.len())) "%" } " of the sources are unnamed; theirs are "
        b { (percent(words, all.words)) "%" } " of the words quoted."
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
                sources.push(Source { name, kind: speaker.kind(), articles: 0, tally: Tally::default() });
            }
            sources[at].tally += *tally;
            here.push(at);
        }
        here.sort_unstable();
        here.dedup();
        here.into_iter().for_each(|at| sources[at].articles += 1);
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
            thead {
                tr {
                    th scope="col" { "Headline" }
                    th.wide scope="col" { "Byline" }
                    th.wide scope="col" { "Date" }
                    th.number scope="col" { "Quotations" }
                    th.number scope="col" { "With a speaker" }
                    th.number scope="col" { "Sources named" }
                    th.number scope="col" { "Unnamed" }
                }
            }
            tbody { @for (entry, tallies) in entries.iter().zip(tallies) { (row(entry, tallies)) } }
        }
    }
}

fn row(entry: &Entry, tallies: &Tallies) -> Markup {
    let article = &entry.article;
    let named = article.speakers().filter(|speaker| is_named(speaker.kind())).count();
    let attributed = percent(tallies.attributed, tallies.all.quotations);
    let date = article.published().map(|moment| moment.date().to_string());
    html! {
        tr {
            th scope="row" { a href=(entry.address) { (entry.title()) } }
            td.wide { (byline(entry).unwrap_or_else(|| "—".to_string())) }
            td.wide { (date.as_deref().unwrap_or("—")) }
            td.number { (tallies.all.quotations) }
            td.number { (bar(attributed)) (attributed) "%" }
            td.number { (named) }
            td.number { (article.speakers().len() - named) }
        }
    }
}

fn byline(entry: &Entry) -> Option<String> {
    let byline = entry.article.byline()?;
    let authors: Vec<_> = byline.authors().filter_map(|author| author.name().or(author.organization())).collect();
    (!authors.is_empty()).then(|| authors.join(", "))
}

fn table(sources: &[Source], all: &Tally) -> Markup {
    html! {
        table {
            thead {
                tr {
                    th scope="col" { "Source" }
                    th.wide scope="col" { "Kind" }
                    th.number scope="col" { "Articles" }
                    th.number scope="col" { "Quotations" }
                    th.number scope="col" { "Words" }
                    th.number scope="col" { "Share" }
                }
            }
            tbody {
                @for source in sources {
                    @let share = percent(source.tally.words, all.words);
                    tr {
                        th scope="row" { (source.name) }
                        td.wide { (source.kind) }
                        td.number { (source.articles) }
                        td.number { (source.tally.quotations) }
                        td.number { (source.tally.words) }
                        td.number { (bar(share)) (share) "%" }
                    }
                }
            }
        }
    }
}
