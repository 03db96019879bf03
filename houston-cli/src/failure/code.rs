//! Error codes: one table for error messages and `houston explain`.

use houston_client::RefusalCode;
use houston_client::outcome::Refusal;

/// What an error with a code means; for a code of the server, its own table says it.
macro_rules! meaning {
    ($code:ident) => {
        RefusalCode::$code.meaning()
    };
    ($code:ident $meaning:literal) => {
        $meaning
    };
}

macro_rules! codes {
    ($($code:ident $word:literal $(means $meaning:literal)? $next:literal)*) => {
        /// An error code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Code {
            $($code,)*
        }

        impl Code {
            /// Every code, sorted by name.
            pub(crate) const ALL: &[Code] = &[$(Code::$code,)*];

            /// The name, the meaning and the next step.
            const fn row(self) -> [&'static str; 3] {
                match self {
                    $(Code::$code => [$word, meaning!($code $($meaning)?), $next],)*
                }
            }
        }
    };
}

codes! {
    AlreadyExists "already-exists"
        "Choose another name, or use the existing object: a query that lists it shows its id."
    Ambiguous "ambiguous"
        "Give the id of the one you mean."
    ArgumentMissing "argument-missing"
        "`houston describe OPERATION` marks the arguments that the server requires."
    BillingRefused "billing-refused"
        "Ask the person who pays for the platform."
    CannotTell "cannot-tell"
        means "What exists does not show enough to compare it with what was given. The call was not sent."
        "Look at what exists with the query that the message names; `--if-exists use` takes it as it is."
    ConfigRefused "config-refused"
        "`houston deploymentConfig` shows the limits."
    ConfirmationNeeded "confirmation-needed"
        means "The operation deletes or replaces something, and it was not confirmed. Nothing was sent."
        "Run it on a terminal and answer the question, or add `--yes`."
    Differs "differs"
        means "With `--if-exists check`: the object exists, and some of its values are not the given ones. The call was not sent."
        "Give the values that exist, or change the object with the operation that updates it; `--if-exists use` takes it as it is."
    DocumentRefused "document-refused"
        "Correct what the message names. `houston describe` with the name of an operation or type shows what the server expects."
    Internal "internal"
        means "An error in this program, or on the machine that it runs on."
        "Report it, with the message and the command that you ran."
    InviteRefused "invite-refused"
        "Ask for a new invitation."
    Journal "journal"
        means "The journal of a run with `--rows` cannot be used: it is damaged, of another run, or another process holds it."
        "Continue with the journal of this run, or start a new one with `--journal FILE`. `houston runs` lists the journals."
    LastAdmin "last-admin"
        "Make another user an administrator first."
    LoginFailed "login-failed"
        "Check the identity, the password or the token that the call uses."
    NameRefused "name-refused"
        "Choose another name."
    NotAllowed "not-allowed"
        "Check the token with `houston self --fields isAdmin`, and the ids in the arguments; `houston describe OPERATION` names the permission and the roles that have it. If a service account has lost its role, create a new service account before each creation."
    NotConfirmed "not-confirmed"
        "Follow the link in the email, or run `houston confirmEmail` with its token. (A call that you did not confirm has the code `confirmation-needed`.)"
    NotFound "not-found"
        "List the existing objects: `houston list --grep TEXT` finds the query."
    NotHappened "not-happened"
        means "The object that the mutation creates, or the change that it makes, is not there."
        "If you sent it only now, the server may still run it: look again before you repeat it."
    NotReached "not-reached"
        means "No connection was made, and nothing was sent; or a query got no answer, which changes nothing."
        "Check the address, the network, the proxy and `--timeout`, then try again."
    OutcomeUnknown "outcome-unknown"
        means "The mutation was sent, and it may have run."
        "Check before you repeat it: run `houston reconcile OPERATION` with the same arguments."
    Partial "partial"
        means "It ran, but part of the answer is missing or not as expected."
        "Do not repeat a mutation. Read the result with a query, or select less with `--fields`."
    Redirected "redirected"
        means "The server redirects to another address. Redirects are not followed, because the token would go along."
        "Give the right address with `--url`."
    Refused "refused"
        means "The server refused the call. Nothing changed."
        "The message gives the reason; `houston describe OPERATION` shows the known rules of the operation."
    RoleBindings "role-bindings"
        "Use `workspaceServiceAccounts` or `deploymentServiceAccounts`, and check that a token is sent."
    RoleRefused "role-refused"
        "`houston describe Role` lists the roles: a workspace takes WORKSPACE_…, a Deployment DEPLOYMENT_…."
    RowsFailed "rows-failed"
        means "Of a run with `--rows`, some rows were refused, were not sent, ended in part, or waited in vain. The report names each of them."
        "Fix that, then run the same command again with `--retry-failed`: rows that are done do not run again."
    RowsUnknown "rows-unknown"
        means "Of a run with `--rows`, some rows were sent and may have run."
        "Run the same command again: it looks up what those rows did. What cannot be looked up runs again with `--rerun-unknown`."
    SchemaDrift "schema-drift"
        "`houston schema diff` shows the differences, and `houston schema pull` switches to the server's schema. Or select fields that the server has with `--fields`."
    ServerFault "server-fault"
        "Give the message to the operator of the platform."
    SignupClosed "signup-closed"
        "Ask an administrator to invite you."
    Stopped "stopped"
        means "A signal stopped the call before an answer arrived."
        "You can repeat a query. Check before you repeat a mutation."
    TlsFailed "tls-failed"
        means "No TLS connection could be set up, for example because the server's certificate is not trusted, has expired or is for another name. Nothing was sent."
        "The message gives the cause and the certificate. `houston doctor` shows all certificates of the server. `--ca-cert FILE` helps only if the issuer is not trusted."
    TooLarge "too-large"
        means "The answer is larger than 32 MiB, or nested too deep. A query changes nothing, and a mutation whose answer is too large has the code `outcome-unknown`."
        "Choose less with `--fields`."
    Usage "usage"
        means "The input is not valid. Nothing was sent."
        "The message names the flag or path, and the value that is expected."
    VariablesRefused "variables-refused"
        "Choose another name."
    WaitFailed "wait-failed"
        means "What was waited for has failed: the state of it says so, or `--fail-when` was true. With `--wait`, the call itself is done."
        "Look at it with the query that the message names; `houston logs` has the logs of a Deployment."
    WaitTimedOut "wait-timed-out"
        means "Time was up before what was waited for was there. It can still come. With `--wait`, the call itself is done."
        "Wait on with `houston wait`, or wait longer with `--for`."
    WouldChange "would-change"
        means "The plan of `--dry-run` with `--rows` would change something. No mutation was sent."
        "To apply the plan, run the same command without `--dry-run`."
}

impl Code {
    /// The name.
    pub(crate) const fn word(self) -> &'static str {
        self.row()[0]
    }

    /// The meaning.
    pub(crate) const fn meaning(self) -> &'static str {
        self.row()[1]
    }

    /// The next step.
    pub(crate) const fn next(self) -> &'static str {
        self.row()[2]
    }

    /// The code with this name.
    pub(crate) fn of_word(word: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.word() == word)
    }

    /// The rows for an error text of the server, each with its code: those for some operations, and then the one for
    /// all others.
    pub(crate) fn of_text(text: &str) -> Vec<(&'static Refusal, Code)> {
        let rows = houston_client::SCHEMA.refusals.iter().filter(|row| row.fits(text));
        let mut rows: Vec<_> =
            rows.filter_map(|row| Some((row, Code::of_word(&row.code)?))).collect();
        let end = rows.iter().position(|(row, _)| row.operations.is_empty());
        rows.truncate(end.map_or(rows.len(), |end| end + 1));
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn every_code_has_its_row() {
        for refusal in houston_client::SCHEMA.refusals.iter() {
            assert!(Code::of_word(&refusal.code).is_some(), "{}", refusal.code);
        }
        assert!(Code::ALL.is_sorted_by_key(|code| code.word()));
        let code = |text: &str| Code::of_text(text).first().map(|(_, code)| *code);
        assert_eq!(code("Insufficient permissions."), Some(Code::NotAllowed));
        let fault = "Cannot read property 'roleBindings' of undefined";
        assert_eq!(code(fault), Some(Code::RoleBindings));
        assert_eq!(code("x"), None);
    }
}
