//! Articles whose passages in marks are annotated, and what may be chosen for each passage.

use serde_json::Value;
use std::fs;
use std::path::Path;
use wirecopy::_stages::attribution::{Choice, Row};
use wirecopy::_stages::choices;
use wirecopy::Span;

/// A passage.
pub(crate) struct Sample {
    pub(crate) publisher: String,
    /// The traits of each choice; the first is nobody.
    pub(crate) choices: Vec<Vec<u16>>,
    pub(crate) mentions: Vec<Option<Span>>,
    /// Which choices are right.
    pub(crate) right: Vec<bool>,
    /// Whether somebody said it.
    pub(crate) said: bool,
    pub(crate) weight: f64,
    /// Whether the sample before stands in the same frame.
    pub(crate) follows: bool,
    again: Option<[[u16; 2]; 2]>,
    carried: bool,
}

impl Sample {
    /// The trait of the choice at `at` that says whether it is also that of the passage before, which went to one of
    /// `last`.
    pub(crate) fn again(&self, at: usize, last: &[Option<Span>]) -> Option<u16> {
        let carried = self.carried && at == 1;
        let mention = self.mentions[at];
        let again = self.again.filter(|_| !carried && !last.is_empty())?;
        Some(again[usize::from(at > 0)][usize::from(last.contains(&mention))])
    }

    /// The mention of a choice, where the passage after may share it.
    pub(crate) fn passes(&self, at: usize) -> Option<Span> {
        self.mentions[at].filter(|_| !(self.carried && at == 1))
    }
}

/// How much a passage counts whose source is not on offer, so that nobody is the best choice.
const UNREACHABLE: f64 = 0.5;

pub(crate) fn read(gold: &str, name: &str) -> Vec<Sample> {
    let text = fs::read_to_string(Path::new(gold).join(name)).expect("annotated articles");
    text.lines().flat_map(|line| article(&serde_json::from_str(line).expect("JSON"))).collect()
}

/// A range of characters as one of bytes.
fn bytes(at: &[usize], span: &Value) -> (usize, usize) {
    let end = |number: usize| at[span[number].as_u64().expect("an offset") as usize];
    (end(0), end(1))
}

fn overlap(a: (usize, usize), b: (usize, usize)) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

fn article(row: &Value) -> Vec<Sample> {
    let text = row["text"].as_str().expect("a text");
    let at: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let publisher = row["publisher"].as_str().unwrap_or_default();
    let marked: Vec<_> = row["marked"].as_array().expect("passages").iter().collect();
    let found = choices(text);
    let sample = |passage: &Row| {
        let place = (passage.passage.start as usize, passage.passage.end as usize);
        let gold = marked.iter().find(|gold| {
            let gold = bytes(&at, &gold["span"]);
            overlap(gold, place) * 5 >= (gold.1 - gold.0) * 4
                && place.1 - place.0 <= (gold.1 - gold.0) * 5 / 4 + 8
        })?;
        let of = |gold: &Value| gold.as_u64().expect("an index") as usize;
        let attributions: Vec<_> = gold["attributions"].as_array()?.iter().map(of).collect();
        let sources: Vec<_> = attributions
            .iter()
            .flat_map(|number| row["attributions"][*number]["source"].as_array().expect("sources"))
            .map(|source| bytes(&at, source))
            .collect();
        let said = !attributions.is_empty();
        if said && sources.is_empty() {
            return None;
        }
        Some(labelled(publisher, passage, &sources, said))
    };
    let mut samples = Vec::new();
    let mut before = false;
    for passage in &found {
        let Some(mut sample) = sample(passage) else {
            before = false;
            continue;
        };
        sample.follows = before && passage.again.is_some();
        before = true;
        samples.push(sample);
    }
    samples
}

fn labelled(publisher: &str, row: &Row, sources: &[(usize, usize)], said: bool) -> Sample {
    let names = |mention: (usize, usize)| sources.iter().any(|source| overlap(*source, mention) > 0);
    let right = |choice: &Choice| {
        choice.mention.is_some_and(|mention| names((mention.start as usize, mention.end as usize)))
    };
    let mut right: Vec<bool> = row.choices.iter().map(right).collect();
    let reachable = right.contains(&true);
    right[0] = !said || !reachable;
    Sample {
        publisher: publisher.to_string(),
        choices: row.choices.iter().map(|choice| choice.traits.clone()).collect(),
        right,
        said,
        mentions: row.choices.iter().map(|choice| choice.mention).collect(),
        follows: false,
        again: row.again,
        carried: row.carried,
        weight: if said && !reachable { UNREACHABLE } else { 1.0 },
    }
}
