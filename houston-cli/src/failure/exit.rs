//! What the process ends with: one table for `houston --help`, `houston explain` and the README.

use super::code::Code;

macro_rules! exits {
    ($($exit:ident = $number:literal $code:ident $meaning:literal)*) => {
        /// What the process ends with.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Exit {
            $(#[doc = $meaning] $exit = $number,)*
        }

        impl Exit {
            /// Every number, and what it means to whoever reads it.
            pub(crate) const MEANINGS: &[(u8, &str)] = &[(0, "done"), $(($number, $meaning),)*];

            /// The kind of failure, where no other one fits better.
            pub(crate) const fn code(self) -> Code {
                match self {
                    $(Exit::$exit => Code::$code,)*
                }
            }
        }
    };
}

exits! {
    Internal = 1 Internal "internal fault"
    Usage = 2 Usage "usage or input refused; nothing was sent"
    NotAllowed = 3 NotAllowed "not signed in, or not allowed"
    Refused = 4 Refused "the server refused; no effect"
    Partial = 5 Partial "it ran, and the answer is not whole"
    NotReached = 6 NotReached "not reached; nothing was sent (or a query that got no answer)"
    Unknown = 7 OutcomeUnknown "the outcome of a mutation is unknown: check before you repeat it"
    Drift = 12 SchemaDrift "schemas differ"
    NotConfirmed = 13 ConfirmationNeeded "not confirmed; nothing was sent"
    Interrupted = 130 Stopped "stopped by SIGINT; a mutation that was sent may have run"
    Terminated = 143 Stopped "stopped by SIGTERM; a mutation that was sent may have run"
}
