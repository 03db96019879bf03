//! The options of a call and its schema, each of which decides about the other; and the call with a newer schema of its
//! platform.

use clap::Args;
use houston_client::schema::{Operation, Schema};

use crate::argv::Argv;
use crate::failure::Failure;
use crate::failure::stop::Stop;
use crate::input;
use crate::schema::follow::{Reason, renew};
use crate::schema::{BuiltIn, Loaded, of, say};
use crate::settings::options::{Options, Reader};

/// Runs a call with its options and the schema of its platform. The schema is pulled first if that is due, and again if a
/// name is unknown: then the call runs once more, if the schema is another one.
///
/// A call that sends nothing, such as one for help, pulls nothing, and says which schema it uses.
///
/// # Errors
///
/// Fails as [`chosen`] and `run` do, and if the platform cannot be reached.
pub(crate) fn following<A: Args + Into<Options>>(
    built_in: BuiltIn,
    called: &str,
    argv: Argv,
    operation: impl Fn(&Schema) -> Option<&Operation>,
    run: impl Fn(&Options, &Loaded, Argv) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let choose = || {
        let mut words = argv.clone();
        let (options, loaded) = chosen::<A>(built_in, called, &mut words, &operation)?;
        Ok::<_, Stop>((options, loaded, words))
    };
    let (mut options, mut loaded, mut words) = choose()?;
    let Some(platform) = loaded.platform.clone() else { return run(&options, &loaded, words) };
    if argv.asks_for_help() || !sends(&options) {
        say(&loaded);
        return run(&options, &loaded, words);
    }
    let of_call = |failure: Failure| failure.about(called);
    if renew(&platform, &options, Reason::Call).map_err(of_call)? {
        (options, loaded, words) = choose()?;
    }
    match run(&options, &loaded, words) {
        Err(Stop::Failed(failure)) if failure.is_about_names() => {
            // What is wrong with the call itself is told first.
            if !matches!(renew(&platform, &options, Reason::Mismatch), Ok(true)) {
                return Err(failure.into());
            }
            if input::is_stdin_used() {
                return Err(failure.first("The schema has changed: run it again.").into());
            }
            let (options, loaded, words) = choose()?;
            run(&options, &loaded, words)
        }
        ended => ended,
    }
}

/// Whether a call with these options sends something.
fn sends(options: &Options) -> bool {
    let is_plan = options.rows.rows.is_some() && !options.offline;
    !options.running.curl && (!options.running.dry_run || is_plan)
}

/// The schema for a document, which `fits` checks: pulled first if that is due, and again if the document does not fit.
/// Returns the check.
///
/// # Errors
///
/// Fails as [`of`] does, and if the platform cannot be reached.
pub(crate) fn for_document<T, E>(
    built_in: BuiltIn,
    options: &Options,
    helps: bool,
    fits: impl Fn(&Loaded) -> Result<Result<T, E>, Failure>,
) -> Result<(Loaded, Result<T, E>), Failure> {
    let mut loaded = of(built_in, options)?;
    let Some(platform) = loaded.platform.clone() else {
        let checked = fits(&loaded)?;
        return Ok((loaded, checked));
    };
    if helps || !sends(options) {
        say(&loaded);
    } else if renew(&platform, options, Reason::Call)? {
        loaded = of(built_in, options)?;
    }
    let checked = fits(&loaded)?;
    let is_due = checked.is_err() && !helps && sends(options);
    if is_due && matches!(renew(&platform, options, Reason::Mismatch), Ok(true)) {
        loaded = of(built_in, options)?;
        let checked = fits(&loaded)?;
        return Ok((loaded, checked));
    }
    Ok((loaded, checked))
}

/// The options of the command `called`, and its schema. The options in front of the name choose a schema, which
/// decides which flags behind the name are arguments of the operation.
///
/// # Errors
///
/// Fails if the options conflict, or if [`of`] fails.
fn chosen<A: Args + Into<Options>>(
    built_in: BuiltIn,
    called: &str,
    argv: &mut Argv,
    operation: impl Fn(&Schema) -> Option<&Operation>,
) -> Result<(Options, Loaded), Stop> {
    let mut reader = Reader::<A>::new(called);
    let front = reader.read(argv.front())?.into();
    let loaded = of(built_in, &front)?;
    let words = argv.clone();
    if let Some(operation) = operation(&loaded.schema) {
        argv.shadow(operation);
    }
    let all: Options = match argv.has_options_behind() {
        true => reader.read(&argv.options())?.into(),
        false => front.clone(),
    };
    if all.has_schema_of(&front) {
        return Ok((all.checked()?, loaded));
    }
    // Options behind the name choose another schema, which decides alone about all of them.
    let loaded = of(built_in, &all)?;
    *argv = words;
    if let Some(operation) = operation(&loaded.schema) {
        argv.shadow(operation);
    }
    let rest: Options = reader.read(&argv.options())?.into();
    if !rest.has_schema_of(&all) && !argv.is_ambiguous() {
        let what = "the options behind the name choose a schema in which they mean something else";
        let failure = Failure::usage(what).help("Write these options in front of the name.");
        return Err(failure.into());
    }
    Ok((rest.checked()?, loaded))
}
