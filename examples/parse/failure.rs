//! Why an input cannot be shown, and what helps.

use std::fmt::{Display, Formatter};
use std::io::{self, ErrorKind};
use wirecopy::ParseError;

#[derive(Debug)]
pub(crate) enum Failure {
    Read(io::Error),
    Parse(ParseError),
}

impl Failure {
    fn advice(&self) -> Option<&'static str> {
        match self {
            Failure::Read(error) => match error.kind() {
                ErrorKind::NotFound => Some("check the name, and the folder that you are in"),
                ErrorKind::IsADirectory => Some("name the files in it, such as FOLDER/*.txt"),
                ErrorKind::PermissionDenied => Some("make it readable for you, or name a copy that is"),
                _ => None,
            },
            Failure::Parse(error) => match error {
                ParseError::Empty => Some("give it the text of an article"),
                ParseError::TooLong { .. } => Some("give it one article at a time"),
                ParseError::NotUtf8 { .. } => {
                    Some("convert it: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW, or from what else it is in")
                }
                ParseError::NotText { .. } => {
                    Some("save the text alone from the program that made it, as UTF-8")
                }
                _ => None,
            },
        }
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Failure::Read(error) => error.fmt(f)?,
            Failure::Parse(error) => error.fmt(f)?,
        }
        self.advice().map_or(Ok(()), |advice| write!(f, "; {advice}"))
    }
}
