//! Who may run an operation, in words.

use houston_client::schema::{Access, Operation, Schema};

use crate::terminal::text::plain;

/// Who may run it: one line for the permission and one for the roles; empty if unknown.
pub(crate) fn lines(schema: &Schema, operation: &Operation) -> Vec<String> {
    match &operation.access {
        Access::Unknown => Vec::new(),
        Access::Public => vec!["needs no token".to_owned()],
        Access::SignedIn => vec!["needs no permission, only a valid token".to_owned()],
        Access::AnyOf(permissions) => {
            let permissions: Vec<String> = permissions.iter().map(|name| plain(name)).collect();
            let roles: Vec<String> = roles(schema, operation);
            let mut lines = vec![format!("needs the permission {}", permissions.join(" or "))];
            if !roles.is_empty() {
                lines.push(format!("roles that have it by default: {}", roles.join(", ")));
            }
            lines
        }
    }
}

/// The roles that may run an operation by default.
pub(crate) fn roles(schema: &Schema, operation: &Operation) -> Vec<String> {
    schema.roles_with(&operation.access).map(|role| plain(&role.name)).collect()
}
