//! Learns the weights of `src/attribution/report/weights.rs` from articles whose reports are annotated.
//!
//! ```sh
//! WIRECOPY_GOLD=/path/to/gold cargo test --release --test learn_reports -- --ignored --nocapture
//! ```
//!
//! prints the figures of a cross-validation over publishers, then writes the table learned from all articles. The
//! figures are those of single clauses: passages that go on with the words of another clause, a quarter of all
//! quotations, are joined to it later and count as missed here. Same articles, same table.

#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss)]

#[path = "learn/choice.rs"]
mod choice;
#[path = "learn/reports.rs"]
mod reports;

use reports::{Article, Model, Score};

#[test]
#[ignore = "writes a source file, from texts that are not in the repository"]
fn learn_from_articles() {
    let gold = std::env::var("WIRECOPY_GOLD").expect("WIRECOPY_GOLD names a folder of annotated articles");
    let articles = reports::read(&gold, "polnear_train.jsonl");
    let mut publishers: Vec<&str> = articles.iter().map(|article| article.publisher.as_str()).collect();
    publishers.sort_unstable();
    publishers.dedup();
    println!("{} articles; each publisher read by weights learned from the others:", articles.len());
    let mut all = Score::default();
    for publisher in &publishers {
        let (own, others): (Vec<&Article>, Vec<&Article>) =
            articles.iter().partition(|article| article.publisher == *publisher);
        let model = Model::learn(&others);
        let mut score = Score::default();
        for article in own {
            score.add(article, &model);
            all.add(article, &model);
        }
        score.print(publisher);
    }
    all.print("all");
    let model = Model::learn(&articles.iter().collect::<Vec<_>>());
    let mut fit = Score::default();
    for article in &articles {
        fit.add(article, &model);
    }
    fit.print("from themselves");
    std::fs::write("src/attribution/report/weights.rs", model.table()).expect("the table can be written");
}
