//! `--copy-from`: the variables of another object.

use houston_client::arguments::Arguments;
use serde_json::{Map, Value};

use crate::answer::fields;
use crate::arguments::{self, FIND};
use crate::call::{Call, look_up, merge};
use crate::failure::Failure;
use crate::terminal::output;
use crate::terminal::text::{listed, plain, short, words_of};

/// The flag, as it is shown.
const FLAG: &str = "--copy-from";

/// Lays the given items over those of the object that `--copy-from` names. A dry run only says it.
///
/// # Errors
///
/// Fails if the object or its items cannot be read, or if the value of an item is hidden and not given.
pub(crate) async fn copy(call: &Call<'_>, arguments: &mut Arguments) -> Result<(), Failure> {
    let Some(word) = &call.changes.copied else { return Ok(()) };
    let unknown = || Failure::usage(format!("{FLAG} does not work with {}", call.name()));
    let (merge, variables) =
        call.operation.merge.as_ref().zip(call.operation.variables.as_ref()).ok_or_else(unknown)?;
    let (list, query) = (call.operation.argument(&merge.argument), call.finder());
    let (list, query) = list.zip(query).ok_or_else(unknown)?;
    let item = call.schema.type_named(list.type_ref().name()).ok_or_else(unknown)?;
    if call.options.running.dry_run {
        output::note(format_args!("note: the variables of {FLAG} would be read, and added"));
        return Ok(());
    }
    let (mut other, lookups) = arguments::other(call.operation, &variables.of, word, FLAG);
    look_up::resolve(call, &mut other, lookups).await?;
    let names: Vec<&str> = item.input_fields.iter().map(|field| &*field.name).collect();
    let selection = fields::selection(call.schema, query, &names.join(","))?;
    let there = call.look(&other, &selection).await?.rows;
    let given = merge::items(merge, arguments);
    let key = |row: &Value| row[&*merge.key].clone();
    let is_removed =
        |row: &&Value| call.changes.removed.iter().any(|removed| key(row) == **removed);
    let is_given = |row: &&Value| given.iter().any(|given| key(given) == key(row));
    let copied = there.iter().filter(|row| !is_removed(row) && !is_given(row));
    let (hidden, copied): (Vec<&Value>, Vec<&Value>) =
        copied.partition(|row| merge.hides.as_ref().is_some_and(|hides| row[&**hides] == true));
    if !hidden.is_empty() {
        let keys: Vec<String> = hidden.iter().map(|row| plain(&words_of(&key(row)))).collect();
        let secrets = keys.iter().map(|key| format!(" --secret {key}=@env:{key}"));
        let what = format!(
            "{FLAG} {}: the values of secret variables cannot be read: {}",
            shown(word),
            listed(&keys)
        );
        return Err(Failure::usage(what)
            .help(format!("Give their values with `{}`.", secrets.collect::<String>().trim()))
            .help("Or keep one out of the result with `--remove NAME`."));
    }
    let without_nulls = |row: &Value| -> Value {
        let fields = row.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null());
        Value::Object(
            fields.map(|(name, value)| (name.clone(), value.clone())).collect::<Map<_, _>>(),
        )
    };
    let keys: Vec<String> = copied.iter().map(|row| short(&words_of(&key(row)))).collect();
    output::note(match keys.is_empty() {
        true => format!("note: {} has no variables to copy", shown(word)),
        false => format!("note: copied from {}: {}", shown(word), listed(&keys)),
    });
    let items = copied.into_iter().map(without_nulls).chain(given.to_vec()).collect();
    arguments.set(list.name.clone(), list.ty.clone(), items);
    Ok(())
}

/// The object, as the user named it.
fn shown(word: &str) -> String {
    let words = word.strip_prefix(FIND);
    words.map_or_else(|| short(word), |words| format!("{FIND}{}", short(words)))
}
