//! Where the page of a file goes.

use std::collections::BTreeSet;
use std::path::Path;

/// A file name for the page of `file` that is safe in an address and that is not in `taken`, to which it is added. It has
/// no capitals, since to some file systems they are small letters.
pub(crate) fn address(file: &str, taken: &mut BTreeSet<String>) -> String {
    let stem = Path::new(file).file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let safe = stem.replace(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_', "-");
    let numbered = (2..).map(|number| format!("{safe}-{number}.html"));
    let mut addresses = std::iter::once(format!("{safe}.html")).chain(numbered);
    addresses.find(|address| taken.insert(address.clone())).expect("numbers do not run out")
}
