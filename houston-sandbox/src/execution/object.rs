//! Objects below the root: rows, with the fields that are derived from them.

use std::cell::OnceCell;
use std::rc::Rc;

use apollo_compiler::Name;
use apollo_compiler::ast::Type;
use apollo_compiler::resolvers::{FieldError, ObjectValue, ResolveInfo, ResolvedValue};
use apollo_compiler::schema::ExtendedType;
use jiff::Timestamp;
use serde_json::Value;

use crate::accounts::caller::Caller;
use crate::accounts::jwt;
use crate::error::refusal::Refusal;
use crate::platform::fault::Fate;
use crate::resolvers::call::Call;
use crate::resolvers::output::{Answer, Output, Resolve, Stored};
use crate::store::{Snapshot, Store};

/// What fields below the root are resolved in.
pub(crate) struct Context<'s> {
    pub(crate) store: &'s Store,
    pub(crate) now: Timestamp,
    pub(crate) rows: Snapshot,
    pub(crate) caller: Caller,
    /// What a token that is issued goes into beside the answer. Over a socket there is nothing like that.
    pub(crate) fate: Option<&'s Fate>,
}

/// An object of the type that the schema gives it.
struct Object<'s> {
    ty: Name,
    /// What derives fields, where there are some to be derived.
    row: Option<Box<dyn Resolve>>,
    /// What is not derived: read off the row when it is asked for.
    stored: OnceCell<Value>,
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
        let derived = match &self.row {
            Some(row) => row.derive(field, &call)?,
            None => None,
        };
        let value = match derived {
            Some(Output::Token(user)) => self.token(&user)?,
            Some(value) => value,
            None => self.stored()[field].clone().into(),
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
    fn stored(&self) -> &Value {
        self.stored.get_or_init(|| self.row.as_ref().map(|row| row.stored()).unwrap_or_default())
    }

    /// A new token, which goes into a cookie of the answer as well.
    fn token(&self, user: &str) -> Answer {
        let token = jwt::issue(self.context.store, user, self.context.now)?;
        // The server's own words, where it has no answer to set a cookie in.
        let none = || Refusal::internal("Cannot read property 'cookie' of undefined");
        self.context.fate.ok_or_else(none)?.issue(&token.value);
        Ok(Output::Json(token.stored()))
    }
}

/// The arguments of a field as one JSON object.
pub(crate) fn arguments(info: &ResolveInfo<'_>) -> Value {
    // The keys are texts, so that nothing stands in the way.
    serde_json::to_value(info.arguments()).unwrap_or_default()
}

/// Makes of an output what the type asks for.
pub(crate) fn complete<'a>(
    context: &Rc<Context<'a>>,
    depth: usize,
    info: &ResolveInfo<'_>,
    ty: &Type,
    value: Output,
) -> ResolvedValue<'a> {
    let object = |ty: &Name, row, stored| {
        let (ty, context) = (ty.clone(), Rc::clone(context));
        ResolvedValue::object(Object { ty, row, stored, depth, context })
    };
    let is_object =
        |name: &Name| matches!(info.schema().types.get(name), Some(ExtendedType::Object(_)));
    match (ty, value) {
        (_, Output::Json(Value::Null)) => ResolvedValue::null(),
        (Type::List(item) | Type::NonNullList(item), Output::List(values)) => {
            let items = values.into_iter();
            let items: Vec<_> =
                items.map(|value| complete(context, depth, info, item, value)).collect();
            ResolvedValue::list(items)
        }
        (Type::List(_) | Type::NonNullList(_), Output::Json(Value::Array(values))) => {
            complete(context, depth, info, ty, values.into())
        }
        (Type::Named(name) | Type::NonNullNamed(name), Output::Object(row)) => {
            object(name, Some(row), OnceCell::new())
        }
        (Type::Named(name) | Type::NonNullNamed(name), Output::Json(fields)) if is_object(name) => {
            object(name, None, fields.into())
        }
        (_, Output::Json(leaf)) => ResolvedValue::leaf(leaf),
        // No resolver gives a list, an object or a token where the schema has none.
        (_, Output::List(_) | Output::Object(_) | Output::Token(_)) => ResolvedValue::null(),
    }
}
