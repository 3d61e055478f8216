//! Writing what was parsed as JSON; bytes are those of the text, so that it can be set beside the parse.

use crate::classes;
use criterion::{Criterion, Throughput};

pub(crate) fn bench(c: &mut Criterion) {
    let mut group = c.benchmark_group("serialize");
    for (class, text) in classes::classes() {
        let article = wirecopy::parse(&text).expect("an article");
        let mut json = Vec::new();
        serde_json::to_writer(&mut json, &article).expect("an article is JSON");
        let read: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
        assert_eq!(read["blocks"].as_array().map(Vec::len), Some(article.blocks().len()), "{class}");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(class, |b| {
            b.iter(|| {
                json.clear();
                serde_json::to_writer(&mut json, &article).expect("an article is JSON");
                json.len()
            });
        });
    }
    group.finish();
}
