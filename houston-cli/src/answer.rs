//! The answer to a call: what is asked for of it, and how it is shown.

pub(crate) mod fields;
pub(crate) mod format;
pub(crate) mod jq;
pub(crate) mod pretty;
pub(crate) mod view;
