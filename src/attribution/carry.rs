//! Quotations → attributions, also where a quotation has no clause of its own and one before it serves.

use super::choose::Owner;
use super::content::{self, has_words};
use super::report::{Act, Mood, act, mood};
use super::{AttributionKind, AttributionNode, Attributions, Clause, Evidence, Lead, Passage};
use crate::lexicon::Class;
use crate::quote::QuoteNode;
use crate::scan::words::{Kind, Token};
use crate::span::Span;
use alloc::vec::Vec;
use core::ops::Range;

/// A frame: its tokens, its clauses, and the quotations that its passage tokens stand for, in order.
pub(super) struct Frame<'f> {
    pub(super) text: &'f str,
    pub(super) tokens: &'f [Token],
    pub(super) clauses: &'f [Clause],
    pub(super) members: &'f [u32],
    /// Whose each of them is.
    pub(super) owners: &'f [Owner],
    pub(super) block: u32,
    pub(super) lead: Option<Lead>,
}

/// Whom a clause names, if it names anyone.
pub(super) struct Named(pub(super) Option<Span>);

/// Where a quotation without a clause of its own gets its speaker from.
#[derive(Clone, Copy)]
enum Source {
    /// A clause or name that a colon ends.
    Lead(Lead),
    /// An attribution, and why its speaker goes on.
    Before(usize, Evidence),
}

/// The longest name of a transcript's turn, in bytes.
const TURN: usize = 40;

/// The name in capitals that opens a turn of a transcript: "VOSS: We shut it."
fn turn(text: &str, quote: Span) -> Option<Lead> {
    let words = quote.of(text);
    let name = &words[..words.bytes().take(TURN).position(|byte| byte == b':')?];
    let capitals = name.bytes().filter(u8::is_ascii_uppercase).count() >= 2
        && !name.bytes().any(|byte| byte.is_ascii_lowercase());
    let at = quote.start as usize;
    let span = Span::from_usize(at, at + name.len());
    let colon = Span::from_usize(at + name.len(), at + name.len() + 1);
    (capitals && name.split(' ').count() <= 4).then_some(Lead { cue: colon, mention: Some(span) })
}

/// What is handed on from clause to clause and from paragraph to paragraph.
#[derive(Default)]
pub(super) struct Carry {
    made: Vec<AttributionNode>,
    /// What was said, each piece with the number of its attribution.
    pieces: Vec<(u32, Span)>,
    /// The last attribution of this passage, and of the passage before it.
    here: Option<usize>,
    before: Option<usize>,
    /// The passage before ended inside a quotation.
    open: bool,
    /// Quotations at the start of this passage that no clause has claimed, while nothing else stood there.
    waiting: Vec<u32>,
    /// Words stood outside marks in this passage.
    words: bool,
    /// The passage before ended with a clause and a colon; this one did.
    led: Option<Lead>,
    leads: Option<Lead>,
}

impl Carry {
    /// Starts a text.
    pub(super) fn start(&mut self) {
        self.made.clear();
        self.pieces.clear();
        (self.here, self.before, self.open) = (None, None, false);
        (self.led, self.leads) = (None, None);
    }

    /// Starts a passage.
    pub(super) fn enter(&mut self) {
        self.here = None;
        self.waiting.clear();
        self.words = false;
        self.led = self.leads.take();
    }

    /// Whom the last clause of this passage names, if there is one.
    pub(super) fn mention(&self) -> Option<Named> {
        let mut at = self.here?;
        while let (None, Some(before)) = (self.made[at].mention, self.made[at].follows) {
            at = before as usize;
        }
        Some(Named(self.made[at].mention))
    }

    /// Takes the clauses of one frame and gives its quotations to them.
    pub(super) fn frame(&mut self, frame: &Frame, quotes: &mut [QuoteNode]) {
        let outside = has_words(frame.tokens);
        let speaker = self.here;
        for number in 0..frame.clauses.len() {
            self.clause(frame, number, quotes);
        }
        let carried = frame.members.iter().zip(frame.owners).filter(|(_, owner)| **owner == Owner::Carried);
        for (quote, _) in carried.filter(|_| outside) {
            if let Some(at) = speaker {
                self.add(at, *quote, quotes);
            }
        }
        if !outside {
            for quote in frame.members {
                match self.here {
                    Some(at) => self.add(at, *quote, quotes),
                    None => self.waiting.push(*quote),
                }
            }
        }
        self.words |= outside;
        self.leads = frame.lead;
    }

    fn clause(&mut self, frame: &Frame, number: usize, quotes: &mut [QuoteNode]) {
        let at = self.made.len();
        let clause = &frame.clauses[number];
        let first = self.pieces.len();
        let (mut words, mut marked) = (false, false);
        for (from, to) in clause.content {
            let tokens = &frame.tokens[from..to.max(from)];
            if has_words(tokens) {
                self.pieces.extend(content::span(tokens).map(|piece| (at as u32, piece)));
                marked |= tokens.iter().any(|token| token.is(Kind::Passage));
                words = true;
            }
        }
        let mut owns = false;
        for (quote, owner) in frame.members.iter().zip(frame.owners) {
            if *owner == Owner::Clause(number) {
                let node = &mut quotes[*quote as usize];
                node.attribution = Some(at as u32);
                owns = true;
                if !self.pieces[first..].iter().any(|(_, piece)| piece.contains(node.span)) {
                    self.pieces.push((at as u32, node.span));
                }
            }
        }
        marked |= owns;
        if clause.marks_only && !owns {
            self.pieces.truncate(first);
        }
        if self.pieces.len() == first {
            return;
        }
        let cue = frame.tokens.partition_point(|token| token.start < clause.cue.start);
        let act = act(&frame.tokens[cue]);
        let mood = mood(frame.text, frame.tokens, clause.at.0, cue);
        // Whoever only thinks, wishes or judges something says nothing that could go on in the next passage.
        let kind = match (marked, words) {
            (true, false) => AttributionKind::Direct,
            (true, true) => AttributionKind::Mixed,
            _ if clause.narrates || mood == Mood::Negated || !matches!(act, Act::Speech | Act::Writing) => {
                AttributionKind::Narrated
            }
            _ => AttributionKind::Indirect,
        };
        let says = !frame.tokens[cue].class.any(Class::ATTITUDE.and(Class::JUDGE).and(Class::SAY_NOUN))
            || frame.tokens[cue].class.any(Class::SAY.and(Class::TELL));
        self.made.push(AttributionNode {
            kind,
            evidence: clause.evidence,
            act,
            mood,
            content: (0, 0),
            mention: clause.mention,
            cue: Some(clause.cue),
            speaker: None,
            block: frame.block,
            follows: None,
        });
        if says || owns {
            self.here = Some(at);
        }
    }

    /// Makes an attribution of a quotation that a clause inside the quotation `outer` claims.
    pub(super) fn inside(
        &mut self,
        text: &str,
        clause: &Clause,
        quote: usize,
        outer: u32,
        quotes: &mut [QuoteNode],
    ) {
        // “And I said ‘no’,” Lee said: who says "I" there is who speaks.
        let own = clause.mention.is_some_and(|mention| {
            crate::lexicon::class(mention.of(text)).any(Class::FIRST_PERSON.and(Class::SECOND_PERSON))
        });
        let follows = quotes[outer as usize].attribution.filter(|_| own);
        let node = &mut quotes[quote];
        node.attribution = Some(self.made.len() as u32);
        self.pieces.push((self.made.len() as u32, node.span));
        self.made.push(AttributionNode {
            kind: AttributionKind::Direct,
            evidence: clause.evidence,
            act: Act::Speech,
            mood: Mood::Asserted,
            content: (0, 0),
            mention: clause.mention,
            cue: Some(clause.cue),
            speaker: None,
            block: node.block,
            follows,
        });
    }

    /// Adds a quotation without a clause to the attribution at `at`, of the same passage.
    fn add(&mut self, at: usize, quote: u32, quotes: &mut [QuoteNode]) {
        let node = &mut quotes[quote as usize];
        node.attribution = Some(at as u32);
        if matches!(self.made[at].kind, AttributionKind::Indirect | AttributionKind::Narrated) {
            // An indirect statement and then its speaker's own words: those are a statement of their own.
            self.here = Some(self.alone(quote, Source::Before(at, Evidence::SameClause), quotes));
            return;
        }
        self.pieces.push((at as u32, node.span));
    }

    /// Makes an attribution of a quotation that has no clause in its own passage.
    fn alone(&mut self, quote: u32, source: Source, quotes: &mut [QuoteNode]) -> usize {
        let made = self.made.len();
        let node = &mut quotes[quote as usize];
        node.attribution = Some(made as u32);
        let (evidence, lead, follows) = match source {
            Source::Lead(lead) => (Evidence::Colon, Some(lead), None),
            Source::Before(at, evidence) => (evidence, None, Some(at as u32)),
        };
        let act = follows.map_or(Act::Speech, |at| self.made[at as usize].act);
        self.pieces.push((self.made.len() as u32, node.span));
        self.made.push(AttributionNode {
            kind: AttributionKind::Direct,
            evidence,
            act,
            mood: Mood::Asserted,
            content: (0, 0),
            mention: lead.and_then(|lead| lead.mention),
            cue: lead.map(|lead| lead.cue),
            speaker: None,
            block: node.block,
            follows,
        });
        made
    }

    /// Ends a passage: quotations that still wait go to the speaker of the passage before, or to the clause that came.
    pub(super) fn leave(
        &mut self,
        text: &str,
        passage: &Passage,
        quotes: &mut [QuoteNode],
        own: Range<usize>,
    ) {
        let waiting = core::mem::take(&mut self.waiting);
        let mut first = None;
        for quote in &waiting {
            if let Some(turn) = turn(text, quotes[*quote as usize].span) {
                first = Some(self.alone(*quote, Source::Lead(turn), quotes));
            } else if let Some(at) = first {
                self.add(at, *quote, quotes);
            } else if let Some(source) = self.source(passage) {
                first = Some(self.alone(*quote, source, quotes));
            }
        }
        self.here = self.here.or(first);
        self.waiting = waiting;
        if passage.running {
            self.open = quotes[own].iter().any(|quote| quote.open && quote.nested_in.is_none());
            self.before = self.here;
        }
    }

    /// Whose a quotation is that opens a passage and has no clause in its frame.
    fn source(&self, passage: &Passage) -> Option<Source> {
        if !passage.running {
            return None;
        }
        if let Some(lead) = self.led {
            return Some(Source::Lead(lead));
        }
        match (self.before, self.here) {
            (Some(before), _) if self.open => Some(Source::Before(before, Evidence::OpenQuotation)),
            (Some(before), None) if !self.words => Some(Source::Before(before, Evidence::SpeakerGoesOn)),
            (_, Some(here)) => Some(Source::Before(here, Evidence::NextClause)),
            _ => None,
        }
    }

    /// Gives all attributions to `out`, their pieces in order.
    pub(super) fn finish(&mut self, out: &mut Attributions) {
        self.pieces.sort_unstable();
        self.pieces.dedup();
        let mut pieces = self.pieces.iter().peekable();
        for (number, mut node) in (0..).zip(self.made.drain(..)) {
            let from = out.content.len() as u32;
            while let Some((_, piece)) = pieces.next_if(|(owner, _)| *owner == number) {
                out.content.push(*piece);
            }
            node.content = (from, out.content.len() as u32);
            out.nodes.push(node);
        }
    }
}
