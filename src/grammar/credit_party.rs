//! The parties of a credit: who took a picture, who sells it, who passed it on. `credit` has the grammar.

use super::find;
use super::name::{is_organization, person};
use crate::lexicon::{self, Class};

/// The longest credit, in bytes.
pub(super) const LONGEST: usize = 120;

/// Whether `text` reads like names: words with capitals, and the small words that stand between them.
pub(super) fn is_name(text: &str) -> bool {
    const SMALL: Class =
        Class::PARTICLE.and(Class::PREPOSITION).and(Class::COORDINATOR).and(Class::DETERMINER);
    let small = |word: &str| {
        let class = lexicon::class(word);
        class.any(SMALL) && !class.any(Class::AUXILIARY)
            || matches!(word, "via" | "files" | "file" | "-" | "/" | "|" | "&")
    };
    let name = |word: &str| word.chars().any(char::is_uppercase) && word.chars().any(char::is_alphabetic);
    !text.trim().is_empty()
        && text.len() <= LONGEST
        && !text.contains(['“', '"', '?', '!'])
        && text.split_whitespace().all(|word| name(word) || small(word))
}

/// Words that stand in a chain of parties and name none.
pub(super) fn is_filler(party: &str) -> bool {
    const FILLERS: &[&str] =
        &["", "-", "file", "files", "pool", "handout", "contributor", "stringer", "supplied"];
    FILLERS.iter().any(|filler| filler.eq_ignore_ascii_case(party))
}

/// Agencies and stocks that sign pictures, and so a line or caption even with nothing else.
pub(super) fn is_source(text: &str) -> bool {
    const SOURCES: &[&str] = &[
        "aap",
        "afp",
        "alamy",
        "ap",
        "ap photo",
        "canadian press",
        "dpa",
        "epa",
        "epa-efe",
        "file photo",
        "getty",
        "getty images",
        "handout",
        "imago",
        "istock",
        "nurphoto",
        "pa",
        "pa images",
        "pa media",
        "pa wire",
        "reuters",
        "shutterstock",
        "sipa usa",
        "the canadian press",
        "unsplash",
        "wireimage",
        "xinhua",
        "zuma press",
    ];
    let first = find(text, " via ").map_or(text, |via| &text[..via]).trim();
    SOURCES.iter().any(|source| source.eq_ignore_ascii_case(first))
}

/// A known agency or paper, with "Photo" after it or another agency that passes its pictures on.
pub(super) fn is_listed(text: &str) -> bool {
    is_body(text, |name| lexicon::class(name).any(Class::AGENCY.and(Class::PUBLICATION)))
}

/// As [`is_listed`], or what has the form of a body's name.
pub(super) fn is_agency(text: &str) -> bool {
    is_listed(text) || is_body(text, is_organization)
}

/// What a body's name may have after it in a credit: "AP Photo", "Bloomberg files".
const PICTURES: [&str; 5] = ["photo", "photos", "images", "files", "file"];

fn is_body(text: &str, known: impl Fn(&str) -> bool) -> bool {
    let text = text.trim();
    let bare = text
        .rsplit_once(' ')
        .filter(|(_, word)| PICTURES.iter().any(|it| word.eq_ignore_ascii_case(it)))
        .map(|(body, _)| body.trim());
    let first = |mark| find(text, mark).map_or(text, |at| &text[..at]).trim();
    [Some(text), bare, Some(first(" via ")), Some(first(" for "))].into_iter().flatten().any(known)
}

/// The agency of "AP Photo", "Bloomberg files", "Getty Images for Acme": the body alone.
pub(super) fn body(text: &str) -> &str {
    let text = text.trim();
    let ends = [" Photo", " Photos", " files", ", File", ", Pool"];
    let cut = ends.iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    let cut = find(cut, " for ").map_or(cut, |at| &cut[..at]);
    if lexicon::class(cut).any(Class::AGENCY.and(Class::PUBLICATION)) { cut } else { text }
}

pub(super) fn is_person(text: &str) -> bool {
    let text = text.trim();
    person(text, false).is_ok_and(|(rest, _)| matches!(rest, "" | ", File" | ", Pool" | ", file"))
        && !is_agency(text)
        && !text.ends_with("Photo")
}

/// The person of "Ida Voss, File".
pub(super) fn photographer(text: &str) -> &str {
    person(text.trim(), false).map_or(text, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parties() {
        for text in ["Nina Voss", "NINA R. VOSS", "Nina Voss, File"] {
            assert!(is_person(text) && !is_agency(text), "{text}");
        }
        for text in ["AP", "AP Photo", "AFP via Getty Images", "Getty Images for Acme", "Bloomberg files"] {
            assert!(is_listed(text) && !is_person(text), "{text}");
        }
        assert!(is_agency("Harlow Museum") && !is_listed("Harlow Museum"));
        assert!(is_source("Getty") && is_source("file photo") && !is_source("CNN"));
        assert!(is_filler("POOL") && !is_filler("Reuters"));
    }

    #[test]
    fn names_and_sentences() {
        for text in ["Nina Voss for The Harlow Ledger", "iFixit", "Ludwig van der Berg / AP"] {
            assert!(is_name(text), "{text}");
        }
        for text in ["Ida Voss has agreed a deal", "The bridge is shut", ""] {
            assert!(!is_name(text), "{text}");
        }
    }
}
