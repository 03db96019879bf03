//! The keys of an object: fields of an input object, or keys of JSON whose shape is known.

use houston_client::schema::{Argument, Schema, Type};

use crate::schema::{names, versions};
use crate::terminal::suggest::{did_you_mean, misspelled, one_of};
use crate::terminal::text::{listed, plain, visible};

/// The field that stands for all other keys of a shape.
fn any_key(fields: &[Argument]) -> Option<&Argument> {
    fields.iter().find(|field| field.name == "*")
}

/// The fields that have names.
fn named(fields: &[Argument]) -> impl Iterator<Item = &Argument> + Clone {
    fields.iter().filter(|field| field.name != "*")
}

/// The field that a word names.
pub(super) fn field<'f>(fields: &'f [Argument], word: &str) -> Option<&'f Argument> {
    names::find(named(fields), |field| &field.name, word)
}

/// How to write an object with these fields in one text.
pub(super) fn how(fields: &[Argument]) -> String {
    if any_key(fields).is_some() {
        return "pass JSON, or set it with a flag of its own".to_owned();
    }
    const MOST: usize = 20;
    let names = named(fields).map(|field| format!("{}=…", plain(&field.name)));
    let names: Vec<String> = names.take(MOST).collect();
    format!("write {} in any order, or pass JSON", names.join(","))
}

/// The name and the field that a key of an object stands for: the `exact` one of JSON, or in kebab-case.
///
/// # Errors
///
/// Fails with what is wrong with the key. `reads` is the operation that reads a shape of the overlay; the schema knows
/// all other types.
pub(super) fn key<'t>(
    schema: &Schema,
    ty: &'t Type,
    name: &str,
    exact: bool,
    reads: Option<&str>,
) -> Result<(String, &'t Argument), String> {
    let fields = &ty.input_fields;
    let found = match exact {
        true => named(fields).find(|field| field.name == name),
        false => field(fields, name),
    };
    let known = named(fields).map(|field| field.name.as_str());
    match (found, any_key(fields), reads) {
        (Some(field), ..) => Ok((field.name.clone(), field)),
        (None, Some(any), _) => match misspelled(name, known.clone()) {
            _ if name.is_empty() => Err("a name is empty".to_owned()),
            Some(meant) => Err(format!(
                "not a known key; did you mean `{}`? The known ones are {}. `houston query-text --unchecked` sends any key",
                plain(meant),
                listed(known)
            )),
            None => Ok((name.to_owned(), any)),
        },
        (None, None, None) => {
            let of_versions = versions::member_hint(&ty.name, name);
            let meant = of_versions.unwrap_or_else(|| match did_you_mean(name, known) {
                none if none.is_empty() => one_of(&names::below(schema, fields, name)),
                meant => meant,
            });
            let fields = listed(named(fields).map(|field| field.name.as_str()));
            let has = match meant.ends_with('?') {
                true => format!("{meant} Its fields are {fields}"),
                false => format!("{meant}; its fields are {fields}"),
            };
            Err(format!("{} has no field `{}`{has}", plain(&ty.name), visible(name)))
        }
        (None, None, Some(operation)) => {
            let meant = did_you_mean(name, known.clone());
            let known = listed(known);
            Err(format!("{} ignores this key; it reads only {known}{meant}", plain(operation)))
        }
    }
}
