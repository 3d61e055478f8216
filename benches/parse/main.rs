//! Bytes a second, by what is parsed and how, and what others need for the same bytes.
//!
//! `cargo bench` runs all groups and takes some minutes; `cargo bench --bench parse -- worst` runs one.

#[path = "../shared/adversarial.rs"]
mod adversarial;
mod by_class;
#[path = "../shared/classes.rs"]
mod classes;
mod growth;
#[path = "../shared/news.rs"]
mod news;
mod peers;
#[path = "../shared/peers.rs"]
mod readers;
mod reuse;
#[path = "../shared/seeds.rs"]
mod seeds;
mod serialize;
mod stages;
mod worst;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use wirecopy::Parser;

/// Measures `read` over `texts`, one after another, as bytes a second.
fn over<T: AsRef<str>>(
    group: &mut BenchmarkGroup<WallTime>,
    name: &str,
    texts: &[T],
    mut read: impl FnMut(&str) -> usize,
) {
    group.throughput(Throughput::Bytes(texts.iter().map(|text| text.as_ref().len() as u64).sum()));
    let mut all = || texts.iter().map(|text| read(black_box(text.as_ref()))).sum::<usize>();
    group.bench_function(name, |b| b.iter(&mut all));
}

/// Structure alone, and the full parse.
fn parsers() -> [(&'static str, Parser); 2] {
    [("structure", Parser::new().structure_only(true)), ("full", Parser::new())]
}

/// Parses `text`, which must be one that can be parsed.
fn parse(parser: Parser, text: &str) -> usize {
    parser.parse(text).expect("an article").blocks().len()
}

criterion_group!(
    benches,
    by_class::bench,
    stages::bench,
    reuse::bench,
    serialize::bench,
    growth::bench,
    worst::bench,
    peers::bench
);
criterion_main!(benches);
