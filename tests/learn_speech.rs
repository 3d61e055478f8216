//! Learns the weights of `src/attribution/weights.rs` from articles whose quotations are annotated with their sources.
//!
//! ```sh
//! WIRECOPY_GOLD=/path/to/gold cargo test --release --test learn_speech -- --ignored --nocapture
//! ```
//!
//! prints the figures of a cross-validation over publishers, then writes the table learned from all articles. The
//! model is log-linear: of what could be chosen for a passage, each has a share that grows with the sum of its weights.
//! Where several choices name a right source, all of them are right. Same articles, same table.

#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss)]

#[path = "learn/choice.rs"]
mod choice;
#[path = "learn/quotations.rs"]
mod quotations;

use quotations::Sample;
use wirecopy::_stages::attribution::groups;
use wirecopy::Span;

const ROUNDS: usize = 100;
/// Keeps weights small that little speaks for.
const DECAY: f64 = 3.0;
/// By how much the best source must be better than nobody, as in `src/attribution/choose.rs`.
const CAUTION: f64 = 0.75;

/// The traits of each choice, where the passage before went to one of `last`.
fn traits(sample: &Sample, last: &[Option<Span>]) -> Vec<Vec<u32>> {
    let row = |at: usize| sample.choices[at].iter().copied().chain(sample.again(at, last)).map(u32::from);
    (0..sample.choices.len()).map(|at| row(at).collect()).collect()
}

/// Whose the passage before a sample may be, of the right ones.
fn hints(samples: &[&Sample], at: usize) -> Vec<Option<Span>> {
    let Some(last) = at.checked_sub(1).map(|at| samples[at]).filter(|_| samples[at].follows) else {
        return Vec::new();
    };
    (0..last.choices.len()).filter(|at| last.right[*at]).map(|at| last.passes(at)).collect()
}

fn learn(samples: &[&Sample]) -> Vec<f64> {
    let sample = |at: usize| {
        let Sample { right, weight, .. } = samples[at];
        let choices = traits(samples[at], &hints(samples, at));
        choice::Sample { choices, right: right.clone(), weight: *weight }
    };
    let size = groups().iter().map(|group| group.1).sum();
    choice::learn(&(0..samples.len()).map(sample).collect::<Vec<_>>(), size, ROUNDS, DECAY)
}

/// What was chosen for passages that somebody said and for those that nobody said.
#[derive(Default)]
struct Tally {
    right: usize,
    attributed: usize,
    said: usize,
    reachable: usize,
    unsaid: usize,
    left: usize,
}

impl Tally {
    /// Adds what is chosen for each of `samples`, the passage before it as it was chosen.
    fn add(&mut self, weights: &[f64], samples: &[&Sample], caution: f64) {
        let mut last = None;
        for sample in samples {
            let hint: Vec<_> = last.filter(|_| sample.follows).into_iter().collect();
            let mut scores: Vec<f64> =
                traits(sample, &hint).iter().map(|rows| choice::sum(weights, rows)).collect();
            scores[0] += caution;
            let best = choice::best(&scores);
            last = Some(sample.passes(best));
            self.count(sample, best);
        }
    }

    fn count(&mut self, sample: &Sample, best: usize) {
        self.attributed += usize::from(best != 0);
        self.said += usize::from(sample.said);
        self.unsaid += usize::from(!sample.said);
        self.left += usize::from(!sample.said && best == 0);
        self.reachable += usize::from(sample.said && sample.right[1..].contains(&true));
        self.right += usize::from(sample.said && best != 0 && sample.right[best]);
    }

    fn print(&self, name: &str) {
        let share = |of: usize| 100.0 * self.right as f64 / of.max(1) as f64;
        let (precision, recall) = (share(self.attributed), share(self.said));
        println!(
            "  {name:24} F1 {:5.1}  P {precision:5.1}  R {recall:5.1}  ({} of {}, {} on offer)  left {:5.1} of {}",
            2.0 * precision * recall / (precision + recall),
            self.right,
            self.said,
            self.reachable,
            100.0 * self.left as f64 / self.unsaid.max(1) as f64,
            self.unsaid,
        );
    }
}

#[test]
#[ignore = "writes a source file, from texts that are not in the repository"]
fn learn_from_articles() {
    let gold = std::env::var("WIRECOPY_GOLD").expect("WIRECOPY_GOLD names a folder of annotated articles");
    let samples = quotations::read(&gold, "polnear_train.jsonl");
    let mut publishers: Vec<&str> = samples.iter().map(|sample| sample.publisher.as_str()).collect();
    publishers.sort_unstable();
    publishers.dedup();
    println!("{} passages; each publisher read by weights learned from the others:", samples.len());
    let weights: Vec<Vec<f64>> = publishers
        .iter()
        .map(|publisher| {
            learn(&samples.iter().filter(|sample| sample.publisher != *publisher).collect::<Vec<_>>())
        })
        .collect();
    for caution in [0.0, 0.4, 0.75, 1.1] {
        let mut all = Tally::default();
        for (publisher, weights) in publishers.iter().zip(&weights) {
            let mut tally = Tally::default();
            let own: Vec<_> = samples.iter().filter(|sample| sample.publisher == *publisher).collect();
            tally.add(weights, &own, caution);
            all.add(weights, &own, caution);
            if caution == 0.0 {
                tally.print(publisher);
            }
        }
        all.print(&format!("all, caution {caution}"));
    }
    let weights = learn(&samples.iter().collect::<Vec<_>>());
    let mut fit = Tally::default();
    fit.add(&weights, &samples.iter().collect::<Vec<_>>(), CAUTION);
    fit.print("learned from themselves");
    let mut dev = Tally::default();
    let others = quotations::read(&gold, "polnear_dev.jsonl");
    dev.add(&weights, &others.iter().collect::<Vec<_>>(), CAUTION);
    dev.print("other articles");
    std::fs::write("src/attribution/weights.rs", table(&weights)).expect("the table can be written");
}

/// The weights as Rust.
fn table(weights: &[f64]) -> String {
    let mut out = String::from(
        "//! What each trait says for a source. Learned by `tests/learn_speech.rs` from the training part of `PolNeAR`\n\
         //! 1.0 (Newell, Margolin and Ruths, 2018); not to be edited by hand.\n\nuse super::model::TRAITS;\n\n#[rustfmt::skip]\npub(super) static WEIGHTS: [i16; TRAITS] = [\n",
    );
    let groups = groups();
    out.push_str(&choice::rows(groups.iter().map(|group| (group.0.as_str(), group.1)), weights));
    out.push_str("];\n");
    out
}
