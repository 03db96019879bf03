//! Which operation needs which permission, and which role has it.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// The tables of `permissions.toml`.
#[derive(Deserialize)]
pub(crate) struct Permissions {
    operations: HashMap<String, Rule>,
    /// What the sandbox asks for where it is not known what the server does.
    supposed: HashMap<String, Rule>,
    roles: HashMap<String, Vec<String>>,
}

/// What a caller must have to run an operation.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(untagged)]
pub(crate) enum Rule {
    Word(Word),
    /// One of these permissions, in the entity that the arguments name or, for `system.…`, in the system.
    AnyOf(Vec<String>),
}

/// A rule that names no permission.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Word {
    Public,
    SignedIn,
}

impl Permissions {
    /// The built-in tables.
    pub(crate) fn get() -> &'static Permissions {
        static PERMISSIONS: LazyLock<Permissions> = LazyLock::new(|| {
            toml::from_str(houston_schema::PERMISSIONS).expect("a test reads the embedded file")
        });
        &PERMISSIONS
    }

    /// The rule of an operation. One without a row asks for any account: `deployment` and `email`, which ask for
    /// more when they have found what is wanted, and the releases of Airflow.
    pub(crate) fn rule(&self, operation: &str) -> &Rule {
        self.given(operation).unwrap_or(&Rule::Word(Word::SignedIn))
    }

    fn given(&self, operation: &str) -> Option<&Rule> {
        self.operations.get(operation).or(self.supposed.get(operation))
    }

    /// Whether there is such a role.
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

    /// None is let through by everybody because nobody thought of it.
    #[test]
    fn every_operation_has_a_rule_or_judges_for_itself() {
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
