//! A cluster on this machine: the same answers as in one process, and the right one although an executor is killed.

mod support;

use datafusion::prelude::{ParquetReadOptions, SessionContext};
use serde_json::Value;
use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use support::{rows, seeds};
use tempfile::TempDir;
use wirecopy_datafusion::archive::write;
use wirecopy_datafusion::cluster::connect;
use wirecopy_datafusion::synthetic::Articles;

/// Parts of a query: more than both executors work on at once.
const PARTITIONS: usize = 8;
const PATIENCE: Duration = Duration::from_secs(60);

const QUERY: &str = "
    SELECT paper, quote['speaker'] AS speaker, count(*) AS quotations, min(quote['start']) AS first
    FROM (SELECT paper, unnest(article_quotes(text)) AS quote FROM articles)
    WHERE quote['speaker_kind'] = 'person'
    GROUP BY 1, 2 ORDER BY quotations DESC, paper, speaker";

/// A process that ends with the test.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        _ = self.0.kill();
        _ = self.0.wait();
    }
}

/// A scheduler and its executors.
struct Cluster {
    folder: TempDir,
    port: u16,
    executors: Vec<Process>,
    _scheduler: Process,
}

impl Cluster {
    fn start(executors: usize, functions: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let port = free_port();
        let scheduler = Command::new(env!("CARGO_BIN_EXE_scheduler"))
            .args(["--port", &port.to_string(), "--timeout", "4"])
            .stderr(Stdio::null())
            .spawn();
        let mut cluster =
            Cluster { folder, port, executors: Vec::new(), _scheduler: Process(scheduler.unwrap()) };
        for number in 0..executors {
            let (flight, orders) = (free_port().to_string(), free_port().to_string());
            let (scheduler, work) = (port.to_string(), cluster.work(number));
            let executor = Command::new(env!("CARGO_BIN_EXE_executor"))
                .args(["--scheduler-port", &scheduler, "--port", &flight, "--grpc-port", &orders])
                .args(["--cores", "1", "--heartbeat", "1", "--functions", functions, "--work-dir"])
                .arg(work)
                .stderr(File::create(cluster.log(number)).unwrap())
                .spawn();
            cluster.executors.push(Process(executor.unwrap()));
        }
        cluster
    }

    /// Where an executor keeps what it passes on.
    fn work(&self, number: usize) -> PathBuf {
        self.folder.path().join(format!("work-{number}"))
    }

    /// What an executor says of its work.
    fn log(&self, number: usize) -> PathBuf {
        self.folder.path().join(format!("executor-{number}.log"))
    }

    /// A context on the cluster, once the scheduler listens.
    async fn context(&self, articles: &Path) -> SessionContext {
        wait(|| std::net::TcpStream::connect(("127.0.0.1", self.port)).is_ok());
        let context = connect(&format!("df://localhost:{}", self.port), PARTITIONS).await.unwrap();
        with_articles(context, articles).await
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn wait(done: impl Fn() -> bool) {
    let began = Instant::now();
    while !done() {
        assert!(began.elapsed() < PATIENCE, "this took too long");
        sleep(Duration::from_millis(20));
    }
}

async fn with_articles(context: SessionContext, path: &Path) -> SessionContext {
    let path = path.to_str().unwrap();
    context.register_parquet("articles", path, ParquetReadOptions::default()).await.unwrap();
    context
}

/// A file of articles that two executors have some seconds of work with.
fn articles(folder: &Path, count: usize) -> PathBuf {
    let path = folder.join("articles.parquet");
    let seeds = seeds();
    write(Articles::new(seeds.iter().map(String::as_str)).take(count), &[&path]).unwrap();
    path
}

/// Whether there is a file in a folder or below it that holds anything.
fn holds_a_file(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    entries.flatten().any(|entry| match entry.metadata() {
        Ok(of) if of.is_dir() => holds_a_file(&entry.path()),
        Ok(of) => of.len() > 0,
        Err(_) => false,
    })
}

async fn in_one_process(articles: &Path) -> Vec<Value> {
    let context = with_articles(wirecopy_datafusion::context(2), articles).await;
    rows(&context, QUERY).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cluster_answers_as_one_process_does() {
    let folder = TempDir::new().unwrap();
    let articles = articles(folder.path(), 3000);
    let wanted = in_one_process(&articles).await;
    assert!(wanted.len() > 100);

    let cluster = Cluster::start(2, "yes");
    let context = cluster.context(&articles).await;
    assert_eq!(rows(&context, QUERY).await, wanted);
    let fields = "SELECT id, article['headline'] AS headline, article['byline']['authors'] AS authors
                  FROM (SELECT id, parse_article(text) AS article FROM articles WHERE id < 50) ORDER BY id";
    let alone = with_articles(wirecopy_datafusion::context(1), &articles).await;
    assert_eq!(rows(&context, fields).await, rows(&alone, fields).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_executor_is_killed_and_the_answer_is_full_and_right() {
    let folder = TempDir::new().unwrap();
    let articles = articles(folder.path(), 40_000);
    let wanted = in_one_process(&articles).await;

    let mut cluster = Cluster::start(2, "yes");
    let context = cluster.context(&articles).await;
    let answer = tokio::spawn(async move { rows(&context, QUERY).await });
    // It has passed on a part of what the query needs, which is lost with it.
    let work = cluster.work(0);
    tokio::task::spawn_blocking(move || wait(|| holds_a_file(&work))).await.unwrap();
    assert!(!answer.is_finished(), "the query was over before an executor could be killed");
    drop(cluster.executors.remove(0));
    fs::remove_dir_all(cluster.work(0)).unwrap();
    assert_eq!(answer.await.unwrap(), wanted);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_executor_that_lacks_the_functions_fails_the_query() {
    let folder = TempDir::new().unwrap();
    let articles = articles(folder.path(), 10);
    let cluster = Cluster::start(1, "no");
    let context = cluster.context(&articles).await;
    let error = context.sql(QUERY).await.unwrap().collect().await.unwrap_err();
    assert!(error.to_string().contains("rejected by executor"), "{error}");
    let log = fs::read_to_string(cluster.log(0)).unwrap();
    assert!(log.contains("not provided for scalar function article_quotes"), "{log}");
}
