//! A platform of another version: what it returns of its schema, and of everything else.

use std::sync::{Arc, Mutex};

use houston_codegen::{Source, introspection, parse};
use houston_tests::server::{Answers, Script, Server, http};
use serde_json::{Value, json};

/// A platform that 0.23 is not.
pub const NEWER: &str = r#"
type Query {
  appConfig: AppConfig
  workspaces(limit: Int): [Workspace]
  sysWorkspaces: [Workspace]
}
type Mutation { createWorkspace(label: String!, region: String): Workspace }
type AppConfig { version: String }
type Workspace { id: Id! label: String region: String }
scalar Id
"#;

/// A platform, which a test can change.
pub struct Peer {
    pub server: Server,
    state: Arc<Mutex<State>>,
}

struct State {
    /// The answer to introspection.
    schema: Vec<u8>,
    /// The answer to everything else, except its version.
    other: Vec<u8>,
}

/// An answer in JSON.
pub fn answer(body: &Value) -> Vec<u8> {
    http("200 OK", "Content-Type: application/json\r\n", body.to_string())
}

/// The answer to introspection for a schema.
pub fn introspected(sdl: &str) -> Vec<u8> {
    let document = parse::parse(&Source::new("peer", sdl)).unwrap();
    answer(&json!({ "data": introspection::json(&document) }))
}

impl Peer {
    /// A platform with this schema, which answers all else with this data.
    pub fn new(sdl: &str, data: &Value) -> Self {
        Peer::answering(introspected(sdl), answer(&json!({ "data": data })))
    }

    /// A platform with these answers to introspection and to all else.
    pub fn answering(schema: Vec<u8>, other: Vec<u8>) -> Self {
        let state = Arc::new(Mutex::new(State { schema, other }));
        let own = Arc::clone(&state);
        let answers = Answers::new(move |request| {
            let state = own.lock().unwrap();
            if request.contains("__schema") {
                state.schema.clone()
            } else if request.contains("query { appConfig { version } }") {
                answer(&json!({ "data": { "appConfig": { "version": "2.1.0" } } }))
            } else {
                state.other.clone()
            }
        });
        Peer { server: Server::new(Script::Answer(answers)), state }
    }

    pub fn set_schema(&self, sdl: &str) {
        self.state.lock().unwrap().schema = introspected(sdl);
    }

    pub fn set_answers(&self, schema: Vec<u8>, other: Vec<u8>) {
        *self.state.lock().unwrap() = State { schema, other };
    }

    /// How often it was asked for its schema.
    pub fn asked(&self) -> usize {
        self.server.seen().iter().filter(|request| request.contains("__schema")).count()
    }

    /// How often it was asked for something else, except for its version.
    pub fn called(&self) -> usize {
        let is_call = |request: &&String| {
            !request.contains("__schema") && !request.contains("appConfig { version }")
        };
        self.server.seen().iter().filter(is_call).count()
    }
}
