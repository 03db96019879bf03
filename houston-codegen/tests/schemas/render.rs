//! Renders a model as short text, for snapshots.

use std::fmt::Write as _;

use houston_codegen::model::{Argument, Field, Model, Type};
use houston_schema::table::TypeKind;

pub(crate) fn model(model: &Model) -> String {
    let mut text = String::new();
    for operation in &model.operations {
        let _ = writeln!(text, "{:?} {}", operation.row.kind, field(&operation.field));
    }
    let built_in = ["Boolean", "Float", "ID", "Int", "String"];
    for ty in model.types.iter().filter(|ty| !built_in.contains(&ty.row.name.as_str())) {
        self::ty(&mut text, ty);
    }
    for directive in &model.directives {
        let _ = writeln!(
            text,
            "directive @{} repeatable={} on {}",
            directive.name.text,
            directive.repeatable,
            directive.locations.join("|")
        );
    }
    for required in &model.required {
        let _ = writeln!(text, "required .{required}()");
    }
    for renamed in &model.renamed {
        let _ = writeln!(text, "renamed {} to {}", renamed.graphql, renamed.rust);
    }
    text
}

fn ty(text: &mut String, ty: &Type) {
    let _ = write!(text, "{:?} {} as {} in {}", ty.row.kind, ty.row.name, ty.rust, ty.module);
    if let Some(root) = ty.root {
        let _ = write!(text, " root={root:?}");
    }
    if ty.row.one_of {
        text.push_str(" oneOf");
    }
    if !ty.implements.is_empty() {
        let _ = write!(text, " implements {}", ty.implements.join(" & "));
    }
    if !ty.row.members.is_empty() {
        let _ = write!(text, " = {}", ty.row.members.join(" | "));
    }
    for directive in &ty.directives {
        let _ = write!(text, " @{}", directive.name);
    }
    let description = if ty.row.description.is_empty() {
        String::new()
    } else {
        format!(" {:?}", ty.row.description)
    };
    let _ = writeln!(text, "{description}");
    for one in &ty.fields {
        let _ = writeln!(text, "  {} selected={}", field(one), one.row.selected);
    }
    for one in &ty.input_fields {
        let _ = writeln!(text, "  {}", argument(one));
    }
    for value in &ty.values {
        let deprecated = value.row.deprecated.as_ref().map(|why| format!(" deprecated {why:?}"));
        let _ = writeln!(
            text,
            "  {} as {}{}",
            value.row.name,
            value.rust,
            deprecated.unwrap_or_default()
        );
    }
    if ty.row.kind == TypeKind::Enum {
        let _ = writeln!(text, "  else {}", ty.unknown_variant);
    }
}

fn field(field: &Field) -> String {
    let mut text = format!("{}: {} as {}", field.row.name, field.row.ty, field.rust);
    if let Some(why) = &field.row.deprecated {
        let _ = write!(text, " deprecated {why:?}");
    }
    if !field.row.description.is_empty() {
        let _ = write!(text, " {:?}", field.row.description);
    }
    for one in &field.arguments {
        let _ = write!(text, "\n    ({})", argument(one));
    }
    text
}

fn argument(argument: &Argument) -> String {
    let default =
        argument.row.default.as_ref().map(|value| format!(" = {value}")).unwrap_or_default();
    let mut text =
        format!("{}: {}{default} as {}", argument.row.name, argument.row.ty, argument.setter);
    if argument.row.required {
        let _ = write!(text, " required<{}>", argument.parameter);
    }
    text
}
