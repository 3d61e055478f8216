//! Items of NITF and ninjs, invented ones in the forms that real ones have, and documents that are meant to do harm.

#[path = "support/laws.rs"]
#[allow(dead_code)]
mod laws;
#[path = "../benches/shared/seeds.rs"]
mod seeds;

use serde_json::{Value, json};
use wirecopy::BlockKind::{
    BlockQuote, Byline, Caption, ContributorNote, Credit, Crosshead, Deck, EditorsNote, EndMark, Headline,
    ListItem, Paragraph, SignOff, Timestamp,
};
use wirecopy::newsroom::{Item, NewsroomError};
use wirecopy::{Article, BlockKind, ParseError, Parser};

const HEAD: &str = r#"<head>
    <docdata>
      <urgency ed-urg="4"/>
      <date.issue norm="20230117T154500-0500"/>
      <doc.copyright year="2023" holder="Harlow Wire"/>
    </docdata>
    <pubdata type="print" date.publication="20230118" name="The Harlow Ledger"/>
  </head>"#;

const BODY_HEAD: &str = r#"<body.head>
      <hedline><hl1>Bridge shut as
        cracks found</hl1><hl2>Engineers had warned for years</hl2></hedline>
      <byline>By <person>Dana Whitlock</person><byttl>Staff Writer</byttl></byline>
      <distributor>Harlow Wire</distributor>
      <dateline><location>HARLOW, Ohio</location>, <story.date norm="20230117">Jan. 17</story.date> (AP) --</dateline>
      <abstract><p>The bridge is shut.</p></abstract>
    </body.head>"#;

const CONTENT: &str = r#"<block>
        <p>The bridge over the Lunn was shut on Monday after an inspection.</p>
        <media media-type="image"><media-reference source="a.jpg"/>
          <media-caption><p>The bridge on Monday.</p></media-caption><media-producer>Nina Voss/AP</media-producer>
          <media-object encoding="base64">AAAA</media-object></media>
        <p>&#8220;We saw daylight,&#8221; said <person>Ida Voss</person>, an engineer &amp; diver.</p>
        <hl2>A long wait</hl2>
        <ul><li><p>Fares rise in May.</p></li><li>Ferries run late.</li></ul>
        <table><tr><td>“Nobody said this.”</td></tr></table>
        <bq><block><p>The piers will hold.</p></block><credit>Report of 1964</credit></bq>
      </block>"#;

fn nitf(head: &str, body_head: &str, content: &str, end: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE nitf SYSTEM \"nitf-3-6.dtd\">\n\
         <nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\" xml:lang=\"en-US\">{head}<body>{body_head}\
         <body.content>{content}</body.content>{end}</body></nitf>"
    )
}

/// Parses an item, and holds its article against the laws.
fn read_nitf(xml: &str) -> Item {
    lawful(Parser::new().parse_nitf(xml).unwrap_or_else(|error| panic!("{error}\n{xml}")))
}

fn read_ninjs(value: &Value) -> Item {
    let json = value.to_string();
    lawful(Parser::new().parse_ninjs(&json).unwrap_or_else(|error| panic!("{error}\n{json}")))
}

fn lawful(item: Item) -> Item {
    laws::hold(item.article().source(), item.article());
    item
}

/// An item whose body head is `head`.
fn headed(head: &str) -> Item {
    read_nitf(&nitf(
        "",
        &format!("<body.head>{head}</body.head>"),
        "<p>The bridge was shut on Monday.</p>",
        "",
    ))
}

/// An item whose content is `content`.
fn filled(content: &str) -> Item {
    read_nitf(&nitf("", "", content, ""))
}

fn kinds(article: &Article) -> Vec<BlockKind> {
    article.blocks().map(|block| block.kind()).collect()
}

fn said(article: &Article) -> Vec<(String, Option<String>)> {
    let pair = |quote: wirecopy::Quote| {
        (quote.folded().into_owned(), quote.speaker().map(|speaker| speaker.name().to_string()))
    };
    article.quotes().map(pair).collect()
}

/// Names and roles of the authors.
fn authors(article: &Article) -> Vec<(Option<String>, Option<String>)> {
    let byline = article.byline().into_iter();
    let owned = |part: Option<std::borrow::Cow<str>>| part.map(|part| part.into_owned());
    byline.flat_map(|it| it.authors()).map(|it| (owned(it.name()), owned(it.role()))).collect()
}

/// Cities and regions of the dateline.
fn places(article: &Article) -> Vec<(String, Option<String>)> {
    let dateline = article.dateline().into_iter();
    let pair = |place: wirecopy::Place| (place.city().to_string(), place.region().map(str::to_string));
    dateline.flat_map(|dateline| dateline.places()).map(pair).collect()
}

fn some(name: &str, other: &str) -> (Option<String>, Option<String>) {
    let part = |text: &str| (!text.is_empty()).then(|| text.to_string());
    (part(name), part(other))
}

fn place(city: &str, region: &str) -> (String, Option<String>) {
    (city.to_string(), (!region.is_empty()).then(|| region.to_string()))
}

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

#[test]
fn ninjs_of_every_version() {
    let body = "The bridge was shut on Monday.\n\n“We saw cracks,” said Ida Voss.";
    let picture =
        json!({ "type": "picture", "byline": "Nina Voss/AP", "description_text": "The bridge on Monday." });
    let one = json!({
        "uri": "urn:x:1", "headline": "Bridge shut", "headline_subhead": "Engineers had warned",
        "byline": "Dana Whitlock and Bo Ames", "located": "Harlow, Ohio", "body_text": body,
        "description_text": "In short.", "firstcreated": "2023-01-17T15:45:00-05:00",
        "versioncreated": "2023-01-18T06:00:00-05:00", "infosource": [{ "name": "Harlow Wire" }],
        "associations": { "main": picture }, "language": "en", "copyrightholder": "The Ledger",
    });
    let picture = json!({
        "name": "main", "type": "picture", "by": "Nina Voss/AP",
        "descriptions": [{ "role": "caption", "value": "The bridge on Monday." }],
    });
    let two = json!({
        "uri": "urn:x:1",
        "headlines": [{ "role": "subhead", "value": "Engineers had warned" }, { "role": "main", "value": "Bridge shut" }],
        "by": "Dana Whitlock and Bo Ames", "located": "Harlow, Ohio",
        "bodies": [{ "role": "main", "contenttype": "text/plain", "value": body }],
        "descriptions": [{ "role": "text", "value": "In short." }], "firstcreated": "2023-01-17T15:45:00-05:00",
        "versioncreated": "2023-01-18T06:00:00-05:00", "infosources": [{ "name": "Harlow Wire" }],
        "associations": [picture], "language": "en", "copyrightholder": "The Ledger",
    });
    let mut three = two.clone();
    let old = ["firstcreated", "versioncreated", "infosources", "copyrightholder"];
    for (old, new) in old.iter().zip(["firstCreated", "versionCreated", "infoSources", "copyrightHolder"]) {
        three[new] = three.as_object_mut().unwrap().remove(*old).unwrap();
    }
    three["bodies"] = json!([
        { "role": "main", "contentType": "text/plain", "value": body.replace("\n\n", " ") },
        { "role": "rich", "contentType": "application/xhtml+xml", "value":
            "<h1>Bridge shut</h1><p>The bridge was shut on <b>Monday</b>.<p>&ldquo;We saw cracks,&rdquo; said Ida&nbsp;Voss.\
             <table><tr><td>1</td></tr></table><script>let a = '<p>';</script>" },
    ]);
    for value in [one, two, three] {
        let item = read_ninjs(&value);
        let article = item.article();
        assert_eq!(
            article.source(),
            "Bridge shut\n\nEngineers had warned\n\nBy Dana Whitlock and Bo Ames\n\nPublished 2023-01-17T15:45:00-05:00\n\n\
             Updated 2023-01-18T06:00:00-05:00\n\nThe bridge on Monday. (Nina Voss/AP)\n\nHarlow, Ohio — The bridge was \
             shut on Monday.\n\n“We saw cracks,” said Ida Voss.",
        );
        assert_eq!(
            kinds(article),
            [Headline, Deck, Byline, Timestamp, Timestamp, Caption, Paragraph, Paragraph]
        );
        assert_eq!(authors(article), [some("Dana Whitlock", ""), some("Bo Ames", "")]);
        assert_eq!(places(article), [place("Harlow", "Ohio")]);
        assert_eq!(article.published().unwrap().to_string(), "2023-01-17T15:45:00-05:00");
        assert_eq!(article.updated().unwrap().to_string(), "2023-01-18T06:00:00-05:00");
        assert_eq!(said(article), [("We saw cracks,".to_string(), Some("Ida Voss".to_string()))]);
        assert!(item.is_metadata(article.captions().next().unwrap().span()));
        assert!(article.paragraphs().all(|paragraph| !item.is_metadata(paragraph.span())));
        assert_eq!(
            (item.distributor(), item.summary(), item.language(), item.copyright()),
            (Some("Harlow Wire"), Some("In short."), Some("en"), Some("The Ledger"))
        );
    }
}

#[test]
fn what_export_writes_comes_back() {
    let texts = seeds::seeds();
    let mut quotations = 0;
    for (name, text) in &texts {
        let article = wirecopy::parse(text).unwrap();
        let json = serde_json::to_string(&wirecopy::export::ninjs(&article, "urn:x")).unwrap();
        let item = lawful(Parser::new().parse_ninjs(&json).unwrap());
        let back = item.article();
        let headline = |article: &Article| article.headline().map(|line| line.folded().into_owned());
        assert_eq!(headline(back), headline(&article), "{name}");
        let body = |article: &Article| {
            article.paragraphs().map(|paragraph| paragraph.folded().into_owned()).collect::<Vec<_>>()
        };
        assert_eq!(body(back), body(&article), "{name}");
        let quoted = |article: &Article| {
            let quotes = article.paragraphs().flat_map(|paragraph| paragraph.quotes().collect::<Vec<_>>());
            quotes.map(|quote| quote.folded().into_owned()).collect::<Vec<_>>()
        };
        assert_eq!(quoted(back), quoted(&article), "{name}");
        quotations += quoted(back).len();
    }
    assert!(quotations > texts.len(), "nothing was looked at");
}

fn fails(xml: &str) -> NewsroomError {
    Parser::new().parse_nitf(xml).expect_err(xml)
}

#[test]
fn documents_that_hold_no_story() {
    assert_eq!(fails(&nitf(HEAD, BODY_HEAD, "", "")), NewsroomError::NoBody);
    assert_eq!(
        fails(&nitf(HEAD, BODY_HEAD, "<p> </p><table><tr><td>1</td></tr></table>", "")),
        NewsroomError::NoBody
    );
    assert_eq!(fails("<html><body><p>It was time.</p></body></html>"), NewsroomError::NotNitf);
    for text in
        ["", " ", "It was time.", "{}", "\u{0}\u{0}", "<", "<nitf", "<nitf><p></nitf>", "<nitf/", "</nitf>"]
    {
        assert!(matches!(fails(text), NewsroomError::NotXml { .. }), "{text:?}: {}", fails(text));
    }
}

#[test]
fn entities_are_not_expanded() {
    let laughs = (1..10).fold(r#"<!ENTITY l0 "ha">"#.to_string(), |all, n| {
        all + &format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10))
    });
    let xml = format!(
        "<!DOCTYPE nitf [{laughs}<!ENTITY x SYSTEM \"file:///etc/hostname\">]><nitf><body><body.content>\
         <p>Then &l9; and &x; &amp; &#38; &#x26; &lt;b&gt; &unknown;.</p></body.content></body></nitf>"
    );
    assert_eq!(read_nitf(&xml).article().source(), "Then &l9; and &x; & & & <b> &unknown;.");
}

#[test]
fn documents_are_bounded() {
    for (open, close) in
        [("<block>", "</block>"), ("<bq>", "</bq>"), ("<table>", "</table>"), ("<em>", "</em>")]
    {
        let content = |depth| format!("<p>It.</p>{}It was time.{}", open.repeat(depth), close.repeat(depth));
        assert_eq!(fails(&nitf("", "", &content(200_000), "")), NewsroomError::TooDeep, "{open}");
        assert!(Parser::new().parse_nitf(&nitf("", "", &content(100), "")).is_ok(), "{open}");
    }
    let long = "It was time. ".repeat(700_000);
    assert!(matches!(fails(&nitf("", "", &long, "")), NewsroomError::TooLarge { .. }));
    let json = json!({ "body_text": long }).to_string();
    assert!(matches!(Parser::new().parse_ninjs(&json), Err(NewsroomError::TooLarge { .. })));
    assert!(matches!(Parser::new().parse_ninjs_bytes(json.as_bytes()), Err(NewsroomError::TooLarge { .. })));
    let deep = format!("{{\"body_text\": \"It.\", \"x\": {}{}}}", "[".repeat(200_000), "]".repeat(200_000));
    assert_eq!(Parser::new().parse_ninjs(&deep), Err(NewsroomError::TooDeep));
    // Elements of HTML need not be closed, so that they may be many.
    let body = format!("{}It was time.", "<div><blockquote><q>".repeat(50_000));
    read_ninjs(&json!({ "bodies": [{ "contentType": "text/html", "value": body }] }));
}

#[test]
fn cut_off_anywhere() {
    let xml = nitf(HEAD, BODY_HEAD, CONTENT, "<body.end><tagline>kl/rm</tagline></body.end>");
    for end in 0..xml.len() {
        assert!(Parser::new().parse_nitf_bytes(&xml.as_bytes()[..end]).is_err(), "{end}");
    }
    assert!(Parser::new().parse_nitf_bytes(xml.as_bytes()).is_ok());
    let html = "<p class=\"a\">“We saw cracks,” said Ida&nbsp;Voss.<br/><q>It &#8212; <![CDATA[was]]></q></p><!-- time -->";
    for (end, _) in html.char_indices() {
        let value = json!({ "bodies": [{ "contentType": "text/html", "value": &html[..end] }] });
        match Parser::new().parse_ninjs(&value.to_string()) {
            Ok(item) => drop(lawful(item)),
            Err(error) => {
                assert!(matches!(error, NewsroomError::NoBody | NewsroomError::Markup), "{end}: {error}");
            }
        }
    }
    let json = json!({ "headline": "Bridge shut “é”", "body_text": "It was time." }).to_string();
    for end in 0..json.len() {
        assert!(Parser::new().parse_ninjs_bytes(&json.as_bytes()[..end]).is_err(), "{end}");
    }
    assert!(Parser::new().parse_ninjs_bytes(json.as_bytes()).is_ok());
}

#[test]
fn json_of_other_shapes() {
    for json in ["[]", "1", "null", "\"It was time.\""] {
        assert_eq!(Parser::new().parse_ninjs(json), Err(NewsroomError::NotNinjs), "{json}");
    }
    for json in ["", "{", "{\"a\": }", "<nitf/>", "{} {}"] {
        assert!(matches!(Parser::new().parse_ninjs(json), Err(NewsroomError::NotJson { .. })), "{json}");
    }
    for value in [
        json!({}),
        json!({ "bodies": [] }),
        json!({ "bodies": {} }),
        json!({ "bodies": [1, null, {}, { "value": 1 }, { "value": " " }] }),
        json!({ "bodies": [{ "contentType": "application/xml", "value": "<x>It was time.</x>" }] }),
        json!({ "body_text": ["It was time."] }),
        json!({ "type": "picture", "headline": "Bridge shut", "description_text": "It was time." }),
    ] {
        assert_eq!(Parser::new().parse_ninjs(&value.to_string()), Err(NewsroomError::NoBody), "{value}");
    }
    // Fields that are no text are passed over.
    let odd =
        [json!(1), json!(null), json!([]), json!({}), json!([[]]), json!([{ "value": {} }]), json!("\n")];
    let keys = [
        "headline",
        "headlines",
        "by",
        "byline",
        "located",
        "title",
        "firstCreated",
        "versionCreated",
        "infoSources",
        "associations",
        "descriptions",
        "description_text",
        "language",
        "copyrightHolder",
        "bodies",
    ];
    for (key, value) in keys.iter().flat_map(|key| odd.iter().map(move |value| (*key, value))) {
        let item = read_ninjs(&json!({ "body_text": "It was time.", key: value }));
        assert_eq!(item.article().source(), "It was time.", "{key}: {value}");
    }
}

#[test]
fn broken_markup_gives_way_to_plain_text() {
    let html = json!({ "contentType": "text/html", "value": "<p>It was <b time." });
    let broken = Parser::new().parse_ninjs(&json!({ "bodies": [&html] }).to_string());
    assert!(matches!(broken, Err(NewsroomError::Markup)), "{broken:?}");
    let plain = json!({ "contentType": "text/plain", "value": "It was time." });
    assert_eq!(read_ninjs(&json!({ "bodies": [html, plain] })).article().source(), "It was time.");
}

#[test]
fn html_is_read_as_browsers_read_it() {
    for (html, want) in [
        (
            "<p>It was 3 < 4 & so on.<p>It was &lt; &hellip; &#8212; &#0; &what;.",
            "It was 3 < 4 & so on.\n\nIt was < … — \u{FFFD} &what;.",
        ),
        ("<ul><LI>Fares rise.</li></b><li>Ferries run late.</ul>", "Fares rise.\n\nFerries run late."),
        ("It was<br>time.<br/><br/>It is.", "It was time.\n\nIt is."),
        ("<style>p {}</style><table><tr><td><table></table>1</table>It <b>was</i> time.", "It was time."),
        (
            "<figure><img src='a.jpg' alt='“No”'><figcaption>The bridge.</figcaption></figure>It was.",
            "The bridge.\n\nIt was.",
        ),
    ] {
        let item = read_ninjs(&json!({ "bodies": [{ "contentType": "text/html", "value": html }] }));
        assert_eq!(item.article().source(), want, "{html}");
    }
    // A caption that the body prints is not printed again.
    let item = read_ninjs(&json!({
        "bodies": [{ "contentType": "text/html", "value": "<figcaption>The bridge.</figcaption><p>It was.</p>" }],
        "associations": [{ "type": "picture", "by": "Nina Voss/AP", "description_text": "The bridge." }, { "type": "picture" }],
    }));
    assert_eq!(item.article().source(), "The bridge.\n\nIt was.");
}

#[test]
fn a_byte_changed_anywhere() {
    let content = "<p>“We saw cracks,” said Ida&#160;Voss.</p><bq><p>A <q>pier</q></p></bq>";
    let xml = nitf("", "<body.head><byline>By <person>Bo Ames</person></byline></body.head>", content, "");
    let mut read = 0;
    for at in 0..xml.len() {
        for byte in [b'<', b'>', b'&', b'"', b' ', 0xE9] {
            let mut bytes = xml.clone().into_bytes();
            bytes[at] = byte;
            read += usize::from(Parser::new().parse_nitf_bytes(&bytes).map(lawful).is_ok());
        }
    }
    assert!(read > xml.len(), "{read}");
}

#[test]
fn encodings_of_bytes() {
    let xml = nitf("", "", "<p>“Naïve,” said Zoë Åkesson.</p>", "").replace(" encoding=\"UTF-8\"", "");
    let named = |label: &str| xml.replace("version=\"1.0\"", &format!("version=\"1.0\" encoding='{label}'"));
    let windows = |xml: &str| encoding_rs::WINDOWS_1252.encode(xml).0.into_owned();
    let utf16: Vec<u8> = xml.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [
        xml.clone().into_bytes(),
        named("utf-8").into_bytes(),
        windows(&named("windows-1252")),
        windows(&named("ISO-8859-1")),
        [b"\xEF\xBB\xBF".as_slice(), xml.as_bytes()].concat(),
        [b"\xFE\xFF".as_slice(), &utf16].concat(),
    ] {
        let item = Parser::new().parse_nitf_bytes(&bytes).unwrap();
        assert_eq!(said(item.article()), [("Naïve,".to_string(), Some("Zoë Åkesson".to_string()))]);
    }
    let fails = |bytes: &[u8]| Parser::new().parse_nitf_bytes(bytes).unwrap_err();
    for wrong in [windows(&xml), windows(&named("utf-8"))] {
        assert!(matches!(fails(&wrong), NewsroomError::Parse(ParseError::NotUtf8 { .. })));
    }
    let encoding = |name: &str| NewsroomError::Encoding { name: name.to_string() };
    assert_eq!(fails(named("klingon").as_bytes()), encoding("klingon"));
    assert_eq!(
        fails(&[b"\xFE\xFF".as_slice(), &utf16, b"\xD8\x00".as_slice()].concat()),
        encoding("UTF-16BE")
    );
    let json = [b"\xEF\xBB\xBF".as_slice(), br#"{"body_text": "It was time."}"#].concat();
    assert!(Parser::new().parse_ninjs_bytes(&json).is_ok());
    let wrong = Parser::new().parse_ninjs_bytes(b"{\"body_text\": \"caf\xE9\"}");
    assert!(matches!(wrong, Err(NewsroomError::Parse(ParseError::NotUtf8 { offset: 18 }))), "{wrong:?}");
}
