//! What else reads the same bytes, in the same run; its results are checked first.

use crate::readers::{MARKDOWN, SENTENCES, peers};
use crate::{over, parse, parsers, seeds};
use criterion::Criterion;

pub(crate) fn bench(c: &mut Criterion) {
    let (names, texts): (Vec<_>, Vec<_>) = seeds::seeds().into_iter().unzip();
    for (name, text) in names.iter().zip(&texts) {
        assert_results(name, text);
    }
    let mut group = c.benchmark_group("peers");
    for (name, read) in peers() {
        over(&mut group, name, &texts, read);
    }
    for (name, parser) in parsers() {
        over(&mut group, name, &texts, |text| parse(parser, text));
    }
    group.finish();
}

/// Nobody is measured on work left undone: each peer's count is compared with one that was made another way.
pub(crate) fn assert_results(name: &str, text: &str) {
    let count = |peer: &str| {
        let found = peers().into_iter().find(|(name, _)| *name == peer);
        found.unwrap_or_else(|| panic!("there is no peer {peer}")).1(text)
    };
    assert_eq!(count("memchr newlines"), text.matches('\n').count(), "{name}");
    assert_eq!(count("str::from_utf8"), text.len(), "{name}");
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    assert!(count("unicode_words") * 2 > words, "{name}");
    let article = wirecopy::parse(text).expect("an article");
    assert!(count(SENTENCES) >= article.paragraphs().len(), "{name}");
    // Start and end of each paragraph of Markdown, at the least of those that a blank line ends.
    assert!(count(MARKDOWN) >= text.split("\n\n").count(), "{name}");
    let marks = text.matches(['“', '"']).count() + text.matches("``").count();
    assert!(count("regex quotations") <= marks, "{name}");
    assert!(marks < 2 || count("regex quotations") > 0, "{name}");
}
