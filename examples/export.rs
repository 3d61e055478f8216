//! Parses one article and writes it in another format.
//!
//! `export FORMAT [FILE]`, from standard input without FILE. Formats: json-ld, ninjs, web-annotation, citron, brat, tei,
//! tsv. ninjs and web-annotation ask for an address of the text; it is the path of the file here.

#[path = "shared/ending.rs"]
mod ending;

use std::io::{Read, Write};
use std::process::ExitCode;
use wirecopy::{Article, export};

const USAGE: &str = "usage: export json-ld|ninjs|web-annotation|citron|brat|tei|tsv [FILE]";

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args().skip(1).collect();
    let (format, path) = match args.as_slice() {
        [format] => (format, "-"),
        [format, path] => (format, path.as_str()),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(format, path) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => ending::failed(&format!("export: {path}"), &*error),
    }
}

fn run(format: &str, path: &str) -> Result<(), Box<dyn std::error::Error>> {
    let mut bytes = Vec::new();
    if path == "-" {
        std::io::stdin().read_to_end(&mut bytes)?;
    } else {
        bytes = std::fs::read(path)?;
    }
    let article = wirecopy::parse_bytes(&bytes)?;
    let text = write(&article, format, path)?;
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(())
}

fn write(article: &Article, format: &str, address: &str) -> Result<String, Box<dyn std::error::Error>> {
    let json = match format {
        "json-ld" => serde_json::to_string_pretty(&export::json_ld(article))?,
        "ninjs" => serde_json::to_string_pretty(&export::ninjs(article, address))?,
        "web-annotation" => serde_json::to_string_pretty(&export::web_annotations(article, address))?,
        "citron" => serde_json::to_string_pretty(&export::citron(article))?,
        "brat" => return Ok(export::brat(article).to_string()),
        "tei" => return Ok(export::tei(article).to_string()),
        "tsv" => return Ok(export::quotes_tsv(article).to_string()),
        _ => return Err(USAGE.into()),
    };
    Ok(json + "\n")
}
