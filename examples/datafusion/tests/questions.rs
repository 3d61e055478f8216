//! The questions that people ask of an archive, as the README writes them.

mod support;

use datafusion::arrow::array::{ArrayRef, Date32Array};
use datafusion::arrow::datatypes::Date32Type;
use datafusion::prelude::SessionContext;
use serde_json::json;
use std::sync::Arc;
use support::{rows, strings, with_columns};
use wirecopy::chrono::NaiveDate;

/// A small archive: paper, day and text of each article.
const ARTICLES: [(&str, &str, &str); 6] = [
    (
        "Herald",
        "2024-01-09",
        "Bridge shut as cracks found\n\nBy Dana Whitlock\n\nHARLOW, Ohio (AP) — The bridge was shut on Monday.\n\n\
         “We saw daylight,” said Ida Voss, the county engineer. “It was time.”",
    ),
    (
        "Ledger",
        "2024-01-22",
        "Ferry runs again\n\nBy Bo Lund\n\nOSLO, Norway (Reuters) — The ferry sailed on Sunday.\n\n\
         “The ferry is safe,” said Ida Voss. “Go aboard,” an official said.",
    ),
    (
        "Herald",
        "2024-02-02",
        "Mill to close\n\nBERGEN, Norway (AP) — The mill will close.\n\n\
         “The mill lost money,” said Per Aas, its owner. “We tried.”",
    ),
    (
        "Ledger",
        "2024-02-14",
        "Water rates rise\n\nHARLOW, Ohio — Water will cost more.\n\n\
         “Nobody told us,” said Lena Ruud, a baker.\n\n“The mill drinks most of it,” an official said.",
    ),
    ("Ledger", "2024-02-15", "   "),
    ("Herald", "2024-02-20", "Short notice\n\nThe pool is shut."),
];

fn archive() -> SessionContext {
    let days = ARTICLES.map(|(_, day, _)| Date32Type::from_naive_date(day.parse::<NaiveDate>().unwrap()));
    let days: ArrayRef = Arc::new(Date32Array::from(days.to_vec()));
    let papers = strings(ARTICLES.map(|(paper, _, _)| Some(paper)));
    let texts = strings(ARTICLES.map(|(_, _, text)| Some(text)));
    with_columns([("paper", papers), ("day", days), ("text", texts)])
}

/// The query under a heading of the README's, so that it is this that is tested.
fn readme(heading: &str) -> &'static str {
    let readme = include_str!("../README.md");
    let (_, after) = readme.split_once(&format!("**{heading}**")).expect("the README has the question");
    let (_, query) = after.split_once("```sql\n").unwrap();
    query.split_once("```").unwrap().0
}

#[tokio::test]
async fn who_is_quoted_most_by_month() {
    let found = rows(&archive(), readme("Who is quoted most, by month")).await;
    assert_eq!(
        found,
        [
            json!({ "month": "2024-01-01", "speaker": "Ida Voss", "quotations": 3, "articles": 2 }),
            json!({ "month": "2024-02-01", "speaker": "Per Aas", "quotations": 2, "articles": 1 }),
            json!({ "month": "2024-02-01", "speaker": "Lena Ruud", "quotations": 1, "articles": 1 }),
        ]
    );
}

#[tokio::test]
async fn share_of_unnamed_sources_by_paper() {
    let found = rows(&archive(), readme("Share of unnamed sources, by paper")).await;
    assert_eq!(
        found,
        [
            json!({ "paper": "Ledger", "quotations": 4, "unnamed": 50.0 }),
            json!({ "paper": "Herald", "quotations": 4, "unnamed": 0.0 }),
        ]
    );
}

#[tokio::test]
async fn datelines_by_country() {
    let found = rows(&archive(), readme("Datelines, by state or country")).await;
    assert_eq!(
        found,
        [json!({ "region": "Norway", "articles": 2 }), json!({ "region": "Ohio", "articles": 2 })]
    );
}

#[tokio::test]
async fn quotations_that_mention_a_word() {
    let found = rows(&archive(), readme("Quotations that mention a word")).await;
    assert_eq!(
        found,
        [
            json!({ "day": "2024-02-02", "speaker": "Per Aas", "quotation": "The mill lost money," }),
            json!({ "day": "2024-02-14", "speaker": "an official", "quotation": "The mill drinks most of it," }),
        ]
    );
}

#[tokio::test]
async fn what_could_not_be_parsed() {
    let found = rows(&archive(), readme("What could not be parsed")).await;
    assert_eq!(found, [json!({ "error": "the text is empty", "articles": 1 })]);
}
