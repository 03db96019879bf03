//! Secrets that are missing are asked for, without echo, where somebody is there to type them.

use std::io::IsTerminal;

use houston_client::schema::Operation;

use super::given::Given;
use super::source::Sourced;
use crate::text::plain;

/// Asks on a terminal for each required secret that nobody has given.
pub(super) fn ask(operation: &Operation, given: &mut [Given]) {
    if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        return;
    }
    for (given, argument) in given.iter_mut().zip(operation.arguments.iter()) {
        if argument.secret && argument.required && given.is_empty() {
            let prompt = format!("{} (it is not shown): ", plain(&argument.name));
            // Nobody answers: then it is missing.
            if let Ok(text) = rpassword::prompt_password(prompt)
                && !text.is_empty()
            {
                given.add(Sourced { text, literal: false });
            }
        }
    }
}
