//! Other people's formats.
//!
//! What is JSON comes as a value to serialize, what is not as one to print, so that no other crate is needed:
//!
//! ```
//! use wirecopy::export;
//!
//! let article = wirecopy::parse("“We saw cracks,” said Ida Voss.")?;
//! let json = serde_json::to_string(&export::json_ld(&article))?;
//! assert!(json.contains(r#""spokenByCharacter":{"@type":"Person","name":"Ida Voss"}"#));
//! assert!(export::tei(&article).to_string().contains(r##"<q who="#s0">We saw cracks,</q>"##));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Formats that count count characters (code points); only [`quotes_tsv`] gives bytes, as the rest of the crate does.

mod brat;
mod citron;
mod json_ld;
mod ninjs;
mod table;
mod tei;
mod web_annotation;

pub use brat::brat;
pub use citron::citron;
pub use json_ld::json_ld;
pub use ninjs::ninjs;
pub use table::quotes_tsv;
pub use tei::tei;
pub use web_annotation::web_annotations;

use crate::Article;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// The text of the paragraphs, each on a line of its own.
fn body(article: &Article) -> String {
    let paragraphs: Vec<_> = article.paragraphs().map(|paragraph| paragraph.folded()).collect();
    paragraphs.join("\n")
}

/// The names of the authors, or of the organization that signs for them.
fn authors<'a>(article: &'a Article<'_>) -> impl Iterator<Item = (bool, Cow<'a, str>)> {
    article.byline().into_iter().flat_map(|byline| byline.authors()).filter_map(|author| {
        let person = author.name().map(|name| (true, name));
        person.or_else(|| author.organization().map(|name| (false, name)))
    })
}
