//! How speakers are told apart: by a colour, of which there are a few in turn, and by a letter that is theirs alone.

use maud::{Markup, html};
use wirecopy::Speaker;

/// How many colours the style sheet has.
pub(crate) const COLOURS: usize = 8;

/// How what a speaker says is set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Voice {
    /// The class that brings the colour.
    pub(super) class: String,
    /// A, B … Z, AA, AB …
    pub(super) key: String,
}

impl Voice {
    pub(super) fn of(speaker: Option<Speaker>) -> Self {
        let Some(index) = speaker.map(Speaker::index) else {
            return Voice { class: "voice-none".to_string(), key: "?".to_string() };
        };
        Voice { class: format!("voice-{}", index % COLOURS + 1), key: letters(index) }
    }

    /// The letter on its colour. What it stands for is written beside it.
    pub(super) fn badge(&self) -> Markup {
        html! { span.badge.(self.class) aria-hidden="true" { (self.key) } }
    }
}

fn letters(index: usize) -> String {
    let last = char::from(b'A' + (index % 26) as u8);
    let before = if index < 26 { String::new() } else { letters(index / 26 - 1) };
    format!("{before}{last}")
}
