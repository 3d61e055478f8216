//! What is found in each seed, as a reader would note it down, against `tests/snapshots/`.
//!
//! `WIRECOPY_BLESS=1 cargo test --test snapshots` writes the files anew; read the difference before committing it.

use std::fmt::Write as _;
use std::path::Path;
use wirecopy::{Article, Attribution, AttributionKind, Speaker, Text};

/// `text` on one line, cut to sixty characters.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(60) {
        Some((cut, _)) => format!("{}…", &line[..cut]),
        None => line,
    }
}

fn or_dash(text: Option<Text>) -> String {
    text.map_or("-".to_string(), |text| text.folded().into_owned())
}

fn evidence(attribution: Attribution) -> String {
    format!("{:?}, {:?}", attribution.kind(), attribution.evidence())
}

fn render(article: &Article) -> String {
    let mut out = String::new();
    render_head(article, &mut out).expect("a string takes all");
    render_speech(article, &mut out).expect("a string takes all");
    out
}

fn render_head(article: &Article, out: &mut String) -> std::fmt::Result {
    writeln!(out, "# Blocks")?;
    for block in article.blocks() {
        writeln!(out, "{:?}: {}", block.kind(), short(block.text()))?;
    }
    writeln!(out, "\n# Head")?;
    let lines = [("kicker", article.kicker()), ("headline", article.headline()), ("deck", article.deck())];
    for (what, line) in lines {
        if let Some(line) = line {
            writeln!(out, "{what}: {}", line.folded())?;
        }
    }
    if let Some(name) = article.masthead().and_then(wirecopy::Masthead::publication) {
        writeln!(out, "publication: {name}")?;
    }
    for author in article.byline().into_iter().flat_map(|byline| byline.authors()) {
        let parts = [author.name(), author.role(), author.organization(), author.place(), author.contact()];
        let parts: Vec<_> = parts.iter().map(|part| part.as_deref().unwrap_or("-")).collect();
        writeln!(out, "author: {}", parts.join(" | "))?;
    }
    if let Some(dateline) = article.dateline() {
        let places: Vec<_> = dateline.places().map(|place| (place.city(), place.region())).collect();
        let agencies: Vec<_> = dateline.agencies().collect();
        writeln!(out, "dateline: {places:?} {agencies:?}")?;
        if let Some(date) = dateline.date() {
            writeln!(out, "dateline's date: {:?} {} {}", date.year, date.month, date.day)?;
        }
    }
    for (what, time) in [("published", article.published()), ("updated", article.updated())] {
        if let Some(time) = time {
            writeln!(out, "{what}: {time}")?;
        }
    }
    if let Some(minutes) = article.reading_minutes() {
        writeln!(out, "minutes: {minutes}")?;
    }
    for caption in article.captions() {
        let credit = caption.credit().map(|credit| (credit.photographer(), credit.agency()));
        writeln!(out, "caption: {} {credit:?}", short(caption.text()))?;
    }
    for note in article.contributors() {
        writeln!(out, "contributor: {} | {:?} | {:?}", note.name(), note.role(), note.place())?;
    }
    for correction in article.corrections() {
        writeln!(out, "correction: {}", short(correction.text()))?;
    }
    Ok(())
}

fn render_speech(article: &Article, out: &mut String) -> std::fmt::Result {
    writeln!(out, "\n# Quotations")?;
    for quote in article.quotes() {
        let depth = std::iter::successors(quote.nested_in(), |outer| outer.nested_in()).count();
        let open = if quote.is_open() { ", open" } else { "" };
        writeln!(out, "{}“{}” {:?}{open}", "  ".repeat(depth), short(quote.text()), quote.form())?;
        if let Some(attribution) = quote.attribution() {
            let who = attribution.speaker().map_or("unknown".to_string(), |speaker| short(speaker.name()));
            writeln!(out, "    {who} | {} | {}", or_dash(attribution.cue()), evidence(attribution))?;
        }
    }
    writeln!(out, "\n# Reported speech")?;
    for attribution in article.attributions().filter(|it| it.kind() == AttributionKind::Indirect) {
        let content: Vec<_> = attribution.content().map(|part| short(part.text())).collect();
        let (mention, cue) = (or_dash(attribution.mention()), or_dash(attribution.cue()));
        writeln!(out, "{mention} | {cue} | {}", content.join(" … "))?;
        let who = attribution.speaker().map_or("unknown".to_string(), |speaker| short(speaker.name()));
        writeln!(out, "    {who} | {}", evidence(attribution))?;
    }
    writeln!(out, "\n# Speakers")?;
    for speaker in article.speakers() {
        let name = speaker.name_text().folded();
        writeln!(out, "{name} | {:?} | {:?} | {:?}", speaker.kind(), speaker.title(), speaker.role())?;
        writeln!(out, "    {}", mentions(speaker))?;
    }
    Ok(())
}

fn mentions(speaker: Speaker) -> String {
    speaker.mentions().map(Text::folded).collect::<Vec<_>>().join(", ")
}

/// The first line in which two texts differ, with its number and what each has there.
fn difference(want: &str, got: &str) -> Option<String> {
    let (mut old, mut new) = (want.lines(), got.lines());
    (1..).map(|number| (number, old.next(), new.next())).find_map(|(number, old, new)| match (old, new) {
        (None, None) => Some(None),
        _ if old == new => None,
        _ => {
            let (old, new) = (old.unwrap_or("(end)"), new.unwrap_or("(end)"));
            Some(Some(format!("line {number}\n  committed: {old}\n  now:       {new}")))
        }
    })?
}

#[test]
fn seeds_parse_as_committed() {
    let bless = std::env::var_os("WIRECOPY_BLESS").is_some_and(|value| value == "1");
    let mut paths: Vec<_> =
        std::fs::read_dir("seeds").expect("seeds/").map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    assert!(!paths.is_empty(), "no seeds");
    let mut differences = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).expect("a seed is UTF-8");
        let got = render(&wirecopy::parse(&text).expect("a seed is an article"));
        let file = Path::new("tests/snapshots").join(path.file_name().expect("a file"));
        if bless {
            std::fs::write(&file, got).expect("a snapshot is written");
            continue;
        }
        let want = std::fs::read_to_string(&file).unwrap_or_default();
        if let Some(difference) = difference(&want, &got) {
            differences.push(format!("{}, {difference}", file.display()));
        }
    }
    let how = "if the new parses are right: WIRECOPY_BLESS=1 cargo test --test snapshots";
    assert!(differences.is_empty(), "{}\n{how}", differences.join("\n"));
}
