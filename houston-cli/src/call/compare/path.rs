//! Paths of fields in an object that a query shows.

use houston_client::schema::{Field, Scalar, Schema, Type, TypeKind};
use serde_json::Value;

use super::same::{Likeness, likeness};

/// A field on a path.
#[derive(Clone, Copy, Debug)]
pub(in crate::call) struct Step<'a> {
    /// The type that has the field.
    pub(in crate::call) of: &'a Type,
    pub(in crate::call) field: &'a Field,
    /// The type of its value.
    pub(in crate::call) ty: &'a Type,
}

/// A path, and the value that must be there.
pub(in crate::call) type Pair<'a, 'v> = (&'a [Step<'a>], &'v Value);

/// The fields of a path with dots, from a type on; none if a field is not known.
pub(in crate::call) fn steps<'a>(
    schema: &'a Schema,
    ty: &'a Type,
    path: &str,
) -> Option<Vec<Step<'a>>> {
    let mut of = Some(ty);
    let step = |name: &str| {
        let field = of?.field(name)?;
        let step = Step { of: of?, field, ty: schema.type_named(field.type_ref().name())? };
        of = Some(step.ty);
        Some(step)
    };
    path.split('.').map(step).collect()
}

/// A path, with dots.
pub(in crate::call) fn words(path: &[Step<'_>]) -> String {
    path.iter().map(|step| step.field.name.as_str()).collect::<Vec<_>>().join(".")
}

impl Step<'_> {
    pub(in crate::call) fn is_leaf(&self) -> bool {
        self.ty.kind.is_leaf()
    }

    pub(in crate::call) fn is_list(&self) -> bool {
        self.field.type_ref().item().is_some()
    }

    /// Whether a value is one that this leaf can have.
    fn is_readable(&self, value: &Value) -> bool {
        match value {
            Value::Null => true,
            Value::Array(_) => self.is_list() || self.ty.scalar == Scalar::Json,
            _ if self.is_list() => false,
            value => match (self.ty.kind, self.ty.scalar) {
                (TypeKind::Scalar, Scalar::Int | Scalar::Float) => value.is_number(),
                (TypeKind::Scalar, Scalar::Boolean) => value.is_boolean(),
                (TypeKind::Scalar, Scalar::Json) => true,
                (TypeKind::Scalar | TypeKind::Enum, _) => value.is_string(),
                _ => value.is_object(),
            },
        }
    }
}

/// How an object compares with what identifies it; `None` if it cannot be read. Of a list, one item has to fit all the
/// paths through it.
pub(in crate::call) fn fits(object: &Value, pairs: &[Pair<'_, '_>]) -> Option<Likeness> {
    let fields = object.as_object()?;
    let mut whole = Likeness::Same;
    let mut left = pairs.to_vec();
    while let Some(&(&[step, ..], _)) = left.first() {
        let value = fields.get(&*step.field.name)?;
        let below = below(&step, &left);
        let leaves = left.iter().filter(|(path, _)| is_at(path, &step) && path.len() == 1);
        for (_, wanted) in leaves {
            step.is_readable(value).then_some(())?;
            whole = whole.min(likeness(step.field, wanted, value));
        }
        if !below.is_empty() {
            let items = items(&step, value)?.iter().map(|item| fits(item, &below));
            let items = items.collect::<Option<Vec<_>>>()?;
            whole = whole.min(items.into_iter().max().unwrap_or(Likeness::Other));
        }
        left.retain(|(path, _)| !is_at(path, &step));
    }
    Some(whole)
}

/// The values at a path, of the items that fit; `None` if they cannot be read.
pub(in crate::call) fn values<'o>(
    object: &'o Value,
    path: &[Step<'_>],
    pairs: &[Pair<'_, '_>],
) -> Option<Vec<&'o Value>> {
    let (step, rest) = path.split_first()?;
    let value = object.as_object()?.get(&*step.field.name)?;
    if rest.is_empty() {
        return step.is_readable(value).then(|| vec![value]);
    }
    let below = below(step, pairs);
    let mut found = Vec::new();
    for item in items(step, value)? {
        if fits(item, &below)? == Likeness::Same {
            found.extend(values(item, rest, &below)?);
        }
    }
    Some(found)
}

fn is_at(path: &[Step<'_>], step: &Step<'_>) -> bool {
    path.first().is_some_and(|first| first.field.name == step.field.name)
}

/// What remains of the paths through a field.
fn below<'a, 'v>(step: &Step<'_>, pairs: &[Pair<'a, 'v>]) -> Vec<Pair<'a, 'v>> {
    let through = pairs.iter().filter(|(path, _)| path.len() > 1 && is_at(path, step));
    through.map(|(path, wanted)| (&path[1..], *wanted)).collect()
}

/// The objects that a field holds; `None` if it holds something else.
fn items<'o>(step: &Step<'_>, value: &'o Value) -> Option<&'o [Value]> {
    match value {
        Value::Array(items) => Some(items),
        Value::Null if !step.is_list() => Some(&[]),
        Value::Object(_) if !step.is_list() => Some(std::slice::from_ref(value)),
        _ => None,
    }
}
