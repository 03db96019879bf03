// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

use ::houston_client::runtime as rt;
pub(super) const query_foo_bar_2: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("FooBar"),
    ty: rt::Borrowed("Int"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_self_2: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("Self"),
    ty: rt::Borrowed("Self"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query___: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("_"),
    ty: rt::Borrowed("Boolean"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query__1: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("_1"),
    ty: rt::Borrowed("Int"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query__id: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("_id"),
    ty: rt::Borrowed("ID"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_as: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("as"),
    ty: rt::Borrowed("String"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_deep: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("deep"),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("matrix"),
                ty: rt::Borrowed("[[[CellInput!]!]]!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("[[[Cell]!]!]"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_foo_bar_3: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("fooBar"),
    ty: rt::Borrowed("Int"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_foo_bar: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("foo_bar"),
    ty: rt::Borrowed("Int"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_gen: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("gen"),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("rt"),
                ty: rt::Borrowed("Int!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("gen"),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Int"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_id: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("id"),
    ty: rt::Borrowed("ID!"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_label: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("label"),
    description: rt::Borrowed(
        "A builder of the same name as its argument, and as its parameter in `select`.",
    ),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("label"),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("selection"),
                ty: rt::Borrowed("Int!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Result"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_node: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("node"),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("id"),
                ty: rt::Borrowed("ID!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Node"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_nulls: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("nulls"),
    description: rt::Borrowed("A setter that another's null takes."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("maybe_x"),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("x"),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("x_null"),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Boolean"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_relay: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("relay"),
    ty: rt::Borrowed("Root!"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_search: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("search"),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("by"),
                ty: rt::Borrowed("SearchBy!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("first"),
                ty: rt::Borrowed("Int!"),
                default: ::core::option::Option::Some(rt::Borrowed("10")),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("[Hit!]"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_select: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("select"),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("select"),
                ty: rt::Borrowed("ID!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("clone"),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("into_argument"),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("request"),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("[Option!]!"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_selection: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("selection"),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("SELECTION"),
                ty: rt::Borrowed("Int!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("Selection"),
                ty: rt::Borrowed("Int!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Int!"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_self_3: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("self"),
    description: rt::Borrowed("Keywords as every kind of name."),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("self"),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("type"),
                ty: rt::Borrowed("Type!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("crate"),
                ty: rt::Borrowed("Float"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("fn"),
                ty: rt::Borrowed("Boolean"),
                default: ::core::option::Option::Some(rt::Borrowed("true")),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("super"),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Self"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_self_: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("self_"),
    ty: rt::Borrowed("Self"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const query_traps: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Query,
    name: rt::Borrowed("traps"),
    ty: rt::Borrowed("Traps"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_change: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("change"),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("input"),
                ty: rt::Borrowed("Cyclic!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Payload!"),
    effect: rt::schema::Effect::Unknown,
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_nothing: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("nothing"),
    ty: rt::Borrowed("Boolean"),
    deprecated: ::core::option::Option::Some(
        rt::Borrowed("Use <b>change</b>, see ```fn main() {}```."),
    ),
    effect: rt::schema::Effect::Unknown,
    ..rt::schema::Operation::EMPTY
};
pub(super) const mutation_same: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Mutation,
    name: rt::Borrowed("same"),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("id"),
                ty: rt::Borrowed("ID!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Node"),
    effect: rt::schema::Effect::Unknown,
    ..rt::schema::Operation::EMPTY
};
pub(super) const subscription_ticks: rt::schema::Operation = rt::schema::Operation {
    kind: rt::schema::OperationKind::Subscription,
    name: rt::Borrowed("ticks"),
    arguments: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("every"),
                ty: rt::Borrowed("Int!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ty: rt::Borrowed("Tick"),
    effect: rt::schema::Effect::Read,
    idempotent: true,
    ..rt::schema::Operation::EMPTY
};
pub(super) const scalar_Boolean: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Boolean"),
    kind: rt::schema::TypeKind::Scalar,
    description: rt::Borrowed("True or false."),
    scalar: rt::schema::Scalar::Boolean,
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Cell: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Cell"),
    kind: rt::schema::TypeKind::Object,
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("row"),
                ty: rt::Borrowed("Int!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("column"),
                ty: rt::Borrowed("Int!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("at"),
                ty: rt::Borrowed("Cell"),
                arguments: rt::Borrowed(
                    &[
                        rt::schema::Argument {
                            name: rt::Borrowed("time"),
                            ty: rt::Borrowed("Moment!"),
                            required: true,
                            ..rt::schema::Argument::EMPTY
                        },
                        rt::schema::Argument {
                            name: rt::Borrowed("zone"),
                            ty: rt::Borrowed("String"),
                            ..rt::schema::Argument::EMPTY
                        },
                    ],
                ),
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("neighbours"),
                ty: rt::Borrowed("[Cell!]"),
                arguments: rt::Borrowed(
                    &[
                        rt::schema::Argument {
                            name: rt::Borrowed("within"),
                            ty: rt::Borrowed("Int"),
                            ..rt::schema::Argument::EMPTY
                        },
                    ],
                ),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const input_CellInput: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("CellInput"),
    kind: rt::schema::TypeKind::Input,
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("row"),
                ty: rt::Borrowed("Int!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("column"),
                ty: rt::Borrowed("Int"),
                default: ::core::option::Option::Some(rt::Borrowed("3")),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("extended"),
                ty: rt::Borrowed("[Int!]"),
                default: ::core::option::Option::Some(rt::Borrowed("[1, 2]")),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("label"),
                ty: rt::Borrowed("String"),
                default: ::core::option::Option::Some(
                    rt::Borrowed("\"a \\\"quoted\\\" \u{202e} text\""),
                ),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("ok"),
                ty: rt::Borrowed("Boolean!"),
                default: ::core::option::Option::Some(rt::Borrowed("false")),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Client: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Client"),
    kind: rt::schema::TypeKind::Object,
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("client"),
                ty: rt::Borrowed("Client"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const input_Cyclic: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Cyclic"),
    kind: rt::schema::TypeKind::Input,
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("name"),
                ty: rt::Borrowed("String!"),
                required: true,
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("by"),
                ty: rt::Borrowed("SearchBy"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("cells"),
                ty: rt::Borrowed("[[CellInput!]]"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("cyclic"),
                ty: rt::Borrowed("Cyclic"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("cyclic_null"),
                ty: rt::Borrowed("Int"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("type"),
                ty: rt::Borrowed("Type"),
                default: ::core::option::Option::Some(rt::Borrowed("OLD")),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const scalar_Float: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Float"),
    kind: rt::schema::TypeKind::Scalar,
    description: rt::Borrowed("A double-precision number."),
    scalar: rt::schema::Scalar::Float,
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Hit: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Hit"),
    kind: rt::schema::TypeKind::Union,
    members: rt::Borrowed(
        &[
            rt::Borrowed("Self"),
            rt::Borrowed("Option"),
            rt::Borrowed("Wide"),
            rt::Borrowed("Client"),
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const scalar_ID: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("ID"),
    kind: rt::schema::TypeKind::Scalar,
    description: rt::Borrowed("An identifier: opaque text."),
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
pub(super) const scalar_Moment: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Moment"),
    kind: rt::schema::TypeKind::Scalar,
    scalar: rt::schema::Scalar::Json,
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Named: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Named"),
    kind: rt::schema::TypeKind::Interface,
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("id"),
                ty: rt::Borrowed("ID!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("name"),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    members: rt::Borrowed(&[rt::Borrowed("Self")]),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Node: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Node"),
    kind: rt::schema::TypeKind::Interface,
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("id"),
                ty: rt::Borrowed("ID!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    members: rt::Borrowed(&[rt::Borrowed("Self")]),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Option: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Option"),
    kind: rt::schema::TypeKind::Object,
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("value"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("some"),
                ty: rt::Borrowed("Vec"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("none"),
                ty: rt::Borrowed("Result"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("extended"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Payload: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Payload"),
    kind: rt::schema::TypeKind::Object,
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("relay"),
                ty: rt::Borrowed("Root"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("node"),
                ty: rt::Borrowed("Node"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("self"),
                ty: rt::Borrowed("Self"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("clientMutationId"),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Result: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Result"),
    kind: rt::schema::TypeKind::Object,
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("ok"),
                ty: rt::Borrowed("Boolean"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("err"),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("rt"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const input_SearchBy: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("SearchBy"),
    kind: rt::schema::TypeKind::Input,
    input_fields: rt::Borrowed(
        &[
            rt::schema::Argument {
                name: rt::Borrowed("cell"),
                ty: rt::Borrowed("CellInput"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("cells"),
                ty: rt::Borrowed("[CellInput!]"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("id"),
                ty: rt::Borrowed("ID"),
                ..rt::schema::Argument::EMPTY
            },
            rt::schema::Argument {
                name: rt::Borrowed("name"),
                ty: rt::Borrowed("String"),
                ..rt::schema::Argument::EMPTY
            },
        ],
    ),
    one_of: true,
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Self_: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Self"),
    kind: rt::schema::TypeKind::Object,
    description: rt::Borrowed(
        "Hostile text:\n\n```\nstd::fs::write(\"/tmp/canary\", \"\").unwrap();\n```\n\n    std::process::exit(1);\n\n*/ \"# } <script>alert(1)</script> [x](javascript:1) \\u202e \u{202e} #![feature(x)] `<unpaired",
    ),
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("id"),
                ty: rt::Borrowed("ID!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("name"),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("self"),
                ty: rt::Borrowed("Self"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("super"),
                ty: rt::Borrowed("[Self!]!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("type"),
                ty: rt::Borrowed("Type"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("typename"),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("Option"),
                ty: rt::Borrowed("Option"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("String"),
                ty: rt::Borrowed("String!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("_1"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("rt"),
                ty: rt::Borrowed("rt"),
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
pub(super) const object_String: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("String_"),
    kind: rt::schema::TypeKind::Object,
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("value"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Tick: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Tick"),
    kind: rt::schema::TypeKind::Object,
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("at"),
                ty: rt::Borrowed("Moment!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Traps: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Traps"),
    kind: rt::schema::TypeKind::Object,
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("value"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("selection"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("given"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("other"),
                ty: rt::Borrowed("Int"),
                arguments: rt::Borrowed(
                    &[
                        rt::schema::Argument {
                            name: rt::Borrowed("value"),
                            ty: rt::Borrowed("Int"),
                            ..rt::schema::Argument::EMPTY
                        },
                        rt::schema::Argument {
                            name: rt::Borrowed("x"),
                            ty: rt::Borrowed("Int"),
                            ..rt::schema::Argument::EMPTY
                        },
                    ],
                ),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("another"),
                ty: rt::Borrowed("Traps"),
                arguments: rt::Borrowed(
                    &[
                        rt::schema::Argument {
                            name: rt::Borrowed("selection"),
                            ty: rt::Borrowed("Int"),
                            ..rt::schema::Argument::EMPTY
                        },
                    ],
                ),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("_"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("_2"),
                ty: rt::Borrowed("Int"),
                arguments: rt::Borrowed(
                    &[
                        rt::schema::Argument {
                            name: rt::Borrowed("a"),
                            ty: rt::Borrowed("Int!"),
                            required: true,
                            ..rt::schema::Argument::EMPTY
                        },
                    ],
                ),
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const enum_Type: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Type"),
    kind: rt::schema::TypeKind::Enum,
    values: rt::Borrowed(
        &[
            rt::schema::EnumValue {
                name: rt::Borrowed("NEW"),
                description: rt::Borrowed("Newer."),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("OLD"),
                deprecated: ::core::option::Option::Some(
                    rt::Borrowed("No longer supported"),
                ),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("CREATED_ASC"),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("created_asc"),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("createdAsc"),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("Unrecognized"),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("UNRECOGNIZED"),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("self"),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("Self"),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("_1"),
                ..rt::schema::EnumValue::EMPTY
            },
            rt::schema::EnumValue {
                name: rt::Borrowed("EXTENDED"),
                ..rt::schema::EnumValue::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Vec: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Vec"),
    kind: rt::schema::TypeKind::Object,
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("items"),
                ty: rt::Borrowed("[Int!]!"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("Vec"),
                ty: rt::Borrowed("[Vec]"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Wide: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("Wide"),
    kind: rt::schema::TypeKind::Object,
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("f00"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f01"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f02"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f03"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f04"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f05"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f06"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f07"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f08"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f09"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f10"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f11"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f12"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f13"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f14"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f15"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f16"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f17"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f18"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("f19"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_I32: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("i32"),
    kind: rt::schema::TypeKind::Object,
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("usize"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
pub(super) const object_Rt: rt::schema::Type = rt::schema::Type {
    name: rt::Borrowed("rt"),
    kind: rt::schema::TypeKind::Object,
    fields: rt::Borrowed(
        &[
            rt::schema::Field {
                name: rt::Borrowed("i32"),
                ty: rt::Borrowed("Int"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
            rt::schema::Field {
                name: rt::Borrowed("str"),
                ty: rt::Borrowed("String"),
                selected: true,
                ..rt::schema::Field::EMPTY
            },
        ],
    ),
    ..rt::schema::Type::EMPTY
};
