//! What speaks for an offer as the source of a passage, what for no source at all.
//!
//! A trait is a number: the row of a weight in `weights`. A group gives one trait, by the value that the passage and
//! the offer have in it; weights of all groups are added up.

use super::offers::{Offer, TIES};
use super::sorts::{
    AFTER, BEFORE, DISTANCES, LENGTHS, LEVELS, TERMS, WHO, WORDS, WORKS, capitals, distance, form, is_one,
    length, level, next, opens, report, stands_after, stands_before, who, word,
};
use super::verb::is_finite;
use super::{Clause, Evidence};
use crate::grammar::clause::complementiser;
use crate::lexicon::Class;
use crate::scan::words::{Kind, Token};

macro_rules! groups {
    ($($(#[$doc:meta])* $name:ident = $values:expr;)*) => {
        /// Groups of traits.
        #[derive(Clone, Copy)]
        #[repr(usize)]
        enum Group { $($(#[$doc])* $name,)* }

        /// The groups' names and how many values each has.
        pub(super) const GROUPS: &[(&str, usize)] = &[$((stringify!($name), $values),)*];
    };
}

const SIDES: usize = 2;
const SHAPES: usize = LENGTHS * 6;
const RULES: usize = 14;
const GAPS: usize = 7;

groups! {
    /// How the source is tied to its cue, by the distance.
    Tied = SIDES * TIES * 4;
    /// What sort of word the cue is, by the distance.
    Word = SIDES * WORDS * DISTANCES;
    WordTied = WORDS * TIES * SIDES;
    /// What sort of words the source is, by what the cue is.
    Who = SIDES * LEVELS * WHO;
    /// What stands before the clause.
    Opens = SIDES * LEVELS * 12;
    OpensTied = SIDES * TIES * 12;
    /// What stands after the cue, and whether the passage is near.
    Next = SIDES * LEVELS * 14;
    /// What stands between cue and passage.
    Commas = SIDES * 4;
    Verbs = SIDES * LEVELS * 5;
    Reports = SIDES * LEVELS * 4;
    Passages = SIDES * 5;
    Clauses = SIDES * 4;
    Breaks = SIDES * 3;
    /// Reports, verbs, and commas together.
    Between = SIDES * LEVELS * 27;
    OpensReports = SIDES * LEVELS * 12 * 3;
    NextReports = SIDES * LEVELS * 14 * 3;
    Series = SIDES * 3;
    /// What the passage follows, what follows it, what form it has.
    After = SIDES * LEVELS * BEFORE;
    Before = SIDES * LEVELS * AFTER;
    Shape = SIDES * LEVELS * SHAPES;
    /// How many offers are nearer.
    Rank = SIDES * LEVELS * 5;
    /// Whether the rules say so.
    Rule = SIDES * RULES;
    /// Whether it is the source of the passage before, by what stands between.
    Again = 2 * GAPS;
    NobodyAgain = 2 * GAPS;
    /// For no source.
    NobodyAfter = BEFORE * LENGTHS;
    NobodyTitled = BEFORE * 3;
    NobodyBetween = BEFORE * AFTER;
    NobodyNoun = 9;
    NobodyBefore = AFTER * LENGTHS;
    NobodyShape = SHAPES * 3;
    NobodyRule = RULES * 3;
    NobodyReport = DISTANCES;
    NobodyPlace = 2;
    /// For the speaker of the sentence before.
    CarriedAfter = BEFORE;
    CarriedBefore = AFTER;
    CarriedShape = SHAPES;
    CarriedRule = RULES;
    CarriedReport = DISTANCES;
}

const fn offset(group: usize) -> usize {
    let (mut at, mut sum) = (0, 0);
    while at < group {
        sum += GROUPS[at].1;
        at += 1;
    }
    sum
}

/// How many traits there are.
pub(super) const TRAITS: usize = offset(GROUPS.len());

const STARTS: [usize; GROUPS.len()] = {
    let (mut starts, mut group) = ([0; GROUPS.len()], 0);
    while group < GROUPS.len() {
        starts[group] = offset(group);
        group += 1;
    }
    starts
};

/// Takes the traits of one choice.
pub(super) trait Sink {
    fn take(&mut self, row: usize);
}

impl Sink for Vec<u16> {
    fn take(&mut self, row: usize) {
        self.push(row as u16);
    }
}

fn add(sink: &mut impl Sink, group: Group, value: usize) {
    let group = group as usize;
    debug_assert!(value < GROUPS[group].1, "{} {value}", GROUPS[group].0);
    sink.take(STARTS[group] + value.min(GROUPS[group].1 - 1));
}

/// Counts over the tokens of a frame up to one of them.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally {
    commas: u16,
    verbs: u16,
    reports: u16,
    passages: u16,
    clauses: u16,
    breaks: u16,
}

/// Counts the tokens of a frame: one entry before each token, one after the last.
pub(super) fn tally(text: &str, tokens: &[Token], out: &mut Vec<Tally>) {
    out.clear();
    let mut sum = Tally::default();
    out.push(sum);
    for token in tokens {
        match token.kind {
            Kind::Comma => sum.commas += 1,
            Kind::Passage => sum.passages += 1,
            Kind::Semicolon | Kind::Colon | Kind::Dash | Kind::Stop => sum.breaks += 1,
            Kind::Word => {
                sum.verbs += u16::from(is_finite(text, token));
                sum.reports += u16::from(token.class.any(Class::REPORTING) && !token.capital());
                sum.clauses += u16::from(
                    complementiser(text, token) || token.class.any(Class::RELATIVE.and(Class::SUBORDINATOR)),
                );
            }
            _ => {}
        }
        out.push(sum);
    }
}

/// A passage in its frame, as the traits see it.
#[derive(Clone, Copy)]
pub(super) struct Place<'f> {
    pub(super) text: &'f str,
    pub(super) tokens: &'f [Token],
    pub(super) tally: &'f [Tally],
    pub(super) at: usize,
    after: usize,
    before: usize,
    shape: usize,
    length: usize,
    titled: usize,
    /// The clause that the rules give the passage to.
    rule: Option<(usize, Evidence)>,
    report: usize,
    running: bool,
}

impl<'f> Place<'f> {
    pub(super) fn new(
        text: &'f str,
        tokens: &'f [Token],
        tally: &'f [Tally],
        at: usize,
        clauses: &[Clause],
        running: bool,
    ) -> Self {
        let words = tokens[at].text(text);
        let length = length(words);
        Place {
            text,
            tokens,
            tally,
            at,
            after: stands_before(text, tokens, at),
            before: tokens.get(at + 1).map_or(0, |next| stands_after(text, next)),
            shape: length * 6 + form(words),
            length,
            titled: capitals(words),
            rule: owner(tokens, at, clauses),
            report: report(tokens, at),
            running,
        }
    }

    /// What speaks for nobody.
    pub(super) fn nobody(&self, sink: &mut impl Sink) {
        add(sink, Group::NobodyAfter, self.after * LENGTHS + self.length);
        add(sink, Group::NobodyTitled, self.after * 3 + self.titled);
        add(sink, Group::NobodyBetween, self.after * AFTER + self.before);
        add(sink, Group::NobodyNoun, self.nouns());
        add(sink, Group::NobodyBefore, self.before * LENGTHS + self.length);
        add(sink, Group::NobodyShape, self.shape * 3 + self.titled);
        add(sink, Group::NobodyRule, self.rule_value(None) * 3 + self.titled);
        add(sink, Group::NobodyReport, self.report);
        add(sink, Group::NobodyPlace, usize::from(self.running));
    }

    /// Whether a work or a word as such is named right before the passage or right after it.
    fn nouns(&self) -> usize {
        let sort = |token: &Token| {
            let work = is_one(self.text, token, WORKS);
            if work { 1 } else { 2 * usize::from(is_one(self.text, token, TERMS)) }
        };
        let before = self.tokens[self.at.saturating_sub(2)..self.at].iter().map(sort).max().unwrap_or(0);
        before * 3 + self.tokens.get(self.at + 1).map_or(0, sort)
    }

    /// What speaks for the speaker of the sentence before.
    pub(super) fn carried(&self, sink: &mut impl Sink) {
        add(sink, Group::CarriedAfter, self.after);
        add(sink, Group::CarriedBefore, self.before);
        add(sink, Group::CarriedShape, self.shape);
        add(sink, Group::CarriedRule, self.rule_value(None));
        add(sink, Group::CarriedReport, self.report);
    }

    /// What speaks for an offer that `rank` others on its side are nearer than.
    pub(super) fn offer(&self, offer: &Offer, rank: usize, sink: &mut impl Sink) {
        let side = usize::from(offer.cue > self.at);
        let gap = offer.cue.abs_diff(self.at);
        let (distance, near) = (distance(gap), distance(gap).div_ceil(2).min(3));
        let word = word(self.text, self.tokens, offer);
        let level = level(word);
        let sided = |values: usize, value: usize| side * values + value.min(values - 1);
        let leveled = |values: usize, value: usize| (side * LEVELS + level) * values + value.min(values - 1);
        let tie = offer.tie as usize;
        add(sink, Group::Tied, sided(TIES * 4, tie * 4 + near));
        add(sink, Group::Word, sided(WORDS * DISTANCES, word * DISTANCES + distance));
        add(sink, Group::WordTied, sided(WORDS * TIES, word * TIES + tie));
        add(sink, Group::Who, leveled(WHO, who(self.text, &self.tokens[offer.mention.0..offer.mention.1])));
        let opens = opens(self.text, self.tokens, offer);
        add(sink, Group::Opens, leveled(12, opens));
        add(sink, Group::OpensTied, sided(TIES * 12, tie * 12 + opens));
        let next = next(self.text, self.tokens, offer.cue);
        add(sink, Group::Next, leveled(14, next));
        let (low, high) = (self.tally[offer.cue.min(self.at) + 1], self.tally[offer.cue.max(self.at)]);
        let between = |count: fn(&Tally) -> u16| usize::from(count(&high).saturating_sub(count(&low)));
        add(sink, Group::Commas, sided(4, between(|tally| tally.commas)));
        add(sink, Group::Verbs, leveled(5, between(|tally| tally.verbs)));
        add(sink, Group::Reports, leveled(4, between(|tally| tally.reports)));
        let (reports, verbs) = (between(|tally| tally.reports).min(2), between(|tally| tally.verbs).min(2));
        let commas = between(|tally| tally.commas).min(2);
        add(sink, Group::Between, leveled(27, reports * 9 + verbs * 3 + commas));
        add(sink, Group::OpensReports, leveled(36, opens * 3 + reports));
        add(sink, Group::NextReports, leveled(42, next * 3 + reports));
        let passages = between(|tally| tally.passages);
        add(sink, Group::Passages, sided(5, passages));
        add(sink, Group::Clauses, sided(4, between(|tally| tally.clauses)));
        add(sink, Group::Breaks, sided(3, between(|tally| tally.breaks)));
        add(sink, Group::Series, sided(3, self.series(passages)));
        add(sink, Group::After, leveled(BEFORE, self.after));
        add(sink, Group::Before, leveled(AFTER, self.before));
        add(sink, Group::Shape, leveled(SHAPES, self.shape));
        add(sink, Group::Rank, leveled(5, rank));
        add(sink, Group::Rule, sided(RULES, self.rule_value(Some(offer))));
    }

    /// What it says for an offer, or for nobody, that it was chosen for the passage before, whose token is `last`.
    pub(super) fn again(&self, last: usize, nobody: bool, same: bool) -> usize {
        let between = &self.tokens[last + 1..self.at];
        let verb = between.iter().any(|token| is_finite(self.text, token));
        let gap = match between {
            [] => 0,
            [one] if one.is(Kind::Comma) || one.class.any(Class::COORDINATOR) => 1,
            [..] if verb => 6,
            [_] | [_, _] => 2,
            [_, _, _, ..] if between.len() <= 4 => 3,
            [..] if between.len() <= 8 => 4,
            _ => 5,
        };
        let group = if nobody { Group::NobodyAgain } else { Group::Again } as usize;
        STARTS[group] + usize::from(same) * GAPS + gap
    }

    /// Whether the passage goes on a row of them: none between, one close before, others.
    fn series(&self, passages: usize) -> usize {
        const CLOSE: usize = 4;
        let near =
            self.tokens[self.at.saturating_sub(CLOSE)..self.at].iter().any(|token| token.is(Kind::Passage));
        if passages == 0 { 0 } else { 2 - usize::from(near) }
    }

    /// What the rules say: nothing, another source, or, by its evidence, this one.
    fn rule_value(&self, offer: Option<&Offer>) -> usize {
        match (self.rule, offer) {
            (None, _) => 0,
            (Some((_, evidence)), None) => 2 + evidence as usize,
            (Some((clause, evidence)), Some(offer)) if offer.rule == Some(clause) => 2 + evidence as usize,
            (Some(_), Some(_)) => 1,
        }
    }
}

/// The clause that the rules give a passage to: of two that hold it the nearer one before it spoke it.
fn owner(tokens: &[Token], at: usize, clauses: &[Clause]) -> Option<(usize, Evidence)> {
    let mut found = None;
    for (number, clause) in clauses.iter().enumerate() {
        let holds = clause.content.iter().any(|piece| piece.0 <= at && at < piece.1);
        if holds && (found.is_none() || clause.cue.end <= tokens[at].start) {
            found = Some((number, clause.evidence));
        }
    }
    found
}
