//! What is hardly an article: each text gives the answer that the documentation promises, and no panic.

#[path = "support/laws.rs"]
mod laws;

use laws::{PARSERS, folded, parser};
use wirecopy::{ParseError, Parser, parse, parse_bytes};

const PAGE: &str = "Bridge shut as cracks found\n\nBy Dana Whitlock\n\nHARLOW, Ohio — The bridge was shut on Monday, and \
    nobody could say when it would open again.\n\n“We saw cracks,” said Ida Voss, an engineer. “It was time.”\n";

fn headline(text: &str) -> Option<String> {
    let article = parse(text).expect("an article");
    article.headline().map(|line| folded(line.text()))
}

fn quotes(text: &str) -> Vec<String> {
    let article = parse(text).expect("an article");
    article.quotes().map(|quote| folded(quote.text())).collect()
}

fn hold(text: &str) {
    for bits in 0..PARSERS {
        laws::parse(&parser(bits), text).unwrap_or_else(|error| panic!("{text:?}: {error}"));
    }
}

#[test]
fn blank_texts_are_empty() {
    let newlines = "\n".repeat(10_000_000);
    let blanks = [
        "",
        " ",
        "\n",
        "\r\n\r\n",
        "\t \u{B}\u{C}",
        "\u{A0}\u{A0}",
        "\u{FEFF}",
        "\u{FEFF}\n",
        "\u{200B}\u{2003}\u{2028}",
        &newlines,
    ];
    for text in blanks {
        for bits in 0..PARSERS {
            let refused = parser(bits).parse(text).err();
            assert_eq!(refused, Some(ParseError::Empty), "{:?}", text.get(..10));
        }
    }
}

#[test]
fn blank_lines_around_and_inside_cost_nothing_but_time() {
    let gap = "\n".repeat(1_000_000);
    let article_text = format!("{gap}Bridge shut{gap}“It was time,” Ida Voss said.{gap}");
    let article = parse(&article_text).expect("an article");
    assert_eq!((article.blocks().len(), article.quotes().len()), (2, 1));
    laws::hold(&article_text, &article);
}

#[test]
fn control_characters() {
    // A few are what a conversion left behind.
    let page = PAGE.replacen("Monday", "Mon\u{0}day\u{1}", 1);
    hold(&page);
    assert_eq!(quotes(&page), quotes(PAGE));
    // Escape sequences colour a terminal's text, form feeds break its pages.
    hold("\u{1B}[1mBridge shut\u{1B}[0m\n\u{C}\n“It was time,” Ida Voss said.\n");
    // Many make it no text.
    let mut png = "PNG\r\n\u{1A}\n".to_string();
    png.push_str(&"\u{0}\u{1}IHDR\u{2}".repeat(20));
    let noise = "\u{1}".repeat(1000);
    let cases = [("\u{0}", 0, 1), ("a\u{0}b\u{7F}", 1, 2), (png.as_str(), 5, 61), (noise.as_str(), 0, 1000)];
    for (text, offset, count) in cases {
        assert_eq!(parse(text), Err(ParseError::NotText { offset, count }), "{text:?}");
        assert_eq!(parse_bytes(text.as_bytes()), Err(ParseError::NotText { offset, count }));
    }
}

#[test]
fn line_ends() {
    let page = format!("{PAGE}\n“We wait,” she\nsaid.\n");
    let ends = ["\r", "\n", "\r\n"].into_iter().cycle();
    let mixed = page.lines().zip(ends).map(|(line, end)| line.to_string() + end).collect();
    for text in [page.replace('\n', "\r"), page.replace('\n', "\r\n"), mixed] {
        hold(&text);
        assert_eq!(headline(&text), headline(&page), "{text:?}");
        assert_eq!(quotes(&text), quotes(&page), "{text:?}");
    }
}

#[test]
fn what_prints_nothing_changes_nothing() {
    let want = Some("Bridge shut as cracks found".to_string());
    assert_eq!(headline(PAGE), want);
    for before in ["\u{FEFF}", "\u{200B}", "\n\n\u{FEFF}", " \u{A0}\u{2003}", "\u{FEFF}\r\n"] {
        let text = format!("{before}{PAGE}");
        hold(&text);
        assert_eq!(headline(&text), want, "{before:?}");
        assert_eq!(quotes(&text), quotes(PAGE), "{before:?}");
    }
    // Zero-width spaces between paragraphs, as pages use them to keep a line apart.
    let text = PAGE.replace("\n\n", "\n\u{200B}\n");
    hold(&text);
    assert_eq!((headline(&text), quotes(&text)), (want, quotes(PAGE)));
}

/// One long line is one paragraph, whatever fills it.
#[test]
fn one_line_of_ten_megabytes() {
    let fillers = ["a", "\"", "“", "’", "(", "é", "\u{301}", "A. ", "— ", "“It was time,” Ida Voss said. "];
    let long = [("word ", 10_000_000)].into_iter().chain(fillers.map(|filler| (filler, 500_000)));
    for (filler, len) in long {
        let text = filler.repeat(len / filler.len());
        let article = parse(&text).expect("an article");
        assert_eq!(article.blocks().len(), 1, "{filler:?}");
        let end = article.blocks().next().map(|block| block.span().end as usize);
        assert_eq!(end, Some(text.trim_end().len()), "{filler:?}");
    }
}

#[test]
fn marks_without_their_fellows() {
    let mut texts: Vec<String> = [
        "“",
        "”",
        "\"",
        "''",
        "'",
        "‘",
        "’",
        "„",
        "«",
        "»",
        "``",
        "“”",
        "””””",
        "““““",
        "\"\"\"",
        "‘“’”",
        "“‘”’",
        "«“»”",
        "“a ‘b “c ‘d “e",
        "“It was time, he said.",
        "It was time,” he said.",
        "He said “it was “time”.",
        "“A,” he said, “B",
        "“\n\n“\n\n“",
        "' ' '",
    ]
    .map(str::to_string)
    .to_vec();
    texts.push("“(‘[".repeat(500));
    texts.push("“a ‘b ".repeat(500));
    texts.push("’” ".repeat(500));
    for text in texts {
        hold(&text);
    }
    // A passage left open is one that goes on in the next paragraph.
    let article = parse("“It was time, he said.\n\n“And so it is,” he added.").expect("an article");
    assert_eq!(article.quotes().map(wirecopy::Quote::is_open).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn controls_of_direction_and_joined_characters() {
    for text in [
        "\u{202E}“It was time,” Ida Voss said.\u{202C}",
        "“\u{2066}It was time\u{2069},” \u{200F}Ida Voss\u{200E} said.",
        "“It was time,” I\u{301}da Vo\u{308}ss said.",
        "“👩🏽\u{200D}🚒,” Ida Voss said. “🗞️”",
        "“\u{301}”, \u{301}said \u{301}Voss\u{301}",
        "“\u{AD}It was\u{AD}time,” Ida\u{AD}Voss said.",
    ] {
        hold(text);
        assert_eq!(parse(text).expect("an article").quotes().len(), text.matches('“').count(), "{text:?}");
    }
}

#[test]
fn too_long() {
    let long = Parser::new().max_len(PAGE.len() - 1);
    let refused = Some(ParseError::TooLong { len: PAGE.len(), limit: PAGE.len() - 1 });
    assert_eq!(long.parse(PAGE).err(), refused);
    assert_eq!(long.parse_bytes(PAGE.as_bytes()).err(), refused);
    assert!(Parser::new().max_len(PAGE.len()).parse(PAGE).is_ok());
    // The limit is looked at first: what is over it is not read.
    assert_eq!(
        Parser::new().max_len(1).parse_bytes(b"\xFF\xFF"),
        Err(ParseError::TooLong { len: 2, limit: 1 })
    );
    assert_eq!(Parser::new().max_len(0).parse(""), Err(ParseError::Empty));
    assert_eq!(Parser::new().max_len(usize::MAX), Parser::new().max_len(wirecopy::MAX_LEN));
    let over = " ".repeat(wirecopy::DEFAULT_MAX_LEN + 1);
    let limit = wirecopy::DEFAULT_MAX_LEN;
    assert_eq!(parse(&over), Err(ParseError::TooLong { len: limit + 1, limit }));
}

#[test]
fn not_utf8() {
    let cases: &[(&[u8], usize)] = &[
        (b"\xFF", 0),
        (b"caf\xE9 said", 3),
        // Windows marks: 0x93 and 0x94.
        (b"\x93It was time,\x94 he said.", 0),
        (b"a\xC3", 1),
        // Cut inside a mark of three bytes.
        (b"time,\xE2\x80", 5),
        // A surrogate, and a zero of two bytes.
        (b"ab\xED\xA0\x80", 2),
        (b"ab\xC0\x80", 2),
    ];
    for (bytes, offset) in cases {
        assert_eq!(parse_bytes(bytes), Err(ParseError::NotUtf8 { offset: *offset }), "{bytes:?}");
    }
    // UTF-16 is not UTF-8, with its byte-order mark or without.
    assert_eq!(parse_bytes(b"\xFF\xFEB\0r\0"), Err(ParseError::NotUtf8 { offset: 0 }));
    assert_eq!(parse_bytes(b"B\0r\0"), Err(ParseError::NotText { offset: 1, count: 2 }));
}

/// What a user reads when a text is refused.
#[test]
fn error_texts() {
    let cases = [
        (parse(" \n").err(), "the text is empty"),
        (Parser::new().max_len(4).parse("Bridge").err(), "the text has 6 bytes, over the limit of 4"),
        (parse_bytes(b"Br\xFCcke").err(), "the text is not UTF-8: byte 2 starts no character"),
        (parse("a\0\0").err(), "the input is not text: it has 2 control characters, the first at byte 1"),
    ];
    for (error, want) in cases {
        assert_eq!(error.map(|error| error.to_string()).as_deref(), Some(want));
    }
}
