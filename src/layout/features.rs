//! What speaks for a chunk's part in the page: its form, what stands beside it, where it stands.
//!
//! A feature is a number; the features of a chunk are the rows of the table in `weights` that are added up for it.
//! A group gives one feature, by the value that the chunk has in it. Nearly all values are nought: these are not
//! written down, and `parts` adds them up beforehand.

use super::echo::Echoes;
use super::form::{Chunk, Sort};
use super::looks::{
    AT, BAR, COLON, COMMA, DOT, MONEY, QUOTE, SLASH, capitals, ends, is_link, numbers, opens, plain, signs,
    trailer, words,
};
use super::over::{Over, over};
use super::region::{Region, is_copied_page, region};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The row of a feature in the table of weights.
pub(super) type Feature = u16;

/// How many values a group has; each of them is a feature of its own for each of so many sorts of chunk.
#[derive(Clone, Copy)]
struct Values {
    count: usize,
    sorts: usize,
}

const fn of(count: usize) -> Values {
    Values { count, sorts: 1 }
}

const fn by_sort(count: usize) -> Values {
    Values { count, sorts: SORTS }
}

macro_rules! groups {
    ($($name:ident = $values:expr;)*) => {
        /// Groups of features, of which a chunk has one value each.
        #[derive(Clone, Copy)]
        #[repr(usize)]
        enum Group { $($name,)* }

        const NAMES: &[&str] = &[$(stringify!($name),)*];
        const VALUES: [Values; NAMES.len()] = [$($values,)*];
    };
}

pub(super) const SORTS: usize = Sort::Line as usize + 1;
/// Sorts of neighbours: one more, where the text ends.
const BESIDE: usize = SORTS + 1;

groups! {
    Always = of(1);
    Words = by_sort(10);
    Opens = of(13);
    Ends = by_sort(10);
    Trailer = of(3);
    Capitals = of(6);
    Label = of(25);
    Dateline = of(6);
    Sentences = of(3);
    Reports = of(2);
    Function = of(5);
    Article = by_sort(3);
    Page = of(5);
    PageOfSentence = of(10);
    OpensWithPageWord = of(2);
    Picture = of(4);
    PictureDated = of(4);
    Reader = of(3);
    Writer = of(3);
    Numbers = of(4);
    Bar = of(2);
    Dot = of(2);
    At = of(2);
    Money = of(2);
    Link = of(2);
    Slash = of(2);
    Quotes = of(2);
    Colon = of(2);
    Comma = by_sort(2);
    Gaps = of(4);
    Sort = of(SORTS);
    Before = by_sort(BESIDE);
    After = by_sort(BESIDE);
    StoryBefore = by_sort(BESIDE);
    StoryAfter = by_sort(BESIDE);
    Place = by_sort(PLACES);
    HeadBefore = by_sort(5);
    HeadAfter = by_sort(5);
    Again = by_sort(3);
    Inside = by_sort(3);
    Share = by_sort(6);
    Rank = by_sort(4);
    Streak = by_sort(3);
    Company = by_sort(5);
    Plain = of(4);
    Copied = by_sort(2);
    First = by_sort(2);
    Siblings = by_sort(4);
    Turn = by_sort(4);
    Repeated = by_sort(4);
}

const PLACES: usize = 12;

/// Where each group starts, and the number of all features.
const STARTS: [usize; VALUES.len() + 1] = {
    let (mut starts, mut group) = ([0; VALUES.len() + 1], 0);
    while group < VALUES.len() {
        starts[group + 1] = starts[group] + VALUES[group].count * VALUES[group].sorts;
        group += 1;
    }
    starts
};

/// How many features there are.
pub const FEATURES: usize = STARTS[VALUES.len()];

/// The feature of the value nought that stands for `sort` in the group of number `group`.
const fn nought(group: usize, sort: usize) -> usize {
    let Values { count, sorts } = VALUES[group];
    STARTS[group] + if sorts > 1 { sort * count } else { 0 }
}

/// The features of a chunk of `sort` that has the value nought in every group.
pub(super) const fn noughts(sort: usize) -> [Feature; VALUES.len()] {
    let (mut features, mut group) = ([0; VALUES.len()], 0);
    while group < VALUES.len() {
        features[group] = nought(group, sort) as Feature;
        group += 1;
    }
    features
}

/// The feature that is nought in the group of `feature`, for the same sort.
pub(super) const fn nought_of(feature: usize) -> usize {
    let mut group = 0;
    while STARTS[group + 1] <= feature {
        group += 1;
    }
    let value = feature - STARTS[group];
    nought(group, value / VALUES[group].count)
}

/// The name of a feature: its group and the value.
pub fn name(feature: usize) -> String {
    let group = STARTS.iter().rposition(|start| *start <= feature).unwrap_or(0);
    format!("{} {}", NAMES[group], feature - STARTS[group])
}

/// A chunk's features, but for those that are nought.
pub(super) struct Row {
    sort: Sort,
    features: [Feature; VALUES.len()],
    len: usize,
}

impl Row {
    fn of(sort: Sort) -> Row {
        Row { sort, features: [0; VALUES.len()], len: 0 }
    }

    /// Writes down the value of a group; the last one stands for all above it.
    #[inline]
    fn add(&mut self, group: Group, value: impl Into<usize>) {
        let (group, value) = (group as usize, value.into());
        if value > 0 {
            let value = value.min(VALUES[group].count - 1);
            self.features[self.len] = (nought(group, self.sort as usize) + value) as Feature;
            self.len += 1;
        }
    }

    pub(super) fn sort(&self) -> Sort {
        self.sort
    }

    pub(super) fn features(&self) -> &[Feature] {
        &self.features[..self.len]
    }

    /// The features of all groups, nought or not.
    pub(super) fn all(&self) -> Vec<Feature> {
        let mut all = noughts(self.sort as usize);
        for feature in self.features() {
            let group = STARTS.iter().rposition(|start| *start <= usize::from(*feature));
            all[group.unwrap_or(0)] = *feature;
        }
        all.to_vec()
    }
}

/// The chunks of a text and what is known of all of them together.
pub(super) struct Page<'c> {
    text: &'c str,
    chunks: &'c [Chunk],
    region: Region,
    copied: bool,
    echoes: Echoes,
    /// The first chunk that opens with a dateline.
    dateline: Option<usize>,
    pub(super) found: Found,
}

/// What is found out of the chunks of a page before they are weighed, in buffers that are used again.
#[derive(Default)]
pub(super) struct Found {
    /// What stands before and after each chunk.
    around: Vec<[Near; 2]>,
    over: Vec<Over>,
    /// For `over` alone.
    told: Vec<usize>,
}

/// What stands on one side of a chunk.
#[derive(Clone, Copy)]
struct Near {
    /// Chunks to the nearest byline or time.
    head: u8,
    /// The sort of the nearest chunk that is no part of the page.
    story: u8,
}

impl Near {
    const EDGE: Near = Near { head: u8::MAX, story: EDGE };

    /// What stands there for the next chunk.
    fn past(self, chunk: &Chunk) -> Near {
        let page = matches!(chunk.sort, Sort::Page | Sort::Picture | Sort::Tag);
        Near {
            head: if chunk.sort == Sort::Head { 1 } else { self.head.saturating_add(1) },
            story: if page { self.story } else { chunk.sort as u8 },
        }
    }

    fn distance(self) -> usize {
        match self.head {
            0..=1 => 0,
            2 => 1,
            3..=5 => 2,
            6..=12 => 3,
            _ => 4,
        }
    }
}

/// The sort of the neighbour where there is none.
const EDGE: u8 = SORTS as u8;

impl<'c> Page<'c> {
    pub(super) fn new(text: &'c str, chunks: &'c [Chunk], mut found: Found) -> Self {
        let (region, copied) = (region(text, chunks), is_copied_page(text, chunks));
        let echoes = Echoes::of(text, chunks, region, copied);
        let around = &mut found.around;
        around.clear();
        around.resize(chunks.len(), [Near::EDGE; 2]);
        let (mut before, mut after) = (Near::EDGE, Near::EDGE);
        for (at, chunk) in chunks.iter().enumerate() {
            around[at][0] = before;
            before = before.past(chunk);
        }
        for (at, chunk) in chunks.iter().enumerate().rev() {
            around[at][1] = after;
            after = after.past(chunk);
        }
        let dateline = chunks.iter().position(|chunk| chunk.dateline);
        let mut page = Page { text, chunks, region, copied, echoes, dateline, found };
        let (mut stands, mut told) =
            (core::mem::take(&mut page.found.over), core::mem::take(&mut page.found.told));
        over(text, chunks, &page.echoes, |at| !copied && page.is_paragraph(at), &mut told, &mut stands);
        (page.found.over, page.found.told) = (stands, told);
        page
    }

    /// Whether lines of a page stand around the story.
    pub(super) fn copied(&self) -> bool {
        self.copied
    }

    /// Whether the chunk at `at` can only be a paragraph: running text inside the story, among running text; on a
    /// copied page it must also say nothing of the page.
    pub(super) fn is_paragraph(&self, at: usize) -> bool {
        let running = |at: usize| self.chunks.get(at).is_some_and(|chunk| chunk.running);
        running(at)
            && running(at.wrapping_sub(1))
            && (running(at + 1) || !self.copied && at + 1 == self.chunks.len())
            && (self.region.start + 1..self.region.end).contains(&at)
            && self.dateline.is_none_or(|dateline| dateline < at)
            && (!self.copied || self.chunks[at].is_plain(self.text) && self.echoes.again(at) == 0)
    }

    /// The features of the chunk at `at`.
    pub(super) fn row(&self, at: usize) -> Row {
        let chunk = &self.chunks[at];
        let (body, tally, sort) = (chunk.span.of(self.text), chunk.tally(self.text), chunk.sort);
        let (mut row, prose) = (Row::of(sort), sort == Sort::Prose);
        row.add(Group::Always, 0usize);
        let count = chunk.words(self.text);
        row.add(Group::Words, words(count));
        row.add(Group::Opens, opens(body));
        row.add(Group::Ends, ends(body));
        row.add(Group::Trailer, trailer(body));
        row.add(Group::Capitals, capitals(tally));
        row.add(Group::Label, chunk.label.map_or(0, |label| 1 + label as usize));
        row.add(Group::Dateline, self.dateline(at));
        row.add(Group::Sentences, usize::from(chunk.sentence) + usize::from(prose));
        row.add(Group::Reports, tally.reports);
        row.add(Group::Function, if prose { 4 } else { usize::from(tally.function).min(3) });
        row.add(Group::Article, usize::from(tally.articles));
        row.add(Group::Page, usize::from(tally.page));
        row.add(Group::PageOfSentence, usize::from(tally.page.min(4)) * 2 + usize::from(chunk.sentence));
        row.add(Group::OpensWithPageWord, tally.opens_with_page_word);
        row.add(Group::Picture, usize::from(tally.picture));
        row.add(Group::PictureDated, usize::from(tally.picture > 0) * 2 + usize::from(tally.dated));
        row.add(Group::Reader, usize::from(tally.reader));
        row.add(Group::Writer, usize::from(tally.writer));
        row.add(Group::Numbers, numbers(tally.numbers, tally.words));
        let signs = signs(body);
        row.add(Group::Bar, signs & BAR != 0);
        row.add(Group::Dot, signs & DOT != 0);
        row.add(Group::At, signs & AT != 0);
        row.add(Group::Money, signs & MONEY != 0);
        row.add(Group::Link, is_link(body, signs));
        row.add(Group::Slash, signs & SLASH != 0);
        row.add(Group::Quotes, signs & QUOTE != 0);
        row.add(Group::Colon, signs & COLON != 0);
        row.add(Group::Comma, signs & COMMA != 0);
        let gap_after = self.chunks.get(at + 1).is_none_or(|next| next.after_gap);
        row.add(Group::Gaps, usize::from(chunk.after_gap) * 2 + usize::from(gap_after));
        row.add(Group::Sort, sort as usize);
        let beside = |at: usize| self.chunks.get(at).map_or(EDGE, |chunk| chunk.sort as u8);
        row.add(Group::Before, beside(at.wrapping_sub(1)));
        row.add(Group::After, beside(at + 1));
        row.add(Group::StoryBefore, self.found.around[at][0].story);
        row.add(Group::StoryAfter, self.found.around[at][1].story);
        row.add(Group::Place, self.place(at));
        row.add(Group::HeadBefore, self.found.around[at][0].distance());
        row.add(Group::HeadAfter, self.found.around[at][1].distance());
        row.add(Group::Again, self.echoes.again(at));
        row.add(Group::Inside, self.echoes.inside(at));
        row.add(Group::Share, self.echoes.share(at));
        row.add(Group::Rank, self.echoes.rank(at));
        row.add(Group::Streak, self.streak(at));
        row.add(Group::Company, self.company(at));
        row.add(Group::Plain, plain(chunk.sentence, count, tally));
        row.add(Group::Copied, self.copied);
        row.add(Group::First, at == 0);
        let over = self.found.over[at];
        row.add(Group::Siblings, over.siblings);
        row.add(Group::Turn, over.turn);
        row.add(Group::Repeated, over.repeated);
        row
    }

    /// Where a chunk stands to the first dateline, with which a story opens.
    fn dateline(&self, at: usize) -> usize {
        match self.dateline {
            None => 0,
            Some(first) if at == first => 1,
            Some(first) if at < first => {
                if first - at <= 3 {
                    2
                } else {
                    3
                }
            }
            Some(_) => {
                if self.chunks[at].dateline {
                    5
                } else {
                    4
                }
            }
        }
    }

    /// How many chunks of the same sort stand directly beside a chunk, on its longer side: 0, 1, or more.
    fn streak(&self, at: usize) -> usize {
        let same =
            |other: usize| self.chunks.get(other).is_some_and(|chunk| chunk.sort == self.chunks[at].sort);
        let side = |one: usize, two: usize| {
            if !same(one) {
                0
            } else if same(two) {
                2
            } else {
                1
            }
        };
        side(at.wrapping_sub(1), at.wrapping_sub(2)).max(side(at + 1, at + 2))
    }

    /// How many of the four chunks on either side are running text or sentences.
    fn company(&self, at: usize) -> usize {
        let around = &self.chunks[at.saturating_sub(4)..(at + 5).min(self.chunks.len())];
        let running =
            around.iter().filter(|chunk| matches!(chunk.sort, Sort::Prose | Sort::Sentence)).count();
        match running
            .saturating_sub(usize::from(matches!(self.chunks[at].sort, Sort::Prose | Sort::Sentence)))
        {
            0 => 0,
            1..=2 => 1,
            3..=4 => 2,
            5..=6 => 3,
            _ => 4,
        }
    }

    /// Where a chunk stands to the run of chunks that reads most like a story.
    fn place(&self, at: usize) -> usize {
        let Region { start, end } = self.region;
        if at < start {
            match start - at {
                1 => 0,
                2 => 1,
                3..=4 => 2,
                5..=8 => 3,
                9..=16 => 4,
                _ => 5,
            }
        } else if at < end {
            if at == start {
                6
            } else if at + 1 == end {
                8
            } else {
                7
            }
        } else {
            match at - end {
                0 => 9,
                1..=3 => 10,
                _ => 11,
            }
        }
    }
}
