//! The schema table: what the runtime's `schema` module describes, as JSON.
//!
//! Generated code carries it as a file, and whoever reads a schema at run time makes it from the model there:
//! the same rows, read by the same code.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use serde_json::{Map, Value, json};

use crate::model::{
    Access, Argument, EnumValue, Field, Finder, Merge, Model, Operation, Scalar, Type,
};

/// The table of a schema. `made_by` is the command that a reader of the file is told of.
pub fn table(model: &Model, made_by: Option<&str>) -> String {
    // Root types are the operations.
    let types = model.types.iter().filter(|ty| ty.root.is_none());
    let roles = model.roles.iter().map(|(name, permissions)| {
        Row::default().text("name", name).set("permissions", json!(permissions)).end()
    });
    let table = Row::default()
        .option("made_by", made_by)
        .option("version", model.version.as_deref())
        .set("operations", model.operations.iter().map(operation).collect())
        .set("types", types.map(ty).collect())
        .set("roles", roles.collect());
    let mut text = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut text, Lines::default());
    // Keys are text, and memory takes what is written to it.
    table.end().serialize(&mut serializer).expect("JSON is written to memory");
    text.push(b'\n');
    String::from_utf8(text).expect("JSON is UTF-8")
}

/// A row: only what is not as in the row that has nothing.
#[derive(Default)]
struct Row(Map<String, Value>);

impl Row {
    fn set(mut self, name: &str, value: Value) -> Self {
        self.0.insert(name.to_owned(), value);
        self
    }

    fn set_if(self, wanted: bool, name: &str, value: impl FnOnce() -> Value) -> Self {
        if wanted { self.set(name, value()) } else { self }
    }

    fn text(self, name: &str, text: &str) -> Self {
        self.set_if(!text.is_empty(), name, || text.into())
    }

    fn option(self, name: &str, text: Option<&str>) -> Self {
        self.set_if(text.is_some(), name, || text.into())
    }

    fn texts(self, name: &str, texts: &[String]) -> Self {
        self.set_if(!texts.is_empty(), name, || texts.into())
    }

    fn list<T>(self, name: &str, items: &[T], row: impl Fn(&T) -> Value) -> Self {
        self.set_if(!items.is_empty(), name, || items.iter().map(row).collect())
    }

    fn object<T>(self, name: &str, of: Option<&T>, row: impl Fn(&T) -> Value) -> Self {
        match of {
            Some(of) => self.set(name, row(of)),
            None => self,
        }
    }

    fn flag(self, name: &str, value: bool) -> Self {
        self.set_if(value, name, || true.into())
    }

    fn end(self) -> Value {
        Value::Object(self.0)
    }
}

fn operation(operation: &Operation) -> Value {
    let field = &operation.field;
    Row::default()
        .set("kind", json!(operation.kind))
        .text("name", &field.name)
        .text("description", &field.description)
        .list("arguments", &field.arguments, argument)
        .text("ty", &field.ty.to_string())
        .option("deprecated", field.deprecated.as_deref())
        .set("effect", json!(operation.effect))
        .flag("idempotent", operation.idempotent)
        .texts("natural_key", &operation.natural_key)
        .object("finder", operation.finder.as_ref(), finder)
        .object("merge", operation.merge.as_ref(), merge)
        .set_if(operation.access != Access::Unknown, "access", || json!(operation.access))
        .text("trap", &operation.trap)
        .texts("selected", &operation.selected)
        .texts("omitted", &operation.omitted)
        .texts("secrets", &operation.secrets)
        .end()
}

fn finder(finder: &Finder) -> Value {
    Row::default()
        .text("query", &finder.query)
        .set("arguments", json!(finder.arguments))
        .set("matches", json!(finder.matches))
        .end()
}

fn merge(merge: &Merge) -> Value {
    Row::default()
        .text("argument", &merge.argument)
        .text("key", &merge.key)
        .option("hides", merge.hides.as_deref())
        .end()
}

fn argument(argument: &Argument) -> Value {
    let default = argument.default.as_ref().map(ToString::to_string);
    Row::default()
        .text("name", &argument.name)
        .text("description", &argument.description)
        .text("ty", &argument.ty.to_string())
        .option("default", default.as_deref())
        .option("deprecated", argument.deprecated.as_deref())
        .flag("required", argument.required)
        .flag("secret", argument.secret)
        .texts("finders", &argument.finders)
        .texts("keys", &argument.keys)
        .end()
}

fn ty(ty: &Type) -> Value {
    // What a type of the caller's looks like, nobody here knows: as JSON.
    let known = !matches!(ty.scalar, Scalar::Json | Scalar::Rust(_));
    Row::default()
        .text("name", &ty.name)
        .set("kind", json!(ty.kind))
        .text("description", &ty.description)
        .list("fields", &ty.fields, field)
        .list("input_fields", &ty.input_fields, argument)
        .list("values", &ty.values, value)
        .texts("members", &ty.members)
        .flag("one_of", ty.one_of)
        .set_if(known, "scalar", || json!(ty.scalar))
        .end()
}

fn field(field: &Field) -> Value {
    Row::default()
        .text("name", &field.name)
        .text("description", &field.description)
        .text("ty", &field.ty.to_string())
        .list("arguments", &field.arguments, argument)
        .option("deprecated", field.deprecated.as_deref())
        .flag("selected", field.selected)
        .flag("secret", field.secret)
        .end()
}

fn value(value: &EnumValue) -> Value {
    Row::default()
        .text("name", &value.name)
        .text("description", &value.description)
        .option("deprecated", value.deprecated.as_deref())
        .end()
}

/// The table, its lists, their operations and types, and the lists in these: what is within stands on one line.
const LINES: usize = 4;

/// A line for each argument, field and value: what a review of a change wants to see.
#[derive(Default)]
struct Lines {
    depth: usize,
}

impl Lines {
    fn begin<W: ?Sized + io::Write>(&mut self, writer: &mut W, bracket: &str) -> io::Result<()> {
        self.depth += 1;
        writer.write_all(bracket.as_bytes())
    }

    fn next<W: ?Sized + io::Write>(&self, writer: &mut W, first: bool) -> io::Result<()> {
        match (first, self.depth <= LINES) {
            (true, true) => self.line(writer),
            (true, false) => Ok(()),
            (false, true) => writer.write_all(b",").and_then(|()| self.line(writer)),
            (false, false) => writer.write_all(b", "),
        }
    }

    fn end<W: ?Sized + io::Write>(&mut self, writer: &mut W, bracket: &str) -> io::Result<()> {
        let broken = self.depth <= LINES;
        self.depth -= 1;
        if broken {
            self.line(writer)?;
        }
        writer.write_all(bracket.as_bytes())
    }

    fn line<W: ?Sized + io::Write>(&self, writer: &mut W) -> io::Result<()> {
        write!(writer, "\n{:1$}", "", self.depth * 2)
    }
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.begin(writer, "[")
    }

    fn begin_array_value<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.next(writer, first)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.end(writer, "]")
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.begin(writer, "{")
    }

    fn begin_object_key<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.next(writer, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.end(writer, "}")
    }
}
