//! Tests of the real binary, each with a separate environment, on loopback only.

#![allow(unreachable_pub, reason = "nothing of a test can be reached from outside")]
#![allow(
    clippy::unwrap_used,
    reason = "clippy takes the helpers of tests for code that runs elsewhere"
)]

mod answers;
mod arguments;
mod as_rows;
mod authority;
mod careless;
mod causes;
#[cfg(target_os = "linux")]
mod charts;
#[cfg(target_os = "linux")]
mod colors;
#[cfg(target_os = "linux")]
mod completions;
mod computed;
mod connections;
mod curl;
mod deletions;
mod deployed;
#[cfg(all(target_os = "linux", feature = "keyring"))]
mod desktop;
mod docs;
mod docs_calls;
mod doctor;
mod documents;
mod dry_run;
mod elsewhere;
mod endpoints;
mod envelopes;
mod environment;
mod error_texts;
#[cfg(unix)]
mod examples;
mod explore;
mod files;
mod filters;
mod finders;
mod finds;
mod follows;
mod follows_at_once;
mod follows_lost;
mod found;
mod found_again;
mod gateways;
mod help;
mod hostile_servers;
mod inputs;
#[cfg(all(target_os = "linux", feature = "keyring"))]
mod keyring;
#[cfg(unix)]
mod kills;
mod large_schemas;
mod list;
mod live;
mod live_follow;
mod live_servers;
mod live_signals;
mod live_wait;
mod logs;
mod losses;
mod merges;
#[cfg(unix)]
mod names_of_versions;
mod narrow;
#[cfg(target_os = "linux")]
mod offline;
mod outcomes;
mod outputs;
#[cfg(target_os = "linux")]
mod pagers;
mod paging;
mod platform;
mod precedence;
mod profiles;
#[cfg(target_os = "linux")]
mod prompts;
mod proxies;
mod pulls;
#[cfg(target_os = "linux")]
mod questions;
mod reconcilable;
mod reconcile;
mod refusals;
mod repeats;
#[cfg(unix)]
mod round_trips;
#[cfg(unix)]
mod rows_again;
#[cfg(unix)]
mod rows_faults;
mod rows_input;
#[cfg(unix)]
mod rows_journal;
#[cfg(unix)]
mod rows_keys;
#[cfg(unix)]
mod rows_kills;
#[cfg(unix)]
mod rows_merge;
mod rows_people;
#[cfg(unix)]
mod rows_plan;
mod rows_platform;
#[cfg(target_os = "linux")]
mod rows_progress;
#[cfg(unix)]
mod rows_rules;
#[cfg(unix)]
mod rows_signals;
mod rows_turns;
#[cfg(unix)]
mod rows_unknown;
#[cfg(unix)]
mod rows_variables;
mod rows_waiting;
mod sandbox;
mod sandbox_settings;
mod schemas;
mod serve;
#[cfg(target_os = "linux")]
mod serve_hostile;
mod settings;
mod shapes;
#[cfg(unix)]
mod shells;
#[cfg(target_os = "linux")]
mod shown;
#[cfg(unix)]
mod signals;
mod signing;
mod silence;
mod since;
#[cfg(target_os = "linux")]
mod tables;
mod templates;
#[cfg(target_os = "linux")]
mod terminal;
mod texts;
mod tls;
mod tokens;
#[cfg(target_os = "linux")]
mod told;
mod tool;
mod variables;
mod verdicts;
mod waiting;
mod waiting_told;
mod whoami;
mod words;
