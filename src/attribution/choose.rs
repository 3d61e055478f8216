//! Whose a passage is: the best of the offers of its frame, the speaker of the sentence before, or nobody.
//!
//! The rules of `clauses` and `beside` say what the press does as a rule; their word is one trait among others. What
//! the traits weigh was learned from annotated articles.

use super::carry::Named;
use super::learning::{Choice, Row};
use super::model::{self, To};
use super::offers::{self, Offer, Tie};
use super::sorts::who;
use super::tally::Tally;
use super::traits::{Atoms, Place, Scene};
use super::{Clause, Evidence};
use crate::scan::words::{Kind, Token, words};
use alloc::vec;
use alloc::vec::Vec;

/// Whose a passage is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Owner {
    Nobody,
    /// The source of the clause of this number.
    Clause(usize),
    /// The speaker of the sentence before.
    Carried,
}

/// Offers that are weighed for one passage, on either side.
const BEFORE: usize = 14;
const AFTER: usize = 6;

/// By how much the best offer must be better than nobody: a wrong speaker is worse than none.
pub(super) const CAUTION: i32 = 48;

/// Chooses, with buffers that are used again.
#[derive(Default)]
pub(super) struct Chooser {
    /// What the last frame with passages offers.
    pub(super) offers: Vec<Offer>,
    /// What has been seen of each offer, whatever passage it is for.
    alone: Vec<Option<Atoms>>,
    /// What names the speaker of the sentence before.
    named: Vec<Token>,
    /// Whose each passage of the last frame is.
    pub(super) owners: Vec<Owner>,
}

impl Chooser {
    /// Settles whose the passages of a frame are. Where no clause of the rules says so, one is added to `clauses`.
    pub(super) fn settle(
        &mut self,
        text: &str,
        tokens: &[Token],
        tally: &Tally,
        clauses: &mut Vec<Clause>,
        spoke: Option<&Named>,
        running: bool,
    ) {
        self.prepare(text, tokens, clauses, spoke);
        let mut alone = core::mem::take(&mut self.alone);
        let mut last: Option<Last> = None;
        for at in (0..tokens.len()).filter(|at| tokens[*at].is(Kind::Passage)) {
            let place = Place::new(self.scene(text, tokens, tally, clauses, spoke, running), at);
            let best = best(&place, &self.offers, &mut alone, spoke.is_some(), last);
            let mention = match best {
                Best::Offer(number) => Some(self.offers[number].mention),
                Best::Nobody | Best::Carried => None,
            };
            last = Some(Last { at, mention });
            let owner = match best {
                Best::Nobody => Owner::Nobody,
                Best::Carried => Owner::Carried,
                Best::Offer(number) => {
                    let offer = &mut self.offers[number];
                    let clause = *offer.rule.get_or_insert(clauses.len());
                    if clause == clauses.len() {
                        clauses.push(made(tokens, offer, at));
                    }
                    Owner::Clause(clause)
                }
            };
            self.owners.push(owner);
        }
        self.alone = alone;
        self.put_in_order(clauses);
    }

    /// Brings clauses that were added to their place in the text.
    pub(super) fn put_in_order(&mut self, clauses: &mut [Clause]) {
        for made in 1..clauses.len() {
            let at = clauses[..made].partition_point(|clause| clause.cue.start <= clauses[made].cue.start);
            if at == made {
                continue;
            }
            clauses[at..=made].rotate_right(1);
            for owner in &mut self.owners {
                match owner {
                    Owner::Clause(clause) if *clause == made => *clause = at,
                    Owner::Clause(clause) if (at..made).contains(clause) => *clause += 1,
                    _ => {}
                }
            }
        }
    }

    fn prepare(&mut self, text: &str, tokens: &[Token], clauses: &[Clause], spoke: Option<&Named>) {
        self.owners.clear();
        if tokens.iter().any(|token| token.is(Kind::Passage)) {
            offers::find(text, tokens, clauses, |_| true, &mut self.offers);
            self.alone.clear();
            self.alone.resize(self.offers.len(), None);
            self.named.clear();
            if let Some(Named(Some(mention))) = spoke {
                words(text, *mention, &[], &mut self.named);
            }
        }
    }

    fn scene<'f>(
        &'f self,
        text: &'f str,
        tokens: &'f [Token],
        tally: &'f Tally,
        clauses: &'f [Clause],
        spoke: Option<&Named>,
        running: bool,
    ) -> Scene<'f> {
        let spoke = if spoke.is_some_and(|named| named.0.is_some()) { 1 + who(&self.named) } else { 0 };
        Scene { text, tokens, clauses, offers: &self.offers, tally, spoke, running }
    }

    /// What may be chosen for each passage of a frame, to learn from.
    pub(super) fn rows(
        &mut self,
        text: &str,
        tokens: &[Token],
        tally: &Tally,
        clauses: &[Clause],
        spoke: Option<&Named>,
        running: bool,
    ) -> Vec<Row> {
        self.prepare(text, tokens, clauses, spoke);
        let scene = self.scene(text, tokens, tally, clauses, spoke, running);
        let choice = |mention, to: To, atoms: Atoms| {
            let mut traits = Vec::new();
            model::traits(to, &atoms, |row| traits.push(row as u16));
            Choice { mention, traits }
        };
        let row = |at: usize| {
            let place = Place::new(scene, at);
            let mut choices = vec![choice(None, To::Nobody, place.atoms)];
            choices.extend(spoke.map(|named| choice(named.0, To::Carried, place.atoms)));
            choices.extend(near(scene.offers, at).map(|(number, rank)| {
                let offer = &scene.offers[number];
                let seen = place.offer(offer, &place.alone(offer), rank);
                choice(offers::mention(tokens, offer), To::Offer, seen)
            }));
            let last = tokens[..at].iter().rposition(|token| token.is(Kind::Passage));
            let again = last.map(|last| {
                let row = |nobody, same| model::again(place.again(last, nobody, same)) as u16;
                [[row(true, false), row(true, true)], [row(false, false), row(false, true)]]
            });
            Row { passage: tokens[at].span(), choices, again, carried: spoke.is_some() }
        };
        (0..tokens.len()).filter(|at| tokens[*at].is(Kind::Passage)).map(row).collect()
    }
}

/// The passage before, and whose it is.
#[derive(Clone, Copy)]
struct Last {
    at: usize,
    mention: Option<(usize, usize)>,
}

#[derive(Clone, Copy)]
enum Best {
    Nobody,
    Carried,
    Offer(usize),
}

fn best(
    place: &Place,
    offers: &[Offer],
    seen: &mut [Option<Atoms>],
    carried: bool,
    last: Option<Last>,
) -> Best {
    if !cfg!(feature = "learned") {
        return by_rule(place, offers);
    }
    let again = |mention: Option<(usize, usize)>| {
        last.map_or(0, |last| {
            model::weight(model::again(place.again(last.at, mention.is_none(), last.mention == mention)))
        })
    };
    let mut best = (model::sum(To::Nobody, &place.atoms) + again(None) + CAUTION, Best::Nobody);
    if carried {
        let score = model::sum(To::Carried, &place.atoms);
        if score > best.0 {
            best = (score, Best::Carried);
        }
    }
    for (number, rank) in near(offers, place.at) {
        let offer = &offers[number];
        let alone = seen[number].get_or_insert_with(|| place.alone(offer));
        let score = model::sum(To::Offer, &place.offer(offer, alone, rank)) + again(Some(offer.mention));
        if score > best.0 {
            best = (score, Best::Offer(number));
        }
    }
    match best.1 {
        // Of two words of one source that could report, the one that the rules found.
        Best::Offer(number) => {
            let same = |other: &usize| {
                offers[*other].mention == offers[number].mention && place.is_ruled(&offers[*other])
            };
            let next_to = near(offers, place.at)
                .map(|(other, _)| other)
                .find(|other| place.is_next_to(&offers[*other]));
            let ruled = near(offers, place.at).map(|(other, _)| other).find(same);
            Best::Offer(next_to.or(ruled).unwrap_or(number))
        }
        nobody => nobody,
    }
}

/// The source of the clause that the rules give a passage to.
fn by_rule(place: &Place, offers: &[Offer]) -> Best {
    offers.iter().position(|offer| place.is_ruled(offer)).map_or(Best::Nobody, Best::Offer)
}

/// The offers near the passage at `at`, each with how many are nearer on its side.
fn near(offers: &[Offer], at: usize) -> impl Iterator<Item = (usize, usize)> {
    let here = offers.partition_point(|offer| offer.cue < at);
    let before = (here.saturating_sub(BEFORE)..here).rev();
    let after = here..offers.len().min(here + AFTER);
    before.zip(0..).chain(after.zip(0..))
}

/// The clause that an offer makes for the passage at `at`.
fn made(tokens: &[Token], offer: &Offer, at: usize) -> Clause {
    let (from, to) = offer.mention;
    let apart = matches!(offer.tie, Tie::Shared | Tie::SharedFirst | Tie::Participle | Tie::ParticipleFirst);
    let from = if apart { offer.cue } else { from.min(offer.cue) };
    Clause {
        cue: tokens[offer.cue].span(),
        mention: offers::mention(tokens, offer),
        evidence: evidence(offer, at),
        content: [(at, at + 1), (0, 0)],
        at: (from, to.max(offer.cue + 1)),
        marks_only: true,
        narrates: false,
    }
}

/// What an attribution stands on that an offer makes for the passage at `at`.
fn evidence(offer: &Offer, at: usize) -> Evidence {
    match offer.tie {
        Tie::According => Evidence::AccordingTo,
        Tie::Participle | Tie::ParticipleFirst => Evidence::Participle,
        Tie::Inverted => Evidence::ClauseAfterInverted,
        Tie::Colon => Evidence::Colon,
        _ if offer.cue > at => Evidence::ClauseAfter,
        _ => Evidence::ClauseBefore,
    }
}

#[cfg(test)]
#[cfg(feature = "learned")]
mod tests {
    use crate::Parser;

    #[test]
    fn sources_by_convention() {
        for (convention, text, want) in [
            ("a fragment under a verb of naming", "Ida Voss called the plan “brave.”", Some("Ida Voss")),
            ("a verb that no list has", "“It was time!” crooned Ida Voss.", Some("Ida Voss")),
            (
                "a possessor of a noun of speech",
                "Ida Voss’s claim of “fraud” drew laughter.",
                Some("Ida Voss"),
            ),
            (
                "a source by a preposition",
                "The plan was described by Ida Voss as “a gift.”",
                Some("Ida Voss"),
            ),
            ("a subject far before", "Ida Voss, who left in May, said it was a “gift.”", Some("Ida Voss")),
            ("a reflexive", "Ida Voss herself said it was “a gift to us all.”", Some("Ida Voss")),
            ("a name after a dash", "“It was time for us all.” — Ida Voss", Some("Ida Voss")),
            (
                "a description and a name before a colon",
                "A spokeswoman, Ida Voss: “We will run the ferry again in May.”",
                Some("Ida Voss"),
            ),
            (
                "a verb that no list has after a pronoun",
                "Ida Voss rose. She cut in, calling it a “gift to us.”",
                Some("Ida Voss"),
            ),
            ("a nickname", "Pat “Red” Lund ran the ferry for years.", None),
            ("a title", "The band then played “Night Ferry” for an hour.", None),
        ] {
            let article = Parser::new().body_only(true).parse(text).unwrap();
            let quote = article.quotes().next().unwrap();
            assert_eq!(quote.speaker().map(|speaker| speaker.name()), want, "{convention}: {text}");
        }
    }
}
