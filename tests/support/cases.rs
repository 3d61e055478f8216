//! The cases of `tests/conventions/*.txt`: lines of invented press texts, each with what it is.

use std::path::{Path, PathBuf};

const KINDS: &str = "masthead kicker teaser headline deck byline timestamp reading_time caption credit paragraph \
    crosshead list_item block_quote pull_quote related_link contributor_note sign_off end_mark correction \
    editors_note contact slug boilerplate";

pub(crate) struct Line {
    /// Kinds that a careful reader would accept; none when the line goes on in the block before it.
    pub(crate) kinds: Vec<String>,
    pub(crate) start: usize,
    #[allow(dead_code)] // Not every test that reads cases asks where their lines end.
    pub(crate) end: usize,
}

pub(crate) struct Case {
    pub(crate) name: String,
    /// The file and line of its heading.
    pub(crate) place: String,
    pub(crate) text: String,
    pub(crate) lines: Vec<Line>,
}

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conventions")
}

pub(crate) fn cases() -> Vec<Case> {
    let entries = std::fs::read_dir(folder()).expect("tests/conventions/");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| !path.ends_with("expected_failures.txt"));
    paths.sort();
    let mut cases = Vec::new();
    for path in paths {
        let file = path.file_name().expect("a name").to_string_lossy().into_owned();
        read(&file, &std::fs::read_to_string(&path).expect("UTF-8"), &mut cases);
    }
    cases
}

fn read(file: &str, source: &str, cases: &mut Vec<Case>) {
    let mut case: Option<Case> = None;
    for (number, row) in source.lines().enumerate() {
        let place = format!("{file}:{}", number + 1);
        if let Some(name) = row.strip_prefix("=== ") {
            cases.extend(case.take());
            let (name, text, lines) = (name.trim().to_string(), String::new(), Vec::new());
            case = Some(Case { name, place, text, lines });
            continue;
        }
        let Some(case) = &mut case else { continue };
        if !row.is_empty() {
            let (kinds, line) = row.split_once(" | ").unwrap_or_else(|| panic!("{place}: no kind"));
            let kinds: Vec<_> = kinds.split('/').filter(|kind| *kind != "+").map(str::to_string).collect();
            assert!(kinds.iter().all(|kind| KINDS.split(' ').any(|it| it == kind)), "{place}: {kinds:?}");
            let indent = line.len() - line.trim_start().len();
            let start = case.text.len() + indent;
            case.text.push_str(line);
            case.lines.push(Line { kinds, start, end: start + line.trim().len() });
        }
        case.text.push('\n');
    }
    cases.extend(case);
}
