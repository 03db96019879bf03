//! The description of a part of a type or of an operation: a field, an argument, or a value.

use houston_client::schema::{Argument, EnumValue, Field, Operation, Schema, Type, TypeRef};
use serde_json::Value;

use super::lines::{below, part};
use super::types;
use crate::commands::list;
use crate::failure::Failure;
use crate::schema::{names, versions};
use crate::terminal::suggest::did_you_mean;
use crate::terminal::text::{plain, short};

/// A field, an argument or a value.
#[derive(Clone, Copy)]
pub(super) enum Member<'s> {
    Argument(&'s Argument),
    Field(&'s Field),
    Value(&'s EnumValue),
}

/// A member, with the names that lead to it: `Deployment.workspace.label`.
pub(super) struct Found<'s> {
    path: String,
    member: Member<'s>,
}

/// The member of an operation that a path names: an argument, or else a field of its result, and so on.
///
/// # Errors
///
/// Fails if a name of the path is unknown.
pub(super) fn of_operation<'s>(
    schema: &'s Schema,
    operation: &'s Operation,
    path: &str,
) -> Result<Found<'s>, Failure> {
    let (first, rest) = path.split_once('.').map_or((path, None), |(one, rest)| (one, Some(rest)));
    let name = plain(&operation.name);
    let argument = names::find(&operation.arguments, |argument| &argument.name, first);
    if let Some(argument) = argument {
        return below_it(schema, Member::Argument(argument), name, rest);
    }
    let result = schema.type_named(operation.type_ref().name());
    match result.and_then(|ty| of_type_alone(ty, first)) {
        Some(member) => below_it(schema, member, name, rest),
        None => {
            let arguments = operation.arguments.iter().map(|argument| argument.name.as_str());
            let fields = result.into_iter().flat_map(|ty| ty.fields.iter());
            let known = arguments.chain(fields.map(|field| field.name.as_str()));
            let meant = versions::argument_hint(operation, first)
                .unwrap_or_else(|| did_you_mean(first, known));
            let what = format!("{name} has no argument or field `{}`{meant}", short(first));
            Err(Failure::usage(what).help(format!("See `houston describe {name}`.")))
        }
    }
}

/// The member of a type that a path names.
///
/// # Errors
///
/// Fails if a name of the path is unknown.
pub(super) fn of_type<'s>(
    schema: &'s Schema,
    ty: &'s Type,
    called: &str,
    path: &str,
) -> Result<Found<'s>, Failure> {
    let (first, rest) = path.split_once('.').map_or((path, None), |(one, rest)| (one, Some(rest)));
    if let Some(member) = of_type_alone(ty, first) {
        return below_it(schema, member, called.to_owned(), rest);
    }
    let fields = ty.fields.iter().map(|field| field.name.as_str());
    let inputs = ty.input_fields.iter().map(|field| field.name.as_str());
    let known = fields.chain(inputs).chain(ty.values.iter().map(|value| value.name.as_str()));
    let meant = versions::member_hint(&ty.name, first);
    let meant = meant.unwrap_or_else(|| did_you_mean(first, known));
    let name = plain(&ty.name);
    let kind = if ty.values.is_empty() { "field" } else { "value" };
    let what = format!("{name} has no {kind} `{}`{meant}", short(first));
    Err(Failure::usage(what).help(format!("See `houston describe {name}`.")))
}

/// The member of a type that a name means.
fn of_type_alone<'s>(ty: &'s Type, name: &str) -> Option<Member<'s>> {
    let field = names::find(&ty.fields, |field| &field.name, name).map(Member::Field);
    let input = || names::find(&ty.input_fields, |field| &field.name, name).map(Member::Argument);
    let value = || names::find(&ty.values, |value| &value.name, name).map(Member::Value);
    field.or_else(input).or_else(value)
}

/// What the rest of a path names below a member.
fn below_it<'s>(
    schema: &'s Schema,
    member: Member<'s>,
    above: String,
    rest: Option<&str>,
) -> Result<Found<'s>, Failure> {
    let path = format!("{above}.{}", plain(member.name()));
    match (rest, member.ty(schema)) {
        (None, _) => Ok(Found { path, member }),
        (Some(rest), Some(ty)) => of_type(schema, ty, &path, rest),
        (Some(_), None) => Err(Failure::usage(format!("{path} has no fields"))),
    }
}

impl<'s> Member<'s> {
    fn name(self) -> &'s str {
        match self {
            Member::Argument(argument) => &argument.name,
            Member::Field(field) => &field.name,
            Member::Value(value) => &value.name,
        }
    }

    /// The type of its values, or their shape.
    fn ty(self, schema: &'s Schema) -> Option<&'s Type> {
        match self {
            Member::Argument(argument) => {
                let ty = argument.value_type();
                schema.shape_named(TypeRef(&ty).name())
            }
            Member::Field(field) => schema.type_named(field.type_ref().name()),
            Member::Value(_) => None,
        }
    }
}

impl Found<'_> {
    pub(super) fn text(&self, schema: &Schema, depth: usize) -> String {
        let (path, below) = match self.member {
            Member::Argument(argument) => {
                let default = argument.default.as_ref();
                let default = default.map_or(String::new(), |it| format!(" = {}", plain(it)));
                let required = if argument.required { "  (required)" } else { "" };
                let secret = if argument.secret { "  (secret)" } else { "" };
                (
                    format!("{}: {}{default}{required}{secret}", self.path, plain(&argument.ty)),
                    below(&argument.description, &argument.deprecated),
                )
            }
            Member::Field(field) => {
                let secret = if field.secret { "  (secret)" } else { "" };
                (
                    format!("{}: {}{secret}", self.path, plain(&field.ty)),
                    below(&field.description, &field.deprecated),
                )
            }
            Member::Value(value) => {
                (self.path.clone(), below(&value.description, &value.deprecated))
            }
        };
        let mut text = format!("{path}\n");
        let below = below.trim_start_matches('\n').replace("\n      ", "\n");
        if !below.is_empty() {
            text += &format!("\n{}\n", below.trim_start());
        }
        if let Member::Field(field) = self.member {
            text += &part("Arguments", field.arguments.iter().map(super::lines::argument));
        }
        // Everyone knows these.
        const BUILT_IN: [&str; 5] = ["Boolean", "Float", "ID", "Int", "String"];
        match self.member.ty(schema).filter(|ty| !BUILT_IN.contains(&ty.name.as_str())) {
            Some(ty) => text + &format!("\n{}", types::text(schema, ty, depth)),
            None => text,
        }
    }

    pub(super) fn json(&self) -> Value {
        match self.member {
            Member::Argument(argument) => list::argument(argument),
            Member::Field(field) => types::field_json(field),
            Member::Value(value) => types::value_json(value),
        }
    }
}
