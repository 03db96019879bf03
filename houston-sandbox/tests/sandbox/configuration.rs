//! Sizes, properties and names of deployments, and their limits.

use houston_sandbox::WORKSPACE_ID;
use serde_json::{Value, json};

use crate::deployments::{CREATE, UPDATE, arguments};
use crate::{admin, data, deployment, error, sandbox};

/// The server's errors in sizes and properties, and the operations that check them.
#[test]
fn sizes_are_refused_in_the_words_of_the_server() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let limits = |component: &str, cpu: u32, memory: u32| json!({ "c": { component: { "resources": { "limits": { "cpu": cpu, "memory": memory } } } } });
    let (cpu, memory) = ("Maximum CPU for pod exceeded", "Maximum Memory for pod exceeded");
    for (more, expected) in [
        (limits("scheduler", 3500, 13440), None),
        (limits("webserver", 3501, 13441), Some(cpu)),
        (limits("scheduler", 3500, 13441), Some(memory)),
        // Workers have no limit.
        (limits("workers", 90_000, 900_000), None),
        // The server fails on a null only after it has stored the deployment.
        (json!({ "c": { "scheduler": null } }), Some("Cannot read property 'resources' of null")),
        (
            json!({ "p": { "extra_au": "7" } }),
            Some(
                "Variable \"$_v0_data\" got invalid value \"7\" at \"_v0_data.extraAu\"; Expected type Int. Int cannot represent non-integer value: \"7\"",
            ),
        ),
        (
            json!({ "p": { "extra_au": 7.5 } }),
            Some(
                "Variable \"$_v0_data\" got invalid value 7.5 at \"_v0_data.extraAu\"; Expected type Int. Int cannot represent non-integer value: 7.5",
            ),
        ),
    ] {
        let label = more.to_string();
        match expected {
            Some(message) => {
                let refused = error(&sandbox, &token, CREATE, arguments(&label, more));
                assert_eq!(refused, crate::refusal(message, "INTERNAL_SERVER_ERROR"), "{label}");
            }
            None => drop(data(&sandbox, &token, CREATE, arguments(&label, more))),
        }
    }
}

#[test]
fn pods_of_tasks_need_extra_units() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let size = json!({ "scheduler": { "resources": { "limits": { "cpu": 500 } } } });
    let more = json!({ "e": "KubernetesExecutor", "c": size });
    let made = data(&sandbox, &token, CREATE, arguments("pods", more));
    let made = &made["createDeployment"];
    assert_eq!(made["properties"]["extra_au"], 10);
    let few = json!({ "e": "KubernetesExecutor", "c": size, "p": { "extra_au": 5 } });
    // New deployments are not checked.
    data(&sandbox, &token, CREATE, arguments("few", few));
    let update = |id: &Value, au: Value| json!({ "d": id, "p": { "properties": au } });
    let refused = error(&sandbox, &token, UPDATE, update(&made["id"], json!({ "extra_au": 9 })));
    assert_eq!(refused, crate::refusal("Minimum Extra AU not met", "INTERNAL_SERVER_ERROR"));
    for enough in [json!({ "extra_au": 10 }), json!({})] {
        data(&sandbox, &token, UPDATE, update(&made["id"], enough));
    }
    let celery = data(&sandbox, &token, CREATE, arguments("celery", json!({ "c": size })));
    data(
        &sandbox,
        &token,
        UPDATE,
        update(&celery["createDeployment"]["id"], json!({ "extra_au": 9 })),
    );
}

#[test]
fn release_name_counts_where_the_platform_lets_people_choose() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let query = "mutation($w: Uuid!, $l: String!, $r: String) {
        createDeployment(workspaceUuid: $w, type: \"airflow\", label: $l, releaseName: $r) { releaseName }
    }";
    let named = |name: &str| json!({ "w": WORKSPACE_ID, "l": format!("for {name}"), "r": name });
    // Otherwise it is ignored.
    let made = data(&sandbox, &token, query, named("-"));
    assert_ne!(made["createDeployment"]["releaseName"], "-");

    let mut settings = houston_sandbox::Settings::default();
    settings.manual_release_names = true;
    sandbox.change_settings(settings.clone()).unwrap();
    assert_eq!(sandbox.settings().unwrap(), settings);
    assert_eq!(
        data(&sandbox, "", "{ appConfig { manualReleaseNames } }", json!({})),
        json!({ "appConfig": { "manualReleaseNames": true } })
    );
    let (b53, b54, c63) = ("b".repeat(53), "b".repeat(54), "c".repeat(63));
    for name in ["1a", "A-1", "a--b", &b53] {
        let made = data(&sandbox, &token, query, named(name));
        assert_eq!(made["createDeployment"]["releaseName"], *name);
    }
    let malformed = "Release name not formatted correctly.";
    for (name, message) in [
        ("123", malformed),
        ("-a", malformed),
        ("a-", malformed),
        ("a_b", malformed),
        ("a b", malformed),
        ("ä", malformed),
        (&"d".repeat(64), malformed),
        ("base-images", "base-images is reserved name"),
        (&b54, &format!("astronomer-{b54} exceeds max char limit of 63.")),
        (&c63, &format!("astronomer-{c63} exceeds max char limit of 63.")),
    ] {
        let refused = error(&sandbox, &token, query, named(name));
        assert_eq!(refused, crate::refusal(message, "BAD_USER_INPUT"), "{name}");
    }
    let mut again = named("1a");
    again["l"] = json!("another");
    assert_eq!(
        error(&sandbox, &token, query, again),
        crate::refusal(
            "A unique constraint would be violated on Deployment. Details: Field name = releaseName",
            "INTERNAL_SERVER_ERROR"
        )
    );
}

/// The server stores them and cannot read them again.
#[test]
fn sizes_that_no_integer_can_hold_are_refused() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let id = deployment(&sandbox, &token, WORKSPACE_ID, "etl");
    let update = "mutation($d: Uuid!, $c: JSON, $p: JSON!) {
        updateDeployment(deploymentUuid: $d, config: $c, payload: $p) { workers { replicas } alertEmails }
    }";
    for (config, payload, part) in [
        (json!({ "workers": { "replicas": 1u64 << 40 } }), json!({}), "1099511627776"),
        (json!({ "workers": { "terminationGracePeriodSeconds": 0.5 } }), json!({}), "non-integer"),
        (
            json!({ "workers": { "resources": { "limits": { "cpu": "9999999999m" } } } }),
            json!({}),
            "9999999999",
        ),
        (json!({}), json!({ "properties": { "extra_au": 1e300 } }), "32-bit"),
        (json!({}), json!({ "properties": { "alert_emails": [1] } }), "not a list of texts"),
    ] {
        let arguments = json!({ "d": id, "c": config, "p": payload });
        let (text, _) = crate::error(&sandbox, &token, update, arguments);
        assert!(text.contains(part), "{text}");
    }
    let arguments = json!({ "d": id, "c": { "workers": { "replicas": 3 } }, "p": {} });
    let made = data(&sandbox, &token, update, arguments);
    assert_eq!(
        made["updateDeployment"],
        json!({ "workers": { "replicas": 3 }, "alertEmails": [] })
    );
}
