//! Exit codes: one table for `houston help exit-codes`, `houston explain` and `docs/results.md`.

use super::code::Code;

macro_rules! exits {
    ($($exit:ident = $number:literal $code:ident $(or $other:ident)* $meaning:literal)*) => {
        /// The exit code of the process.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Exit {
            $(#[doc = $meaning] $exit = $number,)*
        }

        impl Exit {
            /// Every exit code, and its meaning for the reader.
            pub(crate) const MEANINGS: &[(u8, &str)] = &[(0, "done"), $(($number, $meaning),)*];

            /// The error code of an exit code, unless a more precise one is known; none for 0.
            pub(crate) fn code_of(number: u8) -> Option<Code> {
                match number {
                    $($number => Some(Code::$code),)*
                    _ => None,
                }
            }

            /// The other error codes of an exit code that stand for something else.
            pub(crate) fn others_of(number: u8) -> &'static [Code] {
                match number {
                    $($number => &[$(Code::$other),*],)*
                    _ => &[],
                }
            }

            /// The error code that is used unless a more precise one is known.
            pub(crate) const fn code(self) -> Code {
                match self {
                    $(Exit::$exit => Code::$code,)*
                }
            }
        }
    };
}

exits! {
    Internal = 1 Internal "internal error"
    Usage = 2 Usage "usage error or invalid input; nothing was sent"
    NotAllowed = 3 NotAllowed "not signed in, or not allowed"
    Refused = 4 Refused "refused, or we looked and did not send (differs, not-found, ambiguous, cannot-tell); no effect"
    Partial = 5 Partial "it ran, but the answer is incomplete"
    NotReached = 6 NotReached "not reached; nothing was sent (or a query got no answer)"
    Unknown = 7 OutcomeUnknown "a mutation may have run; check before you repeat it"
    RowsFailed = 8 RowsFailed "rows: some were refused, were not sent, ended in part or waited in vain; the report names them"
    RowsUnknown = 9 RowsUnknown "rows: some may have run; the same command finds out"
    TimeIsUp = 10 WaitTimedOut "waiting: time was up; the last state was printed"
    WaitFailed = 11 WaitFailed "waiting: it failed"
    Drift = 12 SchemaDrift or WouldChange "schemas differ, or a plan of rows would change something"
    NotConfirmed = 13 ConfirmationNeeded "not confirmed; nothing was sent"
    Interrupted = 130 Stopped "stopped by SIGINT; a mutation that was sent may have run"
    Terminated = 143 Stopped "stopped by SIGTERM; a mutation that was sent may have run"
}
