//! Which chunks are the story's byline.

use super::BlockKind;
use super::form::{Chunk, Sort};
use super::parts::Part;
use crate::grammar::byline::byline;
use crate::lexicon::{self, Class};
use crate::limits::LABEL_LEN;
use core::ops::Range;

/// Chunks above a headline in which its byline and its time may stand.
pub(super) const ABOVE: usize = 4;

/// Chunks that a byline may take.
const LINES: usize = 4;

/// Chunks after a story's end among which the line that names its author may stand.
const CLOSING: usize = 3;

/// What the search for a byline looks at.
pub(super) struct Lines<'c> {
    pub(super) text: &'c str,
    pub(super) chunks: &'c [Chunk],
    pub(super) parts: &'c [Part],
    pub(super) headline: usize,
    pub(super) story: usize,
    /// Just past the story's last chunk.
    pub(super) end: usize,
}

impl Lines<'_> {
    /// The byline: the first under the headline, else the last closely above it, else the one that closes the story;
    /// and the lines that go on with it.
    pub(super) fn find(&self) -> Range<usize> {
        let under = self.headline..self.story;
        let above = || (self.headline.saturating_sub(ABOVE)..self.headline).rev();
        let labelled = |at: &usize| self.chunks[*at].label == Some(BlockKind::Byline);
        let named = |at: &usize| labelled(at) && self.names_a_person(*at);
        let bare = |at: &usize| self.is_bare(*at);
        let first = under
            .clone()
            .find(|at| named(at) || bare(at))
            .or_else(|| under.clone().find(|at| labelled(at) || self.is_body(*at)))
            .or_else(|| above().find(|at| labelled(at) || bare(at)))
            .or_else(|| self.closing());
        let Some(first) = first else { return 0..0 };
        let last =
            (first + 1..(first + LINES).min(self.chunks.len())).take_while(|at| self.goes_on(*at)).last();
        first..last.unwrap_or(first) + 1
    }

    fn line(&self, at: usize) -> &str {
        self.chunks[at].span.of(self.text)
    }

    /// "Write to Ida Voss at ida.voss@ledger.example", at the end of a story that names its author nowhere else.
    fn closing(&self) -> Option<usize> {
        let from_end = (self.story..(self.end + CLOSING).min(self.chunks.len())).rev();
        from_end
            .filter(|at| self.chunks[*at].label == Some(BlockKind::Byline))
            .find(|at| self.line(*at).starts_with("Write to ") && self.names_a_person(*at))
    }

    fn names_a_person(&self, at: usize) -> bool {
        byline(self.line(at)).is_ok_and(|(_, node)| node.authors.iter().any(|author| author.name.is_some()))
    }

    /// An agency or a paper alone under the headline, which wrote the story: "The Associated Press".
    fn is_body(&self, at: usize) -> bool {
        at > self.headline
            && self.chunks[at].label == Some(BlockKind::Masthead)
            && byline(self.line(at)).is_ok_and(|(rest, _)| rest.is_empty())
    }

    /// Whether the chunk at `at` adds to the byline before it: a name, a role, a place, a paper.
    fn goes_on(&self, at: usize) -> bool {
        const GOES_ON: &[&str] = &["and ", "in ", "In ", "Reporting from ", "Special to ", "Special for "];
        let (chunk, line) = (&self.chunks[at], self.line(at));
        let adds = || chunk.words(self.text) <= 6 && GOES_ON.iter().any(|opening| line.starts_with(opening));
        matches!(self.parts[at], Part::Before | Part::Head)
            && chunk.len as usize <= LABEL_LEN
            && match chunk.label {
                Some(label) => label == BlockKind::Byline,
                None => adds() || byline(line).is_ok(),
            }
    }

    /// Whether the chunk at `at` is a byline without "By": names that are known as such, or that a role or a paper
    /// follows, or names alone under the headline, beside a time or the story.
    fn is_bare(&self, at: usize) -> bool {
        let (chunk, line) = (&self.chunks[at], self.line(at));
        let ours = matches!(self.parts[at], Part::Before | Part::Head) && chunk.label.is_none();
        if !ours || chunk.len as usize > LABEL_LEN || line.ends_with(['.', '?', '!']) {
            return false;
        }
        let timed = |at: usize| self.chunks.get(at).is_some_and(|chunk| chunk.sort == Sort::Head);
        let beside = timed(at.wrapping_sub(1)) || timed(at + 1) || at > self.headline && at + 1 == self.story;
        byline(line).is_ok_and(|(_, node)| {
            node.authors.iter().all(|author| {
                let name = author.name.map_or("", |name| name.of(line));
                let first = lexicon::class(name.split(' ').next().unwrap_or_default());
                let plain = name.split(' ').all(|word| !lexicon::class(word).any(Class::PAGE_WORD));
                author.role.is_some()
                    || author.organization.is_some()
                    || author.contact.is_some()
                    || first.any(Class::FIRST_NAME)
                    || beside && plain && (2..=4).contains(&name.split(' ').count())
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::parse;

    #[test]
    fn a_story_that_ends_with_its_author() {
        let prose = "The bridge over the Lunn was shut on Monday after engineers found cracks in two of its piers.\n\n";
        for (head, want) in [("", "Ida Voss"), ("By Bo Lund\n\n", "Bo Lund")] {
            let text = format!(
                "Bridge over the Lunn shut\n\n{head}{}Write to Ida Voss at ida.voss@ledger.example",
                prose.repeat(4)
            );
            let article = parse(&text).unwrap();
            let names: Vec<_> =
                article.byline().unwrap().authors().filter_map(|author| author.name()).collect();
            assert_eq!(names, [want], "{text}");
        }
    }
}
