//! What is in an article, in short.

use super::paper::Paper;
use std::io::{Result, Write};
use wirecopy::{Article, Quote, Speaker};

pub(crate) fn write(article: &Article, paper: &Paper, out: &mut impl Write) -> Result<()> {
    head(article, paper, out)?;
    writeln!(out, "\n{}", paper.strong("Who said what"))?;
    for quote in article.quotes() {
        writeln!(out, "  {}", paper.voice(quote.speaker(), &format!("“{}”", quote.folded())))?;
        writeln!(out, "      {}", source(quote, paper))?;
    }
    writeln!(out, "\n{}", paper.strong("Speakers"))?;
    for speaker in article.speakers() {
        let (quoted, statements) = (speaker.quotes().count(), speaker.attributions().count());
        write!(out, "  {}", described(speaker, paper))?;
        writeln!(out, " — {quoted} quotations, {statements} statements")?;
    }
    Ok(())
}

fn head(article: &Article, paper: &Paper, out: &mut impl Write) -> Result<()> {
    let headline = article.headline().map(|line| line.folded());
    writeln!(out, "{}", paper.strong(headline.as_deref().unwrap_or("(no headline)")))?;
    if let Some(deck) = article.deck() {
        writeln!(out, "  {}", paper.text(&deck.folded()))?;
    }
    if let Some(byline) = article.byline() {
        let authors: Vec<_> =
            byline.authors().filter_map(|author| author.name().or(author.organization())).collect();
        writeln!(out, "  {} {}", paper.label("by"), paper.text(&authors.join(", ")))?;
    }
    if let Some(dateline) = article.dateline() {
        let places: Vec<_> = dateline.places().map(|place| place.text()).chain(dateline.agencies()).collect();
        writeln!(out, "  {} {}", paper.label("from"), paper.text(&places.join(", ")))?;
    }
    for (label, time) in [("published", article.published()), ("updated", article.updated())] {
        if let Some(time) = time {
            writeln!(out, "  {} {time}", paper.label(label))?;
        }
    }
    writeln!(out, "  {} paragraphs, {} quotations", article.paragraphs().len(), article.quotes().len())
}

/// Who said a quotation, by which word, and on what evidence.
fn source(quote: Quote, paper: &Paper) -> String {
    let Some(attribution) = quote.attribution() else {
        return paper.faint("nobody is said to have spoken it").to_string();
    };
    let speaker = attribution.speaker();
    let who = paper.voice(speaker, speaker.map_or("unknown", Speaker::name));
    let cue = attribution.cue().map_or(String::new(), |cue| format!(" ({})", cue.folded()));
    format!("{who}{} {}", paper.text(&cue), paper.faint(&format!("— {}", attribution.evidence())))
}

fn described(speaker: Speaker, paper: &Paper) -> String {
    let name = [speaker.title(), Some(speaker.name())].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let role = speaker.role().map_or(String::new(), |role| format!(", {role}"));
    format!("{}{}", paper.voice(Some(speaker), &name), paper.text(&role))
}
