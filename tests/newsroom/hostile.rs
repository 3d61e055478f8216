//! Documents that are cut off, of another sort, or meant to do harm.

use super::*;
use serde_json::json;
use wirecopy::ParseError;
use wirecopy::newsroom::NewsroomError;

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
    let html = "<p class=\"a\">“We saw cracks,” said Ida&nbsp;Voss.\
        <br/><q>It &#8212; <![CDATA[was]]></q></p><!-- time -->";
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
