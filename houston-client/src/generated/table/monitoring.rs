// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
pub mod enums {
    use super::rt;
    pub const DeploymentStatusType: rt::schema::Type = rt::schema::Type {
        name: rt::Borrowed("DeploymentStatusType"),
        kind: rt::schema::TypeKind::Enum,
        description: rt::Borrowed(
            "State of a deployment as the live status stream reports it.",
        ),
        fields: rt::Borrowed(&[]),
        input_fields: rt::Borrowed(&[]),
        values: rt::Borrowed(
            &[
                rt::schema::EnumValue {
                    name: rt::Borrowed("UNKNOWN"),
                    description: rt::Borrowed("The platform cannot tell."),
                    deprecated: ::core::option::Option::None,
                },
                rt::schema::EnumValue {
                    name: rt::Borrowed("DEPLOYING"),
                    description: rt::Borrowed("A change is being rolled out."),
                    deprecated: ::core::option::Option::None,
                },
                rt::schema::EnumValue {
                    name: rt::Borrowed("UNHEALTHY"),
                    description: rt::Borrowed(
                        "At least part of the deployment does not work.",
                    ),
                    deprecated: ::core::option::Option::None,
                },
                rt::schema::EnumValue {
                    name: rt::Borrowed("HEALTHY"),
                    description: rt::Borrowed("Everything runs."),
                    deprecated: ::core::option::Option::None,
                },
            ],
        ),
        members: rt::Borrowed(&[]),
        one_of: false,
        scalar: rt::schema::Scalar::Json,
    };
    pub const MetricType: rt::schema::Type = rt::schema::Type {
        name: rt::Borrowed("MetricType"),
        kind: rt::schema::TypeKind::Enum,
        description: rt::Borrowed(
            "Group of measurements that the metrics stream can send.",
        ),
        fields: rt::Borrowed(&[]),
        input_fields: rt::Borrowed(&[]),
        values: rt::Borrowed(
            &[
                rt::schema::EnumValue {
                    name: rt::Borrowed("DEPLOYMENT_STATUS"),
                    description: rt::Borrowed(
                        "Whether the parts of the deployment are up.",
                    ),
                    deprecated: ::core::option::Option::None,
                },
                rt::schema::EnumValue {
                    name: rt::Borrowed("DEPLOYMENT_TASKS"),
                    description: rt::Borrowed("Airflow tasks by state."),
                    deprecated: ::core::option::Option::None,
                },
                rt::schema::EnumValue {
                    name: rt::Borrowed("DEPLOYMENT_DATABASE"),
                    description: rt::Borrowed("The deployment's database."),
                    deprecated: ::core::option::Option::None,
                },
                rt::schema::EnumValue {
                    name: rt::Borrowed("DEPLOYMENT_SCHEDULER"),
                    description: rt::Borrowed("The Airflow scheduler."),
                    deprecated: ::core::option::Option::None,
                },
                rt::schema::EnumValue {
                    name: rt::Borrowed("DEPLOYMENT_QUOTAS"),
                    description: rt::Borrowed("Resource quotas of the deployment."),
                    deprecated: ::core::option::Option::None,
                },
                rt::schema::EnumValue {
                    name: rt::Borrowed("DEPLOYMENT_USAGE"),
                    description: rt::Borrowed("Resources in use."),
                    deprecated: ::core::option::Option::None,
                },
            ],
        ),
        members: rt::Borrowed(&[]),
        one_of: false,
        scalar: rt::schema::Scalar::Json,
    };
}
pub mod object {
    use super::rt;
    pub const DeploymentLog: rt::schema::Type = rt::schema::Type {
        name: rt::Borrowed("DeploymentLog"),
        kind: rt::schema::TypeKind::Object,
        description: rt::Borrowed("One log record."),
        fields: rt::Borrowed(
            &[
                rt::schema::Field {
                    name: rt::Borrowed("component"),
                    description: rt::Borrowed("Part of the deployment that wrote it."),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("id"),
                    description: rt::Borrowed("Id of the record."),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("level"),
                    description: rt::Borrowed("Severity; through 0.16 always null."),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("message"),
                    description: rt::Borrowed("The text."),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("release"),
                    description: rt::Borrowed("Release name of the deployment."),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("timestamp"),
                    description: rt::Borrowed(
                        "When it was written: ISO 8601, on some servers epoch milliseconds.",
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
    pub const DeploymentMetric: rt::schema::Type = rt::schema::Type {
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
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("result"),
                    description: rt::Borrowed("The samples as JSON."),
                    ty: rt::Borrowed("JSON"),
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
    pub const DeploymentStatus: rt::schema::Type = rt::schema::Type {
        name: rt::Borrowed("DeploymentStatus"),
        kind: rt::schema::TypeKind::Object,
        description: rt::Borrowed("Health of a deployment."),
        fields: rt::Borrowed(
            &[
                rt::schema::Field {
                    name: rt::Borrowed("status"),
                    description: rt::Borrowed("The state."),
                    ty: rt::Borrowed("DeploymentStatusType"),
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
    pub const Metric: rt::schema::Type = rt::schema::Type {
        name: rt::Borrowed("Metric"),
        kind: rt::schema::TypeKind::Object,
        description: rt::Borrowed("A measured series of a deployment."),
        fields: rt::Borrowed(
            &[
                rt::schema::Field {
                    name: rt::Borrowed("label"),
                    description: rt::Borrowed("What was measured."),
                    ty: rt::Borrowed("String"),
                    arguments: rt::Borrowed(&[]),
                    deprecated: ::core::option::Option::None,
                    selected: true,
                    secret: false,
                },
                rt::schema::Field {
                    name: rt::Borrowed("result"),
                    description: rt::Borrowed("The samples as JSON."),
                    ty: rt::Borrowed("JSON"),
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
    pub const logs: rt::schema::Operation = rt::schema::Operation {
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
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("component"),
                    description: rt::Borrowed(
                        "Only this part of the deployment, such as `scheduler` or `webserver`.",
                    ),
                    ty: rt::Borrowed("String"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("search"),
                    description: rt::Borrowed("Only records that match this text."),
                    ty: rt::Borrowed("String"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("timestamp"),
                    description: rt::Borrowed(
                        "Start of the time range, in ISO 8601; null means from the epoch.",
                    ),
                    ty: rt::Borrowed("DateTime"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("[DeploymentLog]"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Read,
        idempotent: true,
        natural_key: rt::Borrowed(&[]),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::AnyOf(
            rt::Borrowed(
                &[
                    rt::Borrowed("deployment.logs.get"),
                    rt::Borrowed("system.deployments.logs"),
                ],
            ),
        ),
        trap: rt::Borrowed("At most the 800 newest records"),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
}
pub mod subscription {
    use super::rt;
    pub const deployment_status: rt::schema::Operation = rt::schema::Operation {
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
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("DeploymentStatus"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Read,
        idempotent: true,
        natural_key: rt::Borrowed(&[]),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::SignedIn,
        trap: rt::Borrowed(
            "The first event comes after one interval, a minute by default; through 0.16 the stream ends after 24 hours",
        ),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
    pub const log: rt::schema::Operation = rt::schema::Operation {
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
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("component"),
                    description: rt::Borrowed(
                        "Only this part of the deployment, such as `scheduler` or `webserver`.",
                    ),
                    ty: rt::Borrowed("String"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("search"),
                    description: rt::Borrowed("Only records that match this text."),
                    ty: rt::Borrowed("String"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("timestamp"),
                    description: rt::Borrowed("Ignored: the stream always starts now."),
                    ty: rt::Borrowed("DateTime"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("DeploymentLog"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Read,
        idempotent: true,
        natural_key: rt::Borrowed(&[]),
        finder: ::core::option::Option::None,
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
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
    pub const metrics: rt::schema::Operation = rt::schema::Operation {
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
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("metricType"),
                    description: rt::Borrowed(
                        "Groups of measurements to send. Give at least one: without it every event is empty.",
                    ),
                    ty: rt::Borrowed("[MetricType]"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: true,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("since"),
                    description: rt::Borrowed(
                        "How far back the samples reach; the unit is not documented.",
                    ),
                    ty: rt::Borrowed("Int"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
                rt::schema::Argument {
                    name: rt::Borrowed("step"),
                    description: rt::Borrowed(
                        "Distance between two samples; the unit is not documented.",
                    ),
                    ty: rt::Borrowed("Int"),
                    default: ::core::option::Option::None,
                    deprecated: ::core::option::Option::None,
                    required: false,
                    secret: false,
                },
            ],
        ),
        ty: rt::Borrowed("[Metric]"),
        deprecated: ::core::option::Option::None,
        effect: rt::schema::Effect::Read,
        idempotent: true,
        natural_key: rt::Borrowed(&[]),
        finder: ::core::option::Option::None,
        access: rt::schema::Access::AnyOf(
            rt::Borrowed(
                &[
                    rt::Borrowed("deployment.metrics.get"),
                    rt::Borrowed("system.deployments.metrics"),
                ],
            ),
        ),
        trap: rt::Borrowed("Through 0.16 the stream ends after 20 minutes"),
        selected: rt::Borrowed(&[]),
        omitted: rt::Borrowed(&[]),
    };
}
