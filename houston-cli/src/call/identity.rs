//! The account of a token, as far as it is known.

use houston_client::object::{auth_user, deployment, role_binding, user, workspace};
use houston_client::{Client, Error, ErrorKind, SCHEMA, query};
use serde_json::{Value, json};

use crate::call::diagnosis::diagnose;
use crate::failure::{Failure, MOST_DETAILS};
use crate::settings::token::source::SignedIn;
use crate::terminal::text::plain;

/// The account that is signed in.
#[derive(Debug)]
pub(crate) struct Identity {
    pub(crate) is_admin: Option<bool>,
    /// The name of a user; none for a service account.
    pub(crate) user: Option<String>,
    /// Roles, each with its object.
    pub(crate) roles: Vec<Value>,
}

/// Asks the platform which account is signed in. It answers for users and for service accounts.
///
/// # Errors
///
/// Fails if there is no answer, or no account is signed in.
pub(crate) async fn ask(client: &Client) -> Result<Identity, Error> {
    let is_admin = client.send(query::self_().select(auth_user::is_admin)).await?.flatten();
    let binding = (
        role_binding::role,
        role_binding::workspace.of((workspace::id, workspace::label)),
        role_binding::deployment.of((deployment::id, deployment::label)),
    );
    let user = auth_user::user.of((user::username, user::role_bindings.of(binding)));
    let user = match client.send(query::self_().select(user)).await {
        Ok(user) => user.flatten(),
        // Servers do not answer this for a service account.
        Err(error) if error.kind() == ErrorKind::GraphQl => None,
        Err(error) => return Err(error),
    };
    let Some((name, bindings)) = user else {
        return Ok(Identity { is_admin, user: None, roles: Vec::new() });
    };
    let roles = bindings.into_iter().map(|(role, workspace, deployment)| {
        let (kind, place) = match (workspace, deployment) {
            (_, Some((id, label))) => ("deployment", Some((id, label))),
            (Some((id, label)), None) => ("workspace", Some((id, label))),
            (None, None) => ("system", None),
        };
        let (id, label) = place.map_or((None, None), |(id, label)| (Some(id), label));
        json!({ "role": role, "of": kind, "id": id, "label": label })
    });
    Ok(Identity { is_admin, user: name, roles: roles.collect() })
}

/// Asks which account is signed in, without its roles: with one request.
///
/// # Errors
///
/// See [`ask`].
pub(crate) async fn ask_name(client: &Client) -> Result<Identity, Error> {
    let name = (auth_user::is_admin, auth_user::user.of(user::username));
    let (is_admin, user) = match client.send(query::self_().select(name)).await {
        Ok(found) => found.map_or((None, None), |(is_admin, user)| (is_admin, user.flatten())),
        // Some servers refuse the name of a service account. They answer the rest.
        Err(error) => match error.data().and_then(|data| data.pointer("/self/isAdmin")) {
            Some(is_admin) if error.kind() == ErrorKind::GraphQl => (is_admin.as_bool(), None),
            _ => return Err(error),
        },
    };
    Ok(Identity { is_admin, user, roles: Vec::new() })
}

/// The failure for an unknown account.
pub(crate) fn failure(signed_in: &SignedIn, error: Error) -> Failure {
    let operation = SCHEMA.operation("self").expect("the client has a function of this name");
    diagnose(&SCHEMA, operation, signed_in, error)
}

impl Identity {
    /// Whether the platform knows the account.
    pub(crate) fn is_somebody(&self) -> bool {
        self.is_admin.is_some() || self.user.is_some()
    }

    /// The account in one line: its name, its role on the platform, and how many other roles it has.
    pub(crate) fn line(&self) -> String {
        let (system, others): (Vec<&Value>, Vec<&Value>) =
            self.roles.iter().partition(|row| row["id"].is_null());
        let known = Identity {
            is_admin: self.is_admin,
            user: self.user.clone(),
            roles: system.into_iter().cloned().collect(),
        };
        let mut parts = known.lines();
        match others.len() {
            0 => {}
            1 => parts.push("1 other role".to_owned()),
            count => parts.push(format!("{count} other roles")),
        }
        parts.join(", ")
    }

    /// The account in words: one line for its name, and one for each role.
    pub(crate) fn lines(&self) -> Vec<String> {
        let user = self.user.as_deref().map(plain);
        let other = if self.is_somebody() { "a service account" } else { "not signed in" };
        let user = user.unwrap_or_else(|| other.to_owned());
        let text = |value: &Value| plain(value.as_str().unwrap_or_default());
        let role = |row: &Value| match row["id"].is_null() {
            true => format!("{} of the platform", text(&row["role"])),
            false => {
                let (label, id) = (text(&row["label"]), text(&row["id"]));
                format!("{} of {} {label} ({id})", text(&row["role"]), text(&row["of"]))
            }
        };
        let roles = self.roles.iter().take(MOST_DETAILS).map(role);
        let more = self.roles.len().saturating_sub(MOST_DETAILS);
        let more = (more > 0).then(|| format!("and {more} more roles"));
        [user].into_iter().chain(roles).chain(more).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Identity;

    #[test]
    fn one_line_has_the_role_on_the_platform_and_counts_the_others() {
        let system = json!({ "role": "SYSTEM_ADMIN", "of": "system", "id": null, "label": null });
        let other =
            json!({ "role": "WORKSPACE_ADMIN", "of": "workspace", "id": "w", "label": "Data" });
        let line = |roles: Vec<serde_json::Value>| {
            Identity { is_admin: Some(true), user: Some("ann".to_owned()), roles }.line()
        };
        assert_eq!(line(vec![]), "ann");
        assert_eq!(line(vec![other.clone()]), "ann, 1 other role");
        let all = vec![other.clone(), system, other];
        assert_eq!(line(all), "ann, SYSTEM_ADMIN of the platform, 2 other roles");
    }
}
