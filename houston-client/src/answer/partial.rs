use super::graphql::GraphQlError;
use crate::outcome::Outcome;

/// What came of an answer, and what went wrong beside it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Partial<T> {
    /// What came: `None` for a root field that did not.
    pub data: T,
    /// The errors of the answer; none when all of it came.
    pub errors: Vec<GraphQlError>,
    /// What became of each root field, in the order of the request.
    pub outcomes: Vec<Outcome>,
}

impl<T> Partial<T> {
    /// The errors of one root field, by its response key: its name, and `name__2` for the second one of a name.
    pub fn errors_of<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a GraphQlError> {
        self.errors.iter().filter(move |error| error.is_about(field))
    }
}
