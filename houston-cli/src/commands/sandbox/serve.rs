//! Serves the sandbox, with the reference for browsers.

use std::borrow::Cow;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use houston_client::SCHEMA;
use houston_sandbox::{Builder, InvalidFault, Page, Pages, Sandbox};
use tokio::net::TcpListener;

use super::options::Serve;
use super::settings;
use crate::call::runtime::{runtime, stop_signal};
use crate::failure::{Exit, Failure};
use crate::input;
use crate::pages::Reference;
use crate::sandbox::memory;
use crate::sandbox::served::{self, Served, token_file};
use crate::sandbox::store::{self, Store};
use crate::schema::{Loaded, Origin};
use crate::terminal::output;
use crate::terminal::text::plain;

pub(super) fn run(options: Serve) -> Result<(), Failure> {
    let directory = options.store.directory.clone().map_or_else(store::directory, Ok)?;
    let choices = choices(&options, &directory)?;
    let sandbox = match store::open_as(&directory, &choices)? {
        Store::Ours(sandbox) => Arc::new(sandbox),
        Store::Served(server) => {
            let what = format!("the store is already served at {}", server.url);
            return Err(
                Failure::new(Exit::NotReached, what).help("Serve another one with `--store DIR`.")
            );
        }
    };
    let port = options.port.unwrap_or_default();
    hold(sandbox, port, &directory, &|served| {
        output::data(format_args!("export HOUSTON_URL={}", served.url))
    })
}

/// Shows the address of the sandbox, which is served until a signal comes, unless another process serves it.
pub(in crate::commands) fn explore(
    show: &dyn Fn(&str) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let directory = store::directory()?;
    match store::open(&directory)? {
        Store::Served(server) => show(&server.url),
        Store::Ours(sandbox) => hold(Arc::new(sandbox), 0, &directory, &|served| show(&served.url)),
    }
}

/// Serves a sandbox until a signal comes, and tells its address when it answers.
fn hold(
    sandbox: Arc<Sandbox>,
    port: u16,
    directory: &Path,
    tell: &dyn Fn(&Served) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let served = runtime()?.block_on(serve(Arc::clone(&sandbox), port, directory, tell));
    // While this process holds the store, so that it cannot remove the address of another server.
    served::withdraw(directory);
    drop(sandbox);
    served
}

/// The settings of the sandbox, from the options.
fn choices(options: &Serve, directory: &Path) -> Result<Builder, Failure> {
    let mut choices = Sandbox::builder().ledger(0);
    if options.empty {
        if directory.join("houston.redb").exists() {
            let what =
                format!("--empty needs a new store, but there is one in {}", directory.display());
            return Err(Failure::usage(what).help(
                "Remove it with `houston sandbox reset`, or use another one with `--store DIR`.",
            ));
        }
        choices = choices.empty();
    }
    if let Some(path) = &options.seed {
        let unusable = || Failure::usage(format!("cannot use the seed {}", path.display()));
        let text = input::file(path).map_err(|error| unusable().because(error))?;
        let text = input::something(text, "the file").map_err(|why| unusable().detail(why))?;
        choices = choices.seed(&text).map_err(|error| unusable().because(error))?;
    }
    choices = settings::chosen(&options.chosen, choices)?;
    for rule in &options.faults {
        let fault = rule.parse().map_err(|error: InvalidFault| {
            Failure::usage(format!("`{}` is not a valid fault", plain(rule)))
                .because(error)
                .help("See the grammar with `houston sandbox serve --help`.")
        })?;
        choices = choices.fault(fault);
    }
    Ok(choices)
}

/// The reference, made when a browser asks for its first page.
fn pages() -> Pages {
    let reference = OnceLock::new();
    Pages::new(move |path| {
        let loaded =
            || Loaded { schema: Cow::Borrowed(&*SCHEMA), origin: Origin::BuiltIn, platform: None };
        let made = reference.get_or_init(|| Reference::new(loaded()).map(Reference::live).ok());
        let text = made.as_ref()?.file(path)?.ok()?;
        let content_type = match path.rsplit('.').next() {
            Some("css") => "text/css; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            _ => "text/html; charset=utf-8",
        };
        Some(Page { content_type, text })
    })
}

async fn serve(
    sandbox: Arc<Sandbox>,
    port: u16,
    directory: &Path,
    tell: &dyn Fn(&Served) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let unable = |what: &str| Failure::new(Exit::Internal, what);
    // Before the address is written: its reader may stop the server at once.
    let (stopped, _caught) =
        stop_signal().map_err(|error| unable("cannot wait for signals").because(error))?;
    let listener = TcpListener::bind(("127.0.0.1", port)).await.map_err(|error| {
        Failure::usage(format!("cannot listen on port {port}"))
            .because(error)
            .help("Use another port with `--port N`; `--port 0` takes a free one.")
    })?;
    let address =
        listener.local_addr().map_err(|error| unable("cannot find out the port").because(error))?;
    let token = sandbox.administrator_token().to_owned();
    let served = Served { url: format!("http://{address}/v1"), token };
    served::announce(directory, &served)
        .map_err(|error| unable("cannot write the server's files").because(error))?;
    settings::tell(&sandbox)?;
    tell(&served)?;
    if served.token.is_empty() {
        output::note(format_args!(
            "The platform is empty and has no administrator:\n  the first user that is created becomes one"
        ));
    } else {
        output::note(format_args!(
            "The administrator's token is in {0}:\n  export HOUSTON_TOKEN=\"$(cat '{0}')\"",
            token_file(directory).display()
        ));
    }
    tokio::select! {
        ended = sandbox.serve_with(listener, pages()) => ended.map_err(|error| unable("the server failed").because(error)),
        _ = stopped => Ok(()),
        never = memory::give_back() => match never {},
    }
}
