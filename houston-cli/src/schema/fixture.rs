//! A small schema for unit tests, with cases that Houston's own does not have.

use houston_client::schema::{
    Argument, EnumValue, Operation, OperationKind, Scalar, Schema, Type, TypeKind,
};
use houston_schema::row;

pub(crate) fn argument(name: &str, ty: &str) -> Argument {
    row!(Argument {
        name: name.into(),
        ty: ty.into(),
        required: ty.ends_with('!'),
        secret: matches!(name, "password" | "key"),
        ..Argument::default()
    })
}

fn operation(kind: OperationKind, name: &str, arguments: Vec<Argument>) -> Operation {
    row!(Operation {
        kind,
        name: name.into(),
        arguments,
        ty: "String".into(),
        ..Operation::default()
    })
}

fn ty(name: &str, kind: TypeKind, scalar: Scalar) -> Type {
    row!(Type { name: name.into(), kind, scalar, ..Type::default() })
}

fn input(name: &str, one_of: bool, fields: Vec<Argument>) -> Type {
    row!(Type { input_fields: fields, one_of, ..ty(name, TypeKind::Input, Scalar::Json) })
}

pub(crate) fn schema() -> Schema {
    let colors = ["RED", "GREEN", "BLUE"]
        .map(|name| row!(EnumValue { name: name.into(), ..EnumValue::default() }));
    let scalar = |name, scalar| ty(name, TypeKind::Scalar, scalar);
    let mut types = vec![
        scalar("Boolean", Scalar::Boolean),
        row!(Type { values: colors.to_vec(), ..ty("Color", TypeKind::Enum, Scalar::Json) }),
        scalar("Float", Scalar::Float),
        scalar("Int", Scalar::Int),
        scalar("JSON", Scalar::Json),
        scalar("String", Scalar::String),
        scalar("Uuid", Scalar::Opaque),
        input("Key", true, vec![argument("id", "Uuid"), argument("name", "String")]),
        input(
            "Size",
            false,
            vec![
                argument("cpu", "Int!"),
                argument("maxMemory", "Int"),
                argument("color", "Color"),
                argument("key", "String"),
                argument("inner", "Size"),
                argument("extra", "JSON"),
                argument("tags", "[String!]"),
            ],
        ),
    ];
    types.sort_by(|left, right| left.name.cmp(&right.name));
    let everything = vec![
        argument("label", "String"),
        argument("id", "Uuid"),
        argument("count", "Int"),
        argument("ratio", "Float"),
        argument("sync", "Boolean"),
        argument("color", "Color"),
        argument("config", "JSON"),
        argument("size", "Size"),
        argument("sizes", "[Size]"),
        argument("emails", "[String]"),
        argument("grid", "[[Int!]]"),
        argument("where", "Key"),
        argument("password", "String"),
    ];
    let shadows = ["url", "output", "help", "set", "dryRun", "sandbox", "fooBar", "FooBar"];
    row!(Schema {
        operations: vec![
            operation(OperationKind::Query, "both", vec![]),
            operation(OperationKind::Query, "list", vec![]),
            operation(OperationKind::Mutation, "both", vec![]),
            operation(OperationKind::Mutation, "createThing", everything),
            operation(
                OperationKind::Mutation,
                "needsMuch",
                vec![
                    argument("label", "String!"),
                    argument("payload", "JSON!"),
                    argument("id", "Uuid"),
                ],
            ),
            operation(
                OperationKind::Mutation,
                "shadow",
                shadows.map(|name| argument(name, "JSON")).to_vec(),
            ),
        ]
        .into(),
        types: types.into(),
        ..Schema::default()
    })
}
