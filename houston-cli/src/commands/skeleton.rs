//! `houston skeleton OPERATION`: writes a document to fill in, for `--input`.

use clap::Args;
use houston_client::schema::{Argument, OperationKind, Scalar, Schema, TypeKind, TypeRef};
use serde_json::{Map, Value, json};

use crate::answer::format::{self, Format};
use crate::arguments;
use crate::failure::Failure;
use crate::schema::{self, BuiltIn, names, versions};
use crate::settings::options::{Facts, SchemaChoice};
use crate::terminal::output;
use crate::terminal::text::{plain, short};

/// Write a document with an operation's arguments to fill in, for --input
#[derive(Args)]
#[command(mut_arg("output", |output| output.help("Output format: yaml, with optional arguments as comments, or json, with required arguments")))]
pub(crate) struct Skeleton {
    /// Name of a query or mutation
    #[arg(value_name = "OPERATION")]
    name: String,
    /// Write only required arguments
    #[arg(long)]
    required: bool,
    #[command(flatten)]
    schema: SchemaChoice,
    #[command(flatten)]
    output: Facts,
}

pub(crate) fn run(built_in: BuiltIn, skeleton: Skeleton) -> Result<(), Failure> {
    let loaded = schema::of(built_in, &skeleton.schema.into())?;
    schema::say(&loaded);
    let schema = &*loaded.schema;
    let name = &*skeleton.name;
    let found = names::operations(schema, None, name);
    let Some(operation) = found.iter().find(|row| row.kind != OperationKind::Subscription) else {
        let meant = versions::did_you_mean(schema, name, schema.operations.names());
        let what = format!("unknown query or mutation `{}`{meant}", short(name));
        let unknown = Failure::usage(what).help("List every operation with `houston list`.");
        return Err(versions::failure(name, &loaded, unknown));
    };
    let operation = &*arguments::relaxed(operation);
    let wanted = |argument: &&Argument| argument.required || !skeleton.required;
    let format = skeleton.output.format.filter(|format| *format != Format::Yaml);
    let is_json = format.is_some();
    // A placeholder that is left in place is sent, and JSON has no comments.
    let wanted = |argument: &&Argument| wanted(argument) && (argument.required || !is_json);
    let arguments: Vec<&Argument> = operation.arguments.iter().filter(wanted).collect();
    let values = placeholders(schema, &arguments);
    if let Some(format) = format {
        let pairs = arguments.iter().map(|argument| argument.name.clone()).zip(values);
        return output::facts(format, &Value::Object(pairs.collect()));
    }
    let mut lines = Vec::new();
    for (argument, value) in arguments.into_iter().zip(values) {
        let required = if argument.required { ", required" } else { "" };
        let about = plain(&argument.description);
        let about = if about.is_empty() { about } else { format!(" - {about}") };
        lines.push(format!("# {}{required}{about}", plain(&argument.ty)));
        let pair = json!({ argument.name.as_str(): value });
        let written =
            format::write(Format::Yaml, &[&pair.to_string()], format::Screen::default(), None)?;
        let mark = if argument.required { "" } else { "# " };
        let text = written.text.unwrap_or_default();
        lines.extend(text.lines().map(|line| format!("{mark}{line}")));
    }
    if lines.is_empty() {
        lines.push("{}".to_owned());
    }
    output::data(lines.join("\n"))
}

/// A placeholder for an argument.
pub(crate) fn placeholder(schema: &Schema, argument: &Argument) -> Value {
    placeholders(schema, &[argument]).pop().unwrap_or_default()
}

/// The most fields of input objects in a document.
const MOST_FIELDS: usize = 1_000;

/// The most levels of input objects in a document.
const MOST_LEVELS: usize = 32;

/// A placeholder for each argument, with as many levels of input objects as the document may have.
fn placeholders(schema: &Schema, arguments: &[&Argument]) -> Vec<Value> {
    let mut deepest = Vec::new();
    for levels in 0..=MOST_LEVELS {
        let mut writer = Writer { schema, path: Vec::new(), left: MOST_FIELDS, is_cut: false };
        let values = arguments.iter().map(|argument| writer.value(argument.type_ref(), levels));
        match values.collect() {
            Some(values) if writer.is_cut => deepest = values,
            Some(values) => return values,
            None => break,
        }
    }
    output::note(format_args!(
        "note: a document has at most {MOST_FIELDS} fields in {MOST_LEVELS} levels: the objects below are left empty"
    ));
    deepest
}

/// Writes placeholders.
struct Writer<'s> {
    schema: &'s Schema,
    /// The input objects around the current place.
    path: Vec<&'s str>,
    /// How many more fields of input objects to write.
    left: usize,
    /// Whether an input object was left empty because of the levels.
    is_cut: bool,
}

impl Writer<'_> {
    /// A placeholder for a value of the type, with this many levels of input objects; none if it has too many fields.
    fn value(&mut self, ty: TypeRef<'_>, levels: usize) -> Option<Value> {
        if let Some(item) = ty.item() {
            return Some(json!([self.value(item, levels)?]));
        }
        let Some(named) = self.schema.type_named(ty.name()) else { return Some(Value::Null) };
        Some(match (named.kind, named.scalar) {
            (TypeKind::Enum, _) => named.values.first().map_or(Value::Null, |row| json!(row.name)),
            (TypeKind::Input, _) if self.path.contains(&named.name.as_str()) => json!({}),
            (TypeKind::Input, _) if levels == 0 => {
                self.is_cut = true;
                json!({})
            }
            (TypeKind::Input, _) => {
                // Of a value that has required fields, the others may be left out.
                let some = named.input_fields.iter().any(|field| field.required);
                let kept = named.input_fields.iter().filter(|field| field.required || !some);
                self.path.push(&named.name);
                let mut fields = Map::new();
                for field in kept {
                    self.left = self.left.checked_sub(1)?;
                    let value = self.value(field.type_ref(), levels - 1)?;
                    fields.insert(field.name.clone(), value);
                }
                self.path.pop();
                Value::Object(fields)
            }
            (_, Scalar::Int | Scalar::Float) => json!(0),
            (_, Scalar::Boolean) => json!(false),
            (_, Scalar::Json) => json!({}),
            _ => json!(""),
        })
    }
}
