//! A text, and the same text with an edit behind a place: what stands before that place is read as it was.
//!
//! Running text only: which lines of a page are its story is weighed over all of it.

use crate::laws;
use wirecopy::{Article, Parser};

pub(crate) fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let parser = Parser::new().body_only(true);
    let Ok(article) = parser.parse(text) else { return };
    appended(&parser, text, &article);
    let last = article.blocks().len() - 1;
    for block in [1, last / 2, last] {
        rewritten(&parser, text, &article, block);
    }
}

/// A paragraph without names or marks, as long as a line may be without changing how a text was wrapped.
const PLAIN: &str = "It rained.";

/// An unrelated paragraph at the end changes nothing.
fn appended(parser: &Parser, text: &str, article: &Article) {
    if !text.lines().any(|line| line.trim().chars().count() > PLAIN.len()) {
        return;
    }
    let longer = format!("{text}\n\n{PLAIN}");
    let other = parser.parse(&longer).expect("the text and a paragraph more");
    let before = u32::try_from(text.len()).expect("a short text");
    assert_eq!(speech(article, before, true), speech(&other, before, true));
}

/// Other letters from the block on, as many, of the same case: names and verbs are gone, all marks stand.
fn rewritten(parser: &Parser, text: &str, article: &Article, block: usize) {
    let Some(block) = article.blocks().nth(block).filter(|_| block > 0) else { return };
    let (kept, rest) = text.split_at(block.span().start as usize);
    let letter = |c: char| match c {
        'a'..='z' => 'x',
        'A'..='Z' => 'X',
        other => other,
    };
    let edited = kept.to_string() + &rest.chars().map(letter).collect::<String>();
    let other = parser.parse(&edited).expect("the same number of letters");
    let place = block.span().start;
    assert_eq!(speech(article, place, false), speech(&other, place, false), "{kept:?}");
    laws::hold(&edited, &other);
}

/// All that was found of speech before `end`. A name printed later may be the fuller one: `named` compares names too.
fn speech(article: &Article, end: u32, named: bool) -> Vec<String> {
    let blocks = article.blocks().filter(|block| block.span().end <= end);
    let mut out: Vec<_> = blocks.map(|block| format!("{:?} {:?}", block.kind(), block.span())).collect();
    for quote in article.quotes().filter(|quote| quote.span().end <= end) {
        out.push(format!(
            "{:?} {:?} {} {:?}",
            quote.span(),
            quote.form(),
            quote.is_open(),
            quote.nested_in().map(|it| it.index())
        ));
        out.extend(quote.attribution().map(|it| format!("{it:?}")));
        out.extend(quote.speaker().filter(|_| named).map(|speaker| format!("{speaker:?}")));
    }
    for attribution in article.attributions() {
        let ends = attribution.content().last().is_some_and(|last| last.span().end <= end);
        if ends {
            out.push(format!("{attribution:?}"));
        }
    }
    out
}
