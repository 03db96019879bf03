// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
pub(super) const query_deployment_config: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("deploymentConfig"),
    description: rt::Borrowed(
        "Defaults, limits and images that the platform has for deployments.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("deploymentUuid"),
                description: rt::Borrowed(
                    "Id of the deployment that the answer is for.",
                ),
                ty: rt::Borrowed("Uuid"),
                finders: rt::Borrowed(
                    &[rt::Borrowed("workspaceDeployments"), rt::Borrowed("deployments")],
                ),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("type"),
                description: rt::Borrowed("Kind of deployment; `airflow`."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("version"),
                description: rt::Borrowed("Version that the answer is for."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("workspaceUuid"),
                description: rt::Borrowed("Id of the workspace that the answer is for."),
                ty: rt::Borrowed("Uuid"),
                finders: rt::Borrowed(&[rt::Borrowed("workspaces")]),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("DeploymentConfig"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::SignedIn,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_deployment_variables: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("deploymentVariables"),
    description: rt::Borrowed(
        "Environment variables of a deployment. Values of secrets come back empty.",
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
                name: rt::Borrowed("releaseName"),
                description: rt::Borrowed("Release name of the deployment."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("[EnvironmentVariable]"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("deployment.variables.get"),
                rt::Borrowed("system.deployment.variables.get"),
            ],
        ),
    ),
    trap: rt::Borrowed("Values of secret variables come back empty"),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_update_deployment_variables: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("updateDeploymentVariables"),
    description: rt::Borrowed(
        "Replaces all variables of a deployment: what is not in the list is removed.",
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
                name: rt::Borrowed("environmentVariables"),
                description: rt::Borrowed(
                    "The whole list. A secret sent with an empty value keeps its stored value.",
                ),
                ty: rt::Borrowed("[InputEnvironmentVariable]!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("releaseName"),
                description: rt::Borrowed("Release name of the same deployment."),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("[EnvironmentVariable]"),
    effect: rt::schema::Effect::Replace,
    idempotent: true,
    finder: ::core::option::Option::Some(rt::schema::Finder {
        query: rt::Borrowed("deploymentVariables"),
        arguments: rt::Borrowed(
            &[
                (rt::Borrowed("deploymentUuid"), rt::Borrowed("deploymentUuid")),
                (rt::Borrowed("releaseName"), rt::Borrowed("releaseName")),
            ],
        ),
        matches: rt::Borrowed(&[]),
    }),
    merge: ::core::option::Option::Some(rt::schema::Merge {
        argument: rt::Borrowed("environmentVariables"),
        key: rt::Borrowed("key"),
        hides: ::core::option::Option::Some(rt::Borrowed("isSecret")),
    }),
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("deployment.variables.update"),
                rt::Borrowed("system.deployment.variables.update"),
            ],
        ),
    ),
    trap: rt::Borrowed(
        "Replaces all variables: what is not in the list is removed; an empty value keeps a stored secret",
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const object_AstroUnit: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("AstroUnit"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed(
        "What one AU, the unit that deployments are sized in, stands for.",
    ),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("actualConns"),
                description: rt::Borrowed(
                    "Database connections that one unit gives in fact.",
                ),
                ty: rt::Borrowed("Float"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("airflowConns"),
                description: rt::Borrowed(
                    "Database connections that one unit gives to Airflow.",
                ),
                ty: rt::Borrowed("Float"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("cpu"),
                description: rt::Borrowed("Millicores of one unit; 100 by default."),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("memory"),
                description: rt::Borrowed("MiB of one unit; 384 by default."),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("pods"),
                description: rt::Borrowed("Pods that one unit allows."),
                ty: rt::Borrowed("Float"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("price"),
                description: rt::Borrowed("Price of one unit."),
                ty: rt::Borrowed("Float"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_ContainerResources: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("ContainerResources"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("Computing power of a container."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("cpu"),
                description: rt::Borrowed("In millicores: 1000 is one CPU."),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("memory"),
                description: rt::Borrowed("In MiB."),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_DeploymentConfig: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("DeploymentConfig"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed(
        "Defaults, limits and images that the platform has for deployments.",
    ),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("airflowImages"),
                description: rt::Borrowed("Images that a deployment may start from."),
                ty: rt::Borrowed("[AirflowImage]"),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("airflowVersions"),
                description: rt::Borrowed("Airflow versions on offer, as JSON."),
                ty: rt::Borrowed("JSON"),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("astroUnit"),
                description: rt::Borrowed("What one AU stands for."),
                ty: rt::Borrowed("AstroUnit"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("defaultAirflowChartVersion"),
                description: rt::Borrowed("Chart version that new deployments get."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("defaultAirflowImageTag"),
                description: rt::Borrowed("Image tag that new deployments get."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("defaults"),
                description: rt::Borrowed("Default sizes of the components, as JSON."),
                ty: rt::Borrowed("JSON"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("executors"),
                description: rt::Borrowed(
                    "Executors on offer, with the components of each, as JSON.",
                ),
                ty: rt::Borrowed("JSON"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("latestVersion"),
                description: rt::Borrowed(
                    "Newest version of the chart that the platform knows.",
                ),
                ty: rt::Borrowed("String"),
                deprecated: ::core::option::Option::Some(
                    rt::Borrowed(
                        "Superseded: defaultAirflowChartVersion says what new deployments get.",
                    ),
                ),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("limits"),
                description: rt::Borrowed("Largest sizes of the components, as JSON."),
                ty: rt::Borrowed("JSON"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("loggingEnabled"),
                description: rt::Borrowed("Whether the platform collects logs."),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("maxExtraAu"),
                description: rt::Borrowed(
                    "Advertised ceiling of extra AU; 0.16 does not enforce it.",
                ),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("singleNamespace"),
                description: rt::Borrowed(
                    "Whether all deployments share one namespace.",
                ),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_EnvironmentVariable: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("EnvironmentVariable"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("An environment variable of a deployment."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("isSecret"),
                description: rt::Borrowed("Whether the value is hidden."),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("key"),
                description: rt::Borrowed("Name of the variable."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("value"),
                description: rt::Borrowed("Value; always empty for a secret."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const enum_ExecutorType: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("ExecutorType"),
    kind: rt::schema::TypeKind::Enum,
    description: rt::Borrowed("How Airflow runs its tasks."),
    values: rt::Borrowed(
        &[
            rt::schema::EnumValue {
                name: rt::Borrowed("LocalExecutor"),
                description: rt::Borrowed(
                    "Tasks run as processes beside the scheduler; no workers.",
                ),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("CeleryExecutor"),
                description: rt::Borrowed(
                    "Tasks run on long-lived workers; the default.",
                ),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("KubernetesExecutor"),
                description: rt::Borrowed(
                    "Each task runs in a pod of its own; room for them comes from extra AU.",
                ),
                ..rt::schema::EnumValue::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const input_InputEnvironmentVariable: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("InputEnvironmentVariable"),
    kind: rt::schema::TypeKind::Input,
    description: rt::Borrowed("An environment variable to set."),
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("isSecret"),
                description: rt::Borrowed(
                    "Whether the value is to be hidden: it never comes back.",
                ),
                ty: rt::Borrowed("Boolean"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("key"),
                description: rt::Borrowed(
                    "Upper-case letters, digits and underscores, no digit first. Some `AIRFLOW__` names are reserved.",
                ),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("value"),
                description: rt::Borrowed(
                    "Value as text. Empty for a secret keeps the stored one.",
                ),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const input_Limits: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Limits"),
    kind: rt::schema::TypeKind::Input,
    description: rt::Borrowed("What a container may use at most."),
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("cpu"),
                description: rt::Borrowed("In millicores: 1000 is one CPU."),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("memory"),
                description: rt::Borrowed("In MiB."),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_ReplicaLimits: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("ReplicaLimits"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("How many replicas a component may have."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("default"),
                description: rt::Borrowed("Replicas if none are asked for."),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("limit"),
                description: rt::Borrowed("Most replicas."),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("minAirflowVersion"),
                description: rt::Borrowed(
                    "Oldest Airflow version that allows more than one.",
                ),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("minimum"),
                description: rt::Borrowed("Fewest replicas."),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const input_Requests: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Requests"),
    kind: rt::schema::TypeKind::Input,
    description: rt::Borrowed("What a container is promised."),
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("cpu"),
                description: rt::Borrowed("In millicores: 1000 is one CPU."),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("memory"),
                description: rt::Borrowed("In MiB."),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const input_Resources: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Resources"),
    kind: rt::schema::TypeKind::Input,
    description: rt::Borrowed("Computing power to ask for."),
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("limits"),
                description: rt::Borrowed("What it may use at most."),
                ty: rt::Borrowed("Limits"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("requests"),
                description: rt::Borrowed("What it is promised."),
                ty: rt::Borrowed("Requests"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_ResourcesLimits: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("ResourcesLimits"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("Computing power of a component."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("limits"),
                description: rt::Borrowed("What it may use at most."),
                ty: rt::Borrowed("ContainerResources"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("requests"),
                description: rt::Borrowed("What it is promised."),
                ty: rt::Borrowed("ContainerResources"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const input_Scheduler: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Scheduler"),
    kind: rt::schema::TypeKind::Input,
    description: rt::Borrowed(
        "Size of the Airflow scheduler. Its cpu and memory are capped, at 35 AU per pod by default.",
    ),
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("replicas"),
                description: rt::Borrowed(
                    "Number of schedulers; needs an Airflow version that supports several.",
                ),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("resources"),
                description: rt::Borrowed("Cpu in millicores and memory in MiB."),
                ty: rt::Borrowed("Resources"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_SchedulerConfig: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("SchedulerConfig"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("Size of the Airflow scheduler."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("replicas"),
                description: rt::Borrowed("How many schedulers there may be."),
                ty: rt::Borrowed("ReplicaLimits"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("resources"),
                description: rt::Borrowed("Cpu in millicores and memory in MiB."),
                ty: rt::Borrowed("ResourcesLimits"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const input_Webserver: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Webserver"),
    kind: rt::schema::TypeKind::Input,
    description: rt::Borrowed(
        "Size of the Airflow webserver. Its cpu and memory are capped, at 35 AU per pod by default.",
    ),
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("resources"),
                description: rt::Borrowed("Cpu in millicores and memory in MiB."),
                ty: rt::Borrowed("Resources"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("useDefaultAirflowImage"),
                description: rt::Borrowed(
                    "Whether the webserver runs the platform's own Airflow image.",
                ),
                ty: rt::Borrowed("Boolean"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_WebserverConfig: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("WebserverConfig"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("Size of the Airflow webserver."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("resources"),
                description: rt::Borrowed("Cpu in millicores and memory in MiB."),
                ty: rt::Borrowed("ResourcesLimits"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("useDefaultAirflowImage"),
                description: rt::Borrowed(
                    "Whether the webserver runs the platform's own Airflow image.",
                ),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const input_Workers: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Workers"),
    kind: rt::schema::TypeKind::Input,
    description: rt::Borrowed("Number and size of the Celery workers."),
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("replicas"),
                description: rt::Borrowed("Number of workers; 1 to 10 are advertised."),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("resources"),
                description: rt::Borrowed(
                    "Cpu in millicores and memory in MiB, for each worker.",
                ),
                ty: rt::Borrowed("Resources"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("terminationGracePeriodSeconds"),
                description: rt::Borrowed(
                    "Time that running tasks get before a worker is stopped; 600 to 36000 are advertised.",
                ),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_WorkersConfig: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("WorkersConfig"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("Number and size of the Celery workers."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("replicas"),
                description: rt::Borrowed("Number of workers."),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("resources"),
                description: rt::Borrowed(
                    "Cpu in millicores and memory in MiB, for each worker.",
                ),
                ty: rt::Borrowed("ResourcesLimits"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("terminationGracePeriodSeconds"),
                description: rt::Borrowed(
                    "Time in seconds that running tasks get before a worker is stopped.",
                ),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
