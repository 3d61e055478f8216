//! What speaks for a spot as a report, and for a place as where its words begin or end.

use super::extent;
use super::frame::Frame;
use super::sorts::{
    AHEAD, BREAKING, BREAKS, ENDINGS, HELPERS, LEADS, LENGTHS, ahead, breaking, breaks, ending, helper, steps,
};
use super::spot::{ALL_TIES as TIES, Side, Spot};
use super::traits::{Group, RULES, Sink, add};
use super::words::{self, Own};
use crate::attribution::cue;
use crate::attribution::kind::{self, KINDS};
use crate::attribution::sorts::{self as offers, LEVELS, NEXT, OPENS, WHO, WORDS};
use crate::grammar::clause::complementiser;
use crate::lexicon::{Class, Words, word};
use crate::scan::words::Kind;

/// A spot in its frame, as the traits see it.
pub(super) struct View<'f> {
    pub(super) frame: &'f Frame<'f>,
    pub(super) spot: &'f Spot,
    sort: usize,
    level: usize,
    /// Past, third person, gerund, base, none.
    form: usize,
    who: usize,
    opens: usize,
    next: usize,
    /// What the rules say: nothing, or their evidence; and the side.
    rule: usize,
    rule_side: Option<Side>,
    helper: usize,
    lead: usize,
    ahead: usize,
    depth: usize,
    owns: (bool, bool),
    before_verbs: usize,
    /// The small word after the cue, and how the cue ends.
    next_word: usize,
    ending: usize,
}

impl<'f> View<'f> {
    pub(super) fn new(frame: &'f Frame<'f>, spot: &'f Spot) -> Self {
        let (text, tokens, tally) = (frame.text, frame.tokens, frame.tally);
        let offer = spot.offer();
        let sort = offers::word(tokens, &offer);
        let forms = [Class::PAST, Class::THIRD, Class::GERUND, Class::BASE];
        let form = forms.iter().position(|form| tokens[spot.cue].class.any(*form));
        let rule = spot.rule.map(|rule| &frame.clauses[rule]);
        let rule_side = rule.map(|clause| {
            let pieces = || clause.content.iter().filter(|piece| piece.0 < piece.1);
            match (pieces().any(|piece| piece.1 <= spot.cue), pieces().any(|piece| piece.0 > spot.cue)) {
                (true, true) => Side::Around,
                (true, false) => Side::Before,
                (false, _) => Side::After,
            }
        });
        View {
            frame,
            spot,
            sort,
            level: offers::level(sort),
            form: form.unwrap_or(4),
            who: offers::who(&tokens[spot.mention.0..spot.mention.1]),
            opens: offers::opens(tokens, &offer),
            next: offers::next(tokens, spot.cue),
            rule: rule.map_or(0, |clause| 1 + clause.evidence as usize),
            rule_side,
            helper: helper(text, tokens, spot.cue),
            lead: lead(frame, spot),
            ahead: ahead(tally, tokens, spot.cue + 1, spot.until),
            depth: tally.reports(spot.from, spot.cue).min(3),
            owns: spot.rule.map_or((false, false), |rule| frame.claims.owns(rule, spot.cue)),
            before_verbs: tally.verbs(spot.from, spot.clause).min(2),
            next_word: breaking(tokens, spot.cue + 1),
            ending: ending(tokens[spot.cue].text(text)),
        }
    }

    fn kind(&self, at: usize) -> usize {
        self.frame.tally.kind(at)
    }

    /// Whether its verb is one of saying, not of judging, believing, wishing or planning.
    pub(super) fn says(&self) -> bool {
        !self.frame.tokens[self.spot.cue].class.any(Class::JUDGE.and(Class::ATTITUDE))
    }

    /// “The ferry was late, Lee told the council”: what follows a verb of telling that ends what was said is whom it
    /// was told.
    fn only_addresses(&self) -> bool {
        let class = self.frame.tokens[self.spot.cue].class;
        class.any(Class::TELL)
            && !class.any(Class::SAY.and(Class::JUDGE))
            && matches!(self.rule_side, Some(Side::Before | Side::Around))
    }

    /// Whether there are words that it could report on `side`.
    pub(super) fn may_report(&self, side: Side) -> bool {
        let tokens = self.frame.tokens;
        let (from, to) = self.spot.before(tokens);
        let before = to > from + 1 || from < to && tokens[from].is(Kind::Passage);
        match side {
            Side::After => {
                let (from, to) = super::trimmed(tokens, self.spot.cue + 1, self.spot.until);
                from < to && !self.only_addresses()
            }
            Side::Before => before,
            Side::Around => before && extent::rest(self.frame, self.spot).is_some(),
        }
    }

    /// The weights of its word.
    pub(super) fn own_weights(&self) -> Option<Own> {
        words::own(self.frame.tokens[self.spot.cue].text(self.frame.text))
    }

    /// What follows the cue: that, to, a question, a preposition, a noun, a mark, else.
    pub(super) fn following(&self) -> usize {
        match self.kind(self.spot.cue + 1) {
            kind::THAT => 0,
            kind::TO => 1,
            kind::QUESTION => 2,
            kind::PREPOSITION | kind::AS => 3,
            kind::PRONOUN | kind::DETERMINER | kind::NAME | kind::NUMBER | kind::NOUN => 4,
            kind::COMMA..=kind::PASSAGE => 5,
            _ => 6,
        }
    }

    /// Whether its source is nobody, a person or people, or something else.
    pub(super) fn source(&self) -> usize {
        match self.who {
            0 => 0,
            1 | 3..=6 | 8 | 10 | 11 => 1,
            _ => 2,
        }
    }

    /// Whether a finite verb comes soon after the cue, with no mark between.
    pub(super) fn leads_clause(&self) -> bool {
        matches!(self.ahead, 5 | 7 | 9)
    }

    /// What speaks for a report on `side`.
    pub(super) fn side(&self, side: Side, sink: &mut impl Sink) {
        let cue = self.spot.cue;
        let sided = |values: usize, value: usize| side as usize * values + value.min(values - 1);
        let leveled = |values: usize, value: usize| {
            (side as usize * LEVELS + self.level) * values + value.min(values - 1)
        };
        let (sort, next, tie) = (self.sort, self.next, self.spot.tie);
        let past = self.kind(cue + 2);
        let agrees = usize::from(self.rule_side == Some(side));
        let owns = usize::from(self.owns.0) * 2 + usize::from(self.owns.1);
        let follows = match next {
            2 => 0,
            5 | 9 => 1,
            7 => 2,
            6 | 8 => 3,
            _ => 4,
        };
        add(sink, Group::Sort, sided(WORDS, sort));
        add(sink, Group::Form, sided(WORDS * 5, sort * 5 + self.form));
        add(sink, Group::Tied, leveled(TIES, tie));
        add(sink, Group::SortTied, sided(WORDS * TIES, sort * TIES + tie));
        add(sink, Group::Who, leveled(WHO, self.who));
        add(sink, Group::Opens, leveled(OPENS, self.opens));
        add(sink, Group::Next, sided(WORDS * NEXT, sort * NEXT + next));
        add(sink, Group::NextKind, leveled(KINDS, self.kind(self.spot.next)));
        add(sink, Group::Past, leveled(KINDS, past));
        add(sink, Group::Rule, sided(RULES * 2, self.rule * 2 + agrees));
        add(sink, Group::RuleSort, sided(2 * WORDS, agrees * WORDS + sort));
        add(sink, Group::Helper, leveled(HELPERS, self.helper));
        add(sink, Group::Lead, leveled(LEADS, self.lead));
        add(sink, Group::Ahead, leveled(AHEAD, self.ahead));
        add(sink, Group::NextAhead, sided(NEXT * AHEAD, next * AHEAD + self.ahead));
        add(sink, Group::Depth, leveled(4, self.depth));
        add(sink, Group::Owns, leveled(4, owns));
        add(sink, Group::Running, leveled(2, usize::from(self.frame.running)));
        add(sink, Group::Length, leveled(LENGTHS, steps(self.spot.until - cue)));
        add(sink, Group::BeforeVerb, leveled(3, self.before_verbs));
        add(sink, Group::NextWord, leveled(BREAKING, self.next_word));
        add(sink, Group::WhoNext, sided(WHO * NEXT, self.who * NEXT + next));
        add(sink, Group::WhoSort, sided(WHO * WORDS, self.who * WORDS + sort));
        add(sink, Group::HelperSort, sided(HELPERS * WORDS, self.helper * WORDS + sort));
        add(sink, Group::Ending, sided(ENDINGS * 5, self.ending * 5 + follows));
        add(sink, Group::LeadOpens, sided(LEADS * OPENS, self.lead * OPENS + self.opens));
        add(sink, Group::NextPast, sided(NEXT * KINDS, next * KINDS + past));
    }

    /// What speaks for words after the cue that begin at `at`.
    pub(super) fn start(&self, at: usize, form: usize, sink: &mut impl Sink) {
        let ahead = ahead(self.frame.tally, self.frame.tokens, at, self.spot.until);
        let (here, first) = (self.kind(at), self.kind(self.spot.cue + 1));
        let leveled = (form * LEVELS + self.level) * KINDS;
        add(sink, Group::StartForm, form * WORDS + self.sort);
        add(sink, Group::StartKind, form * KINDS + here);
        add(sink, Group::StartBefore, form * KINDS + self.kind(at - 1));
        add(sink, Group::StartLevel, leveled + here);
        add(sink, Group::StartLean, leveled + first);
        add(sink, Group::StartAhead, form * AHEAD + ahead);
        add(sink, Group::StartTied, form * TIES + self.spot.tie);
        add(sink, Group::StartRule, form * 3 + self.by_rule(|piece| piece.0 == at));
    }

    /// Whether the rules' clause has a piece of which `holds`: no clause, no, yes.
    fn by_rule(&self, holds: impl Fn(&(usize, usize)) -> bool) -> usize {
        let pieces = self.spot.rule.map(|rule| &self.frame.clauses[rule].content);
        pieces.map_or(0, |pieces| 1 + usize::from(pieces.iter().any(holds)))
    }

    /// What sort of words begin at `start`: a clause, an infinitive, a question, marks, a preposition, a noun, or the
    /// rest of words that the clause interrupts.
    pub(super) fn shape(&self, side: Side, start: usize) -> usize {
        let tokens = self.frame.tokens;
        let that = start > 0 && complementiser(&tokens[start - 1]);
        match self.kind(start) {
            _ if side == Side::Around => 6,
            _ if that => 0,
            kind::TO => 1,
            kind::QUESTION => 2,
            kind::PASSAGE => 3,
            kind::PREPOSITION | kind::AS | kind::GERUND => 4,
            _ if matches!(ahead(self.frame.tally, tokens, start, self.spot.until), 5..) => 0,
            _ => 5,
        }
    }

    /// Whether the words `from..to` after the cue are a clause: after "that", a question, or a noun and its verb. An
    /// order is one too: "told him to go". What hangs on a preposition is none: "asked about the fare".
    pub(super) fn is_clause(&self, from: usize, to: usize) -> bool {
        let tokens = self.frame.tokens;
        let leans = self.kind(from - 1) == kind::PREPOSITION;
        let words = &tokens[from..to];
        let verb = || {
            (from..to)
                .find(|at| self.frame.tally.is_verb(*at) && !cue::is_noun(tokens, *at))
                .map(|at| at - from)
        };
        let relative = |verb: usize| words[..verb].iter().any(|token| token.class.any(Class::RELATIVE));
        let orders = || {
            tokens[self.spot.cue].class.any(Class::TELL) && words.iter().any(|token| token.says(word!("to")))
        };
        match self.shape(Side::After, from) {
            _ if leans => false,
            // Whatever they take is what was said.
            _ if tokens[self.spot.cue].is_one(SAYS) => true,
            0 => complementiser(&tokens[from - 1]) || verb().is_some_and(|verb| !relative(verb)) || orders(),
            2 => true,
            _ => orders(),
        }
    }

    /// What speaks for words of this shape that begin at `start` and end at `end`, and what for words that go on there.
    pub(super) fn end(
        &self,
        shape: usize,
        start: usize,
        end: usize,
        stop: &mut impl Sink,
        pass: &mut impl Sink,
    ) {
        let (tokens, tally) = (self.frame.tokens, self.frame.tally);
        let until = self.spot.until;
        let breaks = breaks(tokens, end, until);
        let after = end + usize::from(matches!(breaks, 1..=3));
        let (next, second) = if breaks == 0 { (0, 0) } else { (self.kind(after), self.kind(after + 1)) };
        let verbs = tally.verbs(start, end).min(2);
        // What comes up to the next mark: a verb, another's clause.
        let far = tally.mark(after, until);
        let verb_next = usize::from(tally.verbs(after, far) > 0);
        let clause =
            verb_next + 2 * usize::from(self.frame.claims.clause_begins(end, far)) + usize::from(far < until);
        let commas = tally.commas(start, end).min(2) * 2 + usize::from(far < until);
        let shaped = shape * BREAKS + breaks;
        let word = breaking(tokens, after);
        let rule = self.by_rule(|piece| piece.0 < piece.1 && (piece.1 == end || piece.1 + 1 == end));
        add(stop, Group::Stop, shaped);
        add(stop, Group::StopNext, breaks * KINDS + next);
        add(stop, Group::StopSecond, breaks * KINDS + second);
        add(stop, Group::StopVerbs, shaped * 3 + verbs);
        add(stop, Group::StopClause, breaks * 6 + clause);
        add(stop, Group::StopLength, shaped * LENGTHS + steps(end - start));
        add(stop, Group::StopLevel, (self.level * BREAKS + breaks) * 2 + usize::from(self.owns.1));
        add(stop, Group::StopShapeNext, shape * KINDS + next);
        add(stop, Group::StopTied, self.spot.tie * BREAKS + breaks);
        add(stop, Group::StopPair, breaks * 6 + commas);
        add(stop, Group::StopLast, self.kind(end - 1) * BREAKS + breaks);
        add(stop, Group::StopWord, shape * BREAKING + word);
        if matches!(next, kind::AND | kind::COORDINATOR) {
            let coordinated = (shape * KINDS + second) * 3 + verbs;
            add(stop, Group::StopCoordinated, coordinated * 2 + usize::from(after > end));
        }
        add(stop, Group::StopNextSecond, next * KINDS + second);
        add(stop, Group::StopVerbNext, shaped * 6 + verb_next * 3 + verbs);
        add(stop, Group::StopSort, self.sort * BREAKS + breaks);
        add(stop, Group::StopRule, shape * 3 + rule);
        add(stop, Group::StopRuleBreak, breaks * 3 + rule);
        add(pass, Group::Pass, shaped);
        add(pass, Group::PassNext, breaks * KINDS + next);
        add(pass, Group::PassVerbs, shaped * 3 + verbs);
        add(pass, Group::PassClause, breaks * 6 + clause);
        add(pass, Group::PassWord, shape * BREAKING + word);
        add(pass, Group::PassSort, self.sort * BREAKS + breaks);
    }

    /// What speaks for words before the clause that begin at `at`.
    pub(super) fn opening(&self, at: usize, rank: usize, sink: &mut impl Sink) {
        let (tally, spot) = (self.frame.tally, self.spot);
        let before = if at == spot.from { 0 } else { self.kind(at - 1) };
        let verbs = tally.verbs(at, spot.clause).min(2) * 3 + tally.verbs(spot.from, at).min(2);
        add(sink, Group::OpeningRank, rank * LEVELS + self.level);
        add(sink, Group::OpeningBefore, rank * KINDS + before);
        add(sink, Group::OpeningKind, rank * KINDS + self.kind(at));
        add(sink, Group::OpeningVerbs, rank * 9 + verbs);
        add(sink, Group::OpeningLength, rank * LENGTHS + steps(spot.clause - at));
    }
}

/// Verbs that report whatever they take.
const SAYS: Words = Words::of(&[
    "said", "says", "say", "saying", "told", "tells", "tell", "telling", "added", "adds", "adding",
]);

/// What stands before the clause of a spot: nothing, a passage, a passage and a comma, words and a comma (without a
/// verb or with one), a dash, a conjunction, else.
fn lead(frame: &Frame, spot: &Spot) -> usize {
    let before = |back: usize| spot.clause.checked_sub(back).map(|at| &frame.tokens[at]);
    let Some(last) = before(1).filter(|_| spot.clause > spot.from) else { return 0 };
    match last.kind {
        Kind::Passage => 1,
        Kind::Comma if before(2).is_some_and(|token| token.is(Kind::Passage)) => 2,
        Kind::Comma => 3 + usize::from(frame.tally.verbs(spot.from, spot.clause) > 0),
        Kind::Dash => 5,
        Kind::Word if last.class.any(Class::COORDINATOR) => 6,
        _ => 7,
    }
}
