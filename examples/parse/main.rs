//! Reads articles and says what is in them: `parse [OPTION] [FILE]…`. `--help` lists the options.

#[path = "../shared/ending.rs"]
mod ending;
mod failure;
#[path = "../shared/kind.rs"]
mod kind;
mod options;
mod paper;
mod structure;
mod summary;

use failure::Failure;
use options::{HELP, Input, Options, Request, View};
use paper::Paper;
use serde::Serialize;
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::process::ExitCode;
use wirecopy::Article;

fn main() -> ExitCode {
    let ended = match options::read(std::env::args_os().skip(1)) {
        Err(mistake) => {
            eprintln!("parse: {mistake}; parse --help says what there is");
            return ExitCode::from(2);
        }
        Ok(Request::Help) => io::stdout().write_all(HELP.as_bytes()).map(|()| true),
        Ok(Request::Show(options)) => show_all(&options),
    };
    match ended {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => ending::failed("parse", &error),
    }
}

/// Shows one input after another, and says whether all could be.
fn show_all(options: &Options) -> io::Result<bool> {
    let paper = Paper::of_stdout();
    let mut out = BufWriter::new(io::stdout().lock());
    let several = options.inputs.len() > 1;
    let (mut clean, mut gap) = (true, "");
    for input in &options.inputs {
        let article = match article(input) {
            Ok(article) => article,
            Err(failure) => {
                // After what was shown of the inputs before it.
                out.flush()?;
                eprintln!("parse: {input}: {failure}");
                clean = false;
                continue;
            }
        };
        if several && options.view == View::Json {
            write_line(input, &article, &mut out)?;
            continue;
        }
        if several {
            writeln!(out, "{gap}{}", paper.strong(&format!("==> {input} <==")))?;
            gap = "\n";
        }
        show(&article, options.view, &paper, &mut out)?;
    }
    out.flush()?;
    Ok(clean)
}

fn article(input: &Input) -> Result<Article<'static>, Failure> {
    let bytes = read(input).map_err(Failure::Read)?;
    Ok(wirecopy::parse_bytes(&bytes).map_err(Failure::Parse)?.into_owned())
}

fn read(input: &Input) -> io::Result<Vec<u8>> {
    let Input::File(path) = input else {
        if io::stdin().is_terminal() {
            eprintln!("parse: waits for an article that you type or paste, and Ctrl-D (--help says more)");
        }
        let mut bytes = Vec::new();
        return io::stdin().read_to_end(&mut bytes).map(|_| bytes);
    };
    std::fs::read(path)
}

fn show(article: &Article, view: View, paper: &Paper, out: &mut impl Write) -> io::Result<()> {
    match view {
        View::Summary => summary::write(article, paper, out),
        View::Structure => structure::write(article, paper, out),
        View::Why => why(article, paper, out),
        View::Json => {
            serde_json::to_writer_pretty(&mut *out, article)?;
            writeln!(out)
        }
    }
}

fn why(article: &Article, paper: &Paper, out: &mut impl Write) -> io::Result<()> {
    for explanation in article.explain() {
        let quote = explanation.quote();
        writeln!(out, "{}", paper.voice(quote.speaker(), &format!("“{}”", quote.folded())))?;
        writeln!(out, "    {}", paper.text(&explanation.to_string()))?;
    }
    Ok(())
}

/// One article of several on a line of its own, as `examples/jsonl` writes it.
fn write_line(input: &Input, article: &Article, out: &mut impl Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Line<'a> {
        id: String,
        article: &'a Article<'a>,
    }
    serde_json::to_writer(&mut *out, &Line { id: input.to_string(), article })?;
    writeln!(out)
}
