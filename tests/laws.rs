//! Properties that hold on any text, made from characters at random and from the pieces of the press.

#[path = "support/laws.rs"]
mod laws;

use laws::{PARSERS, folded, parser};
use proptest::prelude::*;
use proptest::sample::select;
use unicode_normalization::UnicodeNormalization;
use wirecopy::{Article, ParseError, Parser, Positions, parse};

/// What articles are made of, and what copying and conversion leave in them.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    // Marks.
    "“", "”", "\"", "''", "``", "„", "«", "»", "‘", "’", "'", "`", ",”", ".”", "?”", ",\"", ".\"", "’”", "”’", ",''",
    // Stops, dashes, brackets, bullets.
    ".", ",", ";", ":", "?", "!", "…", ". . .", "—", " — ", "–", " - ", "--", "(", ")", "[", "]", "|", "•", "* ", "/",
    // Blanks and line ends.
    " ", " ", " ", "  ", "\t", "\n", "\n", "\n\n", "\n\n", "\n    ", "\r\n", "\r", "\u{A0}", "\u{2003}", "\u{2028}", "\u{85}",
    // Clauses.
    "said", " said ", " said. ", "he said", " he said, ", " said that ", "says", "told reporters", "asked", "added:", "saying ",
    "according to", "According to ", " who said ", "called it ", "denied", "was quoted as saying", "asked whether ",
    // Names, titles, pronouns, descriptions.
    "Mr. ", "Ms. Voss", "Ida Voss", "Voss", "Col. David Ashe", "Dr. J. R. Lund", "Sen. Bo Lund (D-Vt.)", "he", "She ", "they",
    "the mayor", "a spokesman for the county", "Lund, 58, an engineer,", "officials", "the report", "O’Dell", "de la Cruz", "Łódź",
    // Head matter and datelines.
    "By ", "BY IDA VOSS", "By Ida Voss and Bo Lund", "Staff Writer", "(AP) — ", "HARLOW, Ohio (AP) — ", "OSLO, March 9 - ",
    "LONDON/PARIS (Reuters) - ", "NEW DELHI: ", "Published ", "Updated: ", "March 4", "Feb. 29", "Jan. 5, 2024",
    "July 9, 2024 at 5:05 PM EDT", "2023-01-17T15:45:00-05:00", "30/04/2024", "6 min read", "The Harlow Ledger", "Home / News",
    // Captions, notes, ends.
    "(Nina Voss/AP)", "Photo by ", "FILE - ", "Tom Ebright contributed to this report.", "(Reporting by Ida Voss; Editing by Bo Lund)",
    "Correction: ", "Editor’s note: ", "###", "-30-", " Reuter\n", "(MORE)", "READ MORE: ", "Advertisement", "jdoe@example.com",
    // Words and numbers.
    "The bridge was shut on Monday.", "We saw cracks", "it was time", "No. 5", "U.S. ", "Inc.", "a.m.", "3.5 pct", "$48 million",
    "6'4\"", "Q: ", "A: ", "1. ", "’90s", "I", "é", "ﬁ", "İ", "ß", "日本", "。", "ا",
    // What prints nothing, joins, or turns the direction.
    "\u{301}", "\u{FE0F}", "\u{200D}", "\u{200B}", "\u{FEFF}", "\u{AD}", "\u{202E}", "\u{202C}", "\u{2066}", "\u{2069}", "\u{200F}",
    "\u{0}", "\u{1}", "\u{1B}[1m", "\u{7F}", "🗞️", "👩🏽\u{200D}🚒", "𝄞",
];

fn pieces(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(select(PIECES), 1..most).prop_map(|pieces| pieces.concat())
}

/// Short noise, long noise, and paragraphs that look like an article's.
fn press() -> impl Strategy<Value = String> {
    let paragraphs = prop::collection::vec(pieces(30), 1..12).prop_map(|paragraphs| paragraphs.join("\n\n"));
    prop_oneof![pieces(12), pieces(200), paragraphs]
}

/// Text broken into lines at a measure, as wire copy and mail were.
fn wrapped() -> impl Strategy<Value = String> {
    let words = prop::collection::vec(select(WORDS), 20..300);
    (words, 40..75usize, select(&["", "    "][..])).prop_map(|(words, measure, indent)| {
        let (mut text, mut column) = (String::from(indent), indent.len());
        for word in words {
            if word == "\n" || column + word.len() > measure {
                text.push_str(if word != "\n" {
                    "\n"
                } else if indent.is_empty() {
                    "\n\n"
                } else {
                    "\n    "
                });
                column = 0;
            }
            text.push_str(word.trim_start_matches('\n'));
            text.push(' ');
            column += word.len() + 1;
        }
        text
    })
}

/// Words that articles run on with, and what ends sentences and paragraphs.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "the", "bridge", "was", "shut", "after", "cracks", "were", "found", "in", "two", "of", "its", "piers.", "Nobody", "could",
    "say", "when.", "“We", "waited,”", "said", "Ida Voss.", "she", "said.", "who", "“it was", "time.”", "According to",
    "officials,", "traffic", "was", "sent", "by way of", "Harlow", "and", "Lund", "told", "reporters", "that", "\n", "\n",
];

/// Lines with letters that have accents.
const ACCENTED: &[&str] = &[
    "Pont fermé à Saint-Étienne après des fissures, dit l’Équipe",
    "By José Müller and Zoë Brontë-Nuñez",
    "KRAKÓW, Poland, March 9 (Reuters) — The café on Plaça d’Anoia was shut on Monday.",
    "Published March 4, 2024",
    "“We saw cracks,” said Łucja Wójcik, an engineer at the École d’Été.",
    "“It was time,” Wójcik said. “Ça va,” she added, “été comme hiver.”",
    "José Ångström told L’Étoile that it was “très cher.”",
    "According to Mayor Françoise L’Écuyer, the café will open in May.",
    "“Déjà vu,” he said. “We had ‘fêted’ them too early.”",
    "A pier near São Tomé. (André Lefèvre/AP)",
    "Ms. Ångström, who is Señora Nuñez’s niece, denied that.",
    "Chloë Dvořák in Zürich contributed to this report.",
    "The crème brûlée was left\nétagère by étagère, she said.",
];

/// All options on `text`. Text may be refused for being empty or no text, and for no other reason.
fn hold_under_all_options(text: &str) {
    for bits in 0..PARSERS {
        let refused = laws::parse(&parser(bits), text).err();
        assert!(
            matches!(refused, None | Some(ParseError::Empty | ParseError::NotText { .. })),
            "{refused:?}"
        );
    }
}

/// The parts that a parse without quotations finds too.
fn structure(article: &Article) -> impl PartialEq + std::fmt::Debug + use<> {
    let blocks: Vec<_> = article.blocks().map(|block| (block.kind(), block.span())).collect();
    let sentences =
        |paragraph: wirecopy::Paragraph| paragraph.sentences().map(wirecopy::Text::span).collect::<Vec<_>>();
    let paragraphs: Vec<_> = article.paragraphs().map(|it| (it.block(), it.span(), sentences(it))).collect();
    let lines =
        [article.headline(), article.kicker(), article.deck()].map(|line| line.map(wirecopy::Text::span));
    let times = (article.published(), article.updated(), article.reading_minutes());
    let byline = article.byline().map(|byline| format!("{byline:?}"));
    let dateline = article.dateline().map(|dateline| format!("{dateline:?}"));
    let captions: Vec<_> = article.captions().map(|caption| caption.span()).collect();
    let notes: Vec<_> = article.contributors().map(|it| it.span()).collect();
    let corrections: Vec<_> = article.corrections().map(wirecopy::Text::span).collect();
    (blocks, paragraphs, lines, times, (byline, dateline, captions, notes, corrections))
}

/// What must not depend on how lines end.
fn without_line_ends(article: &Article) -> impl PartialEq + std::fmt::Debug + use<> {
    parts(article, folded)
}

/// What must not depend on whether letters are composed with their accents.
fn composed_parts(article: &Article) -> impl PartialEq + std::fmt::Debug + use<> {
    parts(article, |text| text.nfc().to_string())
}

/// Kinds of blocks, quotations and speakers, their words by `form`.
fn parts(article: &Article, form: fn(&str) -> String) -> impl PartialEq + std::fmt::Debug + use<> {
    let kinds: Vec<_> = article.blocks().map(wirecopy::Block::kind).collect();
    let quotes: Vec<_> = article.quotes().map(|quote| (form(quote.text()), quote.form())).collect();
    let speakers: Vec<_> = article.speakers().map(|speaker| form(speaker.name())).collect();
    (kinds, quotes, speakers)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_characters(text in "\\PC*") {
        hold_under_all_options(&text);
    }

    #[test]
    fn any_characters_and_controls(text in "(?s).{0,200}") {
        hold_under_all_options(&text);
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
        match wirecopy::parse_bytes(&bytes) {
            Err(ParseError::NotUtf8 { offset }) => {
                prop_assert_eq!(Some(offset), std::str::from_utf8(&bytes).err().map(|error| error.valid_up_to()));
            }
            other => prop_assert_eq!(other, parse(std::str::from_utf8(&bytes).expect("UTF-8"))),
        }
    }

    #[test]
    fn press_pieces(text in press()) {
        hold_under_all_options(&text);
    }

    #[test]
    fn structure_only_changes_no_structure(text in press(), body_only: bool) {
        let with = parser(u8::from(body_only));
        if let (Ok(full), Ok(bare)) = (with.parse(&text), with.structure_only(true).parse(&text)) {
            prop_assert_eq!(structure(&full), structure(&bare));
            prop_assert_eq!((bare.quotes().len(), bare.attributions().len(), bare.speakers().len()), (0, 0, 0));
        }
    }

    #[test]
    fn body_only_has_no_head(text in press()) {
        if let Ok(article) = parser(1).parse(&text) {
            prop_assert!(article.headline().is_none() && article.byline().is_none() && article.dateline().is_none());
            prop_assert_eq!(article.paragraphs().len(), article.blocks().len());
        }
    }

    #[test]
    fn line_ends_change_nothing(text in prop_oneof![press(), wrapped()]) {
        let lf = text.replace("\r\n", "\n").replace('\r', "\n");
        if let Ok(article) = parse(&lf) {
            for end in ["\r", "\r\n"] {
                let other = lf.replace('\n', end);
                let other = parse(&other).expect("the same text");
                prop_assert_eq!(without_line_ends(&article), without_line_ends(&other), "{:?}", end);
            }
        }
    }

    #[test]
    fn positions_count_as_one_would_by_hand(text in press()) {
        let positions = Positions::new(&text);
        let (mut chars, mut utf16, mut line) = (0, 0, 0);
        let mut line_start = (0, 0);
        let mut previous = '\0';
        for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
            // CRLF is one line end, counted when it is complete.
            if previous == '\n' || (previous == '\r' && c != '\n') {
                line += 1;
                line_start = (chars, utf16);
            }
            let here = positions.line_column(at as u32);
            prop_assert_eq!((positions.char(at as u32), positions.utf16(at as u32)), (chars, utf16));
            prop_assert_eq!((here.line, here.column, here.column_utf16), (line, chars - line_start.0, utf16 - line_start.1));
            chars += 1;
            utf16 += c.len_utf16() as u32;
            previous = c;
        }
    }

    #[test]
    fn a_byte_order_mark_and_blanks_at_the_end_change_offsets_alone(text in press(), body_only: bool) {
        // A second mark is not at the start.
        prop_assume!(!text.starts_with('\u{FEFF}'));
        let parser = Parser::new().body_only(body_only);
        let Ok(article) = parser.parse(&text) else { return Ok(()) };
        let padded = format!("\u{FEFF}{text} \t\n\n ");
        let other = parser.parse(&padded).expect("the same text");
        prop_assert_eq!(without_line_ends(&article), without_line_ends(&other));
    }

    #[test]
    fn normalization_changes_offsets_alone(lines in prop::collection::vec(select(ACCENTED), 1..12)) {
        // Running text: which lines of a page are its story is weighed by their lengths too.
        let parser = Parser::new().body_only(true);
        let text = lines.join("\n\n");
        let (composed, decomposed) = (text.nfc().to_string(), text.nfd().to_string());
        if let Ok(article) = parser.parse(&composed) {
            let other = parser.parse(&decomposed).expect("the same text");
            prop_assert_eq!(composed_parts(&article), composed_parts(&other));
        }
    }

    #[test]
    fn capitals_keep_the_authors_of_a_byline(
        names in prop::sample::subsequence(
            vec!["Ida Voss", "Bo Lund", "Dana Whitlock-Roe", "J. R. O’Dell", "Jo de la Cruz"], 1..4),
    ) {
        let line = format!("By {}", names.join(" and "));
        let count = |line: &str| wirecopy::Byline::parse(line).map(|byline| byline.authors().len());
        prop_assert_eq!(count(&line), Some(names.len()));
        prop_assert_eq!(count(&line.to_uppercase()), Some(names.len()));
    }

    #[test]
    fn a_worker_remembers_nothing(texts in prop::collection::vec(press(), 1..6), body_only: bool) {
        let parser = Parser::new().body_only(body_only);
        let mut worker = parser.worker();
        for text in &texts {
            let article = worker.parse(text);
            prop_assert_eq!(&article, &parser.parse(text));
            if let Ok(article) = article {
                worker.recycle(article);
            }
        }
    }

    #[test]
    fn threads_agree(text in press()) {
        let alone = parse(&text);
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| parse(&text) == alone)).collect();
            for thread in threads {
                assert!(thread.join().expect("no panic"), "a thread got another article");
            }
        });
    }
}

/// The seeds hold the laws, whole and cut short after every few bytes.
#[test]
fn seeds_whole_and_cut() {
    let mut seen = 0;
    for entry in std::fs::read_dir("seeds").expect("seeds/") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a seed is UTF-8");
        hold_under_all_options(&text);
        for cut in (1..text.len()).step_by(97).filter(|cut| text.is_char_boundary(*cut)) {
            laws::parse(&parser(0), &text[..cut]).expect("a seed's opening is text");
            laws::parse(&parser(4), &text[cut..]).expect("a seed's rest is text");
        }
        seen += 1;
    }
    assert!(seen > 0, "no seeds");
}
