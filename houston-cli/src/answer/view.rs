//! The part of an answer that goes to stdout, in success and in failure.

use std::borrow::Cow;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use houston_client::Selection;
use houston_client::answer::PathSegment;
use houston_client::schema::{Operation, OperationKind, Schema};
use houston_client::{Error, Expected, Outcome};
use houston_codegen::document::Selected;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::answer::apart::Program;
use crate::answer::doubts;
use crate::answer::envelope::{self, json};
use crate::answer::format::{self, Format, Layout, Lines, Screen};
use crate::answer::jq::{Filter, path};
use crate::answer::known::Place;
use crate::answer::template::Template;
use crate::answer::{apart, pretty};
use crate::failure::{Exit, Failure, panics};
use crate::settings::options::Options;
use crate::terminal::output;
use crate::terminal::text::{listed, plain};

/// How long a filter may take, unless `--timeout` says otherwise.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// The output of a call's answer.
pub(crate) struct View<'o> {
    operation: &'o Operation,
    format: Format,
    filter: Option<Filter>,
    template: Option<Template>,
    /// How long the filter or the template may take.
    patience: Duration,
    screen: Screen,
    /// How people read its records, unless they chose the fields.
    lines: Option<Lines>,
    /// Whether the value is all of `data`, and not one field.
    whole: bool,
    /// Whether each item of a list is shown by itself.
    each: bool,
    /// The root fields that were selected, and the schema that they are of.
    selected: Option<(&'o Schema, Vec<Selected>)>,
}

impl<'o> View<'o> {
    /// Creates the view that the options ask for; by default a table on a terminal, and JSON otherwise or with a filter.
    ///
    /// # Errors
    ///
    /// Fails if the filter is not valid.
    pub(crate) fn new(operation: &'o Operation, options: &Options) -> Result<Self, Failure> {
        let filter = options.filter("--jq", options.jq.as_deref())?;
        let template = options.template()?;
        let screen = options.screen();
        let usual = if screen.terminal && filter.is_none() { Format::Table } else { Format::Json };
        let format = options.format.unwrap_or(usual);
        let patience = options.network.timeout.unwrap_or(PATIENCE);
        let (lines, whole, each, selected) = (None, false, false, None);
        Ok(View {
            operation,
            format,
            filter,
            template,
            patience,
            screen,
            lines,
            whole,
            each,
            selected,
        })
    }

    /// Says which fields are selected on the operation's result.
    pub(crate) fn selecting(self, schema: &'o Schema, selection: &Selection) -> Self {
        let root = Selected::plain(self.operation.name.clone(), doubts::selected(selection));
        let ty = schema.type_named(self.operation.type_ref().name());
        let is_for_people =
            self.format == Format::Table && self.filter.is_none() && !self.screen.chosen;
        let lines = ty.filter(|_| is_for_people).and_then(Lines::of);
        View { selected: Some((schema, vec![root])), lines, ..self }
    }

    /// Shows all of `data`, which has these root fields.
    pub(crate) fn whole(self, schema: &'o Schema, selected: Vec<Selected>) -> Self {
        View { whole: true, selected: Some((schema, selected)), ..self }
    }

    /// Shows each item of a list by itself, if `each`.
    pub(crate) fn each(self, each: bool) -> Self {
        View { each, ..self }
    }

    /// The operations that are called, with the fields of their results.
    pub(crate) fn called(&self) -> impl Iterator<Item = (&'o Schema, &'o Operation, &Selected)> {
        let all = self
            .selected
            .iter()
            .flat_map(|(schema, roots)| roots.iter().map(move |root| (*schema, root)));
        all.filter_map(|(schema, root)| {
            Some((schema, schema.operation_of(self.operation.kind, &root.name)?, root))
        })
    }

    /// The whole value, as far as the schema tells before a call.
    fn place(&self) -> Option<Place<'_>> {
        let (schema, roots) = self.selected.as_ref()?;
        let (kind, option) = (self.operation.kind, "--jq");
        let whole = Place { schema, kind, ty: None, fields: roots, option };
        let value = match self.whole {
            true => whole,
            false => whole.field(roots.first()?)?,
        };
        value.item().filter(|_| self.each).or(Some(value))
    }

    /// The layout of the rows, if the selection alone decides it.
    pub(crate) fn layout(&self) -> Option<Layout> {
        self.place().filter(|_| !self.whole && self.filter.is_none())?.layout()
    }

    /// What an answer to a document of the user must have.
    pub(crate) fn expected(&self) -> Vec<Expected> {
        self.place().map_or_else(Vec::new, Place::expected)
    }

    /// Checks that another filter reads what the answer can have, as far as that is known before a call.
    ///
    /// # Errors
    ///
    /// Fails if it does not.
    pub(crate) fn check_filter(&self, filter: &Filter) -> Result<(), Failure> {
        let Some(place) = self.place() else { return Ok(()) };
        let place = Place { option: filter.option(), ..place };
        place.follow(".", &path::of(filter.text()).steps).map(drop)
    }

    /// Checks that the format and the filter can show the answer, as far as that is known before a call.
    ///
    /// # Errors
    ///
    /// Fails if the filter reads what the answer cannot have, or if a single value is wanted of several.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        let Some(place) = self.place() else { return Ok(()) };
        let filter = self.filter.as_ref().map(|filter| path::of(filter.text()));
        let shown = match &filter {
            Some(path) if self.format == Format::Envelope => {
                return envelope::check(place, &path.steps);
            }
            Some(path) => place.follow(".", &path.steps)?.filter(|_| path.is_all),
            None => Some(place),
        };
        let several = shown.filter(|_| self.format == Format::Value).and_then(Place::several);
        let Some(several) = several else { return Ok(()) };
        let first = several.iter().find(|key| *key == "id").or(several.first());
        let first = first.map_or("id", String::as_str);
        let what =
            format!("-o value prints one value, and several are selected: {}", listed(&several));
        Err(Failure::usage(what).help(match (self.whole, &filter) {
            (true, _) => format!("Select only `{first}` in the document, or read it with `--jq`."),
            (false, Some(_)) => format!("Read one of them with `--jq`: add `.{first}`."),
            (false, None) => format!("Select one with `--fields {first}`, or read it with `--jq`."),
        }))
    }

    /// Notes before a call which fields its answer may lack.
    pub(crate) fn say_what_is_missing(&self) {
        let called = self.called();
        let notes = called.filter_map(|(_, row, root)| doubts::missing(row, &root.below));
        notes.for_each(output::note);
    }

    /// Notes which values may not be true. `body` has the fields that were added to the request as well.
    fn say_doubts(&self, text: &str, body: Option<&str>) {
        let mut read = None;
        for (schema, operation, root) in self.called() {
            if !doubts::are_possible(schema, operation, &root.below) {
                continue;
            }
            let (value, body) = read.get_or_insert_with(|| {
                let read = |text| serde_json::from_str::<Value>(text).unwrap_or_default();
                (read(text), body.map(read).unwrap_or_default())
            });
            let value = if self.whole { &value[&*root.key] } else { value };
            let sent = match &body["data"][&*root.key] {
                Value::Null => value,
                sent => sent,
            };
            doubts::notes(schema, operation, &root.below, value).iter().for_each(output::note);
            doubts::unreliable(schema, operation, &root.below, sent).iter().for_each(output::note);
        }
    }

    /// Notes which fields the filter reads although they are not selected.
    fn say_what_is_not_selected(&self, text: &str) {
        let told = self.filter.iter().flat_map(|filter| self.not_selected(filter, text));
        told.for_each(|what| output::note(format_args!("note: {what}")));
    }

    /// Which fields a filter reads although they are not selected, as a sentence for each operation of the answer.
    pub(crate) fn not_selected(&self, filter: &Filter, text: &str) -> Vec<String> {
        if filter.names().read.is_empty() {
            return Vec::new();
        }
        let value = serde_json::from_str::<Value>(text).unwrap_or_default();
        let told = self.called().filter_map(|(schema, operation, root)| {
            let lacks = doubts::unselected(schema, operation, &root.below, filter.names(), &value);
            if lacks.is_empty() {
                return None;
            }
            let selected = listed(root.below.iter().map(|field| &field.key));
            let how = if self.whole { "to the document" } else { "with `--fields`" };
            Some(format!(
                "{} reads {}, which is not selected: add it {how}. Selected: {selected}",
                filter.option(),
                listed(&lacks),
            ))
        });
        told.collect()
    }

    /// The data that came with an error, as text; none if no root field has a value.
    pub(crate) fn part<'e>(&self, error: &'e Error) -> Option<Cow<'e, str>> {
        match self.whole {
            true => {
                let data = error.data()?.as_object()?;
                data.values().any(|value| !value.is_null()).then(|| error.data_text())?
            }
            false => error.field_text(&self.operation.name),
        }
    }

    /// Shows a whole answer: JSON text, and the body around it if it answers one request. `failure` is how the call ends
    /// although it was answered. A new service account key is shown as well, because it can be read for ten minutes only.
    ///
    /// # Errors
    ///
    /// Fails if the answer cannot be written.
    pub(crate) fn done(
        &self,
        text: &str,
        body: Option<&str>,
        failure: Option<&Failure>,
    ) -> Result<(), Failure> {
        let errors: Vec<Value> = failure.iter().map(|failure| failure.json()).collect();
        let outcome = match failure.map(|failure| failure.exit) {
            Some(Exit::Refused) => Outcome::Refused,
            Some(Exit::Unknown) => Outcome::Unknown,
            _ => Outcome::Done,
        };
        let show = || match body.filter(|_| self.format == Format::Raw) {
            Some(body) => output::data(body.trim_end()),
            None => self.value(text, outcome, &errors, failure),
        };
        let shown = catch_unwind(AssertUnwindSafe(show)).unwrap_or_else(|_| Err(panics::failure()));
        shown.map_err(|lost| self.lost(text, lost))?;
        self.say(text, body);
        Ok(())
    }

    /// Notes about an answer that was shown.
    fn say(&self, text: &str, body: Option<&str>) {
        self.say_doubts(text, body);
        self.say_what_is_not_selected(text);
        let key = || Some(serde_json::from_str::<Value>(text).ok()?.get("apiKey")?.is_string());
        if self.operation.selected.iter().any(|field| field == "apiKey") && key() == Some(true) {
            output::note(
                "note: save apiKey now: the server masks it ten minutes after it was created",
            );
        }
    }

    /// Shows the data that came with an error, if there is any.
    ///
    /// # Errors
    ///
    /// Fails if it cannot be written.
    pub(crate) fn failed(
        &self,
        part: Option<&str>,
        error: &Error,
        failure: &Failure,
    ) -> Result<(), Failure> {
        match self.format {
            Format::Raw => match error.body().filter(|_| !matches!(error.kind(), houston_client::ErrorKind::Foreign { .. })) {
                Some(body) => output::data(body.trim_start_matches('\u{feff}').trim_end()),
                None => Ok(()),
            },
            Format::Envelope => {
                let errors: Vec<Value> = match error.errors() {
                    [] => vec![failure.json()],
                    errors => errors
                        .iter()
                        .map(|error| {
                            let path = error.path.iter().flatten().map(|segment| match segment {
                                PathSegment::Key(key) => json!(key),
                                PathSegment::Index(index) => json!(index),
                            });
                            json!({ "message": error.message, "code": error.code, "path": path.collect::<Vec<_>>() })
                        })
                        .collect(),
                };
                self.value(part.unwrap_or("null"), error.outcome(), &errors, Some(failure))
            }
            _ => part.map_or(Ok(()), |text| self.value(text, error.outcome(), &[], Some(failure))),
        }
        .map_err(|lost| match error.outcome() <= Outcome::Partial {
            true => self.lost(part.unwrap_or("null"), lost),
            false => lost,
        })?;
        if let Some(part) = part.filter(|_| error.outcome() <= Outcome::Partial) {
            self.say(part, error.body());
        }
        Ok(())
    }

    /// Writes a value. A filter gets the value, or the whole envelope.
    fn value(
        &self,
        text: &str,
        outcome: Outcome,
        errors: &[Value],
        failure: Option<&Failure>,
    ) -> Result<(), Failure> {
        let enveloped = match self.format {
            Format::Envelope => Some(envelope::of(text, outcome, errors, failure)?),
            _ => None,
        };
        let text = enveloped.as_deref().unwrap_or(text);
        let filtered: Vec<Box<RawValue>>;
        let filter = self.filter.as_ref().map(|filter| filter as &dyn Program);
        let program = filter.or(self.template.as_ref().map(|template| template as &dyn Program));
        let values: Vec<&RawValue> = match program {
            Some(program) => {
                filtered = apart::run(program, text, self.patience)?;
                filtered.iter().map(AsRef::as_ref).collect()
            }
            None => vec![json(serde_json::from_str(text))?],
        };
        let wrapped = |value: &&RawValue| match self.format {
            Format::Raw => {
                let data = HashMap::from([(&*self.operation.name, value)]);
                json(serde_json::to_string(&HashMap::from([("data", data)])))
            }
            _ => Ok(value.get().to_owned()),
        };
        let wrapped = values.iter().map(wrapped).collect::<Result<Vec<_>, Failure>>()?;
        let values: Vec<&str> = wrapped.iter().map(String::as_str).collect();
        let records = || serde_json::from_str::<Vec<Value>>(values.first()?).ok();
        let records = self.lines.as_ref().and_then(|lines| Some((lines, records()?)));
        let written = match records {
            Some((lines, records)) if !records.is_empty() => lines.table(&records),
            _ => format::write(self.format, &values, self.screen, self.layout().as_ref())?,
        };
        if let Some(text) = written.text {
            output::data(text)?;
        }
        envelope::written();
        written.notes.iter().for_each(output::note);
        Ok(())
    }

    /// Marks a mutation as run, although its answer could not be shown as asked, and prints it as JSON.
    fn lost(&self, text: &str, mut lost: Failure) -> Failure {
        if self.operation.kind != OperationKind::Mutation {
            return lost;
        }
        lost.exit = Exit::Partial;
        let lost =
            lost.detail(format!("{} ran. Do not run it again.", plain(&self.operation.name)));
        envelope::written();
        match output::data(pretty::compact(text)) {
            Ok(()) => lost.detail("Its whole answer was printed as JSON."),
            // The last place for a key that cannot be read again.
            Err(_) => lost.detail(format!("Its answer: {}", pretty::compact(text))),
        }
    }
}
