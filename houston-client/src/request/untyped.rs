use std::borrow::Cow;
use std::marker::PhantomData;
use std::sync::Arc;

use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::{Facts, Prepared, Request};
use crate::added::Added;
use crate::answer::decode;
use crate::arguments::Arguments;
use crate::document::{Defaults, Doc, Document, Key};
use crate::expected::Expected;
use crate::schema::{self, OperationKind};
use crate::select::{Leaf, Path};
use crate::selection::Selection;

impl Request<Box<RawValue>> {
    /// Creates a request at run time from an operation of this schema, the arguments that are set, and the selection
    /// on its result. The answer is the JSON text of the root field; it has what was selected, or it is a decode error.
    pub fn untyped(
        schema: &schema::Schema,
        operation: &schema::Operation,
        arguments: &Arguments,
        selection: &Selection,
    ) -> Self {
        Self::untyped_beside(schema, operation, arguments, selection, &[])
    }

    /// Creates the same request, which also asks for these leaves of the result. They are not part of the answer, and the
    /// body of [`with_body`](Self::with_body) has them.
    pub fn untyped_beside(
        schema: &schema::Schema,
        operation: &schema::Operation,
        arguments: &Arguments,
        selection: &Selection,
        beside: &[&'static str],
    ) -> Self {
        let mut doc = Doc::default();
        let (key, below) = doc.selection_set(|doc| {
            let key = doc.field(&Cow::Owned(operation.name.clone()), arguments.clone());
            (key, selection.write(doc, schema, operation.type_ref(), beside))
        });
        let expected = Expected::new(schema, key.clone(), operation.type_ref(), below);
        let document = doc.finish(operation.kind);
        let secrets = operation.secrets.iter().cloned().map(Cow::Owned).collect();
        let added = document.added.below(&key).cloned();
        let (idempotent, facts) = (operation.idempotent, Facts::of(schema));
        let prepared = Prepared::new(operation.kind, document, idempotent, secrets, facts);
        let request = Self::of_selection::<Leaf<(), Box<RawValue>>>(prepared, key.clone());
        let request = request.checked(move |text, at| {
            let checked = at.at(expected.check(text, at), || key.to_string());
            at.at(checked, || "data".to_owned())
        });
        match added {
            Some(added) => request.without(added),
            None => request,
        }
    }

    /// Returns the same request, but its answer must have these fields. It is for a document that the caller wrote.
    pub fn expecting(self, fields: Vec<Expected>) -> Self {
        self.checked(move |text, at| {
            at.at(Expected::check_all(&fields, text, at), || "data".to_owned())
        })
    }

    /// Returns the same request, but the value of an answer without errors is checked.
    fn checked(
        self,
        check: impl Fn(&str, &Path) -> Result<(), serde_json::Error> + Send + Sync + 'static,
    ) -> Self {
        let Request { prepared, decode } = self;
        let decode = move |answer: &str, at: &Path| {
            let read = decode(answer, at)?;
            if let Some(data) = read.data.as_ref().filter(|_| read.plain) {
                check(data.get(), at)?;
            }
            Ok(read)
        };
        Request { prepared, decode: Arc::new(decode) }
    }

    /// Returns the same request, but these fields are removed from its answer.
    fn without(self, added: Added) -> Self {
        let Request { prepared, decode } = self;
        let decode = move |answer: &str, at: &Path| {
            let mut read = decode(answer, at)?;
            if let Some(data) = &mut read.data {
                *data = RawValue::from_string(added.removed_from(data.get()).into_owned())?;
            }
            Ok(read)
        };
        Request { prepared, decode: Arc::new(decode) }
    }

    /// Creates a request for a server with this schema from a document that the caller wrote: its text, the response key and the name of each root
    /// field, and the values of its variables. The answer is the JSON text of `data`.
    ///
    /// A mutation counts as not idempotent, because its effect is unknown. The values of variables that `secrets`
    /// names, and of fields with these names in other variables, are not shown.
    pub fn verbatim(
        schema: &schema::Schema,
        kind: OperationKind,
        document: impl Into<String>,
        fields: impl IntoIterator<Item = (Key, Cow<'static, str>)>,
        variables: Map<String, Value>,
        secrets: impl IntoIterator<Item = impl Into<Cow<'static, str>>>,
    ) -> Self {
        let (fields, names) = fields.into_iter().unzip();
        let document = Document {
            text: document.into(),
            variables,
            names,
            fields,
            defaults: Defaults::default(),
            added: Added::default(),
        };
        let secrets = secrets.into_iter().map(Into::into).collect();
        Request {
            prepared: Arc::new(Prepared::new(kind, document, false, secrets, Facts::of(schema))),
            decode: Arc::new(|answer, at| decode(PhantomData, at, answer)),
        }
    }
}
