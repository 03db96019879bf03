//! Profiles, and their stored tokens.

use std::process::Stdio;

use serde_json::json;

use crate::environment::{Environment, Ran};

#[test]
fn a_profile_is_chosen_by_the_nearest_word() {
    let user = Environment::new();
    let add = |name: &str| {
        let ran = user.line(&format!("profile add {name} --base-domain {name}.example"));
        assert_eq!(ran.code, 0, "{ran}");
    };
    ["current", "project", "environment", "option"].iter().for_each(|name| add(name));
    let url = |user: &Environment, words: &[&str], directory: &std::path::Path| {
        let words = [&["workspaces", "--dry-run", "-o", "json"], words].concat();
        let output = user.command(&words).current_dir(directory).output().unwrap();
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        answer["url"].as_str().unwrap().to_owned()
    };
    let of = |name: &str| format!("https://houston.{name}.example/v1");
    let project = tempfile::tempdir().unwrap();
    let inner = project.path().join("a/b");
    std::fs::create_dir_all(&inner).unwrap();
    assert_eq!(url(&user, &[], &inner), of("current"));
    std::fs::write(project.path().join(".houston.toml"), "profile = \"project\"\n").unwrap();
    assert_eq!(url(&user, &[], &inner), of("project"));
    let user = user.set("HOUSTON_PROFILE", "environment");
    assert_eq!(url(&user, &[], &inner), of("environment"));
    assert_eq!(url(&user, &["--profile", "option"], &inner), of("option"));
    let user = user.set("HOUSTON_BASE_DOMAIN", "domain.example");
    assert_eq!(url(&user, &[], &inner), of("domain"));
    assert_eq!(url(&user, &["--profile", "option"], &inner), of("option"));
    assert_eq!(url(&user, &["--profile", "sandbox"], &inner), "sandbox");

    insta::assert_snapshot!(user.line("workspaces --profile optoin"), @"
    ------- stderr -------
    error: unknown profile `optoin`; did you mean `option`? [usage]
      It is named by --profile.
    Nothing was sent. `houston profile list` shows the profiles, `houston profile add` creates one.
    [exit: 2]
    ");
    // A project file cannot name an address.
    let user = Environment::new();
    let words = "profile = \"sandbox\"\nurl = \"https://evil.example\"\n";
    std::fs::write(project.path().join(".houston.toml"), words).unwrap();
    let output = user.command(&["workspaces"]).current_dir(&inner).output().unwrap();
    insta::assert_snapshot!(Ran::new(output), @r#"
    ------- stderr -------
    error: [DIR]/.houston.toml cannot be used [usage]
      line 2: unknown field `url`, expected `profile`
    Nothing was sent. The file may contain one line: `profile = "NAME"`.
    [exit: 2]
    "#);
}

#[test]
fn defaults_fill_missing_arguments_but_not_those_of_deletions() {
    let user = Environment::new();
    let ran = user
        .line("profile add p --sandbox --default workspaceUuid=ck0 --default deploymentUuid=ck1");
    assert_eq!(ran.code, 0, "{ran}");
    let call = "createDeployment --type airflow --label a --fields id --dry-run -o json";
    insta::assert_snapshot!(user.line(call), @r#"
    {
      "url": "sandbox",
      "headers": {
        "accept": "application/json",
        "content-type": "application/json",
        "authorization": "***"
      },
      "document": "mutation createDeployment($label: String!, $type: String!, $workspaceUuid: Uuid!) {\n  createDeployment(label: $label, type: $type, workspaceUuid: $workspaceUuid) {\n    id\n  }\n}",
      "variables": {
        "label": "a",
        "type": "airflow",
        "workspaceUuid": "ck0"
      }
    }
    ------- stderr -------
    note: workspaceUuid is "ck0", a default of profile p
    [exit: 0]
    "#);
    let ran = user.line(&format!("{call} --workspaceUuid ck2"));
    assert!(ran.stderr.is_empty() && ran.stdout.contains("ck2"), "{ran}");
    // The same value on the command line does not come from the profile.
    let ran = user.line(&format!("{call} --workspaceUuid ck0"));
    assert!(ran.stderr.is_empty() && ran.stdout.contains("ck0"), "{ran}");
    // A default is read like the flag: here as a number.
    assert_eq!(user.line("profile add q --sandbox --use --default duration=5").code, 0);
    let ran = user.line("authConfig --dry-run -o json");
    assert_eq!(ran.stderr, "note: duration is 5, a default of profile q\n");
    assert_eq!(user.line("profile use p").code, 0);
    let shown = user.session(&["deleteDeployment --dry-run", "deleteWorkspace --dry-run"]);
    insta::assert_snapshot!(shown, @"
    $ deleteDeployment --dry-run
    ------- stderr -------
    error: deleteDeployment is missing a required argument [usage]
      --deployment-uuid: missing (Uuid!). Id of the deployment to delete. Find it with `houston workspaceDeployments`, or use `@find:FIELD=VALUE`.
    Nothing was sent. See `houston deleteDeployment --help`.
    [exit: 2]

    $ deleteWorkspace --dry-run
    ------- stderr -------
    error: deleteWorkspace is missing a required argument [usage]
      --workspace-uuid: missing (Uuid!). Id of the workspace to delete. Find it with `houston workspaces`, or use `@find:FIELD=VALUE`.
    Nothing was sent. See `houston deleteWorkspace --help`.
    [exit: 2]
    ");
}

#[test]
fn what_astro_has_configured_is_taken_over() {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join(".astro")).unwrap();
    let text = "context: two.example.com\n\
        contexts:\n  one_example_com:\n    domain: one.example.com\n    token: canary-one\n    workspace: ck0\n  \
        two_example_com:\n    domain: two.example.com\n    token: \"\"\n    workspace: \"\"\n  \
        astronomer_io:\n    domain: astronomer.io\n    token: cloud\n";
    std::fs::write(home.path().join(".astro/config.yaml"), text).unwrap();
    let user = Environment::new().set("ASTRO_HOME", home.path().to_str().unwrap());
    let ran = user.line("profile import astro");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    astronomer.io: skipped: it has no Houston at houston.DOMAIN
    profile one.example.com: https://houston.one.example.com/v1, with its token
    profile two.example.com: https://houston.two.example.com/v1, without a token
    Profile two.example.com is now the current one.
    [exit: 0]
    ");
    assert!(user.config_file("credentials.toml").contains("canary-one"));
    let shown = user.answer(&["profile", "show", "one.example.com", "-o", "json"]);
    assert_eq!(shown["url"], "https://houston.one.example.com/v1");
    assert_eq!(shown["defaults"], json!({"workspaceUuid": "ck0"}));
    assert_eq!(shown["tokenStored"], true);
    let list = user.answer(&["profile", "list", "-o", "json"]);
    let current = list.as_array().unwrap().iter().find(|row| row["current"] == true).unwrap();
    assert_eq!(current["name"], "two.example.com");
    // Existing profiles stay.
    insta::assert_snapshot!(user.line("profile import astro"), @"
    ------- stderr -------
    astronomer.io: skipped: it has no Houston at houston.DOMAIN
    one.example.com: skipped: a profile of this name already exists
    two.example.com: skipped: a profile of this name already exists
    Nothing was imported.
    [exit: 0]
    ");
    let ran = Environment::new().set("ASTRO_HOME", "/nowhere").line("profile import astro");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: /nowhere/.astro/config.yaml does not exist [usage]
    Set ASTRO_HOME to the directory that contains `.astro`.
    [exit: 2]
    ");
}

#[test]
fn a_configuration_keeps_what_it_is_not_asked_to_change() {
    let user = Environment::new();
    std::fs::create_dir_all(user.config()).unwrap();
    let text =
        "current = \"a\"\n\n# mine\n[profiles.a]   # the first\nbase-domain = \"a.example\"\n";
    std::fs::write(user.config().join("config.toml"), text).unwrap();
    assert_eq!(user.line("profile add b --sandbox").code, 0);
    let expected = format!("{text}\n[profiles.b]\nsandbox = true\n");
    assert_eq!(user.config_file("config.toml"), expected);
    assert_eq!(user.line("profile use b").code, 0);
    assert_eq!(user.line("profile remove b --yes").code, 0);
    assert_eq!(user.config_file("config.toml"), text.replace("current = \"a\"\n\n", "\n"));
    // A file that cannot be read is reported and stays.
    let shown = [
        "profiles = 1",
        "[profiles.a]\nurl = \"x\"\nbase-domain = \"y\"",
        "[profiles.a]\n",
        "[profiles.a]\nbase-domian = \"y\"",
    ]
    .map(|text| {
        std::fs::write(user.config().join("config.toml"), text).unwrap();
        let ran = user.line("profile add c --sandbox");
        assert_eq!(user.config_file("config.toml"), text);
        ran.after(&text.trim_end().replace('\n', "; "))
    });
    insta::assert_snapshot!(shown.concat(), @r#"
    $ profiles = 1
    ------- stderr -------
    error: [DIR]/config/config.toml cannot be used [usage]
      line 1: invalid type: integer `1`, expected a map
    Fix it, or move it out of the way.
    [exit: 2]

    $ [profiles.a]; url = "x"; base-domain = "y"
    ------- stderr -------
    error: [DIR]/config/config.toml cannot be used [usage]
      profiles.a: only one of `url`, `base-domain` and `sandbox` can be set
    [exit: 2]

    $ [profiles.a]
    ------- stderr -------
    error: [DIR]/config/config.toml cannot be used [usage]
      profiles.a: one of `url`, `base-domain` and `sandbox` is required
    [exit: 2]

    $ [profiles.a]; base-domian = "y"
    ------- stderr -------
    error: [DIR]/config/config.toml cannot be used [usage]
      line 2: unknown field `base-domian`, expected one of `url`, `base-domain`, `sandbox`, `token-command`, `allow-http`, `proxy`, `ca-cert`, `schema`, `defaults`
    Fix it, or move it out of the way.
    [exit: 2]
    "#);
}

#[test]
fn a_profile_is_no_place_for_mistakes() {
    let user = Environment::new();
    let shown = user.session(&[
        "profile add p",
        "profile add ../p --sandbox",
        "profile add p --base-domain a/b",
        "profile add p --url http://a.example/v1",
        "profile add p --sandbox --default x",
        "profile use p",
        "profile remove sandbox",
        "profile show",
        "profile add p --sandbox --dry-run",
        "--dry-run profile list",
        "auth logout",
        "auth login --sandbox",
        "auth login",
    ]);
    insta::assert_snapshot!(shown);
    assert!(!user.config().exists());
}

#[test]
fn those_who_write_at_once_take_turns() {
    let user = Environment::new();
    let add = |number: usize| {
        let line = format!("profile add p{number} --base-domain p{number}.example");
        let mut command = user.command(&line.split(' ').collect::<Vec<_>>());
        command.stderr(Stdio::null()).spawn().unwrap()
    };
    let children: Vec<_> = (0..12).map(add).collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let list = user.answer(&["profile", "list", "-o", "json"]);
    assert_eq!(list.as_array().unwrap().len(), 12);
    assert_eq!(list.as_array().unwrap().iter().filter(|row| row["current"] == true).count(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_to_the_configuration_stays_one() {
    let user = Environment::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let real = elsewhere.path().join("houston.toml");
    std::fs::write(&real, "").unwrap();
    std::fs::create_dir_all(user.config()).unwrap();
    std::os::unix::fs::symlink(&real, user.config().join("config.toml")).unwrap();
    assert_eq!(user.line("profile add p --sandbox").code, 0);
    assert!(std::fs::read_to_string(&real).unwrap().contains("[profiles.p]"));
}

#[test]
fn an_address_is_listed_without_what_may_be_secret_in_it() {
    let user = Environment::new();
    assert_eq!(user.line("profile add p --url https://a.example/v1?key=hidden").code, 0);
    let file = user.config().join("config.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text + "[profiles.q]\nurl = \"https://me:hidden@a.example/v1\"\n")
        .unwrap();
    let calls = ["profile list", "profile list -o json", "profile show p", "profile show q"];
    let shown = user.session(&calls);
    assert!(!shown.contains("hidden"), "{shown}");
    insta::assert_snapshot!("addresses_of_profiles", shown);
    // A profile that is named must exist.
    insta::assert_snapshot!(user.line("--profile nope list"), @"
    ------- stderr -------
    error: unknown profile `nope` [usage]
      It is named by --profile.
    `houston profile list` shows the profiles, `houston profile add` creates one.
    [exit: 2]
    ");
}
