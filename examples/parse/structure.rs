//! The text block by block, and in its margin what each block is and what its head matter was read as.

use super::kind::words;
use super::paper::Paper;
use console::{Alignment, measure_text_width, pad_str};
use std::io::{Result, Write};
use wirecopy::{Article, Author, Block, BlockKind, Caption};

/// Columns of the margin that holds kinds and head matter, and those before and after it.
const MARGIN: usize = 24;
const GAP: &str = "  ";

pub(crate) fn write(article: &Article, paper: &Paper, out: &mut impl Write) -> Result<()> {
    let digits = article.source().len().to_string().len();
    let places = 2 * digits + "..".len();
    let columns = paper.columns() - places - MARGIN - 2 * GAP.len();
    let times_at = times_at(article);
    for (at, block) in article.blocks().enumerate() {
        let times = if times_at == Some(at) { times(article) } else { Vec::new() };
        let notes = notes(article, block).into_iter().chain(times);
        let mut notes = notes.flat_map(|note| wrap(&note, MARGIN)).collect::<Vec<_>>().into_iter();
        let mut lines = wrap(block.text(), columns).into_iter();

        let (kind, span) = (words(block.kind()), block.span());
        let place = format!("{:>digits$}..{:<digits$}", span.start, span.end);
        let kind = pad_str(&kind, MARGIN, Alignment::Left, None);
        write!(out, "{}{GAP}{}{GAP}", paper.faint(&place), paper.label(&kind))?;
        writeln!(out, "{}", set(block, &lines.next().unwrap_or_default(), paper))?;
        loop {
            match (notes.next(), lines.next()) {
                (None, None) => break,
                (Some(note), None) => writeln!(out, "{:places$}{GAP}{}", "", paper.text(&note))?,
                (note, Some(line)) => {
                    let note = note.unwrap_or_default();
                    let note = pad_str(&note, MARGIN, Alignment::Left, None);
                    writeln!(
                        out,
                        "{:places$}{GAP}{}{GAP}{}",
                        "",
                        paper.text(&note),
                        set(block, &line, paper)
                    )?;
                }
            }
        }
    }
    Ok(())
}

/// A line of a block as its kind has it: the headline strong, what is not of the story faint.
fn set(block: Block, line: &str, paper: &Paper) -> String {
    match block.kind() {
        BlockKind::Headline => paper.strong(line).to_string(),
        BlockKind::Boilerplate | BlockKind::RelatedLink | BlockKind::Teaser => paper.faint(line).to_string(),
        _ => paper.text(line).into_owned(),
    }
}

/// What the head matter of a block was read as, times left out.
fn notes(article: &Article, block: Block) -> Vec<String> {
    let holds = |span| block.span().contains(span);
    let mut notes = Vec::new();
    if let Some(masthead) = article.masthead().filter(|it| holds(it.span())) {
        notes.extend(masthead.publication().map(str::to_string));
    }
    if let Some(byline) = article.byline().filter(|it| holds(it.span())) {
        notes.extend(byline.authors().map(signed));
    }
    if let Some(dateline) = article.dateline().filter(|it| holds(it.span())) {
        let from = dateline.places().map(|place| place.text()).chain(dateline.agencies());
        notes.push(format!("from {}", from.collect::<Vec<_>>().join(", ")));
    }
    notes.extend(article.captions().filter(|it| holds(it.span())).filter_map(pictured));
    let helpers = article.contributors().filter(|it| holds(it.span()));
    notes.extend(helpers.map(|contributor| format!("with {}", contributor.name())));
    if let Some(minutes) = article.reading_minutes().filter(|_| block.kind() == BlockKind::ReadingTime) {
        notes.push(format!("{minutes} minutes"));
    }
    notes
}

fn signed(author: Author) -> String {
    let parts = [author.name(), author.role(), author.organization(), author.place()];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    format!("by {}", parts.join(", "))
}

fn pictured(caption: Caption) -> Option<String> {
    let credit = caption.credit()?;
    let parts: Vec<_> = credit.photographer().into_iter().chain(credit.agency()).collect();
    (!parts.is_empty()).then(|| format!("picture: {}", parts.join(", ")))
}

fn times(article: &Article) -> Vec<String> {
    let times = [("published", article.published()), ("updated", article.updated())];
    times.into_iter().filter_map(|(label, time)| time.map(|time| format!("{label} {time}"))).collect()
}

/// The block that times are set beside. An article does not say where it read them: the first line of times is likely,
/// and a byline the next that is.
fn times_at(article: &Article) -> Option<usize> {
    let of = |kind| article.blocks().position(|block| block.kind() == kind);
    of(BlockKind::Timestamp).or_else(|| of(BlockKind::Byline))
}

/// Lines of at most `columns`, broken at white space; a longer word has a line of its own.
fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if measure_text_width(line) + 1 + measure_text_width(word) <= columns => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}
