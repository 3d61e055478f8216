//! The articles of `seeds/`, which are invented and may be measured and shown anywhere.

use std::fs;

/// A text and what it is called.
pub(crate) type Named = (String, String);

/// The articles of `seeds/`, by name.
pub(crate) fn seeds() -> Vec<Named> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let mut seeds: Vec<_> = fs::read_dir(folder)
        .expect("the seeds are part of the repository")
        .map(|entry| entry.expect("a seed can be listed").path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .map(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("a seed is UTF-8"))
        })
        .collect();
    seeds.sort();
    seeds
}
