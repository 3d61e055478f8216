//! How far the stream is, for whoever waits at a terminal.

use indicatif::{ProgressBar, ProgressStyle};
use std::cell::Cell;
use std::io::{IsTerminal, stdout};

/// A bar where the length of the input is known, else a count. Neither is drawn unless standard error is a terminal.
pub(crate) struct Progress {
    bar: ProgressBar,
    articles: Cell<u64>,
}

impl Progress {
    pub(crate) fn of_stdin() -> Self {
        let bar = match bytes_of_stdin() {
            // Lines that scroll past show how far it is, and a bar would be torn by them.
            _ if stdout().is_terminal() => ProgressBar::hidden(),
            Some(bytes) => {
                ProgressBar::new(bytes).with_style(style("{wide_bar} {percent}% {msg}, {eta} to go"))
            }
            None => ProgressBar::no_length().with_style(style("{msg} in {elapsed}")),
        };
        Progress { bar, articles: Cell::new(0) }
    }

    /// Counts articles, and the bytes that they were read from.
    pub(crate) fn advance(&self, articles: u64, bytes: u64) {
        if self.bar.is_hidden() {
            return;
        }
        self.articles.set(self.articles.get() + articles);
        let articles = self.articles.get();
        let pace = u128::from(articles) * 1000 / self.bar.elapsed().as_millis().max(1);
        self.bar.set_message(format!("{articles} articles, {pace} a second"));
        self.bar.inc(bytes);
    }

    /// Lets something else be printed, on lines of its own.
    pub(crate) fn aside(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }

    pub(crate) fn finish(&self) {
        self.bar.finish();
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).expect("the template is valid").progress_chars("=> ")
}

/// How many bytes are left in standard input, where that is a file.
#[cfg(unix)]
fn bytes_of_stdin() -> Option<u64> {
    use std::fs::File;
    use std::io::{Seek, stdin};
    use std::os::fd::AsFd;

    let mut file = File::from(stdin().as_fd().try_clone_to_owned().ok()?);
    let about = file.metadata().ok().filter(|about| about.is_file())?;
    Some(about.len().saturating_sub(file.stream_position().ok()?))
}

#[cfg(not(unix))]
fn bytes_of_stdin() -> Option<u64> {
    None
}
