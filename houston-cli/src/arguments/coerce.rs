//! Converts what was given to the schema's types. Nothing is guessed, and every problem is reported.

use std::fmt::Display;

use houston_client::arguments::Arguments;
use houston_client::json::{Duplicates, read as read_json};
use houston_client::schema::{Argument, Operation, Scalar, Schema, Type, TypeKind, TypeRef};
use houston_schema::text::is_invisible;
use serde_json::{Map, Value};

use super::json;
use super::place::Place;
use super::problem::Problem;
use super::raw::RawArgument;
use crate::schema::names;
use crate::terminal::suggest::did_you_mean;
use crate::terminal::text::{plain, short};

/// Reads the arguments of a call, one [`RawArgument`] for each argument of the operation, in the same order.
///
/// # Errors
///
/// Returns every problem: earlier ones first, then invalid values, then missing arguments.
pub(super) fn read(
    schema: &Schema,
    operation: &Operation,
    given: Vec<RawArgument>,
    problems: Vec<Problem>,
    allow_secrets: bool,
) -> Result<Arguments, Vec<Problem>> {
    let mut reader = Reader { schema, problems, allow_secrets };
    let mut arguments = Arguments::new();
    let mut missing = Vec::new();
    for (argument, given) in operation.arguments.iter().zip(given) {
        let place = Place::flag(&argument.name, argument.secret);
        if !given.is_empty() {
            let value = reader.value(&place, argument.type_ref(), given);
            reader.keys(&place, operation, argument, value.as_ref());
            arguments.set(argument.name.clone(), argument.ty.clone(), value.unwrap_or_default());
        } else if argument.required && !place.is_in(&reader.problems) {
            missing.push(lacking(&place, argument));
        }
    }
    reader.problems.append(&mut missing);
    if reader.problems.is_empty() { Ok(arguments) } else { Err(reader.problems) }
}

/// The problem of a required argument or field without a value.
fn lacking(place: &Place, argument: &Argument) -> Problem {
    let by = if argument.type_ref().is_non_null() { "" } else { ", required by the server" };
    let hint = match argument.finders.first() {
        _ if argument.secret => super::source::GIVE.to_owned(),
        Some(query) => {
            format!("Find it with `houston {}`, or use `@find:FIELD=VALUE`.", plain(query))
        }
        None => String::new(),
    };
    let mut what = format!("missing ({}{by})", argument.ty);
    let mut before = ". ";
    for text in [plain(&argument.description), hint].iter().filter(|text| !text.is_empty()) {
        what += &format!("{before}{text}");
        before = " ";
    }
    Problem { is_missing: true, ..place.problem(what) }
}

struct Reader<'s> {
    schema: &'s Schema,
    problems: Vec<Problem>,
    /// Whether secrets are allowed on the command line.
    allow_secrets: bool,
}

/// One value, as given.
enum One {
    Text(String),
    Json(Value),
}

impl Reader<'_> {
    /// Returns the value, or records its problems.
    fn value(&mut self, place: &Place, ty: TypeRef<'_>, given: RawArgument) -> Option<Value> {
        if place.secret && given.literal && !self.allow_secrets {
            let what = format!("{}, or add `--allow-secret-args`", super::source::STAYS);
            return self.problem(place, what);
        }
        // Values from files and the environment stay out of messages: they may be private.
        let elsewhere = !given.literal && !given.texts.is_empty();
        let place = &if elsewhere { place.hidden() } else { place.clone() };
        if let Some(item) = ty.item() {
            let list = self.list(place, ty, item, given)?;
            return self.non_null(place, ty, list);
        }
        let value = match self.schema.type_named(ty.name()) {
            Some(input) if input.kind == TypeKind::Input => self.input(place, input, given)?,
            Some(named) if named.kind != TypeKind::Scalar || named.scalar != Scalar::Json => {
                self.leaf(place, named, given)?
            }
            _ => self.any(place, given)?,
        };
        self.non_null(place, ty, value)
    }

    /// Reports keys of an object that the server would ignore without an error.
    fn keys(&mut self, place: &Place, of: &Operation, argument: &Argument, value: Option<&Value>) {
        let Some(Value::Object(fields)) = value.filter(|_| !argument.keys.is_empty()) else {
            return;
        };
        for name in fields.keys().filter(|name| !argument.keys.iter().any(|key| key == *name)) {
            let known = argument.keys.iter().map(|key| key.as_ref());
            let meant = did_you_mean(name, known.clone());
            let known = known.map(plain).collect::<Vec<_>>().join(", ");
            let what =
                format!("{} ignores this key; it reads only {known}{meant}", plain(&of.name));
            self.problems.push(place.part(name, argument.secret).problem(what));
        }
    }

    fn non_null(&mut self, place: &Place, ty: TypeRef<'_>, value: Value) -> Option<Value> {
        if value.is_null() && ty.is_non_null() {
            return self.problem(place, format_args!("null is not a valid {}", ty.0));
        }
        Some(value)
    }

    fn list(
        &mut self,
        place: &Place,
        ty: TypeRef<'_>,
        item: TypeRef<'_>,
        mut given: RawArgument,
    ) -> Option<Value> {
        let literal = given.literal;
        let how = "repeat the flag for each item, or pass one JSON array";
        if let Some((part, _)) = given.parts.first() {
            return self
                .problem(&place.part(part, false), format_args!("{} is a list; {how}", ty.0));
        }
        let is_json = |text: &String| text.trim_start().starts_with('[');
        if given.texts.iter().any(is_json) {
            if given.texts.len() > 1 {
                return self.problem(
                    place,
                    format_args!("a JSON array cannot be combined with other values; {how}"),
                );
            }
            match json::from_text(&given.texts.remove(0)) {
                Ok(value) => given.json.push(value),
                Err(error) => {
                    let error = plain(&error.to_string());
                    return self
                        .problem(place, format_args!("not a valid JSON array: {error}; {how}"));
                }
            }
        }
        let items = match given.json.pop() {
            Some(_) if !given.json.is_empty() || !given.texts.is_empty() => {
                return self.twice(place, ty.0);
            }
            Some(Value::Null) => return Some(Value::Null),
            Some(Value::Array(items)) => {
                items.into_iter().map(|item| RawArgument::json(item).literally(literal)).collect()
            }
            Some(other) => {
                let found = json::kind(&other);
                return self.problem(place, format_args!("{found} is not a list ({})", ty.0));
            }
            None => {
                let texts = given.texts.into_iter();
                texts.map(|text| RawArgument::text(text).literally(literal)).collect::<Vec<_>>()
            }
        };
        let mut values = Vec::new();
        for (index, given) in items.into_iter().enumerate() {
            // Read every item, so that every problem is found.
            values.push(self.value(&place.item(index), item, given));
        }
        values.into_iter().collect::<Option<Vec<_>>>().map(Value::Array)
    }

    fn input(&mut self, place: &Place, ty: &Type, mut given: RawArgument) -> Option<Value> {
        let parts = std::mem::take(&mut given.parts);
        let literal = given.literal;
        let whole = match self.one(place, &ty.name, given)? {
            None => None,
            Some(One::Json(value)) => Some(value),
            Some(One::Text(text)) if text.trim_start().starts_with('{') => {
                Some(self.json(place, &text)?)
            }
            Some(One::Text(text)) => {
                let how = match place.is_item() {
                    true => "pass a JSON object for each item",
                    false => "pass a JSON object, or set its fields with flags",
                };
                self.problems
                    .push(place.bad(&text, format_args!("not a valid {}; {how}", ty.name)));
                return None;
            }
        };
        let mut fields: Vec<(&Argument, RawArgument)> = Vec::new();
        match whole {
            Some(Value::Null) if parts.is_empty() => return Some(Value::Null),
            Some(Value::Object(values)) => {
                for (name, value) in values {
                    match ty.input_fields.iter().find(|field| field.name == name) {
                        Some(field) => {
                            fields.push((field, RawArgument::json(value).literally(literal)));
                        }
                        None => self.unknown_field(place, ty, &name),
                    }
                }
            }
            Some(other) => {
                let found = json::kind(&other);
                return self.problem(place, format_args!("{found} is not a {} object", ty.name));
            }
            None => {}
        }
        for (name, given) in parts {
            match names::find(ty.input_fields.iter(), |field| &field.name, &name) {
                None => self.unknown_field(place, ty, &name),
                Some(field) => {
                    match fields.iter_mut().find(|(known, _)| known.name == field.name) {
                        Some((_, known)) => known.absorb(given),
                        None => fields.push((field, given)),
                    }
                }
            }
        }
        for field in ty.input_fields.iter().filter(|field| field.required) {
            if !fields.iter().any(|(given, _)| given.name == field.name) {
                self.problems.push(lacking(&place.part(&field.name, false), field));
            }
        }
        if ty.one_of && fields.len() != 1 {
            self.problems.push(place.problem(format_args!("{} takes exactly one field", ty.name)));
        }
        let mut object = Map::new();
        for (field, given) in fields {
            let place = place.part(&field.name, field.secret);
            if let Some(value) = self.value(&place, field.type_ref(), given) {
                object.insert(field.name.to_string(), value);
            }
        }
        Some(Value::Object(object))
    }

    /// Reads any JSON: there is no type to check.
    fn any(&mut self, place: &Place, mut given: RawArgument) -> Option<Value> {
        let parts = std::mem::take(&mut given.parts);
        let whole = match self.one(place, "JSON value", given)? {
            None => None,
            Some(One::Json(value)) => Some(value),
            Some(One::Text(text)) => Some(self.json(place, &text)?),
        };
        if parts.is_empty() {
            return Some(whole.unwrap_or_default());
        }
        let mut object = match whole {
            None => Map::new(),
            Some(Value::Object(object)) => object,
            Some(other) => {
                let (found, (part, _)) = (json::kind(&other), &parts[0]);
                let what = format!(
                    "`{}` sets a field of an object, but the value is {found}",
                    short(part)
                );
                return self.problem(place, what);
            }
        };
        for (name, mut given) in parts {
            let place = place.part(&name, false);
            if name.is_empty() {
                self.problems.push(place.problem("a name between two dots is empty"));
                continue;
            }
            given.json.extend(object.get(&name).cloned());
            if let Some(value) = self.any(&place, given) {
                object.insert(name, value);
            }
        }
        Some(Value::Object(object))
    }

    fn leaf(&mut self, place: &Place, ty: &Type, given: RawArgument) -> Option<Value> {
        if let Some((part, _)) = given.parts.first() {
            return self
                .problem(&place.part(part, false), format_args!("{} has no fields", ty.name));
        }
        let one = self.one(place, &ty.name, given)??;
        let (shown, read) = match one {
            One::Json(Value::Null) => return Some(Value::Null),
            One::Json(value) => (value.to_string(), json_leaf(ty, value)),
            One::Text(text) => {
                let read = text_leaf(ty, &text);
                (text, read)
            }
        };
        read.map_err(|what| self.problems.push(place.bad(&shown, what))).ok()
    }

    /// The single value that was given, if any. More than one is a problem.
    fn one(&mut self, place: &Place, ty: &str, mut given: RawArgument) -> Option<Option<One>> {
        if given.texts.len() + given.json.len() > 1 {
            return self.twice(place, ty);
        }
        let text = given.texts.pop().map(One::Text);
        Some(text.or_else(|| given.json.pop().map(One::Json)))
    }

    fn json(&mut self, place: &Place, text: &str) -> Option<Value> {
        json::from_text(text)
            .map_err(|error| {
                let error = plain(&error.to_string());
                let what = format!("starts like JSON, but is not valid JSON: {error}");
                self.problems.push(place.problem(what));
            })
            .ok()
    }

    fn unknown_field(&mut self, place: &Place, ty: &Type, name: &str) {
        let fields = ty.input_fields.iter().map(|field| field.name.as_ref());
        let meant = did_you_mean(name, fields);
        let what = format!("{} has no field `{}`{meant}", ty.name, short(name));
        self.problems.push(place.part(name, false).problem(what));
    }

    fn twice<T>(&mut self, place: &Place, ty: &str) -> Option<T> {
        self.problem(place, format_args!("given more than once; expected one {ty}"))
    }

    fn problem<T>(&mut self, place: &Place, what: impl Display) -> Option<T> {
        self.problems.push(place.problem(what));
        None
    }
}

/// Converts a text to a leaf value, or returns what is wrong with it.
fn text_leaf(ty: &Type, text: &str) -> Result<Value, String> {
    if ty.kind == TypeKind::Enum {
        return enum_value(ty, text);
    }
    let number = || read_json(text, Duplicates::Refused).ok().filter(Value::is_number);
    match ty.scalar {
        Scalar::Int => number().map_or_else(|| Err(wanted(ty)), |value| json_leaf(ty, value)),
        Scalar::Float => number().ok_or_else(|| wanted(ty)),
        Scalar::Boolean => text.parse().map(Value::Bool).map_err(|_| wanted(ty)),
        Scalar::Opaque => id(ty, text),
        Scalar::String | Scalar::DateTime | Scalar::Json => Ok(Value::from(text)),
    }
}

/// Checks that a text can be an id: a shell variable that is not set, `jq -r` and Windows leave other texts behind.
fn id(ty: &Type, text: &str) -> Result<Value, String> {
    let is_stray =
        |letter: char| letter.is_whitespace() || letter.is_control() || is_invisible(letter);
    let refused = |why| Err(format!("not a valid {}; {why}", ty.name));
    match text {
        "" => refused("an id is never empty"),
        "null" | "undefined" => refused("programs print a missing value like this"),
        _ if text.contains(is_stray) => refused("an id has no white space or invisible characters"),
        _ => Ok(Value::from(text)),
    }
}

/// Checks a leaf value in JSON, or returns what is wrong with it.
fn json_leaf(ty: &Type, value: Value) -> Result<Value, String> {
    if ty.kind == TypeKind::Enum {
        return enum_value(ty, value.as_str().ok_or_else(|| enum_wanted(ty))?);
    }
    if let (Scalar::Opaque, Some(text)) = (ty.scalar, value.as_str()) {
        return id(ty, text);
    }
    let fits = match ty.scalar {
        Scalar::Int => value.as_i64().is_some_and(|number| i32::try_from(number).is_ok()),
        Scalar::Float => value.is_number(),
        Scalar::Boolean => value.is_boolean(),
        Scalar::String => value.is_string(),
        Scalar::Opaque => value.is_string() || value.is_i64(),
        Scalar::DateTime => value.is_string() || value.is_number(),
        Scalar::Json => true,
    };
    if fits { Ok(value) } else { Err(wanted(ty)) }
}

/// What is wrong with a value that is not of this scalar type.
fn wanted(ty: &Type) -> String {
    let what = match ty.scalar {
        Scalar::Int => "an integer from -2147483648 to 2147483647",
        Scalar::Float => "a number",
        Scalar::Boolean => "true or false",
        Scalar::String => "a string in quotes",
        Scalar::Opaque => "an id: a string in quotes",
        Scalar::DateTime => "a time: a string in quotes",
        Scalar::Json => "any JSON",
    };
    format!("not a valid {}; expected {what}", ty.name)
}

fn enum_value(ty: &Type, text: &str) -> Result<Value, String> {
    let mut names = ty.values.iter().map(|value| value.name.as_str());
    if names.any(|name| name == text) {
        return Ok(Value::from(text));
    }
    let meant = did_you_mean(text, ty.values.iter().map(|value| value.name.as_str()));
    if meant.is_empty() {
        Err(enum_wanted(ty))
    } else {
        Err(format!("not a valid {}{meant}", ty.name))
    }
}

fn enum_wanted(ty: &Type) -> String {
    let names: Vec<&str> = ty.values.iter().map(|value| value.name.as_str()).collect();
    format!("not a valid {}; expected one of {}", ty.name, names.join(", "))
}
