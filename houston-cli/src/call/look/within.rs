//! An object that the caller sees within something: a query over all objects needs a system role.

use std::rc::Rc;

use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::schema::{Argument, Operation};
use serde_json::Value;

use crate::answer::fields;
use crate::call::remembered::Answer;
use crate::call::{Call, compare};
use crate::failure::Failure;
use crate::terminal::text::{plain, short, words_of};

/// Asks the query that lists the same objects within what contains the call's object, such as `workspaceDeployments` of
/// the workspace in which `workspaces` shows a deployment of this id.
///
/// # Errors
///
/// Fails with `refused`, the failure of the query over all objects, if no such query is known or shows the object.
pub(super) async fn asked(
    call: &Call<'_>,
    query: &Operation,
    arguments: &Arguments,
    selection: &Selection,
    refused: Failure,
) -> Result<Rc<Answer>, Failure> {
    let Some(Way { id, outer, list, inner, of }) = Way::of(call, query, arguments) else {
        return Err(refused);
    };
    let ids = fields::selection(call.schema, outer, &format!("id,{list}.id"))?;
    let Ok(all) = call.ask(outer, &Arguments::new(), &ids).await else { return Err(refused) };
    let holds = |one: &&Value| {
        let mut items = one[list].as_array().into_iter().flatten();
        items.any(|item| item["id"] == *id)
    };
    let Some(one) = all.as_array().and_then(|all| all.iter().find(holds)) else {
        let (outer, id) = (plain(&outer.name), short(&words_of(id)));
        return Err(refused.detail(format!("{outer}.{list} shows no object with id={id} either.")));
    };
    let mut asked = Arguments::new();
    asked.set(of.name.clone(), of.ty.clone(), one["id"].clone());
    call.asked(inner, &asked, selection).await
}

/// The queries that find an object within what contains it.
struct Way<'w> {
    id: &'w Value,
    /// Lists what the caller has a role in.
    outer: &'w Operation,
    /// The field of that with the objects.
    list: &'w str,
    /// Lists the objects in one of these.
    inner: &'w Operation,
    /// The argument that names it.
    of: &'w Argument,
}

impl<'w> Way<'w> {
    fn of(call: &Call<'w>, query: &Operation, arguments: &'w Arguments) -> Option<Self> {
        let (_, ours) =
            call.operation.finder.as_ref()?.matches.iter().find(|(path, _)| path == "id")?;
        let finders = &call.operation.argument(ours.split('.').next()?)?.finders;
        let id = compare::value_at(arguments, ours)?;
        let (outer, list) = finders.iter().find_map(|finder| finder.split_once('.'))?;
        let names = |argument: &&Argument| {
            argument.required && argument.finders.iter().any(|finder| finder == outer)
        };
        let (inner, of) = finders.iter().find_map(|finder| {
            let inner = call.query(finder).filter(|inner| inner.name != query.name)?;
            let is_same = inner.type_ref().name() == query.type_ref().name();
            Some((inner, inner.arguments.iter().find(names).filter(|_| is_same)?))
        })?;
        Some(Way { id, outer: call.query(outer)?, list, inner, of })
    }
}
