// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
pub(super) const query_deployment_users: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("deploymentUsers"),
    description: rt::Borrowed("Users with a role on a deployment."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("deploymentId"),
                description: rt::Borrowed("Id of the deployment."),
                ty: rt::Borrowed("Id!"),
                required: true,
                finders: rt::Borrowed(
                    &[rt::Borrowed("workspaceDeployments"), rt::Borrowed("deployments")],
                ),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("user"),
                description: rt::Borrowed("Only users that match."),
                ty: rt::Borrowed("UserSearch"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("[User]"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_email: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("email"),
    description: rt::Borrowed("One email address that the platform knows."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("where"),
                description: rt::Borrowed("Which one: id, address or token."),
                ty: rt::Borrowed("EmailWhereUniqueInput!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Email"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    secrets: rt::Borrowed(&[rt::Borrowed("token")]),
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_users: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("users"),
    description: rt::Borrowed("Users of the platform; needs a system role."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("user"),
                description: rt::Borrowed(
                    "Only users that match; leave it out for all.",
                ),
                ty: rt::Borrowed("UserSearch"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("[User]"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(rt::Borrowed(&[rt::Borrowed("system.users.get")])),
    trap: rt::Borrowed(
        "Needs a system role; workspaceUsers lists the users of one workspace",
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_workspace_user: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("workspaceUser"),
    description: rt::Borrowed(
        "One user of a workspace. An error if more than one matches.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("user"),
                description: rt::Borrowed(
                    "What to look for; it must match one user only.",
                ),
                ty: rt::Borrowed("UserSearch!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("workspaceUuid"),
                description: rt::Borrowed("Id of the workspace."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(&[rt::Borrowed("workspaces")]),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("User"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[rt::Borrowed("workspace.users.get"), rt::Borrowed("system.users.get")],
        ),
    ),
    trap: rt::Borrowed("An error if more than one user matches"),
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_workspace_users: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("workspaceUsers"),
    description: rt::Borrowed("Users with a role in a workspace."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("workspaceUuid"),
                description: rt::Borrowed("Id of the workspace."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(&[rt::Borrowed("workspaces")]),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("user"),
                description: rt::Borrowed(
                    "Only users that match; leave it out for all.",
                ),
                ty: rt::Borrowed("UserSearch"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("[User]"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[rt::Borrowed("workspace.users.get"), rt::Borrowed("system.users.get")],
        ),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_create_user: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("createUser"),
    description: rt::Borrowed(
        "Creates a user who signs in with a password. The first one needs no invite.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("email"),
                description: rt::Borrowed("Email address; must not be in use."),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("password"),
                description: rt::Borrowed(
                    "The password; not checked, not even for being empty (seen on 0.16).",
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
            rt::schema::Argument {
                name: rt::Borrowed("inviteToken"),
                description: rt::Borrowed(
                    "Token of an invite for this address; needed where public sign-up is off.",
                ),
                ty: rt::Borrowed("String"),
                secret: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("profile"),
                description: rt::Borrowed("JSON object with details of the person."),
                ty: rt::Borrowed("JSON"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("username"),
                description: rt::Borrowed(
                    "User name; must not be in use. The error for a taken one speaks of the email address.",
                ),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("AuthUser"),
    effect: rt::schema::Effect::Create,
    natural_key: rt::Borrowed(&[rt::Borrowed("email")]),
    access: rt::schema::Access::Public,
    secrets: rt::Borrowed(&[rt::Borrowed("inviteToken"), rt::Borrowed("password")]),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_remove_user: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("removeUser"),
    description: rt::Borrowed(
        "Removes a user from the platform. Service accounts that the user made live on.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("userUuid"),
                description: rt::Borrowed("Id of the user."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[rt::Borrowed("workspaceUsers"), rt::Borrowed("users")],
                ),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("User"),
    effect: rt::schema::Effect::Delete,
    finder: ::core::option::Option::Some(rt::schema::Finder {
        query: rt::Borrowed("users"),
        arguments: rt::Borrowed(&[]),
        matches: rt::Borrowed(&[(rt::Borrowed("id"), rt::Borrowed("userUuid"))]),
    }),
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("system.user.delete")]),
    ),
    trap: rt::Borrowed("Service accounts that the user made keep working"),
    omitted: rt::Borrowed(
        &[
            rt::Borrowed("createdAt"),
            rt::Borrowed("emails"),
            rt::Borrowed("fullName"),
            rt::Borrowed("profile"),
            rt::Borrowed("roleBindings"),
            rt::Borrowed("status"),
            rt::Borrowed("updatedAt"),
            rt::Borrowed("username"),
        ],
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_verify_email: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("verifyEmail"),
    description: rt::Borrowed("Confirms somebody's address without a mail."),
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
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("system.user.verifyEmail")]),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_workspace_add_user: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("workspaceAddUser"),
    description: rt::Borrowed(
        "Adds a user to a workspace at once; an address without an account gets an invite by email.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("email"),
                description: rt::Borrowed("Email address of the user."),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("deploymentRoles"),
                description: rt::Borrowed(
                    "Roles on single deployments, given together with the workspace role.",
                ),
                ty: rt::Borrowed("[DeploymentRoles]"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("role"),
                description: rt::Borrowed("A role that begins with `WORKSPACE_`."),
                ty: rt::Borrowed("Role!"),
                default: ::core::option::Option::Some(rt::Borrowed("WORKSPACE_VIEWER")),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("workspaceUuid"),
                description: rt::Borrowed(
                    "Id of the workspace; your rights are checked there.",
                ),
                ty: rt::Borrowed("Uuid"),
                finders: rt::Borrowed(&[rt::Borrowed("workspaces")]),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Workspace"),
    effect: rt::schema::Effect::Create,
    natural_key: rt::Borrowed(&[rt::Borrowed("workspaceUuid"), rt::Borrowed("email")]),
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[rt::Borrowed("workspace.iam.update"), rt::Borrowed("system.iam.update")],
        ),
    ),
    trap: rt::Borrowed(
        "A second call for the same user gives a second role; changing the role then fails (through 0.16)",
    ),
    omitted: rt::Borrowed(&[rt::Borrowed("deployments")]),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_workspace_remove_user: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("workspaceRemoveUser"),
    description: rt::Borrowed("Takes a user out of a workspace."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("userUuid"),
                description: rt::Borrowed("Id of the user."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[rt::Borrowed("workspaceUsers"), rt::Borrowed("users")],
                ),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("workspaceUuid"),
                description: rt::Borrowed("Id of the workspace."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(&[rt::Borrowed("workspaces")]),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Workspace"),
    effect: rt::schema::Effect::Delete,
    finder: ::core::option::Option::Some(rt::schema::Finder {
        query: rt::Borrowed("workspaceUsers"),
        arguments: rt::Borrowed(
            &[(rt::Borrowed("workspaceUuid"), rt::Borrowed("workspaceUuid"))],
        ),
        matches: rt::Borrowed(&[(rt::Borrowed("id"), rt::Borrowed("userUuid"))]),
    }),
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[rt::Borrowed("workspace.iam.update"), rt::Borrowed("system.iam.update")],
        ),
    ),
    omitted: rt::Borrowed(&[rt::Borrowed("deployments")]),
    ..rt::schema::Operation::EMPTY
};
pub(super) const object_Email: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Email"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("An email address of a user."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("address"),
                description: rt::Borrowed("The address, in lower case."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("createdAt"),
                description: rt::Borrowed("When it was added."),
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
                name: rt::Borrowed("primary"),
                description: rt::Borrowed("Whether this is the user's main address."),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("token"),
                description: rt::Borrowed(
                    "Token that confirms the address: treat it as a secret.",
                ),
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
                description: rt::Borrowed("Whose address it is."),
                ty: rt::Borrowed("User"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("verified"),
                description: rt::Borrowed("Whether it is confirmed."),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const input_EmailWhereUniqueInput: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("EmailWhereUniqueInput"),
    kind: rt::schema::TypeKind::Input,
    description: rt::Borrowed("Names one email address; give one of the three."),
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("address"),
                description: rt::Borrowed("The address."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("id"),
                description: rt::Borrowed("Id of the record."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("token"),
                description: rt::Borrowed("Token of the confirmation mail."),
                ty: rt::Borrowed("String"),
                secret: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_User: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("User"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("A person with an account."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("createdAt"),
                description: rt::Borrowed("When the account was created."),
                ty: rt::Borrowed("DateTime!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("emails"),
                description: rt::Borrowed("Email addresses."),
                ty: rt::Borrowed("[Email]"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("fullName"),
                description: rt::Borrowed("Name of the person."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("id"),
                description: rt::Borrowed(
                    "Id of the user: the `userUuid` or `userId` of other operations.",
                ),
                ty: rt::Borrowed("String!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("profile"),
                description: rt::Borrowed("Details of the person."),
                ty: rt::Borrowed("[UserProp]"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("roleBindings"),
                description: rt::Borrowed("Roles that the user holds."),
                ty: rt::Borrowed("[RoleBinding!]!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("status"),
                description: rt::Borrowed(
                    "State of the account; `active` once the address is confirmed.",
                ),
                ty: rt::Borrowed("String"),
                selected: true,
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
                name: rt::Borrowed("username"),
                description: rt::Borrowed(
                    "User name: another way to sign in, beside the email address.",
                ),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_UserProp: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("UserProp"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("A detail of a person."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("category"),
                description: rt::Borrowed("Group that the detail belongs to."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("key"),
                description: rt::Borrowed("Name of the detail."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("value"),
                description: rt::Borrowed("Value of the detail."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const input_UserSearch: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("UserSearch"),
    kind: rt::schema::TypeKind::Input,
    description: rt::Borrowed("What to look for in users."),
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("createdAt"),
                description: rt::Borrowed("When the account was created."),
                ty: rt::Borrowed("DateTime"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("email"),
                description: rt::Borrowed("Email address."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("fullName"),
                description: rt::Borrowed("Name of the person."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("updatedAt"),
                description: rt::Borrowed("When the account was last changed."),
                ty: rt::Borrowed("DateTime"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("userId"),
                description: rt::Borrowed("Id of the user."),
                ty: rt::Borrowed("Id"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("userUuid"),
                description: rt::Borrowed("Id of the user, under its older name."),
                ty: rt::Borrowed("Uuid"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("username"),
                description: rt::Borrowed("User name."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
