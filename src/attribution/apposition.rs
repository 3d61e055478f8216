//! A subject and what stands in apposition to it, between commas or dashes.

use super::subject::{Subject, clause_start, is_name, is_subject_pronoun, phrase};
use crate::lexicon::Class;
use crate::limits::SUBJECT_WINDOW;
use crate::scan::words::{Kind, Token};

/// A subject set off by commas or dashes from its verb: "Lee, a doctor who was there, said".
pub(super) fn bracketed(text: &str, tokens: &[Token], close: usize) -> Subject {
    let dash = tokens[close].is(Kind::Dash);
    let floor = close.saturating_sub(SUBJECT_WINDOW);
    let mut found = None;
    let mut right = close;
    for at in (floor..close).rev() {
        let token = &tokens[at];
        // "Rep. Bo Lund, R-Ala., said": a period before a comma ends an abbreviation.
        let abbreviates = token.is(Kind::Stop) && tokens[at + 1].is(Kind::Comma);
        if matches!(token.kind, Kind::Passage | Kind::Semicolon | Kind::Colon | Kind::Stop) && !abbreviates {
            break;
        }
        let opens = if dash { token.is(Kind::Dash) } else { token.is(Kind::Comma) };
        if !opens {
            continue;
        }
        if !dash && !is_apposition(text, &tokens[at + 1..right]) {
            break;
        }
        if let Some(start) = phrase(tokens, at) {
            // "In October, Lee, who was there, said": what hangs on a preposition is no subject.
            if found.is_some() && start > 0 && tokens[start - 1].class.any(Class::PREPOSITION) {
                break;
            }
            found = Some((start, at));
        } else if at > 0 && is_subject_pronoun(&tokens[at - 1]) {
            found = Some((at - 1, at));
        }
        right = at;
        if dash {
            break;
        }
    }
    let Some((start, end)) = found else {
        return Subject::None;
    };
    let clause = clause_start(tokens, start);
    // "A Pentagon spokesman, Brig. Gen. Ryder, said": the name is the mention, the description its apposition.
    let inner = &tokens[end + 1..right.max(end + 1)];
    let inner = if inner.is_empty() { &tokens[end + 1..close] } else { inner };
    let inner_end = inner.iter().position(|token| token.is(Kind::Comma)).unwrap_or(inner.len());
    let (inner, first) = (&inner[..inner_end], end + 1);
    if !inner.is_empty()
        && is_name(inner)
        && !is_name(&tokens[start..end])
        && inner.len() <= 8
        && inner[0].capital()
        && !looks_like_place(inner)
    {
        return Subject::Phrase { start: first, end: first + inner.len(), clause };
    }
    Subject::Phrase { start, end, clause }
}

/// Whether the words between two commas can belong to the noun before them.
fn is_apposition(text: &str, inner: &[Token]) -> bool {
    let Some(first) = inner.first() else { return false };
    if first.class.any(Class::COORDINATOR) {
        return false;
    }
    let describes = first.class.any(
        Class::DETERMINER
            .and(Class::RELATIVE)
            .and(Class::ROLE)
            .and(Class::OFFICE)
            .and(Class::PREPOSITION)
            .and(Class::STATE)
            .and(Class::TITLE)
            .and(Class::GROUP)
            .and(Class::KIN)
            .and(Class::SUFFIX),
    );
    let participle = first.is_word()
        && (first.class.any(Class::GERUND.and(Class::PARTICIPLE))
            || first.text(text).ends_with("ing")
            || first.text(text).ends_with("ed"));
    // "Lee, legal director for the union": a role among the words before the first preposition.
    let role = || {
        let core = inner.iter().take_while(|token| !token.class.any(Class::PREPOSITION)).take(6);
        core.filter(|token| token.is_word()).any(|token| token.class.any(Class::ROLE.and(Class::OFFICE)))
            && !inner.iter().any(|token| token.class.any(Class::AUXILIARY))
    };
    // A clause of its own has a subject pronoun and is no apposition.
    let clause = is_subject_pronoun(first) && !first.class.any(Class::INDEFINITE);
    !clause
        && (describes
            || participle
            || first.is(Kind::Number)
            || first.adverb()
            || first.capital()
            || first.possessive()
            || inner.len() <= 3
            || role())
}

fn looks_like_place(inner: &[Token]) -> bool {
    inner.iter().all(|token| {
        token.class.any(Class::STATE.and(Class::COUNTRY).and(Class::CITY))
            && !token.class.any(Class::FIRST_NAME)
    })
}
