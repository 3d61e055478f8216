//! Whether words before a dash are the place of a dateline, a label, an acronym or the start of a sentence.
//!
//! A date or an agency settles it. Without either, the place must be known or have a known region, or stand in
//! capitals and be no word for anything else.

use crate::lexicon::{self, Class};

/// What is known of an opening.
pub(super) struct Evidence<'a> {
    pub(super) city: &'a str,
    pub(super) region: Option<&'a str>,
    /// A date or an agency follows the place.
    pub(super) supported: bool,
    pub(super) dash: &'a str,
    /// What follows the dash.
    pub(super) after: &'a str,
}

/// Bytes of story that must follow "Mumbai:", which may also open an item of a list.
const SENTENCE: usize = 40;

pub(super) fn is_plausible(it: &Evidence) -> bool {
    if it.supported {
        return !it.city.is_empty();
    }
    let starts_body = it.after.starts_with(|c: char| {
        c.is_uppercase()
            || c.is_ascii_digit()
            || matches!(c, '“' | '"' | '\'' | '‘' | '`' | '<' | '$' | '(' | '£' | '€' | '[')
    });
    if it.city.is_empty() || !starts_body || LABELS.contains(&it.city) {
        return false;
    }
    let known = lexicon::class(it.city).any(Class::CITY.and(Class::COUNTRY).and(Class::STATE));
    let region_known = it.region.is_some_and(|region| {
        [region, region.trim_end_matches('.')]
            .iter()
            .any(|name| lexicon::class(name).any(Class::STATE.and(Class::COUNTRY)))
    });
    let capitals = is_capitals(it.city);
    if it.dash == ":" {
        let city = lexicon::class(it.city).any(Class::CITY);
        let story = it.after.starts_with(|c: char| !c.is_ascii_digit()) && it.after.len() > SENTENCE;
        return capitals && (known || region_known) || city && story;
    }
    if known || region_known {
        return capitals || it.dash != "-" || region_known;
    }
    capitals && (is_situated(it.city) || is_town(it.city))
}

/// "ABOARD THE USS ASH", "NEAR LUNN", "ON THE POLISH BORDER".
fn is_situated(city: &str) -> bool {
    let first = city.split(' ').next().unwrap_or_default();
    ["ABOARD", "NEAR", "OUTSIDE", "ALONG", "OFF"].contains(&first) && city.contains(' ')
        || city.ends_with(" BORDER")
}

/// Whether an unknown place in capitals is a town: not "ANALYSIS — ", "NATO — ", "IT IS OVER — " nor "MARTA OLSEN — ".
fn is_town(city: &str) -> bool {
    const OTHER: Class =
        Class::SAY_NOUN.and(Class::DOCUMENT).and(Class::WEEKDAY).and(Class::AUXILIARY).and(Class::PRONOUN);
    let label = |word: &str| lexicon::class(word).any(OTHER) || LABELS.contains(&word);
    let mut words = city.split(' ');
    let first = lexicon::class(words.clone().next().unwrap_or_default());
    let person = words.clone().count() == 2 && first.any(Class::FIRST_NAME) && !first.any(Class::PARTICLE);
    let acronym = !city.contains(' ') && city.len() <= 4;
    !acronym && !person && !words.any(label)
}

fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase)
        && text
            .split([' ', '-'])
            .filter(|word| !lexicon::class(word).any(Class::PARTICLE.and(Class::PREPOSITION)))
            .all(|word| {
                !word.chars().any(char::is_lowercase) || word.starts_with("Mc") || word.starts_with("Mac")
            })
}

/// Words in capitals before a dash that label a section or a piece, and countries that no dateline names so.
const LABELS: &[&str] = &[
    "ANALYSIS",
    "BREAKING",
    "BUSINESS",
    "CHAPTER",
    "COMMENT",
    "CORRECTION",
    "CULTURE",
    "CLARIFICATION",
    "DAY",
    "DOWN",
    "EDITORIAL",
    "ENTERTAINMENT",
    "EXCLUSIVE",
    "EXPLAINED",
    "EXPLAINER",
    "FACT",
    "FEATURE",
    "FOOTBALL",
    "GALLERY",
    "GAME",
    "HEALTH",
    "INTERVIEW",
    "LISTEN",
    "LIVE",
    "MORE",
    "NEW",
    "NEWS",
    "NOTE",
    "OBITUARY",
    "OPINION",
    "PART",
    "PHASE",
    "PHOTOS",
    "PODCAST",
    "POLITICS",
    "POLL",
    "PREVIEW",
    "PROFILE",
    "READ",
    "RECAP",
    "REVIEW",
    "ROUND",
    "SCIENCE",
    "SECTION",
    "SPOILER",
    "SPORT",
    "SPORTS",
    "STEP",
    "TECH",
    "TECHNOLOGY",
    "THE",
    "TRAVEL",
    "U.K.",
    "U.S.",
    "UAE",
    "UK",
    "UP",
    "UPDATE",
    "UPDATED",
    "US",
    "VIDEO",
    "WARNING",
    "WATCH",
    "WEATHER",
    "WEEK",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_others() {
        for (city, region, dash, want) in [
            ("HARLOW", None, "—", true),
            ("Harlow", Some("Ohio"), "—", true),
            ("Boston", None, "–", true),
            ("OUTSIDE LUNN", None, "—", true),
            ("ON THE POLISH BORDER", None, "—", true),
            ("Harlow", None, "—", false),
            ("Boston", None, "-", false),
            ("HARLOW", None, ":", false),
            ("NATO", None, "—", false),
            ("WEATHER", None, "—", false),
            ("MARTA OLSEN", None, "—", false),
        ] {
            let it = Evidence { city, region, supported: false, dash, after: "The bridge" };
            assert_eq!(is_plausible(&it), want, "{city}");
            assert!(is_plausible(&Evidence { supported: true, ..it }), "{city}");
        }
    }
}
