//! What an attribution says its source did, and whether it says that it was done.

use crate::attribution::sorts::contracts_not;
use crate::lexicon::{Class, Words, word};
use crate::scan::words::Token;

/// What the source of an attribution did.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Act {
    /// Spoke, or did with words what the cue says: said, denied, called for.
    Speech,
    /// Wrote: wrote, tweeted, posted.
    Writing,
    /// Held to be so: thinks, knows, doubted.
    Belief,
    /// Liked, hoped, backed: wants, supports, fears.
    Wish,
    /// Meant to do: plans, decided, refused.
    Plan,
}

impl core::fmt::Display for Act {
    /// The name in lower case: "speech".
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Act::Speech => "speech",
            Act::Writing => "writing",
            Act::Belief => "belief",
            Act::Wish => "wish",
            Act::Plan => "plan",
        })
    }
}

/// Whether the text says that an attribution's act took place.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Mood {
    /// It did: she said.
    Asserted,
    /// It did not: she did not say, she declined to say.
    Negated,
    /// It may or might: she would say, if she says.
    Hypothetical,
}

impl core::fmt::Display for Mood {
    /// The name in lower case: "asserted".
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Mood::Asserted => "asserted",
            Mood::Negated => "negated",
            Mood::Hypothetical => "hypothetical",
        })
    }
}

/// The act that a cue of these words names.
pub(in crate::attribution) fn act(cue: &Token) -> Act {
    if cue.is_one(WRITING) {
        return Act::Writing;
    }
    let acts = [
        (Class::REPORTING, Act::Speech),
        (Class::PLAN, Act::Plan),
        (Class::WISH, Act::Wish),
        (Class::BELIEVE, Act::Belief),
    ];
    acts.into_iter().find(|(class, _)| cue.class.any(*class)).map_or(Act::Speech, |(_, act)| act)
}

const WRITING: Words = Words::of(&[
    "write",
    "writes",
    "wrote",
    "writing",
    "written",
    "tweet",
    "tweets",
    "tweeted",
    "tweeting",
    "retweeted",
    "post",
    "posts",
    "posted",
    "posting",
    "blogged",
    "emailed",
    "texted",
]);

/// Words by which a thing is said not to have been said.
const NEGATIONS: Words = Words::of(&["not", "never", "neither", "nor", "cannot"]);
/// Verbs of not saying, before "to say".
const REFUSALS: Words =
    Words::of(&["decline", "declines", "declined", "declining", "refuse", "refuses", "refused", "refusing"]);
/// Modals of what has not taken place.
const MODALS: Words = Words::of(&["would", "could", "might", "may", "should", "can"]);
const CONDITIONS: Words = Words::of(&["if", "unless", "whether", "should"]);

/// Tokens before a cue among which its verb group stands.
const GROUP: usize = 4;

/// The mood of the cue at `at`, whose clause begins at `clause`.
pub(in crate::attribution) fn mood(text: &str, tokens: &[Token], clause: usize, at: usize) -> Mood {
    // The verb group: "did not say", "would never say", "declined to say".
    let group = || {
        tokens[..at].iter().rev().take(GROUP).take_while(|token| {
            token.class.any(Class::AUXILIARY)
                || token.adverb()
                || token.says(word!("to"))
                || token.is_one(REFUSALS)
        })
    };
    let negated = |token: &Token| token.is_one(NEGATIONS) || contracts_not(text, token);
    let refused = tokens[at].is_one(REFUSALS) || group().any(|token| token.is_one(REFUSALS));
    if refused || group().any(negated) {
        return Mood::Negated;
    }
    let condition = clause > 0 && tokens[clause - 1].is_one(CONDITIONS);
    // "Theresa May said": a name is no modal.
    let modal = |token: &Token| !token.capital() && token.is_one(MODALS);
    if condition || group().any(modal) {
        return Mood::Hypothetical;
    }
    Mood::Asserted
}

#[cfg(test)]
#[cfg(feature = "learned")]
mod tests {
    use super::{Act, Mood};
    use crate::Parser;

    #[test]
    fn acts_and_moods_by_convention() {
        let cases = [
            ("speech", "Ida Voss said that the ferry was late.", Act::Speech, Mood::Asserted),
            ("writing", "Ida Voss wrote that the ferry was late.", Act::Writing, Mood::Asserted),
            ("belief", "Ida Voss believes that the ferry was late.", Act::Belief, Mood::Asserted),
            ("wish", "Ida Voss hopes that the ferry will sail.", Act::Wish, Mood::Asserted),
            ("plan", "The council decided to shut the ferry.", Act::Plan, Mood::Asserted),
            ("negation", "Ida Voss did not say whether the ferry was late.", Act::Speech, Mood::Negated),
            ("contraction", "Ida Voss didn’t say that the ferry was late.", Act::Speech, Mood::Negated),
            ("cannot", "Ida Voss cannot say whether the ferry was late.", Act::Speech, Mood::Negated),
            (
                "a name that is a modal",
                "Theresa May said that the ferry was late.",
                Act::Speech,
                Mood::Asserted,
            ),
            ("modal", "Ida Voss would say that the ferry was late.", Act::Speech, Mood::Hypothetical),
            (
                "condition",
                "If Ida Voss says that the ferry is late, we wait.",
                Act::Speech,
                Mood::Hypothetical,
            ),
        ];
        for (convention, text, act, mood) in cases {
            let article = Parser::new().body_only(true).parse(text).unwrap();
            let found: Vec<_> = article.attributions().map(|it| (it.act(), it.mood())).collect();
            assert_eq!(found, [(act, mood)], "{convention}: {text}");
        }
    }
}
