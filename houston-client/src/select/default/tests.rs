use super::{Object, is_nullable};
use crate::object;
use crate::scalar::DateTime;

fn non_null<T: Object>() -> Vec<&'static str> {
    let places = (0..T::KEYS.len()).filter(|place| !is_nullable::<T>(*place));
    places.map(|place| T::KEYS[place]).collect()
}

#[test]
fn what_a_struct_takes_null_for_is_what_the_schema_lets_be_null() {
    assert_eq!(non_null::<object::Workspace>(), ["createdAt", "id", "updatedAt"]);
    assert!(object::Workspace::KEYS.contains(&"label"));
}

#[test]
fn a_struct_can_be_made_for_a_test() {
    let mut workspace = object::Workspace::default();
    assert_eq!((workspace.id.as_str(), &workspace.label), ("", &None));
    workspace.id = "ck1".into();
    workspace.created_at = DateTime::from("2021-04-02T12:15:36.929Z");
    let json = serde_json::to_string(&workspace).unwrap();
    assert_eq!(serde_json::from_str::<object::Workspace>(&json).unwrap(), workspace);
    // Every generated struct has an empty value.
    let _ = (
        object::Deployment::default(),
        object::User::default(),
        object::DeploymentConfig::default(),
    );
}

#[test]
fn nullable_keys_may_be_missing_in_json() {
    let invite: object::Invite = serde_json::from_str("{}").unwrap();
    assert_eq!(invite, object::Invite::default());
    let text = r#"{"updatedAt":"b","id":"ck1","createdAt":"a"}"#;
    let workspace: object::Workspace = serde_json::from_str(text).unwrap();
    assert_eq!((workspace.id.as_str(), workspace.label), ("ck1", None));
    let error = serde_json::from_str::<object::Workspace>(r#"{"id":"ck1"}"#).unwrap_err();
    assert!(error.to_string().contains("`createdAt` was selected"), "{error}");
}
