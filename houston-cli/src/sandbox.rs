//! The embedded Houston: in this process, or in the process that serves its store.

#[cfg(feature = "sandbox")]
mod embedded;
#[cfg(feature = "sandbox")]
pub(crate) mod memory;
#[cfg(feature = "sandbox")]
pub(crate) mod served;
#[cfg(feature = "sandbox")]
pub(crate) mod store;

#[cfg(feature = "sandbox")]
pub(crate) use embedded::line;

/// Fails: this program was built without the embedded Houston.
#[cfg(not(feature = "sandbox"))]
pub(crate) fn line() -> Result<
    (std::sync::Arc<dyn houston_client::transport::Transport>, houston_client::Token),
    crate::failure::Failure,
> {
    Err(missing())
}

/// The failure that this program was built without the embedded Houston.
#[cfg(not(feature = "sandbox"))]
pub(crate) fn missing() -> crate::failure::Failure {
    crate::failure::Failure::usage("this houston was built without the sandbox")
        .help("Install one that has it with `cargo install houston-cli`.")
}
