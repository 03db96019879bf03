use super::graphql::GraphQlError;
use crate::outcome::Outcome;

/// The part of an answer that arrived, with the errors of the rest.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Partial<T> {
    /// The data: `None` for a root field that is missing.
    pub data: T,
    /// The errors of the answer; empty if everything arrived.
    pub errors: Vec<GraphQlError>,
    /// The outcome of each root field, in the order of the request.
    pub outcomes: Vec<Outcome>,
}

impl<T> Partial<T> {
    /// Returns the errors of one root field, by its response key: the field's name, or `name__2` for the second
    /// field with that name.
    pub fn errors_of<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a GraphQlError> {
        self.errors.iter().filter(move |error| error.is_about(field))
    }
}
