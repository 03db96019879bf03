// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
pub mod enums {
    use super::rt;
    pub const Role: rt::schema::Type = rt::schema::Type {
        name: rt::Borrowed("Role"),
        kind: rt::schema::TypeKind::Enum,
        description: rt::Borrowed(
            "What a user or service account may do, at one of three scopes: system, workspace, deployment.",
        ),
        fields: rt::Borrowed(&[]),
        input_fields: rt::Borrowed(&[]),
        values: rt::Borrowed(
            &[
                rt::schema::EnumValue {
                    name: rt::Borrowed("SYSTEM_ADMIN"),
                    description: rt::Borrowed(
                        "Administers the platform: every system permission. Does not by itself allow creating deployments.",
                    ),
                    deprecated: ::core::option::Option::None,
                },
                rt::schema::EnumValue {
                    name: rt::Borrowed("SYSTEM_EDITOR"),
                    description: rt::Borrowed(
                        "Reads the whole platform; changes roles, service accounts and variables; deletes nothing.",
                    ),
                    deprecated: ::core::option::Option::None,
                },
                rt::schema::EnumValue {
                    name: rt::Borrowed("SYSTEM_VIEWER"),
                    description: rt::Borrowed(
                        "Reads the whole platform, variables included; changes nothing.",
                    ),
                    deprecated: ::core::option::Option::None,
                },
                rt::schema::EnumValue {
                    name: rt::Borrowed("WORKSPACE_ADMIN"),
                    description: rt::Borrowed(
                        "All of a workspace: its users, billing and keys, new deployments, and its deletion.",
                    ),
                    deprecated: ::core::option::Option::None,
                },
                rt::schema::EnumValue {
                    name: rt::Borrowed("WORKSPACE_EDITOR"),
                    description: rt::Borrowed(
                        "Changes a workspace, creates deployments and manages its keys; no users, no billing, no deletion.",
                    ),
                    deprecated: ::core::option::Option::None,
                },
                rt::schema::EnumValue {
                    name: rt::Borrowed("WORKSPACE_VIEWER"),
                    description: rt::Borrowed(
                        "Reads a workspace, its users, invites, keys and deployments.",
                    ),
                    deprecated: ::core::option::Option::None,
                },
                rt::schema::EnumValue {
                    name: rt::Borrowed("DEPLOYMENT_ADMIN"),
                    description: rt::Borrowed(
                        "All of a deployment: its users, Airflow as admin, and its deletion.",
                    ),
                    deprecated: ::core::option::Option::None,
                },
                rt::schema::EnumValue {
                    name: rt::Borrowed("DEPLOYMENT_EDITOR"),
                    description: rt::Borrowed(
                        "Changes a deployment, its variables and keys, and pushes images; no users, no deletion.",
                    ),
                    deprecated: ::core::option::Option::None,
                },
                rt::schema::EnumValue {
                    name: rt::Borrowed("DEPLOYMENT_VIEWER"),
                    description: rt::Borrowed(
                        "Reads a deployment, its logs, metrics, variables and keys.",
                    ),
                    deprecated: ::core::option::Option::None,
                },
                rt::schema::EnumValue {
                    name: rt::Borrowed("USER"),
                    description: rt::Borrowed(
                        "Held by everybody who is signed in: it allows createWorkspace. Never a useful argument.",
                    ),
                    deprecated: ::core::option::Option::None,
                },
            ],
        ),
        members: rt::Borrowed(&[]),
        one_of: false,
        scalar: rt::schema::Scalar::Json,
    };
}
pub mod input {
    use super::rt;
    pub const DeploymentRoles: rt::schema::Type = rt::schema::Type {
        name: rt::Borrowed("DeploymentRoles"),
        kind: rt::schema::TypeKind::Input,
        description: rt::Borrowed(
            "A role on one deployment, given together with a workspace role.",
        ),
        fields: rt::Borrowed(&[]),
        input_fields: rt::Borrowed(
            &[
                rt::schema::Argument {
                    name: rt::Borrowed("deploymentId"),
                    description: rt::Borrowed("Id of the deployment."),
                    ty: rt::Borrowed("Id"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("role"),
                    description: rt::Borrowed("A role that begins with `DEPLOYMENT_`."),
                    ty: rt::Borrowed("Role"),
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
    pub const InviteSearch: rt::schema::Type = rt::schema::Type {
        name: rt::Borrowed("InviteSearch"),
        kind: rt::schema::TypeKind::Input,
        description: rt::Borrowed("What to look for in invites."),
        fields: rt::Borrowed(&[]),
        input_fields: rt::Borrowed(
            &[
                rt::schema::Argument {
                    name: rt::Borrowed("email"),
                    description: rt::Borrowed("Address that was invited."),
                    ty: rt::Borrowed("String"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("inviteUuid"),
                    description: rt::Borrowed("Id of the invite."),
                    ty: rt::Borrowed("Uuid"),
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
    pub const RoleBindingWhereUniqueInput: rt::schema::Type = rt::schema::Type {
        name: rt::Borrowed("RoleBindingWhereUniqueInput"),
        kind: rt::schema::TypeKind::Input,
        description: rt::Borrowed("Names one role binding."),
        fields: rt::Borrowed(&[]),
        input_fields: rt::Borrowed(
            &[
                rt::schema::Argument {
                    name: rt::Borrowed("id"),
                    description: rt::Borrowed("Id of the binding."),
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
    pub const create_system_role_binding: rt::schema::Operation = rt::schema::Operation {
        kind: rt::schema::OperationKind::Mutation,
        name: rt::Borrowed("createSystemRoleBinding"),
        description: rt::Borrowed(
            "Gives a user a system role, for example makes a system admin.",
        ),
        arguments: rt::Borrowed(
            &[
                rt::schema::Argument {
                    name: rt::Borrowed("role"),
                    description: rt::Borrowed("A role that begins with `SYSTEM_`."),
                    ty: rt::Borrowed("Role!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("userId"),
                    description: rt::Borrowed("Id of the user."),
                    ty: rt::Borrowed("ID!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("RoleBinding"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Create,
        idempotent: false,
        natural_key: rt::Borrowed(&[rt::Borrowed("userId"), rt::Borrowed("role")]),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::AnyOf(
            rt::Borrowed(&[rt::Borrowed("system.iam.update")]),
        ),
        trap: rt::Borrowed(""),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
    pub const delete_system_role_binding: rt::schema::Operation = rt::schema::Operation {
        kind: rt::schema::OperationKind::Mutation,
        name: rt::Borrowed("deleteSystemRoleBinding"),
        description: rt::Borrowed(
            "Takes a system role from a user. The last system admin cannot lose it.",
        ),
        arguments: rt::Borrowed(
            &[
                rt::schema::Argument {
                    name: rt::Borrowed("role"),
                    description: rt::Borrowed("The role to take."),
                    ty: rt::Borrowed("Role!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("userId"),
                    description: rt::Borrowed("Id of the user."),
                    ty: rt::Borrowed("ID!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("RoleBinding"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Delete,
        idempotent: true,
        natural_key: rt::Borrowed(&[]),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::AnyOf(
            rt::Borrowed(&[rt::Borrowed("system.iam.update")]),
        ),
        trap: rt::Borrowed(""),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
    pub const deployment_add_user_role: rt::schema::Operation = rt::schema::Operation {
        kind: rt::schema::OperationKind::Mutation,
        name: rt::Borrowed("deploymentAddUserRole"),
        description: rt::Borrowed("Gives a user a role on a deployment."),
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
                    name: rt::Borrowed("email"),
                    description: rt::Borrowed("Email address of the user."),
                    ty: rt::Borrowed("String!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("role"),
                    description: rt::Borrowed("A role that begins with `DEPLOYMENT_`."),
                    ty: rt::Borrowed("Role!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
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
            ],
        ),
        ty: rt::Borrowed("RoleBinding"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Create,
        idempotent: false,
        natural_key: rt::Borrowed(
            &[rt::Borrowed("deploymentId"), rt::Borrowed("email")],
        ),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::Unknown,
        trap: rt::Borrowed(""),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
    pub const deployment_remove_user_role: rt::schema::Operation = rt::schema::Operation {
        kind: rt::schema::OperationKind::Mutation,
        name: rt::Borrowed("deploymentRemoveUserRole"),
        description: rt::Borrowed("Takes a user's role on a deployment."),
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
                    name: rt::Borrowed("email"),
                    description: rt::Borrowed("Email address of the user."),
                    ty: rt::Borrowed("String!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
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
            ],
        ),
        ty: rt::Borrowed("RoleBinding"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Delete,
        idempotent: false,
        natural_key: rt::Borrowed(&[]),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::Unknown,
        trap: rt::Borrowed(""),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
    pub const deployment_update_user_role: rt::schema::Operation = rt::schema::Operation {
        kind: rt::schema::OperationKind::Mutation,
        name: rt::Borrowed("deploymentUpdateUserRole"),
        description: rt::Borrowed("Changes a user's role on a deployment."),
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
                    name: rt::Borrowed("email"),
                    description: rt::Borrowed("Email address of the user."),
                    ty: rt::Borrowed("String!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("role"),
                    description: rt::Borrowed(
                        "The new role; it begins with `DEPLOYMENT_`.",
                    ),
                    ty: rt::Borrowed("Role!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
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
            ],
        ),
        ty: rt::Borrowed("RoleBinding"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Update,
        idempotent: false,
        natural_key: rt::Borrowed(&[]),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::Unknown,
        trap: rt::Borrowed(""),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
    pub const invite_user: rt::schema::Operation = rt::schema::Operation {
        kind: rt::schema::OperationKind::Mutation,
        name: rt::Borrowed("inviteUser"),
        description: rt::Borrowed("Invites somebody to the platform by email."),
        arguments: rt::Borrowed(
            &[
                rt::schema::Argument {
                    name: rt::Borrowed("email"),
                    description: rt::Borrowed("Email address to invite."),
                    ty: rt::Borrowed("String!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("Invite"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Create,
        idempotent: false,
        natural_key: rt::Borrowed(&[rt::Borrowed("email")]),
        finder: ::core::option::Option::Some(rt::schema::Finder {
            query: rt::Borrowed("invites"),
            arguments: rt::Borrowed(&[]),
            matches: rt::Borrowed(&[(rt::Borrowed("email"), rt::Borrowed("email"))]),
        }),
        access: rt::schema::Access::AnyOf(
            rt::Borrowed(&[rt::Borrowed("system.user.invite")]),
        ),
        trap: rt::Borrowed(""),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(
            &[
                rt::Borrowed("createdAt"),
                rt::Borrowed("email"),
                rt::Borrowed("role"),
                rt::Borrowed("updatedAt"),
            ],
        ),
    };
    pub const workspace_update_user_role: rt::schema::Operation = rt::schema::Operation {
        kind: rt::schema::OperationKind::Mutation,
        name: rt::Borrowed("workspaceUpdateUserRole"),
        description: rt::Borrowed("Changes a user's role in a workspace."),
        arguments: rt::Borrowed(
            &[
                rt::schema::Argument {
                    name: rt::Borrowed("email"),
                    description: rt::Borrowed(
                        "Email address of the user, in lower case as it is stored.",
                    ),
                    ty: rt::Borrowed("String!"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("role"),
                    description: rt::Borrowed(
                        "The new role; it begins with `WORKSPACE_`.",
                    ),
                    ty: rt::Borrowed("Role!"),
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
        ty: rt::Borrowed("Role"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Update,
        idempotent: true,
        natural_key: rt::Borrowed(&[]),
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
            "The email address is compared with capitals; stored ones are in lower case",
        ),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
}
pub mod object {
    use super::rt;
    pub const Invite: rt::schema::Type = rt::schema::Type {
        name: rt::Borrowed("Invite"),
        kind: rt::schema::TypeKind::Object,
        description: rt::Borrowed("An open invite to the platform or to a workspace."),
        fields: rt::Borrowed(
            &[
                rt::schema::Field {
                    name: rt::Borrowed("assignments"),
                    description: rt::Borrowed("What the invite gives, in an old form."),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::Some(
                        rt::Borrowed("Superseded by role."),
                    ),
                    selected: false,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("createdAt"),
                    description: rt::Borrowed("When it was sent."),
                    ty: rt::Borrowed("DateTime"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("email"),
                    description: rt::Borrowed("Address that was invited."),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("id"),
                    description: rt::Borrowed(
                        "Id of the invite: the `inviteUuid` of deleteInviteToken.",
                    ),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("role"),
                    description: rt::Borrowed("Role that the invited user will hold."),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("token"),
                    description: rt::Borrowed(
                        "Token to sign up with: treat it as a secret.",
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
                    ty: rt::Borrowed("DateTime"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("uuid"),
                    description: rt::Borrowed("Another name of the id."),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: false,
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
    pub const RoleBinding: rt::schema::Type = rt::schema::Type {
        name: rt::Borrowed("RoleBinding"),
        kind: rt::schema::TypeKind::Object,
        description: rt::Borrowed(
            "A role that a user or service account holds on the platform, a workspace or a deployment.",
        ),
        fields: rt::Borrowed(
            &[
                rt::schema::Field {
                    name: rt::Borrowed("createdAt"),
                    description: rt::Borrowed("When it was given."),
                    ty: rt::Borrowed("DateTime!"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("deployment"),
                    description: rt::Borrowed(
                        "Deployment that the role is for; null at the other scopes.",
                    ),
                    ty: rt::Borrowed("Deployment"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("id"),
                    description: rt::Borrowed("Id of the binding."),
                    ty: rt::Borrowed("String!"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("role"),
                    description: rt::Borrowed("The role."),
                    ty: rt::Borrowed("Role"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("serviceAccount"),
                    description: rt::Borrowed(
                        "Service account that holds it, if no user does.",
                    ),
                    ty: rt::Borrowed("ServiceAccount"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("user"),
                    description: rt::Borrowed(
                        "User who holds it, if no service account does.",
                    ),
                    ty: rt::Borrowed("User"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("workspace"),
                    description: rt::Borrowed(
                        "Workspace that the role is for; null at the other scopes.",
                    ),
                    ty: rt::Borrowed("Workspace"),
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
    pub const invites: rt::schema::Operation = rt::schema::Operation {
        kind: rt::schema::OperationKind::Query,
        name: rt::Borrowed("invites"),
        description: rt::Borrowed("Open invites to the platform; needs a system role."),
        arguments: rt::Borrowed(
            &[
                rt::schema::Argument {
                    name: rt::Borrowed("invite"),
                    description: rt::Borrowed("Only invites that match."),
                    ty: rt::Borrowed("InviteSearch"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("[Invite]"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Read,
        idempotent: true,
        natural_key: rt::Borrowed(&[]),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::AnyOf(
            rt::Borrowed(&[rt::Borrowed("system.invites.get")]),
        ),
        trap: rt::Borrowed(
            "Needs a system role; workspaceInvites lists the invites of one workspace",
        ),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
    pub const workspace_invites: rt::schema::Operation = rt::schema::Operation {
        kind: rt::schema::OperationKind::Query,
        name: rt::Borrowed("workspaceInvites"),
        description: rt::Borrowed("Open invites to a workspace."),
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
                    name: rt::Borrowed("invite"),
                    description: rt::Borrowed("Only invites that match."),
                    ty: rt::Borrowed("InviteSearch"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("[Invite]"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Read,
        idempotent: true,
        natural_key: rt::Borrowed(&[]),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::AnyOf(
            rt::Borrowed(
                &[
                    rt::Borrowed("workspace.invites.get"),
                    rt::Borrowed("system.invites.get"),
                ],
            ),
        ),
        trap: rt::Borrowed(""),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
}
