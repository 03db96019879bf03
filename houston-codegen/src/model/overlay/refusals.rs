//! Known texts of the server's errors.

use std::borrow::Cow;
use std::collections::BTreeMap;

use houston_schema::row;
use houston_schema::table::{Proof, Refusal};
use serde::Deserialize;

use super::super::{Code, Model, names};
use super::stale::{Name, Stale};

/// A name that is not a code.
const EXPECTED: &str = "expected a code such as `not-found`: words of lower-case letters and digits that begin with a \
                        letter, and not `self`";

/// `refusals.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Refusals {
    /// By name: what an error with this code means.
    codes: BTreeMap<Name, String>,
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

impl Refusals {
    /// Adds the codes and texts in the file to the model.
    pub(super) fn lay_over(mut self, model: &mut Model, stale: &mut Stale<'_>) {
        for (name, meaning) in std::mem::take(&mut self.codes) {
            if !is_code(name.get_ref()) {
                stale.refuse(&name, EXPECTED.to_owned());
            } else if meaning.trim().is_empty() {
                stale.refuse(&name, format!("the code `{}` needs its meaning", name.get_ref()));
            }
            let rust = names::variant_case(name.get_ref());
            model.codes.insert(name.into_inner(), Code { rust, meaning });
        }
        let texts = texts(self, model, stale);
        // The first text that matches counts.
        model.refusals.splice(0..0, texts);
    }
}

/// Whether a name is in kebab case and can be a variant: each word begins with a letter, so that no two codes have the
/// same variant. `Self` is a keyword.
fn is_code(name: &str) -> bool {
    let letters = |one: char| one.is_ascii_lowercase() || one.is_ascii_digit();
    let is_word = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_lowercase()) && word.chars().all(letters)
    };
    name.split('-').all(is_word) && name != "self"
}

/// Returns the texts in the file, those that prove something first.
fn texts(refusals: Refusals, model: &Model, stale: &mut Stale<'_>) -> Vec<Refusal> {
    let names: Vec<String> = model.operations.iter().map(|one| one.row.name.clone()).collect();
    let mut text = |entry: Entry, proves| {
        let operations = stale.known(&entry.operations, &names, "operation", "the schema");
        let code = entry.code.get_ref();
        if !model.codes.contains_key(code) {
            stale.refuse(&entry.code, format!("`[codes]` has no code `{code}`"));
        }
        // Without its operations, the row would hold for all of them.
        let is_left = entry.operations.is_empty() || !operations.is_empty();
        let inner = entry.inner.into_iter().map(Name::into_inner).collect();
        is_left.then(|| {
            row!(Refusal {
                text: entry.text.into_inner().into(),
                operations: shared(operations),
                inner: shared(inner),
                proves,
                code: entry.code.into_inner().into(),
                next: entry.next.into(),
                ..Refusal::default()
            })
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
    entries.filter_map(|(entry, proof)| text(entry, proof)).collect()
}

fn shared(names: Vec<String>) -> Cow<'static, [Cow<'static, str>]> {
    names.into_iter().map(Cow::Owned).collect()
}
