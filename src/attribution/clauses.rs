//! The reporting clauses of a frame: cue, mention, and what stands before, after and around them.

use super::content::{has_clause, trimmed};
use super::cue::{self, Sort};
use super::subject::{self, Subject};
use super::verb::{first_subject, last_subject, span, subject_after};
use super::{Clause, Evidence};
use crate::grammar::clause::{AfterCue, after_cue, source};
use crate::grammar::tokens::Tokens;
use crate::lexicon::{Class, word};
use crate::scan::blank::boundary;
use crate::scan::words::{Kind, Token};
use crate::span::Span;
use alloc::vec::Vec;

/// Appends the clauses of a frame to `out`, in the order of their cues.
pub(super) fn find(text: &str, tokens: &[Token], out: &mut Vec<Clause>) {
    let opens = |token: &Token| cue::may_report(token) || matches!(token.kind, Kind::Colon | Kind::Dash);
    let mut next = 0;
    while let Some(skipped) = tokens[next..].iter().position(opens) {
        let at = next + skipped;
        next = at + 1;
        let clause = match cue::sort(text, tokens, at) {
            Some(Sort::According) => according(tokens, at),
            Some(Sort::Finite) => finite(text, tokens, at, out),
            Some(Sort::Participle) => participle(text, tokens, at, out),
            Some(Sort::Infinitive) => infinitive(text, tokens, at, out),
            None if tokens[at].is(Kind::Colon) => colon(text, tokens, at, out),
            None if tokens[at].is(Kind::Dash) => super::signed::signed(tokens, at),
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
fn trim_joint(tokens: &[Token], from: usize, to: usize) -> Piece {
    let (from, mut to) = trimmed(tokens, from, to);
    while to > from && tokens[to - 1].class.any(Class::COORDINATOR.and(Class::SUBORDINATOR)) {
        to -= 1;
    }
    trimmed(tokens, from, to)
}

/// A stretch of a frame's tokens.
pub(super) type Piece = (usize, usize);

pub(super) const EMPTY: Piece = (0, 0);

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
    let (_, after) = after_cue(Tokens(&tokens[at + 1..]), verb.class.any(Class::TELL)).ok()?;
    let next = at + 1 + after.len;
    match subject {
        Subject::Phrase { start, end, clause } => {
            let mention = span(tokens, start, end);
            placed(text, tokens, &Verb { at, next, after, clause, mention, subject })
        }
        Subject::Relative { at: who } => {
            let mention = span(tokens, who, who + 1);
            let verb = Verb { at, next, after, clause: who, mention, subject };
            // "A poll that suggests …" describes the poll; only what stands in marks is reported.
            let describes = tokens[who].says(word!("that"));
            following(tokens, &verb, true)
                .map(|clause| Clause { marks_only: clause.marks_only || describes, ..clause })
        }
        Subject::Shared => {
            let mention =
                earlier.last().and_then(|clause| clause.mention).or_else(|| first_subject(text, tokens, at));
            following(tokens, &Verb { at, next, after, clause: at, mention, subject }, false)
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
    let end = reach(tokens, verb.next);
    let before = before_clause(tokens, verb.clause);
    let set_off =
        verb.clause > 0 && matches!(tokens[verb.clause - 1].kind, Kind::Comma | Kind::Passage | Kind::Dash);
    let says = tokens[verb.at].class.any(Class::SAY.and(Class::TELL));
    let leads_on = verb.after.complementiser || verb.after.colon;
    if set_off && says && before.0 < before.1 && !leads_on {
        if let Some(rest) = rest_after(text, tokens, verb, before, end) {
            let evidence = if rest == EMPTY { Evidence::ClauseAfter } else { Evidence::ClauseInside };
            return Some(clause(tokens, verb, evidence, [before, rest], end));
        }
    }
    following(tokens, verb, false)
}

/// What is said after a clause that follows on `before`: nothing, or the words that take it up again. `None`
/// where the clause does not follow on what stands before it.
fn rest_after(text: &str, tokens: &[Token], verb: &Verb, before: Piece, end: usize) -> Option<Piece> {
    let Some(next) = tokens[..end].get(verb.next).filter(|next| !next.is(Kind::Semicolon)) else {
        return Some(EMPTY);
    };
    let has_passage = |piece: Piece| tokens[piece.0..piece.1].iter().any(|token| token.is(Kind::Passage));
    let quoted = has_passage(before);
    let spoken = quoted || has_clause(&tokens[before.0..before.1]) || verb.clause >= 3;
    if matches!(next.kind, Kind::Comma | Kind::Dash) && spoken {
        let rest = trimmed(tokens, verb.next, end);
        // “A,” X said, a gloss: what follows is said only where it goes on, and after marks only in marks.
        let gloss = tokens.get(rest.0).is_none_or(|token| {
            token.class.any(Class::GERUND.and(Class::RELATIVE)) || token.text(text).ends_with("ing")
        });
        return Some(if gloss || quoted && !has_passage(rest) { EMPTY } else { rest });
    }
    if quoted && next.is(Kind::Passage) {
        return Some(trimmed(tokens, verb.next, end));
    }
    // “A,” X told reporters as he left: the mark before the closing one says that a clause follows.
    let last = &tokens[verb.clause - 1];
    let rest = resumed(tokens, verb.next, end);
    let follows = leads_to_clause(text, last) || rest != EMPTY || !has_passage((verb.next, end));
    (last.is(Kind::Passage) && follows).then_some(rest)
}

/// The words that take up speech again after a clause: marks right after a comma.
fn resumed(tokens: &[Token], from: usize, to: usize) -> Piece {
    let again = (from.max(1)..to)
        .find(|at| tokens[*at].is(Kind::Passage) && matches!(tokens[at - 1].kind, Kind::Comma | Kind::Dash));
    again.map_or(EMPTY, |at| trimmed(tokens, at, to))
}

/// The end of a passage without the marks that close it, which are few.
pub(super) fn without_close(words: &str) -> &str {
    const CLOSE: usize = 24;
    let end = &words[boundary(words, words.len().saturating_sub(CLOSE))..];
    end.trim_end_matches(['”', '"', '\'', '’', '»', '“'])
}

/// Whether a passage ends as one does before its clause: with a comma, a question or an exclamation.
pub(super) fn leads_to_clause(text: &str, passage: &Token) -> bool {
    without_close(passage.text(text)).ends_with([',', '?', '!', '—', '-'])
}

/// A clause that stands before what it reports.
fn following(tokens: &[Token], verb: &Verb, relative: bool) -> Option<Clause> {
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
    let stretch = if judges { (verb.at + 1, judged_end(tokens, verb.at + 1, end)) } else { (verb.next, end) };
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
            quoted || cue::takes_bare_clause(tokens, cue, content.0, verb.subject)
        };
    let marks_only = judges && !verb.after.complementiser;
    reports.then(|| Clause {
        marks_only,
        ..clause(tokens, verb, Evidence::ClauseBefore, [content, EMPTY], verb.next)
    })
}

/// Where what a judging verb says of its object ends: after the marks that follow it closely, in a row.
fn judged_end(tokens: &[Token], from: usize, end: usize) -> usize {
    const CLOSE: usize = 16;
    let first = (from..end.min(from + CLOSE)).find(|at| tokens[*at].is(Kind::Passage));
    let Some(mut last) = first else { return from };
    for at in last + 1..end {
        match tokens[at].kind {
            Kind::Passage if at <= last + 4 => last = at,
            Kind::Comma if !tokens[at + 1..end.min(at + 3)].iter().any(|token| token.is(Kind::Passage)) => {
                return at;
            }
            Kind::Word if tokens[at].is_finite() => return last + 1,
            _ => {}
        }
    }
    end
}

fn clause(tokens: &[Token], verb: &Verb, evidence: Evidence, content: [Piece; 2], end: usize) -> Clause {
    Clause {
        cue: tokens[verb.at].span(),
        mention: verb.mention,
        evidence,
        content,
        at: (verb.clause.min(verb.at), verb.next.min(end).max(verb.at + 1)),
        marks_only: false,
        narrates: false,
    }
}

/// What stands before a clause that starts at `clause`, marks at its ends left out.
fn before_clause(tokens: &[Token], clause: usize) -> Piece {
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
    let (_, len) = source(Tokens(&tokens[at + 1..]), before.is(Kind::Passage)).ok()?;
    let end = at + 1 + len;
    let after_words = before.is(Kind::Comma);
    if after_words
        && (verb.class.any(Class::TELL) || !ends_clause(tokens, end) || !stands_alone(text, tokens, at))
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
        marks_only: false,
        narrates: false,
    })
}

/// Whether a source that ends at `end` ends its clause: no verb comes before the next mark.
fn ends_clause(tokens: &[Token], end: usize) -> bool {
    let rest = tokens[end..].iter().take_while(|token| {
        !matches!(token.kind, Kind::Comma | Kind::Stop | Kind::Dash | Kind::Semicolon)
            && !token.class.any(Class::RELATIVE)
    });
    rest.into_iter().all(|token| !token.is_finite() && !token.is(Kind::Passage))
}

/// Whether the verb at `at` has no subject before it: "Lee, a doctor, said" has one, "oil rose, said" has none.
fn stands_alone(text: &str, tokens: &[Token], at: usize) -> bool {
    match subject::before(text, tokens, at) {
        Subject::Phrase { start, .. } => tokens[start..at - 1].iter().any(|token| token.is_finite()),
        _ => true,
    }
}

/// "according to X", before or after what it reports.
fn according(tokens: &[Token], at: usize) -> Option<Clause> {
    let (_, len) = source(Tokens(&tokens[at + 2..]), true).ok()?;
    let end = at + 2 + len;
    let mention = span(tokens, at + 2, end);
    let cue = Span::new(tokens[at].start, tokens[at + 1].end);
    let comma = (end..tokens.len()).find(|at| tokens[*at].is(Kind::Comma));
    let stop = reach(tokens, end);
    let before = before_clause(tokens, at);
    let content = if before.0 < before.1 {
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
        marks_only: false,
        narrates: false,
    })
}

/// "…, saying that …": the subject is that of the verb before, or the noun right before it after "with".
fn participle(text: &str, tokens: &[Token], at: usize, earlier: &[Clause]) -> Option<Clause> {
    let verb = &tokens[at];
    let (_, after) = after_cue(Tokens(&tokens[at + 1..]), verb.class.any(Class::TELL)).ok()?;
    let next = at + 1 + after.len;
    let own = subject::phrase(tokens, at).filter(|start| {
        *start > 0 && (tokens[start - 1].says(word!("with")) || tokens[start - 1].says(word!("as")))
    });
    let mention = match own {
        Some(start) => span(tokens, start, at),
        // After a comma the participle hangs on the sentence, else on the verb before it: "issued a statement saying".
        None if at > 0 && tokens[at - 1].is(Kind::Comma) => {
            earlier.iter().rev().find_map(|clause| clause.mention).or_else(|| first_subject(text, tokens, at))
        }
        None => last_subject(text, tokens, at).or_else(|| subject_after(text, tokens, at)),
    };
    following(tokens, &Verb { at, next, after, clause: at, mention, subject: Subject::Shared }, false)
        .map(|clause| Clause { evidence: Evidence::Participle, ..clause })
}

/// "went on to say that …", where what is said plainly follows.
fn infinitive(text: &str, tokens: &[Token], at: usize, earlier: &[Clause]) -> Option<Clause> {
    let verb = &tokens[at];
    let (_, after) = after_cue(Tokens(&tokens[at + 1..]), verb.class.any(Class::TELL)).ok()?;
    let next = at + 1 + after.len;
    let quoted = tokens.get(next).is_some_and(|token| token.is(Kind::Passage))
        || tokens.get(next + 1).is_some_and(|token| token.is(Kind::Passage)) && after.comma;
    if !(quoted || after.complementiser) {
        return None;
    }
    let mention =
        earlier.last().and_then(|clause| clause.mention).or_else(|| first_subject(text, tokens, at));
    following(tokens, &Verb { at, next, after, clause: at - 1, mention, subject: Subject::Shared }, false)
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
    let alone = subject::phrase(tokens, at).filter(|start| *start == 0).map(|start| (start, at));
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
        marks_only: false,
        narrates: false,
    })
}
