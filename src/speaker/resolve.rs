//! Which mentions mean the same speaker.

mod pronoun;

use super::describe::{Mention, Reference, mention, role, same_office};
use super::names::{FNV_PRIME, FNV_START, Gender, Name, Names};
use super::{SpeakerKind, SpeakerNode, Speakers};
use crate::attribution::{Act, AttributionNode, Attributions};
use crate::lexicon::{self, Class};
use crate::limits::CANDIDATES;
use crate::scan::words::{Token, words};
use crate::span::Span;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use pronoun::Remembered;

/// Resolves mentions in the order of the text.
pub(super) struct Resolver<'t> {
    text: &'t str,
    names: &'t Names,
    speakers: &'t mut Vec<SpeakerNode>,
    mentions: &'t mut Vec<Span>,
    known: &'t mut Known,
    /// The last speaker, with where the attribution stands.
    last: Option<(u32, u32)>,
}

/// What is found out on the way, in buffers that are used again.
#[derive(Default)]
pub(super) struct Known {
    /// Speakers by the hash of their name.
    speakers: BTreeMap<u64, u32>,
    genders: Vec<Gender>,
    /// Of each name: pronouns ask again and again for the same ones.
    names: Vec<Remembered>,
    /// Each mention with its speaker and its number.
    mentions: Vec<(u32, u32, Span)>,
    /// The last mention of each speaker.
    last: Vec<Option<Span>>,
    tokens: Vec<Token>,
    /// For a mention that is read while another is.
    spare: Vec<Token>,
}

impl<'t> Resolver<'t> {
    pub(super) fn new(text: &'t str, names: &'t Names, known: &'t mut Known, out: &'t mut Speakers) -> Self {
        known.speakers.clear();
        known.genders.clear();
        known.mentions.clear();
        known.last.clear();
        known.names.clear();
        known.names.resize(names.all.len(), Remembered::default());
        Resolver { text, names, speakers: &mut out.nodes, mentions: &mut out.mentions, known, last: None }
    }

    pub(super) fn run(mut self, attributions: &mut Attributions) {
        for at in 0..attributions.nodes.len() {
            let node = &attributions.nodes[at];
            let followed = node.follows.and_then(|follows| attributions.nodes[follows as usize].speaker);
            let speaker = node.mention.and_then(|span| self.resolve(span)).or(followed);
            attributions.nodes[at].speaker = speaker;
            let node = &attributions.nodes[at];
            // Who only thinks or wishes has not spoken, and does not go on.
            let spoke = matches!(node.act, Act::Speech | Act::Writing);
            if let (Some(speaker), Some(place)) = (speaker.filter(|_| spoke), node_place(node)) {
                self.last = Some((speaker, place));
            }
        }
        self.mentions();
        self.roles();
    }

    /// Gives each speaker its mentions, in the order in which they were resolved.
    fn mentions(&mut self) {
        self.known.mentions.sort_unstable();
        let mut mentions = self.known.mentions.iter().peekable();
        for (number, speaker) in (0..).zip(self.speakers.iter_mut()) {
            let from = self.mentions.len() as u32;
            while let Some((_, _, span)) = mentions.next_if(|(owner, ..)| *owner == number) {
                self.mentions.push(*span);
            }
            speaker.mentions = (from, self.mentions.len() as u32);
        }
    }

    fn resolve(&mut self, span: Span) -> Option<u32> {
        let mention = mention(self.text, span, core::mem::take(&mut self.known.tokens));
        let speaker = match mention.reference {
            Reference::Name(name) => Some(self.named(&mention, name)),
            Reference::Pronoun { gender, plural, neuter } => self.pronoun(span, gender, plural, neuter),
            Reference::Relative => self.antecedent(span),
            Reference::Speaker => None,
            Reference::Description { head, definite, kind, gender } => {
                Some(self.described(&mention, head, definite, kind, gender))
            }
        };
        self.known.tokens = mention.tokens;
        let speaker = speaker?;
        let last = self.known.last[speaker as usize].replace(span);
        if last != Some(span) {
            let number = self.known.mentions.len() as u32;
            self.known.mentions.push((speaker, number, span));
        }
        Some(speaker)
    }

    /// The speaker of a name: the one whose name it is, or is a part of.
    fn named(&mut self, mention: &Mention, name: Name) -> u32 {
        let kind = mention.kind_of_name(&name, self.text);
        let full = if matches!(kind, SpeakerKind::Person | SpeakerKind::Organization) {
            self.fullest(&name)
        } else {
            name
        };
        let kind = if full.person && kind != SpeakerKind::Group { SpeakerKind::Person } else { kind };
        let shown = if matches!(kind, SpeakerKind::Group) { mention.span } else { full.span };
        let gender = match name.gender {
            Gender::Unknown => full.gender,
            gender => gender,
        };
        let key = self.key(&full, kind, shown);
        let title = name.title.or(full.title);
        if let Some(known) = self.known.speakers.get(&key).copied() {
            let speaker = &mut self.speakers[known as usize];
            if shown.len() > speaker.name.len() {
                speaker.name = shown;
            }
            speaker.title = speaker.title.or(title);
            if self.known.genders[known as usize] == Gender::Unknown {
                self.known.genders[known as usize] = gender;
            }
            return known;
        }
        // A surname alone, met before its full form: the two are one.
        self.add(key, SpeakerNode { name: shown, title, role: None, kind, mentions: (0, 0) }, gender)
    }

    /// People are known by first and last word of their name, others by all of it.
    fn key(&self, name: &Name, kind: SpeakerKind, shown: Span) -> u64 {
        if kind == SpeakerKind::Person && name.words > 1 {
            return key(&[name.first.of(self.text), " ", name.last.of(self.text)]);
        }
        let shown = shown.of(self.text);
        key(&[shown.strip_prefix("The ").or_else(|| shown.strip_prefix("the ")).unwrap_or(shown)])
    }

    fn add(&mut self, key: u64, node: SpeakerNode, gender: Gender) -> u32 {
        let index = self.speakers.len() as u32;
        self.speakers.push(node);
        self.known.genders.push(gender);
        self.known.last.push(None);
        self.known.speakers.insert(key, index);
        index
    }

    /// The fullest form of `name` in the text: the last one before it, else the first after it.
    fn fullest(&self, name: &Name) -> Name {
        let fits = |candidate: &&Name| {
            let agrees = || {
                let (initial, first) = (name.first.of(self.text), candidate.first.of(self.text));
                name.words == 1 || first.eq_ignore_ascii_case(initial) || is_initial_of(initial, first)
            };
            let same = || candidate.last.of(self.text).eq_ignore_ascii_case(name.last.of(self.text));
            candidate.words > name.words && candidate.gender.fits(name.gender) && agrees() && same()
        };
        let (mut before, mut after) = self.names.with_last(self.text, name.last, name.span.start, name.words);
        let found = before.find(fits).or_else(|| after.find(fits));
        let found = found.copied();
        match found {
            Some(mut found) => {
                found.title = found.title.or(name.title);
                found
            }
            None if name.words == 1 => self.by_first_name(name).unwrap_or(*name),
            None => *name,
        }
    }

    /// "Ida" for Ida Voss, where the text calls someone by the first name.
    fn by_first_name(&self, name: &Name) -> Option<Name> {
        let word = name.span.of(self.text);
        if !lexicon::class(word).any(Class::FIRST_NAME) {
            return None;
        }
        let here = self.names.all.partition_point(|other| other.span.start < name.span.start);
        self.names.all[..here]
            .iter()
            .rev()
            .take(CANDIDATES * 4)
            .find(|other| {
                other.words > 1 && other.person && other.first.of(self.text).eq_ignore_ascii_case(word)
            })
            .copied()
    }

    fn name_speaker(&mut self, name: Name) -> u32 {
        let span = name.title.map_or(name.span, |title| Span::new(title.start, name.span.end));
        let mention = mention(self.text, span, core::mem::take(&mut self.known.spare));
        let speaker = match mention.reference {
            Reference::Name(read) => self.named(&mention, read),
            _ => self.named(&mention, name),
        };
        self.known.spare = mention.tokens;
        speaker
    }

    /// The noun before "who": the name or description that the relative clause hangs on.
    fn antecedent(&mut self, span: Span) -> Option<u32> {
        let here = self.names.all.partition_point(|name| name.span.start < span.start);
        let name = *self.names.all[..here].last()?;
        if name.sentence != self.names.sentence(span.start) {
            return None;
        }
        let gap = self.text.get(name.span.end as usize..span.start as usize)?;
        // Nothing but a comma, or an apposition of a few words, between the name and "who".
        let near = gap.split_whitespace().nth(9).is_none() && !gap.contains(['.', '”', '"', ';']);
        near.then(|| self.name_speaker(name))
    }

    /// "the soldier": the last speaker so described, or who holds that office; else a speaker of its own.
    fn described(
        &mut self,
        mention: &Mention,
        head: Span,
        definite: bool,
        kind: SpeakerKind,
        gender: Gender,
    ) -> u32 {
        let text = self.text;
        let word = head.of(text);
        if definite {
            let back = self.speakers.iter().enumerate().rev().take(CANDIDATES);
            for (at, speaker) in back {
                let same_sort = speaker.kind == kind
                    || kind == SpeakerKind::Unnamed && speaker.kind == SpeakerKind::Person;
                if same_sort
                    && self.known.genders[at].fits(gender)
                    && holds(text, speaker, word, &mut self.known.spare)
                {
                    return at as u32;
                }
            }
            if let Some(name) =
                self.holder(word, mention.span, gender).filter(|_| kind == SpeakerKind::Unnamed)
            {
                return self.name_speaker(name);
            }
        }
        let words = mention.span.of(text);
        let bare = match words.get(..4) {
            Some(the) if the.eq_ignore_ascii_case("the ") => &words[4..],
            _ => words,
        };
        let bare = key(&[bare]);
        if let Some(known) = self.known.speakers.get(&bare).copied() {
            return known;
        }
        let speaker = SpeakerNode { name: mention.span, title: None, role: None, kind, mentions: (0, 0) };
        self.add(bare, speaker, gender)
    }

    /// The last person before `span` whose title is `office`: "the governor" after "Gov. Ida Voss".
    fn holder(&self, office: &str, span: Span, gender: Gender) -> Option<Name> {
        let here = self.names.all.partition_point(|name| name.span.start < span.start);
        self.names.all[..here]
            .iter()
            .rev()
            .take(CANDIDATES)
            .find(|name| {
                name.gender.fits(gender)
                    && name.title.is_some_and(|title| {
                        title.of(self.text).split(' ').any(|word| same_office(office, word))
                    })
            })
            .copied()
    }

    /// Sets each person's role from the words beside their mentions and fullest name.
    fn roles(&mut self) {
        let (text, names, tokens) = (self.text, self.names, &mut self.known.tokens);
        for speaker in self.speakers.iter_mut() {
            if speaker.kind != SpeakerKind::Person {
                continue;
            }
            let (from, to) = speaker.mentions;
            let mentions = &self.mentions[from as usize..to as usize];
            let beside = core::iter::once(speaker.name).chain(mentions.iter().copied().take(4));
            speaker.role = beside.into_iter().find_map(|span| {
                let lead = speaker
                    .title
                    .filter(|title| title.end < span.start && span.start - title.end < 3)
                    .map_or(span, |title| Span::new(title.start, span.end));
                role(text, lead, names.sentence_span(lead.start)?, tokens)
            });
        }
    }
}

/// The hash of `parts` put together, in lower case: by it names are the same.
fn key(parts: &[&str]) -> u64 {
    let feed = |hash: u64, c: char| (hash ^ u64::from(c)).wrapping_mul(FNV_PRIME);
    parts.iter().fold(FNV_START, |hash, part| {
        if part.is_ascii() {
            part.bytes().fold(hash, |hash, byte| feed(hash, byte.to_ascii_lowercase().into()))
        } else {
            part.chars().flat_map(char::to_lowercase).fold(hash, feed)
        }
    })
}

fn node_place(node: &AttributionNode) -> Option<u32> {
    node.mention.or(node.cue).map(|span| span.start)
}

/// "J." for "Jo".
fn is_initial_of(initial: &str, name: &str) -> bool {
    initial.trim_end_matches('.').chars().count() == 1 && name.starts_with(initial.trim_end_matches('.'))
}

/// Whether a speaker is one whom the noun `head` describes.
fn holds(text: &str, speaker: &SpeakerNode, head: &str, tokens: &mut Vec<Token>) -> bool {
    let described = match speaker.kind {
        SpeakerKind::Person => None,
        _ => Some(speaker.name),
    };
    [described, speaker.title, speaker.role].into_iter().flatten().any(|span| {
        tokens.clear();
        words(text, span, &[], tokens);
        let core = tokens
            .iter()
            .position(|token| token.class.any(Class::PREPOSITION.and(Class::RELATIVE)) && !token.capital())
            .unwrap_or(tokens.len());
        tokens[..core].iter().any(|token| same_office(head, token.text(text)))
    })
}
