use std::sync::{Arc, LazyLock};

use crate::schema::{Later, OperationKind, Refusal, Schema};

/// A root type of the schema. The generator implements this for Query, Mutation and Subscription.
#[diagnostic::on_unimplemented(
    message = "a field of `{Self}` cannot be sent",
    label = "not a query, mutation or subscription",
    note = "send an operation and select this field on its result"
)]
pub trait Root {
    /// The kind of its operations: one of the types in [`kind`].
    type Kind: Kind;

    /// The mutations that have the same effect when they run twice as when they run once. Empty for queries.
    const IDEMPOTENT: &'static [&'static str] = &[];

    /// The arguments of its fields whose values must not be shown.
    const SECRETS: &'static [OperationSecrets] = &[];

    /// The schema, whose version and known error texts explain a refusal. Without one, no text proves anything.
    fn schema() -> &'static Schema {
        static NONE: LazyLock<Schema> = LazyLock::new(Schema::default);
        &NONE
    }
}

/// The facts of a schema that explain a refusal. Generated code has them in a table, which is read when the first answer
/// needs it.
#[derive(Clone)]
pub(crate) enum Facts {
    Generated(fn() -> &'static Schema),
    Given { version: Option<String>, refusals: Arc<Later<Vec<Refusal>>> },
}

impl Facts {
    /// Copies them from a schema that is known at run time.
    pub(super) fn of(schema: &Schema) -> Self {
        let (version, refusals) = (schema.version.clone(), Arc::clone(&schema.refusals));
        Facts::Given { version, refusals }
    }

    pub(crate) fn version(&self) -> Option<&str> {
        match self {
            Facts::Generated(schema) => schema().version.as_deref(),
            Facts::Given { version, .. } => version.as_deref(),
        }
    }

    pub(crate) fn refusals(&self) -> &[Refusal] {
        match self {
            Facts::Generated(schema) => &schema().refusals,
            Facts::Given { refusals, .. } => refusals,
        }
    }
}

/// An operation, with the names of its arguments, and of input fields at any depth below them, whose values must
/// not be shown.
pub type OperationSecrets = (&'static str, &'static [&'static str]);

/// The kind of a root's operations, as a type.
pub trait Kind {
    /// The same as a value.
    const KIND: OperationKind;
}

/// Kinds of operations whose result comes in one answer.
#[diagnostic::on_unimplemented(
    message = "a subscription cannot be sent",
    label = "its answers come as a stream, and this call reads one answer",
    note = "`Client::subscribe(..)` returns its events, with the feature `subscriptions` of houston-client"
)]
pub trait AnsweredOnce: Kind {}

#[diagnostic::do_not_recommend]
impl AnsweredOnce for kind::Query {}
#[diagnostic::do_not_recommend]
impl AnsweredOnce for kind::Mutation {}

/// The kinds of operations.
pub mod kind {
    use super::{Kind, OperationKind};

    /// Reads.
    #[derive(Debug)]
    pub enum Query {}

    /// Writes.
    #[derive(Debug)]
    pub enum Mutation {}

    /// Reads a stream.
    #[derive(Debug)]
    pub enum Subscription {}

    impl Kind for Query {
        const KIND: OperationKind = OperationKind::Query;
    }

    impl Kind for Mutation {
        const KIND: OperationKind = OperationKind::Mutation;
    }

    impl Kind for Subscription {
        const KIND: OperationKind = OperationKind::Subscription;
    }
}
