//! The mutation that the tests send.

use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::request::{Operation as _, Request, Root, kind};
use houston_client::schema::{self, Effect, OperationKind};
use houston_client::select::{Leaf, Nested, One};
use houston_schema::row;
use serde_json::value::RawValue;

pub(crate) fn untyped(kind: OperationKind) -> Request<Box<RawValue>> {
    let operation = row!(schema::Operation {
        kind,
        name: "createDeployment".into(),
        ty: "Deployment".into(),
        effect: Effect::Create,
        ..schema::Operation::default()
    });
    let mut selection = Selection::new();
    selection.add("id", Selection::new());
    Request::untyped(&schema::Schema::default(), &operation, &Arguments::new(), &selection)
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
