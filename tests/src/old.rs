//! A server that answers as 0.16 does: a computed field sees only what is selected beside it, and a row that was
//! deleted has only the fields that were asked for.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use houston_codegen::Source;
use houston_codegen::document::{self, Selected};
use serde_json::{Map, Value, json};

use crate::server::{self, Script, Server};

/// A server on loopback with one workspace, two deployments, a user and a service account.
pub fn serve() -> Server {
    Server::new(Script::Respond(|request| {
        let body = request.split_once("\r\n\r\n").unwrap().1;
        let body: Value = serde_json::from_str(body).unwrap();
        let document = body["query"].as_str().unwrap();
        let (status, answer) = match refusal(document) {
            Some(refusal) => ("400 Bad Request", refusal),
            None => ("200 OK", answer(document)),
        };
        server::http(status, "Content-Type: application/json\r\n", answer)
    }))
}

/// The refusal of a document that asks a service account for what 0.16 lacks.
fn refusal(document: &str) -> Option<String> {
    let is_about_accounts = document.contains("ServiceAccounts");
    let at = document.find("roleBindings").filter(|_| is_about_accounts)?;
    let before = document[..at].rsplit('\n').next().unwrap().len();
    let line = document[..at].matches('\n').count() + 1;
    let message = "Cannot query field \"roleBindings\" on type \"ServiceAccount\". Did you mean \"roleBinding\"?";
    let location = json!({ "line": line, "column": before + 1 });
    let error = json!({ "message": message, "locations": [location] });
    Some(json!({ "errors": [error] }).to_string())
}

/// The body of the answer to a document.
///
/// # Panics
///
/// When the document is not one, or asks for something that this server does not have.
pub fn answer(document: &str) -> String {
    let read = document::parse(&Source::new("document", document)).unwrap();
    let mut server = Old::default();
    let data: Map<String, Value> =
        read.selected.iter().map(|root| (root.key.clone(), server.root(root))).collect();
    let data = json!(data).to_string();
    match server.errors.is_empty() {
        true => format!(r#"{{"data":{data}}}"#),
        false => json!({ "errors": server.errors, "data": serde_json::from_str::<Value>(&data).unwrap() }).to_string(),
    }
}

#[derive(Default)]
struct Old {
    errors: Vec<Value>,
    path: Vec<Value>,
}

/// The columns that an operation loads whatever is selected.
const OF_DEPLOYMENTS: &[&str] = &["id", "config", "extraAu", "alertEmails", "airflowVersion"];

impl Old {
    fn root(&mut self, root: &Selected) -> Value {
        self.path = vec![json!(root.key)];
        let (ty, rows, loaded): (&str, Value, &[&str]) = match root.name.as_str() {
            "workspaceDeployments" | "deployments" => ("Deployment", deployments(), OF_DEPLOYMENTS),
            "updateDeployment" | "createDeployment" => {
                let all = [OF_DEPLOYMENTS, &["releaseName"]].concat();
                return self.object("Deployment", &deployments()[0], &all, &root.below);
            }
            "deleteDeployment" => ("Deployment", deployments()[0].clone(), &["id"]),
            "workspaces" => ("Workspace", json!([workspace()]), &["id", "deletedAt"]),
            "workspace" => ("Workspace", workspace(), &["id", "deletedAt"]),
            "updateWorkspace" => ("Workspace", workspace(), &["id"]),
            "deleteWorkspace" => return self.gone("Workspace", &json!({ "id": "w1" }), root),
            "removeUser" => return self.gone("User", &json!({ "id": "u1" }), root),
            "inviteUser" | "deleteInviteToken" => {
                return self.gone("Invite", &json!({ "id": "i1" }), root);
            }
            "deploymentAlertsUpdate" => {
                return self.gone("Deployment", &json!({ "id": "d1" }), root);
            }
            "deleteServiceAccount" => {
                return self.gone("ServiceAccount", &json!({ "id": "s1" }), root);
            }
            "deleteDeploymentServiceAccount"
            | "deleteSystemServiceAccount"
            | "deleteWorkspaceServiceAccount" => {
                return self.gone("ServiceAccount", &service_account(), root);
            }
            "workspaceServiceAccounts" => ("ServiceAccount", json!([service_account()]), &["id"]),
            "users" => ("User", json!([user()]), &["id"]),
            name => panic!("{name} is not served"),
        };
        self.value(ty, &rows, loaded, &root.below)
    }

    /// The result of a mutation that has only this row: the other fields are null, and a non-null one is an error after
    /// the change was made.
    fn gone(&mut self, ty: &str, row: &Value, root: &Selected) -> Value {
        const NON_NULL: [&str; 5] = ["createdAt", "updatedAt", "role", "roleBinding", "emails"];
        let lacks =
            |one: &&Selected| NON_NULL.contains(&&*one.name) && row.get(&one.name).is_none();
        if let Some(one) = root.below.iter().find(lacks) {
            self.path.push(json!(one.key));
            return self
                .fails(&format!("Cannot return null for non-nullable field {ty}.{}.", one.name));
        }
        root.below.iter().map(|one| (one.key.clone(), row[&*one.name].clone())).collect()
    }

    fn value(&mut self, ty: &str, value: &Value, loaded: &[&str], below: &[Selected]) -> Value {
        match value {
            Value::Array(rows) => {
                let item = |(at, row)| {
                    self.path.push(json!(at));
                    let object = self.object(ty, row, loaded, below);
                    self.path.pop();
                    object
                };
                rows.iter().enumerate().map(item).collect()
            }
            row => self.object(ty, row, loaded, below),
        }
    }

    /// The object of a row. The data layer reads the columns in `loaded` and those that are selected.
    fn object(&mut self, ty: &str, row: &Value, loaded: &[&str], selected: &[Selected]) -> Value {
        let is_read = |name: &str| {
            loaded.contains(&name) || selected.iter().any(|one| one.key == name && one.name == name)
        };
        let parent: Map<String, Value> = row
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(name, _)| is_read(name))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        let mut object = Map::new();
        for one in selected {
            self.path.push(json!(one.key));
            let value = self.field(ty, &parent, row, loaded, one);
            self.path.pop();
            object.insert(one.key.clone(), value);
        }
        Value::Object(object)
    }

    fn field(
        &mut self,
        ty: &str,
        parent: &Map<String, Value>,
        row: &Value,
        loaded: &[&str],
        selected: &Selected,
    ) -> Value {
        let release = parent.get("releaseName").and_then(Value::as_str);
        match (ty, selected.name.as_str()) {
            (_, "__typename") => json!(ty),
            ("Deployment", "urls") => {
                let Some(config) = parent.get("config") else {
                    return self.fails("Cannot read property 'executor' of undefined");
                };
                let url = |kind: &str| {
                    let url = format!(
                        "https://deployments.example.com/{}/{kind}",
                        release.unwrap_or("undefined")
                    );
                    json!({ "type": kind, "url": url })
                };
                let mut urls = vec![url("airflow")];
                if config["executor"] == "CeleryExecutor" {
                    urls.push(url("flower"));
                }
                self.value("DeploymentUrl", &json!(urls), &[], &selected.below)
            }
            ("Deployment", "environmentVariables") => {
                let all = json!([{"key": "A", "value": "1"}, {"key": "B", "value": ""}]);
                let found = if release.is_some() { all } else { json!([]) };
                self.value("EnvironmentVariable", &found, &[], &selected.below)
            }
            ("Deployment", "properties") => {
                let mut properties = Map::new();
                for (column, key) in [
                    ("extraAu", "extra_au"),
                    ("airflowVersion", "component_version"),
                    ("alertEmails", "alert_emails"),
                ] {
                    if let Some(value) = parent.get(column) {
                        properties.insert(key.to_owned(), value.clone());
                    }
                }
                Value::Object(properties)
            }
            ("Workspace", "deployments") if !loaded.contains(&"deletedAt") => json!([]),
            ("Workspace", "deployments") => {
                self.value("Deployment", &deployments(), &[], &selected.below)
            }
            ("Workspace", "users") => {
                self.value("User", &json!([user()]), &["id"], &selected.below)
            }
            ("Workspace", "workspaceCapabilities") => {
                let can = parent.contains_key("id");
                selected.below.iter().map(|one| (one.key.clone(), json!(can))).collect()
            }
            ("Deployment", "workspace") | ("RoleBinding", "workspace") => {
                self.value("Workspace", &workspace(), &[], &selected.below)
            }
            ("User", "roleBindings") => {
                let workspace = selected.below.iter().find(|one| one.name == "workspace");
                if workspace.is_some_and(|one| one.below.iter().any(|one| one.name == "users")) {
                    return Value::Null;
                }
                self.value(
                    "RoleBinding",
                    &json!([{"id": "r1", "role": "WORKSPACE_ADMIN"}]),
                    &[],
                    &selected.below,
                )
            }
            // An alias of a column is null, unless the column is selected as well.
            (_, "id") => row["id"].clone(),
            (_, _) if selected.key != selected.name && !parent.contains_key(&selected.name) => {
                Value::Null
            }
            (_, name) if row.get(name).is_some() => row[name].clone(),
            (ty, name) => panic!("{ty}.{name} is not served"),
        }
    }

    fn fails(&mut self, message: &str) -> Value {
        self.errors.push(json!({
            "message": message,
            "path": self.path,
            "extensions": { "code": "INTERNAL_SERVER_ERROR" },
        }));
        Value::Null
    }
}

fn deployments() -> Value {
    let row = |id: &str, label: &str, release: &str| {
        json!({
            "id": id,
            "label": label,
            "description": null,
            "config": { "executor": "CeleryExecutor" },
            "extraAu": 2,
            "alertEmails": ["a@example.com"],
            "airflowVersion": "1.10.10",
            "releaseName": release,
            "createdAt": "2020-07-22T10:00:00.000Z",
        })
    };
    json!([row("d1", "etl", "quiet-star-1234"), row("d2", "ml", "bright-moon-5678")])
}

fn workspace() -> Value {
    json!({ "id": "w1", "label": "Data", "description": null, "createdAt": "2020-07-22T10:00:00.000Z" })
}

fn service_account() -> Value {
    let time = "2020-07-22T10:00:00.000Z";
    json!({
        "id": "s1", "label": "ci", "active": true, "createdAt": time, "updatedAt": time,
        "category": "", "entityType": "WORKSPACE", "entityUuid": "w", "lastUsedAt": null,
    })
}

fn user() -> Value {
    json!({ "id": "u1", "username": "ada@example.com", "fullName": "Ada" })
}
