//! What a line is by its form alone, wherever it stands.

use super::BlockKind;
use crate::grammar::{byline, credit, sign_off, timestamp};
use crate::lexicon::{self, Class};
use crate::limits::LABEL_LEN;
use crate::span::Span;

/// The kind that the form of `body` gives away, if it does.
pub(super) fn label(body: &str) -> Option<BlockKind> {
    let short = body.len() <= LABEL_LEN;
    if short {
        if sign_off::is_end_mark(body) {
            return Some(BlockKind::EndMark);
        }
        if is_slug(body) {
            return Some(BlockKind::Slug);
        }
        if is_interface(body) {
            return Some(BlockKind::Boilerplate);
        }
        if sign_off::reading_minutes(body).is_some() {
            return Some(BlockKind::ReadingTime);
        }
        if timestamp::timestamps(body, None).is_some() {
            return Some(BlockKind::Timestamp);
        }
        if publication(body).is_some() {
            return Some(BlockKind::Masthead);
        }
        if credit::line(body).is_some() {
            return Some(BlockKind::Credit);
        }
        if is_led_byline(body) {
            return Some(BlockKind::Byline);
        }
    }
    if sign_off::is_correction(body) {
        return Some(BlockKind::Correction);
    }
    if sign_off::is_editors_note(body) {
        return Some(BlockKind::EditorsNote);
    }
    if body.len() <= 4 * LABEL_LEN {
        if sign_off::contributors(body).is_some() {
            return Some(BlockKind::ContributorNote);
        }
        if body.contains(['(', ':', '/']) && credit::closing(body).is_some() {
            return Some(BlockKind::Caption);
        }
    }
    None
}

/// What an agency changed since it last sent the story: "(Adds comments, details)".
fn is_slug(body: &str) -> bool {
    let Some(inside) = body.strip_prefix('(').and_then(|body| body.strip_suffix(')')) else { return false };
    ["Adds ", "Updates ", "Corrects ", "Recasts", "Rewrites", "Refiles", "Repeats", "Releads"]
        .iter()
        .any(|word| inside.starts_with(word))
}

/// A button, menu or appeal; these also come as list items.
fn is_interface(body: &str) -> bool {
    let bare = body.trim_matches(|c: char| !c.is_alphanumeric());
    bare.is_empty() && body.len() < 8 || lexicon::class(bare).any(Class::INTERFACE)
}

fn is_led_byline(body: &str) -> bool {
    byline::byline(body).is_ok_and(|(_, node)| node.led)
}

/// The paper that a masthead names: a name of the list or with a paper's last word, alone, or with the slogan
/// run into it as pages are copied ("The Harlow `LedgerNews` You Can Stand On").
pub(crate) fn publication(line: &str) -> Option<Span> {
    if line.len() > 100 {
        return None;
    }
    let bytes = line.as_bytes();
    let mut best = None;
    for end in 3..=line.len() {
        if !line.is_char_boundary(end) {
            continue;
        }
        let whole = end == line.len();
        let run_in = !whole && bytes[end - 1].is_ascii_lowercase() && bytes[end].is_ascii_uppercase();
        if !(whole || run_in) {
            continue;
        }
        let name = &line[..end];
        let listed = lexicon::class(name).any(Class::PUBLICATION);
        let last = name.rsplit(' ').next().unwrap_or_default();
        let unlisted = name.starts_with("The ")
            && (2..=5).contains(&name.split(' ').count())
            && lexicon::class(last).any(Class::PAPER)
            && name.split(' ').all(|word| word.starts_with(char::is_uppercase) || word == "of");
        if listed || unlisted {
            best = Some(Span::from_usize(0, end));
            if unlisted && run_in {
                break;
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels() {
        for (text, want) in [
            ("7 min", Some(BlockKind::ReadingTime)),
            ("Share", Some(BlockKind::Boilerplate)),
            ("* Newsletters", Some(BlockKind::Boilerplate)),
            ("By Dana Whitlock", Some(BlockKind::Byline)),
            ("January 7, 2024", Some(BlockKind::Timestamp)),
            ("Photo: Nina Voss", Some(BlockKind::Credit)),
            ("A ferry leaves. (Nina Voss/AP)", Some(BlockKind::Caption)),
            ("Tom Ebright in Vienna contributed to this report.", Some(BlockKind::ContributorNote)),
            ("Correction: An earlier version gave a wrong date.", Some(BlockKind::Correction)),
            ("(Adds details, chief's comments)", Some(BlockKind::Slug)),
            ("3 hours ago", Some(BlockKind::Timestamp)),
            ("The Washington Post", Some(BlockKind::Masthead)),
            ("Bridge shut as cracks found", None),
            ("Dana Whitlock", None),
        ] {
            assert_eq!(label(text), want, "{text}");
        }
    }

    #[test]
    fn mastheads() {
        for (text, want) in [
            ("The Harlow LedgerNews You Can Stand On", Some("The Harlow Ledger")),
            ("The Washington PostDemocracy Dies in Darkness", Some("The Washington Post")),
            ("The Guardian", Some("The Guardian")),
            ("The tide is high", None),
            ("Ledger", None),
        ] {
            assert_eq!(publication(text).map(|span| span.of(text)), want, "{text}");
        }
    }
}
