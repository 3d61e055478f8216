//! The reporting clauses of a frame: cue, mention, and what stands before, after and around them.

use super::content::{has_clause, has_words, trimmed};
use super::cue::{self, Sort};
use super::subject::{self, Subject};
use super::{Clause, Evidence, Lead};
use crate::grammar::clause::{AfterCue, after_cue, complementiser, source};
use crate::grammar::tokens::Tokens;
use crate::lexicon::Class;
use crate::scan::words::{Kind, Token};
use crate::span::Span;

/// Appends the clauses of a frame to `out`, in the order of their cues.
pub(super) fn find(text: &str, tokens: &[Token], out: &mut Vec<Clause>) {
    for at in 0..tokens.len() {
        let clause = match cue::sort(text, tokens, at) {
            Some(Sort::According) => according(text, tokens, at),
            Some(Sort::Finite) => finite(text, tokens, at, out),
            Some(Sort::Participle) => participle(text, tokens, at, out),
            Some(Sort::Infinitive) => infinitive(text, tokens, at, out),
            None if tokens[at].is(Kind::Colon) => colon(text, tokens, at, out),
            None => None,
        };
        if let Some(clause) = clause {
            bound(tokens, &clause, out);
            out.push(clause);
        }
    }
}

/// Ends the content of the clauses before `clause` where a new main clause with a cue of its own begins.
fn bound(tokens: &[Token], clause: &Clause, out: &mut [Clause]) {
    let start = clause.at.0;
    let Some(before) = start.checked_sub(1).map(|at| &tokens[at]) else {
        return;
    };
    let parts = matches!(before.kind, Kind::Comma | Kind::Semicolon | Kind::Dash)
        || before.class.any(Class::COORDINATOR);
    let inside = clause.evidence == Evidence::ClauseInside
        || clause.evidence == Evidence::ClauseAfter && clause.content[0].0 < start;
    if !parts || inside {
        return;
    }
    for earlier in out.iter_mut() {
        for piece in &mut earlier.content {
            if piece.0 < start && start < piece.1 && earlier.at.1 <= piece.0 {
                *piece = trim_joint(tokens, piece.0, start);
            }
        }
    }
}

/// `from..to` without the comma and conjunction that join what comes next.
fn trim_joint(tokens: &[Token], from: usize, to: usize) -> (usize, usize) {
    let (from, mut to) = trimmed(tokens, from, to);
    while to > from && tokens[to - 1].class.any(Class::COORDINATOR.and(Class::SUBORDINATOR)) {
        to -= 1;
    }
    trimmed(tokens, from, to)
}

const EMPTY: (usize, usize) = (0, 0);

pub(super) fn span(tokens: &[Token], from: usize, to: usize) -> Option<Span> {
    (from < to).then(|| Span::new(tokens[from].start, tokens[to - 1].end))
}

/// The end of the stretch that a clause may report on, from `from`: a stop, or the end of the frame.
fn reach(tokens: &[Token], from: usize) -> usize {
    let mut at = from;
    while at < tokens.len()
        && !(tokens[at].is(Kind::Stop)
            && tokens.get(at + 1).is_none_or(|next| !next.is(Kind::Passage) || at == from))
    {
        at += 1;
    }
    at
}

/// "X said": the verb has its subject before it, after it, or in another clause.
fn finite(text: &str, tokens: &[Token], at: usize, earlier: &[Clause]) -> Option<Clause> {
    let verb = &tokens[at];
    if let Some(clause) = inverted(text, tokens, at) {
        return Some(clause);
    }
    let subject = subject::before(text, tokens, at);
    let (_, after) = after_cue(text, Tokens(&tokens[at + 1..]), verb.class.any(Class::TELL)).ok()?;
    let next = at + 1 + after.len;
    match subject {
        Subject::Phrase { start, end, clause } => {
            let mention = span(tokens, start, end);
            placed(text, tokens, &Verb { at, next, after, clause, mention, subject })
        }
        Subject::Relative { at: who } => {
            let mention = span(tokens, who, who + 1);
            following(text, tokens, &Verb { at, next, after, clause: who, mention, subject }, true)
        }
        Subject::Shared => {
            let mention =
                earlier.last().and_then(|clause| clause.mention).or_else(|| first_subject(text, tokens, at));
            following(text, tokens, &Verb { at, next, after, clause: at, mention, subject }, false)
        }
        Subject::None => None,
    }
}

/// A verb, what follows it, where its clause begins and whom it names.
struct Verb {
    at: usize,
    /// The first token of what follows, past the adjuncts.
    next: usize,
    after: AfterCue,
    clause: usize,
    mention: Option<Span>,
    subject: Subject,
}

/// A clause with its subject before its verb stands before, after or inside what it reports.
fn placed(text: &str, tokens: &[Token], verb: &Verb) -> Option<Clause> {
    let cue = &tokens[verb.at];
    let end = reach(tokens, verb.next);
    let before = before_clause(tokens, verb.clause);
    let set_off =
        verb.clause > 0 && matches!(tokens[verb.clause - 1].kind, Kind::Comma | Kind::Passage | Kind::Dash);
    let says = cue.class.any(Class::SAY.and(Class::TELL));
    let closed = verb.next >= end || tokens[verb.next].is(Kind::Semicolon);
    let resumes =
        !closed && matches!(tokens[verb.next].kind, Kind::Comma | Kind::Dash) && !verb.after.complementiser;
    if set_off && says && before.0 < before.1 && !verb.after.complementiser && !verb.after.colon {
        let quoted = tokens[before.0..before.1].iter().any(|token| token.is(Kind::Passage));
        if closed {
            return Some(clause(tokens, verb, Evidence::ClauseAfter, [before, EMPTY], end));
        }
        if resumes && (quoted || has_clause(&tokens[before.0..before.1]) || verb.clause >= 3) {
            let rest = trimmed(tokens, verb.next, end);
            let goes_on = tokens.get(rest.0).is_some_and(|token| {
                !(token.class.any(Class::GERUND)
                    || token.text(text).ends_with("ing")
                    || token.class.any(Class::RELATIVE))
            });
            let both = if goes_on { rest } else { EMPTY };
            // “A,” X said, a gloss: what follows the clause is said only where it resumes what stood before.
            let quoted_rest = tokens[both.0..both.1].iter().any(|token| token.is(Kind::Passage));
            let rest = if quoted && !quoted_rest { EMPTY } else { both };
            return Some(clause(
                tokens,
                verb,
                if rest == EMPTY { Evidence::ClauseAfter } else { Evidence::ClauseInside },
                [before, rest],
                end,
            ));
        }
        if quoted && tokens[verb.next].is(Kind::Passage) {
            return Some(clause(
                tokens,
                verb,
                Evidence::ClauseInside,
                [before, trimmed(tokens, verb.next, end)],
                end,
            ));
        }
        // “A,” X told reporters as he left: the mark before the closing one says that a clause follows.
        if quoted && tokens[verb.clause - 1].is(Kind::Passage) {
            let rest = resumed(tokens, verb.next, end);
            let leads = leads_to_clause(text, &tokens[verb.clause - 1]);
            if leads || rest != EMPTY || !tokens[verb.next..end].iter().any(|token| token.is(Kind::Passage)) {
                return Some(clause(
                    tokens,
                    verb,
                    if rest == EMPTY { Evidence::ClauseAfter } else { Evidence::ClauseInside },
                    [before, rest],
                    end,
                ));
            }
        }
    }
    following(text, tokens, verb, false)
}

/// The words that take up speech again after a clause: marks right after a comma.
fn resumed(tokens: &[Token], from: usize, to: usize) -> (usize, usize) {
    let again = (from.max(1)..to)
        .find(|at| tokens[*at].is(Kind::Passage) && matches!(tokens[at - 1].kind, Kind::Comma | Kind::Dash));
    again.map_or(EMPTY, |at| trimmed(tokens, at, to))
}

/// Whether a passage ends as one does before its clause: with a comma, a question or an exclamation.
pub(super) fn leads_to_clause(text: &str, passage: &Token) -> bool {
    let words = passage.text(text).trim_end_matches(['”', '"', '\'', '’', '»', '“']);
    words.ends_with([',', '?', '!', '—', '-'])
}

/// A clause that stands before what it reports.
fn following(text: &str, tokens: &[Token], verb: &Verb, relative: bool) -> Option<Clause> {
    let cue = &tokens[verb.at];
    let mut end = reach(tokens, verb.next);
    let judges = !cue.class.any(Class::SAY.and(Class::TELL));
    // "which some have argued was a mistake, was": a clause inside a relative one ends with it.
    let inside = relative
        || verb.clause > 0 && tokens[verb.clause - 1].class.any(Class::RELATIVE)
        || verb.clause < verb.at && tokens[verb.clause].class.any(Class::RELATIVE);
    if inside {
        end = (verb.next..end).find(|at| tokens[*at].is(Kind::Comma) && *at > verb.next).unwrap_or(end);
    }
    let stretch =
        if judges { (verb.at + 1, judged_end(text, tokens, verb.at + 1, end)) } else { (verb.next, end) };
    let content = trimmed(tokens, stretch.0, stretch.1);
    if content.0 >= content.1 {
        return None;
    }
    let quoted = tokens[content.0..content.1].iter().any(|token| token.is(Kind::Passage));
    let reports = verb.after.complementiser
        || verb.after.colon && quoted
        || if judges {
            quoted
        } else {
            quoted || cue::takes_bare_clause(text, tokens, cue, content.0, verb.subject)
        };
    reports.then(|| clause(tokens, verb, Evidence::ClauseBefore, [content, EMPTY], verb.next))
}

/// Where what a judging verb says of its object ends: after the marks that follow it closely, in a row.
fn judged_end(text: &str, tokens: &[Token], from: usize, end: usize) -> usize {
    const CLOSE: usize = 16;
    let first = (from..end.min(from + CLOSE)).find(|at| tokens[*at].is(Kind::Passage));
    let Some(mut last) = first else { return from };
    for at in last + 1..end {
        match tokens[at].kind {
            Kind::Passage if at <= last + 4 => last = at,
            Kind::Comma if !tokens[at + 1..end.min(at + 3)].iter().any(|token| token.is(Kind::Passage)) => {
                return at;
            }
            Kind::Word if is_finite(text, &tokens[at]) => return last + 1,
            _ => {}
        }
    }
    end
}

fn clause(
    tokens: &[Token],
    verb: &Verb,
    evidence: Evidence,
    content: [(usize, usize); 2],
    end: usize,
) -> Clause {
    Clause {
        cue: tokens[verb.at].span(),
        mention: verb.mention,
        evidence,
        content,
        at: (verb.clause.min(verb.at), verb.next.min(end).max(verb.at + 1)),
    }
}

/// What stands before a clause that starts at `clause`, marks at its ends left out.
fn before_clause(tokens: &[Token], clause: usize) -> (usize, usize) {
    let start = tokens[..clause]
        .iter()
        .rposition(|token| token.is(Kind::Stop) || token.is(Kind::Semicolon))
        .map_or(0, |at| at + 1);
    let (mut from, to) = trimmed(tokens, start, clause);
    // "But the plan, he said": the conjunction that opens a sentence is the writer's.
    if from + 1 < to && tokens[from].class.any(Class::COORDINATOR) && tokens[from].capital() {
        from += 1;
    }
    (from, to)
}

/// “…,” said X. The verb stands first, right after what it reports.
fn inverted(text: &str, tokens: &[Token], at: usize) -> Option<Clause> {
    let verb = &tokens[at];
    let before = at.checked_sub(1).map(|at| &tokens[at])?;
    if !matches!(before.kind, Kind::Passage | Kind::Comma)
        || !verb.class.any(Class::SAY.and(Class::TELL))
        || verb.class.any(Class::BASE) && !verb.class.any(Class::PAST)
    {
        return None;
    }
    let content = before_clause(tokens, at);
    if content.0 >= content.1 {
        return None;
    }
    let (_, len) = source(text, Tokens(&tokens[at + 1..]), before.is(Kind::Passage)).ok()?;
    let end = at + 1 + len;
    let after_words = before.is(Kind::Comma);
    if after_words
        && (verb.class.any(Class::TELL) || !ends_clause(text, tokens, end) || !stands_alone(text, tokens, at))
    {
        return None;
    }
    let mention = span(tokens, at + 1, end);
    let stop = reach(tokens, end);
    // “A,” said X, a role, “b.”: what comes after goes on only in marks.
    let rest = resumed(tokens, end, stop);
    Some(Clause {
        cue: verb.span(),
        mention,
        evidence: Evidence::ClauseAfterInverted,
        content: [content, rest],
        at: (at, end),
    })
}

/// Whether a source that ends at `end` ends its clause: no verb comes before the next mark.
fn ends_clause(text: &str, tokens: &[Token], end: usize) -> bool {
    let rest = tokens[end..].iter().take_while(|token| {
        !matches!(token.kind, Kind::Comma | Kind::Stop | Kind::Dash | Kind::Semicolon)
            && !token.class.any(Class::RELATIVE)
    });
    rest.into_iter().all(|token| !is_finite(text, token) && !token.is(Kind::Passage))
}

/// Whether the verb at `at` has no subject before it: "Lee, a doctor, said" has one, "oil rose, said" has none.
fn stands_alone(text: &str, tokens: &[Token], at: usize) -> bool {
    match subject::before(text, tokens, at) {
        Subject::Phrase { start, .. } => tokens[start..at - 1].iter().any(|token| is_finite(text, token)),
        _ => true,
    }
}

pub(super) fn is_finite(text: &str, token: &Token) -> bool {
    token.is_word()
        && !token.capital()
        && (token.class.any(Class::AUXILIARY.and(Class::COMMON_VERB))
            || token.class.any(Class::PAST.and(Class::THIRD))
            || is_past(text, token))
}

/// "according to X", before or after what it reports.
fn according(text: &str, tokens: &[Token], at: usize) -> Option<Clause> {
    let (_, len) = source(text, Tokens(&tokens[at + 2..]), true).ok()?;
    let end = at + 2 + len;
    let mention = span(tokens, at + 2, end);
    let cue = Span::new(tokens[at].start, tokens[at + 1].end);
    let comma = (end..tokens.len()).find(|at| tokens[*at].is(Kind::Comma));
    let stop = reach(tokens, end);
    let before = before_clause(tokens, at);
    let content = if has_words(&tokens[before.0..before.1]) || before.0 < before.1 {
        let resumes =
            comma.filter(|comma| comma + 3 < stop).map_or(EMPTY, |comma| trimmed(tokens, comma, stop));
        let described = tokens
            .get(resumes.0)
            .is_some_and(|token| token.class.any(Class::RELATIVE.and(Class::DETERMINER).and(Class::GERUND)));
        [before, if described { EMPTY } else { resumes }]
    } else {
        [trimmed(tokens, comma.filter(|comma| *comma < stop)?, stop), EMPTY]
    };
    (content[0].0 < content[0].1).then_some(Clause {
        cue,
        mention,
        evidence: Evidence::AccordingTo,
        content,
        at: (at, end),
    })
}

/// "…, saying that …": the subject is that of the verb before, or the noun right before it after "with".
fn participle(text: &str, tokens: &[Token], at: usize, earlier: &[Clause]) -> Option<Clause> {
    let verb = &tokens[at];
    let (_, after) = after_cue(text, Tokens(&tokens[at + 1..]), verb.class.any(Class::TELL)).ok()?;
    let next = at + 1 + after.len;
    let own = subject::phrase(text, tokens, at).filter(|start| {
        *start > 0 && (tokens[start - 1].says(text, "with") || tokens[start - 1].says(text, "as"))
    });
    let mention = match own {
        Some(start) => span(tokens, start, at),
        // After a comma the participle hangs on the sentence, else on the verb before it: "issued a statement saying".
        None if at > 0 && tokens[at - 1].is(Kind::Comma) => {
            earlier.iter().rev().find_map(|clause| clause.mention).or_else(|| first_subject(text, tokens, at))
        }
        None => last_subject(text, tokens, at).or_else(|| subject_after(text, tokens, at)),
    };
    following(text, tokens, &Verb { at, next, after, clause: at, mention, subject: Subject::Shared }, false)
        .map(|clause| Clause { evidence: Evidence::Participle, ..clause })
}

/// "Declaring that …, she left": the subject of a participle that opens its sentence comes after the comma.
fn subject_after(text: &str, tokens: &[Token], at: usize) -> Option<Span> {
    if at > 0 {
        return None;
    }
    let verb = (1..tokens.len()).find(|at| is_finite(text, &tokens[*at]) && matches!(subject::before(text, tokens, *at), Subject::Phrase { clause, .. } if clause > 0 && tokens[clause - 1].is(Kind::Comma)))?;
    match subject::before(text, tokens, verb) {
        Subject::Phrase { start, end, .. } => span(tokens, start, end),
        _ => None,
    }
}

/// "went on to say that …", where what is said plainly follows.
fn infinitive(text: &str, tokens: &[Token], at: usize, earlier: &[Clause]) -> Option<Clause> {
    let verb = &tokens[at];
    let (_, after) = after_cue(text, Tokens(&tokens[at + 1..]), verb.class.any(Class::TELL)).ok()?;
    let next = at + 1 + after.len;
    let quoted = tokens.get(next).is_some_and(|token| token.is(Kind::Passage))
        || tokens.get(next + 1).is_some_and(|token| token.is(Kind::Passage)) && after.comma;
    if !(quoted || after.complementiser) {
        return None;
    }
    let mention =
        earlier.last().and_then(|clause| clause.mention).or_else(|| first_subject(text, tokens, at));
    following(
        text,
        tokens,
        &Verb { at, next, after, clause: at - 1, mention, subject: Subject::Shared },
        false,
    )
}

/// X: “…”. A name or noun phrase alone before a colon, and a passage after it.
fn colon(text: &str, tokens: &[Token], at: usize, earlier: &[Clause]) -> Option<Clause> {
    let passage = tokens.get(at + 1).is_some_and(|token| token.is(Kind::Passage));
    if !passage
        || earlier
            .iter()
            .any(|clause| clause.content.iter().any(|piece| piece.0 <= at + 1 && at + 1 < piece.1))
    {
        return None;
    }
    let stop = reach(tokens, at + 1);
    let content = trimmed(tokens, at + 1, stop);
    // "Lee: “…”" names the speaker alone; in a longer sentence its subject is the source.
    let alone = subject::phrase(text, tokens, at).filter(|start| *start == 0).map(|start| (start, at));
    let mention = match alone {
        Some((start, end)) => span(tokens, start, end),
        None => first_subject(text, tokens, at),
    };
    mention?;
    Some(Clause {
        cue: tokens[at].span(),
        mention,
        evidence: Evidence::Colon,
        content: [content, EMPTY],
        at: (0, at + 1),
    })
}

/// The clause of a frame that ends with a colon: its last verb and that verb's subject.
pub(super) fn lead(text: &str, tokens: &[Token]) -> Option<Lead> {
    let end = tokens.len().checked_sub(1).filter(|at| tokens[*at].is(Kind::Colon))?;
    let reports = |at: &usize| matches!(cue::sort(text, tokens, *at), Some(Sort::Finite | Sort::Participle));
    let verb = (1..end)
        .rev()
        .find(reports)
        .or_else(|| (1..end).rev().find(|at| subject_of(text, tokens, *at).is_some()));
    if let Some(at) = verb {
        Some(Lead {
            cue: tokens[at].span(),
            mention: subject_of(text, tokens, at).or_else(|| last_subject(text, tokens, at)),
        })
    } else {
        let start = subject::phrase(text, tokens, end).filter(|start| *start == 0)?;
        Some(Lead { cue: tokens[end].span(), mention: span(tokens, start, end) })
    }
    .filter(|lead| lead.mention.is_some())
}

/// The subject of the first verb of a frame that has one.
fn first_subject(text: &str, tokens: &[Token], before: usize) -> Option<Span> {
    (1..before).find_map(|at| subject_of(text, tokens, at))
}

/// The subject of the nearest verb before `before` that has one.
fn last_subject(text: &str, tokens: &[Token], before: usize) -> Option<Span> {
    (1..before).rev().find_map(|at| subject_of(text, tokens, at))
}

/// The subject of the verb at `at`, if a verb stands there and has a subject before it.
pub(super) fn subject_of(text: &str, tokens: &[Token], at: usize) -> Option<Span> {
    let token = &tokens[at];
    if !is_finite(text, token)
        || complementiser(text, token)
        || token.class.any(Class::DETERMINER)
        || cue::is_noun(tokens, at)
    {
        return None;
    }
    match subject::before(text, tokens, at) {
        Subject::Phrase { start, end, .. } => span(tokens, start, end),
        Subject::Relative { .. } | Subject::Shared | Subject::None => None,
    }
}

/// A word that has the form of a past and stands in no list.
fn is_past(text: &str, token: &Token) -> bool {
    token.class.is_none() && token.text(text).len() > 4 && token.text(text).ends_with("ed")
}
