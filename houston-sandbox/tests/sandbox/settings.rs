//! Settings of the platform: what each of them changes, and where they come from.

use houston_sandbox::{Builder, Sandbox, Settings, WORKSPACE_ID};
use serde_json::json;

use crate::deployments::{CREATE, arguments};
use crate::{admin, ask, data, error, post, refusal, text};

fn with(settings: &[(&str, &str)]) -> Builder {
    let set = |builder: Builder, (name, value): &(&str, &str)| builder.setting(name, value);
    settings.iter().try_fold(Sandbox::builder(), set).unwrap()
}

fn one(name: &str, value: &str) -> Sandbox {
    with(&[(name, value)]).in_memory().unwrap()
}

/// What the API says about the platform.
const CONFIGURATION: &str = "{
    appConfig { version baseDomain manualReleaseNames }
    authConfig { publicSignup }
    airflowReleases { version releaseDate }
    deploymentConfig { latestVersion defaultAirflowChartVersion defaultAirflowImageTag airflowVersions maxExtraAu defaults limits }
}";

/// Each setting has a value of its own in the answers of the API, and a new Deployment follows it.
#[test]
fn a_platform_looks_as_it_is_set() {
    let sandbox = with(&[
        ("baseDomain", "my-astro.example.com"),
        ("version", "0.30.1"),
        ("publicSignups", "true"),
        ("manualReleaseNames", "true"),
        ("airflowVersions", "2.0.2, 9.1.10,2.1.0"),
        ("chartVersion", "1.0.7"),
        ("maxPodAu", "20"),
        ("maxExtraAu", "50"),
    ])
    .in_memory()
    .unwrap();
    let token = admin(&sandbox);
    let found = data(&sandbox, &token, CONFIGURATION, json!({}));
    for (pointer, expected) in [
        ("/appConfig/version", json!("0.30.1")),
        ("/appConfig/baseDomain", json!("my-astro.example.com")),
        ("/appConfig/manualReleaseNames", json!(true)),
        ("/authConfig/publicSignup", json!(true)),
        (
            "/airflowReleases",
            json!([
                { "version": "2.0.2", "releaseDate": "2021-04-19T00:00:00.000Z" },
                { "version": "2.1.0", "releaseDate": "2021-05-21T00:00:00.000Z" },
                { "version": "9.1.10", "releaseDate": "1970-01-01T00:00:00.000Z" },
            ]),
        ),
        ("/deploymentConfig/latestVersion", json!("0.30.1")),
        ("/deploymentConfig/airflowVersions", json!(["2.0.2", "2.1.0", "9.1.10"])),
        ("/deploymentConfig/defaultAirflowImageTag", json!("2.0.2-buster-onbuild")),
        ("/deploymentConfig/defaultAirflowChartVersion", json!("1.0.7")),
        ("/deploymentConfig/maxExtraAu", json!(50)),
        ("/deploymentConfig/limits/scheduler/resources/limits/cpu", json!(2000)),
        ("/deploymentConfig/defaults/scheduler/resources/limits/cpu", json!(500)),
    ] {
        assert_eq!(found.pointer(pointer), Some(&expected), "{pointer}");
    }
    let create = "mutation($w: Uuid!) {
        createDeployment(workspaceUuid: $w, type: \"airflow\", label: \"etl\", releaseName: \"mine\") {
            id releaseName version airflowVersion desiredAirflowVersion urls { url }
        }
    }";
    let mut made = data(&sandbox, &token, create, json!({ "w": WORKSPACE_ID }));
    let made = made["createDeployment"].take();
    let url = "https://deployments.my-astro.example.com/mine";
    let expected = json!({
        "id": made["id"], "releaseName": "mine", "version": "1.0.7",
        "airflowVersion": "2.0.2", "desiredAirflowVersion": "2.0.2",
        "urls": [{ "url": format!("{url}/airflow") }, { "url": format!("{url}/flower") }],
    });
    assert_eq!(made, expected);
    let update = "mutation($d: Uuid!, $v: String!) {
        updateDeploymentAirflow(deploymentUuid: $d, desiredAirflowVersion: $v) { desiredAirflowVersion }
    }";
    for version in ["2.1.0", "9.1.10"] {
        data(&sandbox, &token, update, json!({ "d": made["id"], "v": version }));
    }
    assert_eq!(
        error(&sandbox, &token, update, json!({ "d": made["id"], "v": "2.0.0" })),
        refusal("Airflow 2.0.0 is not on offer", "BAD_USER_INPUT")
    );
}

#[test]
fn users_sign_up_as_it_is_set() {
    let sign_up = "mutation { createUser(email: \"ada@example.org\", password: \"secret\") { user { status } token { value } } }";
    let sandbox = with(&[("publicSignups", "true"), ("emailConfirmation", "true")]).in_memory();
    let made = data(&sandbox.unwrap(), "", sign_up, json!({}))["createUser"].take();
    assert_eq!(made, json!({ "user": { "status": "pending" }, "token": null }));
    let (_, code) = error(&one("emailConfirmation", "true"), "", sign_up, json!({}));
    assert_eq!(code, "PUBLIC_SIGNUPS_DISABLED");
    // The cookie of a browser has the domain.
    let sandbox = with(&[("publicSignups", "true"), ("baseDomain", "my-astro.example.com")]);
    let body = json!({ "query": sign_up }).to_string();
    let cookie = post(&sandbox.in_memory().unwrap(), "", body).cookie.unwrap();
    assert!(cookie.starts_with("astronomer_my_astro_example_com_auth="), "{cookie}");
    assert!(cookie.contains("; Domain=.my-astro.example.com; "), "{cookie}");
}

#[test]
fn pods_are_as_large_as_it_is_set() {
    for (most, cpu, is_made) in [("20", 2000, true), ("20", 2001, false), ("60", 6000, true)] {
        let sandbox = one("maxPodAu", most);
        let limits = json!({ "c": { "scheduler": { "resources": { "limits": { "cpu": cpu } } } } });
        let (_, answer) = ask(&sandbox, &admin(&sandbox), CREATE, arguments("etl", limits));
        let refused = &answer["errors"][0]["message"];
        assert_eq!(refused.is_null(), is_made, "{most} {cpu}: {answer}");
        if !is_made {
            assert_eq!(refused, "Maximum CPU for pod exceeded");
        }
    }
}

/// A store keeps its settings. A seed sets those that it lacks, and a setting that is given by name always counts.
#[test]
fn the_store_keeps_its_settings() {
    let dir = tempfile::tempdir().unwrap();
    let seed = "settings: { baseDomain: seed.example.com, version: 1.0.0, airflowVersions: [2.1.0, 2.0.2] }\n\
                workspaces: { data: { label: Data } }\ndeployments: { etl: { workspace: data, label: ETL } }\n";
    let seeded = || Sandbox::builder().seed(seed).unwrap();
    let changed = |sandbox: Sandbox| {
        let defaults = Settings::default().list();
        let mut list = sandbox.settings().unwrap().list();
        list.retain(|setting| !defaults.contains(setting));
        list.iter().map(|(name, value)| format!("{name}={value} ")).collect::<String>()
    };
    let open = |builder: Builder| builder.open(dir.path()).unwrap();
    assert_eq!(changed(open(with(&[("version", "0.25.0")]))), "version=0.25.0 ");
    let all = "baseDomain=seed.example.com version=0.25.0 airflowVersions=2.1.0,2.0.2 ";
    let sandbox = open(seeded());
    let query = "{ deployment(where: { id: \"ck00000000000000000000etl\" }) { airflowVersion } }";
    let found = data(&sandbox, &admin(&sandbox), query, json!({}));
    assert_eq!(text(&found["deployment"]["airflowVersion"]), "2.1.0");
    assert_eq!(changed(sandbox), all);
    let given = seeded().setting("baseDomain", "given.example.com").unwrap();
    let all = all.replace("seed.ex", "given.ex");
    assert_eq!(changed(open(given)), all);
    assert_eq!(changed(open(seeded())), all);
    let sandbox = open(Sandbox::builder());
    let mut settings = sandbox.settings().unwrap();
    settings.max_pod_au = 0;
    let error = sandbox.change_settings(settings.clone()).unwrap_err().to_string();
    assert_eq!(error, "`0` is not a valid maxPodAu; use a number from 1 to 1000");
    settings = Settings::default();
    sandbox.change_settings(settings).unwrap();
    drop(sandbox);
    // All of them are in the store now, so the seed changes none.
    assert_eq!(changed(open(seeded())), "");
}

#[test]
fn a_seed_with_an_invalid_setting_is_refused_with_its_line() {
    for (seed, line, part) in [
        ("settings:\n  nope: x\n", 2, "unknown setting `nope`; use `baseDomain`, "),
        ("settings:\n  version: 0.23.12\n  basedomain: a.b\n", 3, "did you mean `baseDomain`?"),
        ("settings:\n  version: 0.23\n", 2, "`0.23` is not a valid version"),
        ("settings:\n  publicSignups: 1\n", 2, "use true or false"),
        ("settings:\n  airflowVersions: [2.0.0, [2.1.0]]\n", 2, "not a valid airflowVersions"),
        ("settings: [version]\n", 1, ""),
    ] {
        let error = Sandbox::builder().seed(seed).unwrap_err().to_string();
        assert!(error.contains(&format!("line {line}")) && error.contains(part), "{seed}: {error}");
    }
    let error = Sandbox::builder().setting("nope", "x").unwrap_err().to_string();
    assert!(error.starts_with("unknown setting `nope`; use `baseDomain`, `version`, "), "{error}");
}

/// The page about the sandbox has each setting with its default.
#[test]
fn the_page_has_each_setting() {
    let page = include_str!("../../../docs/sandbox.md");
    for (name, value) in Settings::default().list() {
        let is_row = |line: &str| line.starts_with(&format!("| `{name}` | `{value}` |"));
        assert!(page.lines().any(is_row), "{name}: {value}");
    }
}
