//! Learns the weights of `src/layout/weights.rs` from pages whose lines are labelled.
//!
//! ```sh
//! WIRECOPY_GOLD=/path/to/gold cargo test --release --test learn_layout -- --ignored --nocapture
//! ```
//!
//! prints the figures of a cross-validation over publishers, then writes the table learned from all pages. The
//! model is a conditional random field over the chunks of a page; where a label leaves open which part a chunk
//! is, all that it may be are allowed and the model settles it. Same pages, same table: nothing here is random.

#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss)]

#[path = "support/cases.rs"]
mod cases;
#[path = "learn/field.rs"]
mod field;
#[path = "learn/lines.rs"]
mod lines;
#[path = "learn/pages.rs"]
mod pages;

use field::{Field, Sample};
use pages::Source;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use wirecopy::_stages::layout;

const FOLDS: usize = 8;

/// Right, found and wanted chunks of each part.
#[derive(Default)]
struct Tally(BTreeMap<String, [usize; 3]>);

impl Tally {
    fn add(&mut self, parts: &[String], sample: &Sample, found: &[usize]) {
        for (row, part) in sample.rows.iter().zip(found) {
            let right = row.allowed & (1 << part) != 0;
            let wanted = if right { *part } else { 15 - row.allowed.leading_zeros() as usize };
            let entry = |of: usize| parts[of].clone();
            self.0.entry(entry(*part)).or_default()[1] += 1;
            self.0.entry(entry(wanted)).or_default()[2] += 1;
            self.0.entry(entry(wanted)).or_default()[0] += usize::from(right);
        }
    }

    fn print(&self) {
        for (part, [right, found, wanted]) in &self.0 {
            let share = |of: &usize| 100 * right / (*of).max(1);
            println!("  {part:14} P {:3}%  R {:3}%  ({right} of {wanted})", share(found), share(wanted));
        }
    }
}

#[test]
#[ignore = "writes a source file, from texts that are not in the repository"]
fn learn() {
    let gold = std::env::var("WIRECOPY_GOLD").expect("WIRECOPY_GOLD names a folder of labelled pages");
    let samples = pages::read(&gold);
    let parts = layout::parts();
    let bare = Field::new(layout::FEATURES, parts.len());
    for sample in samples.iter().filter(|sample| !bare.allows(sample)) {
        println!("no way to read: {}", sample.id);
    }
    println!("{} pages, {} features", samples.len(), layout::FEATURES);
    let read = |fold: usize| {
        let held_out = |sample: &&Sample| sample.group % FOLDS == fold;
        let rest: Vec<&Sample> = samples.iter().filter(|sample| !held_out(sample)).collect();
        let field = Field::learn(&rest, layout::FEATURES, parts.len());
        let copied = samples.iter().filter(held_out).filter(|sample| sample.source == Source::Copied);
        copied.map(|sample| (sample, field.best(sample))).collect::<Vec<_>>()
    };
    let labels = lines::Labels::read(&gold);
    let (mut tally, mut lines) = (Tally::default(), lines::Score::default());
    std::thread::scope(|scope| {
        let threads = [0, 1].map(|half| {
            let read = &read;
            scope.spawn(move || (half..FOLDS).step_by(2).flat_map(read).collect::<Vec<_>>())
        });
        for (sample, found) in threads.into_iter().flat_map(|thread| thread.join().expect("a fold")) {
            tally.add(&parts, sample, &found);
            lines.add(&labels, &sample.id, &found);
        }
    });
    println!("copied pages, each read by weights learned from other publishers:");
    tally.print();
    lines.print();
    let field = Field::learn(&samples.iter().collect::<Vec<_>>(), layout::FEATURES, parts.len());
    std::fs::write("src/layout/weights.rs", table(&field, &parts)).expect("the table can be written");
}

fn whole(weight: f64) -> String {
    ((weight * 64.0).round() as i32).to_string()
}

/// The weights as Rust.
fn table(field: &Field, parts: &[String]) -> String {
    let mut out = String::from(
        "//! What each feature of a chunk says for each part of a page. Learned by `tests/learn_layout.rs` from labelled\n\
         //! pages of news sites, wire copy and the invented texts of `tests/conventions`; not to be edited by hand.\n\n\
         use super::parts::LANES;\n\n",
    );
    let _ = writeln!(out, "// {}", parts.join(" "));
    out.push_str("#[rustfmt::skip]\npub(super) static WEIGHTS: &[[i16; LANES]] = &[\n");
    let row = |weights: &[f64]| {
        let mut lanes: Vec<_> = weights.iter().map(|weight| whole(*weight)).collect();
        lanes.resize(16, "0".into());
        lanes.join(", ")
    };
    for feature in 0..layout::FEATURES {
        let _ = writeln!(out, "    [{}], // {}", row(field.weights(feature)), layout::name(feature));
    }
    out.push_str("];\n\n// From the part of the row to that of the column; the least where the order of a page forbids it.\n");
    out.push_str(
        "pub(super) const NO: i32 = -1_000_000;\n#[rustfmt::skip]\npub(super) static STEPS: [[i32; LANES]; LANES] = [\n",
    );
    for (from, part) in parts.iter().enumerate() {
        let step = |to: usize| match field.steps(from).get(to) {
            Some(weight) if layout::may_precede(from, to) => whole(*weight),
            _ => "NO".to_string(),
        };
        let _ = writeln!(out, "    [{}], // {part}", (0..16).map(step).collect::<Vec<_>>().join(", "));
    }
    out.push_str("    [0; LANES], [0; LANES], [0; LANES], [0; LANES], [0; LANES],\n];\n");
    out
}
