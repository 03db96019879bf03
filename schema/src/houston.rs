//! Houston's own files.

/// The schema in GraphQL's schema definition language (`houston.graphql`).
pub const SDL: &str = include_str!("../houston.graphql");

/// Facts about operations, types and scalars that the schema does not state, of all versions (`overlay.toml`).
pub const OVERLAY: &str = include_str!("../overlay.toml");

/// Known error texts of the server, and which of them prove that nothing happened (`refusals.toml`).
pub const REFUSALS: &str = include_str!("../refusals.toml");

/// The permission that each operation needs, and the permissions of each role (`permissions.toml`).
pub const PERMISSIONS: &str = include_str!("../permissions.toml");
