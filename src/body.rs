//! Blocks of prose → sentences.
//!
//! A sentence ends at a stop, with the marks and brackets that close after it, when what follows starts a new
//! one. Abbreviations, initials, decimals and addresses do not end sentences; nor does a question inside marks
//! that its clause follows (“Why?” he asked.).

use crate::grammar::enumeration;
use crate::lexicon::{self, Class};
use crate::scan::stops::{Stop, Stops};
use crate::scan::{blank, words};
use crate::span::Span;
use alloc::vec::Vec;

/// Appends the sentences of one block to `out`. Where there are more, a [`Splitter`] goes through them faster.
pub(crate) fn sentences(text: &str, block: Span, out: &mut Vec<Span>) {
    Splitter::of(&text[..block.end as usize]).split(block, out);
}

/// Cuts the blocks of a text into sentences, in their order.
pub(crate) struct Splitter<'t> {
    text: &'t str,
    stops: Stops<'t>,
}

impl<'t> Splitter<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        Splitter { text, stops: Stops::of(text) }
    }

    /// Appends the sentences of `block` to `out`; together they hold all of it that is not blank.
    pub(crate) fn split(&mut self, block: Span, out: &mut Vec<Span>) {
        let (start, end) = (block.start as usize, block.end as usize);
        let items = enumeration::items(block.of(self.text));
        if items.is_empty() {
            return self.run(start, start, end, out);
        }
        let ends = items[1..].iter().map(|next| start + next).chain([end]);
        for (from, end) in items.iter().map(|at| start + at).zip(ends) {
            // The marker of an item belongs to its first sentence.
            self.run(from, from + enumeration::marker_len(&self.text[from..]), end, out);
        }
    }

    /// The sentences of `start..end`, none of which ends before `from`.
    fn run(&mut self, mut start: usize, from: usize, end: usize, out: &mut Vec<Span>) {
        for stop in self.stops.within(from, end) {
            if stop.next >= end {
                break;
            }
            if ends_sentence(self.text, start, &stop, end) {
                out.push(Span::from_usize(start, stop.end));
                start = stop.next;
            }
        }
        let (start, end) = blank::trim(self.text, start, end);
        if start < end {
            out.push(Span::from_usize(start, end));
        }
    }
}

fn ends_sentence(text: &str, start: usize, stop: &Stop, end: usize) -> bool {
    let bytes = text.as_bytes();
    // Most stops stand alone, between a word and a space before the next: what is asked of the others is settled then.
    match bytes[stop.at.saturating_sub(1)..=stop.next] {
        [before, mark @ (b'.' | b'?' | b'!'), b' ', next] if next.is_ascii_alphanumeric() => {
            !next.is_ascii_lowercase()
                && before != b'['
                && (mark != b'.'
                    || !lexicon::may_abbreviate(&bytes[..stop.at])
                    || !abbreviates(text, start, stop.at, &text[stop.next..end]))
        }
        _ => ends_marked_sentence(text, start, stop, end),
    }
}

/// As [`ends_sentence`], whatever stands around the stop.
fn ends_marked_sentence(text: &str, start: usize, stop: &Stop, end: usize) -> bool {
    let rest = &text[stop.next..end];
    let body = without_openers(rest);
    let Some(first) = body.chars().next() else {
        return true;
    };
    let spaced = stop.next > stop.end;
    let closed = stop.end > stop.run_end;
    if !spaced {
        // "said.”Then": a space was lost after the mark. Elsewhere a stop without a space is part of a word.
        return closed && first.is_uppercase() && text[stop.run_end..stop.end].ends_with(['”', '"']);
    }
    if first.is_lowercase() {
        return false;
    }
    let run = &text[stop.at..stop.run_end];
    // "[...]" stands for words left out, and so do three points before "I".
    let left_out =
        text.as_bytes()[..stop.at].ends_with(b"[") || body.starts_with("I ") && run.matches('.').count() == 3;
    if left_out {
        return false;
    }
    if closed && text[stop.run_end..stop.end].contains(['”', '"', '’', '\'']) {
        let asks = run.ends_with(['?', '!', '…']) || run.ends_with("..");
        return !(asks && body.len() == rest.len() && clause_follows(rest));
    }
    if run == "." && !closed && lexicon::may_abbreviate(&text.as_bytes()[..stop.at]) {
        return !abbreviates(text, start, stop.at, body);
    }
    true
}

/// `rest` without the marks, brackets, bullets and dashes before its first word.
fn without_openers(rest: &str) -> &str {
    if rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return rest;
    }
    let opener =
        |c: char| matches!(c, '"' | '\'' | '“' | '‘' | '„' | '«' | '(' | '[' | '•' | '—' | '–' | '-' | '`');
    rest.trim_start_matches(opener).trim_start()
}

/// Whether `rest` opens with a clause that belongs to the quotation before it: "Lee asked", "Mr. Lee said".
fn clause_follows(rest: &str) -> bool {
    let window = &rest[..blank::boundary(rest, 120)];
    let mut tokens = Vec::new();
    words::words(window, Span::from_usize(0, window.len()), &[], &mut tokens);
    for token in tokens.iter().take(6) {
        if token.class.any(Class::REPORTING) && !token.capital() {
            return token.class.any(Class::PAST.and(Class::THIRD));
        }
        let part_of_name = token.capital()
            || token.class.any(Class::TITLE.and(Class::PARTICLE).and(Class::OFFICE).and(Class::ROLE));
        if !token.is_word() || !(part_of_name || token.adverb() || token.class.any(Class::DETERMINER)) {
            return false;
        }
    }
    false
}

/// Bytes back to which an abbreviation and the words before it may reach.
const LONGEST: usize = 64;

/// Whether the period at `dot` belongs to an abbreviation or initial after which the sentence goes on with `next`.
fn abbreviates(text: &str, start: usize, dot: usize, next: &str) -> bool {
    let start = start.max(blank::boundary(text, dot.saturating_sub(LONGEST)));
    let word_start = word_start(text, start, dot);
    let word = &text[word_start..=dot];
    let stem = &word[..word.len() - 1];
    let next = &next[..blank::boundary(next, LONGEST)];
    let ends_word = |c: char| blank::is_blank(c) || matches!(c, ',' | ';' | ':' | '?' | '!');
    let next_starts_sentence =
        |clock| starts_sentence(next.split(ends_word).next().unwrap_or_default(), clock);
    let class = lexicon::class(word);
    if stem.eq_ignore_ascii_case("no") || matches!(stem, "N°" | "Nº") {
        return next.starts_with(|c: char| c.is_ascii_digit());
    }
    if class.any(Class::FINAL_ABBREVIATION) {
        let clock = matches!(word.to_ascii_lowercase().as_str(), "a.m." | "p.m.");
        // "At 5 a.m. Mr. Lee left": so few words before a clock time are no sentence.
        let short = clock && text[start..word_start].split_whitespace().count() < 4;
        return short || !next_starts_sentence(clock);
    }
    if class.any(Class::ABBREVIATION.and(Class::TITLE)) {
        return true;
    }
    if class.any(Class::MONTH) {
        return next.starts_with(|c: char| c.is_ascii_digit());
    }
    if class.any(Class::STATE.and(Class::SUFFIX).and(Class::ORG_SUFFIX)) {
        return !next_starts_sentence(false);
    }
    let letters = stem.strip_prefix(['(', '\'']).unwrap_or(stem);
    let initial = letters.len() == 1 && letters.bytes().all(|b| b.is_ascii_uppercase());
    if initial {
        let before = text[start..word_start].trim_end();
        let previous = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let after_name = previous.starts_with(char::is_uppercase) || previous.is_empty();
        return letters != "I" || (after_name && !next_starts_sentence(false));
    }
    let acronym = letters.len() >= 3
        && letters.split('.').all(|part| part.len() == 1 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    acronym && !next_starts_sentence(false)
}

/// Where the word that ends at `dot` starts, not before `start`.
fn word_start(text: &str, start: usize, dot: usize) -> usize {
    let before_word = |c: char| blank::is_blank(c) || matches!(c, '(' | '"' | '“' | '‘' | '[' | '—' | '/');
    let word = &text[start..dot];
    // The nearest blank settles it, unless something outside ASCII stands between.
    let edge = word.bytes().rposition(|byte| !byte.is_ascii() || before_word(char::from(byte)));
    match edge {
        None => start,
        Some(at) if word.as_bytes()[at].is_ascii() => start + at + 1,
        Some(_) => {
            let len = word.rsplit(before_word).next().map_or(0, str::len);
            dot - len
        }
    }
}

/// Whether `word`, capitalised after an abbreviation, is one that opens sentences rather than names.
fn starts_sentence(word: &str, after_clock: bool) -> bool {
    let class = lexicon::class(word);
    let function = class.any(Class::FUNCTION.and(Class::ADVERB))
        || matches!(word, "How" | "What" | "Why" | "That" | "There");
    if after_clock {
        return function || class.any(Class::TITLE);
    }
    function && !class.any(Class::PARTICLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        sentences(text, Span::from_usize(0, text.len()), &mut out);
        out.iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn what_cannot_abbreviate_does_not() {
        let words = [
            "said", "U.S", "J", "I", "no", "No", "N°", "Gen", "café", "p.m", "Jan", "Inc", "5", "Sgt.-Maj",
            "",
        ];
        for (word, next) in
            words.iter().flat_map(|word| [(word, "He ran"), (word, "Lund ran"), (word, "5 ran")])
        {
            for before in ["", "He met ", "He met (", "a “", "é\u{A0}"] {
                let text = [before, word, ". ", next].concat();
                let dot = before.len() + word.len();
                let may = lexicon::may_abbreviate(&text.as_bytes()[..dot]);
                assert!(may || !abbreviates(&text, 0, dot, next), "{text}");
            }
        }
    }

    #[test]
    fn table() {
        let cases: &[(&str, &[&str])] = &[
            // Plain stops.
            ("It rained. They left.", &["It rained.", "They left."]),
            ("Why? No one knew!", &["Why?", "No one knew!"]),
            // Titles, initials, abbreviations.
            ("Gen. Ode met Lt. Col. Ash.", &["Gen. Ode met Lt. Col. Ash."]),
            ("J. R. Lund left. He ran.", &["J. R. Lund left.", "He ran."]),
            ("In the U.S. Army he rose.", &["In the U.S. Army he rose."]),
            ("He left the U.S. He was ill.", &["He left the U.S.", "He was ill."]),
            ("It is No. 5 of 9.", &["It is No. 5 of 9."]),
            ("Did he? No. He did not.", &["Did he?", "No.", "He did not."]),
            ("On Jan. 5 it rose 3.5 pct.", &["On Jan. 5 it rose 3.5 pct."]),
            ("Acme Inc. said so.", &["Acme Inc. said so."]),
            ("“Gen. Ode” (Lt. Ash) — Mr.\u{A0}Lund left.", &["“Gen. Ode” (Lt. Ash) — Mr.\u{A0}Lund left."]),
            // Marks.
            ("“Why?” he asked. “Go.”", &["“Why?” he asked.", "“Go.”"]),
            ("“Why?” Mr. Lee asked.", &["“Why?” Mr. Lee asked."]),
            ("“It is so.” Lee left.", &["“It is so.”", "Lee left."]),
            // Ellipses and lost spaces.
            ("I never... She left. Well . . . no.", &["I never...", "She left.", "Well . . . no."]),
            ("“It is.”Then he left.", &["“It is.”", "Then he left."]),
            ("See state.gov for more. Thanks", &["See state.gov for more.", "Thanks"]),
        ];
        for (text, want) in cases {
            assert_eq!(split(text), *want, "{text}");
        }
    }
}
