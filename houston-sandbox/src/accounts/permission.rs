//! The permissions that operations require, and the roles that have them.

use std::collections::HashMap;
use std::sync::LazyLock;

use houston_schema::{Rule, Word};
use serde::Deserialize;

/// The tables of `permissions.toml`.
#[derive(Deserialize)]
pub(crate) struct Permissions {
    operations: HashMap<String, Rule>,
    /// Rules of the sandbox for operations whose rule on the server is unknown.
    supposed: HashMap<String, Rule>,
    roles: HashMap<String, Vec<String>>,
}

impl Permissions {
    /// The built-in tables.
    pub(crate) fn get() -> &'static Permissions {
        static PERMISSIONS: LazyLock<Permissions> = LazyLock::new(|| {
            toml::from_str(houston_schema::PERMISSIONS).expect("a test reads the embedded file")
        });
        &PERMISSIONS
    }

    /// Returns the rule of an operation. Without a row, it requires a signed-in account: `deployment` and `email` check
    /// more once they have found the object, and the releases of Airflow do not.
    pub(crate) fn rule(&self, operation: &str) -> &Rule {
        self.given(operation).unwrap_or(&Rule::Word(Word::SignedIn))
    }

    fn given(&self, operation: &str) -> Option<&Rule> {
        self.operations.get(operation).or(self.supposed.get(operation))
    }

    /// Whether the role exists.
    pub(crate) fn has(&self, role: &str) -> bool {
        self.roles.contains_key(role)
    }

    pub(crate) fn grants(&self, role: &str, permission: &str) -> bool {
        self.roles.get(role).is_some_and(|all| all.iter().any(|one| one == permission))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A forgotten rule would let every signed-in account in.
    #[test]
    fn every_operation_has_a_rule_or_checks_by_itself() {
        let schema =
            apollo_compiler::Schema::parse(houston_schema::SDL, "houston.graphql").unwrap();
        let mut without = Vec::new();
        for root in ["Query", "Mutation", "Subscription"] {
            let names = schema.get_object(root).unwrap().fields.keys();
            without.extend(names.filter(|name| Permissions::get().given(name).is_none()));
        }
        assert_eq!(without, ["airflowRelease", "airflowReleases", "deployment", "email"]);
    }

    #[test]
    fn embedded_tables_can_be_read() {
        let permissions = Permissions::get();
        assert!(permissions.grants("WORKSPACE_ADMIN", "workspace.deployments.create"));
        assert!(!permissions.grants("WORKSPACE_VIEWER", "workspace.deployments.create"));
        assert!(permissions.grants("USER", "system.workspace.create"));
        assert_eq!(
            *permissions.rule("createDeployment"),
            Rule::AnyOf(vec!["workspace.deployments.create".to_owned()])
        );
        for (operation, rule) in permissions.operations.iter().chain(&permissions.supposed) {
            let Rule::AnyOf(any) = rule else { continue };
            for permission in any {
                assert!(
                    permissions.roles.keys().any(|role| permissions.grants(role, permission)),
                    "no role can run {operation}: {permission}"
                );
            }
        }
    }
}
