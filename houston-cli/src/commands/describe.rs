//! `houston describe NAME`: an operation or a type, offline.

mod lines;
mod member;
pub(crate) mod operation;
pub(crate) mod types;

use clap::Args;
use serde_json::Value;

use crate::failure::Failure;
use crate::schema::{self, BuiltIn, names, versions};
use crate::settings::options::{Facts, SchemaChoice};
use crate::terminal::text::{plain, short};
use crate::terminal::{output, pager};

/// Show everything about an operation, a type, or a part of one
#[derive(Args)]
pub(crate) struct Describe {
    /// Name of an operation or a type; NAME.PART for an argument, field or value
    name: String,
    /// How many levels of fields to show
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=10))]
    depth: Option<u8>,
    #[command(flatten)]
    schema: SchemaChoice,
    #[command(flatten)]
    output: Facts,
}

pub(crate) fn run(built_in: BuiltIn, describe: Describe) -> Result<(), Failure> {
    let loaded = schema::of(built_in, &describe.schema.into())?;
    schema::say(&loaded);
    let schema = &*loaded.schema;
    let depth = describe.depth.map(usize::from);
    let (name, path) = match describe.name.split_once('.') {
        Some((name, path)) => (name, Some(path)),
        None => (&*describe.name, None),
    };
    // The names of a query and a type may differ only in the case of their first letter: the exact one wins.
    let ty = schema.type_named(name);
    let operations = match ty {
        None => names::operations(schema, None, name),
        Some(_) => schema.operations.called(|own| own == name).collect(),
    };
    if operations.is_empty() && ty.is_none() {
        let known = schema.operations.names().chain(schema.types.names());
        let meant = versions::did_you_mean(schema, name, known);
        let what = format!("unknown operation or type `{}`{meant}", short(name));
        let unknown = Failure::usage(what).help("List every operation with `houston list`.");
        return Err(versions::failure(name, &loaded, unknown));
    }
    if let Some(path) = path {
        let of_operations = operations.iter();
        let of_operations = of_operations.map(|one| member::of_operation(schema, one, path));
        let of_type = ty.map(|ty| member::of_type(schema, ty, &plain(&ty.name), path));
        let all: Vec<Result<member::Found<'_>, Failure>> = of_operations.chain(of_type).collect();
        let (found, failures): (Vec<_>, Vec<_>) = all.into_iter().partition(Result::is_ok);
        let found: Vec<member::Found<'_>> = found.into_iter().flatten().collect();
        if let (true, Some(failure)) =
            (found.is_empty(), failures.into_iter().find_map(Result::err))
        {
            return Err(failure);
        }
        if let Some(format) = describe.output.format {
            return output::facts(format, &one_or_all(found.iter().map(member::Found::json)));
        }
        let found = found.iter().map(|found| found.text(schema, depth.unwrap_or(1)));
        return pager::text(found.collect::<Vec<_>>().join("\n").trim_end());
    }
    if let Some(format) = describe.output.format {
        let operations = operations.iter().map(|found| operation::json(schema, found, depth));
        return output::facts(format, &one_or_all(operations.chain(ty.map(types::json))));
    }
    let mut found: Vec<String> =
        operations.iter().map(|found| operation::text(schema, found, depth)).collect();
    found.extend(ty.map(|ty| types::text(schema, ty, depth.unwrap_or(1))));
    pager::text(found.join("\n").trim_end())
}

/// The only value, or a list. Only odd schemas have several things of the same name.
fn one_or_all(found: impl Iterator<Item = Value>) -> Value {
    let mut found: Vec<Value> = found.collect();
    if found.len() == 1 { found.remove(0) } else { Value::Array(found) }
}
