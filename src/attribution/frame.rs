//! Sentences → frames: runs of sentences that no quotation straddles and no dash parts from their source.

use crate::quote::QuoteNode;
use crate::span::Span;
use core::ops::Range;

/// The frames of a passage with the quotations in each, in order.
pub(crate) struct Frames<'s> {
    text: &'s str,
    sentences: &'s [Span],
    quotes: &'s [QuoteNode],
    /// The next sentence and quotation.
    at: (usize, usize),
}

impl<'s> Frames<'s> {
    pub(crate) fn new(text: &'s str, sentences: &'s [Span], quotes: &'s [QuoteNode]) -> Self {
        Frames { text, sentences, quotes, at: (0, 0) }
    }
}

impl Iterator for Frames<'_> {
    type Item = (Span, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let (mut sentence, first) = self.at;
        let mut frame = *self.sentences.get(sentence)?;
        sentence += 1;
        let mut quote = first;
        while let Some(next) = self.quotes.get(quote).filter(|next| next.outer.start < frame.end) {
            // A quotation that ends in a later sentence draws the sentences up to there into the frame.
            while next.nested_in.is_none() && next.outer.end > frame.end {
                match self.sentences.get(sentence) {
                    Some(more) => {
                        frame.end = more.end;
                        sentence += 1;
                    }
                    None => break,
                }
            }
            quote += 1;
        }
        // “…” — Lee: the name belongs to the words before the dash.
        while let Some(more) =
            self.sentences.get(sentence).filter(|more| more.of(self.text).starts_with(['—', '―', '–']))
        {
            frame.end = more.end;
            sentence += 1;
        }
        while self.quotes.get(quote).is_some_and(|next| next.outer.start < frame.end) {
            quote += 1;
        }
        self.at = (sentence, quote);
        Some((frame, first..quote))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote::quotations;

    #[test]
    fn a_quotation_is_never_cut() {
        let text = "He spoke. “It rained. We left,” he said. “Yes.” It ended.";
        let whole = Span::from_usize(0, text.len());
        let (mut sentences, mut quotes) = (Vec::new(), Vec::new());
        crate::body::sentences(text, whole, &mut sentences);
        quotations(text, core::iter::once(whole), &mut quotes);
        let got: Vec<_> =
            Frames::new(text, &sentences, &quotes).map(|(frame, quotes)| (frame.of(text), quotes)).collect();
        assert_eq!(
            got,
            [
                ("He spoke.", 0..0),
                ("“It rained. We left,” he said.", 0..1),
                ("“Yes.”", 1..2),
                ("It ended.", 2..2)
            ]
        );
    }
}
