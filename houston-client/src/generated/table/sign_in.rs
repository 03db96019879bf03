// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
pub(super) const query_auth_config: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("authConfig"),
    description: rt::Borrowed("Ways to sign in to this platform. Needs no login."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("duration"),
                description: rt::Borrowed("Accepted and ignored."),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("extras"),
                description: rt::Borrowed(
                    "Further values to carry through a provider's sign-in, as a JSON object.",
                ),
                ty: rt::Borrowed("JSON"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("inviteToken"),
                description: rt::Borrowed("Token of an invite, to sign up with."),
                ty: rt::Borrowed("String"),
                secret: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("redirect"),
                description: rt::Borrowed(
                    "Address to come back to after a provider's sign-in.",
                ),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("AuthConfig"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::Public,
    secrets: rt::Borrowed(&[rt::Borrowed("inviteToken")]),
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_self_: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("self"),
    description: rt::Borrowed(
        "Who you are. For a service account user is null; isAdmin works for both and tests a token.",
    ),
    ty: rt::Borrowed("AuthUser"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::SignedIn,
    trap: rt::Borrowed(
        "Selecting token issues a new token; for a service account user is null",
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_confirm_email: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("confirmEmail"),
    description: rt::Borrowed(
        "Confirms an address with the token that was mailed to it, and signs in.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("token"),
                description: rt::Borrowed("The token of the confirmation mail."),
                ty: rt::Borrowed("String!"),
                required: true,
                secret: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("duration"),
                description: rt::Borrowed("Accepted and ignored."),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("AuthUser"),
    effect: rt::schema::Effect::Session,
    access: rt::schema::Access::Public,
    secrets: rt::Borrowed(&[rt::Borrowed("token")]),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_create_token: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("createToken"),
    description: rt::Borrowed(
        "Signs in with name and password. The token lives 24 hours by default and cannot be renewed.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("password"),
                description: rt::Borrowed("The password."),
                ty: rt::Borrowed("String!"),
                required: true,
                secret: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("duration"),
                description: rt::Borrowed("Accepted and ignored."),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("identity"),
                description: rt::Borrowed(
                    "Email address or user name; capitals count and stored addresses are in lower case.",
                ),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("AuthUser"),
    effect: rt::schema::Effect::Session,
    access: rt::schema::Access::Public,
    trap: rt::Borrowed("The default answer leaves the token out: ask for token.value"),
    secrets: rt::Borrowed(&[rt::Borrowed("password")]),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_delete_invite_token: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("deleteInviteToken"),
    description: rt::Borrowed("Revokes an invite."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("inviteUuid"),
                description: rt::Borrowed(
                    "Id of the invite; the server fails without it.",
                ),
                ty: rt::Borrowed("Uuid"),
                required: true,
                finders: rt::Borrowed(
                    &[rt::Borrowed("workspaceInvites"), rt::Borrowed("invites")],
                ),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("workspaceUuid"),
                description: rt::Borrowed("Id of the workspace that the invite is for."),
                ty: rt::Borrowed("Uuid"),
                finders: rt::Borrowed(&[rt::Borrowed("workspaces")]),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Invite"),
    effect: rt::schema::Effect::Delete,
    finder: ::core::option::Option::Some(rt::schema::Finder {
        query: rt::Borrowed("invites"),
        arguments: rt::Borrowed(&[]),
        matches: rt::Borrowed(&[(rt::Borrowed("id"), rt::Borrowed("inviteUuid"))]),
    }),
    access: rt::schema::Access::SignedIn,
    omitted: rt::Borrowed(
        &[
            rt::Borrowed("createdAt"),
            rt::Borrowed("email"),
            rt::Borrowed("role"),
            rt::Borrowed("updatedAt"),
        ],
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_forgot_password: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("forgotPassword"),
    description: rt::Borrowed("Mails a token for resetPassword."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("email"),
                description: rt::Borrowed("Email address of the user."),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Boolean"),
    effect: rt::schema::Effect::Update,
    access: rt::schema::Access::Public,
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_resend_confirmation: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("resendConfirmation"),
    description: rt::Borrowed("Sends the confirmation mail once more."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("email"),
                description: rt::Borrowed("Email address to confirm."),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Boolean"),
    effect: rt::schema::Effect::Update,
    access: rt::schema::Access::Public,
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_reset_password: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("resetPassword"),
    description: rt::Borrowed(
        "Sets a new password with a mailed token, and signs in. Old tokens stay valid.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("password"),
                description: rt::Borrowed("The new password."),
                ty: rt::Borrowed("String!"),
                required: true,
                secret: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("token"),
                description: rt::Borrowed(
                    "The token of the mail that forgotPassword sent.",
                ),
                ty: rt::Borrowed("String!"),
                required: true,
                secret: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("duration"),
                description: rt::Borrowed("Accepted and ignored."),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("AuthUser"),
    effect: rt::schema::Effect::Session,
    access: rt::schema::Access::Public,
    trap: rt::Borrowed("Tokens that were issued before stay valid"),
    secrets: rt::Borrowed(&[rt::Borrowed("password"), rt::Borrowed("token")]),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_update_self: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("updateSelf"),
    description: rt::Borrowed("Changes your own profile."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("payload"),
                description: rt::Borrowed(
                    "JSON object with `fullName`; other keys are dropped without an error.",
                ),
                ty: rt::Borrowed("JSON!"),
                required: true,
                keys: rt::Borrowed(&[rt::Borrowed("fullName")]),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("User"),
    effect: rt::schema::Effect::Update,
    idempotent: true,
    access: rt::schema::Access::SignedIn,
    trap: rt::Borrowed(
        "Keys of payload other than fullName are dropped without an error",
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const object_AuthConfig: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("AuthConfig"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("Ways to sign in to the platform."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("externalSignupUrl"),
                description: rt::Borrowed("Page of a provider to sign up at."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("initialSignup"),
                description: rt::Borrowed(
                    "Whether the platform still waits for its first user.",
                ),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("localEnabled"),
                description: rt::Borrowed(
                    "Whether signing in with name and password is offered.",
                ),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("providers"),
                description: rt::Borrowed("Providers to sign in with."),
                ty: rt::Borrowed("[AuthProvider]"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("publicSignup"),
                description: rt::Borrowed(
                    "Whether anybody may sign up without an invite.",
                ),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_AuthProvider: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("AuthProvider"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("A provider to sign in with."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("displayName"),
                description: rt::Borrowed("Name shown to people."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("name"),
                description: rt::Borrowed("Name used by programs."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("url"),
                description: rt::Borrowed("Address that starts the sign-in."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_AuthUser: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("AuthUser"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("The caller, or the user who has just signed in."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("authUserCapabilities"),
                description: rt::Borrowed("What you may do on the platform."),
                ty: rt::Borrowed("AuthUserCapabilities"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("isAdmin"),
                description: rt::Borrowed(
                    "Through 0.16 always false, also for system admins.",
                ),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("permissions"),
                description: rt::Borrowed("Through 0.16 always an empty object."),
                ty: rt::Borrowed("JSON"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("token"),
                description: rt::Borrowed(
                    "A new token: selecting it issues one. Null until the email address is confirmed.",
                ),
                ty: rt::Borrowed("Token"),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("user"),
                description: rt::Borrowed("The user; null for a service account."),
                ty: rt::Borrowed("User"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_AuthUserCapabilities: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("AuthUserCapabilities"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("What the caller may do on the platform."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("canSysAdmin"),
                description: rt::Borrowed("Whether you may administer the platform."),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_LocalCredential: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("LocalCredential"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed(
        "Stored password of a user; no operation of this version returns it.",
    ),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("createdAt"),
                description: rt::Borrowed("When it was set up."),
                ty: rt::Borrowed("DateTime!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("id"),
                description: rt::Borrowed("Id of the record."),
                ty: rt::Borrowed("String!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("password"),
                description: rt::Borrowed("Password record: a secret."),
                ty: rt::Borrowed("String"),
                secret: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("resetToken"),
                description: rt::Borrowed("Token that resets the password: a secret."),
                ty: rt::Borrowed("String"),
                secret: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("updatedAt"),
                description: rt::Borrowed("When it was last changed."),
                ty: rt::Borrowed("DateTime!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("user"),
                description: rt::Borrowed("Whose password it is."),
                ty: rt::Borrowed("User!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Token: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Token"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("A token to sign in with."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("payload"),
                description: rt::Borrowed("What the token says."),
                ty: rt::Borrowed("TokenPayload"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("value"),
                description: rt::Borrowed(
                    "The token itself: a secret. Send it in the header Authorization.",
                ),
                ty: rt::Borrowed("String"),
                secret: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_TokenPayload: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("TokenPayload"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("What a token says."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("exp"),
                description: rt::Borrowed("When it ends, in seconds since the epoch."),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("iat"),
                description: rt::Borrowed(
                    "When it was issued, in seconds since the epoch.",
                ),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("uuid"),
                description: rt::Borrowed("Id of the user."),
                ty: rt::Borrowed("Uuid"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
