//! The names of the built-in commands, and how to call an operation that has one of these names.

use clap::ValueEnum;
use houston_client::schema::Operation;

use crate::complete;
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
    Whoami,
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

/// A group of commands in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    Find,
    Run,
    SignIn,
    TryOut,
    Install,
}

impl Group {
    /// All groups with their headings, in the order of the help.
    pub(crate) const ALL: [(Group, &str); 5] = [
        (Group::Find, "Find operations"),
        (Group::Run, "Run them"),
        (Group::SignIn, "Sign in, and set up"),
        (Group::TryOut, "Try out, and compare"),
        (Group::Install, "Install"),
    ];
}

impl Builtin {
    /// Where the help shows it.
    pub(crate) fn group(self) -> Group {
        match self {
            Builtin::List | Builtin::Describe | Builtin::Skeleton => Group::Find,
            Builtin::Docs | Builtin::Explore => Group::Find,
            Builtin::Query | Builtin::Mutation | Builtin::Subscription => Group::Run,
            Builtin::QueryText | Builtin::Reconcile | Builtin::Wait | Builtin::Runs => Group::Run,
            Builtin::Auth | Builtin::Whoami | Builtin::Profile => Group::SignIn,
            Builtin::Doctor | Builtin::Explain => Group::SignIn,
            Builtin::Sandbox | Builtin::Schema => Group::TryOut,
            Builtin::Completions | Builtin::Man => Group::Install,
        }
    }
}

/// The word that shows the help of the command after it.
pub(crate) const HELP: &str = "help";

/// Whether a built-in command hides the operation of this name.
pub(crate) fn is_hidden(operation: &str) -> bool {
    let is_own = |name: &str| [HELP, complete::NAME].contains(&name) || Builtin::of(name).is_some();
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
