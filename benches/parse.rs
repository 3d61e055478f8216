//! Structure alone and the full parse, over the seeds, in bytes a second.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::fs;
use std::hint::black_box;
use wirecopy::Parser;

fn seeds() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let mut seeds: Vec<_> = fs::read_dir(folder)
        .expect("the seeds are part of the repository")
        .map(|entry| entry.expect("a seed can be listed").path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .map(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("a seed is UTF-8"))
        })
        .collect();
    seeds.sort();
    seeds
}

fn groups(c: &mut Criterion) {
    for (group, parser) in [("structure", Parser::new().structure_only(true)), ("full", Parser::new())] {
        let mut group = c.benchmark_group(group);
        for (name, text) in seeds() {
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_function(&name, |b| {
                b.iter(|| parser.parse(black_box(&text)).map(|article| article.quotes().len()));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, groups);
criterion_main!(benches);
