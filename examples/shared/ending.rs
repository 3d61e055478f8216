//! How a program that writes to standard output ends.

use std::error::Error;
use std::io;
use std::process::ExitCode;

/// Says why `program` could not go on, and with which status it ends.
///
/// A reader that stops early, such as `head`, closes the pipe between the two; that is no mistake.
pub(crate) fn failed(program: &str, error: &(dyn Error + 'static)) -> ExitCode {
    let kind = error.downcast_ref::<io::Error>().map(io::Error::kind);
    if kind == Some(io::ErrorKind::BrokenPipe) {
        return ExitCode::SUCCESS;
    }
    eprintln!("{program}: {error}");
    ExitCode::FAILURE
}
