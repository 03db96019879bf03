// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
pub(super) const query_invites: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("invites"),
    description: rt::Borrowed("Open invites to the platform; needs a system role."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("invite"),
                description: rt::Borrowed("Only invites that match."),
                ty: rt::Borrowed("InviteSearch"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("[Invite]"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("system.invites.get")]),
    ),
    trap: rt::Borrowed(
        "Needs a system role; workspaceInvites lists the invites of one workspace",
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_workspace_invites: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("workspaceInvites"),
    description: rt::Borrowed("Open invites to a workspace."),
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
                name: rt::Borrowed("invite"),
                description: rt::Borrowed("Only invites that match."),
                ty: rt::Borrowed("InviteSearch"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("[Invite]"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[rt::Borrowed("workspace.invites.get"), rt::Borrowed("system.invites.get")],
        ),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_create_system_role_binding: rt::schema::Operation = rt::schema::Operation {
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
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("userId"),
                description: rt::Borrowed("Id of the user."),
                ty: rt::Borrowed("ID!"),
                required: true,
                finders: rt::Borrowed(
                    &[rt::Borrowed("deploymentUsers"), rt::Borrowed("users")],
                ),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("RoleBinding"),
    effect: rt::schema::Effect::Create,
    natural_key: rt::Borrowed(&[rt::Borrowed("userId"), rt::Borrowed("role")]),
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("system.iam.update")]),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_delete_system_role_binding: rt::schema::Operation = rt::schema::Operation {
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
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("userId"),
                description: rt::Borrowed("Id of the user."),
                ty: rt::Borrowed("ID!"),
                required: true,
                finders: rt::Borrowed(
                    &[rt::Borrowed("deploymentUsers"), rt::Borrowed("users")],
                ),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("RoleBinding"),
    effect: rt::schema::Effect::Delete,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("system.iam.update")]),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_deployment_add_user_role: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("deploymentAddUserRole"),
    description: rt::Borrowed("Gives a user a role on a deployment."),
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
                name: rt::Borrowed("email"),
                description: rt::Borrowed("Email address of the user."),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("role"),
                description: rt::Borrowed("A role that begins with `DEPLOYMENT_`."),
                ty: rt::Borrowed("Role!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("userId"),
                description: rt::Borrowed("Id of the user."),
                ty: rt::Borrowed("Id"),
                finders: rt::Borrowed(
                    &[rt::Borrowed("deploymentUsers"), rt::Borrowed("users")],
                ),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("RoleBinding"),
    effect: rt::schema::Effect::Create,
    natural_key: rt::Borrowed(&[rt::Borrowed("deploymentId"), rt::Borrowed("email")]),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_deployment_remove_user_role: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("deploymentRemoveUserRole"),
    description: rt::Borrowed("Takes a user's role on a deployment."),
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
                name: rt::Borrowed("email"),
                description: rt::Borrowed("Email address of the user."),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("userId"),
                description: rt::Borrowed("Id of the user."),
                ty: rt::Borrowed("Id"),
                finders: rt::Borrowed(
                    &[rt::Borrowed("deploymentUsers"), rt::Borrowed("users")],
                ),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("RoleBinding"),
    effect: rt::schema::Effect::Delete,
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_deployment_update_user_role: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("deploymentUpdateUserRole"),
    description: rt::Borrowed("Changes a user's role on a deployment."),
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
                name: rt::Borrowed("email"),
                description: rt::Borrowed("Email address of the user."),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("role"),
                description: rt::Borrowed("The new role; it begins with `DEPLOYMENT_`."),
                ty: rt::Borrowed("Role!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("userId"),
                description: rt::Borrowed("Id of the user."),
                ty: rt::Borrowed("Id"),
                finders: rt::Borrowed(
                    &[rt::Borrowed("deploymentUsers"), rt::Borrowed("users")],
                ),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("RoleBinding"),
    effect: rt::schema::Effect::Update,
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_invite_user: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("inviteUser"),
    description: rt::Borrowed("Invites somebody to the platform by email."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("email"),
                description: rt::Borrowed("Email address to invite."),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Invite"),
    effect: rt::schema::Effect::Create,
    natural_key: rt::Borrowed(&[rt::Borrowed("email")]),
    finder: ::core::option::Option::Some(rt::schema::Finder {
        query: rt::Borrowed("invites"),
        arguments: rt::Borrowed(&[]),
        matches: rt::Borrowed(&[(rt::Borrowed("email"), rt::Borrowed("email"))]),
    }),
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("system.user.invite")]),
    ),
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
pub(super) const mutation_workspace_update_user_role: rt::schema::Operation = rt::schema::Operation {
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
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("role"),
                description: rt::Borrowed("The new role; it begins with `WORKSPACE_`."),
                ty: rt::Borrowed("Role!"),
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
    ty: rt::Borrowed("Role"),
    effect: rt::schema::Effect::Update,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[rt::Borrowed("workspace.iam.update"), rt::Borrowed("system.iam.update")],
        ),
    ),
    trap: rt::Borrowed(
        "The email address is compared with capitals; stored ones are in lower case",
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const input_DeploymentRoles: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("DeploymentRoles"),
    kind: rt::schema::TypeKind::Input,
    description: rt::Borrowed(
        "A role on one deployment, given together with a workspace role.",
    ),
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("deploymentId"),
                description: rt::Borrowed("Id of the deployment."),
                ty: rt::Borrowed("Id"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("role"),
                description: rt::Borrowed("A role that begins with `DEPLOYMENT_`."),
                ty: rt::Borrowed("Role"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Invite: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Invite"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("An open invite to the platform or to a workspace."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("assignments"),
                description: rt::Borrowed("What the invite gives, in an old form."),
                ty: rt::Borrowed("String"),
                deprecated: ::core::option::Option::Some(
                    rt::Borrowed("Superseded by role."),
                ),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("createdAt"),
                description: rt::Borrowed("When it was sent."),
                ty: rt::Borrowed("DateTime"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("email"),
                description: rt::Borrowed("Address that was invited."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("id"),
                description: rt::Borrowed(
                    "Id of the invite: the `inviteUuid` of deleteInviteToken.",
                ),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("role"),
                description: rt::Borrowed("Role that the invited user will hold."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("token"),
                description: rt::Borrowed(
                    "Token to sign up with: treat it as a secret.",
                ),
                ty: rt::Borrowed("String"),
                secret: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("updatedAt"),
                description: rt::Borrowed("When it was last changed."),
                ty: rt::Borrowed("DateTime"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("uuid"),
                description: rt::Borrowed("Another name of the id."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const input_InviteSearch: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("InviteSearch"),
    kind: rt::schema::TypeKind::Input,
    description: rt::Borrowed("What to look for in invites."),
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("email"),
                description: rt::Borrowed("Address that was invited."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("inviteUuid"),
                description: rt::Borrowed("Id of the invite."),
                ty: rt::Borrowed("Uuid"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const enum_Role: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Role"),
    kind: rt::schema::TypeKind::Enum,
    description: rt::Borrowed(
        "What a user or service account may do, at one of three scopes: system, workspace, deployment.",
    ),
    values: rt::Borrowed(
        &[
            rt::schema::EnumValue {
                name: rt::Borrowed("SYSTEM_ADMIN"),
                description: rt::Borrowed(
                    "Administers the platform: every system permission. Does not by itself allow creating deployments.",
                ),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("SYSTEM_EDITOR"),
                description: rt::Borrowed(
                    "Reads the whole platform; changes roles, service accounts and variables; deletes nothing.",
                ),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("SYSTEM_VIEWER"),
                description: rt::Borrowed(
                    "Reads the whole platform, variables included; changes nothing.",
                ),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("WORKSPACE_ADMIN"),
                description: rt::Borrowed(
                    "All of a workspace: its users, billing and keys, new deployments, and its deletion.",
                ),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("WORKSPACE_EDITOR"),
                description: rt::Borrowed(
                    "Changes a workspace, creates deployments and manages its keys; no users, no billing, no deletion.",
                ),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("WORKSPACE_VIEWER"),
                description: rt::Borrowed(
                    "Reads a workspace, its users, invites, keys and deployments.",
                ),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("DEPLOYMENT_ADMIN"),
                description: rt::Borrowed(
                    "All of a deployment: its users, Airflow as admin, and its deletion.",
                ),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("DEPLOYMENT_EDITOR"),
                description: rt::Borrowed(
                    "Changes a deployment, its variables and keys, and pushes images; no users, no deletion.",
                ),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("DEPLOYMENT_VIEWER"),
                description: rt::Borrowed(
                    "Reads a deployment, its logs, metrics, variables and keys.",
                ),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("USER"),
                description: rt::Borrowed(
                    "Held by everybody who is signed in: it allows createWorkspace. Never a useful argument.",
                ),
                ..rt::schema::EnumValue::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_RoleBinding: rt::schema::Type = rt::schema::Type {
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
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("deployment"),
                description: rt::Borrowed(
                    "Deployment that the role is for; null at the other scopes.",
                ),
                ty: rt::Borrowed("Deployment"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("id"),
                description: rt::Borrowed("Id of the binding."),
                ty: rt::Borrowed("String!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("role"),
                description: rt::Borrowed("The role."),
                ty: rt::Borrowed("Role"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("serviceAccount"),
                description: rt::Borrowed(
                    "Service account that holds it, if no user does.",
                ),
                ty: rt::Borrowed("ServiceAccount"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("user"),
                description: rt::Borrowed(
                    "User who holds it, if no service account does.",
                ),
                ty: rt::Borrowed("User"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("workspace"),
                description: rt::Borrowed(
                    "Workspace that the role is for; null at the other scopes.",
                ),
                ty: rt::Borrowed("Workspace"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const input_RoleBindingWhereUniqueInput: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("RoleBindingWhereUniqueInput"),
    kind: rt::schema::TypeKind::Input,
    description: rt::Borrowed("Names one role binding."),
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("id"),
                description: rt::Borrowed("Id of the binding."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
