//! Makes pages of articles, for people to read: the text as printed, what each part of it is, and who said what.
//!
//! `report FILE` writes one page to standard output. `report FILES…`, or with `--out FOLDER`, writes a page for each file
//! and an `index.html` of all into that folder, which is `report` where none is named. Pages need nothing but themselves.

#[path = "../shared/ending.rs"]
mod ending;
mod pages;

use pages::{Entry, INDEX};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "usage: report FILE > PAGE.html | report [--out FOLDER] FILES…";

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => ending::failed("report", &*error),
    }
}

fn run() -> Result<(), Failure> {
    let (files, folder) = arguments(std::env::args().skip(1))?;
    let mut taken = BTreeSet::from([INDEX.to_string()]);
    let mut entries = Vec::with_capacity(files.len());
    for file in files {
        let bytes = std::fs::read(&file).map_err(|error| format!("{file}: {error}"))?;
        let article = wirecopy::parse_bytes(&bytes).map_err(|error| format!("{file}: {error}"))?;
        let address = pages::address(&file, &mut taken);
        entries.push(Entry { article: article.into_owned(), file, address });
    }
    match (entries.as_slice(), folder) {
        ([], _) => Err(USAGE.into()),
        ([entry], None) => {
            Ok(std::io::stdout().write_all(pages::article(entry, false).into_string().as_bytes())?)
        }
        (entries, folder) => write_all(entries, &folder.unwrap_or_else(|| PathBuf::from("report"))),
    }
}

/// The files to read, and the folder to write to.
fn arguments(mut args: impl Iterator<Item = String>) -> Result<(Vec<String>, Option<PathBuf>), Failure> {
    let (mut files, mut folder) = (Vec::new(), None);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--out" => folder = Some(PathBuf::from(args.next().ok_or(USAGE)?)),
            flag if flag.starts_with("--") => return Err(format!("unknown option {flag}; {USAGE}").into()),
            _ => files.push(arg),
        }
    }
    Ok((files, folder))
}

fn write_all(entries: &[Entry], folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let pages = entries.iter().map(|entry| (entry.address.as_str(), pages::article(entry, true)));
    for (address, page) in pages.chain([(INDEX, pages::index(entries))]) {
        let path = folder.join(address);
        std::fs::write(&path, page.into_string()).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    eprintln!("{} pages: {}", entries.len(), folder.join(INDEX).display());
    Ok(())
}
