//! Many articles on all cores.

use super::{Parser, Worker};
use crate::article::Article;
use crate::error::ParseError;
use rayon::prelude::*;
use std::sync::{Mutex, PoisonError};

/// Bytes of text that are handed out at once: so many articles that cores seldom wait for the last of them, and few
/// enough to be held in memory.
const BATCH: usize = 4 << 20;

/// What a text counts for at the least, or a batch of empty texts would have no end.
const LEAST: usize = 64;

/// With the feature `rayon`: many texts at once, on the threads of the rayon pool that the caller is in.
impl Parser {
    /// Parses `texts` on all cores and returns their articles, in the order of the texts.
    ///
    /// A text that cannot be parsed gives its error in its place, and the others are parsed. All articles are held at
    /// once; for more than memory holds, see [`read_all`](Self::read_all).
    ///
    /// ```
    /// let texts = ["“It was time,” Ida Voss said.", "", "“We knew it,” said Bo Lund."];
    /// let articles = wirecopy::Parser::new().parse_all(&texts);
    /// assert_eq!(articles[0].as_ref().unwrap().quotes().len(), 1);
    /// assert_eq!(articles[1], Err(wirecopy::ParseError::Empty));
    /// assert_eq!(articles[2].as_ref().unwrap().speakers().next().unwrap().name(), "Bo Lund");
    /// ```
    pub fn parse_all<'a, T>(&self, texts: &'a [T]) -> Vec<Result<Article<'a>, ParseError>>
    where
        T: AsRef<str> + Sync,
    {
        let workers = Workers::new(*self);
        texts.par_iter().map(|text| workers.lend(|worker| worker.parse(text.as_ref()))).collect()
    }

    /// Parses what `texts` gives on all cores, and returns what `read` makes of each, in the order of the texts.
    ///
    /// For archives: `texts` may be without end, and only some megabytes of it are held at a time. `read` runs on the
    /// thread that parsed the article, whose memory is then used for another. `texts` is asked for more when results
    /// are, on the thread that asks for them.
    ///
    /// ```
    /// use std::collections::HashMap;
    ///
    /// let archive = (1..=1000).map(|day| format!("“It was day {day},” said Ida Voss. “It rained,” said Bo Lund."));
    /// let speakers = wirecopy::Parser::new().read_all(archive, |article| {
    ///     article.map_or(Vec::new(), |article| article.speakers().map(|it| it.name().to_string()).collect())
    /// });
    /// let mut days = HashMap::new();
    /// for name in speakers.flatten() {
    ///     *days.entry(name).or_insert(0) += 1;
    /// }
    /// assert_eq!((days["Ida Voss"], days["Bo Lund"]), (1000, 1000));
    /// ```
    pub fn read_all<I, R, F>(&self, texts: I, read: F) -> impl Iterator<Item = R> + use<I, R, F>
    where
        I: IntoIterator<Item: AsRef<str> + Sync>,
        R: Send,
        F: Fn(Result<&Article<'_>, ParseError>) -> R + Sync,
    {
        let workers = Workers::new(*self);
        let mut texts = texts.into_iter();
        let batches = std::iter::from_fn(move || {
            let batch = batch(&mut texts);
            let results = |text: &I::Item| workers.lend(|worker| read_one(worker, text.as_ref(), &read));
            (!batch.is_empty()).then(|| batch.par_iter().map(results).collect::<Vec<_>>())
        });
        batches.flatten()
    }
}

/// Parses `text`, and takes the memory of its article back when `read` is done with it.
fn read_one<R>(worker: &mut Worker, text: &str, read: impl Fn(Result<&Article<'_>, ParseError>) -> R) -> R {
    match worker.parse(text) {
        Ok(article) => {
            let result = read(Ok(&article));
            worker.recycle(article);
            result
        }
        Err(error) => read(Err(error)),
    }
}

/// The next texts, some `BATCH` bytes of them; none when there are no more.
fn batch<T: AsRef<str>>(texts: &mut impl Iterator<Item = T>) -> Vec<T> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while bytes < BATCH {
        let Some(text) = texts.next() else { break };
        bytes += text.as_ref().len().max(LEAST);
        batch.push(text);
    }
    batch
}

/// Workers that are lent to whichever thread has an article: as many as have been at work at once.
struct Workers {
    parser: Parser,
    idle: Mutex<Vec<Worker>>,
}

impl Workers {
    fn new(parser: Parser) -> Self {
        Workers { parser, idle: Mutex::new(Vec::new()) }
    }

    fn lend<R>(&self, work: impl FnOnce(&mut Worker) -> R) -> R {
        // The lock is held for a push or a pop alone: no panic leaves the list half changed.
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let worker = idle().pop();
        let mut worker = worker.unwrap_or_else(|| self.parser.worker());
        let result = work(&mut worker);
        idle().push(worker);
        result
    }
}
