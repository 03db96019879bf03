//! Stored tokens, and the calls that use them without naming a profile.

use crate::environment::{Environment, Ran};
use crate::serve::Serving;
use crate::server::Server;

fn sign_in(user: &Environment, server: &Serving, name: &str) -> Ran {
    let words = ["auth", "login", "--url", &server.url, "--name", name, "--token-stdin"];
    let ran = user.with_stdin(&words, &server.token());
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    ran
}

#[test]
fn a_stored_token_is_used_for_its_host_however_it_is_named() {
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let user = Environment::new();
    sign_in(&user, &server, "here");
    let token = server.token();
    // No profile is in use: the address alone leads there.
    let config = user.config_file("config.toml").replace("current = \"here\"\n", "");
    std::fs::write(user.config().join("config.toml"), config).unwrap();
    let at = |url: &str, words: &[&str]| {
        Ran::new(user.command(words).env("HOUSTON_URL", url).output().unwrap())
    };
    let source = "what is stored for profile here";
    for words in [&["workspaces"][..], &["auth", "status"], &["doctor"], &["workspaces", "-v"]] {
        let ran = at(&server.url, words);
        assert_eq!(ran.code, 0, "{words:?}: {}", ran.all());
        assert!(words == ["workspaces"] || ran.all().contains(source), "{}", ran.all());
        assert!(!ran.all().contains(&token), "{words:?}");
    }
    let ran = user.run(&["--url", &server.url, "workspaces", "--dry-run"]);
    assert!(ran.code == 0 && ran.stdout.contains("authorization: ***"), "{}", ran.all());
    let ran = user.run(&["--url", &server.url, "workspaces"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);

    // Another port, host or scheme is another origin.
    let elsewhere = Server::answering("200 OK", r#"{"data":{"workspaces":[]}}"#);
    assert_eq!(at(&elsewhere.url, &["workspaces"]).code, 0);
    assert!(!elsewhere.request().to_lowercase().contains("authorization"));
    for url in [
        server.url.replace("127.0.0.1", "localhost"),
        server.url.replace("http:", "https:"),
        format!("{}0", server.url.trim_end_matches("/v1")),
    ] {
        let ran = at(&url, &["workspaces", "--dry-run"]);
        assert!(!ran.stdout.contains("authorization: ***"), "{url}: {}", ran.all());
    }
    // What the call names goes before.
    let ran = at(&server.url, &["workspaces", "--token-file", "/dev/null"]);
    assert_eq!(ran.code, 2, "{}", ran.all());
    let given = Server::answering("200 OK", r#"{"data":{"workspaces":[]}}"#);
    let bound = user
        .config_file("credentials.toml")
        .replace(server.url.trim_end_matches("/v1"), given.url.trim_end_matches("/v1"));
    std::fs::write(user.config().join("credentials.toml"), bound).unwrap();
    let mut call = user.command(&["workspaces", "--url", &given.url]);
    let ran = Ran::new(call.env("HOUSTON_TOKEN", "mine").output().unwrap());
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(given.request().contains("authorization: mine\r\n"));
}

#[test]
fn of_several_stored_tokens_none_is_guessed() {
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let user = Environment::new();
    sign_in(&user, &server, "one");
    let ran = sign_in(&user, &server, "two");
    let note = format!(
        "note: calls still go to {}, named by profile one (the configuration); `houston profile use two` changes that",
        server.url
    );
    assert!(ran.stderr.contains(&note), "{}", ran.stderr);
    let said = "several profiles have one for this host (one, two): choose with --profile";
    for (words, code) in [
        (&["workspaces"][..], 3),
        (&["auth", "status"], 3),
        (&["doctor"], 3),
        (&["workspaces", "-v"], 3),
        (&["workspaces", "--dry-run"], 0),
    ] {
        let ran = user.run(&[words, &["--url", &server.url]].concat());
        assert_eq!(ran.code, code, "{words:?}: {}", ran.all());
        assert!(ran.all().contains(said), "{words:?}: {}", ran.all());
    }
    assert_eq!(user.line("workspaces --profile two").code, 0);
    // Where calls go there anyway, there is nothing to say.
    assert!(!sign_in(&user, &server, "one").stderr.contains("note: calls still go"));
    let user = user.set("HOUSTON_PROFILE", "one");
    let ran = sign_in(&user, &server, "three");
    assert!(
        ran.stderr.contains("(HOUSTON_PROFILE); --profile three uses this one"),
        "{}",
        ran.stderr
    );
}
