//! A log-linear model of choices, learned by gradient steps that are the same every time.

use std::fmt::Write as _;

/// What could be chosen, by its traits, and which of it is right.
pub(crate) struct Sample {
    pub(crate) choices: Vec<Vec<u32>>,
    pub(crate) right: Vec<bool>,
    pub(crate) weight: f64,
}

const RATE: f64 = 0.05;
const BATCHES: usize = 4;

/// The shares of a sample's choices: over the right ones, or over all.
fn shares(scores: &[f64], right: Option<&[bool]>, out: &mut Vec<f64>) {
    out.clear();
    let open = |at: usize| right.is_none_or(|right| right[at]);
    let most = (0..scores.len()).filter(|at| open(*at)).map(|at| scores[at]).fold(f64::MIN, f64::max);
    out.extend((0..scores.len()).map(|at| if open(at) { (scores[at] - most).exp() } else { 0.0 }));
    let sum: f64 = out.iter().sum();
    for share in out {
        *share /= sum;
    }
}

/// Weights for `size` traits, kept small where little speaks for them by `decay`.
pub(crate) fn learn(samples: &[Sample], size: usize, rounds: usize, decay: f64) -> Vec<f64> {
    let (mut weights, mut first, mut second) = (vec![0.0; size], vec![0.0; size], vec![0.0; size]);
    let share = samples.len() as f64 / BATCHES as f64;
    let steps = (rounds * BATCHES) as i32;
    let (mut right, mut all, mut scores) = (Vec::new(), Vec::new(), Vec::new());
    let mut slope = vec![0.0; size];
    for time in 0..steps {
        slope.fill(0.0);
        for sample in samples.iter().skip(time as usize % BATCHES).step_by(BATCHES) {
            scores.clear();
            scores.extend(
                sample.choices.iter().map(|rows| rows.iter().map(|row| weights[*row as usize]).sum::<f64>()),
            );
            shares(&scores, Some(&sample.right), &mut right);
            shares(&scores, None, &mut all);
            for (at, traits) in sample.choices.iter().enumerate() {
                let by = sample.weight * (right[at] - all[at]);
                if by.abs() > 1e-6 {
                    for row in traits {
                        slope[*row as usize] += by;
                    }
                }
            }
        }
        let rate = RATE * f64::from(steps - time) / f64::from(steps);
        let (bias1, bias2) = (1.0 - 0.9f64.powi(time + 1), 1.0 - 0.99f64.powi(time + 1));
        for at in 0..size {
            let slope = (slope[at] - decay * weights[at] / BATCHES as f64) / share;
            first[at] = 0.9 * first[at] + 0.1 * slope;
            second[at] = 0.99 * second[at] + 0.01 * slope * slope;
            weights[at] += rate * (first[at] / bias1) / ((second[at] / bias2).sqrt() + 1e-8);
        }
    }
    weights
}

/// The first of the best.
pub(crate) fn best(scores: &[f64]) -> usize {
    (0..scores.len()).rev().max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap_or(0)
}

pub(crate) fn sum(weights: &[f64], rows: &[u32]) -> f64 {
    rows.iter().map(|row| weights[*row as usize]).sum()
}

/// What a weight of one is in a table.
const SCALE: f64 = 64.0;

/// A weight as a table has it.
pub(crate) fn whole(weight: f64) -> String {
    ((weight * SCALE).round() as i16).to_string()
}

/// The rows of a table of `weights`, group by group.
pub(crate) fn rows<'g>(groups: impl Iterator<Item = (&'g str, usize)>, weights: &[f64]) -> String {
    let (mut out, mut from) = (String::new(), 0);
    for (name, values) in groups {
        let _ = writeln!(out, "    // {name}");
        for row in weights[from..from + values].chunks(24) {
            let row: Vec<_> = row.iter().map(|weight| whole(*weight)).collect();
            let _ = writeln!(out, "    {},", row.join(", "));
        }
        from += values;
    }
    out
}
