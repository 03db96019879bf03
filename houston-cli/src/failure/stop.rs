//! How a call ends that does not end well.

use clap::error::{ContextKind, ContextValue};

use crate::failure::Failure;
use crate::terminal::text::short;

/// How a call ends that does not end well, or that asked for help.
#[derive(Debug)]
pub(crate) enum Stop {
    /// clap has something to say: help, a version, or what is wrong with the words.
    Clap(clap::Error),
    Failed(Failure),
}

/// clap repeats the words of a call whatever they hold, however long they are.
impl From<clap::Error> for Stop {
    fn from(mut said: clap::Error) -> Self {
        let cut = |(kind, value): (ContextKind, &ContextValue)| match value {
            ContextValue::String(text) => Some((kind, short(text))).filter(|(_, cut)| cut != text),
            _ => None,
        };
        let changed: Vec<(ContextKind, String)> = said.context().filter_map(cut).collect();
        if !changed.is_empty() {
            // The tips repeat them, too.
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
