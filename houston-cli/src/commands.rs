//! The commands of `houston`, one file each.

pub(crate) mod astro;
pub(crate) mod auth;
pub(crate) mod builtin;
pub(crate) mod completions;
pub(crate) mod describe;
pub(crate) mod docs;
pub(crate) mod doctor;
pub(crate) mod explain;
pub(crate) mod explore;
pub(crate) mod list;
pub(crate) mod operation;
pub(crate) mod profile;
pub(crate) mod query_text;
pub(crate) mod reconcile;
pub(crate) mod runs;
pub(crate) mod sandbox;
pub(crate) mod schema;
pub(crate) mod skeleton;
pub(crate) mod wait;
