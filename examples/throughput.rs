//! How fast articles are parsed here, beside what else reads the same bytes, and what memory that takes.
//!
//! `throughput FILE…` takes an article from each file, or one from each line of a file of `{"text": …}` lines. Without
//! files, either comes from standard input, and without that the articles are those of `seeds/`. All readers take
//! turns in one process, so that what else the machine does meets them alike; figures are medians.

// Figures are shown with a digit or three.
#![allow(clippy::cast_precision_loss)]

#[path = "../benches/shared/peers.rs"]
mod peers;
#[path = "../benches/shared/seeds.rs"]
mod seeds;

use peers::{MARKDOWN, SENTENCES};
use std::collections::HashMap;
use std::error::Error;
use std::hint::black_box;
use std::io::{IsTerminal, Read as _};
use std::num::NonZero;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use wirecopy::{Article, Parser};

/// Rounds in which every reader has its turn; fewer where they take longer than `BUDGET`.
const ROUNDS: usize = 25;
const BUDGET: Duration = Duration::from_secs(12);
/// A reader that is done sooner goes over the articles again, or the clock would be too coarse for it.
const TURN: Duration = Duration::from_millis(25);
/// Bytes of articles that are measured; what comes after them is left out.
const ENOUGH: usize = 4 << 20;

const STRUCTURE: &str = "structure";
const FULL: &str = "full";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("throughput: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let articles = articles()?;
    let bytes: usize = articles.iter().map(String::len).sum();
    println!("articles: {}, bytes: {bytes}, bytes an article: {}", articles.len(), bytes / articles.len());
    let speeds = speeds(&articles, bytes);
    println!();
    memory(&articles);
    println!();
    let ratio = |a: &str, b: &str| speeds[a] / speeds[b];
    println!(
        "full/unicode_sentences = {:.1}  structure/pulldown-cmark = {:.1}  full 2 cores/1 core = {:.1}",
        ratio(FULL, SENTENCES),
        ratio(STRUCTURE, MARKDOWN),
        ratio(&on_cores(2), FULL)
    );
    Ok(())
}

/// The texts to measure: those that are articles at all, up to `ENOUGH` bytes.
fn articles() -> Result<Vec<String>, Box<dyn Error>> {
    let mut texts = Vec::new();
    let mut args = std::env::args().skip(1).peekable();
    if args.peek().is_some() {
        for path in args {
            let text = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
            take(text, &mut texts).map_err(|error| format!("{path}: {error}"))?;
        }
    } else {
        let (mut stdin, mut text) = (std::io::stdin(), String::new());
        if !stdin.is_terminal() {
            stdin.read_to_string(&mut text)?;
        }
        if text.is_empty() {
            texts.extend(seeds::seeds().into_iter().map(|(_, text)| text));
        } else {
            take(text, &mut texts)?;
        }
    }
    let given = texts.len();
    texts.retain(|text| wirecopy::parse(text).is_ok());
    if texts.len() < given {
        println!("left out, since they are no articles: {}", given - texts.len());
    }
    let mut bytes = 0;
    let enough = texts.iter().take_while(|text| {
        bytes += text.len();
        bytes <= ENOUGH
    });
    let enough = enough.count().max(1);
    if enough < texts.len() {
        println!("left out, since there are enough: {}", texts.len() - enough);
        texts.truncate(enough);
    }
    if texts.is_empty() { Err("no articles".into()) } else { Ok(texts) }
}

fn take(text: String, texts: &mut Vec<String>) -> Result<(), Box<dyn Error>> {
    if !text.starts_with('{') {
        texts.push(text);
        return Ok(());
    }
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let value: serde_json::Value = serde_json::from_str(line)?;
        let text = value["text"].as_str().ok_or_else(|| format!("line {}: no text", number + 1))?;
        texts.push(text.to_string());
    }
    Ok(())
}

/// Makes a reader, which belongs to one thread. It reads a text and returns what it counted in it.
type Make = Box<dyn Fn() -> Box<dyn FnMut(&str) -> usize> + Sync>;

/// Readers on some cores, and how long their turns took.
struct Runner {
    name: String,
    make: Make,
    cores: usize,
    passes: usize,
    seconds: Vec<f64>,
}

impl Runner {
    fn new(name: impl Into<String>, make: Make, cores: usize) -> Self {
        Runner { name: name.into(), make, cores, passes: 1, seconds: Vec::new() }
    }

    /// Goes over all articles as often as the turn lasts. Cores take the next article when they are free.
    fn turn(&self, articles: &[String]) -> Duration {
        let began = Instant::now();
        if self.cores == 1 {
            let mut read = (self.make)();
            for text in (0..self.passes).flat_map(|_| articles) {
                black_box(read(black_box(text)));
            }
        } else {
            let (next, all) = (AtomicUsize::new(0), self.passes * articles.len());
            let work = || {
                let mut read = (self.make)();
                while let Some(index) = Some(next.fetch_add(1, Ordering::Relaxed)).filter(|at| *at < all) {
                    black_box(read(black_box(&articles[index % articles.len()])));
                }
            };
            thread::scope(|scope| {
                for _ in 0..self.cores {
                    scope.spawn(work);
                }
            });
        }
        began.elapsed()
    }

    /// A first turn, uncounted, warms the caches and says how many passes a turn needs.
    fn warm(&mut self, articles: &[String]) {
        let one = self.turn(articles).max(Duration::from_nanos(100));
        self.passes = (TURN.as_nanos() / one.as_nanos()).max(1) as usize;
    }

    /// MB of articles a second, in the median turn.
    fn speed(&mut self, bytes: usize) -> f64 {
        self.seconds.sort_by(f64::total_cmp);
        (self.passes * bytes) as f64 / 1e6 / self.seconds[self.seconds.len() / 2]
    }
}

fn on_cores(cores: usize) -> String {
    format!("{FULL}, {cores} cores")
}

/// Parses with a worker, as many articles are parsed.
fn working(parser: Parser) -> Make {
    Box::new(move || {
        let mut worker = parser.worker();
        Box::new(move |text| {
            let Ok(article) = worker.parse(text) else { return 0 };
            let count = article.blocks().len() + article.quotes().len();
            worker.recycle(article);
            count
        })
    })
}

/// Parses each article by itself.
fn alone(parser: Parser) -> Make {
    let count = |article: Article| article.blocks().len() + article.quotes().len();
    Box::new(move || Box::new(move |text| parser.parse(text).map_or(0, count)))
}

/// Prints MB/s of each reader, and gives them by its name.
fn speeds(articles: &[String], bytes: usize) -> HashMap<String, f64> {
    let mut runners: Vec<_> = peers::peers()
        .into_iter()
        .map(|(name, read)| {
            let read = Arc::new(read);
            let make = move || -> Box<dyn FnMut(&str) -> usize> {
                let read = Arc::clone(&read);
                Box::new(move |text| read(text))
            };
            Runner::new(name, Box::new(make), 1)
        })
        .collect();
    runners.push(Runner::new(STRUCTURE, working(Parser::new().structure_only(true)), 1));
    runners.push(Runner::new("full, no worker", alone(Parser::new()), 1));
    runners.push(Runner::new(FULL, working(Parser::new()), 1));
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    runners.push(Runner::new(on_cores(2), working(Parser::new()), 2));
    if cores > 2 {
        runners.push(Runner::new(on_cores(cores), working(Parser::new()), cores));
    }

    for runner in &mut runners {
        runner.warm(articles);
    }
    let began = Instant::now();
    let mut rounds = 0;
    while rounds == 0 || (rounds < ROUNDS && began.elapsed() < BUDGET) {
        for runner in &mut runners {
            runner.seconds.push(runner.turn(articles).as_secs_f64());
        }
        rounds += 1;
    }

    println!("cores: {cores}, rounds: {rounds}\n");
    let speeds: HashMap<_, _> =
        runners.iter_mut().map(|runner| (runner.name.clone(), runner.speed(bytes))).collect();
    let heads = ["", "MB/s", "ns/byte", "/unicode_sentences", "/pulldown-cmark"];
    println!("{:<24}{:>10}{:>10}{:>20}{:>17}", heads[0], heads[1], heads[2], heads[3], heads[4]);
    for Runner { name, .. } in &runners {
        let speed = speeds[name];
        let (sentences, markdown) = (speed / speeds[SENTENCES], speed / speeds[MARKDOWN]);
        println!("{name:<24}{speed:>10.1}{:>10.3}{sentences:>20.2}{markdown:>17.2}", 1e3 / speed);
    }
    speeds
}

/// Prints what a parse takes from the heap, and how much of it at once, as multiples of the text.
fn memory(articles: &[String]) {
    println!(
        "{:<24}{:>20}{:>10}{:>17}{:>10}",
        "", "allocations/article", "at most", "peak heap/text", "at most"
    );
    let structure = Parser::new().structure_only(true);
    for (name, make) in [
        (STRUCTURE, working(structure)),
        ("full, no worker", alone(Parser::new())),
        (FULL, working(Parser::new())),
    ] {
        let mut read = make();
        // What a worker keeps is what its longest text takes: it has it after one pass.
        for text in articles {
            read(text);
        }
        let measured = articles.iter().map(|text| {
            let info = allocation_counter::measure(|| _ = black_box(read(black_box(text))));
            (info.count_total as f64, info.bytes_max as f64 / text.len() as f64)
        });
        let (allocations, peaks): (Vec<_>, Vec<_>) = measured.unzip();
        let mean = |all: &[f64]| all.iter().sum::<f64>() / all.len() as f64;
        let most = |all: &[f64]| all.iter().copied().fold(0.0, f64::max);
        println!(
            "{name:<24}{:>20.1}{:>10.0}{:>17.2}{:>10.2}",
            mean(&allocations),
            most(&allocations),
            mean(&peaks),
            most(&peaks)
        );
    }
}
