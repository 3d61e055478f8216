//! News text of any length.

use crate::seeds::seeds;

/// `len` bytes of news, or a few less: the seeds, one after another, over and over.
pub(crate) fn news(len: usize) -> String {
    let seeds = seeds();
    let mut text = String::with_capacity(len + (8 << 10));
    for (_, seed) in seeds.iter().cycle() {
        if text.len() >= len {
            break;
        }
        text.push_str(seed);
        text.push_str("\n\n");
    }
    let end = (0..=len).rev().find(|at| text.is_char_boundary(*at));
    text.truncate(end.unwrap_or(0));
    text
}
