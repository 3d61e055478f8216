//! Many texts at once give what they give one by one.

#[path = "../benches/shared/seeds.rs"]
mod seeds;

use wirecopy::{Article, ParseError, Parser};

/// The seeds, over and over, and among them texts that cannot be parsed.
fn texts(count: usize) -> Vec<String> {
    let mut texts: Vec<_> = seeds::seeds().into_iter().map(|(_, text)| text).collect();
    texts.push(" \n".to_string());
    texts.push("\0".repeat(80));
    texts.iter().cycle().take(count).cloned().collect()
}

fn one_by_one(parser: Parser, texts: &[String]) -> Vec<Result<Article<'_>, ParseError>> {
    texts.iter().map(|text| parser.parse(text)).collect()
}

/// Numbered, so that results that have changed places differ.
fn numbered(texts: Vec<String>) -> Vec<String> {
    texts.into_iter().enumerate().map(|(number, text)| format!("{text}\n\nNo. {number}")).collect()
}

#[test]
fn all_texts_parse_as_one_by_one() {
    let texts = texts(100);
    for parser in [Parser::new(), Parser::new().structure_only(true), Parser::new().max_len(3000)] {
        let expected = one_by_one(parser, &texts);
        assert!(expected.iter().any(Result::is_ok) && expected.iter().any(Result::is_err));
        assert!(parser.parse_all(&texts) == expected, "{parser:?}");
    }
}

#[test]
fn results_of_many_batches_come_in_order() {
    // More than one batch, whatever its size within reason.
    let texts = numbered(texts(4000));
    assert!(texts.iter().map(String::len).sum::<usize>() > 10 << 20);
    let read =
        |article: Result<&Article<'_>, ParseError>| article.map(|article| article.source().to_string());
    let parser = Parser::new().structure_only(true).max_len(5000);
    let mut results = parser.read_all(&texts, read);
    for (number, text) in texts.iter().enumerate() {
        let expected = parser.parse(text).map(|_| text.clone());
        assert!(results.next() == Some(expected), "text {number}");
    }
    assert_eq!(results.next(), None);
}

#[test]
fn articles_that_are_read_equal_those_of_one_by_one() {
    let texts = texts(60);
    let owned = |article: Result<&Article<'_>, ParseError>| article.cloned().map(Article::into_owned);
    let read: Vec<_> = Parser::new().read_all(texts.clone(), owned).collect();
    assert!(read == one_by_one(Parser::new(), &texts));
}

#[test]
fn texts_without_end_are_taken_as_results_are_asked_for() {
    let empty = std::iter::repeat("");
    let errors = Parser::new().read_all(empty, |article| article.is_err());
    assert_eq!(errors.take(3).collect::<Vec<_>>(), [true; 3]);
}

#[test]
fn no_texts_give_no_articles() {
    assert!(Parser::new().parse_all::<&str>(&[]).is_empty());
    assert_eq!(Parser::new().read_all([""; 0], |article| article.is_ok()).count(), 0);
}
