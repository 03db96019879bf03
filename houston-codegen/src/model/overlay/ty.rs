//! The overlay's entries for types.

use std::collections::BTreeMap;

use houston_schema::row;
use houston_schema::table::{Doubt, Field};
use serde::Deserialize;

use super::super::{Model, Type};
use super::stale::{Name, Stale};

/// `[types.NAME]`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct TypeEntry {
    secret: Vec<Name>,
    volatile: Vec<Name>,
    omit: Vec<Name>,
    lower_case: Vec<Name>,
    /// What people look for first, in this order.
    columns: Vec<Name>,
    /// The time of a record.
    time: Option<Name>,
    /// What tells two records apart.
    identity: Option<Name>,
    /// The samples of a measurement.
    samples: Option<Name>,
    /// By field: the fields that it needs beside it.
    needs: BTreeMap<Name, Vec<Name>>,
    /// By field: where an empty value is not to be believed.
    doubt: BTreeMap<Name, DoubtEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DoubtEntry {
    #[serde(default)]
    only: Vec<Name>,
    #[serde(default)]
    except: Vec<Name>,
    /// A path with dots.
    with: Option<Name>,
    says: String,
}

impl TypeEntry {
    /// Applies the entry with this name to its type.
    pub(super) fn lay_over(&self, model: &mut Model, name: &Name, stale: &mut Stale<'_>) {
        let index = model.types.iter().position(|ty| ty.row.name == *name.get_ref());
        let Some(index) = index else {
            let text = name.get_ref();
            return stale.lacks(name, &[text], format!("the schema has no type `{text}`"));
        };
        let ty = &model.types[index];
        let fields: Vec<String> = ty.fields.iter().map(|field| field.row.name.clone()).collect();
        let inputs = ty.input_fields.iter().map(|field| field.row.name.clone());
        let with_inputs: Vec<String> = fields.iter().cloned().chain(inputs).collect();
        let of = format!("`{}`", ty.row.name);
        let secret = stale.known(&self.secret, &with_inputs, "field", &of);
        let mut hidden = stale.known(&self.volatile, &fields, "field", &of);
        hidden.extend(stale.known(&self.omit, &fields, "field", &of));
        let lower_case = stale.known(&self.lower_case, &fields, "field", &of);
        let columns = stale.known(&self.columns, &fields, "field", &of);
        let mut one =
            |name: &Option<Name>| stale.known(name.as_slice(), &fields, "field", &of).pop();
        let (time, identity) = (one(&self.time), one(&self.identity));
        let samples = one(&self.samples);
        let computed: Vec<Name> = self.needs.keys().chain(self.doubt.keys()).cloned().collect();
        stale.known(&computed, &fields, "field", &of);
        let needs = self.needs.iter().map(|(field, needs)| {
            (field.get_ref().clone(), plain(model, ty, &stale.known(needs, &fields, "field", &of)))
        });
        let needs: BTreeMap<String, Vec<String>> = needs.collect();
        let known = self.doubt.iter().filter(|(field, _)| fields.contains(field.get_ref()));
        let doubts: BTreeMap<String, Doubt> = known
            .filter_map(|(field, entry)| {
                Some((field.get_ref().clone(), entry.check(model, ty, field, stale)?))
            })
            .collect();
        let ty = &mut model.types[index];
        (ty.row.columns, ty.row.time, ty.row.identity) = (columns, time, identity);
        ty.row.samples = samples;
        for field in &mut ty.fields {
            let row = &mut field.row;
            row.secret |= secret.contains(&row.name);
            row.selected &= !row.secret && !hidden.contains(&row.name);
            row.lower_case = lower_case.contains(&row.name);
            row.needs = needs.get(&row.name).cloned().unwrap_or_default();
            row.doubt = doubts.get(&row.name).cloned();
        }
        for field in &mut ty.input_fields {
            field.row.secret |= secret.contains(&field.row.name);
        }
    }
}

/// The fields that can be added to any selection: leaves without a required argument.
fn plain(model: &Model, ty: &Type, names: &[String]) -> Vec<String> {
    let is_plain = |name: &&String| {
        let mut fields = ty.fields.iter().filter(|field| field.row.name == **name);
        fields.any(|field| {
            let required = field.arguments.iter().any(|argument| argument.row.required);
            model.is_leaf(field.row.type_ref()) && !required
        })
    };
    names.iter().filter(is_plain).cloned().collect()
}

impl DoubtEntry {
    fn check(
        &self,
        model: &Model,
        ty: &Type,
        field: &Name,
        stale: &mut Stale<'_>,
    ) -> Option<Doubt> {
        let mut operations = |names: &[Name]| {
            let known = names.iter().filter_map(|name| stale.operation(model, name));
            known.map(|index| model.operations[index].row.name.clone()).collect::<Vec<_>>()
        };
        let (only, except) = (operations(&self.only), operations(&self.except));
        let mut at = field_of(ty, field.get_ref());
        let mut with = Vec::new();
        for (path, name) in self
            .with
            .iter()
            .flat_map(|path| path.get_ref().split('.').map(move |name| (path, name)))
        {
            let of = at.and_then(|field| model.type_named(field.type_ref().name()));
            at = of.and_then(|of| field_of(of, name));
            if at.is_none() {
                let of = of.map_or("it", |of| of.row.name.as_str());
                stale.refuse(path, format!("`{of}` has no field `{name}`"));
                return None;
            }
            with.push(name.to_owned());
        }
        // Without its operations, it would be about every place.
        let is_left = self.only.is_empty() || !only.is_empty();
        is_left.then(|| {
            row!(Doubt { only, except, with, says: self.says.clone(), ..Doubt::default() })
        })
    }
}

fn field_of<'m>(ty: &'m Type, name: &str) -> Option<&'m Field> {
    ty.fields.iter().map(|field| &field.row).find(|field| field.name == name)
}
