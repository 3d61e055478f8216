//! The grammars alone, on every line: what each reads stands in the line, and is read again where it stands alone.

use crate::laws::{byline, dateline, piece};
use wirecopy::{Byline, Dateline, Timestamp, chrono::NaiveDate};

/// No line of a real article is longer.
const LONGEST: usize = 4096;

pub(crate) fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    text.lines().filter(|line| !line.is_empty() && line.len() <= LONGEST).for_each(check);
}

fn check(line: &str) {
    if let Some(found) = Byline::parse(line) {
        byline(line, &found);
        assert!(found.authors().len() > 0, "a byline without an author: {line:?}");
        assert_eq!(format!("{:?}", Byline::parse(line)), format!("{:?}", Some(&found)));
    }
    if let Some(found) = Dateline::parse(line) {
        dateline(line, &found);
        assert!(
            found.places().len() > 0 || found.agencies().len() > 0 || found.date().is_some(),
            "a dateline that says nothing: {line:?}"
        );
    }
    for reference in [None, NaiveDate::from_ymd_opt(2023, 3, 1)] {
        if let Some(found) = Timestamp::parse(line, reference) {
            assert!(found.published.or(found.updated).is_some(), "no time in {line:?}");
            assert_eq!(Timestamp::parse(line, reference), Some(found));
            for moment in [found.published, found.updated].into_iter().flatten() {
                let iso = moment.to_string();
                assert!(iso.is_ascii() && (10..=25).contains(&iso.len()), "{iso:?} is read from {line:?}");
            }
        }
    }
    for (rule, whole, parts) in wirecopy::_stages::line_grammars(line) {
        piece(line, rule, whole, whole.of(line));
        for part in parts {
            piece(line, rule, part, part.of(line));
            assert!(whole.contains(part), "{rule}: {part:?} outside {whole:?} of {line:?}");
        }
    }
}
