//! The screen of an answer, and the text for it.

use crate::terminal::text::without_controls;

/// The destination of an answer.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Screen {
    /// Whether it is a terminal.
    pub(crate) terminal: bool,
    /// The number of columns; none if lines are not cut.
    pub(crate) width: Option<u16>,
    /// Whether the user chose the fields, and so their order.
    pub(crate) chosen: bool,
    /// Whether a spreadsheet opens the answer.
    pub(crate) excel: bool,
    /// Whether an empty line stands for a single value that is missing.
    pub(crate) or_empty: bool,
}

impl Screen {
    /// Whether people read the answer: on a terminal, or in a spreadsheet.
    pub(super) fn is_for_people(self) -> bool {
        self.terminal || self.excel
    }
}

/// The text of an answer, and notes about it.
#[derive(Debug, Default)]
pub(crate) struct Written {
    pub(crate) text: Option<String>,
    pub(crate) notes: Vec<String>,
}

/// On a terminal, text of the server loses its control characters; a program gets the exact text.
pub(super) fn shown(text: &str, screen: Screen) -> String {
    if screen.terminal { without_controls(text) } else { text.to_owned() }
}
