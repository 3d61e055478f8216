//! Reads an item of NITF or ninjs and reports in short what is in it: `newsroom FILE`, `-` for standard input. Without
//! arguments it reads an item of its own.

use std::io::Read;
use std::process::ExitCode;
use wirecopy::Parser;
use wirecopy::newsroom::{Item, NewsroomError};

const ITEM: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<nitf>
  <head>
    <docdata><date.issue norm="20230117T154500-0500"/><doc.copyright year="2023" holder="Harlow Wire"/></docdata>
    <pubdata name="The Harlow Ledger"/>
  </head>
  <body>
    <body.head>
      <hedline><hl1>Bridge shut as cracks found</hl1><hl2>Engineers had warned for years</hl2></hedline>
      <byline>By <person>Dana Whitlock</person> <byttl>Staff Writer</byttl></byline>
      <dateline><location>HARLOW, Ohio</location></dateline>
    </body.head>
    <body.content>
      <block>
        <p>The bridge over the Lunn was shut on Monday after an inspection.</p>
        <p>&#8220;We saw daylight through one of the piers,&#8221; said Ida Voss, the county engineer.</p>
        <hl2>A long wait</hl2>
        <p>She said that repairs would take a year. Ferry owners called it &#8220;a gift to the river.&#8221;</p>
      </block>
    </body.content>
  </body>
</nitf>"#;

fn main() -> ExitCode {
    let path = std::env::args().nth(1);
    match run(path.as_deref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("newsroom: {}: {error}", path.as_deref().unwrap_or("the item of its own"));
            ExitCode::FAILURE
        }
    }
}

fn run(path: Option<&str>) -> Result<(), Box<dyn std::error::Error>> {
    let bytes = match path {
        None => ITEM.as_bytes().to_vec(),
        Some("-") => {
            let mut bytes = Vec::new();
            std::io::stdin().read_to_end(&mut bytes)?;
            bytes
        }
        Some(path) => std::fs::read(path)?,
    };
    report(&parse(&bytes)?);
    Ok(())
}

/// JSON opens with a brace, after a byte-order mark and blanks; all else is XML or nothing.
fn parse(bytes: &[u8]) -> Result<Item, NewsroomError> {
    let start = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes).trim_ascii_start();
    if start.starts_with(b"{") {
        Parser::new().parse_ninjs_bytes(bytes)
    } else {
        Parser::new().parse_nitf_bytes(bytes)
    }
}

fn report(item: &Item) {
    let article = item.article();
    let headline = article.headline().map(|line| line.folded());
    println!("{}", headline.as_deref().unwrap_or("(no headline)"));
    if let Some(byline) = article.byline() {
        let authors = byline.authors().filter_map(|author| author.name().or(author.organization()));
        println!("  by {}", authors.collect::<Vec<_>>().join(", "));
    }
    if let Some(dateline) = article.dateline() {
        let whence = if item.is_metadata(dateline.span()) { "so the format" } else { "so the story" };
        let places = dateline.places().map(|place| place.text()).collect::<Vec<_>>().join(", ");
        println!("  from {places} ({whence})");
    }
    if let Some(time) = article.published() {
        println!("  published {time}");
    }
    for (label, said) in [("in", item.publication()), ("rights", item.copyright())] {
        if let Some(said) = said {
            println!("  {label} {said}");
        }
    }
    println!("\nWho said what");
    for quote in article.quotes() {
        let who = quote.speaker().map_or("nobody is said to have spoken it", |speaker| speaker.name());
        println!("  “{}”\n      {who}", quote.folded());
    }
}
