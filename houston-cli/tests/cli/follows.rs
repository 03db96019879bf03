//! The schema follows the address: a call pulls that of its platform.

use houston_tests::server::http;
use serde_json::{Value, json};

use crate::environment::Environment;
use crate::platform::{NEWER, Peer, answer, introspected};

fn data() -> Value {
    json!({ "workspaces": [], "sysWorkspaces": [], "teams": [], "createWorkspace": { "id": "w", "label": "a", "region": null, "owner": null } })
}

fn user(peer: &Peer) -> Environment {
    Environment::following().set("HOUSTON_URL", &peer.server.url)
}

/// The file of the only platform that was asked.
fn file(user: &Environment) -> std::path::PathBuf {
    let files = std::fs::read_dir(user.schemas()).unwrap().map(|entry| entry.unwrap().path());
    let mut files = files.filter(|path| path.extension().is_some_and(|end| end == "schema"));
    let found = files.next().unwrap();
    assert_eq!(files.next(), None);
    found
}

/// Lets time go by: everything that is kept is that much older.
fn later(user: &Environment, hours: i64) {
    let text = std::fs::read_to_string(file(user)).unwrap();
    let (head, rest) = text.split_once('\n').unwrap();
    let mut head: Value = serde_json::from_str(head).unwrap();
    let earlier = |value: &mut Value| *value = (value.as_i64().unwrap() - hours * 3600).into();
    earlier(&mut head["asked"]);
    if !head["failed"].is_null() {
        earlier(&mut head["failed"]["until"]);
    }
    std::fs::write(file(user), format!("{head}\n{rest}")).unwrap();
}

#[test]
fn the_first_call_pulls_and_later_ones_use_it() {
    let peer = Peer::new(NEWER, &data());
    let user = user(&peer).set("HOUSTON_TOKEN", "a.b.c");
    insta::assert_snapshot!(user.session(&[
        "list --grep user",
        "sysWorkspaces -o json",
        "sysWorkspaces -o json",
        "list --queries",
        "sysWorkspaces --dry-run -o json",
        "createDeployment",
    ]),);
    let shown = user.answer(&["schema", "show", "-o", "json"]);
    assert_eq!((&shown["origin"], &shown["version"]), (&json!("pulled"), &json!("2.1.0")));
    assert!(user.line("sysWorkspaces --help").stderr.starts_with("note: using the schema of"));
    assert_eq!(peer.asked(), 1);
    let seen = peer.server.seen();
    let is_signed = |request: &String| request.to_lowercase().contains("authorization: a.b.c");
    assert!(seen.iter().all(is_signed), "{seen:#?}");
}

/// What sends nothing asks for nothing, and what chooses a schema does neither.
#[test]
fn only_a_call_that_follows_its_platform_pulls() {
    let peer = Peer::new(NEWER, &data());
    let user = user(&peer);
    for (line, calls) in [
        ("list", 0),
        ("describe workspaces", 0),
        ("skeleton workspaces", 0),
        ("completions bash", 0),
        ("complete elvish works", 0),
        ("schema show", 0),
        ("workspaces --dry-run", 0),
        ("workspaces --curl", 0),
        ("workspaces --help", 0),
        ("help workspaces", 0),
        ("query workspaces -h", 0),
        ("workspaces --offline", 1),
        ("workspaces --schema built-in", 1),
        ("--schema built-in workspaces", 1),
        ("workspaces --sandbox", 0),
    ] {
        let before = peer.called();
        let ran = user.line(line);
        assert_eq!((ran.code, peer.asked()), (0, 0), "{line}: {ran}");
        assert_eq!(peer.called() - before, calls, "{line}: {ran}");
    }
    let pinned = self::user(&peer).set("HOUSTON_SCHEMA", "built-in");
    let ran = pinned.line("workspaces");
    assert_eq!((ran.code, peer.asked(), &*ran.stderr), (0, 0, ""), "{ran}");
    let ran = pinned.set("HOUSTON_SCHEMA", "no-such-file").line("workspaces");
    assert!(ran.code == 2 && ran.stderr.contains("cannot read the schema no-such-file"), "{ran}");
    // Without a directory for it, a schema would be pulled by every call.
    let mut homeless = self::user(&peer).command(&["workspaces"]);
    homeless.env_remove("HOUSTON_STATE_DIR");
    let ran = crate::environment::Ran::new(homeless.output().unwrap());
    assert_eq!((ran.code, peer.asked()), (0, 0), "{ran}");
}

#[test]
fn an_unknown_name_asks_again_at_most_once_an_hour() {
    let peer = Peer::new(NEWER, &data());
    let user = user(&peer);
    assert_eq!(user.line("workspaces").code, 0);
    let fields = NEWER.replace("region: String }", "region: String owner: String }");
    let argument = fields.replace("workspaces(limit: Int)", "workspaces(limit: Int, team: Int)");
    let operation = argument.replace("sysWorkspaces:", "teams: [Workspace] sysWorkspaces:");
    let more = |sdl: &str, names: &str, value: &str| {
        let create = format!("createWorkspace(label: String!, size: Size, in: Place{names}");
        let types =
            format!("enum Size {{ SMALL {value} }} input Place {{ zone: String {value}: Int }}");
        sdl.replace("createWorkspace(label: String!", &create) + &types
    };
    let known = more(&operation, "", "MEDIUM");
    let value = more(&operation, "", "LARGE");
    let key = more(&operation, ", owner: Int", "LARGE");
    let column = more(&operation, ", owner: Int, cost: Int", "LARGE");
    let path = more(&operation, ", owner: Int, cost: Int", "HUGE");
    let files = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = files.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let input = file("a.yaml", "label: a\nowner: 1\n");
    let rows = file("a.csv", "label,cost\na,1\nb,2\n");
    let below = file("b.csv", "label,in.HUGE\nc,1\n");
    let values = file("c.csv", "label,size\nd,LARGE\n");
    let mut asked = 1;
    for (sdl, line) in [
        (&fields, "workspaces --fields id,owner -o json"),
        (&argument, "workspaces --team 1 -o json"),
        (&operation, "teams -o json"),
        (&known, "createWorkspace --label a --size MEDIUM"),
        (&value, "createWorkspace --label a --size LARGE"),
        (&known, "createWorkspace --label a --in.MEDIUM 1"),
        (&value, &format!("createWorkspace --rows {values} --yes")),
        (&key, &format!("createWorkspace --input {input}")),
        (&column, &format!("createWorkspace --rows {rows} --yes")),
        (&path, &format!("createWorkspace --rows {below} --yes")),
    ] {
        peer.set_schema(sdl);
        let ran = user.line(line);
        assert_eq!((ran.code, peer.asked()), (2, asked), "{line}: {ran}");
        later(&user, 1);
        let ran = user.line(line);
        asked += 1;
        assert_eq!((ran.code, peer.asked()), (0, asked), "{line}: {ran}");
        assert!(ran.stderr.contains("has changed: Houston 2.1.0: "), "{ran}");
    }
    // The same schema as before: the failure is that of the call.
    later(&user, 1);
    insta::assert_snapshot!(user.session(&["nope", "workspaces --nope 1"]), @"
    $ nope
    ------- stderr -------
    error: unknown operation or command `nope` [usage]
    Nothing was sent. `houston list` shows all operations, `houston list TEXT` finds some.
    [exit: 2]

    $ workspaces --nope 1
    ------- stderr -------
    error: workspaces has an invalid argument [usage]
      --nope: workspaces has no such flag
    Nothing was sent. See `houston workspaces --help`.
    [exit: 2]
    ");
    assert_eq!(peer.asked(), asked + 1);
    // A misspelled value is not a name.
    later(&user, 1);
    assert_eq!(user.line("workspaces --limit x").code, 2);
    assert_eq!(peer.asked(), asked + 1);
}

#[test]
fn a_document_is_checked_by_the_newest_schema() {
    let peer = Peer::new(NEWER, &data());
    let user = user(&peer);
    let call = |document: &str| user.with_stdin(&["query-text", "-", "-o", "json"], document);
    let ran = call("{ sysWorkspaces { region } }");
    assert_eq!((ran.code, peer.asked(), peer.called()), (0, 1, 1), "{ran}");
    let teams = "{ teams { id } }";
    assert_eq!((call(teams).code, peer.asked()), (2, 1));
    peer.set_schema(&NEWER.replace("sysWorkspaces:", "teams: [Workspace] sysWorkspaces:"));
    later(&user, 1);
    let ran = call(teams);
    assert_eq!((ran.code, peer.asked(), peer.called()), (0, 2, 2), "{ran}");
    let ran = user.with_stdin(&["query-text", "-", "--dry-run"], teams);
    assert!(ran.stderr.starts_with("note: using the schema of http"), "{ran}");
}

#[test]
fn a_schema_is_asked_for_again_after_a_day() {
    let peer = Peer::new(NEWER, &data());
    let user = user(&peer);
    assert_eq!(user.line("workspaces").code, 0);
    later(&user, 23);
    assert_eq!(user.line("workspaces").code, 0);
    assert_eq!(peer.asked(), 1);
    later(&user, 1);
    let ran = user.line("workspaces -o json");
    assert_eq!((ran.code, peer.asked(), &*ran.stderr), (0, 2, ""), "{ran}");
    // What cannot be renewed stays, and the platform is left alone for a day.
    let page = http("200 OK", "", "<html>sign in</html>");
    peer.set_answers(page, answer(&json!({ "data": data() })));
    later(&user, 24);
    insta::assert_snapshot!(user.session(&["sysWorkspaces -o json", "sysWorkspaces -o json"]), @"
    $ sysWorkspaces -o json
    []
    ------- stderr -------
    note: http://127.0.0.1:[PORT]/v1 does not return its schema: the server answered with a page instead of JSON (HTTP 200: <html>sign in</html>). For a day, the one that was pulled [TIME] is used; `houston schema pull` asks again. Check the address (Houston's ends in /v1); a proxy or a sign-in page may be in front of it.
    [exit: 0]

    $ sysWorkspaces -o json
    []
    [exit: 0]
    ");
    assert_eq!(peer.asked(), 3);
    later(&user, 24);
    peer.set_schema(NEWER);
    assert_eq!(user.line("sysWorkspaces").code, 0);
    assert_eq!(peer.asked(), 4);
}

#[test]
fn a_refused_document_pulls_and_is_not_sent_again() {
    let peer = Peer::new(NEWER, &data());
    let user = user(&peer);
    assert_eq!(user.line("workspaces").code, 0);
    let refusal = json!({ "errors": [{
        "message": "Unknown argument \"region\" on field \"createWorkspace\" of type \"Mutation\".",
    }] });
    let refusal =
        http("400 Bad Request", "Content-Type: application/json\r\n", refusal.to_string());
    let changed = NEWER.replace(", region: String", "");
    peer.set_answers(introspected(&changed), refusal.clone());
    later(&user, 1);
    let line = "createWorkspace --label a --region b";
    insta::assert_snapshot!(user.session(&[line, line]), @r#"
    $ createWorkspace --label a --region b
    ------- stderr -------
    note: the schema of http://127.0.0.1:[PORT]/v1 has changed: Houston 2.1.0: 4 operations, 1 of them not in 0.23
    error: createWorkspace: Unknown argument "region" on field "createWorkspace" of type "Mutation". [schema-drift]
      The server refused the mutation. It had no effect. The client is built from the schema of version 2.1.0, and the server has another version. Leave out what the server does not know, or use a client generated from its schema.
      The platform's schema was pulled again, and calls use it from now on.
      createWorkspace has no argument region
    See what it takes with `houston describe createWorkspace`, and run the call again.
    [exit: 4]

    $ createWorkspace --label a --region b
    ------- stderr -------
    error: createWorkspace has an invalid argument [usage]
      --region: createWorkspace has no such flag
    Nothing was sent. See `houston createWorkspace --help`.
    [exit: 2]
    "#);
    assert_eq!((peer.asked(), peer.called()), (2, 2));
    let gone = changed.replace("createWorkspace(", "upsertWorkspace(");
    peer.set_answers(introspected(&gone), refusal);
    later(&user, 1);
    insta::assert_snapshot!(user.line("createWorkspace --label a"), @r#"
    ------- stderr -------
    note: the schema of http://127.0.0.1:[PORT]/v1 has changed: Houston 2.1.0: 4 operations, 2 of them not in 0.23
    error: createWorkspace: Unknown argument "region" on field "createWorkspace" of type "Mutation". [schema-drift]
      The server refused the mutation. It had no effect. The client is built from the schema of version 2.1.0, and the server has another version. Leave out what the server does not know, or use a client generated from its schema.
      The platform's schema was pulled again, and has no mutation createWorkspace.
    `houston list` shows what it has.
    [exit: 4]
    "#);
    assert_eq!((peer.asked(), peer.called()), (3, 3));
}

#[test]
fn a_platform_without_its_schema_is_told_once_a_day() {
    let other = || answer(&json!({ "data": data() }));
    let json = "Content-Type: application/json\r\n";
    let off = json!({ "errors": [{
        "message": "GraphQL introspection is not allowed by Apollo Server, but the query contained __schema or __type.",
        "extensions": { "code": "GRAPHQL_VALIDATION_FAILED" },
    }] });
    let hostile = String::from_utf8(introspected(NEWER)).unwrap();
    let hostile = hostile.replace("\"sysWorkspaces\"", "\"--yes--------\"");
    let large = format!("{{\"data\":{{\"a\":\"{}\"}}}}", "a".repeat(33 << 20));
    let mut shown = String::new();
    for (name, answer, hours) in [
        ("off", http("400 Bad Request", json, off.to_string()), 24),
        ("a page", http("200 OK", "", "<html>sign in</html>"), 24),
        ("wants a token", http("401 Unauthorized", json, "{}"), 24),
        ("not for you", http("403 Forbidden", json, "{}"), 24),
        ("null", http("200 OK", json, r#"{"data":null}"#), 24),
        ("a name that is an option", hostile.into_bytes(), 24),
        ("33 MiB", http("200 OK", json, large), 24),
        ("nothing complete", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".to_vec(), 24),
        ("a gateway", http("502 Bad Gateway", "", "<html>bad gateway</html>"), 1),
    ] {
        let peer = Peer::answering(answer, other());
        let user = user(&peer);
        let line = "workspaces -o json --idle-timeout 2s";
        let ran = user.line(line);
        shown += &ran.after(&format!("workspaces < {name}"));
        assert_eq!((ran.code, peer.called()), (0, 1), "{name}: {ran}");
        let asked = peer.asked();
        let again = user.line(line);
        assert_eq!((again.code, peer.asked(), &*again.stderr), (0, asked, ""), "{name}: {again}");
        later(&user, hours - 1);
        assert_eq!(user.line(line).stderr, "", "{name}");
        later(&user, 1);
        assert!(user.line(line).stderr.contains("does not return its schema"), "{name}");
        assert!(peer.asked() > asked, "{name}");
        let told = user.line("list --grep workspaces");
        assert!(told.stderr.contains("does not return its own: "), "{name}: {told}");
    }
    insta::assert_snapshot!(shown);
}

/// The first token is a reason to ask again; a second one is not.
#[test]
fn a_token_may_open_what_was_closed() {
    let json = "Content-Type: application/json\r\n";
    let closed = http("401 Unauthorized", json, r#"{"echo":"a.hidden.c"}"#);
    let peer = Peer::answering(closed, answer(&json!({ "data": data() })));
    let user = user(&peer);
    assert!(user.line("workspaces").stderr.contains("requires authentication"));
    let user = user.set("HOUSTON_TOKEN", "a.hidden.c");
    let ran = user.line("workspaces");
    assert!(ran.stderr.contains("requires authentication") && !ran.stderr.contains("hidden"));
    assert!(!std::fs::read_to_string(file(&user)).unwrap().contains("hidden"));
    assert_eq!(user.line("workspaces -o json").stderr, "");
    assert_eq!(peer.asked(), 2);
    // What the user asks for is done.
    peer.set_schema(NEWER);
    assert_eq!(user.line("schema pull").code, 0);
    assert_eq!(user.line("sysWorkspaces -o json").stderr, "");
}

#[test]
fn processes_that_begin_together_pull_once() {
    let peer = Peer::new(NEWER, &data());
    let user = user(&peer);
    let spawn = |_| {
        let mut command = user.command(&["sysWorkspaces", "-o", "json"]);
        command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
        command.spawn().unwrap()
    };
    let calls: Vec<_> = (0..8).map(spawn).collect();
    for call in calls {
        let ran = crate::environment::Ran::new(call.wait_with_output().unwrap());
        assert_eq!((ran.code, ran.stdout.trim()), (0, "[]"), "{ran}");
    }
    assert_eq!((peer.asked(), peer.called()), (1, 8));
    assert_eq!(user.answer(&["schema", "show", "-o", "json"])["queries"], 3);
}
