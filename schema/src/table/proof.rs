//! What known texts of the server prove.

/// What an error with a known text proves about a mutation. Each proves more than the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Proof {
    /// Nothing: the text is only explained.
    Nothing,
    /// Nothing ran, if neither a path nor data is there: the server refused the whole request.
    Request,
    /// A field had no effect.
    Field,
}
