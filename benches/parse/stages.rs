//! Single stages, and what each step of the parse adds to the one before.

use crate::{over, parse, parsers, seeds};
use criterion::Criterion;
use wirecopy::{_stages, Parser, Span};

pub(crate) fn bench(c: &mut Criterion) {
    let texts: Vec<_> = seeds::seeds().into_iter().map(|(_, text)| text).collect();
    let mut group = c.benchmark_group("stages");
    over(&mut group, "check", &texts, |text| usize::from(_stages::check(text).is_ok()));
    over(&mut group, "lines", &texts, _stages::lines);
    let mut spans = Vec::new();
    over(&mut group, "sentences", &texts, |text| {
        spans.clear();
        _stages::sentences(text, Span::new(0, text.len() as u32), &mut spans);
        spans.len()
    });
    // No stage after these can run alone: what layout, head and speech take is what these differ by.
    let body = Parser::new().structure_only(true).body_only(true);
    over(&mut group, "structure_of_body", &texts, |text| parse(body, text));
    for (name, parser) in parsers() {
        over(&mut group, name, &texts, |text| parse(parser, text));
    }
    group.finish();
}
