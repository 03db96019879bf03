use serde_json::json;

use crate::secrets::SecretValues;

#[test]
fn secrets_are_found_by_name_at_any_depth() {
    let variables = json!({
        "label": "shown",
        "password": "hunter2",
        "password__2": ["correct horse", 7, "abc"],
        "where": { "id": "ck1", "token": "tok-1", "in": [{ "token": { "a": "deep" } }] },
    });
    let names = ["password".into(), "token".into()];
    let values = SecretValues::new(variables.as_object().unwrap(), &names);
    assert_eq!(values.texts(), ["correct horse", "hunter2", "tok-1", "deep"]);
    assert!(SecretValues::new(variables.as_object().unwrap(), &[]).texts().is_empty());
}

#[test]
fn secrets_are_left_out_and_nothing_else_is() {
    let variables = json!({
        "label": "shown",
        "password": "hunter2",
        "password__2": ["correct horse"],
        "password__b": "shown",
        "where": { "id": "ck1", "token": "tok-1", "in": [{ "token": { "a": "deep" } }, 7, null] },
    });
    let variables = variables.as_object().unwrap();
    let names = ["password".into(), "token".into()];
    let left = SecretValues::new(variables, &names).left_out(variables);
    assert_eq!(
        json!(left),
        json!({
            "label": "shown",
            "password": null,
            "password__2": null,
            "password__b": "shown",
            "where": { "id": "ck1", "token": null, "in": [{ "token": null }, 7, null] },
        })
    );
    assert_eq!(&SecretValues::new(variables, &[]).left_out(variables), variables);
}

#[test]
#[cfg(feature = "houston")]
fn builders_know_what_is_secret() {
    use crate::request::Operation as _;
    let request = (
        crate::mutation::create_token().identity("ada").password("hunter2"),
        crate::mutation::create_user().email("a@b.c").password("hunter3").invite_token("welcome"),
    );
    let request = request.request();
    let mut texts = request.secrets().texts();
    texts.sort_unstable();
    assert_eq!(texts, ["hunter2", "hunter3", "welcome"]);
}
