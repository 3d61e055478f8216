//! Texts that once broke something, cut down to what broke it. A finding is named after what went wrong.

#[path = "support/laws.rs"]
mod laws;

use laws::{PARSERS, parser};

/// Name of the finding, and the text. The laws must hold on each, with all options.
const BROKE_A_LAW: &[(&str, &str)] = &[
    ("record_forgets_that_a_byline_was_led", "By Dana Whitlock"),
    ("quotation_in_a_dropped_single_mark_overlaps", "\"a ‘“’"),
    (
        "window_for_a_contributor_role_cuts_a_dash",
        "Correspondents in the counties along the Lunn and its side valleys up to Askel—Jo Park contributed to this report",
    ),
];

#[test]
fn laws_hold_on_what_broke_them() {
    for (name, text) in BROKE_A_LAW {
        for bits in 0..PARSERS {
            let held = std::panic::catch_unwind(|| laws::parse(&parser(bits), text));
            assert!(matches!(held, Ok(Ok(()))), "{name}, options {bits}: {text:?}");
        }
    }
}
