// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
pub mod input {
    use super::rt;
    pub const EmailWhereUniqueInput: rt::schema::Type = rt::schema::Type {
        name: rt::Borrowed("EmailWhereUniqueInput"),
        kind: rt::schema::TypeKind::Input,
        description: rt::Borrowed("Names one email address; give one of the three."),
        fields: rt::Borrowed(&[]),
        input_fields: rt::Borrowed(
            &[
                rt::schema::Argument {
                    name: rt::Borrowed("address"),
                    description: rt::Borrowed("The address."),
                    ty: rt::Borrowed("String"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("id"),
                    description: rt::Borrowed("Id of the record."),
                    ty: rt::Borrowed("String"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("token"),
                    description: rt::Borrowed("Token of the confirmation mail."),
                    ty: rt::Borrowed("String"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: true,
                },
            ],
        ),
        values: rt::Borrowed(&[]),
        members: rt::Borrowed(&[]),
        one_of: false,
        scalar: rt::schema::Scalar::Json,
    };
    pub const UserSearch: rt::schema::Type = rt::schema::Type {
        name: rt::Borrowed("UserSearch"),
        kind: rt::schema::TypeKind::Input,
        description: rt::Borrowed("What to look for in users."),
        fields: rt::Borrowed(&[]),
        input_fields: rt::Borrowed(
            &[
                rt::schema::Argument {
                    name: rt::Borrowed("createdAt"),
                    description: rt::Borrowed("When the account was created."),
                    ty: rt::Borrowed("DateTime"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("email"),
                    description: rt::Borrowed("Email address."),
                    ty: rt::Borrowed("String"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("fullName"),
                    description: rt::Borrowed("Name of the person."),
                    ty: rt::Borrowed("String"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("updatedAt"),
                    description: rt::Borrowed("When the account was last changed."),
                    ty: rt::Borrowed("DateTime"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("userId"),
                    description: rt::Borrowed("Id of the user."),
                    ty: rt::Borrowed("Id"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("userUuid"),
                    description: rt::Borrowed("Id of the user, under its older name."),
                    ty: rt::Borrowed("Uuid"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("username"),
                    description: rt::Borrowed("User name."),
                    ty: rt::Borrowed("String"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
            ],
        ),
        values: rt::Borrowed(&[]),
        members: rt::Borrowed(&[]),
        one_of: false,
        scalar: rt::schema::Scalar::Json,
    };
}
pub mod mutation {
    use super::rt;
    pub const create_user: rt::schema::Operation = rt::schema::Operation {
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
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("password"),
                    description: rt::Borrowed(
                        "The password; not checked, not even for being empty (seen on 0.16).",
                    ),
                    ty: rt::Borrowed("String!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: true,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("duration"),
                    description: rt::Borrowed("Accepted and ignored."),
                    ty: rt::Borrowed("Int"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("inviteToken"),
                    description: rt::Borrowed(
                        "Token of an invite for this address; needed where public sign-up is off.",
                    ),
                    ty: rt::Borrowed("String"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: true,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("profile"),
                    description: rt::Borrowed("JSON object with details of the person."),
                    ty: rt::Borrowed("JSON"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("username"),
                    description: rt::Borrowed(
                        "User name; must not be in use. The error for a taken one speaks of the email address.",
                    ),
                    ty: rt::Borrowed("String"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("AuthUser"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Create,
        idempotent: false,
        natural_key: rt::Borrowed(&[rt::Borrowed("email")]),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::Public,
        trap: rt::Borrowed(""),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
    pub const remove_user: rt::schema::Operation = rt::schema::Operation {
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
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("User"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Delete,
        idempotent: false,
        natural_key: rt::Borrowed(&[]),
        finder: ::core::option::Option::Some(rt::schema::Finder {
            query: rt::Borrowed("users"),
            arguments: rt::Borrowed(&[]),
            matches: rt::Borrowed(&[(rt::Borrowed("id"), rt::Borrowed("userUuid"))]),
        }),
        access: rt::schema::Access::AnyOf(
            rt::Borrowed(&[rt::Borrowed("system.user.delete")]),
        ),
        trap: rt::Borrowed("Service accounts that the user made keep working"),
        selected: rt::Borrowed(&[]),
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
    };
    pub const verify_email: rt::schema::Operation = rt::schema::Operation {
        kind: rt::schema::OperationKind::Mutation,
        name: rt::Borrowed("verifyEmail"),
        description: rt::Borrowed("Confirms somebody's address without a mail."),
        arguments: rt::Borrowed(
            &[
                rt::schema::Argument {
                    name: rt::Borrowed("email"),
                    description: rt::Borrowed("Email address to confirm."),
                    ty: rt::Borrowed("String!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("Boolean"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Update,
        idempotent: false,
        natural_key: rt::Borrowed(&[]),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::AnyOf(
            rt::Borrowed(&[rt::Borrowed("system.user.verifyEmail")]),
        ),
        trap: rt::Borrowed(""),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
    pub const workspace_add_user: rt::schema::Operation = rt::schema::Operation {
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
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("deploymentRoles"),
                    description: rt::Borrowed(
                        "Roles on single deployments, given together with the workspace role.",
                    ),
                    ty: rt::Borrowed("[DeploymentRoles]"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("role"),
                    description: rt::Borrowed("A role that begins with `WORKSPACE_`."),
                    ty: rt::Borrowed("Role!"),
                    default: ::core::option::Option::Some(
                        rt::Borrowed("WORKSPACE_VIEWER"),
                    ),
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("workspaceUuid"),
                    description: rt::Borrowed(
                        "Id of the workspace; your rights are checked there.",
                    ),
                    ty: rt::Borrowed("Uuid"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("Workspace"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Create,
        idempotent: false,
        natural_key: rt::Borrowed(
            &[rt::Borrowed("workspaceUuid"), rt::Borrowed("email")],
        ),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::AnyOf(
            rt::Borrowed(
                &[
                    rt::Borrowed("workspace.iam.update"),
                    rt::Borrowed("system.iam.update"),
                ],
            ),
        ),
        trap: rt::Borrowed(
            "A second call for the same user gives a second role; changing the role then fails (through 0.16)",
        ),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[rt::Borrowed("deployments")]),
    };
    pub const workspace_remove_user: rt::schema::Operation = rt::schema::Operation {
        kind: rt::schema::OperationKind::Mutation,
        name: rt::Borrowed("workspaceRemoveUser"),
        description: rt::Borrowed("Takes a user out of a workspace."),
        arguments: rt::Borrowed(
            &[
                rt::schema::Argument {
                    name: rt::Borrowed("userUuid"),
                    description: rt::Borrowed("Id of the user."),
                    ty: rt::Borrowed("Uuid!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("workspaceUuid"),
                    description: rt::Borrowed("Id of the workspace."),
                    ty: rt::Borrowed("Uuid!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("Workspace"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Delete,
        idempotent: false,
        natural_key: rt::Borrowed(&[]),
        finder: ::core::option::Option::Some(rt::schema::Finder {
            query: rt::Borrowed("workspaceUsers"),
            arguments: rt::Borrowed(
                &[(rt::Borrowed("workspaceUuid"), rt::Borrowed("workspaceUuid"))],
            ),
            matches: rt::Borrowed(&[(rt::Borrowed("id"), rt::Borrowed("userUuid"))]),
        }),
        access: rt::schema::Access::AnyOf(
            rt::Borrowed(
                &[
                    rt::Borrowed("workspace.iam.update"),
                    rt::Borrowed("system.iam.update"),
                ],
            ),
        ),
        trap: rt::Borrowed(""),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[rt::Borrowed("deployments")]),
    };
}
pub mod object {
    use super::rt;
    pub const Email: rt::schema::Type = rt::schema::Type {
        name: rt::Borrowed("Email"),
        kind: rt::schema::TypeKind::Object,
        description: rt::Borrowed("An email address of a user."),
        fields: rt::Borrowed(
            &[
                rt::schema::Field {
                    name: rt::Borrowed("address"),
                    description: rt::Borrowed("The address, in lower case."),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("createdAt"),
                    description: rt::Borrowed("When it was added."),
                    ty: rt::Borrowed("DateTime!"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("id"),
                    description: rt::Borrowed("Id of the record."),
                    ty: rt::Borrowed("String!"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("primary"),
                    description: rt::Borrowed(
                        "Whether this is the user's main address.",
                    ),
                    ty: rt::Borrowed("Boolean"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("token"),
                    description: rt::Borrowed(
                        "Token that confirms the address: treat it as a secret.",
                    ),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: false,
                    secret: true,
                },
                rt::schema::Field {
                    name: rt::Borrowed("updatedAt"),
                    description: rt::Borrowed("When it was last changed."),
                    ty: rt::Borrowed("DateTime!"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("user"),
                    description: rt::Borrowed("Whose address it is."),
                    ty: rt::Borrowed("User"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("verified"),
                    description: rt::Borrowed("Whether it is confirmed."),
                    ty: rt::Borrowed("Boolean"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
            ],
        ),
        input_fields: rt::Borrowed(&[]),
        values: rt::Borrowed(&[]),
        members: rt::Borrowed(&[]),
        one_of: false,
        scalar: rt::schema::Scalar::Json,
    };
    pub const User: rt::schema::Type = rt::schema::Type {
        name: rt::Borrowed("User"),
        kind: rt::schema::TypeKind::Object,
        description: rt::Borrowed("A person with an account."),
        fields: rt::Borrowed(
            &[
                rt::schema::Field {
                    name: rt::Borrowed("createdAt"),
                    description: rt::Borrowed("When the account was created."),
                    ty: rt::Borrowed("DateTime!"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("emails"),
                    description: rt::Borrowed("Email addresses."),
                    ty: rt::Borrowed("[Email]"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("fullName"),
                    description: rt::Borrowed("Name of the person."),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("id"),
                    description: rt::Borrowed(
                        "Id of the user: the `userUuid` or `userId` of other operations.",
                    ),
                    ty: rt::Borrowed("String!"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("profile"),
                    description: rt::Borrowed("Details of the person."),
                    ty: rt::Borrowed("[UserProp]"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("roleBindings"),
                    description: rt::Borrowed("Roles that the user holds."),
                    ty: rt::Borrowed("[RoleBinding!]!"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("status"),
                    description: rt::Borrowed(
                        "State of the account; `active` once the address is confirmed.",
                    ),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("updatedAt"),
                    description: rt::Borrowed("When it was last changed."),
                    ty: rt::Borrowed("DateTime!"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("username"),
                    description: rt::Borrowed(
                        "User name: another way to sign in, beside the email address.",
                    ),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
            ],
        ),
        input_fields: rt::Borrowed(&[]),
        values: rt::Borrowed(&[]),
        members: rt::Borrowed(&[]),
        one_of: false,
        scalar: rt::schema::Scalar::Json,
    };
    pub const UserProp: rt::schema::Type = rt::schema::Type {
        name: rt::Borrowed("UserProp"),
        kind: rt::schema::TypeKind::Object,
        description: rt::Borrowed("A detail of a person."),
        fields: rt::Borrowed(
            &[
                rt::schema::Field {
                    name: rt::Borrowed("category"),
                    description: rt::Borrowed("Group that the detail belongs to."),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("key"),
                    description: rt::Borrowed("Name of the detail."),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("value"),
                    description: rt::Borrowed("Value of the detail."),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
            ],
        ),
        input_fields: rt::Borrowed(&[]),
        values: rt::Borrowed(&[]),
        members: rt::Borrowed(&[]),
        one_of: false,
        scalar: rt::schema::Scalar::Json,
    };
}
pub mod query {
    use super::rt;
    pub const deployment_users: rt::schema::Operation = rt::schema::Operation {
        kind: rt::schema::OperationKind::Query,
        name: rt::Borrowed("deploymentUsers"),
        description: rt::Borrowed("Users with a role on a deployment."),
        arguments: rt::Borrowed(
            &[
                rt::schema::Argument {
                    name: rt::Borrowed("deploymentId"),
                    description: rt::Borrowed("Id of the deployment."),
                    ty: rt::Borrowed("Id!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("user"),
                    description: rt::Borrowed("Only users that match."),
                    ty: rt::Borrowed("UserSearch"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("[User]"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Read,
        idempotent: true,
        natural_key: rt::Borrowed(&[]),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::Unknown,
        trap: rt::Borrowed(""),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
    pub const email: rt::schema::Operation = rt::schema::Operation {
        kind: rt::schema::OperationKind::Query,
        name: rt::Borrowed("email"),
        description: rt::Borrowed("One email address that the platform knows."),
        arguments: rt::Borrowed(
            &[
                rt::schema::Argument {
                    name: rt::Borrowed("where"),
                    description: rt::Borrowed("Which one: id, address or token."),
                    ty: rt::Borrowed("EmailWhereUniqueInput!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("Email"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Read,
        idempotent: true,
        natural_key: rt::Borrowed(&[]),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::Unknown,
        trap: rt::Borrowed(""),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
    pub const users: rt::schema::Operation = rt::schema::Operation {
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
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("[User]"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Read,
        idempotent: true,
        natural_key: rt::Borrowed(&[]),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::AnyOf(
            rt::Borrowed(&[rt::Borrowed("system.users.get")]),
        ),
        trap: rt::Borrowed(
            "Needs a system role; workspaceUsers lists the users of one workspace",
        ),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
    pub const workspace_user: rt::schema::Operation = rt::schema::Operation {
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
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("workspaceUuid"),
                    description: rt::Borrowed("Id of the workspace."),
                    ty: rt::Borrowed("Uuid!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("User"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Read,
        idempotent: true,
        natural_key: rt::Borrowed(&[]),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::AnyOf(
            rt::Borrowed(
                &[rt::Borrowed("workspace.users.get"), rt::Borrowed("system.users.get")],
            ),
        ),
        trap: rt::Borrowed("An error if more than one user matches"),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
    pub const workspace_users: rt::schema::Operation = rt::schema::Operation {
        kind: rt::schema::OperationKind::Query,
        name: rt::Borrowed("workspaceUsers"),
        description: rt::Borrowed("Users with a role in a workspace."),
        arguments: rt::Borrowed(
            &[
                rt::schema::Argument {
                    name: rt::Borrowed("workspaceUuid"),
                    description: rt::Borrowed("Id of the workspace."),
                    ty: rt::Borrowed("Uuid!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("user"),
                    description: rt::Borrowed(
                        "Only users that match; leave it out for all.",
                    ),
                    ty: rt::Borrowed("UserSearch"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("[User]"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Read,
        idempotent: true,
        natural_key: rt::Borrowed(&[]),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::AnyOf(
            rt::Borrowed(
                &[rt::Borrowed("workspace.users.get"), rt::Borrowed("system.users.get")],
            ),
        ),
        trap: rt::Borrowed(""),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
}
