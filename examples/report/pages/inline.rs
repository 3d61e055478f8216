//! The text of a block, with what is marked in it.

use super::cut::{Mark, Piece, cut};
use super::marks::What;
use super::voice::Voice;
use maud::{Markup, html};
use std::collections::BTreeSet;
use wirecopy::{Article, Attribution, AttributionKind, Quote, Span};

/// An article whose text is written block by block.
pub(super) struct Setter<'a> {
    source: &'a str,
    quotes: Vec<Quote<'a>>,
    statements: Vec<Attribution<'a>>,
    /// The quotations that have begun: only the first part of each carries its id.
    begun: BTreeSet<usize>,
}

impl<'a> Setter<'a> {
    pub(super) fn new(article: &'a Article) -> Self {
        Setter {
            source: article.source(),
            quotes: article.quotes().collect(),
            statements: article.attributions().collect(),
            begun: BTreeSet::new(),
        }
    }

    /// The text at `span`, whole and in order. Links do not nest, so a quotation that another stands in is two links.
    pub(super) fn text(&mut self, span: Span, marks: Vec<Mark<What>>) -> Markup {
        let pieces = cut(span, marks);
        html! {
            @for run in pieces.chunk_by(|one, next| quote_of(one) == quote_of(next)) {
                @match quote_of(&run[0]) {
                    Some(quote) => (self.quotation(quote, run)),
                    None => @for piece in run { (self.piece(piece)) },
                }
            }
        }
    }

    fn quotation(&mut self, number: usize, run: &[Piece<What>]) -> Markup {
        let quote = self.quotes[number];
        let voice = Voice::of(quote.speaker());
        let first = self.begun.insert(number);
        let last = run.last().is_some_and(|piece| piece.span.end == quote.span().end);
        let statement = quote.attribution().map(Attribution::index);
        html! {
            a.quote.(voice.class)
                id=[first.then(|| format!("quote-{number}"))]
                href={ "#why-" (number) }
                aria-describedby={ "why-" (number) }
                tabindex=[(!first).then_some("-1")]
                data-of=[statement]
                data-key=[(last && statement.is_some()).then_some(&voice.key)]
            { @for piece in run { (self.piece(piece)) } }
        }
    }

    fn piece(&self, piece: &Piece<What>) -> Markup {
        let mut words = html! { (piece.span.of(self.source)) };
        for what in piece.marks.iter().rev() {
            words = match *what {
                What::Dateline => html! { span.dateline { (words) } },
                What::Mention(index) => self.clause("mention", index, &words),
                What::Cue(index) => self.clause("cue", index, &words),
                What::Statement(_) | What::Quote(_) => words,
            };
        }
        let mut inward = piece.marks.iter().rev();
        let reported = inward.find_map(|what| match what {
            What::Statement(index) => class_of(self.statements[*index]).zip(Some(self.statements[*index])),
            _ => None,
        });
        let Some((class, statement)) = reported else { return words };
        let voice = Voice::of(statement.speaker());
        let key = ends(statement, piece.span).then_some(&voice.key);
        html! { span.(class).(voice.class) data-of=(statement.index()) data-key=[key] { (words) } }
    }

    /// A word of the clause that says who speaks.
    fn clause(&self, class: &str, statement: usize, words: &Markup) -> Markup {
        let voice = Voice::of(self.statements[statement].speaker());
        html! { span.(class).(voice.class) data-of=(statement) { (words) } }
    }
}

/// Whether a statement without marks ends with `piece`.
fn ends(statement: Attribution, piece: Span) -> bool {
    let last = statement.content().last();
    statement.kind() != AttributionKind::Mixed && last.is_some_and(|last| last.span().end == piece.end)
}

/// The innermost quotation around a piece.
fn quote_of(piece: &Piece<What>) -> Option<usize> {
    piece.marks.iter().rev().find_map(|what| match what {
        What::Quote(index) => Some(*index),
        _ => None,
    })
}

/// The class of speech that does not stand in marks, or not all of it.
fn class_of(statement: Attribution) -> Option<&'static str> {
    match statement.kind() {
        AttributionKind::Direct => None,
        AttributionKind::Narrated => Some("narrated"),
        _ => Some("reported"),
    }
}
