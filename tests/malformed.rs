//! Two hundred files that are no article: each gives a clear error, or an article that keeps the laws.
//!
//! `cargo test --test malformed -- --nocapture` prints what each sort gave.

#[path = "support/laws.rs"]
mod laws;
#[path = "../benches/shared/seeds.rs"]
mod seeds;

use laws::{PARSERS, parser};
use std::collections::BTreeMap;
use wirecopy::{ParseError, parse_bytes};

/// How many files there are of each sort.
const EACH: usize = 20;

type Sort = (&'static str, fn(usize, &str) -> Vec<u8>);

const SORTS: &[Sort] = &[
    ("cut off", |number, seed| seed.as_bytes()[..seed.len() * (number + 1) / (EACH + 2)].to_vec()),
    ("binary", |number, _| noise(number as u64 + 1, 4096)),
    ("binary inside", |number, seed| [seed.as_bytes(), &noise(number as u64 + 1, seed.len() / 2)].concat()),
    ("UTF-16", |number, seed| {
        let bytes: fn(u16) -> [u8; 2] = if number % 2 == 0 { u16::to_le_bytes } else { u16::to_be_bytes };
        seed.encode_utf16().flat_map(bytes).collect()
    }),
    ("Windows-1252", |_, seed| encoding_rs::WINDOWS_1252.encode(seed).0.into_owned()),
    ("mojibake", |_, seed| encoding_rs::WINDOWS_1252.decode(seed.as_bytes()).0.into_owned().into_bytes()),
    ("HTML", |_, seed| {
        let paragraphs = seed.split("\n\n").map(|paragraph| format!("<p class=\"body\">{paragraph}</p>\n"));
        format!("<!doctype html>\n<html><body>\n{}</body></html>", paragraphs.collect::<String>())
            .into_bytes()
    }),
    ("JSON and CSV", |number, seed| {
        let lines = seed.lines().enumerate();
        let row = |(at, line): (usize, &str)| match number % 2 {
            0 => format!("{{\"line\": {at}, \"text\": {line:?}}},\n"),
            _ => format!("{at},\"{}\",,0.5\n", line.replace('"', "\"\"")),
        };
        lines.map(row).collect::<String>().into_bytes()
    }),
    ("source code", |number, _| {
        let sources =
            [include_str!("../src/lib.rs"), include_str!("../src/span.rs"), include_str!("laws.rs")];
        let source = sources[number % sources.len()];
        source.lines().skip(number * 3).collect::<Vec<_>>().join("\n").into_bytes()
    }),
    ("other scripts", |number, _| {
        let sentences = [
            "Мост закрыли в понедельник. «Мы видели трещины», — сказала Ида Восс.",
            "Η γέφυρα έκλεισε τη Δευτέρα. «Είδαμε ρωγμές», είπε η Ίντα Βος.",
            "पुल सोमवार को बंद कर दिया गया। “हमने दरारें देखीं,” इदा वोस ने कहा।",
            "橋は月曜日に閉鎖された。「ひびを見た」とイダ・ボスは語った。",
            "أُغلق الجسر يوم الاثنين. «رأينا شقوقاً»، قالت إيدا فوس.",
            "Die Brücke wurde am Montag gesperrt. „Wir sahen Risse“, sagte Ida Voss.",
        ];
        format!("{}\n\n", sentences[number % sentences.len()])
            .repeat(1 + number / sentences.len())
            .into_bytes()
    }),
];

/// Bytes without order, the same each time.
fn noise(mut state: u64, len: usize) -> Vec<u8> {
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 24) as u8
    };
    (0..len).map(|_| next()).collect()
}

/// What a file gave, in a word or two. The laws must hold on whatever is an article.
fn outcome(bytes: &[u8]) -> &'static str {
    if let Ok(text) = std::str::from_utf8(bytes) {
        for bits in 0..PARSERS {
            let _ = laws::parse(&parser(bits), text);
        }
    }
    match parse_bytes(bytes) {
        Err(ParseError::NotUtf8 { .. }) => "error: not UTF-8",
        Err(ParseError::NotText { .. }) => "error: not text",
        Err(ParseError::Empty) => "error: empty",
        Err(_) => "another error",
        Ok(article) => {
            if article.quotes().len() > 0 {
                "an article, with quotations"
            } else {
                "an article"
            }
        }
    }
}

#[test]
fn two_hundred_files_give_errors_or_articles() {
    let seeds = seeds::seeds();
    let mut count = 0;
    for (sort, make) in SORTS {
        let mut outcomes = BTreeMap::new();
        for number in 0..EACH {
            *outcomes.entry(outcome(&make(number, &seeds[number % seeds.len()].1))).or_insert(0) += 1;
        }
        count += outcomes.values().sum::<usize>();
        println!("{sort:<16}{outcomes:?}");
        match *sort {
            "binary" | "binary inside" => {
                assert_eq!(outcomes.keys().collect::<Vec<_>>(), [&"error: not UTF-8"]);
            }
            "UTF-16" => assert!(outcomes.keys().all(|outcome| outcome.starts_with("error")), "{outcomes:?}"),
            "HTML" | "mojibake" | "source code" | "other scripts" => {
                assert!(outcomes.keys().all(|outcome| outcome.starts_with("an article")), "{outcomes:?}");
            }
            _ => assert!(!outcomes.contains_key("another error"), "{outcomes:?}"),
        }
    }
    assert_eq!(count, 200);
}
