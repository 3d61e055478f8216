//! What the command line asks for.

use std::ffi::OsString;
use std::fmt::{Display, Formatter};
use std::path::PathBuf;

pub(crate) const HELP: &str = "\
Reads press articles, plain text in UTF-8, and says what is in them.

usage: parse [OPTION] [FILE]…

Without FILE, or where FILE is -, the article comes from standard input.

  (no option)   headline, byline, dateline and times; who said what; the speakers
  --why         each quotation, why it has its speaker, and who else was thought of
  --structure   each block of the text with its place (in bytes) and kind in the margin,
                and under the kind what its head matter was read as
  --json        all that was found; of several files an object a line, with the file as its id
  --help        this text
  --            no options from here on

Colours are for terminals: NO_COLOR=1 takes them away, CLICOLOR_FORCE=1 keeps them in a pipe.
The exit status is 1 if a file could not be read or parsed (the others are shown), 2 if the options are wrong.
";

/// What is shown of an article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum View {
    Summary,
    Why,
    Structure,
    Json,
}

pub(crate) enum Input {
    Stdin,
    File(PathBuf),
}

impl Display for Input {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Input::Stdin => f.write_str("standard input"),
            Input::File(path) => path.display().fmt(f),
        }
    }
}

pub(crate) struct Options {
    pub(crate) view: View,
    pub(crate) inputs: Vec<Input>,
}

pub(crate) enum Request {
    Help,
    Show(Options),
}

/// Reads the arguments; an error says which is wrong, and how.
pub(crate) fn read(args: impl Iterator<Item = OsString>) -> Result<Request, String> {
    let (mut chosen, mut inputs, mut options_end) = (None, Vec::new(), false);
    for arg in args {
        let view = match arg.to_str() {
            _ if options_end => None,
            Some("--help" | "-h") => return Ok(Request::Help),
            Some("--json") => Some(View::Json),
            Some("--why") => Some(View::Why),
            Some("--structure") => Some(View::Structure),
            Some("--") => {
                options_end = true;
                continue;
            }
            Some("-") => {
                inputs.push(Input::Stdin);
                continue;
            }
            _ if arg.as_encoded_bytes().starts_with(b"-") => {
                return Err(format!("unknown option {}", arg.to_string_lossy()));
            }
            _ => None,
        };
        match view {
            None => inputs.push(Input::File(arg.into())),
            Some(_) if chosen.is_some_and(|before| Some(before) != view) => {
                return Err("--json, --why and --structure are shown one at a time".to_string());
            }
            Some(_) => chosen = view,
        }
    }
    if inputs.is_empty() {
        inputs.push(Input::Stdin);
    }
    Ok(Request::Show(Options { view: chosen.unwrap_or(View::Summary), inputs }))
}
