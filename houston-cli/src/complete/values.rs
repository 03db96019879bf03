//! Values of flags and words without one.

use clap::{Arg, ValueHint};
use houston_client::schema::{Argument, Operation, OperationKind, Schema, TypeRef};

use super::offers::{Offers, Row};
use super::{fields, names};
use crate::call::{as_rows, look_up};
use crate::commands::runs;
use crate::failure::Code;
use crate::schema::Loaded;
use crate::schema::choice::{BUILT_IN, LIVE, PULLED};
use crate::settings::config::{Config, SANDBOX};
use crate::settings::options::ARGUMENT;

/// A value from a variable.
const ENVIRONMENT: &str = "@env:";

/// The values of an argument, or of a field of one.
pub(super) fn of_argument(schema: &Schema, argument: &Argument, word: &str) -> Offers {
    if word.starts_with('@') {
        return of_source(schema, argument, word);
    }
    let ty = argument.value_type();
    let ty = schema.shape_named(TypeRef(&ty).name());
    match ty {
        Some(ty) if ty.name == "Boolean" => words(word, &["true", "false"]),
        Some(ty) if !ty.values.is_empty() => Offers::of(word, names::values(ty)),
        _ if word.is_empty() && argument.secret => beginning(word, ENVIRONMENT),
        _ if word.is_empty() => Offers::of(word, looked_up(schema, argument)),
        _ => Offers::default(),
    }
}

/// The ways to look the value of an argument up.
fn looked_up(schema: &Schema, argument: &Argument) -> impl Iterator<Item = Row> {
    let look_ups = look_up::telling::look_ups(schema, argument).into_iter();
    look_ups.map(|one| Row::new(one + "=", "Look the id up by this field").going_on())
}

/// A value from elsewhere: a look-up, a variable or a file.
fn of_source(schema: &Schema, argument: &Argument, word: &str) -> Offers {
    let found = Offers::of(word, looked_up(schema, argument));
    match found.rows.is_empty() || word == "@" {
        true => source(word),
        false => found,
    }
}

/// A value from a variable or a file.
fn source(word: &str) -> Offers {
    if let Some(name) = word.strip_prefix(ENVIRONMENT) {
        let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
        let mut names: Vec<String> = names.collect();
        names.sort();
        return Offers::of(name, names.into_iter().map(|name| Row::new(name, "")));
    }
    match beginning(word, ENVIRONMENT) {
        found if word.len() > 1 && !found.rows.is_empty() => found,
        _ => Offers::files(word.strip_prefix('@').unwrap_or(word)),
    }
}

/// The values of an option of a call.
pub(super) fn of_option(
    schema: &Schema,
    operation: &Operation,
    option: &Arg,
    word: &str,
) -> Offers {
    let names = || operation.arguments.iter();
    match option.get_id().as_str() {
        "fields" => fields::offers(schema, operation, word).unwrap_or_default(),
        "as_rows" if operation.kind == OperationKind::Query => {
            let creations = as_rows::creations(schema, operation);
            Offers::of(
                word,
                creations.into_iter().map(|row| Row::new(&*row.name, &row.description)),
            )
        }
        "null" => Offers::of(word, names().map(|row| Row::new(&*row.name, &row.description))),
        ARGUMENT => match word.split_once('=') {
            Some((name, value)) => operation
                .argument(name)
                .map(|argument| of_argument(schema, argument, value))
                .unwrap_or_default(),
            None => Offers::of(
                word,
                names().map(|row| Row::new(format!("{}=", row.name), &row.description).going_on()),
            ),
        },
        _ => of_any(option, word),
    }
}

/// The values of an option, or of a word without a flag, that no schema has a say in.
pub(super) fn of_any(option: &Arg, word: &str) -> Offers {
    let is_of = |what: &str| {
        option.get_value_names().is_some_and(|names| names.iter().any(|name| name.contains(what)))
    };
    match option.get_id().as_str() {
        "profile" => return profiles(word),
        "schema" if word.is_empty() => return Offers::files(word),
        "schema" => return words(word, &[BUILT_IN]).or_files(),
        _ => {}
    }
    let values = option.get_possible_values();
    let hint = option.get_value_hint();
    if !values.is_empty() {
        let shown = values.iter().filter(|value| !value.is_hide_set());
        let about = |value: &clap::builder::PossibleValue| {
            value.get_help().map_or_else(String::new, ToString::to_string)
        };
        return Offers::of(word, shown.map(|value| Row::new(value.get_name(), &about(value))));
    }
    match hint {
        ValueHint::AnyPath | ValueHint::FilePath | ValueHint::DirPath => Offers::files(word),
        _ if is_of("@FILE") && word.starts_with('@') => source(word),
        _ => Offers::default(),
    }
}

/// The words that can stand without a flag behind one of our commands.
pub(super) fn of_word(
    path: &str,
    positional: &Arg,
    loaded: impl Fn() -> Option<Loaded>,
    word: &str,
) -> Offers {
    match (path, positional.get_id().as_str()) {
        ("describe", "name") => {
            loaded().map(|loaded| names::described(&loaded.schema, word)).unwrap_or_default()
        }
        ("skeleton", "name") => {
            let takes = |row: &Operation| row.kind != OperationKind::Subscription;
            let offers =
                |loaded: Loaded| Offers::of(word, names::operations(&loaded.schema, word, takes));
            loaded().map(offers).unwrap_or_default()
        }
        ("explain", "code") => {
            Offers::of(word, Code::ALL.iter().map(|code| Row::new(code.word(), code.meaning())))
        }
        (
            "auth switch" | "profile use" | "profile show" | "profile set" | "profile remove",
            "name",
        ) => profiles(word),
        ("schema use", "which") => words(word, &[BUILT_IN, PULLED]).or_files(),
        ("schema diff", _) => words(word, &[BUILT_IN, PULLED, LIVE]).or_files(),
        ("runs show" | "runs remove", _) => {
            let rows = runs::kept::all().unwrap_or_default().into_iter();
            Offers::of(word, rows.map(|(name, _)| Row::new(name, ""))).or_files()
        }
        _ => of_any(positional, word),
    }
}

/// The profiles.
fn profiles(word: &str) -> Offers {
    let config = Config::read().unwrap_or_default();
    let mut rows: Vec<Row> =
        config.profiles.iter().map(|(name, profile)| Row::new(name, &profile.shown())).collect();
    rows.push(Row::new(SANDBOX, "The embedded Houston"));
    Offers::of(word, rows)
}

fn words(word: &str, known: &[&str]) -> Offers {
    Offers::of(word, known.iter().map(|known| Row::new(*known, "")))
}

/// The beginning of a value.
fn beginning(word: &str, begins: &str) -> Offers {
    Offers::of(word, [Row::new(begins, "The value of a variable").going_on()])
}
