//! `houston doctor`: checks every layer between the configuration and an answer.

mod certificates;
mod network;
mod place;
mod platform;
mod report;

use clap::Args;

use crate::call::runtime;
use crate::failure::Failure;
use crate::schema::{self, BuiltIn};
use crate::settings::config::Config;
use crate::settings::endpoint::Endpoint;
use crate::settings::options::{Facts, Network, Options, Platform, SchemaFile, Verbosity};
use crate::settings::target::Target;
use crate::terminal::text::plain;
use network::Reached;
use report::{Layer, Report};

/// Find the layer that is broken: check configuration, network, TLS, API, token and schema
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

pub(crate) fn run(built_in: BuiltIn, doctor: Doctor) -> Result<(), Failure> {
    let Doctor { platform, output, network, schema, verbosity } = doctor;
    let options = Options { network, schema, verbosity, ..platform.into() };
    let mut report = Report::default();
    if let Some(target) = configuration(built_in, &options, &mut report) {
        runtime::read(examine(&target, built_in, &options, &mut report))?;
    }
    let failure = report.first_fault().map(|(exit, code, layer, next)| {
        let what = format!("the first check that failed: {}", layer.name());
        // Another layer may have sent something.
        let failure = Failure::new(exit, what).code(code).quiet();
        // Its advice comes before that of the layers below.
        next.into_iter().fold(failure, Failure::help)
    });
    report.show(output.format, failure.as_ref())?;
    failure.map_or(Ok(()), Err)
}

/// Checks the configuration, and returns its target.
fn configuration(built_in: BuiltIn, options: &Options, report: &mut Report) -> Option<Target> {
    let file = Config::file().map(|path| plain(&path.to_string_lossy()));
    match (Config::read(), file) {
        (Err(failure), _) => report.failure(Layer::Configuration, &failure),
        (Ok(_), None) => {
            report.ok(Layer::Configuration, "none: the environment names no directory for it")
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
    let found = Target::of(options).and_then(|target| {
        target.endpoint()?;
        Ok((target.shown()?.unwrap_or_default(), target))
    });
    match found {
        Ok((address, target)) => {
            report.ok(Layer::Platform, format!("{address} (from {})", target.named_by));
            Some(target)
        }
        Err(failure) => {
            report.failure(Layer::Platform, &failure);
            None
        }
    }
}

/// Checks the network, and then the platform itself.
async fn examine(target: &Target, built_in: BuiltIn, options: &Options, report: &mut Report) {
    let reached = match &target.endpoint {
        Some(Endpoint::Url(_)) => {
            let reached = network::examine(target, options, report).await;
            let last = match reached {
                Reached::No => Layer::Tls,
                Reached::Yes(_) => Layer::Connection,
            };
            report.rest_skipped(Layer::Name..=last, "an earlier check failed");
            reached
        }
        _ => {
            report.rest_skipped(Layer::Name..=Layer::Tls, "the sandbox runs in this process");
            Reached::Yes(None)
        }
    };
    match reached {
        Reached::Yes(handshake) => {
            platform::examine(target, built_in, options, handshake, report).await;
        }
        // This check needs no platform.
        Reached::No => platform::own_token(target, options, report),
    }
    report.rest_skipped(Layer::Http..=Layer::Drift, "the platform cannot be reached");
}
