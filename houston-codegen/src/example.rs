//! Examples of operations: each calls one with its required arguments. They come from names and types, never from texts
//! of the schema.
//!
//! An example is a tree. `emit` writes it into the documentation of generated code; [`Example::rust`] and
//! [`Example::variables`] show it to people who read about a schema.

mod rust;

use std::collections::BTreeSet;

use houston_schema::table::{OperationKind, Scalar, TypeKind, TypeRef};
use serde_json::{Map, Value as Json, json};

use crate::model::module::Module;
use crate::model::{Argument, Model, Operation, Type};

/// The most setters of an example. An operation that needs more has none: input objects can need each other without
/// an end.
const MOST_SETTERS: usize = 40;

/// A call of an operation with its required arguments.
#[derive(Clone, Debug)]
pub struct Example {
    /// The kind of the operation.
    pub kind: OperationKind,
    /// The call.
    pub call: Call,
    /// The modules that it uses, sorted.
    pub modules: BTreeSet<String>,
}

/// A builder, and the setters that are called on it.
#[derive(Clone, Debug)]
pub struct Call {
    /// Its module.
    pub module: String,
    /// Its function.
    pub function: String,
    /// The setters.
    pub given: Vec<Given>,
}

/// An argument, or a field of an input object, with its value.
#[derive(Clone, Debug)]
pub struct Given {
    /// Its name in GraphQL.
    pub name: String,
    /// Its setter.
    pub setter: String,
    /// Its value.
    pub value: Value,
}

/// A value of an example.
#[derive(Clone, Debug)]
pub enum Value {
    /// An input object.
    Object(Call),
    /// An input object that takes exactly one of its fields.
    OneOf {
        /// The module of the type.
        module: String,
        /// The type.
        ty: String,
        /// The field.
        given: Box<Given>,
    },
    /// A value of an enum.
    Enum {
        /// The module of the type.
        module: String,
        /// The type.
        ty: String,
        /// The variant in Rust.
        variant: String,
        /// The name in GraphQL.
        name: String,
    },
    /// A list of one item.
    List(Box<Value>),
    /// A number, true, or any JSON: an empty object.
    Plain(Json),
    /// A text.
    Text(String),
}

impl Example {
    /// The example of an operation. `text` decides what a text says, from the name of its argument and its scalar.
    ///
    /// `None` for values that only the caller's own types can be, and where too many are needed.
    pub fn of(
        model: &Model,
        operation: &Operation,
        text: &dyn Fn(&str, &Type) -> String,
    ) -> Option<Self> {
        let kind = operation.row.kind;
        let modules = BTreeSet::from([kind.keyword().to_owned()]);
        let mut values = Values { model, text, modules, left: MOST_SETTERS };
        let function = operation.field.rust.clone();
        let call = values.call(kind.keyword(), &function, &operation.field.arguments)?;
        Some(Example { kind, call, modules: values.modules })
    }

    /// The values of its arguments, as JSON.
    pub fn variables(&self) -> Map<String, Json> {
        self.call.json()
    }
}

/// What a text says in the documentation of generated code.
pub fn sample(ty: &Type) -> String {
    match ty.row.scalar {
        Scalar::DateTime => TIME.to_owned(),
        Scalar::Opaque => ty.row.name.to_lowercase(),
        _ => "text".to_owned(),
    }
}

/// A time.
const TIME: &str = "2026-01-31T12:00:00Z";

/// What a text says for readers: what to put in its place, `WORKSPACE_UUID`.
pub fn placeholder(argument: &str, ty: &Type) -> String {
    match ty.row.scalar {
        Scalar::DateTime => TIME.to_owned(),
        _ => houston_schema::text::kebab(argument).replace('-', "_").to_uppercase(),
    }
}

impl Call {
    fn json(&self) -> Map<String, Json> {
        self.given.iter().map(|given| (given.name.clone(), given.value.json())).collect()
    }
}

impl Value {
    fn json(&self) -> Json {
        match self {
            Value::Object(call) => Json::Object(call.json()),
            Value::OneOf { given, .. } => json!({ &*given.name: given.value.json() }),
            Value::Enum { name, .. } => json!(name),
            Value::List(item) => json!([item.json()]),
            Value::Plain(value) => value.clone(),
            Value::Text(text) => json!(text),
        }
    }
}

/// Makes values, and notes the modules that they use.
struct Values<'a> {
    model: &'a Model,
    text: &'a dyn Fn(&str, &Type) -> String,
    modules: BTreeSet<String>,
    /// How many setters may still be called.
    left: usize,
}

impl Values<'_> {
    /// A builder with its required arguments.
    fn call(&mut self, module: &str, function: &str, arguments: &[Argument]) -> Option<Call> {
        let required = arguments.iter().filter(|argument| argument.row.required);
        let given = required.map(|argument| self.given(argument)).collect::<Option<_>>()?;
        Some(Call { module: module.to_owned(), function: function.to_owned(), given })
    }

    fn given(&mut self, argument: &Argument) -> Option<Given> {
        // Only the caller knows values of a type that the overlay names.
        if argument.rust_path.is_some() {
            return None;
        }
        let (name, setter) = (argument.row.name.clone(), argument.setter.clone());
        let value = self.value(&name, argument.row.type_ref())?;
        Some(Given { name, setter, value })
    }

    fn value(&mut self, name: &str, ty: TypeRef<'_>) -> Option<Value> {
        self.left = self.left.checked_sub(1)?;
        if let Some(item) = ty.item() {
            return Some(Value::List(Box::new(self.value(name, item)?)));
        }
        let ty = self.model.type_named(ty.name())?;
        match ty.row.kind {
            _ if ty.rust_path.is_some() => None,
            TypeKind::Scalar => Some(self.scalar(name, ty)),
            TypeKind::Enum => {
                let current = ty.values.iter().find(|value| value.row.deprecated.is_none());
                let value = current.or(ty.values.first())?;
                let (variant, name) = (value.rust.clone(), value.row.name.clone());
                Some(Value::Enum { module: self.module(ty), ty: ty.rust.clone(), variant, name })
            }
            TypeKind::Input if ty.row.one_of => {
                let given = Box::new(self.given(ty.input_fields.first()?)?);
                Some(Value::OneOf { module: self.module(ty), ty: ty.rust.clone(), given })
            }
            TypeKind::Input => {
                let module = self.module(ty);
                Some(Value::Object(self.call(&module, &ty.module, &ty.input_fields)?))
            }
            _ => None,
        }
    }

    fn scalar(&self, name: &str, ty: &Type) -> Value {
        match ty.row.scalar {
            Scalar::Int => Value::Plain(json!(1)),
            Scalar::Float => Value::Plain(json!(1.5)),
            Scalar::Boolean => Value::Plain(json!(true)),
            Scalar::Json => Value::Plain(json!({})),
            Scalar::String | Scalar::DateTime | Scalar::Opaque => {
                Value::Text((self.text)(name, ty))
            }
        }
    }

    fn module(&mut self, ty: &Type) -> String {
        let module = Module::of(ty.row.kind).name().to_owned();
        self.modules.insert(module.clone());
        module
    }
}
