//! Whom "he", "she" and "they" mean.

use super::{Resolver, key};
use crate::lexicon::{self, Class};
use crate::limits::{CANDIDATES, PRONOUN_REACH};
use crate::span::Span;
use crate::speaker::SpeakerKind;
use crate::speaker::names::{Gender, Name};

/// What was found out of a name of the text.
#[derive(Clone, Copy, Default)]
pub(super) struct Remembered {
    fullest: Option<Name>,
    person: Option<Personhood>,
}

/// Whether a name is a person's.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Personhood {
    Yes,
    No,
    /// If somebody has spoken under it.
    IfKnown,
}

impl Resolver<'_> {
    /// The person or group that "he", "she" or "they" points back to.
    pub(super) fn pronoun(&mut self, span: Span, gender: Gender, plural: bool, neuter: bool) -> Option<u32> {
        let sentence = self.names.sentence(span.start);
        let last = self
            .last
            .filter(|(_, place)| sentence.saturating_sub(self.names.sentence(*place)) <= PRONOUN_REACH);
        if plural || neuter {
            let fits = |kind: SpeakerKind| {
                if plural {
                    matches!(kind, SpeakerKind::Group | SpeakerKind::Organization)
                } else {
                    matches!(kind, SpeakerKind::Organization | SpeakerKind::Document)
                }
            };
            let speakers = &*self.speakers;
            return last
                .map(|(speaker, _)| speaker)
                .filter(|speaker| fits(speakers[*speaker as usize].kind))
                .or_else(|| {
                    let mut near = speakers.iter().enumerate().rev().take(CANDIDATES);
                    near.find(|(_, speaker)| fits(speaker.kind)).map(|(at, _)| at as u32)
                });
        }
        let here = self.names.all.partition_point(|name| name.span.start < span.start);
        let mut best: Option<(u32, Name)> = None;
        for (at, name) in self.names.all[..here].iter().enumerate().rev().take(CANDIDATES) {
            let back = sentence.saturating_sub(name.sentence);
            if back > PRONOUN_REACH {
                break;
            }
            if name.quoted || !name.gender.fits(gender) || !self.is_person(at) {
                continue;
            }
            let full = self.fullest_of(at);
            if !full.gender.fits(gender) {
                continue;
            }
            let goes_on = last.is_some_and(|(speaker, _)| self.speakers[speaker as usize].name == full.span);
            // Who opens a sentence is what it is about; a name after "whether" or "that" is not.
            let start = name.title.unwrap_or(name.span).start;
            let opens = self.names.sentence_span(start).is_some_and(|sentence| sentence.start == start);
            let cost = back * 4
                + u32::from(!name.subject) * 5
                + u32::from(!opens) * 3
                + u32::from(full.gender != gender) * 4
                + u32::from(!goes_on) * 4;
            if best.is_none_or(|(least, _)| cost <= least) {
                best = Some((cost, *name));
            }
        }
        let unnamed = last.filter(|(speaker, _)| {
            self.speakers[*speaker as usize].kind == SpeakerKind::Unnamed
                && self.known.genders[*speaker as usize].fits(gender)
        });
        match (best, unnamed) {
            // An unnamed speaker who has just spoken goes on, unless a name has come up since as a subject.
            (Some((_, name)), Some((_, place))) if name.span.start > place && name.subject => {
                Some(self.name_speaker(name))
            }
            (_, Some((speaker, _))) => Some(speaker),
            (Some((_, name)), None) => Some(self.name_speaker(name)),
            (None, None) => last.map(|(speaker, _)| speaker).filter(|speaker| {
                matches!(self.speakers[*speaker as usize].kind, SpeakerKind::Person | SpeakerKind::Unnamed)
                    && self.known.genders[*speaker as usize].fits(gender)
            }),
        }
    }

    /// [`fullest`](Self::fullest) of the name of this number.
    fn fullest_of(&mut self, at: usize) -> Name {
        if let Some(found) = self.known.names[at].fullest {
            return found;
        }
        let found = self.fullest(&self.names.all[at]);
        self.known.names[at].fullest = Some(found);
        found
    }

    fn is_person(&mut self, at: usize) -> bool {
        let name = &self.names.all[at];
        let found = match self.known.names[at].person {
            Some(found) => found,
            None if name.person => Personhood::Yes,
            None => self.personhood(at),
        };
        self.known.names[at].person = Some(found);
        found == Personhood::Yes
            || found == Personhood::IfKnown
                && self.known.speakers.contains_key(&key(&[name.span.of(self.text)]))
    }

    /// What the words of a name, and its fullest form, say of it.
    fn personhood(&mut self, at: usize) -> Personhood {
        let name = &self.names.all[at];
        let word = name.span.of(self.text);
        let class = lexicon::class(word);
        let last = lexicon::class(name.last.of(self.text));
        let other = class.any(
            Class::CITY
                .and(Class::COUNTRY)
                .and(Class::STATE)
                .and(Class::AGENCY)
                .and(Class::PUBLICATION)
                .and(Class::MONTH)
                .and(Class::WEEKDAY)
                .and(Class::GROUP)
                .and(Class::ORGANIZATION),
        ) || last.any(Class::BODY.and(Class::PLACE_WORD).and(Class::GROUP).and(Class::DOCUMENT))
            || word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
        if other {
            return Personhood::No;
        }
        let full = self.fullest_of(at);
        if full.person || full.words > 1 { Personhood::Yes } else { Personhood::IfKnown }
    }
}
