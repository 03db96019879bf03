//! The walk over two models.

use houston_schema::table::OperationKind;

use super::affected::{Owner, Side, pairs};
use super::change::Change;
use super::comparison::Comparison;
use crate::model::{Model, Operation, Type};

pub(super) fn compare(old: &Model, new: &Model) -> Vec<Change> {
    let mut comparison =
        Comparison { old: Side::new(old), new: Side::new(new), changes: Vec::new() };
    for kind in [OperationKind::Query, OperationKind::Mutation, OperationKind::Subscription] {
        let of = |model| operations(model, kind);
        let read = |one: &'_ Operation| (one.field.items, one.result);
        for (was, is) in pairs(of(old), of(new), |one| &one.row.name) {
            let old = was.map(|one| (&one.field, read(one)));
            let new = is.map(|one| (&one.field, read(one)));
            comparison.field(Owner::Root(kind), Owner::Root(kind), (old, new));
            if let (Some(was), Some(is)) = (was, is) {
                comparison.answer(was, is);
            }
        }
    }
    for sides in pairs(types(old), types(new), |ty| &ty.row.name) {
        comparison.ty(sides);
    }
    for sides in pairs(&old.directives, &new.directives, |one| &one.name.text) {
        comparison.directive(sides);
    }
    comparison.changes
}

fn operations(model: &Model, kind: OperationKind) -> impl Iterator<Item = &Operation> {
    model.operations.iter().filter(move |one| one.row.kind == kind)
}

/// Root types are their operations.
fn types(model: &Model) -> impl Iterator<Item = &Type> {
    model.types.iter().filter(|ty| ty.root.is_none())
}
