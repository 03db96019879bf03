//! Converts what was given to the schema's types. Nothing is guessed, and every problem is reported.

use std::fmt::Display;

use houston_client::schema::{Argument, Operation, Scalar, Schema, Type, TypeKind, TypeRef};
use serde_json::{Map, Value};

use super::digits;
use super::items;
use super::keys;
use super::leaf;
use super::place::{LookUp, Place, a};
use super::problem::Problem;
use super::raw::{Origin, RawArgument};
use super::source::{FIND, LITERAL, for_document};
use super::template::{self, Filler};
use super::untyped;
use super::written::Written;
use crate::terminal::text::{plain, short};

/// Reads the values of a call.
pub(super) struct Reader<'s> {
    pub(super) schema: &'s Schema,
    pub(super) operation: &'s Operation,
    pub(super) problems: Vec<Problem>,
    pub(super) lookups: Vec<LookUp>,
    /// Whether secrets are allowed on the command line.
    pub(super) allow_secrets: bool,
    /// Whether one item stands for a list of one, as in GraphQL.
    pub(super) is_graphql: bool,
    /// The cells to fill in.
    pub(super) filler: Filler<'s>,
}

/// One value, as given.
enum One {
    Text(String),
    Written(Written),
}

impl<'s> Reader<'s> {
    pub(super) fn new(schema: &'s Schema, operation: &'s Operation) -> Self {
        let (problems, lookups) = (Vec::new(), Vec::new());
        let (allow_secrets, is_graphql) = (false, false);
        let filler = Filler::default();
        Reader { schema, operation, problems, lookups, allow_secrets, is_graphql, filler }
    }

    /// Returns the value, or records its problems.
    pub(super) fn value(
        &mut self,
        place: &Place,
        ty: TypeRef<'_>,
        given: RawArgument,
    ) -> Option<Value> {
        if let Some(unread) = given.unread {
            return self.problem(place, unread.said(leaf::nothing(self.schema, ty, place.secret)));
        }
        if place.secret && given.origin == Origin::CommandLine && !self.allow_secrets {
            let what = format!("{}, or add `--allow-secret-args`", super::source::STAYS);
            return self.problem(place, what);
        }
        // Values from files and the environment stay out of messages: they may be private.
        let hidden =
            (given.origin == Origin::Elsewhere && !given.texts.is_empty()).then(|| place.hidden());
        let place = hidden.as_ref().unwrap_or(place);
        let words = given.look_up(!place.finders.is_empty());
        if let Some(words) = words.filter(|_| ty.item().is_none()) {
            return self.look_up(place, words);
        }
        if let Some(item) = ty.item() {
            let list = self.list(place, ty, item, given)?;
            return self.non_null(place, ty, list);
        }
        let value = match self.schema.shape_named(ty.name()) {
            Some(input) if input.kind == TypeKind::Input => self.input(place, input, given)?,
            Some(named) if named.kind != TypeKind::Scalar || named.scalar != Scalar::Json => {
                self.leaf(place, named, given)?
            }
            _ => self.any(place, given)?,
        };
        self.non_null(place, ty, value)
    }

    /// Records a look-up. Until it is done, its words are the value.
    fn look_up(&mut self, place: &Place, words: String) -> Option<Value> {
        if place.finders.is_empty() {
            let what = format!("`{FIND}` is not supported here; {LITERAL}");
            return self.problem(place, what);
        }
        match self.filler.look_up(place.look_up(words)) {
            Ok(lookup) => {
                let value = Value::from(format!("{FIND}{}", lookup.words));
                self.lookups.push(lookup);
                Some(value)
            }
            Err(what) => self.problem(place, what),
        }
    }

    fn non_null(&mut self, place: &Place, ty: TypeRef<'_>, value: Value) -> Option<Value> {
        if value.is_null() && ty.is_non_null() {
            return match self.schema.shapes.iter().any(|shape| shape.name == ty.name()) {
                true => self.problem(place, "null is not a valid value here"),
                false => self.problem(place, format_args!("null is not a valid {}", ty.0)),
            };
        }
        Some(value)
    }

    /// Whether the overlay alone knows the type, so that its name says little to the user.
    fn is_shape(&self, ty: &Type) -> bool {
        self.schema.type_named(&ty.name).is_none()
    }

    fn list(
        &mut self,
        place: &Place,
        ty: TypeRef<'_>,
        item: TypeRef<'_>,
        mut given: RawArgument,
    ) -> Option<Value> {
        let origin = given.origin;
        let how = "repeat the flag for each item, or pass one JSON array";
        if let Some((part, _)) = given.parts.first() {
            return self
                .problem(&place.part(part, false), format_args!("{} is a list; {how}", ty.0));
        }
        if given.texts.iter().any(|text| text.trim().is_empty()) {
            let what = "an empty text is not a list; to pass an empty list, write `[]`";
            return self.problem(place, what);
        }
        if given.texts.iter().any(|text| items::is_document(text)) {
            if given.texts.len() > 1 {
                let what = format!("a JSON array cannot be combined with other values; {how}");
                return self.problem(place, what);
            }
            match items::document(&given.texts.remove(0)) {
                Ok(value) if origin == Origin::Cell => given.json.push(value.data()),
                Ok(value) => given.json.push(value),
                Err(what) => return self.problem(place, format_args!("{what}; {how}")),
            }
        }
        given.texts.extend(given.find.take().map(|words| format!("{FIND}{words}")));
        let items = match given.json.pop() {
            Some(_) if !given.json.is_empty() || !given.texts.is_empty() => {
                return self.twice(place, ty.0);
            }
            Some(Written::Null) => return Some(Value::Null),
            Some(Written::List(items)) => {
                items.into_iter().map(|item| RawArgument::json(item).from(origin)).collect()
            }
            Some(one) if self.is_graphql => vec![RawArgument::json(one)],
            Some(other) => {
                let found = other.kind();
                return self.problem(place, format_args!("{found} is not a list ({})", ty.0));
            }
            None => {
                let mut items = Vec::new();
                for text in given.texts {
                    let is_template = self.filler.fills(origin);
                    match items::of_text(self.schema, item, text, is_template) {
                        Ok(texts) => items.extend(texts),
                        Err(what) => return self.problem(place, format_args!("{what}; {how}")),
                    }
                }
                let items = items.into_iter();
                items.map(|text| RawArgument::of_item(text, origin)).collect::<Vec<_>>()
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
        let mut parts = std::mem::take(&mut given.parts);
        let origin = given.origin;
        let whole = match self.one(place, &ty.name, given)? {
            None => None,
            Some(One::Written(value)) => Some(value),
            Some(One::Text(text)) if text.trim_start().starts_with('{') => {
                Some(self.json(place, &text, origin)?)
            }
            Some(One::Text(text)) if text.contains('=') && origin != Origin::Cell => {
                match items::pairs(&text, &ty.input_fields) {
                    Ok(pairs) => parts.extend(
                        pairs
                            .into_iter()
                            .map(|(name, text)| (name, RawArgument::of_item(text, origin))),
                    ),
                    // The names in it may be parts of a secret.
                    Err(_) if place.secret => {
                        let what = format!(
                            "cannot read the pairs NAME=VALUE; {}",
                            keys::how(&ty.input_fields)
                        );
                        return self.problem(place, what);
                    }
                    Err(what) => return self.problem(place, what),
                }
                None
            }
            Some(One::Text(text)) => {
                let how = match place.is_item() {
                    _ if origin == Origin::Cell => "write a JSON object",
                    true => "pass NAME=VALUE,… or a JSON object for each item",
                    false => "pass a JSON object, or set its fields with flags",
                };
                let what = match self.is_shape(ty) {
                    true => format!("not an object; {how}"),
                    false => format!("not a valid {}; {how}", ty.name),
                };
                self.problems.push(place.bad(&text, what));
                return None;
            }
        };
        let mut fields: Vec<(String, &Argument, RawArgument)> = Vec::new();
        match whole {
            Some(Written::Null) if parts.is_empty() => return Some(Value::Null),
            Some(Written::Object(values)) => {
                for (name, value) in values {
                    if let Some((name, field)) = self.key(place, ty, &name, true) {
                        fields.push((name, field, RawArgument::json(value).from(origin)));
                    }
                }
            }
            Some(other) => {
                let name = if self.is_shape(ty) { "an" } else { &a(&ty.name) };
                return self.problem(place, format_args!("{} is not {name} object", other.kind()));
            }
            None => {}
        }
        for (name, given) in parts {
            let Some((name, field)) = self.key(place, ty, &name, false) else { continue };
            match fields.iter_mut().find(|(known, ..)| *known == name) {
                Some((.., known)) => known.absorb(given),
                None => fields.push((name, field, given)),
            }
        }
        for field in ty.input_fields.iter().filter(|field| field.required) {
            if !fields.iter().any(|(given, ..)| *given == field.name) {
                self.problems.push(place.part(&field.name, false).lacking(field));
            }
        }
        if ty.one_of && fields.len() != 1 {
            self.problems.push(place.problem(format_args!("{} takes exactly one field", ty.name)));
        }
        let mut object = Map::new();
        for (name, field, given) in fields {
            let place = place.field(&name, field);
            if let Some(value) = self.value(&place, field.type_ref(), given) {
                object.insert(name, value);
            }
        }
        Some(Value::Object(object))
    }

    /// Reads any JSON: there is no type to check.
    fn any(&mut self, place: &Place, mut given: RawArgument) -> Option<Value> {
        if let Some(unread) = given.unread {
            return self.problem(place, unread.said(""));
        }
        let parts = std::mem::take(&mut given.parts);
        let origin = given.origin;
        let whole = match self.one(place, "JSON value", given)? {
            None => None,
            Some(One::Written(value)) => Some(value),
            Some(One::Text(text)) if text.trim_start().starts_with(['{', '[', '"']) => {
                Some(self.json(place, &text, origin)?)
            }
            Some(One::Text(text)) => match digits::word(&text) {
                Written::Text(text) if parts.is_empty() => {
                    let text = self.filler.text(origin, text);
                    return text
                        .map_or_else(|what| self.problem(place, what), |text| Some(text.into()));
                }
                word => Some(word),
            },
        };
        let whole = match whole.map(|whole| self.filler.written(origin, whole)).transpose() {
            Ok(whole) => whole,
            Err(what) => return self.problem(place, what),
        };
        if parts.is_empty() {
            return untyped::value(place, whole.unwrap_or(Written::Null), &mut self.problems);
        }
        let fields = match whole {
            None => Vec::new(),
            Some(Written::Object(fields)) => fields,
            Some(other) => {
                let (found, (part, _)) = (other.kind(), &parts[0]);
                let what = "sets a field of an object, but the value is";
                return self.problem(place, format_args!("`{}` {what} {found}", short(part)));
            }
        };
        // Its cells are filled in.
        let whole = |(name, value)| (name, RawArgument::json(value).from(Origin::Cell));
        let mut given: Vec<(String, RawArgument)> = fields.into_iter().map(whole).collect();
        for (name, part) in parts {
            match given.iter_mut().find(|(known, _)| *known == name) {
                Some((_, known)) => known.absorb(part),
                None => given.push((name, part)),
            }
        }
        let mut object = Map::new();
        for (name, given) in given {
            let place = place.part(&name, false);
            if name.is_empty() {
                self.problems.push(place.problem("a name between two dots is empty"));
            } else if let Some(value) = self.any(&place, given) {
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
        let origin = given.origin;
        let one = match self.one(place, &ty.name, given)?? {
            One::Written(Written::Null) => return Some(Value::Null),
            One::Written(value) => self.filler.written(origin, value).map(One::Written),
            One::Text(text) => self.filler.text(origin, text).map(One::Text),
        };
        let (shown, read) = match one {
            Err(what) => return self.problem(place, what),
            Ok(One::Written(value)) => (value.to_string(), leaf::of_written(ty, &value)),
            Ok(One::Text(text)) => {
                let read = leaf::of_text(ty, &text);
                (text, read)
            }
        };
        let refused = |what| match place.bad(&shown, what) {
            // Another schema may have the value.
            problem if ty.kind == TypeKind::Enum => self.problems.push(problem.unknown()),
            problem => self.problems.push(problem),
        };
        read.map_err(refused).ok()
    }

    /// The single value that was given, if any. More than one is a problem.
    fn one(&mut self, place: &Place, ty: &str, mut given: RawArgument) -> Option<Option<One>> {
        if given.find.is_some() || given.texts.len() + given.json.len() > 1 {
            return self.twice(place, ty);
        }
        let text = given.texts.pop().map(One::Text);
        Some(text.or_else(|| given.json.pop().map(One::Written)))
    }

    /// Reads JSON. A text of a flag that is not JSON may be a template.
    fn json(&mut self, place: &Place, text: &str, origin: Origin) -> Option<Written> {
        let read = Written::json(text);
        if read.is_err() && self.filler.fills(origin) && template::can_be(text) {
            let filled = self.filler.text(origin, text.to_owned());
            return match filled {
                Ok(filled) => Some(Written::Text(for_document(filled))),
                Err(what) => self.problem(place, what),
            };
        }
        read.map(|read| if origin == Origin::Cell { read.data() } else { read })
            .map_err(|error| {
                let error = plain(&error.to_string());
                let what = format!("starts like JSON, but is not valid JSON: {error}");
                self.problems.push(place.problem(what));
            })
            .ok()
    }

    /// The field that a key of an object stands for. Records what is wrong with the key.
    fn key<'t>(
        &mut self,
        place: &Place,
        ty: &'t Type,
        name: &str,
        exact: bool,
    ) -> Option<(String, &'t Argument)> {
        let reads = self.is_shape(ty).then_some(&*self.operation.name);
        let found = keys::key(self.schema, ty, name, exact, reads);
        let unknown = |what| self.problems.push(place.part(name, false).problem(what).unknown());
        found.map_err(unknown).ok()
    }

    fn twice<T>(&mut self, place: &Place, ty: &str) -> Option<T> {
        self.problem(place, format_args!("given more than once; expected one {ty}"))
    }

    fn problem<T>(&mut self, place: &Place, what: impl Display) -> Option<T> {
        self.problems.push(place.problem(what));
        None
    }
}
