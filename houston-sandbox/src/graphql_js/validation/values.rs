//! Literals.

use apollo_compiler::Node;
use apollo_compiler::ast::{Type, Value};
use apollo_compiler::schema::ExtendedType;

use super::{Usage, Validator};
use crate::graphql_js::suggestion;

impl<'d> Validator<'d> {
    /// Checks a value. `ty` is the expected type, if it is known; `has_default` tells whether a default can replace it.
    pub(super) fn value(&mut self, ty: Option<&Type>, has_default: bool, value: &'d Node<Value>) {
        self.walk(ty, has_default, value, true);
    }

    /// `checked` is false inside a value that was already found to be invalid, or whose type accepts anything.
    fn walk(
        &mut self,
        ty: Option<&Type>,
        has_default: bool,
        value: &'d Node<Value>,
        checked: bool,
    ) {
        match &**value {
            Value::Variable(name) => self.usages.push(Usage {
                name,
                place: value.location(),
                ty: ty.cloned(),
                has_default,
            }),
            Value::Null => {
                if let Some(ty) = ty.filter(|ty| checked && ty.is_non_null()) {
                    self.report(format!("Expected type {ty}, found null."), &[value.location()]);
                }
            }
            Value::List(items) => {
                let is_list = ty.is_some_and(Type::is_list);
                // In the server's library, a type that is not a list counts as the type of the items.
                let item = ty.map(|ty| match ty {
                    Type::List(item) | Type::NonNullList(item) => (**item).clone(),
                    other => other.clone().nullable(),
                });
                if checked && !is_list {
                    self.scalar(item.as_ref(), value);
                }
                for one in items {
                    self.walk(item.as_ref(), false, one, checked && is_list);
                }
            }
            Value::Object(fields) => self.object(ty, value, fields, checked),
            _ if checked => self.scalar(ty, value),
            _ => {}
        }
    }

    fn object(
        &mut self,
        ty: Option<&Type>,
        value: &'d Node<Value>,
        fields: &'d [(apollo_compiler::Name, Node<Value>)],
        mut checked: bool,
    ) {
        let schema = self.schema;
        let definition = match ty.and_then(|ty| schema.types.get(ty.inner_named_type())) {
            Some(ExtendedType::InputObject(definition)) => Some(definition),
            _ => None,
        };
        match definition {
            None if checked => {
                self.scalar(ty, value);
                checked = false;
            }
            Some(definition) if checked => {
                for field in definition.fields.values().filter(|field| field.is_required()) {
                    if !fields.iter().any(|(name, _)| *name == field.name) {
                        let text = format!(
                            "Field {}.{} of required type {} was not provided.",
                            definition.name, field.name, field.ty
                        );
                        self.report(text, &[value.location()]);
                    }
                }
            }
            _ => {}
        }
        for (index, (name, inner)) in fields.iter().enumerate() {
            let known = definition.and_then(|definition| definition.fields.get(name));
            if let (Some(definition), None, true) = (definition, known, checked) {
                let options = definition.fields.keys().map(|one| one.as_str());
                let meant = suggestion::did_you_mean(&suggestion::similar(name, options));
                let text =
                    format!("Field \"{name}\" is not defined by type {}.{meant}", definition.name);
                self.report(text, &[name.location()]);
            }
            if let Some((first, _)) = fields[..index].iter().find(|(first, _)| first == name) {
                let text = format!("There can be only one input field named \"{name}\".");
                self.report(text, &[first.location(), name.location()]);
            }
            let ty = known.map(|known| (*known.ty).clone());
            let has_default = known.is_some_and(|known| known.default_value.is_some());
            self.walk(ty.as_ref(), has_default, inner, checked);
        }
    }

    fn scalar(&mut self, ty: Option<&Type>, value: &'d Node<Value>) {
        let schema = self.schema;
        let Some((ty, named)) =
            ty.and_then(|ty| Some((ty, schema.types.get(ty.inner_named_type())?)))
        else {
            return;
        };
        let shown = value.serialize().no_indent().to_string();
        let text = match named {
            ExtendedType::Enum(definition) => {
                if let Value::Enum(name) = &**value
                    && definition.values.contains_key(name)
                {
                    return;
                }
                let is_name = matches!(&**value, Value::Enum(_));
                let expected = if is_name { definition.name.to_string() } else { ty.to_string() };
                let options = definition.values.keys().map(|one| one.as_str());
                let meant = suggestion::did_you_mean(&suggestion::similar(&shown, options))
                    .replacen(" Did you mean ", " Did you mean the enum value ", 1);
                format!("Expected type {expected}, found {shown}.{meant}")
            }
            ExtendedType::Scalar(scalar) if takes(&scalar.name, value) => return,
            _ => format!("Expected type {ty}, found {shown}."),
        };
        self.report(text, &[value.location()]);
    }
}

/// Whether a scalar accepts a literal. Custom scalars accept any.
fn takes(scalar: &str, value: &Value) -> bool {
    match scalar {
        "Int" => matches!(value, Value::Int(number) if number.try_to_i32().is_ok()),
        "Float" => matches!(value, Value::Int(_) | Value::Float(_)),
        "String" => matches!(value, Value::String(_)),
        "Boolean" => matches!(value, Value::Boolean(_)),
        "ID" => matches!(value, Value::String(_) | Value::Int(_)),
        _ => true,
    }
}
