//! Pages of HTML, invented ones in the forms that real ones have.

use wirecopy::BlockKind::{Byline, Headline, Paragraph, Timestamp};
use wirecopy::html::HtmlError;
use wirecopy::{Article, Parser};

const STORY: &str = "\
    <p>HARLOW, Ohio — The bridge over the Lunn was shut on Monday after engineers found cracks in two of its piers.</p>\
    <p>Traffic was sent by way of Harlow, where queues reached the market square by noon and stayed until dark.</p>\
    <p>“We saw cracks,” said <b>Ida Voss</b>, an engineer. “It was time.”</p>\
    <p>The council has set aside $2 million for the work, and expects to need twice that before the winter is over.</p>";

fn page(head: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en-GB\"><head>{head}</head><body><nav><a href=\"/\">Home</a> <a href=\"/n\">News</a>\
         </nav><main><article>{body}</article></main><footer>Copyright The Harlow Ledger</footer></body></html>"
    )
}

fn name(article: &Article) -> Option<String> {
    let author = article.byline()?.authors().next()?;
    author.name().map(|name| name.into_owned())
}

#[test]
fn metadata_in_every_form() {
    let json_ld = r#"<title>x</title><script type="application/ld+json">{"@context": "https://schema.org",
        "@type": "NewsArticle", "headline": "Bridge shut as cracks found", "author": {"@type": "Person",
        "name": "Dana Whitlock"}, "datePublished": "2023-01-17T15:45:00-05:00", "publisher": {"@type": "Organization",
        "name": "The Harlow Ledger"}}</script>"#;
    let open_graph = r#"<title>x</title><meta property="og:title" content="Bridge shut as cracks found">
        <meta property="article:published_time" content="2023-01-17T15:45:00-05:00">
        <meta property="og:site_name" content="The Harlow Ledger"><meta name="author" content="Dana Whitlock">"#;
    for head in [json_ld, open_graph] {
        let page = Parser::new().parse_html(&page(head, STORY)).unwrap();
        let article = page.article();
        assert_eq!(article.headline().unwrap().text(), "Bridge shut as cracks found");
        assert_eq!(name(article).as_deref(), Some("Dana Whitlock"));
        assert_eq!(article.published().unwrap().to_string(), "2023-01-17T15:45:00-05:00");
        assert_eq!(article.dateline().unwrap().places().next().unwrap().city(), "HARLOW");
        assert_eq!((page.publication(), page.language()), (Some("The Harlow Ledger"), Some("en-GB")));
        assert!(page.is_metadata(article.headline().unwrap().span()));
        assert!(!page.is_metadata(article.dateline().unwrap().span()));
        let kinds: Vec<_> = article.blocks().map(|block| block.kind()).collect();
        assert_eq!(kinds, [Headline, Byline, Timestamp, Paragraph, Paragraph, Paragraph, Paragraph]);
        let said: Vec<_> = article.quotes().map(|quote| quote.speaker().unwrap().name()).collect();
        assert_eq!(said, ["Ida Voss", "Ida Voss"]);
    }
}

#[test]
fn bylines_that_name_nobody_are_left_out() {
    let head = r#"<title>Bridge shut as cracks found</title><meta name="author" content="https://example.org/u/17">"#;
    let page = Parser::new().parse_html(&page(head, STORY)).unwrap();
    assert_eq!(name(page.article()), None);
}

#[test]
fn pages_without_an_article() {
    let no_article = Err(HtmlError::NoArticle);
    for html in ["", "<html></html>", "<p></p>", "<!-- nothing -->", "\u{0}\u{0}"] {
        assert_eq!(Parser::new().parse_html(html), no_article, "{html:?}");
    }
}

#[test]
fn bad_html_is_read_as_browsers_read_it() {
    let story = STORY.replace("</p>", "").replace("</b>", "");
    let html = format!(
        "<title>Bridge shut</title><div><table><b>{story}</i></div>&nbsp;&unknown; <script>if (a < b)</script>"
    );
    let page = Parser::new().parse_html(&html).unwrap();
    assert_eq!(page.article().quotes().next().unwrap().speaker().unwrap().name(), "Ida Voss");
}

#[test]
fn pages_are_bounded() {
    let many = page("", &"<i>a</i>".repeat(50_001));
    assert!(matches!(Parser::new().parse_html(&many), Err(HtmlError::TooManyTags(_))));
    let short = Parser::new().max_len(10).parse_html(&page("<title>Bridge shut</title>", STORY));
    assert!(matches!(short, Err(HtmlError::Parse(_))));
}

#[test]
fn deep_pages_are_turned_away() {
    for open in ["<div>", "<b>", "<path/>", "<table><tr><td>"] {
        let html = |depth| page("<title>Bridge shut</title>", &format!("{}{STORY}", open.repeat(depth)));
        assert_eq!(Parser::new().parse_html(&html(10_000)), Err(HtmlError::TooDeep), "{open}");
        assert!(Parser::new().parse_html(&html(20)).is_ok(), "{open}");
    }
}

#[test]
fn encodings_of_bytes() {
    let html = page("<title>Bridge shut</title>", STORY);
    let meta = |label: &str| page(&format!("<meta charset=\"{label}\"><title>Bridge shut</title>"), STORY);
    let windows = |html: &str| encoding_rs::WINDOWS_1252.encode(html).0.into_owned();
    let utf16: Vec<u8> = html.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [
        html.clone().into_bytes(),
        meta("utf-8").into_bytes(),
        windows(&html),
        windows(&meta("windows-1252")),
        [b"\xEF\xBB\xBF".as_slice(), html.as_bytes()].concat(),
        [b"\xFF\xFE".as_slice(), &utf16].concat(),
    ] {
        let page = Parser::new().parse_html_bytes(&bytes).unwrap();
        assert_eq!(page.article().quotes().next().unwrap().text(), "We saw cracks,");
    }
}
