//! What to tell whoever does not know whether a mutation ran.

use houston_client::schema::{Operation, OperationKind};

use crate::failure::{Exit, Failure};
use crate::schema::names::kebab;
use crate::terminal::text::{plain, quoted};

/// How a call was made, as far as `houston reconcile` has to be told of it.
#[derive(Debug, Default)]
pub(crate) struct Attempt {
    /// Whether what was given was laid over what was there.
    pub(crate) merge: bool,
    /// The arguments that were looked up. Afterwards the same words may find nothing, or something else.
    pub(crate) found: Vec<Found>,
    /// Whether other arguments were given, too.
    pub(crate) others: bool,
}

/// What a look-up has found.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) argument: String,
    /// The words behind `@find:`.
    pub(crate) words: String,
    pub(crate) id: String,
}

impl Attempt {
    /// Adds to a failure what the look-ups found, and how to look whether the mutation ran; nothing where its outcome
    /// is known.
    pub(crate) fn explain(&self, operation: &Operation, failure: Failure) -> Failure {
        let is_unknown =
            matches!(failure.exit, Exit::Unknown | Exit::Interrupted | Exit::Terminated);
        if !is_unknown || operation.kind != OperationKind::Mutation {
            return failure;
        }
        let told = self.found.iter().fold(failure, |failure, found| {
            let (flag, words, id) = (kebab(&found.argument), plain(&found.words), plain(&found.id));
            failure.detail(format!("--{flag} @find:{words} was {id}"))
        });
        let Some(finder) = &operation.finder else {
            return told.help("look before you run it again");
        };
        let rest = match (self.found.is_empty(), self.others) {
            (true, _) => " with the same arguments",
            (false, true) => " with the other arguments as they were",
            (false, false) => "",
        };
        told.help(format!(
            "look before you run it again: `{}`{rest} does, `houston {}` shows what is there",
            self.reconcile(operation),
            plain(&finder.query)
        ))
    }

    /// The call that looks for it.
    fn reconcile(&self, operation: &Operation) -> String {
        let mut line = format!("houston reconcile {}", plain(&operation.name));
        if self.merge {
            line += " --merge";
        }
        for Found { argument, id, .. } in &self.found {
            let id = plain(id);
            let is_word = id.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
            let id = if is_word { id } else { quoted(&id) };
            line += &format!(" --{} {id}", kebab(argument));
        }
        line
    }
}
