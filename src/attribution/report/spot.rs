//! The words of a frame that may report.

use crate::attribution::content::trimmed;
use crate::attribution::offers::{Offer, TIES, Tie};
use crate::attribution::subject::{self, Subject};
use crate::attribution::verb::{self};
use crate::attribution::{Clause, Evidence};
use crate::grammar::clause::after_cue;
use crate::grammar::tokens::Tokens;
use crate::lexicon::Class;
use crate::scan::words::{Kind, Token};
use crate::span::Span;
use alloc::vec::Vec;

/// On which side of its clause the words stand that it reports.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(super) enum Side {
    /// Lee said that …
    After,
    /// …, Lee said.
    Before,
    /// …, Lee said, …
    Around,
}

impl Side {
    pub(super) const ALL: [Side; 3] = [Side::After, Side::Before, Side::Around];
}

/// How a source is tied to a cue beyond the ties of offers. A verb with whatever stands before it as its subject.
pub(super) const LOOSE: usize = TIES;
/// A noun of speech without a possessor: the claim that.
pub(super) const NOUN: usize = TIES + 1;
/// A name and a colon. Lee: no tax rise.
pub(super) const COLON: usize = TIES + 2;
pub(super) const ALL_TIES: usize = TIES + 3;

/// Words that may report.
pub(in crate::attribution) const LISTED: Class =
    Class::REPORTING.and(Class::ATTITUDE).and(Class::SAY_NOUN).and(Class::SOURCE);

/// Whether a token is of a kind on which a spot may stand.
pub(super) fn is_listed(token: &Token) -> bool {
    token.is(Kind::Colon) || is_reporting(token)
}

/// Whether a token is a word that may report.
pub(super) fn is_reporting(token: &Token) -> bool {
    token.class.any(LISTED)
}

/// A word that may report, and what its clause names. Numbers are tokens of the frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub(super) cue: usize,
    pub(super) mention: (usize, usize),
    /// A [`Tie`], or one of those above.
    pub(super) tie: usize,
    /// The clause of the rules that stands on it.
    pub(super) rule: Option<usize>,
    /// Where its sentence begins, its clause begins, and its sentence ends.
    pub(super) from: usize,
    pub(super) clause: usize,
    pub(super) until: usize,
    /// What follows the cue's adjuncts.
    pub(super) next: usize,
}

impl Spot {
    /// "Lee was told that": its subject is no source.
    pub(super) fn is_passive(&self) -> bool {
        self.tie == Tie::Passive as usize
    }

    pub(super) fn is_according(&self) -> bool {
        self.tie == Tie::According as usize
    }

    /// The offer that the sorts of words are asked of.
    pub(super) fn offer(&self) -> Offer {
        let tie = match self.tie {
            NOUN => Tie::Possessive,
            tie if tie == Tie::According as usize => Tie::According,
            tie if tie == Tie::Possessive as usize => Tie::Possessive,
            _ => Tie::Subject,
        };
        Offer { cue: self.cue, mention: self.mention, tie, rule: self.rule }
    }

    /// The text of the cue.
    pub(super) fn cue_span(&self, tokens: &[Token]) -> Span {
        let last = self.cue + usize::from(self.is_according());
        verb::span(tokens, self.cue, last + 1).unwrap_or_default()
    }

    /// What an attribution stands on that reports on `side`.
    pub(super) fn evidence(&self, side: Side) -> Evidence {
        match side {
            _ if self.is_according() => Evidence::AccordingTo,
            _ if self.tie == COLON => Evidence::Colon,
            _ if self.tie == Tie::Participle as usize => Evidence::Participle,
            Side::After => Evidence::ClauseBefore,
            Side::Before if self.tie == Tie::Inverted as usize => Evidence::ClauseAfterInverted,
            Side::Before => Evidence::ClauseAfter,
            Side::Around => Evidence::ClauseInside,
        }
    }

    /// The words before its clause.
    pub(super) fn before(&self, tokens: &[Token]) -> (usize, usize) {
        trimmed(tokens, self.from, self.clause)
    }
}

/// Collects the spots of a frame, in order: of the sources that a cue has, the rules' one or the first.
pub(super) fn find(text: &str, tokens: &[Token], clauses: &[Clause], offers: &[Offer], out: &mut Vec<Spot>) {
    out.clear();
    let mut offers = offers;
    let mut sentence = (0, 0);
    for cue in 0..tokens.len() {
        if matches!(tokens[cue].kind, Kind::Stop | Kind::Semicolon) {
            sentence.0 = cue + 1;
        }
        if !is_listed(&tokens[cue]) {
            continue;
        }
        if sentence.1 <= cue {
            let stop = tokens[cue..].iter().position(|token| token.is(Kind::Stop));
            sentence.1 = stop.map_or(tokens.len(), |at| cue + at);
        }
        let skip = offers.iter().take_while(|offer| offer.cue < cue).count();
        let end = skip + offers[skip..].iter().take_while(|offer| offer.cue == cue).count();
        let mut here = offers[skip..end].iter().filter(|offer| reports(tokens, offer));
        offers = &offers[end..];
        match here.clone().find(|offer| offer.rule.is_some()).or_else(|| here.next()) {
            Some(offer) => out.push(spot(tokens, offer, offer.tie as usize, clauses, sentence)),
            None => out.extend(loose(text, tokens, cue, sentence)),
        }
    }
}

/// Whether an offer's cue can be a reporting word.
fn reports(tokens: &[Token], offer: &Offer) -> bool {
    let token = &tokens[offer.cue];
    let word = token.is_word() && !token.class.any(Class::AUXILIARY);
    let owned = offer.tie == Tie::Possessive && offer.cue + 1 == offer.mention.1;
    word && is_reporting(token) && !owned && offer.tie != Tie::Preposition
}

/// A word of the lists that no offer has.
fn loose(text: &str, tokens: &[Token], cue: usize, sentence: (usize, usize)) -> Option<Spot> {
    let token = &tokens[cue];
    let made = |mention, tie| {
        let offer = Offer { cue, mention, tie: Tie::Rule, rule: None };
        spot(tokens, &offer, tie, &[], sentence)
    };
    if token.is(Kind::Colon) {
        let start = subject::phrase(tokens, cue)?;
        let opens = start == 0 || tokens[start - 1].is(Kind::Stop);
        return opens.then(|| made((start, cue), COLON));
    }
    if !token.is_word() || token.possessive() {
        return None;
    }
    if token.class.any(Class::REPORTING.and(Class::ATTITUDE)) {
        let mention = match subject::before(text, tokens, cue) {
            Subject::Phrase { start, end, .. } if names(&tokens[start..end]) => (start, end),
            Subject::Relative { at } => (at, at + 1),
            Subject::Phrase { .. } | Subject::Shared | Subject::None => (0, 0),
        };
        return Some(made(mention, LOOSE));
    }
    token.class.any(Class::SAY_NOUN).then(|| made((0, 0), NOUN))
}

/// Whether a phrase names anyone: "a" and "so many" do not.
fn names(phrase: &[Token]) -> bool {
    let name = |token: &Token| {
        token.class.any(Class::PRONOUN)
            || token.is_word() && !token.adverb() && !token.class.any(Class::FUNCTION)
    };
    phrase.iter().any(name)
}

fn spot(tokens: &[Token], offer: &Offer, tie: usize, clauses: &[Clause], sentence: (usize, usize)) -> Spot {
    let cue = offer.cue;
    let (from, until) = sentence;
    // A source in another clause, or after the cue, is no part of what stands before it.
    let apart = matches!(
        offer.tie,
        Tie::Shared
            | Tie::SharedFirst
            | Tie::Participle
            | Tie::ParticipleFirst
            | Tie::Infinitive
            | Tie::InfinitiveFirst
            | Tie::Inverted
            | Tie::According
    );
    let named = offer.mention.0 < offer.mention.1;
    let start = if apart || !named { cue } else { offer.mention.0.min(cue) };
    let clause = offer.rule.map_or(start, |rule| clauses[rule].at.0.min(cue)).max(from);
    let first = match offer.tie {
        Tie::Inverted | Tie::According => offer.mention.1.max(cue + 1),
        _ => cue + 1,
    };
    let tell = tokens[cue].class.any(Class::TELL);
    let next = after_cue(Tokens(&tokens[first..]), tell).map_or(first, |(_, after)| first + after.len);
    Spot { cue, mention: offer.mention, tie, rule: offer.rule, from, clause, until, next: next.min(until) }
}
