//! Articles put together from the parts of real ones, in orders that no newsroom would print: the laws hold.
#![no_main]

#[allow(dead_code)] // Not every target asks for all laws.
#[path = "../../tests/support/laws.rs"]
mod laws;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary)]
struct Page {
    options: u8,
    line_end: LineEnd,
    /// Wrapped at this measure and indented, as wire copy was, where it is no less than 30.
    measure: u8,
    parts: Vec<Part>,
}

#[derive(Arbitrary, Debug)]
enum LineEnd {
    Lf,
    Cr,
    CrLf,
}

#[derive(Arbitrary, Debug)]
enum Part {
    Headline(Vec<Word>),
    Byline { lead: bool, names: Vec<Name>, role: bool },
    Time { label: u8, form: u8, day: u8 },
    Dateline { place: u8, date: bool, agency: u8, dash: u8 },
    Paragraph(Vec<Sentence>),
    Item(Sentence),
    Crosshead(Name),
    Caption { shows: Vec<Word>, by: Name, form: u8 },
    Note(u8, Name),
    EndMark(u8),
    NoGap,
    Noise(String),
}

#[derive(Arbitrary, Debug)]
enum Sentence {
    /// Words in marks, and a clause before, after, inside or nowhere.
    Quotation {
        marks: Marks,
        words: Vec<Word>,
        more: Vec<Word>,
        order: Order,
        clause: Clause,
    },
    /// A quotation inside a quotation.
    Nested {
        outer: Marks,
        inner: Marks,
        words: Vec<Word>,
        clause: Clause,
    },
    /// Reported speech.
    Reported {
        clause: Clause,
        that: bool,
        words: Vec<Word>,
    },
    Plain(Vec<Word>),
    Noise(String),
}

#[derive(Arbitrary, Debug, Clone, Copy)]
enum Marks {
    Curly,
    Straight,
    Doubled,
    Backticks,
    Single,
    StraightSingle,
    Low,
    Guillemets,
    Unclosed,
    Unopened,
}

#[derive(Arbitrary, Debug)]
enum Order {
    Before,
    After,
    Inverted,
    Inside,
    None,
}

#[derive(Arbitrary, Debug)]
struct Clause {
    name: Name,
    verb: u8,
    tail: u8,
}

#[derive(Arbitrary, Debug)]
struct Name {
    title: u8,
    given: u8,
    family: u8,
    role: u8,
}

#[derive(Arbitrary, Debug)]
enum Word {
    Listed(u8),
    Stop(u8),
    Name(Name),
    Marked(Marks, u8),
    Char(char),
}

const WORDS: &[&str] = &[
    "the",
    "bridge",
    "was",
    "shut",
    "on",
    "Monday",
    "we",
    "saw",
    "cracks",
    "in",
    "two",
    "piers",
    "No",
    "it",
    "time",
    "and",
    "of",
    "miners’",
    "report",
    "U.S.",
    "Inc.",
    "No. 5",
    "’90s",
    "6'4\"",
    "$48",
    "million",
    "a.m.",
    "said",
    "who",
    "that",
    "told",
    "her",
    "according to",
    "it's",
    "O’Dell’s",
    "FILE",
    "www.harlow.example",
    "état",
    "İ",
    "日本",
    "e\u{301}",
    "\u{202E}",
    "\u{A0}",
];
const STOPS: &[&str] = &[
    ".", ",", "?", "!", ";", ":", "…", ". . .", " —", " -", ")", " (", "[", "]", "/", "\t", "\n", "\u{2028}",
];
const TITLES: &[&str] =
    &["", "Mr.", "Ms.", "Col.", "Dr.", "Sen.", "Prime Minister", "the Rev.", "St.", "former mayor"];
const GIVEN: &[&str] = &["", "Ida", "Bo", "J. R.", "Jean-Luc", "Łucja", "Dana", "Mary Ann", "X", "de"];
const FAMILY: &[&str] = &[
    "",
    "Voss",
    "Lund",
    "O’Dell",
    "de la Cruz",
    "Ashe Jr.",
    "VOSS",
    "McKay",
    "al-Harlow",
    "he",
    "she",
    "They",
];
const ROLES: &[&str] = &[
    "",
    "",
    ", 58, an engineer,",
    ", a spokesman for the county",
    ", D-Vt.,",
    " of Harlow",
    ", who spoke on condition of anonymity,",
    "’s lawyer",
    " (no relation)",
];
const VERBS: &[&str] = &[
    "said",
    "says",
    "told reporters",
    "asked",
    "added",
    "according to",
    "denied",
    "was quoted as saying",
    "tweeted",
    "did not say",
    "whispered",
    "thought",
];
const TAILS: &[&str] = &[
    "",
    "",
    " on Tuesday",
    " in a statement",
    ", adding",
    ":",
    ", as he left",
    ", who said",
    " that",
    " of",
];
const LABELS: &[&str] = &["", "Published ", "Updated: ", "Last updated ", "Posted on "];
const TIMES: &[&str] = &[
    "March {}, 2024",
    "Feb. {}",
    "{} January 2023",
    "2024-02-{}",
    "March {}, 2024 at {}:05 PM EDT",
    "{}:12 p.m. ET",
    "{} min read",
];
const PLACES: &[&str] = &[
    "HARLOW, Ohio",
    "OSLO",
    "LONDON/PARIS",
    "New Delhi",
    "NORTH HARLOW",
    "ABOARD THE IDA VOSS",
    "SÃO PAULO",
    "",
    "St. Paul, Minn.",
];
const AGENCIES: &[&str] = &["", "(AP)", "(Reuters)", "/PRNewswire/", "(AFP, AP)", "("];
const DASHES: &[&str] = &[" — ", " – ", " - ", "—", " -- ", ": ", "_", ""];
const NOTES: &[&str] = &[
    "{} contributed to this report.",
    "(Reporting by {}; Editing by {})",
    "Correction: {} was not there.",
    "Editor’s note: see {}.",
    "READ MORE: {} in Harlow",
    "Reach {} at ida@harlow.example.",
    "Q: Who is {}?",
    "A: {} is.",
];
const END_MARKS: &[&str] = &["###", "-30-", " Reuter", "ENDS", "(MORE)", "END"];

fn pick<'a>(list: &[&'a str], at: u8) -> &'a str {
    list[at as usize % list.len()]
}

impl Marks {
    fn around(self, words: &str) -> String {
        let (open, close) = match self {
            Marks::Curly => ("“", "”"),
            Marks::Straight => ("\"", "\""),
            Marks::Doubled => ("''", "''"),
            Marks::Backticks => ("``", "''"),
            Marks::Single => ("‘", "’"),
            Marks::StraightSingle => ("'", "'"),
            Marks::Low => ("„", "“"),
            Marks::Guillemets => ("«", "»"),
            Marks::Unclosed => ("“", ""),
            Marks::Unopened => ("", "”"),
        };
        format!("{open}{words}{close}")
    }
}

fn words(words: &[Word]) -> String {
    let mut text = String::new();
    for word in words {
        match word {
            Word::Stop(stop) => text.push_str(pick(STOPS, *stop)),
            Word::Char(c) => text.push(*c),
            Word::Listed(_) | Word::Name(_) | Word::Marked(..) => {
                if !text.is_empty() {
                    text.push(' ');
                }
                match word {
                    Word::Listed(at) => text.push_str(pick(WORDS, *at)),
                    Word::Name(name) => text.push_str(&name.text()),
                    Word::Marked(marks, at) => text.push_str(&marks.around(pick(WORDS, *at))),
                    _ => {}
                }
            }
        }
    }
    text
}

impl Name {
    fn bare(&self) -> String {
        let parts = [pick(TITLES, self.title), pick(GIVEN, self.given), pick(FAMILY, self.family)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn text(&self) -> String {
        self.bare() + pick(ROLES, self.role)
    }
}

impl Clause {
    fn text(&self, inverted: bool) -> String {
        let (name, verb, tail) = (self.name.text(), pick(VERBS, self.verb), pick(TAILS, self.tail));
        if inverted { format!("{verb} {name}{tail}") } else { format!("{name} {verb}{tail}") }
    }
}

impl Sentence {
    fn text(&self) -> String {
        match self {
            Sentence::Quotation { marks, words: first, more, order, clause } => {
                let (first, more) = (words(first), words(more));
                match order {
                    Order::Before => format!("{}, {}", clause.text(false), marks.around(&first)),
                    Order::After => format!("{} {}.", marks.around(&(first + ",")), clause.text(false)),
                    Order::Inverted => format!("{} {}.", marks.around(&(first + ",")), clause.text(true)),
                    Order::Inside => {
                        format!(
                            "{} {}, {}",
                            marks.around(&(first + ",")),
                            clause.text(false),
                            marks.around(&(more + "."))
                        )
                    }
                    Order::None => marks.around(&(first + ".")),
                }
            }
            Sentence::Nested { outer, inner, words: text, clause } => {
                let inside = inner.around(&words(text));
                format!("{} {}.", outer.around(&format!("He said, {inside},")), clause.text(false))
            }
            Sentence::Reported { clause, that, words: text } => {
                format!("{}{} {}.", clause.text(false), if *that { " that" } else { "" }, words(text))
            }
            Sentence::Plain(text) => words(text) + ".",
            Sentence::Noise(noise) => noise.clone(),
        }
    }
}

impl Part {
    /// The part as text, and whether the next one starts a new block.
    fn text(&self) -> (String, bool) {
        let text = match self {
            Part::Headline(title) => words(title),
            Part::Byline { lead, names, role } => {
                let names: Vec<_> = names.iter().map(Name::bare).collect();
                let lead = if *lead { "By " } else { "" };
                format!("{lead}{}{}", names.join(" and "), if *role { "\nStaff Writer" } else { "" })
            }
            Part::Time { label, form, day } => {
                pick(LABELS, *label).to_string() + &pick(TIMES, *form).replace("{}", &day.to_string())
            }
            Part::Dateline { place, date, agency, dash } => {
                let date = if *date { ", March 9" } else { "" };
                // What follows is the body of the same paragraph.
                return (
                    format!(
                        "{}{date} {}{}",
                        pick(PLACES, *place),
                        pick(AGENCIES, *agency),
                        pick(DASHES, *dash)
                    ),
                    false,
                );
            }
            Part::Paragraph(sentences) => sentences.iter().map(Sentence::text).collect::<Vec<_>>().join(" "),
            Part::Item(sentence) => format!("• {}", sentence.text()),
            Part::Crosshead(name) => name.text(),
            Part::Caption { shows, by, form } => match form % 4 {
                0 => format!("{} ({}/AP)", words(shows), by.bare()),
                1 => format!("{} Photo by {}", words(shows), by.bare()),
                2 => format!("FILE - {} (AP Photo/{}, File)", words(shows), by.bare()),
                _ => format!("{} {} for The Harlow Ledger", words(shows), by.bare()),
            },
            Part::Note(form, name) => pick(NOTES, *form).replace("{}", &name.bare()),
            Part::EndMark(mark) => pick(END_MARKS, *mark).to_string(),
            Part::NoGap => return ("\n".to_string(), false),
            Part::Noise(noise) => return (noise.clone(), false),
        };
        (text, true)
    }
}

/// `text` with its spaces turned into line ends where a line would pass `measure` columns.
fn wrapped(text: &str, measure: usize) -> String {
    let mut lines = String::new();
    let mut column = 0;
    for word in text.split_inclusive(' ') {
        let width = word.chars().count();
        if column + width > measure && column > 0 {
            lines.truncate(lines.trim_end_matches(' ').len());
            lines.push('\n');
            column = 0;
        }
        lines.push_str(word);
        column += width;
    }
    lines
}

impl Page {
    fn text(&self) -> String {
        let measure = usize::from(self.measure);
        let wraps = measure >= 30;
        let mut page = String::new();
        for part in &self.parts {
            let (text, apart) = part.text();
            page.push_str(&if wraps { wrapped(&text, measure) } else { text });
            if apart {
                page.push_str(if wraps { "\n    " } else { "\n\n" });
            }
        }
        match self.line_end {
            LineEnd::Lf => page,
            LineEnd::Cr => page.replace('\n', "\r"),
            LineEnd::CrLf => page.replace('\n', "\r\n"),
        }
    }
}

/// The text as a Rust literal: what a failed run prints can be pasted into a test.
impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "options {}: {:?}", self.options % laws::PARSERS, self.text())
    }
}

fuzz_target!(|page: Page| {
    let text = page.text();
    let _ = laws::parse(&laws::parser(page.options % laws::PARSERS), &text);
});
