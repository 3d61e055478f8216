//! Tokens as an input of nom, for grammars that read words rather than characters.

use crate::scan::words::Token;
use core::iter::{Copied, Enumerate};
use core::slice::Iter;
use nom::{IResult, Input, Needed};

/// The tokens that are left to read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tokens<'t>(pub(crate) &'t [Token]);

/// What a rule over tokens gives.
pub(crate) type Read<'t, T> = IResult<Tokens<'t>, T, ()>;

/// One token for which `holds`.
pub(crate) fn token<'t>(holds: impl Fn(&Token) -> bool) -> impl Fn(Tokens<'t>) -> Read<'t, Token> {
    move |input| match input.0 {
        [first, rest @ ..] if holds(first) => Ok((Tokens(rest), *first)),
        _ => Err(nom::Err::Error(())),
    }
}

impl<'t> Input for Tokens<'t> {
    type Item = Token;
    type Iter = Copied<Iter<'t, Token>>;
    type IterIndices = Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.0.len()
    }
    fn take(&self, index: usize) -> Self {
        Tokens(&self.0[..index])
    }
    fn take_from(&self, index: usize) -> Self {
        Tokens(&self.0[index..])
    }
    fn take_split(&self, index: usize) -> (Self, Self) {
        let (taken, rest) = self.0.split_at(index);
        (Tokens(rest), Tokens(taken))
    }
    fn position<P: Fn(Token) -> bool>(&self, predicate: P) -> Option<usize> {
        self.0.iter().position(|token| predicate(*token))
    }
    fn iter_elements(&self) -> Self::Iter {
        self.0.iter().copied()
    }
    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }
    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.0.len() { Ok(count) } else { Err(Needed::new(count - self.0.len())) }
    }
}
