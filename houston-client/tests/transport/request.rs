//! The mutation that the tests send.

use houston_client::arguments::Arguments;
use houston_client::request::{Operation as _, Request, Root, kind};
use houston_client::schema::{self, Effect, OperationKind, Schema};
use houston_client::select::{Leaf, Nested, One};
use houston_client::{SCHEMA, Selection};
use houston_schema::row;
use serde_json::value::RawValue;

pub(crate) fn untyped(kind: OperationKind) -> Request<Box<RawValue>> {
    made_for(&SCHEMA, kind)
}

/// The same request, with the facts of this schema.
pub(crate) fn made_for(schema: &Schema, kind: OperationKind) -> Request<Box<RawValue>> {
    let operation = row!(schema::Operation {
        kind,
        name: "createDeployment".into(),
        ty: "Deployment".into(),
        effect: Effect::Create,
        ..schema::Operation::default()
    });
    let mut selection = Selection::new();
    selection.add("id", Selection::new());
    Request::untyped(schema, &operation, &Arguments::new(), &selection)
}

pub(crate) fn mutation() -> Request<Box<RawValue>> {
    untyped(OperationKind::Mutation)
}

/// The same mutation, typed: its result must not be null, and `id` is text.
pub(crate) fn typed() -> Request<String> {
    struct Mutation;
    struct Deployment;
    impl Root for Mutation {
        type Kind = kind::Mutation;
    }
    type Create = Nested<Mutation, Deployment, One, Leaf<Deployment, String>>;
    Create::new("createDeployment", Arguments::new(), Leaf::new("id")).request()
}
