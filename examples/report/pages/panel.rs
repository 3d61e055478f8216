//! Who speaks in an article, and how much.

use super::frame::measure;
use super::tally::{Tallies, Tally, is_named, percent, words};
use super::voice::Voice;
use maud::{Markup, html};
use wirecopy::{Article, Speaker};

pub(super) fn panel(article: &Article) -> Markup {
    let tallies = Tallies::of(article);
    html! {
        h2 #speakers { "Speakers" }
        (glance(article, &tallies))
        ol.speakers {
            @for (speaker, tally) in article.speakers().zip(&tallies.speakers) {
                (entry(speaker, tally, &tallies.all))
            }
        }
        (legend())
    }
}

/// The article in one sentence of figures.
fn glance(article: &Article, tallies: &Tallies) -> Markup {
    let named = article.speakers().filter(|speaker| is_named(speaker.kind())).count();
    let unnamed = article.speakers().len() - named;
    let all = words(article.source());
    let attributed = percent(tallies.attributed, tallies.all.quotations);
    html! {
        p.glance {
            b { (tallies.all.quotations) } " quotations, " b { (attributed) "%" } " with a speaker. "
            b { (named) } " named sources, " b { (unnamed) } " unnamed. "
            b { (percent(tallies.all.words, all)) "%" } " of all words stand in marks."
        }
    }
}

fn entry(speaker: Speaker, tally: &Tally, all: &Tally) -> Markup {
    let (voice, name) = (Voice::of(Some(speaker)), speaker.name_text().folded());
    let kind = if is_named(speaker.kind()) { "named" } else { "unnamed" };
    html! {
        li.(voice.class) id={ "speaker-" (speaker.index()) } {
            (voice.badge())
            p.who {
                @if let Some(title) = speaker.title() { span.title { (title) } " " }
                @match speaker.quotes().next() {
                    Some(quote) => a href={ "#quote-" (quote.index()) } { (name) },
                    None => (name),
                }
            }
            p.role {
                @if let Some(role) = speaker.role() { (role) "\u{a0}· " }
                span.kind { (speaker.kind()) @if kind != speaker.kind().to_string() { ", " (kind) } }
            }
            dl.measures {
                @if tally.quotations > 0 {
                    (measure("Quotations", tally.quotations, percent(tally.quotations, all.quotations)))
                    (measure("Words", tally.words, percent(tally.words, all.words)))
                }
                (measure("Statements", tally.statements, percent(tally.statements, all.statements)))
            }
        }
    }
}

/// What the marks in the text mean.
fn legend() -> Markup {
    html! {
        section.legend aria-labelledby="legend" {
            h2 #legend { "How to read it" }
            dl {
                dt { span.quote.voice-1 data-key="A" { "a quotation" } }
                dd { "in the colour of its speaker, whose letter follows it. Choose one to see why it is theirs." }
                dt { span.quote.voice-none { "a quotation" } }
                dd { "that nobody is said to have spoken; with a question mark, somebody who is not told." }
                dt { span.mention.voice-1 { "a name" } " " span.cue.voice-1 { "said" } }
                dd { "the clause that tells the speaker, and its reporting word." }
                dt { span.reported.voice-1 { "a statement" } }
                dd { "reported without marks, or partly in marks." }
                dt { span.narrated.voice-1 { "a claim" } }
                dd { "only named, not told: “denied the claims”." }
            }
            p.note { "Shares are of the whole article. Groups (“officials”) count as unnamed sources." }
        }
    }
}
