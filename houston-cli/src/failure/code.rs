//! The kinds of failures: one table for error texts and `houston explain`.

macro_rules! codes {
    ($($code:ident $word:literal $meaning:literal $next:literal)*) => {
        /// The kind of a failure.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Code {
            $(#[doc = $meaning] $code,)*
        }

        impl Code {
            /// Every kind, in the order of their words.
            pub(crate) const ALL: &[Code] = &[$(Code::$code,)*];

            /// Its word, what it means, and what to do next.
            const fn row(self) -> [&'static str; 3] {
                match self {
                    $(Code::$code => [$word, $meaning, $next],)*
                }
            }
        }
    };
}

codes! {
    AlreadyExists "already-exists"
        "Something of this name or address is there already; nothing was changed."
        "Choose another name, or use what is there: a query that lists it shows its id."
    Ambiguous "ambiguous"
        "The server cannot tell which of several is meant; nothing was changed."
        "Name it by its id."
    ArgumentMissing "argument-missing"
        "The server wants an argument that the schema does not ask for; nothing was changed."
        "`houston describe OPERATION` marks what is required."
    BillingRefused "billing-refused"
        "The workspace is suspended or on trial; nothing was changed."
        "Ask whoever pays for the platform."
    ConfigRefused "config-refused"
        "A value of the configuration is out of the platform's limits; nothing was changed."
        "`houston deploymentConfig` shows the limits."
    ConfirmationNeeded "confirmation-needed"
        "The operation deletes or replaces something, and nobody said yes; nothing was sent."
        "Run it on a terminal and answer `yes`, or add --yes."
    Internal "internal"
        "A fault of this program, or of the machine that it runs on."
        "Report it, with the message and what you ran."
    InviteRefused "invite-refused"
        "The invitation is not valid for this address; nothing was changed."
        "Ask for a new one."
    LastAdmin "last-admin"
        "The platform would be left without an administrator; nothing was changed."
        "Make somebody else an administrator first."
    LoginFailed "login-failed"
        "The server does not take this identity, password or token; nothing was changed."
        "Check them; a token of a user is good for a day."
    NameRefused "name-refused"
        "The name is reserved, too long, or has letters that it may not have; nothing was changed."
        "Choose another one."
    NotAllowed "not-allowed"
        "The server says that a permission is missing. Houston says the same, in the words `Insufficient permissions` or `You do not have the appropriate permissions for that`, when the token is missing, wrong or expired. On platforms of the time of 0.23, a service account has one role only: creating a workspace or a Deployment turns it into the role in what was created, and the next call is refused."
        "Check the token with `houston self --fields isAdmin`; `houston describe OPERATION` names the permission and the roles that have it. A service account that lost its role needs a new one, made before each creation."
    NotConfirmed "not-confirmed"
        "The account waits for its address to be confirmed."
        "Follow the link in the mail, or run confirmEmail with its token. (A call that nobody said yes to is confirmation-needed.)"
    NotFound "not-found"
        "What was named does not exist, or is not yours to see; nothing was changed."
        "List what is there: `houston list --grep` finds the query."
    NotHappened "not-happened"
        "What a mutation would have made or changed is not there."
        "If it was sent only now, the server may still run it: look again before you repeat it."
    NotReached "not-reached"
        "No connection stood, and nothing was sent; or a query got no answer, which changes nothing."
        "Check the address, the network and the proxy, and whether --timeout gave it time; it can be repeated."
    OutcomeUnknown "outcome-unknown"
        "The mutation was sent, and nobody can tell whether it ran."
        "Look before you repeat it: `houston describe OPERATION` names the query that finds what it makes."
    Partial "partial"
        "It ran, and a part of the answer is missing or does not fit."
        "Do not repeat a mutation; read what is there with a query, or choose less with --fields."
    Redirected "redirected"
        "The server sends elsewhere. Redirects are not followed: the token would go along."
        "Give the right address with --url."
    Refused "refused"
        "The server refused, and nothing was changed."
        "The message says why; `houston describe OPERATION` tells what is known of the operation's rules."
    RoleBindings "role-bindings"
        "`Cannot read property 'roleBindings' of undefined` is a fault of the server of the time of 0.23: operations without a rule of permission do not know who calls. The old query serviceAccounts is one; others say it when there is no token."
        "Use workspaceServiceAccounts or deploymentServiceAccounts, and check that a token is sent."
    RoleRefused "role-refused"
        "The role does not fit what it was given for; nothing was changed."
        "`houston describe Role` lists the roles: a workspace takes WORKSPACE_…, a Deployment DEPLOYMENT_…."
    SchemaDrift "schema-drift"
        "The server's schema is of another version: it does not know a field, argument or type, or wants one that was not given. Nothing ran."
        "`houston schema diff` shows what differs, `houston schema pull` goes by the server's schema from then on; or choose fields that it has with --fields."
    SignupClosed "signup-closed"
        "The platform takes no new users without an invitation; nothing was changed."
        "Ask an administrator to invite you."
    Stopped "stopped"
        "The call was stopped by a signal before an answer came."
        "Run a query again; look before you repeat a mutation."
    Usage "usage"
        "What was given cannot be used; nothing was sent."
        "The message names the flag or path, and what would be right."
    VariablesRefused "variables-refused"
        "A name of a variable is not valid, or is the platform's own; nothing was changed."
        "Choose another one."
}

impl Code {
    /// The word that it is known by.
    pub(crate) const fn word(self) -> &'static str {
        self.row()[0]
    }

    /// What it means.
    pub(crate) const fn meaning(self) -> &'static str {
        self.row()[1]
    }

    /// What to do next.
    pub(crate) const fn next(self) -> &'static str {
        self.row()[2]
    }

    /// The kind of this word.
    pub(crate) fn of_word(word: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.word() == word)
    }

    /// The kind of failure that a text of the server has a story of its own for.
    pub(crate) fn of_text(text: &str) -> Option<Code> {
        let text = text.to_lowercase();
        if text.contains("cannot read property 'rolebindings' of undefined") {
            return Some(Code::RoleBindings);
        }
        let refusal = houston_client::outcome::refusal(houston_client::REFUSALS, &text)?;
        Code::of_word(&refusal.code)
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn every_code_has_its_row() {
        for refusal in houston_client::REFUSALS {
            assert!(Code::of_word(&refusal.code).is_some(), "{}", refusal.code);
        }
        assert!(Code::ALL.is_sorted_by_key(|code| code.word()));
        assert_eq!(Code::of_text("Insufficient permissions."), Some(Code::NotAllowed));
        let fault = "Cannot read property 'roleBindings' of undefined";
        assert_eq!(Code::of_text(fault), Some(Code::RoleBindings));
        assert_eq!(Code::of_text("x"), None);
    }
}
