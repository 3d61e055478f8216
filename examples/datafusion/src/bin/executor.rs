//! An executor of a cluster: works on the parts of queries that the scheduler gives it.

use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use std::process::ExitCode;
use std::sync::Arc;
use wirecopy_datafusion::cluster::{STACK, function_registry};
use wirecopy_datafusion::options::Options;

const USAGE: &str = "[--scheduler localhost] [--scheduler-port 50050] [--bind 127.0.0.1] [--host localhost]
    [--port 50051] [--grpc-port 50052] [--cores 0] [--work-dir PATH] [--heartbeat 10] [--functions yes]
  --bind ADDRESS       where it listens; 0.0.0.0 for a cluster of several machines
  --host NAME          the name by which the scheduler, other executors and clients reach it
  --port, --grpc-port  for what queries pass on, and for orders of the scheduler
  --cores N            parts that it works on at once; 0 is one for each core
  --work-dir PATH      where it keeps what queries pass on; a temporary folder unless said
  --heartbeat SECONDS  how often it says that it lives
  --functions no       leaves the functions out, to see how that shows itself";

const OPTIONS: [(&str, &str); 10] = [
    ("--scheduler", "localhost"),
    ("--scheduler-port", "50050"),
    ("--bind", "127.0.0.1"),
    ("--host", "localhost"),
    ("--port", "50051"),
    ("--grpc-port", "50052"),
    ("--cores", "0"),
    ("--work-dir", ""),
    ("--heartbeat", "10"),
    ("--functions", "yes"),
];

/// In seconds: how long it keeps what queries pass on.
const DAY: u64 = 24 * 60 * 60;

fn main() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("warn")).init();
    let config = match Options::parse(std::env::args().skip(1), &OPTIONS).and_then(|options| config(&options))
    {
        Ok(config) => config,
        Err(error) => {
            eprintln!("executor: {error}\nusage: executor {USAGE}");
            return ExitCode::from(2);
        }
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().thread_stack_size(STACK).build();
    match runtime.map(|runtime| runtime.block_on(start_executor_process(Arc::new(config)))) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(error)) => failure(&error.to_string()),
        Err(error) => failure(&error.to_string()),
    }
}

fn failure(error: &str) -> ExitCode {
    eprintln!("executor: {error}");
    ExitCode::FAILURE
}

fn config(options: &Options) -> Result<ExecutorProcessConfig, String> {
    let functions = match options.get::<String>("--functions")?.as_str() {
        "yes" => Some(Arc::new(function_registry().map_err(|error| error.to_string())?)),
        "no" => None,
        other => return Err(format!("--functions is yes or no, not {other}")),
    };
    Ok(ExecutorProcessConfig {
        scheduler_host: options.get("--scheduler")?,
        scheduler_port: options.get("--scheduler-port")?,
        // It may be started before the scheduler is.
        scheduler_connect_timeout_seconds: 60,
        bind_host: options.get("--bind")?,
        external_host: Some(options.get("--host")?),
        port: options.get("--port")?,
        grpc_port: options.get("--grpc-port")?,
        vcores: options.get("--cores")?,
        work_dir: Some(options.get("--work-dir")?).filter(|path: &String| !path.is_empty()),
        job_data_ttl_seconds: DAY,
        job_data_clean_up_interval_seconds: DAY / 24,
        executor_heartbeat_interval_seconds: options.get("--heartbeat")?,
        override_function_registry: functions,
        ..ExecutorProcessConfig::default()
    })
}
