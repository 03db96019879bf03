//! What a call does before and after it is sent, alone or as a row: look-ups, and whether there is anything to do.

use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::schema::{Merge, Operation};

use crate::arguments::LookUp;
use crate::call::attempt::Found;
use crate::call::repeat::{self, Repeat, Settled};
use crate::call::{Call, Sent, confirm, copy, look_up, losses, merge};
use crate::failure::Failure;
use crate::terminal::output;

/// What was asked for beside the arguments of a call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Steps<'s> {
    pub(crate) selection: &'s Selection,
    /// Whether the given values are laid over the existing ones.
    pub(crate) merges: bool,
    pub(crate) repeat: Repeat,
}

/// Why a call is not sent.
#[derive(Debug)]
pub(crate) enum Halt {
    Failed(Failure),
    /// It has nothing to do.
    Settled(Settled),
}

impl From<Failure> for Halt {
    fn from(failure: Failure) -> Self {
        Halt::Failed(failure)
    }
}

impl Steps<'_> {
    /// The facts of `--merge`, if it was given.
    pub(crate) fn merge<'o>(&self, operation: &'o Operation) -> Option<&'o Merge> {
        operation.merge.as_ref().filter(|_| self.merges)
    }

    /// Looks up ids.
    ///
    /// # Errors
    ///
    /// Halts if one of them is not found.
    pub(crate) async fn look_up(
        &self,
        call: &Call<'_>,
        arguments: &mut Arguments,
        lookups: Vec<LookUp>,
    ) -> Result<Vec<Found>, Halt> {
        let found = look_up::resolve(call, arguments, lookups).await;
        found.or_else(|unresolved| Err(Halt::Settled(self.repeat.unresolved(call, unresolved)?)))
    }

    /// Completes the arguments by what exists. If the request is only shown, it tells what would be read first.
    ///
    /// # Errors
    ///
    /// Halts if what exists cannot be read, or leaves nothing to do.
    pub(crate) async fn complete(
        &self,
        call: &Call<'_>,
        arguments: &mut Arguments,
    ) -> Result<(), Halt> {
        let (is_dry, is_curl) = (call.options.running.dry_run, call.options.running.curl);
        copy::copy(call, arguments).await?;
        if is_dry || is_curl {
            self.repeat.described(call.operation).iter().for_each(|what| {
                output::note(format_args!("note: {what}"));
            });
        } else if let Some(settled) = self.repeat.before(call, arguments, self.selection).await? {
            return Err(Halt::Settled(settled));
        }
        let Some(merge) = self.merge(call.operation) else { return Ok(()) };
        if is_dry {
            output::note(
                "note: existing items would be read first, and kept where nothing is given for them",
            );
            return Ok(());
        }
        // An older answer would undo what was written since.
        let call = &call.anew();
        if merge::lay_over(call, merge, arguments).await?
            && !is_curl
            && let Some(settled) = merge::unchanged(call, merge, arguments, self.selection).await?
        {
            return Err(Halt::Settled(settled));
        }
        Ok(())
    }

    /// Notes what the call loses, and what is empty in it. The trap of an operation says what it loses, if it is told.
    pub(crate) fn tell(&self, operation: &Operation, arguments: &Arguments, is_trap_told: bool) {
        if let Some(merge) = self.merge(operation) {
            // A merge takes nothing away but what is named.
            losses::tell_beside(operation, merge, arguments);
        } else {
            if !is_trap_told {
                losses::tell(operation, arguments);
            }
            losses::tell_empty_secrets(operation, arguments, |_| false);
        }
        losses::tell_open_secrets(operation, arguments);
        confirm::tell_empty(operation, arguments);
    }

    /// Looks, after the call, whether a refusal means that there was nothing to do, and what an answer made.
    ///
    /// # Errors
    ///
    /// Fails if something exists, and is not what was given.
    pub(crate) async fn after(
        &self,
        call: &Call<'_>,
        arguments: &Arguments,
        sent: &Sent,
    ) -> Result<Option<Settled>, Failure> {
        let call = &call.anew();
        match sent {
            Sent::Failed { failure, .. } => {
                self.repeat.after(call, arguments, self.selection, failure).await
            }
            Sent::Answered { .. } => {
                repeat::tell_in_place(call, arguments).await;
                Ok(None)
            }
        }
    }
}
