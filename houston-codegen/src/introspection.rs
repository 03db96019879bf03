//! Introspection: a server's description of its own schema as JSON, and the schema definition language.

mod answer;
mod bare;
mod comments;
mod dialogue;
mod heading;
mod json;
mod literal;
mod merge;
mod query;
mod refusal;
mod sdl;

pub use answer::{is_json, parse};
pub use bare::bare;
pub use comments::with_comments;
pub use dialogue::{Dialogue, Introspected};
pub use heading::{HEADING, heading, platform_version};
pub use json::json;
pub use merge::{Merged, merge};
pub use query::{Edition, Level};
pub use refusal::{Refusal, Said};
pub use sdl::{compact_sdl, sdl};
