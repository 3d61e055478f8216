//! What the form of a chunk tells: how long it is, how it opens and ends, what its words are.

use super::ending::Ending;
use super::label::Labels;
use super::window;
use super::wrap::Run;
use super::{BlockKind, is_list_item};
use crate::grammar::dateline::dateline;
use crate::lexicon::{self, Class};
use crate::limits::{DATELINE_WINDOW, LABEL_LEN};
use crate::scan::letters::letters;
use crate::span::Span;

/// Lines that belong together, and what their form tells.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools)]
pub(super) struct Chunk {
    pub(super) span: Span,
    /// Bytes, a line end counted as one.
    pub(super) len: u32,
    words: u16,
    pub(super) after_gap: bool,
    /// What it is by its form alone.
    pub(super) label: Option<BlockKind>,
    pub(super) dateline: bool,
    /// Ends as a sentence does.
    pub(super) sentence: bool,
    /// A sentence or more, and no label.
    pub(super) running: bool,
    pub(super) sort: Sort,
}

/// The sorts of chunk that a reader tells apart at a glance, before reading a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    /// A byline, a time, a reading time.
    Head,
    /// A button or a menu.
    Page,
    /// A caption with its credit, or a credit alone.
    Picture,
    Prose,
    Sentence,
    /// An item of a list.
    Item,
    /// One to three words.
    Tag,
    /// A longer line that ends with no stop.
    Line,
}

/// Bytes of running text whose words are looked at: an appeal says at once what it wants.
const PROSE_WINDOW: usize = 64;

/// Bytes of the shortest sentence that is a paragraph whatever stands beside it.
const SENTENCE: usize = 60;

/// Paragraphs among whose openings the dateline is looked for: a story opens with it, after a summary or a caption.
const DATELINE_SEARCH: usize = 6;

/// The words of a chunk that is too long for a label: of nearly all paragraphs nobody asks how many they have.
const UNCOUNTED: u16 = u16::MAX;

/// Reads the chunks of a text in their order.
pub(super) struct Reader<'t> {
    text: &'t str,
    labels: Labels<'t>,
    /// Paragraphs so far among which a dateline was looked for.
    openings: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Reader { text, labels: Labels::of(text), openings: 0 }
    }

    pub(super) fn read(&mut self, Run { span, after_gap, wrapped }: Run) -> Chunk {
        let body = span.of(self.text);
        // A line end counts as one byte.
        let len = body.len() - if wrapped { window::halves(body.as_bytes()) } else { 0 };
        let ending = Ending::of(without_sign(body));
        let dateline =
            self.openings < DATELINE_SEARCH && opens_story(body, len > LABEL_LEN || ending.ends_speech());
        let prose = dateline || is_prose(body, len, ending);
        let words = if prose && len > LABEL_LEN { UNCOUNTED } else { words_of(body, wrapped) };
        let label = if dateline { None } else { self.labels.label(span, len, words, ending) };
        let sentence = ending.ends_sentence();
        let sort = match label {
            Some(BlockKind::Byline | BlockKind::Timestamp | BlockKind::ReadingTime) => Sort::Head,
            Some(BlockKind::Boilerplate) => Sort::Page,
            Some(BlockKind::Caption | BlockKind::Credit) => Sort::Picture,
            _ if is_list_item(body) => Sort::Item,
            _ if prose => Sort::Prose,
            _ if sentence => Sort::Sentence,
            _ if words <= 3 => Sort::Tag,
            _ => Sort::Line,
        };
        let running = match sort {
            Sort::Prose => label.is_none(),
            Sort::Sentence => label.is_none() && ending.ends_statement(),
            _ => false,
        };
        self.openings += if dateline { DATELINE_SEARCH } else { usize::from(running) };
        Chunk { span, len: len as u32, words, after_gap, label, dateline, sentence, running, sort }
    }
}

/// `body` without the sign with which some papers close their last line: "… until noon. HL". An agency's name there
/// is a picture's credit, and capitals after "a.m." are a zone.
fn without_sign(body: &str) -> &str {
    let bytes = body.as_bytes();
    let sign = bytes.iter().rev().take(5).take_while(|byte| byte.is_ascii_uppercase()).count();
    let at = bytes.len() - sign;
    let signed = (2..=4).contains(&sign)
        && !bytes[..at].ends_with(b".m. ")
        && (bytes[..at].ends_with(b". ") || bytes[..at].ends_with("” ".as_bytes()))
        && !lexicon::class(&body[at..]).any(Class::AGENCY);
    if signed { &body[..at - 1] } else { body }
}

/// Whether `body` opens with a dateline. A short line that is no sentence is a headline, unless date or agency say
/// otherwise.
fn opens_story(body: &str, ended: bool) -> bool {
    // A date has figures, an agency its brackets, slashes or the stop of its site.
    let told = || {
        window::first(body, DATELINE_WINDOW)
            .bytes()
            .any(|byte| matches!(byte, b'0'..=b'9' | b'(' | b'/' | b'.'))
    };
    (ended || told())
        && dateline(body).is_ok_and(|(_, node)| ended || node.date.is_some() || !node.agencies.is_empty())
}

impl Chunk {
    /// How many words it has, as far as they tell a label from a paragraph.
    pub(super) fn words(&self, text: &str) -> u16 {
        if self.words == UNCOUNTED { words_of(self.span.of(text), true) } else { self.words }
    }

    /// Whether the chunk is running text that opens as a story does, with no word of a page or a caption.
    pub(super) fn is_plain(&self, text: &str) -> bool {
        let body = self.span.of(text);
        let opening = window::first(body, PROSE_WINDOW);
        self.running
            && self.len as usize >= SENTENCE
            && opening.starts_with(|c: char| c.is_ascii_uppercase() || matches!(c, '“' | '"' | '‘' | '\''))
            && !opening.split([' ', ',']).any(|word| lexicon::class(word).any(Class::PAGE))
    }

    /// The words of the chunk's opening, by what they are.
    pub(super) fn tally(&self, text: &str) -> Tally {
        let len = if self.sort == Sort::Prose { PROSE_WINDOW } else { LABEL_LEN };
        let start = self.span.start as usize;
        Tally::of(text, start, start + window::first(self.span.of(text), len).len())
    }
}

/// How many words of each sort a chunk's opening holds.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Tally {
    pub(super) words: u8,
    pub(super) capitals: u8,
    pub(super) all_capitals: u8,
    pub(super) numbers: u8,
    /// Articles, prepositions, auxiliaries and the like, in lower case.
    pub(super) function: u8,
    /// "The", "a": headlines leave them out.
    pub(super) articles: u8,
    pub(super) page: u8,
    pub(super) picture: u8,
    /// "You", "your".
    pub(super) reader: u8,
    /// "We", "our", "us", "I".
    pub(super) writer: u8,
    pub(super) opens_with_page_word: bool,
    /// A year, a month or a weekday.
    pub(super) dated: bool,
    /// "Said" and its like.
    pub(super) reports: bool,
}

/// The classes that are looked for, but for those that every second word has.
const TOLD: Class =
    Class::PAGE.and(Class::FIRST_PERSON).and(Class::MONTH).and(Class::WEEKDAY).and(Class::SAY);

impl Tally {
    /// The words of `text[start..end]`.
    fn of(text: &str, start: usize, end: usize) -> Tally {
        let (mut tally, mut at) = (Tally::default(), start);
        let bytes = &text.as_bytes()[..end];
        let is = |at: usize, sort: u8| bytes.get(at).is_none_or(|byte| SORTS[usize::from(*byte)] == sort);
        loop {
            while !is(at, LETTER) {
                at += 1;
            }
            if at == end {
                return tally;
            }
            // Nearly every word is of few letters, and what stands after it is a blank, or a mark and a blank.
            match letters(text.as_bytes(), at, end) {
                Some((head, tail, len))
                    if len > 0 && (is(at + len, BLANK) || is(at + len, MARK) && is(at + len + 1, BLANK)) =>
                {
                    let word = &bytes[at..at + len];
                    tally.add(word, lexicon::in_registers(head, tail), Case::of_ascii(word));
                    at += len;
                }
                _ => {
                    let word = word(&text[at..end]);
                    tally.add(word.as_bytes(), lexicon::class(word), Case::of(word));
                    at += word.len();
                    while !is(at, BLANK) {
                        at += 1;
                    }
                }
            }
        }
    }

    #[inline]
    fn add(&mut self, word: &[u8], class: Class, case: Case) {
        let capital = case != Case::Small;
        if capital {
            self.capitals += 1;
            self.all_capitals += u8::from(case == Case::Capitals);
        } else if word[0].is_ascii_digit() {
            self.numbers += 1;
            self.dated |= matches!(word, [b'1', b'9', _, _] | [b'2', b'0', _, _]);
        }
        if !capital && class.any(Class::FUNCTION) {
            self.function += 1;
            self.articles += u8::from(matches!(word, b"the" | b"a" | b"an"));
        }
        if class.any(TOLD) {
            self.add_told(class, capital);
        }
        self.words = self.words.saturating_add(1);
    }

    /// What a word tells that most words do not.
    fn add_told(&mut self, class: Class, capital: bool) {
        let page = class.any(Class::PAGE_WORD);
        self.opens_with_page_word |= page && self.words == 0;
        self.page += u8::from(page);
        self.picture += u8::from(class.any(Class::CAPTION_WORD));
        self.reader += u8::from(class.any(Class::SECOND_PERSON));
        self.writer += u8::from(class.any(Class::FIRST_PERSON));
        if capital {
            self.dated |= class.any(Class::MONTH.and(Class::WEEKDAY));
        } else {
            self.reports |= class.any(Class::SAY) && class.any(Class::PAST.and(Class::THIRD));
        }
    }
}

/// How a word is capitalised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Case {
    Small,
    Capital,
    /// Its second letter is no small one either.
    Capitals,
}

impl Case {
    fn of(word: &str) -> Case {
        let mut letters = word.chars();
        let first = letters.next().is_some_and(char::is_uppercase);
        Case::told(first, letters.next().is_some_and(|second| !second.is_lowercase()))
    }

    #[inline]
    fn of_ascii(word: &[u8]) -> Case {
        let second = word.get(1).is_some_and(|second| !second.is_ascii_lowercase());
        Case::told(word[0].is_ascii_uppercase(), second)
    }

    #[inline]
    fn told(first: bool, second: bool) -> Case {
        match (first, second) {
            (false, _) => Case::Small,
            (true, false) => Case::Capital,
            (true, true) => Case::Capitals,
        }
    }
}

/// The word at the start of `text`, up to a blank, without the marks and stops at its end.
fn word(text: &str) -> &str {
    let sort = |byte: &u8| SORTS[usize::from(*byte)];
    let (mut end, mut inside) = (0, true);
    for (at, sort) in text.as_bytes().iter().map(sort).enumerate().take_while(|(_, sort)| *sort != BLANK) {
        // The later bytes of a character are what its first byte is.
        inside = sort == LETTER || inside && sort == LATER;
        if inside {
            end = at + 1;
        }
    }
    &text[..end]
}

const MARK: u8 = 0;
const LETTER: u8 = 1;
const BLANK: u8 = 2;
const LATER: u8 = 3;

/// What a byte is: a letter or figure or the first byte of one, a blank, a later byte of a character, or a mark.
/// Outside ASCII, signs open with `C2` or `E2`, and pictures with `F0`.
static SORTS: [u8; 256] = {
    let mut sorts = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        sorts[byte] = match byte as u8 {
            byte if byte.is_ascii_alphanumeric() => LETTER,
            byte if byte.is_ascii_whitespace() => BLANK,
            0x80..=0xBF => LATER,
            0xC3..=0xE1 | 0xE3..=0xEF => LETTER,
            _ => MARK,
        };
        byte += 1;
    }
    sorts
};

/// Longer than a headline, or more than one sentence.
fn is_prose(body: &str, len: usize, ending: Ending) -> bool {
    if len >= 400 {
        return true;
    }
    if len < 80 || !ending.ends_prose() {
        return false;
    }
    let ends = |at: &usize| {
        let rest = &body.as_bytes()[at + 1..];
        [&b" "[..], b"\n", b"\r", b"\" ", "” ".as_bytes()].iter().any(|after| rest.starts_with(after))
    };
    len >= 220 || {
        let sentences = memchr::memchr_iter(b'.', body.as_bytes()).filter(ends).count();
        sentences > 0 && len / (sentences + 1) > 28
    }
}

/// How many words `body` has, as far as they tell a label from a paragraph.
fn words_of(body: &str, wrapped: bool) -> u16 {
    let spaces = |window| memchr::memchr_iter(b' ', window).count();
    let most = 8 * LABEL_LEN;
    if !wrapped {
        return (spaces(&body.as_bytes()[..body.len().min(most)]) + 1) as u16;
    }
    let window = window::first(body, most).as_bytes();
    let ends = memchr::memchr2_iter(b'\n', b'\r', window).count() - window::halves(window);
    (spaces(window) + ends + 1) as u16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::lines::lines;

    fn read(text: &str) -> Chunk {
        let mut found = Vec::new();
        lines(text, &mut found);
        let span = Span::from_usize(0, text.len());
        Reader::new(text).read(Run { span, after_gap: true, wrapped: found.len() > 1 })
    }

    #[test]
    fn line_ends_of_two_bytes_count_once() {
        let text = ["the bridge over the Lunn was shut and nobody could say when"; 40].join("\n");
        let crlf = text.replace('\n', "\r\n");
        let (one, two) = (read(&text), read(&crlf));
        assert_eq!((one.len, one.words(&text)), (two.len, two.words(&crlf)));
        assert_eq!(one.len as usize, text.len());
    }

    #[test]
    fn words_by_what_they_are() {
        let text =
            "The mayor’s NEWSLETTERS, (an hour) you and 1,911 piers — an engineer said in May 2024: “a Zoë”";
        let tally = Tally::of(text, 0, text.len());
        assert_eq!((tally.words, tally.capitals, tally.all_capitals, tally.numbers), (17, 4, 1, 2));
        assert_eq!((tally.articles, tally.page, tally.reader), (3, 1, 1));
        assert!(tally.dated && tally.reports && !tally.opens_with_page_word);
    }

    #[test]
    fn a_sign_closes_the_last_line() {
        for (text, want) in [
            ("It was shut until noon. HL", "It was shut until noon."),
            ("“We wait,” he said. “And wait.” HL", "“We wait,” he said. “And wait.”"),
            ("The mill in 1994. AP", "The mill in 1994. AP"),
            ("It was shut by the FBI", "It was shut by the FBI"),
            ("HL", "HL"),
            ("April 26, 2024 at 11:24 a.m. EDT", "April 26, 2024 at 11:24 a.m. EDT"),
            ("It was shut. Harlow", "It was shut. Harlow"),
        ] {
            assert_eq!(without_sign(text), want, "{text}");
        }
    }

    #[test]
    fn words_of_any_script() {
        for (text, want, words) in [
            ("Élan,” he said.", "Élan", 3),
            ("Zoë's (café)…", "Zoë's", 2),
            ("café)… €5 — £6 • 7th", "café", 4),
            ("Нева, Ångström 東京", "Нева", 3),
            ("東京” 🙂 — ’", "東京", 1),
        ] {
            assert_eq!(word(text), want, "{text}");
            assert_eq!(Tally::of(text, 0, text.len()).words, words, "{text}");
        }
    }

    #[test]
    fn capitals_of_any_script() {
        for (text, capitals, all_capitals) in
            [("Élan Vital", 2, 0), ("ÉLAN VITAL", 2, 2), ("Pérez, at sea", 1, 0), ("état de grâce", 0, 0)]
        {
            let tally = Tally::of(text, 0, text.len());
            assert_eq!((tally.capitals, tally.all_capitals), (capitals, all_capitals), "{text}");
        }
    }
}
