//! Serving the sandbox.

use std::path::Path;
use std::sync::Arc;

use houston_sandbox::{Builder, InvalidFault, Sandbox};
use tokio::net::TcpListener;

use super::options::Serve;
use crate::call::runtime::{runtime, stop_signal};
use crate::failure::{Exit, Failure};
use crate::sandbox::served::{self, Served, token_file};
use crate::sandbox::store::{self, Store};
use crate::terminal::output;
use crate::terminal::text::plain;

pub(super) fn run(options: Serve) -> Result<(), Failure> {
    let directory = match &options.store.directory {
        Some(directory) => directory.clone(),
        None => store::directory()?,
    };
    let choices = choices(&options, &directory)?;
    let sandbox = match store::open_as(&directory, &choices)? {
        Store::Ours(sandbox) => Arc::new(sandbox),
        Store::Served(server) => {
            let what = format!("the store is served already, at {}", server.url);
            return Err(Failure::new(Exit::NotReached, what).help("--store DIR serves another one"));
        }
    };
    let port = options.port.unwrap_or_default();
    let served = runtime()?.block_on(serve(Arc::clone(&sandbox), port, &directory));
    // While the store is held, so that it cannot be the word of another server that is taken back.
    served::withdraw(&directory);
    drop(sandbox);
    served
}

/// What the call says about the sandbox itself.
fn choices(options: &Serve, directory: &Path) -> Result<Builder, Failure> {
    let mut choices = Sandbox::builder();
    if options.empty {
        if directory.join("houston.redb").exists() {
            let what = format!("the store in {} is not new", directory.display());
            return Err(Failure::usage(what)
                .detail("--empty makes a platform without users")
                .help("`houston sandbox reset` removes a store; --store DIR takes another one"));
        }
        choices = choices.empty();
    }
    if let Some(path) = &options.seed {
        let unusable = || Failure::usage(format!("{} cannot be read", path.display()));
        let text = std::fs::read_to_string(path).map_err(|error| unusable().because(error))?;
        choices = choices.seed(&text).map_err(|error| unusable().because(error))?;
    }
    for rule in &options.faults {
        let fault = rule.parse().map_err(|error: InvalidFault| {
            Failure::usage(format!("`{}` is no fault", plain(rule)))
                .because(error)
                .help("`houston sandbox serve --help` has the grammar")
        })?;
        choices = choices.fault(fault);
    }
    Ok(choices)
}

async fn serve(sandbox: Arc<Sandbox>, port: u16, directory: &Path) -> Result<(), Failure> {
    let unable = |what: &str| Failure::new(Exit::Internal, what);
    // Asked for before anybody is told that it runs: whoever reads that may stop it.
    let stopped =
        stop_signal().map_err(|error| unable("signals cannot be waited for").because(error))?;
    let listener = TcpListener::bind(("127.0.0.1", port)).await.map_err(|error| {
        Failure::usage(format!("port {port} cannot be had"))
            .because(error)
            .help("--port takes another one; --port 0 takes any that is free")
    })?;
    let address =
        listener.local_addr().map_err(|error| unable("the port cannot be told").because(error))?;
    let token = sandbox.administrator_token().to_owned();
    let served = Served { url: format!("http://{address}/v1"), token };
    served::announce(directory, &served)
        .map_err(|error| unable("the server's files cannot be written").because(error))?;
    output::data(format_args!("export HOUSTON_URL={}", served.url))?;
    if served.token.is_empty() {
        output::note(format_args!(
            "The platform is empty and has no administrator:\n  the first createUser becomes it"
        ));
    } else {
        output::note(format_args!(
            "The administrator's token is in {0}:\n  export HOUSTON_TOKEN=\"$(cat '{0}')\"",
            token_file(directory).display()
        ));
    }
    tokio::select! {
        ended = sandbox.serve(listener) => ended.map_err(|error| unable("the server failed").because(error)),
        _ = stopped => Ok(()),
    }
}
