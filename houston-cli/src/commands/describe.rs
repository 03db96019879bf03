//! `houston describe NAME`: an operation or a type, offline.

mod operation;
mod types;

use clap::{Arg, ArgMatches, Command};
use houston_client::schema::{Argument, Schema, Text};
use serde_json::Value;

use crate::cli::Stop;
use crate::failure::Failure;
use crate::names;
use crate::options::{self, Options};
use crate::output::{self, plain, short};
use crate::suggest::did_you_mean;

pub(crate) fn command() -> Command {
    Command::new("describe")
        .about("Show all that is known of an operation or a type")
        .arg(Arg::new("name").value_name("NAME").required(true).help("An operation or a type"))
        .arg(options::output().help_heading(None))
}

pub(crate) fn run(schema: &Schema, before: &ArgMatches, matches: ArgMatches) -> Result<(), Stop> {
    let options = Options::offline(&[before, &matches], "describe")?;
    let name = matches.get_one::<String>("name").map_or("", String::as_str);
    // A query and a type may have names that differ in their first letter alone: the exact one is meant.
    let ty = schema.type_named(name);
    let operations = match ty {
        None => names::operations(schema, None, name),
        Some(_) => schema.operations.iter().filter(|operation| operation.name == name).collect(),
    };
    if operations.is_empty() && ty.is_none() {
        let operations = schema.operations.iter().map(|operation| operation.name.as_ref());
        let meant =
            did_you_mean(name, operations.chain(schema.types.iter().map(|ty| ty.name.as_ref())));
        let what = format!("there is no operation or type `{}`{meant}", short(name));
        return Err(Failure::usage(what).help("`houston list` names every operation").into());
    }
    if options.json {
        let mut found: Vec<Value> =
            operations.iter().map(|found| operation::json(schema, found)).collect();
        found.extend(ty.map(types::json));
        // Several have the same name in odd schemas only.
        let json = if found.len() == 1 { found.remove(0) } else { Value::Array(found) };
        return Ok(output::json(&json)?);
    }
    let mut found: Vec<String> =
        operations.iter().map(|found| operation::text(schema, found)).collect();
    found.extend(ty.map(types::text));
    Ok(output::data(found.join("\n").trim_end())?)
}

/// The lines of an argument or input field: its signature, and what is known about it.
fn argument(argument: &Argument) -> String {
    let mut lines = format!("  {}: {}", plain(&argument.name), plain(&argument.ty));
    if let Some(default) = &argument.default {
        lines += &format!(" = {}", plain(default));
    }
    if argument.required {
        lines += "  (required)";
    }
    if argument.secret {
        lines += "  (secret)";
    }
    lines + &below(&argument.description, &argument.deprecated)
}

/// Description and deprecation, indented below a signature.
fn below(description: &Text, deprecated: &Option<Text>) -> String {
    let mut lines = String::new();
    if !description.is_empty() {
        lines += &format!("\n      {}", plain(description));
    }
    if let Some(reason) = deprecated {
        lines += &format!("\n      Deprecated: {}", plain(reason));
    }
    lines
}

/// A headed part of a description, or nothing where it has no rows.
fn part(heading: &str, rows: impl IntoIterator<Item = String>) -> String {
    let rows: Vec<String> = rows.into_iter().collect();
    if rows.is_empty() { String::new() } else { format!("\n{heading}\n{}\n", rows.join("\n")) }
}
