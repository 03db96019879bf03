use std::time::Duration;

use houston_sandbox::{Letter, Purpose, Sandbox, Settings};
use serde_json::{Value, json};

use crate::{admin, data, error, not_allowed, not_found, refusal, sandbox, text, user};

const SIGN_IN: &str = "mutation($i: String, $p: String!) {
    createToken(identity: $i, password: $p) { user { username } token { value payload { uuid iat exp } } isAdmin }
}";

const SIGN_UP: &str = "mutation($e: String!, $p: JSON, $i: String, $n: String) {
    createUser(email: $e, password: \"secret\", profile: $p, inviteToken: $i, username: $n, duration: 1) {
        user { id username fullName status emails { address verified primary token } roleBindings { role } } token { value }
    } }";

/// Allows public sign-ups. With confirmation, new users are pending at first.
fn open_to_all(sandbox: &Sandbox, email_confirmation: bool) {
    let mut settings = Settings::default();
    settings.public_signups = true;
    settings.email_confirmation = email_confirmation;
    sandbox.change_settings(settings).unwrap();
}

fn letters(sandbox: &Sandbox, purpose: Purpose) -> Vec<Letter> {
    let letters = sandbox.letters().unwrap();
    letters.into_iter().filter(|letter| letter.purpose == purpose).collect()
}

#[test]
fn token_lives_for_a_day() {
    let sandbox = sandbox();
    let (id, _) = user(&sandbox, "ada@example.org");
    let arguments = json!({ "i": "ada@example.org", "p": "secret" });
    let signed_in = data(&sandbox, "", SIGN_IN, arguments)["createToken"].take();
    assert_eq!(signed_in["user"]["username"], "ada@example.org");
    let (token, payload) = (text(&signed_in["token"]["value"]), &signed_in["token"]["payload"]);
    assert_eq!(token.split('.').count(), 3, "{token}");
    assert_eq!(payload["uuid"], *id);
    let life = payload["exp"].as_i64().unwrap() - payload["iat"].as_i64().unwrap();
    assert_eq!(life, 24 * 60 * 60);

    // It signs its user in, and can be used to issue another one.
    let who = "{ self { user { id } isAdmin token { value } } }";
    let found = data(&sandbox, &token, who, json!({}));
    assert_eq!(found["self"]["user"]["id"], *id);
    assert_eq!(found["self"]["isAdmin"], false);
    let minted = text(&found["self"]["token"]["value"]);
    assert_eq!(data(&sandbox, &minted, who, json!({}))["self"]["user"]["id"], *id);

    sandbox.clock().advance(Duration::from_secs(24 * 60 * 60 - 30));
    data(&sandbox, &format!("Bearer {token}"), who, json!({}));
    sandbox.clock().advance(Duration::from_secs(60));
    assert_eq!(error(&sandbox, &token, who, json!({})), not_allowed());
}

#[test]
fn tokens_of_others_are_worth_nothing() {
    let (sandbox, other) = (sandbox(), sandbox());
    let (_, token) = user(&sandbox, "ada@example.org");
    let who = "{ self { isAdmin } }";
    data(&sandbox, &token, who, json!({}));
    let parts: Vec<&str> = token.split('.').collect();
    // The same header and signature, with one letter of the claims changed.
    let claims: String = parts[1].chars().rev().collect();
    let forged = [parts[0], &claims, parts[2]].join(".");
    let unsigned = [parts[0], parts[1], ""].join(".");
    for bad in [&*forged, &unsigned, "a.b.c", "...", parts[1]] {
        assert_eq!(error(&sandbox, bad, who, json!({})), not_allowed(), "{bad}");
    }
    // A token of one platform is invalid on another, whether that platform already has a key or not.
    assert_eq!(error(&other, &token, who, json!({})), not_allowed());
    user(&other, "ada@example.org");
    assert_eq!(error(&other, &token, who, json!({})), not_allowed());
}

#[test]
fn tokens_outlive_the_process_and_not_their_user() {
    let dir = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::open(dir.path()).unwrap();
    let (id, token) = user(&sandbox, "ada@example.org");
    drop(sandbox);
    let sandbox = Sandbox::open(dir.path()).unwrap();
    let who = "{ self { user { id } } }";
    assert_eq!(data(&sandbox, &token, who, json!({}))["self"]["user"]["id"], *id);
    let remove = "mutation($u: Uuid!) { removeUser(userUuid: $u) { id username } }";
    assert_eq!(
        data(&sandbox, &admin(&sandbox), remove, json!({ "u": id })),
        json!({ "removeUser": { "id": id, "username": null } })
    );
    assert_eq!(error(&sandbox, &token, who, json!({})), not_allowed());
    // The address can be used again.
    user(&sandbox, "ada@example.org");
}

#[test]
fn service_account_cannot_issue_a_token() {
    let sandbox = sandbox();
    let key = crate::system_key(&sandbox, "SYSTEM_ADMIN");
    assert_eq!(
        error(&sandbox, &key, "{ self { token { value } } }", json!({})),
        refusal("Cannot read property 'status' of null", "INTERNAL_SERVER_ERROR")
    );
}

#[test]
fn sign_in_is_refused_in_the_words_of_the_server() {
    let sandbox = sandbox();
    user(&sandbox, "ada@example.org");
    open_to_all(&sandbox, true);
    data(&sandbox, "", SIGN_UP, json!({ "e": "pending@example.org", "n": "pen" }));
    let wrong = refusal("Invalid password and username combination", "INTERNAL_SERVER_ERROR");
    let pending = refusal("Your account is awaiting email confirmation", "ACCOUNT_NOT_CONFIRMED");
    for (identity, password, expected) in [
        (json!("ada@example.org"), "wrong", wrong.clone()),
        (json!("ada@example.org"), "", wrong.clone()),
        // Names and addresses are case-sensitive.
        (json!("Ada@example.org"), "secret", not_found()),
        (json!("unknown"), "secret", not_found()),
        (json!(null), "secret", not_found()),
        // Only a caller with the right password learns the state.
        (json!("pending@example.org"), "wrong", wrong),
        (json!("pending@example.org"), "secret", pending.clone()),
        (json!("pen"), "secret", pending),
        (
            json!("admin@sandbox.localhost"),
            "secret",
            refusal("No password credentials found", "UNAUTHENTICATED"),
        ),
    ] {
        let arguments = json!({ "i": identity, "p": password });
        assert_eq!(error(&sandbox, "", SIGN_IN, arguments), expected, "{identity} {password}");
    }
}

#[test]
fn sign_up_needs_an_invite_unless_the_platform_is_open() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let invite = "mutation($e: String!) { inviteUser(email: $e) { id token role createdAt } }";
    let invited = data(&sandbox, &token, invite, json!({ "e": "Ada@Example.org" }));
    let invited = &invited["inviteUser"];
    // Other fields are null, although they have values.
    assert_eq!((&invited["createdAt"], &invited["role"]), (&Value::Null, &Value::Null));
    let ada =
        json!({ "e": "ADA@example.org", "p": { "fullName": "Ada L" }, "i": invited["token"] });
    for (arguments, message, code) in [
        (
            json!({ "e": "ada@example.org" }),
            "Public sign ups are disabled, a valid inviteToken is required to login to the platform. Public sign ups can be enabled via configuration change.",
            "PUBLIC_SIGNUPS_DISABLED",
        ),
        (json!({ "e": "ada@example.org", "i": "x" }), "Invite token not found", "BAD_USER_INPUT"),
        (
            json!({ "e": "eve@example.org", "i": invited["token"] }),
            "This email is not associated with the specified invite token",
            "INVITE_EMAIL_NOT_MATCH",
        ),
    ] {
        assert_eq!(error(&sandbox, "", SIGN_UP, arguments), refusal(message, code));
    }
    let mut made = data(&sandbox, "", SIGN_UP, ada)["createUser"].take();
    assert!(made["token"].take()["value"].is_string());
    assert_eq!(
        made["user"],
        json!({
            "id": invited["id"],
            "username": "ada@example.org",
            "fullName": "Ada L",
            "status": "active",
            "emails": [{ "address": "ada@example.org", "verified": true, "primary": true, "token": null }],
            "roleBindings": [],
        })
    );
    open_to_all(&sandbox, false);
    let taken = refusal("Email address in use", "DUPLICATE_EMAIL");
    for (address, name) in [("ada@EXAMPLE.org", "ada"), ("eve@example.org", "ada@example.org")] {
        let arguments = json!({ "e": address, "n": name });
        assert_eq!(error(&sandbox, "", SIGN_UP, arguments), taken, "{address} {name}");
    }
    let made = data(&sandbox, "", SIGN_UP, json!({ "e": "eve@example.org" }));
    assert_eq!(made["createUser"]["user"]["status"], "active");
}

#[test]
fn address_is_confirmed_by_letter() {
    let sandbox = sandbox();
    open_to_all(&sandbox, true);
    let made = data(&sandbox, "", SIGN_UP, json!({ "e": "ada@example.org" }));
    let made = &made["createUser"];
    assert_eq!((&made["user"]["status"], &made["token"]), (&json!("pending"), &Value::Null));
    // The mailed token is shown only to callers who may confirm the address without it.
    assert_eq!(made["user"]["emails"][0]["token"], Value::Null);
    let [letter] = &letters(&sandbox, Purpose::Confirmation)[..] else { panic!("not one letter") };
    assert_eq!(letter.to, "ada@example.org");
    let find =
        "{ email(where: { address: \"Ada@example.org\" }) { token verified user { status } } }";
    assert_eq!(
        data(&sandbox, &admin(&sandbox), find, json!({})),
        json!({ "email": { "token": letter.token, "verified": false, "user": { "status": "pending" } } })
    );

    // A repeated letter has the same token. Nothing is sent to other addresses.
    let resend = "mutation($e: String!) { resendConfirmation(email: $e) }";
    for (address, sent) in [
        ("ADA@example.org", true),
        ("unknown@example.org", false),
        ("admin@sandbox.localhost", false),
    ] {
        let answer = data(&sandbox, "", resend, json!({ "e": address }));
        assert_eq!(answer, json!({ "resendConfirmation": sent }), "{address}");
    }
    assert_eq!(letters(&sandbox, Purpose::Confirmation), [letter.clone(), letter.clone()]);

    let confirm = "mutation($t: String!) { confirmEmail(token: $t) { user { status emails { verified } } token { value } } }";
    let arguments = json!({ "t": letter.token });
    let confirmed = data(&sandbox, "", confirm, arguments.clone())["confirmEmail"].take();
    assert_eq!(confirmed["user"], json!({ "status": "active", "emails": [{ "verified": true }] }));
    data(&sandbox, &text(&confirmed["token"]["value"]), "{ self { isAdmin } }", json!({}));
    let invalid = refusal("Invalid token", "BAD_USER_INPUT");
    assert_eq!(error(&sandbox, "", confirm, arguments), invalid);
    assert_eq!(error(&sandbox, "", confirm, json!({ "t": "" })), invalid);
    assert_eq!(
        data(&sandbox, "", resend, json!({ "e": "ada@example.org" })),
        json!({ "resendConfirmation": false })
    );
}

#[test]
fn address_is_verified_without_a_letter() {
    let sandbox = sandbox();
    open_to_all(&sandbox, true);
    data(&sandbox, "", SIGN_UP, json!({ "e": "ada@example.org" }));
    let verify = "mutation($e: String!) { verifyEmail(email: $e) }";
    let token = admin(&sandbox);
    for address in ["Ada@example.org", "unknown@example.org"] {
        assert_eq!(error(&sandbox, &token, verify, json!({ "e": address })), not_found());
    }
    data(&sandbox, &token, verify, json!({ "e": "ada@example.org" }));
    data(&sandbox, "", SIGN_IN, json!({ "i": "ada@example.org", "p": "secret" }));
    // The token of the earlier letter is no longer valid.
    let letter = letters(&sandbox, Purpose::Confirmation).remove(0);
    let confirm = "mutation($t: String!) { confirmEmail(token: $t) { isAdmin } }";
    assert_eq!(error(&sandbox, "", confirm, json!({ "t": letter.token })).0, "Invalid token");
}

#[test]
fn password_is_reset_by_letter() {
    let sandbox = sandbox();
    let (_, old) = user(&sandbox, "ada@example.org");
    // The answer does not reveal which addresses have an account.
    for address in
        ["unknown@example.org", "admin@sandbox.localhost", "Ada@Example.org", "ada@example.org"]
    {
        let forgot = "mutation($e: String!) { forgotPassword(email: $e) }";
        let answer = data(&sandbox, "", forgot, json!({ "e": address }));
        assert_eq!(answer, json!({ "forgotPassword": true }), "{address}");
    }
    let letters = letters(&sandbox, Purpose::PasswordReset);
    assert_eq!(letters.len(), 2);
    assert_eq!(letters[0], letters[1]);
    let reset = "mutation($t: String!) { resetPassword(token: $t, password: \"new\") { token { value } user { username } } }";
    let arguments = json!({ "t": letters[0].token });
    let answer = data(&sandbox, "", reset, arguments.clone());
    assert_eq!(answer["resetPassword"]["user"]["username"], "ada@example.org");
    assert!(answer["resetPassword"]["token"]["value"].is_string());
    for bad in [arguments, json!({ "t": "" })] {
        let invalid = refusal("Invalid resetToken", "BAD_USER_INPUT");
        assert_eq!(error(&sandbox, "", reset, bad), invalid);
    }
    data(&sandbox, "", SIGN_IN, json!({ "i": "ada@example.org", "p": "new" }));
    let gone = error(&sandbox, "", SIGN_IN, json!({ "i": "ada@example.org", "p": "secret" }));
    assert_eq!(gone.0, "Invalid password and username combination");
    // Earlier tokens stay valid.
    data(&sandbox, &old, "{ self { isAdmin } }", json!({}));
}

#[test]
fn first_user_of_a_platform_administers_it() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let found = data(
        &sandbox,
        &token,
        "{ authConfig { initialSignup publicSignup localEnabled externalSignupUrl providers { name } } }",
        json!({}),
    );
    assert_eq!(
        found["authConfig"],
        json!({ "initialSignup": false, "publicSignup": false, "localEnabled": true, "externalSignupUrl": null, "providers": [] })
    );
    // The platform has no users once the administrator is removed, after a service account got the role.
    crate::system_key(&sandbox, "SYSTEM_ADMIN");
    let users = data(&sandbox, &token, "{ users { id } }", json!({}));
    let remove = "mutation($u: Uuid!) { removeUser(userUuid: $u) { id } }";
    data(&sandbox, &token, remove, json!({ "u": users["users"][0]["id"] }));
    let found = data(&sandbox, "", "{ authConfig { initialSignup } }", json!({}));
    assert_eq!(found["authConfig"]["initialSignup"], true);

    let made = data(&sandbox, "", SIGN_UP, json!({ "e": "ada@example.org" }));
    let made = &made["createUser"];
    assert_eq!(made["user"]["roleBindings"], json!([{ "role": "SYSTEM_ADMIN" }]));
    let token = text(&made["token"]["value"]);
    assert_eq!(data(&sandbox, &token, "{ self { isAdmin } }", json!({}))["self"]["isAdmin"], true);
    let closed = error(&sandbox, "", SIGN_UP, json!({ "e": "eve@example.org" }));
    assert_eq!(closed.1, "PUBLIC_SIGNUPS_DISABLED");
}
