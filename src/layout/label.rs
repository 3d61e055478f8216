//! What a line is by its form alone, wherever it stands.

use super::BlockKind;
use crate::grammar::{byline, credit, sign_off, timestamp};
use crate::lexicon::{self, Class};
use crate::limits::LABEL_LEN;
use crate::span::Span;

/// The kind that the form of `body` gives away, if it does.
///
/// Most chunks are paragraphs: each grammar runs only where a cheap look at the ends of the line lets it.
pub(super) fn label(body: &str, len: usize) -> Option<BlockKind> {
    if len <= LABEL_LEN {
        if let Some(kind) = short_label(body) {
            return Some(kind);
        }
    }
    if is_link(body, len) {
        return Some(BlockKind::RelatedLink);
    }
    let bare = body.trim_start_matches(['*', '(', '•', '—', '–', '-', '_', ' ']);
    match bare.as_bytes().first()? | 0x20 {
        b'c' | b'a' | b't' if sign_off::is_correction(bare) => return Some(BlockKind::Correction),
        b'e' | b't' if sign_off::is_editors_note(bare) => return Some(BlockKind::EditorsNote),
        _ => {}
    }
    if len > 4 * LABEL_LEN {
        return None;
    }
    if sign_off::contributors(body).is_some() {
        return Some(BlockKind::ContributorNote);
    }
    let closes = body.trim_end_matches('.').ends_with(')');
    let labelled =
        || ["hoto", "icture", "mage", "redit", "llustration"].iter().any(|word| body.contains(word));
    ((closes || labelled()) && credit::closing(body).is_some()).then_some(BlockKind::Caption)
}

/// "READ MORE: …", "Related: …": the line names another story.
fn is_link(body: &str, len: usize) -> bool {
    const LEADS: &[&str] = &[
        "read more",
        "related",
        "also read",
        "read also",
        "see also",
        "more",
        "watch",
        "don't miss",
        "read next",
    ];
    let end = body.bytes().take(16).position(|byte| matches!(byte, b':' | b'|'));
    end.is_some_and(|end| LEADS.iter().any(|lead| body[..end].trim_end().eq_ignore_ascii_case(lead)))
        && len < 2 * LABEL_LEN
}

/// What a line no longer than a label is.
fn short_label(body: &str) -> Option<BlockKind> {
    let digits = body.bytes().any(|byte| byte.is_ascii_digit());
    let kind = if sign_off::is_end_mark(body) {
        BlockKind::EndMark
    } else if is_slug(body) {
        BlockKind::Slug
    } else if is_interface(body) {
        BlockKind::Boilerplate
    } else if digits && sign_off::reading_minutes(body).is_some() {
        BlockKind::ReadingTime
    } else if digits && timestamp::timestamps(body, None).is_some() {
        BlockKind::Timestamp
    } else if publication(body).is_some() {
        BlockKind::Masthead
    } else if credit::line(body).is_some() {
        BlockKind::Credit
    } else if byline::led(body) {
        BlockKind::Byline
    } else {
        return None;
    };
    Some(kind)
}

/// A release's or a wire's instruction: "FOR IMMEDIATE RELEASE", "(Adds comments, details)".
fn is_slug(body: &str) -> bool {
    let release =
        ["for immediate release", "for release", "embargoed until", "under embargo", "not for publication"];
    if release
        .iter()
        .any(|label| body.get(..label.len()).is_some_and(|start| start.eq_ignore_ascii_case(label)))
    {
        return true;
    }
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
            ("FOR IMMEDIATE RELEASE", Some(BlockKind::Slug)),
            ("Last updated: 4:12 p.m. ET", Some(BlockKind::Timestamp)),
            ("3 hours ago", Some(BlockKind::Timestamp)),
            ("The Washington Post", Some(BlockKind::Masthead)),
            ("Bridge shut as cracks found", None),
            ("Dana Whitlock", None),
        ] {
            assert_eq!(label(text, text.len()), want, "{text}");
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
