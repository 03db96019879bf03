//! Error texts that the server sends before it writes anything.

use serde::Deserialize;

use super::super::{Part, Refusal};
use super::stale::{Name, Stale};

/// `refusals.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Refusals {
    refusal: Vec<RefusalEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RefusalEntry {
    text: Option<Name>,
    prefix: Option<Name>,
    suffix: Option<Name>,
    code: Name,
    /// The place in the server that raises it, for readers of the file.
    #[serde(rename = "source")]
    _source: String,
}

/// Returns the refusals in the file.
pub(super) fn known(refusals: Refusals, stale: &mut Stale<'_>) -> Vec<Refusal> {
    let mut known = Vec::new();
    for entry in refusals.refusal {
        let (text, part) = match (entry.text, entry.prefix, entry.suffix) {
            (Some(text), None, None) => (text, Part::Whole),
            (None, Some(prefix), None) => (prefix, Part::Beginning),
            (None, None, Some(suffix)) => (suffix, Part::End),
            _ => {
                let expected =
                    "expected exactly one of `text`, `prefix` and `suffix` in this refusal"
                        .to_owned();
                stale.refuse(&entry.code, expected);
                continue;
            }
        };
        known.push(Refusal { text: text.into_inner(), part, code: entry.code.into_inner() });
    }
    known
}
