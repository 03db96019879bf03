//! The platform and the token of the environment. It belongs to the whole process, so other processes read it.

use std::process::Command;

use houston_client::Client;
use houston_client::environment::{BASE_DOMAIN, TOKEN, URL};

#[test]
fn a_client_of_the_environment() {
    match Client::from_env() {
        Ok(client) => println!("read: {client:?}"),
        Err(error) => println!("refused: {}", error.summary()),
    }
}

#[test]
fn the_environment_names_the_platform_and_the_token() {
    let unset =
        "refused: HOUSTON_URL and HOUSTON_BASE_DOMAIN are not set: set one of them to the platform";
    let none = "read: Client { token: none";
    let local = (URL, "http://127.0.0.1:1/v1");
    for (variables, expected) in [
        (&[][..], unset),
        (&[(URL, ""), (TOKEN, "canary")], unset),
        (&[local, (TOKEN, "canary")], "read: Client { token: fixed"),
        (&[local], none),
        (&[local, (TOKEN, "")], none),
        (&[(URL, ""), (BASE_DOMAIN, "astro.example.com")], none),
        // The URL counts more.
        (&[local, (BASE_DOMAIN, "a/b")], none),
        (
            &[(BASE_DOMAIN, "a/b")],
            "refused: HOUSTON_BASE_DOMAIN: `a/b` is not a valid domain: give a name such as `example.com`",
        ),
        (
            &[local, (TOKEN, "'canary'")],
            "refused: HOUSTON_TOKEN cannot be used: the token stands in quotes; remove them",
        ),
        (
            &[local, (TOKEN, "can\nary")],
            "refused: HOUSTON_TOKEN cannot be used: the token contains white",
        ),
        (&[(URL, "http://houston.example.com/v1")], "refused: plain http shows the token"),
        (&[(URL, "astro.example.com")], "refused: the URL does not begin with `https://`"),
    ] {
        let mut again = Command::new(std::env::current_exe().unwrap());
        again.args(["--exact", "environment::a_client_of_the_environment", "--nocapture"]);
        for name in [URL, BASE_DOMAIN, TOKEN] {
            again.env_remove(name);
        }
        let output = again.envs(variables.iter().copied()).output().unwrap();
        let shown = String::from_utf8_lossy(&output.stdout);
        assert!(shown.contains(expected), "{variables:?}: {shown}");
        assert!(!shown.contains("canary"), "{shown}");
    }
}
