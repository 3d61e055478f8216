//! What speaks for a source, for nobody, and for the speaker of the sentence before.
//!
//! A trait is a set of atoms seen together, by their values: its weight stands in `weights`, and the weights of all
//! sets are added up. Which atoms go together was found out as the weights were: a set is here because sources of other
//! publishers' articles are told better with it.

use super::traits::{ATOMS, Atom, Atoms, GAPS};
#[cfg(feature = "learned")]
use super::weights::WEIGHTS;
use alloc::format;
use alloc::string::String;
use alloc::string::ToString;
use alloc::vec::Vec;

/// Rules decide where nothing was learned.
#[cfg(not(feature = "learned"))]
const WEIGHTS: &[i16] = &[];

/// Atoms whose values together have a weight.
type Set = &'static [Atom];

macro_rules! sets {
    ($($($atom:ident)*;)*) => { &[$(&[$(Atom::$atom),*]),*] };
}

const OFFER: &[Set] = sets! {
    Side Tied Near;
    Side Level Opens;
    Side Tied Opens;
    Side Level Next;
    Side Commas;
    Side Level Reports;
    Side Breaks;
    Side Level Reports Verbs Commas;
    Side Level Opens Reports;
    Side Level After;
    Side Rule;
    Opening Who;
    Rules Tied;
    Side Who Series;
    First Apart;
    Form Reports;
    Titled Opens;
    Who Det;
    Spoke Mood;
    Index Commas;
    Side Word Distance;
    Titled Verb;
};
const NOBODY: &[Set] = sets! {
    After Titled;
    Nouns;
    Before Length;
    Length Form Titled;
    Spoken Opening;
    Beyond Index;
};
const CARRIED: &[Set] = sets! {
    Spoken Follow;
    Before Opening;
};

const MODELS: [&[Set]; 3] = [OFFER, NOBODY, CARRIED];

/// What a passage may be given to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum To {
    Offer,
    Nobody,
    Carried,
}

const fn values(set: Set) -> usize {
    let (mut at, mut product) = (0, 1);
    while at < set.len() {
        product *= ATOMS[set[at] as usize].1;
        at += 1;
    }
    product
}

const fn size(model: &[Set]) -> usize {
    let (mut at, mut sum) = (0, 0);
    while at < model.len() {
        sum += values(model[at]);
        at += 1;
    }
    sum
}

const STARTS: [usize; 4] = {
    let (offer, nobody, carried) = (size(OFFER), size(NOBODY), size(CARRIED));
    [0, offer, offer + nobody, offer + nobody + carried]
};

/// How many traits there are.
#[cfg(feature = "learned")]
pub(super) const TRAITS: usize = STARTS[3] + 4 * GAPS;

/// Shows the rows of the traits of a choice.
pub(super) fn traits(to: To, atoms: &Atoms, mut show: impl FnMut(usize)) {
    let mut start = STARTS[to as usize];
    for set in MODELS[to as usize] {
        let (mut row, mut size) = (0, 1);
        for atom in *set {
            let values = ATOMS[*atom as usize].1;
            row = row * values + atoms.get(*atom);
            size *= values;
        }
        show(start + row);
        start += size;
    }
}

pub(super) fn weight(row: usize) -> i32 {
    i32::from(WEIGHTS[row])
}

/// The sum of the weights of a choice.
pub(super) fn sum(to: To, atoms: &Atoms) -> i32 {
    let mut sum = 0;
    traits(to, atoms, |row| sum += weight(row));
    sum
}

/// The row of how a choice goes with that for the passage before.
pub(super) fn again(value: usize) -> usize {
    STARTS[3] + value
}

/// The names of the sets, and how many values each has.
pub(super) fn groups() -> Vec<(String, usize)> {
    let named = |(name, model): (&str, &&[Set])| -> Vec<(String, usize)> {
        let one = |set: &Set| {
            let atoms: Vec<_> = set.iter().map(|atom| ATOMS[*atom as usize].0).collect();
            (format!("{name}: {}", atoms.join(" ")), values(set))
        };
        model.iter().map(one).collect()
    };
    let mut out: Vec<_> = ["offer", "nobody", "carried"].into_iter().zip(&MODELS).flat_map(named).collect();
    out.push(("again".to_string(), 4 * GAPS));
    out
}
