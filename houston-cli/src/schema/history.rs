//! Operations of other versions of the platform.

use serde::Deserialize;

use crate::failure::{Code, Failure};
use crate::schema::Loaded;
use crate::terminal::text::{plain, short};

/// `history.toml`
#[derive(Deserialize)]
struct History {
    operation: Vec<Known>,
}

/// An operation that the built-in schema does not have.
#[derive(Deserialize)]
struct Known {
    name: String,
    kind: String,
    /// The first version that is known to have it.
    first: String,
    /// The last version that had it, if it was removed.
    last: Option<String>,
}

/// The failure for an operation that only other versions of the platform have; `unknown` if none of them has it.
pub(crate) fn failure(name: &str, loaded: &Loaded, unknown: Failure) -> Failure {
    let Some(versions) = versions(name) else { return unknown };
    let what = format!("`{}` is {versions}, but not in {}", short(name), loaded.origin.words());
    let failure = Failure::usage(what).code(Code::SchemaDrift);
    failure.help("If your platform has it, use your platform's schema with `houston schema pull`.")
}

/// The versions of the platform that have an operation of this name, in words.
fn versions(name: &str) -> Option<String> {
    // The file is compiled in, and a test reads it.
    let history: History = toml_edit::de::from_str(houston_schema::HISTORY).ok()?;
    let known = history
        .operation
        .into_iter()
        .find(|known| known.name == name || crate::schema::names::kebab(&known.name) == name)?;
    let (kind, first) = (plain(&known.kind), plain(&known.first));
    Some(match known.last {
        Some(last) => format!("a {kind} of Houston {first} to {}", plain(&last)),
        None => format!("a {kind} of Houston {first} and later"),
    })
}

#[cfg(test)]
mod tests {
    use super::versions;

    #[test]
    fn operations_of_other_versions_are_known() {
        assert_eq!(versions("updateUser").as_deref(), Some("a mutation of Houston 0.8 to 0.15"));
        assert!(versions("paginated-teams").unwrap().ends_with("and later"));
        assert_eq!(versions("nope"), None);
    }
}
