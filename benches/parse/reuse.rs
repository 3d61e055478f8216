//! Article after article, as an archive is read: a worker that uses its memory again, and a new start for each.

use crate::{over, parse, seeds};
use criterion::Criterion;
use wirecopy::Parser;

pub(crate) fn bench(c: &mut Criterion) {
    let seeds: Vec<_> = seeds::seeds().into_iter().map(|(_, text)| text).collect();
    let articles: Vec<_> = seeds.iter().cycle().take(20 * seeds.len()).collect();
    let mut group = c.benchmark_group("reuse");
    group.sample_size(20);
    let parser = Parser::new();
    let mut worker = parser.worker();
    over(&mut group, "one_worker", &articles, |text| {
        let article = worker.parse(text).expect("an article");
        let blocks = article.blocks().len();
        worker.recycle(article);
        blocks
    });
    over(&mut group, "new_workers", &articles, |text| parse(parser, text));
    group.finish();
}
