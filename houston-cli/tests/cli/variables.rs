//! Variables from env files, secrets from elsewhere, and the release name of the deployment.

use std::fmt::Write as _;

use houston_client::SCHEMA;
use houston_sandbox::WORKSPACE_ID;
use serde_json::json;

use crate::environment::Environment;

/// A user of the sandbox, and the id of a deployment labelled `a`.
fn deployed() -> (Environment, String) {
    let user = Environment::new().set("TOKEN", "t0ken");
    let id = created(&user, "a");
    (user, id)
}

fn created(user: &Environment, label: &str) -> String {
    let line = format!(
        "--sandbox createDeployment --type airflow --label {label} --workspace-uuid {WORKSPACE_ID} --jq .id -o value"
    );
    user.line(&line).stdout.trim().to_owned()
}

const CALL: [&str; 3] = ["--sandbox", "updateDeploymentVariables", "--deployment-uuid"];

#[test]
fn an_env_file_is_merged_or_replaces_all() {
    let (user, id) = deployed();
    let text = "# c\nA=1\nexport URL=\"http://u:p\\$w@h\" # c\nKEY='x\ny'\n";
    let run = |words: &[&str]| {
        let words: Vec<&str> = CALL.iter().chain([&&*id]).chain(words).copied().collect();
        user.with_stdin(&words, text).after(&words[3..].join(" ")).replace(&id, "[ID]")
    };
    let merge = ["--env-file", "-", "--secret-keys", "URL,KEY", "--merge"];
    let all = ["--env-file", "-", "--secret", "T=@env:TOKEN", "--yes"];
    let both = ["--environment-variables", "key=B,value=2", "--secret", "A=@env:TOKEN", "--merge"];
    let shown = [run(&merge), run(&merge), run(&both), run(&all)].concat();
    assert!(!shown.contains("t0ken"));
    insta::assert_snapshot!("env_files", shown);
}

#[test]
fn what_is_wrong_with_variables_is_told_without_their_values() {
    let (user, id) = deployed();
    let mut shown = String::new();
    for (file, flags) in [
        ("A=hidden\nB=$hidden\nlower=hidden\nAIRFLOW__CORE__FERNET_KEY=hidden\nhidden\n", ""),
        ("A=hidden # hidden\nA_ = hidden\nC='hidden\nD=hidden", ""),
        ("", ""),
        (" \n", ""),
        ("# A=hidden\n", ""),
        ("A=hidden\n", "--secret-keys A,AA"),
        ("A=hidden\n", "--env-file=-"),
        ("A=hidden\n", "--secret A=@env:TOKEN"),
        ("A=hidden\n", "--environment-variables key=A,value=hidden"),
        ("A=hidden\n", "--secret hidden"),
        ("A=hidden\n", "--secret B=hidden"),
        ("A=hidden\n", "--secret B=@@hidden"),
        ("A=hidden\n", "--secret b=@env:TOKEN"),
        ("A=hidden\n", "--secret B=@env:NOT_SET"),
        ("A=hidden\n", "--secret B=@-"),
        ("A=hidden\n", "--environment-variables key=B,value=x,isSecret=true"),
        ("A=hidden\n", "--environment-variables key=b,value=x"),
    ] {
        let words = ["--env-file", "-", "--merge"].into_iter().chain(flags.split(' '));
        let words = words.filter(|word| !word.is_empty());
        let words: Vec<&str> = CALL.into_iter().chain([&*id]).chain(words).collect();
        let ran = user.with_stdin(&words, file);
        assert_eq!((ran.code, &*ran.stdout), (2, ""), "{flags}: {ran}");
        assert!(!ran.stderr.contains("hidden"), "{flags}: {ran}");
        let ran = ran.to_string().replace("------- stderr -------\n", "");
        writeln!(shown, "{file:?} {}\n{ran}\n", flags.replace("hidden", "***")).unwrap();
    }
    let line = CALL.join(" ");
    let bare = user.line(&format!("{line} {id} --secret-keys A --merge"));
    let missing = user.line(&format!("{line} {id} --env-file no-such.env --merge"));
    writeln!(shown, "{bare}\n\n{missing}").unwrap();
    insta::assert_snapshot!("wrong_variables", shown);
    assert_eq!(
        user.answer(&["--sandbox", "deploymentVariables", "--deployment-uuid", &id]),
        json!([])
    );
}

#[test]
fn the_release_name_is_that_of_the_deployment() {
    let (user, id) = deployed();
    created(&user, "b");
    let line = CALL.join(" ");
    let item = "--environment-variables key=A,value=1 --merge";
    for given in [&*id, "@find:label=a", "@find:label=a --release-name=@@x"] {
        let ran = user.line(&format!("{line} {given} {item}"));
        assert_eq!(ran.code == 0, !given.contains("@@x"), "{ran}");
    }
    let lines = [
        format!("{line} nope {item}"),
        format!("--sandbox updateDeploymentVariables {item}"),
        format!("{line} @find:label=a {item} --dry-run"),
        format!("--sandbox reconcile updateDeploymentVariables --deployment-uuid {id} {item}"),
    ];
    let shown = user.session(&lines.each_ref().map(String::as_str));
    insta::assert_snapshot!("release_names", shown.replace(&id, "[ID of a]"));
}

#[test]
fn variables_are_copied_and_removed() {
    let (user, a) = deployed();
    let b = created(&user, "b");
    let given = "--secret S=@env:TOKEN --secret T=@env:TOKEN --environment-variables key=A,value=1";
    let line = CALL.join(" ");
    assert_eq!(user.line(&format!("{line} {a} --merge {given}")).code, 0);
    let lines = [
        format!("{line} @find:label=b --copy-from @find:label=a --yes"),
        format!("{line} {b} --copy-from {a} --secret S=@env:TOKEN"),
        format!("{line} {b} --copy-from {a} --secret S=@env:TOKEN --secret T=@env:TOKEN --yes"),
        format!(
            "{line} {b} --copy-from {a} --remove S --remove T --environment-variables key=A,value=2 --merge"
        ),
        format!("{line} {b} --copy-from @find:label=c --merge"),
        format!("{line} {b} --copy-from c --merge"),
        format!("{line} {b} --copy-from {a} --merge --dry-run --fields key"),
        format!("{line} {a} --copy-from {b} --merge"),
        format!("{line} {a} --merge --remove A --remove S --remove NONE"),
        format!("{line} {a} --merge --remove A --remove S"),
        format!("--sandbox reconcile {} {a} --merge --remove A --remove S", CALL[1..].join(" ")),
        format!("--sandbox reconcile {} {a} --merge --remove T", CALL[1..].join(" ")),
        format!("{line} {a} --remove T"),
        "--sandbox updateDeploymentVariables --merge --remove T --rows no-such.csv".to_owned(),
        format!("{line} {a} --merge --remove T --environment-variables key=T,value=1"),
        format!("{line} {a} --merge --remove T --secret T=@env:TOKEN"),
    ];
    let shown = user.session(&lines.each_ref().map(String::as_str));
    assert!(!shown.contains("t0ken"));
    insta::assert_snapshot!("copied", shown.replace(&a, "[ID of a]").replace(&b, "[ID of b]"));
}

#[test]
fn every_reserved_key_is_one_that_the_platform_refuses() {
    let (user, id) = deployed();
    let operation = SCHEMA.operation("updateDeploymentVariables").unwrap();
    let name = user.answer(&["--sandbox", "deployments", "--fields", "releaseName"]);
    let reserved = &operation.variables.as_ref().unwrap().reserved;
    assert_eq!(reserved.len(), 14);
    let document = "mutation($d: Uuid!, $r: String!, $v: [InputEnvironmentVariable]!) { \
                    updateDeploymentVariables(deploymentUuid: $d, releaseName: $r, environmentVariables: $v) { key } }";
    let name = name[0]["releaseName"].as_str().unwrap();
    // The text of an error is cut.
    for some in reserved.chunks(5) {
        let items: Vec<_> = some.iter().map(|key| json!({"key": key})).collect();
        let items = json!(items).to_string();
        let words = ["--sandbox", "query-text", "-", "--unchecked", "--yes"];
        let values = ["--d", &id, "--r", name, "--v", &items];
        let ran = user.with_stdin(&[&words[..], &values].concat(), document);
        for key in some {
            assert!(ran.stderr.contains(&**key), "{key}: {ran}");
        }
    }
}
