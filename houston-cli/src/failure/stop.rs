//! Why a call ends early.

use clap::error::{ContextKind, ContextValue};

use crate::failure::Failure;
use crate::terminal::text::short;

/// Why a call ends early: a failure, or a request for help.
#[derive(Debug)]
pub(crate) enum Stop {
    /// A message of clap: help, the version, or a usage error.
    Clap(clap::Error),
    Failed(Failure),
}

/// clap repeats the words of a call, whatever their content and length, so long ones are cut.
impl From<clap::Error> for Stop {
    fn from(mut said: clap::Error) -> Self {
        let cut = |(kind, value): (ContextKind, &ContextValue)| match value {
            ContextValue::String(text) => Some((kind, short(text))).filter(|(_, cut)| cut != text),
            _ => None,
        };
        let changed: Vec<(ContextKind, String)> = said.context().filter_map(cut).collect();
        if !changed.is_empty() {
            // The tips repeat them as well.
            said.remove(ContextKind::Suggested);
        }
        for (kind, text) in changed {
            said.insert(kind, ContextValue::String(text));
        }
        Stop::Clap(said)
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Stop::Failed(failure)
    }
}
