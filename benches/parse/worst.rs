//! A megabyte of what is written to be slow, beside a megabyte of news.

use crate::adversarial::FAMILY;
use crate::news::news;
use crate::{over, parse};
use criterion::{Criterion, SamplingMode};
use wirecopy::Parser;

const LEN: usize = 1 << 20;

pub(crate) fn bench(c: &mut Criterion) {
    let mut group = c.benchmark_group("worst");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    over(&mut group, "news", &[news(LEN)], |text| parse(Parser::new(), text));
    for member in FAMILY {
        over(&mut group, member.name, &[member.text(LEN)], |text| parse(Parser::new(), text));
    }
    group.finish();
}
