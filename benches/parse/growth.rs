//! News from 1 KB to 64 MB: a byte of a long text takes no longer than one of a short text.

use crate::news::news;
use crate::{over, parse, parsers};
use criterion::{Criterion, SamplingMode};

pub(crate) fn bench(c: &mut Criterion) {
    for (name, parser) in parsers() {
        let mut group = c.benchmark_group(format!("growth_{name}"));
        group.sample_size(10).sampling_mode(SamplingMode::Flat);
        for kilobytes in [1, 8, 64, 1 << 10, 8 << 10, 64 << 10] {
            let text = news(kilobytes << 10);
            over(&mut group, &format!("{kilobytes}_KB"), &[text], |text| parse(parser, text));
        }
        group.finish();
    }
}
