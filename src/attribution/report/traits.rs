//! The groups of traits of reports. A trait is a number: the row of a weight in `weights`. A group gives one trait, by
//! the value that a spot or a place has in it.

use super::extent::{FORMS, OPENINGS};
use super::sorts::{AHEAD, BREAKING, BREAKS, ENDINGS, HELPERS, LEADS, LENGTHS, SHAPES};
use super::spot::ALL_TIES as TIES;
use crate::attribution::kind::KINDS;
use crate::attribution::sorts::{LEVELS, NEXT, OPENS, WHO, WORDS};
use alloc::vec::Vec;

const SIDES: usize = 3;
/// No clause of the rules, or its evidence.
pub(super) const RULES: usize = 15;

macro_rules! groups {
    ($($(#[$doc:meta])* $name:ident = $values:expr;)*) => {
        /// Groups of traits.
        #[derive(Clone, Copy)]
        #[repr(usize)]
        pub(super) enum Group { $($(#[$doc])* $name,)* }

        /// The groups' names and how many values each has.
        pub(in crate::attribution) const GROUPS: &[(&str, usize)] = &[$((stringify!($name), $values),)*];
    };
}

groups! {
    /// Whether it reports, and on which side.
    Sort = SIDES * WORDS;
    Form = SIDES * WORDS * 5;
    Tied = SIDES * LEVELS * TIES;
    SortTied = SIDES * WORDS * TIES;
    Who = SIDES * LEVELS * WHO;
    Opens = SIDES * LEVELS * OPENS;
    Next = SIDES * WORDS * NEXT;
    NextKind = SIDES * LEVELS * KINDS;
    Past = SIDES * LEVELS * KINDS;
    Rule = SIDES * RULES * 2;
    RuleSort = SIDES * 2 * WORDS;
    Helper = SIDES * LEVELS * HELPERS;
    Lead = SIDES * LEVELS * LEADS;
    Ahead = SIDES * LEVELS * AHEAD;
    NextAhead = SIDES * NEXT * AHEAD;
    Depth = SIDES * LEVELS * 4;
    Owns = SIDES * LEVELS * 4;
    Running = SIDES * LEVELS * 2;
    Length = SIDES * LEVELS * LENGTHS;
    BeforeVerb = SIDES * LEVELS * 3;
    NextWord = SIDES * LEVELS * BREAKING;
    WhoNext = SIDES * WHO * NEXT;
    WhoSort = SIDES * WHO * WORDS;
    HelperSort = SIDES * HELPERS * WORDS;
    Ending = SIDES * ENDINGS * 5;
    LeadOpens = SIDES * LEADS * OPENS;
    NextPast = SIDES * NEXT * KINDS;
    /// Where the words after it begin.
    StartForm = FORMS * WORDS;
    StartKind = FORMS * KINDS;
    StartBefore = FORMS * KINDS;
    StartLevel = FORMS * LEVELS * KINDS;
    StartLean = FORMS * LEVELS * KINDS;
    StartAhead = FORMS * AHEAD;
    StartTied = FORMS * TIES;
    StartRule = FORMS * 3;
    /// Where they end, and where they go on.
    Stop = SHAPES * BREAKS;
    StopNext = BREAKS * KINDS;
    StopSecond = BREAKS * KINDS;
    StopVerbs = SHAPES * BREAKS * 3;
    StopClause = BREAKS * 6;
    StopLength = SHAPES * BREAKS * LENGTHS;
    StopLevel = LEVELS * BREAKS * 2;
    StopShapeNext = SHAPES * KINDS;
    StopTied = TIES * BREAKS;
    StopPair = BREAKS * 6;
    StopLast = KINDS * BREAKS;
    StopWord = SHAPES * BREAKING;
    StopCoordinated = SHAPES * KINDS * 3 * 2;
    StopNextSecond = KINDS * KINDS;
    StopVerbNext = SHAPES * BREAKS * 2 * 3;
    StopSort = WORDS * BREAKS;
    PassSort = WORDS * BREAKS;
    StopRule = SHAPES * 3;
    StopRuleBreak = BREAKS * 3;
    Pass = SHAPES * BREAKS;
    PassWord = SHAPES * BREAKING;
    PassNext = BREAKS * KINDS;
    PassVerbs = SHAPES * BREAKS * 3;
    PassClause = BREAKS * 6;
    /// Where the words before it begin.
    OpeningRank = OPENINGS * LEVELS;
    OpeningBefore = OPENINGS * KINDS;
    OpeningKind = OPENINGS * KINDS;
    OpeningVerbs = OPENINGS * 3 * 3;
    OpeningLength = OPENINGS * LENGTHS;
}

const fn offset(group: usize) -> usize {
    let (mut at, mut sum) = (0, 0);
    while at < group {
        sum += GROUPS[at].1;
        at += 1;
    }
    sum
}

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

pub(super) fn add(sink: &mut impl Sink, group: Group, value: usize) {
    let group = group as usize;
    debug_assert!(value < GROUPS[group].1, "{} {value}", GROUPS[group].0);
    sink.take(STARTS[group] + value.min(GROUPS[group].1 - 1));
}
