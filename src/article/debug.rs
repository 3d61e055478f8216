//! Debug forms of the views: what a part says and where it stands, and never the whole text that it points into.

use super::{Author, Block, Byline, Caption, Contributor, Credit, Dateline, Masthead, Place};
use alloc::vec::Vec;
use core::fmt::{Debug, Formatter, Result};

macro_rules! debug {
    ($($view:ident: $($part:ident)+;)+) => {$(
        impl Debug for $view<'_> {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                f.debug_struct(stringify!($view))$(.field(stringify!($part), &self.$part()))+.finish()
            }
        }
    )+};
}

debug! {
    Author: name role organization place contact span;
    Block: kind text span;
    Caption: text credit span;
    Contributor: name role place span;
    Credit: photographer agency span;
    Masthead: text publication span;
    Place: text city region span;
}

impl Debug for Byline<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let authors: Vec<_> = self.authors().collect();
        f.debug_struct("Byline").field("authors", &authors).field("span", &self.span()).finish()
    }
}

impl Debug for Dateline<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let (places, agencies): (Vec<_>, Vec<_>) = (self.places().collect(), self.agencies().collect());
        f.debug_struct("Dateline")
            .field("places", &places)
            .field("date", &self.date())
            .field("agencies", &agencies)
            .field("span", &self.span())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_view_shows_the_whole_text() {
        let text = "Bridge shut\n\nBy Ida Voss, Reuters\n\nMarch 3, 2024\n\nThe bridge over the Lunn on Monday. (Nina Voss/AP)\n\n\
            HARLOW, Ohio (AP) — “It was shut,” Mayor Bo Lund said. “So é.”\n\n“We went on,” he said.\n\n\
            Tom Ebright in Vienna contributed to this report.";
        let article = crate::parse(text).unwrap();
        let last = |view: &dyn core::fmt::Debug| format!("{view:?}");
        assert_eq!(
            last(&article.blocks().next().unwrap()),
            "Block { kind: Headline, text: \"Bridge shut\", span: 0..11 }"
        );
        let shown = [
            last(&article.byline().unwrap()),
            last(&article.dateline().unwrap()),
            last(&article.captions().next().unwrap()),
            last(&article.contributors().next().unwrap()),
        ];
        for (shown, part) in shown.iter().zip(["Ida Voss", "HARLOW", "Nina Voss", "Vienna"]) {
            assert!(shown.contains(part) && !shown.contains("It was shut"), "{shown}");
        }
    }
}
