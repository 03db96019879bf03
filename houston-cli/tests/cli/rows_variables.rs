//! Variables of many deployments: `--env-file`, `--secret-keys`, `--copy-from` and `--remove` with `--rows`.

use houston_sandbox::WORKSPACE_ID;

use crate::rows_platform::{Platform, deployments, labels, outcomes, rows};

const COUNT: usize = 4;

/// A platform with some deployments, and a file with a row for each.
fn deployed() -> (Platform, String) {
    let platform = Platform::start(&[]);
    let file = labels(&platform, COUNT);
    assert_eq!(platform.user.run(&deployments(&file)).code, 0);
    (platform, file)
}

/// The keys of each deployment, in the order of their labels. A secret one has a `!`.
fn keys(platform: &Platform) -> Vec<String> {
    let fields = "deployments { label environmentVariables { key isSecret } releaseName }";
    let all = platform.ask(&format!("{{ {fields} }}"));
    let mut all: Vec<(String, String)> = all["deployments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let items = one["environmentVariables"].as_array().unwrap().iter();
            let items = items.map(|item| {
                let mark = if item["isSecret"] == true { "!" } else { "" };
                format!("{}{mark}", item["key"].as_str().unwrap())
            });
            let mut items: Vec<String> = items.collect();
            items.sort();
            (one["label"].to_string(), items.join(" "))
        })
        .collect();
    all.sort();
    all.into_iter().map(|(_, keys)| keys).collect()
}

#[test]
fn variables_of_many_deployments_are_changed() {
    let (platform, file) = deployed();
    let env = platform.file("v.env", "A=1\nPASSWORD=hidden\n");
    let journal = platform.path("journal");
    let run = |more: &[&str]| {
        let words = [
            "updateDeploymentVariables",
            "--rows",
            &file,
            "--ignore-columns",
            "label",
            "--deployment-uuid",
            "@find:label={label}",
            "--journal",
            journal.to_str().unwrap(),
            "--fields",
            "key",
        ];
        let ran = platform.user.run(&[&words[..], more].concat());
        assert!(!ran.to_string().contains("hidden"), "{ran}");
        ran
    };
    let done = vec!["done".to_owned(); COUNT];
    let set = ["--env-file", &env, "--secret-keys", "PASSWORD", "--merge"];
    let ran = run(&set);
    assert_eq!((ran.code, outcomes(&ran)), (0, done.clone()), "{ran}");
    assert_eq!(keys(&platform), vec!["A PASSWORD!"; COUNT]);
    assert!(!std::fs::read_to_string(&journal).unwrap().contains("hidden"));
    // Other changes are other rows, also with the same journal. The same ones do not run again.
    let count = |times: usize| {
        assert_eq!(platform.ran("updateDeploymentVariables").len(), times * COUNT);
    };
    count(1);
    for (flags, times, left) in [
        (vec!["--remove", "A", "--merge"], 2, "PASSWORD!"),
        (vec!["--remove", "A", "--merge"], 2, "PASSWORD!"),
        (vec!["--remove", "PASSWORD", "--merge"], 3, ""),
    ] {
        let ran = run(&flags);
        assert_eq!(ran.code, 0, "{ran}");
        assert_eq!(keys(&platform), vec![left; COUNT]);
        count(times);
    }
}

#[test]
fn variables_are_copied_to_many_deployments() {
    let (platform, file) = deployed();
    let line =
        format!("createDeployment --type airflow --workspace-uuid {WORKSPACE_ID} --label from");
    assert_eq!(platform.user.line(&line).code, 0);
    let line = "updateDeploymentVariables --deployment-uuid @find:label=from --merge --environment-variables key=B,value=2 --secret S=@env:HOUSTON_TOKEN";
    assert_eq!(platform.user.line(line).code, 0);
    let run = |more: &str| {
        let words = ["updateDeploymentVariables", "--rows", &file, "--ignore-columns", "label"];
        let more = more.split(' ');
        let words: Vec<&str> = words
            .into_iter()
            .chain(["--deployment-uuid", "@find:label={label}"])
            .chain(more)
            .collect();
        platform.user.run(&words)
    };
    let ran = run("--copy-from @find:label=from --merge");
    assert_eq!((ran.code, outcomes(&ran)), (8, vec!["not-sent".to_owned(); COUNT]), "{ran}");
    assert!(rows(&ran)[0]["error"].as_str().unwrap().contains("secret variables cannot be read"));
    assert!(ran.stderr.contains("cannot be read: S [usage]"), "{ran}");
    let ran = run("--copy-from @find:label=from --merge --secret S=@env:HOUSTON_TOKEN --dry-run");
    assert_eq!((ran.code, outcomes(&ran)), (12, vec!["would-change".to_owned(); COUNT]), "{ran}");
    let ran = run("--copy-from @find:label=from --secret S=@env:HOUSTON_TOKEN --yes");
    assert_eq!(ran.code, 0, "{ran}");
    let found = keys(&platform);
    assert_eq!(found, vec!["B S!"; COUNT + 1]);
    let ran = run("--copy-from @find:label={label} --remove {label} --merge");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: updateDeploymentVariables has 2 invalid arguments [usage]
      --copy-from: it is the same for all rows; run the call once for each value
      --remove: it is the same for all rows; run the call once for each value
    Nothing was sent. See `houston updateDeploymentVariables --help`.
    [exit: 2]
    ");
}
