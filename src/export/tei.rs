//! TEI P5.

use crate::{Article, Block, BlockKind, Quote, QuoteForm, SpeakerKind};
use alloc::vec::Vec;
use core::fmt::{Display, Formatter, Result};

struct Document<'a>(&'a Article<'a>);

/// The story as a [TEI P5](https://tei-c.org/guidelines/p5/) document: `<q who="#s0">` holds the words of the speaker
/// whom the header lists as `s0`, `<q>` those of nobody known, `<soCalled>` words that nobody said.
///
/// The marks stay where they stand, around the elements. Lines of the page around the story are left out, and so are
/// characters that XML does not allow.
pub fn tei<'a>(article: &'a Article<'_>) -> impl Display + use<'a> {
    Document(article)
}

impl Display for Document<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let article = self.0;
        let title = article.headline().map(|headline| headline.folded()).unwrap_or_default();
        writeln!(f, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(f, "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader>\n<fileDesc>")?;
        writeln!(f, "<titleStmt><title>{}</title></titleStmt>", Escaped(&title))?;
        writeln!(f, "<publicationStmt><p/></publicationStmt>\n<sourceDesc><p/></sourceDesc>\n</fileDesc>")?;
        if article.speakers().len() > 0 {
            writeln!(f, "<profileDesc><particDesc>")?;
            for speaker in article.speakers() {
                let (number, name) = (speaker.index(), speaker.name_text().folded());
                let name = Escaped(&name);
                match speaker.kind() {
                    SpeakerKind::Person | SpeakerKind::Unnamed => {
                        writeln!(f, "<person xml:id=\"s{number}\"><persName>{name}</persName></person>")?;
                    }
                    _ => writeln!(f, "<org xml:id=\"s{number}\"><orgName>{name}</orgName></org>")?,
                }
            }
            writeln!(f, "</particDesc></profileDesc>")?;
        }
        writeln!(f, "</teiHeader>\n<text>\n<body>")?;
        // TEI wants headings and bylines before all paragraphs.
        for (kind, element) in
            [(BlockKind::Headline, "head"), (BlockKind::Deck, "head"), (BlockKind::Byline, "byline")]
        {
            for (at, block) in article.blocks().enumerate().filter(|(_, block)| block.kind() == kind) {
                element_of(f, article, element, "", at, block)?;
            }
        }
        let mut empty = true;
        for (at, block) in article.blocks().enumerate().filter(|(_, block)| is_story(block.kind())) {
            let rend = match block.kind() {
                BlockKind::Crosshead => " rend=\"crosshead\"",
                BlockKind::ListItem => " rend=\"item\"",
                BlockKind::BlockQuote => " rend=\"blockquote\"",
                _ => "",
            };
            element_of(f, article, "p", rend, at, block)?;
            empty = false;
        }
        if empty {
            writeln!(f, "<p/>")?;
        }
        writeln!(f, "</body>\n</text>\n</TEI>")
    }
}

fn element_of(
    f: &mut Formatter<'_>,
    article: &Article,
    element: &str,
    rend: &str,
    number: usize,
    block: Block<'_>,
) -> Result {
    write!(f, "<{element}{rend}>")?;
    let (source, span) = (article.source(), block.span());
    let (mut at, mut open) = (span.start, Vec::new());
    for quote in article.quotes().filter(|quote| quote.block() == number) {
        close(f, source, &mut at, &mut open, quote.span().start)?;
        write!(f, "{}", Escaped(&source[at as usize..quote.span().start as usize]))?;
        at = quote.span().start;
        match (quote.form(), quote.speaker()) {
            (_, Some(speaker)) => write!(f, "<q who=\"#s{}\">", speaker.index())?,
            (QuoteForm::Label, None) => write!(f, "<soCalled>")?,
            (_, None) => write!(f, "<q>")?,
        }
        open.push(quote);
    }
    close(f, source, &mut at, &mut open, span.end)?;
    writeln!(f, "{}</{element}>", Escaped(&source[at as usize..span.end as usize]))
}

/// Ends the quotations that end before `until`, the inner ones first.
fn close(f: &mut Formatter<'_>, source: &str, at: &mut u32, open: &mut Vec<Quote<'_>>, until: u32) -> Result {
    while let Some(quote) = open.last().copied().filter(|quote| quote.span().end <= until) {
        open.pop();
        let end = quote.span().end;
        let label = quote.form() == QuoteForm::Label && quote.speaker().is_none();
        let element = if label { "soCalled" } else { "q" };
        write!(f, "{}</{element}>", Escaped(&source[*at as usize..end as usize]))?;
        *at = end;
    }
    Ok(())
}

/// Whether a block is part of the story rather than of the page around it.
fn is_story(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::BlockQuote | BlockKind::Crosshead)
}

/// Text in XML.
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'.. => {
                    write!(f, "{c}")?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}
