//! The given values of a call, compared with those of an object.

pub(in crate::call) mod path;
pub(crate) mod same;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::fmt;

use houston_client::arguments::Arguments;
use houston_client::schema::{Field, Finder, Operation, Schema, Type};
use serde_json::{Map, Value};

use crate::terminal::text::{plain, short, words_of};
use path::{Step, steps};
use same::{Likeness, has_no_value, likeness};

/// What was given, and where an object shows it.
#[derive(Debug, Default)]
pub(crate) struct Given<'a> {
    values: Vec<Compared<'a>>,
    /// The fields that identify the object.
    identity: Vec<(Vec<Step<'a>>, Value)>,
    /// What no field shows.
    hidden: Vec<String>,
    /// What the server may replace.
    pub(crate) replaced: Vec<String>,
}

/// A given value, and where an object shows it.
#[derive(Debug)]
struct Compared<'a> {
    /// The path of the argument.
    given: String,
    path: Vec<Step<'a>>,
    /// The keys below the last field, which is JSON.
    keys: Vec<String>,
    value: Value,
}

/// How an object compares with what was given.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Comparison {
    /// How many values were compared.
    pub(crate) compared: usize,
    pub(crate) differences: Vec<Difference>,
    /// What the object does not show.
    pub(crate) hidden: Vec<String>,
}

/// A value that is not the given one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    given: String,
    wanted: String,
    found: String,
}

impl Difference {
    /// Its parts, for a list.
    pub(crate) fn listed(&self) -> String {
        format!("{}: wanted {}, found {}", self.given, self.wanted, self.found)
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Difference { given, wanted, found, .. } = self;
        write!(formatter, "{given} is {found}, and {wanted} was given")
    }
}

/// The given values that a call's own answer shows otherwise.
pub(crate) fn lost(
    schema: &Schema,
    operation: &Operation,
    arguments: &Arguments,
    answer: &Value,
) -> Vec<Difference> {
    let Some(ty) = schema.type_named(operation.type_ref().name()) else { return Vec::new() };
    let given = Reader::read(schema, ty, operation, None, arguments);
    let is_shown = |one: &&Compared<'_>| {
        one.path.first().is_some_and(|step| operation.can_answer(&step.field.name))
    };
    let mut lost = Comparison::default();
    for one in given.values.iter().filter(is_shown) {
        // The caller may not have selected it.
        let _ = one.compare(answer, &[], &mut lost);
    }
    lost.differences
}

/// The given values, by where an object of the finder shows them: arguments, and keys of JSON arguments, with the name of
/// a field, or with another place that the finder knows. Secrets are not compared, nor what the server ignores or may
/// replace.
pub(crate) fn given<'a>(
    schema: &'a Schema,
    query: &Operation,
    operation: &Operation,
    arguments: &Arguments,
) -> Given<'a> {
    match schema.type_named(query.type_ref().name()) {
        Some(ty) => Reader::read(schema, ty, operation, operation.finder.as_ref(), arguments),
        None => Given::default(),
    }
}

/// The operation with the facts of a call with these arguments.
pub(crate) fn with<'o>(operation: &'o Operation, arguments: &Arguments) -> Cow<'o, Operation> {
    operation.with(|name| is_given(arguments, name))
}

/// Whether an argument has a value that is not empty.
pub(crate) fn is_given(arguments: &Arguments, name: &str) -> bool {
    arguments.value(name).is_some_and(|value| !value.is_null() && value != "")
}

/// Whether a type has the fields of a path.
pub(crate) fn shows(schema: &Schema, ty: &Type, path: &str) -> bool {
    steps(schema, ty, path).is_some()
}

/// The value at the path of an argument, or of a key in it.
pub(crate) fn value_at<'v>(arguments: &'v Arguments, path: &str) -> Option<&'v Value> {
    let mut names = path.split('.');
    let first = names.next().and_then(|name| arguments.value(name))?;
    names.try_fold(first, |value, name| value.get(name))
}

struct Reader<'s, 'a> {
    schema: &'a Schema,
    ty: &'a Type,
    operation: &'s Operation,
    /// None for the call's own answer, where everything counts that was given.
    finder: Option<&'s Finder>,
    given: Given<'a>,
}

impl<'a> Reader<'_, 'a> {
    fn read(
        schema: &'a Schema,
        ty: &'a Type,
        operation: &Operation,
        finder: Option<&Finder>,
        arguments: &Arguments,
    ) -> Given<'a> {
        let mut reader = Reader { schema, ty, operation, finder, given: Given::default() };
        for (path, ours) in finder.iter().flat_map(|finder| &finder.matches) {
            if let (Some(path), Some(value)) = (steps(schema, ty, path), value_at(arguments, ours))
            {
                reader.given.identity.push((path, value.clone()));
            }
        }
        for set in arguments.iter() {
            let name = &*set.name;
            let is_replaced =
                operation.losses.iter().any(|loss| loss.given.as_deref() == Some(name));
            // The server keeps what it has.
            let is_null = finder.is_some() && set.value.is_null();
            let is_secret = operation.secrets.iter().any(|secret| secret == name);
            match reader.is_asked(name) {
                true => {}
                false if is_replaced && finder.is_some() => {
                    reader.given.replaced.push(plain(name));
                }
                false if is_secret || is_null => reader.given.hidden.push(plain(name)),
                false => reader.argument(name, &set.value),
            }
        }
        reader.given
    }

    /// Whether the query was asked for the value of an argument, or its rows were chosen by it.
    fn is_asked(&self, name: &str) -> bool {
        let mut pairs =
            self.finder.iter().flat_map(|finder| finder.arguments.iter().chain(&finder.matches));
        pairs.any(|(_, ours)| ours == name)
    }

    /// The path of the field that shows a given value under another name.
    fn shown(&self, given: &[&str]) -> Option<Vec<Step<'a>>> {
        let shows = &self.finder?.shows;
        let (path, _) = shows.iter().find(|(_, ours)| ours.split('.').eq(given.iter().copied()))?;
        steps(self.schema, self.ty, path)
    }

    fn argument(&mut self, name: &str, value: &Value) {
        let mut given = vec![name];
        let kept = match self.finder {
            Some(_) => kept(self.operation, &mut given, value),
            None => Some(value.clone()),
        };
        let Some(value) = kept else { return };
        let shown = self.shown(&given);
        match (shown.or_else(|| steps(self.schema, self.ty, name)), value) {
            (Some(path), value) => self.add(&given, &path, value),
            (None, Value::Object(keys)) => self.payload(name, keys),
            (None, _) => self.given.hidden.push(plain(name)),
        }
    }

    /// Adds the keys of a JSON argument that are fields of the object.
    fn payload(&mut self, name: &str, keys: Map<String, Value>) {
        let shape = self.operation.argument(name).and_then(|argument| argument.shape.as_ref());
        let shape = shape.and_then(|shape| self.schema.shape_named(shape));
        let is_known = |key: &str| {
            shape.is_some_and(|shape| shape.input_fields.iter().any(|known| known.name == key))
        };
        for (key, value) in keys {
            let given = [name, &key];
            let shown = self.shown(&given);
            let own = steps(self.schema, self.ty, &key).filter(|_| is_known(&key));
            match shown.or(own) {
                Some(path) => self.add(&given, &path, value),
                None => self.given.hidden.push(words(&given)),
            }
        }
    }

    /// Adds a value, or the parts of an object.
    fn add(&mut self, given: &[&str], path: &[Step<'a>], value: Value) {
        let Some(last) = path.last().filter(|_| !is_empty(&value)) else { return };
        match value {
            value if last.is_leaf() || value.is_null() => {
                let (given, path) = (words(given), path.to_vec());
                self.given.values.push(Compared { given, path, keys: Vec::new(), value });
            }
            Value::Object(parts) => {
                for (key, value) in parts {
                    let given = [given, &[&key]].concat();
                    match steps(self.schema, last.ty, &key) {
                        Some(step) => self.add(&given, &[path, &step].concat(), value),
                        None => self.elsewhere(&given, value),
                    }
                }
            }
            value => self.elsewhere(given, value),
        }
    }

    /// Adds a value that its own field does not show: the server may store it in another argument.
    fn elsewhere(&mut self, given: &[&str], value: Value) {
        let (argument, rest) = given.split_first().unwrap_or((&"", &[]));
        let stored = self.operation.stored_in.iter().find(|(part, _)| part == argument);
        let whole = stored.and_then(|(_, whole)| whole.split_once('.'));
        let path = whole.and_then(|(whole, _)| steps(self.schema, self.ty, whole));
        match (path, whole) {
            (Some(path), Some((_, below))) if path.iter().all(Step::is_leaf) => {
                let keys =
                    below.split('.').chain(rest.iter().copied()).map(str::to_owned).collect();
                let given = words(given);
                self.given.values.push(Compared { given, path, keys, value });
            }
            _ => self.given.hidden.push(words(given)),
        }
    }
}

/// A value without what the server ignores.
pub(in crate::call) fn kept<'p>(
    operation: &Operation,
    path: &mut Vec<&'p str>,
    value: &'p Value,
) -> Option<Value> {
    if operation.ignores(path) {
        return None;
    }
    let Value::Object(keys) = value else { return Some(value.clone()) };
    let mut all = Map::new();
    for (key, value) in keys {
        path.push(key);
        all.extend(kept(operation, path, value).map(|value| (key.clone(), value)));
        path.pop();
    }
    Some(Value::Object(all))
}

/// Whether a value gives nothing: an object without keys, or of such objects.
fn is_empty(value: &Value) -> bool {
    value.as_object().is_some_and(|keys| keys.values().all(is_empty))
}

/// The path of a given value.
fn words(given: &[&str]) -> String {
    given.iter().map(|name| short(name)).collect::<Vec<_>>().join(".")
}

impl Given<'_> {
    /// The fields to select for the comparison, as for `--fields`.
    pub(crate) fn fields(&self) -> Vec<String> {
        self.values.iter().map(|one| path::words(&one.path)).collect()
    }

    /// The fields that identify an object, as for `--fields`.
    pub(crate) fn identity(&self) -> Vec<String> {
        self.identity.iter().map(|(path, _)| path::words(path)).collect()
    }

    /// Moves to the hidden values what a server cannot show that lacks these fields, each as `Type.field`.
    pub(crate) fn without(&mut self, lacking: &[String]) {
        let is_lacking =
            |step: &Step<'_>| lacking.contains(&format!("{}.{}", step.of.name, step.field.name));
        let gone = self.values.extract_if(.., |one| one.path.iter().any(is_lacking));
        self.hidden.extend(gone.map(|one| one.given));
    }

    /// How an object compares with what identifies it; `None` if it cannot be read.
    pub(crate) fn fits(&self, object: &Value) -> Option<Likeness> {
        path::fits(object, &self.pairs())
    }

    /// Compares an object; `None` if it cannot be read, or shows a value in another form.
    pub(crate) fn compare(&self, object: &Value) -> Option<Comparison> {
        let hidden = [&self.replaced[..], &self.hidden].concat();
        let mut comparison = Comparison { hidden, ..Comparison::default() };
        let pairs = self.pairs();
        for one in &self.values {
            one.compare(object, &pairs, &mut comparison)?;
        }
        Some(comparison)
    }

    fn pairs(&self) -> Vec<path::Pair<'_, '_>> {
        self.identity.iter().map(|(path, wanted)| (&path[..], wanted)).collect()
    }
}

impl Compared<'_> {
    fn compare(
        &self,
        object: &Value,
        identity: &[path::Pair<'_, '_>],
        to: &mut Comparison,
    ) -> Option<()> {
        let mut found = path::values(object, &self.path, identity)?;
        if let ([whole], false) = (&found[..], self.keys.is_empty()) {
            let value = self.keys.iter().try_fold(*whole, |value, key| value.get(key));
            let Some(value) = value else {
                to.hidden.push(self.given.clone());
                return Some(());
            };
            found = vec![value];
        }
        to.compared += 1;
        let field = self.path.last()?.field;
        let is_there = |found: &&Value| likeness(field, &self.value, found) == Likeness::Same;
        if found.iter().any(is_there) {
            return Some(());
        }
        let found = found.first().map_or(&Value::Null, |found| *found);
        self.differ(field, &self.given, &self.value, found, to)
    }

    /// Adds the differences. An object may have more keys than were given. `None` if it is not clear whether two values
    /// are the same.
    fn differ(
        &self,
        field: &Field,
        given: &str,
        wanted: &Value,
        found: &Value,
        to: &mut Comparison,
    ) -> Option<()> {
        if let (Value::Object(wanted), Value::Object(found)) = (wanted, found) {
            for (key, value) in wanted {
                let given = format!("{given}.{}", short(key));
                let found = found.get(key).unwrap_or(&Value::Null);
                self.differ(field, &given, value, found, to)?;
            }
            return Some(());
        }
        match likeness(field, wanted, found) {
            Likeness::Same => {}
            Likeness::Unclear => return None,
            Likeness::Other => {
                let shown = |value: &Value| match value {
                    value if has_no_value(value) && !value.is_boolean() && !value.is_number() => {
                        "empty".to_owned()
                    }
                    value => short(&words_of(value)),
                };
                let (wanted, found) = (shown(wanted), shown(found));
                let given = given.to_owned();
                to.differences.push(Difference { given, wanted, found });
            }
        }
        Some(())
    }
}
