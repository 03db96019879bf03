//! Profiles, and the tokens that are kept for them.

use houston_sandbox::WORKSPACE_ID;
use serde_json::json;

use crate::environment::Environment;
use crate::serve::Serving;
use crate::server::Server;

/// A user who is signed in to a served sandbox, by a profile named `here`.
fn signed_in(server: &Serving) -> (Environment, String) {
    let (user, token) = (Environment::new(), server.token());
    let words = ["auth", "login", "--url", &server.url, "--name", "here", "--token-stdin"];
    let ran = user.with_stdin(&words, &format!("{token}\n"));
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
    assert!(!ran.stderr.contains(&token));
    assert!(ran.stderr.contains("signed in to ") && ran.stderr.contains("admin@sandbox.localhost"));
    (user, token)
}

#[test]
fn a_token_is_kept_for_its_host_alone() {
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let (user, token) = signed_in(&server);
    let credentials = user.config().join("credentials.toml");
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, PermissionsExt};
        assert_eq!(credentials.metadata().unwrap().mode() & 0o777, 0o600);
        assert_eq!(user.config().metadata().unwrap().mode() & 0o777, 0o700);
        // Others may read it: then it is not used.
        let allow = |mode| {
            std::fs::set_permissions(&credentials, std::fs::Permissions::from_mode(mode)).unwrap();
        };
        allow(0o644);
        let ran = user.line("workspaces");
        assert!(ran.code == 2 && ran.stderr.contains("help: chmod 600 '"), "{}", ran.stderr);
        // What sends nothing does not need what is in it.
        for words in ["workspaces --dry-run", "workspaces --curl", "profile list", "profile show"] {
            let ran = user.line(words);
            assert!(ran.code == 0 && !ran.all().contains(&token), "{words}: {}", ran.all());
        }
        let ran = user.line("workspaces --dry-run");
        assert!(ran.stdout.contains("authorization: ***"), "{}", ran.stdout);
        assert!(ran.stderr.starts_with("note: the call would be refused: "), "{}", ran.stderr);
        assert!(ran.stderr.contains("chmod 600 '"), "{}", ran.stderr);
        let unusable =
            user.command(&["workspaces", "--dry-run"]).env("HOUSTON_TOKEN", "a\nb").output();
        assert_eq!(unusable.unwrap().status.code(), Some(0));
        allow(0o600);
    }
    assert!(!user.config_file("config.toml").contains(&token));
    assert_eq!(user.answer(&["workspaces"])[0]["id"], WORKSPACE_ID);
    let status = user.answer(&["auth", "status", "-o", "json"]);
    assert_eq!(status["profile"], "here");
    assert_eq!(status["token"]["source"], "what is stored for profile here");
    assert_eq!(status["user"], "admin@sandbox.localhost");
    assert_eq!(status["roles"][0]["role"], "SYSTEM_ADMIN");
    assert!(status["token"]["kind"].is_string());
    for words in ["auth status", "profile show", "profile list", "profile list -o json"] {
        let ran = user.line(words);
        assert!(ran.code == 0 && !ran.all().contains(&token), "{words}: {}", ran.all());
    }

    // The profile leads elsewhere now: the token does not go along.
    let elsewhere = Server::answering("200 OK", "{}");
    let config = user.config().join("config.toml");
    let text = std::fs::read_to_string(&config).unwrap().replace(&server.url, &elsewhere.url);
    std::fs::write(&config, text).unwrap();
    let ran = user.line("workspaces");
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{}", ran.stderr);
    assert!(ran.stderr.contains("is for another host"), "{}", ran.stderr);
    // Nor with a URL that is named in the call.
    let ran = user.run(&["workspaces", "--url", &elsewhere.url]);
    assert_eq!(ran.code, 6);
    assert!(!elsewhere.request().to_lowercase().contains("authorization"));

    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let open = std::fs::Permissions::from_mode(0o644);
        std::fs::set_permissions(&credentials, open).unwrap();
    }
    let ran = user.line("auth logout");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(!user.config_file("credentials.toml").contains(&token));
}

#[test]
fn a_password_signs_in_and_a_wrong_token_is_not_kept() {
    let administrator = Environment::new();
    let server = Serving::start_with(&administrator, &["--empty"]);
    let made = administrator.set("P", "hidden-password");
    let words = "createUser --email a@example.com --username a --password @env:P";
    let ran =
        made.run(&[&["--url", &server.url], &words.split(' ').collect::<Vec<_>>()[..]].concat());
    assert_eq!(ran.code, 0, "{}", ran.stderr);

    let user = Environment::new();
    let login = |words: &[&str], stdin: &str| {
        user.with_stdin(&[&["auth", "login", "--url", &server.url], words].concat(), stdin)
    };
    for (words, stdin, code, said) in [
        (&["--token-stdin"][..], "wrong", 3, "the token was not kept"),
        (&[], "", 2, "nobody is there to paste a token"),
        (&["--identity", "a@example.com"], "", 2, "nobody is there to type a password"),
        (
            &["--identity", "a@example.com", "--password", "hidden-password"],
            "",
            2,
            "stays in the history",
        ),
        (&["--identity", "a@example.com", "--token-stdin"], "", 2, "leave out --token-file"),
        (&["--identity", "a@example.com", "--password", "@-"], "wrong", 3, "createToken: "),
    ] {
        let ran = login(words, stdin);
        assert_eq!((ran.code, ran.stdout.as_str()), (code, ""), "{words:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{words:?}: {}", ran.stderr);
        assert!(!user.config().join("credentials.toml").exists(), "{words:?}");
    }
    let ran = login(&["--identity", "a@example.com", "--password", "@-"], "hidden-password\n");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(!ran.all().contains("hidden-password"));
    let name = server.url.trim_start_matches("http://").trim_end_matches("/v1").replace(':', "-");
    assert_eq!(user.answer(&["auth", "status", "-o", "json"])["profile"], name);
    let status = user.answer(&["auth", "status", "-o", "json"]);
    assert_eq!(status["user"], "a");
    assert_eq!(status["token"]["kind"], "the token of a user (JWT)");
    assert!(status["token"]["expiresAt"].is_string());
}

#[test]
fn a_token_comes_from_where_the_call_says() {
    let user = Environment::new();
    let file = user.config().join("token");
    std::fs::create_dir_all(user.config()).unwrap();
    std::fs::write(&file, "from-file\n").unwrap();
    let file = file.to_str().unwrap();
    let add = "profile add p --token-command";
    let add: Vec<&str> = add.split(' ').chain(["echo from-$((1+1))", "--url"]).collect();
    let sent = |user: &Environment, words: &[&str], stdin: &str| {
        let server = Server::answering("200 OK", r#"{"data":{"workspaces":[]}}"#);
        let config = user.config().join("config.toml");
        let _ = std::fs::remove_file(config);
        let ran = user.run(&[&add[..], &[&server.url]].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let ran = user.with_stdin(&[&["workspaces"], words].concat(), stdin);
        assert_eq!(ran.code, 0, "{words:?}: {}", ran.stderr);
        let request = server.request();
        let line = request.lines().find_map(|line| line.strip_prefix("authorization: "));
        line.map(str::to_owned)
    };
    assert_eq!(sent(&user, &[], "").as_deref(), Some("from-2"));
    assert_eq!(sent(&user, &["--token-file", file], "").as_deref(), Some("from-file"));
    assert_eq!(sent(&user, &["--token-stdin"], "from-stdin").as_deref(), Some("from-stdin"));
    let user = user.set("HOUSTON_TOKEN", "from-environment");
    assert_eq!(sent(&user, &[], "").as_deref(), Some("from-environment"));
    assert_eq!(sent(&user, &["--token-file", file], "").as_deref(), Some("from-file"));
    let ran = user.line("workspaces --token-stdin --token-file x");
    assert!(ran.code == 2 && ran.stderr.contains("exclude each other"), "{}", ran.stderr);
    let ran = user.with_stdin(&["createWorkspace", "--label", "@-", "--token-stdin"], "x");
    assert!(ran.code == 2 && ran.stderr.contains("stdin is read by something else"));

    let user = Environment::new();
    let words =
        ["profile", "add", "p", "--url", "http://127.0.0.1:1/v1", "--token-command", "exit 3"];
    assert_eq!(user.run(&words).code, 0);
    let ran = user.line("workspaces");
    assert!(ran.code == 3 && ran.stderr.contains("the token-command of profile p failed"));
    // It is not run for what sends nothing.
    assert_eq!(user.line("workspaces --dry-run").code, 0);
}

#[test]
fn a_profile_is_chosen_by_the_nearest_word() {
    let user = Environment::new();
    let add = |name: &str| {
        let ran = user.line(&format!("profile add {name} --base-domain {name}.example"));
        assert_eq!(ran.code, 0, "{}", ran.stderr);
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

    let ran = user.line("workspaces --profile optoin");
    assert!(ran.code == 2 && ran.stderr.contains("did you mean `option`?"), "{}", ran.stderr);
    // A project names no address.
    let user = Environment::new();
    let words = "profile = \"sandbox\"\nurl = \"https://evil.example\"\n";
    std::fs::write(project.path().join(".houston.toml"), words).unwrap();
    let output = user.command(&["workspaces"]).current_dir(&inner).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("unknown field `url`"));
}

#[test]
fn defaults_fill_what_nobody_gives_but_never_for_what_takes_away() {
    let user = Environment::new();
    let ran = user
        .line("profile add p --sandbox --default workspaceUuid=ck0 --default deploymentUuid=ck1");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let ran = user.line("createDeployment --type airflow --label a --dry-run -o json");
    assert!(
        ran.stderr.contains("note: workspaceUuid is \"ck0\", as profile p says"),
        "{}",
        ran.stderr
    );
    let sent: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(sent["variables"], json!({"workspaceUuid": "ck0", "type": "airflow", "label": "a"}));
    let ran = user
        .line("createDeployment --type airflow --label a --workspaceUuid ck2 --dry-run -o json");
    assert!(ran.stderr.is_empty() && ran.stdout.contains("ck2"), "{}", ran.all());
    // The same value, given: it is not the profile that says it.
    let ran = user
        .line("createDeployment --type airflow --label a --workspaceUuid ck0 --dry-run -o json");
    assert!(ran.stderr.is_empty() && ran.stdout.contains("ck0"), "{}", ran.all());
    // A default is read as the flag would be: here as a number.
    assert_eq!(user.line("profile add q --sandbox --use --default duration=5").code, 0);
    let ran = user.line("authConfig --dry-run -o json");
    assert_eq!(ran.stderr, "note: duration is 5, as profile q says\n");
    assert_eq!(user.line("profile use p").code, 0);
    for words in ["deleteDeployment --dry-run", "deleteWorkspace --dry-run"] {
        let ran = user.line(words);
        assert!(ran.code == 2 && ran.stderr.contains("missing"), "{words}: {}", ran.all());
    }
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
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
    insta::assert_snapshot!(ran.stderr);
    assert!(user.config_file("credentials.toml").contains("canary-one"));
    let shown = user.answer(&["profile", "show", "one.example.com", "-o", "json"]);
    assert_eq!(shown["url"], "https://houston.one.example.com/v1");
    assert_eq!(shown["defaults"], json!({"workspaceUuid": "ck0"}));
    assert_eq!(shown["tokenStored"], true);
    let list = user.answer(&["profile", "list", "-o", "json"]);
    let current = list.as_array().unwrap().iter().find(|row| row["current"] == true).unwrap();
    assert_eq!(current["name"], "two.example.com");
    // What is there stays.
    let again = user.line("profile import astro");
    assert!(again.code == 0 && again.stderr.contains("there is a profile of this name already"));
    let ran = Environment::new().set("ASTRO_HOME", "/nowhere").line("profile import astro");
    assert!(ran.code == 2 && ran.stderr.contains("there is no /nowhere/.astro/config.yaml"));
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
    // What cannot be read is told, and stays.
    for (text, said) in [
        ("profiles = 1", "invalid type"),
        (
            "[profiles.a]\nurl = \"x\"\nbase-domain = \"y\"",
            "profiles.a: `url`, `base-domain` and `sandbox` exclude",
        ),
        ("[profiles.a]\n", "profiles.a: `url`, `base-domain` or `sandbox` is missing"),
        ("[profiles.a]\nbase-domian = \"y\"", "unknown field `base-domian`"),
    ] {
        std::fs::write(user.config().join("config.toml"), text).unwrap();
        let ran = user.line("profile add c --sandbox");
        assert!(ran.code == 2 && ran.stderr.contains(said), "{text}: {}", ran.stderr);
        assert_eq!(user.config_file("config.toml"), text);
    }
}

#[test]
fn a_profile_is_no_place_for_mistakes() {
    let user = Environment::new();
    for (words, said) in [
        ("profile add p", "the following required arguments were not provided"),
        ("profile add ../p --sandbox", "a name has letters"),
        ("profile add p --base-domain a/b", "`a/b` is no domain"),
        ("profile add p --url http://a.example/v1", "--allow-http allows it"),
        ("profile add p --sandbox --default x", "`x` is no NAME=VALUE"),
        ("profile use p", "there is no profile `p`"),
        ("profile remove sandbox", "profile sandbox is built in"),
        ("profile show", "no profile is in use"),
        ("profile add p --sandbox --dry-run", "unexpected argument '--dry-run'"),
        ("--dry-run profile list", "--dry-run means nothing to `houston profile list`"),
        ("auth logout", "no profile is in use"),
        ("auth login --sandbox", "the sandbox needs no login"),
        ("auth login", "no platform to sign in to was named"),
    ] {
        let ran = user.line(words);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{words}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{words}: {}", ran.stderr);
    }
    assert!(!user.config().exists());
}

#[test]
fn those_who_write_at_once_take_turns() {
    let user = Environment::new();
    let add = |number: usize| {
        let line = format!("profile add p{number} --base-domain p{number}.example");
        user.command(&line.split(' ').collect::<Vec<_>>()).spawn().unwrap()
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
    for line in ["profile list", "profile list -o json", "profile show p", "profile show q"] {
        let ran = user.line(line);
        assert!(ran.code == 0 && !ran.all().contains("hidden"), "{line}: {}", ran.all());
    }
    // Whoever names a profile means one that is there.
    assert_eq!(user.line("--profile nope list").code, 2);
}
