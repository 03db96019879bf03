//! What a call loses: told before it runs, and after it where the answer shows it.

use houston_client::arguments::Arguments;
use houston_client::schema::{Effect, Loss, Merge, Operation, Schema};
use serde_json::{Map, Value};

use crate::call::{compare, merge};
use crate::terminal::output;
use crate::terminal::text::{listed, plain, short, words_of};

/// Notes before a call what it is known to lose.
pub(crate) fn tell(operation: &Operation, arguments: &Arguments) {
    let losses = operation.losses.iter().filter(|loss| applies(loss, arguments));
    losses.for_each(|loss| output::note(format_args!("note: {}", plain(&loss.says))));
}

/// Notes what a call loses although it is merged into what exists.
pub(crate) fn tell_beside(operation: &Operation, merge: &Merge, arguments: &Arguments) {
    let is_beside =
        |loss: &&Loss| loss.missing.as_ref().is_some_and(|path| !path.starts_with(&merge.argument));
    let losses = operation.losses.iter().filter(is_beside).filter(|loss| applies(loss, arguments));
    losses.for_each(|loss| output::note(format_args!("note: {}", plain(&loss.says))));
}

/// Notes which of these items are secrets without a value. `is_stored` tells whether the item of a key has a stored value.
pub(crate) fn tell_empty_secrets(
    operation: &Operation,
    arguments: &Arguments,
    is_stored: impl Fn(&Value) -> bool,
) {
    let Some(merge) = &operation.merge else { return };
    let Some(hides) = &merge.hides else { return };
    let is_empty = |item: &&Value| {
        let mut fields = item.as_object().into_iter().flatten();
        let has_value = fields.any(|(name, value)| {
            name != hides && *name != merge.key && !value.is_null() && value != ""
        });
        item[&**hides] == true && !has_value && !is_stored(&item[&*merge.key])
    };
    let items = arguments.value(&merge.argument).and_then(Value::as_array);
    let keys = items.into_iter().flatten().filter(is_empty);
    let keys: Vec<String> = keys.map(|item| short(&words_of(&item[&*merge.key]))).collect();
    if !keys.is_empty() {
        output::note(format_args!(
            "note: secrets are given without a value: {}. A stored value is kept; without one, an empty value is stored. \
             A secret cannot be read back, so give its value to write it elsewhere",
            listed(keys)
        ));
    }
}

/// What the names of secret variables have in them, in upper case.
const SECRET_WORDS: [&str; 8] =
    ["PASSWORD", "PASSWD", "SECRET", "TOKEN", "CREDENTIAL", "APIKEY", "API_KEY", "PRIVATE_KEY"];

/// Notes which of these items are stored for all to read, although their names are those of secrets.
pub(crate) fn tell_open_secrets(operation: &Operation, arguments: &Arguments) {
    let Some((merge, hides)) =
        operation.merge.as_ref().and_then(|merge| Some((merge, merge.hides.as_ref()?)))
    else {
        return;
    };
    let Some(mark) = operation.variables.as_ref() else { return };
    let is_open = |item: &&Value| {
        let key = item[&*merge.key].as_str().unwrap_or_default().to_uppercase();
        let has_value = item[&*mark.value].as_str().is_some_and(|value| !value.is_empty());
        let looks_secret = SECRET_WORDS.iter().any(|word| key.contains(word));
        looks_secret && has_value && item[&**hides] != true
    };
    let items = merge::items(merge, arguments).iter().filter(is_open);
    let keys: Vec<String> = items.map(|item| short(&words_of(&item[&*merge.key]))).collect();
    if !keys.is_empty() {
        output::note(format_args!(
            "note: not marked as secret, so that everyone with access to the Deployment reads it: {}. \
             `--secret-keys` marks variables of an env file, and `{}` others",
            listed(keys),
            plain(hides),
        ));
    }
}

/// Notes after a call what was given and did not happen, as far as the answer shows it.
pub(crate) fn tell_after(
    schema: &Schema,
    operation: &Operation,
    variables: &Map<String, Value>,
    answer: &str,
) {
    if !matches!(operation.effect, Effect::Create | Effect::Update | Effect::Replace) {
        return;
    }
    let answer = serde_json::from_str::<Value>(answer).unwrap_or_default();
    let mut arguments = Arguments::new();
    for (name, value) in variables {
        arguments.set(name.clone(), "", value.clone());
    }
    for difference in compare::lost(schema, operation, &arguments, &answer) {
        output::note(format_args!("note: {}: {difference}", plain(&operation.name)));
    }
}

fn applies(loss: &Loss, arguments: &Arguments) -> bool {
    let is_given = |path: &str| compare::value_at(arguments, path);
    match (&loss.given, &loss.missing) {
        (Some(path), _) => is_given(path).is_some(),
        (None, Some(path)) => is_given(path).is_none(),
        (None, None) => false,
    }
}

#[cfg(test)]
mod tests {
    use houston_client::arguments::Arguments;
    use houston_client::schema::Loss;
    use serde_json::json;

    use super::applies;

    #[test]
    fn a_loss_depends_on_what_is_given() {
        let mut arguments = Arguments::new();
        arguments.set("payload", "JSON", json!({"properties": {"extra_au": 0}, "label": "a"}));
        let missing = |path: &str| {
            let mut loss = Loss::default();
            loss.missing = Some(path.to_owned());
            applies(&loss, &arguments)
        };
        assert!(!missing("payload.properties.extra_au") && !missing("payload"));
        assert!(missing("payload.properties.x") && missing("payload.label.x") && missing("sync"));
        let given = |path: &str| {
            let mut loss = Loss::default();
            loss.given = Some(path.to_owned());
            applies(&loss, &arguments)
        };
        assert!(given("payload") && !given("sync"));
        assert!(!applies(&Loss::default(), &arguments));
    }
}
