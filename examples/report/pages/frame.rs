//! What is common to all pages.

use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = concat!(include_str!("../colours.css"), "\n", include_str!("../style.css"));

/// Nothing is fetched, whatever an article says.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

/// A whole page, which needs no other file.
pub(super) fn frame(title: &str, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="color-scheme" content="light dark";
                meta name="generator" content={ "wirecopy " (env!("CARGO_PKG_VERSION")) };
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { (body) }
        }
    }
}

/// A count, what is counted, and its share as a bar.
pub(super) fn measure(label: &str, count: usize, percent: usize) -> Markup {
    html! {
        dt { (label) }
        dd { span.count { (count) } (bar(percent)) span.share { (percent) "%" } }
    }
}

/// A bar that says nothing that is not written beside it.
pub(super) fn bar(percent: usize) -> Markup {
    html! { span.bar aria-hidden="true" { span style={ "width:" (percent) "%" } {} } }
}
