//! Cells in columns of a terminal.

use crate::terminal::text::width;

/// How many columns of the terminal are between two columns of a table.
pub(super) const GAP: usize = 2;

/// A cell with spaces behind it, up to a width and the gap.
pub(super) fn padded(cell: &str, wide: usize) -> String {
    let spaces = wide.saturating_sub(width(cell)) + GAP;
    format!("{cell}{}", " ".repeat(spaces))
}

/// The widest of the cells.
pub(super) fn widest<'c>(cells: impl IntoIterator<Item = &'c String>) -> usize {
    cells.into_iter().map(|cell| width(cell)).max().unwrap_or_default()
}

/// The lines of a table that is given by its columns, which have the same number of cells.
pub(super) fn lines(columns: &[Vec<String>]) -> String {
    let wide: Vec<usize> = columns.iter().map(widest).collect();
    let rows = columns.first().map_or(0, Vec::len);
    let line = |row: usize| {
        let cells = columns.iter().zip(&wide);
        let line: String = cells.map(|(cells, wide)| padded(&cells[row], *wide)).collect();
        line.trim_end().to_owned()
    };
    (0..rows).map(line).collect::<Vec<_>>().join("\n")
}
