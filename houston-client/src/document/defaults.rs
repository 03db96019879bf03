//! The fields of a document that the caller did not ask for.

use std::borrow::Cow;
use std::ops::Range;

/// A field that the caller did not ask for: it belongs to a default selection, or another field needs it.
#[derive(Clone, Debug)]
pub(crate) struct DefaultField {
    /// The name of the field.
    pub(crate) name: Cow<'static, str>,
    /// The position in the text, including the line break before it.
    pub(crate) range: Range<usize>,
    /// The number of the default selection that it belongs to; none for a needed field.
    pub(crate) selection: Option<usize>,
    /// The index in that selection.
    pub(crate) index: usize,
    /// Whether the field at this index may be null.
    pub(crate) nullable: fn(usize) -> bool,
}

/// All fields of a default selection, written as one piece.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) names: &'static [&'static str],
    /// Where it begins in the text.
    pub(super) start: usize,
    /// The length of the line break before each field.
    pub(super) line: usize,
    pub(super) selection: usize,
    pub(super) nullable: fn(usize) -> bool,
}

impl Piece {
    fn fields(&self) -> impl Iterator<Item = DefaultField> {
        let mut end = self.start;
        self.names.iter().enumerate().map(move |(index, name)| {
            let start = end;
            end += self.line + name.len();
            let (selection, nullable) = (Some(self.selection), self.nullable);
            DefaultField { name: (*name).into(), range: start..end, selection, index, nullable }
        })
    }
}

/// The fields of a document that the caller did not ask for. Few documents are adapted, so most of them are kept as
/// pieces.
#[derive(Clone, Debug, Default)]
pub(crate) struct Defaults {
    fields: Vec<DefaultField>,
    pieces: Vec<Piece>,
}

impl Defaults {
    pub(super) fn add(&mut self, field: DefaultField) {
        self.fields.push(field);
    }

    pub(super) fn add_piece(&mut self, piece: Piece) {
        self.pieces.push(piece);
    }

    /// Moves them, because this many bytes were written in front of the text.
    pub(super) fn move_by(&mut self, bytes: usize) {
        for DefaultField { range, .. } in &mut self.fields {
            *range = range.start + bytes..range.end + bytes;
        }
        for piece in &mut self.pieces {
            piece.start += bytes;
        }
    }

    /// Returns each field.
    pub(crate) fn each(&self) -> Vec<DefaultField> {
        self.fields.iter().cloned().chain(self.pieces.iter().flat_map(Piece::fields)).collect()
    }
}
