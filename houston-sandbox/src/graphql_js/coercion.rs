//! Errors in the values of variables, with the texts of the server's GraphQL library.

use apollo_compiler::Schema;
use apollo_compiler::ast::Type;
use apollo_compiler::executable::Operation;
use apollo_compiler::parser::SourceSpan;
use apollo_compiler::schema::ExtendedType;
use serde_json::{Map, Value};

use super::suggestion::{did_you_mean, similar};

/// An error's text, and the place of the variable's definition.
type Found = (String, Option<SourceSpan>);

/// Returns all errors in the variables of a request.
pub(crate) fn check_variables(
    schema: &Schema,
    operation: &Operation,
    values: &Map<String, Value>,
) -> Vec<Found> {
    let mut found = Vec::new();
    for variable in &operation.variables {
        let (name, ty) = (&variable.name, &*variable.ty);
        let mut report = |text: String| found.push((text, variable.location()));
        match values.get(name.as_str()) {
            None if ty.is_non_null() && variable.default_value.is_none() => {
                report(format!("Variable \"${name}\" of required type \"{ty}\" was not provided."));
            }
            Some(Value::Null) if ty.is_non_null() => {
                report(format!("Variable \"${name}\" of non-null type \"{ty}\" must not be null."));
            }
            None => {}
            Some(value) => Walk { schema, variable: name, report: &mut report }.check(
                ty,
                value,
                &mut name.to_string(),
            ),
        }
    }
    found
}

/// A walk through one variable's value.
struct Walk<'w> {
    schema: &'w Schema,
    variable: &'w str,
    report: &'w mut dyn FnMut(String),
}

impl Walk<'_> {
    /// `path` is the place of `value`, such as `e[0].value`. It is unchanged on return.
    fn check(&mut self, ty: &Type, value: &Value, path: &mut String) {
        let here = path.len();
        match ty {
            _ if value.is_null() => {
                if ty.is_non_null() {
                    self.invalid(
                        value,
                        path,
                        &format!("Expected non-nullable type {ty} not to be null."),
                    );
                }
            }
            Type::List(item) | Type::NonNullList(item) => match value {
                Value::Array(values) => {
                    for (index, value) in values.iter().enumerate() {
                        path.push_str(&format!("[{index}]"));
                        self.check(item, value, path);
                        path.truncate(here);
                    }
                }
                one => self.check(item, one, path),
            },
            Type::Named(name) | Type::NonNullNamed(name) => match self.schema.types.get(name) {
                Some(ExtendedType::InputObject(definition)) => {
                    let Value::Object(fields) = value else {
                        return self.invalid(
                            value,
                            path,
                            &format!("Expected type {name} to be an object."),
                        );
                    };
                    for (field, definition) in &definition.fields {
                        match fields.get(field.as_str()) {
                            Some(inner) => {
                                path.push_str(&format!(".{field}"));
                                self.check(&definition.ty, inner, path);
                                path.truncate(here);
                            }
                            None if definition.is_required() => {
                                let text = format!(
                                    "Field {path}.{field} of required type {} was not provided.",
                                    definition.ty
                                );
                                self.invalid(value, path, &text);
                            }
                            None => {}
                        }
                    }
                    for field in fields
                        .keys()
                        .filter(|field| !definition.fields.contains_key(field.as_str()))
                    {
                        let known = definition.fields.keys().map(|known| known.as_str());
                        let meant = did_you_mean(&similar(field, known));
                        let text =
                            format!("Field \"{field}\" is not defined by type {name}.{meant}");
                        self.invalid(value, path, &text);
                    }
                }
                Some(ExtendedType::Enum(definition)) => {
                    let text = value.as_str().unwrap_or_default();
                    if !definition.values.contains_key(text) {
                        let known = definition.values.keys().map(|known| known.as_str());
                        let close = if text.is_empty() { Vec::new() } else { similar(text, known) };
                        let meant = did_you_mean(&close);
                        self.invalid(value, path, &format!("Expected type {name}.{meant}"));
                    }
                }
                _ => {
                    if let Some(reason) = scalar(name, value) {
                        self.invalid(
                            value,
                            path,
                            &format!("Expected type {name}. {reason}{}", inspect(value, 0)),
                        );
                    }
                }
            },
        }
    }

    fn invalid(&mut self, value: &Value, path: &str, reason: &str) {
        let at = if path == self.variable { String::new() } else { format!(" at \"{path}\"") };
        (self.report)(format!(
            "Variable \"${}\" got invalid value {}{at}; {reason}",
            self.variable,
            inspect(value, 0)
        ));
    }
}

/// Why a built-in scalar does not accept a value. Custom scalars accept any.
fn scalar(name: &str, value: &Value) -> Option<&'static str> {
    match name {
        "Int" => match value.as_f64() {
            Some(number) if number.fract() != 0.0 => {
                Some("Int cannot represent non-integer value: ")
            }
            // In JavaScript, a number without a fraction is an integer, such as `2.0`.
            Some(number) if f64::from(i32::MIN) <= number && number <= f64::from(i32::MAX) => None,
            Some(_) => Some("Int cannot represent non 32-bit signed integer value: "),
            None => Some("Int cannot represent non-integer value: "),
        },
        "Float" if !value.is_number() => Some("Float cannot represent non numeric value: "),
        "String" if !value.is_string() => Some("String cannot represent a non string value: "),
        "Boolean" if !value.is_boolean() => Some("Boolean cannot represent a non boolean value: "),
        "ID" if !value.is_string() && !value.is_i64() && !value.is_u64() => {
            Some("ID cannot represent value: ")
        }
        _ => None,
    }
}

/// Prints a value like the server: from a `depth` of three on, only its kind.
fn inspect(value: &Value, depth: usize) -> String {
    let list = |items: Vec<String>| items.join(", ");
    match value {
        Value::Array(items) if items.is_empty() => "[]".to_owned(),
        Value::Object(fields) if fields.is_empty() => "{}".to_owned(),
        Value::Array(_) if depth > 2 => "[Array]".to_owned(),
        Value::Object(_) if depth > 2 => "[Object]".to_owned(),
        Value::Array(items) => {
            let mut shown: Vec<_> =
                items.iter().take(10).map(|item| inspect(item, depth + 1)).collect();
            match items.len().saturating_sub(10) {
                0 => {}
                1 => shown.push("... 1 more item".to_owned()),
                more => shown.push(format!("... {more} more items")),
            }
            format!("[{}]", list(shown))
        }
        Value::Object(fields) => {
            let fields =
                fields.iter().map(|(name, value)| format!("{name}: {}", inspect(value, depth + 1)));
            format!("{{ {} }}", list(fields.collect()))
        }
        Value::Number(number) if number.is_f64() => {
            // JavaScript prints `2.0` as `2`.
            number.as_f64().map(|number| number.to_string()).unwrap_or_default()
        }
        plain => plain.to_string(),
    }
}
