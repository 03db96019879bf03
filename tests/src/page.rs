//! Pages of `docs` that a test writes.

use std::path::Path;

/// Checks that a page of `docs` has this text. With `HOUSTON_WRITE_DOCS=1`, it is written first.
///
/// # Panics
///
/// Panics if it has another text, or cannot be written.
pub fn check(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(name);
    if std::env::var_os("HOUSTON_WRITE_DOCS").is_some() {
        std::fs::write(&path, text).expect("the page can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == text, "docs/{name} is out of date; run with HOUSTON_WRITE_DOCS=1");
}
