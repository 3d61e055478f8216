//! Quotations and sentences → who said what, by which word.
//!
//! A block is read frame by frame: a frame is one or more sentences that no quotation straddles. In each frame
//! rules find the reporting words, then the noun phrase that each one's clause names, then what the clause
//! reports. What was learned then weighs their word against all else that the frame offers: `choose` says whose each
//! quotation is, `report` what each clause reports. `carry` makes attributions of it all, and hands quotations that no
//! clause of their frame claims on from the clause before them.

mod apposition;
mod beside;
mod carry;
mod choose;
mod clauses;
mod content;
mod cue;
mod frame;
mod kind;
#[doc(hidden)]
pub mod learning;
mod model;
mod offers;
mod passages;
mod report;
mod signed;
mod sorts;
mod subject;
mod tally;
mod traits;
mod verb;
mod weigh;
#[cfg(feature = "learned")]
mod weights;

pub use report::{Act, Mood};

use crate::lexicon::Class;
use crate::limits::FRAME_TOKENS;
use crate::quote::QuoteNode;
use crate::scan::words::{self, Kind, Token};
use crate::span::Span;
use alloc::vec::Vec;

/// How much of what was said stands in marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum AttributionKind {
    /// All of it.
    Direct,
    /// Some of it.
    Mixed,
    /// None of it; a clause reports it: Lee said that the ferry was late.
    Indirect,
    /// None of it, and no clause reports it: what was said, thought, wished or planned is only named. Lee denied the
    /// claims; Lee hopes to sail.
    Narrated,
}

/// What an attribution stands on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Evidence {
    /// A clause after it: “…,” Lee said.
    ClauseAfter,
    /// A clause after it, verb first: “…,” said Lee.
    ClauseAfterInverted,
    /// A clause before it: Lee said “…”; Lee said that …
    ClauseBefore,
    /// A clause inside it: “…,” Lee said, “…”
    ClauseInside,
    /// “According to”, before or after it.
    AccordingTo,
    /// A name or noun and a colon before it: Lee: “…”
    Colon,
    /// A dash and a name after it: “…” — Lee
    Dash,
    /// A participle that hangs on the sentence's subject: …, saying “…”
    Participle,
    /// No clause of its own; it follows on a quotation that has one in the same paragraph.
    SameClause,
    /// A paragraph that is all quotation, after a paragraph whose speaker goes on.
    SpeakerGoesOn,
    /// The paragraph before left its quotation open.
    OpenQuotation,
    /// No clause of its own; the clause that follows in the same paragraph names the speaker.
    NextClause,
}

impl core::fmt::Display for Evidence {
    /// In words: "a clause after it".
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Evidence::ClauseAfter => "a clause after it",
            Evidence::ClauseAfterInverted => "a clause after it, verb first",
            Evidence::ClauseBefore => "a clause before it",
            Evidence::ClauseInside => "a clause inside it",
            Evidence::AccordingTo => "“according to”",
            Evidence::Colon => "a name and a colon before it",
            Evidence::Dash => "a dash and a name after it",
            Evidence::Participle => "a participle that hangs on the sentence",
            Evidence::SameClause => "the clause of the words before it",
            Evidence::SpeakerGoesOn => "the speaker of the paragraph before goes on",
            Evidence::OpenQuotation => "a quotation that the paragraph before left open",
            Evidence::NextClause => "the clause of the words after it",
        })
    }
}

/// One attribution.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct AttributionNode {
    pub(crate) kind: AttributionKind,
    pub(crate) evidence: Evidence,
    pub(crate) act: Act,
    pub(crate) mood: Mood,
    /// What was said, in pieces: a range of the spans of all attributions.
    pub(crate) content: (u32, u32),
    pub(crate) mention: Option<Span>,
    pub(crate) cue: Option<Span>,
    pub(crate) speaker: Option<u32>,
    pub(crate) block: u32,
    /// The attribution whose speaker goes on here, where no clause names one.
    pub(crate) follows: Option<u32>,
}

/// The attributions of an article.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Attributions {
    pub(crate) nodes: Vec<AttributionNode>,
    /// The pieces of what was said, attribution by attribution.
    pub(crate) content: Vec<Span>,
}

/// A block whose text is read for attributions: its number and its sentences.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Passage<'s> {
    pub(crate) block: u32,
    pub(crate) sentences: &'s [Span],
    /// Whether speech goes on from passage to passage here: paragraphs, not headlines or captions.
    pub(crate) running: bool,
}

/// A clause that reports.
#[derive(Clone, Copy, Debug)]
struct Clause {
    cue: Span,
    mention: Option<Span>,
    evidence: Evidence,
    /// What it reports, in up to two pieces around the clause, in tokens of its frame.
    content: [(usize, usize); 2],
    /// The tokens of the clause itself.
    at: (usize, usize),
    /// It reports by the marks alone: without a passage of its own nothing is said.
    marks_only: bool,
    /// It only names what was said: "denied the claims".
    narrates: bool,
}

/// A clause that ends its passage with a colon: "He said:". What it reports stands in the passages after it.
#[derive(Clone, Copy, Debug)]
struct Lead {
    cue: Span,
    mention: Option<Span>,
}

/// Reads attributions passage by passage, with buffers that are used again.
#[derive(Default)]
pub(crate) struct Reader {
    tokens: Vec<Token>,
    /// The words of a frame with passages, those inside marks too.
    words: Vec<Token>,
    clauses: Vec<Clause>,
    atoms: Vec<Span>,
    /// The quotation that each passage token of the frame stands for.
    members: Vec<u32>,
    weigher: weigh::Weigher,
    carry: carry::Carry,
    frames: Vec<(Span, core::ops::Range<usize>)>,
}

/// Tokens that may stand between a verb and the quotation inside a quotation that it reports.
const BESIDE: usize = 3;

impl Reader {
    /// What could be chosen as the source of each quotation of `passages`, and which of their words may report.
    pub(crate) fn log<'p>(
        text: &str,
        passages: impl Iterator<Item = Passage<'p>>,
        quotes: &mut [QuoteNode],
    ) -> learning::Log {
        let mut reader = Reader::default();
        reader.weigher.log = Some(learning::Log::default());
        reader.read(text, passages, quotes, |_, _| (), &mut Attributions::default());
        reader.weigher.log.unwrap_or_default()
    }

    /// Attributes the quotations of `passages`, and finds reported speech in them; appends what it finds to `out`. `seen`
    /// is shown each sentence, with all its words where they have been read.
    pub(crate) fn read<'p>(
        &mut self,
        text: &str,
        passages: impl Iterator<Item = Passage<'p>>,
        quotes: &mut [QuoteNode],
        mut seen: impl FnMut(Span, Option<&[Token]>),
        out: &mut Attributions,
    ) {
        let mut carry = core::mem::take(&mut self.carry);
        let mut frames = core::mem::take(&mut self.frames);
        carry.start();
        let mut next_quote = 0;
        for passage in passages {
            while quotes.get(next_quote).is_some_and(|quote| quote.block < passage.block) {
                next_quote += 1;
            }
            let first = next_quote;
            while quotes.get(next_quote).is_some_and(|quote| quote.block == passage.block) {
                next_quote += 1;
            }
            carry.enter();
            frames.clear();
            frames.extend(frame::Frames::new(text, passage.sentences, &quotes[first..next_quote]));
            for (frame, members) in frames.iter().cloned() {
                let mut words = self.lex(text, frame, quotes, first + members.start..first + members.end);
                let from = passage.sentences.partition_point(|sentence| sentence.start < frame.start);
                let inside = passage.sentences[from..].iter().take_while(|next| next.start < frame.end);
                for sentence in inside {
                    seen(*sentence, words.as_mut().and_then(|words| split_off(words, sentence.end)));
                }
                let mut members = self.members.as_slice();
                let marked = !members.is_empty();
                for tokens in self.tokens.chunks(FRAME_TOKENS) {
                    self.clauses.clear();
                    clauses::find(text, tokens, &mut self.clauses);
                    let mut here = members;
                    if marked {
                        beside::find(text, tokens, &mut self.clauses);
                        let passages = tokens.iter().filter(|token| token.is(Kind::Passage)).count();
                        (here, members) = members.split_at(passages.min(members.len()));
                    }
                    let lead = verb::lead(text, tokens);
                    self.weigher.settle(text, tokens, &mut self.clauses, &carry, passage.running);
                    carry.frame(
                        &carry::Frame {
                            text,
                            tokens,
                            clauses: &self.clauses,
                            owners: self.weigher.owners(),
                            members: here,
                            block: passage.block,
                            lead,
                        },
                        quotes,
                    );
                }
            }
            carry.leave(text, &passage, quotes, first..next_quote);
            self.inside(text, quotes, first..next_quote, &mut carry);
        }
        carry.finish(out);
        (self.carry, self.frames) = (carry, frames);
    }

    /// Gives words in marks inside a quotation to those whom the speaker quotes: “He said ‘no’ to us,” Lee said.
    fn inside(
        &mut self,
        text: &str,
        quotes: &mut [QuoteNode],
        range: core::ops::Range<usize>,
        carry: &mut carry::Carry,
    ) {
        let mut next = range.start;
        while let Some(outer) = quotes[next..range.end].iter().find_map(|quote| quote.nested_in) {
            let from = (outer as usize + 1).max(next);
            let inner = quotes[from..range.end].iter().take_while(|quote| quote.nested_in == Some(outer));
            next = from + inner.clone().count().max(1);
            self.atoms.clear();
            self.atoms.extend(inner.map(|quote| quote.outer));
            self.tokens.clear();
            words::words(text, quotes[outer as usize].span, &self.atoms, &mut self.tokens);
            self.tokens.truncate(FRAME_TOKENS);
            self.clauses.clear();
            clauses::find(text, &self.tokens, &mut self.clauses);
            beside::find(text, &self.tokens, &mut self.clauses);
            self.weigher.settle_inside(text, &self.tokens, &mut self.clauses);
            for (quote, owner) in (from..next).zip(self.weigher.owners()) {
                let choose::Owner::Clause(clause) = owner else { continue };
                let clause = &self.clauses[*clause];
                // Words that the speaker sets in marks for irony are no speech: the verb of saying stands beside them.
                let start = quotes[quote].outer.start;
                let between = |token: &&Token| token.start >= clause.cue.end && token.end <= start;
                if text.as_bytes()[start as usize] != b'"'
                    && clause.cue.end <= start
                    && self.tokens.iter().filter(between).count() <= BESIDE
                    && crate::lexicon::class(clause.cue.of(text)).any(Class::SAY.and(Class::TELL))
                {
                    carry.inside(text, clause, quote, outer, quotes);
                }
            }
        }
    }

    /// Reads the tokens of a frame. Gives all its words, those inside marks too, where these were read.
    fn lex(
        &mut self,
        text: &str,
        frame: Span,
        quotes: &[QuoteNode],
        range: core::ops::Range<usize>,
    ) -> Option<&[Token]> {
        self.atoms.clear();
        self.members.clear();
        self.tokens.clear();
        for at in range {
            let quote = &quotes[at];
            if quote.nested_in.is_none() && frame.contains(quote.outer) {
                self.atoms.push(quote.outer);
                self.members.push(at as u32);
            }
        }
        if self.atoms.is_empty() {
            words::words(text, frame, &[], &mut self.tokens);
            return Some(&self.tokens);
        }
        // A remark in brackets is one token: one that goes over a mark must be read anew.
        if memchr::memchr2(b'(', b'[', frame.of(text).as_bytes()).is_none() {
            self.words.clear();
            words::words(text, frame, &[], &mut self.words);
            if words::fold(&self.words, &self.atoms, &mut self.tokens) {
                return Some(&self.words);
            }
            self.tokens.clear();
        }
        words::words(text, frame, &self.atoms, &mut self.tokens);
        None
    }
}

/// Takes the tokens before `end` off the front of `tokens`, unless one goes over it.
fn split_off<'t>(tokens: &mut &'t [Token], end: u32) -> Option<&'t [Token]> {
    let (before, after) = tokens.split_at(tokens.partition_point(|token| token.start < end));
    *tokens = after;
    before.last().is_none_or(|last| last.end <= end).then_some(before)
}
