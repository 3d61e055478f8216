//! How often a text is parsed. The count is the process's, so these queries have one of their own.

mod support;

use datafusion::prelude::SessionContext;
use support::{rows, seeds, strings, with_columns};
use wirecopy_datafusion::parsed;

/// How many texts a query parses, and how many rows it gives.
async fn parses(context: &SessionContext, query: &str) -> (u64, usize) {
    let before = parsed();
    let rows = rows(context, query).await.len();
    (parsed() - before, rows)
}

#[tokio::test]
async fn a_text_is_parsed_once_however_many_fields_are_read() {
    let seeds = seeds();
    let texts = strings(seeds.iter().map(|text| Some(text.as_str())).chain([Some(""), None]));
    let papers = strings((0..seeds.len() + 2).map(|at| Some(["Herald", "Ledger"][at % 2])));
    let context = with_columns([("paper", papers), ("text", texts)]);
    // One text is empty, and NULL is not parsed.
    let all = seeds.len() as u64 + 1;

    for query in [
        "SELECT parse_article(text) FROM articles",
        "SELECT parse_article(text)['headline'], parse_article(text)['byline'], parse_article(text)['error']
         FROM articles",
        "SELECT article['headline'], article['byline'], article['dateline']['places'][1]['city']
         FROM (SELECT parse_article(text) AS article FROM articles)",
        "SELECT unnest(article_structure(text)) FROM articles",
        "SELECT article['byline'], count(article['headline']), max(article['published'])
         FROM (SELECT parse_article(text) AS article FROM articles) GROUP BY 1",
        "SELECT quote['speaker'], quote['cue'], quote['quotation']
         FROM (SELECT unnest(article_quotes(text)) AS quote FROM articles)
         WHERE quote['cue'] = 'said' AND quote['speaker_kind'] = 'person' ORDER BY quote['start']",
        "SELECT article['headline'], quote['speaker']
         FROM (SELECT article, unnest(article['quotes']) AS quote
               FROM (SELECT parse_article(text) AS article FROM articles))",
        "SELECT article['headline'], article['byline']
         FROM (SELECT unnest([parse_article(text)]) AS article FROM articles)
         WHERE article['error'] IS NULL AND cardinality(article['quotes']) > 3",
    ] {
        let (parses, rows) = parses(&context, query).await;
        assert_eq!(parses, all, "{query}");
        assert!(rows > 0, "{query}");
    }

    let heralds = seeds.len().div_ceil(2) as u64 + 1 - (seeds.len() as u64 % 2);
    let query = "SELECT article['headline'], article['byline']
                 FROM (SELECT paper, unnest([parse_article(text)]) AS article FROM articles)
                 WHERE article['headline'] IS NOT NULL AND paper = 'Herald'";
    assert_eq!(parses(&context, query).await.0, heralds, "rows that other columns rule out are not parsed");

    // What the README warns of: a condition on a field moves to where the table is read, and parses there.
    let query = "SELECT article['headline']
                 FROM (SELECT parse_article(text) AS article FROM articles) WHERE article['error'] IS NULL";
    assert_eq!(parses(&context, query).await, (all + seeds.len() as u64, seeds.len() + 1));
}
