// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
pub(super) const query_deployment_service_account: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("deploymentServiceAccount"),
    description: rt::Borrowed("One service account of a deployment."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("deploymentUuid"),
                description: rt::Borrowed("Id of the deployment."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[rt::Borrowed("workspaceDeployments"), rt::Borrowed("deployments")],
                ),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("serviceAccountUuid"),
                description: rt::Borrowed("Id of the service account."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[
                        rt::Borrowed("workspaceServiceAccounts"),
                        rt::Borrowed("deploymentServiceAccounts"),
                    ],
                ),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("ServiceAccount"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("deployment.serviceAccounts.get"),
                rt::Borrowed("system.serviceAccounts.get"),
            ],
        ),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_deployment_service_accounts: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("deploymentServiceAccounts"),
    description: rt::Borrowed("The service accounts of a deployment."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("deploymentUuid"),
                description: rt::Borrowed("Id of the deployment."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[rt::Borrowed("workspaceDeployments"), rt::Borrowed("deployments")],
                ),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("[ServiceAccount]"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("deployment.serviceAccounts.get"),
                rt::Borrowed("system.serviceAccounts.get"),
            ],
        ),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_service_accounts: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("serviceAccounts"),
    description: rt::Borrowed(
        "Legacy list by scope. Prefer workspaceServiceAccounts or deploymentServiceAccounts.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("entityType"),
                description: rt::Borrowed("Kind of thing that the accounts belong to."),
                ty: rt::Borrowed("EntityType!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("entityUuid"),
                description: rt::Borrowed(
                    "Id of that thing. The server wants this or serviceAccountUuid.",
                ),
                ty: rt::Borrowed("Uuid"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("serviceAccountUuid"),
                description: rt::Borrowed(
                    "Id of one account. The server wants this or entityUuid.",
                ),
                ty: rt::Borrowed("Uuid"),
                finders: rt::Borrowed(
                    &[
                        rt::Borrowed("workspaceServiceAccounts"),
                        rt::Borrowed("deploymentServiceAccounts"),
                    ],
                ),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("[ServiceAccount]"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::SignedIn,
    trap: rt::Borrowed(
        "The server wants entityUuid or serviceAccountUuid; 0.23 can fail on it, so prefer workspaceServiceAccounts or deploymentServiceAccounts",
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_workspace_service_account: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("workspaceServiceAccount"),
    description: rt::Borrowed("One service account of a workspace."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("serviceAccountUuid"),
                description: rt::Borrowed("Id of the service account."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[
                        rt::Borrowed("workspaceServiceAccounts"),
                        rt::Borrowed("deploymentServiceAccounts"),
                    ],
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
    ty: rt::Borrowed("ServiceAccount"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("workspace.serviceAccounts.get"),
                rt::Borrowed("system.serviceAccounts.get"),
            ],
        ),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_workspace_service_accounts: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("workspaceServiceAccounts"),
    description: rt::Borrowed("The service accounts of a workspace."),
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
    ty: rt::Borrowed("[ServiceAccount]"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("workspace.serviceAccounts.get"),
                rt::Borrowed("system.serviceAccounts.get"),
            ],
        ),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_create_deployment_service_account: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("createDeploymentServiceAccount"),
    description: rt::Borrowed(
        "Creates a key for one deployment. Keep apiKey: it can be read for ten minutes only.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("deploymentUuid"),
                description: rt::Borrowed("Id of the deployment."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[rt::Borrowed("workspaceDeployments"), rt::Borrowed("deployments")],
                ),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("label"),
                description: rt::Borrowed("Name shown to people."),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("role"),
                description: rt::Borrowed(
                    "A role that begins with `DEPLOYMENT_`; the server may not check that.",
                ),
                ty: rt::Borrowed("Role!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("category"),
                description: rt::Borrowed("Free text to sort accounts by."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("ServiceAccount"),
    effect: rt::schema::Effect::Create,
    natural_key: rt::Borrowed(&[rt::Borrowed("deploymentUuid"), rt::Borrowed("label")]),
    finder: ::core::option::Option::Some(rt::schema::Finder {
        query: rt::Borrowed("deploymentServiceAccounts"),
        arguments: rt::Borrowed(
            &[(rt::Borrowed("deploymentUuid"), rt::Borrowed("deploymentUuid"))],
        ),
        matches: rt::Borrowed(&[(rt::Borrowed("label"), rt::Borrowed("label"))]),
    }),
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("deployment.serviceAccounts.create"),
                rt::Borrowed("system.serviceAccounts.create"),
            ],
        ),
    ),
    trap: rt::Borrowed("Keep apiKey now: after ten minutes it is masked"),
    selected: rt::Borrowed(&[rt::Borrowed("apiKey")]),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_create_service_account: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("createServiceAccount"),
    description: rt::Borrowed(
        "Legacy form for all scopes; prefer the create operation of the scope. Fails for SYSTEM.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("entityType"),
                description: rt::Borrowed("WORKSPACE or DEPLOYMENT."),
                ty: rt::Borrowed("EntityType!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("entityUuid"),
                description: rt::Borrowed(
                    "Id of the workspace or deployment; the server fails without it.",
                ),
                ty: rt::Borrowed("Uuid"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("label"),
                description: rt::Borrowed("Name shown to people."),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("role"),
                description: rt::Borrowed("A role of the same scope as entityType."),
                ty: rt::Borrowed("Role!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("category"),
                description: rt::Borrowed("Free text to sort accounts by."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("ServiceAccount"),
    effect: rt::schema::Effect::Create,
    natural_key: rt::Borrowed(
        &[rt::Borrowed("entityType"), rt::Borrowed("entityUuid"), rt::Borrowed("label")],
    ),
    finder: ::core::option::Option::Some(rt::schema::Finder {
        query: rt::Borrowed("serviceAccounts"),
        arguments: rt::Borrowed(
            &[
                (rt::Borrowed("entityType"), rt::Borrowed("entityType")),
                (rt::Borrowed("entityUuid"), rt::Borrowed("entityUuid")),
            ],
        ),
        matches: rt::Borrowed(&[(rt::Borrowed("label"), rt::Borrowed("label"))]),
    }),
    access: rt::schema::Access::SignedIn,
    trap: rt::Borrowed(
        "Keep apiKey now: after ten minutes it is masked; entityType SYSTEM fails: use createSystemServiceAccount",
    ),
    selected: rt::Borrowed(&[rt::Borrowed("apiKey")]),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_create_system_service_account: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("createSystemServiceAccount"),
    description: rt::Borrowed(
        "Creates a key for the whole platform. Keep apiKey: it can be read for ten minutes only.",
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
                name: rt::Borrowed("role"),
                description: rt::Borrowed(
                    "A role that begins with `SYSTEM_`; others are refused.",
                ),
                ty: rt::Borrowed("Role!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("category"),
                description: rt::Borrowed("Free text to sort accounts by."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("ServiceAccount"),
    effect: rt::schema::Effect::Create,
    natural_key: rt::Borrowed(&[rt::Borrowed("label")]),
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("system.serviceAccounts.create")]),
    ),
    trap: rt::Borrowed("Keep apiKey now: after ten minutes it is masked"),
    selected: rt::Borrowed(&[rt::Borrowed("apiKey")]),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_create_workspace_service_account: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("createWorkspaceServiceAccount"),
    description: rt::Borrowed(
        "Creates a key for one workspace. Keep apiKey: it can be read for ten minutes only.",
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
                name: rt::Borrowed("role"),
                description: rt::Borrowed(
                    "A role that begins with `WORKSPACE_`; the server may not check that.",
                ),
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
            rt::schema::Argument {
                name: rt::Borrowed("category"),
                description: rt::Borrowed("Free text to sort accounts by."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("ServiceAccount"),
    effect: rt::schema::Effect::Create,
    natural_key: rt::Borrowed(&[rt::Borrowed("workspaceUuid"), rt::Borrowed("label")]),
    finder: ::core::option::Option::Some(rt::schema::Finder {
        query: rt::Borrowed("workspaceServiceAccounts"),
        arguments: rt::Borrowed(
            &[(rt::Borrowed("workspaceUuid"), rt::Borrowed("workspaceUuid"))],
        ),
        matches: rt::Borrowed(&[(rt::Borrowed("label"), rt::Borrowed("label"))]),
    }),
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("workspace.serviceAccounts.create"),
                rt::Borrowed("system.serviceAccounts.create"),
            ],
        ),
    ),
    trap: rt::Borrowed("Keep apiKey now: after ten minutes it is masked"),
    selected: rt::Borrowed(&[rt::Borrowed("apiKey")]),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_delete_deployment_service_account: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("deleteDeploymentServiceAccount"),
    description: rt::Borrowed("Deletes a key of a deployment."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("deploymentUuid"),
                description: rt::Borrowed("Id of the deployment."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[rt::Borrowed("workspaceDeployments"), rt::Borrowed("deployments")],
                ),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("serviceAccountUuid"),
                description: rt::Borrowed("Id of the service account to delete."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[
                        rt::Borrowed("workspaceServiceAccounts"),
                        rt::Borrowed("deploymentServiceAccounts"),
                    ],
                ),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("ServiceAccount"),
    effect: rt::schema::Effect::Delete,
    finder: ::core::option::Option::Some(rt::schema::Finder {
        query: rt::Borrowed("deploymentServiceAccounts"),
        arguments: rt::Borrowed(
            &[(rt::Borrowed("deploymentUuid"), rt::Borrowed("deploymentUuid"))],
        ),
        matches: rt::Borrowed(
            &[(rt::Borrowed("id"), rt::Borrowed("serviceAccountUuid"))],
        ),
    }),
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("deployment.serviceAccounts.delete"),
                rt::Borrowed("system.serviceAccounts.delete"),
            ],
        ),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_delete_service_account: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("deleteServiceAccount"),
    description: rt::Borrowed(
        "Legacy form for all scopes; prefer the delete operation of the scope.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("serviceAccountUuid"),
                description: rt::Borrowed("Id of the service account to delete."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[
                        rt::Borrowed("workspaceServiceAccounts"),
                        rt::Borrowed("deploymentServiceAccounts"),
                    ],
                ),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("ServiceAccount"),
    effect: rt::schema::Effect::Delete,
    access: rt::schema::Access::SignedIn,
    omitted: rt::Borrowed(
        &[
            rt::Borrowed("active"),
            rt::Borrowed("category"),
            rt::Borrowed("createdAt"),
            rt::Borrowed("label"),
            rt::Borrowed("lastUsedAt"),
            rt::Borrowed("updatedAt"),
        ],
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_delete_system_service_account: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("deleteSystemServiceAccount"),
    description: rt::Borrowed("Deletes a key of the platform."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("serviceAccountUuid"),
                description: rt::Borrowed("Id of the service account to delete."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[
                        rt::Borrowed("workspaceServiceAccounts"),
                        rt::Borrowed("deploymentServiceAccounts"),
                    ],
                ),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("ServiceAccount"),
    effect: rt::schema::Effect::Delete,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("system.serviceAccounts.delete")]),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_delete_workspace_service_account: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("deleteWorkspaceServiceAccount"),
    description: rt::Borrowed("Deletes a key of a workspace."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("serviceAccountUuid"),
                description: rt::Borrowed("Id of the service account to delete."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[
                        rt::Borrowed("workspaceServiceAccounts"),
                        rt::Borrowed("deploymentServiceAccounts"),
                    ],
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
    ty: rt::Borrowed("ServiceAccount"),
    effect: rt::schema::Effect::Delete,
    finder: ::core::option::Option::Some(rt::schema::Finder {
        query: rt::Borrowed("workspaceServiceAccounts"),
        arguments: rt::Borrowed(
            &[(rt::Borrowed("workspaceUuid"), rt::Borrowed("workspaceUuid"))],
        ),
        matches: rt::Borrowed(
            &[(rt::Borrowed("id"), rt::Borrowed("serviceAccountUuid"))],
        ),
    }),
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("workspace.serviceAccounts.delete"),
                rt::Borrowed("system.serviceAccounts.delete"),
            ],
        ),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_update_deployment_service_account: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("updateDeploymentServiceAccount"),
    description: rt::Borrowed(
        "Changes label, category or role of a key of a deployment.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("deploymentUuid"),
                description: rt::Borrowed("Id of the deployment."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[rt::Borrowed("workspaceDeployments"), rt::Borrowed("deployments")],
                ),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("serviceAccountUuid"),
                description: rt::Borrowed("Id of the service account to change."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[
                        rt::Borrowed("workspaceServiceAccounts"),
                        rt::Borrowed("deploymentServiceAccounts"),
                    ],
                ),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("payload"),
                description: rt::Borrowed(
                    "JSON object: `label`, `category`, `role`; other keys and unknown roles are dropped without an error.",
                ),
                ty: rt::Borrowed("JSON"),
                keys: rt::Borrowed(
                    &[
                        rt::Borrowed("label"),
                        rt::Borrowed("category"),
                        rt::Borrowed("role"),
                    ],
                ),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("ServiceAccount"),
    effect: rt::schema::Effect::Update,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("deployment.serviceAccounts.update"),
                rt::Borrowed("system.serviceAccounts.update"),
            ],
        ),
    ),
    trap: rt::Borrowed(
        "Other keys of payload and unknown roles are dropped without an error",
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_update_service_account: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("updateServiceAccount"),
    description: rt::Borrowed(
        "Legacy form for all scopes; prefer the update operation of the scope.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("serviceAccountUuid"),
                description: rt::Borrowed("Id of the service account to change."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[
                        rt::Borrowed("workspaceServiceAccounts"),
                        rt::Borrowed("deploymentServiceAccounts"),
                    ],
                ),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("payload"),
                description: rt::Borrowed(
                    "JSON object: `label`, `category`, `role`; other keys and unknown roles are dropped without an error.",
                ),
                ty: rt::Borrowed("JSON"),
                keys: rt::Borrowed(
                    &[
                        rt::Borrowed("label"),
                        rt::Borrowed("category"),
                        rt::Borrowed("role"),
                    ],
                ),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("ServiceAccount"),
    effect: rt::schema::Effect::Update,
    idempotent: true,
    access: rt::schema::Access::SignedIn,
    trap: rt::Borrowed(
        "Other keys of payload and unknown roles are dropped without an error",
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_update_workspace_service_account: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("updateWorkspaceServiceAccount"),
    description: rt::Borrowed(
        "Changes label, category or role of a key of a workspace.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("payload"),
                description: rt::Borrowed(
                    "JSON object: `label`, `category`, `role`; other keys and unknown roles are dropped without an error.",
                ),
                ty: rt::Borrowed("JSON!"),
                required: true,
                keys: rt::Borrowed(
                    &[
                        rt::Borrowed("label"),
                        rt::Borrowed("category"),
                        rt::Borrowed("role"),
                    ],
                ),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("serviceAccountUuid"),
                description: rt::Borrowed("Id of the service account to change."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[
                        rt::Borrowed("workspaceServiceAccounts"),
                        rt::Borrowed("deploymentServiceAccounts"),
                    ],
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
    ty: rt::Borrowed("ServiceAccount"),
    effect: rt::schema::Effect::Update,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("workspace.serviceAccounts.update"),
                rt::Borrowed("system.serviceAccounts.update"),
            ],
        ),
    ),
    trap: rt::Borrowed(
        "Other keys of payload and unknown roles are dropped without an error",
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const enum_EntityType: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("EntityType"),
    kind: rt::schema::TypeKind::Enum,
    description: rt::Borrowed(
        "Kind of thing that a service account belongs to; used by the legacy operations.",
    ),
    values: rt::Borrowed(
        &[
            rt::schema::EnumValue {
                name: rt::Borrowed("WORKSPACE"),
                description: rt::Borrowed("The account belongs to a workspace."),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("DEPLOYMENT"),
                description: rt::Borrowed("The account belongs to one deployment."),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("SYSTEM"),
                description: rt::Borrowed(
                    "The account belongs to the platform; the legacy createServiceAccount fails with it.",
                ),
                ..rt::schema::EnumValue::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_ServiceAccount: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("ServiceAccount"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed(
        "An account for programs: it signs in with an API key and holds roles.",
    ),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("active"),
                description: rt::Borrowed("Whether the key works."),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("apiKey"),
                description: rt::Borrowed(
                    "The key: 32 hex digits. Readable for ten minutes, then 6 characters and asterisks.",
                ),
                ty: rt::Borrowed("String"),
                secret: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("category"),
                description: rt::Borrowed("Free text to sort accounts by."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("createdAt"),
                description: rt::Borrowed(
                    "When it was created; the ten minutes of apiKey count from here.",
                ),
                ty: rt::Borrowed("DateTime!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("deploymentUuid"),
                description: rt::Borrowed(
                    "Id of its deployment; through 0.16 always null.",
                ),
                ty: rt::Borrowed("Uuid"),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("entityType"),
                description: rt::Borrowed(
                    "Kind of thing it belongs to; says DEPLOYMENT for an account of the platform.",
                ),
                ty: rt::Borrowed("String"),
                deprecated: ::core::option::Option::Some(
                    rt::Borrowed(
                        "Wrong for accounts of the platform; read the role from roleBindings instead.",
                    ),
                ),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("entityUuid"),
                description: rt::Borrowed(
                    "Id of the workspace or deployment it belongs to; null for an account of the platform.",
                ),
                ty: rt::Borrowed("Uuid"),
                deprecated: ::core::option::Option::Some(
                    rt::Borrowed(
                        "Read workspace and deployment from roleBindings instead.",
                    ),
                ),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("id"),
                description: rt::Borrowed(
                    "Id of the account: the `serviceAccountUuid` of other operations.",
                ),
                ty: rt::Borrowed("String!"),
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
                name: rt::Borrowed("lastUsedAt"),
                description: rt::Borrowed(
                    "When the key was last used; through 0.16 never set.",
                ),
                ty: rt::Borrowed("DateTime"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("roleBindings"),
                description: rt::Borrowed(
                    "Its roles. Read them again after it created something: some releases take its first role away.",
                ),
                ty: rt::Borrowed("[RoleBinding!]!"),
                arguments: rt::Borrowed(
                    &[
                        rt::schema::Argument {
                            name: rt::Borrowed("after"),
                            description: rt::Borrowed("Only bindings behind this one."),
                            ty: rt::Borrowed("RoleBindingWhereUniqueInput"),
                            ..rt::schema::Argument::EMPTY
                        },
                        rt::schema::Argument {
                            name: rt::Borrowed("before"),
                            description: rt::Borrowed(
                                "Only bindings in front of this one.",
                            ),
                            ty: rt::Borrowed("RoleBindingWhereUniqueInput"),
                            ..rt::schema::Argument::EMPTY
                        },
                        rt::schema::Argument {
                            name: rt::Borrowed("first"),
                            description: rt::Borrowed(
                                "Only so many, from the beginning.",
                            ),
                            ty: rt::Borrowed("Int"),
                            ..rt::schema::Argument::EMPTY
                        },
                        rt::schema::Argument {
                            name: rt::Borrowed("last"),
                            description: rt::Borrowed("Only so many, from the end."),
                            ty: rt::Borrowed("Int"),
                            ..rt::schema::Argument::EMPTY
                        },
                    ],
                ),
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
                name: rt::Borrowed("workspaceUuid"),
                description: rt::Borrowed(
                    "Id of its workspace; through 0.16 always null.",
                ),
                ty: rt::Borrowed("Uuid"),
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
