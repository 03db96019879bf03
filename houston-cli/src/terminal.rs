//! What people read and type, and how it is spelled for them.

pub(crate) mod awaiting;
pub(crate) mod output;
pub(crate) mod pager;
pub(crate) mod prompt;
pub(crate) mod suggest;
pub(crate) mod text;
pub(crate) mod wrap;
