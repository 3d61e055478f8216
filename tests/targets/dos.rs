//! Cost for each byte: neither memory nor time may grow with the length of a text, whatever it repeats.
//!
//! An input is what is written once, what is written over and over, and what ends the text, parted by noughts; without a
//! nought all of it is written over and over.

use std::time::{Duration, Instant};
use wirecopy::Parser;

/// Bytes of the texts whose costs are compared.
const SHORT: usize = 16 << 10;
const LONG: usize = 128 << 10;

/// Bytes of the heap that a byte of text may take at most, past what any text takes.
const HEAP: u64 = 120;
const HEAP_OF_ANY: u64 = 1 << 20;

/// How many times longer a byte may take in the long text than in the short one. A cost that grows with the square
/// makes it 8.
const GROWTH: u32 = 3;

/// Times that a measurement is taken again before it is believed.
const TRIES: usize = 10;

/// An input that is longer repeats itself too seldom.
const LONGEST: usize = 512;

struct Pattern<'a> {
    opening: &'a str,
    unit: &'a str,
    ending: &'a str,
}

impl<'a> Pattern<'a> {
    fn new(input: &'a str) -> Self {
        let mut parts = input.splitn(3, '\0');
        match [parts.next(), parts.next(), parts.next()] {
            [Some(unit), None, _] => Pattern { opening: "", unit, ending: "" },
            [opening, unit, ending] => {
                let [opening, unit, ending] = [opening, unit, ending].map(Option::unwrap_or_default);
                Pattern { opening, unit, ending }
            }
        }
    }

    fn text(&self, len: usize) -> String {
        let times = len.saturating_sub(self.opening.len() + self.ending.len()) / self.unit.len();
        [self.opening, &self.unit.repeat(times), self.ending].concat()
    }
}

/// Asserts that the heap stays in its bound and, if `timed`, that time does not grow: it is the least of several tries,
/// since others may use the machine.
pub(crate) fn hold(bytes: &[u8], timed: bool) {
    let Ok(input) = std::str::from_utf8(bytes) else { return };
    let pattern = Pattern::new(input);
    if pattern.unit.is_empty() || input.len() > LONGEST {
        return;
    }
    let (short, long) = (pattern.text(SHORT), pattern.text(LONG));
    let mut refused = false;
    let heap = allocation_counter::measure(|| refused = Parser::new().parse(&long).is_err()).bytes_max;
    let most = HEAP * long.len() as u64 + HEAP_OF_ANY;
    assert!(heap <= most, "{heap} bytes of heap for {} of {input:?}", long.len());
    if refused || !timed {
        return;
    }
    let mut taken = [Duration::MAX; 2];
    for _ in 0..TRIES {
        for (least, text) in taken.iter_mut().zip([&short, &long]) {
            let began = Instant::now();
            let _ = Parser::new().parse(text);
            *least = (*least).min(began.elapsed());
        }
        if taken[1] <= taken[0] * GROWTH * (LONG / SHORT) as u32 {
            return;
        }
    }
    panic!("{SHORT} bytes take {:?}, {LONG} take {:?}: {input:?}", taken[0], taken[1]);
}
