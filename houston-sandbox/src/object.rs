//! Objects below the root: rows, with the fields that are derived from them.

use std::rc::Rc;

use apollo_compiler::{
    Name,
    ast::Type,
    resolvers::{FieldError, ObjectValue, ResolveInfo, ResolvedValue},
    schema::ExtendedType,
};
use jiff::Timestamp;
use serde_json::Value;

use crate::{
    call::{Answer, Call, id},
    caller::Caller,
    fault::Fate,
    jwt,
    refusal::Refusal,
    store::{Row, Snapshot, Store},
    types,
};

/// What fields below the root are resolved in.
pub(crate) struct Context<'s> {
    pub(crate) store: &'s Store,
    pub(crate) now: Timestamp,
    pub(crate) rows: Snapshot,
    pub(crate) caller: Caller,
    /// What a token that is issued goes into beside the answer. Over a socket there is nothing like that.
    pub(crate) fate: Option<&'s Fate>,
}

/// A row as an object of the type that the schema gives it.
struct Object<'s> {
    ty: Name,
    row: Row,
    /// How many objects it is in, itself included.
    depth: usize,
    context: Rc<Context<'s>>,
}

/// The depth that the smallest of stacks has room for with some to spare: the executor recurses, and rows refer to
/// each other in circles. The server has no limit; nobody's requests come near this one.
const DEPTH_LIMIT: usize = 40;

impl ObjectValue for Object<'_> {
    fn type_name(&self) -> &str {
        &self.ty
    }

    fn resolve_field<'a>(
        &'a self,
        info: &'a ResolveInfo<'a>,
    ) -> Result<ResolvedValue<'a>, FieldError> {
        if self.depth > DEPTH_LIMIT {
            return Err(Refusal::input("the document is nested too deeply").into());
        }
        let field = info.field_name();
        let Context { now, rows, caller, .. } = &*self.context;
        let call = Call { now: *now, rows, caller, arguments: &arguments(info) };
        let value = match types::derive(&self.ty, field, &self.row, &call)? {
            Some(value) => value,
            None if self.ty == "AuthUser" && field == "token" => self.token()?,
            None => self.row[field].clone(),
        };
        if value.is_null() && info.field_definition().ty.is_non_null() {
            // What the executor would say by itself names a type only.
            let text = format!("Cannot return null for non-nullable field {}.{field}.", self.ty);
            return Err(Refusal::internal(text).into());
        }
        Ok(complete(&self.context, self.depth + 1, info, &info.field_definition().ty, value))
    }
}

impl Object<'_> {
    /// The token of an `AuthUser`, which goes into a cookie of the answer as well. The refusals are in the server's own
    /// words.
    fn token(&self) -> Answer {
        let user = &self.row["user"];
        if user.is_null() {
            // It looks for the user of a service account.
            return Err(Refusal::internal("Cannot read property 'status' of null"));
        }
        if user["status"] != "active" {
            return Ok(Value::Null);
        }
        let token = jwt::issue(self.context.store, id(user), self.context.now)?;
        // It has no answer to set a cookie in.
        let none = || Refusal::internal("Cannot read property 'cookie' of undefined");
        self.context.fate.ok_or_else(none)?.issue(token["value"].as_str().unwrap_or_default());
        Ok(token)
    }
}

/// The arguments of a field as one JSON object.
pub(crate) fn arguments(info: &ResolveInfo<'_>) -> Value {
    // The keys are texts, so that nothing stands in the way.
    serde_json::to_value(info.arguments()).unwrap_or_default()
}

/// Makes of a JSON value what the type asks for.
pub(crate) fn complete<'a>(
    context: &Rc<Context<'a>>,
    depth: usize,
    info: &ResolveInfo<'_>,
    ty: &Type,
    value: Value,
) -> ResolvedValue<'a> {
    match (ty, value) {
        (_, Value::Null) => ResolvedValue::null(),
        (Type::List(item) | Type::NonNullList(item), Value::Array(values)) => {
            let items = values.into_iter();
            let items: Vec<_> =
                items.map(|value| complete(context, depth, info, item, value)).collect();
            ResolvedValue::list(items)
        }
        (Type::Named(name) | Type::NonNullNamed(name), row)
            if matches!(info.schema().types.get(name), Some(ExtendedType::Object(_))) =>
        {
            let (ty, context) = (name.clone(), Rc::clone(context));
            ResolvedValue::object(Object { ty, row, depth, context })
        }
        (_, leaf) => ResolvedValue::leaf(leaf),
    }
}
