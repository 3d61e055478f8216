//! Who said what, convention by convention, against `tests/speech/*.txt`.
//!
//! A case is a text, in which ` ¶ ` stands for a blank line, and under it a line for each attribution and for each
//! quotation that nobody said: after `> ` as all weights and rules find it, after `- ` as rules alone do, without
//! the feature `learned`. `WIRECOPY_BLESS=1 cargo test --test speech` writes the lines anew, with `--no-default-
//! features` those of rules alone; read the difference before committing it. What is known to be read wrong stands
//! in `not_yet.txt`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use wirecopy::{Act, Article, Attribution, Mood, Parser, Text};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/speech");
    let entries = std::fs::read_dir(folder).expect("tests/speech");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

fn text(text: Option<Text>) -> String {
    text.map_or("-".to_string(), |text| text.folded().into_owned())
}

fn attribution(attribution: Attribution) -> String {
    let content: Vec<_> = attribution.content().map(|piece| piece.folded().into_owned()).collect();
    let speaker = attribution.speaker();
    let mut kind = format!("{:?}", attribution.kind()).to_lowercase();
    if attribution.act() != Act::Speech {
        let _ = write!(kind, " {:?}", attribution.act());
    }
    if attribution.mood() != Mood::Asserted {
        let _ = write!(kind, " {:?}", attribution.mood());
    }
    [
        kind,
        attribution.evidence().to_string(),
        speaker.map_or("-".to_string(), |it| format!("{} ({})", it.name(), it.kind())),
        text(attribution.mention()),
        text(attribution.cue()),
        content.join(" … "),
    ]
    .join(" | ")
}

/// Before lines of this build, and before those of the other.
const OURS: &str = if cfg!(feature = "learned") { "> " } else { "- " };
const THEIRS: &str = if cfg!(feature = "learned") { "- " } else { "> " };

fn described(article: &Article) -> Vec<String> {
    let silent = article.quotes().filter(|quote| quote.attribution().is_none());
    let silent = silent.map(|quote| format!("nobody | {} | {}", quote.form(), quote.folded()));
    article.attributions().map(attribution).chain(silent).map(|line| format!("{OURS}{line}")).collect()
}

/// What `file` should hold, and how many texts are in it.
fn written(file: &str) -> (String, usize) {
    let (mut out, mut count) = (String::new(), 0);
    let mut lines = file.lines().filter(|line| !line.starts_with(OURS)).peekable();
    while let Some(line) = lines.next() {
        let _ = writeln!(out, "{line}");
        if line.is_empty() || line.starts_with("# ") {
            continue;
        }
        count += 1;
        let article = Parser::new()
            .body_only(true)
            .parse(&line.replace(" ¶ ", "\n\n"))
            .expect("an article")
            .into_owned();
        let ours = described(&article);
        let theirs: Vec<_> = std::iter::from_fn(|| lines.next_if(|line| line.starts_with(THEIRS))).collect();
        let theirs = theirs.into_iter().map(str::to_string);
        let both: Vec<_> = if OURS == "> " {
            ours.into_iter().chain(theirs).collect()
        } else {
            theirs.chain(ours).collect()
        };
        for line in both {
            let _ = writeln!(out, "{line}");
        }
    }
    (out, count)
}

#[test]
fn conventions_of_speech() {
    let mut count = 0;
    for path in files() {
        let file = std::fs::read_to_string(&path).expect("a file of cases");
        let (found, cases) = written(&file);
        count += cases;
        if std::env::var_os("WIRECOPY_BLESS").is_some() {
            std::fs::write(&path, found).expect("a file that can be written");
            continue;
        }
        for (number, (want, found)) in file.lines().zip(found.lines()).enumerate() {
            assert_eq!(found, want, "{}:{}", path.display(), number + 1);
        }
        assert_eq!(found, file, "{}", path.display());
    }
    assert!(count > 100, "{count} cases");
}
