//! `houston doctor`: what works between here and an answer, layer by layer.

mod certificates;
mod network;
mod platform;

use clap::{ArgMatches, Command};
use houston_client::schema::Schema;
use serde_json::{Value, json};

use crate::config::Config;
use crate::endpoint::Endpoint;
use crate::failure::{Exit, Failure};
use crate::options::{self, Options};
use crate::stop::Stop;
use crate::target::Target;
use crate::text::plain;
use crate::{output, runtime, schema};

const HAS: &[&[&str]] = &[options::LINE, &[options::OUTPUT, options::SCHEMA, options::VERBOSE]];

pub(crate) fn command() -> Command {
    let command = Command::new("doctor").about(
        "Check all that is between here and an answer: configuration, network, TLS, API, token, schema",
    );
    options::add_own(command, HAS)
}

pub(crate) fn run(
    built_in: &'static Schema,
    before: &ArgMatches,
    matches: ArgMatches,
) -> Result<(), Stop> {
    let options = Options::of_own(&[before, &matches], "doctor", HAS)?;
    let mut report = Report::default();
    if let Some(target) = configuration(built_in, &options, &mut report) {
        runtime::read(examine(&target, built_in, &options, &mut report))?;
    }
    report.show(&options)?;
    match report.first_fault() {
        None => Ok(()),
        Some((exit, layer)) => {
            let what = format!("something is wrong, first of all with: {layer}");
            Err(Failure::new(exit, what).into())
        }
    }
}

/// How a layer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    Ok,
    /// It works, and there is something to know.
    Warning,
    /// It does not work, and the process ends with this.
    Fault(Exit),
    /// It was not looked at.
    Skipped,
}

/// What was found of one layer.
struct Finding {
    layer: &'static str,
    status: Status,
    text: String,
    next: Option<String>,
}

/// What was found.
#[derive(Default)]
struct Report(Vec<Finding>);

impl Report {
    fn add(&mut self, layer: &'static str, status: Status, text: impl Into<String>) {
        let text = plain(&text.into());
        self.0.push(Finding { layer, status, text, next: None });
    }

    fn ok(&mut self, layer: &'static str, text: impl Into<String>) {
        self.add(layer, Status::Ok, text);
    }

    fn skipped(&mut self, layer: &'static str, why: impl Into<String>) {
        self.add(layer, Status::Skipped, why);
    }

    /// Says of the layers of which nothing was said why.
    fn rest_skipped(&mut self, layers: &[&'static str], why: &str) {
        for layer in layers {
            if !self.0.iter().any(|finding| finding.layer == *layer) {
                self.skipped(layer, why);
            }
        }
    }

    /// With the next step.
    fn warning(&mut self, layer: &'static str, text: impl Into<String>, next: impl Into<String>) {
        self.add(layer, Status::Warning, text);
        self.next(next);
    }

    /// With the next step.
    fn fault(
        &mut self,
        layer: &'static str,
        exit: Exit,
        text: impl Into<String>,
        next: impl Into<String>,
    ) {
        self.add(layer, Status::Fault(exit), text);
        self.next(next);
    }

    /// What a failure says, and what it says to do next.
    fn failure(&mut self, layer: &'static str, failure: &Failure) {
        let (text, next) = failure.parts();
        self.fault(layer, failure.exit, text, next);
    }

    fn next(&mut self, next: impl Into<String>) {
        if let Some(finding) = self.0.last_mut() {
            finding.next = Some(plain(&next.into())).filter(|next| !next.is_empty());
        }
    }

    fn first_fault(&self) -> Option<(Exit, &'static str)> {
        self.0.iter().find_map(|finding| match finding.status {
            Status::Fault(exit) => Some((exit, finding.layer)),
            _ => None,
        })
    }

    fn show(&self, options: &Options) -> Result<(), Failure> {
        let word = |status| match status {
            Status::Ok => "ok",
            Status::Warning => "warning",
            Status::Fault(_) => "fault",
            Status::Skipped => "skipped",
        };
        if let Some(format) = options.facts() {
            let row = |finding: &Finding| {
                json!({
                    "layer": finding.layer,
                    "status": word(finding.status),
                    "text": finding.text,
                    "next": finding.next,
                })
            };
            return output::facts(format, &self.0.iter().map(row).collect::<Value>());
        }
        let line = |finding: &Finding| {
            let next = finding.next.as_ref();
            let next = next.map_or(String::new(), |next| format!("\n{:24}-> {next}", ""));
            format!("{:<7}  {:<13}  {}{next}", word(finding.status), finding.layer, finding.text)
        };
        output::text(&self.0.iter().map(line).collect::<Vec<_>>().join("\n"))
    }
}

/// The configuration, and where it leads.
fn configuration(
    built_in: &'static Schema,
    options: &Options,
    report: &mut Report,
) -> Option<Target> {
    const LAYER: &str = "configuration";
    let file = Config::file().map(|path| plain(&path.to_string_lossy()));
    match (Config::read(), file) {
        (Err(failure), _) => report.failure(LAYER, &failure),
        (Ok(_), None) => report.ok(LAYER, "none: the environment names no place for one"),
        (Ok(config), Some(file)) => {
            let count = config.profiles.len();
            let plural = if count == 1 { "" } else { "s" };
            report.ok(LAYER, format!("{count} profile{plural} in {file}"));
        }
    }
    match schema::of(built_in, options) {
        Ok(loaded) => report.ok("schema", loaded.origin.words()),
        Err(failure) => report.failure("schema", &failure),
    }
    let target = match Target::of(options).and_then(|target| {
        target.endpoint()?;
        Ok(target)
    }) {
        Ok(target) => target,
        Err(failure) => {
            report.failure("platform", &failure);
            return None;
        }
    };
    match target.shown() {
        Ok(address) => {
            let address = address.unwrap_or_default();
            report.ok("platform", format!("{address}, named by {}", target.named_by));
            Some(target)
        }
        Err(failure) => {
            report.failure("platform", &failure);
            None
        }
    }
}

/// What is between here and the platform, and the platform itself.
async fn examine(
    target: &Target,
    built_in: &'static Schema,
    options: &Options,
    report: &mut Report,
) {
    const NETWORK: [&str; 4] = ["name", "proxy", "connection", "TLS"];
    const PLATFORM: [&str; 8] =
        ["HTTP", "GraphQL", "introspection", "version", "clock", "token", "account", "drift"];
    let reached = match &target.endpoint {
        Some(Endpoint::Url(_)) => {
            // As it is called: other spellings of it are put right by then.
            let url = target.shown().ok().flatten().unwrap_or_default();
            let reached = network::examine(&url, options, report).await;
            report.rest_skipped(&NETWORK, "what comes before it does not work");
            reached
        }
        _ => {
            report.rest_skipped(&NETWORK, "the sandbox is in this process");
            true
        }
    };
    if reached {
        platform::examine(target, built_in, options, report).await;
    } else {
        // That much can be told from here.
        platform::own_token(target, options, report);
    }
    report.rest_skipped(&PLATFORM, "the platform is not reached");
}
