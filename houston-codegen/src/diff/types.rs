//! Types with their fields, values and members, and directives.

use houston_schema::table::TypeKind;

use super::affected::{Owner, Side, pairs};
use super::change::{Class, Delta, Element, Step};
use super::comparison::{Comparison, GONE, NOTHING, Place, deprecation};
use super::output::Meaning;
use crate::keyword::ident;
use crate::model::{EnumValue, Field, Nulls, Type};
use crate::parse::syntax::DirectiveDefinition;

impl Comparison<'_> {
    pub(super) fn ty(&mut self, sides: (Option<&Type>, Option<&Type>)) {
        let place = |side: &Side<'_>, ty: &Type| Place {
            element: Element::Type,
            path: ty.row.name.clone(),
            rust: side.rust_type(ty),
            calls: vec![format!("describe {}", ty.row.name)],
        };
        match sides {
            (None, Some(new)) => {
                let place = place(&self.new, new);
                self.note(place, NOTHING, None, Some(new.row.kind.keyword().to_owned()));
            }
            (Some(old), None) => {
                let place = place(&self.old, old);
                let advice = "see the changes of the items that used it";
                let meaning = Meaning { commands: Class::Safe, advice, ..GONE };
                self.note(place, meaning, Some(old.row.kind.keyword().to_owned()), None);
            }
            (Some(old), Some(new)) if old.row.kind != new.row.kind => {
                let place = place(&self.new, new);
                let (delta, advice) = (Delta::KindChanged, "use it as its new kind");
                let (was, is) =
                    (old.row.kind.keyword().to_owned(), new.row.kind.keyword().to_owned());
                self.note(place, Meaning { delta, advice, ..GONE }, Some(was), Some(is));
            }
            (Some(old), Some(new)) => {
                if old.rust != new.rust {
                    let names = (self.old.rust_type(old), self.new.rust_type(new));
                    self.renamed(place(&self.new, new), names);
                }
                if old.has_struct && !new.has_struct {
                    let meaning = Meaning {
                        delta: Delta::Changed,
                        commands: Class::Safe,
                        advice: "after regenerating, select its fields by name, or write `structs = \"all\"` in the overlay",
                        ..GONE
                    };
                    let (was, is) = ("with a struct", "without a struct");
                    let place = place(&self.new, new);
                    self.note(place, meaning, Some(was.to_owned()), Some(is.to_owned()));
                }
                self.own_items(|comparison| place(&comparison.new, new), old, new);
                self.one_of(|comparison| place(&comparison.new, new), old, new);
                self.parts(old, new);
            }
            (None, None) => {}
        }
    }

    /// Items without a name of their own in the schema: they make way for names of the schema.
    fn own_items(&mut self, place: impl Fn(&Self) -> Place, old: &Type, new: &Type) {
        let items = (self.old.rust_own_items(old), self.new.rust_own_items(new));
        // The module of a type that has a new name is expected to follow it.
        let is_expected = |name: &str| name == new.module && old.rust != new.rust;
        for ((was, old_path), (is, path)) in items.0.into_iter().zip(items.1) {
            if was != is && !is_expected(is) {
                let place = Place { rust: path.clone(), ..place(self) };
                self.renamed(place, (old_path, path));
            }
        }
        for sides in pairs(&old.row.members, &new.row.members, |one| one) {
            let (Some(member), Some(_)) = sides else { continue };
            let ty = &new.row.name;
            let names = (self.old.rust_fragment(ty, member), self.new.rust_fragment(ty, member));
            let (was, is) = (names.0.rsplit("::").next(), names.1.rsplit("::").next());
            if was != is {
                let (path, rust) = (format!("{ty} = {member}"), names.1.clone());
                let place = Place { element: Element::Member, path, rust, calls: Vec::new() };
                self.renamed(place, names);
            }
        }
    }

    fn one_of(&mut self, place: impl Fn(&Self) -> Place, old: &Type, new: &Type) {
        let meaning = match (old.row.one_of, new.row.one_of) {
            (false, true) => {
                let (delta, advice) =
                    (Delta::BecameOneOf, "set exactly one field, and not to null");
                Meaning { delta, advice, ..GONE }
            }
            (true, false) => Meaning {
                delta: Delta::CeasedOneOf,
                code: Class::Dangerous,
                step: Step::Major,
                advice: "after regenerating, create it with its function and setters",
                ..NOTHING
            },
            _ => return,
        };
        let calls = self.new.flags_of(new).to_vec();
        let place = Place { calls, ..place(self) };
        self.note(place, meaning, None, None);
    }

    /// Compares the fields, values and members of two types of one kind.
    fn parts(&mut self, old: &Type, new: &Type) {
        let read = |field: &'_ Field| (field.items, Nulls::AsSchema);
        for (was, is) in pairs(&old.fields, &new.fields, |one| &one.row.name) {
            let sides = (was.map(|one| (one, read(one))), is.map(|one| (one, read(one))));
            self.field(Owner::Type(old), Owner::Type(new), sides);
        }
        for sides in pairs(&old.input_fields, &new.input_fields, |one| &one.row.name) {
            self.input_field(old, new, sides);
        }
        for sides in pairs(&old.values, &new.values, |one| &one.row.name) {
            self.enum_value(old, new, sides);
        }
        if old.row.kind == TypeKind::Union {
            for sides in pairs(&old.row.members, &new.row.members, |one| one) {
                self.member(Element::Member, new, sides);
            }
        }
        for sides in pairs(&old.implements, &new.implements, |one| one) {
            self.member(Element::Interface, new, sides);
        }
        let (was, is) = (specified_by(old), specified_by(new));
        if was != is {
            let place = Place {
                element: Element::Type,
                path: new.row.name.clone(),
                rust: self.new.rust_type(new),
                calls: self.new.flags_of(new).to_vec(),
            };
            let meaning = Meaning {
                delta: Delta::Changed,
                code: Class::Dangerous,
                commands: Class::Dangerous,
                step: Step::Patch,
                advice: "read its values in their new format",
            };
            self.note(place, meaning, was, is);
        }
    }

    fn enum_value(
        &mut self,
        old: &Type,
        new: &Type,
        sides: (Option<&EnumValue>, Option<&EnumValue>),
    ) {
        let place = |side: &Side<'_>, ty: &Type, value: &EnumValue| Place {
            element: Element::EnumValue,
            path: format!("{}.{}", ty.row.name, value.row.name),
            rust: format!("{}::{}", side.rust_type(ty), ident(&value.rust)),
            calls: side
                .flags_of(ty)
                .iter()
                .map(|flag| format!("{flag} {}", value.row.name))
                .collect(),
        };
        match sides {
            (None, Some(value)) => {
                let place = place(&self.new, new, value);
                let meaning = match self.new.is_output(new) {
                    true => Meaning {
                        code: Class::Dangerous,
                        advice: "handle it: until regenerated, code sees it as unrecognized",
                        ..NOTHING
                    },
                    false => NOTHING,
                };
                self.note(place, meaning, None, Some(value.row.name.clone()));
            }
            (Some(value), None) => {
                let place = place(&self.old, old, value);
                let meaning = match self.old.is_input(old) {
                    true => Meaning { advice: "use another value: the server refuses it", ..GONE },
                    false => Meaning {
                        delta: Delta::Removed,
                        code: Class::Dangerous,
                        step: Step::Major,
                        advice: "nothing at run time: the server no longer returns it",
                        ..NOTHING
                    },
                };
                self.note(place, meaning, Some(value.row.name.clone()), None);
            }
            (Some(was), Some(is)) => {
                let new_place = place(&self.new, new, is);
                if was.rust != is.rust {
                    let names = (place(&self.old, old, was).rust, new_place.rust.clone());
                    self.renamed(place(&self.new, new, is), names);
                }
                let (was, is) = (&was.row.deprecated, &is.row.deprecated);
                let advice = "stop setting it before it is removed";
                let Some(meaning) = deprecation((was, is), advice) else { return };
                let meaning = Meaning { step: Step::Minor, ..meaning };
                self.note(new_place, meaning, was.clone(), is.clone());
            }
            (None, None) => {}
        }
    }

    /// A member of a union, or an interface that a type implements.
    fn member(&mut self, element: Element, ty: &Type, sides: (Option<&String>, Option<&String>)) {
        let (name, delta) = match sides {
            (None, Some(name)) => (name, Delta::Added),
            (Some(name), None) => (name, Delta::Removed),
            _ => return,
        };
        let side = if delta == Delta::Added { &self.new } else { &self.old };
        let (path, rust) = match element {
            Element::Member => {
                (format!("{} = {name}", ty.row.name), side.rust_fragment(&ty.row.name, name))
            }
            _ => (
                format!("{} implements {name}", ty.row.name),
                side.rust_fragment(name, &ty.row.name),
            ),
        };
        let place = Place { element, path, rust, calls: Vec::new() };
        let meaning = match delta {
            Delta::Added => Meaning {
                delta,
                code: Class::Dangerous,
                advice: "handle objects of a type that was not returned before",
                ..NOTHING
            },
            _ => Meaning {
                commands: Class::Safe,
                advice: "stop selecting its fields there: the server refuses requests that select them",
                ..GONE
            },
        };
        self.note(place, meaning, sides.0.cloned(), sides.1.cloned());
    }

    pub(super) fn directive(
        &mut self,
        sides: (Option<&DirectiveDefinition>, Option<&DirectiveDefinition>),
    ) {
        let (was, is) = (sides.0.map(shape), sides.1.map(shape));
        let Some(directive) = sides.0.or(sides.1).filter(|_| was != is) else { return };
        let place = Place {
            element: Element::Directive,
            path: format!("@{}", directive.name.text),
            rust: String::new(),
            calls: Vec::new(),
        };
        let executable = sides.0.is_some_and(is_executable);
        let (delta, class) = match sides {
            (None, _) => (Delta::Added, Class::Safe),
            (_, None) if executable => (Delta::Removed, Class::Dangerous),
            (_, None) => (Delta::Removed, Class::Safe),
            _ if executable => (Delta::Changed, Class::Dangerous),
            _ => (Delta::Changed, Class::Safe),
        };
        let advice = match class {
            Class::Safe => "nothing",
            _ => "check documents that are written by hand: builders do not use directives",
        };
        let meaning =
            Meaning { delta, code: class, commands: Class::Safe, step: Step::Patch, advice };
        self.note(place, meaning, was, is);
    }
}

fn specified_by(ty: &Type) -> Option<String> {
    let directive = ty.directives.iter().find(|directive| directive.name == "specifiedBy")?;
    directive.arguments.first().map(|(_, value)| value.to_string())
}

/// The compared parts of a directive: neither descriptions nor order.
fn shape(directive: &DirectiveDefinition) -> String {
    let mut shape = directive.clone();
    shape.description = None;
    shape.arguments.iter_mut().for_each(|argument| argument.description = None);
    shape.arguments.sort_by(|one, other| one.name.text.cmp(&other.name.text));
    shape.locations.sort();
    shape.to_string()
}

/// Whether a request can contain it.
fn is_executable(directive: &DirectiveDefinition) -> bool {
    const EXECUTABLE: [&str; 8] = [
        "QUERY",
        "MUTATION",
        "SUBSCRIPTION",
        "FIELD",
        "FRAGMENT_DEFINITION",
        "FRAGMENT_SPREAD",
        "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION",
    ];
    directive.locations.iter().any(|location| EXECUTABLE.contains(&location.as_str()))
}
