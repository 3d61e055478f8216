//! Parses a stream: `{"id", "text"}` lines in, `{"id", "article"}` lines out, in order, on all cores.
//!
//! `--body` says that the texts have no head matter. `--csv FILE` writes the quotations besides, as a table for
//! spreadsheets. `--as byline`, `--as dateline` and `--as timestamp` read each text as that alone. A line that cannot
//! be parsed is reported on standard error with its number; the rest goes on, and the exit status is 1 at the end.

#[path = "../shared/ending.rs"]
mod ending;
mod options;
mod progress;
mod table;

use options::{HELP, Request, Task};
use progress::Progress;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, BufRead, BufWriter, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use table::Table;
use wirecopy::{Article, Byline, Dateline, Parser, Timestamp, Worker};

#[derive(Deserialize)]
struct Input {
    id: serde_json::Value,
    text: String,
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

/// What to write where a line is not read.
const FORM: &str = r#"a line is an object such as {"id": 1, "text": "…"}"#;

/// Lines that travel together, so that threads seldom meet.
const BATCH: usize = 64;

/// Lines that were read together, as they stand.
type Batch = Vec<Vec<u8>>;

/// What became of the lines of a batch.
struct Done {
    /// A line to write, or what is wrong; nothing for a blank line.
    lines: Vec<Option<Result<String, String>>>,
    /// The rows of their quotations, where a table is asked for.
    rows: Vec<u8>,
    /// How many bytes were read.
    bytes: u64,
}

fn main() -> ExitCode {
    let ended = match options::read(std::env::args_os().skip(1)) {
        Err(mistake) => {
            eprintln!("jsonl: {mistake}; jsonl --help says what there is");
            return ExitCode::from(2);
        }
        Ok(Request::Help) => io::stdout().write_all(HELP.as_bytes()).map(|()| true),
        Ok(Request::Stream { task, table }) => match table.as_deref().map(table::create).transpose() {
            Err(mistake) => {
                eprintln!("jsonl: {mistake}");
                return ExitCode::FAILURE;
            }
            Ok(table) => stream(task, table),
        },
    };
    match ended {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => ending::failed("jsonl", &error),
    }
}

/// Reads, parses and writes; says whether every line was parsed.
///
/// Batches are dealt to the workers in turn and collected in turn, which keeps their order. The channels are
/// short, so that a slow writer holds the reader back and memory stays small.
fn stream(task: Task, table: Option<BufWriter<File>>) -> io::Result<bool> {
    if io::stdin().is_terminal() {
        eprintln!(
            "jsonl: waits for lines that you type; to read a file, < articles.jsonl (--help says more)"
        );
    }
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let (mut lanes, mut results) = (Vec::new(), Vec::new());
    for _ in 0..cores {
        let (lane, work) = sync_channel::<Batch>(4);
        let (done, result) = sync_channel(4);
        let tabulates = table.is_some();
        thread::spawn(move || worker(task, tabulates, &work, &done));
        lanes.push(lane);
        results.push(result);
    }
    let progress = Progress::of_stdin();
    let reader = thread::spawn(move || read(&lanes));
    // Where nothing can be written any more the threads wait for each other, and end with the program.
    let clean = write(&results, table, &progress)?;
    match reader.join() {
        Ok(read) => read.map(|()| clean),
        Err(_) => Err(io::Error::other("the reader stopped")),
    }
}

fn read(lanes: &[SyncSender<Batch>]) -> io::Result<()> {
    let mut lines = io::stdin().lock().split(b'\n');
    for lane in lanes.iter().cycle() {
        let batch = lines.by_ref().take(BATCH).collect::<Result<Vec<_>, _>>()?;
        if batch.is_empty() || lane.send(batch).is_err() {
            break;
        }
    }
    Ok(())
}

fn worker(task: Task, tabulates: bool, work: &Receiver<Batch>, done: &SyncSender<Done>) {
    let mut worker = match task {
        Task::Article(parser) => parser.worker(),
        Task::Byline | Task::Dateline | Task::Timestamp => Parser::new().worker(),
    };
    for batch in work {
        let mut table = tabulates.then(Table::new);
        let lines = batch
            .iter()
            .map(|line| {
                (!line.trim_ascii().is_empty()).then(|| parse(task, &mut worker, line, table.as_mut()))
            })
            .collect();
        // A line end was read after each.
        let bytes = batch.iter().map(|line| line.len() as u64 + 1).sum();
        let rows = table.map(Table::into_rows).unwrap_or_default();
        if done.send(Done { lines, rows, bytes }).is_err() {
            return;
        }
    }
}

fn parse(task: Task, worker: &mut Worker, line: &[u8], table: Option<&mut Table>) -> Result<String, String> {
    let Input { id, text } = serde_json::from_slice(line).map_err(|error| format!("{error}; {FORM}"))?;
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
        if let Some(table) = table {
            table.add(&line.id, &article);
        }
        worker.recycle(*article);
    }
    written
}

fn write(
    results: &[Receiver<Done>],
    mut table: Option<BufWriter<File>>,
    progress: &Progress,
) -> io::Result<bool> {
    let mut out = BufWriter::new(io::stdout().lock());
    let (mut number, mut clean) = (0usize, true);
    for result in results.iter().cycle() {
        let Ok(done) = result.recv() else { break };
        let mut articles = 0;
        for parsed in done.lines {
            number += 1;
            match parsed {
                Some(Ok(line)) => {
                    articles += 1;
                    writeln!(out, "{line}")?;
                }
                Some(Err(error)) => {
                    clean = false;
                    progress.aside(|| eprintln!("jsonl: line {number}: {error}"));
                }
                None => {}
            }
        }
        if let Some(table) = &mut table {
            table.write_all(&done.rows)?;
        }
        progress.advance(articles, done.bytes);
    }
    out.flush()?;
    table.map_or(Ok(()), |mut table| table.flush())?;
    progress.finish();
    Ok(clean)
}
