//! A linear-chain conditional random field, learned with Adam from chains whose labels may be left partly open.

use super::pages::Source;
use wirecopy::_stages::layout::may_precede;

/// A chunk: its features, and a bit for each part that it may be.
pub(crate) struct Row {
    pub(crate) features: Vec<u16>,
    pub(crate) allowed: u16,
}

/// A page.
pub(crate) struct Sample {
    pub(crate) id: String,
    pub(crate) rows: Vec<Row>,
    /// Pages of one publisher are in one group.
    pub(crate) group: usize,
    pub(crate) source: Source,
    pub(crate) weight: f64,
}

/// Lanes of a row of weights; parts fill the first of them.
const LANES: usize = 16;
type Lanes = [f64; LANES];

pub(crate) struct Field {
    parts: usize,
    /// A row for each feature, then one for each part to step from.
    weights: Vec<Lanes>,
    features: usize,
}

const ROUNDS: usize = 150;
const BATCHES: usize = 8;
const RATE: f64 = 0.08;
/// Keeps weights small that little speaks for.
const DECAY: f64 = 1.0;

impl Field {
    pub(crate) fn new(features: usize, parts: usize) -> Field {
        Field { parts, weights: vec![[0.0; LANES]; features + parts], features }
    }

    pub(crate) fn learn(samples: &[&Sample], features: usize, parts: usize) -> Field {
        let mut field = Field::new(features, parts);
        let size = field.weights.len() * LANES;
        let (mut first, mut second) = (vec![0.0; size], vec![0.0; size]);
        let share = samples.iter().map(|sample| sample.weight).sum::<f64>() / BATCHES as f64;
        let steps = (ROUNDS * BATCHES) as i32;
        for time in 0..steps {
            let mut slope = vec![[0.0; LANES]; field.weights.len()];
            for sample in samples.iter().skip(time as usize % BATCHES).step_by(BATCHES) {
                field.add_slope(sample, &mut slope);
            }
            let rate = RATE * f64::from(steps - time) / f64::from(steps);
            let (bias1, bias2) = (1.0 - 0.9f64.powi(time + 1), 1.0 - 0.99f64.powi(time + 1));
            let values = field.weights.as_flattened_mut().iter_mut();
            for (at, (value, slope)) in values.zip(slope.as_flattened()).enumerate() {
                let slope = (slope - DECAY * *value / BATCHES as f64) / share;
                first[at] = 0.9 * first[at] + 0.1 * slope;
                second[at] = 0.99 * second[at] + 0.01 * slope * slope;
                *value += rate * (first[at] / bias1) / ((second[at] / bias2).sqrt() + 1e-8);
            }
        }
        field
    }

    pub(crate) fn weights(&self, feature: usize) -> &[f64] {
        &self.weights[feature][..self.parts]
    }

    pub(crate) fn steps(&self, from: usize) -> &[f64] {
        &self.weights[self.features + from][..self.parts]
    }

    fn scores(&self, row: &Row) -> Lanes {
        let mut scores = [0.0; LANES];
        for feature in &row.features {
            for (score, weight) in scores.iter_mut().zip(&self.weights[usize::from(*feature)]) {
                *score += weight;
            }
        }
        scores
    }

    /// Whether the labels of `sample` allow any way to read it.
    pub(crate) fn allows(&self, sample: &Sample) -> bool {
        Chances::of(self, sample, true).is_some()
    }

    /// Adds, for each weight, by how much more the ways to read `sample` that its labels allow use it than all ways.
    fn add_slope(&self, sample: &Sample, slope: &mut [Lanes]) {
        let (Some(right), Some(all)) = (Chances::of(self, sample, true), Chances::of(self, sample, false))
        else {
            return;
        };
        for (at, row) in sample.rows.iter().enumerate() {
            for feature in &row.features {
                let slope = &mut slope[usize::from(*feature)];
                add(slope, sample.weight, &right.parts[at], &all.parts[at]);
            }
        }
        for (slope, (right, all)) in slope[self.features..].iter_mut().zip(right.steps.iter().zip(&all.steps))
        {
            add(slope, sample.weight, right, all);
        }
    }

    /// The best way to read `sample`.
    pub(crate) fn best(&self, sample: &Sample) -> Vec<usize> {
        let mut back = Vec::new();
        let mut best = self.scores(&sample.rows[0]);
        for row in &sample.rows[1..] {
            let scores = self.scores(row);
            let mut next = [f64::NEG_INFINITY; LANES];
            let mut from = [0; LANES];
            for to in 0..self.parts {
                for before in (0..self.parts).filter(|before| may_precede(*before, to)) {
                    let sum = best[before] + self.steps(before)[to] + scores[to];
                    if sum > next[to] {
                        (next[to], from[to]) = (sum, before);
                    }
                }
            }
            best = next;
            back.push(from);
        }
        let mut part = (0..self.parts).max_by(|a, b| best[*a].total_cmp(&best[*b])).expect("a part");
        let mut path = vec![part];
        for from in back.iter().rev() {
            part = from[part];
            path.push(part);
        }
        path.reverse();
        path
    }
}

/// Adds `times` what `right` has more than `all`.
fn add(slope: &mut Lanes, times: f64, right: &Lanes, all: &Lanes) {
    for (slope, (right, all)) in slope.iter_mut().zip(right.iter().zip(all)) {
        *slope += times * (right - all);
    }
}

/// How likely each part is for each chunk, and how often each step is taken, over the ways to read a page.
struct Chances {
    parts: Vec<Lanes>,
    steps: [Lanes; LANES],
}

impl Chances {
    /// Over those ways that the labels allow, or over all; `None` if there is none.
    fn of(field: &Field, sample: &Sample, allowed: bool) -> Option<Chances> {
        let count = sample.rows.len();
        let mut odds = vec![[0.0; LANES]; count];
        for (row, odds) in sample.rows.iter().zip(&mut odds) {
            let scores = field.scores(row);
            let open = |part: usize| part < field.parts && (!allowed || row.allowed & (1 << part) != 0);
            let most =
                (0..LANES).filter(|part| open(*part)).map(|part| scores[part]).fold(f64::MIN, f64::max);
            for part in (0..LANES).filter(|part| open(*part)) {
                odds[part] = (scores[part] - most).exp();
            }
        }
        let mut step = [[0.0; LANES]; LANES];
        for (from, step) in step.iter_mut().enumerate().take(field.parts) {
            for to in (0..field.parts).filter(|to| may_precede(from, *to)) {
                step[to] = field.steps(from)[to].exp();
            }
        }
        let mut ahead = odds.clone();
        for at in 0..count {
            if at > 0 {
                let mut sums = [0.0; LANES];
                for (before, step) in ahead[at - 1].iter().zip(&step) {
                    for (sum, step) in sums.iter_mut().zip(step) {
                        *sum += before * step;
                    }
                }
                ahead[at] = std::array::from_fn(|part| sums[part] * odds[at][part]);
            }
            let sum: f64 = ahead[at].iter().sum();
            if sum <= 0.0 {
                return None;
            }
            ahead[at] = ahead[at].map(|chance| chance / sum);
        }
        let mut chances = Chances { parts: vec![[0.0; LANES]; count], steps: [[0.0; LANES]; LANES] };
        let mut behind = [1.0; LANES];
        for at in (0..count).rev() {
            let joint: Lanes = std::array::from_fn(|part| ahead[at][part] * behind[part]);
            let sum: f64 = joint.iter().sum();
            chances.parts[at] = joint.map(|chance| chance / sum);
            if at == 0 {
                break;
            }
            let after: Lanes = std::array::from_fn(|part| odds[at][part] * behind[part]);
            let pairs: [Lanes; LANES] = std::array::from_fn(|from| {
                std::array::from_fn(|to| ahead[at - 1][from] * step[from][to] * after[to])
            });
            let sum: f64 = pairs.as_flattened().iter().sum();
            for (total, pair) in chances.steps.as_flattened_mut().iter_mut().zip(pairs.as_flattened()) {
                *total += pair / sum;
            }
            behind = std::array::from_fn(|from| (0..LANES).map(|to| step[from][to] * after[to]).sum());
            let most = behind.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
            behind = behind.map(|chance| chance / most);
        }
        Some(chances)
    }
}
