//! What else reads the same bytes: the floor that no parser gets under, and splitters and parsers of other things.

use pulldown_cmark::{Options, Parser as Markdown};
use regex::Regex;
use unicode_segmentation::UnicodeSegmentation;

/// Reads a text and returns what it counted in it.
pub(crate) type Read = Box<dyn Fn(&str) -> usize + Send + Sync>;

/// Names that the ratios are taken to.
pub(crate) const SENTENCES: &str = "unicode_sentences";
pub(crate) const MARKDOWN: &str = "pulldown-cmark events";

/// Every peer by name, the fastest first.
pub(crate) fn peers() -> Vec<(&'static str, Read)> {
    let quotations = quotations();
    vec![
        ("memchr newlines", Box::new(|text| memchr::memchr_iter(b'\n', text.as_bytes()).count())),
        ("str::from_utf8", Box::new(|text| std::str::from_utf8(text.as_bytes()).map_or(0, str::len))),
        ("regex quotations", Box::new(move |text| quotations.find_iter(text).count())),
        (MARKDOWN, Box::new(|text| Markdown::new_ext(text, Options::empty()).count())),
        ("unicode_words", Box::new(|text| text.unicode_words().count())),
        (SENTENCES, Box::new(|text| text.unicode_sentences().count())),
    ]
}

/// What a script of a few lines finds: passages in curly, straight or doubled marks that end in their paragraph.
fn quotations() -> Regex {
    let in_paragraph =
        |open: &str, stop: &str, close: &str| format!("{open}(?:[^{stop}\n]|\n[^{stop}\n])*{close}");
    let forms =
        [in_paragraph("“", "“”", "”"), in_paragraph("\"", "\"", "\""), in_paragraph("``", "`'", "''")];
    Regex::new(&forms.join("|")).expect("the pattern is valid")
}
