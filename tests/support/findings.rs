//! Texts that once broke a law, cut down to what broke it. A finding is named after what went wrong.

/// Name of the finding, and the text. The laws must hold on each, with all options.
pub(crate) const BROKE_A_LAW: &[(&str, &str)] = &[
    ("record_forgets_that_a_byline_was_led", "By Dana Whitlock"),
    ("quotation_in_a_dropped_single_mark_overlaps", "\"a ‘“’"),
    (
        "window_for_a_contributor_role_cuts_a_dash",
        "Correspondents in the counties along the Lunn and its side valleys up to Askel—Jo Park contributed to this report",
    ),
    (
        "line_of_page_words_overflows",
        "* Home\n* News\n* Sport\n\nad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad ad x\n\nBridge over the Lunn shut as cracks\n\nThe bridge over the Lunn was shut on Monday after engineers found cracks in two of its piers.\n\nNobody could say when it would open again, and the council met at dawn to hear of it.\n\nShare\n\nLogin",
    ),
    ("nobody_said_the_source_that_according_to_names", "According to officials "),
];
