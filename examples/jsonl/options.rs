//! What the command line asks for.

use std::ffi::OsString;
use std::path::PathBuf;
use wirecopy::Parser;

pub(crate) const HELP: &str = "\
Parses a stream of articles: a line {\"id\": …, \"text\": \"…\"} in, a line {\"id\": …, \"article\": {…}} out, in order.

usage: jsonl [OPTION…] < LINES > LINES

  --body       the texts have no headline, byline or other head matter
  --csv FILE   writes the quotations to FILE besides, as a table for spreadsheets: a row for each, with the id of its
               article, who said it, by which words, and where it stands (in bytes of the text)
  --as WHAT    reads each text as a byline, dateline or timestamp alone
  --help       this text

A bar on the terminal shows how far it is, unless the lines go there.
The exit status is 1 if a line could not be parsed (the others are written), 2 if the options are wrong.
";

/// What each text is read as.
#[derive(Clone, Copy)]
pub(crate) enum Task {
    Article(Parser),
    Byline,
    Dateline,
    Timestamp,
}

pub(crate) enum Request {
    Help,
    /// To parse; the table of quotations goes to a file, if one is named.
    Stream {
        task: Task,
        table: Option<PathBuf>,
    },
}

/// Reads the arguments; an error says which is wrong, and how.
pub(crate) fn read(mut args: impl Iterator<Item = OsString>) -> Result<Request, String> {
    let (mut body, mut alone, mut table) = (false, None, None);
    while let Some(arg) = args.next() {
        match arg.to_str() {
            Some("--help" | "-h") => return Ok(Request::Help),
            Some("--body") => body = true,
            Some("--csv") => {
                let file = args.next().filter(|file| !file.as_encoded_bytes().starts_with(b"-"));
                table =
                    Some(PathBuf::from(file.ok_or("--csv wants the name of a file, such as quotes.csv")?));
            }
            Some("--as") => {
                alone = Some(match args.next().as_deref().and_then(|what| what.to_str()) {
                    Some("byline") => Task::Byline,
                    Some("dateline") => Task::Dateline,
                    Some("timestamp") => Task::Timestamp,
                    _ => return Err("--as wants one of byline, dateline and timestamp".to_string()),
                });
            }
            _ if arg.as_encoded_bytes().starts_with(b"-") => {
                return Err(format!("unknown option {}", arg.to_string_lossy()));
            }
            _ => return Err(format!("articles come from standard input: < {}", arg.to_string_lossy())),
        }
    }
    match alone {
        Some(_) if body || table.is_some() => {
            Err("--body and --csv are for articles, not with --as".to_string())
        }
        Some(task) => Ok(Request::Stream { task, table: None }),
        None => Ok(Request::Stream { task: Task::Article(Parser::new().body_only(body)), table }),
    }
}
