//! What the kinds of block are called.

use wirecopy::BlockKind;

/// The name of a kind in words: "related link".
pub(crate) fn words(kind: BlockKind) -> String {
    let mut words = String::new();
    for letter in format!("{kind:?}").chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}
