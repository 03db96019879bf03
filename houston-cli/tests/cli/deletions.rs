//! Mutations whose row is gone or read only in part: against a server that answers as 0.16 does.

use houston_tests::old;

use crate::environment::Environment;

/// A file with the schema in which, as in 0.16, an account has a single role that is never null.
fn old_schema() -> tempfile::NamedTempFile {
    let sdl = houston_schema::SDL;
    let account = sdl.find("type ServiceAccount {").unwrap();
    let (before, account) = sdl.split_at(account);
    let account = account.replacen("roleBindings", "roleBinding", 1);
    let account = account.replacen("[RoleBinding!]!", "RoleBinding!", 1);
    let file = tempfile::NamedTempFile::with_suffix(".graphql").unwrap();
    std::fs::write(file.path(), before.to_owned() + &account).unwrap();
    file
}

#[test]
fn what_is_left_is_selected_by_default() {
    let server = old::serve();
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let old = old_schema();
    let old = old.path().to_str().unwrap();
    for line in [
        "deleteWorkspace --workspace-uuid w1",
        "removeUser --user-uuid u1",
        "inviteUser --email a@example.com",
        "deleteInviteToken --invite-uuid i1",
        "deploymentAlertsUpdate --deployment-uuid d1 --alert-emails a@example.com",
        "deleteServiceAccount --service-account-uuid s1",
        "deleteDeploymentServiceAccount --deployment-uuid d1 --service-account-uuid s1",
        "deleteSystemServiceAccount --service-account-uuid s1",
        "deleteWorkspaceServiceAccount --workspace-uuid w1 --service-account-uuid s1",
    ] {
        for schema in [&[][..], &["--schema", old]] {
            for depth in ["1", "2", "4"] {
                let words: Vec<&str> = line.split(' ').collect();
                let ran = user.run(&[&words[..], schema, &["--yes", "--depth", depth]].concat());
                assert_eq!(ran.code, 0, "{line}: {ran}");
                assert!(!ran.stderr.contains("can be missing"), "{line}: {ran}");
            }
        }
    }
}

#[test]
fn a_field_that_may_be_missing_is_told_before_and_a_lost_answer_ran() {
    let server = old::serve();
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let shown = user.session(&[
        "deleteWorkspace --yes --workspace-uuid w1 --fields id,createdAt",
        "deleteWorkspace --yes --workspace-uuid w1 --fields id,label -o ndjson",
        "inviteUser --email a@example.com --fields id,email,role --dry-run",
        "deleteSystemServiceAccount --yes --service-account-uuid s1 --fields id,label -o ndjson",
    ]);
    insta::assert_snapshot!(shown);
}
