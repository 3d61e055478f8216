//! Which file holds which class.

use super::Class;

/// One word list.
pub(super) struct List {
    pub(super) text: &'static str,
    pub(super) class: Class,
    /// Each line gives the forms of a verb.
    pub(super) verbs: bool,
    /// Tags are numbers.
    pub(super) numbered: bool,
}

macro_rules! list {
    (@ $file:literal, $class:ident, $verbs:literal, $numbered:literal) => {
        List { text: include_str!(concat!("en/", $file, ".txt")), class: Class::$class, verbs: $verbs, numbered: $numbered }
    };
    (verbs $file:literal => $class:ident) => { list!(@ $file, $class, true, false) };
    (numbered $file:literal => $class:ident) => { list!(@ $file, $class, false, true) };
    ($file:literal => $class:ident) => { list!(@ $file, $class, false, false) };
}

pub(super) const ALL: &[List] = &[
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
];
