//! `--dry-run`: what would be sent.

use serde_json::json;

use crate::environment::{Environment, Ran, bare};

#[test]
fn it_shows_the_whole_request() {
    let user = Environment::new().set("HOUSTON_TOKEN", "canary");
    let words = [
        "--url",
        "https://houston.example.com/v1",
        "--dry-run",
        "workspaceDeployments",
        "--workspace-uuid",
        "a",
    ];
    let ran = user.run(&words);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    insta::assert_snapshot!(ran.stdout);
}

#[test]
fn it_shows_values_as_they_would_be_sent() {
    let words = [
        "create-deployment",
        "--dry-run",
        "-o",
        "json",
        "--label",
        "123",
        "--type=airflow",
        "--workspaceUuid",
        "a",
        "--config.executor",
        "LocalExecutor",
        "--config.version",
        "1.10",
        "--scheduler.replicas",
        "2",
        "--scheduler.resources.limits.cpu",
        "100",
        "--properties",
        r#"{"extra_au": 1}"#,
        "--properties.alert_emails",
        r#"["a@example.com"]"#,
        "--executor",
        "CeleryExecutor",
    ];
    let shown = Environment::new().answer(&words);
    assert_eq!(
        shown["variables"],
        json!({
            "label": "123",
            "type": "airflow",
            "workspaceUuid": "a",
            "config": {"executor": "LocalExecutor", "version": "1.10"},
            "executor": "CeleryExecutor",
            "properties": {"extra_au": 1, "alert_emails": ["a@example.com"]},
            "scheduler": {"replicas": 2, "resources": {"limits": {"cpu": 100}}},
        })
    );
    let document = shown["document"].as_str().unwrap();
    assert!(
        document.contains("$workspaceUuid: Uuid!") && !document.contains("LocalExecutor"),
        "{document}"
    );
    assert_eq!(shown["url"], json!(null));
}

#[test]
fn an_argument_wins_over_an_option_of_its_name_behind_the_operation() {
    let words = [
        "createDeployment",
        "--dry-run",
        "-o",
        "json",
        "--label=-x",
        "--type",
        "a",
        "--workspace-uuid",
        "--b",
        "--version",
        "1",
    ];
    let shown = Environment::new().answer(&words);
    assert_eq!(
        shown["variables"],
        json!({"label": "-x", "type": "a", "workspaceUuid": "--b", "version": "1"})
    );
}

#[test]
fn options_may_stand_anywhere() {
    for words in [
        "--base-domain example.com --dry-run -o json query workspaces",
        "query --base-domain example.com --dry-run -o json workspaces",
        "query workspaces --base-domain=example.com --dry-run --output=json",
        "-ojson --dry-run workspaces --base-domain example.com",
    ] {
        let shown = Environment::new().answer(&words.split(' ').collect::<Vec<_>>());
        assert_eq!(shown["url"], "https://houston.example.com/v1", "{words}");
    }
}

#[test]
fn the_endpoint_comes_from_the_nearest_place() {
    let url = |user: Environment, options: &[&str]| {
        let words = [options, &["--dry-run", "-o", "json", "workspaces"]].concat();
        user.answer(&words)["url"].as_str().map(str::to_owned)
    };
    let user = || Environment::new().set("HOUSTON_BASE_DOMAIN", "domain.example");
    let both = || user().set("HOUSTON_URL", "https://url.example/v1");
    let expected = |text: &str| Some(text.to_owned());
    assert_eq!(url(user(), &[]), expected("https://houston.domain.example/v1"));
    assert_eq!(url(both(), &[]), expected("https://url.example/v1"));
    assert_eq!(
        url(both(), &["--base-domain", "flag.example"]),
        expected("https://houston.flag.example/v1")
    );
    assert_eq!(
        url(both(), &["--url", "https://flag.example/v1"]),
        expected("https://flag.example/v1")
    );
    assert_eq!(url(both(), &["--sandbox"]), expected("sandbox"));
    assert_eq!(url(Environment::new().set("HOUSTON_URL", ""), &[]), None);
}

#[test]
fn secrets_are_not_shown() {
    let user = Environment::new().set("HOUSTON_TOKEN", "canary");
    for output in [&[][..], &["-o", "json"]] {
        let words =
            [&["--dry-run", "--url", "https://example.com/v1?canary#canary", "createUser"], output];
        let words = [
            &words.concat()[..],
            &["--email", "me", "--password", "canary", "--allow-secret-args"],
        ]
        .concat();
        let ran = user.run(&words);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        assert!(ran.stdout.contains("***") && ran.stdout.contains("me"), "{}", ran.stdout);
        assert!(!ran.all().contains("canary"), "{}", ran.all());
    }
}

#[test]
fn what_no_call_is_sent_with_is_refused() {
    for url in [
        "https://me:canary@example.com/v1",
        "https:/me:canary@example.com/v1",
        "https:me:canary@example.com/v1",
        "https:\\\\me:canary@example.com/v1",
        "https://me:can?canary@example.com/v1",
        "me:canary@example.com",
        "http://example.com/canary",
    ] {
        for user in [Environment::new().set("HOUSTON_URL", url), Environment::new()] {
            let ran = user.run(&["--url", url, "--dry-run", "workspaces"]);
            assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{url}: {}", ran.stderr);
            assert!(!ran.stderr.contains("canary"), "{}", ran.stderr);
        }
    }
    let insecure = ["--url", "http://example.com", "--dry-run", "workspaces", "--allow-http"];
    assert!(Environment::new().run(&insecure).stdout.starts_with("POST http://example.com/\n"));
    for token in ["Bearer canary", "can\u{e4}ry"] {
        let user = Environment::new().set("HOUSTON_TOKEN", token);
        let ran = user.run(&["--url", "http://127.0.0.1:1/v1", "workspaces"]);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{}", ran.stderr);
        assert!(ran.stderr.starts_with("error: HOUSTON_TOKEN cannot be used: "), "{}", ran.stderr);
        // A dry run needs no token; that the call would be refused is told.
        let ran = user.run(&["--dry-run", "workspaces"]);
        assert!(ran.code == 0 && !ran.all().contains("canary"), "{}", ran.all());
        let said = "note: the call would be refused: HOUSTON_TOKEN cannot be used: ";
        assert!(ran.stderr.starts_with(said), "{}", ran.stderr);
        assert_eq!(user.run(&["--sandbox", "--dry-run", "workspaces"]).code, 0);
    }
}

#[test]
fn json_is_sent_as_it_was_given() {
    let config = r#"{"$serde_json::private::RawValue":"[1, 2]"}"#;
    let ran = Environment::new().run(&[
        "createDeployment",
        "--dry-run",
        "-o",
        "json",
        "--label=a",
        "--type=a",
        "--workspace-uuid=a",
        "--config",
        config,
    ]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains(r#""$serde_json::private::RawValue": "[1, 2]""#), "{}", ran.stdout);
}

#[test]
fn nothing_is_needed_for_it() {
    let ran = Ran::new(bare(&["--sandbox", "--dry-run", "workspaces"]).output().unwrap());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.starts_with("POST sandbox\n"), "{}", ran.stdout);
}
