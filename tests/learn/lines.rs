//! How the labelled lines of copied pages are read: the figures of a cross-validation.

use super::pages::loose;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use wirecopy::_stages::layout;
use wirecopy::BlockKind;

/// What the lines of a page are labelled as, and which kinds of block are right for that.
const LABELS: [(&str, &[BlockKind]); 3] = [
    ("body", &[BlockKind::Paragraph, BlockKind::ListItem, BlockKind::BlockQuote, BlockKind::PullQuote]),
    ("heading", &[BlockKind::Crosshead]),
    ("caption", &[BlockKind::Caption]),
];

/// The copied pages: text, headline and labels of lines, by id.
pub(crate) struct Labels(BTreeMap<String, Value>);

impl Labels {
    pub(crate) fn read(gold: &str) -> Labels {
        let text = fs::read_to_string(Path::new(gold).join("copies_dev.jsonl")).expect("labelled pages");
        let rows = text.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
        Labels(rows.map(|row| (row["id"].as_str().unwrap_or_default().to_string(), row)).collect())
    }
}

/// Right, found and wanted lines of each label.
#[derive(Default)]
pub(crate) struct Score {
    lines: [[usize; 3]; LABELS.len()],
    headlines: [usize; 2],
}

impl Score {
    /// Adds the page `id`, whose chunks were found to be in `parts`.
    pub(crate) fn add(&mut self, labels: &Labels, id: &str, parts: &[usize]) {
        let row = &labels.0[id];
        let text = row["text"].as_str().expect("a text");
        let blocks = layout::kinds_in(text, parts);
        let mut at = 0;
        for (line, label) in text.split('\n').zip(row["lines"].as_array().expect("labels")) {
            let middle = at + line.len() / 2;
            let kind = blocks.iter().find(|(span, _)| span.range().contains(&middle)).map(|(_, kind)| *kind);
            at += line.len() + 1;
            if line.trim().is_empty() {
                continue;
            }
            for ((name, kinds), [right, found, wanted]) in LABELS.iter().zip(&mut self.lines) {
                let (is, should) = (kind.is_some_and(|kind| kinds.contains(&kind)), label == name);
                *right += usize::from(is && should);
                *found += usize::from(is);
                *wanted += usize::from(should);
            }
        }
        if let Some(headline) = row["headline"].as_str() {
            let found = blocks.iter().find(|(_, kind)| *kind == BlockKind::Headline);
            self.headlines[0] +=
                usize::from(found.is_some_and(|(span, _)| loose(span.of(text)) == loose(headline)));
            self.headlines[1] += 1;
        }
    }

    pub(crate) fn print(&self) {
        for ((name, _), [right, found, wanted]) in LABELS.iter().zip(self.lines) {
            let share = |of: usize| 100.0 * right as f64 / of.max(1) as f64;
            let f1 = 200.0 * right as f64 / (found + wanted).max(1) as f64;
            println!(
                "  lines: {name:8} F1 {f1:.1}  P {:.1} ({right}/{found})  R {:.1} (of {wanted})",
                share(found),
                share(wanted)
            );
        }
        println!("  headlines: {} of {}", self.headlines[0], self.headlines[1]);
    }
}
