//! What the programs share: what to ask of which tables, and its rows printed.

use datafusion::arrow::json::LineDelimitedWriter;
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::common::{Result, plan_err};
use datafusion::execution::context::SessionContext;
use datafusion::prelude::{CsvReadOptions, JsonReadOptions, ParquetReadOptions};
use futures::TryStreamExt;
use std::io::Write;
use std::path::Path;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

/// The arguments that all programs take which ask a query.
pub const USAGE: &str = "--table NAME=PATH … [--partitions N] [--jsonl] 'SELECT …'
  --table NAME=PATH  rows of a .parquet, .csv or .jsonl file, of a folder with such an ending, or of *.parquet
  --partitions N     parts that are worked on at once; as many as there are cores unless said
  --jsonl            print an object a line, as rows come, and not a table at the end";

/// A table: its name in the query, and where its rows lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The name in the query.
    pub name: String,
    /// A file or folder, whose ending says what it is.
    pub path: String,
}

impl Table {
    /// Makes the table known to a context.
    ///
    /// # Errors
    ///
    /// When there is no such file, or it is not what its ending says.
    pub async fn register(&self, context: &SessionContext) -> Result<()> {
        let Table { name, path } = self;
        let ending = Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let dotted = format!(".{ending}");
        match ending {
            "parquet" => context.register_parquet(name, path, ParquetReadOptions::default()).await,
            "csv" => {
                // Articles have line ends inside their quotation marks.
                let options = CsvReadOptions::new().newlines_in_values(true);
                context.register_csv(name, path, options).await
            }
            "jsonl" | "json" => {
                context.register_json(name, path, JsonReadOptions::default().file_extension(&dotted)).await
            }
            _ => plan_err!("{path} ends neither in .parquet nor in .csv or .jsonl"),
        }
    }
}

/// A query, its tables, and how to answer it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The tables that it may name.
    pub tables: Vec<Table>,
    /// Parts that are worked on at once.
    pub partitions: usize,
    /// Whether rows are printed as JSON.
    pub jsonl: bool,
    /// The SQL.
    pub query: String,
}

impl Request {
    /// Reads the arguments of a program.
    ///
    /// # Errors
    ///
    /// A sentence that says what is wrong.
    ///
    /// ```
    /// use wirecopy_datafusion::query::Request;
    ///
    /// let args = ["--table", "articles=wire.parquet", "SELECT 1"].map(String::from);
    /// let request = Request::parse(args).unwrap();
    /// assert_eq!((request.tables[0].path.as_str(), request.query.as_str()), ("wire.parquet", "SELECT 1"));
    /// assert_eq!(Request::parse([]).unwrap_err(), "there is no query");
    /// ```
    pub fn parse(args: impl IntoIterator<Item = String>) -> std::result::Result<Self, String> {
        let cores = available_parallelism().map_or(1, usize::from);
        let mut request =
            Request { tables: Vec::new(), partitions: cores, jsonl: false, query: String::new() };
        let mut args = args.into_iter();
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or_else(|| format!("{arg} lacks its value"));
            match arg.as_str() {
                "--table" => request.tables.push(table(&value()?)?),
                "--partitions" => request.partitions = count(&value()?)?,
                "--jsonl" => request.jsonl = true,
                option if option.starts_with("--") => return Err(format!("there is no option {option}")),
                query if request.query.is_empty() => request.query = query.to_string(),
                _ => return Err(format!("after the query comes {arg}")),
            }
        }
        if request.query.is_empty() { Err("there is no query".to_string()) } else { Ok(request) }
    }

    /// Asks the query in `context`, writes its rows to `out`, and says how many there were in what time.
    ///
    /// # Errors
    ///
    /// When a table cannot be read, the query makes no sense, or its execution fails.
    pub async fn run(&self, context: &SessionContext, out: &mut impl Write) -> Result<Answer> {
        for table in &self.tables {
            table.register(context).await?;
        }
        let began = Instant::now();
        let frame = context.sql(&self.query).await?;
        let rows = if self.jsonl {
            let (mut writer, mut rows) = (LineDelimitedWriter::new(out), 0);
            let mut batches = frame.execute_stream().await?;
            while let Some(batch) = batches.try_next().await? {
                writer.write(&batch)?;
                rows += batch.num_rows();
            }
            writer.finish()?;
            rows
        } else {
            let batches = frame.collect().await?;
            writeln!(out, "{}", pretty_format_batches(&batches)?)?;
            batches.iter().map(|batch| batch.num_rows()).sum()
        };
        Ok(Answer { rows, time: began.elapsed() })
    }
}

/// What a query came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Rows of its result.
    pub rows: usize,
    /// From the query's text to its last row.
    pub time: Duration,
}

fn table(given: &str) -> std::result::Result<Table, String> {
    match given.split_once('=') {
        Some((name, path)) => Ok(Table { name: name.to_string(), path: path.to_string() }),
        None => Err(format!("{given} is not NAME=PATH")),
    }
}

fn count(given: &str) -> std::result::Result<usize, String> {
    given.parse().ok().filter(|count| *count > 0).ok_or_else(|| format!("{given} is no count"))
}
