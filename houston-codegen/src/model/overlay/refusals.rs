//! Known texts of the server's errors.

use std::borrow::Cow;

use houston_schema::table::{Proof, Refusal};
use serde::Deserialize;

use super::super::Model;
use super::stale::{Name, Stale};

/// `refusals.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Refusals {
    refusal: Vec<Entry>,
    /// Texts that can come after the write.
    unproven: Vec<Entry>,
    /// Texts that refuse a whole request.
    invalid: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    text: Name,
    #[serde(default)]
    operations: Vec<Name>,
    code: Name,
    #[serde(default)]
    next: String,
    /// The operations of the data layer whose path the error may have.
    #[serde(default)]
    inner: Vec<Name>,
    /// The place in the server that raises it, for readers of the file.
    #[serde(rename = "source")]
    _source: String,
}

/// Returns the texts in the file, those that prove something first.
pub(super) fn known(refusals: Refusals, model: &Model, stale: &mut Stale<'_>) -> Vec<Refusal> {
    let names: Vec<String> = model.operations.iter().map(|one| one.row.name.clone()).collect();
    let mut row = |entry: Entry, proves| {
        let operations = stale.known(&entry.operations, &names, "operation", "the schema");
        // Without its operations, the row would hold for all of them.
        let is_left = entry.operations.is_empty() || !operations.is_empty();
        let inner = entry.inner.into_iter().map(Name::into_inner).collect();
        is_left.then(|| Refusal {
            text: entry.text.into_inner().into(),
            operations: shared(operations),
            inner: shared(inner),
            proves,
            code: entry.code.into_inner().into(),
            next: entry.next.into(),
        })
    };
    let all = [
        (refusals.refusal, Proof::Field),
        (refusals.unproven, Proof::Nothing),
        (refusals.invalid, Proof::Request),
    ];
    let entries = all
        .into_iter()
        .flat_map(|(entries, proof)| entries.into_iter().map(move |entry| (entry, proof)));
    entries.filter_map(|(entry, proof)| row(entry, proof)).collect()
}

fn shared(names: Vec<String>) -> Cow<'static, [Cow<'static, str>]> {
    names.into_iter().map(Cow::Owned).collect()
}
