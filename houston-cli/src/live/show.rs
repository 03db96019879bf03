//! Events as text: a line of JSON each, or as people read them.

use std::io::{Write, stdout};
use std::time::Duration;

use houston_client::Outcome;
use houston_client::schema::{Operation, Schema};
use serde_json::Value;

use super::charts::Charts;
use super::print::{Halt, Show};
use super::state::State;
use crate::answer::apart::{Lasting, Program};
use crate::answer::envelope;
use crate::answer::format::{self, Format, Layout, Lines, Screen};
use crate::answer::pretty::{compact, pretty};
use crate::answer::view::PATIENCE;
use crate::failure::Failure;
use crate::settings::options::Options;
use crate::terminal::output;

/// The way to show the events of an operation: for people on a terminal, and a line of JSON each otherwise. `hidden` are
/// fields that were not asked for, and `layout` is that of the others. A document has no operation.
///
/// # Errors
///
/// Fails if the filter is not valid.
pub(super) fn of(
    schema: &Schema,
    operation: &Operation,
    options: &Options,
    is_document: bool,
    hidden: Vec<String>,
    layout: Option<Layout>,
) -> Result<Box<dyn Show>, Failure> {
    let screen = options.screen();
    let filter = options.filter("--jq", options.jq.as_deref())?;
    let template = options.template()?;
    let is_for_people = screen.terminal && filter.is_none() && !is_document;
    let usual = if is_for_people { Format::Table } else { Format::Ndjson };
    let format = options.format.unwrap_or(usual);
    let ty = schema.type_named(operation.type_ref().name());
    let is_table = format == Format::Table && filter.is_none() && !is_document && !screen.chosen;
    let changes = output::changes(&stdout());
    if is_table && let Some(field) = ty.and_then(|ty| State::field(schema, ty)) {
        return Ok(Box::new(State::new(field, changes)));
    }
    if is_table
        && screen.terminal
        && let Some(field) = ty.and_then(Charts::field)
    {
        return Ok(Box::new(Charts::new(field, changes)));
    }
    let lines = ty.filter(|_| is_table).and_then(Lines::of);
    let patience = options.network.timeout.unwrap_or(PATIENCE);
    let name = (!is_document).then(|| operation.name.clone());
    let filter = filter.map(|filter| Box::new(filter) as Box<dyn Program>);
    let program = filter.or(template.map(|template| Box::new(template) as Box<dyn Program>));
    let (program, head) = (program.map(|program| (program, None)), None);
    Ok(Box::new(Texts { format, screen, program, patience, lines, layout, name, hidden, head }))
}

struct Texts {
    format: Format,
    screen: Screen,
    /// The filter or template, and the process that runs it.
    program: Option<(Box<dyn Program>, Option<Lasting>)>,
    patience: Duration,
    lines: Option<Lines>,
    layout: Option<Layout>,
    /// The root field; none if an event is all of `data`.
    name: Option<String>,
    hidden: Vec<String>,
    /// The header of CSV or TSV, once it was written.
    head: Option<String>,
}

impl Show for Texts {
    fn event(&mut self, event: &str, to: &mut dyn Write) -> Result<(), Halt> {
        let asked = self.asked(event);
        let event = asked.as_deref().unwrap_or(event);
        let enveloped = match self.format {
            Format::Envelope => Some(envelope::of(event, Outcome::Done, &[], None)?),
            _ => None,
        };
        let event = enveloped.as_deref().unwrap_or(event);
        let Some((program, running)) = &mut self.program else { return self.value(event, to) };
        let running = match running {
            Some(running) => running,
            None => running.insert(Lasting::start(&**program, self.patience)?),
        };
        for result in running.run(event)? {
            self.value(result.get(), to)?;
        }
        Ok(())
    }
}

impl Texts {
    /// The event without fields that were not asked for; none if it has none.
    fn asked(&self, event: &str) -> Option<String> {
        if self.hidden.is_empty() {
            return None;
        }
        let mut value: Value = serde_json::from_str(event).ok()?;
        let fields = value.as_object_mut()?;
        self.hidden.iter().for_each(|name| drop(fields.shift_remove(name)));
        Some(value.to_string())
    }

    fn value(&mut self, text: &str, to: &mut dyn Write) -> Result<(), Halt> {
        let text = match self.format {
            Format::Ndjson | Format::Envelope => compact(text),
            Format::Raw => match &self.name {
                Some(name) => {
                    format!("{{\"data\":{{{}:{}}}}}", Value::from(&**name), compact(text))
                }
                None => format!("{{\"data\":{}}}", compact(text)),
            },
            Format::Json => pretty(text),
            Format::Table if self.lines.is_some() && text.starts_with('{') => {
                let record = serde_json::from_str(text).unwrap_or_default();
                self.lines.as_mut().map_or_else(String::new, |lines| lines.line(&record))
            }
            format => {
                let layout = self.layout.as_ref();
                let written = format::write(format, &[text], self.screen, layout)?;
                written.notes.iter().for_each(output::note);
                let Some(text) = written.text else { return Ok(()) };
                match format {
                    Format::Yaml => format!("---\n{text}"),
                    Format::Csv | Format::Tsv => self.rows(&text),
                    // An event of several lines ends with an empty one.
                    Format::Table if text.contains('\n') => text + "\n",
                    _ => text,
                }
            }
        };
        Ok(writeln!(to, "{text}")?)
    }

    /// Rows, without the header if it is the one before.
    fn rows(&mut self, text: &str) -> String {
        let (head, rows) = text.split_once('\n').unwrap_or((text, ""));
        if self.head.as_deref() == Some(head) {
            return rows.to_owned();
        }
        self.head = Some(head.to_owned());
        text.to_owned()
    }
}
