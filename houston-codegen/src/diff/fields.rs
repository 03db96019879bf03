//! Fields, operations, arguments and fields of input objects.

use super::affected::{Owner, Side, pairs};
use super::change::{Class, Delta, Element, Step};
use super::comparison::{Comparison, GONE, NOTHING, Place, deprecation};
use super::output::{Meaning, Output};
use super::{input, output};
use crate::keyword::ident;
use crate::model::{Argument, Field, Nulls, Operation, Type};

/// A field, and how its nulls are read.
pub(super) type Read<'a> = (&'a Field, (Nulls, Nulls));

impl Comparison<'_> {
    /// A field of a type, or an operation.
    pub(super) fn field(
        &mut self,
        old_owner: Owner<'_>,
        new_owner: Owner<'_>,
        (old, new): (Option<Read<'_>>, Option<Read<'_>>),
    ) {
        let element = match new_owner {
            Owner::Root(_) => Element::Operation,
            Owner::Type(_) => Element::Field,
        };
        let place = |side: &Side<'_>, owner, field: &Field| Place {
            element,
            path: side.path(owner, field),
            rust: side.rust_field(owner, field) + &side.rust_struct(owner, field),
            calls: side.calls_of_field(owner, field),
        };
        match (old, new) {
            (None, Some((field, _))) => {
                let place = place(&self.new, new_owner, field);
                self.note(place, NOTHING, None, Some(field.row.ty.clone()));
            }
            (Some((field, _)), None) => {
                let place = place(&self.old, old_owner, field);
                let advice = match element {
                    Element::Operation => "stop calling it: the server no longer has it",
                    _ => "stop selecting it: the server refuses requests that select it",
                };
                let meaning = Meaning { advice, ..GONE };
                self.note(place, meaning, Some(field.row.ty.clone()), None);
            }
            (Some((was, old_nulls)), Some((is, new_nulls))) => {
                self.result(
                    |comparison| place(&comparison.new, new_owner, is),
                    (was, old_nulls),
                    (is, new_nulls),
                );
                // A field that leaves a default selection also leaves a struct, which only the old side has.
                self.fate(|comparison| place(&comparison.old, old_owner, was), was, is);
                let names =
                    (self.old.rust_field(old_owner, was), self.new.rust_field(new_owner, is));
                let is_function = !is.arguments.is_empty();
                let another_item = was.arguments.is_empty() == is_function;
                let builders =
                    (self.old.rust_builder(old_owner, was), self.new.rust_builder(new_owner, is));
                if was.rust != is.rust {
                    self.renamed(place(&self.new, new_owner, is), names);
                } else if let (true, (Some(old), Some(new))) = (was.builder != is.builder, builders)
                {
                    let place = Place { rust: new.clone(), ..place(&self.new, new_owner, is) };
                    self.renamed(place, (old, new));
                } else if another_item && element == Element::Field {
                    let meaning = Meaning {
                        delta: Delta::Changed,
                        code: Class::Dangerous,
                        step: Step::Major,
                        advice: match is_function {
                            true => "after regenerating, call it: with arguments, it is a function",
                            false => {
                                "after regenerating, use it without a call: without arguments, it is a constant"
                            }
                        },
                        ..NOTHING
                    };
                    self.note(
                        place(&self.new, new_owner, is),
                        meaning,
                        Some(names.0),
                        Some(names.1),
                    );
                }
                for sides in pairs(&was.arguments, &is.arguments, |one| &one.row.name) {
                    self.argument((old_owner, was), (new_owner, is), sides);
                }
            }
            (None, None) => {}
        }
    }

    /// The struct of an operation's default answer. Another type of the result is a change of its own.
    pub(super) fn answer(&mut self, was: &Operation, is: &Operation) {
        let structs = (self.old.rust_answer(was), self.new.rust_answer(is));
        let (Some((old, was_own)), Some((new, is_own))) = structs else { return };
        let is_same = was.row.type_ref().name() == is.row.type_ref().name();
        if old != new && is_same && (was_own || is_own) {
            let owner = Owner::Root(is.row.kind);
            let place = Place {
                element: Element::Operation,
                path: self.new.path(owner, &is.field),
                rust: new.clone(),
                calls: Vec::new(),
            };
            self.renamed(place, (old, new));
        }
    }

    /// The type of a result.
    fn result(&mut self, place: impl Fn(&Self) -> Place, was: Read<'_>, is: Read<'_>) {
        let ((was, (old_items, old_own)), (is, (new_items, new_own))) = (was, is);
        let old = Output { ty: was.row.type_ref(), items: old_items, own: old_own };
        let new = Output { ty: is.row.type_ref(), items: new_items, own: new_own };
        if let Some(meaning) = output::compare((self.old.model, old), (self.new.model, new)) {
            let place = place(self);
            self.note(place, meaning, Some(was.row.ty.clone()), Some(is.row.ty.clone()));
        }
    }

    /// Compares deprecations.
    fn fate(&mut self, place: impl Fn(&Self) -> Place, was: &Field, is: &Field) {
        let leaf = self.new.model.is_leaf(is.row.type_ref());
        let deprecated = (&was.row.deprecated, &is.row.deprecated);
        let Some(meaning) = deprecation(deprecated, "stop using it before it is removed") else {
            return;
        };
        let left = meaning.delta == Delta::Deprecated && was.row.selected && !is.row.selected;
        let meaning = match left && leaf {
            true => Meaning {
                delta: Delta::Deprecated,
                code: Class::Dangerous,
                commands: Class::Dangerous,
                step: Step::Major,
                advice: "select it by name until it is removed: the default selection no longer has it",
            },
            false => meaning,
        };
        let place = place(self);
        self.note(place, meaning, was.row.deprecated.clone(), is.row.deprecated.clone());
    }

    fn argument(
        &mut self,
        (old_owner, old_field): (Owner<'_>, &Field),
        (new_owner, new_field): (Owner<'_>, &Field),
        sides: (Option<&Argument>, Option<&Argument>),
    ) {
        let place = |side: &Side<'_>, owner, field: &Field, argument: &Argument| Place {
            element: Element::Argument,
            path: format!("{}({}:)", side.path(owner, field), argument.row.name),
            rust: format!("{}.{}(..)", side.rust_field(owner, field), ident(&argument.setter)),
            calls: side.calls_of_argument(owner, field, argument),
        };
        self.value(
            |comparison, argument| place(&comparison.old, old_owner, old_field, argument),
            |comparison, argument| place(&comparison.new, new_owner, new_field, argument),
            sides,
        );
    }

    pub(super) fn input_field(
        &mut self,
        old: &Type,
        new: &Type,
        sides: (Option<&Argument>, Option<&Argument>),
    ) {
        let place = |side: &Side<'_>, ty: &Type, field: &Argument| Place {
            element: Element::InputField,
            path: format!("{}.{}", ty.row.name, field.row.name),
            rust: side.rust_input_field(ty, field),
            calls: side.calls_of_input_field(ty, field),
        };
        self.value(
            |comparison, field| place(&comparison.old, old, field),
            |comparison, field| place(&comparison.new, new, field),
            sides,
        );
    }

    /// An argument, or a field of an input object.
    fn value(
        &mut self,
        old_place: impl Fn(&Self, &Argument) -> Place,
        new_place: impl Fn(&Self, &Argument) -> Place,
        sides: (Option<&Argument>, Option<&Argument>),
    ) {
        match sides {
            (None, Some(new)) => {
                let place = new_place(self, new);
                self.note(place, input::added(new), None, Some(declared(new)));
            }
            (Some(old), None) => {
                let place = old_place(self, old);
                self.note(place, input::removed(), Some(declared(old)), None);
            }
            (Some(old), Some(new)) => {
                for meaning in input::compare((self.old.model, old), (self.new.model, new)) {
                    let (was, is) = match meaning.delta {
                        Delta::Deprecated | Delta::Undeprecated => {
                            (old.row.deprecated.clone(), new.row.deprecated.clone())
                        }
                        _ => (Some(declared(old)), Some(declared(new))),
                    };
                    let place = new_place(self, new);
                    self.note(place, meaning, was, is);
                }
                if old.setter != new.setter {
                    let names = (old_place(self, old).rust, new_place(self, new).rust);
                    let place = new_place(self, new);
                    self.renamed(place, names);
                }
            }
            (None, None) => {}
        }
    }
}

/// The type, and the default.
fn declared(argument: &Argument) -> String {
    match &argument.default {
        Some(default) => format!("{} = {default}", argument.row.ty),
        None => argument.row.ty.clone(),
    }
}
