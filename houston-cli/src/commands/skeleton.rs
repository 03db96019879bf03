//! `houston skeleton OPERATION`: writes a document to fill in, for `--input`.

use clap::Args;
use houston_client::schema::{Argument, OperationKind, Scalar, Schema, TypeKind, TypeRef};
use serde_json::{Map, Value, json};

use crate::answer::format::{self, Format};
use crate::arguments;
use crate::failure::Failure;
use crate::schema::{self, history, names};
use crate::settings::options::{Facts, SchemaChoice};
use crate::terminal::output;
use crate::terminal::suggest::did_you_mean;
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

pub(crate) fn run(built_in: &'static Schema, skeleton: Skeleton) -> Result<(), Failure> {
    let loaded = schema::of(built_in, &skeleton.schema.into())?;
    schema::say(&loaded);
    let schema = &*loaded.schema;
    let name = &*skeleton.name;
    let found = names::operations(schema, None, name);
    let Some(operation) = found.iter().find(|row| row.kind != OperationKind::Subscription) else {
        let known = schema.operations.iter().map(|row| row.name.as_ref());
        let meant = did_you_mean(name, known);
        let what = format!("there is no query or mutation `{}`{meant}", short(name));
        let unknown = Failure::usage(what).help("List every operation with `houston list`.");
        return Err(history::failure(name, &loaded, unknown));
    };
    let operation = &*arguments::relaxed(operation);
    let wanted = |argument: &&Argument| argument.required || !skeleton.required;
    let arguments: Vec<&Argument> = operation.arguments.iter().filter(wanted).collect();
    if skeleton.output.format == Some(Format::Json) {
        // A placeholder that is left in place is sent, and JSON has no comments.
        let required = arguments.into_iter().filter(|argument| argument.required);
        let fields = |argument: &Argument| {
            (argument.name.to_string(), value(schema, argument.type_ref(), &mut Vec::new()))
        };
        let object: Map<String, Value> = required.map(fields).collect();
        return output::facts(Format::Json, &Value::Object(object));
    }
    let mut lines = Vec::new();
    for argument in arguments {
        let required = if argument.required { ", required" } else { "" };
        let about = plain(&argument.description);
        let about = if about.is_empty() { about } else { format!(" - {about}") };
        lines.push(format!("# {}{required}{about}", plain(&argument.ty)));
        let pair =
            json!({ argument.name.as_str(): value(schema, argument.type_ref(), &mut Vec::new()) });
        let written = format::write(Format::Yaml, &[&pair.to_string()], format::Screen::default())?;
        let mark = if argument.required { "" } else { "# " };
        let text = written.text.unwrap_or_default();
        lines.extend(text.lines().map(|line| format!("{mark}{line}")));
    }
    if lines.is_empty() {
        lines.push("{}".to_owned());
    }
    output::data(lines.join("\n"))
}

/// A placeholder for a value of the type.
fn value<'s>(schema: &'s Schema, ty: TypeRef<'_>, path: &mut Vec<&'s str>) -> Value {
    if let Some(item) = ty.item() {
        return json!([value(schema, item, path)]);
    }
    let Some(named) = schema.type_named(ty.name()) else { return Value::Null };
    match (named.kind, named.scalar) {
        (TypeKind::Enum, _) => named.values.first().map_or(Value::Null, |row| json!(row.name)),
        (TypeKind::Input, _) if path.contains(&named.name.as_ref()) => json!({}),
        (TypeKind::Input, _) => {
            path.push(&named.name);
            let field =
                |field: &Argument| (field.name.to_string(), value(schema, field.type_ref(), path));
            // Of a value that has required fields, the others may be left out.
            let some = named.input_fields.iter().any(|field| field.required);
            let kept = named.input_fields.iter().filter(|field| field.required || !some);
            let fields: Map<String, Value> = kept.map(field).collect();
            path.pop();
            Value::Object(fields)
        }
        (_, Scalar::Int | Scalar::Float) => json!(0),
        (_, Scalar::Boolean) => json!(false),
        (_, Scalar::Json) => json!({}),
        _ => json!(""),
    }
}
