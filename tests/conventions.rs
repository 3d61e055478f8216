//! What each line of an invented press text is, by convention, against what the parser makes of it.
//!
//! A case in `tests/conventions/*.txt` is a heading `=== name` and the lines of a text, each as `kind | line`. Kinds
//! are those of the output form; `kicker/boilerplate` accepts either; `+ | line` goes on in the block of the line
//! before it; an empty line is a blank line. What stands above the first case of a file is a remark.
//! Files `a_…` may be used to set weights by, files `b_…` are for testing alone.
//!
//! `expected_failures.txt` names the cases that do not hold yet. The test fails when another case breaks, and when
//! one of these holds: strike it off then. `WIRECOPY_BLESS=1 cargo test --test conventions` writes the list anew.

#[path = "support/cases.rs"]
mod cases;

use cases::{Case, cases, folder};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// `ListItem` → `list_item`
fn snake_case(kind: wirecopy::BlockKind) -> String {
    let mut out = String::new();
    for c in format!("{kind:?}").chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// The lines of a case that the parser reads otherwise, one a row of the report.
fn differences(case: &Case) -> Vec<String> {
    let article = wirecopy::parse(&case.text).unwrap_or_else(|error| panic!("{}: {error}", case.place));
    let blocks: Vec<_> =
        article.blocks().map(|block| (snake_case(block.kind()), block.span().range())).collect();
    let mut out = Vec::new();
    let mut kinds: &[String] = &[];
    for line in &case.lines {
        let goes_on = line.kinds.is_empty();
        if !goes_on {
            kinds = &line.kinds;
        }
        let at = blocks.partition_point(|(_, range)| range.end <= line.start);
        let (kind, range) = &blocks[at];
        // Where two paragraphs or two items meet shows in no kind.
        let apart = matches!(kinds, [kind] if kind == "paragraph" || kind == "list_item");
        let found = if line.end > range.end {
            "cut in two".to_string()
        } else if goes_on && range.start >= line.start {
            "cut off from the line before".to_string()
        } else if !goes_on && apart && range.start < line.start {
            "joined with the line before".to_string()
        } else if kinds.contains(kind) {
            continue;
        } else {
            kind.clone()
        };
        let text: String = case.text[line.start..line.end].chars().take(80).collect();
        out.push(format!("  {} → {found} | {text}", kinds.join("/")));
    }
    out
}

#[test]
fn lines_are_what_their_convention_says() {
    let cases = cases();
    let list = folder().join("expected_failures.txt");
    let expected = std::fs::read_to_string(&list).unwrap_or_default();
    let expected: BTreeSet<&str> = expected.lines().filter(|name| !name.is_empty()).collect();
    let (mut failed, mut names) = (BTreeSet::new(), BTreeSet::new());
    let mut report = String::new();
    // Right lines and all lines, of the files to learn from and of those to test with.
    let mut halves = [("a_", 0, 0), ("b_", 0, 0)];
    for case in &cases {
        assert!(names.insert(case.name.as_str()), "{}: two cases of this name", case.place);
        let differences = differences(case);
        for (_, right, all) in halves.iter_mut().filter(|(half, ..)| case.place.starts_with(half)) {
            *right += case.lines.len() - differences.len();
            *all += case.lines.len();
        }
        if differences.is_empty() {
            continue;
        }
        failed.insert(case.name.as_str());
        let known = if expected.contains(case.name.as_str()) { " (known)" } else { "" };
        writeln!(report, "{}: {}{known}\n{}\n", case.place, case.name, differences.join("\n"))
            .expect("a string takes all");
    }
    let held = cases.len() - failed.len();
    println!("{report}{held} of {} cases hold", cases.len());
    for (half, right, all) in halves {
        let tenths = 1000 * right / all;
        println!("line accuracy, {half}: {right} of {all}, {}.{}%", tenths / 10, tenths % 10);
    }

    if std::env::var_os("WIRECOPY_BLESS").is_some() {
        let names = failed.into_iter().collect::<Vec<_>>().join("\n") + "\n";
        std::fs::write(&list, names).expect("tests/conventions/ takes a file");
        return;
    }
    let broken: Vec<_> = failed.difference(&expected).collect();
    let mended: Vec<_> = expected.difference(&failed).collect();
    assert!(broken.is_empty(), "cases that broke; how is above: {broken:#?}");
    assert!(mended.is_empty(), "cases that hold now, or are gone; strike them off the list: {mended:#?}");
}
