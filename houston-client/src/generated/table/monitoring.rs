// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
pub(super) const query_logs: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("logs"),
    description: rt::Borrowed(
        "Log records of a deployment, oldest first: at most the 800 newest ones.",
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
                name: rt::Borrowed("component"),
                description: rt::Borrowed(
                    "Only this part of the deployment, such as `scheduler` or `webserver`.",
                ),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("search"),
                description: rt::Borrowed("Only records that match this text."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("timestamp"),
                description: rt::Borrowed(
                    "Start of the time range, in ISO 8601; null means from the epoch.",
                ),
                ty: rt::Borrowed("DateTime"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("[DeploymentLog]"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("deployment.logs.get"),
                rt::Borrowed("system.deployments.logs"),
            ],
        ),
    ),
    trap: rt::Borrowed("At most the 800 newest records"),
    ..rt::schema::Operation::EMPTY
};
pub(super) const subscription_deployment_status: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Subscription,
    name: rt::Borrowed("deploymentStatus"),
    description: rt::Borrowed(
        "Health of a deployment, at intervals; through 0.16 the server ends the stream after 24 hours.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("releaseName"),
                description: rt::Borrowed("Release name of the deployment."),
                ty: rt::Borrowed("String"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("DeploymentStatus"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::SignedIn,
    trap: rt::Borrowed(
        "The first event comes after one interval, a minute by default; through 0.16 the stream ends after 24 hours",
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const subscription_log: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Subscription,
    name: rt::Borrowed("log"),
    description: rt::Borrowed(
        "New log records of a deployment, from now on; through 0.16 the server ends the stream after 20 minutes.",
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
                name: rt::Borrowed("component"),
                description: rt::Borrowed(
                    "Only this part of the deployment, such as `scheduler` or `webserver`.",
                ),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("search"),
                description: rt::Borrowed("Only records that match this text."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("timestamp"),
                description: rt::Borrowed("Ignored: the stream always starts now."),
                ty: rt::Borrowed("DateTime"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("DeploymentLog"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("deployment.logs.get"),
                rt::Borrowed("system.deployments.logs"),
            ],
        ),
    ),
    trap: rt::Borrowed(
        "Starts now, whatever timestamp says; through 0.16 the stream ends after 20 minutes",
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const subscription_metrics: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Subscription,
    name: rt::Borrowed("metrics"),
    description: rt::Borrowed(
        "Measurements of a deployment, every 30 seconds; through 0.16 the stream ends after 20 minutes.",
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
                name: rt::Borrowed("metricType"),
                description: rt::Borrowed(
                    "Groups of measurements to send. Give at least one: without it every event is empty.",
                ),
                ty: rt::Borrowed("[MetricType]"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("since"),
                description: rt::Borrowed(
                    "How far back the samples reach; the unit is not documented.",
                ),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("step"),
                description: rt::Borrowed(
                    "Distance between two samples; the unit is not documented.",
                ),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("[Metric]"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(
            &[
                rt::Borrowed("deployment.metrics.get"),
                rt::Borrowed("system.deployments.metrics"),
            ],
        ),
    ),
    trap: rt::Borrowed("Through 0.16 the stream ends after 20 minutes"),
    ..rt::schema::Operation::EMPTY
};
pub(super) const object_DeploymentLog: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("DeploymentLog"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("One log record."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("component"),
                description: rt::Borrowed("Part of the deployment that wrote it."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("id"),
                description: rt::Borrowed("Id of the record."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("level"),
                description: rt::Borrowed("Severity; through 0.16 always null."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("message"),
                description: rt::Borrowed("The text."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("release"),
                description: rt::Borrowed("Release name of the deployment."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("timestamp"),
                description: rt::Borrowed(
                    "When it was written: ISO 8601, on some servers epoch milliseconds.",
                ),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_DeploymentMetric: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("DeploymentMetric"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed(
        "A measured series; no operation of this version returns it.",
    ),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("label"),
                description: rt::Borrowed("What was measured."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("result"),
                description: rt::Borrowed("The samples as JSON."),
                ty: rt::Borrowed("JSON"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_DeploymentStatus: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("DeploymentStatus"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("Health of a deployment."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("status"),
                description: rt::Borrowed("The state."),
                ty: rt::Borrowed("DeploymentStatusType"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const enum_DeploymentStatusType: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("DeploymentStatusType"),
    kind: rt::schema::TypeKind::Enum,
    description: rt::Borrowed(
        "State of a deployment as the live status stream reports it.",
    ),
    values: rt::Borrowed(
        &[
            rt::schema::EnumValue {
                name: rt::Borrowed("UNKNOWN"),
                description: rt::Borrowed("The platform cannot tell."),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("DEPLOYING"),
                description: rt::Borrowed("A change is being rolled out."),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("UNHEALTHY"),
                description: rt::Borrowed(
                    "At least part of the deployment does not work.",
                ),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("HEALTHY"),
                description: rt::Borrowed("Everything runs."),
                ..rt::schema::EnumValue::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Metric: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Metric"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("A measured series of a deployment."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("label"),
                description: rt::Borrowed("What was measured."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("result"),
                description: rt::Borrowed("The samples as JSON."),
                ty: rt::Borrowed("JSON"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const enum_MetricType: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("MetricType"),
    kind: rt::schema::TypeKind::Enum,
    description: rt::Borrowed("Group of measurements that the metrics stream can send."),
    values: rt::Borrowed(
        &[
            rt::schema::EnumValue {
                name: rt::Borrowed("DEPLOYMENT_STATUS"),
                description: rt::Borrowed("Whether the parts of the deployment are up."),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("DEPLOYMENT_TASKS"),
                description: rt::Borrowed("Airflow tasks by state."),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("DEPLOYMENT_DATABASE"),
                description: rt::Borrowed("The deployment's database."),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("DEPLOYMENT_SCHEDULER"),
                description: rt::Borrowed("The Airflow scheduler."),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("DEPLOYMENT_QUOTAS"),
                description: rt::Borrowed("Resource quotas of the deployment."),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("DEPLOYMENT_USAGE"),
                description: rt::Borrowed("Resources in use."),
                ..rt::schema::EnumValue::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
