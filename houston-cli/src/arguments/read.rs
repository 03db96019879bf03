//! Reads the arguments of a call, or one of them.

use houston_client::arguments::Arguments;
use houston_client::schema::{Argument, Operation, Schema, TypeRef};
use serde_json::Value;

use super::coerce::Reader;
use super::flags::shown;
use super::place::{LookUp, Place};
use super::problem::Problem;
use super::raw::RawArgument;
use super::written::Written;

/// Reads the arguments of a call, one [`RawArgument`] for each argument of the operation, in the same order.
///
/// # Errors
///
/// Returns every problem: earlier ones first, then invalid values, then missing arguments.
pub(super) fn call(
    schema: &Schema,
    operation: &Operation,
    given: Vec<RawArgument>,
    problems: Vec<Problem>,
    allow_secrets: bool,
) -> Result<(Arguments, Vec<LookUp>), Vec<Problem>> {
    let mut reader = Reader { problems, allow_secrets, ..Reader::new(schema, operation) };
    let mut arguments = Arguments::new();
    let mut missing = Vec::new();
    for (argument, given) in operation.arguments.iter().zip(given) {
        let place = Place::flag(shown(operation, &argument.name), argument);
        if !given.is_empty() {
            let value = reader.value(&place, TypeRef(&argument.value_type()), given);
            arguments.set(argument.name.clone(), argument.ty.clone(), value.unwrap_or_default());
        } else if argument.required && !place.is_in(&reader.problems) {
            missing.push(place.lacking(argument));
        }
    }
    reader.problems.append(&mut missing);
    match reader.problems.is_empty() {
        true => Ok((arguments, reader.lookups)),
        false => Err(reader.problems),
    }
}

/// Checks an argument that is already written as it is sent; `is_graphql` tells that one item stands for a list of one.
///
/// # Errors
///
/// Returns every problem.
pub(super) fn check(
    schema: &Schema,
    operation: &Operation,
    place: &Place,
    argument: &Argument,
    written: &Written,
    is_graphql: bool,
) -> Result<(Value, Vec<LookUp>), Vec<Problem>> {
    let mut reader = Reader { is_graphql, allow_secrets: true, ..Reader::new(schema, operation) };
    let given = RawArgument::json(written.clone());
    match reader.value(place, TypeRef(&argument.value_type()), given) {
        Some(value) if reader.problems.is_empty() => Ok((value, reader.lookups)),
        _ => Err(reader.problems),
    }
}
