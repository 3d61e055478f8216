//! ninjs: the names of its versions, its bodies, and what `export` writes of it.

use super::*;
use serde_json::json;
use wirecopy::BlockKind::{Byline, Caption, Deck, Headline, Paragraph, Timestamp};
use wirecopy::newsroom::NewsroomError;

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
        "headlines": [
            { "role": "subhead", "value": "Engineers had warned" },
            { "role": "main", "value": "Bridge shut" },
        ],
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
            "<h1>Bridge shut</h1><p>The bridge was shut on <b>Monday</b>.\
             <p>&ldquo;We saw cracks,&rdquo; said Ida&nbsp;Voss.\
             <table><tr><td>1</td></tr></table><script>let a = '<p>';</script>" },
    ]);
    for value in [one, two, three] {
        let item = read_ninjs(&value);
        let article = item.article();
        assert_eq!(
            article.source(),
            "Bridge shut\n\nEngineers had warned\n\nBy Dana Whitlock and Bo Ames\n\n\
             Published 2023-01-17T15:45:00-05:00\n\nUpdated 2023-01-18T06:00:00-05:00\n\n\
             The bridge on Monday. (Nina Voss/AP)\n\nHarlow, Ohio — The bridge was shut on Monday.\n\n“We saw cracks,” said Ida Voss.",
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
        "associations": [
            { "type": "picture", "by": "Nina Voss/AP", "description_text": "The bridge." },
            { "type": "picture" },
        ],
    }));
    assert_eq!(item.article().source(), "The bridge.\n\nIt was.");
}
