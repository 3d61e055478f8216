//! Grows articles from those of a folder, into a file of Parquet or of an object a line.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use wirecopy_datafusion::archive::write;
use wirecopy_datafusion::options::Options;
use wirecopy_datafusion::synthetic::Articles;

const USAGE: &str = "[--bytes 100000000] [--seeds ../../seeds] OUT.parquet|OUT.jsonl …
  --bytes N     bytes of text in all
  --seeds PATH  a folder of articles, each a .txt file";

const OPTIONS: [(&str, &str); 2] = [("--bytes", "100000000"), ("--seeds", "../../seeds")];

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1), &OPTIONS) {
        Ok(options) if !options.rest.is_empty() => options,
        Ok(_) => return usage("there is no file to write"),
        Err(error) => return usage(&error),
    };
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("generate: {error}");
            ExitCode::FAILURE
        }
    }
}

fn usage(error: &str) -> ExitCode {
    eprintln!("generate: {error}\nusage: generate {USAGE}");
    ExitCode::from(2)
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let (mut left, folder): (usize, String) = (options.get("--bytes")?, options.get("--seeds")?);
    let mut paths = fs::read_dir(&folder)
        .map_err(|error| format!("{folder}: {error}"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    if paths.is_empty() {
        return Err(format!("{folder} has no .txt files").into());
    }
    let texts = paths.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    let articles = Articles::new(texts.iter().map(String::as_str));
    let rows = articles.take_while(|row| {
        let some = left > 0;
        left = left.saturating_sub(row.text.len());
        some
    });
    let outs: Vec<_> = options.rest.iter().map(Path::new).collect();
    let (rows, bytes) = write(rows, &outs)?;
    println!("articles: {rows}, bytes of text: {bytes}");
    Ok(())
}
