//! Changes of results.

use houston_schema::table::{Scalar, TypeKind, TypeRef};

use super::change::{Class, Delta, Step};
use crate::model::{Model, Nulls};

/// A result's type, and how its nulls are read.
#[derive(Clone, Copy)]
pub(super) struct Output<'m> {
    pub(super) ty: TypeRef<'m>,
    pub(super) items: Nulls,
    pub(super) own: Nulls,
}

/// The meaning of a change of a type.
pub(super) struct Meaning {
    pub(super) delta: Delta,
    pub(super) code: Class,
    pub(super) commands: Class,
    pub(super) step: Step,
    pub(super) advice: &'static str,
}

/// A type as non-null marks, from the outside in: for the type itself and for the items of each list.
pub(super) fn marks(ty: TypeRef<'_>) -> Vec<bool> {
    std::iter::successors(Some(ty), |ty| ty.item()).map(TypeRef::is_non_null).collect()
}

impl Output<'_> {
    /// The type as generated code reads it.
    fn read(&self) -> Vec<bool> {
        let mut marks = marks(self.ty);
        if let Some((own, items)) = marks.split_first_mut() {
            *own |= self.own == Nulls::NonNull;
            items.iter_mut().for_each(|mark| *mark |= self.items == Nulls::NonNull);
        }
        marks
    }
}

pub(super) fn compare(
    (old_model, old): (&Model, Output<'_>),
    (new_model, new): (&Model, Output<'_>),
) -> Option<Meaning> {
    let (was, is) = (marks(old.ty), marks(new.ty));
    if old.ty.name() != new.ty.name() || was.len() != is.len() {
        let leaves = old_model.is_leaf(old.ty) && new_model.is_leaf(new.ty);
        let same_text = was.len() == is.len()
            && is_text(old_model, old.ty.name())
            && is_text(new_model, new.ty.name());
        let (commands, advice) = match (leaves, same_text) {
            (_, true) => (Class::Safe, "read the value as the new type"),
            (true, false) => (Class::Breaking, "read a value with a different structure"),
            (false, _) if old_model.is_leaf(old.ty) => {
                (Class::Breaking, "select some of its fields: it now has fields")
            }
            (false, _) => (Class::Breaking, "select and read the fields of the new type"),
        };
        let (delta, code, step) = (Delta::TypeChanged, Class::Breaking, Step::Major);
        return Some(Meaning { delta, code, commands, step, advice });
    }
    let lost = |was: &[bool], is: &[bool]| was.iter().zip(is).any(|(was, is)| *was && !*is);
    let (read_was, read_is) = (old.read(), new.read());
    if lost(&was, &is) {
        let seen = lost(&read_was, &read_is);
        return Some(Meaning {
            delta: Delta::Loosened,
            code: if seen { Class::Breaking } else { Class::Dangerous },
            commands: Class::Safe,
            step: if read_was == read_is { Step::Patch } else { Step::Major },
            advice: match seen {
                true => "handle null: the value is an `Option`",
                false => "nothing: the overlay treats it as never null, and null is an error",
            },
        });
    }
    if lost(&is, &was) {
        let seen = lost(&read_is, &read_was);
        return Some(Meaning {
            delta: Delta::Tightened,
            code: if seen { Class::Dangerous } else { Class::Safe },
            commands: Class::Safe,
            step: if seen { Step::Major } else { Step::Patch },
            advice: match seen {
                true => "after regenerating, use the value itself: it is no longer an `Option`",
                false => "nothing",
            },
        });
    }
    None
}

/// Whether values of a type are JSON strings.
pub(super) fn is_text(model: &Model, name: &str) -> bool {
    model.type_named(name).is_some_and(|ty| match ty.row.kind {
        TypeKind::Enum => true,
        TypeKind::Scalar => {
            matches!(ty.row.scalar, Scalar::String | Scalar::Opaque | Scalar::DateTime)
        }
        _ => false,
    })
}
