//! Twenty people from one file: invited, signed up with passwords from elsewhere, given roles, and one of them removed.

use std::fmt::Write as _;

use serde_json::Value;

use crate::environment::Ran;
use crate::rows_platform::{Platform, outcomes, rows};

const COUNT: usize = 20;
const TEAMS: [&str; 3] = ["Data", "Ads, and more", "Shop"];

/// The people of one platform, and the calls about them.
struct People {
    platform: Platform,
    /// email, workspace and role of each.
    members: String,
    /// email alone.
    users: String,
    /// email and role in a Deployment.
    roles: String,
}

impl People {
    fn new() -> Self {
        let platform = Platform::start(&[]);
        for team in TEAMS {
            platform.workspace(team);
        }
        let (mut members, mut users) = ("email,role,workspace\n".to_owned(), "email\n".to_owned());
        let mut roles = "email,role\n".to_owned();
        for at in 0..COUNT {
            let role = if at % 4 == 0 { "WORKSPACE_ADMIN" } else { "WORKSPACE_EDITOR" };
            writeln!(members, "u{at}@example.com,{role},\"{}\"", TEAMS[at % 3]).unwrap();
            writeln!(users, "u{at}@example.com").unwrap();
            writeln!(roles, "u{at}@example.com,DEPLOYMENT_EDITOR").unwrap();
        }
        let members = platform.file("members.csv", &members);
        let users = platform.file("users.csv", &users);
        let roles = platform.file("roles.csv", &roles);
        People { platform, members, users, roles }
    }

    fn run(&self, line: &str) -> Ran {
        self.platform.user.line(line)
    }

    fn invite(&self, more: &str) -> Ran {
        let find = "--workspace-uuid @find:label={workspace}";
        self.run(&format!("workspaceAddUser --rows {} {find}{more}", self.members))
    }

    fn sign_up(&self, secrets: &str, more: &str) -> Ran {
        self.run(&format!("createUser --rows {} --secrets {secrets}{more}", self.users))
    }

    fn roles(&self, more: &str) -> Ran {
        let find = "--deployment-id @find:label=etl";
        self.run(&format!("deploymentAddUserRole --rows {} {find}{more}", self.roles))
    }

    /// How many calls changed something.
    fn changes(&self) -> usize {
        let all = self.platform.sandbox.ledger().into_iter();
        let changes = ["create", "workspaceAdd", "deploymentAdd", "remove", "delete"];
        let is_change = |name: &str| changes.iter().any(|change| name.starts_with(change));
        all.filter(|one| is_change(&one.operation) && one.refusal.is_none()).count()
    }
}

#[track_caller]
fn all(ran: &Ran, outcome: &str) {
    assert_eq!((ran.code, outcomes(ran)), (0, vec![outcome.to_owned(); COUNT]), "{ran}");
}

#[test]
fn twenty_people_join_and_one_leaves() {
    let people = People::new();
    let platform = &people.platform;
    all(&people.invite(""), "done");
    // The tokens of the invites, and passwords from elsewhere, in one file.
    let invites = platform.user.run(&["invites", "--fields", "email,token", "-o", "json"]);
    let invites: Value = serde_json::from_str(&invites.stdout).unwrap();
    let mut secrets = "email,password,inviteToken\n".to_owned();
    for invite in invites.as_array().unwrap() {
        let (email, token) = (invite["email"].as_str().unwrap(), invite["token"].as_str().unwrap());
        writeln!(secrets, "{email},pass-{email},{token}").unwrap();
    }
    let secrets = platform.file("secrets.csv", &secrets);
    let signed_up = people.sign_up(&secrets, "");
    all(&signed_up, "done");
    let find = ["createDeployment", "--label", "etl", "--type", "airflow"];
    let made = platform.user.run(&[&find[..], &["--workspace-uuid", "@find:label=Data"]].concat());
    assert_eq!(made.code, 0, "{made}");
    all(&people.roles(""), "done");
    let there = platform.ask("{ users { emails { address } roleBindings { role } } }");
    let people_there = there["users"].as_array().unwrap().iter();
    let members = people_there.filter(|user| {
        let address = user["emails"][0]["address"].as_str().unwrap_or_default();
        address.starts_with('u') && user["roleBindings"].as_array().unwrap().len() == 2
    });
    assert_eq!(members.count(), COUNT, "{there}");
    // A password signs in.
    let words = ["createToken", "--identity", "u7@example.com", "--password", "@-"];
    let words = [&words[..], &["--fields", "user.username"]].concat();
    let signed_in = platform.user.with_stdin(&words, "pass-u7@example.com");
    assert_eq!(signed_in.code, 0, "{signed_in}");

    // Every call once more, with its journal and without it: nothing changes.
    let before = people.changes();
    for (ran, what) in [
        (people.invite(""), "done"),
        (people.sign_up(&secrets, ""), "done"),
        (people.roles(""), "done"),
        (people.invite(" --no-journal --if-exists use"), "exists"),
        (people.sign_up(&secrets, " --no-journal --if-exists use"), "exists"),
        (people.roles(" --no-journal --if-exists check"), "exists"),
    ] {
        all(&ran, what);
        assert!(!ran.all().contains("pass-u"), "a password is shown: {ran}");
    }
    assert_eq!(people.changes(), before);
    // The id of a row is that of its user, whatever the answer is.
    let ids = |ran: &Ran| rows(ran).iter().map(|row| row["id"].clone()).collect::<Vec<_>>();
    let exists = people.sign_up(&secrets, " --no-journal --if-exists use");
    assert_eq!((ids(&signed_up), ids(&signed_up)[0].is_string()), (ids(&exists), true));

    // One leaves: with the account go all roles. An open invite of the address is another object.
    let invited = "workspaceAddUser --email gone@example.com --workspace-uuid @find:label=Shop";
    assert_eq!(people.run(invited).code, 0);
    let leave = "removeUser --user-uuid @find:email=u7@example.com --yes --if-absent ok";
    for _ in 0..2 {
        let ran = people.run(leave);
        assert_eq!(ran.code, 0, "{ran}");
    }
    let list = r#"[.[] | select(.email == "gone@example.com") | {inviteUuid: .id}]"#;
    for expected in [1, 0] {
        let open =
            platform.user.run(&["invites", "--fields", "id,email", "-o", "json", "--jq", list]);
        let words = ["deleteInviteToken", "--rows", "-", "--no-journal", "--if-absent", "ok"];
        let ran = platform.user.with_stdin(&[&words[..], &["--yes"]].concat(), &open.stdout);
        assert_eq!((ran.code, outcomes(&ran).len()), (0, expected), "{ran}");
    }
    let there = platform.ask("{ users { emails { address } } invites { email } }");
    let text = there.to_string();
    assert!(!text.contains("u7@") && !text.contains("gone@") && text.contains("u8@"), "{text}");
    // Two rows about one person are one too many.
    let twice = platform.file("twice.csv", "userUuid\nck1\nck2\nck1\n");
    let ran = people.run(&format!("removeUser --rows {twice} --yes"));
    assert_eq!(ran.code, 2, "{ran}");
    assert!(ran.stderr.contains("line 4: line 2 deletes the same object, userUuid=ck1"), "{ran}");
}
