//! Reads an article and reports what is in it: `parse FILE`, `parse --json FILE`, or from standard input. `--why` says of
//! each quotation why it has its speaker, and who else was thought of.

use std::io::{Read, Write};
use std::process::ExitCode;
use wirecopy::{Article, Quote, Speaker};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        // A reader that stops early, such as `head`, is no mistake.
        Err(error)
            if error
                .downcast_ref::<std::io::Error>()
                .is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe) =>
        {
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("parse: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let (mut json, mut why, mut file) = (false, false, None);
    for arg in std::env::args().skip(1) {
        match arg.as_str() {
            "--json" => json = true,
            "--why" => why = true,
            "-" => file = None,
            flag if flag.starts_with("--") => {
                return Err(format!("unknown option {flag}; usage: parse [--json | --why] [FILE]").into());
            }
            _ => file = Some(arg),
        }
    }
    let mut bytes = Vec::new();
    match &file {
        Some(path) => bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?,
        None => {
            std::io::stdin().read_to_end(&mut bytes)?;
        }
    }
    let article = wirecopy::parse_bytes(&bytes)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if json {
        serde_json::to_writer_pretty(&mut out, &article)?;
        writeln!(out)?;
    } else if why {
        for explanation in article.explain() {
            writeln!(out, "“{}”\n    {explanation}", explanation.quote().folded())?;
        }
    } else {
        report(&article, &mut out)?;
    }
    Ok(out.flush()?)
}

fn report(article: &Article, out: &mut impl Write) -> std::io::Result<()> {
    let headline = article.headline().map(|line| line.folded());
    writeln!(out, "{}", headline.as_deref().unwrap_or("(no headline)"))?;
    if let Some(deck) = article.deck() {
        writeln!(out, "  {}", deck.folded())?;
    }
    if let Some(byline) = article.byline() {
        let authors: Vec<_> =
            byline.authors().filter_map(|author| author.name().or(author.organization())).collect();
        writeln!(out, "  by {}", authors.join(", "))?;
    }
    if let Some(dateline) = article.dateline() {
        let places: Vec<_> = dateline.places().map(|place| place.text()).chain(dateline.agencies()).collect();
        writeln!(out, "  from {}", places.join(", "))?;
    }
    for (label, time) in [("published", article.published()), ("updated", article.updated())] {
        if let Some(time) = time {
            writeln!(out, "  {label} {time}")?;
        }
    }
    writeln!(out, "  {} paragraphs, {} quotations", article.paragraphs().len(), article.quotes().len())?;
    writeln!(out, "\nWho said what")?;
    for quote in article.quotes() {
        writeln!(out, "  “{}”", quote.folded())?;
        writeln!(out, "      {}", source(quote))?;
    }
    writeln!(out, "\nSpeakers")?;
    for speaker in article.speakers() {
        let (quoted, statements) = (speaker.quotes().count(), speaker.attributions().count());
        writeln!(out, "  {} — {quoted} quotations, {statements} statements", described(speaker))?;
    }
    Ok(())
}

/// Who said a quotation, by which word, and on what evidence.
fn source(quote: Quote) -> String {
    let Some(attribution) = quote.attribution() else {
        return "nobody is said to have spoken it".to_string();
    };
    let who = attribution.speaker().map_or("unknown", Speaker::name);
    let cue = attribution.cue().map_or(String::new(), |cue| format!(" ({})", cue.folded()));
    format!("{who}{cue} — {}", attribution.evidence())
}

fn described(speaker: Speaker) -> String {
    let name = [speaker.title(), Some(speaker.name())].into_iter().flatten().collect::<Vec<_>>().join(" ");
    speaker.role().map_or(name.clone(), |role| format!("{name}, {role}"))
}
