//! The size of an answer. A document of a few kilobytes can ask for gigabytes: by aliases of lists in lists, by objects
//! that refer to each other, or by a batch of such documents.

use std::cell::Cell;
use std::sync::atomic::{AtomicUsize, Ordering};

use apollo_compiler::ExecutableDocument;
use apollo_compiler::Schema;
use apollo_compiler::collections::HashMap;
use apollo_compiler::executable::{Operation, Selection, SelectionSet};
use apollo_compiler::resolvers::ResolveInfo;
use apollo_compiler::schema::ExtendedType;
use serde_json::{Value, json};

use crate::error::refusal::{INTERNAL, Refusal};

/// The largest answer to a request, or to all requests of a batch, in bytes: a list of 10,000 objects with 3 kB each.
const LARGEST: usize = 32 * 1024 * 1024;

/// What a field takes beside its name and value: quotation marks, a colon, a comma, and the memory for an error.
const FIELD: usize = 16;

/// What an object takes beside its fields: it is read from the store.
const OBJECT: usize = 256;

/// What an error takes beside its text: its path and its place.
const ERROR: usize = 200;

/// The largest answers of all requests together that run or are not yet written, in bytes. While they are made, they take
/// several times as much.
const ALL: usize = 4 * LARGEST;

/// An answer up to this size is made also when the others have used up the memory for all.
const SMALL: usize = 32 * 1024;

/// What the answers of this process take that are made or written now.
static OPEN: AtomicUsize = AtomicUsize::new(0);

/// How much an answer may still grow. It is kept until the answer is written.
pub(crate) struct Budget {
    left: Cell<usize>,
    /// What it has taken of the memory for all.
    taken: Cell<usize>,
    open: &'static AtomicUsize,
}

impl Budget {
    pub(crate) fn new() -> Budget {
        Budget::of(&OPEN)
    }

    fn of(open: &'static AtomicUsize) -> Budget {
        Budget { left: Cell::new(LARGEST), taken: Cell::default(), open }
    }

    /// Whether the answer is larger than its limit.
    pub(crate) fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    /// The answer in place of one that is too large. Its mutations may have run.
    pub(crate) fn too_large(&self) -> Value {
        let message = match self.taken.get() < LARGEST {
            true => {
                "the answers to all requests together are larger than 128 MiB, which is the sandbox's limit"
            }
            false => "the answer is larger than 32 MiB, which is the sandbox's limit",
        };
        json!({ "errors": [{ "message": message, "extensions": { "code": INTERNAL } }], "data": null })
    }

    /// Takes the size of a field, without its value.
    pub(crate) fn field(&self, info: &ResolveInfo<'_>) {
        let name = info.field_selections().first().map_or(0, |field| field.response_key().len());
        self.take(FIELD + name);
    }

    /// Takes the size of an object, without its fields.
    pub(crate) fn object(&self) {
        self.take(OBJECT);
    }

    /// Takes the size of a value, and returns it.
    pub(crate) fn value(&self, value: Value) -> Value {
        self.take(size(&value));
        value
    }

    /// Takes the size of an error, and returns it.
    pub(crate) fn error(&self, refusal: Refusal) -> Refusal {
        self.take(ERROR + refusal.message().len());
        refusal
    }

    /// Takes the size of what a document asks about the schema.
    ///
    /// apollo-compiler answers that part by itself, so it is estimated: each list has as many items as the lists of its
    /// name have on average.
    pub(crate) fn introspection(
        &self,
        schema: &Schema,
        document: &ExecutableDocument,
        operation: &Operation,
    ) {
        let mut estimate =
            Estimate { lengths: lengths(schema), document, fragments: HashMap::default() };
        let meta = operation.root_fields(document).filter(|field| field.name.starts_with("__"));
        let bytes: f64 = meta.map(|field| estimate.of(&field.selection_set)).sum();
        // A saturating conversion.
        self.take(bytes as usize);
    }

    fn take(&self, bytes: usize) {
        let left = self.left.get();
        let bytes = bytes.min(left);
        self.taken.set(self.taken.get() + bytes);
        let open = self.open.fetch_add(bytes, Ordering::Relaxed) + bytes;
        let is_full = open > ALL && self.taken.get() > SMALL;
        self.left.set(if is_full { 0 } else { left - bytes });
    }
}

impl Drop for Budget {
    fn drop(&mut self) {
        self.open.fetch_sub(self.taken.get(), Ordering::Relaxed);
    }
}

/// The size of a value as JSON, roughly.
fn size(value: &Value) -> usize {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => 8,
        Value::String(text) => text.len() + 2,
        Value::Array(items) => items.iter().map(|item| size(item) + 1).sum(),
        Value::Object(fields) => {
            fields.iter().map(|(name, value)| name.len() + 4 + size(value)).sum()
        }
    }
}

/// The size of the answer to a selection on the schema.
struct Estimate<'d> {
    /// How many items a list has, by the name of its field.
    lengths: HashMap<&'static str, f64>,
    document: &'d ExecutableDocument,
    /// The sizes of fragments: a field's name decides, not the type that it stands in.
    fragments: HashMap<&'d str, f64>,
}

impl<'d> Estimate<'d> {
    fn of(&mut self, set: &'d SelectionSet) -> f64 {
        set.selections.iter().map(|selection| self.of_one(selection)).sum()
    }

    fn of_one(&mut self, selection: &'d Selection) -> f64 {
        match selection {
            Selection::Field(field) => {
                let items = self.lengths.get(field.name.as_str()).copied().unwrap_or(1.0);
                let name = field.response_key().len() + FIELD;
                name as f64 + items * self.of(&field.selection_set)
            }
            Selection::InlineFragment(inline) => self.of(&inline.selection_set),
            Selection::FragmentSpread(spread) => {
                let name = spread.fragment_name.as_str();
                if let Some(known) = self.fragments.get(name) {
                    return *known;
                }
                let fragment = self.document.fragments.get(name);
                let bytes = fragment.map_or(0.0, |fragment| self.of(&fragment.selection_set));
                self.fragments.insert(name, bytes);
                bytes
            }
        }
    }
}

/// How many items the lists of a schema have on average, by field of introspection.
fn lengths(schema: &Schema) -> HashMap<&'static str, f64> {
    let [mut fields, mut arguments, mut inputs, mut values] = [(0_u32, 0_u32); 4];
    for ty in schema.types.values() {
        match ty {
            ExtendedType::Object(object) => {
                add(&mut fields, object.fields.len());
                for field in object.fields.values() {
                    add(&mut arguments, field.arguments.len());
                }
            }
            ExtendedType::InputObject(input) => add(&mut inputs, input.fields.len()),
            ExtendedType::Enum(ty) => add(&mut values, ty.values.len()),
            _ => {}
        }
    }
    let mean = |(items, lists): (u32, u32)| f64::from(items) / f64::from(lists.max(1));
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    HashMap::from_iter([
        ("types", count(schema.types.len())),
        ("directives", count(schema.directive_definitions.len())),
        ("fields", mean(fields)),
        ("args", mean(arguments)),
        ("inputFields", mean(inputs)),
        ("enumValues", mean(values)),
    ])
}

/// Counts a list with these items.
fn add((items, lists): &mut (u32, u32), length: usize) {
    *items = items.saturating_add(u32::try_from(length).unwrap_or(u32::MAX));
    *lists += 1;
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use super::{ALL, Budget, LARGEST, SMALL};

    #[test]
    fn all_answers_together_have_a_largest_size() {
        let open: &'static AtomicUsize = Box::leak(Box::default());
        let budgets: Vec<Budget> = (0..ALL / LARGEST).map(|_| Budget::of(open)).collect();
        for budget in &budgets {
            budget.take(LARGEST - 1);
            assert!(!budget.is_spent());
        }
        let late = Budget::of(open);
        late.take(SMALL);
        assert!(!late.is_spent());
        late.take(1_000);
        assert!(late.is_spent() && late.too_large().to_string().contains("128 MiB"));
        drop((late, budgets));
        let next = Budget::of(open);
        next.take(LARGEST - 1);
        assert!(!next.is_spent());
        next.take(usize::MAX);
        assert!(next.is_spent() && next.too_large().to_string().contains("32 MiB"));
        drop(next);
        assert_eq!(open.load(std::sync::atomic::Ordering::Relaxed), 0);
    }
}
