//! How much everyone says.

use std::ops::AddAssign;
use wirecopy::{Article, Quote, Speaker, SpeakerKind};

/// What is quoted of somebody, or of all.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Tally {
    pub(super) quotations: usize,
    /// In quotations; those of a quotation inside another are that one's alone.
    pub(super) words: usize,
    /// With marks or without.
    pub(super) statements: usize,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.quotations += other.quotations;
        self.words += other.words;
        self.statements += other.statements;
    }
}

/// The tallies of an article.
pub(super) struct Tallies {
    pub(super) all: Tally,
    /// Quotations that have a speaker.
    pub(super) attributed: usize,
    /// In the order of [`Article::speakers`].
    pub(super) speakers: Vec<Tally>,
}

impl Tallies {
    pub(super) fn of(article: &Article) -> Self {
        let mut tallies = Tallies {
            all: Tally::default(),
            attributed: 0,
            speakers: vec![Tally::default(); article.speakers().len()],
        };
        let words = own_words(article);
        for (quote, words) in article.quotes().zip(words) {
            let speaker = quote.speaker();
            tallies.attributed += usize::from(speaker.is_some());
            tallies.add(speaker, Tally { quotations: 1, words, statements: 0 });
        }
        for statement in article.attributions() {
            tallies.add(statement.speaker(), Tally { statements: 1, ..Tally::default() });
        }
        tallies
    }

    fn add(&mut self, speaker: Option<Speaker>, more: Tally) {
        self.all += more;
        if let Some(speaker) = speaker {
            self.speakers[speaker.index()] += more;
        }
    }
}

/// The words of each quotation that stand in no other inside it.
fn own_words(article: &Article) -> Vec<usize> {
    let mut own: Vec<usize> = article.quotes().map(|quote| words(quote.text())).collect();
    for quote in article.quotes() {
        if let Some(outer) = quote.nested_in().map(Quote::index) {
            own[outer] = own[outer].saturating_sub(words(quote.text()));
        }
    }
    own
}

/// How many words `text` has: runs between white space that hold a letter or a digit.
pub(super) fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// `part` of `whole` in per cent, rounded; 0 of nothing.
pub(super) fn percent(part: usize, whole: usize) -> usize {
    (part * 200 + whole).checked_div(whole * 2).unwrap_or(0)
}

/// Whether the kind of a speaker is one that has a name. A group ("officials") has none.
pub(super) fn is_named(kind: SpeakerKind) -> bool {
    !matches!(kind, SpeakerKind::Unnamed | SpeakerKind::Group)
}
