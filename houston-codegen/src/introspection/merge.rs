//! A server's schema, merged with the texts of our own file.

use std::collections::HashMap;

use crate::parse::syntax::{Directive, Document, EnumValue, FieldDefinition, InputValue, Name};

/// A schema with our own descriptions.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The server's schema, with our descriptions where we have them, and in our order; new items come
    /// after the item that they follow on the server.
    pub document: Document,
    /// New items without a description, as schema coordinates.
    pub undescribed: Vec<String>,
}

/// Carries descriptions, deprecation reasons and order from our file over to a server's schema.
pub fn merge(answered: Document, own: &Document) -> Merged {
    let mut merge = Merge { undescribed: Vec::new() };
    let mut document = answered;
    if own.description.is_some() {
        document.description.clone_from(&own.description);
    }
    in_order(&mut document.types, &own.types, |ty| &ty.name);
    in_order(&mut document.directives, &own.directives, |directive| &directive.name);
    let known = by_name(own.types.iter().filter(|ty| !ty.extension), |ty| &ty.name);
    for ty in &mut document.types {
        let own = known.get(ty.name.text.as_str()).copied();
        let path = ty.name.text.clone();
        merge.describe(&mut ty.description, own.map(|own| &own.description), &path);
        merge.fields(&mut ty.fields, own.map(|own| own.fields.as_slice()), &path);
        let inputs = own.map(|own| own.input_fields.as_slice());
        merge.inputs(&mut ty.input_fields, inputs, |name| format!("{path}.{name}"));
        merge.values(&mut ty.values, own.map(|own| own.values.as_slice()), &path);
        if let Some(own) = own {
            order(&mut ty.members, &own.members, |name| name);
            order(&mut ty.implements, &own.implements, |name| name);
        }
    }
    let known = by_name(&own.directives, |directive| &directive.name);
    for directive in &mut document.directives {
        let own = known.get(directive.name.text.as_str()).copied();
        let path = format!("@{}", directive.name.text);
        merge.describe(&mut directive.description, own.map(|own| &own.description), &path);
        let arguments = own.map(|own| own.arguments.as_slice());
        merge.inputs(&mut directive.arguments, arguments, |name| format!("{path}({name}:)"));
    }
    Merged { document, undescribed: merge.undescribed }
}

struct Merge {
    undescribed: Vec<String>,
}

impl Merge {
    fn describe(
        &mut self,
        description: &mut Option<String>,
        own: Option<&Option<String>>,
        path: &str,
    ) {
        match own {
            Some(Some(own)) => *description = Some(own.clone()),
            None if description.is_none() => self.undescribed.push(path.to_owned()),
            _ => {}
        }
    }

    fn fields(
        &mut self,
        fields: &mut Vec<FieldDefinition>,
        own: Option<&[FieldDefinition]>,
        ty: &str,
    ) {
        in_order(fields, own.unwrap_or_default(), |field| &field.name);
        let known = by_name(own.unwrap_or_default(), |field| &field.name);
        for field in fields {
            let own = known.get(field.name.text.as_str()).copied();
            let path = format!("{ty}.{}", field.name.text);
            self.describe(&mut field.description, own.map(|own| &own.description), &path);
            reason(&mut field.directives, own.map(|own| own.directives.as_slice()));
            let arguments = own.map(|own| own.arguments.as_slice());
            self.inputs(&mut field.arguments, arguments, |name| format!("{path}({name}:)"));
        }
    }

    fn inputs(
        &mut self,
        values: &mut Vec<InputValue>,
        own: Option<&[InputValue]>,
        path: impl Fn(&str) -> String,
    ) {
        in_order(values, own.unwrap_or_default(), |value| &value.name);
        let known = by_name(own.unwrap_or_default(), |value| &value.name);
        for value in values {
            let own = known.get(value.name.text.as_str()).copied();
            let path = path(&value.name.text);
            self.describe(&mut value.description, own.map(|own| &own.description), &path);
            reason(&mut value.directives, own.map(|own| own.directives.as_slice()));
        }
    }

    fn values(&mut self, values: &mut Vec<EnumValue>, own: Option<&[EnumValue]>, ty: &str) {
        in_order(values, own.unwrap_or_default(), |value| &value.name);
        let known = by_name(own.unwrap_or_default(), |value| &value.name);
        for value in values {
            let own = known.get(value.name.text.as_str()).copied();
            let path = format!("{ty}.{}", value.name.text);
            self.describe(&mut value.description, own.map(|own| &own.description), &path);
            reason(&mut value.directives, own.map(|own| own.directives.as_slice()));
        }
    }
}

/// Takes our reason if both deprecate an item.
fn reason(directives: &mut [Directive], own: Option<&[Directive]>) {
    let of = |directive: &&Directive| directive.name == "deprecated";
    let Some(own) = own.and_then(|own| own.iter().find(of)) else { return };
    for directive in directives.iter_mut().filter(|directive| directive.name == "deprecated") {
        directive.arguments.clone_from(&own.arguments);
    }
}

fn by_name<'a, T>(
    items: impl IntoIterator<Item = &'a T>,
    name: impl Fn(&T) -> &Name,
) -> HashMap<&'a str, &'a T>
where
    T: 'a,
{
    items.into_iter().map(|item| (name(item).text.as_str(), item)).collect()
}

fn in_order<T>(items: &mut Vec<T>, own: &[T], name: impl Fn(&T) -> &Name) {
    order(items, own, |item| &name(item).text);
}

/// Sorts items in our order; each new one stays behind its predecessor.
fn order<T>(items: &mut Vec<T>, own: &[T], name: impl Fn(&T) -> &str) {
    let places: HashMap<&str, usize> =
        own.iter().enumerate().map(|(index, item)| (name(item), index + 1)).collect();
    let mut place = 0;
    let mut placed: Vec<(usize, T)> = Vec::with_capacity(items.len());
    for item in items.drain(..) {
        place = places.get(name(&item)).copied().unwrap_or(place);
        placed.push((place, item));
    }
    // A stable sort: a new item has the same place as its neighbour, and stays behind it.
    placed.sort_by_key(|(place, _)| *place);
    items.extend(placed.into_iter().map(|(_, item)| item));
}
