//! Reported speech: which words of a frame report, and what exactly.
//!
//! Every verb and noun of the lists with words beside it may report: a [`Spot`]. First it is weighed whether it does,
//! and on which side of its clause the words stand that it reports; then where those words begin and end. The
//! clauses of the rules are one trait among others. What the traits weigh was learned from annotated articles.

mod act;
mod extent;
mod frame;
mod log;
mod sorts;
mod spot;
mod traits;
mod view;
#[cfg(feature = "learned")]
mod weights;
#[cfg(not(feature = "learned"))]
mod weights {
    //! Rules decide where nothing was learned.

    pub(super) static WEIGHTS: &[i16] = &[];
    pub(super) static WORDS: &[(&str, [i16; super::OWN])] = &[];
}
mod words;

pub use act::{Act, Mood};
pub(super) use act::{act, mood};
pub(super) use spot::LISTED;
pub(super) use traits::GROUPS;
pub use words::OWN;

use crate::attribution::Clause;
use crate::attribution::choose::Owner;
use crate::attribution::content::trimmed;
use crate::attribution::offers::{self, Offer};
use crate::attribution::tally::Tally;
use crate::lexicon::Class;
use crate::scan::words::Token;
use alloc::vec::Vec;
use frame::{Claims, Frame};
use spot::{Side, Spot};
use traits::Sink;
use view::View;

/// By how much a report must be better than none, where its cue is no verb of saying: papers often only describe what
/// such a verb takes.
const CAUTION: i32 = 12;

/// Adds up weights.
#[derive(Default)]
struct Sum(i32);

impl Sink for Sum {
    fn take(&mut self, row: usize) {
        self.0 += i32::from(weights::WEIGHTS[row]);
    }
}

fn sum(add: impl FnOnce(&mut Sum)) -> i32 {
    let mut sum = Sum::default();
    add(&mut sum);
    sum.0
}

/// Tokens of a frame that are reported, in up to two pieces.
type Content = [(usize, usize); 2];

/// What a spot was found to report.
#[derive(Clone, Copy)]
struct Report {
    side: Side,
    content: Content,
    narrates: bool,
}

/// What was chosen for the passages of a frame.
pub(super) struct Chosen<'f> {
    pub(super) owners: &'f [Owner],
    /// What the frame offers, where it has passages.
    pub(super) offers: Option<&'f [Offer]>,
}

/// Finds reports, with buffers that are used again.
#[derive(Default)]
pub(super) struct Reporter {
    offers: Vec<Offer>,
    spots: Vec<Spot>,
    claims: Claims,
    found: Vec<(Spot, Option<Report>)>,
}

impl Reporter {
    /// Settles what the clauses of a frame report, and adds those that no rule has found.
    pub(super) fn settle(
        &mut self,
        text: &str,
        tokens: &[Token],
        tally: &Tally,
        clauses: &mut Vec<Clause>,
        chosen: &Chosen,
        running: bool,
    ) {
        let mut found = core::mem::take(&mut self.found);
        found.clear();
        let frame = self.frame(text, tokens, tally, clauses, chosen, running);
        for spot in
            frame.spots.iter().filter(|spot| !frame.is_direct(spot) && !frame.is_headline_passive(spot))
        {
            let view = View::new(&frame, spot);
            found.push((*spot, side(&view).and_then(|side| report(&view, side))));
        }
        part_equals(tokens, &mut found);
        for (spot, report) in &found {
            apply(tokens, spot, *report, clauses);
        }
        self.found = found;
    }

    fn frame<'f>(
        &'f mut self,
        text: &'f str,
        tokens: &'f [Token],
        tally: &'f Tally,
        clauses: &'f [Clause],
        chosen: &Chosen,
        running: bool,
    ) -> Frame<'f> {
        match chosen.offers {
            Some(offers) => offers::among(tokens, offers, clauses, spot::is_reporting, &mut self.offers),
            None => offers::find(text, tokens, clauses, spot::is_reporting, &mut self.offers),
        }
        spot::find(text, tokens, clauses, &self.offers, &mut self.spots);
        self.claims.read(tokens, &self.spots, chosen.owners);
        Frame { text, tokens, tally, claims: &self.claims, spots: &self.spots, clauses, running }
    }
}

/// On which side a spot reports, if it does.
fn side(view: &View) -> Option<Side> {
    let caution = if view.says() { 0 } else { CAUTION };
    let own = view.own_weights();
    let mut best = (caution, None);
    for side in Side::ALL.into_iter().filter(|side| view.may_report(*side)) {
        let score = sum(|sum| view.side(side, sum)) + own.map_or(0, |own| own.of(view, side));
        if score > best.0 {
            best = (score, Some(side));
        }
    }
    best.1
}

/// What a spot reports on `side`.
fn report(view: &View, side: Side) -> Option<Report> {
    let tokens = view.frame.tokens;
    if side == Side::After {
        let starts = extent::starts(view.frame, view.spot);
        let (start, _) = best(starts.map(|(at, form)| (at, sum(|sum| view.start(at, form, sum)))))?;
        let piece = trimmed(tokens, start, end(view, side, start));
        let narrates = !view.is_clause(piece.0, piece.1);
        return (piece.0 < piece.1).then_some(Report { side, content: [piece, (0, 0)], narrates });
    }
    let openings = extent::openings(view.frame, view.spot);
    let (start, _) = best(openings.map(|(at, rank)| (at, sum(|sum| view.opening(at, rank, sum)))))?;
    let before = trimmed(tokens, start, view.spot.clause);
    let rest = extent::rest(view.frame, view.spot).filter(|_| side == Side::Around);
    let rest = rest.map_or((0, 0), |at| trimmed(tokens, at, end(view, side, at)));
    (before.0 < before.1).then_some(Report { side, content: [before, rest], narrates: false })
}

/// The first of the best.
fn best(places: impl Iterator<Item = (usize, i32)>) -> Option<(usize, i32)> {
    places.reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// Where words that begin at `start` end.
fn end(view: &View, side: Side, start: usize) -> usize {
    // What speaks for going on at each place is added up on the way.
    let mut passed = 0;
    let shape = view.shape(side, start);
    let ends = extent::ends(view.frame, start, view.spot.until).map(|end| {
        let (mut stop, mut pass) = (Sum::default(), Sum::default());
        view.end(shape, start, end, &mut stop, &mut pass);
        let score = passed + stop.0;
        passed += pass.0;
        (end, score)
    });
    best(ends).map_or(start, |best| best.0)
}

/// Ends what one says where a coordinator leads to what another says: "Lee said the bridge was shut, and Voss said …".
fn part_equals(tokens: &[Token], found: &mut [(Spot, Option<Report>)]) {
    for at in 1..found.len() {
        let (earlier, [(spot, Some(report)), ..]) = found.split_at_mut(at) else { continue };
        if report.side != Side::After || report.narrates || !is_equal(tokens, spot) {
            continue;
        }
        let end = spot.clause - 1;
        let near = earlier.iter_mut().rev().take_while(|(other, _)| other.cue + extent::REACH > end);
        for (_, report) in near.filter(|(other, _)| tells(tokens, other)) {
            let Some(Report { content: [first, rest], .. }) = report else { continue };
            if first.0 < end && end < first.1 {
                *first = trimmed(tokens, first.0, end);
            } else if rest.0 <= end && end < rest.1 {
                *rest = if rest.0 < end { trimmed(tokens, rest.0, end) } else { (0, 0) };
            }
        }
    }
}

/// Whether the clause of a spot stands after a coordinator and has a subject and a verb of its own.
fn is_equal(tokens: &[Token], spot: &Spot) -> bool {
    spot.clause > 1
        && tokens[spot.clause - 1].class.any(Class::COORDINATOR)
        && spot.mention.0 == spot.clause
        && spot.mention.1 > spot.mention.0
        && tells(tokens, spot)
}

/// Whether a spot tells what was said, as a paper does.
fn tells(tokens: &[Token], spot: &Spot) -> bool {
    let class = tokens[spot.cue].class;
    class.any(Class::SAY.and(Class::TELL)) && class.any(Class::PAST)
}

/// Makes the clause of a spot report what was found, or nothing but the passages that it owns.
fn apply(tokens: &[Token], spot: &Spot, report: Option<Report>, clauses: &mut Vec<Clause>) {
    match (spot.rule.map(|rule| &mut clauses[rule]), report) {
        (Some(clause), Some(report)) => {
            clause.content = report.content;
            clause.narrates = report.narrates;
        }
        (Some(clause), None) => {
            clause.content = [(0, 0); 2];
            clause.marks_only = true;
        }
        (None, Some(report)) => clauses.push(Clause {
            cue: spot.cue_span(tokens),
            mention: crate::attribution::verb::span(tokens, spot.mention.0, spot.mention.1)
                .filter(|_| !spot.is_passive()),
            evidence: spot.evidence(report.side),
            content: report.content,
            at: (spot.clause, spot.cue + 1),
            marks_only: false,
            narrates: report.narrates,
        }),
        (None, None) => {}
    }
}

#[cfg(test)]
#[cfg(feature = "learned")]
mod tests {
    use super::*;
    use crate::{AttributionKind, Parser};

    #[test]
    fn reports_by_convention() {
        use AttributionKind::{Indirect, Narrated};
        let cases: &[(&str, &str, AttributionKind, &str, &str)] = &[
            ("that", "Ida Voss said that the ferry was late.", Indirect, "said", "the ferry was late"),
            ("no that", "Ida Voss said the ferry was late.", Indirect, "said", "the ferry was late"),
            ("clause after", "The ferry was late, Ida Voss said.", Indirect, "said", "The ferry was late"),
            (
                "clause inside",
                "The larger ferries, Ida Voss said, could sail in May.",
                Indirect,
                "said",
                "The larger ferries … could sail in May",
            ),
            (
                "person addressed",
                "Ida Voss told the council on Monday that the ferry was late.",
                Indirect,
                "told",
                "the ferry was late",
            ),
            (
                "question",
                "Ida Voss asked whether the ferry was late.",
                Indirect,
                "asked",
                "whether the ferry was late",
            ),
            (
                "source before",
                "According to Ida Voss, the ferry was late.",
                Indirect,
                "According to",
                "the ferry was late",
            ),
            ("document", "A report found that the ferry was late.", Indirect, "found", "the ferry was late"),
            ("object", "Ida Voss denied the claims.", Narrated, "denied", "the claims"),
            ("call", "Ida Voss called for an inquiry.", Narrated, "called", "an inquiry"),
            (
                "person addressed, after it",
                "The ferry was late, Ida Voss told the council.",
                Indirect,
                "told",
                "The ferry was late",
            ),
            ("wish", "Ida Voss hopes that the ferry will sail.", Narrated, "hopes", "the ferry will sail"),
        ];
        for (convention, text, kind, cue, content) in cases {
            let article = Parser::new().body_only(true).parse(text).unwrap();
            let found: Vec<_> = article
                .attributions()
                .map(|it| {
                    let pieces: Vec<_> = it.content().map(|piece| piece.text().to_string()).collect();
                    (it.kind(), it.cue().unwrap().text().to_string(), pieces.join(" … "))
                })
                .collect();
            let want = (*kind, (*cue).to_string(), (*content).to_string());
            assert_eq!(found, [want], "{convention}: {text}");
        }
    }

    #[test]
    fn who_is_told_or_asked_is_no_source() {
        for text in
            ["Bo Lund was told that the ferry was late.", "Bo Lund was asked whether the ferry was late."]
        {
            let article = Parser::new().body_only(true).parse(text).unwrap();
            let mentions: Vec<_> = article.attributions().map(|it| it.mention().is_some()).collect();
            assert_eq!(mentions, [false], "{text}");
        }
    }

    #[test]
    fn headlines_tell_in_the_present() {
        let reports = |headline: &str| {
            let text = format!(
                "{headline}\n\nBy Ida Voss\n\nThe bridge over the Lunn was shut on Monday.\n\nIt was old."
            );
            let article = crate::parse(&text).unwrap();
            article.attributions().map(|it| it.cue().unwrap().text().to_string()).collect::<Vec<_>>()
        };
        assert!(reports("Bridge shut as cracks found in two piers").is_empty());
        assert_eq!(reports("Bridge had cracks for years, engineers say"), ["say"]);
    }

    #[test]
    fn there_is_a_weight_for_each_trait() {
        assert_eq!(weights::WEIGHTS.len(), GROUPS.iter().map(|group| group.1).sum::<usize>());
        assert!(weights::WORDS.is_sorted_by_key(|word| word.0));
    }
}
