//! Where an answer is shown, and what is written there.

/// Where an answer is shown.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Screen {
    /// Whether it is a terminal.
    pub(crate) terminal: bool,
    /// How many columns it has; none where nobody cuts lines.
    pub(crate) width: Option<u16>,
    /// Whether somebody has chosen the fields, and their order with them.
    pub(crate) chosen: bool,
}

/// An answer, as it is written, and what is to be said beside it.
#[derive(Debug, Default)]
pub(crate) struct Written {
    pub(crate) text: Option<String>,
    pub(crate) notes: Vec<String>,
}
