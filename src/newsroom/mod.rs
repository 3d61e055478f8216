//! Items of a newsroom's formats → articles: IPTC NITF (XML) and IPTC ninjs (JSON).
//!
//! A format says which line is the headline, the deck, the byline, the dateline, a crosshead or a caption, so none of
//! these is looked for: they are printed as a paper would print them, and the story after them. That text is parsed for
//! quotations and speakers, and kept, so that every span points into it.
//!
//! ```
//! let item = wirecopy::Parser::new().parse_ninjs(
//!     r#"{
//!         "uri": "urn:x:1",
//!         "headlines": [{ "role": "main", "value": "Bridge shut" }],
//!         "by": "Dana Whitlock",
//!         "located": "Harlow, Ohio",
//!         "bodies": [{ "contentType": "text/plain", "value": "“We saw cracks,” said Ida Voss." }]
//!     }"#,
//! )?;
//! let article = item.article();
//! assert_eq!(
//!     article.source(),
//!     "Bridge shut\n\nBy Dana Whitlock\n\nHarlow, Ohio — “We saw cracks,” said Ida Voss.",
//! );
//! assert_eq!(article.dateline().unwrap().places().next().unwrap().city(), "Harlow");
//! assert!(item.is_metadata(article.dateline().unwrap().span()));
//! assert!(!item.is_metadata(article.quotes().next().unwrap().span()));
//! # Ok::<(), wirecopy::newsroom::NewsroomError>(())
//! ```

mod decode;
mod draft;
mod error;
mod html;
mod markup;
mod ninjs;
mod nitf;
mod norm;
mod print;
mod story;

pub use error::NewsroomError;

use crate::article::Article;
use crate::head_matter::Metadata;
use crate::parser::Parser;
use crate::span::Span;

/// An article and what its format says of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    article: Article<'static>,
    metadata: Metadata,
    publication: Option<String>,
    distributor: Option<String>,
    summary: Option<String>,
    language: Option<String>,
    copyright: Option<String>,
}

impl Item {
    /// The article; its [`source`](Article::source) is the text that was taken out of the item.
    pub fn article(&self) -> &Article<'static> {
        &self.article
    }

    /// The article alone.
    pub fn into_article(self) -> Article<'static> {
        self.article
    }

    /// Whether a part of the article comes from what the format says of the story and not from the story.
    pub fn is_metadata(&self, span: Span) -> bool {
        self.metadata.holds(span)
    }

    /// The paper's name: `pubdata` of NITF. ninjs has none.
    pub fn publication(&self) -> Option<&str> {
        self.publication.as_deref()
    }

    /// Who sends the item: `distributor` of NITF, the first of `infoSources` of ninjs.
    pub fn distributor(&self) -> Option<&str> {
        self.distributor.as_deref()
    }

    /// The summary: `abstract` of NITF, `descriptions` of ninjs.
    pub fn summary(&self) -> Option<&str> {
        self.summary.as_deref()
    }

    /// The language that the item says it is in: "en-US". Other languages than English are parsed as if they were.
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// Whose the rights are: the holder where the item names one, otherwise its notice.
    pub fn copyright(&self) -> Option<&str> {
        self.copyright.as_deref()
    }
}

impl Parser {
    /// Parses an item of NITF, of any version; the first of them where the document holds several.
    ///
    /// The format tells head matter from story, so [`body_only`](Self::body_only) has no say. Tables are left out.
    ///
    /// # Errors
    ///
    /// [`NewsroomError`].
    ///
    /// ```
    /// let xml = "<nitf><body>
    ///   <body.head><hedline><hl1>Bridge shut</hl1></hedline>
    ///     <byline>By <person>Dana Whitlock</person><byttl>Staff Writer</byttl></byline></body.head>
    ///   <body.content><p>“We saw cracks,” said Ida Voss.</p></body.content>
    /// </body></nitf>";
    /// let item = wirecopy::Parser::new().parse_nitf(xml)?;
    /// let author = item.article().byline().unwrap().authors().next().unwrap();
    /// assert_eq!(author.name().as_deref(), Some("Dana Whitlock"));
    /// assert_eq!(author.role().as_deref(), Some("Staff Writer"));
    /// # Ok::<(), wirecopy::newsroom::NewsroomError>(())
    /// ```
    pub fn parse_nitf(&self, xml: &str) -> Result<Item, NewsroomError> {
        print::print(self, nitf::draft(xml)?)
    }

    /// Parses the bytes of an item of NITF, in the encoding that its byte-order mark or its declaration names; without
    /// one in UTF-8.
    ///
    /// # Errors
    ///
    /// [`NewsroomError`].
    pub fn parse_nitf_bytes(&self, bytes: &[u8]) -> Result<Item, NewsroomError> {
        self.parse_nitf(&decode::xml(bytes)?)
    }

    /// Parses an item of ninjs, of any version. Of several bodies one of HTML is taken, which tells its paragraphs.
    ///
    /// The format tells head matter from story, so [`body_only`](Self::body_only) has no say.
    ///
    /// # Errors
    ///
    /// [`NewsroomError`].
    pub fn parse_ninjs(&self, json: &str) -> Result<Item, NewsroomError> {
        print::print(self, ninjs::draft(json)?)
    }

    /// Parses the bytes of an item of ninjs, which must be UTF-8.
    ///
    /// # Errors
    ///
    /// [`NewsroomError`].
    pub fn parse_ninjs_bytes(&self, bytes: &[u8]) -> Result<Item, NewsroomError> {
        self.parse_ninjs(decode::utf8(bytes)?)
    }
}
