//! NITF: the conventions of its elements.

use super::*;
use wirecopy::BlockKind::{
    BlockQuote, Byline, Caption, ContributorNote, Credit, Crosshead, Deck, EditorsNote, EndMark, Headline,
    ListItem, Paragraph, SignOff, Timestamp,
};
use wirecopy::ParseError;
use wirecopy::newsroom::NewsroomError;

#[test]
fn nitf_as_it_is_sent() {
    let end = "<body.end><tagline>Tom Ebright in Vienna contributed to this report.</tagline></body.end>";
    let item = read_nitf(&nitf(HEAD, BODY_HEAD, CONTENT, end));
    let article = item.article();
    assert_eq!(
        kinds(article),
        [
            Headline,
            Deck,
            Byline,
            Timestamp,
            Paragraph,
            Caption,
            Paragraph,
            Crosshead,
            ListItem,
            ListItem,
            BlockQuote,
            BlockQuote,
            ContributorNote
        ]
    );
    assert_eq!(article.headline().unwrap().text(), "Bridge shut as cracks found");
    assert_eq!(article.deck().unwrap().text(), "Engineers had warned for years");
    assert_eq!(authors(article), [some("Dana Whitlock", "Staff Writer")]);
    assert_eq!(article.published().unwrap().to_string(), "2023-01-17T15:45:00-05:00");
    assert_eq!(places(article), [place("HARLOW", "Ohio")]);
    let dateline = article.dateline().unwrap();
    let date = dateline.date().unwrap();
    assert_eq!((date.year, date.month, date.day), (Some(2023), 1, 17));
    assert_eq!(dateline.agencies().collect::<Vec<_>>(), ["AP"]);
    let first = article.paragraphs().next().unwrap();
    assert_eq!(first.text(), "The bridge over the Lunn was shut on Monday after an inspection.");
    let caption = article.captions().next().unwrap();
    assert_eq!(caption.text(), "The bridge on Monday. (Nina Voss/AP)");
    assert_eq!(caption.credit().unwrap().photographer(), Some("Nina Voss"));
    assert_eq!(said(article), [("We saw daylight,".to_string(), Some("Ida Voss".to_string()))]);
    assert_eq!(article.contributors().next().unwrap().name(), "Tom Ebright");
    assert_eq!(
        (item.publication(), item.distributor(), item.summary(), item.language(), item.copyright()),
        (
            Some("The Harlow Ledger"),
            Some("Harlow Wire"),
            Some("The bridge is shut."),
            Some("en-US"),
            Some("Harlow Wire")
        )
    );
}

#[test]
fn what_comes_from_the_format_says_so() {
    let end = "<body.end><tagline>kl/rm</tagline></body.end>";
    let item = read_nitf(&nitf(HEAD, BODY_HEAD, CONTENT, end));
    let article = item.article();
    let from_format = |kind| [Headline, Deck, Byline, Timestamp, SignOff].contains(&kind);
    let mut blocks = 0;
    // The dateline stands in the first paragraph.
    for block in article.blocks().filter(|block| !block.text().starts_with("HARLOW")) {
        assert_eq!(item.is_metadata(block.span()), from_format(block.kind()), "{}", block.text());
        blocks += 1;
    }
    assert_eq!(blocks, 12);
    assert!(item.is_metadata(article.dateline().unwrap().span()));
    assert!(article.paragraphs().all(|paragraph| !item.is_metadata(paragraph.span())));
    assert!(article.quotes().all(|quote| !item.is_metadata(quote.span())));
}

#[test]
fn bylines_of_nitf() {
    for (byline, want) in [
        ("<byline>By Dana Whitlock</byline>", vec![some("Dana Whitlock", "")]),
        ("<byline>Dana Whitlock</byline>", vec![some("Dana Whitlock", "")]),
        (
            "<byline>By <person>Dana Whitlock</person> and <person>Bo Ames</person></byline>",
            vec![some("Dana Whitlock", ""), some("Bo Ames", "")],
        ),
        (
            "<byline>By Dana O&apos;Neil<byttl>Staff Writer</byttl></byline>",
            vec![some("Dana O'Neil", "Staff Writer")],
        ),
        (
            "<byline><person><name.given>Dana</name.given><name.family>Whitlock</name.family></person></byline>",
            vec![some("Dana Whitlock", "")],
        ),
        (
            "<byline>By Dana Whitlock</byline><byline>By Bo Ames</byline>",
            vec![some("Dana Whitlock", ""), some("Bo Ames", "")],
        ),
        // A name that no grammar would take for one.
        (
            "<byline>By <person>bell of the river</person><byttl>poet</byttl></byline>",
            vec![some("bell of the river", "poet")],
        ),
        ("<byline>https://example.org/u/17</byline>", vec![]),
        ("<byline> </byline>", vec![]),
    ] {
        assert_eq!(authors(headed(byline).article()), want, "{byline}");
    }
    let item = headed("<byline>By <org>The Associated Press</org></byline>");
    let author = item.article().byline().unwrap().authors().next().unwrap();
    assert_eq!(author.organization().as_deref(), Some("The Associated Press"));
}

#[test]
fn datelines_of_nitf() {
    for (dateline, want) in [
        ("HARLOW, Ohio (AP) —", vec![place("HARLOW", "Ohio")]),
        ("<location>Harlow</location>", vec![place("Harlow", "")]),
        ("<location>Harlow, Ohio</location>", vec![place("Harlow", "Ohio")]),
        ("<location><city>Harlow</city>, <state>Ohio</state></location>", vec![place("Harlow", "Ohio")]),
        ("<location>the Lunn valley, Upper Reach</location>", vec![place("the Lunn valley", "Upper Reach")]),
    ] {
        let item = headed(&format!("<dateline>{dateline}</dateline>"));
        assert_eq!(places(item.article()), want, "{dateline}");
        assert_eq!(item.article().paragraphs().next().unwrap().text(), "The bridge was shut on Monday.");
    }
    // A date that is an attribute alone is printed as papers do.
    let item = headed("<dateline><location>HARLOW</location><story.date norm=\"20230303\"/></dateline>");
    assert!(
        item.article().source().starts_with("HARLOW, March 3 — The bridge"),
        "{}",
        item.article().source()
    );
    let date = item.article().dateline().unwrap().date().unwrap();
    assert_eq!((date.year, date.month, date.day), (Some(2023), 3, 3));
    // What the story prints itself is not said twice, and comes from the story.
    let head = "<body.head><dateline><location>HARLOW</location></dateline></body.head>";
    let item = read_nitf(&nitf("", head, "<p>OSLO (Reuters) - The bridge was shut.</p>", ""));
    assert_eq!(places(item.article()), [place("OSLO", "")]);
    assert!(!item.is_metadata(item.article().dateline().unwrap().span()));
}

#[test]
fn times_of_nitf() {
    let time = |docdata: &str| {
        let head = format!("<head><docdata>{docdata}</docdata></head>");
        let item = read_nitf(&nitf(&head, "", "<p>The bridge was shut.</p>", ""));
        item.article().published().map(|moment| moment.to_string())
    };
    let both = r#"<date.issue norm="20230117T154500Z"/><date.release norm="20230118T060000+0100"/>"#;
    assert_eq!(time(both).as_deref(), Some("2023-01-18T06:00:00+01:00"));
    assert_eq!(
        time(r#"<date.issue norm="20230117T154500Z"/>"#).as_deref(),
        Some("2023-01-17T15:45:00+00:00")
    );
    assert_eq!(time(r#"<date.issue norm="20230117T000000-0500"/>"#).as_deref(), Some("2023-01-17"));
    assert_eq!(time(r#"<date.issue norm="soon"/>"#), None);
}

#[test]
fn content_of_nitf() {
    for (content, want) in [
        ("<p>The bridge was shut.</p><p>-30-</p>", vec![Paragraph, EndMark]),
        ("<p>• Fares rise in May.</p>", vec![ListItem]),
        ("<dl><dt>Fares</dt><dd>They rise in May.</dd></dl>", vec![ListItem, ListItem]),
        ("<note><p>Adds a quotation.</p></note><p>The bridge was shut.</p>", vec![EditorsNote, Paragraph]),
        ("<p>The bridge was<br/>shut.</p>", vec![Paragraph]),
        ("<p>The bridge was shut.<br/><br/>Nobody knew why.</p>", vec![Paragraph, Paragraph]),
        ("The bridge was shut.", vec![Paragraph]),
        (
            "<p>It is shut.</p><media><media-producer>Nina Voss</media-producer></media>",
            vec![Paragraph, Credit],
        ),
        (
            "<![CDATA[<h2>The river</h2><p>It rose.</p><p>It fell.</p>]]>",
            vec![Crosshead, Paragraph, Paragraph],
        ),
        ("<p><![CDATA[It is <shut>.]]></p>", vec![Paragraph]),
    ] {
        assert_eq!(kinds(filled(content).article()), want, "{content}");
    }
    // Nothing of head matter is looked for in the story.
    let item = filled("<p>Bridge shut</p><p>The Harlow Ledger</p>");
    assert_eq!(kinds(item.article()), [Paragraph, Paragraph]);
    assert!(item.article().headline().is_none());
}

#[test]
fn quotation_elements_get_their_marks_once() {
    for content in
        ["<p><q>We saw cracks,</q> said Ida Voss.</p>", "<p>“<q>We saw cracks,</q>” said Ida Voss.</p>"]
    {
        let item = filled(content);
        assert_eq!(item.article().source(), "“We saw cracks,” said Ida Voss.");
        assert_eq!(said(item.article()), [("We saw cracks,".to_string(), Some("Ida Voss".to_string()))]);
    }
}

#[test]
fn what_opens_the_story_is_not_printed_twice() {
    let head = "<body.head><hedline><hl1>Bridge shut</hl1></hedline></body.head>";
    let item = read_nitf(&nitf("", head, "<p>BRIDGE SHUT</p><p>It was time.</p>", ""));
    assert_eq!(item.article().source(), "Bridge shut\n\nIt was time.");
    // The title of the document stands in for a headline, and gives way to one.
    let titled = "<head><title>Bridge</title></head>";
    for (head, want) in [("", "Bridge"), (head, "Bridge shut")] {
        let item = read_nitf(&nitf(titled, head, "<p>It was time.</p>", ""));
        assert_eq!(item.article().headline().unwrap().text(), want);
    }
}

#[test]
fn options_hold() {
    let xml = nitf(HEAD, BODY_HEAD, CONTENT, "");
    let structure = Parser::new().structure_only(true).parse_nitf(&xml).unwrap();
    assert_eq!((structure.article().quotes().len(), structure.article().blocks().len()), (0, 12));
    let short = Parser::new().max_len(10).parse_nitf(&xml);
    assert!(matches!(short, Err(NewsroomError::Parse(ParseError::TooLong { .. }))));
    assert_eq!(Parser::new().body_only(true).parse_nitf(&xml), Parser::new().parse_nitf(&xml));
}
