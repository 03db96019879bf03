//! The screen of an answer, and the text for it.

/// The destination of an answer.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Screen {
    /// Whether it is a terminal.
    pub(crate) terminal: bool,
    /// The number of columns; none if lines are not cut.
    pub(crate) width: Option<u16>,
    /// Whether the user chose the fields, and so their order.
    pub(crate) chosen: bool,
}

/// The text of an answer, and notes about it.
#[derive(Debug, Default)]
pub(crate) struct Written {
    pub(crate) text: Option<String>,
    pub(crate) notes: Vec<String>,
}
