//! The embedded Houston: in this process, or in the one that serves its store.

#[cfg(feature = "sandbox")]
mod embedded;
#[cfg(feature = "sandbox")]
pub(crate) mod served;
#[cfg(feature = "sandbox")]
pub(crate) mod store;

#[cfg(feature = "sandbox")]
pub(crate) use embedded::line;

/// This program was built without the embedded Houston.
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
        .help("cargo install houston-cli builds one that has it")
}
