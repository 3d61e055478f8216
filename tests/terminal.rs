//! The programs of `examples/` as people run them: what they print, where, and with which status they end.

#[path = "support/programs.rs"]
mod programs;
#[path = "../benches/shared/seeds.rs"]
mod seeds;

use programs::{Ran, run, run_into_closed_pipe, scratch};
use regex::Regex;
use serde_json::{Value, json};
use wirecopy::{Article, parse};

const BRIDGE: &str = "\
Bridge shut as cracks found

By Dana Whitlock

Published January 17, 2023

HARLOW, Ohio (AP) — The bridge was shut on Monday, and the “wobbly lady” rests. “We saw cracks,” said Col. Ida Voss, \
an engineer.
";
const FERRY: &str = "Ferry late\n\nThe ferry was late on Monday. “Not again,” Bo Lund said.\n";

const SHOWN: &str = "\
Bridge shut as cracks found
  by Dana Whitlock
  from HARLOW, Ohio, AP
  published 2023-01-17
  1 paragraphs, 2 quotations

Who said what
  “wobbly lady”
      nobody is said to have spoken it
  “We saw cracks,”
      Ida Voss (said) — a clause after it, verb first

Speakers
  Col. Ida Voss, an engineer — 1 quotations, 1 statements
";

fn parse_with(args: &[&str]) -> Ran {
    run("parse", args, "", &[])
}

#[test]
fn an_article_in_short() {
    let file = scratch("short.txt", BRIDGE);
    assert_eq!(parse_with(&[&file]), Ran::fine(SHOWN));
    assert_eq!(run("parse", &[], BRIDGE, &[]), Ran::fine(SHOWN));
    assert_eq!(run("parse", &["-"], BRIDGE, &[]), Ran::fine(SHOWN));
    let why = "\
“wobbly lady”
    nobody is said to have spoken it; weighed against “The bridge”
“We saw cracks,”
    Ida Voss: a clause after it, verb first, “said Col. Ida Voss”; weighed against nobody
";
    assert_eq!(parse_with(&["--why", &file]), Ran::fine(why));
}

#[test]
fn several_articles_in_turn() {
    let (bridge, ferry) = (scratch("bridge.txt", BRIDGE), scratch("ferry.txt", FERRY));
    let one = |file: &str| parse_with(&[file]).out;
    let shown = run("parse", &[&ferry, "-", &bridge], BRIDGE, &[]);
    let want = format!(
        "==> {ferry} <==\n{}\n==> standard input <==\n{SHOWN}\n==> {bridge} <==\n{SHOWN}",
        one(&ferry)
    );
    assert_eq!(shown, Ran::fine(&want));
}

#[test]
fn a_missing_file_costs_that_file_only() {
    let bridge = scratch("beside.txt", BRIDGE);
    let shown = parse_with(&["no-such-file.txt", &bridge]);
    assert_eq!((shown.status, shown.out), (1, format!("==> {bridge} <==\n{SHOWN}")));
    assert!(shown.err.starts_with("parse: no-such-file.txt: "), "{}", shown.err);
    assert!(shown.err.ends_with("; check the name, and the folder that you are in\n"), "{}", shown.err);
}

#[test]
fn errors_say_what_to_do() {
    let folder = env!("CARGO_TARGET_TMPDIR");
    for (file, part) in [
        (scratch("empty.txt", " \n"), "the text is empty; give it the text"),
        (scratch("latin.txt", b"The caf\xe9 was shut."), "byte 7 starts no character; convert it: iconv"),
        (
            scratch("picture.png", [0u8, 1, 2, 3].repeat(9)),
            "control characters, the first at byte 0; save the text",
        ),
        (folder.to_string(), "; name the files in it"),
    ] {
        let shown = parse_with(&[&file]);
        assert_eq!((shown.status, shown.out.as_str()), (1, ""), "{file}");
        assert!(
            shown.err.starts_with(&format!("parse: {file}: ")) && shown.err.contains(part),
            "{}",
            shown.err
        );
    }
}

#[test]
fn options_that_are_wrong() {
    let table = scratch("unwritten.csv", "");
    for (program, args, part) in [
        ("parse", &["--jsno"][..], "unknown option --jsno"),
        ("parse", &["--json", "--why", "x"], "one at a time"),
        ("jsonl", &["--csv"], "wants the name of a file"),
        ("jsonl", &["--as", "headline"], "byline, dateline and timestamp"),
        ("jsonl", &["--as", "byline", "--csv", &table], "not with --as"),
        ("jsonl", &["articles.jsonl"], "< articles.jsonl"),
    ] {
        let ran = run(program, args, "", &[]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains(part) && ran.err.contains("--help"), "{}", ran.err);
    }
    for program in ["parse", "jsonl"] {
        let help = run(program, &["--help"], "", &[]);
        assert_eq!((help.status, help.err.as_str()), (0, ""));
        assert!(help.out.contains(&format!("usage: {program} ")), "{}", help.out);
    }
    let after = scratch("-dashed", FERRY);
    let (folder, name) = after.rsplit_once('/').expect("a folder");
    assert_eq!(programs::run_in(folder, "parse", &["--", name]), parse_with(&[&after]));
}

#[test]
fn colours_are_for_terminals() {
    let code = Regex::new("\u{1b}\\[[0-9;]*m").unwrap();
    for (name, text) in seeds::seeds() {
        for view in [&[][..], &["--why"], &["--structure"]] {
            let plain = run("parse", view, &text, &[]);
            assert!(!plain.out.contains('\u{1b}'), "{name}");
            let coloured = run("parse", view, &text, &[("CLICOLOR_FORCE", "1")]);
            assert!(coloured.out.contains('\u{1b}'), "{name} {view:?}");
            assert_eq!(code.replace_all(&coloured.out, ""), plain.out, "{name} {view:?}");
        }
    }
    let json = run("parse", &["--json"], BRIDGE, &[("CLICOLOR_FORCE", "1")]);
    assert!(!json.out.contains('\u{1b}'), "{}", json.out);
}

#[test]
fn json_of_one_and_of_several() {
    let (bridge, ferry) = (scratch("one.txt", BRIDGE), scratch("two.txt", FERRY));
    let pretty = serde_json::to_string_pretty(&parse(BRIDGE).unwrap()).unwrap();
    assert_eq!(parse_with(&["--json", &bridge]), Ran::fine(&format!("{pretty}\n")));
    let lines: Vec<Value> = parse_with(&["--json", &bridge, &ferry]).out.lines().map(value).collect();
    let line = |id: &str, text| json!({ "id": id, "article": parse(text).unwrap() });
    assert_eq!(lines, [line(&bridge, BRIDGE), line(&ferry, FERRY)]);
}

fn value(line: &str) -> Value {
    serde_json::from_str(line).expect("JSON")
}

#[test]
fn structure_has_every_block_and_word() {
    let row = Regex::new(r"^ *(\d+)\.\.(\d+) +([a-z]+(?: [a-z]+)*)").unwrap();
    for (name, text) in seeds::seeds() {
        let shown = run("parse", &["--structure"], &text, &[]).out;
        let rows: Vec<_> = shown.lines().filter_map(|line| row.captures(line)).collect();
        let article = parse(&text).unwrap();
        assert_eq!(rows.len(), article.blocks().len(), "{name}\n{shown}");
        for (row, block) in rows.iter().zip(article.blocks()) {
            let kind = format!("{:?}", block.kind()).to_lowercase();
            let span = (block.span().start.to_string(), block.span().end.to_string());
            assert_eq!((row[1].to_string(), row[2].to_string()), span, "{name}");
            assert_eq!(row[3].replace(' ', ""), kind, "{name}");
        }
        let margin = 2 * text.len().to_string().len() + 2 + 2 + 24 + 2;
        let words: Vec<_> = shown.lines().map(|line| line.chars().skip(margin).collect::<String>()).collect();
        let (words, printed) = (words.join("\n"), text.split_whitespace().collect::<Vec<_>>());
        assert_eq!(words.split_whitespace().collect::<Vec<_>>(), printed, "{name}");
    }
}

#[test]
fn head_matter_is_in_the_margin() {
    let shown = run("parse", &["--structure"], BRIDGE, &[]).out;
    for line in [
        "  0..27   headline                  Bridge shut as cracks found\n",
        " 29..45   byline                    By Dana Whitlock\n          by Dana Whitlock\n",
        " 47..73   timestamp                 Published January 17, 2023\n          published 2023-01-17\n",
        "          from HARLOW, Ohio, AP     ",
    ] {
        assert!(shown.contains(line), "{line}\n{shown}");
    }
}

#[test]
fn a_reader_that_stops_early_is_no_mistake() {
    let file = scratch("closed.txt", BRIDGE);
    // More than threads hold, which must not wait for each other then.
    let many = lines(std::iter::repeat_n(FERRY, 20_000), |at| json!(at));
    for (program, args, input) in [
        ("parse", &[file.as_str()][..], ""),
        ("parse", &["--json", &file], ""),
        ("parse", &["--structure", &file, &file], ""),
        ("parse", &["--help"], ""),
        ("report", &[&file], ""),
        ("jsonl", &[], &many),
    ] {
        assert_eq!(run_into_closed_pipe(program, args, input), Ran::fine(""), "{program} {args:?}");
    }
}

/// A line for each text, under an id that `id` makes of its place.
fn lines<'t>(texts: impl IntoIterator<Item = &'t str>, id: impl Fn(usize) -> Value) -> String {
    let line = |(at, text)| format!("{}\n", json!({ "id": id(at), "text": text }));
    texts.into_iter().enumerate().map(line).collect()
}

#[test]
fn a_line_that_is_wrong_costs_that_line_only() {
    let input = format!("not JSON\n\n{}{{\"id\": 2, \"text\": \" \"}}\n", lines([FERRY], |_| json!("ferry")));
    let ran = run("jsonl", &[], &input, &[]);
    assert_eq!(ran.status, 1);
    assert_eq!(value(ran.out.trim_end()), json!({ "id": "ferry", "article": parse(FERRY).unwrap() }));
    let errors: Vec<_> = ran.err.lines().collect();
    assert_eq!(errors.len(), 2, "no bar where there is no terminal: {errors:?}");
    assert!(
        errors[0].starts_with("jsonl: line 1: ") && errors[0].contains(r#"such as {"id": 1"#),
        "{errors:?}"
    );
    assert_eq!(errors[1], "jsonl: line 4: the text is empty");
}

type Row = Vec<String>;

/// The rows of a table without that of its names.
fn rows(table: &str) -> Vec<Row> {
    let text = std::fs::read_to_string(table).expect("a table in UTF-8");
    let text = text.strip_prefix('\u{FEFF}').expect("a byte-order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names = "id,quotation,speaker,speaker_kind,cue,mention,evidence,start_byte,end_byte";
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>().join(","), names);
    let row = |row: csv::Result<csv::StringRecord>| row.unwrap().iter().map(str::to_string).collect();
    reader.records().map(row).collect()
}

fn tabulate(name: &str, input: &str) -> Vec<Row> {
    let table = scratch(name, "what was there before");
    let ran = run("jsonl", &["--csv", &table], input, &[]);
    assert_eq!(ran, run("jsonl", &[], input, &[]), "the table changes nothing else");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    rows(&table)
}

#[test]
fn cells_with_commas_marks_and_line_ends() {
    let text = "Ferry shut\n\n‘It was time,’ Bo Lund said.\n\n‘We saw cracks,’ Bo Lund said.\n\n\
                ‘They said \"no\", and \"not yet\", to us,’ Ida Voss said.\n";
    let got = tabulate("cells.csv", &lines([text], |_| json!("a \"b\", c\nd")));
    let said = "They said \"no\", and \"not yet\", to us,";
    let start = text.find(said).expect("it is there");
    let (start, end) = (start.to_string(), (start + said.len()).to_string());
    let rest = ["Ida Voss", "person", "said", "Ida Voss", "a clause after it", &start, &end];
    assert_eq!(got[2], [&["a \"b\", c\nd", said][..], &rest[..]].concat());
}

#[test]
fn no_cell_is_a_formula() {
    let texts = [
        "“=HYPERLINK(A1&A2),” said Ida Voss.",
        "“+1 to that,” said Ida Voss.",
        "“-1 to that,” said Ida Voss.",
        "“@SUM(A1),” said Ida Voss.",
        "“We saw;=A1 cracks,” said Ida Voss.",
        "“One = one, a well-worn truth,” said Ida Voss.",
    ];
    let ids = [json!("=A1"), json!("\t=A1"), json!("a\n=A1"), json!("a,=A1"), json!(-7), json!([",=A1"])];
    let got = tabulate("formulas.csv", &lines(texts, |at| ids[at].clone()));
    let column = |at: usize| got.iter().map(|row| row[at].as_str()).collect::<Vec<_>>();
    assert_eq!(
        column(1),
        [
            "'=HYPERLINK(A1&A2),",
            "'+1 to that,",
            "'-1 to that,",
            "'@SUM(A1),",
            "We saw;'=A1 cracks,",
            "One = one, a well-worn truth,",
        ]
    );
    assert_eq!(column(0), ["'=A1", "'\t'=A1", "a\n'=A1", "a,'=A1", "-7", "[\",'=A1\"]"]);
}

#[test]
fn the_table_has_every_quotation_in_order() {
    let seeds = seeds::seeds();
    // More than the lines that travel together, so that batches of many workers are put in order.
    let texts: Vec<&str> = seeds.iter().map(|(_, text)| text.as_str()).cycle().take(200).collect();
    let got = tabulate("order.csv", &lines(texts.iter().copied(), |at| json!(at)));
    let parsed: Vec<Article> = texts.iter().map(|text| parse(text).unwrap()).collect();
    let want = parsed.iter().enumerate().flat_map(|(at, article)| {
        let whose = |quote: wirecopy::Quote| {
            quote.speaker().map_or(String::new(), |it| it.name_text().folded().into())
        };
        article.quotes().map(move |quote| (at, quote.text(), quote.folded().into_owned(), whose(quote)))
    });
    let printed = got.iter().map(|row| {
        let at: usize = row[0].parse().unwrap();
        let span = row[7].parse::<usize>().unwrap()..row[8].parse().unwrap();
        (at, &texts[at][span], row[1].clone(), row[2].clone())
    });
    assert!(got.len() > 2000);
    assert_eq!(printed.collect::<Vec<_>>(), want.collect::<Vec<_>>());
}
