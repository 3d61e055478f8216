//! Parts of the page → kinds of block.

use super::byline_lines::{ABOVE, Lines};
use super::form::{Chunk, Sort};
use super::looks::capitals;
use super::parts::Part;
use super::pull_quote::pull_quotes;
use super::turns::sentence_headings;
use super::{BlockKind, BlockNode};
use crate::grammar::author_note::{is_biography, is_follow};
use crate::grammar::{imprint, timestamp};
use crate::lexicon::{self, Class};
use alloc::vec::Vec;
use core::ops::Range;

/// Says what each chunk is, given its part of the page.
pub(super) fn kinds(text: &str, chunks: &[Chunk], parts: &[Part], copied: bool, out: &mut Vec<BlockNode>) {
    let story = parts.iter().position(|part| *part >= Part::Paragraph).unwrap_or(parts.len());
    let headline = parts.iter().position(|part| *part == Part::Headline).unwrap_or(story);
    let end = parts.iter().rposition(|part| part.is_story()).map_or(story, |at| at + 1);
    let byline = Lines { text, chunks, parts, headline, story, end }.find();
    let timed = (headline..story).any(|at| chunks[at].label == Some(BlockKind::Timestamp));
    let pulled = if copied { pull_quotes(text, chunks, parts) } else { Vec::new() };
    let posts = chunks.iter().any(|chunk| signs_post(chunk.span.of(text)));
    let turns = sentence_headings(chunks, parts);
    let mut namer = Namer {
        text,
        chunks,
        parts,
        headline,
        end,
        byline,
        timed,
        many_headings: false,
        posts,
        pulled,
        turns,
    };
    namer.end = namer.without_imprint();
    namer.many_headings = (story..end).filter(|at| namer.is_long_heading(*at)).nth(MANY - 1).is_some();
    out.extend((0..chunks.len()).map(|at| BlockNode { kind: namer.kind(at), span: chunks[at].span }));
}

struct Namer<'c> {
    text: &'c str,
    chunks: &'c [Chunk],
    parts: &'c [Part],
    /// The headline, or the story's first chunk where there is none.
    headline: usize,
    /// Just past the story's last chunk.
    end: usize,
    byline: Range<usize>,
    /// Whether a time stands between headline and story.
    timed: bool,
    many_headings: bool,
    /// Whether a line anywhere names who wrote a post.
    posts: bool,
    pulled: Vec<usize>,
    /// Sentences that stand where headings stand.
    turns: Vec<usize>,
}

/// Chunks above a headline in which its kicker may stand.
const KICKER: usize = 3;

/// Words of a crosshead at the most, unless there are many as long.
const LONG: u16 = 7;

/// Words of the longest line that may be a heading.
const LONGEST: u16 = 20;

/// Long headings from which on they are a story's own: a page of short items.
const MANY: usize = 4;

/// Last chunks of a story among which notes on its authors or its sender are looked for.
const NOTES: usize = 6;

impl Namer<'_> {
    fn line(&self, at: usize) -> &str {
        self.chunks[at].span.of(self.text)
    }

    /// Where the story ends but for what its author or its sender says of themselves.
    fn without_imprint(&self) -> usize {
        let from = self.end.saturating_sub(NOTES).max(self.headline + 1);
        let opens = |at: &usize| {
            let line = self.line(*at);
            line.starts_with(['A', 'S']) && (imprint::is_about(line) || imprint::is_source(line))
        };
        let mut end = (from..self.end).find(opens).unwrap_or(self.end);
        let tells_of_author = |line: &str| {
            line.starts_with(|c: char| c.is_uppercase()) && (is_biography(line) || is_follow(line))
        };
        while end > from && tells_of_author(self.line(end - 1)) {
            end -= 1;
        }
        end
    }

    fn kind(&self, at: usize) -> BlockKind {
        let chunk = &self.chunks[at];
        let part = self.parts[at];
        match part {
            _ if self.byline.contains(&at) => BlockKind::Byline,
            _ if at >= self.end => self.after(at),
            _ if self.pulled.binary_search(&at).is_ok() => BlockKind::PullQuote,
            _ if self.turns.binary_search(&at).is_ok() => BlockKind::Crosshead,
            Part::Headline => BlockKind::Headline,
            Part::Deck if chunk.label.is_none() => BlockKind::Deck,
            Part::Crosshead => self.crosshead(at),
            Part::CaptionBefore | Part::HeadCaption | Part::Caption => self.caption(at),
            Part::Paragraph => self.paragraph(at),
            Part::Before => self.before(at),
            Part::Head | Part::Deck => self.head(at),
            Part::Inset if chunk.label.is_none() && self.is_priced(at) => BlockKind::Crosshead,
            Part::Inset if chunk.label.is_none() && tells_on(self.line(at)) => self.running(at),
            Part::Inset | Part::After => self.inset(at),
        }
    }

    /// A caption; inside the story a line without an article that shows nothing is another story's headline, as
    /// headlines are written.
    fn caption(&self, at: usize) -> BlockKind {
        let (chunk, tally) = (&self.chunks[at], self.chunks[at].tally(self.text));
        let line = self.line(at);
        let credited = line.rfind(". ").is_some_and(|stop| stop > line.len() / 3);
        let shows = tally.articles > 0 || tally.picture > 0 || tally.dated || credited;
        match chunk.label {
            Some(BlockKind::Credit) => BlockKind::Credit,
            None if self.parts[at] == Part::Caption && !shows && self.is_other_headline(at) => {
                BlockKind::RelatedLink
            }
            _ => BlockKind::Caption,
        }
    }

    /// A heading of the story; among few headings a long one is that of another story, set in as a link.
    fn crosshead(&self, at: usize) -> BlockKind {
        let (chunk, line) = (&self.chunks[at], self.line(at));
        match chunk.label {
            Some(BlockKind::Masthead | BlockKind::Byline) | None => {}
            Some(label) => return label,
        }
        let link = self.is_long_heading(at) && !self.many_headings && !self.is_priced(at)
            || opens_with_section(line);
        if is_turn(line) || is_item_of_many(line) {
            self.running(at)
        } else if link {
            BlockKind::RelatedLink
        } else {
            BlockKind::Crosshead
        }
    }

    fn is_long_heading(&self, at: usize) -> bool {
        let long = self.parts[at] == Part::Crosshead && self.chunks[at].words(self.text) > LONG;
        long && !self.line(at).ends_with('?')
            && !self.line(at).starts_with(|c: char| c.is_ascii_digit() || matches!(c, '‘' | '“' | '\'' | '"'))
    }

    fn paragraph(&self, at: usize) -> BlockKind {
        let chunk = &self.chunks[at];
        match chunk.label {
            Some(
                note @ (BlockKind::ContributorNote
                | BlockKind::Correction
                | BlockKind::EditorsNote
                | BlockKind::EndMark
                | BlockKind::Contact
                | BlockKind::Slug),
            ) => note,
            _ if self.is_post(at) => BlockKind::BlockQuote,
            None if self.is_priced(at) => BlockKind::Crosshead,
            None if self.is_titled(at) => BlockKind::RelatedLink,
            _ => self.running(at),
        }
    }

    /// A paragraph, or an item of a list in the story.
    fn running(&self, at: usize) -> BlockKind {
        if self.chunks[at].sort == Sort::Item { BlockKind::ListItem } else { BlockKind::Paragraph }
    }

    /// A thing and its price over a paragraph about it: "Old Ferry Road Blend ($18.99)".
    fn is_priced(&self, at: usize) -> bool {
        let line = self.line(at);
        let bracket = line.strip_suffix(')').and_then(|line| line.rsplit_once('('));
        bracket.is_some_and(|(_, price)| price.starts_with(['$', '£', '€']))
            && self.chunks[at].words(self.text) <= LONGEST
            && self.chunks.get(at + 1).is_some_and(|under| under.running)
    }

    /// A line that is capitalised as a headline is, and ends as one does: "Council Put Off Repairs, Records Show".
    fn is_titled(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        chunk.sort == Sort::Line
            && !is_turn(self.line(at))
            && matches!(capitals(chunk.tally(self.text)), 2 | 3)
            && self.is_other_headline(at)
    }

    /// A post that is set into the story: its text, or the line under it that names who wrote it.
    fn is_post(&self, at: usize) -> bool {
        if !self.posts {
            return false;
        }
        let signs = |at: usize| self.chunks.get(at).is_some_and(|chunk| signs_post(chunk.span.of(self.text)));
        signs(at) || signs(at + 1)
    }

    /// A line between headline and story. Another name than the author's with a time is that of a picture or a desk;
    /// the time is the story's.
    fn head(&self, at: usize) -> BlockKind {
        let chunk = &self.chunks[at];
        match chunk.label {
            Some(BlockKind::Byline) if timestamp::tells_time(self.line(at)) => BlockKind::Timestamp,
            Some(BlockKind::Byline | BlockKind::Caption) => BlockKind::Boilerplate,
            Some(label) => label,
            None if chunk.sort == Sort::Item && chunk.words(self.text) > 4 => BlockKind::ListItem,
            None => BlockKind::Boilerplate,
        }
    }

    fn before(&self, at: usize) -> BlockKind {
        let chunk = &self.chunks[at];
        let close = at + ABOVE >= self.headline;
        match chunk.label {
            Some(BlockKind::Timestamp) if close && !self.timed => BlockKind::Timestamp,
            Some(BlockKind::Timestamp | BlockKind::Byline | BlockKind::EndMark) => BlockKind::Boilerplate,
            Some(BlockKind::RelatedLink | BlockKind::Caption) => BlockKind::Teaser,
            Some(label) => label,
            None if self.is_kicker(at) => BlockKind::Kicker,
            None if self.is_other_headline(at) => BlockKind::Teaser,
            None => BlockKind::Boilerplate,
        }
    }

    /// A short line above the headline that names its section or its column: directly above it, or closely and
    /// not among other short lines, as a menu's entries are.
    fn is_kicker(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        let line = self.line(at);
        let short = |chunk: &Chunk| chunk.words(self.text) <= 4 && chunk.sort != Sort::Item;
        let labelled = chunk.words(self.text) <= 8 && line.contains(['•', '|', '›', '»', '/']);
        let beside = |at: usize| self.chunks.get(at).is_some_and(short);
        let alone = at + KICKER >= self.headline && !beside(at.wrapping_sub(1)) && !beside(at + 1);
        (short(chunk) || labelled)
            && (at + 1 == self.headline || alone)
            && chunk.tally(self.text).page == 0
            && line.starts_with(char::is_alphabetic)
    }

    /// What the page sets into the story.
    fn inset(&self, at: usize) -> BlockKind {
        match self.chunks[at].label {
            Some(BlockKind::Timestamp) if timestamp::is_relative(self.line(at)) => BlockKind::Boilerplate,
            Some(BlockKind::Byline | BlockKind::Masthead | BlockKind::Caption) => BlockKind::Boilerplate,
            Some(label) => label,
            None if self.is_post(at) => BlockKind::BlockQuote,
            None if imprint::is_source(self.line(at)) => BlockKind::Boilerplate,
            None if self.is_beside_contact(at) => BlockKind::Contact,
            None if self.is_other_headline(at) => BlockKind::RelatedLink,
            None => BlockKind::Boilerplate,
        }
    }

    /// A name or an office among the lines that say how to reach somebody.
    fn is_beside_contact(&self, at: usize) -> bool {
        let contact =
            |at: usize| self.chunks.get(at).is_some_and(|chunk| chunk.label == Some(BlockKind::Contact));
        let near = [at.wrapping_sub(2), at.wrapping_sub(1), at + 1].into_iter().any(contact);
        near && self.chunks[at].words(self.text) <= 8 && self.line(at).starts_with(char::is_uppercase)
    }

    /// What stands after the story.
    fn after(&self, at: usize) -> BlockKind {
        match self.chunks[at].label {
            Some(BlockKind::Timestamp) if at > self.end => BlockKind::Boilerplate,
            None if at == self.end && is_sign_off(self.line(at)) => BlockKind::SignOff,
            _ => self.inset(at),
        }
    }

    /// A line of some length that ends with no stop and speaks neither of the page nor to its reader: the headline of
    /// another story. A run of capitalised words without a small one is a menu on one line.
    fn is_other_headline(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        let (line, tally) = (self.line(at), chunk.tally(self.text));
        if chunk.words(self.text) < 5 || chunk.sort != Sort::Line && !line.ends_with('?') {
            return false;
        }
        let menu = tally.capitals == tally.words && tally.function == 0 && tally.words < 8;
        let signed = line.contains(['|', '©', '→', '←', '★', '▼', '▲', '@', '*']);
        u16::from(tally.page) * 6 <= u16::from(tally.words) && tally.reader == 0 && !menu && !signed
    }
}

/// The line under a post, which names who wrote it: "— Bo Lund (@bolund) May 6".
fn signs_post(line: &str) -> bool {
    line.starts_with(['—', '-']) && line.contains("(@")
}

/// A turn of an interview: "Q: And a sick one?"
fn is_turn(line: &str) -> bool {
    let Some((speaker, _)) = line.split_once(": ") else { return false };
    speaker.len() <= 24
        && speaker.bytes().all(|byte| byte.is_ascii_uppercase() || matches!(byte, b' ' | b'.'))
}

/// A line that only running text prints: a turn of short questions and answers, or an item of an enumeration.
fn tells_on(line: &str) -> bool {
    line.starts_with("Q: ") || line.starts_with("A: ") || is_item_of_many(line)
}

/// An item of an enumeration that runs over several paragraphs: "a place to trade; and".
fn is_item_of_many(line: &str) -> bool {
    [";", "; and", "; or", ", and", ", or"].iter().any(|end| line.ends_with(end))
}

/// Whether another story's section stands before its headline: "Opinion: The case for boring utilities".
fn opens_with_section(line: &str) -> bool {
    const SECTIONS: &[&str] =
        &["opinion", "analysis", "editorial", "exclusive", "watch", "listen", "review", "video"];
    let section = line.split_once([':', '|']).map(|(section, _)| section.trim_end());
    section.is_some_and(|section| SECTIONS.iter().any(|known| known.eq_ignore_ascii_case(section)))
}

/// The desk's initials or the agency's name, alone under a story: "kl/rm", "AAP".
fn is_sign_off(line: &str) -> bool {
    let initials =
        |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let slashed = line.len() <= 12 && line.contains('/') && line.split('/').all(initials);
    slashed || line.len() <= 24 && lexicon::class(line).any(Class::AGENCY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_line_gives_away() {
        for (test, right, wrong) in [
            (
                is_turn as fn(&str) -> bool,
                &["Q: And a sick one?", "MS. LUND: It sank.", "LUND: No"][..],
                &["Lund: It sank.", "Q. And?", "THE FERRY THAT SANK TWICE IN MAY: A REPORT", "It sank."][..],
            ),
            (
                tells_on,
                &["Q: First job?", "A: Selling nets", "a place to trade;", "* a place to trade; and"],
                &["WATCH: The ferry sinks", "A place to trade"],
            ),
            (
                opens_with_section,
                &["Opinion: The case for ferries", "VIDEO | Ferry sinks", "Analysis : Why it sank"],
                &["Harlow: Ferry sinks", "Opinion on the ferry", "The opinion: it sank"],
            ),
            (
                is_sign_off,
                &["kl/rm", "KL/rm/ab", "AAP", "Reuters"],
                &["and/or else", "Harlow", "k/l", "24/7"],
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
    fn a_price_over_its_paragraph() {
        let prose =
            "Dark fruit, a little dust and no airs, made by people who had other things to do that day. ";
        let text = |line: &str| {
            format!(
                "Three reds for a porch\n\nBy Ida Voss\n\n{0}{0}\n\n{line}\n\n{0}{0}\n\n{0}",
                prose.trim()
            )
        };
        for (line, want) in [
            ("Old Ferry Road Blend, from the upper Lunn valley ($18.99, #330)", true),
            ("Old Ferry Road Blend, from the upper Lunn valley (page 18)", false),
        ] {
            let text = text(line);
            let article = crate::parse(&text).unwrap();
            let kind = article.blocks().find(|block| block.text() == line).map(|block| block.kind());
            assert_eq!(kind == Some(BlockKind::Crosshead), want, "{line}: {kind:?}");
        }
    }
}
