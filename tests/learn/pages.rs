//! Labelled pages, and what their labels leave each chunk to be.

use super::cases::{Case, cases};
use super::field::{Row, Sample};
use serde_json::Value;
use std::fs;
use std::path::Path;
use wirecopy::_stages::layout;

/// Where a page is from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Source {
    /// Copied from a browser, menus and all.
    Copied,
    /// What an extractor or a wire gives.
    Clean,
    /// Written for this project.
    Invented,
}

/// The number of a part, by its name.
fn bit(name: &str) -> u16 {
    let at = layout::parts().iter().position(|part| part == name);
    1 << at.unwrap_or_else(|| panic!("no part {name}"))
}

fn bits(names: &str) -> u16 {
    names.split(' ').map(bit).sum()
}

pub(crate) fn loose(text: &str) -> String {
    let words: Vec<_> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ").to_lowercase()
}

pub(crate) fn read(gold: &str) -> Vec<Sample> {
    let mut samples = Vec::new();
    let rows = |name: &str| {
        let text = fs::read_to_string(Path::new(gold).join(name)).expect("labelled pages");
        text.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")).collect::<Vec<_>>()
    };
    samples.extend(rows("copies_dev.jsonl").iter().map(copied));
    samples.extend(rows("pages_dev.jsonl").iter().map(page));
    for (name, title, step) in [
        ("reuters_dev.jsonl", "headline", 4),
        ("datelines_dev.jsonl", "headline", 1),
        ("polnear_train.jsonl", "title", 8),
    ] {
        samples.extend(rows(name).iter().step_by(step).filter_map(|row| wire(row, title)));
    }
    samples.extend(invented());
    samples.retain(|sample| sample.rows.len() > 1);
    samples
}

fn str_of<'v>(row: &'v Value, key: &str) -> &'v str {
    row[key].as_str().unwrap_or_default()
}

/// A hash of the publisher in an id such as "fundus-au-NineNews-V1".
fn group(id: &str) -> usize {
    let id = id.strip_prefix("fundus-").map_or(id, |id| id.split_once('-').map_or(id, |(_, id)| id));
    let publisher = if id.starts_with("aeb-") { id } else { id.split("-V").next().unwrap_or(id) };
    publisher.bytes().fold(7, |hash, byte| (hash * 31 + usize::from(byte)) % 1_000_003)
}

fn sample(id: &str, source: Source, weight: f64, rows: Vec<Row>) -> Sample {
    Sample { id: id.to_string(), rows, group: group(id), source, weight }
}

/// A line that may be a heading though it is labelled as body: short, and it ends with no full stop.
fn like_heading(line: &str) -> bool {
    line.split_whitespace().count() <= 14
        && !line.ends_with(['.', '!', ',', ';', ':', '”', '"', ')'])
        && !line.starts_with(['*', '+', '-', '“', '"'])
}

/// A line that may be a caption though it is not labelled as one: it names who made a picture, or what it shows.
fn like_caption(line: &str) -> bool {
    const SIGNS: &[&str] = &["hoto", "redit", "mage", "ictured", "etty", "AFP", "(AP", "file"];
    line.split_whitespace().count() > 4 && SIGNS.iter().any(|sign| line.contains(sign))
}

fn copied(row: &Value) -> Sample {
    let (text, id) = (str_of(row, "text"), str_of(row, "id"));
    let labels: Vec<&str> =
        row["lines"].as_array().expect("labels").iter().filter_map(Value::as_str).collect();
    let fundus = id.starts_with("fundus");
    let found = layout::rows(text);
    let label = |at: usize| labels[text[..found[at].0.start as usize].matches('\n').count()];
    let line = |at: usize| found[at].0.of(text);
    let count = found.len();
    let first = (0..count).find(|at| label(*at) == "body").unwrap_or(count);
    let story = |at: &usize| matches!(label(*at), "body" | "heading");
    let title = (0..first).rev().find(|at| label(*at) == "title");
    let mut start = first;
    // A heading or a caption directly over the first paragraph belongs to the story.
    while start > title.map_or(0, |at| at + 1) && label(start - 1) == "heading" {
        start -= 1;
    }
    let end = (0..count).rev().find(story).map_or(count, |at| at + 1);
    let has_deck = labels.contains(&"deck");
    let beside_body = |at: usize| {
        let body = |at: usize| at < count && label(at) == "body";
        let long = line(at).len() > 150 && line(at).ends_with(['.', '”', '"', '?']);
        long && (body(at + 1) || at > 0 && body(at - 1))
    };
    let untitled = row.get("headline").is_none();
    let allowed = |at: usize| match label(at) {
        "heading" if at >= start => bit("Crosshead"),
        "body" if at >= start && like_heading(line(at)) => bits("Paragraph Crosshead"),
        "body" if at >= start => bit("Paragraph"),
        "caption" if at >= start && at < end => bit("Caption"),
        "credit" if at >= start && at < end => bits("Inset Caption"),
        _ if at >= start && at < end => {
            let quiet = if fundus || !like_caption(line(at)) { bit("Inset") } else { bits("Inset Caption") };
            if beside_body(at) { quiet | bit("Paragraph") } else { quiet }
        }
        _ if at >= end && beside_body(at) => bits("After Paragraph"),
        _ if at >= end => bit("After"),
        _ if title == Some(at) => bit("Headline"),
        _ if beside_body(at) => bits("Head Deck HeadCaption Paragraph"),
        _ if title.is_none() && untitled => bits("Before CaptionBefore Headline Head Deck HeadCaption"),
        "caption" if title.is_some_and(|title| at < title) => bit("CaptionBefore"),
        _ if title.is_some_and(|title| at < title) && !fundus && like_caption(line(at)) => {
            bits("Before CaptionBefore")
        }
        _ if title.is_none_or(|title| at < title) => bit("Before"),
        "deck" => bit("Deck"),
        "caption" => bit("HeadCaption"),
        "byline" | "date" => bit("Head"),
        "credit" => bits("Head HeadCaption"),
        _ if !fundus && like_caption(line(at)) => bits("Head Deck HeadCaption"),
        _ if has_deck => bit("Head"),
        _ => bits("Head Deck"),
    };
    let allowed: Vec<u16> = (0..count).map(allowed).collect();
    let rows = found.into_iter().zip(allowed).map(|((_, features), allowed)| Row { features, allowed });
    sample(id, Source::Copied, 1.0, rows.collect())
}

fn page(row: &Value) -> Sample {
    let (text, id) = (str_of(row, "text"), str_of(row, "id"));
    let (title, deck) = (loose(str_of(row, "headline")), loose(str_of(row, "deck")));
    let heads: Vec<String> = row["crossheads"]
        .as_array()
        .expect("crossheads")
        .iter()
        .filter_map(Value::as_str)
        .map(loose)
        .collect();
    let found = layout::rows(text);
    let line = |at: usize| found[at].0.of(text);
    let story = (1..found.len())
        .find(|at| {
            line(*at).len() > 100
                && line(*at).ends_with(['.', '”', '"', '?', ':'])
                && loose(line(*at)) != deck
        })
        .unwrap_or(1);
    let allowed = |at: usize| {
        let words = loose(line(at));
        match at {
            0 if words == title => bit("Headline"),
            _ if !deck.is_empty() && words == deck && at < 4 => bit("Deck"),
            _ if heads.contains(&words) => bit("Crosshead"),
            _ if at >= story && like_heading(line(at)) => bits("Paragraph Inset"),
            _ if at >= story => bit("Paragraph"),
            _ => bits("Head Paragraph"),
        }
    };
    let allowed: Vec<u16> = (0..found.len()).map(allowed).collect();
    let rows = found.into_iter().zip(allowed).map(|((_, features), allowed)| Row { features, allowed });
    sample(id, Source::Clean, 0.7, rows.collect())
}

/// A text that is its headline, perhaps a byline, and its story.
fn wire(row: &Value, title: &str) -> Option<Sample> {
    let (text, id) = (str_of(row, "text"), str_of(row, "id"));
    let found = layout::rows(text);
    let line = |at: usize| found[at].0.of(text);
    if found.len() < 3 || loose(line(0)) != loose(str_of(row, title)) {
        return None;
    }
    let story = (1..found.len()).find(|at| line(*at).len() > 80).unwrap_or(1);
    let dateline = row["dateline"].is_object().then(|| opening(row, text, &found)).flatten();
    let allowed = |at: usize| {
        let ended = line(at).ends_with(['.', '”', '"', '?', '!', '\'']) && line(at).len() > 30;
        match at {
            0 => bit("Headline"),
            _ if dateline == Some(at) => bit("Paragraph"),
            _ if dateline.is_some_and(|dateline| at < dateline) => bits("Head Deck"),
            _ if dateline.is_some() && at + 2 < found.len() => bits("Paragraph Crosshead"),
            _ if at < story => bits("Head Paragraph Crosshead Deck"),
            _ if ended => bit("Paragraph"),
            _ if at + 2 >= found.len() => bits("Paragraph Inset After Crosshead"),
            _ => bits("Paragraph Inset Crosshead"),
        }
    };
    let allowed: Vec<u16> = (0..found.len()).map(allowed).collect();
    let rows =
        found.iter().zip(allowed).map(|((_, features), allowed)| Row { features: features.clone(), allowed });
    Some(sample(id, Source::Clean, 0.4, rows.collect()))
}

/// The chunk that opens with the dateline.
fn opening(row: &Value, text: &str, found: &[(wirecopy::Span, Vec<u16>)]) -> Option<usize> {
    let starts: String = str_of(row, "body_starts").split_whitespace().collect();
    let squeezed = |span: &wirecopy::Span| span.of(text).split_whitespace().collect::<String>();
    found.iter().position(|(span, _)| !starts.is_empty() && squeezed(span).contains(&starts))
}

/// The half of the cases in `tests/conventions` that weights may be set by; the other half only tests.
fn invented() -> Vec<Sample> {
    cases().iter().filter(|case| case.place.starts_with("a_")).map(case).collect()
}

const STORY: &[&str] = &["paragraph", "list_item", "block_quote", "pull_quote", "crosshead"];

fn case(case: &Case) -> Sample {
    let found = layout::rows(&case.text);
    let kinds = |at: usize| {
        let span = found[at].0.range();
        let line = case.lines.iter().rfind(|line| !line.kinds.is_empty() && line.start < span.end);
        line.map_or(&[][..], |line| &line.kinds)
    };
    let is = |at: usize, list: &[&str]| kinds(at).iter().all(|kind| list.contains(&kind.as_str()));
    let count = found.len();
    let headline = (0..count).find(|at| is(*at, &["headline"]));
    let from = headline.map_or(0, |at| at + 1);
    let start = (from..count).find(|at| is(*at, &["paragraph", "crosshead"])).unwrap_or(count);
    let end = (start..count).rfind(|at| is(*at, STORY)).map_or(count, |at| at + 1);
    let part = |at: usize, kind: &str| match kind {
        _ if Some(at) == headline => bit("Headline"),
        "headline" => 0,
        "caption" if at < from => bit("CaptionBefore"),
        _ if headline.is_some() && at < from => bit("Before"),
        _ if headline.is_none() && at < start => bits("Before CaptionBefore Head Deck HeadCaption"),
        "deck" if at < start => bit("Deck"),
        "caption" if at < start => bit("HeadCaption"),
        "credit" if at < start => bits("Head HeadCaption"),
        "list_item" if at < start => bits("Head Paragraph"),
        _ if at < start => bit("Head"),
        _ if at >= end => bit("After"),
        "crosshead" => bit("Crosshead"),
        kind if STORY.contains(&kind) => bit("Paragraph"),
        "caption" => bit("Caption"),
        "credit" => bits("Caption Inset"),
        "contributor_note" | "correction" | "editors_note" | "end_mark" => bits("Paragraph Inset"),
        _ => bit("Inset"),
    };
    let allowed = |at: usize| kinds(at).iter().fold(0, |all, kind| all | part(at, kind));
    let allowed: Vec<u16> = (0..count).map(allowed).collect();
    let rows =
        found.iter().zip(allowed).map(|((_, features), allowed)| Row { features: features.clone(), allowed });
    sample(&case.name, Source::Invented, 1.0, rows.collect())
}
