//! `houston explore`: the reference in a browser, with forms for the sandbox.

use std::process::{Command, Stdio};

use clap::Args;

use crate::failure::Failure;
use crate::pages::{Reference, directory};
use crate::schema::choice::Place;
use crate::schema::{self, BuiltIn};
use crate::settings::endpoint::Endpoint;
use crate::settings::options::{Options, SchemaChoice};
use crate::settings::state;
use crate::settings::target::Target;
use crate::terminal::output;
use crate::terminal::text::plain;

/// Open the API reference in a browser, and try operations in the sandbox
#[derive(Args)]
#[command(
    after_help = "Without a platform, or with --sandbox, it serves the sandbox until interrupted, unless it is served\n\
                  already. With a platform, it shows the reference of its schema, and runs nothing.\n\
                  BROWSER names another browser than the system's."
)]
pub(crate) struct Explore {
    /// Use the sandbox, whatever platform is set
    #[arg(long)]
    sandbox: bool,
    /// Print the address without opening a browser
    #[arg(long)]
    no_browser: bool,
    #[command(flatten)]
    schema: SchemaChoice,
}

pub(crate) fn run(built_in: BuiltIn, explore: Explore) -> Result<(), Failure> {
    let mut options = Options::from(explore.schema);
    options.platform.sandbox = explore.sandbox;
    let target = Target::of(&options)?;
    let show = move |address: &str| {
        output::data(plain(address))?;
        if !explore.no_browser {
            open(address);
        }
        Ok(())
    };
    match &target.endpoint {
        Some(Endpoint::Url(_)) => {}
        #[cfg(feature = "sandbox")]
        None | Some(Endpoint::Sandbox) => return super::sandbox::serve::explore(&show),
        #[cfg(not(feature = "sandbox"))]
        None | Some(Endpoint::Sandbox) => return Err(crate::sandbox::missing()),
    }
    let place = Place::of(&target);
    let loaded = schema::of(built_in, &options)?;
    schema::say(&loaded);
    let name = place.as_ref().and_then(|place| place.path.file_stem());
    let folder = state::directory("the reference")?.join("reference");
    let folder = folder.join(name.unwrap_or("schema".as_ref()));
    directory::write(&folder, Reference::new(loaded)?.files())?;
    show(&folder.join("index.html").to_string_lossy())
}

/// Opens an address in the browser that BROWSER names, or else in that of the system.
fn open(address: &str) {
    let own = std::env::var("BROWSER").ok().filter(|own| !own.is_empty());
    let system = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    let mut command = Command::new(own.as_deref().unwrap_or(system));
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Err(error) = command.spawn() {
        output::note(format_args!(
            "note: cannot open a browser ({error}); open the address yourself"
        ));
    }
}
