//! When a run stops by itself: the token is refused or has ended, or it has lost a permission on the way.

use std::cell::RefCell;
use std::collections::HashSet;

use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::schema::{Access, Operation};

use crate::call::Call;
use crate::failure::{Exit, Failure};
use crate::terminal::text::words_of;

/// The most scopes that are remembered: a run may have a million of them.
const MOST: usize = 10_000;

/// What a run knows of its permissions.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    /// The scopes where something has worked.
    worked: RefCell<HashSet<String>>,
    /// The scopes where something was refused, although the token is good.
    refused: RefCell<HashSet<String>>,
    why: RefCell<Option<Failure>>,
}

/// The objects that a call names by id: a permission counts for them.
pub(crate) fn scope(operation: &Operation, arguments: &Arguments) -> String {
    let named = operation.arguments.iter().filter(|argument| !argument.finders.is_empty());
    let values = named.filter_map(|argument| arguments.value(&argument.name));
    values.map(words_of).collect::<Vec<_>>().join(" ")
}

impl Watch {
    /// Remembers that a call worked in a scope.
    pub(crate) fn worked(&self, scope: &str) {
        remember(&self.worked, scope);
    }

    /// Why the run stops, if it does.
    pub(crate) fn why(&self) -> Option<Failure> {
        self.why.borrow_mut().take()
    }

    /// Whether a failure stops the run. It then keeps the failure, and the row counts as not run.
    pub(crate) async fn stops(&self, call: &Call<'_>, scope: &str, failure: Failure) -> bool {
        if failure.exit != Exit::NotAllowed || call.operation.access == Access::Public {
            return false;
        }
        let lost = self.worked.borrow().contains(scope);
        let failure = match lost {
            true => failure.detail("The same permission worked earlier in this run."),
            false if self.refused.borrow().contains(scope) => return false,
            false => match token_failure(call).await {
                Some(refused) => refused,
                None => {
                    remember(&self.refused, scope);
                    return false;
                }
            },
        };
        self.why.borrow_mut().get_or_insert(failure);
        true
    }
}

fn remember(scopes: &RefCell<HashSet<String>>, scope: &str) {
    let mut scopes = scopes.borrow_mut();
    if scopes.len() < MOST && !scopes.contains(scope) {
        scopes.insert(scope.to_owned());
    }
}

/// Asks the server who the token is for: every good token may ask that. The failure if it does not tell.
async fn token_failure(call: &Call<'_>) -> Option<Failure> {
    let query = call.query("self")?;
    let mut selection = Selection::new();
    selection.add("isAdmin", Selection::new());
    let asked = call.anew().ask(query, &Arguments::new(), &selection).await;
    asked.err().filter(|failure| failure.exit == Exit::NotAllowed)
}
