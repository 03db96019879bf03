//! What is offered, without a shell.

use houston_client::SCHEMA;

use super::offers;
use super::offers::Offers;
use super::shell::Shell;

/// What is offered for a line, by the built-in schema.
fn offered(line: &str) -> Offers {
    let line = format!("houston --schema built-in {line}");
    let said = Shell::Bash.read(vec![String::new(), line]).unwrap();
    offers(&SCHEMA, &said.line).unwrap_or_default()
}

/// The first texts that are offered, and how many more there are.
fn shown(line: &str) -> String {
    let Offers { rows, files, .. } = offered(line);
    let more = rows.len().saturating_sub(6);
    let rows: Vec<&str> = rows.iter().take(6).map(|row| row.text.as_str()).collect();
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    format!("{}{}{more}", rows.join(" "), if files { "files" } else { "" })
}

/// Lines, and what is offered at their ends.
const OFFERED: [(&str, &str); 63] = [
    ("", "airflowRelease airflowReleases appConfig authConfig card deployment and 93 more"),
    (
        "depl",
        "deployment deploymentConfig deploymentServiceAccount deploymentServiceAccounts deploymentUsers deploymentVariables and 6 more",
    ),
    ("create-workspace-s", "create-workspace-service-account"),
    ("--pro", "--profile --proxy"),
    ("--schema ", "files"),
    ("-o ", "json yaml table csv tsv ndjson and 4 more"),
    ("--errors=", "text json"),
    ("help o", "options output"),
    ("nope ", ""),
    ("query ", "airflowRelease airflowReleases appConfig authConfig card deployment and 22 more"),
    ("mutation invite", "inviteUser"),
    ("subscription ", "deploymentStatus log metrics"),
    ("wait ", "airflowRelease airflowReleases appConfig authConfig card deployment and 25 more"),
    ("wait workspaces ", ""),
    ("wait workspaces --unt", "--until"),
    ("reconcile createW", "createWorkspace createWorkspaceServiceAccount"),
    ("reconcile createWorkspace --since ", ""),
    (
        "reconcile createWorkspace --",
        "--label --description --url --base-domain --sandbox --profile and 30 more",
    ),
    ("describe Ex", "ExecutorType"),
    (
        "describe Deployment.workspace.",
        "active billingEnabled createdAt deployments description id and 11 more",
    ),
    ("describe createDeployment.exec", "executor"),
    ("describe createDeployment.nope.", ""),
    ("skeleton log", "logs"),
    ("explain o", "outcome-unknown"),
    ("auth ", "login status token switch logout"),
    ("auth login --", "--identity --password --name --store --url --base-domain and 18 more"),
    ("auth login --password @", "files"),
    ("profile ", "add set list use show remove and 1 more"),
    (
        "profile set --",
        "--base-domain --url --sandbox --token-command --default --proxy and 7 more",
    ),
    ("schema use ", "built-in pulled"),
    ("schema diff built-in ", "built-in pulled live"),
    ("runs merge ", "files"),
    ("completions ", "bash elvish fish powershell zsh"),
    ("man ", "files"),
    ("query-text ", "files"),
    ("query-text --unch", "--unchecked"),
    ("createDeployment ", ""),
    (
        "createDeployment --",
        "--label --type --workspace-uuid --airflow-version --cloud-role --config. and 66 more",
    ),
    ("createDeployment --label x --l", ""),
    ("createDeployment --label ", ""),
    ("createDeployment --workspace-uuid ", "@find:label= @find:description="),
    ("createDeployment --executor ", "LocalExecutor CeleryExecutor KubernetesExecutor"),
    ("createDeployment --config.", "executor scheduler. webserver. workers."),
    ("createDeployment --config.workers.resources.", "limits. requests."),
    ("createDeployment --scheduler.replicas ", ""),
    ("createDeployment --nope ", ""),
    ("createDeployment --input ", "files"),
    ("createDeployment --rows ", "files"),
    ("createDeployment --null ex", "executor"),
    ("createDeployment --argument lab", "label="),
    ("createDeployment -- --", ""),
    ("createToken --password ", "@env:"),
    (
        "workspaces --fields ",
        "active billingEnabled createdAt deployments. description id and 11 more",
    ),
    (
        "workspaces --fields id,",
        "active billingEnabled createdAt deployments. description invites. and 10 more",
    ),
    (
        "workspaces --fields 'users{",
        "createdAt emails. fullName id profile. roleBindings. and 3 more",
    ),
    ("workspaces --fields users.nope.", ""),
    ("workspaces --as-rows ", "createWorkspace workspaceAddUser"),
    ("workspaces --jq ", ""),
    ("workspaces --arg a ", ""),
    ("logs --", "--deployment-uuid --component --search --timestamp --since --follow and 56 more"),
    ("createUser --profile ", ""),
    ("updateDeploymentVariables --env-file ", "files"),
    ("deleteWorkspace --if-absent ", "fail ok"),
];

#[test]
fn each_place_has_its_own_offers() {
    let wrong = OFFERED.iter().filter(|(line, meant)| shown(line) != *meant);
    let wrong: Vec<String> = wrong.map(|(line, _)| format!("{line}: {}", shown(line))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_description_is_one_line() {
    let rows = offered("createDep").rows;
    assert!(!rows[0].about.is_empty() && !rows[0].about.contains(char::is_control), "{rows:?}");
    assert!(rows[0].about.chars().count() <= 72, "{rows:?}");
}

/// What a shell says, and what it is answered.
fn answer(shell: Shell, words: &[&str]) -> String {
    let said = shell.read(words.iter().map(|word| (*word).to_owned()).collect());
    let said = said.unwrap_or_else(|| panic!("{words:?}"));
    let offers = offers(&SCHEMA, &said.line).unwrap_or_default();
    shell.answer(&said, &offers)
}

#[test]
fn each_shell_replaces_what_it_takes_for_the_word() {
    let line = "houston --schema built-in createDeployment --executor=Cel";
    let bash = |replaced: &str, line: &str| answer(Shell::Bash, &[replaced, line]);
    // By its breaks of words, bash may replace the value alone, all of the word, or a part of a name.
    for (replaced, becomes) in [
        ("Cel", "CeleryExecutor "),
        ("--executor=Cel", "--executor=CeleryExecutor "),
        ("el", "eleryExecutor "),
        ("other", ""),
    ] {
        assert_eq!(bash(replaced, line), becomes, "{replaced}");
    }
    let line = "A=b houston --schema built-in createDeployment --label \"a 'b\" --executor \"Cel";
    assert_eq!(bash("Cel", line), "CeleryExecutor");
    assert_eq!(bash("", "houston --schema built-in createDeployment --label @"), ":files");
    // bash takes an `@` for the beginning of a host.
    assert_eq!(bash("@a", "houston --schema built-in createDeployment --label @a"), ":files@");
    let about = "Tasks run on long-lived workers; the default";
    let line = ["--schema", "built-in", "createDeployment", "--label", "a b", "--executor=Cel"];
    assert_eq!(answer(Shell::Fish, &line), format!("--executor=CeleryExecutor\t{about}"));
    assert_eq!(answer(Shell::Elvish, &line), format!("ended\t--executor=CeleryExecutor\t{about}"));
    assert_eq!(answer(Shell::Zsh, &line), format!("typed\t3\nended\tCeleryExecutor\t{about}"));
    let line = [&["Cel"], &line[..]].concat();
    assert_eq!(answer(Shell::Pwsh, &line), format!("CeleryExecutor\t{about}"));
    // What an older fish leaves quoted.
    let line =
        ["--schema", "'built-in'", "createDeployment", "--label", "'a b'", "--executor", "'Cel"];
    assert_eq!(answer(Shell::Fish, &line), format!("CeleryExecutor\t{about}"));
    let line = ["\"\"", "--schema", "built-in", "createDeployment", "--sync", "\"\""];
    assert_eq!(answer(Shell::Pwsh, &line), "");
}
