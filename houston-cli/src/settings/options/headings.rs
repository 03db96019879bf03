//! The groups of options in the help.

pub(crate) const PLATFORM: &str = "Platform and token";
pub(crate) const INPUT: &str = "Input";
pub(crate) const RUNNING: &str = "Running";
pub(crate) const OUTPUT: &str = "Output";
pub(crate) const NETWORK: &str = "Network";
pub(crate) const SCHEMA: &str = "Schema";
pub(crate) const OTHER: &str = "Other";

/// All groups, in the order of the help.
pub(crate) const HEADINGS: [&str; 9] = [
    PLATFORM,
    INPUT,
    RUNNING,
    OUTPUT,
    super::rows::HEADING,
    super::waiting::HEADING,
    NETWORK,
    SCHEMA,
    OTHER,
];
