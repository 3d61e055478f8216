//! What a line is by its form alone, wherever it stands.

use super::BlockKind;
use super::ending::Ending;
use super::window;
use crate::grammar::{byline, credit, imprint, sign_off, timestamp};
use crate::lexicon::{self, Class};
use crate::limits::LABEL_LEN;
use crate::span::Span;
use memchr::memmem::Finder;

/// Says what the chunks of a text are by their form, in their order.
///
/// Most chunks are paragraphs: each grammar runs only where a look at a few bytes lets it.
pub(super) struct Labels<'t> {
    text: &'t str,
    /// Where "contributed" stands next, not before the chunk that was asked last.
    contributed: usize,
    contributed_finder: Finder<'static>,
}

impl<'t> Labels<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Labels { text, contributed: 0, contributed_finder: Finder::new("contributed") }
    }

    /// The kind that the form of a chunk gives away, if it does.
    pub(super) fn label(&mut self, chunk: Span, len: usize, words: u16, ending: Ending) -> Option<BlockKind> {
        let (body, stopped) = (chunk.of(self.text), ending.is_stopped());
        if len <= LABEL_LEN && !(stopped && (words > LABEL_WORDS || !opens_label(body))) {
            let kind =
                short_label(body, words).or_else(|| is_link(body, len).then_some(BlockKind::RelatedLink));
            if kind.is_some() {
                return kind;
            }
        }
        if len <= LABEL_LEN && (body.ends_with("click here.") || body.ends_with("click here")) {
            return Some(BlockKind::Boilerplate);
        }
        let note = opens_note(body);
        if note {
            if let Some(kind) = note_label(body) {
                return Some(kind);
            }
        }
        if len > 4 * LABEL_LEN {
            return None;
        }
        if is_from_files(body) {
            return Some(BlockKind::Caption);
        }
        if (note || self.tells_of_work(chunk)) && sign_off::contributors(body).is_some() {
            return Some(BlockKind::ContributorNote);
        }
        (may_be_credited(body, stopped) && credit::closing(body).is_some()).then_some(BlockKind::Caption)
    }

    /// Whether the end of a chunk says that somebody contributed. Hardly a text has the word, so one search in all
    /// of it does for most.
    fn tells_of_work(&mut self, chunk: Span) -> bool {
        let (start, end) = (chunk.start as usize, chunk.end as usize);
        self.seek(start);
        if self.contributed < end {
            self.seek(end - window::last(chunk.of(self.text), LABEL_LEN).len());
        }
        self.contributed < end
    }

    /// Finds the first "contributed" from `from` on, unless the one that is known is it.
    fn seek(&mut self, from: usize) {
        if self.contributed < from || from == 0 {
            let rest = &self.text.as_bytes()[from..];
            self.contributed = self.contributed_finder.find(rest).map_or(usize::MAX, |at| from + at);
        }
    }
}

/// What a chunk is that opens as a note does.
fn note_label(body: &str) -> Option<BlockKind> {
    let bare = body.trim_start_matches(NOTE_MARKS);
    if sign_off::is_correction(bare) {
        Some(BlockKind::Correction)
    } else if sign_off::is_editors_note(bare) {
        Some(BlockKind::EditorsNote)
    } else if imprint::is_copyright(body) {
        Some(BlockKind::Boilerplate)
    } else {
        None
    }
}

/// "FILE - The old mill in 1994": agencies open so the caption of a picture from their files.
fn is_from_files(body: &str) -> bool {
    let rest = body.strip_prefix("FILE ").or_else(|| body.strip_prefix("File "));
    rest.is_some_and(|rest| {
        ["- ", "– ", "— ", "photo: ", "PHOTO: "].iter().any(|dash| rest.starts_with(dash))
    })
}

/// First words of labels that may end as a sentence does.
const LABEL_OPENINGS: &[&str] = &[
    "by",
    "contact",
    "copyright",
    "credit",
    "email",
    "first",
    "for",
    "image",
    "last",
    "media",
    "photo",
    "photos",
    "picture",
    "posted",
    "press",
    "published",
    "source",
    "tel",
    "updated",
    "write",
];

/// Whether a line that ends as a sentence does opens as a label all the same: "By ED ROE. Follow …", "Updated 5 p.m."
fn opens_label(body: &str) -> bool {
    match body.as_bytes()[0] {
        _ if body.ends_with(".m.") => true,
        b'a'..=b'z' | b'A'..=b'Z' => {
            let end = body.bytes().take(12).position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(12);
            let first = &body[..end];
            LABEL_OPENINGS.iter().any(|opening| opening.eq_ignore_ascii_case(first))
        }
        b'"' | b'\'' | b'`' => false,
        _ => !body.starts_with(['“', '‘']),
    }
}

/// Words of a label that ends as a sentence does: "By ED ROE. Follow Ed Roe on Twitter @edroe."
const LABEL_WORDS: u16 = 12;

/// What may stand before the word that says what a note is.
const NOTE_MARKS: [char; 8] = ['*', '(', '•', '—', '–', '-', '_', ' '];

/// Whether `body` opens as a note does: a correction, the desk's credits, rights.
fn opens_note(body: &str) -> bool {
    let bytes = body.as_bytes();
    let openings: &[&str] = match bytes[0] | 0x20 {
        b'a' => &["additional reporting", "all rights", "an earlier version"],
        b'c' => &["clarification", "contributing", "copyright", "correction"],
        b'e' => &["editing by", "editor"],
        b'r' => &["reporting by"],
        // "The" opens every third paragraph.
        b't' if !matches!(bytes.get(2), Some(b'i' | b'I')) => return false,
        b't' => &["this article", "this is a developing", "this report", "this story"],
        b'w' => &["with additional", "with assistance", "with reporting", "writing by"],
        b'b'..=b'z' => return false,
        _ => return body.starts_with(NOTE_MARKS),
    };
    let opens = |opening: &&str| {
        bytes.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening.as_bytes()))
    };
    openings.iter().any(opens)
}

/// Whether the end of `body` may hold a caption's credit: in brackets, without a stop, or after a label.
fn may_be_credited(body: &str, stopped: bool) -> bool {
    let bytes = body.as_bytes();
    if !stopped || matches!(bytes, [.., b')' | b']', b'.']) {
        return true;
    }
    let part = memchr::memrchr(b'.', &bytes[..bytes.len() - 1]).map_or(bytes, |at| &bytes[at + 1..]);
    matches!(part, [b' ', b'P' | b'I' | b'C' | 0xC2, ..]) && memchr::memchr3(b':', b'/', b'|', part).is_some()
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
fn short_label(body: &str, words: u16) -> Option<BlockKind> {
    let has = |byte: fn(&u8) -> bool| body.as_bytes().iter().filter(|it| byte(it)).count() > 0;
    let digits = has(u8::is_ascii_digit);
    let signs = has(|byte| matches!(byte, b'/' | b'|' | b':' | b'@' | 0xC2));
    let attributed = signs || names_maker(body);
    let kind = if body.len() < 14 && sign_off::is_end_mark(body) {
        BlockKind::EndMark
    } else if is_slug(body) {
        BlockKind::Slug
    } else if is_interface(body) {
        BlockKind::Boilerplate
    } else if digits && sign_off::reading_minutes(body).is_some() {
        BlockKind::ReadingTime
    } else if timestamp::timestamps(body, None).is_some() {
        BlockKind::Timestamp
    } else if publication(body).is_some() {
        BlockKind::Masthead
    } else if (attributed || words <= 6) && credit::line(body).is_some() {
        BlockKind::Credit
    } else if (attributed || digits) && words <= 24 && is_byline(body, digits) {
        BlockKind::Byline
    } else if (signs || digits) && imprint::is_contact(body) {
        BlockKind::Contact
    } else if imprint::is_copyright(body) {
        BlockKind::Boilerplate
    } else {
        return None;
    };
    Some(kind)
}

/// Whether "by", "from", "via", "to" or "courtesy" stands in `body`, as before the name of its maker.
fn names_maker(body: &str) -> bool {
    let names = |word: &[u8]| {
        let maker: &[u8] = match word.first().map_or(0, |first| first | 0x20) {
            b'b' => b"by",
            b'c' => b"courtesy",
            b'f' => b"from",
            b't' => b"to",
            b'v' => b"via",
            _ => return false,
        };
        word.eq_ignore_ascii_case(maker)
    };
    body.as_bytes().split(|byte| *byte == b' ').any(names)
}

/// A byline that "By" opens, also as an item of a list of details, or one with its time on the same line.
fn is_byline(body: &str, digits: bool) -> bool {
    if byline::is_led(body) { byline::byline(body).is_ok() } else { digits && byline::is_timed(body) }
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
    // Nearly every line has a letter at either end, and nothing to trim.
    let trimmed = matches!(body.as_bytes(), [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric());
    let bare = if trimmed { body } else { body.trim_matches(|c: char| !c.is_alphanumeric()) };
    bare.is_empty() && body.len() < 8 || lexicon::class(bare).any(Class::INTERFACE)
}

/// The paper that a masthead names: a name of the list or with a paper's last word, alone, or with the slogan
/// run into it as pages are copied ("The Harlow `LedgerNews` You Can Stand On").
pub(crate) fn publication(line: &str) -> Option<Span> {
    if line.len() > 100 {
        return None;
    }
    let bytes = line.as_bytes();
    if !bytes.first().is_some_and(u8::is_ascii_uppercase) {
        return None;
    }
    let mut best = None;
    let run_in = |end: usize| bytes[end - 1].is_ascii_lowercase() && bytes[end].is_ascii_uppercase();
    for end in (3..line.len()).filter(|end| run_in(*end)).chain([line.len()]) {
        let name = &line[..end];
        let listed = lexicon::class(name).any(Class::PUBLICATION);
        let last = name.rsplit(' ').next().unwrap_or_default();
        let unlisted = name.starts_with("The ")
            && (2..=5).contains(&name.split(' ').count())
            && lexicon::class(last).any(Class::PAPER)
            && name.split(' ').all(|word| word.starts_with(char::is_uppercase) || word == "of");
        if listed || unlisted {
            best = Some(Span::from_usize(0, end));
            if unlisted && end < line.len() {
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
            ("FILE - The old mill stands empty in Harlow on May 1, 1994.", Some(BlockKind::Caption)),
            ("FILE PHOTO: A ferry leaves Harlow.", Some(BlockKind::Caption)),
            ("File the form by May 1.", None),
            ("For reprints and permissions, click here.", Some(BlockKind::Boilerplate)),
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
            let (span, words) = (Span::from_usize(0, text.len()), text.split(' ').count() as u16);
            let label = Labels::of(text).label(span, text.len(), words, Ending::of(text));
            assert_eq!(label, want, "{text}");
        }
    }

    #[test]
    fn what_a_line_opens_with() {
        for (test, right, wrong) in [
            (
                is_slug as fn(&str) -> bool,
                &["For Immediate Release", "EMBARGOED UNTIL MAY 5", "(Adds quote)", "(Recasts)"][..],
                &["Released in May", "(Adds up)x", "(He adds that)"][..],
            ),
            (
                |line| is_link(line, line.len()),
                &["Read more: Ferry sinks", "RELATED | Ferry sinks", "Watch: Ferry sinks"],
                &["Read more about it", "Harlow: Ferry sinks", "A longer opening than that: more"],
            ),
            (
                opens_label,
                &[
                    "By ED ROE.",
                    "Updated 5 p.m.",
                    "UPDATED 5 p.m. Monday.",
                    "© Ida Voss.",
                    "(Photo by Ed Roe.)",
                ],
                &["Ferries sink.", "“By May,” he said.", "\"By May.\"", "Byron sank."],
            ),
        ] {
            for line in right {
                assert!(test(line), "{line}");
            }
            for line in wrong {
                assert!(!test(line), "{line}");
            }
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
