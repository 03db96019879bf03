//! The first line of a file with a server's schema: the edition that it was read by, the platform's version, and the date.

/// How such a line begins.
pub const HEADING: &str = "# Introspection ";

/// The line without the date.
pub fn heading(level: &str, version: Option<&str>) -> String {
    format!("{HEADING}{level}; platform {}", version.unwrap_or("unknown"))
}

/// The platform's version in a text that has such a line, if it is known.
pub fn platform_version(text: &str) -> Option<&str> {
    let heading = text.lines().find_map(|line| line.strip_prefix(HEADING))?;
    let version = heading.split("; ").find_map(|part| part.strip_prefix("platform "))?;
    (version != "unknown").then_some(version)
}
