//! Asks a query about the articles of files, on the cores of this machine.

use std::io::{IsTerminal, Write, stderr, stdout};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use wirecopy_datafusion::query::{Request, USAGE};
use wirecopy_datafusion::{context, parsed};

#[tokio::main]
async fn main() -> ExitCode {
    let request = match Request::parse(std::env::args().skip(1)) {
        Ok(request) => request,
        Err(error) => {
            eprintln!("sql: {error}\nusage: sql {USAGE}");
            return ExitCode::from(2);
        }
    };
    let progress = stderr().is_terminal().then(|| tokio::spawn(progress()));
    let answer = request.run(&context(request.partitions), &mut stdout().lock()).await;
    if let Some(progress) = progress {
        progress.abort();
    }
    match answer {
        Ok(answer) => {
            let (texts, seconds) = (parsed(), answer.time.as_secs_f64());
            eprintln!(
                "rows: {}, seconds: {seconds:.2}, texts parsed: {texts}, {:.0} a second",
                answer.rows,
                rate(texts, answer.time)
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("sql: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Says once a second how many texts have been parsed.
async fn progress() {
    let began = Instant::now();
    loop {
        tokio::time::sleep(Duration::from_secs(1)).await;
        let texts = parsed();
        eprint!("\rtexts parsed: {texts}, {:.0} a second ", rate(texts, began.elapsed()));
        _ = stderr().flush();
    }
}

// A rate is shown without a fraction.
#[allow(clippy::cast_precision_loss)]
fn rate(texts: u64, time: Duration) -> f64 {
    texts as f64 / time.as_secs_f64()
}
