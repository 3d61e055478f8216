//! Bytes a second over the seeds: structure alone, the full parse, single stages, and what other readers of text
//! need for the same bytes.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::fs;
use std::hint::black_box;
use unicode_segmentation::UnicodeSegmentation;
use wirecopy::{_stages, Parser, Span};

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

/// Each seed by itself, then all of them, which is what `peers` and `stages` are measured on.
fn parses(c: &mut Criterion) {
    let seeds = seeds();
    for (name, parser) in [("structure", Parser::new().structure_only(true)), ("full", Parser::new())] {
        let parse = |text: &str| parser.parse(text).map_or(0, |article| article.blocks().len());
        let mut group = c.benchmark_group(name);
        for (name, text) in &seeds {
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_function(name, |b| b.iter(|| parse(black_box(text))));
        }
        group.finish();
        over_all(c, name, &[("seeds", &parse)]);
    }
}

/// What reads text without knowing articles: the floor (line ends, UTF-8), and the splitter of Unicode's rules.
fn peers(c: &mut Criterion) {
    let lines = |text: &str| memchr::memchr_iter(b'\n', text.as_bytes()).count();
    let utf8 = |text: &str| std::str::from_utf8(text.as_bytes()).map_or(0, str::len);
    let sentences = |text: &str| text.unicode_sentences().count();
    // Nobody is measured on work left undone.
    for (name, text) in seeds() {
        assert_eq!(lines(&text), text.matches('\n').count(), "{name}");
        assert_eq!(utf8(&text), text.len(), "{name}");
        assert!(
            sentences(&text) >= Parser::new().parse(&text).expect("an article").paragraphs().len(),
            "{name}"
        );
    }
    over_all(
        c,
        "peers",
        &[("memchr_lines", &lines), ("from_utf8", &utf8), ("unicode_sentences", &sentences)],
    );
}

fn stages(c: &mut Criterion) {
    let check = |text: &str| usize::from(_stages::check(text).is_ok());
    let sentences = |text: &str| {
        let mut out = Vec::new();
        _stages::sentences(text, Span::new(0, text.len() as u32), &mut out);
        out.len()
    };
    over_all(c, "stages", &[("check", &check), ("lines", &_stages::lines), ("sentences", &sentences)]);
}

/// Runs each reader over all seeds in turn.
fn over_all(c: &mut Criterion, group: &str, readers: &[(&str, &dyn Fn(&str) -> usize)]) {
    let seeds = seeds();
    let mut group = c.benchmark_group(group);
    group.throughput(Throughput::Bytes(seeds.iter().map(|(_, text)| text.len() as u64).sum()));
    for (name, read) in readers {
        let all = || seeds.iter().map(|(_, text)| read(black_box(text))).sum::<usize>();
        group.bench_function(*name, |b| b.iter(all));
    }
    group.finish();
}

criterion_group!(benches, parses, peers, stages);
criterion_main!(benches);
