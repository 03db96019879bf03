//! What the schema tells about an answer before anything is sent.

use houston_client::Expected;
use houston_client::schema::{OperationKind, Scalar, Schema, TypeKind, TypeRef};
use houston_codegen::document::Selected;

use crate::answer::format::Layout;
use crate::answer::jq::Step;
use crate::failure::Failure;
use crate::terminal::suggest::did_you_mean;
use crate::terminal::text::{listed, plain};

/// A place in an answer: its type, and the fields that are selected there.
#[derive(Clone, Copy)]
pub(crate) struct Place<'s> {
    pub(crate) schema: &'s Schema,
    /// Whether it is in the answer to a query or a mutation.
    pub(crate) kind: OperationKind,
    /// Its type; none for the `data` around the root fields.
    pub(crate) ty: Option<TypeRef<'s>>,
    pub(crate) fields: &'s [Selected],
    /// The option that gives the filter which reads it.
    pub(crate) option: &'static str,
}

impl<'s> Place<'s> {
    /// The field of an object with this key.
    pub(crate) fn field(self, selected: &'s Selected) -> Option<Place<'s>> {
        let Place { schema, kind, option, .. } = self;
        let ty = match self.ty {
            Some(ty) => {
                let on = selected.on.as_deref().unwrap_or(ty.name());
                schema.type_named(on)?.field(&selected.name)?.type_ref()
            }
            None => schema.operation_of(kind, &selected.name)?.type_ref(),
        };
        Some(Place { schema, kind, ty: Some(ty), fields: &selected.below, option })
    }

    /// The items of a list.
    pub(crate) fn item(self) -> Option<Place<'s>> {
        Some(Place { ty: Some(self.ty?.item()?), ..self })
    }

    fn is_object(self) -> bool {
        self.item().is_none() && !self.fields.is_empty()
    }

    /// Whether its values may have any form.
    fn is_open(self) -> bool {
        let ty = self.ty.and_then(|ty| self.schema.type_named(ty.name()));
        !self.is_object()
            && self.item().is_none()
            && ty.is_none_or(|ty| ty.kind != TypeKind::Enum && ty.scalar == Scalar::Json)
    }

    /// Whether an answer may leave out a field.
    fn is_optional(self, selected: &Selected) -> bool {
        match self.ty {
            Some(ty) => selected.is_optional(ty.name()),
            None => !selected.when.is_empty(),
        }
    }

    /// The fields that the schema promises.
    pub(crate) fn expected(self) -> Vec<Expected> {
        let field = |selected: &'s Selected| {
            let place = self.field(selected);
            let ty = place.and_then(|place| place.ty).unwrap_or(TypeRef(""));
            let below = place.map_or_else(Vec::new, Place::expected);
            Expected::new(self.schema, selected.key.clone(), ty, below)
                .optional(self.is_optional(selected))
        };
        self.fields.iter().map(field).collect()
    }

    /// How its rows are laid out: the items of a list, or the value itself; none if they have no fields.
    pub(crate) fn layout(self) -> Option<Layout> {
        let row = self.item().unwrap_or(self);
        let ty = row.schema.type_named(row.ty?.name())?;
        let mut paths = Vec::new();
        row.leaves(&mut Vec::new(), &mut paths);
        let (first, of) = (ty.columns.clone(), ty.name.clone());
        (!row.fields.is_empty()).then_some(Layout { paths, first, of })
    }

    /// Adds the paths of the leaves below it.
    fn leaves(self, above: &mut Vec<String>, paths: &mut Vec<Vec<String>>) {
        for selected in self.fields {
            above.push(selected.key.clone());
            match self.field(selected).filter(|place| !place.fields.is_empty()) {
                Some(place) => place.leaves(above, paths),
                None => paths.push(above.clone()),
            }
            above.pop();
        }
    }

    /// The place that steps lead to; none if only the answer shows it. `at` is the path to this place.
    ///
    /// # Errors
    ///
    /// Fails if a step reads what the answer cannot have.
    pub(crate) fn follow(self, at: &str, steps: &[Step]) -> Result<Option<Place<'s>>, Failure> {
        let mut at = at.to_owned();
        let mut place = self;
        for step in steps {
            if place.is_open() {
                return Ok(None);
            }
            let (next, text) = match step {
                Step::Field(name) => (place.read(name, &at)?, name.clone()),
                Step::Each | Step::Item => match place.item() {
                    Some(item) => (Some(item), "[]".to_owned()),
                    // The values of its fields, whatever they are.
                    None if place.is_object() && *step == Step::Each => return Ok(None),
                    None if place.is_object() => {
                        let what = format!("{}: `{at}` is an object, and not a list", self.option);
                        return Err(Failure::usage(what).help(format!(
                            "Write a field without an index: `{}`.",
                            place.example(&at)
                        )));
                    }
                    // A part of a text.
                    None if *step == Step::Item => return Ok(None),
                    None => {
                        return Err(Failure::usage(format!(
                            "{}: `{at}` is not a list",
                            self.option
                        )));
                    }
                },
            };
            if at != "." && text != "[]" {
                at.push('.');
            }
            at.push_str(&plain(&text));
            match next {
                Some(next) => place = next,
                None => return Ok(None),
            }
        }
        Ok(Some(place))
    }

    /// The field that `.name` reads; none if its type is not known.
    fn read(self, name: &str, at: &str) -> Result<Option<Place<'s>>, Failure> {
        if let Some(item) = self.item() {
            let below = if at == "." { ".[]".to_owned() } else { format!("{at}[]") };
            let what =
                format!("{}: `{at}` is a list, and has no field `{}`", self.option, plain(name));
            let example = if item.is_object() { item.example(&below) } else { below };
            return Err(Failure::usage(what).help(format!("Read its items: `{example}`.")));
        }
        if !self.is_object() {
            return Err(Failure::usage(format!("{}: `{at}` has no fields", self.option)));
        }
        if let Some(selected) = self.fields.iter().find(|one| one.key == name) {
            return Ok(self.field(selected));
        }
        let ty = self.ty.and_then(|ty| self.schema.type_named(ty.name()));
        let selected = format!("Selected: {}.", listed(self.fields.iter().map(|one| &one.key)));
        Err(match ty {
            Some(ty) if ty.field(name).is_none() && ty.kind == TypeKind::Object => {
                let meant = did_you_mean(name, ty.fields.iter().map(|field| &*field.name));
                let (ty, name) = (plain(&ty.name), plain(name));
                Failure::usage(format!("{}: {ty} has no field `{name}`{meant}", self.option))
                    .help(selected)
            }
            _ => Failure::usage(format!(
                "{} reads {}, which is not selected",
                self.option,
                plain(name)
            ))
            .help(format!("Select it, with `--fields` or in the document. {selected}")),
        })
    }

    /// A filter that reads a field here.
    fn example(self, at: &str) -> String {
        let first = self.fields.iter().find(|one| one.key == "id").or(self.fields.first());
        let key = first.map_or_else(String::new, |one| plain(&one.key));
        if at == "." { format!(".{key}") } else { format!("{at}.{key}") }
    }

    /// The fields that make it more than one value, if it can never be a single one.
    pub(crate) fn several(self) -> Option<Vec<String>> {
        if let Some(item) = self.item() {
            return item.several();
        }
        let certain: Vec<&Selected> =
            self.fields.iter().filter(|one| !self.is_optional(one)).collect();
        match &certain[..] {
            [] => None,
            [one] => self.field(one)?.several(),
            several => Some(several.iter().map(|one| plain(&one.key)).collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use houston_client::SCHEMA;
    use houston_codegen::{Source, document};

    use super::Place;
    use crate::answer::jq::path;

    /// What is known of a filter, or of the whole answer without one.
    fn known(document: &str, filter: &str) -> String {
        let read = document::parse(&Source::new("", document)).unwrap();
        let (kind, fields, option) = (read.kind, &read.selected[..], "--jq");
        let place = Place { schema: &SCHEMA, kind, ty: None, fields, option };
        match place.follow(".", &path::of(filter).steps) {
            Err(failure) => failure.to_string().lines().next().unwrap().to_owned(),
            Ok(None) => "open".to_owned(),
            Ok(Some(place)) => {
                place.several().map_or_else(|| "one".to_owned(), |all| all.join(" "))
            }
        }
    }

    #[test]
    fn what_an_answer_can_be_is_known_before() {
        let one = "{ deployments { id config urls { url type } ... @skip(if: true) { label } } }";
        for (filter, found) in [
            (".deployments[0].id", "one"),
            (".deployments[].config.x.y", "open"),
            (".deployments[].urls", "url type"),
            (".deployments[].urls[0].url", "one"),
            (".deployments", "id config urls"),
            (".deployments[].label", "one"),
            (".deployments[].id[0:3]", "open"),
            (".[]", "open"),
            (
                ".deployments.id",
                "error: --jq: `.deployments` is a list, and has no field `id` [usage]",
            ),
            (".[0]", "error: --jq: `.` is an object, and not a list [usage]"),
            (".deployments[].id.x", "error: --jq: `.deployments[].id` has no fields [usage]"),
            (".deployments[].id[]", "error: --jq: `.deployments[].id` is not a list [usage]"),
            (".deployments[].status", "error: --jq reads status, which is not selected [usage]"),
            (
                ".deployments[].lable",
                "error: --jq: Deployment has no field `lable`; did you mean `label`? [usage]",
            ),
            (".workspaces", "error: --jq reads workspaces, which is not selected [usage]"),
            (".deployments[].lable?", "id config urls"),
        ] {
            assert_eq!(known(one, filter), found, "{filter}");
        }
        for (document, found) in [
            ("{ deployments { id } }", "one"),
            ("{ deployments { urls { url } } }", "one"),
            ("{ deployments { id } workspaces { id } }", "deployments workspaces"),
            ("{ deployments { id ... @include(if: true) { label } } }", "id label"),
            ("query($x: Boolean!) { deployments { id label @include(if: $x) } }", "one"),
        ] {
            assert_eq!(known(document, "."), found, "{document}");
        }
    }
}
