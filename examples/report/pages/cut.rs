//! Text cut at the borders of what is marked in it.

use wirecopy::Span;

/// Something that is marked in a text. Marks may overlap and nest.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Mark<T> {
    pub(crate) span: Span,
    pub(crate) what: T,
}

/// A stretch of text in which no mark starts or ends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Piece<T> {
    pub(crate) span: Span,
    /// What covers it, in the order in which the marks start; of two that start together the longer comes first.
    pub(crate) marks: Vec<T>,
}

/// The pieces of `whole`, which tile it: cut where a mark starts or ends, and nowhere else.
pub(crate) fn cut<T: Copy>(whole: Span, mut marks: Vec<Mark<T>>) -> Vec<Piece<T>> {
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    let inside = |border: &u32| whole.start < *border && *border < whole.end;
    let borders = marks.iter().flat_map(|mark| [mark.span.start, mark.span.end]).filter(inside);
    let mut borders: Vec<u32> = borders.chain([whole.start, whole.end]).collect();
    borders.sort_unstable();
    borders.dedup();

    let mut coming = marks.into_iter().peekable();
    let mut open: Vec<Mark<T>> = Vec::new();
    let between = borders.windows(2).map(|ends| Span::new(ends[0], ends[1]));
    between
        .map(|span| {
            while let Some(mark) = coming.next_if(|mark| mark.span.start <= span.start) {
                open.push(mark);
            }
            open.retain(|mark| mark.span.end > span.start);
            Piece { span, marks: open.iter().map(|mark| mark.what).collect() }
        })
        .collect()
}
