//! Who a frame offers as the speaker of its passages: every verb with a subject, every possessor, every source.
//!
//! Offers are many and most of them are wrong: `choose` weighs them.

use super::Clause;
use super::cue::{self, Sort};
use super::subject::{self, Subject};
use super::verb::span;
use crate::grammar::clause::source;
use crate::grammar::tokens::Tokens;
use crate::lexicon::{Class, Words, word};
use crate::scan::words::{Kind, Token};
use crate::span::Span;
use alloc::vec::Vec;

/// What ties a source to the word that may report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(super) enum Tie {
    /// Lee said.
    Subject,
    /// Lee, who said.
    Relative,
    /// Lee rose and said: the subject of the nearest verb before.
    Shared,
    /// The same, where a nearer verb has a subject of its own.
    SharedFirst,
    /// Lee rose, saying: the subject of the nearest verb before.
    Participle,
    ParticipleFirst,
    /// Lee rose to say.
    Infinitive,
    InfinitiveFirst,
    /// “…,” said Lee.
    Inverted,
    /// According to Lee.
    According,
    /// Lee’s claim.
    Possessive,
    /// Described by Lee; a note from Lee.
    Preposition,
    /// Lee was told.
    Passive,
    /// With Lee saying.
    Absolute,
    /// A clause that only the rules find.
    Rule,
    /// Lee, saying: the noun right before a participle.
    Beside,
    /// It led Lee to say.
    Object,
    /// Lee: “…”
    Colon,
}

pub(super) const TIES: usize = 18;

/// A source and the word that may tie it to a passage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Offer {
    /// The reporting word.
    pub(super) cue: usize,
    /// The tokens of the source; empty where a rule's clause names none.
    pub(super) mention: (usize, usize),
    pub(super) tie: Tie,
    /// The clause of the rules that says the same.
    pub(super) rule: Option<usize>,
}

/// Collects the offers of a frame, in the order of their cues, whose cues are `wanted`.
pub(super) fn find(
    text: &str,
    tokens: &[Token],
    clauses: &[Clause],
    wanted: impl Fn(&Token) -> bool,
    out: &mut Vec<Offer>,
) {
    out.clear();
    let mut subjects = Subjects::default();
    for at in 0..tokens.len() {
        let token = &tokens[at];
        if token.is(Kind::Colon)
            && wanted(token)
            && tokens.get(at + 1).is_some_and(|next| next.is(Kind::Passage))
        {
            beside(tokens, at, at, Tie::Colon, out);
        }
        if !token.is_word() {
            subjects.pass(at);
            continue;
        }
        possessor(tokens, at, &wanted, out);
        if !wanted(token) {
            continue;
        }
        if is_preposition(token) {
            preposition(tokens, at, out);
        } else {
            verb(text, tokens, at, &mut subjects, out);
        }
        subjects.pass(at);
    }
    join(tokens, clauses, out);
}

/// The offers among `found`, which are all that a frame has, whose cues are `wanted`; as [`find`] collects them.
pub(super) fn among(
    tokens: &[Token],
    found: &[Offer],
    clauses: &[Clause],
    wanted: impl Fn(&Token) -> bool,
    out: &mut Vec<Offer>,
) {
    out.clear();
    let wanted = found.iter().filter(|offer| offer.tie != Tie::Rule && wanted(&tokens[offer.cue]));
    out.extend(wanted.map(|offer| Offer { rule: None, ..*offer }));
    join(tokens, clauses, out);
}

fn is_preposition(token: &Token) -> bool {
    token.class.any(Class::PREPOSITION) && !token.capital() || token.class.any(Class::SOURCE)
}

/// The subjects that a verb without one of its own may share: of the verbs before `seen`. They are looked for when one
/// is asked for.
#[derive(Default)]
struct Subjects {
    first: Option<(usize, usize)>,
    last: Option<(usize, usize)>,
    seen: usize,
}

impl Subjects {
    /// Adds the subject of the verb at `at`, if all before it has been seen.
    fn add(&mut self, at: usize, mention: (usize, usize)) {
        if self.seen == at {
            self.first = self.first.or(Some(mention));
            self.last = Some(mention);
        }
    }

    /// Notes that the token at `at` has been seen, if all before it has been.
    fn pass(&mut self, at: usize) {
        self.seen += usize::from(self.seen == at);
    }

    /// Offers the nearest subject and, where it is another, the first.
    fn share(
        &mut self,
        text: &str,
        tokens: &[Token],
        cue: usize,
        near: Tie,
        first: Tie,
        out: &mut Vec<Offer>,
    ) {
        let subject = |at: usize| own_subject(text, tokens, at);
        let new = self.seen..cue;
        if let Some(last) = new.clone().rev().find_map(subject) {
            self.last = Some(last);
            self.first = self.first.or_else(|| new.clone().find_map(subject));
        }
        self.seen = cue.max(self.seen);
        let offer = |mention, tie| Offer { cue, mention, tie, rule: None };
        out.extend(self.last.map(|mention| offer(mention, near)));
        out.extend(self.first.filter(|_| self.first != self.last).map(|mention| offer(mention, first)));
    }
}

fn verb(text: &str, tokens: &[Token], at: usize, subjects: &mut Subjects, out: &mut Vec<Offer>) {
    let token = &tokens[at];
    let sort = cue::sort(text, tokens, at);
    if sort == Some(Sort::Infinitive) {
        beside(tokens, at - 1, at, Tie::Object, out);
        subjects.share(text, tokens, at, Tie::Infinitive, Tie::InfinitiveFirst, out);
        return;
    }
    if sort == Some(Sort::Participle) || is_gerund(token) {
        if let Subject::Phrase { start, end, .. } = subject::before(text, tokens, at) {
            if !tokens[at - 1].is(Kind::Comma) {
                out.push(Offer { cue: at, mention: (start, end), tie: Tie::Absolute, rule: None });
            }
        }
        if at > 1 && tokens[at - 1].is(Kind::Comma) {
            beside(tokens, at - 1, at, Tie::Beside, out);
        }
        subjects.share(text, tokens, at, Tie::Participle, Tie::ParticipleFirst, out);
        return;
    }
    if !has_subject(text, tokens, at, sort) {
        return;
    }
    if let Some(end) = inverted(tokens, at) {
        out.push(Offer { cue: at, mention: (at + 1, end), tie: Tie::Inverted, rule: None });
    }
    let offer = |mention, tie| Offer { cue: at, mention, tie, rule: None };
    match subject::before(text, tokens, at) {
        Subject::Phrase { start, end, .. } => {
            let tie = if cue::is_passive(tokens, at) { Tie::Passive } else { Tie::Subject };
            out.push(offer((start, end), tie));
            subjects.add(at, (start, end));
        }
        Subject::Relative { at: who } => out.push(offer((who, who + 1), Tie::Relative)),
        Subject::Shared => subjects.share(text, tokens, at, Tie::Shared, Tie::SharedFirst, out),
        Subject::None if token.class.any(Class::REPORTING) => {
            subjects.share(text, tokens, at, Tie::Shared, Tie::SharedFirst, out);
        }
        Subject::None => {}
    }
}

fn is_gerund(token: &Token) -> bool {
    token.class.any(Class::GERUND) || token.ends_in_ing()
}

/// Whether a word, of this sort as a cue, is a verb before which its subject may stand.
fn has_subject(text: &str, tokens: &[Token], at: usize, sort: Option<Sort>) -> bool {
    let token = &tokens[at];
    let finite = sort == Some(Sort::Finite)
        || token.is_finite()
        || is_present(text, tokens, at)
        || follows_pronoun(tokens, at);
    finite && !token.class.any(Class::DETERMINER) && !is_helper(tokens, at) && !is_noun(tokens, at)
}

/// The noun phrase that is the subject of the word at `at`, if it is a verb with one.
fn own_subject(text: &str, tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let token = &tokens[at];
    if !token.is_word() || is_preposition(token) || is_gerund(token) {
        return None;
    }
    let sort = cue::sort(text, tokens, at);
    let other = matches!(sort, Some(Sort::Infinitive | Sort::Participle));
    if other || !has_subject(text, tokens, at, sort) {
        return None;
    }
    match subject::before(text, tokens, at) {
        Subject::Phrase { start, end, .. } => Some((start, end)),
        Subject::Relative { .. } | Subject::Shared | Subject::None => None,
    }
}

/// Offers the noun phrase that ends before `end`.
fn beside(tokens: &[Token], end: usize, cue: usize, tie: Tie, out: &mut Vec<Offer>) {
    let verb = end
        .checked_sub(1)
        .is_none_or(|at| tokens[at].is_finite() || !tokens[at].is_word() && !tokens[at].is(Kind::Aside));
    if let Some(start) = subject::phrase(tokens, end).filter(|_| !verb) {
        out.push(Offer { cue, mention: (start, end), tie, rule: None });
    }
}

const SUBJECTS: Words = Words::of(&["he", "she", "they", "we", "i"]);

/// Whether a word after "he", "she", "they" or "we" is a verb because nothing else stands there: "he cut in".
fn follows_pronoun(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let other = Class::FUNCTION.and(Class::GERUND);
    at > 0
        && !token.capital()
        && !token.class.any(other)
        && !token.adverb()
        && tokens[at - 1].is_one(SUBJECTS)
}

/// Whether a word that no list has is a verb by its ending and the singular subject before it: "she puts it".
fn is_present(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let listed = !token.class.is_none() && !token.class.any(Class::THIRD);
    let subject = || {
        let before = tokens[..at].iter().rev().find(|token| !token.adverb());
        before.is_some_and(|before| {
            before.is_word()
                && !before.possessive()
                && (before.capital()
                    || before.class.any(Class::PRONOUN.and(Class::RELATIVE).and(Class::ROLE)))
                && !before
                    .class
                    .any(Class::DETERMINER.and(Class::PREPOSITION).and(Class::OBJECT).and(Class::PLURAL))
        })
    };
    !listed && !token.capital() && !token.possessive() && token.text(text).ends_with('s') && subject()
}

/// Whether what stands before a word says that it is a noun: "the claims", "his report", "of calls".
fn is_noun(tokens: &[Token], at: usize) -> bool {
    let class = Class::DETERMINER.and(Class::PREPOSITION);
    at > 0 && (tokens[at - 1].class.any(class) || tokens[at - 1].possessive()) && cue::is_noun(tokens, at)
}

/// Whether a verb only helps the one that follows: "has called", "did not say".
fn is_helper(tokens: &[Token], at: usize) -> bool {
    let forms = Class::PAST.and(Class::PARTICIPLE).and(Class::BASE).and(Class::GERUND).and(Class::AUXILIARY);
    tokens[at].class.any(Class::AUXILIARY)
        && tokens[at + 1..]
            .iter()
            .find(|token| !token.adverb() || token.class.any(Class::AUXILIARY))
            .is_some_and(|next| next.is_word() && !next.capital() && next.class.any(forms))
}

/// Where the source ends that follows a verb right after marks: “…!” beamed Lee.
fn inverted(tokens: &[Token], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map(|at| tokens[at].kind);
    let opens = matches!(before, None | Some(Kind::Passage | Kind::Comma | Kind::Stop));
    if !opens || tokens[at].class.any(Class::AUXILIARY) {
        return None;
    }
    let marks = before == Some(Kind::Passage);
    let (_, len) = source(Tokens(&tokens[at + 1..]), marks).ok()?;
    Some(at + 1 + len)
}

const OWNERS: Words = Words::of(&["his", "her", "their", "its", "my", "our"]);

/// Lee’s claim, her claim.
fn possessor(tokens: &[Token], at: usize, wanted: impl Fn(&Token) -> bool, out: &mut Vec<Offer>) {
    let own = tokens[at].class.any(Class::DETERMINER) && tokens[at].is_one(OWNERS);
    if !own && !tokens[at].possessive() {
        return;
    }
    // The noun that is owned reports: the last of its run.
    let noun = |token: &Token| token.is_word() && !token.class.any(Class::FUNCTION) && !token.possessive();
    let run = tokens[at + 1..].iter().take(4).take_while(|token| noun(token));
    let cue = run
        .enumerate()
        .filter(|(_, token)| token.class.any(Class::SAY_NOUN.and(Class::DOCUMENT)))
        .last()
        .map_or(at, |(past, _)| at + 1 + past);
    if !wanted(&tokens[cue]) {
        return;
    }
    let phrase = || subject::phrase(tokens, at + 1).filter(|start| *start <= at);
    let start = if own { at } else { phrase().unwrap_or(at) };
    let mention = (start, at + 1);
    out.push(Offer { cue, mention, tie: Tie::Possessive, rule: None });
}

/// Prepositions that a source may follow.
const LEADS: Words = Words::of(&["by", "from", "of", "in", "for", "to", "under", "among"]);

/// According to Lee, by Lee, from Lee, in a letter.
fn preposition(tokens: &[Token], at: usize, out: &mut Vec<Offer>) {
    let according = tokens[at].class.any(Class::SOURCE);
    let from = at + 1 + usize::from(according);
    if from >= tokens.len() || according && !tokens[at + 1].says(word!("to")) {
        return;
    }
    let tied = according || tokens[at].is_one(LEADS);
    if !tied {
        return;
    }
    if let Ok((_, len)) = source(Tokens(&tokens[from..]), according) {
        let tie = if according { Tie::According } else { Tie::Preposition };
        out.push(Offer { cue: at, mention: (from, from + len), tie, rule: None });
    }
}

/// Ties each clause of the rules to the offer that says the same, or makes one of it.
fn join(tokens: &[Token], clauses: &[Clause], out: &mut Vec<Offer>) {
    out.sort_by_key(|offer| offer.cue);
    let made = out.len();
    for (number, clause) in clauses.iter().enumerate() {
        let cue = tokens.partition_point(|token| token.start < clause.cue.start);
        let from = out[..made].partition_point(|offer| offer.cue < cue);
        let same = |offer: &&mut Offer| mention(tokens, offer) == clause.mention;
        let mut here = out[from..made].iter_mut().take_while(|offer| offer.cue == cue);
        if let Some(offer) = here.find(same) {
            offer.rule = Some(number);
        } else {
            let (start, end) = clause.mention.map_or((0, 0), |mention| {
                let start = tokens.partition_point(|token| token.end <= mention.start);
                (start, start + tokens[start..].partition_point(|token| token.start < mention.end))
            });
            out.push(Offer { cue, mention: (start, end), tie: Tie::Rule, rule: Some(number) });
        }
    }
    out.sort_by_key(|offer| offer.cue);
}

/// The text of an offer's source.
pub(super) fn mention(tokens: &[Token], offer: &Offer) -> Option<Span> {
    span(tokens, offer.mention.0, offer.mention.1)
}
