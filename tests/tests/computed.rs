//! Typed selections of fields that a server computes from others, as 0.16 does.

#![allow(clippy::unwrap_used)]

use houston_client::object::{
    self, deployment, deployment_url, environment_variable, workspace, workspace_capabilities,
};
use houston_client::request::{Operation, Request};
use houston_client::{mutation, query, selection};
use houston_tests::old;
use serde_json::json;

fn answer<T>(request: &Request<T>) -> T {
    request.read(200, old::answer(request.document())).unwrap()
}

selection! {
    #[derive(Debug)]
    struct Card on object::Deployment {
        variables: Option<Vec<Option<String>>> = deployment::environment_variables.of(environment_variable::key),
        label: Option<String> = deployment::label,
    }
}

#[test]
fn computed_fields_are_right_wherever_they_stand() {
    let urls = || deployment::urls.of(deployment_url::url);
    let url = |release: &str| Some(format!("https://deployments.example.com/{release}/airflow"));
    let deployments = query::workspace_deployments().workspace_uuid("w1").select(urls()).request();
    assert_eq!(answer(&deployments).unwrap()[0].as_ref().unwrap()[0], url("quiet-star-1234"));

    let nested = workspace::deployments.of((urls(), deployment::release_name, urls()));
    let nested = answer(&query::workspaces().select(nested).request()).unwrap();
    let (first, release, second) = &nested[0].as_ref().unwrap()[1];
    assert_eq!(release.as_deref(), Some("bright-moon-5678"));
    assert_eq!((&first.as_ref().unwrap()[0], first), (&url("bright-moon-5678"), second));

    let cards = query::workspaces().select(workspace::deployments.of(Card::select())).request();
    let cards = answer(&cards).unwrap().remove(0).unwrap();
    assert_eq!(cards[0].label.as_deref(), Some("etl"));
    assert_eq!(cards[0].variables.as_ref().unwrap().len(), 2);

    let changed = mutation::delete_deployment().deployment_uuid("d1").select(urls()).request();
    assert_eq!(answer(&changed).unwrap()[0], url("quiet-star-1234"));

    let can = workspace::workspace_capabilities.of(workspace_capabilities::can_update_user);
    let both = (query::workspaces().select(can), query::deployments().select(urls())).request();
    let (can, urls) = answer(&both);
    assert_eq!(can.unwrap(), [Some(Some(true))]);
    assert_eq!(urls.unwrap()[1].as_ref().unwrap()[0], url("bright-moon-5678"));
}

#[test]
fn an_untyped_answer_has_only_what_was_selected() {
    use houston_client::SCHEMA;
    use houston_client::Selection;
    use houston_client::arguments::Arguments;

    let (mut urls, mut selection) = (Selection::new(), Selection::new());
    urls.add("type", Selection::new());
    selection.add("urls", urls);
    let operation = SCHEMA.operation("deployments").unwrap();
    let request = Request::untyped(&SCHEMA, operation, &Arguments::new(), &selection);
    let read = answer(&request);
    let one = json!({"urls": [{"type": "airflow"}, {"type": "flower"}]});
    assert_eq!(read.get(), json!([one, one]).to_string());
    let (read, body) = answer(&request.with_body());
    assert!(body.contains("releaseName") && !read.get().contains("releaseName"));
}
