//! Objects below the root: rows and their derived fields.

use std::cell::OnceCell;
use std::rc::Rc;

use apollo_compiler::ast::Type;
use apollo_compiler::resolvers::{FieldError, ObjectValue, ResolveInfo, ResolvedValue};
use apollo_compiler::schema::ExtendedType;
use apollo_compiler::{Name, Schema};
use jiff::Timestamp;
use serde_json::Value;

use crate::accounts::caller::Caller;
use crate::accounts::jwt;
use crate::error::refusal::Refusal;
use crate::execution::budget::Budget;
use crate::http::cookie;
use crate::platform::fault::Fate;
use crate::resolvers::call::{Call, Read};
use crate::resolvers::output::{Answer, Output, Resolve, Stored};
use crate::store::settings::Settings;
use crate::store::{Snapshot, Store};

/// The context in which fields below the root are resolved.
pub(crate) struct Context<'s> {
    pub(crate) store: &'s Store,
    pub(crate) now: Timestamp,
    pub(crate) rows: Snapshot,
    pub(crate) caller: Caller,
    /// Puts an issued token into a cookie. A socket has no cookies.
    pub(crate) fate: Option<&'s Fate>,
    pub(crate) budget: &'s Budget,
}

impl Context<'_> {
    /// Returns the call of a field in this context.
    pub(crate) fn call<'c>(&'c self, arguments: &'c Value) -> Read<'c> {
        Call { now: self.now, rows: &self.rows, caller: &self.caller, arguments }
    }
}

/// An object with its type in the schema.
struct Object<'s> {
    ty: Name,
    /// The row that derives fields, if any.
    row: Option<Box<dyn Resolve>>,
    /// The stored fields, read from the row on first use.
    stored: OnceCell<Value>,
    /// The nesting depth, starting at 1.
    depth: usize,
    context: Rc<Context<'s>>,
}

/// A depth that fits a small stack with room to spare: the executor recurses, and rows refer to each other in
/// circles. The server has no limit; real requests are far below this one.
const DEPTH_LIMIT: usize = 40;

impl ObjectValue for Object<'_> {
    fn type_name(&self) -> &str {
        &self.ty
    }

    fn resolve_field<'a>(
        &'a self,
        info: &'a ResolveInfo<'a>,
    ) -> Result<ResolvedValue<'a>, FieldError> {
        let value = self.value(info).map_err(|refusal| self.context.budget.error(refusal))?;
        self.context.budget.field(info);
        let ty = &info.field_definition().ty;
        Ok(complete(&self.context, self.depth + 1, info.schema(), ty, value))
    }
}

impl Object<'_> {
    fn value(&self, info: &ResolveInfo<'_>) -> Answer {
        if self.context.budget.is_spent() {
            // The answer is replaced.
            return Err(Refusal::not_found());
        }
        if self.depth > DEPTH_LIMIT {
            return Err(Refusal::input("the document is nested too deeply"));
        }
        let field = info.field_name();
        let derived = match &self.row {
            Some(row) => row.derive(field, &self.context.call(&arguments(info)))?,
            None => None,
        };
        let value = match derived {
            Some(Output::Token(user)) => self.token(&user)?,
            Some(value) => value,
            None => self.stored()[field].clone().into(),
        };
        if value.is_null() && info.field_definition().ty.is_non_null() {
            // The executor's own text names only the type.
            let text = format!("Cannot return null for non-nullable field {}.{field}.", self.ty);
            return Err(Refusal::internal(text));
        }
        Ok(value)
    }

    fn stored(&self) -> &Value {
        self.stored.get_or_init(|| self.row.as_ref().map(|row| row.stored()).unwrap_or_default())
    }

    /// Issues a token, which is also set as a cookie of the response.
    fn token(&self, user: &str) -> Answer {
        let token = jwt::issue(self.context.store, user, self.context.now)?;
        // The server's own text when it has no response to set a cookie in.
        let none = || Refusal::internal("Cannot read property 'cookie' of undefined");
        let fate = self.context.fate.ok_or_else(none)?;
        let settings = Settings::of(&self.context.rows).map_err(Refusal::from)?;
        fate.issue(cookie::set(&token.value, &settings.base_domain));
        Ok(Output::Json(token.stored()))
    }
}

/// Returns the arguments of a field as one JSON object.
pub(crate) fn arguments(info: &ResolveInfo<'_>) -> Value {
    // Cannot fail: the keys are strings.
    serde_json::to_value(info.arguments()).unwrap_or_default()
}

/// Converts an output to a value of the field's type.
pub(crate) fn complete<'a>(
    context: &Rc<Context<'a>>,
    depth: usize,
    schema: &'a Schema,
    ty: &'a Type,
    value: Output,
) -> ResolvedValue<'a> {
    let object = |ty: &Name, row, stored| {
        context.budget.object();
        let (ty, context) = (ty.clone(), Rc::clone(context));
        ResolvedValue::object(Object { ty, row, stored, depth, context })
    };
    let is_object = |name: &Name| matches!(schema.types.get(name), Some(ExtendedType::Object(_)));
    match (ty, value) {
        (_, Output::Json(Value::Null)) => ResolvedValue::null(),
        (Type::List(item) | Type::NonNullList(item), Output::List(values)) => {
            let context = Rc::clone(context);
            // The list of an answer that is too large ends early.
            ResolvedValue::list(values.into_iter().map_while(move |value| {
                let goes_on = !context.budget.is_spent();
                goes_on.then(|| complete(&context, depth, schema, item, value))
            }))
        }
        (Type::List(_) | Type::NonNullList(_), Output::Json(Value::Array(values))) => {
            complete(context, depth, schema, ty, values.into())
        }
        (Type::Named(name) | Type::NonNullNamed(name), Output::Object(row)) => {
            object(name, Some(row), OnceCell::new())
        }
        (Type::Named(name) | Type::NonNullNamed(name), Output::Json(fields)) if is_object(name) => {
            object(name, None, fields.into())
        }
        (_, Output::Json(leaf)) => ResolvedValue::leaf(context.budget.value(leaf)),
        // No resolver returns a list, an object or a token for another type.
        (_, Output::List(_) | Output::Object(_) | Output::Token(_)) => ResolvedValue::null(),
    }
}
