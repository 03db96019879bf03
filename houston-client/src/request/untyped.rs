use std::sync::Arc;

use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::{Prepared, Request};
use crate::arguments::Arguments;
use crate::document::{Doc, Document, Key};
use crate::schema::{self, OperationKind, Text};
use crate::select::{Decoded, Leaf, read_answer};
use crate::selection::Selection;

impl Request<Box<RawValue>> {
    /// A request that was put together at run time: an operation of the schema table, the arguments that
    /// are set, and what is selected on its result. The answer is the JSON text of the root field.
    pub fn untyped(
        operation: &schema::Operation,
        arguments: &Arguments,
        selection: &Selection,
    ) -> Self {
        let mut doc = Doc::default();
        let key = doc.selection_set(|doc| {
            let key = doc.field(&operation.name, arguments);
            selection.write(doc);
            key
        });
        let document = doc.finish(operation.kind);
        let secrets = operation.secrets.to_vec();
        Request {
            prepared: Prepared::new(operation.kind, document, operation.idempotent, secrets),
            decode: Arc::new(move |answer, at| {
                read_answer::<(), Leaf<(), Box<RawValue>>>(&key, at, answer)
            }),
        }
    }

    /// A request of a document that somebody has written: its text, the response keys of its root fields, and the
    /// values of its variables. The answer is the JSON text of `data`.
    ///
    /// A mutation counts as one that may not run twice: nobody knows what it does. The values of variables with the
    /// names of `secrets`, and of fields of these names in others, are not shown.
    pub fn verbatim(
        kind: OperationKind,
        document: impl Into<String>,
        fields: impl IntoIterator<Item = Key>,
        variables: Map<String, Value>,
        secrets: impl IntoIterator<Item = Text>,
    ) -> Self {
        let document = Document {
            text: document.into(),
            variables,
            names: Vec::new(),
            fields: fields.into_iter().collect(),
            defaults: Vec::new(),
        };
        Request {
            prepared: Prepared::new(kind, document, false, secrets.into_iter().collect()),
            decode: Arc::new(|answer, _| whole(answer)),
        }
    }
}

/// The `data` of an answer as it came.
fn whole(answer: &str) -> Result<Decoded<Box<RawValue>>, serde_json::Error> {
    #[derive(serde::Deserialize)]
    struct Answer<'a> {
        #[serde(borrow)]
        data: Option<&'a RawValue>,
        #[serde(borrow)]
        errors: Option<&'a RawValue>,
    }
    let Answer { data, errors } = serde_json::from_str(answer)?;
    let plain = errors.is_none_or(|errors| errors.get() == "[]");
    Ok(Decoded { data: data.map(ToOwned::to_owned), plain })
}
