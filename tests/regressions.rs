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
        "The desks of the Harlow Ledger and of the Lunn Valley Courier in Upper Harlow—a—contributed to this report",
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
