//! What typed builders and selections make of answers.

#![allow(clippy::unwrap_used)]

use houston_client::arguments::Set;
use houston_client::enums::{ExecutorType, Role};
use houston_client::object::{
    self, deployment, deployment_url, environment_variable, role_binding, service_account,
    workspace,
};
use houston_client::request::{Operation, Request};
use houston_client::scalar::{DateTime, ID, Uuid};
use houston_client::select::default_selection;
use houston_client::{ErrorKind, Outcome, mutation, query, selection};
use houston_tests::canned::{answer, partial};
use serde_json::value::RawValue;
use serde_json::{Value, json};

fn create() -> mutation::CreateDeployment<Set, Set, Set> {
    mutation::create_deployment().label("etl").r#type("airflow").workspace_uuid("ck0")
}

const DEPLOYMENT: &str = r#"{"config":{"executor":"LocalExecutor"},"createdAt":"2021-04-02T12:15:36.929Z","description":null,"id":"ck1","label":"etl","properties":null,"releaseName":"quiet-star-1234","status":"active","type":"airflow","updatedAt":"2021-04-02T12:15:36.929Z","version":"0.23"}"#;

#[tokio::test]
async fn a_default_selection_is_a_plain_struct() {
    let created = answer(create(), &format!(r#"{{"data":{{"createDeployment":{DEPLOYMENT}}}}}"#))
        .await
        .unwrap();
    assert_eq!(created.id, "ck1");
    assert_eq!(created.label.as_deref(), Some("etl"));
    assert_eq!(created.config, Some(json!({"executor": "LocalExecutor"})));
    assert_eq!(created.description, None);
    assert_eq!(created.created_at.as_str(), "2021-04-02T12:15:36.929Z");
}

#[tokio::test]
async fn keys_in_another_order_and_keys_that_nobody_asked_for_are_no_trouble() {
    let text = r#"{"extensions":{"x":[1]},"data":{"createDeployment":{"label":"etl","more":{"id":"no"},"id":"ck1"}}}"#;
    let created = answer(create().select((deployment::id, deployment::label)), text).await.unwrap();
    assert_eq!(created, ("ck1".to_owned(), Some("etl".to_owned())));
}

#[tokio::test]
async fn edges_nest_and_lists_follow_the_rules_of_the_overlay() {
    let selection = (
        workspace::id,
        workspace::deployments.of((
            deployment::release_name,
            deployment::urls.of((deployment_url::r#type, deployment_url::url)),
            deployment::executor,
        )),
        workspace::users.of(object::user::full_name),
    );
    let text = r#"{"data":{"workspace":{"id":"ck0","deployments":[{"releaseName":"a-b-1","urls":[{"type":"airflow","url":"https://a"}],"executor":"LocalExecutor"},{"releaseName":null,"urls":null,"executor":"FutureExecutor"}],"users":null}}}"#;
    let request = query::workspace().workspace_uuid("ck0").select(selection);
    let (id, deployments, users) = answer(request, text).await.unwrap().unwrap();
    assert_eq!((id.as_str(), users), ("ck0", None));
    let deployments = deployments.unwrap();
    let urls = vec![(Some("airflow".to_owned()), Some("https://a".to_owned()))];
    assert_eq!(
        deployments[0],
        (Some("a-b-1".to_owned()), Some(urls), Some(ExecutorType::LocalExecutor))
    );
    // A value that the schema does not have survives.
    let unknown = deployments[1].2.clone().unwrap();
    assert_eq!(unknown, ExecutorType::Unrecognized("FutureExecutor".to_owned()));
    assert_eq!(serde_json::to_value(&unknown).unwrap(), json!("FutureExecutor"));
}

#[tokio::test]
async fn null_is_an_answer_of_a_query_and_an_error_of_a_mutation() {
    let nothing =
        answer(query::workspace().workspace_uuid("ck0"), r#"{"data":{"workspace":null}}"#).await;
    assert_eq!(nothing.unwrap(), None);

    let error = answer(create(), r#"{"data":{"createDeployment":null}}"#).await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Decode, Outcome::Done));
    assert_eq!(error.pointer(), Some("/data/createDeployment"));
}

#[tokio::test]
async fn what_does_not_fit_is_named_by_its_place() {
    let list = query::workspace_deployments().workspace_uuid("ck0").select(deployment::id);
    for (text, pointer) in [
        (
            r#"{"data":{"workspaceDeployments":[{"id":"a"},{"id":7}]}}"#,
            "/data/workspaceDeployments/1/id",
        ),
        (r#"{"data":{"workspaceDeployments":[{"id":"a"},null]}}"#, "/data/workspaceDeployments/1"),
        (r#"{"data":{"workspaceDeployments":[{"id":"a"},{}]}}"#, "/data/workspaceDeployments/1"),
        (r#"{"data":{"workspaceDeployments":"no"}}"#, "/data/workspaceDeployments"),
    ] {
        let error = answer(list_of(&list), text).await.unwrap_err();
        assert_eq!((error.kind(), error.outcome()), (ErrorKind::Decode, Outcome::Done), "{text}");
        assert_eq!(error.pointer(), Some(pointer), "{text}");
        assert_eq!(error.body(), Some(text));
    }

    let text =
        r#"{"data":{"deployments":[{"alertEmails":["a@b"]},{"alertEmails":["c@d", null]}]}}"#;
    let emails = || query::deployments().select(deployment::alert_emails);
    let error = answer(emails(), text).await.unwrap_err();
    assert_eq!(error.pointer(), Some("/data/deployments/1/alertEmails/1"));
    let shown = "the server returned null at /data/deployments/1/alertEmails/1 without an error";
    assert!(error.to_string().starts_with(shown), "{error}");
    let text = r#"{"data":{"deployments":[{"alertEmails":["a@b", {"c": 1}]}]}}"#;
    let error = answer(emails(), text).await.unwrap_err();
    assert_eq!(error.pointer(), Some("/data/deployments/0/alertEmails/1"));

    fn list_of<S>(_: &S) -> Request<Option<Vec<String>>> {
        query::workspace_deployments().workspace_uuid("ck0").select(deployment::id).request()
    }
}

/// The library that reads JSON keeps a key for itself: in a value of the scalar `JSON` it is one like others.
#[tokio::test]
async fn json_is_what_it_says() {
    let key = "$serde_json::private::RawValue";
    let text = format!(r#"{{"data":{{"deployments":[{{"config":{{"{key}":"[1]"}}}}]}}}}"#);
    let list = query::deployments().select((deployment::config,));
    let found = answer(list, &text).await.unwrap().unwrap();
    let config = found[0].0.as_ref().and_then(Value::as_object).unwrap();
    assert_eq!(config.get(key), Some(&Value::from("[1]")));

    // In a default selection, and as the root field itself.
    let text =
        DEPLOYMENT.replace(r#"{"executor":"LocalExecutor"}"#, &format!(r#"{{"{key}":"[1]"}}"#));
    let text = format!(r#"{{"data":{{"createDeployment":{text}}}}}"#);
    let made = answer(create(), &text).await.unwrap();
    assert!(made.config.unwrap().get(key).is_some());
}

#[tokio::test]
async fn the_same_field_twice_gets_counted_aliases() {
    let selection = (
        deployment::id,
        default_selection::<object::Deployment>(),
        deployment::id,
        deployment::label,
    );
    let request = create().select(selection).request();
    let document = request.document();
    assert!(document.contains("\n    id\n"), "{document}");
    assert!(
        document.contains("\n    id__2: id\n") && document.contains("\n    id__3: id\n"),
        "{document}"
    );
    assert!(document.contains("\n    label__2: label\n"), "{document}");

    let mut answered: Value = serde_json::from_str(DEPLOYMENT).unwrap();
    for (key, value) in
        [("id", "first"), ("id__2", "second"), ("id__3", "third"), ("label__2", "again")]
    {
        answered[key] = json!(value);
    }
    let text = json!({"data": {"createDeployment": answered}}).to_string();
    let (first, default, third, label) = answer(request, &text).await.unwrap();
    assert_eq!((first.as_str(), default.id.as_str(), third.as_str()), ("first", "second", "third"));
    assert_eq!((default.label.as_deref(), label.as_deref()), (Some("etl"), Some("again")));
}

#[tokio::test]
async fn fields_with_arguments_are_builders_and_share_the_document_with_the_operation() {
    let bindings = service_account::role_bindings().first(1).select(role_binding::role);
    let more =
        service_account::role_bindings().first(2).select((role_binding::id, role_binding::role));
    let request = query::workspace_service_accounts()
        .workspace_uuid("ck0")
        .select((bindings, more))
        .request();
    insta::assert_snapshot!(request.document(), @r"
    query workspaceServiceAccounts($workspaceUuid: Uuid!, $first: Int!, $first__2: Int!) {
      workspaceServiceAccounts(workspaceUuid: $workspaceUuid) {
        roleBindings(first: $first) {
          role
        }
        roleBindings__2: roleBindings(first: $first__2) {
          id
          role
        }
      }
    }
    ");
    assert_eq!(
        Value::Object(request.variables().clone()),
        json!({"workspaceUuid": "ck0", "first": 1, "first__2": 2})
    );
    let text = r#"{"data":{"workspaceServiceAccounts":[{"roleBindings":[{"role":"SYSTEM_ADMIN"}],"roleBindings__2":[{"id":"ck2","role":null}]}]}}"#;
    let accounts = answer(request, text).await.unwrap().unwrap();
    assert_eq!(accounts, [(vec![Some(Role::SystemAdmin)], vec![("ck2".to_owned(), None)])]);
}

#[tokio::test]
async fn leaves_and_lists_are_results_of_operations_too() {
    let verified =
        answer(mutation::verify_email().email("a@b"), r#"{"data":{"verifyEmail":true}}"#).await;
    assert!(verified.unwrap());
    let variables = mutation::update_deployment_variables()
        .deployment_uuid("ck1")
        .release_name("a-b-1")
        .environment_variables([houston_client::input::input_environment_variable()
            .key("A")
            .value("1")])
        .select((environment_variable::key, environment_variable::value));
    let text = r#"{"data":{"updateDeploymentVariables":[{"key":"A","value":"1"}]}}"#;
    let variables = answer(variables, text).await.unwrap();
    assert_eq!(variables, [(Some("A".to_owned()), Some("1".to_owned()))]);
}

#[test]
fn requests_with_one_answer_type_share_a_vec_and_a_builder_is_reused() {
    let half = mutation::create_workspace().description("shared");
    let requests: Vec<Request<String>> = vec![
        half.clone().label("a").select(workspace::id).request(),
        half.label("b").select(workspace::id).request(),
        create().select(deployment::id).request(),
    ];
    assert_eq!(requests[1].variables()["label"], "b");
    assert_eq!(requests[1].variables()["description"], "shared");
    assert_eq!(requests[2].fields(), ["createDeployment"]);
}

#[test]
fn nothing_shows_a_secret() {
    let builder = mutation::create_token().identity("me").password("canary");
    let shown = format!("{builder:?} {:?}", builder.clone().request());
    assert!(!shown.contains("canary"), "{shown}");
}

#[tokio::test]
async fn a_new_key_is_readable_and_not_shown_by_debug() {
    let text = r#"{"data":{"createSystemServiceAccount":{"active":true,"apiKey":"canary","category":null,"createdAt":"t","deploymentUuid":null,"id":"ck1","label":"ci","lastUsedAt":null,"updatedAt":"t","workspaceUuid":null}}}"#;
    let account =
        answer(mutation::create_system_service_account().label("ci").role(Role::SystemAdmin), text)
            .await;
    let account = account.unwrap();
    assert_eq!(account.api_key.as_deref(), Some("canary"));
    assert!(!format!("{account:?}").contains("canary"));
}

#[tokio::test]
async fn several_operations_share_one_document_and_one_round_trip() {
    let operations = (
        query::workspace_deployments().workspace_uuid("ck0").select(deployment::id),
        query::workspace_deployments()
            .workspace_uuid("ck9")
            .release_name("a-b-1")
            .select(deployment::label),
        query::app_config(),
    );
    let text = r#"{"data":{"workspaceDeployments":[{"id":"a"}],"workspaceDeployments__2":[{"label":"b"}],"appConfig":{"baseDomain":"x","manualReleaseNames":null,"smtpConfigured":true,"version":"0.23.12"}}}"#;
    let (ids, labels, config) = answer(operations, text).await.unwrap();
    assert_eq!(ids, Some(vec!["a".to_owned()]));
    assert_eq!(labels, Some(vec![Some("b".to_owned())]));
    assert_eq!(config.unwrap().version.as_deref(), Some("0.23.12"));

    let operations = (
        mutation::create_workspace().label("a").select(workspace::id),
        mutation::create_workspace().label("b").select(workspace::id),
    );
    insta::assert_snapshot!(operations.request().document(), @r"
    mutation createWorkspace_createWorkspace__2($label: String!, $label__2: String!) {
      createWorkspace(label: $label) {
        id
      }
      createWorkspace__2: createWorkspace(label: $label__2) {
        id
      }
    }
    ");
}

#[tokio::test]
async fn a_part_of_an_answer_comes_with_its_errors_and_an_outcome_for_each_operation() {
    let two = || {
        (
            mutation::create_workspace().label("a").select(workspace::id),
            mutation::create_workspace().label("b").select(workspace::id),
            mutation::create_workspace().label("c").select((workspace::id, workspace::label)),
        )
    };
    let text = r#"{"errors":[{"message":"Insufficient permissions.","path":["createWorkspace__2"],"extensions":{"code":"INTERNAL_SERVER_ERROR"}},{"message":"boom","path":["createWorkspace__3","label"]}],"data":{"createWorkspace":{"id":"ck1"},"createWorkspace__2":null,"createWorkspace__3":{"id":"ck3","label":null}}}"#;
    let answered = partial(two(), text).await.unwrap();
    let (first, second, third) = answered.data.clone();
    assert_eq!(first.as_deref(), Some("ck1"));
    assert_eq!(second, None);
    assert_eq!(third, Some(("ck3".to_owned(), None)));
    assert_eq!(answered.outcomes, [Outcome::Done, Outcome::Refused, Outcome::Partial]);
    let about: Vec<&str> =
        answered.errors_of("createWorkspace__3").map(|error| error.message.as_str()).collect();
    assert_eq!(about, ["boom"]);
    // The same answer is an error for a caller that needs all of it.
    // One of the mutations ran: the call is none without effect.
    assert_eq!(answer(two(), text).await.unwrap_err().outcome(), Outcome::Partial);

    let whole = r#"{"data":{"verifyEmail":true}}"#;
    let answered = partial(mutation::verify_email().email("a@b"), whole).await.unwrap();
    assert_eq!((answered.data, answered.outcomes), (Some(true), vec![Outcome::Done]));

    let none = r#"{"errors":[{"message":"Insufficient permissions.","path":["createWorkspace"]}],"data":{"createWorkspace":null}}"#;
    let refused = partial(mutation::create_workspace().label("a"), none).await.unwrap_err();
    assert_eq!(
        (refused.outcome(), refused.refusal_code()),
        (Outcome::Refused, Some("not-allowed"))
    );
}

selection! {
    /// What a list shows.
    #[derive(Debug, PartialEq)]
    struct Card on object::Deployment {
        id: String = deployment::id,
        home: Option<Home> = deployment::workspace.of(Home::select()),
        urls: Option<Vec<Option<String>>> = deployment::urls.of(deployment_url::url),
    }
}

selection! {
    #[derive(Debug, PartialEq)]
    struct Home on object::Workspace {
        label: Option<String> = workspace::label,
    }
}

#[tokio::test]
async fn structs_of_ones_own_are_selections_and_nest() {
    let text =
        r#"{"data":{"deployments":[{"id":"a","workspace":{"label":"w"},"urls":[{"url":null}]}]}}"#;
    let cards = answer(query::deployments().select(Card::select()), text).await.unwrap().unwrap();
    let home = Some(Home { label: Some("w".to_owned()) });
    assert_eq!(cards, [Card { id: "a".to_owned(), home, urls: Some(vec![None]) }]);
}

#[tokio::test]
async fn a_default_struct_writes_the_json_that_it_was_read_from() {
    let text = format!(r#"{{"data":{{"createDeployment":{DEPLOYMENT}}}}}"#);
    let created = answer(create(), &text).await.unwrap();
    assert_eq!(serde_json::to_string(&created).unwrap(), DEPLOYMENT);
    let again: object::Deployment = serde_json::from_str(DEPLOYMENT).unwrap();
    assert_eq!(again, created);
    let error = serde_json::from_str::<object::Deployment>(r#"{"id":"a"}"#).unwrap_err();
    assert!(error.to_string().contains("is missing from the answer"), "{error}");
}

#[tokio::test]
async fn json_is_kept_as_it_came_and_leaves_are_read_as_types_of_ones_own() {
    let kept = deployment::config.read_as::<Option<Box<RawValue>>>();
    let text = r#"{"data":{"createDeployment":{"config":{"b": 1.10,  "a":[]}}}}"#;
    let config = answer(create().select(kept), text).await.unwrap().unwrap();
    assert_eq!(config.get(), r#"{"b": 1.10,  "a":[]}"#);

    // The name of a type is one field for all types.
    let text =
        r#"{"data":{"createDeployment":{"__typename":"Deployment","__typename__2":"Deployment"}}}"#;
    let names = (deployment::typename, deployment::typename.read_as::<Box<str>>());
    let (name, read) = answer(create().select(names), text).await.unwrap();
    assert_eq!((name.as_str(), &*read), ("Deployment", "Deployment"));
}

#[tokio::test]
async fn scalars_keep_their_text_and_say_what_they_mean() {
    let text = r#"{"data":{"createDeployment":{"createdAt":"2021-04-02T12:15:36.929Z","updatedAt":"yesterday"}}}"#;
    let (created, updated) =
        answer(create().select((deployment::created_at, deployment::updated_at)), text)
            .await
            .unwrap();
    assert_eq!(created.timestamp().unwrap().as_millisecond(), 1_617_365_736_929);
    assert_eq!((updated.timestamp(), updated.as_str()), (None, "yesterday"));
    assert_eq!(DateTime::from(created.timestamp().unwrap()), created);

    // Three types of one id.
    let id = ID::from("ck1");
    let request = query::workspace().workspace_uuid(id.cast::<Uuid>()).request();
    assert_eq!(request.variables()["workspaceUuid"], "ck1");
}

#[test]
fn absent_null_and_value_are_three_things_at_every_level() {
    use houston_client::Null;
    use houston_client::input::{Requests, limits, resources, scheduler};
    let variables =
        |scheduler| create().scheduler(scheduler).request().variables()["scheduler"].clone();
    assert_eq!(variables(scheduler()), json!({}));
    assert_eq!(variables(scheduler().resources(Null)), json!({"resources": null}));
    let nested = scheduler()
        .resources(resources().limits(limits().cpu(500).memory(Null)).requests(None::<Requests>));
    assert_eq!(variables(nested), json!({"resources": {"limits": {"cpu": 500, "memory": null}}}));

    let alerts = mutation::deployment_alerts_update().deployment_uuid("ck1");
    let emails = |request: Request<_>| request.variables().get("alertEmails").cloned();
    assert_eq!(emails(alerts.clone().request()), None);
    assert_eq!(emails(alerts.clone().alert_emails(Null).request()), Some(Value::Null));
    assert_eq!(emails(alerts.clone().alert_emails(["a@b"]).request()), Some(json!(["a@b"])));
    assert_eq!(emails(alerts.clone().alert_emails(Some(["a@b"])).request()), Some(json!(["a@b"])));
    let taken_back = alerts.clone().alert_emails(["a@b"]).alert_emails(None::<[&str; 1]>);
    assert_eq!(emails(taken_back.request()), None);
    let with_nulls = vec![Some("a@b"), None];
    assert_eq!(emails(alerts.alert_emails(with_nulls).request()), Some(json!(["a@b", null])));
}
