//! Other people's formats, each held against what its specification says.

#[path = "../benches/shared/seeds.rs"]
mod seeds;

use serde_json::{Value, json};
use wirecopy::{Article, export, parse};

const TEXT: &str = "\
Bridge shut as cracks found

Engineers warned for years

By Dana Whitlock and Bo Ames

Published January 17, 2023 at 3:45 PM EST

HARLOW, Ohio — The bridge was shut on Monday, and the “wobbly lady” rests. “We saw <cracks>,” said Ida Voss, an \
engineer.

“They called it ‘sound’ twice,” she said.
";

fn value(form: &impl serde::Serialize) -> Value {
    serde_json::to_value(form).expect("JSON")
}

fn chars(text: &str, from: &Value, to: &Value) -> String {
    let at = |value: &Value| value.as_u64().expect("a number") as usize;
    text.chars().skip(at(from)).take(at(to) - at(from)).collect()
}

/// Runs `check` on each seed, and says how many times it looked at something.
fn over_seeds(check: impl Fn(&Article) -> usize) {
    let texts = seeds::seeds();
    let seen: usize = texts.iter().map(|(_, text)| check(&parse(text).expect("an article"))).sum();
    assert!(seen > texts.len(), "nothing was looked at");
}

#[test]
fn schema_org() {
    let article = parse(TEXT).unwrap();
    let mut got = value(&export::json_ld(&article));
    let body = got["articleBody"].take();
    assert!(body.as_str().unwrap().starts_with("The bridge was shut on Monday"), "{body}");
    let voss = json!({ "@type": "Person", "name": "Ida Voss", "jobTitle": "an engineer" });
    let want = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Bridge shut as cracks found",
        "abstract": "Engineers warned for years",
        "dateline": "HARLOW, Ohio",
        "datePublished": "2023-01-17T15:45:00-05:00",
        "author": [{ "@type": "Person", "name": "Dana Whitlock" }, { "@type": "Person", "name": "Bo Ames" }],
        "articleBody": null,
        "hasPart": [
            { "@type": "Quotation", "text": "We saw <cracks>,", "spokenByCharacter": voss },
            { "@type": "Quotation", "text": "They called it ‘sound’ twice,", "spokenByCharacter": voss },
        ],
    });
    assert_eq!(got, want);
}

#[test]
fn ninjs() {
    let article = parse(TEXT).unwrap();
    let got = value(&export::ninjs(&article, "https://example.org/1"));
    assert_eq!(got["uri"], "https://example.org/1");
    assert_eq!(got["standard"]["version"], "3.0");
    assert_eq!(got["type"], "text");
    assert_eq!(got["by"], "Dana Whitlock, Bo Ames");
    assert_eq!(got["located"], "HARLOW, Ohio");
    assert_eq!(got["contentCreated"], "2023-01-17T15:45:00-05:00");
    assert_eq!(got["headlines"], json!([{ "role": "main", "value": "Bridge shut as cracks found" }]));
    assert_eq!(got["descriptions"][0]["role"], "summary");
    assert_eq!(got["bodies"][0]["contentType"], "text/plain");
    assert_eq!(got["people"], json!([{ "name": "Ida Voss", "rel": "source" }]));
    // A time without a zone is none that ninjs takes.
    let text = TEXT.replace(" at 3:45 PM EST", "");
    let day = parse(&text).unwrap();
    assert!(day.published().is_some());
    assert!(value(&export::ninjs(&day, "urn:x")).get("contentCreated").is_none());
}

#[test]
fn web_annotations_point_at_the_words() {
    over_seeds(|article| {
        let list = value(&export::web_annotations(article, "https://example.org/1"));
        let list = list.as_array().unwrap();
        for annotation in list {
            assert_eq!(annotation["@context"], "http://www.w3.org/ns/anno.jsonld");
            assert_eq!(annotation["type"], "Annotation");
            let [position, exact] = annotation["target"]["selector"].as_array().unwrap().as_slice() else {
                panic!("two selectors");
            };
            assert_eq!(position["type"], "TextPositionSelector");
            assert_eq!(exact["type"], "TextQuoteSelector");
            let words = exact["exact"].as_str().unwrap();
            assert_eq!(chars(article.source(), &position["start"], &position["end"]), words);
            let around =
                format!("{}{words}{}", exact["prefix"].as_str().unwrap(), exact["suffix"].as_str().unwrap());
            assert!(article.source().contains(&around));
        }
        assert_eq!(list.len(), article.quotes().filter(|quote| quote.speaker().is_some()).count());
        list.len()
    });
}

#[test]
fn citron_points_at_the_words() {
    over_seeds(|article| {
        let document = value(&export::citron(article));
        let quotes = document["quotes"].as_array().unwrap();
        for quote in quotes {
            let lists = [&quote["sources"], &quote["contents"]].map(|list| list.as_array().unwrap());
            assert!(!lists[1].is_empty());
            for place in lists.into_iter().flatten().chain(quote.get("cue")) {
                assert_eq!(chars(article.source(), &place["start"], &place["end"]), place["text"]);
            }
        }
        quotes.len()
    });
    let article = parse(TEXT).unwrap();
    let quotes = value(&export::citron(&article));
    assert_eq!(quotes["quotes"][0]["contents"][0]["text"], "“We saw <cracks>,”");
    assert_eq!(quotes["coreference_groups"][0][1]["text"], "she");
}

#[test]
fn brat_points_at_the_words() {
    over_seeds(|article| {
        let standoff = export::brat(article).to_string();
        let bounds = standoff.lines().filter(|line| line.starts_with('T'));
        bounds.clone().for_each(|line| {
            let [_, place, words] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            let (_, ranges) = place.split_once(' ').unwrap();
            let pieces = ranges.split(';').map(|range| {
                let (from, to) = range.split_once(' ').unwrap();
                chars(article.source(), &from.parse().unwrap(), &to.parse().unwrap())
            });
            assert_eq!(pieces.collect::<Vec<_>>().join(" "), words);
        });
        bounds.count()
    });
    let article = parse("“We saw cracks,” said Ida Voss, “twice.”").unwrap();
    let want = "T1\tStatement 1 15;33 39\tWe saw cracks, twice.\nT2\tSource 22 30\tIda Voss\n\
                R1\tSaid-by Arg1:T1 Arg2:T2\nT3\tCue 17 21\tsaid\nR2\tCued-by Arg1:T1 Arg2:T3\n\
                #1\tAnnotatorNotes T1\tIda Voss\n";
    assert_eq!(export::brat(&article).to_string(), want);
}

#[test]
fn tei() {
    let document = export::tei(&parse(TEXT).unwrap()).to_string();
    for part in [
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">",
        "<person xml:id=\"s0\"><persName>Ida Voss</persName></person>",
        "<head>Bridge shut as cracks found</head>",
        "<byline>By Dana Whitlock and Bo Ames</byline>",
        "the “<soCalled>wobbly lady</soCalled>” rests",
        "“<q who=\"#s0\">We saw &lt;cracks&gt;,</q>” said",
        "“<q who=\"#s0\">They called it ‘<q>sound</q>’ twice,</q>” she said",
    ] {
        assert!(document.contains(part), "{part}\n{document}");
    }
    over_seeds(|article| {
        let document = export::tei(article).to_string();
        let mut open = Vec::new();
        let tags = document.split('<').skip(1).map(|tag| tag.split('>').next().unwrap());
        let tags: Vec<_> = tags.filter(|tag| !tag.ends_with('/') && !tag.starts_with('?')).collect();
        for tag in &tags {
            let name = tag.split(' ').next().unwrap();
            match name.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name)),
                None => open.push(name),
            }
        }
        assert!(open.is_empty());
        tags.len()
    });
}

#[test]
fn tables_have_a_line_for_each_quotation() {
    over_seeds(|article| {
        let table = export::quotes_tsv(article).to_string();
        assert!(table.lines().all(|line| line.matches('\t').count() == 8), "{table}");
        assert_eq!(table.lines().count(), article.quotes().len() + 1);
        article.quotes().len()
    });
    let table = export::quotes_tsv(&parse("“We\tsaw cracks,” said Ida Voss.").unwrap()).to_string();
    let row = "3\t17\tfull\tIda Voss\tperson\tIda Voss\tsaid\ta clause after it, verb first\tWe saw cracks,";
    assert_eq!(table.lines().nth(1), Some(row));
}
