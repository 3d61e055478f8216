//! Pages of HTML → articles.
//!
//! The story is taken out of the page by [`dom_smoothie`], paragraph by paragraph, and what the page says of itself
//! (JSON-LD, `OpenGraph`, `meta` elements) is set before it as a paper would print it: headline, byline, times. That text
//! is parsed and kept, so that every span points into it.

use crate::head_matter::{self, Metadata, named_encoding, one_line};
use crate::{Article, ParseError, Parser, Span};
use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};
use std::borrow::Cow;

/// The most tags that a page may have, and the most elements that may stand inside one another: reading a page takes
/// time with the product of both.
const TAGS: usize = 50_000;
const DEPTH: usize = 1_000;

/// The most bytes of a page among which its encoding is looked for, as browsers do.
const PRESCAN: usize = 1024;

/// Why a page gave no article.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum HtmlError {
    /// The page holds no story: a front page, a list of links, an error.
    #[error("the page holds no article")]
    NoArticle,
    /// The page has more than fifty thousand tags.
    #[error("the page has {0} tags, more than {TAGS}")]
    TooManyTags(usize),
    /// More than a thousand elements of the page stand inside one another.
    #[error("the page has elements inside more than {DEPTH} others")]
    TooDeep,
    /// The text of the story gave no article.
    #[error(transparent)]
    Parse(#[from] ParseError),
}

/// An article and what its page says of itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Page {
    article: Article<'static>,
    metadata: Metadata,
    publication: Option<String>,
    summary: Option<String>,
    language: Option<String>,
}

impl Page {
    /// The article; its [`source`](Article::source) is the text that was taken out of the page.
    pub fn article(&self) -> &Article<'static> {
        &self.article
    }

    /// The article alone.
    pub fn into_article(self) -> Article<'static> {
        self.article
    }

    /// Whether a part of the article comes from what the page says of itself and not from the story.
    pub fn is_metadata(&self, span: Span) -> bool {
        self.metadata.holds(span)
    }

    /// The paper's name, as the page gives it.
    pub fn publication(&self) -> Option<&str> {
        self.publication.as_deref()
    }

    /// The summary that the page gives to search engines and readers of links.
    pub fn summary(&self) -> Option<&str> {
        self.summary.as_deref()
    }

    /// The language that the page says it is in: "en-US". Other languages than English are parsed as if they were.
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }
}

impl Parser {
    /// Parses a page of HTML.
    ///
    /// # Errors
    ///
    /// [`HtmlError`].
    ///
    /// ```
    /// let story = "<p>The bridge over the Lunn was shut on Monday after engineers found cracks in two of its piers, \
    ///     and nobody could say when it would open again.</p>".repeat(4);
    /// let html = format!(
    ///     r#"<html><head><title>Bridge shut</title><meta name="author" content="Dana Whitlock"></head>
    ///     <body><nav><a href="/">Home</a></nav><article>{story}<p>“We saw cracks,” said Ida Voss.</p></article></body></html>"#
    /// );
    /// let page = wirecopy::Parser::new().parse_html(&html)?;
    /// let article = page.article();
    /// assert_eq!(article.headline().unwrap().text(), "Bridge shut");
    /// assert_eq!(article.byline().unwrap().authors().next().unwrap().name().unwrap(), "Dana Whitlock");
    /// assert!(page.is_metadata(article.headline().unwrap().span()));
    /// assert_eq!(article.quotes().next().unwrap().speaker().unwrap().name(), "Ida Voss");
    /// # Ok::<(), wirecopy::html::HtmlError>(())
    /// ```
    pub fn parse_html(&self, html: &str) -> Result<Page, HtmlError> {
        let tags = memchr::memchr_iter(b'<', html.as_bytes()).count();
        if tags > TAGS {
            return Err(HtmlError::TooManyTags(tags));
        }
        let document = Document::from(html);
        if is_too_deep(&document) {
            return Err(HtmlError::TooDeep);
        }
        let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
        let story =
            Readability::with_document(document, None, Some(config)).and_then(|mut page| page.parse());
        let story = story.map_err(|_| HtmlError::NoArticle)?;
        let body = story.text_content.trim();
        if body.is_empty() {
            return Err(HtmlError::NoArticle);
        }
        let mut text = head(&story, body);
        let mut metadata = Metadata::default();
        metadata.add(Span::from_usize(0, text.len()));
        text.push_str(body);
        Ok(Page {
            article: self.parse(&text)?.into_owned(),
            metadata,
            publication: story.site_name,
            summary: story.excerpt,
            language: story.lang,
        })
    }

    /// Parses the bytes of a page of HTML, in the encoding that its byte-order mark or its `meta` element names; without
    /// one in UTF-8 or, where they are none, in Windows-1252, as browsers do.
    ///
    /// # Errors
    ///
    /// [`HtmlError`].
    pub fn parse_html_bytes(&self, bytes: &[u8]) -> Result<Page, HtmlError> {
        self.parse_html(&decode(bytes))
    }
}

/// Whether elements stand inside too many others. Walks without recursion, which would need a deep stack.
fn is_too_deep(document: &Document) -> bool {
    let (mut node, mut depth) = (document.root(), 0);
    loop {
        if let Some(child) = node.first_child() {
            (node, depth) = (child, depth + 1);
            if depth > DEPTH {
                return true;
            }
            continue;
        }
        while node.next_sibling().is_none() {
            let Some(parent) = node.parent() else { return false };
            (node, depth) = (parent, depth - 1);
        }
        let Some(next) = node.next_sibling() else { return false };
        node = next;
    }
}

/// What stands before the story, as a paper would print it. What the story opens with is not said twice.
fn head(story: &dom_smoothie::Article, body: &str) -> String {
    let title = Some(one_line(&story.title)).filter(|title| !title.is_empty());
    let byline = story.byline.as_deref().and_then(head_matter::byline);
    let times = head_matter::times(story.published_time.as_deref(), story.modified_time.as_deref());
    let mut head = String::new();
    for line in title.into_iter().chain(byline).chain(times) {
        if !body.lines().take(6).any(|printed| printed.trim().eq_ignore_ascii_case(&line)) {
            head.push_str(&line);
            head.push_str("\n\n");
        }
    }
    head
}

fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let named = || named_encoding(&bytes[..bytes.len().min(PRESCAN)], b"charset=");
    let encoding = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => named().unwrap_or(match core::str::from_utf8(bytes) {
            Ok(_) => encoding_rs::UTF_8,
            Err(_) => encoding_rs::WINDOWS_1252,
        }),
    };
    encoding.decode(bytes).0
}
