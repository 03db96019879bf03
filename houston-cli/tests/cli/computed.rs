//! Fields that a server computes from others: against a server that does it as 0.16 does.

use houston_tests::old;

use crate::environment::Environment;

#[test]
fn computed_fields_are_right_wherever_they_stand() {
    let server = old::serve();
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let shown = user.session(&[
        "workspaceDeployments --workspace-uuid w1 --fields id,urls.url -o ndjson",
        "workspaces --fields deployments.urls.url,deployments.environmentVariables.key -o ndjson",
        "updateDeployment --deployment-uuid d1 --payload {} --fields urls.url,releaseName -o ndjson",
        "deleteDeployment --yes --deployment-uuid d1 --fields urls.url,environmentVariables.key -o ndjson",
        "workspaces --fields workspaceCapabilities.canUpdateUser -o ndjson",
        "deployments --fields id,urls{type},releaseName --jq .[].releaseName",
        "deployments --fields urls.url,releaseName -o value --jq .[0].urls[0].url",
        "deployments --fields urls.type -o csv",
        "deployments --fields urls.type -o envelope --jq .data[0]",
        "deployments --fields urls.type -o raw",
    ]);
    insta::assert_snapshot!(shown);
}

#[test]
fn an_empty_value_that_may_not_be_true_is_told() {
    let server = old::serve();
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let shown = user.session(&[
        "updateWorkspace --workspace-uuid w1 --payload {} --fields id,deployments.id -o ndjson",
        "workspaces --fields deployments.id,deployments.properties -o ndjson",
        "workspaceDeployments --workspace-uuid w1 --fields properties -o ndjson",
        "users --fields id,roleBindings.workspace.users.id -o ndjson",
        "users --fields id,roleBindings.role -o ndjson",
    ]);
    insta::assert_snapshot!(shown);
}

#[test]
fn a_document_is_sent_as_it_is_and_what_it_lacks_is_told() {
    let server = old::serve();
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let shown = |text: &str| {
        let ran = user.with_stdin(&["query-text", "-", "-o", "ndjson"], text);
        ran.after(text)
    };
    let texts = [
        "{ deployments { id urls { url } } }",
        "{ deployments { id urls { url } ...F } } fragment F on Deployment { config releaseName }",
        "{ one: workspaces { deployments { environmentVariables { key } } } }",
        "{ users { id roleBindings { workspace { users { id } } } } }",
    ];
    insta::assert_snapshot!(texts.map(shown).concat());
    let [first, ..] = &server.seen()[..] else { panic!("nothing was sent") };
    assert!(first.contains("{ deployments { id urls { url } } }"), "{first}");
}
