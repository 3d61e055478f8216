//! The scheduler of a cluster: takes queries, plans them, and deals their parts to executors.

use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;
use std::error::Error;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use wirecopy_datafusion::cluster::{STACK, session_state};
use wirecopy_datafusion::options::Options;

const USAGE: &str = "[--bind 127.0.0.1] [--port 50050] [--host localhost] [--timeout 60]
  --bind ADDRESS     where it listens; 0.0.0.0 for a cluster of several machines
  --host NAME        the name by which executors and clients reach it
  --timeout SECONDS  an executor that has been silent for so long is lost, and its parts are done by others";

const OPTIONS: [(&str, &str); 4] =
    [("--bind", "127.0.0.1"), ("--port", "50050"), ("--host", "localhost"), ("--timeout", "60")];

fn main() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("warn")).init();
    let config = match Options::parse(std::env::args().skip(1), &OPTIONS).and_then(|options| config(&options))
    {
        Ok(config) => config,
        Err(error) => {
            eprintln!("scheduler: {error}\nusage: scheduler {USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(config) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("scheduler: {error}");
            ExitCode::FAILURE
        }
    }
}

fn config(options: &Options) -> Result<SchedulerConfig, String> {
    let timeout: u64 = options.get("--timeout")?;
    let config = SchedulerConfig {
        bind_host: options.get("--bind")?,
        bind_port: options.get("--port")?,
        external_host: options.get("--host")?,
        executor_timeout_seconds: timeout,
        no_executors_grace_period_seconds: timeout,
        expire_dead_executor_interval_seconds: (timeout / 4).max(1),
        ..SchedulerConfig::default()
    };
    Ok(config.with_override_session_builder(Arc::new(session_state)))
}

fn run(config: SchedulerConfig) -> Result<(), Box<dyn Error>> {
    let address: SocketAddr = format!("{}:{}", config.bind_host, config.bind_port).parse()?;
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().thread_stack_size(STACK).build()?;
    runtime.block_on(async {
        let cluster = BallistaCluster::new_from_config(&config).await?;
        Ok(start_server(cluster, address, Arc::new(config)).await?)
    })
}
