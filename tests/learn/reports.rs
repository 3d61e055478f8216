//! Articles whose reports are annotated, and what may be learned from the words in them that may report.

use crate::choice::{self, Sample};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use wirecopy::_stages::attribution::{OWN, SpotRow, StartRow, report_groups};
use wirecopy::_stages::spots;

/// An attribution as annotated: ranges of bytes.
struct Gold {
    cue: Vec<(usize, usize)>,
    content: Vec<(usize, usize)>,
}

pub(crate) struct Article {
    pub(crate) publisher: String,
    text: String,
    gold: Vec<Gold>,
    spots: Vec<Spot>,
}

/// A word that may report, and the annotated attribution whose cue it is.
struct Spot {
    row: SpotRow,
    word: String,
    right: Option<usize>,
}

pub(crate) fn read(gold: &str, name: &str) -> Vec<Article> {
    let text = fs::read_to_string(Path::new(gold).join(name)).expect("annotated articles");
    text.lines().map(|line| article(&serde_json::from_str(line).expect("JSON"))).collect()
}

fn article(row: &Value) -> Article {
    let text = row["text"].as_str().expect("a text");
    let at: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |offset: &Value| at[offset.as_u64().expect("an offset") as usize];
    let spans = |list: &Value| {
        list.as_array()
            .expect("spans")
            .iter()
            .map(|span| (byte(&span[0]), byte(&span[1])))
            .collect::<Vec<_>>()
    };
    let list = row["attributions"].as_array().expect("attributions");
    let gold: Vec<Gold> =
        list.iter().map(|one| Gold { cue: spans(&one["cue"]), content: spans(&one["content"]) }).collect();
    let found = spots(text);
    let inside = |gold: &Gold, row: &SpotRow| {
        let (start, end) = (row.cue.start as usize, row.cue.end as usize);
        gold.cue.iter().any(|piece| piece.0 < end && start < piece.1)
    };
    // Of the words of a cue one reports, the first of them: "said in a statement".
    let mut right = vec![None; found.len()];
    for (number, gold) in gold.iter().enumerate() {
        if let Some(at) = (0..found.len()).find(|at| inside(gold, &found[*at])) {
            right[at] = Some(number);
        }
    }
    let spot = |(row, right): (SpotRow, Option<usize>)| {
        let word = row.cue.of(text).to_ascii_lowercase();
        Spot { row, word, right }
    };
    Article {
        publisher: row["publisher"].as_str().unwrap_or_default().to_string(),
        text: text.to_string(),
        gold,
        spots: found.into_iter().zip(right).map(spot).collect(),
    }
}

/// How often a word must report to have weights of its own.
const LEAST: usize = 2;
const ROUNDS: usize = 60;
const DECAY: f64 = 3.0;
/// How much a report counts whose words stand where none are looked for.
const UNREACHABLE: f64 = 0.3;
/// How far from a place that is looked at words may begin or end to be learned from, in bytes.
const NEAR: usize = 25;
/// By how much a report must be better than none, as in `src/attribution/report/mod.rs`.
const CAUTION: f64 = 0.2;

/// What was learned: for each row of the table, one weight for each of the four questions; no row serves two.
pub(crate) struct Model {
    words: BTreeMap<String, u32>,
    base: u32,
    side: Vec<f64>,
    start: Vec<f64>,
    end: Vec<f64>,
    opening: Vec<f64>,
}

fn wide(rows: &[u16]) -> Vec<u32> {
    rows.iter().map(|row| u32::from(*row)).collect()
}

/// The traits of each end: what speaks for going on before it, and for stopping there.
fn ends(start: &StartRow) -> Vec<Vec<u32>> {
    let mut passed = Vec::new();
    let end = |end: &wirecopy::_stages::attribution::EndRow| {
        let mut rows: Vec<u32> = passed.clone();
        rows.extend(wide(&end.stop));
        passed.extend(wide(&end.pass));
        rows
    };
    start.ends.iter().map(end).collect()
}

impl Model {
    /// The traits of no report and of one on each side.
    fn sides(&self, spot: &Spot) -> Vec<Vec<u32>> {
        let word = self.words.get(&spot.word).map(|word| self.base + word * OWN as u32);
        let side = |(_, traits, own): &(u8, Vec<u16>, Vec<usize>)| {
            let mut rows = wide(traits);
            rows.extend(word.into_iter().flat_map(|word| own.iter().map(move |own| word + *own as u32)));
            rows
        };
        core::iter::once(Vec::new()).chain(spot.row.sides.iter().map(side)).collect()
    }

    pub(crate) fn learn(articles: &[&Article]) -> Model {
        let spots =
            || articles.iter().flat_map(|article| article.spots.iter().map(move |spot| (article, spot)));
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, spot) in spots().filter(|(_, spot)| spot.right.is_some()) {
            *counts.entry(&spot.word).or_default() += 1;
        }
        let known = counts.into_iter().filter(|(_, count)| *count >= LEAST);
        let words: BTreeMap<String, u32> = known.map(|(word, _)| word.to_string()).zip(0..).collect();
        let base = report_groups().iter().map(|group| group.1 as u32).sum::<u32>();
        let size = base as usize + words.len() * OWN;
        let mut model = Model { words, base, side: vec![], start: vec![], end: vec![], opening: vec![] };
        let mut samples = Samples::default();
        for (article, spot) in spots() {
            let content = spot.right.map_or(&[][..], |right| &article.gold[right].content);
            samples.add(&model, spot, content);
        }
        let learn = |samples: &[Sample]| choice::learn(samples, size, ROUNDS, DECAY);
        model.side = learn(&samples.sides);
        model.start = learn(&samples.starts);
        model.end = learn(&samples.ends);
        model.opening = learn(&samples.openings);
        model
    }

    /// What a spot reports, if it reports.
    fn content(&self, spot: &Spot) -> Option<Vec<(usize, usize)>> {
        let row = &spot.row;
        let caution = if row.says { 0.0 } else { CAUTION };
        let mut scores: Vec<f64> =
            self.sides(spot).iter().map(|rows| choice::sum(&self.side, rows)).collect();
        scores[0] = caution;
        let side = row.sides[choice::best(&scores).checked_sub(1)?].0;
        let best = |weights: &[f64], choices: Vec<Vec<u32>>| {
            choice::best(&choices.iter().map(|rows| choice::sum(weights, rows)).collect::<Vec<_>>())
        };
        let piece = |start: &StartRow| {
            let end = best(&self.end, ends(start));
            (start.start as usize, start.ends[end].end as usize)
        };
        if side == 0 {
            let start = best(&self.start, row.starts.iter().map(|start| wide(&start.traits)).collect());
            return row.starts.get(start).map(|start| vec![piece(start)]);
        }
        let opening = best(&self.opening, row.openings.iter().map(|opening| wide(&opening.1)).collect());
        let before = (row.openings[opening].0 as usize, row.before_end as usize);
        let rest = row.rest.as_ref().filter(|_| side == 2).map(piece);
        Some(core::iter::once(before).chain(rest).collect())
    }

    /// The weights as Rust.
    pub(crate) fn table(&self) -> String {
        let all = |at: usize| self.side[at] + self.start[at] + self.end[at] + self.opening[at];
        let weights: Vec<f64> = (0..self.side.len()).map(all).collect();
        let mut out = String::from(
            "//! What each trait says for a report. Learned by `tests/learn_reports.rs` from the training part of `PolNeAR`\n\
             //! 1.0 (Newell, Margolin and Ruths, 2018); not to be edited by hand.\n\n\
             use super::words::OWN;\n\n#[rustfmt::skip]\npub(super) static WEIGHTS: &[i16] = &[\n",
        );
        out.push_str(&choice::rows(report_groups().iter().copied(), &weights));
        out.push_str("];\n\n#[rustfmt::skip]\npub(super) static WORDS: &[(&str, [i16; OWN])] = &[\n");
        for (word, number) in &self.words {
            let from = self.base as usize + *number as usize * OWN;
            let row: Vec<_> = weights[from..from + OWN].iter().map(|weight| choice::whole(*weight)).collect();
            let _ = writeln!(out, "    ({word:?}, [{}]),", row.join(", "));
        }
        out.push_str("];\n");
        out
    }
}

/// Choices of which the one at `right` is right.
fn sample(choices: Vec<Vec<u32>>, right: usize, weight: f64) -> Sample {
    let right = (0..choices.len()).map(|at| at == right).collect();
    Sample { choices, right, weight }
}

/// What is learned from: whether and on which side a word reports, and where its words begin and end.
#[derive(Default)]
struct Samples {
    sides: Vec<Sample>,
    starts: Vec<Sample>,
    ends: Vec<Sample>,
    openings: Vec<Sample>,
}

impl Samples {
    fn add(&mut self, model: &Model, spot: &Spot, content: &[(usize, usize)]) {
        let row = &spot.row;
        let want = side(row, content);
        let at = want.and_then(|want| row.sides.iter().position(|side| side.0 == want));
        let weight = if spot.right.is_some() && at.is_none() { UNREACHABLE } else { 1.0 };
        self.sides.push(sample(model.sides(spot), at.map_or(0, |at| at + 1), weight));
        let Some(side) = at.map(|at| row.sides[at].0) else { return };
        let (from, to) = after(row, content);
        if side == 0 {
            if let Some(at) = nearest(row.starts.iter().map(|start| start.start), from) {
                let choices = row.starts.iter().map(|start| wide(&start.traits)).collect();
                self.starts.push(sample(choices, at, 1.0));
                self.end(&row.starts[at], to);
            }
            return;
        }
        let from = content.iter().map(|piece| piece.0).min().unwrap_or(0);
        if let Some(at) = nearest(row.openings.iter().map(|opening| opening.0), from) {
            let choices = row.openings.iter().map(|opening| wide(&opening.1)).collect();
            self.openings.push(sample(choices, at, 1.0));
        }
        if let Some(rest) = row.rest.as_ref().filter(|_| side == 2) {
            self.end(rest, to);
        }
    }

    fn end(&mut self, start: &StartRow, to: usize) {
        if let Some(at) = nearest(start.ends.iter().map(|end| end.end), to) {
            let mut sample = sample(ends(start), at, 1.0);
            // Several places may leave the same words: all are right.
            for (right, end) in sample.right.iter_mut().zip(&start.ends) {
                *right = end.end == start.ends[at].end;
            }
            self.ends.push(sample);
        }
    }
}

fn nearest(places: impl Iterator<Item = u32>, of: usize) -> Option<usize> {
    let gaps = places.zip(0..).map(|(place, at)| ((place as usize).abs_diff(of), at));
    gaps.min().filter(|(gap, _)| *gap <= NEAR).map(|(_, at)| at)
}

/// The end of the sentence of a spot.
fn until(row: &SpotRow) -> usize {
    let ends = row.starts.iter().filter_map(|start| start.ends.last()).map(|end| end.end);
    ends.max().unwrap_or(row.cue.end) as usize
}

/// From where to where what is annotated stands after the cue in its sentence.
fn after(row: &SpotRow, content: &[(usize, usize)]) -> (usize, usize) {
    let until = until(row);
    let pieces = || content.iter().filter(|piece| piece.0 >= row.cue.end as usize && piece.0 < until);
    let from = pieces().map(|piece| piece.0).min().unwrap_or(0);
    (from, pieces().map(|piece| piece.1).max().unwrap_or(0).min(until))
}

/// On which side of its cue what is annotated stands.
fn side(row: &SpotRow, content: &[(usize, usize)]) -> Option<u8> {
    let (cue, end) = (row.cue.start as usize, row.before_end as usize);
    let before = content.iter().any(|piece| piece.1 <= cue && piece.1 + 2 > end);
    match (before, after(row, content).1 > 0) {
        (true, true) => Some(2),
        (true, false) => Some(1),
        (false, true) => Some(0),
        (false, false) => None,
    }
}

/// How much of what is annotated was found.
#[derive(Default)]
pub(crate) struct Score {
    gold: usize,
    made: usize,
    /// At least half of the letters are shared; all are; all but an opening "that".
    half: usize,
    exact: usize,
    bare: usize,
    /// The word reports.
    cue: usize,
}

/// The offsets of the letters and digits in `spans`.
fn letters(text: &str, spans: &[(usize, usize)]) -> Vec<usize> {
    let letter = |at: &usize| text[*at..].starts_with(char::is_alphanumeric);
    let inside = |span: &(usize, usize)| text[span.0..span.1].char_indices().map(move |(at, _)| at);
    let mut out: Vec<usize> =
        spans.iter().flat_map(|span| inside(span).map(|at| at + span.0)).filter(letter).collect();
    out.sort_unstable();
    out.dedup();
    out
}

fn shared(a: &[usize], b: &[usize]) -> f64 {
    let both = a.iter().filter(|at| b.binary_search(at).is_ok()).count();
    both as f64 / (a.len() + b.len() - both).max(1) as f64
}

impl Score {
    pub(crate) fn add(&mut self, article: &Article, model: &Model) {
        self.gold += article.gold.len();
        let gold: Vec<_> = article.gold.iter().map(|gold| letters(&article.text, &gold.content)).collect();
        let mut taken = vec![false; gold.len()];
        for spot in &article.spots {
            let Some(content) = model.content(spot) else { continue };
            self.made += 1;
            self.cue += usize::from(spot.right.is_some());
            let made = letters(&article.text, &content);
            let free = (0..gold.len()).filter(|at| !taken[*at]);
            let best = free.map(|at| (shared(&gold[at], &made), at)).max_by(|a, b| a.0.total_cmp(&b.0));
            if let Some((share, at)) = best.filter(|best| best.0 >= 0.5) {
                taken[at] = true;
                let first = article.gold[at].content.first().map_or("", |piece| &article.text[piece.0..]);
                let that = first.starts_with("that") && gold[at].len() == made.len() + "that".len();
                self.half += 1;
                self.exact += usize::from(share > 0.999);
                self.bare += usize::from(share > 0.999 || that);
            }
        }
    }

    pub(crate) fn print(&self, name: &str) {
        let (made, gold) = (self.made.max(1) as f64, self.gold as f64);
        let f1 = |hit: usize| 200.0 * hit as f64 / (made + gold);
        let share = |of: f64| 100.0 * self.half as f64 / of;
        println!(
            "  {name:14} half shared F1 {:5.1}  P {:5.1}  R {:5.1}  exact F1 {:5.1} ({:5.1} but for \"that\")  cue P {:5.1}",
            f1(self.half),
            share(made),
            share(gold),
            f1(self.exact),
            f1(self.bare),
            100.0 * self.cue as f64 / made,
        );
    }
}
