// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
pub(super) const query_airflow_release: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("airflowRelease"),
    description: rt::Borrowed("One Airflow release on offer, by id or image tag."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("where"),
                description: rt::Borrowed("Which release: its id or its tag."),
                ty: rt::Borrowed("AirflowReleaseWhereUniqueInput!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("AirflowRelease"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_airflow_releases: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("airflowReleases"),
    description: rt::Borrowed("The Airflow releases that the platform offers."),
    ty: rt::Borrowed("[AirflowRelease]"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_app_config: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("appConfig"),
    description: rt::Borrowed("Version and switches of the platform. Needs no login."),
    ty: rt::Borrowed("AppConfig"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::Public,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_card: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("card"),
    description: rt::Borrowed("Payment card of a workspace."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("stripeCustomerId"),
                description: rt::Borrowed("Customer at Stripe."),
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
    ty: rt::Borrowed("Card"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("workspace.billing.update")]),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_update_available: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("updateAvailable"),
    description: rt::Borrowed("A newer platform release, if there is one."),
    ty: rt::Borrowed("PlatformRelease"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("system.updates.get")]),
    ),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_add_card: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("addCard"),
    description: rt::Borrowed(
        "Adds a payment card to a workspace; only where billing is on.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("billingEmail"),
                description: rt::Borrowed("Address that gets the bills."),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("token"),
                description: rt::Borrowed("Card token from Stripe."),
                ty: rt::Borrowed("String!"),
                required: true,
                secret: true,
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
                name: rt::Borrowed("company"),
                description: rt::Borrowed("Company on the bill."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Card"),
    effect: rt::schema::Effect::Create,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("workspace.billing.update")]),
    ),
    secrets: rt::Borrowed(&[rt::Borrowed("token")]),
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_add_customer_id: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("addCustomerId"),
    description: rt::Borrowed("Ties a workspace to a customer at Stripe."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("stripeCustomerId"),
                description: rt::Borrowed("Customer at Stripe."),
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
    ty: rt::Borrowed("Workspace"),
    effect: rt::schema::Effect::Update,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("system.workspace.addCustomerId")]),
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
pub(super) const mutation_update_card: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("updateCard"),
    description: rt::Borrowed("Replaces the payment card of a workspace."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("billingEmail"),
                description: rt::Borrowed("Address that gets the bills."),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("token"),
                description: rt::Borrowed("Card token from Stripe."),
                ty: rt::Borrowed("String!"),
                required: true,
                secret: true,
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
                name: rt::Borrowed("company"),
                description: rt::Borrowed("Company on the bill."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Card"),
    effect: rt::schema::Effect::Replace,
    access: rt::schema::Access::AnyOf(
        rt::Borrowed(&[rt::Borrowed("workspace.billing.update")]),
    ),
    secrets: rt::Borrowed(&[rt::Borrowed("token")]),
    ..rt::schema::Operation::EMPTY
};
pub(super) const object_AirflowImage: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("AirflowImage"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("An Airflow image that a deployment may start from."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("channel"),
                description: rt::Borrowed("Release channel of the image."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("tag"),
                description: rt::Borrowed("Image tag."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("version"),
                description: rt::Borrowed("Airflow version inside the image."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_AirflowRelease: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("AirflowRelease"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("An Airflow release that the platform offers."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("channel"),
                description: rt::Borrowed("Release channel."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("description"),
                description: rt::Borrowed("What the release brings."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("level"),
                description: rt::Borrowed(
                    "Severity or weight of the release, in the server's words.",
                ),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("releaseDate"),
                description: rt::Borrowed("When it was released."),
                ty: rt::Borrowed("DateTime!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("tag"),
                description: rt::Borrowed(
                    "Image tag; airflowRelease finds a release by it.",
                ),
                ty: rt::Borrowed("String!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("url"),
                description: rt::Borrowed("Page about the release."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("version"),
                description: rt::Borrowed(
                    "Airflow version: a value for updateDeploymentAirflow.",
                ),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const input_AirflowReleaseWhereUniqueInput: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("AirflowReleaseWhereUniqueInput"),
    kind: rt::schema::TypeKind::Input,
    description: rt::Borrowed("Names one Airflow release; give one of the two."),
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("id"),
                description: rt::Borrowed("Id of the release."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("tag"),
                description: rt::Borrowed("Image tag of the release."),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_AppConfig: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("AppConfig"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("Version and switches of the platform."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("baseDomain"),
                description: rt::Borrowed(
                    "Base domain; the API is at `houston.` plus this domain, path `/v1`.",
                ),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("elasticSearchEnabled"),
                description: rt::Borrowed("Whether logs come from Elasticsearch."),
                ty: rt::Borrowed("Boolean"),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("manualReleaseNames"),
                description: rt::Borrowed(
                    "Whether createDeployment honours a release name of your choice.",
                ),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("prometheusEnabled"),
                description: rt::Borrowed("Whether metrics come from Prometheus."),
                ty: rt::Borrowed("Boolean"),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("smtpConfigured"),
                description: rt::Borrowed(
                    "Whether the platform can send email, such as invites.",
                ),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("version"),
                description: rt::Borrowed(
                    "Platform version, such as `0.23.13`; a pre-release tail may follow.",
                ),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const scalar_Boolean: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Boolean"),
    kind: rt::schema::TypeKind::Scalar,
    description: rt::Borrowed("True or false."),
    scalar: rt::schema::Scalar::Boolean,
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Card: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Card"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("A payment card."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("billingEmail"),
                description: rt::Borrowed("Address that gets the bills."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("brand"),
                description: rt::Borrowed("Brand of the card."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("company"),
                description: rt::Borrowed("Company on the bill."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("expMonth"),
                description: rt::Borrowed("Month in which the card ends, 1 to 12."),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("expYear"),
                description: rt::Borrowed("Year in which the card ends."),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("last4"),
                description: rt::Borrowed("Last four digits."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("name"),
                description: rt::Borrowed("Name on the card."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const scalar_DateTime: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("DateTime"),
    kind: rt::schema::TypeKind::Scalar,
    description: rt::Borrowed(
        "A time in ISO 8601, UTC with milliseconds: `2021-04-02T12:15:36.929Z`. The server does not check it.",
    ),
    scalar: rt::schema::Scalar::DateTime,
    ..rt::schema::Type::EMPTY
};
pub(super) const scalar_Float: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Float"),
    kind: rt::schema::TypeKind::Scalar,
    description: rt::Borrowed("A double-precision number."),
    scalar: rt::schema::Scalar::Float,
    ..rt::schema::Type::EMPTY
};
pub(super) const scalar_ID: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("ID"),
    kind: rt::schema::TypeKind::Scalar,
    description: rt::Borrowed("An identifier: opaque text."),
    scalar: rt::schema::Scalar::Opaque,
    ..rt::schema::Type::EMPTY
};
pub(super) const scalar_Id: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Id"),
    kind: rt::schema::TypeKind::Scalar,
    description: rt::Borrowed(
        "An identifier: the same values as Uuid and ID, under a third name. Opaque text.",
    ),
    scalar: rt::schema::Scalar::Opaque,
    ..rt::schema::Type::EMPTY
};
pub(super) const scalar_Int: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Int"),
    kind: rt::schema::TypeKind::Scalar,
    description: rt::Borrowed("A signed 32-bit number."),
    scalar: rt::schema::Scalar::Int,
    ..rt::schema::Type::EMPTY
};
pub(super) const scalar_JSON: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("JSON"),
    kind: rt::schema::TypeKind::Scalar,
    description: rt::Borrowed(
        "Any JSON value; the operation's description says which keys count.",
    ),
    scalar: rt::schema::Scalar::Json,
    ..rt::schema::Type::EMPTY
};
pub(super) const enum_Operator: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Operator"),
    kind: rt::schema::TypeKind::Enum,
    description: rt::Borrowed(
        "How the server's own permission directive joins several permissions; no operation takes it.",
    ),
    values: rt::Borrowed(
        &[
            rt::schema::EnumValue {
                name: rt::Borrowed("AND"),
                description: rt::Borrowed("All of the permissions are needed."),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("OR"),
                description: rt::Borrowed("One of the permissions is enough."),
                ..rt::schema::EnumValue::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_PlatformRelease: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("PlatformRelease"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed("A release of the platform itself."),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("description"),
                description: rt::Borrowed("What the release brings."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("level"),
                description: rt::Borrowed(
                    "Severity or weight of the release, in the server's words.",
                ),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("releaseDate"),
                description: rt::Borrowed("When it was released."),
                ty: rt::Borrowed("DateTime!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("url"),
                description: rt::Borrowed("Page about the release."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("version"),
                description: rt::Borrowed("Platform version."),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const scalar_String: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("String"),
    kind: rt::schema::TypeKind::Scalar,
    description: rt::Borrowed("Text."),
    scalar: rt::schema::Scalar::String,
    ..rt::schema::Type::EMPTY
};
pub(super) const scalar_Uuid: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Uuid"),
    kind: rt::schema::TypeKind::Scalar,
    description: rt::Borrowed(
        "An identifier of 25 characters such as `ck35y9uf44y8l0a19cmwd1x8x`, seldom a real UUID. Opaque text.",
    ),
    scalar: rt::schema::Scalar::Opaque,
    ..rt::schema::Type::EMPTY
};
