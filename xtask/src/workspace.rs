//! The folder that every command works in.

use std::path::{Path, PathBuf};

use houston_codegen::tool::failure::Failure;
use houston_codegen::tool::files::Beside;

/// Our own schema, from the root of the workspace, and the overlay beside it.
pub(crate) const SCHEMA: &str = "schema/houston.graphql";
pub(crate) const OVERLAY: &str = "schema/overlay.toml";

/// The root of the workspace: the parent of this crate, where Cargo runs it.
pub(crate) fn workspace() -> PathBuf {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let manifest = manifest.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    manifest.parent().unwrap_or(&manifest).to_owned()
}

/// The overlay that `--overlay` names, if it is not `none`; without the option, our own for our own schema.
pub(crate) fn beside(overlay: Option<&str>, is_own: bool) -> Result<Beside, Failure> {
    let usual = is_own.then_some(OVERLAY);
    match overlay.or(usual).filter(|overlay| *overlay != "none") {
        Some(overlay) => Beside::read(&workspace(), Path::new(overlay)),
        None => Ok(Beside::default()),
    }
}
