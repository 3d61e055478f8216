//! Asks a query of a cluster. Tables are files that every executor can read under the same path.

use std::io::stdout;
use std::process::ExitCode;
use wirecopy_datafusion::cluster::connect;
use wirecopy_datafusion::query::{Request, USAGE};

const DEFAULT: &str = "df://localhost:50050";

#[tokio::main]
async fn main() -> ExitCode {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let scheduler = match args.iter().position(|arg| arg == "--scheduler") {
        Some(at) if at + 1 < args.len() => args.drain(at..=at + 1).next_back(),
        _ => None,
    };
    let request = match Request::parse(args) {
        Ok(request) => request,
        Err(error) => {
            eprintln!("submit: {error}\nusage: submit [--scheduler {DEFAULT}] {USAGE}");
            return ExitCode::from(2);
        }
    };
    let answer = async {
        let context = connect(scheduler.as_deref().unwrap_or(DEFAULT), request.partitions).await?;
        request.run(&context, &mut stdout().lock()).await
    };
    match answer.await {
        Ok(answer) => {
            eprintln!("rows: {}, seconds: {:.2}", answer.rows, answer.time.as_secs_f64());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("submit: {error}");
            ExitCode::FAILURE
        }
    }
}
