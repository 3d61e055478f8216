//! Each class of input by itself, as structure alone and in full.

use crate::{classes, over, parse, parsers};
use criterion::Criterion;

pub(crate) fn bench(c: &mut Criterion) {
    for (name, parser) in parsers() {
        let mut group = c.benchmark_group(name);
        for (class, text) in classes::classes() {
            over(&mut group, class, &[text], |text| parse(parser, text));
        }
        group.finish();
    }
}
