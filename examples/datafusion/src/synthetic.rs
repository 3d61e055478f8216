//! Articles without end, grown from a few: to measure with, and to try queries on.
//!
//! Each takes an article, leaves some of its paragraphs out, and gives its people other names. What they say is
//! nonsense, but it has the length, the marks and the clauses of news. The same seeds give the same articles.

use wirecopy::{BlockKind, SpeakerKind};

const FIRST: [&str; 24] = [
    "Ada", "Bram", "Clara", "Dilip", "Edda", "Farid", "Greta", "Hamid", "Ines", "Jonas", "Katya", "Lars",
    "Mirela", "Nadia", "Omar", "Petra", "Quinn", "Rosa", "Stefan", "Tilda", "Ugo", "Vera", "Wanda", "Yusuf",
];
const LAST: [&str; 32] = [
    "Abara",
    "Bexley",
    "Corvin",
    "Dallow",
    "Ekholm",
    "Farrow",
    "Galanis",
    "Hartnoll",
    "Ibsley",
    "Jarrow",
    "Kessel",
    "Lindqvist",
    "Marlowe",
    "Naylor",
    "Ostrava",
    "Pellham",
    "Quillan",
    "Rasmus",
    "Selwyn",
    "Tavares",
    "Ulrich",
    "Vance",
    "Wexford",
    "Yarrow",
    "Zeller",
    "Ashdown",
    "Brightwell",
    "Cardew",
    "Dunmore",
    "Everly",
    "Fenwick",
    "Gorman",
];
const PAPERS: [&str; 8] = [
    "Calder Bay Courier",
    "Harlow Herald",
    "The Ledger",
    "Northern Wire",
    "Tamsin Valley News",
    "The Meridian",
    "Evening Standardbearer",
    "Port Gazette",
];
/// 1 January 2020, in days since 1970.
const FIRST_DAY: i32 = 18_262;
const DAYS: u64 = 5 * 365;

/// An article, and what an archive knows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 0.
    pub id: i64,
    /// The paper.
    pub paper: &'static str,
    /// The day, in days since 1970.
    pub day: i32,
    /// The text.
    pub text: String,
}

/// An article that others are grown from.
#[derive(Clone, Debug)]
struct Seed {
    /// Its blocks with the white space after them, and whether they may be left out.
    blocks: Vec<(String, bool)>,
    /// First and last names of its people.
    people: Vec<(String, String)>,
}

/// Grows articles; never ends.
#[derive(Clone, Debug)]
pub struct Articles {
    seeds: Vec<Seed>,
    dice: Dice,
    next: i64,
}

impl Articles {
    /// Grows articles from `seeds`; a text that is no article is left out.
    ///
    /// # Panics
    ///
    /// When none of the seeds is an article.
    ///
    /// ```
    /// use wirecopy_datafusion::synthetic::Articles;
    ///
    /// let seed = "Bridge shut\n\n“We saw cracks,” said Ida Voss, an engineer.\n\nMs. Voss waits.";
    /// let row = Articles::new([seed]).next().unwrap();
    /// assert!(row.text.starts_with("Bridge shut") && !row.text.contains("Voss"));
    /// assert_eq!(Articles::new([seed]).next(), Some(row));
    /// ```
    pub fn new<'s>(seeds: impl IntoIterator<Item = &'s str>) -> Self {
        let seeds: Vec<_> = seeds.into_iter().filter_map(Seed::new).collect();
        assert!(!seeds.is_empty(), "there is no article to grow others from");
        Articles { seeds, dice: Dice(0x5EED), next: 0 }
    }
}

impl Iterator for Articles {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let Articles { seeds, dice, next } = self;
        let id = *next;
        *next += 1;
        Some(Row {
            id,
            paper: dice.pick(&PAPERS),
            day: FIRST_DAY + dice.below(DAYS) as i32,
            text: dice.pick_ref(seeds).grow(dice),
        })
    }
}

impl Seed {
    fn new(text: &str) -> Option<Self> {
        let article = wirecopy::parse(text).ok()?;
        let starts: Vec<_> = article.blocks().map(|block| block.span().start as usize).collect();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let mut opened = false;
        let blocks = article.blocks().zip(starts.iter().zip(ends)).map(|(block, (from, to))| {
            // The first paragraph has the dateline.
            let paragraph = block.kind() == BlockKind::Paragraph;
            let spare = paragraph && opened;
            opened |= paragraph;
            (text[*from..to].to_string(), spare)
        });
        let blocks = blocks.collect();
        let people = article.speakers().filter(|it| it.kind() == SpeakerKind::Person);
        let people = people.filter_map(|it| {
            let (first, rest) = it.name().split_once(' ')?;
            let last = rest.rsplit(' ').next()?;
            Some((first.to_string(), last.to_string()))
        });
        Some(Seed { blocks, people: people.collect() })
    }

    fn grow(&self, dice: &mut Dice) -> String {
        let mut names = Vec::new();
        for (first, last) in &self.people {
            // The lower of two throws: some people are quoted more than others.
            let at = dice.below(LAST.len() as u64).min(dice.below(LAST.len() as u64)) as usize;
            names.push((last.as_str(), LAST[at]));
            names.push((first.as_str(), FIRST[at % FIRST.len()]));
        }
        let mut text = String::new();
        for (block, spare) in &self.blocks {
            if !spare || dice.below(4) > 0 {
                rename(block, &names, &mut text);
            }
        }
        text
    }
}

/// Appends `text` with the words of `names` replaced.
fn rename(text: &str, names: &[(&str, &str)], out: &mut String) {
    for piece in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let name = names.iter().find(|(from, _)| *from == word).map(|(_, to)| *to);
        out.push_str(name.unwrap_or(word));
        out.push_str(&piece[word.len()..]);
    }
}

/// `SplitMix64`: numbers that look thrown, and are the same each time.
#[derive(Clone, Copy, Debug)]
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }

    fn pick_ref<'o, T>(&mut self, of: &'o [T]) -> &'o T {
        &of[self.below(of.len() as u64) as usize]
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        *self.pick_ref(of)
    }
}
