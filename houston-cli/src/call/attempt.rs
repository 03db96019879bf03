//! Advice for a mutation that may have run.

use houston_client::arguments::Arguments;
use houston_client::schema::{Effect, Operation, OperationKind};
use jiff::Timestamp;

use crate::arguments::LookUp;
use crate::failure::{Exit, Failure};
use crate::settings::options::Platform;
use crate::terminal::text::{plain, word};

/// The facts about a call that `houston reconcile` needs.
#[derive(Debug, Default)]
pub(crate) struct Attempt {
    /// Whether the call had `--merge`.
    pub(crate) merge: bool,
    /// The arguments that were looked up. After the call, the same words may find nothing or another object.
    pub(crate) found: Vec<Found>,
    /// Whether other arguments were given.
    pub(crate) others: bool,
    /// When the call was sent.
    pub(crate) sent: Timestamp,
}

/// The result of a look-up.
#[derive(Debug)]
pub(crate) struct Found {
    /// The flag with the path below it.
    pub(crate) flag: String,
    /// The words behind `@find:`.
    pub(crate) words: String,
    pub(crate) id: String,
    /// Whether it is the value of a whole argument.
    pub(crate) is_whole: bool,
}

impl Found {
    /// Sets the id of a look-up.
    pub(crate) fn set(arguments: &mut Arguments, lookup: LookUp, id: String) -> Self {
        arguments.replace(&lookup.pointer, id.clone().into());
        let is_whole = lookup.pointer.matches('/').count() == 1;
        Found { flag: lookup.flag, words: lookup.words, id, is_whole }
    }
}

impl Attempt {
    /// Adds the results of look-ups to a failure, and how to check whether the mutation ran; nothing if its outcome is
    /// known.
    pub(crate) fn explain(
        &self,
        operation: &Operation,
        platform: &Platform,
        failure: Failure,
    ) -> Failure {
        let is_unknown =
            matches!(failure.exit, Exit::Unknown | Exit::Interrupted | Exit::Terminated);
        if !is_unknown || operation.kind != OperationKind::Mutation {
            return failure;
        }
        let failure = self.found.iter().fold(failure, |failure, found| {
            let (flag, words, id) = (&found.flag, plain(&found.words), plain(&found.id));
            failure.detail(format!("{flag} @find:{words} was {id}"))
        });
        let Some(finder) = &operation.finder else {
            return failure.help("Check before you run it again.");
        };
        let platform = platform.words();
        let rest = match (self.found.is_empty(), self.others) {
            (true, _) => " and the same arguments",
            (false, true) => " and the other arguments as before",
            (false, false) => "",
        };
        failure.help(format!(
            "Check before you run it again: with `{}`{rest}, or with `houston {}{platform}`.",
            self.reconcile(operation, &platform),
            plain(&finder.query)
        ))
    }

    /// The command that checks it, with the options that name the platform.
    fn reconcile(&self, operation: &Operation, platform: &str) -> String {
        let mut line = format!("houston reconcile {}{platform}", plain(&operation.name));
        if self.merge {
            line += " --merge";
        }
        if operation
            .finder
            .as_ref()
            .is_some_and(|finder| operation.effect == Effect::Create && !finder.unique)
        {
            line += &format!(" --since {:.0}", self.sent);
        }
        for Found { flag, id, .. } in self.found.iter().filter(|found| found.is_whole) {
            let id = word(&plain(id));
            let between = if flag.contains(' ') { '=' } else { ' ' };
            line += &format!(" {flag}{between}{id}");
        }
        line
    }
}
