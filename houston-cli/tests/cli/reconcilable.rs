//! Which mutations `houston reconcile` can settle.

use houston_client::SCHEMA;
use houston_client::schema::{Operation, OperationKind};
use houston_tests::server::Server;
use houston_tests::{old, page, sample};
use serde_json::json;

use crate::environment::Environment;

/// The page has a row for each mutation, and is written by this test with `HOUSTON_WRITE_DOCS=1`.
#[test]
fn every_mutation_has_a_query_or_a_reason() {
    let line = |operation: &Operation| {
        let name = &operation.name;
        let Some(finder) = &operation.finder else {
            assert!(!operation.unfound.is_empty(), "{name}: write `finder` or `unfound`");
            return format!("| `{name}` | none: {} | | |\n", operation.unfound);
        };
        let quoted = |names: Vec<String>| {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            names.join(", ")
        };
        let asked = finder.arguments.iter().chain(&finder.matches).map(|(_, ours)| ours.clone());
        let mut asked: Vec<String> = asked.collect();
        asked.sort();
        asked.dedup();
        let unique = if finder.unique { "unique" } else { "" };
        let facts = [unique, &finder.elsewhere].into_iter().filter(|fact| !fact.is_empty());
        let facts = facts.collect::<Vec<_>>().join("; ");
        format!("| `{name}` | `{}` | {} | {facts} |\n", finder.query, quoted(asked))
    };
    let mutations = SCHEMA.operations.iter().filter(|row| row.kind == OperationKind::Mutation);
    let rows: String = mutations.map(line).collect();
    let head = "# Which mutations `houston reconcile` can settle\n\n\
        After exit code 7, `houston reconcile MUTATION` with the same arguments asks one query, and compares what exists \
        with what was given: exit code 0 if the mutation took effect, 4 if it did not, and 7 if that stays unknown. The \
        third column names the arguments that identify the object. Passwords and other secrets are not compared, and \
        values that the server ignores or may replace are not either; the output names what was given and not \
        compared.\n\n\
        What a verdict rests on:\n\n\
        - A creation is 0 if an object with the given values exists and the server keeps its key unique. Without a unique \
        key, an older object can have the same values: it is 0 only if `--since TIME` gives the time of the call and one \
        such object was created after it, and 7 otherwise. `TIME` is a time such as `2026-11-28T10:00:00Z`, or an age such \
        as `10m`. Objects that were created more than 5 seconds before it do not count; without others it is 4.\n\
        - A creation is 7 if the object has other values, because another call can have changed it since. It is 4 if no \
        object exists, and 7 if the effect can be elsewhere (the last column).\n\
        - A change is 0 if the object has the given values. With other values it is 4 if the call can safely run again, \
        and 7 otherwise. An argument that is null is not compared.\n\
        - A deletion is 0 if the object is gone, and 4 if it exists.\n\n\
        `.outcome` of `-o envelope` is that of the mutation: `done` for 0, `refused` for 4, and `unknown` for everything \
        else, also if the query fails.\n\n\
        The rows follow `finder` and `unfound` in `schema/overlay.toml`. A test writes this page: \
        `HOUSTON_WRITE_DOCS=1 cargo nextest run -p houston-cli reconcilable`.\n\n\
        | mutation | query | identified by | unique, or elsewhere |\n|---|---|---|---|\n";
    let page = format!("{head}{rows}");
    page::check("reconcile.md", &page);
}

/// 0.16 has no `roleBindings` of a service account: the rest is compared.
#[test]
fn what_a_server_lacks_is_left_out_and_named() {
    let server = old::serve();
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let create = |label: &str, more: &str| {
        user.line(&format!(
            "reconcile createWorkspaceServiceAccount --workspace-uuid w --label {label} --role WORKSPACE_EDITOR{more}"
        ))
    };
    let ran = create("ci", " --fields id");
    assert!(ran.code == 0 && ran.stderr.contains("; role was not compared"), "{ran}");
    assert_eq!(create("ci", "").code, 0);
    assert_eq!(create("cd", "").code, 4);
    let update = |payload: &str| {
        let ids = "--workspace-uuid w --service-account-uuid s1";
        user.line(&format!("reconcile updateWorkspaceServiceAccount {ids} --fields id {payload}"))
    };
    assert_eq!(update("--payload.label ci --payload.role WORKSPACE_EDITOR").code, 0);
    assert_eq!(update("--payload.label cd --payload.role WORKSPACE_EDITOR").code, 4);
    assert_eq!(update("--payload.role WORKSPACE_EDITOR").code, 7);
    let deleted =
        "reconcile deleteWorkspaceServiceAccount --workspace-uuid w --service-account-uuid s2";
    assert_eq!(user.line(deleted).code, 0);
}

/// The options of the original call never change the verdict.
#[test]
fn the_options_of_the_original_call_can_be_repeated() {
    let given = json!({ "id": "u", "roleBindings": [{ "role": "SYSTEM_ADMIN" }] });
    let user = sample::object(&SCHEMA, "User", &given);
    let answer = &json!({ "data": { "users": [user] } }).to_string();
    for more in [
        "",
        " --yes",
        " --retry-idempotent",
        " --fields id,role",
        " --fields role -o value",
        " --jq .role",
        " --fields id -o csv",
    ] {
        let line =
            format!("reconcile createSystemRoleBinding --user-id u --role SYSTEM_ADMIN{more}");
        let server = Server::answering("200 OK", answer);
        let ran = Environment::new().set("HOUSTON_URL", &server.url).line(&line);
        assert_eq!(ran.code, 0, "{more}: {ran}");
    }
}

/// Each row: arguments, and a part of the refusal; an empty one if the call is not refused.
#[test]
fn contradictions_are_refused_before_anything_is_sent() {
    let user = Environment::new();
    let create = "createDeployment --workspace-uuid w --type airflow --label a";
    let update = "updateDeployment --deployment-uuid d";
    let celery = r#"--config {"executor":"CeleryExecutor"}"#;
    let executors = "--config.executor: it is CeleryExecutor, and --executor is LocalExecutor: the server would use only --executor. Give one of them";
    let replicas = "--config.scheduler.replicas: it is 3, and --scheduler.replicas is 2";
    for (line, said) in [
        (format!("{create} --executor LocalExecutor {celery}"), executors),
        (format!("{update} --executor LocalExecutor {celery}"), executors),
        (format!("{create} --executor CeleryExecutor {celery}"), ""),
        (format!("{create} --executor LocalExecutor --config.foo 1"), ""),
        (format!("{create} --scheduler.replicas 2 --config.scheduler.replicas 3"), replicas),
        (format!("{update} --scheduler.replicas 2 --config.scheduler.replicas 3"), replicas),
        (format!("{update} --scheduler.replicas 2 --config.workers.replicas 3"), ""),
        (format!("{update} --scheduler.replicas 2 --config.scheduler.replicas 2"), ""),
    ] {
        let ran = user.line(&format!("{line} --dry-run"));
        let is_refused = ran.code == 2 && ran.stderr.contains(said);
        assert!(if said.is_empty() { ran.code == 0 } else { is_refused }, "{line}: {ran}");
        if !said.is_empty() {
            assert_eq!(user.line(&format!("reconcile {line}")).code, 2, "{line}");
        }
    }
    let input = "executor: LocalExecutor\nconfig: {executor: CeleryExecutor}";
    let words = ["updateDeployment", "--deployment-uuid", "d", "--input", "-", "--dry-run"];
    let ran = user.with_stdin(&words, input);
    assert!(ran.code == 2 && ran.stderr.contains(executors), "{ran}");
    let text = "mutation($d: Uuid!, $e: ExecutorType, $c: JSON) { updateDeployment(deploymentUuid: $d, executor: $e, config: $c) { id } }";
    let words = [
        "query-text",
        "-",
        "--d",
        "d",
        "--e",
        "LocalExecutor",
        "--c.executor",
        "CeleryExecutor",
        "--dry-run",
    ];
    let ran = user.with_stdin(&words, text);
    assert!(
        ran.code == 2
            && ran.stderr.contains("updateDeployment.config.executor: it is CeleryExecutor"),
        "{ran}"
    );
    let text = r#"mutation { a: updateDeployment(deploymentUuid: "d", executor: LocalExecutor, config: {executor: "CeleryExecutor"}) { id } b: updateDeployment(deploymentUuid: "d", executor: LocalExecutor, config: {executor: "LocalExecutor"}) { id } }"#;
    let ran = user.with_stdin(&["query-text", "-", "--dry-run"], text);
    assert!(ran.code == 2 && ran.stderr.contains("a.config.executor: it is"), "{ran}");
    assert!(!ran.stderr.contains("b.config"), "{ran}");
}
