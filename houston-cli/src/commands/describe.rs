//! `houston describe NAME`: an operation or a type, offline.

mod lines;
pub(crate) mod operation;
pub(crate) mod types;

use clap::Args;
use houston_client::schema::Schema;
use serde_json::Value;

use crate::failure::Failure;
use crate::schema::{self, names, versions};
use crate::settings::options::{Facts, SchemaChoice};
use crate::terminal::output;
use crate::terminal::text::short;

/// Show everything about an operation or a type
#[derive(Args)]
pub(crate) struct Describe {
    /// Name of an operation or a type
    name: String,
    #[command(flatten)]
    schema: SchemaChoice,
    #[command(flatten)]
    output: Facts,
}

pub(crate) fn run(built_in: &'static Schema, describe: Describe) -> Result<(), Failure> {
    let loaded = schema::of(built_in, &describe.schema.into())?;
    schema::say(&loaded);
    let schema = &*loaded.schema;
    let name = &*describe.name;
    // The names of a query and a type may differ only in the case of their first letter: the exact one wins.
    let ty = schema.type_named(name);
    let operations = match ty {
        None => names::operations(schema, None, name),
        Some(_) => schema.operations.iter().filter(|operation| operation.name == name).collect(),
    };
    if operations.is_empty() && ty.is_none() {
        let operations = schema.operations.iter().map(|operation| operation.name.as_ref());
        let meant = versions::did_you_mean(
            schema,
            name,
            operations.chain(schema.types.iter().map(|ty| ty.name.as_ref())),
        );
        let what = format!("unknown operation or type `{}`{meant}", short(name));
        let unknown = Failure::usage(what).help("List every operation with `houston list`.");
        return Err(versions::failure(name, &loaded, unknown));
    }
    if let Some(format) = describe.output.format {
        let mut found: Vec<Value> =
            operations.iter().map(|found| operation::json(schema, found)).collect();
        found.extend(ty.map(types::json));
        // Only odd schemas have several of the same name.
        let json = if found.len() == 1 { found.remove(0) } else { Value::Array(found) };
        return output::facts(format, &json);
    }
    let mut found: Vec<String> =
        operations.iter().map(|found| operation::text(schema, found)).collect();
    found.extend(ty.map(types::text));
    output::text(found.join("\n").trim_end())
}
