//! Why a quotation has the speaker that it has.

use super::worker::log_of;
use crate::article::{Article, Quote, Text};
use crate::attribution::learning::{Row, score};
use alloc::format;
use alloc::vec::Vec;
use core::fmt::{Display, Formatter, Result};

/// Why a quotation has the speaker that it has, or none.
///
/// Printed, it says so in words: the evidence, the clause, and whom the sentence offered else.
#[derive(Clone, Debug)]
pub struct Explanation<'a> {
    quote: Quote<'a>,
    candidates: Vec<Candidate<'a>>,
}

/// Somebody whom a quotation could have been given to, and what speaks for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Candidate<'a> {
    /// Who.
    pub source: Source<'a>,
    /// The sum of the weights that speak for it; without the feature `learned` there are none, and it is 0. Whoever has
    /// most of it is chosen, unless the passages around the quotation say otherwise.
    pub score: i32,
}

/// Whom a quotation could have been given to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Source<'a> {
    /// Nobody: a title, a term, irony.
    Nobody,
    /// Whoever spoke in the sentence before.
    SpeakerBefore,
    /// Whoever these words name.
    Mention(Text<'a>),
}

impl<'a> Explanation<'a> {
    /// The quotation.
    pub fn quote(&self) -> Quote<'a> {
        self.quote
    }

    /// Whom its sentence offered, the most likely first. None were weighed for a quotation that stands without a word
    /// beside it, which goes to the speaker before, and for one inside another.
    pub fn candidates(&self) -> &[Candidate<'a>] {
        &self.candidates
    }
}

impl Article<'_> {
    /// Why each quotation has the speaker that it has, in the order of [`quotes`](Self::quotes).
    ///
    /// The candidates are found anew, which takes as long as finding them did.
    ///
    /// ```
    /// let article = wirecopy::parse("The mayor listened to Bo Lund. “We saw cracks,” Ida Voss told him.")?;
    /// let why = article.explain();
    /// assert_eq!(
    ///     why[0].to_string(),
    ///     "Ida Voss: a clause after it, “Ida Voss told”; weighed against nobody"
    /// );
    /// # Ok::<(), wirecopy::ParseError>(())
    /// ```
    pub fn explain(&self) -> Vec<Explanation<'_>> {
        let inner = self.inner();
        let log = log_of(inner.source, inner.nodes);
        let mut rows = log.rows.iter().peekable();
        let mut out = Vec::with_capacity(inner.nodes.quotes.len());
        for quote in self.quotes() {
            let outer = inner.nodes.quotes[quote.index()].outer;
            while rows.next_if(|row| row.passage.start < outer.start).is_some() {}
            let row = rows.next_if(|row| row.passage == outer);
            let candidates = row.map_or(Vec::new(), |row| candidates(inner.source, row));
            out.push(Explanation { quote, candidates });
        }
        out
    }
}

/// Whom a passage was weighed for, each once, the most likely first.
fn candidates<'a>(text: &'a str, row: &Row) -> Vec<Candidate<'a>> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for (at, choice) in row.choices.iter().enumerate() {
        let source = match choice.mention {
            _ if at == 1 && row.carried => Source::SpeakerBefore,
            _ if at == 0 => Source::Nobody,
            None => continue,
            Some(span) => Source::Mention(Text { source: text, span }),
        };
        let score = score(choice, at == 0);
        match candidates.iter_mut().find(|known| known.source == source) {
            Some(known) => known.score = known.score.max(score),
            None => candidates.push(Candidate { source, score }),
        }
    }
    candidates.sort_by_key(|candidate| core::cmp::Reverse(candidate.score));
    candidates
}

impl Display for Explanation<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let mut mention = None;
        match self.quote.attribution() {
            None => write!(f, "nobody is said to have spoken it")?,
            Some(attribution) => {
                write!(f, "{}: ", attribution.speaker().map_or("somebody who is not named", |it| it.name()))?;
                write!(f, "{}", attribution.evidence())?;
                // The clause that names the speaker, if need be that of the words before.
                let clause = core::iter::successors(Some(attribution), |it| it.follows());
                let clause = clause.into_iter().find(|it| it.cue().is_some()).unwrap_or(attribution);
                mention = clause.mention();
                let mut words: Vec<_> = clause.mention().into_iter().chain(clause.cue()).collect();
                words.sort_by_key(|words| words.span().start);
                let words: Vec<_> = words.into_iter().map(Text::folded).collect();
                if !words.is_empty() {
                    write!(f, ", “{}”", words.join(" "))?;
                }
            }
        }
        let named = |source: Source| match source {
            Source::Nobody => ("nobody".into(), self.quote.attribution().is_none()),
            Source::SpeakerBefore => ("the speaker before".into(), false),
            Source::Mention(words) => (format!("“{}”", words.folded()), Some(words) == mention),
        };
        let others = self.candidates.iter().map(|candidate| named(candidate.source));
        let others: Vec<_> = others.filter(|(_, chosen)| !chosen).map(|(name, _)| name).collect();
        if others.is_empty() { Ok(()) } else { write!(f, "; weighed against {}", others.join(", ")) }
    }
}
