//! The page of one article.

use super::cut::Mark;
use super::frame::frame;
use super::inline::Setter;
use super::kind::words;
use super::marks::{What, by_block};
use super::panel::panel;
use super::voice::Voice;
use super::{Entry, INDEX};
use maud::{Markup, PreEscaped, html};
use wirecopy::{Article, Block, BlockKind, Explanation};

const SCRIPT: &str = include_str!("../script.js");

/// The longest run of words that names a quotation in the list of reasons, in characters.
const EXCERPT: usize = 72;

/// The page of an article; `listed` where a page of all stands beside it.
pub(crate) fn page(entry: &Entry, listed: bool) -> Markup {
    let article = &entry.article;
    let headless = article.headline().is_none();
    frame(
        &entry.title(),
        &html! {
            a.skip href="#story" { "Skip to the article" }
            header.folio {
                @if headless { h1 #headline { (entry.file) } } @else { p { (entry.file) } }
                nav aria-label="This page" {
                    @if listed { a href=(INDEX) { "All articles" } }
                    a href="#speakers" { "Speakers" }
                    a href="#reasons" { "Reasons" }
                }
            }
            div.sheet {
                main #story tabindex="-1" { (story(article)) }
                aside aria-labelledby="speakers" tabindex="0" { (panel(article)) }
            }
            section.reasons aria-labelledby="reasons" { (reasons(article)) }
            footer {
                p {
                    "Read by wirecopy " (env!("CARGO_PKG_VERSION")) " from " (entry.file) ": "
                    (article.source().len()) " bytes, " (article.blocks().len()) " blocks, "
                    (article.attributions().len()) " statements."
                }
            }
            script { (PreEscaped(SCRIPT)) }
        },
    )
}

/// The text as printed, block by block. All that is added to it is added by the style sheet.
fn story(article: &Article) -> Markup {
    let mut setter = Setter::new(article);
    let labels = labels(article);
    let first = article.blocks().position(|block| block.kind() == BlockKind::Headline);
    html! {
        article aria-labelledby="headline" {
            @for (at, (block, marks)) in article.blocks().zip(by_block(article)).enumerate() {
                div.block.(class(block.kind())) data-label=[labels[at].as_deref()] {
                    (element(&mut setter, block, marks, Some(at) == first))
                }
                "\n"
            }
        }
    }
}

fn element(setter: &mut Setter, block: Block, marks: Vec<Mark<What>>, is_first_headline: bool) -> Markup {
    let text = setter.text(block.span(), marks);
    match block.kind() {
        BlockKind::Headline if is_first_headline => html! { h1 #headline { (text) } },
        BlockKind::Crosshead => html! { h2 { (text) } },
        BlockKind::BlockQuote => html! { blockquote { (text) } },
        _ => html! { p { (text) } },
    }
}

/// What stands in the margin beside each block: the number of a paragraph, or the kind of the first of a run.
fn labels(article: &Article) -> Vec<Option<String>> {
    let dateline = article.dateline().map(|dateline| dateline.span());
    let (mut paragraphs, mut before) = (0, None);
    let label = |block: Block| {
        let repeated = before.replace(block.kind()) == Some(block.kind());
        if block.kind() != BlockKind::Paragraph {
            return (!repeated).then(|| words(block.kind()));
        }
        paragraphs += 1;
        let opens = dateline.is_some_and(|dateline| block.span().contains(dateline));
        Some(if opens { format!("dateline ¶ {paragraphs}") } else { format!("¶ {paragraphs}") })
    };
    article.blocks().map(label).collect()
}

fn class(kind: BlockKind) -> String {
    words(kind).replace(' ', "-")
}

/// Why each quotation has its speaker.
fn reasons(article: &Article) -> Markup {
    html! {
        h2 #reasons { "Why each quotation has its speaker" }
        ol { @for explanation in article.explain() { (reason(&explanation)) } }
    }
}

fn reason(explanation: &Explanation) -> Markup {
    let quote = explanation.quote();
    let voice = Voice::of(quote.speaker());
    html! {
        li.(voice.class) {
            @if quote.attribution().is_some() { (voice.badge()) }
            a href={ "#quote-" (quote.index()) } { "“" (excerpt(&quote.folded())) "”" }
            p id={ "why-" (quote.index()) } tabindex="-1" { (explanation) }
        }
    }
}

/// The first words of `text`.
fn excerpt(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(EXCERPT) else { return text.to_string() };
    let end = text[..end].rfind(' ').unwrap_or(end);
    format!("{} …", text[..end].trim_end_matches([' ', ',', '.', ';', ':']))
}
