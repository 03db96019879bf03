use std::time::Duration;

use houston_sandbox::WORKSPACE_ID;
use serde_json::{Value, json};

use crate::{admin, data, deployment, error, not_found, refusal, sandbox, text};

#[test]
fn configuration_says_what_is_enforced() {
    let query = "{ deploymentConfig {
        astroUnit { cpu memory pods airflowConns actualConns price } maxExtraAu singleNamespace loggingEnabled
        defaultAirflowChartVersion defaultAirflowImageTag latestVersion airflowVersions airflowImages { tag version channel }
        defaults limits executors
    } }";
    let sandbox = sandbox();
    let config = data(&sandbox, &admin(&sandbox), query, json!({}))["deploymentConfig"].take();
    let size = |au: u32| json!({ "cpu": au * 100, "memory": au * 384 });
    for (pointer, expected) in [
        (
            "/astroUnit",
            json!({ "cpu": 100, "memory": 384, "pods": 1.0, "airflowConns": 5.0, "actualConns": 0.5, "price": 0.0 }),
        ),
        ("/maxExtraAu", json!(400)),
        ("/defaultAirflowChartVersion", json!("0.19.0")),
        ("/defaultAirflowImageTag", json!("1.10.15-buster-onbuild")),
        ("/defaults/scheduler/resources/limits", size(5)),
        ("/defaults/workers/resources/requests", size(10)),
        ("/defaults/workers/replicas", json!(1)),
        ("/limits/webserver/resources/limits", size(30)),
        ("/limits/workers/terminationGracePeriodSeconds", json!(36000)),
        ("/executors/KubernetesExecutor/defaultExtraAu", json!(10)),
        (
            "/executors/LocalExecutor/components",
            json!(["scheduler", "webserver", "statsd", "pgbouncer"]),
        ),
        ("/executors/CeleryExecutor/components/6", json!("workers")),
        ("/latestVersion", json!("0.23.12")),
    ] {
        assert_eq!(config.pointer(pointer), Some(&expected), "{pointer}");
    }
    // The default versions of new deployments are available.
    assert!(config["airflowVersions"].as_array().unwrap().contains(&json!("1.10.15")));
    assert_eq!(config["airflowImages"][0]["tag"], "1.10.5-buster-onbuild");
}

#[test]
fn releases_of_airflow_are_found_by_tag() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let all = data(
        &sandbox,
        &token,
        "{ airflowReleases { version tag channel releaseDate } }",
        json!({}),
    );
    let release = &all["airflowReleases"][6];
    assert_eq!(
        *release,
        json!({ "version": "2.0.0", "tag": "2.0.0-buster-onbuild", "channel": "stable", "releaseDate": "2020-12-17T00:00:00.000Z" })
    );
    let find =
        "query($w: AirflowReleaseWhereUniqueInput!) { airflowRelease(where: $w) { version } }";
    let found = data(&sandbox, &token, find, json!({ "w": { "tag": release["tag"] } }));
    assert_eq!(found, json!({ "airflowRelease": { "version": "2.0.0" } }));
    assert_eq!(error(&sandbox, &token, find, json!({ "w": { "tag": "nope" } })), not_found());
    assert_eq!(
        error(&sandbox, &token, find, json!({ "w": {} })),
        refusal("A required argument was not sent: id or tag", "BAD_USER_INPUT")
    );
    let update = data(&sandbox, &token, "{ updateAvailable { version } }", json!({}));
    assert_eq!(update, json!({ "updateAvailable": null }));
}

#[test]
fn airflow_is_upgraded_in_two_steps() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let id = deployment(&sandbox, &token, WORKSPACE_ID, "etl");
    let update = "mutation($d: Uuid!, $v: String!) {
        updateDeploymentAirflow(deploymentUuid: $d, desiredAirflowVersion: $v) { airflowVersion desiredAirflowVersion }
    }";
    // A newer version waits for an image; the current one cancels the upgrade.
    for wanted in ["1.10.15", "2.0.0", "2.1.0", "1.10.15"] {
        assert_eq!(
            data(&sandbox, &token, update, json!({ "d": id, "v": wanted }))["updateDeploymentAirflow"],
            json!({ "airflowVersion": "1.10.15", "desiredAirflowVersion": wanted })
        );
    }
    for (wanted, message) in [
        ("1.10.7", "Airflow 1.10.15 cannot go back to 1.10.7"),
        ("9.9.9", "Airflow 9.9.9 is not on offer"),
    ] {
        let found = error(&sandbox, &token, update, json!({ "d": id, "v": wanted }));
        assert_eq!(found, refusal(message, "BAD_USER_INPUT"));
    }
    assert_eq!(error(&sandbox, &token, update, json!({ "d": "x", "v": "2.0.0" })), not_found());

    let upgrade = "mutation($d: Uuid!, $v: String) { upgradeDeployment(deploymentUuid: $d, version: $v) { version } }";
    for (version, expected) in [(json!("0.20.0"), "0.20.0"), (Value::Null, "0.20.0")] {
        let answer = data(&sandbox, &token, upgrade, json!({ "d": id, "v": version }));
        assert_eq!(answer["upgradeDeployment"]["version"], expected);
    }
    assert_eq!(error(&sandbox, &token, upgrade, json!({ "d": "x" })), not_found());
}

#[test]
fn cards_are_answered_as_without_a_provider() {
    let sandbox = sandbox();
    for call in [
        "query($w: Uuid!) { card(workspaceUuid: $w, stripeCustomerId: \"x\") { last4 } }",
        "mutation($w: Uuid!) { addCard(workspaceUuid: $w, billingEmail: \"x\", token: \"x\") { last4 } }",
        "mutation($w: Uuid!) { updateCard(workspaceUuid: $w, billingEmail: \"x\", token: \"x\") { last4 } }",
    ] {
        assert_eq!(
            error(&sandbox, &admin(&sandbox), call, json!({ "w": WORKSPACE_ID })),
            refusal("Cannot read property 'data' of undefined", "INTERNAL_SERVER_ERROR"),
            "{call}"
        );
    }
}

#[test]
fn workspace_is_on_trial_suspended_and_bought() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let fields = "{ active trialEndsAt stripeCustomerId billingEnabled paywallEnabled }";
    let create = format!("mutation {{ createWorkspace(label: \"new\") {{ id {} }}", &fields[1..]);
    let made = data(&sandbox, &token, &create, json!({}))["createWorkspace"].take();
    let id = text(&made["id"]);
    assert_eq!((&made["active"], &made["paywallEnabled"]), (&json!(true), &json!(false)));
    let run = |operation: &str| {
        let query = format!("mutation($w: Uuid!) {{ {operation} {fields} }}");
        let mut answer = data(&sandbox, &token, &query, json!({ "w": id }));
        answer.as_object_mut().unwrap().values_mut().next().unwrap().take()
    };
    let days = |ends: &Value| {
        let ends: jiff::Timestamp = text(ends).parse().unwrap();
        ends.as_second().div_euclid(24 * 60 * 60)
    };
    // Each call adds days to the end of the trial.
    let extend = "extendWorkspaceTrial(workspaceUuid: $w, extraDays: 5)";
    for round in 1..3 {
        let extended = run(extend);
        assert_eq!(days(&extended["trialEndsAt"]), days(&made["trialEndsAt"]) + 5 * round);
        assert!(text(&extended["trialEndsAt"]).ends_with("T00:00:00.000Z"), "{extended}");
    }
    for is_suspended in [true, false] {
        let answer =
            run(&format!("suspendWorkspace(workspaceUuid: $w, isSuspended: {is_suspended})"));
        let expected = (&json!(!is_suspended), &json!(is_suspended));
        assert_eq!((&answer["active"], &answer["paywallEnabled"]), expected);
        // The sandbox has no billing, so a suspended workspace still accepts deployments.
        deployment(&sandbox, &token, &id, &is_suspended.to_string());
    }
    sandbox.clock().advance(Duration::from_secs(60 * 24 * 60 * 60));
    assert_eq!(
        run("suspendWorkspace(workspaceUuid: $w, isSuspended: true)")["paywallEnabled"],
        true
    );
    let bought = run("addCustomerId(workspaceUuid: $w, stripeCustomerId: \"cus_1\")");
    assert_eq!(
        (
            &bought["active"],
            &bought["stripeCustomerId"],
            &bought["paywallEnabled"],
            &bought["billingEnabled"]
        ),
        (&json!(true), &json!("cus_1"), &json!(false), &json!(false))
    );
    let absent = "mutation { suspendWorkspace(workspaceUuid: \"x\", isSuspended: true) { id } }";
    assert_eq!(error(&sandbox, &token, absent, json!({})), not_found());
}
