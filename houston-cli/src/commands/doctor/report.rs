//! The results of the checks, layer by layer.

use std::ops::RangeInclusive;

use clap::ValueEnum;
use houston_client::Outcome;
use serde_json::{Value, json};

use crate::answer::format::Format;
use crate::failure::{Code, Exit, Failure};
use crate::terminal::output;
use crate::terminal::text::plain;
use crate::terminal::wrap::filled;

/// A layer, in the order of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(super) enum Layer {
    Configuration,
    Schema,
    Platform,
    Name,
    Proxy,
    Connection,
    #[value(name = "TLS")]
    Tls,
    #[value(name = "HTTP")]
    Http,
    #[value(name = "GraphQL")]
    GraphQl,
    Introspection,
    Version,
    Clock,
    Token,
    Account,
    Drift,
}

impl Layer {
    pub(super) fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// The result of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    Ok,
    /// It works, but needs attention.
    Warning,
    /// It does not work. The process ends with this exit code and error code.
    Fault(Exit, Code),
    /// It was not checked.
    Skipped,
}

/// The result for one layer.
struct Finding {
    layer: Layer,
    status: Status,
    text: String,
    next: Option<String>,
}

/// The results so far.
#[derive(Default)]
pub(super) struct Report(Vec<Finding>);

impl Report {
    fn add(&mut self, layer: Layer, status: Status, text: impl Into<String>) {
        let text = plain(&text.into());
        self.0.push(Finding { layer, status, text, next: None });
    }

    pub(super) fn ok(&mut self, layer: Layer, text: impl Into<String>) {
        self.add(layer, Status::Ok, text);
    }

    pub(super) fn skipped(&mut self, layer: Layer, why: impl Into<String>) {
        self.add(layer, Status::Skipped, why);
    }

    /// Marks the layers without a result as skipped.
    pub(super) fn rest_skipped(&mut self, layers: RangeInclusive<Layer>, why: &str) {
        for layer in Layer::value_variants().iter().filter(|layer| layers.contains(layer)) {
            if !self.0.iter().any(|finding| finding.layer == *layer) {
                self.skipped(*layer, why);
            }
        }
    }

    /// Reports a warning and its next step.
    pub(super) fn warning(
        &mut self,
        layer: Layer,
        text: impl Into<String>,
        next: impl Into<String>,
    ) {
        self.add(layer, Status::Warning, text);
        self.next(next);
    }

    /// Reports a fault and its next step.
    pub(super) fn fault(
        &mut self,
        layer: Layer,
        exit: Exit,
        text: impl Into<String>,
        next: impl Into<String>,
    ) {
        self.add(layer, Status::Fault(exit, exit.code()), text);
        self.next(next);
    }

    /// Reports a failure and its next step.
    pub(super) fn failure(&mut self, layer: Layer, failure: &Failure) {
        let (text, next) = failure.parts();
        self.add(layer, Status::Fault(failure.exit, failure.kind()), text);
        self.next(next);
    }

    fn next(&mut self, next: impl Into<String>) {
        if let Some(finding) = self.0.last_mut() {
            finding.next = Some(plain(&next.into())).filter(|next| !next.is_empty());
        }
    }

    /// The exit code and the error code of the first layer that does not work, the layer, and its next step.
    pub(super) fn first_fault(&self) -> Option<(Exit, Code, Layer, Option<&str>)> {
        let mut findings: Vec<&Finding> = self.0.iter().collect();
        findings.sort_by_key(|finding| finding.layer);
        findings.into_iter().find_map(|finding| match finding.status {
            Status::Fault(exit, code) => Some((exit, code, finding.layer, finding.next.as_deref())),
            _ => None,
        })
    }

    /// Shows all results. `failure` is how the command ends.
    pub(super) fn show(
        &self,
        format: Option<Format>,
        failure: Option<&Failure>,
    ) -> Result<(), Failure> {
        let word = |status| match status {
            Status::Ok => "ok",
            Status::Warning => "warning",
            Status::Fault(..) => "fault",
            Status::Skipped => "skipped",
        };
        if let Some(format) = format {
            let row = |finding: &Finding| {
                json!({
                    "layer": finding.layer.name(),
                    "status": word(finding.status),
                    "text": finding.text,
                    "next": finding.next,
                })
            };
            let rows: Value = self.0.iter().map(row).collect();
            return output::facts_with(format, &rows, Outcome::Done, failure);
        }
        let width = output::columns().unwrap_or(usize::MAX);
        let line = |finding: &Finding| {
            let space = " ".repeat(24);
            let head = format!("{:<7}  {:<13}  ", word(finding.status), finding.layer.name());
            let text = filled(&finding.text, width, &head, &space);
            let next = finding.next.as_ref().map_or(String::new(), |next| {
                let next = filled(next, width, &format!("{space}-> "), &format!("{space}   "));
                format!("\n{next}")
            });
            text + &next
        };
        output::text(&self.0.iter().map(line).collect::<Vec<_>>().join("\n"))
    }
}
