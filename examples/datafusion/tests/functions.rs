//! The functions against the parser called straight.

mod support;

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, DictionaryArray, LargeStringArray, StringArray, StringViewArray,
};
use datafusion::arrow::datatypes::Int8Type;
use serde_json::{Value, json};
use std::sync::Arc;
use support::{rows, seeds, strings, with_texts};

/// The words that a span of the parser's output covers, on one line.
fn words(text: &str, span: &Value) -> Value {
    let at = |key: &str| span[key].as_u64().map(|at| at as usize);
    let (Some(start), Some(end)) = (at("start"), at("end")) else { return Value::Null };
    json!(text[start..end].split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Adds `start` and `end` of the span of `node` to `row`.
fn spanned(node: &Value, mut row: Value) -> Value {
    row["start"] = node["span"]["start"].clone();
    row["end"] = node["span"]["end"].clone();
    row
}

fn each(nodes: &Value, row: impl Fn(&Value) -> Value) -> Value {
    nodes.as_array().unwrap().iter().map(row).collect()
}

fn some(node: &Value, row: impl Fn(&Value) -> Value) -> Value {
    if node.is_null() { Value::Null } else { row(node) }
}

fn byline(node: &Value) -> Value {
    let author = |author: &Value| {
        let mut row = spanned(author, author.clone());
        row.as_object_mut().unwrap().remove("span");
        row
    };
    spanned(node, json!({ "authors": each(&node["authors"], author) }))
}

fn dateline(node: &Value) -> Value {
    let place = |place: &Value| {
        spanned(place, json!({ "text": place["text"], "city": place["city"], "region": place["region"] }))
    };
    let row = json!({
        "places": each(&node["places"], place), "date": node["date"], "agencies": node["agencies"],
    });
    spanned(node, row)
}

/// What the SQL should give for `text`, made of the form in which the parser serializes its article.
fn expected(text: &str) -> Value {
    let article = wirecopy::parse(text).unwrap();
    let it = serde_json::to_value(&article).unwrap();
    let statement =
        |quote: &Value| quote["attribution"].as_u64().map(|at| it["attributions"][at as usize].clone());
    let speaker = |of: &Value| of["speaker"].as_u64().map(|at| it["speakers"][at as usize].clone());
    let texts = |nodes: &Value| each(nodes, |span| words(text, span));
    let day = |moment: &Value| some(moment, |moment| json!(moment.as_str().unwrap()[..10]));

    let quote = |quote: &Value| {
        let of = statement(quote).unwrap_or_default();
        let who = speaker(&of).unwrap_or_default();
        let row = json!({
            "quotation": words(text, &quote["span"]), "form": quote["form"],
            "speaker": who["name"], "speaker_kind": who["kind"],
            "speaker_title": who["title"], "speaker_role": who["role"],
            "mention": words(text, &of["mention"]), "cue": words(text, &of["cue"]),
            "kind": of["kind"], "evidence": of["evidence"],
        });
        spanned(quote, row)
    };
    let attribution = |of: &Value| {
        let who = speaker(of).unwrap_or_default();
        let pieces = of["content"].as_array().unwrap();
        json!({
            "content": texts(&of["content"]), "kind": of["kind"], "act": of["act"], "mood": of["mood"],
            "speaker": who["name"], "speaker_kind": who["kind"],
            "mention": words(text, &of["mention"]), "cue": words(text, &of["cue"]), "evidence": of["evidence"],
            "start": pieces.first().map(|piece| &piece["start"]), "end": pieces.last().map(|piece| &piece["end"]),
        })
    };
    let caption = |caption: &Value| {
        let credit = &caption["credit"];
        let row = json!({
            "text": caption["text"], "photographer": credit["photographer"], "agency": credit["agency"],
        });
        spanned(caption, row)
    };
    let contributor =
        |by: &Value| spanned(by, json!({ "name": by["name"], "place": by["place"], "role": by["role"] }));
    let paragraph = |of: &Value| {
        spanned(of, json!({ "text": words(text, &of["span"]), "sentences": texts(&of["sentences"]) }))
    };
    let speaker_row = |who: &Value| {
        json!({
            "name": who["name"], "kind": who["kind"], "title": who["title"], "role": who["role"],
            "mentions": who["mentions"].as_array().unwrap().len(),
        })
    };
    json!({
        "headline": it["headline"]["text"], "kicker": it["kicker"]["text"], "deck": it["deck"]["text"],
        "publication": it["masthead"]["publication"],
        "byline": some(&it["byline"], byline), "dateline": some(&it["dateline"], dateline),
        "published": day(&it["published"]), "published_at": it["published"],
        "updated": day(&it["updated"]), "updated_at": it["updated"], "reading_minutes": it["reading_minutes"],
        "captions": each(&it["captions"], caption), "contributors": each(&it["contributors"], contributor),
        "corrections": each(&it["corrections"], |text| text["text"].clone()),
        "blocks": each(&it["blocks"], |block| spanned(block, json!({ "kind": block["kind"] }))),
        "paragraphs": each(&it["paragraphs"], paragraph),
        "quotes": each(&it["quotes"], quote), "attributions": each(&it["attributions"], attribution),
        "speakers": each(&it["speakers"], speaker_row),
        "error": null,
    })
}

#[tokio::test]
async fn parse_article_gives_all_that_the_parser_finds() {
    let seeds = seeds();
    let context = with_texts(strings(seeds.iter().map(|text| Some(text.as_str()))));
    let rows = rows(&context, "SELECT parse_article(text) AS article FROM articles").await;
    assert_eq!(rows.len(), seeds.len());
    for (row, text) in rows.iter().zip(&seeds) {
        assert_eq!(row["article"], expected(text), "{}", &text[..40]);
    }
    let quotes = rows.iter().map(|row| row["article"]["quotes"].as_array().unwrap().len()).sum::<usize>();
    assert!(quotes > 100, "the seeds quote people");
}

#[tokio::test]
async fn article_quotes_gives_its_quotations_alone() {
    let seeds = seeds();
    let context = with_texts(strings(seeds.iter().map(|text| Some(text.as_str()))));
    let rows = rows(&context, "SELECT article_quotes(text) AS quotes FROM articles").await;
    for (row, text) in rows.iter().zip(&seeds) {
        assert_eq!(row["quotes"], expected(text)["quotes"]);
    }
}

#[tokio::test]
async fn article_structure_gives_all_but_speech() {
    let seeds = seeds();
    let context = with_texts(strings(seeds.iter().map(|text| Some(text.as_str()))));
    let rows = rows(&context, "SELECT article_structure(text) AS article FROM articles").await;
    for (row, text) in rows.iter().zip(&seeds) {
        let mut expected = expected(text);
        for speech in ["quotes", "attributions", "speakers"] {
            expected.as_object_mut().unwrap().remove(speech);
        }
        assert_eq!(row["article"], expected);
    }
}

#[tokio::test]
async fn bylines_and_datelines_are_read_alone() {
    let line = "By Roy Tessler and Ida Voss, Reuters";
    let opening = "CALDER BAY, Maine, March 3 (AP) — A ferry ran aground.";
    let context = with_texts(strings([Some(line), Some(opening), Some(""), None]));
    let query = "SELECT parse_byline(text) AS byline, parse_dateline(text) AS dateline FROM articles";
    let rows = rows(&context, query).await;

    let of_line = serde_json::to_value(wirecopy::Byline::parse(line)).unwrap();
    let of_opening = serde_json::to_value(wirecopy::Dateline::parse(opening)).unwrap();
    assert_eq!(rows[0], json!({ "byline": byline(&of_line), "dateline": null }));
    assert_eq!(rows[1], json!({ "byline": null, "dateline": dateline(&of_opening) }));
    assert_eq!(rows[0]["byline"]["authors"][0]["name"], "Roy Tessler");
    for row in &rows[2..] {
        assert_eq!(*row, json!({ "byline": null, "dateline": null }));
    }
}

#[tokio::test]
async fn null_is_null_and_what_is_no_article_says_why() {
    let long = "a ".repeat(wirecopy::DEFAULT_MAX_LEN / 2 + 1);
    let context =
        with_texts(strings([None, Some(" \n"), Some(&long), Some("\u{1}\u{2}"), Some("A ferry sank.")]));
    let query =
        "SELECT article IS NULL AS no_row, article['error'] AS error, article['blocks'] IS NULL AS no_blocks,
                        article_structure(text)['error'] AS same, article_quotes(text) IS NULL AS no_quotes
                 FROM (SELECT text, parse_article(text) AS article FROM articles)";
    let rows = rows(&context, query).await;
    let row = |error: Option<&str>, absent: bool, empty: bool| json!({ "no_row": absent, "error": error, "no_blocks": empty, "same": error, "no_quotes": empty });
    assert_eq!(rows[0], row(None, true, true));
    assert_eq!(rows[1], row(Some("the text is empty"), false, true));
    assert_eq!(rows[2], row(Some("the text has 67108866 bytes, over the limit of 67108864"), false, true));
    let noise = "the input is not text: it has 2 control characters, the first at byte 0";
    assert_eq!(rows[3], row(Some(noise), false, true));
    assert_eq!(rows[4], row(None, false, false));
}

#[tokio::test]
async fn every_type_of_text_is_taken() {
    let seeds = seeds();
    let texts = || seeds.iter().map(|text| Some(text.as_str())).chain([None]);
    let dictionary: DictionaryArray<Int8Type> = texts().chain(texts()).collect();
    let wanted = rows(&with_texts(strings(texts().chain(texts()))), ALL).await;
    assert_eq!(wanted.len(), 2 * seeds.len() + 2);
    let columns: [ArrayRef; 4] = [
        Arc::new(StringArray::from_iter(texts().chain(texts()))),
        Arc::new(LargeStringArray::from_iter(texts().chain(texts()))),
        Arc::new(StringViewArray::from_iter(texts().chain(texts()))),
        Arc::new(dictionary),
    ];
    for column in columns {
        let of = column.data_type().clone();
        assert_eq!(rows(&with_texts(column), ALL).await, wanted, "{of}");
    }
}

const ALL: &str = "SELECT parse_article(text) AS article, article_quotes(text) AS quotes, \
                   article_structure(text) AS structure, parse_byline(text) AS byline, \
                   parse_dateline(text) AS dateline FROM articles";

#[tokio::test]
async fn batches_may_have_any_size_and_be_slices() {
    let seeds = seeds();
    let texts = strings(seeds.iter().map(|text| Some(text.as_str())).chain([None]));
    let wanted = rows(&with_texts(Arc::clone(&texts)), ALL).await;
    for size in [1, 2, 5] {
        let mut found = Vec::new();
        for from in (0..texts.len()).step_by(size) {
            let slice = texts.slice(from, size.min(texts.len() - from));
            found.extend(rows(&with_texts(slice), ALL).await);
        }
        assert_eq!(found, wanted, "batches of {size}");
    }
    let none = with_texts(texts.slice(0, 0));
    assert!(rows(&none, ALL).await.is_empty());
    let batches = none.sql("SELECT article_quotes('') AS quotes").await.unwrap().collect().await.unwrap();
    assert!(batches[0].column(0).as_list::<i32>().is_null(0));
}

#[tokio::test]
async fn what_is_no_text_is_refused_before_anything_runs() {
    let context = wirecopy_datafusion::context(1);
    for (query, says) in [
        ("SELECT parse_article(1)", "parse_article takes text, not Int64"),
        ("SELECT parse_byline('a', 'b')", "parse_byline takes one text, not 2 arguments"),
        ("SELECT article_quotes(['a'])", "article_quotes takes text, not List"),
    ] {
        let error = context.sql(query).await.unwrap_err().to_string();
        assert!(error.contains(says), "{error}");
    }
    let null = rows(&context, "SELECT parse_article(NULL) AS article").await;
    assert_eq!(null, [json!({ "article": null })]);
}
