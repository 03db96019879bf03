//! The operations that create what a query lists.

use houston_client::schema::{Effect, Operation, OperationKind, Schema, Type};

use crate::failure::Failure;
use crate::terminal::suggest::did_you_mean;
use crate::terminal::text::{plain, short};

/// The operations that create what a query lists.
pub(crate) fn creations<'a>(schema: &'a Schema, query: &Operation) -> Vec<&'a Operation> {
    let ty = listed_type(schema, query).map(|ty| ty.name.as_str());
    let listed = |operation: &Operation| {
        let finder = operation.finder.as_ref()?;
        let finder = schema.operation(&finder.query)?;
        Some(finder.type_ref().name().to_owned())
    };
    let fits = |operation: &&Operation| {
        operation.kind == OperationKind::Mutation
            && operation.effect == Effect::Create
            && (listed(operation).as_deref() == ty || Some(operation.type_ref().name()) == ty)
    };
    schema.operations.iter().filter(fits).collect()
}

/// The type of the objects that a query lists.
fn listed_type<'a>(schema: &'a Schema, query: &Operation) -> Option<&'a Type> {
    schema.type_named(query.type_ref().name()).filter(|ty| !ty.kind.is_leaf())
}

/// The creation of this name, if it creates what the query lists, and the type of that.
pub(super) fn fitting<'a>(
    schema: &'a Schema,
    query: &Operation,
    name: &str,
) -> Result<(&'a Operation, &'a Type), Failure> {
    let ty = listed_type(schema, query);
    let fitting = creations(schema, query);
    let found = fitting.iter().find(|operation| operation.name == name);
    if query.kind == OperationKind::Query
        && let (Some(creation), Some(ty)) = (found, ty)
    {
        return Ok((creation, ty));
    }
    let known = schema.operation(name).is_some();
    let names = fitting.iter().map(|operation| operation.name.as_str());
    let what = match known {
        true => {
            format!("--as-rows: {} does not create what {} lists", short(name), plain(&query.name))
        }
        false => format!(
            "--as-rows: unknown operation `{}`{}",
            short(name),
            did_you_mean(name, names.clone())
        ),
    };
    let names: Vec<String> = names.map(|name| format!("`--as-rows {}`", plain(name))).collect();
    Err(Failure::usage(what).help(match (names.is_empty(), query.kind) {
        (false, OperationKind::Query) => format!("Use {}.", names.join(" or ")),
        _ => format!("Nothing creates what {} returns.", plain(&query.name)),
    }))
}
