//! The pages: one of each article, one of all.

mod address;
mod article;
pub(crate) mod cut;
mod frame;
mod index;
mod inline;
#[path = "../../shared/kind.rs"]
mod kind;
mod marks;
mod panel;
mod tally;
mod voice;

pub(crate) use address::address;
pub(crate) use article::page as article;
pub(crate) use index::page as index;

use std::borrow::Cow;
use wirecopy::Article;

/// Where the page of all is found from the page of each.
pub(crate) const INDEX: &str = "index.html";

/// An article, the file that it was read from, and where its page is found from the page of all.
pub(crate) struct Entry {
    pub(crate) article: Article<'static>,
    pub(crate) file: String,
    pub(crate) address: String,
}

impl Entry {
    /// The headline, or the file's name where the article prints none.
    fn title(&self) -> Cow<'_, str> {
        self.article.headline().map_or(Cow::Borrowed(&self.file), |headline| headline.folded())
    }
}
