//! `houston sandbox settings` and `--set`: the sandbox looks like another platform.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::environment::{Environment, lasting};

/// Writes a seed for the user, and returns its path.
fn seed(user: &Environment, text: &str) -> String {
    let path = user.store().with_file_name("seed.yaml");
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn settings_are_shown_set_and_kept() {
    let user = Environment::new();
    let defaults = houston_sandbox::Settings::default().list();
    let lines = defaults.iter().map(|(name, value)| format!("{name}={value}\n"));
    assert_eq!(user.line("sandbox settings").stdout, lines.collect::<String>());
    // A look makes no store.
    assert!(!user.store().exists());
    let set = "--set baseDomain=astro.example.com --set airflowVersions=2.1.0,2.0.2";
    let set = user.line(&format!("sandbox settings {set}")).stdout;
    assert!(set.contains("baseDomain=astro.example.com\n"), "{set}");
    assert!(set.contains("airflowVersions=2.1.0,2.0.2\n"), "{set}");
    assert_eq!(user.line("sandbox settings").stdout, set);
    let config = user.answer(&["appConfig", "--sandbox", "--fields", "version,baseDomain"]);
    assert_eq!(config.to_string(), r#"{"version":"0.23.12","baseDomain":"astro.example.com"}"#);
}

#[test]
fn a_server_says_which_settings_its_store_has() {
    let user = Environment::new();
    let seed = seed(&user, "settings: { version: 1.2.3, maxPodAu: 20 }\n");
    let said = user.store().with_file_name("said");
    let mut command = user.command(&["sandbox", "serve", "--seed", &seed, "--set", "maxPodAu=60"]);
    command.stdout(Stdio::piped()).stderr(fs::File::create(&said).unwrap());
    let mut process = command.spawn().unwrap();
    let mut url = String::new();
    BufReader::new(process.stdout.take().unwrap()).read_line(&mut url).unwrap();
    let url = url.trim().trim_start_matches("export HOUSTON_URL=");
    let held = user.line("sandbox settings --set maxPodAu=5").to_string().replace(url, "[URL]");
    process.kill().unwrap();
    process.wait().unwrap();
    let said = fs::read_to_string(said).unwrap();
    let lines: Vec<&str> = said.lines().take(3).collect();
    insta::assert_snapshot!(lines.join("\n"), @"
    Settings of the store that differ from the defaults:
      version=1.2.3
      maxPodAu=60
    ");
    insta::assert_snapshot!(held, @"
    ------- stderr -------
    error: the store is served at http://127.0.0.1:[PORT]/v1 [not-reached]
    End that process first, or ask it: `appConfig` and `deploymentConfig` return most settings.
    [exit: 6]
    ");
    assert_eq!(user.line("sandbox settings").stdout.matches("maxPodAu=60\n").count(), 1);
}

#[test]
fn a_wrong_setting_is_refused_before_anything_starts() {
    let user = Environment::new();
    let seed = seed(&user, "settings:\n  baseDomain: https://a.b\n");
    let said = user.session(&[
        "sandbox serve --set baseDomian=a.b",
        "sandbox settings --set nope=1",
        "sandbox serve --set version=latest",
        "sandbox serve --set version",
        &format!("sandbox serve --seed {seed}"),
    ]);
    insta::assert_snapshot!(lasting(&said), @"
    $ sandbox serve --set baseDomian=a.b
    ------- stderr -------
    error: cannot use `--set baseDomian=a.b` [usage]
      caused by: unknown setting `baseDomian`; did you mean `baseDomain`?
    `houston sandbox settings` shows all of them.
    [exit: 2]

    $ sandbox settings --set nope=1
    ------- stderr -------
    error: cannot use `--set nope=1` [usage]
      caused by: unknown setting `nope`; use `baseDomain`, `version`, `publicSignups`, `emailConfirmation`, `manualReleaseNames`, `airflowVersions`, `chartVersion`, `maxPodAu`, `maxExtraAu`
    `houston sandbox settings` shows all of them.
    [exit: 2]

    $ sandbox serve --set version=latest
    ------- stderr -------
    error: cannot use `--set version=latest` [usage]
      caused by: `latest` is not a valid version; use a version such as 0.23.12
    `houston sandbox settings` shows all of them.
    [exit: 2]

    $ sandbox serve --set version
    ------- stderr -------
    error: cannot use `--set version` [usage]
      it does not have the form NAME=VALUE
    [exit: 2]

    $ sandbox serve --seed [DIR]/seed.yaml
    ------- stderr -------
    error: cannot use the seed [DIR]/seed.yaml [usage]
      caused by: the seed is invalid: line 2: `https://a.b` is not a valid baseDomain; use a domain such as astro.example.com
    [exit: 2]
    ");
    assert!(!user.store().exists());
}
