//! `houston doctor`: what works between here and an answer, layer by layer.

mod certificates;
mod network;
mod place;
mod platform;
mod report;

use clap::Args;
use houston_client::schema::Schema;

use crate::call::runtime;
use crate::failure::Failure;
use crate::failure::stop::Stop;
use crate::schema;
use crate::settings::config::Config;
use crate::settings::endpoint::Endpoint;
use crate::settings::options::{Facts, Network, Options, Platform, SchemaFile, Verbosity};
use crate::settings::target::Target;
use crate::terminal::text::plain;
use report::{Layer, Report};

/// Check all that is between here and an answer: configuration, network, TLS, API, token, schema
#[derive(Args)]
pub(crate) struct Doctor {
    #[command(flatten)]
    platform: Platform,
    #[command(flatten)]
    output: Facts,
    #[command(flatten)]
    network: Network,
    #[command(flatten)]
    schema: SchemaFile,
    #[command(flatten)]
    verbosity: Verbosity,
}

pub(crate) fn run(built_in: &'static Schema, doctor: Doctor) -> Result<(), Stop> {
    let Doctor { platform, output, network, schema, verbosity } = doctor;
    let options = Options { network, schema, verbosity, ..platform.into() };
    let mut report = Report::default();
    if let Some(target) = configuration(built_in, &options, &mut report) {
        runtime::read(examine(&target, built_in, &options, &mut report))?;
    }
    report.show(output.format)?;
    match report.first_fault() {
        None => Ok(()),
        Some((exit, layer)) => {
            let what = format!("something is wrong, first of all with: {}", layer.name());
            Err(Failure::new(exit, what).into())
        }
    }
}

/// The configuration, and where it leads.
fn configuration(
    built_in: &'static Schema,
    options: &Options,
    report: &mut Report,
) -> Option<Target> {
    let file = Config::file().map(|path| plain(&path.to_string_lossy()));
    match (Config::read(), file) {
        (Err(failure), _) => report.failure(Layer::Configuration, &failure),
        (Ok(_), None) => {
            report.ok(Layer::Configuration, "none: the environment names no place for one")
        }
        (Ok(config), Some(file)) => {
            let count = config.profiles.len();
            let plural = if count == 1 { "" } else { "s" };
            report.ok(Layer::Configuration, format!("{count} profile{plural} in {file}"));
        }
    }
    match schema::of(built_in, options) {
        Ok(loaded) => report.ok(Layer::Schema, loaded.origin.words()),
        Err(failure) => report.failure(Layer::Schema, &failure),
    }
    let target = match Target::of(options).and_then(|target| {
        target.endpoint()?;
        Ok(target)
    }) {
        Ok(target) => target,
        Err(failure) => {
            report.failure(Layer::Platform, &failure);
            return None;
        }
    };
    match target.shown() {
        Ok(address) => {
            let address = address.unwrap_or_default();
            report.ok(Layer::Platform, format!("{address}, named by {}", target.named_by));
            Some(target)
        }
        Err(failure) => {
            report.failure(Layer::Platform, &failure);
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
    let reached = match &target.endpoint {
        Some(Endpoint::Url(_)) => {
            // As it is called: other spellings of it are put right by then.
            let url = target.shown().ok().flatten().unwrap_or_default();
            let reached = network::examine(&url, options, report).await;
            report.rest_skipped(Layer::Name..=Layer::Tls, "what comes before it does not work");
            reached
        }
        _ => {
            report.rest_skipped(Layer::Name..=Layer::Tls, "the sandbox is in this process");
            true
        }
    };
    if reached {
        platform::examine(target, built_in, options, report).await;
    } else {
        // That much can be told from here.
        platform::own_token(target, options, report);
    }
    report.rest_skipped(Layer::Http..=Layer::Drift, "the platform is not reached");
}
