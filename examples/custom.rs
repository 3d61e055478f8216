//! The options of a parser, one by one.

use chrono::NaiveDate;
use wirecopy::{ParseError, Parser};

const PAGE: &str = "Bridge shut as cracks found\n\nBy Dana Whitlock\n\nUpdated March 4\n\nHARLOW, Ohio — The bridge was \
    shut on Monday. “We saw cracks,” said Ida Voss, an engineer.";

fn main() -> Result<(), ParseError> {
    // A date that lacks its year gets it from the day on which the page was fetched.
    let fetched = NaiveDate::from_ymd_opt(2024, 6, 1).expect("a day of the calendar");
    let article = Parser::new().reference_date(fetched).parse(PAGE)?;
    println!("updated: {}", article.updated().map_or("unknown".to_string(), |time| time.to_string()));

    // Structure alone is several times faster: headline, paragraphs, sentences, but no quotations.
    let article = Parser::new().structure_only(true).parse(PAGE)?;
    println!("paragraphs: {}, quotations looked for: {}", article.paragraphs().len(), article.quotes().len());

    // What an extractor hands over is body alone: its first line is no headline.
    let article =
        Parser::new().body_only(true).parse("The bridge was shut.\n\nIt will open in May, she said.")?;
    println!("headline: {:?}, paragraphs: {}", article.headline(), article.paragraphs().len());

    // A service that takes texts from anyone sets its own limit.
    let error = Parser::new().max_len(64).parse(PAGE).unwrap_err();
    println!("refused: {error}");
    Ok(())
}
