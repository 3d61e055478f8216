//! Each paragraph alone, as running text: the laws of quotations, attributions and speakers, and what follows from
//! there being one paragraph only.

use crate::laws;
use wirecopy::{Evidence, Parser};

pub(crate) fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let parser = Parser::new().body_only(true);
    for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.is_empty()) {
        let paragraph = paragraph.replace(['\n', '\r'], " ");
        if laws::parse(&parser, &paragraph).is_err() {
            continue;
        }
        let article = parser.parse(&paragraph).expect("it was an article");
        assert_eq!(article.blocks().len(), 1, "{paragraph:?} is one line");
        for attribution in article.attributions() {
            let before = matches!(attribution.evidence(), Evidence::SpeakerGoesOn | Evidence::OpenQuotation);
            assert!(!before, "nothing stands before {attribution:?}");
        }
        // A clause of its own has a word that reports.
        for attribution in article.attributions() {
            let own = !matches!(attribution.evidence(), Evidence::SameClause | Evidence::NextClause);
            assert_eq!(attribution.cue().is_some(), own, "{attribution:?}");
        }
    }
}
