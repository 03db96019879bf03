//! The description of a type.

use houston_client::schema::{EnumValue, Field, Scalar, Type, TypeKind};
use serde_json::{Value, json};

use super::lines::{argument, below, part};
use crate::commands::list;
use crate::schema::versions;
use crate::terminal::text::plain;

pub(super) fn text(ty: &Type) -> String {
    let mut text = format!("{} {}\n", ty.kind.keyword(), plain(&ty.name));
    if !ty.description.is_empty() {
        text += &format!("\n{}\n", plain(&ty.description));
    }
    if let Some(form) = form(ty) {
        text += &part("Form", [format!("  {form}")]);
    }
    let fields = if ty.one_of { "Fields (give exactly one)" } else { "Fields" };
    text += &part(fields, ty.input_fields.iter().map(argument));
    text += &part("Fields", ty.fields.iter().map(field));
    text += &part("Values", ty.values.iter().map(value));
    let is_there = |name: &str| {
        ty.field(name).is_some()
            || ty.values.iter().any(|value| value.name == name)
            || ty.input_fields.iter().any(|field| field.name == name)
    };
    let others = versions::members(&ty.name).filter(|(name, _)| !is_there(name));
    text += &part(
        "Other versions",
        others.map(|(name, known)| format!("  {name}: {}", versions::lines(known).join("; "))),
    );
    let members = if ty.kind == TypeKind::Union { "One of" } else { "Implemented by" };
    text + &part(members, ty.members.iter().map(|name| format!("  {}", plain(name))))
}

fn field(field: &Field) -> String {
    let of = |argument: &houston_client::schema::Argument| {
        let default =
            argument.default.as_ref().map_or(String::new(), |default| format!(" = {default}"));
        plain(&format!("{}: {}{default}", argument.name, argument.ty))
    };
    let arguments: Vec<String> = field.arguments.iter().map(of).collect();
    let arguments =
        if arguments.is_empty() { String::new() } else { format!("({})", arguments.join(", ")) };
    let secret = if field.secret { "  (secret)" } else { "" };
    let signature = format!("  {}{arguments}: {}{secret}", plain(&field.name), plain(&field.ty));
    signature + &below(&field.description, &field.deprecated)
}

fn value(value: &EnumValue) -> String {
    format!("  {}", plain(&value.name)) + &below(&value.description, &value.deprecated)
}

/// The form of a scalar's values.
pub(crate) fn form(ty: &Type) -> Option<&'static str> {
    let form = match ty.scalar {
        Scalar::Int => "an integer from -2147483648 to 2147483647",
        Scalar::Float => "a number",
        Scalar::String => "text",
        Scalar::Boolean => "true or false",
        Scalar::Opaque => "an id: opaque text",
        Scalar::DateTime => "a date and time, ISO 8601",
        Scalar::Json => "any JSON; a bare word is a string",
    };
    Some(form).filter(|_| ty.kind == TypeKind::Scalar)
}

pub(super) fn json(ty: &Type) -> Value {
    let fields = match ty.kind {
        TypeKind::Input => ty.input_fields.iter().map(list::argument).collect::<Vec<_>>(),
        _ => ty.fields.iter().map(field_json).collect(),
    };
    let values = ty.values.iter().map(|value| {
        json!({ "name": value.name, "description": value.description, "deprecated": value.deprecated })
    });
    json!({
        "name": ty.name,
        "kind": ty.kind.keyword(),
        "description": ty.description,
        "fields": fields,
        "values": values.collect::<Vec<_>>(),
        "members": ty.members,
        "oneOf": ty.one_of,
        "form": form(ty),
    })
}

fn field_json(field: &Field) -> Value {
    json!({
        "name": field.name,
        "type": field.ty,
        "description": field.description,
        "arguments": field.arguments.iter().map(list::argument).collect::<Vec<_>>(),
        "deprecated": field.deprecated,
        "secret": field.secret,
        "selected": field.selected,
    })
}
