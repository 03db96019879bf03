// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
pub(super) const query_workspace: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("workspace"),
    description: rt::Borrowed("One workspace by id."),
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
        ],
    ),
    ty: rt::Borrowed("Workspace"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[rt::Borrowed("workspace.config.get"), rt::Borrowed("system.workspace.get")],
        ),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_workspaces: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("workspaces"),
    description: rt::Borrowed(
        "The workspaces that you hold a role in. Even a system admin sees no others here.",
    ),
    ty: rt::Borrowed("[Workspace]"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::SignedIn,
    trap: rt::Borrowed(
        "Lists only workspaces that the caller holds a role in, for a system admin too",
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_create_workspace: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("createWorkspace"),
    description: rt::Borrowed(
        "Creates a workspace and makes you its admin. Up to about 0.20 it fails for service accounts.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("label"),
                description: rt::Borrowed("Name shown to people."),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("description"),
                description: rt::Borrowed("Free text about the workspace."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Workspace"),
    effect: rt::schema::Effect::Create,
    natural_key: rt::Borrowed(&[rt::Borrowed("label")]),
    finder: ::core::option::Option::Some(rt::schema::Finder {
        query: rt::Borrowed("workspaces"),
        arguments: rt::Borrowed(&[]),
        matches: rt::Borrowed(&[(rt::Borrowed("label"), rt::Borrowed("label"))]),
    }),
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("system.workspace.create")]),
    ),
    trap: rt::Borrowed(
        "Labels need not be unique; after it, read the roles of the service account that made it again: some releases take its first role away",
    ),
    omitted: rt::Borrowed(
        &[rt::Borrowed("deployments"), rt::Borrowed("workspaceCapabilities")],
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_delete_workspace: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("deleteWorkspace"),
    description: rt::Borrowed(
        "Deletes a workspace. Delete its deployments first: they may live on without a workspace.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("workspaceUuid"),
                description: rt::Borrowed("Id of the workspace to delete."),
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
        query: rt::Borrowed("workspace"),
        arguments: rt::Borrowed(
            &[(rt::Borrowed("workspaceUuid"), rt::Borrowed("workspaceUuid"))],
        ),
        matches: rt::Borrowed(&[(rt::Borrowed("id"), rt::Borrowed("workspaceUuid"))]),
    }),
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("workspace.config.delete"),
                rt::Borrowed("system.workspace.delete"),
            ],
        ),
    ),
    trap: rt::Borrowed(
        "Delete its deployments first: they can live on without a workspace",
    ),
    omitted: rt::Borrowed(
        &[
            rt::Borrowed("active"),
            rt::Borrowed("billingEnabled"),
            rt::Borrowed("createdAt"),
            rt::Borrowed("deployments"),
            rt::Borrowed("description"),
            rt::Borrowed("invites"),
            rt::Borrowed("label"),
            rt::Borrowed("paywallEnabled"),
            rt::Borrowed("properties"),
            rt::Borrowed("roleBindings"),
            rt::Borrowed("serviceAccounts"),
            rt::Borrowed("stripeCustomerId"),
            rt::Borrowed("trialEndsAt"),
            rt::Borrowed("updatedAt"),
            rt::Borrowed("users"),
            rt::Borrowed("workspaceCapabilities"),
        ],
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_extend_workspace_trial: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("extendWorkspaceTrial"),
    description: rt::Borrowed(
        "Lengthens the trial of a workspace: each call adds the days again.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("extraDays"),
                description: rt::Borrowed("Days to add."),
                ty: rt::Borrowed("Int!"),
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
    ty: rt::Borrowed("Workspace"),
    effect: rt::schema::Effect::Update,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("system.workspace.extendTrial")]),
    ),
    trap: rt::Borrowed("Each call adds the days again"),
    omitted: rt::Borrowed(
        &[
            rt::Borrowed("deployments"),
            rt::Borrowed("invites"),
            rt::Borrowed("roleBindings"),
            rt::Borrowed("serviceAccounts"),
            rt::Borrowed("users"),
            rt::Borrowed("workspaceCapabilities"),
        ],
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_suspend_workspace: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("suspendWorkspace"),
    description: rt::Borrowed(
        "Suspends a workspace or lifts its suspension. While suspended it takes no new deployments.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("isSuspended"),
                description: rt::Borrowed("True to suspend, false to lift."),
                ty: rt::Borrowed("Boolean!"),
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
    ty: rt::Borrowed("Workspace"),
    effect: rt::schema::Effect::Delete,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("system.workspace.suspend")]),
    ),
    omitted: rt::Borrowed(
        &[
            rt::Borrowed("deployments"),
            rt::Borrowed("invites"),
            rt::Borrowed("roleBindings"),
            rt::Borrowed("serviceAccounts"),
            rt::Borrowed("users"),
            rt::Borrowed("workspaceCapabilities"),
        ],
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_update_workspace: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("updateWorkspace"),
    description: rt::Borrowed("Changes name or description of a workspace."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("payload"),
                description: rt::Borrowed(
                    "Object with `label`, `description` or both; other keys are dropped without an error.",
                ),
                ty: rt::Borrowed("JSON!"),
                required: true,
                keys: rt::Borrowed(
                    &[rt::Borrowed("label"), rt::Borrowed("description")],
                ),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("workspaceUuid"),
                description: rt::Borrowed("Id of the workspace to change."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(&[rt::Borrowed("workspaces")]),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Workspace"),
    effect: rt::schema::Effect::Update,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("workspace.config.update")]),
    ),
    trap: rt::Borrowed(
        "Keys of payload other than label and description are dropped without an error",
    ),
    omitted: rt::Borrowed(&[rt::Borrowed("deployments")]),
    ..rt::schema::Operation::EMPTY
};
pub(super) const object_Workspace: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Workspace"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed(
        "A group of deployments with its own users, keys and billing.",
    ),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("active"),
                description: rt::Borrowed(
                    "Whether the workspace is in use, not suspended.",
                ),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("billingEnabled"),
                description: rt::Borrowed("Whether the platform bills this workspace."),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("createdAt"),
                description: rt::Borrowed("When it was created."),
                ty: rt::Borrowed("DateTime!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("deployments"),
                description: rt::Borrowed(
                    "Its deployments. Through 0.16 empty except in workspace and workspaces.",
                ),
                ty: rt::Borrowed("[Deployment]"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("description"),
                description: rt::Borrowed("Free text about the workspace."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("id"),
                description: rt::Borrowed(
                    "Id of the workspace: the `workspaceUuid` of other operations.",
                ),
                ty: rt::Borrowed("String!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("invites"),
                description: rt::Borrowed(
                    "One open invite; list all with workspaceInvites.",
                ),
                ty: rt::Borrowed("Invite"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("label"),
                description: rt::Borrowed("Name shown to people."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("paywallEnabled"),
                description: rt::Borrowed(
                    "Whether features are held back until payment is set up.",
                ),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("properties"),
                description: rt::Borrowed("Further properties as a JSON object."),
                ty: rt::Borrowed("JSON"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("roleBindings"),
                description: rt::Borrowed("Who holds which role in the workspace."),
                ty: rt::Borrowed("[RoleBinding]"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("serviceAccounts"),
                description: rt::Borrowed("Service accounts of the workspace."),
                ty: rt::Borrowed("[ServiceAccount]"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("stripeCustomerId"),
                description: rt::Borrowed("Customer at the payment provider Stripe."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("trialEndsAt"),
                description: rt::Borrowed("When the trial ends."),
                ty: rt::Borrowed("DateTime"),
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
                name: rt::Borrowed("users"),
                description: rt::Borrowed("Users with a role in the workspace."),
                ty: rt::Borrowed("[User]"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("workspaceCapabilities"),
                description: rt::Borrowed("What you may do in the workspace."),
                ty: rt::Borrowed("WorkspaceCapabilities"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_WorkspaceCapabilities: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("WorkspaceCapabilities"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed(
        "What the caller may do in a workspace. All false in the answer of createWorkspace itself.",
    ),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("canCreateDeployment"),
                description: rt::Borrowed("Whether you may create deployments in it."),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("canCreateServiceAccount"),
                description: rt::Borrowed(
                    "Whether you may create service accounts in it.",
                ),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("canDeleteServiceAccount"),
                description: rt::Borrowed(
                    "Whether you may delete its service accounts.",
                ),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("canDeleteUser"),
                description: rt::Borrowed("Whether you may remove its users."),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("canDeleteWorkspace"),
                description: rt::Borrowed("Whether you may delete it."),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("canInviteUser"),
                description: rt::Borrowed("Whether you may invite users to it."),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("canUpdateBilling"),
                description: rt::Borrowed(
                    "Whether you may change its card and billing.",
                ),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("canUpdateIAM"),
                description: rt::Borrowed("Whether you may change who has access."),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("canUpdateServiceAccount"),
                description: rt::Borrowed(
                    "Whether you may change its service accounts.",
                ),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("canUpdateUser"),
                description: rt::Borrowed("Whether you may change its users."),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("canUpdateWorkspace"),
                description: rt::Borrowed(
                    "Whether you may change name and description.",
                ),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const input_WorkspaceWhereUniqueInput: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("WorkspaceWhereUniqueInput"),
    kind: rt::schema::TypeKind::Input,
    description: rt::Borrowed(
        "Names one workspace; no operation of this version takes it.",
    ),
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("id"),
                description: rt::Borrowed("Id of the workspace."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
