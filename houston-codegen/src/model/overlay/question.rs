//! The overlay's questions before something is removed.

use std::collections::BTreeMap;

use houston_schema::row;
use houston_schema::table::{Finder, Question};
use serde::Deserialize;

use super::super::{Model, Operation};
use super::finder::is_field_of;
use super::repeats::text;
use super::stale::{Name, Stale};

/// `[operations.NAME.question]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionEntry {
    /// What it does. Paths of fields of the finder's object stand in braces.
    asks: Name,
    /// By the path of a list of the object: the word for one item.
    #[serde(default)]
    counts: BTreeMap<Name, String>,
    /// What is lost with the object.
    #[serde(default)]
    with: Vec<Name>,
}

impl QuestionEntry {
    /// Refuses a question about an object that no query shows.
    pub(super) fn lacks_finder(&self, stale: &mut Stale<'_>) {
        stale.refuse(&self.asks, "expected `finder` beside `question`".to_owned());
    }

    /// A question about what the schema lacks is refused, or left out where other versions have it.
    pub(super) fn check(
        &self,
        model: &Model,
        finder: Option<&Finder>,
        stale: &mut Stale<'_>,
    ) -> Option<Question> {
        let query = |finder: &Finder| {
            let is_it = |operation: &&Operation| operation.row.name == finder.query;
            model.operations.iter().find(is_it)
        };
        let query = query(finder?)?;
        let mut question = row!(Question {
            asks: text(&self.asks),
            with: self.with.iter().map(text).collect(),
            ..Question::default()
        });
        let mut is_field = |place: &Name, path: &str| {
            let is_known = is_field_of(model, query, path);
            if !is_known && !stale.has(&query.row, path) {
                let of = &query.row.name;
                stale.refuse(place, format!("the result of `{of}` has no field `{path}`"));
            }
            is_known
        };
        let has_all = question.paths().all(|path| is_field(&self.asks, path));
        let counts = self.counts.iter().filter(|(path, _)| is_field(path, path.get_ref()));
        question.counts = counts.map(|(path, word)| (text(path), word.clone())).collect();
        (has_all && question.paths().next().is_some()).then_some(question)
    }
}
