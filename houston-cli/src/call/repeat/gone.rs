//! Whether the object of a deletion is gone.

use houston_client::Selection;
use houston_client::arguments::Arguments;
use serde_json::Value;

use crate::call::{Call, look_up};

/// Whether the object of a deletion is gone; none if that cannot be known.
pub(super) async fn is_gone(call: &Call<'_>, arguments: &Arguments) -> Option<bool> {
    // The fields that identify it are enough.
    call.operation.finder.as_ref().filter(|finder| !finder.matches.is_empty())?;
    let looked = call.look(arguments, &Selection::new()).await.ok()?;
    let looked = looked.clear(call.finder()?).ok()?;
    if !looked.rows.is_empty() {
        return Some(false);
    }
    // An empty list can be that of a workspace or Deployment that does not exist.
    let finder = call.operation.finder.as_ref().filter(|_| looked.is_empty);
    let Some(finder) = finder else { return Some(true) };
    for (_, ours) in &finder.arguments {
        let is_it = finder.matches.iter().any(|(path, own)| path == "id" && own == ours);
        let argument = call.operation.argument(ours).filter(|_| !is_it);
        let id = arguments.value(ours).and_then(Value::as_str);
        if let (Some(argument), Some(id)) = (argument, id)
            && !argument.finders.is_empty()
            && !look_up::exists(call, argument, id, arguments).await?
        {
            return None;
        }
    }
    Some(true)
}
