//! What happens to the rows of a run, and how it ends.

use houston_sandbox::WORKSPACE_ID;

use crate::environment::Ran;
use crate::rows_platform::{Platform, begin, deployments, labels, outcomes, rows, said};

#[test]
fn a_workspace_that_was_never_allowed_is_refused_row_by_row() {
    let platform = Platform::start(&[]);
    let other = platform.workspace("Other");
    let made = platform.user.answer(&[
        "createWorkspaceServiceAccount",
        "--workspace-uuid",
        WORKSPACE_ID,
        "--label",
        "ci",
        "--role",
        "WORKSPACE_EDITOR",
    ]);
    let file =
        format!("label,workspaceUuid\na,{WORKSPACE_ID}\nb,{other}\nc,{WORKSPACE_ID}\nd,{other}\n");
    let file = platform.file("d.csv", &file);
    let user = platform.user_with(made["apiKey"].as_str().unwrap());
    let ran = user.run(&["createDeployment", "--rows", &file, "--type", "airflow"]);
    assert_eq!(outcomes(&ran), ["done", "refused", "done", "refused"], "{ran}");
    insta::assert_snapshot!(said(&platform, &ran), @"
    4 rows: 2 done, 2 refused
    error: createDeployment: 2 of 4 rows failed [rows-failed]
      2 rows, first row 2: Insufficient permissions. (INTERNAL_SERVER_ERROR) at createDeployment [not-allowed]
    createDeployment needs the permission workspace.deployments.create; roles that have it by default: WORKSPACE_ADMIN, WORKSPACE_EDITOR.
    Ask an administrator for a role with this permission: `houston describe createDeployment` names the roles.
    The server gives the same answer if the object does not exist: check `--workspace-uuid`.
    The server answers the same for a wrong or expired token. Yours is a service account key, from HOUSTON_TOKEN. Get another with `houston auth login`.
    Fix that, then run the same command again with `--retry-failed`: rows that are done do not run again.
    [exit: 8]
    ");
}

#[test]
fn a_token_that_ends_stops_the_run_and_another_one_goes_on() {
    let platform = Platform::start(&["createDeployment:*:delay=30ms"]);
    let account = |label: &str| {
        let words = [
            "createWorkspaceServiceAccount",
            "--workspace-uuid",
            WORKSPACE_ID,
            "--role",
            "WORKSPACE_EDITOR",
            "--label",
            label,
        ];
        platform.user.answer(&words)
    };
    let first = account("first");
    let file = labels(&platform, 8);
    let words = deployments(&file);
    let user = platform.user_with(first["apiKey"].as_str().unwrap());
    let run = begin(&user, &words);
    platform.wait_for("createDeployment", 3);
    let id = first["id"].as_str().unwrap();
    platform.ask(&format!(
        "mutation {{ deleteWorkspaceServiceAccount(workspaceUuid: \"{WORKSPACE_ID}\", serviceAccountUuid: \"{id}\") {{ id }} }}"
    ));
    let ran = Ran::new(run.wait_with_output().unwrap());
    let ended = outcomes(&ran);
    assert_eq!((ran.code, ended.len()), (3, 8), "{ran}");
    assert!(
        ended.starts_with(&["done".into(), "done".into()]) && ended.ends_with(&["skipped".into()]),
        "{ran}"
    );
    assert!(!ended.contains(&"refused".to_owned()), "{ran}");
    assert!(ran.stderr.contains("Run the same command again with a good token"), "{ran}");
    let second = account("second");
    let again = user.set("HOUSTON_TOKEN", second["apiKey"].as_str().unwrap()).run(&words);
    assert_eq!((again.code, outcomes(&again)), (0, vec!["done".to_owned(); 8]), "{again}");
    assert!(platform.counts("createDeployment", "label").values().all(|count| *count == 1));
}

#[test]
fn a_permission_that_is_lost_on_the_way_stops_the_run() {
    let platform = Platform::start(&["createDeployment:2:repoint-binding"]);
    let words = [
        "createWorkspaceServiceAccount",
        "--workspace-uuid",
        WORKSPACE_ID,
        "--label",
        "ci",
        "--role",
        "WORKSPACE_ADMIN",
    ];
    let made = platform.user.answer(&words);
    let user = platform.user_with(made["apiKey"].as_str().unwrap());
    let file = labels(&platform, 5);
    let ran = user.run(&deployments(&file));
    assert_eq!(outcomes(&ran), ["done", "done", "skipped", "skipped", "skipped"], "{ran}");
    insta::assert_snapshot!(said(&platform, &ran), @"
    5 rows: 2 done, 3 skipped
    error: createDeployment: Insufficient permissions. (INTERNAL_SERVER_ERROR) at createDeployment [not-allowed]
      The server refused the mutation. It had no effect.
      The same permission worked earlier in this run.
      The run stopped: it ran 2 of 5 rows; the report names them.
    createDeployment needs the permission workspace.deployments.create; roles that have it by default: WORKSPACE_ADMIN, WORKSPACE_EDITOR.
    Ask an administrator for a role with this permission: `houston describe createDeployment` names the roles.
    The server gives the same answer if the object does not exist: check `--workspace-uuid`.
    The server answers the same for a wrong or expired token. Yours is a service account key, from HOUSTON_TOKEN. Get another with `houston auth login`.
    Run the same command again with a good token: it goes on where this run stopped.
    [exit: 3]
    ");
}

#[test]
fn a_plan_sends_no_mutation() {
    let platform = Platform::start(&[]);
    let file = platform.file("d.csv", "label,workspace\na,Sandbox\nb,Nowhere\n");
    let words = [
        "createDeployment",
        "--rows",
        &file,
        "--type",
        "airflow",
        "--workspace-uuid",
        "@find:label={workspace}",
        "--dry-run",
        "-o",
        "csv",
    ];
    let plan = platform.user.run(&words);
    insta::assert_snapshot!(format!("{}{}", said(&platform, &plan), without_times(&plan.stdout)), @r#"
    2 rows: 1 not-sent, 1 would-create
    error: createDeployment: 1 of 2 rows failed [rows-failed]
      row 2: --workspace-uuid: workspaces shows no object with label=Nowhere [not-found]
        workspaces: The workspaces in which you have a role. Even a system admin sees no others here.
        candidate: id=[WORKSPACE] label=Sandbox
    Only the query was sent. Look for one of these objects, or give its id.
    Fix that, then make the plan again. No mutation was sent.
    [exit: 8]
    row,line,key,outcome,id,attempts,[MS],error,code,notes
    1,2,label=a workspaceUuid=@find:label=Sandbox,would-create,,0,[MS],,,
    2,3,label=b workspaceUuid=@find:label=Nowhere,not-sent,,0,[MS],--workspace-uuid: workspaces shows no object with label=Nowhere,not-found,"Only the query was sent. Look for one of these objects, or give its id."
    "#);
    let offline = platform.user.run(&[&words[..], &["--offline"]].concat());
    insta::assert_snapshot!(format!("{}{}", said(&platform, &offline), without_times(&offline.stdout)), @"
    2 rows: 2 would-create
    note: a plan does not know whether the server will allow it: permissions and settings, such as closed sign-up, are checked when the rows run
    error: createDeployment: the plan has 2 to create [would-change]
    To apply the plan, run the same command without `--dry-run`.
    [exit: 12]
    row,line,key,outcome,id,attempts,[MS],error,code,notes
    1,2,label=a workspaceUuid=@find:label=Sandbox,would-create,,0,[MS],,,--workspace-uuid would be looked up: @find:label=Sandbox
    2,3,label=b workspaceUuid=@find:label=Nowhere,would-create,,0,[MS],,,--workspace-uuid would be looked up: @find:label=Nowhere
    ");
    let file = labels(&platform, 1);
    let made = platform.user.run(&deployments(&file));
    assert_eq!(made.code, 0, "{made}");
    let plan = platform.user.run(
        &[&deployments(&file)[..], &["--dry-run", "--no-journal", "--if-exists", "use"]].concat(),
    );
    assert_eq!((plan.code, outcomes(&plan)), (0, vec!["exists".to_owned()]), "{plan}");
    let id = rows(&made)[0]["id"].as_str().unwrap().to_owned();
    let gone = platform.file("g.csv", &format!("deploymentUuid\n{id}\nck0\n"));
    let words = ["deleteDeployment", "--rows", &gone, "--dry-run", "--if-absent", "ok"];
    let plan = platform.user.run(&words);
    assert_eq!(
        (plan.code, outcomes(&plan)),
        (12, ["would-delete", "gone"].map(str::to_owned).to_vec()),
        "{plan}"
    );
    assert_eq!(platform.ran("createDeployment").len(), 1);
    assert!(platform.ran("deleteDeployment").is_empty());
}

/// The lines of CSV without their times.
fn without_times(csv: &str) -> String {
    let line = |line: &str| {
        let mut cells: Vec<&str> = line.split(',').collect();
        cells[6] = "[MS]";
        cells.join(",")
    };
    csv.lines().map(|text| format!("\n{}", line(text))).collect()
}

#[test]
fn a_run_stops_after_so_many_failures() {
    let platform = Platform::start(&[]);
    let file = platform.file("d.csv", "label\na\na1\n");
    assert_eq!(platform.user.run(&deployments(&file)).code, 0);
    let file = platform.file("e.csv", "label\na\nb\na1\nc\n");
    let ran = platform.user.run(&[&deployments(&file)[..], &["--stop-after", "2"]].concat());
    assert_eq!(outcomes(&ran), ["refused", "done", "refused", "skipped"], "{ran}");
    insta::assert_snapshot!(said(&platform, &ran), @"
    4 rows: 1 done, 2 refused, 1 skipped
    error: createDeployment: stopped after 2 rows failed [rows-failed]
      row 1: Workspace already has a deployment named a (BAD_USER_INPUT) at createDeployment [already-exists]
      row 3: Workspace already has a deployment named a1 (BAD_USER_INPUT) at createDeployment [already-exists]
    Choose another label, or use the existing Deployment: `houston workspaceDeployments` shows it. An earlier call that failed may have created it.
    `--if-exists use` takes what exists as it is; `--if-exists check` compares it with what is given first.
    Fix that, then run the same command again with `--retry-failed`: rows that are done do not run again.
    [exit: 8]
    ");
    // The rest runs, and what failed does so only if asked.
    let again = platform.user.run(&deployments(&file));
    assert_eq!(outcomes(&again), ["refused", "done", "refused", "done"], "{again}");
    let asked = platform.sandbox.ledger().len();
    let retried = platform.user.run(&[&deployments(&file)[..], &["--retry-failed"]].concat());
    assert_eq!((retried.code, platform.sandbox.ledger().len()), (8, asked + 2), "{retried}");
}

#[test]
fn a_signal_lets_rows_that_are_being_sent_end() {
    let platform = Platform::start(&["createDeployment:*:delay=1s"]);
    let file = labels(&platform, 6);
    let run = begin(&platform.user, &deployments(&file));
    platform.wait_for("createDeployment", 2);
    let id = run.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let ran = Ran::new(run.wait_with_output().unwrap());
    let ended = outcomes(&ran);
    let done = ended.iter().take_while(|outcome| *outcome == "done").count();
    assert!((2..6).contains(&done), "{ran}");
    assert!(ended[done..].iter().all(|outcome| outcome == "skipped"), "{ran}");
    assert!(
        ran.code == 130
            && ran.stderr.contains(
                "stopping: rows that are being sent end first; a second signal ends at once"
            ),
        "{ran}"
    );
    let again = platform.user.run(&deployments(&file));
    assert_eq!((again.code, outcomes(&again)), (0, vec!["done".to_owned(); 6]), "{again}");
    assert!(platform.counts("createDeployment", "label").values().all(|count| *count == 1));
}

#[test]
fn what_deletes_is_confirmed_once() {
    let platform = Platform::start(&[]);
    let file = labels(&platform, 2);
    let made = platform.user.run(&deployments(&file));
    let ids: Vec<String> =
        rows(&made).iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect();
    let file = platform.file("g.csv", &format!("deploymentUuid\n{}\n", ids.join("\n")));
    let words = ["deleteDeployment", "--rows", &file];
    insta::assert_snapshot!(said(&platform, &platform.user.run(&words)), @"
    error: deleteDeployment needs confirmation: it deletes something, for 2 rows [confirmation-needed]
    Nothing was sent. Add `--yes` to run it without asking.
    [exit: 13]
    ");
    let ran = platform.user.run(&[&words[..], &["--yes"]].concat());
    assert_eq!((ran.code, outcomes(&ran)), (0, vec!["done".to_owned(); 2]), "{ran}");
    // A query has no journal: it may run again.
    let file = platform.file("w.csv", &format!("workspaceUuid\n{WORKSPACE_ID}\n"));
    for _ in 0..2 {
        let ran = platform.user.run(&["workspaceDeployments", "--rows", &file, "--fields", "id"]);
        assert_eq!((ran.code, &rows(&ran)[0]["data"]), (0, &serde_json::json!([])), "{ran}");
    }
}
