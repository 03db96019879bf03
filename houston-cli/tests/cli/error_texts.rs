//! Every error text that a running Houston 0.16.6 was seen to send, classified and explained.

use std::collections::BTreeMap;

use houston_client::SCHEMA;
use houston_client::answer::Answer;
use houston_client::outcome::{Event, Known, Outcome, Proof, classify};
use houston_client::schema::OperationKind;
use houston_tests::page;
use serde_json::{Value, json};

use crate::environment::Environment;

/// A recorded error.
struct Recorded {
    text: &'static str,
    code: &'static str,
    /// The HTTP status, or the kind of a WebSocket message.
    status: &'static str,
    /// The operation that it answers; none if it has no path and no data beside it.
    operation: Option<&'static str>,
}

fn recorded() -> Vec<Recorded> {
    let lines = include_str!("../../../tests/data/recorded-errors.tsv").lines().skip(1);
    let read = |line: &'static str| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [text, code, status, operation] = columns[..] else { panic!("{line}") };
        let operation = Some(operation).filter(|name| !name.is_empty());
        Recorded { text, code, status, operation }
    };
    lines.map(read).collect()
}

impl Recorded {
    fn kind(&self) -> OperationKind {
        let operation = self.operation.map(|name| SCHEMA.operation(name).expect(name));
        operation.map_or(OperationKind::Mutation, |operation| operation.kind)
    }

    /// The outcome of the request, with an error that has this path.
    fn outcome(&self, path: Option<&[&str]>) -> Outcome {
        let extensions = json!({ "code": Some(self.code).filter(|code| !code.is_empty()) });
        let mut body = json!({ "errors": [{ "message": self.text, "extensions": extensions }] });
        if let Some(path) = path {
            body["errors"][0]["path"] = json!(path);
        }
        let key = self.operation.unwrap_or("createWorkspace");
        if self.operation.is_some() {
            body["data"] = json!({ key: null });
        }
        let answer = Answer::read(body.to_string().as_bytes()).unwrap();
        let operations = [key.into()];
        let known = Known { refusals: &SCHEMA.refusals, operations: &operations };
        // A refused connection has no status, and nothing can be sent over it.
        let status = match self.status {
            "ws:connection_error" => 400,
            status if status.starts_with("ws") => 200,
            status => status.parse().unwrap(),
        };
        let event = Event::Answer { status, answer: &answer };
        classify(self.kind(), &event, &[key.into()], known)[0]
    }

    fn verdict(&self) -> &'static str {
        let own = self.operation.map(|name| [name]);
        match (self.kind(), self.outcome(own.as_ref().map(|own| &own[..]))) {
            (OperationKind::Mutation, Outcome::Refused) if self.operation.is_none() => {
                "refused: nothing ran"
            }
            (OperationKind::Mutation, Outcome::Refused) => "refused before the write",
            (OperationKind::Mutation, Outcome::Unknown) => "may have run",
            (_, Outcome::Refused) => "query",
            (kind, outcome) => panic!("{}: {kind:?} {outcome:?}", self.text),
        }
    }
}

/// What `houston explain` says about a text: its rows.
fn explained(user: &Environment, text: &str) -> Vec<Value> {
    match user.answer(&["explain", text, "-o", "json"]) {
        Value::Array(rows) => rows,
        row => vec![row],
    }
}

/// The page shows each text with its verdict, and is written by this test with `HOUSTON_WRITE_DOCS=1`.
#[test]
fn every_recorded_text_has_a_verdict_and_a_next_step() {
    let user = Environment::new();
    let mut lines = BTreeMap::new();
    for one in recorded() {
        let rows = explained(&user, one.text);
        let is_for = |row: &&Value| {
            let operations = row["operations"].as_array().unwrap();
            operations.is_empty()
                || operations.iter().any(|name| Some(name.as_str().unwrap()) == one.operation)
        };
        let row = rows.iter().find(is_for).unwrap_or_else(|| panic!("{}: {rows:?}", one.text));
        let (code, next) = (row["code"].as_str().unwrap(), row["next"].as_str().unwrap());
        assert!(next.len() > 10, "{}", one.text);
        let operation = one.operation.unwrap_or("");
        // Of the data layer's own operations, only those that the row names prove something.
        if one.operation.is_some() && one.kind() == OperationKind::Mutation {
            assert_eq!(one.outcome(Some(&["inner"])), Outcome::Unknown, "{}", one.text);
        }
        let text = one.text.replace('|', "\\|");
        let line = format!("| `{text}` | {operation} | {} | `{code}` | {next} |", one.verdict());
        lines.entry((one.text, operation)).or_insert(line);
        // Errors over the WebSocket are recorded with the kind of their message.
        assert!(
            one.status.starts_with("ws") || one.status.parse::<u16>().is_ok(),
            "{}",
            one.status
        );
    }
    let texts: std::collections::BTreeSet<&str> = lines.keys().map(|(text, _)| *text).collect();
    assert_eq!(texts.len(), 158);
    let head = "# Error texts of Houston\n\n\
        Every error text that a running Houston 0.16.6 was seen to send: the operation that it answers, whether the \
        operation can have changed something, the error code of `houston`, and the next step. A text without an \
        operation refuses the whole request, before anything runs. Names and values in a text vary. The rules stand in \
        `schema/refusals.toml`; `houston explain TEXT` explains one text.\n\n\
        A test writes this page: `HOUSTON_WRITE_DOCS=1 cargo nextest run -p houston-cli error_texts`.\n\n\
        | text | operation | verdict | code | next step |\n|---|---|---|---|---|\n";
    let page = head.to_owned() + &lines.into_values().map(|line| line + "\n").collect::<String>();
    page::check("error-texts.md", &page);
}

/// The facts that decide whether a mutation may be sent again.
#[test]
fn errors_after_the_write_stay_unknown() {
    let verdicts: BTreeMap<&str, &str> =
        recorded().iter().map(|one| (one.text, one.verdict())).collect();
    for (text, verdict) in [
        ("Cannot read property 'resources' of null", "may have run"),
        ("Cannot read property 'components' of undefined", "may have run"),
        ("Cannot return null for non-nullable field Invite.createdAt.", "may have run"),
        ("Cannot read property 'executor' of undefined", "may have run"),
        ("No Node for the model User with value ID32 for id found.", "refused before the write"),
        ("Cannot read property 'defaultExtraAu' of undefined", "refused before the write"),
        (
            "Cannot destructure property 'cpu' of 'EXPR' as it is undefined.",
            "refused before the write",
        ),
        ("boom", "query"),
        ("Syntax Error: Unexpected <EOF>", "refused: nothing ran"),
    ] {
        assert_eq!(verdicts[text], verdict, "{text}");
    }
    let unknown = verdicts.values().filter(|verdict| **verdict == "may have run").count();
    assert_eq!(unknown, 7);
}

/// Errors of the data layer with the path of its own operation, as a running server was seen to send them.
#[test]
fn a_first_step_of_the_data_layer_proves_as_much_as_its_field() {
    for (text, operation, step) in [
        ("No Node for the model Deployment", "upgradeDeployment", "updateDeployment"),
        (
            "No Node for the model Workspace",
            "createWorkspaceServiceAccount",
            "createServiceAccount",
        ),
        ("No Node for the model User", "createSystemRoleBinding", "createRoleBinding"),
    ] {
        let recorded = recorded();
        let is_it =
            |one: &&Recorded| one.text.starts_with(text) && one.operation == Some(operation);
        let one = recorded.iter().find(is_it).unwrap();
        assert_eq!(one.outcome(Some(&[step])), Outcome::Refused, "{text}");
        assert_eq!(one.outcome(Some(&["deleteDeployment"])), Outcome::Unknown, "{text}");
    }
}

/// What proves something for one operation proves nothing for another.
#[test]
fn a_text_of_another_operation_proves_nothing() {
    for row in SCHEMA
        .refusals
        .iter()
        .filter(|row| row.proves == Proof::Field && !row.operations.is_empty())
    {
        let text = row.text.replace('*', "x");
        let known = Known { refusals: &SCHEMA.refusals, operations: &["somethingElse".into()] };
        let general = houston_client::outcome::refusal(&SCHEMA.refusals, &text, known.operations);
        let is_internal =
            ["No Node", "Cannot ", "Variable ", "You provided", "A unique", "request"];
        if is_internal.iter().any(|start| text.starts_with(start)) {
            assert!(general.is_none_or(|row| row.proves < Proof::Field), "{text}");
        }
    }
}
