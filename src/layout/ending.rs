//! How a chunk ends. One look at its last bytes answers every question about it.

/// What a chunk ends with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ending {
    /// `.`
    Stop,
    /// `?` or `!`
    Cry,
    Colon,
    Ellipsis,
    /// `”` or `"`
    Mark,
    /// `''`
    DoubledApostrophe,
    /// `.’`, `,’`, `.'` and their like, where speech stands in single marks.
    SingleMark,
    /// `’` or `'` after a letter.
    Apostrophe,
    /// `.)`
    StopInBracket,
    /// `)`
    Bracket,
    Other,
}

impl Ending {
    pub(super) const fn of(body: &str) -> Ending {
        match body.as_bytes() {
            [.., b'.'] => Ending::Stop,
            [.., b'"'] | [.., 0xE2, 0x80, 0x9D] => Ending::Mark,
            [.., b'?' | b'!'] => Ending::Cry,
            [.., b':'] => Ending::Colon,
            [.., b'.', b')'] => Ending::StopInBracket,
            [.., b')'] => Ending::Bracket,
            [.., b'\'', b'\''] => Ending::DoubledApostrophe,
            [.., b'.' | b',' | b'?' | b'!', b'\''] | [.., b'.' | b',' | b'?' | b'!', 0xE2, 0x80, 0x99] => {
                Ending::SingleMark
            }
            [.., b'\''] | [.., 0xE2, 0x80, 0x99] => Ending::Apostrophe,
            [.., 0xE2, 0x80, 0xA6] => Ending::Ellipsis,
            _ => Ending::Other,
        }
    }

    /// A stop or what closes a quotation, as nearly every paragraph ends.
    pub(super) const fn is_full(self) -> bool {
        matches!(self, Ending::Stop | Ending::Mark)
    }

    /// As [`is_full`](Self::is_full), or a question or exclamation mark.
    pub(super) const fn ends_speech(self) -> bool {
        self.is_full() || matches!(self, Ending::Cry)
    }

    /// Anything after which a label seldom ends.
    pub(super) const fn is_stopped(self) -> bool {
        self.ends_speech()
            || matches!(
                self,
                Ending::Colon | Ending::Apostrophe | Ending::SingleMark | Ending::DoubledApostrophe
            )
    }

    /// As a sentence ends that states something.
    pub(super) const fn ends_statement(self) -> bool {
        self.is_full()
            || matches!(self, Ending::SingleMark | Ending::DoubledApostrophe | Ending::StopInBracket)
    }

    /// As sentences end, and what introduces a list.
    pub(super) const fn ends_sentence(self) -> bool {
        self.ends_statement() || matches!(self, Ending::Cry | Ending::Colon | Ending::Ellipsis)
    }

    /// Any mark with which running text may break off.
    pub(super) const fn ends_prose(self) -> bool {
        !matches!(self, Ending::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings() {
        for (text, want) in [
            ("It is so.", Ending::Stop),
            ("“It is.”", Ending::Mark),
            ("Is it?", Ending::Cry),
            ("He said it …", Ending::Ellipsis),
            ("``It is.''", Ending::DoubledApostrophe),
            ("‘It is.’", Ending::SingleMark),
            ("the miners’", Ending::Apostrophe),
            ("(It is.)", Ending::StopInBracket),
            ("So it is (now)", Ending::Bracket),
            ("the café", Ending::Other),
            ("", Ending::Other),
        ] {
            assert_eq!(Ending::of(text), want, "{text}");
        }
    }
}
