//! What is seen of a passage and of an offer for it.
//!
//! An atom is one thing that can be seen: how long the passage is, what sort of word the cue is. Which atoms are
//! weighed together is said in `model`.

use super::offers::{Offer, TIES};
use super::passages::{
    AFTER, BEFORE, FIRSTS, FORMS, LENGTHS, NOUNS, beyond, capitals, first, form, length, nouns, report,
    spoken, stands_after, stands_before,
};
use super::sorts::{
    DETERMINERS, DISTANCES, LEVELS, MOODS, NEXT, OPENS, VERBS, WHO, WORDS, determiner, distance, is_report,
    level, mood, next, opens, verb, who, word,
};
use super::tally::Tally;
use super::{Clause, Evidence};
use crate::lexicon::Class;
use crate::scan::words::{Kind, Token};

const RULES: usize = 14;
pub(super) const GAPS: usize = 7;

macro_rules! atoms {
    ($($(#[$doc:meta])* $name:ident = $values:expr;)*) => {
        /// One thing that can be seen.
        #[derive(Clone, Copy, Debug)]
        #[repr(usize)]
        pub(super) enum Atom { $($(#[$doc])* $name,)* }

        /// The atoms' names and how many values each has.
        pub(super) const ATOMS: &[(&str, usize)] = &[$((stringify!($name), $values),)*];
    };
}

atoms! {
    /// What the passage follows, at once and before its article.
    After = BEFORE;
    Beyond = BEFORE;
    /// What follows the passage.
    Before = AFTER;
    Form = FORMS;
    Length = LENGTHS;
    Titled = 3;
    /// The passage's first word, and whether a clause's words stand in it.
    First = FIRSTS;
    Spoken = 2;
    /// How far before it the nearest word that reports stands.
    Report = DISTANCES;
    Nouns = NOUNS;
    /// Whether its block is a paragraph.
    Running = 2;
    /// What the rules say of the passage.
    Rules = RULES;
    /// How many passages stand before it in its frame.
    Index = 3;
    /// Whether a clause that reports follows at once.
    Follow = 3;
    /// The first source of the frame.
    Opening = 4;
    /// Who spoke in the sentence before.
    Spoke = WHO + 1;
    /// Whether the cue stands before the passage or after it.
    Side = 2;
    Tied = TIES;
    /// The cue, by its sort, by what it does, by itself.
    Word = WORDS;
    Level = LEVELS;
    Verb = VERBS;
    Mood = MOODS;
    /// How far the cue is, in steps and in larger steps.
    Distance = DISTANCES;
    Near = 4;
    /// The source, and its article.
    Who = WHO;
    Det = DETERMINERS;
    /// How far the source is from its cue.
    Apart = 3;
    /// What stands before the clause, what after the cue.
    Opens = OPENS;
    Next = NEXT;
    /// What stands between cue and passage.
    Commas = 4;
    Verbs = 5;
    Reports = 4;
    Passages = 5;
    Clauses = 4;
    Breaks = 3;
    Series = 3;
    /// How many offers are nearer on its side.
    Rank = 5;
    /// What the rules say of the offer.
    Rule = RULES;
}

/// The value of each atom.
#[derive(Clone, Copy)]
pub(super) struct Atoms([u8; ATOMS.len()]);

impl Atoms {
    pub(super) fn get(&self, atom: Atom) -> usize {
        usize::from(self.0[atom as usize])
    }

    const NONE: Atoms = Atoms([0; ATOMS.len()]);

    /// These atoms and `others`; none is set in both.
    fn with(&self, others: &Atoms) -> Atoms {
        let mut both = *self;
        for (value, other) in both.0.iter_mut().zip(others.0) {
            *value |= other;
        }
        both
    }

    /// Sets an atom; the last of its values stands for larger ones too.
    fn set(&mut self, atom: Atom, value: usize) {
        self.0[atom as usize] = value.min(ATOMS[atom as usize].1 - 1) as u8;
    }
}

/// A frame, as the traits see it.
#[derive(Clone, Copy)]
pub(super) struct Scene<'f> {
    pub(super) text: &'f str,
    pub(super) tokens: &'f [Token],
    pub(super) clauses: &'f [Clause],
    pub(super) offers: &'f [Offer],
    pub(super) tally: &'f Tally,
    /// What sort of words named the speaker of the sentence before.
    pub(super) spoke: usize,
    /// Whether the block is a paragraph.
    pub(super) running: bool,
}

/// A passage in its frame.
#[derive(Clone, Copy)]
pub(super) struct Place<'f> {
    scene: Scene<'f>,
    pub(super) at: usize,
    /// What is seen of it.
    pub(super) atoms: Atoms,
    /// The clause that the rules give it to.
    rule: Option<(usize, Evidence)>,
}

impl<'f> Place<'f> {
    pub(super) fn new(scene: Scene<'f>, at: usize) -> Self {
        let Scene { text, tokens, .. } = scene;
        let words = tokens[at].text(text);
        let rule = owner(tokens, at, scene.clauses);
        let mut place = Place { scene, at, atoms: Atoms::NONE, rule };
        for (atom, value) in [
            (Atom::After, stands_before(tokens, at)),
            (Atom::Beyond, beyond(tokens, at)),
            (Atom::Before, tokens.get(at + 1).map_or(0, stands_after)),
            (Atom::Form, form(words)),
            (Atom::Length, length(words)),
            (Atom::Titled, capitals(words)),
            (Atom::First, first(words)),
            (Atom::Spoken, usize::from(spoken(words))),
            (Atom::Report, report(tokens, at)),
            (Atom::Nouns, nouns(tokens, at)),
            (Atom::Running, usize::from(scene.running)),
            (Atom::Rules, place.rule_value(None)),
            (Atom::Index, scene.tally.passages(0, at)),
            (Atom::Follow, follow(scene, at)),
            (Atom::Opening, opening(scene)),
            (Atom::Spoke, scene.spoke),
        ] {
            place.atoms.set(atom, value);
        }
        place
    }

    /// What is seen of an offer, whatever passage it is for.
    pub(super) fn alone(&self, offer: &Offer) -> Atoms {
        let Scene { text, tokens, .. } = self.scene;
        let mention = &tokens[offer.mention.0..offer.mention.1];
        let word = word(tokens, offer);
        let mut atoms = Atoms::NONE;
        for (atom, value) in [
            (Atom::Tied, offer.tie as usize),
            (Atom::Word, word),
            (Atom::Level, level(word)),
            (Atom::Verb, verb(text, &tokens[offer.cue])),
            (Atom::Mood, mood(text, tokens, offer.cue)),
            (Atom::Who, who(mention)),
            (Atom::Det, determiner(mention)),
            (Atom::Apart, offer.cue.saturating_sub(offer.mention.1).div_ceil(3)),
            (Atom::Opens, opens(tokens, offer)),
            (Atom::Next, next(tokens, offer.cue)),
        ] {
            atoms.set(atom, value);
        }
        atoms
    }

    /// What is seen of an offer that `rank` others on its side are nearer than; `alone` is what is seen of it alone.
    pub(super) fn offer(&self, offer: &Offer, alone: &Atoms, rank: usize) -> Atoms {
        let tally = self.scene.tally;
        let distance = distance(offer.cue.abs_diff(self.at));
        let (low, high) = (offer.cue.min(self.at) + 1, offer.cue.max(self.at));
        let passages = tally.passages(low, high);
        let mut atoms = self.atoms.with(alone);
        for (atom, value) in [
            (Atom::Side, usize::from(offer.cue > self.at)),
            (Atom::Distance, distance),
            (Atom::Near, distance.div_ceil(2)),
            (Atom::Commas, tally.commas(low, high)),
            (Atom::Verbs, tally.verbs(low, high)),
            (Atom::Reports, tally.reports(low, high)),
            (Atom::Passages, passages),
            (Atom::Clauses, tally.clauses(low, high)),
            (Atom::Breaks, tally.breaks(low, high)),
            (Atom::Series, self.series(passages)),
            (Atom::Rank, rank),
            (Atom::Rule, self.rule_value(Some(offer))),
        ] {
            atoms.set(atom, value);
        }
        atoms
    }

    /// How an offer, or nobody, goes with what was chosen for the passage before, whose token is `last`.
    pub(super) fn again(&self, last: usize, nobody: bool, same: bool) -> usize {
        let between = &self.scene.tokens[last + 1..self.at];
        let verb = between.iter().any(|token| token.is_finite());
        let gap = match between {
            [] => 0,
            [one] if one.is(Kind::Comma) || one.class.any(Class::COORDINATOR) => 1,
            [..] if verb => 6,
            [_] | [_, _] => 2,
            [_, _, _, ..] if between.len() <= 4 => 3,
            [..] if between.len() <= 8 => 4,
            _ => 5,
        };
        (usize::from(!nobody) * 2 + usize::from(same)) * GAPS + gap
    }

    /// Whether the passage goes on a row of them: none between, one close before, others.
    fn series(&self, passages: usize) -> usize {
        const CLOSE: usize = 4;
        let close = &self.scene.tokens[self.at.saturating_sub(CLOSE)..self.at];
        let near = close.iter().any(|token| token.is(Kind::Passage));
        if passages == 0 { 0 } else { 2 - usize::from(near) }
    }

    /// "…, and Lee said “…”": a new subject, its verb and the passage, with nothing between them.
    pub(super) fn is_next_to(&self, offer: &Offer) -> bool {
        let (from, to) = offer.mention;
        let new = from.checked_sub(1).is_some_and(|at| self.scene.tokens[at].class.any(Class::COORDINATOR));
        new && from < to && to == offer.cue && offer.cue + 1 == self.at && self.is_ruled(offer)
    }

    /// Whether the rules give the passage to the clause of an offer.
    pub(super) fn is_ruled(&self, offer: &Offer) -> bool {
        self.rule.is_some_and(|(clause, _)| offer.rule == Some(clause))
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

/// Whether a clause that reports begins right after the passage at `at`, or one token later.
fn follow(scene: Scene, at: usize) -> usize {
    const NEXT: usize = 4;
    let here = scene.offers.partition_point(|offer| offer.cue < at);
    let starts = |offer: &Offer| offer.cue.min(offer.mention.0);
    scene.offers[here..]
        .iter()
        .take(NEXT)
        .find(|offer| starts(offer) <= at + 2 && is_report(scene.tokens, offer))
        .map_or(0, |offer| 1 + usize::from(starts(offer) == at + 1))
}

/// Whether the first source of a frame is "he" or "she", a name, or another.
fn opening(scene: Scene) -> usize {
    let Some(offer) = scene.offers.first() else { return 0 };
    match who(&scene.tokens[offer.mention.0..offer.mention.1]) {
        5 => 2,
        8 => 3,
        _ => 1,
    }
}
