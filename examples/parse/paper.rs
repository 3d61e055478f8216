//! What the output is written on: a terminal with colours, one without, or no terminal.

use console::{Style, StyledObject, Term};
use std::borrow::Cow;
use std::io::{IsTerminal, stdout};
use wirecopy::Speaker;

/// Columns where nobody says how many there are, and the least and most that are used.
const COLUMNS: usize = 100;
const LEAST_COLUMNS: usize = 60;
const MOST_COLUMNS: usize = 120;

/// Knows how words are set. Where there are no colours nothing is added to them.
pub(crate) struct Paper {
    coloured: bool,
    is_terminal: bool,
    columns: usize,
}

impl Paper {
    /// That which standard output is.
    pub(crate) fn of_stdout() -> Self {
        let columns = Term::stdout().size_checked().map_or(COLUMNS, |(_, columns)| usize::from(columns));
        Paper {
            coloured: console::colors_enabled(),
            is_terminal: stdout().is_terminal(),
            columns: columns.clamp(LEAST_COLUMNS, MOST_COLUMNS),
        }
    }

    /// How many columns a line has.
    pub(crate) fn columns(&self) -> usize {
        self.columns
    }

    /// Words of an article as they may be shown. On a terminal control characters would move its cursor, rename its
    /// window or worse, at the pleasure of whoever wrote the article; each is shown as U+FFFD instead.
    pub(crate) fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let steers = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        if self.is_terminal && text.contains(steers) {
            text.replace(steers, "\u{FFFD}").into()
        } else {
            text.into()
        }
    }

    fn set<'t>(&self, style: Style, text: &'t str) -> StyledObject<Cow<'t, str>> {
        style.force_styling(self.coloured).apply_to(self.text(text))
    }

    pub(crate) fn strong<'t>(&self, text: &'t str) -> StyledObject<Cow<'t, str>> {
        self.set(Style::new().bold(), text)
    }

    pub(crate) fn faint<'t>(&self, text: &'t str) -> StyledObject<Cow<'t, str>> {
        self.set(Style::new().dim(), text)
    }

    pub(crate) fn label<'t>(&self, text: &'t str) -> StyledObject<Cow<'t, str>> {
        self.set(Style::new().cyan(), text)
    }

    /// In the colour of a speaker, each of whom has one as long as colours last; nobody’s words are faint.
    pub(crate) fn voice<'t>(&self, speaker: Option<Speaker>, text: &'t str) -> StyledObject<Cow<'t, str>> {
        let Some(speaker) = speaker else { return self.faint(text) };
        let style = Style::new();
        let style = match speaker.index() % 6 {
            0 => style.cyan(),
            1 => style.yellow(),
            2 => style.magenta(),
            3 => style.green(),
            4 => style.blue(),
            _ => style.red(),
        };
        self.set(style, text)
    }
}
