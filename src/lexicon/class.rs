//! The classes that words fall into, as a set of bits.

use super::Word;

/// A set of word classes. A word may stand in several: "May" is a month and an auxiliary. With them goes the number of
/// the word, where rules ask for it by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Class(u64);

/// The bit at which the number of a word begins; no class has it or one above it.
const WORD: u32 = 56;

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Class {
            $($(#[$doc])* pub(crate) const $name: Class = Class(1 << $bit);)*
        }
    };
}

classes! {
    /// Verbs of saying that need no addressee: said, argued, tweeted.
    SAY = 0;
    /// Verbs that take the person addressed as their object: told, asked, warned.
    TELL = 1;
    /// Verbs whose object is what is spoken of: called, blasted, dismissed.
    JUDGE = 2;
    /// Verbs of believing.
    BELIEVE = 3;
    /// Verbs of wishing.
    WISH = 4;
    /// Verbs of planning.
    PLAN = 5;
    /// Verb forms; a form may be several ("read").
    BASE = 6;
    THIRD = 7;
    PAST = 8;
    GERUND = 9;
    PARTICIPLE = 10;
    /// Finite forms of verbs that report nothing.
    COMMON_VERB = 11;
    AUXILIARY = 12;
    ADVERB = 13;
    DETERMINER = 14;
    PREPOSITION = 15;
    SUBORDINATOR = 16;
    COORDINATOR = 17;
    PRONOUN = 18;
    /// Of pronouns: object form.
    OBJECT = 19;
    /// Of pronouns: relative.
    RELATIVE = 20;
    FIRST_PERSON = 21;
    SECOND_PERSON = 22;
    INDEFINITE = 23;
    MALE = 24;
    FEMALE = 25;
    PLURAL = 26;
    NEUTER = 27;
    /// Set directly before a name: Mr., Gen., Sir.
    TITLE = 28;
    /// Words of which offices before a name are built: president, deputy, minister.
    OFFICE = 29;
    /// Nouns for one person: spokesman, analyst.
    ROLE = 30;
    /// Nouns for several people: officials, police.
    GROUP = 31;
    ORGANIZATION = 32;
    DOCUMENT = 33;
    /// Nouns that report speech: claim, warning.
    SAY_NOUN = 34;
    KIN = 35;
    FIRST_NAME = 36;
    PARTICLE = 37;
    SUFFIX = 38;
    MONTH = 39;
    WEEKDAY = 40;
    STATE = 41;
    COUNTRY = 42;
    CITY = 43;
    AGENCY = 44;
    PUBLICATION = 45;
    /// Words after which a source is named and that are no verbs: according.
    SOURCE = 46;
    BYLINE_ROLE = 47;
    ORG_SUFFIX = 48;
    /// Abbreviations after which the sentence goes on.
    ABBREVIATION = 49;
    /// Abbreviations that may also end a sentence.
    FINAL_ABBREVIATION = 50;
    /// Whole lines that belong to a page rather than to its story.
    INTERFACE = 51;
    /// Last words of papers' names.
    PAPER = 52;
    /// Last words of the names of streets, waters and buildings.
    PLACE_WORD = 53;
    /// Words with which a page speaks of itself.
    PAGE_WORD = 54;
    /// Words with which a caption says what a picture shows.
    CAPTION_WORD = 55;
}

impl Class {
    pub(crate) const NONE: Class = Class(0);
    /// The forms of a verb in the order of its line.
    pub(super) const FORMS: [Class; 5] =
        [Class::BASE, Class::THIRD, Class::PAST, Class::GERUND, Class::PARTICIPLE];

    /// Any verb whose subject may be a source.
    pub(crate) const REPORTING: Class = Class::SAY.and(Class::TELL).and(Class::JUDGE);
    pub(crate) const ATTITUDE: Class = Class::BELIEVE.and(Class::WISH).and(Class::PLAN);
    /// Last words of the names of bodies.
    pub(crate) const BODY: Class = Class::ORG_SUFFIX.and(Class::ORGANIZATION);
    /// Words that open a new clause or phrase and never stand inside a noun phrase.
    pub(crate) const FUNCTION: Class = Class::AUXILIARY
        .and(Class::DETERMINER)
        .and(Class::PREPOSITION)
        .and(Class::SUBORDINATOR)
        .and(Class::COORDINATOR)
        .and(Class::PRONOUN);

    /// Words of a page about itself, of a caption, and to a reader.
    pub(crate) const PAGE: Class = Class::PAGE_WORD.and(Class::CAPTION_WORD).and(Class::SECOND_PERSON);
    /// Both sets together.
    pub(crate) const fn and(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// Whether any class of `other` is in the set.
    #[inline]
    pub(crate) const fn any(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether every class of `other` is in the set.
    #[cfg(test)]
    pub(crate) const fn all(self, other: Class) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether no list says what part a word plays in a sentence.
    #[inline]
    pub(crate) const fn is_none(self) -> bool {
        self.0 & !(Class::PAGE_WORD.and(Class::CAPTION_WORD).and(Class::SOURCE).0 | u64::MAX << WORD) == 0
    }

    /// The number of the word, if rules ask for it.
    #[inline]
    pub(crate) const fn word(self) -> Word {
        Word::from_number((self.0 >> WORD) as u8)
    }

    /// No class, and the number of a word.
    pub(super) const fn of_word(word: Word) -> Class {
        Class((word.number() as u64) << WORD)
    }

    /// What a tag letter of a list stands for.
    pub(super) const fn of_tag(tag: u8) -> Class {
        match tag {
            b'm' => Class::MALE,
            b'f' => Class::FEMALE,
            b'p' => Class::PLURAL,
            b'n' => Class::NEUTER,
            b'o' => Class::OBJECT,
            b'r' => Class::RELATIVE,
            b'i' => Class::INDEFINITE,
            b'1' => Class::FIRST_PERSON,
            b'2' => Class::SECOND_PERSON,
            _ => Class::NONE,
        }
    }
}
