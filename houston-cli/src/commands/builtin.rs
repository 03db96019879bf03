//! The names of the built-in commands, and how to call an operation that has one of these names.

use clap::ValueEnum;
use houston_client::schema::Operation;

use crate::schema::names;
use crate::terminal::text::plain;

/// Built-in commands, in the order of help. An operation of the same name is called as
/// `houston query|mutation|subscription NAME`.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Builtin {
    List,
    Describe,
    Skeleton,
    Explain,
    Auth,
    Profile,
    Doctor,
    Schema,
    Sandbox,
    Query,
    Mutation,
    Subscription,
    QueryText,
    Reconcile,
    Wait,
    Runs,
    Completions,
    Man,
    Docs,
    Explore,
}

impl Builtin {
    pub(crate) fn of(name: &str) -> Option<Builtin> {
        Builtin::from_str(name, false).ok()
    }

    pub(crate) fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// The word that shows the help of the command after it.
pub(crate) const HELP: &str = "help";

/// Whether a built-in command hides the operation of this name.
pub(crate) fn is_hidden(operation: &str) -> bool {
    let is_own = |name: &str| name == HELP || Builtin::of(name).is_some();
    is_own(operation) || is_own(&names::kebab(operation))
}

/// The command line that runs an operation, without its arguments.
pub(crate) fn call(operation: &Operation) -> String {
    let name = plain(&operation.name);
    match is_hidden(&operation.name) {
        true => format!("houston {} {name}", operation.kind.keyword()),
        false => format!("houston {name}"),
    }
}
