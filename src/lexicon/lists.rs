//! Which file holds which class.

use super::Class;

/// One word list.
#[derive(Clone, Copy)]
pub(super) struct List {
    pub(super) text: &'static str,
    pub(super) class: Class,
    pub(super) form: Form,
}

/// What a line of a list gives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A word, and tags.
    Word,
    /// The forms of a verb.
    Verb,
    /// A word, and a number as its tag.
    Numbered,
    /// A word whose number is that of its line.
    Asked,
}

/// Where the line of a list ends that starts at `at`.
pub(super) const fn line_end(text: &[u8], mut at: usize) -> usize {
    let len = text.len();
    while at < len && text[at] != b'\n' {
        at += 1;
    }
    at
}

/// Whether the line `at..end` of a list is an entry, not blank and not a comment.
pub(super) const fn is_entry(text: &[u8], at: usize, end: usize) -> bool {
    end > at && text[at] != b'#'
}

/// The words that rules ask for.
pub(super) const ASKED: &str = include_str!("en/asked.txt");

macro_rules! list {
    (@ $file:literal, $class:ident, $form:ident) => {
        List { text: include_str!(concat!("en/", $file, ".txt")), class: Class::$class, form: Form::$form }
    };
    (verbs $file:literal => $class:ident) => { list!(@ $file, $class, Verb) };
    (numbered $file:literal => $class:ident) => { list!(@ $file, $class, Numbered) };
    ($file:literal => $class:ident) => { list!(@ $file, $class, Word) };
}

pub(super) static ALL: &[List] = &[
    list!(verbs "verbs_say" => SAY),
    list!(verbs "verbs_tell" => TELL),
    list!(verbs "verbs_judge" => JUDGE),
    list!(verbs "verbs_believe" => BELIEVE),
    list!(verbs "verbs_wish" => WISH),
    list!(verbs "verbs_plan" => PLAN),
    list!("verbs_common" => COMMON_VERB),
    list!("auxiliaries" => AUXILIARY),
    list!("adverbs" => ADVERB),
    list!("determiners" => DETERMINER),
    list!("prepositions" => PREPOSITION),
    list!("subordinators" => SUBORDINATOR),
    list!("coordinators" => COORDINATOR),
    list!("pronouns" => PRONOUN),
    list!("titles" => TITLE),
    list!("offices" => OFFICE),
    list!("roles" => ROLE),
    list!("groups" => GROUP),
    list!("organizations" => ORGANIZATION),
    list!("documents" => DOCUMENT),
    list!("say_nouns" => SAY_NOUN),
    list!("kin" => KIN),
    list!("first_names" => FIRST_NAME),
    list!("particles" => PARTICLE),
    list!("suffixes" => SUFFIX),
    list!(numbered "months" => MONTH),
    list!(numbered "weekdays" => WEEKDAY),
    list!("states" => STATE),
    list!("countries" => COUNTRY),
    list!("cities" => CITY),
    list!("agencies" => AGENCY),
    list!("publications" => PUBLICATION),
    list!("byline_roles" => BYLINE_ROLE),
    list!("org_suffixes" => ORG_SUFFIX),
    list!("abbreviations" => ABBREVIATION),
    list!("abbreviations_final" => FINAL_ABBREVIATION),
    list!("interface" => INTERFACE),
    list!("paper_names" => PAPER),
    list!("place_words" => PLACE_WORD),
    list!("page_words" => PAGE_WORD),
    list!("caption_words" => CAPTION_WORD),
    list!("sources" => SOURCE),
    List { text: ASKED, class: Class::NONE, form: Form::Asked },
];
