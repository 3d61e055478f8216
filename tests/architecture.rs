//! The data goes one way: a module uses lower levels and its own folder, and nothing else.

use std::path::{Path, PathBuf};

/// Modules that use the crate as anybody does, above its root.
const USERS: &[&str] = &["export", "html"];

/// Modules by level, the lowest first. `lib.rs` stands above them all.
const LEVELS: &[&[&str]] = &[
    &["span", "error", "limits"],
    &["source", "lexicon"],
    &["scan"],
    &["grammar"],
    &["layout"],
    &["head", "body"],
    &["quote"],
    &["attribution"],
    &["speaker"],
    &["article", "schema"],
    &["parser", "serde", "record", "head_matter"],
    &["newsroom"],
];

fn level(module: &str) -> Option<usize> {
    LEVELS.iter().position(|level| level.contains(&module))
}

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("src/") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push(path);
        }
    }
}

/// The names that follow `crate::` in `line`.
fn used(line: &str) -> impl Iterator<Item = &str> {
    let word = |path| str::split(path, |c: char| !c.is_alphanumeric() && c != '_').next();
    line.split("crate::").skip(1).filter_map(word)
}

#[test]
fn modules_use_lower_levels_only() {
    let (mut files, mut wrong) = (Vec::new(), Vec::new());
    sources(Path::new("src"), &mut files);
    assert!(files.len() > 10, "no sources");
    for path in files.iter().filter(|path| !path.ends_with("src/lib.rs")) {
        let inside = path.strip_prefix("src").expect("under src/");
        let module = inside.iter().next().and_then(|name| name.to_str()).unwrap_or_default();
        let module = module.trim_end_matches(".rs");
        if USERS.contains(&module) {
            continue;
        }
        let own = level(module);
        let at = |number: usize| format!("{}:{}", path.display(), number + 1);
        if own.is_none() {
            wrong.push(format!("{}: `{module}` has no level", at(0)));
        }
        // The file of a module itself: above it there is the whole crate.
        let top = inside.components().count() == 1 || inside.ends_with("mod.rs");
        let text = std::fs::read_to_string(path).expect("a source");
        // Tests stand last in a file, and may use what they like.
        let code = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
        for (number, line) in code.enumerate() {
            let line = line.split("//").next().unwrap_or_default();
            // What has no level is a group in braces or a path from the root: neither shows which module is meant.
            for name in used(line).filter(|name| *name != module) {
                if level(name).is_none_or(|used| Some(used) >= own) {
                    wrong.push(format!("{}: `{module}` uses `crate::{name}`", at(number)));
                }
            }
            if line.contains("super::super::")
                || (top && line.contains("super::") && !line.contains("(super)"))
            {
                wrong.push(format!("{}: `super` leaves the module", at(number)));
            }
        }
    }
    assert!(wrong.is_empty(), "a module uses its own level or a higher one:\n{}", wrong.join("\n"));
}
