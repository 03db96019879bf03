//! The answer to a call: its selection and its output.

pub(crate) mod apart;
pub(crate) mod doubts;
pub(crate) mod envelope;
pub(crate) mod fields;
pub(crate) mod format;
pub(crate) mod jq;
mod known;
pub(crate) mod pretty;
pub(crate) mod template;
pub(crate) mod view;
