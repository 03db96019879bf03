//! Verbs of the astro CLI, which people type from habit, and the commands that do the same here.

use houston_client::schema::Schema;

use crate::commands::builtin::Builtin;
use crate::failure::Failure;
use crate::schema::names;
use crate::terminal::text::short;

/// Words of the astro CLI, and the commands of ours: the first whose operation the schema has.
type Verb = (&'static str, &'static [&'static str]);

/// The verbs. Of two that begin in the same way, the longer one counts.
const VERBS: [Verb; 52] = [
    ("config", &["profile show"]),
    ("context", &["profile list"]),
    ("context delete", &["profile remove NAME"]),
    ("context list", &["profile list"]),
    ("context switch", &["profile use NAME"]),
    ("deployment airflow upgrade", &["updateDeploymentAirflow"]),
    ("deployment create", &["createDeployment", "upsertDeployment"]),
    ("deployment delete", &["deleteDeployment"]),
    ("deployment inspect", &["deployment --where.release-name NAME"]),
    ("deployment list", &["workspaceDeployments --workspace-uuid @find:label=NAME"]),
    ("deployment logs", &["logs --deployment-uuid @find:label=NAME"]),
    ("deployment runtime migrate", &["updateDeploymentRuntime"]),
    ("deployment runtime upgrade", &["updateDeploymentRuntime"]),
    ("deployment service-account create", &["createDeploymentServiceAccount"]),
    ("deployment service-account delete", &["deleteDeploymentServiceAccount"]),
    ("deployment service-account get", &["deploymentServiceAccounts"]),
    ("deployment service-account list", &["deploymentServiceAccounts"]),
    ("deployment team add", &["deploymentAddTeamRole"]),
    ("deployment team list", &["deploymentTeams"]),
    ("deployment team remove", &["deploymentRemoveTeamRole"]),
    ("deployment team update", &["deploymentUpdateTeamRole"]),
    ("deployment update", &["updateDeployment", "upsertDeployment"]),
    ("deployment user add", &["deploymentAddUserRole"]),
    ("deployment user delete", &["deploymentRemoveUserRole"]),
    ("deployment user list", &["deploymentUsers"]),
    ("deployment user remove", &["deploymentRemoveUserRole"]),
    ("deployment user update", &["deploymentUpdateUserRole"]),
    ("deployment variable create", &["updateDeploymentVariables --merge"]),
    ("deployment variable list", &["deploymentVariables"]),
    ("deployment variable update", &["updateDeploymentVariables --merge"]),
    ("login", &["auth login"]),
    ("logout", &["auth logout"]),
    ("team list", &["paginatedTeams"]),
    ("user create", &["createUser"]),
    ("user invite", &["inviteUser"]),
    ("user list", &["users"]),
    ("version", &["appConfig --fields version"]),
    ("workspace create", &["createWorkspace"]),
    ("workspace delete", &["deleteWorkspace"]),
    ("workspace list", &["workspaces"]),
    ("workspace service-account create", &["createWorkspaceServiceAccount"]),
    ("workspace service-account delete", &["deleteWorkspaceServiceAccount"]),
    ("workspace service-account list", &["workspaceServiceAccounts"]),
    ("workspace switch", &["profile set NAME --default workspaceUuid=ID"]),
    ("workspace team add", &["workspaceAddTeam"]),
    ("workspace team list", &["workspaceTeams"]),
    ("workspace team remove", &["workspaceRemoveTeam"]),
    ("workspace update", &["updateWorkspace"]),
    ("workspace user add", &["workspaceAddUser"]),
    ("workspace user list", &["workspaceUsers"]),
    ("workspace user remove", &["workspaceRemoveUser"]),
    ("workspace user update", &["workspaceUpdateUserRole"]),
];

/// The failure for words of the astro CLI, if the schema has what they ask for.
pub(crate) fn failure(schema: &Schema, words: &[String]) -> Option<Failure> {
    let begins = |verb: &str| verb.split(' ').zip(words).all(|(verb, word)| verb == word.as_str());
    let is_it = |verb: &&Verb| verb.0.split(' ').count() <= words.len() && begins(verb.0);
    let (verb, commands) =
        VERBS.iter().filter(is_it).max_by_key(|(verb, _)| verb.split(' ').count())?;
    let can_run = |command: &&&str| {
        let name = command.split(' ').next().unwrap_or_default();
        Builtin::of(name).is_some() || !names::operations(schema, None, name).is_empty()
    };
    let command = commands.iter().find(can_run)?;
    let what = format!("`{}` is a command of the astro CLI", short(verb));
    Some(Failure::usage(what).help(format!("Use `houston {command}`.")))
}

#[cfg(test)]
mod tests {
    use houston_client::SCHEMA;

    use super::{Builtin, VERBS, failure};
    use crate::schema::versions;

    #[test]
    fn each_verb_is_answered_with_a_command_that_exists() {
        for (verb, commands) in VERBS {
            for command in commands {
                let name = command.split(' ').next().unwrap();
                let is_known = Builtin::of(name).is_some()
                    || SCHEMA.operation(name).is_some()
                    || versions::operation(name).is_some();
                assert!(is_known, "{verb}: {command}");
            }
        }
        assert!(VERBS.is_sorted());
    }

    #[test]
    fn the_longest_verb_counts() {
        let told = |words: &str| {
            let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
            failure(&SCHEMA, &words).map(|failure| failure.parts())
        };
        let (what, next) = told("deployment user list x").unwrap();
        assert_eq!(what, "`deployment user list` is a command of the astro CLI");
        assert_eq!(next, "Use `houston deploymentUsers`.");
        assert_eq!(told("deployment ckx"), None);
        // The schema lacks what it asks for.
        assert_eq!(told("team list"), None);
    }
}
