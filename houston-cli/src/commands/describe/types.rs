//! The description of a type.

use houston_client::schema::{EnumValue, Field, Scalar, Schema, Type, TypeKind, TypeRef};
use serde_json::{Value, json};

use super::lines::{argument, below, part};
use crate::commands::list;
use crate::schema::versions;
use crate::terminal::output;
use crate::terminal::text::plain;

/// The text about a type, with this many levels of fields.
pub(super) fn text(schema: &Schema, ty: &Type, depth: usize) -> String {
    let mut levels = Levels { schema, left: MOST_FIELDS };
    let mut text = format!("{} {}\n", ty.kind.keyword(), plain(&ty.name));
    if !ty.description.is_empty() {
        text += &format!("\n{}\n", plain(&ty.description));
    }
    if let Some(form) = form(ty) {
        text += &part("Form", [format!("  {form}")]);
    }
    let fields = if ty.one_of { "Fields (give exactly one)" } else { "Fields" };
    let inputs = ty
        .input_fields
        .iter()
        .map(|row| argument(row) + &levels.below(TypeRef(&row.value_type()).name(), depth - 1, 4));
    text += &part(fields, inputs.collect::<Vec<_>>());
    let fields = ty.fields.iter();
    let fields = fields.map(|row| field(row) + &levels.below(row.type_ref().name(), depth - 1, 4));
    text += &part("Fields", fields.collect::<Vec<_>>());
    if levels.left == 0 {
        output::note(format_args!(
            "note: {MOST_FIELDS} fields below the first level are shown: there are more"
        ));
    }
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

/// The most fields below the first level.
const MOST_FIELDS: usize = 1_000;

/// Shows fields of fields.
struct Levels<'s> {
    schema: &'s Schema,
    /// How many more fields to show.
    left: usize,
}

impl Levels<'_> {
    /// The lines of the fields of a type, with this many levels.
    fn below(&mut self, ty: &str, depth: usize, indent: usize) -> String {
        let schema = self.schema;
        let Some(ty) = schema.shape_named(ty).filter(|_| depth > 0) else { return String::new() };
        let inputs = ty.input_fields.iter().map(|row| (&row.name, &row.ty, row.value_type()));
        let fields = ty.fields.iter().map(|row| (&row.name, &row.ty, row.ty.as_str().into()));
        let mut lines = String::new();
        for (name, shown, ty) in inputs.chain(fields) {
            let Some(left) = self.left.checked_sub(1) else { break };
            self.left = left;
            lines += &format!("\n{:indent$}{}: {}", "", plain(name), plain(shown));
            lines += &self.below(TypeRef(&ty).name(), depth - 1, indent + 2);
        }
        lines
    }
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
    let values = ty.values.iter().map(value_json);
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

/// Everything about a value of an enum.
pub(super) fn value_json(value: &EnumValue) -> Value {
    json!({ "name": value.name, "description": value.description, "deprecated": value.deprecated })
}

/// Everything about a field.
pub(super) fn field_json(field: &Field) -> Value {
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
