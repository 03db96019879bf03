//! The examples that run rows with the engines of others, run or checked by these. `cargo xtask ci` installs them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use houston_tests::installed::{is_installed, workspace};

use crate::environment::Environment;
use crate::serve::Serving;

const INSTALLED: &str = "target/elsewhere/bin";

fn examples() -> PathBuf {
    workspace().join("examples/rows").canonicalize().unwrap()
}

/// Runs an installed program, which must succeed, and returns its output.
fn ran(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].map(|said| String::from_utf8(said).unwrap()).concat();
    assert!(output.status.success(), "{said}");
    said
}

fn program(name: &str) -> Command {
    Command::new(workspace().join(INSTALLED).join(name))
}

#[test]
fn checkers_accept_the_workflows_and_the_job() {
    if !is_installed("check-jsonschema", &format!("{INSTALLED}/check-jsonschema")) {
        return;
    }
    let mut github = program("check-jsonschema");
    ran(github
        .args(["--builtin-schema", "vendor.github-workflows"])
        .arg(examples().join("github.yml"))
        .args(
            ["ci", "release"].map(|name| workspace().join(format!(".github/workflows/{name}.yml"))),
        ));
    if is_installed("zizmor", &format!("{INSTALLED}/zizmor")) {
        let workflows = workspace().join(".github/workflows");
        let mut zizmor = program("zizmor");
        ran(zizmor
            .args(["--offline", "--no-config"])
            .arg(workflows)
            .arg(examples().join("github.yml")));
    }
    let mut kubernetes = program("kubernetes-validate");
    ran(kubernetes.arg("--strict").arg(examples().join("kubernetes.yaml")));
}

/// Runs the DAG.
fn airflow(home: &Path, serving: &Serving, run: &Path) -> String {
    let airflow = |words: &[&str]| {
        let mut command = program("airflow");
        let binaries = Path::new(env!("CARGO_BIN_EXE_houston")).parent().unwrap();
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(
            std::iter::once(binaries.to_owned()).chain(std::env::split_paths(&path)),
        );
        command.args(words).env("PATH", path.unwrap());
        command.env("AIRFLOW_HOME", home).env("AIRFLOW__CORE__DAGS_FOLDER", examples());
        command.env("AIRFLOW__CORE__LOAD_EXAMPLES", "False");
        command.env("HOUSTON_URL", &serving.url).env("HOUSTON_TOKEN", serving.token());
        command.env("DEPLOYMENTS_CSV", examples().join("deployments.csv"));
        command.env("DEPLOYMENTS_RUN", run).env("HOUSTON_STATE_DIR", home.join("houston"));
        ran(&mut command)
    };
    airflow(&["db", "migrate"]);
    airflow(&["dags", "test", "deployments"])
}

#[test]
fn an_airflow_creates_the_deployments_in_shards() {
    if !is_installed("Airflow", &format!("{INSTALLED}/airflow")) {
        return;
    }
    let user = Environment::new();
    for label in ["Analytics", "Data", "Research"] {
        user.answer(&["createWorkspace", "--sandbox", "--label", label]);
    }
    let serving = Serving::start(&user);
    let home = tempfile::TempDir::new().unwrap();
    let run = home.path().join("run");
    // The second run goes on with the journals of the first, and finds nothing to do.
    for _ in 0..2 {
        let said = airflow(home.path(), &serving, &run);
        assert!(said.contains("state=success"), "{said}");
        let report = std::fs::read_to_string(run.join("report.csv")).unwrap();
        let rows = std::fs::read_to_string(examples().join("deployments.csv")).unwrap();
        assert_eq!(report.lines().count(), rows.lines().count(), "{report}");
        let wanted: BTreeSet<&str> =
            rows.lines().skip(1).filter_map(|row| row.split(',').next()).collect();
        let answer = user.answer(&["deployments", "--sandbox", "--fields", "label"]);
        let there: BTreeSet<&str> =
            answer.as_array().unwrap().iter().filter_map(|one| one["label"].as_str()).collect();
        assert_eq!(there, wanted);
    }
}
