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

/// Whether an object can have both types.
pub(super) fn overlap(schema: &Schema, one: &str, other: &str) -> bool {
    let is = |ty: &str, object: &str| ty == object || schema.is_subtype(ty, object);
    let is_both = |object: &ExtendedType| {
        object.is_object() && is(one, object.name()) && is(other, object.name())
    };
    one == other || schema.types.values().any(is_both)
}
