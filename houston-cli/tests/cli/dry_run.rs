//! `--dry-run`: shows the request without sending it.

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
    insta::assert_snapshot!(user.run(&words));
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
        "\"1.10\"",
        "--scheduler.replicas",
        "2",
        "--scheduler.resources.limits.cpu",
        "100",
        "--properties",
        r#"{"extra_au": 1}"#,
        "--properties.alert_emails",
        r#"["a@example.com"]"#,
        "--executor",
        "LocalExecutor",
    ];
    let shown = Environment::new().answer(&words);
    assert_eq!(
        shown["variables"],
        json!({
            "label": "123",
            "type": "airflow",
            "workspaceUuid": "a",
            "config": {"executor": "LocalExecutor", "version": "1.10"},
            "executor": "LocalExecutor",
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
    let words = "--dry-run --url https://example.com/v1?canary#canary createUser --email me --password canary \
                 --allow-secret-args";
    let shown = [words, &format!("{words} -o json")].map(|line| user.line(line).to_string());
    assert!(!shown.concat().contains("canary"), "{shown:?}");
    insta::assert_snapshot!(shown[0], @r#"
    POST https://example.com/v1
    accept: application/json
    content-type: application/json
    authorization: ***

    mutation createUser($email: String!, $password: String!) {
      createUser(email: $email, password: $password) {
        authUserCapabilities {
          canSysAdmin
        }
        isAdmin
        permissions
        user {
          createdAt
          fullName
          id
          status
          updatedAt
          username
        }
      }
    }

    {
      "email": "me",
      "password": "***"
    }
    [exit: 0]
    "#);
    insta::assert_snapshot!(shown[1], @r#"
    {
      "url": "https://example.com/v1",
      "headers": {
        "accept": "application/json",
        "content-type": "application/json",
        "authorization": "***"
      },
      "document": "mutation createUser($email: String!, $password: String!) {\n  createUser(email: $email, password: $password) {\n    authUserCapabilities {\n      canSysAdmin\n    }\n    isAdmin\n    permissions\n    user {\n      createdAt\n      fullName\n      id\n      status\n      updatedAt\n      username\n    }\n  }\n}",
      "variables": {
        "email": "me",
        "password": "***"
      }
    }
    [exit: 0]
    "#);
}

#[test]
fn what_no_call_is_sent_with_is_refused() {
    let urls = [
        "https://me:canary@example.com/v1",
        "https:/me:canary@example.com/v1",
        "https:me:canary@example.com/v1",
        "https:\\\\me:canary@example.com/v1",
        "https://me:can?canary@example.com/v1",
        "me:canary@example.com",
        "http://example.com/canary",
    ];
    let shown = urls.map(|url| {
        let words = ["--url", url, "--dry-run", "workspaces"];
        let ran = Environment::new().run(&words);
        assert!(!ran.all().contains("canary"), "{ran}");
        let both = Environment::new().set("HOUSTON_URL", url).run(&words);
        assert_eq!(both.to_string(), ran.to_string());
        ran.after(url)
    });
    insta::assert_snapshot!(shown.concat());
    let insecure = ["--url", "http://example.com", "--dry-run", "workspaces", "--allow-http"];
    assert!(Environment::new().run(&insecure).stdout.starts_with("POST http://example.com/\n"));
}

#[test]
fn a_token_that_cannot_be_sent_is_reported() {
    for token in ["Bearer canary", "can\u{e4}ry"] {
        let user = Environment::new().set("HOUSTON_TOKEN", token);
        let words = "workspaces --fields id --url http://127.0.0.1:1/v1";
        // A dry run needs no token, but reports that the call would be refused.
        let shown = [words, &format!("{words} --dry-run")].map(|line| user.line(line).after(line));
        assert!(!shown.concat().contains("canary"), "{shown:?}");
        insta::allow_duplicates! { insta::assert_snapshot!(shown.concat(), @"
        $ workspaces --fields id --url http://127.0.0.1:1/v1
        ------- stderr -------
        error: HOUSTON_TOKEN cannot be used: the token contains white space or another character that is not visible ASCII (if it begins with `Bearer`, leave that out) [usage]
        Nothing was sent.
        [exit: 2]

        $ workspaces --fields id --url http://127.0.0.1:1/v1 --dry-run
        POST http://127.0.0.1:1/v1
        accept: application/json
        content-type: application/json
        authorization: ***

        query workspaces {
          workspaces {
            id
          }
        }

        {}
        ------- stderr -------
        note: the call would fail: HOUSTON_TOKEN cannot be used: the token contains white space or another character that is not visible ASCII (if it begins with `Bearer`, leave that out)
        [exit: 0]
        "); }
        assert_eq!(user.run(&["--sandbox", "--dry-run", "workspaces"]).code, 0);
    }
}

#[test]
fn json_is_sent_as_it_was_given() {
    let config = r#"{"$serde_json::private::RawValue":"[1, 2]"}"#;
    let words = "createDeployment --dry-run -o json --label=a --type=a --workspace-uuid=a --config";
    let words: Vec<&str> = words.split(' ').chain([config]).collect();
    let ran = Environment::new().run(&words);
    assert_eq!(ran.code, 0, "{ran}");
    assert!(ran.stdout.contains(r#""$serde_json::private::RawValue": "[1, 2]""#), "{ran}");
}

#[test]
fn nothing_is_needed_for_it() {
    let ran = Ran::new(bare(&["--sandbox", "--dry-run", "workspaces"]).output().unwrap());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.starts_with("POST sandbox\n"), "{ran}");
}

#[test]
fn three_stars_are_a_value_like_any_other() {
    let words = ["--url", "https://a.example/v1", "createToken", "--identity", "***", "--curl"];
    let secret = ["--password", "canary", "--allow-secret-args"];
    let ran = Environment::new().run(&[&words[..], &secret].concat());
    assert_eq!(ran.code, 0, "{ran}");
    assert!(ran.stdout.contains(r#""identity":"***""#), "{ran}");
    assert_eq!(ran.all().matches("HOUSTON_ARG_").count(), 2, "{ran}");
    assert!(ran.stdout.contains(r#""password":"'"${HOUSTON_ARG_PASSWORD}"'""#), "{ran}");
}
