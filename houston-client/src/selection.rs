//! Selections that are known only at run time: trees of field names.

use std::borrow::Cow;

use serde_json::Value;

use crate::arguments::Arguments;
use crate::document::{Doc, Key};
use crate::expected::Expected;
use crate::schema::{Field, Operation, Schema, Type, TypeRef};

/// Fields to select, each with the selection on its result.
///
/// This is the untyped form of [`Select`](crate::select::Select), for callers that learn the fields at run time. It
/// is empty for a leaf. A field that others need for their value does not have to be in it: a request adds it, and
/// takes it out of the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection(Vec<Selected>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Selected {
    name: Cow<'static, str>,
    selection: Selection,
    asked_by: Asked,
}

/// Who asks for a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    ByTheCaller,
    /// A default selection. A server of another version may lack the field, if the field may be null.
    ByDefault {
        nullable: bool,
    },
}

/// The most levels of a default selection.
const MOST_LEVELS: usize = 64;

impl Selection {
    /// How many fields of types a default selection of several levels may look at.
    pub const MOST_FIELDS: usize = 10_000;

    /// Creates an empty selection, which is the selection on a leaf.
    pub const fn new() -> Self {
        Selection(Vec::new())
    }

    /// Adds a field.
    pub fn add(&mut self, field: impl Into<Cow<'static, str>>, selection: Selection) {
        self.0.push(Selected { name: field.into(), selection, asked_by: Asked::ByTheCaller });
    }

    fn add_default(&mut self, field: &Field, selection: Selection) {
        let asked_by = Asked::ByDefault { nullable: !field.type_ref().is_non_null() };
        self.0.push(Selected { name: field.name.clone().into(), selection, asked_by });
    }

    /// Adds the fields of another selection that are not in this one.
    pub fn merge(&mut self, other: &Selection) {
        for field in &other.0 {
            match self.0.iter_mut().find(|known| known.name == field.name) {
                Some(known) => known.selection.merge(&field.selection),
                None => self.0.push(field.clone()),
            }
        }
    }

    /// Returns the same selection, in which a server may lack each field, as in a default selection. See
    /// [`Request::adapted`](crate::request::Request::adapted).
    #[must_use]
    pub fn optional(self) -> Self {
        let optional = |one: Selected| Selected {
            selection: one.selection.optional(),
            asked_by: Asked::ByDefault { nullable: true },
            ..one
        };
        Selection(self.0.into_iter().map(optional).collect())
    }

    /// Returns the same selection without these fields of the result.
    #[must_use]
    pub fn without(&self, names: &[String]) -> Self {
        let is_kept = |field: &&Selected| names.iter().all(|name| *name != field.name);
        Selection(self.0.iter().filter(is_kept).cloned().collect())
    }

    /// Returns the part of a value that this selection selects.
    pub fn of(&self, value: &Value) -> Value {
        match value {
            Value::Array(items) => items.iter().map(|item| self.of(item)).collect(),
            Value::Object(fields) if !self.is_empty() => {
                let selected = self.0.iter().filter_map(|field| {
                    let value = field.selection.of(fields.get(&*field.name)?);
                    Some((field.name.to_string(), value))
                });
                Value::Object(selected.collect())
            }
            other => other.clone(),
        }
    }

    /// Whether nothing is selected.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fields, each with the selection on its result.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Selection)> {
        self.0.iter().map(|field| (field.name.as_ref(), &field.selection))
    }

    /// Writes the selection set on a result of this type, with its braces, or nothing if the selection is empty. The fields
    /// in `beside` are asked for as well, and are not part of the answer. Returns the fields that the answer must have.
    pub(crate) fn write(
        &self,
        doc: &mut Doc,
        schema: &Schema,
        ty: TypeRef<'_>,
        beside: &[&'static str],
    ) -> Vec<Expected> {
        if self.is_empty() {
            return Vec::new();
        }
        // Beside a field that the caller asked for, all others may be left out.
        let is_default = |field: &Selected| field.asked_by != Asked::ByTheCaller;
        let number = self.0.iter().all(is_default).then(|| doc.default_selection());
        let ty = schema.type_named(ty.name());
        doc.selection_set(|doc| {
            doc.needs(beside.iter().map(|name| Key::from(*name)));
            let each = self.0.iter().map(|Selected { name, selection, asked_by }| {
                let field = ty.and_then(|ty| ty.field(name));
                doc.needs(
                    field.into_iter().flat_map(|field| field.needs.iter().cloned().map(Key::from)),
                );
                let result = field.map_or(TypeRef(""), Field::type_ref);
                let write = |doc: &mut Doc| {
                    let key = doc.field(name, Arguments::new());
                    let below = selection.write(doc, schema, result, &[]);
                    let adapts = matches!(asked_by, Asked::ByDefault { nullable: true });
                    Expected::new(schema, key, result, below).adapts(adapts)
                };
                match asked_by {
                    Asked::ByTheCaller => write(doc),
                    Asked::ByDefault { nullable: true } => {
                        doc.default_field(name, number, (0, |_| true), write)
                    }
                    Asked::ByDefault { nullable: false } => {
                        doc.default_field(name, number, (0, |_| false), write)
                    }
                }
            });
            each.collect()
        })
    }

    /// Returns the default selection on an operation's result: its leaves, and objects down to `depth` levels, each
    /// type once on a path. With one level, these are only the leaves.
    ///
    /// Empty if the result is a leaf. An object without a leaf to select gets `__typename`. Types that contain each
    /// other make a selection large: see [`down_to`](Self::down_to).
    pub fn by_default(schema: &Schema, operation: &Operation, depth: usize) -> Self {
        Self::down_to(schema, operation, depth).0
    }

    /// Returns the default selection, and its depth if it has fewer levels than `depth`: it has the most levels for which
    /// no more than [`MOST_FIELDS`](Self::MOST_FIELDS) fields have to be looked at.
    pub fn down_to(schema: &Schema, operation: &Operation, depth: usize) -> (Self, Option<usize>) {
        let Some(ty) = schema.type_named(operation.type_ref().name()) else {
            // A root type: its fields are operations.
            return (or_typename(Selection::new()), None);
        };
        if ty.kind.is_leaf() {
            return (Selection::new(), None);
        }
        let wanted = |field: &Field| operation.selects(field);
        let mut deepest = (Selection::new(), None);
        for depth in 1..=depth.clamp(1, MOST_LEVELS) {
            // One level is never more than its type.
            let left = if depth == 1 { usize::MAX } else { Self::MOST_FIELDS };
            let mut growth = Growth { schema, path: vec![&ty.name], left, is_cut: false };
            match growth.fields(ty, depth, &wanted) {
                Some(selection) if growth.is_cut => deepest = (selection, Some(depth)),
                Some(selection) => return (or_typename(selection), None),
                None => break,
            }
        }
        let (selection, reached) = deepest;
        (or_typename(selection), reached.filter(|reached| *reached < depth))
    }
}

/// A default selection while it is made.
struct Growth<'a> {
    schema: &'a Schema,
    /// The types around the current one.
    path: Vec<&'a str>,
    /// How many more fields to look at.
    left: usize,
    /// Whether an object was left out because of the depth.
    is_cut: bool,
}

impl<'a> Growth<'a> {
    /// The fields of a type down to this depth; none if there are too many.
    fn fields(
        &mut self,
        ty: &'a Type,
        depth: usize,
        wanted: &dyn Fn(&Field) -> bool,
    ) -> Option<Selection> {
        let mut selection = Selection::new();
        self.left = self.left.checked_sub(ty.fields.len())?;
        for field in ty.fields.iter().filter(|field| wanted(field)) {
            let Some(result) = self.schema.type_named(field.type_ref().name()) else { continue };
            if result.kind.is_leaf() {
                selection.add_default(field, Selection::new());
            } else if !self.path.contains(&result.name.as_str()) {
                if depth == 1 {
                    self.is_cut = true;
                    continue;
                }
                self.path.push(&result.name);
                let nested = self.fields(result, depth - 1, &|field| field.selected)?;
                self.path.pop();
                // An object of objects has nothing to show at the last level.
                if !nested.is_empty() {
                    selection.add_default(field, nested);
                }
            }
        }
        Some(selection)
    }
}

fn or_typename(mut selection: Selection) -> Selection {
    if selection.is_empty() {
        selection.add("__typename", Selection::new());
    }
    selection
}
