// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
pub(super) const query_deployment: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("deployment"),
    description: rt::Borrowed(
        "One deployment by id or release name, without naming its workspace.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("where"),
                description: rt::Borrowed(
                    "Which deployment: its id or its release name.",
                ),
                ty: rt::Borrowed("DeploymentWhereUniqueInput!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Deployment"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    trap: rt::Borrowed(
        "Came after 0.16: an older server answers with a validation error",
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_deployments: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("deployments"),
    description: rt::Borrowed(
        "Every deployment of the platform; needs a system role. See workspaceDeployments for one workspace.",
    ),
    ty: rt::Borrowed("[Deployment]"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("system.deployments.get")]),
    ),
    trap: rt::Borrowed(
        "Needs a system role; workspaceDeployments lists the deployments of one workspace",
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_workspace_deployment: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("workspaceDeployment"),
    description: rt::Borrowed(
        "One deployment of a workspace by release name; through 0.16 also a deleted one.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("releaseName"),
                description: rt::Borrowed("Release name of the deployment."),
                ty: rt::Borrowed("String!"),
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
    ty: rt::Borrowed("Deployment"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("workspace.deployments.get"),
                rt::Borrowed("system.deployments.get"),
            ],
        ),
    ),
    trap: rt::Borrowed("Through 0.16 it also returns a deleted deployment"),
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_workspace_deployments: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("workspaceDeployments"),
    description: rt::Borrowed("The deployments of one workspace."),
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
                name: rt::Borrowed("releaseName"),
                description: rt::Borrowed("Only the deployment with this release name."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("[Deployment]"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("workspace.deployments.get"),
                rt::Borrowed("system.deployments.get"),
            ],
        ),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_create_deployment: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("createDeployment"),
    description: rt::Borrowed(
        "Creates an Airflow deployment. After an error other than a refusal it may have been created: check before a second try.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("label"),
                description: rt::Borrowed(
                    "Name shown to people; unique within the workspace.",
                ),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("type"),
                description: rt::Borrowed(
                    "Required and ignored by the server: send `airflow`.",
                ),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("workspaceUuid"),
                description: rt::Borrowed(
                    "Id of the workspace; you need the right to create deployments in it.",
                ),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(&[rt::Borrowed("workspaces")]),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("airflowVersion"),
                description: rt::Borrowed(
                    "Airflow version to start with; airflowReleases lists what is on offer.",
                ),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("cloudRole"),
                description: rt::Borrowed(
                    "Role at the cloud provider that the deployment runs with.",
                ),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("config"),
                description: rt::Borrowed(
                    "JSON object, the older form of executor, scheduler, webserver and workers: `{executor, scheduler, …}`.",
                ),
                ty: rt::Borrowed("JSON"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("description"),
                description: rt::Borrowed("Free text about the deployment."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("executor"),
                description: rt::Borrowed(
                    "How Airflow runs tasks; CeleryExecutor if left out.",
                ),
                ty: rt::Borrowed("ExecutorType"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("properties"),
                description: rt::Borrowed(
                    "JSON object: `extra_au` (number), `alert_emails` (list), `component_version` (text); no other keys.",
                ),
                ty: rt::Borrowed("JSON"),
                keys: rt::Borrowed(
                    &[
                        rt::Borrowed("extra_au"),
                        rt::Borrowed("alert_emails"),
                        rt::Borrowed("component_version"),
                    ],
                ),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("releaseName"),
                description: rt::Borrowed(
                    "Wanted release name; silently replaced by a generated one unless the platform allows manual names.",
                ),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("scheduler"),
                description: rt::Borrowed(
                    "Size of the scheduler: replicas, cpu in millicores, memory in MiB.",
                ),
                ty: rt::Borrowed("Scheduler"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("version"),
                description: rt::Borrowed(
                    "Version of the platform's Airflow chart; leave it out for the default.",
                ),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("webserver"),
                description: rt::Borrowed(
                    "Size of the webserver: cpu in millicores, memory in MiB.",
                ),
                ty: rt::Borrowed("Webserver"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("workers"),
                description: rt::Borrowed(
                    "Number and size of the Celery workers: cpu in millicores, memory in MiB.",
                ),
                ty: rt::Borrowed("Workers"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Deployment"),
    effect: rt::schema::Effect::Create,
    natural_key: rt::Borrowed(&[rt::Borrowed("workspaceUuid"), rt::Borrowed("label")]),
    finder: ::core::option::Option::Some(rt::schema::Finder {
        query: rt::Borrowed("workspaceDeployments"),
        arguments: rt::Borrowed(
            &[(rt::Borrowed("workspaceUuid"), rt::Borrowed("workspaceUuid"))],
        ),
        matches: rt::Borrowed(&[(rt::Borrowed("label"), rt::Borrowed("label"))]),
    }),
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("workspace.deployments.create")]),
    ),
    trap: rt::Borrowed(
        "Can fail after the deployment was stored, and some releases report success and make nothing: read it back before a second try",
    ),
    omitted: rt::Borrowed(&[rt::Borrowed("deploymentCapabilities")]),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_delete_deployment: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("deleteDeployment"),
    description: rt::Borrowed(
        "Deletes a deployment: it leaves the lists and its label is free again.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("deploymentUuid"),
                description: rt::Borrowed("Id of the deployment to delete."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[rt::Borrowed("workspaceDeployments"), rt::Borrowed("deployments")],
                ),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Deployment"),
    effect: rt::schema::Effect::Delete,
    idempotent: true,
    finder: ::core::option::Option::Some(rt::schema::Finder {
        query: rt::Borrowed("deployments"),
        arguments: rt::Borrowed(&[]),
        matches: rt::Borrowed(&[(rt::Borrowed("id"), rt::Borrowed("deploymentUuid"))]),
    }),
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("deployment.config.delete"),
                rt::Borrowed("system.deployments.delete"),
            ],
        ),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_deployment_alerts_update: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("deploymentAlertsUpdate"),
    description: rt::Borrowed(
        "Sets the addresses that get alert mails: the list replaces the old one.",
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
                name: rt::Borrowed("alertEmails"),
                description: rt::Borrowed("The whole list of addresses."),
                ty: rt::Borrowed("[String]"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Deployment"),
    effect: rt::schema::Effect::Replace,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("deployment.config.update"),
                rt::Borrowed("system.deployments.update"),
            ],
        ),
    ),
    trap: rt::Borrowed("The list replaces all addresses"),
    omitted: rt::Borrowed(
        &[
            rt::Borrowed("config"),
            rt::Borrowed("createdAt"),
            rt::Borrowed("deployInfo"),
            rt::Borrowed("deploymentCapabilities"),
            rt::Borrowed("description"),
            rt::Borrowed("environmentVariables"),
            rt::Borrowed("label"),
            rt::Borrowed("properties"),
            rt::Borrowed("releaseName"),
            rt::Borrowed("roleBindings"),
            rt::Borrowed("serviceAccounts"),
            rt::Borrowed("status"),
            rt::Borrowed("type"),
            rt::Borrowed("updatedAt"),
            rt::Borrowed("urls"),
            rt::Borrowed("version"),
            rt::Borrowed("workspace"),
        ],
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_update_deployment: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("updateDeployment"),
    description: rt::Borrowed(
        "Changes a deployment. Without properties in the payload, extra AU fall back to 0 (seen on 0.16).",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("deploymentUuid"),
                description: rt::Borrowed("Id of the deployment to change."),
                ty: rt::Borrowed("Uuid!"),
                required: true,
                finders: rt::Borrowed(
                    &[rt::Borrowed("workspaceDeployments"), rt::Borrowed("deployments")],
                ),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("cloudRole"),
                description: rt::Borrowed(
                    "Role at the cloud provider that the deployment runs with.",
                ),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("config"),
                description: rt::Borrowed(
                    "JSON object, the older form of executor, scheduler, webserver, workers; merged into what is stored.",
                ),
                ty: rt::Borrowed("JSON"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("executor"),
                description: rt::Borrowed("How Airflow runs tasks."),
                ty: rt::Borrowed("ExecutorType"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("payload"),
                description: rt::Borrowed(
                    "JSON object: `label`, `description`, `version`, `properties`; other keys are dropped without an error.",
                ),
                ty: rt::Borrowed("JSON"),
                keys: rt::Borrowed(
                    &[
                        rt::Borrowed("label"),
                        rt::Borrowed("description"),
                        rt::Borrowed("version"),
                        rt::Borrowed("properties"),
                    ],
                ),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("scheduler"),
                description: rt::Borrowed(
                    "Size of the scheduler: replicas, cpu in millicores, memory in MiB.",
                ),
                ty: rt::Borrowed("Scheduler"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("sync"),
                description: rt::Borrowed(
                    "Through 0.16 send true: without it the stored settings change and the running deployment does not.",
                ),
                ty: rt::Borrowed("Boolean"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("webserver"),
                description: rt::Borrowed(
                    "Size of the webserver: cpu in millicores, memory in MiB.",
                ),
                ty: rt::Borrowed("Webserver"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("workers"),
                description: rt::Borrowed(
                    "Number and size of the Celery workers: cpu in millicores, memory in MiB.",
                ),
                ty: rt::Borrowed("Workers"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Deployment"),
    effect: rt::schema::Effect::Update,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("deployment.config.update"),
                rt::Borrowed("system.deployments.update"),
            ],
        ),
    ),
    trap: rt::Borrowed(
        "Without payload.properties.extra_au extra AU fall back to 0; through 0.16 nothing reaches the running deployment without sync",
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_update_deployment_airflow: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("updateDeploymentAirflow"),
    description: rt::Borrowed(
        "Starts an Airflow upgrade. Called with the present version, it cancels one.",
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
                name: rt::Borrowed("desiredAirflowVersion"),
                description: rt::Borrowed(
                    "Airflow version to go to, from airflowReleases; the present one cancels.",
                ),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Deployment"),
    effect: rt::schema::Effect::Update,
    trap: rt::Borrowed("Called with the present version it cancels an upgrade"),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_update_deployment_keda_config: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("updateDeploymentKedaConfig"),
    description: rt::Borrowed("Switches KEDA autoscaling of the workers on or off."),
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
                name: rt::Borrowed("state"),
                description: rt::Borrowed("True for on, false for off."),
                ty: rt::Borrowed("Boolean!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Deployment"),
    effect: rt::schema::Effect::Update,
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_upgrade_deployment: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("upgradeDeployment"),
    description: rt::Borrowed(
        "Moves a deployment to another version of the platform's Airflow chart.",
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
                name: rt::Borrowed("version"),
                description: rt::Borrowed("Version to go to."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Deployment"),
    effect: rt::schema::Effect::Update,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("deployment.config.update"),
                rt::Borrowed("system.deployments.update"),
            ],
        ),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const object_DeployInfo: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("DeployInfo"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("Image tags of a deployment."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("current"),
                description: rt::Borrowed("Image tag that runs now."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("desired"),
                description: rt::Borrowed("Image tag that ought to run."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("next"),
                description: rt::Borrowed("Another name of nextCli."),
                ty: rt::Borrowed("String"),
                deprecated: ::core::option::Option::Some(
                    rt::Borrowed("Read nextCli, which has the same value."),
                ),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("nextCli"),
                description: rt::Borrowed(
                    "Tag that the next image pushed from a command line should carry.",
                ),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Deployment: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Deployment"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("An Airflow installation that the platform runs."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("airflowVersion"),
                description: rt::Borrowed("Airflow version that runs."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("alertEmails"),
                description: rt::Borrowed("Addresses that get alert mails."),
                ty: rt::Borrowed("[String!]!"),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("config"),
                description: rt::Borrowed(
                    "Stored settings: executor and the sizes of the components, as a JSON object.",
                ),
                ty: rt::Borrowed("JSON"),
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
                name: rt::Borrowed("deployInfo"),
                description: rt::Borrowed("Image tags: the present one and the next."),
                ty: rt::Borrowed("DeployInfo"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("deploymentCapabilities"),
                description: rt::Borrowed("What you may do with the deployment."),
                ty: rt::Borrowed("DeploymentCapabilities"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("deploymentStatus"),
                description: rt::Borrowed("Health of the deployment."),
                ty: rt::Borrowed("DeploymentStatus"),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("description"),
                description: rt::Borrowed("Free text about the deployment."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("desiredAirflowVersion"),
                description: rt::Borrowed(
                    "Airflow version that an upgrade in progress leads to.",
                ),
                ty: rt::Borrowed("String"),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("environmentVariables"),
                description: rt::Borrowed(
                    "Its environment variables; values of secrets are empty. See deploymentVariables.",
                ),
                ty: rt::Borrowed("[EnvironmentVariable]"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("executor"),
                description: rt::Borrowed("How Airflow runs tasks."),
                ty: rt::Borrowed("ExecutorType"),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("id"),
                description: rt::Borrowed(
                    "Id of the deployment: the `deploymentUuid` of other operations.",
                ),
                ty: rt::Borrowed("String!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("label"),
                description: rt::Borrowed(
                    "Name shown to people; unique within the workspace.",
                ),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("properties"),
                description: rt::Borrowed(
                    "JSON object: `extra_au` (left out when 0), `alert_emails`, `component_version`.",
                ),
                ty: rt::Borrowed("JSON"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("releaseName"),
                description: rt::Borrowed(
                    "Name of the Helm release, such as `quasaric-sun-1234`; part of addresses and of the namespace.",
                ),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("roleBindings"),
                description: rt::Borrowed("Who holds which role on the deployment."),
                ty: rt::Borrowed("[RoleBinding!]!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("scheduler"),
                description: rt::Borrowed("Size of the scheduler, with its limits."),
                ty: rt::Borrowed("SchedulerConfig"),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("serviceAccounts"),
                description: rt::Borrowed("Service accounts of the deployment."),
                ty: rt::Borrowed("[ServiceAccount]"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("status"),
                description: rt::Borrowed(
                    "State in the server's own words; deploymentStatus has the health.",
                ),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("type"),
                description: rt::Borrowed("Kind of deployment; `airflow`."),
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
                name: rt::Borrowed("urls"),
                description: rt::Borrowed("Addresses of its web pages."),
                ty: rt::Borrowed("[DeploymentUrl]"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("version"),
                description: rt::Borrowed("Version of the platform's Airflow chart."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("webserver"),
                description: rt::Borrowed("Size of the webserver."),
                ty: rt::Borrowed("WebserverConfig"),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("workers"),
                description: rt::Borrowed("Number and size of the Celery workers."),
                ty: rt::Borrowed("WorkersConfig"),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("workspace"),
                description: rt::Borrowed(
                    "The workspace it belongs to; null when that was deleted.",
                ),
                ty: rt::Borrowed("Workspace"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_DeploymentCapabilities: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("DeploymentCapabilities"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed(
        "What the caller may do with a deployment. All false in the answer of createDeployment itself.",
    ),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("canCreateServiceAccount"),
                description: rt::Borrowed(
                    "Whether you may create service accounts for it.",
                ),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("canDeleteDeployment"),
                description: rt::Borrowed("Whether you may delete it."),
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
                name: rt::Borrowed("canDeploy"),
                description: rt::Borrowed("Whether you may push images to it."),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("canUpdateDeployment"),
                description: rt::Borrowed("Whether you may change it."),
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
                name: rt::Borrowed("canUpdateUserRole"),
                description: rt::Borrowed(
                    "Whether you may change the roles of its users.",
                ),
                ty: rt::Borrowed("Boolean"),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("canUpdateVariables"),
                description: rt::Borrowed(
                    "Whether you may change its environment variables.",
                ),
                ty: rt::Borrowed("Boolean"),
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_DeploymentUrl: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("DeploymentUrl"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("Address of a web page of the deployment."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("type"),
                description: rt::Borrowed(
                    "What the address leads to, for example `airflow`.",
                ),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("url"),
                description: rt::Borrowed("The address."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const input_DeploymentWhereUniqueInput: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("DeploymentWhereUniqueInput"),
    kind: rt::schema::TypeKind::Input,
    description: rt::Borrowed("Names one deployment; give one of the two."),
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("id"),
                description: rt::Borrowed("Id of the deployment."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("releaseName"),
                description: rt::Borrowed("Release name of the deployment."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_DockerImage: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("DockerImage"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed(
        "An image in the registry; no operation of this version returns it.",
    ),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("createdAt"),
                description: rt::Borrowed("When it was pushed."),
                ty: rt::Borrowed("DateTime!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("deployment"),
                description: rt::Borrowed("Deployment that it is for."),
                ty: rt::Borrowed("Deployment"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("digest"),
                description: rt::Borrowed("Content digest of the image."),
                ty: rt::Borrowed("String!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("env"),
                description: rt::Borrowed(
                    "Environment variables inside the image, as JSON.",
                ),
                ty: rt::Borrowed("JSON"),
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
                name: rt::Borrowed("labels"),
                description: rt::Borrowed("Labels of the image, as JSON."),
                ty: rt::Borrowed("JSON"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("name"),
                description: rt::Borrowed("Image name."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("tag"),
                description: rt::Borrowed("Image tag."),
                ty: rt::Borrowed("String!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
