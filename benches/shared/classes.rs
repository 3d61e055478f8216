//! Classes of input, each of which is parsed at a speed of its own.

use crate::seeds::seeds;

/// One text for each class of input that is parsed at a speed of its own.
pub(crate) fn classes() -> [(&'static str, String); 6] {
    let seeds = seeds();
    let seed = |name: &str| {
        let found = seeds.iter().find(|(seed, _)| seed == name);
        found.unwrap_or_else(|| panic!("there is no seed {name}")).1.clone()
    };
    let headline = "What the River Took, and What It Left\n\nBy Dana Whitlock\n\n";
    let paragraphs = |kept: fn(&str) -> bool| {
        let all = seeds.iter().flat_map(|(_, text)| text.split("\n\n"));
        let kept: Vec<_> = all.filter(|paragraph| paragraph.len() > 120 && kept(paragraph)).collect();
        format!("{headline}{}", kept.join("\n\n"))
    };
    [
        ("short_wire_story", seed("agency-wire")),
        ("page", seed("copied-page")),
        ("long_feature", paragraphs(|paragraph| !paragraph.contains('\n'))),
        ("hard_wrapped", seed("hard-wrapped-wire")),
        ("non_ascii", include_str!("non_ascii.txt").to_string()),
        ("quotation_heavy", paragraphs(|paragraph| paragraph.contains(['"', '“', '‘', '`']))),
    ]
}
