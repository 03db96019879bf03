//! Questions about types.

use std::collections::HashSet;

use apollo_compiler::Schema;
use apollo_compiler::ast::Type;
use apollo_compiler::schema::ExtendedType;

/// Returns the names of all types, in the order in which the server's library visits and suggests them.
pub(super) fn names(schema: &Schema) -> Vec<&str> {
    let mut walk = Walk { schema, met: HashSet::new(), names: Vec::new() };
    let roots = &schema.schema_definition;
    for root in [&roots.query, &roots.mutation, &roots.subscription].into_iter().flatten() {
        walk.meet(root.name.as_str());
    }
    walk.meet("__Schema");
    for name in schema.types.keys() {
        walk.meet(name);
    }
    walk.names
}

struct Walk<'s> {
    schema: &'s Schema,
    met: HashSet<&'s str>,
    names: Vec<&'s str>,
}

impl<'s> Walk<'s> {
    fn meet(&mut self, name: &'s str) {
        let Some(ty) = self.schema.types.get(name) else { return };
        if !self.met.insert(name) {
            return;
        }
        self.names.push(name);
        let fields = match ty {
            ExtendedType::Union(union) => {
                return union.members.iter().for_each(|member| self.meet(member.name.as_str()));
            }
            ExtendedType::InputObject(input) => {
                return input.fields.values().for_each(|field| self.meet_type(&field.ty));
            }
            ExtendedType::Object(object) => &object.fields,
            ExtendedType::Interface(interface) => &interface.fields,
            ExtendedType::Scalar(_) | ExtendedType::Enum(_) => return,
        };
        for field in fields.values() {
            for argument in &field.arguments {
                self.meet_type(&argument.ty);
            }
            self.meet_type(&field.ty);
        }
    }

    fn meet_type(&mut self, ty: &'s Type) {
        self.meet(ty.inner_named_type());
    }
}

/// Whether a type can have selections.
pub(super) fn is_composite(ty: &ExtendedType) -> bool {
    matches!(ty, ExtendedType::Object(_) | ExtendedType::Interface(_) | ExtendedType::Union(_))
}

/// Whether a type can be the type of an argument.
pub(super) fn is_input(ty: &ExtendedType) -> bool {
    matches!(ty, ExtendedType::Scalar(_) | ExtendedType::Enum(_) | ExtendedType::InputObject(_))
}

/// Whether an object can have both types.
pub(super) fn overlap(schema: &Schema, one: &str, other: &str) -> bool {
    one == other || {
        let others = possible(schema, other);
        possible(schema, one).iter().any(|name| others.contains(name))
    }
}

fn possible<'s>(schema: &'s Schema, name: &'s str) -> Vec<&'s str> {
    match schema.types.get(name) {
        Some(ExtendedType::Union(union)) => {
            union.members.iter().map(|member| member.name.as_str()).collect()
        }
        Some(ExtendedType::Interface(_)) => schema
            .types
            .iter()
            .filter(|(_, ty)| match ty {
                ExtendedType::Object(object) => {
                    object.implements_interfaces.iter().any(|one| one.name == name)
                }
                _ => false,
            })
            .map(|(name, _)| name.as_str())
            .collect(),
        _ => vec![name],
    }
}

/// Whether a value of one type can be used where the other is expected.
pub(super) fn is_sub_type(ty: &Type, expected: &Type) -> bool {
    match (ty, expected) {
        (Type::NonNullNamed(one), Type::NonNullNamed(other) | Type::Named(other))
        | (Type::Named(one), Type::Named(other)) => one == other,
        (Type::NonNullList(one), Type::NonNullList(other) | Type::List(other))
        | (Type::List(one), Type::List(other)) => is_sub_type(one, other),
        _ => false,
    }
}
