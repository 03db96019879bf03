//! `--as-rows`: what a query lists, in the form that `--rows` of a creation reads.

mod creations;

use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::schema::{Argument, Field, Finder, Operation, Scalar, Schema, Type};
use serde_json::{Map, Value};

use crate::answer::fields;
use crate::answer::format::Format;
use crate::call::compare;
use crate::call::compare::path::{Step, steps, words};
use crate::failure::{Exit, Failure};
use crate::settings::options::Options;
use crate::terminal::output;
use crate::terminal::text::plain;
pub(crate) use creations::creations;
use creations::fitting;

/// The rows that create what a query lists.
pub(crate) struct AsRows<'a> {
    creation: &'a Operation,
    columns: Vec<Column<'a>>,
    /// The list of each object whose items are created, one row for each.
    each: Option<Step<'a>>,
    /// The objects that an item must not belong to: another operation creates those.
    others: Vec<String>,
    /// The arguments that no field shows, each with the reason.
    hidden: Vec<(String, &'static str)>,
    format: Format,
    /// What to select.
    pub(crate) selection: Selection,
}

/// An argument, or a part of one, and where its value is.
struct Column<'a> {
    name: String,
    argument: &'a Argument,
    /// The argument of the query that has the value.
    asked: Option<&'a str>,
    path: Vec<Step<'a>>,
    /// Whether an item without the value is not one that the operation creates.
    is_key: bool,
}

impl<'a> AsRows<'a> {
    /// Finds the columns of a creation in the result of a query.
    ///
    /// # Errors
    ///
    /// Fails if the operation does not create what the query lists, or if the format has no rows.
    pub(crate) fn new(
        schema: &'a Schema,
        query: &'a Operation,
        name: &str,
        options: &Options,
    ) -> Result<Self, Failure> {
        let format = options.format.unwrap_or(Format::Csv);
        if options.jq.is_some() || !matches!(format, Format::Csv | Format::Json | Format::Ndjson) {
            let what = "--as-rows writes whole rows, as -o csv, json or ndjson, without --jq";
            return Err(Failure::usage(what));
        }
        let (creation, ty) = fitting(schema, query, name)?;
        let mut rows = AsRows {
            creation,
            columns: Vec::new(),
            each: None,
            others: Vec::new(),
            hidden: Vec::new(),
            format,
            selection: Selection::new(),
        };
        for argument in &creation.arguments {
            rows.add(schema, query, ty, argument);
        }
        let keys = rows.columns.iter().filter(|column| column.is_key);
        // Items that connect the object with others are created for themselves.
        let mut lists = keys.filter_map(|column| column.path.first());
        let is_other = |field: &Field| {
            let other = schema.type_named(field.type_ref().name());
            other.is_some_and(|other| other.name != ty.name && other.field("id").is_some())
        };
        let each = lists.find(|list| list.is_list() && list.ty.fields.iter().any(is_other));
        rows.each = each.copied();
        if let Some(list) = rows.each {
            let is_covered = |name: &str| {
                let at =
                    |column: &Column<'_>| column.path.get(1).map(|step| step.field.name.clone());
                rows.columns.iter().any(|column| at(column).as_deref() == Some(name))
            };
            let others =
                list.ty.fields.iter().filter(|field| is_other(field) && !is_covered(&field.name));
            rows.others = others.map(|field| field.name.clone()).collect();
        }
        let paths = rows.columns.iter().filter(|column| !column.path.is_empty());
        let mut paths: Vec<String> = paths.map(|column| words(&column.path)).collect();
        let list = rows.each.map(|list| list.field.name.as_str()).unwrap_or_default();
        paths.extend(rows.others.iter().map(|other| format!("{list}.{other}.id")));
        if paths.is_empty() {
            let what = format!("{} shows nothing that {} takes", plain(&query.name), plain(name));
            return Err(Failure::usage(what));
        }
        rows.selection = fields::selection(schema, query, &paths.join(","))?.optional();
        Ok(rows)
    }

    /// Adds the columns of an argument, or why it has none.
    fn add(
        &mut self,
        schema: &'a Schema,
        query: &'a Operation,
        ty: &'a Type,
        argument: &'a Argument,
    ) {
        let (creation, name) = (self.creation, argument.name.as_str());
        let finder = creation.finder.as_ref();
        let pairs =
            |of: fn(&'a Finder) -> &'a [(String, String)]| finder.map_or(&[][..], of).iter();
        let is_stored = creation.stored_in.iter().any(|(part, whole)| {
            let whole = whole.split('.').next().unwrap_or_default();
            part == name
                && steps(schema, ty, whole).is_some_and(|path| path.iter().all(Step::is_leaf))
        });
        let is_lost = creation.losses.iter().any(|loss| loss.given.as_deref() == Some(name));
        let is_secret = argument.secret || creation.secrets.iter().any(|secret| secret == name);
        let why = match () {
            () if is_secret => Some("secret"),
            () if argument.required => None,
            () if is_lost => Some("the server may replace it"),
            () if is_stored || creation.ignores(&[name]) => return,
            () => None,
        };
        if let Some(why) = why {
            return self.hidden.push((plain(name), why));
        }
        let is_finder = finder.is_some_and(|finder| finder.query == query.name);
        let asked = pairs(|finder| &finder.arguments).find(|(_, ours)| is_finder && ours == name);
        let matched = pairs(|finder| &finder.matches);
        let shown = matched.map(|pair| (pair, true));
        let shown = shown.chain(pairs(|finder| &finder.shows).map(|pair| (pair, false)));
        let mut is_found = false;
        for ((path, ours), is_key) in shown {
            let is_part = ours.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'));
            if *ours == *name || is_part {
                let path = steps(schema, ty, path).unwrap_or_default();
                let asked = asked.map(|(theirs, _)| theirs.as_str());
                self.columns.push(Column { name: ours.clone(), argument, asked, path, is_key });
                is_found = true;
            }
        }
        if is_found {
            return;
        }
        let own = steps(schema, ty, name).filter(|path| path.iter().all(Step::is_leaf));
        let (name, path) = (name.to_owned(), own.unwrap_or_default());
        match asked {
            Some((theirs, _)) => {
                let (asked, path) = (Some(theirs.as_str()), Vec::new());
                self.columns.push(Column { name, argument, asked, path, is_key: false });
            }
            None if path.is_empty() => self.hidden.push((plain(&name), "no field shows it")),
            None => {
                self.columns.push(Column { name, argument, asked: None, path, is_key: false });
            }
        }
    }

    /// Writes the rows, and notes what they lack.
    ///
    /// # Errors
    ///
    /// Fails if they cannot be written.
    pub(crate) fn show(
        &self,
        schema: &Schema,
        arguments: &Arguments,
        answer: &str,
    ) -> Result<(), Failure> {
        let objects = match serde_json::from_str(answer).unwrap_or_default() {
            Value::Array(objects) => objects,
            Value::Null => Vec::new(),
            one => vec![one],
        };
        let mut rows = Vec::new();
        let mut several = 0;
        for object in &objects {
            let items = match self.each {
                Some(list) => object[&*list.field.name].as_array().map_or(&[][..], Vec::as_slice),
                None => std::slice::from_ref(&Value::Null),
            };
            rows.extend(
                items
                    .iter()
                    .filter_map(|item| self.row(schema, arguments, object, item, &mut several)),
            );
        }
        // A null would be sent as one.
        let mut given = rows.clone();
        given.iter_mut().for_each(|row| row.retain(|_, value| !value.is_null()));
        let text = match self.format {
            Format::Json => serde_json::to_string_pretty(&given).ok(),
            Format::Ndjson => {
                let lines = given.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>();
                lines.ok().map(|lines| lines.join("\n"))
            }
            _ => self.csv(&rows),
        };
        let text = text.ok_or_else(|| Failure::new(Exit::Partial, "the rows cannot be written"))?;
        if !text.is_empty() {
            output::data(text)?;
        }
        if several > 0 {
            output::note(format_args!("note: {several} values are the first of several"));
        }
        self.tell(&rows);
        Ok(())
    }

    /// Notes which arguments the rows lack.
    fn tell(&self, rows: &[Map<String, Value>]) {
        let name = plain(&self.creation.name);
        let is_required =
            |hidden: &str| self.creation.argument(hidden).is_some_and(|argument| argument.required);
        let (needed, others): (Vec<_>, Vec<_>) =
            self.hidden.iter().partition(|(hidden, _)| is_required(hidden));
        let all = |hidden: Vec<&(String, &str)>| {
            let each = hidden.iter().map(|(hidden, why)| format!("{hidden} ({why})"));
            each.collect::<Vec<_>>().join(", ")
        };
        if !others.is_empty() {
            output::note(format_args!("note: without a column: {}", all(others)));
        }
        if !needed.is_empty() {
            output::note(format_args!(
                "warning: {name} also needs {}: give it with a column or a flag of its own",
                all(needed)
            ));
        }
        for column in self.columns.iter().filter(|column| column.argument.required) {
            let empty = rows.iter().filter(|row| row[&column.name].is_null()).count();
            if empty > 0 {
                output::note(format_args!(
                    "warning: {} is empty in {empty} of {} rows, and {name} needs it",
                    plain(&column.name),
                    rows.len()
                ));
            }
        }
    }

    /// The row of an object, or of an item in it; none if the operation does not create such an item.
    fn row(
        &self,
        schema: &Schema,
        arguments: &Arguments,
        object: &Value,
        item: &Value,
        several: &mut usize,
    ) -> Option<Map<String, Value>> {
        if self.others.iter().any(|other| !item[&**other].is_null()) {
            return None;
        }
        let mut row = Map::new();
        for column in &self.columns {
            let asked = column.asked.and_then(|asked| arguments.value(asked));
            let is_item = |each: Step<'_>| {
                let first = column.path.first();
                first.is_some_and(|first| first.field.name == each.field.name)
            };
            let found = match self.each {
                Some(each) if is_item(each) => value_at(item, &column.path[1..], several),
                _ => value_at(object, &column.path, several),
            };
            let is_of_item = self.each.is_some_and(is_item);
            if is_of_item
                && column.is_key
                && (found.is_null() || asked.is_some_and(|asked| *asked != found))
            {
                return None;
            }
            let value = match asked {
                Some(asked) => asked.clone(),
                None => self.kept(schema, column, found),
            };
            row.insert(column.name.clone(), value);
        }
        Some(row)
    }

    /// A value without what has no value, what the server ignores, and what it does not take.
    fn kept(&self, schema: &Schema, column: &Column<'_>, value: Value) -> Value {
        let shape = column.argument.shape.as_ref();
        let shape = shape.and_then(|shape| schema.shape_named(shape));
        let value = match (value, shape) {
            (Value::Object(keys), Some(shape)) => {
                let takes = |key: &str| {
                    let mut known = shape.input_fields.iter();
                    known.any(|field| field.name == key || field.name == "*")
                };
                Value::Object(keys.into_iter().filter(|(key, _)| takes(key)).collect())
            }
            (value, _) => value,
        };
        if !value.is_object() {
            return value;
        }
        let mut path: Vec<&str> = column.name.split('.').collect();
        compare::kept(self.creation, &mut path, &value).map_or(Value::Null, dense)
    }

    fn csv(&self, rows: &[Map<String, Value>]) -> Option<String> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(self.columns.iter().map(|column| &column.name)).ok()?;
        for row in rows {
            let cell = |column: &Column<'_>| {
                let is_json = column.path.last().is_some_and(|step| {
                    step.is_leaf() && step.ty.scalar == Scalar::Json && step.ty.values.is_empty()
                });
                match &row[&column.name] {
                    Value::Null => String::new(),
                    Value::String(text) if !is_json => text.clone(),
                    other => other.to_string(),
                }
            };
            writer.write_record(self.columns.iter().map(cell)).ok()?;
        }
        let text = String::from_utf8(writer.into_inner().ok()?).ok()?;
        Some(text.trim_end_matches('\n').to_owned())
    }
}

/// The value at a path. Of a list, it is that of the first item; `several` counts the lists with more.
fn value_at(object: &Value, path: &[Step<'_>], several: &mut usize) -> Value {
    let Some((step, rest)) = path.split_first() else { return Value::Null };
    let value = &object[&*step.field.name];
    match value {
        Value::Array(items) if !rest.is_empty() => {
            *several += usize::from(items.len() > 1);
            items.first().map_or(Value::Null, |first| value_at(first, rest, several))
        }
        value if rest.is_empty() => value.clone(),
        value => value_at(value, rest, several),
    }
}

/// A value without nulls. Nothing is left of an object without keys.
fn dense(value: Value) -> Value {
    let Value::Object(keys) = value else { return value };
    let keys = keys.into_iter().map(|(key, value)| (key, dense(value)));
    let kept: Map<String, Value> = keys.filter(|(_, value)| !value.is_null()).collect();
    if kept.is_empty() { Value::Null } else { Value::Object(kept) }
}
