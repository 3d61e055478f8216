//! What is marked in the text of each block.

use super::cut::Mark;
use wirecopy::{Article, Span};

/// What a stretch of text is. The numbers are indices into the article's quotations and attributions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum What {
    Dateline,
    /// What somebody said or is said to have said.
    Statement(usize),
    /// The words between the marks.
    Quote(usize),
    /// Who said it, as the clause has it.
    Mention(usize),
    /// The reporting word.
    Cue(usize),
}

/// The marks of each block.
pub(super) fn by_block(article: &Article) -> Vec<Vec<Mark<What>>> {
    let blocks: Vec<Span> = article.blocks().map(|block| block.span()).collect();
    let mut marks = vec![Vec::new(); blocks.len()];
    for mark in all(article) {
        let first = blocks.partition_point(|block| block.end <= mark.span.start);
        let covered = blocks[first..].iter().take_while(|block| block.overlaps(mark.span)).count();
        marks[first..first + covered].iter_mut().for_each(|block| block.push(mark));
    }
    marks
}

fn all(article: &Article) -> Vec<Mark<What>> {
    let mut marks = Vec::new();
    let mut add = |what: What, span: Span| marks.push(Mark { span, what });
    if let Some(dateline) = article.dateline() {
        add(What::Dateline, dateline.span());
    }
    for statement in article.attributions() {
        let index = statement.index();
        statement.content().for_each(|words| add(What::Statement(index), words.span()));
        statement.mention().into_iter().for_each(|words| add(What::Mention(index), words.span()));
        statement.cue().into_iter().for_each(|words| add(What::Cue(index), words.span()));
    }
    for quote in article.quotes() {
        add(What::Quote(quote.index()), quote.span());
    }
    marks
}
