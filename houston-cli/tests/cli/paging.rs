//! `--all` and `--limit`: queries that answer by page.

use houston_tests::server::{Answers, Script, Server, http};
use serde_json::{Value, json};

use crate::environment::{Environment, Ran};

const LINE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/schemas/lines/2.1.graphql");

/// The variables of a request.
fn variables(request: &str) -> Value {
    let (_, body) = request.split_once("\r\n\r\n").unwrap();
    serde_json::from_str::<Value>(body).unwrap()["variables"].take()
}

/// A server that answers a query with what this makes of its variables.
fn serving(name: &'static str, answer: impl Fn(&Value) -> Value + Send + Sync + 'static) -> Server {
    Server::new(Script::Answer(Answers::new(move |request| {
        let body = json!({ "data": { name: answer(&variables(request)) } });
        http("200 OK", "", body.to_string())
    })))
}

fn rows(range: std::ops::Range<u64>) -> Vec<Value> {
    range.map(|at| json!({ "id": format!("id-{at}"), "label": "same" })).collect()
}

/// A page of `all` rows, by its number: the first one has number `first`.
fn numbered(all: u64, first: u64) -> impl Fn(&Value) -> Value {
    move |asked| {
        let take = asked["take"].as_u64().unwrap_or(20);
        let page = asked["pageNumber"].as_u64().unwrap_or(first).saturating_sub(first);
        rows((page * take).min(all)..((page + 1) * take).min(all)).into()
    }
}

fn user(server: &Server) -> Environment {
    Environment::new().set("HOUSTON_URL", &server.url).set("HOUSTON_SCHEMA", LINE)
}

fn count(ran: &Ran) -> usize {
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran}");
    serde_json::from_str::<Vec<Value>>(&ran.stdout).unwrap().len()
}

/// Houston counts pages from 1, and older versions from 0.
#[test]
fn all_pages_come_by_number_wherever_the_server_begins_to_count() {
    for first in [0, 1] {
        let server = serving("paginatedWorkspaces", numbered(250, first));
        let ran = user(&server).line("paginatedWorkspaces --all --fields id");
        assert_eq!(count(&ran), 250, "{first}");
        let asked: Vec<Value> = server.seen().iter().map(|seen| variables(seen)).collect();
        let last = if first == 0 { 2 } else { 3 };
        assert_eq!(asked[0], json!({ "take": 100 }));
        assert_eq!(asked.last().unwrap(), &json!({ "take": 100, "pageNumber": last }));
    }
}

/// Pages that are smaller than asked for are not the last ones.
#[test]
fn a_server_that_caps_its_pages_is_asked_to_the_end() {
    let capped = |mut asked: Value| {
        asked["take"] = json!(asked["take"].as_u64().unwrap().min(30));
        asked
    };
    for (all, first) in [(70, 0), (70, 1), (60, 1), (7, 0), (7, 1), (0, 1)] {
        let page = numbered(all, first);
        let server = serving("paginatedWorkspaces", move |asked| page(&capped(asked.clone())));
        let ran = user(&server).line("paginatedWorkspaces --all --fields id");
        assert_eq!(count(&ran), all as usize, "{all} from {first}");
    }
    let server = serving("paginatedWorkspaces", |_| rows(0..7).into());
    let ran = user(&server).line("paginatedWorkspaces --all --fields id");
    assert_eq!((count(&ran), server.seen().len()), (7, 3));
}

#[test]
fn an_id_that_only_tells_items_apart_is_not_shown() {
    let server = serving("paginatedWorkspaces", numbered(45, 1));
    let ran = user(&server).line("paginatedWorkspaces --all --take 20 --fields label");
    assert_eq!(count(&ran), 45);
    assert!(!ran.stdout.contains("id-"), "{ran}");
    assert!(server.seen()[0].contains("    id\\n"), "{:?}", server.seen());
}

#[test]
fn a_cursor_is_the_id_of_the_last_item_and_an_object_keeps_its_other_fields() {
    let after = |asked: &Value, all: u64| {
        let take = asked["take"].as_u64().unwrap();
        let last = asked["cursor"].as_str().map(|id| id[3..].parse::<u64>().unwrap());
        let from = last.map_or(0, |last| last + 1);
        rows(from..(from + take).min(all))
    };
    let server = serving("paginatedWorkspaceUsers", move |asked| after(asked, 40).into());
    let words = "paginatedWorkspaceUsers --workspace-uuid w --take 20 --all --fields id";
    let ran = user(&server).line(words);
    assert_eq!(count(&ran), 40);
    // The last page is empty.
    assert_eq!(variables(server.seen().last().unwrap())["cursor"], "id-39");

    let server =
        serving("paginatedTeams", move |asked| json!({ "count": 33, "teams": after(asked, 30) }));
    let ran = user(&server).line("paginatedTeams --limit 25 --take 10 --fields teams.id,count");
    let shown: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran}");
    assert_eq!((shown["teams"].as_array().unwrap().len(), &shown["count"]), (25, &json!(33)));
    let ran = user(&server).line("paginatedTeams --all --take 20 --fields teams.id,count");
    assert_eq!((ran.code, &*ran.stderr), (0, "note: the server counts 33, and 30 came\n"), "{ran}");
    let ran = user(&server).line("paginatedTeams --all --fields count");
    assert!(ran.code == 2 && ran.stderr.contains("`teams`, which is not selected"), "{ran}");
}

#[test]
fn a_relay_connection_says_itself_whether_there_is_more() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("relay.graphql");
    let text = "type Query { things(first: Int, after: String): Things }
        type Things { nodes: [Thing] pageInfo: PageInfo! totalCount: Int }
        type PageInfo { endCursor: String hasNextPage: Boolean! }
        type Thing { name: String }";
    std::fs::write(&path, text).unwrap();
    let server = serving("things", |asked| {
        let at = asked["after"].as_str().map_or(0, |after| after.parse::<u64>().unwrap());
        let nodes = [json!({ "name": format!("n{at}") })];
        json!({ "nodes": nodes, "pageInfo": { "endCursor": (at + 1).to_string(), "hasNextPage": at < 3 } })
    });
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let user = user.set("HOUSTON_SCHEMA", &path.to_string_lossy());
    let ran = user.line("things --all --fields nodes.name -o ndjson");
    let lines = "{\"name\":\"n0\"}\n{\"name\":\"n1\"}\n{\"name\":\"n2\"}\n{\"name\":\"n3\"}\n";
    assert_eq!((ran.code, &*ran.stdout), (0, lines), "{ran}");
    let ran = user.line("things --all --fields nodes.name");
    let shown: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(
        shown,
        json!({ "nodes": [{"name":"n0"},{"name":"n1"},{"name":"n2"},{"name":"n3"}] })
    );
}

/// Such a server would send its pages for ever.
#[test]
fn a_server_that_repeats_its_page_is_noticed() {
    let server = serving("paginatedWorkspaces", |_| rows(0..20).into());
    let ran = user(&server).line("paginatedWorkspaces --all --take 20 --fields id -o ndjson");
    assert_eq!((ran.code, ran.stdout.lines().count()), (5, 20), "{ran}");
    assert!(ran.stderr.contains("would never end"), "{ran}");
    assert!(ran.stderr.contains("20 items were printed before."), "{ran}");
    assert_eq!(server.seen().len(), 3);
    let server = serving("paginatedWorkspaceUsers", |_| rows(0..20).into());
    let words = "paginatedWorkspaceUsers --workspace-uuid w --take 20 --all --fields id";
    let ran = user(&server).line(words);
    assert_eq!((ran.code, &*ran.stdout, server.seen().len()), (5, "", 2), "{ran}");
    assert!(ran.stderr.contains("20 items came before, and are not printed."), "{ran}");
}

#[test]
fn what_does_not_fit_is_refused_before_anything_is_sent() {
    let server = serving("paginatedWorkspaces", numbered(1, 1));
    for (line, said) in [
        ("paginatedWorkspaces --all --page-number 2", "`pageNumber` names one"),
        ("paginatedDeployments --limit 5 --cursor c", "`cursor` names one"),
        ("paginatedWorkspaces --all -o raw", "--all and -o raw cannot be used together"),
        ("paginatedWorkspaces --limit 0", "expected a number from 1"),
        ("workspaces --all", "--all: workspaces has no such flag; it has no pages, and answers"),
        (
            "deleteWorkspace --workspace-uuid w --limit 5",
            "--limit: deleteWorkspace has no such flag",
        ),
    ] {
        let ran = user(&server).line(line);
        assert!(ran.code == 2 && ran.stderr.contains(said), "{line}: {ran}");
    }
    assert!(server.seen().is_empty());
    let ran = user(&server).line("paginatedWorkspaces --all --dry-run");
    assert!(ran.code == 0 && ran.stderr.contains("for the first page"), "{ran}");
}

#[test]
#[cfg(unix)]
fn a_closed_pipe_ends_the_requests() {
    let server = serving("paginatedWorkspaces", numbered(1_000_000, 1));
    let user = user(&server);
    let words = ["paginatedWorkspaces", "--all", "--take", "10", "--fields", "id", "-o", "ndjson"];
    let mut command = user.command(&words);
    let mut child = command.stdout(std::process::Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert!(server.seen().len() < 10, "{}", server.seen().len());
}

#[test]
#[cfg(target_os = "linux")]
fn a_page_that_may_be_one_of_several_is_told_on_a_terminal() {
    use crate::terminal::Terminal;

    let note = "note: this is one page of 20, and there may be more: `--all` lists all of them";
    for (all, line, is_told) in [
        (30, "paginatedWorkspaces --fields id", true),
        (19, "paginatedWorkspaces --fields id", false),
        (30, "paginatedWorkspaces --fields id --take 20", true),
        (20, "paginatedWorkspaces --fields id --take 40", false),
        (30, "paginatedWorkspaces --fields id --take 20 --page-number 1", false),
        (20, "paginatedWorkspaces --fields id --all", false),
    ] {
        let server = serving("paginatedWorkspaces", numbered(all, 1));
        let user = user(&server);
        let (_, screen) = Terminal::start(&user, line, &[], (100, 60)).end();
        assert_eq!(screen.contains(note), is_told, "{line}: {screen}");
        assert_eq!(user.line(line).stderr, "", "{line}");
    }
}
