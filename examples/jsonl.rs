//! Parses a stream: `{"id", "text"}` lines in, `{"id", "article"}` lines out, in order, on all cores.
//!
//! `--body` says that the texts have no head matter. `--as byline`, `--as dateline` and `--as timestamp` read each
//! text as that alone. A line that cannot be parsed is reported on standard error with its number; the rest goes
//! on, and the exit status is 1 at the end.

use serde::{Deserialize, Serialize};
use std::io::{BufRead, BufWriter, Write};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use wirecopy::{Article, Byline, Dateline, Parser, Timestamp, Worker};

#[derive(Deserialize)]
struct Input {
    id: serde_json::Value,
    text: String,
}

/// What each text is read as.
#[derive(Clone, Copy)]
enum Task {
    Article(Parser),
    Byline,
    Dateline,
    Timestamp,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Output<'a> {
    Article(Box<Article<'a>>),
    Byline(Option<Byline<'a>>),
    Dateline(Option<Dateline<'a>>),
    Timestamp(Option<Timestamp>),
}

#[derive(Serialize)]
struct Line<'a> {
    id: serde_json::Value,
    #[serde(flatten)]
    output: Output<'a>,
}

/// Lines that travel together, so that threads seldom meet.
const BATCH: usize = 64;

type Parsed = Result<String, String>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let task = match args.as_slice() {
        [] => Task::Article(Parser::new()),
        ["--body"] => Task::Article(Parser::new().body_only(true)),
        ["--as", "byline"] => Task::Byline,
        ["--as", "dateline"] => Task::Dateline,
        ["--as", "timestamp"] => Task::Timestamp,
        _ => {
            eprintln!("usage: jsonl [--body | --as byline|dateline|timestamp] < LINES");
            return ExitCode::from(2);
        }
    };
    match stream(task) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("jsonl: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Reads, parses and writes; says whether every line was parsed.
///
/// Batches are dealt to the workers in turn and collected in turn, which keeps their order. The channels are
/// short, so that a slow writer holds the reader back and memory stays small.
fn stream(task: Task) -> std::io::Result<bool> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let (mut lanes, mut results) = (Vec::new(), Vec::new());
    for _ in 0..cores {
        let (lane, work) = sync_channel::<Vec<Vec<u8>>>(4);
        let (done, result) = sync_channel(4);
        thread::spawn(move || worker(task, &work, &done));
        lanes.push(lane);
        results.push(result);
    }
    let reader = thread::spawn(move || read(&lanes));
    let written = write(&results);
    match (reader.join(), written) {
        (_, Err(error)) => Err(error),
        (Ok(Err(error)), _) => Err(error),
        (Ok(Ok(())), Ok(clean)) => Ok(clean),
        (Err(_), _) => Err(std::io::Error::other("the reader stopped")),
    }
}

fn read(lanes: &[SyncSender<Vec<Vec<u8>>>]) -> std::io::Result<()> {
    let mut lines = std::io::stdin().lock().split(b'\n');
    for lane in lanes.iter().cycle() {
        let batch = lines.by_ref().take(BATCH).collect::<Result<Vec<_>, _>>()?;
        if batch.is_empty() || lane.send(batch).is_err() {
            break;
        }
    }
    Ok(())
}

fn worker(task: Task, work: &Receiver<Vec<Vec<u8>>>, done: &SyncSender<Vec<Option<Parsed>>>) {
    let mut worker = match task {
        Task::Article(parser) => parser.worker(),
        Task::Byline | Task::Dateline | Task::Timestamp => Parser::new().worker(),
    };
    for batch in work {
        let parsed = batch
            .iter()
            .map(|line| (!line.trim_ascii().is_empty()).then(|| parse(task, &mut worker, line)))
            .collect();
        if done.send(parsed).is_err() {
            return;
        }
    }
}

fn parse(task: Task, worker: &mut Worker, line: &[u8]) -> Parsed {
    let Input { id, text } = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    let output = match task {
        Task::Article(_) => {
            Output::Article(Box::new(worker.parse(&text).map_err(|error| error.to_string())?))
        }
        Task::Byline => Output::Byline(Byline::parse(&text)),
        Task::Dateline => Output::Dateline(Dateline::parse(&text)),
        Task::Timestamp => Output::Timestamp(Timestamp::parse(&text, None)),
    };
    let line = Line { id, output };
    let written = serde_json::to_string(&line).map_err(|error| error.to_string());
    if let Output::Article(article) = line.output {
        worker.recycle(*article);
    }
    written
}

fn write(results: &[Receiver<Vec<Option<Parsed>>>]) -> std::io::Result<bool> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let (mut number, mut clean) = (0usize, true);
    for result in results.iter().cycle() {
        let Ok(batch) = result.recv() else { break };
        for parsed in batch {
            number += 1;
            match parsed {
                Some(Ok(line)) => writeln!(out, "{line}")?,
                Some(Err(error)) => {
                    clean = false;
                    eprintln!("jsonl: line {number}: {error}");
                }
                None => {}
            }
        }
    }
    out.flush()?;
    Ok(clean)
}
