//! The YAML document of a seed.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use serde_json::Value;
use serde_saphyr::Spanned;

use crate::store::{Health, settings};

/// A seed as its author wrote it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Document {
    pub(super) users: Entries<User>,
    pub(super) workspaces: Entries<Workspace>,
    pub(super) deployments: Entries<Deployment>,
    pub(super) service_accounts: Entries<ServiceAccount>,
    pub(super) invites: Entries<Invite>,
    /// Settings of the platform, by name.
    pub(super) settings: Entries<Value>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct User {
    pub(super) email: Spanned<String>,
    pub(super) full_name: Option<String>,
    /// The password for `createToken`. Without one the user cannot sign in.
    pub(super) password: Option<String>,
    /// The role in the system.
    pub(super) role: Option<Spanned<String>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Workspace {
    pub(super) label: String,
    pub(super) description: Option<String>,
    /// Roles by the keys of users.
    #[serde(default)]
    pub(super) users: Entries<Spanned<String>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Deployment {
    pub(super) workspace: Spanned<String>,
    pub(super) label: Spanned<String>,
    pub(super) description: Option<String>,
    pub(super) executor: Option<Spanned<String>>,
    pub(super) release_name: Option<Spanned<String>>,
    pub(super) airflow_version: Option<String>,
    /// The status that it reaches.
    #[serde(default)]
    pub(super) becomes: Health,
    #[serde(default)]
    pub(super) variables: BTreeMap<String, String>,
    /// Variables whose values are never returned.
    #[serde(default)]
    pub(super) secrets: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) users: Entries<Spanned<String>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ServiceAccount {
    pub(super) label: String,
    pub(super) category: Option<String>,
    pub(super) role: Spanned<String>,
    /// Without a workspace and a deployment, the account belongs to the system.
    pub(super) workspace: Option<Spanned<String>>,
    pub(super) deployment: Option<Spanned<String>>,
    /// The default is random.
    pub(super) api_key: Option<Spanned<String>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Invite {
    pub(super) email: Spanned<String>,
    /// Without a workspace, the invite is to the platform.
    pub(super) workspace: Option<Spanned<String>>,
    /// The role in the workspace; the default is viewer.
    pub(super) role: Option<Spanned<String>>,
    /// The default is random.
    pub(super) token: Option<Spanned<String>>,
}

/// A mapping in the order of its lines.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "HashMap<Spanned<String>, T>")]
pub(super) struct Entries<T>(pub(super) Vec<(Spanned<String>, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Entries(Vec::new())
    }
}

impl<T> From<HashMap<Spanned<String>, T>> for Entries<T> {
    fn from(entries: HashMap<Spanned<String>, T>) -> Self {
        let mut entries: Vec<_> = entries.into_iter().collect();
        entries.sort_by_key(|(key, _)| (key.referenced.line(), key.referenced.column()));
        Entries(entries)
    }
}

impl<T> Entries<T> {
    fn keys(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.0.iter().map(|(key, _)| key)
    }

    /// Refuses a key that these entries lack.
    fn require(&self, kind: &str, key: &Spanned<String>) -> Result<(), Wrong> {
        if self.0.iter().any(|(known, _)| known.value == key.value) {
            return Ok(());
        }
        Err(wrong(key, format!("there is no {kind} `{}`", key.value)))
    }
}

/// A line, and the problem on it.
type Wrong = (u64, String);

fn wrong<T>(at: &Spanned<T>, what: String) -> Wrong {
    (at.referenced.line(), what)
}

impl Document {
    /// Refuses values that the store cannot hold, and references to missing entries.
    pub(super) fn check(&self) -> Result<(), Wrong> {
        let Document { users, workspaces, deployments, service_accounts, invites, settings } = self;
        let keys = users.keys().chain(workspaces.keys()).chain(deployments.keys());
        let mut ids: BTreeMap<String, &str> = BTreeMap::new();
        for key in keys.chain(service_accounts.keys()).chain(invites.keys()) {
            let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if key.value.is_empty() || key.value.len() > 22 || !key.value.chars().all(is_plain) {
                let what = format!(
                    "`{}` is not a valid key; use up to 22 lowercase letters, digits and hyphens",
                    key.value
                );
                return Err(wrong(key, what));
            }
            // Keys are unique across all kinds of objects, because ids are.
            if let Some(other) = ids.insert(id(&key.value), &key.value) {
                return Err(wrong(
                    key,
                    format!("the keys `{}` and `{other}` give the same id", key.value),
                ));
            }
        }
        for (name, value) in &settings.0 {
            settings::read(&name.value, value).map_err(|error| wrong(name, error.to_string()))?;
        }
        let mut seen = Vec::new();
        for (_, user) in &users.0 {
            let email = &user.email;
            if !email.value.contains('@') {
                return Err(wrong(email, format!("`{}` is not a valid address", email.value)));
            }
            unique(&mut seen, ("email", email.value.to_lowercase()), email)?;
            if let Some(role) = &user.role {
                check_role(role, "SYSTEM_")?;
            }
        }
        for (_, workspace) in &workspaces.0 {
            self.check_users(&workspace.users, "WORKSPACE_")?;
        }
        for (key, deployment) in &deployments.0 {
            let Deployment { workspace, label, executor, release_name, users, .. } = deployment;
            let Deployment { variables, secrets, .. } = deployment;
            if let Some(name) = secrets.keys().find(|name| variables.contains_key(*name)) {
                let what = format!("`{name}` is both a variable and a secret");
                return Err(wrong(key, what));
            }
            workspaces.require("workspace", workspace)?;
            unique(&mut seen, ("label", format!("{} in {}", label.value, workspace.value)), label)?;
            if let Some(name) = release_name {
                unique(&mut seen, ("release name", name.value.clone()), name)?;
            }
            if let Some(executor) = executor
                && !EXECUTORS.contains(&executor.value.as_str())
            {
                let what = format!(
                    "`{}` is not a valid executor; use `{}`",
                    executor.value,
                    EXECUTORS.join("`, `")
                );
                return Err(wrong(executor, what));
            }
            self.check_users(users, "DEPLOYMENT_")?;
        }
        for (_, account) in &service_accounts.0 {
            let ServiceAccount { role, workspace, deployment, api_key, .. } = account;
            let scope = match (workspace, deployment) {
                (Some(_), Some(deployment)) => {
                    let what =
                        "a service account can have a `workspace` or a `deployment`, not both";
                    return Err(wrong(deployment, what.to_owned()));
                }
                (Some(key), None) => {
                    workspaces.require("workspace", key)?;
                    "WORKSPACE_"
                }
                (None, Some(key)) => {
                    deployments.require("deployment", key)?;
                    "DEPLOYMENT_"
                }
                (None, None) => "SYSTEM_",
            };
            check_role(role, scope)?;
            if let Some(key) = api_key {
                let is_hex = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
                if key.value.len() != 32 || !key.value.chars().all(is_hex) {
                    let what = "an `apiKey` must have 32 lowercase hexadecimal digits";
                    return Err(wrong(key, what.to_owned()));
                }
                unique(&mut seen, ("apiKey", key.value.clone()), key)?;
            }
        }
        for (_, Invite { email, workspace, role, token }) in &invites.0 {
            if !email.value.contains('@') {
                return Err(wrong(email, format!("`{}` is not a valid address", email.value)));
            }
            let address = email.value.to_lowercase();
            if users.0.iter().any(|(_, user)| user.email.value.to_lowercase() == address) {
                return Err(wrong(email, format!("`{address}` is already the address of a user")));
            }
            if let Some(key) = workspace {
                workspaces.require("workspace", key)?;
            }
            let place = workspace.as_ref().map_or("the platform", |key| key.value.as_str());
            unique(&mut seen, ("invite", format!("{address} to {place}")), email)?;
            match (workspace, role) {
                (None, Some(role)) => {
                    return Err(wrong(
                        role,
                        "an invite without a `workspace` cannot have a `role`".to_owned(),
                    ));
                }
                (_, Some(role)) => check_role(role, "WORKSPACE_")?,
                (_, None) => {}
            }
            if let Some(token) = token {
                unique(&mut seen, ("token", token.value.clone()), token)?;
            }
        }
        Ok(())
    }

    fn check_users(&self, given: &Entries<Spanned<String>>, scope: &str) -> Result<(), Wrong> {
        for (key, role) in &given.0 {
            self.users.require("user", key)?;
            check_role(role, scope)?;
        }
        Ok(())
    }
}

const EXECUTORS: [&str; 3] = ["LocalExecutor", "CeleryExecutor", "KubernetesExecutor"];

fn check_role(role: &Spanned<String>, scope: &str) -> Result<(), Wrong> {
    let schema = crate::graphql_js::schema::judged(true);
    let is_role =
        schema.get_enum("Role").is_some_and(|all| all.values.contains_key(role.value.as_str()));
    if is_role && role.value.starts_with(scope) {
        return Ok(());
    }
    Err(wrong(
        role,
        format!("`{}` is not a valid role; use one that begins with `{scope}`", role.value),
    ))
}

fn unique<T>(
    seen: &mut Vec<(&'static str, String)>,
    value: (&'static str, String),
    at: &Spanned<T>,
) -> Result<(), Wrong> {
    if seen.contains(&value) {
        let (what, value) = value;
        return Err(wrong(at, format!("the {what} `{value}` is used twice")));
    }
    seen.push(value);
    Ok(())
}

/// Returns the id of the entry with this key: as long as other ids, and readable.
pub(super) fn id(key: &str) -> String {
    format!("ck0{key:0>22}").replace('-', "0")
}
