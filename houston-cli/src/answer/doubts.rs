//! Values that an answer gets wrong, as far as that is known.

use houston_client::Selection;
use houston_client::schema::{Doubt, Field, Operation, Schema, TypeRef};
use houston_codegen::document::Selected;
use serde_json::{Map, Value};

use crate::answer::jq::Names;
use crate::terminal::text::plain;

/// The fields of a selection.
pub(crate) fn selected(selection: &Selection) -> Vec<Selected> {
    let fields = selection.iter();
    fields.map(|(name, below)| Selected::plain(name.to_owned(), selected(below))).collect()
}

/// Notes about fields that need others beside them, which are not selected.
pub(crate) fn lacking(schema: &Schema, operation: &Operation, fields: &[Selected]) -> Vec<String> {
    let mut notes = Vec::new();
    let name = plain(&operation.name);
    walk(schema, operation.type_ref(), fields, &name, &mut |field, selected, siblings, path| {
        // It is there whenever the field is.
        let is_there = |name: &String| {
            let is_it = |one: &&Selected| one.key == *name && one.name == *name;
            let found = siblings.iter().find(is_it);
            found.is_some_and(|one| one.when.iter().all(|when| selected.when.contains(when)))
        };
        let lacks: Vec<String> =
            field.needs.iter().filter(|name| !is_there(name)).map(|name| plain(name)).collect();
        if !lacks.is_empty() {
            let lacks = lacks.join(" and ");
            notes.push(format!(
                "note: {path} is computed from {lacks}: select {lacks} beside it, or its value can be wrong"
            ));
        }
    });
    notes
}

/// A note about fields that the result of an operation lacks.
pub(crate) fn missing(operation: &Operation, fields: &[Selected]) -> Option<String> {
    let lost = fields.iter().filter(|field| !operation.can_answer(&field.name));
    let lost: Vec<String> = lost.map(|field| plain(&field.name)).collect();
    let has = operation.answers.as_ref()?.iter().map(|name| plain(name)).collect::<Vec<_>>();
    (!lost.is_empty()).then(|| {
        format!(
            "note: the answer of {} may have only {}: {} can be missing, and the call can then end with exit code 5 although it ran",
            plain(&operation.name),
            has.join(", "),
            lost.join(", "),
        )
    })
}

/// Whether a value of one of these fields may not be true.
pub(crate) fn are_possible(schema: &Schema, operation: &Operation, fields: &[Selected]) -> bool {
    let mut any = false;
    walk(schema, operation.type_ref(), fields, "", &mut |field, _, _, _| {
        any |= field.doubt.is_some() || !field.needs.is_empty();
    });
    any
}

/// The fields of the selected types that a filter reads, although they are neither selected nor in the value.
pub(crate) fn unselected(
    schema: &Schema,
    operation: &Operation,
    fields: &[Selected],
    names: &Names,
    value: &Value,
) -> Vec<String> {
    let mut types = vec![operation.type_ref().name()];
    let mut selected = Vec::new();
    walk(schema, operation.type_ref(), fields, "", &mut |field, one, _, _| {
        selected.push((one.key.clone(), one.name.clone()));
        if !one.below.is_empty()
            && let Some(ty) = schema.type_named(field.type_ref().name())
        {
            types.push(&ty.name);
        }
    });
    let is_field = |name: &String| {
        types.iter().any(|ty| schema.type_named(ty).is_some_and(|ty| ty.field(name).is_some()))
    };
    let is_selected = |name: &String| selected.iter().any(|(key, _)| key == name);
    let lacks = names.read.iter().filter(|name| {
        is_field(name) && !is_selected(name) && !names.made.contains(name) && !has_key(value, name)
    });
    lacks.map(|name| plain(name)).collect()
}

/// Whether an object in a value has this key.
fn has_key(value: &Value, key: &str) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| has_key(item, key)),
        Value::Object(fields) => {
            fields.contains_key(key) || fields.values().any(|value| has_key(value, key))
        }
        _ => false,
    }
}

/// Notes about empty values that may not be true.
pub(crate) fn notes(
    schema: &Schema,
    operation: &Operation,
    fields: &[Selected],
    value: &Value,
) -> Vec<String> {
    let mut notes = Vec::new();
    let name = operation.name.as_str();
    walk(schema, operation.type_ref(), fields, "", &mut |field, selected, _, path| {
        let Some(doubt) = &field.doubt else { return };
        let is_own = !path.contains('.');
        let says = format!("note: {}", plain(&doubt.says));
        if applies(doubt, is_own.then_some(name), selected)
            && !notes.contains(&says)
            && has_empty(value, path)
        {
            notes.push(says);
        }
    });
    notes
}

/// Notes about values that the server computed from others, which it does not have. `value` is the answer as it was sent.
pub(crate) fn unreliable(
    schema: &Schema,
    operation: &Operation,
    fields: &[Selected],
    value: &Value,
) -> Vec<String> {
    let mut notes = Vec::new();
    walk(schema, operation.type_ref(), fields, "", &mut |field, _, _, path| {
        let (above, key) = path.rsplit_once('.').unwrap_or(("", path));
        let is_null = |name: &&String| {
            any_at(value, above, &|object| {
                object.get(key).is_some_and(|value| !value.is_null())
                    && object.get(&***name).is_some_and(Value::is_null)
            })
        };
        let null: Vec<String> =
            field.needs.iter().filter(is_null).map(|name| plain(name)).collect();
        if !null.is_empty() {
            let is = if null.len() > 1 { "are" } else { "is" };
            let null = null.join(" and ");
            notes.push(format!(
                "note: {path} is computed from {null}, which {is} null: its value can be wrong"
            ));
        }
    });
    notes
}

/// Gets a field of the table, its selection, the selections beside it, and its path of keys.
type Visit<'v, 's> = dyn FnMut(&Field, &'s Selected, &'s [Selected], &str) + 'v;

/// Visits each selected field that is in the table.
fn walk<'s>(
    schema: &Schema,
    ty: TypeRef<'_>,
    fields: &'s [Selected],
    above: &str,
    visit: &mut Visit<'_, 's>,
) {
    let Some(ty) = schema.type_named(ty.name()) else { return };
    for selected in fields {
        let on = selected.on.as_deref().and_then(|name| schema.type_named(name)).unwrap_or(ty);
        let Some(field) = on.field(&selected.name) else { continue };
        let key = plain(&selected.key);
        let path = if above.is_empty() { key } else { format!("{above}.{key}") };
        visit(field, selected, fields, &path);
        walk(schema, field.type_ref(), &selected.below, &path, visit);
    }
}

/// Whether the doubt is about this place. `own` is the operation, if the field is one of its own result.
fn applies(doubt: &Doubt, own: Option<&str>, selected: &Selected) -> bool {
    let is_one = |names: &[String]| own.is_some_and(|own| names.iter().any(|name| name == own));
    let mut below = &selected.below;
    (doubt.only.is_empty() || is_one(&doubt.only))
        && !is_one(&doubt.except)
        && doubt.with.iter().all(|name| match below.iter().find(|one| one.name == *name) {
            Some(found) => {
                below = &found.below;
                true
            }
            None => false,
        })
}

/// Whether a value at this path of keys, in any item of a list, is there and empty.
fn has_empty(value: &Value, path: &str) -> bool {
    let (above, key) = path.rsplit_once('.').unwrap_or(("", path));
    any_at(value, above, &|object| object.get(key).is_some_and(is_empty))
}

/// Whether an object at this path of keys, in any item of a list, is as wanted.
fn any_at(value: &Value, path: &str, is_wanted: &dyn Fn(&Map<String, Value>) -> bool) -> bool {
    match (value, path.split_once('.').unwrap_or((path, ""))) {
        (Value::Array(items), _) => items.iter().any(|item| any_at(item, path, is_wanted)),
        (Value::Object(fields), ("", _)) => is_wanted(fields),
        (Value::Object(fields), (key, rest)) => {
            fields.get(key).is_some_and(|value| any_at(value, rest, is_wanted))
        }
        _ => false,
    }
}

/// Whether a value has no information: null, false, nothing, or an object of such values.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Bool(true) | Value::Number(_) => false,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.values().all(is_empty),
    }
}

#[cfg(test)]
mod tests {
    use houston_client::SCHEMA;
    use houston_client::Selection;
    use houston_codegen::{Source, document};
    use serde_json::{Value, json};

    use crate::answer::fields;

    fn notes(operation: &str, fields: &str, value: Value) -> Vec<String> {
        let operation = SCHEMA.operation(operation).unwrap();
        let selection: Selection = fields::selection(&SCHEMA, operation, fields).unwrap();
        super::notes(&SCHEMA, operation, &super::selected(&selection), &value)
    }

    #[test]
    fn an_empty_value_that_may_be_wrong_is_told() {
        let empty = json!({"id": "a", "deployments": []});
        let [said] = &notes("updateWorkspace", "id,deployments.id", empty.clone())[..] else {
            panic!("nothing was said")
        };
        assert!(said.starts_with("note: through 0.16, the deployments"), "{said}");
        let none: [(&str, &str, Value); 8] = [
            ("workspace", "id,deployments.id", empty.clone()),
            ("workspaces", "id,deployments.id", json!([empty])),
            ("updateWorkspace", "id", empty.clone()),
            ("updateWorkspace", "deployments.id", json!({"deployments": [{"id": "b"}]})),
            ("workspaceDeployments", "properties", json!([{"properties": {}}])),
            ("workspaces", "roleBindings.workspace.id", json!([{"roleBindings": null}])),
            (
                "workspace",
                "workspaceCapabilities.canUpdateUser",
                json!({"workspaceCapabilities": {"canUpdateUser": false}}),
            ),
            ("self", "isAdmin", json!({"isAdmin": true})),
        ];
        for (operation, fields, value) in none {
            assert!(notes(operation, fields, value.clone()).is_empty(), "{operation} {fields}");
        }
        let one: [(&str, &str, Value); 7] = [
            (
                "deployments",
                "workspace.deployments.id",
                json!([{"workspace": {"deployments": []}}]),
            ),
            (
                "workspaces",
                "deployments.properties",
                json!([{"deployments": [{"properties": {}}]}]),
            ),
            ("users", "roleBindings.workspace.users.id", json!([{"roleBindings": null}])),
            (
                "createWorkspace",
                "workspaceCapabilities.canUpdateUser",
                json!({"workspaceCapabilities": {"canUpdateUser": false}}),
            ),
            (
                "workspaceServiceAccounts",
                "workspaceUuid",
                json!([{"workspaceUuid": null}, {"workspaceUuid": null}]),
            ),
            ("self", "isAdmin", json!({"isAdmin": false})),
            ("self", "permissions", json!({"permissions": {}})),
        ];
        for (operation, fields, value) in one {
            assert_eq!(notes(operation, fields, value).len(), 1, "{operation} {fields}");
        }
    }

    #[test]
    fn a_value_that_was_computed_from_null_is_told() {
        let read = "{ workspaces { deployments { urls { url } config releaseName } } }";
        let read = document::parse(&Source::new("", read)).unwrap();
        let notes = |deployment: Value| {
            let value = json!([{"deployments": []}, {"deployments": [deployment]}]);
            let operation = SCHEMA.operation("workspaces").unwrap();
            super::unreliable(&SCHEMA, operation, &read.selected[0].below, &value).join("\n")
        };
        let urls = json!([{"url": "https://d/undefined/airflow"}]);
        insta::assert_snapshot!(
            notes(json!({"urls": urls, "config": null, "releaseName": null})),
            @"note: deployments.urls is computed from config and releaseName, which are null: its value can be wrong"
        );
        insta::assert_snapshot!(
            notes(json!({"urls": urls, "config": {}, "releaseName": null})),
            @"note: deployments.urls is computed from releaseName, which is null: its value can be wrong"
        );
        for whole in [
            json!({"urls": null, "config": null, "releaseName": null}),
            json!({"urls": urls, "config": {}, "releaseName": "a"}),
            json!(null),
        ] {
            assert_eq!(notes(whole), "");
        }
    }

    #[test]
    fn a_field_without_what_it_is_computed_from_is_told() {
        let lacking = |text: &str| {
            let read = document::parse(&Source::new("", text)).unwrap();
            let [root] = &read.selected[..] else { panic!("{read:?}") };
            super::lacking(&SCHEMA, SCHEMA.operation(&root.name).unwrap(), &root.below)
        };
        insta::assert_debug_snapshot!(lacking("{ workspaces { deployments { urls { url } } } }"), @r#"
        [
            "note: workspaces.deployments.urls is computed from config and releaseName: select config and releaseName beside it, or its value can be wrong",
        ]
        "#);
        for (text, count) in [
            ("{ deployments { urls { url } config releaseName } }", 0),
            (
                "{ deployments { urls { url } ...F config } } fragment F on Deployment { releaseName }",
                0,
            ),
            (
                "{ deployments { config ...F releaseName } } fragment F on Deployment { urls { url } }",
                0,
            ),
            ("{ deployments { urls { url } ... on Deployment { config releaseName } } }", 0),
            ("{ deployments { urls { url } config r: releaseName } }", 1),
            ("{ deployments { u: urls { url } config } }", 1),
            ("{ deployments { environmentVariables { key } urls { url } id } }", 2),
            ("{ nope { urls { url } } deployments { id } }", 0),
            ("{ deployments { urls{url} config @include(if:false) releaseName } }", 1),
            ("{ deployments { urls{url} config releaseName @skip(if:true) } }", 1),
            (
                "{ deployments { urls{url} ... on Deployment @include(if:false) { config releaseName } } }",
                1,
            ),
            (
                "query($x: Boolean!) { deployments { urls{url} config @skip(if:$x) releaseName } }",
                1,
            ),
            (
                "query($x: Boolean!) { deployments { ... @skip(if:$x) { urls{url} config releaseName } } }",
                0,
            ),
            ("{ deployments { urls{url} config @include(if:true) releaseName } }", 0),
        ] {
            let read = document::parse(&Source::new("", text)).unwrap();
            let notes = read.selected.iter().filter_map(|root| {
                Some(super::lacking(&SCHEMA, SCHEMA.operation(&root.name)?, &root.below).len())
            });
            assert_eq!(notes.sum::<usize>(), count, "{text}");
        }
    }
}
