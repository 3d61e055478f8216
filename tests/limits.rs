//! What the README says of limits: each at its bound and past it.

use wirecopy::{DEFAULT_MAX_LEN, MAX_LEN, ParseError, Parser};

fn padded(opening: &str, len: usize) -> String {
    let mut text = opening.to_string();
    text.extend(std::iter::repeat_n(' ', len - opening.len()));
    text
}

/// Depth of the quotation that stands deepest: 1 is one that stands in none.
fn depth(text: &str) -> usize {
    let article = wirecopy::parse(text).expect("an article");
    let within =
        |quote| std::iter::successors(Some(quote), |quote: &wirecopy::Quote| quote.nested_in()).count();
    article.quotes().map(within).max().unwrap_or(0)
}

fn nested(levels: usize) -> String {
    let mut words = "we went home tonight".to_string();
    for level in (0..levels).rev() {
        let (open, close) = if level % 2 == 0 { ('“', '”') } else { ('‘', '’') };
        words = format!("{open}She said {words}{close}");
    }
    format!("{words} said Ida Voss, a nurse.")
}

#[test]
fn default_size() {
    let text = padded("“We went home,” said Ida Voss.", DEFAULT_MAX_LEN);
    assert_eq!(wirecopy::parse(&text).expect("an article of the default size").quotes().len(), 1);
    let len = DEFAULT_MAX_LEN + 1;
    let error = wirecopy::parse(&padded("“We went home,” said Ida Voss.", len)).expect_err("too long");
    assert_eq!(error, ParseError::TooLong { len, limit: DEFAULT_MAX_LEN });
}

/// The bytes are never touched, so they take no memory here.
#[test]
fn largest_size() {
    let bytes = vec![0; MAX_LEN + 1];
    let error = Parser::new().max_len(usize::MAX).parse_bytes(&bytes).expect_err("too long");
    assert_eq!(error, ParseError::TooLong { len: MAX_LEN + 1, limit: MAX_LEN });
}

/// A parser takes any number of parts that a text of an allowed size can hold.
#[test]
fn number_of_parts() {
    let paragraphs = 20_000;
    let text = "“We went home,” said Ida Voss. “It was late.”\n\n".repeat(paragraphs);
    let article = Parser::new().body_only(true).parse(&text).expect("an article");
    assert_eq!(article.paragraphs().len(), paragraphs);
    assert_eq!(article.paragraphs().map(|it| it.sentences().len()).sum::<usize>(), 2 * paragraphs);
    assert_eq!(article.quotes().len(), 2 * paragraphs);
    assert!(
        article.quotes().all(|quote| quote.speaker().is_some_and(|speaker| speaker.name() == "Ida Voss"))
    );
    assert_eq!(article.speakers().len(), 1);
}

#[test]
fn nesting() {
    for (levels, found) in [(1, 1), (2, 2), (3, 3), (4, 4), (5, 4), (6, 4), (5_000, 4)] {
        assert_eq!(depth(&nested(levels)), found, "{levels} levels");
    }
}

/// Past the tokens that are read together, a sentence is read in parts: a clause is found in the part that it stands in.
#[test]
fn length_of_a_sentence() {
    for words in [10, 390, 400, 410, 790, 800, 810, 20_000] {
        let text = format!("{}and “we went home,” said Ida Voss, a nurse.", "rain fell ".repeat(words / 2));
        let article = Parser::new().body_only(true).parse(&text).expect("an article");
        let said: Vec<_> =
            article.quotes().map(|quote| quote.speaker().map(|it| it.name().to_string())).collect();
        assert_eq!(said, [Some("Ida Voss".to_string())], "{words} words");
    }
}
