//! The parts of a page and the walk through them.
//!
//! Whoever reads a copied page goes through it once: what the page prints before its story, the headline, the
//! lines under it, the story with what is set into it, what the page prints after it. Each chunk is in one of
//! these parts. Of all ways to cut a text into parts that keep this order, the walk takes the one for which
//! the weights of its chunks' features, and of its steps from part to part, add up to the most (Viterbi's
//! algorithm; the weights are those of a conditional random field).

use super::features::{FEATURES, Page, SORTS, nought_of, noughts};
use super::weights::{NO, STEPS, WEIGHTS};
use alloc::vec::Vec;

/// What a chunk is to the page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub(crate) enum Part {
    /// Menus, appeals and other articles before the headline.
    Before,
    /// A caption before the headline.
    CaptionBefore,
    Headline,
    /// Between headline and story: byline, time, buttons.
    Head,
    Deck,
    /// A caption between headline and story.
    HeadCaption,
    Paragraph,
    Crosshead,
    Caption,
    /// Set into the story, and no part of it.
    Inset,
    /// After the story.
    After,
}

impl Part {
    pub(crate) const ALL: [Part; 11] = [
        Part::Before,
        Part::CaptionBefore,
        Part::Headline,
        Part::Head,
        Part::Deck,
        Part::HeadCaption,
        Part::Paragraph,
        Part::Crosshead,
        Part::Caption,
        Part::Inset,
        Part::After,
    ];

    /// Whether `next` may come after this part.
    pub(crate) const fn may_precede(self, next: Part) -> bool {
        let (this, next) = (self.phase(), next.phase());
        // A page may lack its headline, or the lines under it; it has one headline only.
        match this {
            Phase::Before => !matches!(next, Phase::After),
            Phase::Headline => matches!(next, Phase::Head | Phase::Story),
            Phase::Head => matches!(next, Phase::Head | Phase::Story),
            Phase::Story => matches!(next, Phase::Story | Phase::After),
            Phase::After => matches!(next, Phase::After),
        }
    }

    /// Whether the part belongs to the story itself.
    pub(super) const fn is_story(self) -> bool {
        matches!(self, Part::Paragraph | Part::Crosshead | Part::Caption)
    }

    const fn phase(self) -> Phase {
        match self {
            Part::Before | Part::CaptionBefore => Phase::Before,
            Part::Headline => Phase::Headline,
            Part::Head | Part::Deck | Part::HeadCaption => Phase::Head,
            Part::Paragraph | Part::Crosshead | Part::Caption | Part::Inset => Phase::Story,
            Part::After => Phase::After,
        }
    }
}

/// The part of the page that a part of it belongs to; phases come in this order.
#[derive(Clone, Copy)]
enum Phase {
    Before,
    Headline,
    Head,
    Story,
    After,
}

const PARTS: usize = Part::ALL.len();

/// Parts, rounded up to what a processor adds at once.
pub(super) const LANES: usize = 16;

/// Less than any sum of weights, and far from the smallest number.
const NEVER: i32 = i32::MIN / 4;

/// The least sum of a part that can be reached, however far it falls behind.
const LEAST: i32 = NEVER / 4;

/// Lanes of the sums, which are twice as wide as weights: four at once.
const WIDE: usize = 12;

type Sums = [i32; WIDE];

/// `STEPS`, with steps that the order of a page forbids so far down that no sum comes from them.
static BARRED: [Sums; PARTS] = {
    let (mut steps, mut at) = ([[2 * NEVER; WIDE]; PARTS], 0);
    while at < PARTS * PARTS {
        let step = STEPS[at / PARTS][at % PARTS];
        if step > NO {
            steps[at / PARTS][at % PARTS] = step;
        }
        at += 1;
    }
    steps
};

/// Where the best way to each part of each chunk comes from.
pub(super) type From = [u8; WIDE];

/// Finds the part of each chunk of `page`. `from` is only a buffer.
pub(super) fn parts(page: &Page, chunks: usize, from: &mut Vec<From>, parts: &mut Vec<Part>) {
    from.clear();
    parts.clear();
    let mut best = [0; WIDE];
    best[Part::After as usize] = NEVER;
    // Between two paragraphs that can be nothing else there is nothing to weigh.
    let mut settled = false;
    for at in 0..chunks {
        let paragraph = page.is_paragraph(at);
        if settled && paragraph {
            from.push([Part::Paragraph as u8; WIDE]);
            continue;
        }
        let (mut next, back) = if at == 0 { (best, [0; WIDE]) } else { step(&best) };
        if paragraph {
            next = [NEVER; WIDE];
            next[Part::Paragraph as usize] = 0;
        } else {
            weigh(page, at, &mut next);
        }
        // Only differences count; sums stay small however long the text.
        let most = next.iter().copied().max().unwrap_or(0);
        for (best, sum) in best.iter_mut().zip(next) {
            *best = if sum < NEVER / 2 { NEVER } else { (sum - most).max(LEAST) };
        }
        settled = paragraph;
        from.push(back);
    }
    let mut part = (0..PARTS).max_by_key(|part| best[*part]).unwrap_or(0);
    parts.resize(chunks, Part::Before);
    for at in (0..chunks).rev() {
        parts[at] = Part::ALL[part];
        part = from[at][part].into();
    }
}

/// For each part the best sum with which it can be reached, and from which part.
fn step(best: &Sums) -> (Sums, [u8; WIDE]) {
    let (mut next, mut back) = ([NEVER; WIDE], [0i32; WIDE]);
    for (before, (sum, steps)) in best.iter().zip(&BARRED).enumerate() {
        // After a sure paragraph, all the other parts.
        if *sum == NEVER {
            continue;
        }
        for lane in 0..WIDE {
            let sum = sum + steps[lane];
            let better = sum > next[lane];
            next[lane] = if better { sum } else { next[lane] };
            back[lane] = if better { before as i32 } else { back[lane] };
        }
    }
    (next, back.map(|before| before.unsigned_abs() as u8))
}

type Weights = [i16; LANES];

/// What the features that are nought say together, for each sort of chunk.
static NOUGHTS: [Weights; SORTS] = {
    let (mut sums, mut sort) = ([[0; LANES]; SORTS], 0);
    while sort < SORTS {
        let (features, mut group) = (noughts(sort), 0);
        while group < features.len() {
            sums[sort] = plus(sums[sort], weights(features[group] as usize), 1);
            group += 1;
        }
        sort += 1;
    }
    sums
};

/// What each feature says more than the one that is nought in its place.
static BEYOND: [Weights; FEATURES] = {
    let (mut beyond, mut feature) = ([[0; LANES]; FEATURES], 0);
    while feature < FEATURES {
        beyond[feature] = plus(weights(feature), weights(nought_of(feature)), -1);
        feature += 1;
    }
    beyond
};

/// The weights of a feature; none before they are learned anew, where there are more features than there were.
const fn weights(feature: usize) -> Weights {
    if feature < WEIGHTS.len() { WEIGHTS[feature] } else { [0; LANES] }
}

const fn plus(mut sums: Weights, weights: Weights, times: i16) -> Weights {
    let mut lane = 0;
    while lane < LANES {
        sums[lane] += times * weights[lane];
        lane += 1;
    }
    sums
}

/// Adds what the features of the chunk at `at` say for each part.
fn weigh(page: &Page, at: usize, sums: &mut Sums) {
    let row = page.row(at);
    let mut weights = NOUGHTS[row.sort() as usize];
    for feature in row.features() {
        for (sum, weight) in weights.iter_mut().zip(&BEYOND[usize::from(*feature)]) {
            *sum = sum.saturating_add(*weight);
        }
    }
    for (sum, weight) in sums.iter_mut().zip(weights) {
        *sum += i32::from(weight);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::chunks_of;
    use crate::layout::features::{self, Found};

    #[test]
    fn every_feature_has_its_weights() {
        assert_eq!(WEIGHTS.len(), features::FEATURES, "learn the weights anew");
    }

    #[test]
    fn a_long_page_keeps_the_order_of_its_parts() {
        let story =
            "The bridge over the Lunn was shut on Monday, and nobody could say when it would open.\n\n";
        let links = "More from Harlow\n\nRead more about you and your newsletters today\n\n";
        let text = format!(
            "Bridge over the Lunn shut\n\nBy Ida Voss\n\n{}{}{}",
            story.repeat(6),
            links.repeat(30_000),
            story.repeat(7)
        );
        let chunks = chunks_of(&text);
        let (page, mut found) = (Page::new(&text, &chunks, Found::default()), Vec::new());
        parts(&page, chunks.len(), &mut Vec::new(), &mut found);
        assert!(found.windows(2).all(|two| two[0].may_precede(two[1])));
    }
}
