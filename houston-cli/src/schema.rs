//! Which schema a call uses: the built-in one, one that was pulled from the profile's server, or a file.

pub(crate) mod access;
#[cfg(test)]
pub(crate) mod fixture;
pub(crate) mod history;
pub(crate) mod introspect;
pub(crate) mod live;
pub(crate) mod names;
mod pulled;
pub(crate) mod repeats;
pub(crate) mod waits;

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use clap::Args;
use houston_client::schema::{Operation, Schema};
use houston_codegen::diff::Report;
use houston_codegen::introspection;
use houston_codegen::model::{Model, Sources};
use houston_codegen::{Diagnostics, Preset, Source};
use houston_schema::row;

use crate::argv::Argv;
use crate::failure::Failure;
use crate::failure::stop::Stop;
use crate::settings::files;
use crate::settings::options::{self, Options};
use crate::settings::target::Target;
use crate::terminal::output;
use crate::terminal::text::{plain, short};

pub(crate) use pulled::{About, forget, keep, path};

/// A schema, and where it comes from.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) schema: Cow<'static, Schema>,
    pub(crate) origin: Origin,
}

/// Where a schema comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    BuiltIn,
    File(PathBuf),
    /// Pulled from the server of the profile of this name.
    Pulled(String, About),
}

impl Origin {
    /// Where it comes from, in words.
    pub(crate) fn words(&self) -> String {
        match self {
            Origin::BuiltIn => "the built-in schema".to_owned(),
            Origin::File(path) => format!("the schema in {}", plain(&path.to_string_lossy())),
            Origin::Pulled(profile, about) => {
                format!("the schema of profile {profile} ({})", about.words())
            }
        }
    }
}

/// The word for the built-in schema, in place of a file.
pub(crate) const BUILT_IN: &str = "built-in";
/// The word for the schema that was pulled for a profile.
pub(crate) const PULLED: &str = "pulled";

/// The schema of a profile that does not choose one.
pub(crate) fn usual(profile: &str) -> &'static str {
    let is_pulled = path(profile).is_some_and(|path| path.exists());
    if is_pulled { PULLED } else { BUILT_IN }
}

/// Loads the schema that a call's options choose.
///
/// # Errors
///
/// Fails if the schema cannot be read or is not valid. Any other problem of the configuration leads to the built-in
/// schema, unless the options name a profile.
pub(crate) fn of(built_in: &'static Schema, options: &Options) -> Result<Loaded, Failure> {
    if let Some(path) = &options.schema.file {
        return of_file(path.clone());
    }
    let profile = match (Target::of(options), &options.platform.profile.name) {
        (Ok(target), _) => target.profile,
        (Err(failure), Some(_)) => return Err(failure),
        (Err(_), None) => None,
    };
    let built_in = Loaded { schema: Cow::Borrowed(built_in), origin: Origin::BuiltIn };
    let Some((name, profile)) = profile else { return Ok(built_in) };
    match profile.schema.as_deref() {
        Some(BUILT_IN) => Ok(built_in),
        Some(path) => of_file(PathBuf::from(path)),
        None => match pulled::read(&name)? {
            None => Ok(built_in),
            Some((text, about)) => {
                let model = model(&text, "the pulled schema").map_err(|failure| {
                    failure
                        .help(format!("Pull it again with `houston schema pull --profile {name}`."))
                })?;
                let schema = row!(Schema { version: about.version.clone(), ..model.table() });
                Ok(Loaded { schema: Cow::Owned(schema), origin: Origin::Pulled(name, about) })
            }
        },
    }
}

fn of_file(path: PathBuf) -> Result<Loaded, Failure> {
    let model = model(&text(&path)?, &path.to_string_lossy())?;
    // The version in the overlay belongs to the built-in schema.
    let schema = row!(Schema { version: None, ..model.table() });
    Ok(Loaded { schema: Cow::Owned(schema), origin: Origin::File(path) })
}

/// Reads a schema file: GraphQL text, or introspection JSON.
///
/// # Errors
///
/// Fails if it cannot be read, or if its JSON is not an introspection result. Does not check that the schema is valid.
fn text(path: &Path) -> Result<String, Failure> {
    let unusable =
        || Failure::usage(format!("cannot read the schema {}", plain(&path.to_string_lossy())));
    let text = files::read(path).map_err(|error| unusable().because(error))?;
    let text = text.ok_or_else(|| unusable().detail("the file does not exist"))?;
    if !introspection::is_json(&text) {
        return Ok(text);
    }
    let name = path.to_string_lossy();
    let document = introspection::parse(&Source::new(&name, &text))
        .map_err(|diagnostics| refused(unusable(), &diagnostics))?;
    Ok(introspection::sdl(&document))
}

/// Builds the model of a schema, with the facts about those of its parts that Houston 0.23 also has.
///
/// # Errors
///
/// Fails if the schema is not valid.
fn model(text: &str, name: &str) -> Result<Model, Failure> {
    let sources = Sources {
        preset: Some(Preset::Houston),
        // Servers run schemas that break rules of the specification.
        allow_duplicates: true,
        ..Sources::schema(Source::new(name, text))
    };
    let what = format!("cannot use {}: the schema is not valid", short(name));
    let model = Model::new(&sources);
    let model = model.map_err(|diagnostics| refused(Failure::usage(&*what), &diagnostics))?;
    let mut counts = model.operations.iter().map(|one| (&one.row.name, one.field.arguments.len()));
    match counts.find(|(_, count)| *count > MOST_ARGUMENTS) {
        Some((name, count)) => Err(Failure::usage(what)
            .detail(format!("{} has {count} arguments, more than {MOST_ARGUMENTS}", short(name)))),
        None => Ok(model),
    }
}

/// The most arguments of an operation: each one is compared with all others to find its flag.
const MOST_ARGUMENTS: usize = 1_000;

/// Compares two schemas, each given with its name.
///
/// # Errors
///
/// Fails if one of them is not valid.
pub(crate) fn compare(old: (&str, &str), new: (&str, &str)) -> Result<Report, Failure> {
    let (old, new) = (model(old.1, old.0)?, model(new.1, new.0)?);
    // Stale entries concern only the maintainers of the overlay.
    Ok(Report::compare(&old, &new, Diagnostics::default()))
}

/// The origin of the schema that was pulled for a profile, if any.
///
/// # Errors
///
/// Fails if the schema cannot be read.
pub(crate) fn pulled_for(profile: &str) -> Result<Option<Origin>, Failure> {
    let pulled = pulled::read(profile)?;
    Ok(pulled.map(|(_, about)| Origin::Pulled(profile.to_owned(), about)))
}

/// Reads the text of a schema.
///
/// # Errors
///
/// Fails if it can no longer be read.
pub(crate) fn text_of(origin: &Origin) -> Result<String, Failure> {
    match origin {
        Origin::BuiltIn => Ok(houston_schema::SDL.to_owned()),
        Origin::File(path) => text(path),
        Origin::Pulled(profile, _) => {
            let gone =
                || Failure::usage(format!("the schema of profile {profile} no longer exists"));
            Ok(pulled::read(profile)?.ok_or_else(gone)?.0)
        }
    }
}

/// Adds the first diagnostics to a failure.
fn refused(failure: Failure, diagnostics: &Diagnostics) -> Failure {
    const SHOWN: usize = 3;
    let line = |diagnostic: &houston_codegen::Diagnostic| {
        format!("line {}: {}", diagnostic.line, plain(&diagnostic.message))
    };
    let shown = failure.details(diagnostics.0.iter().take(SHOWN).map(line));
    match diagnostics.0.len().saturating_sub(SHOWN) {
        0 => shown,
        more => shown.detail(format!("and {more} more")),
    }
}

/// Notes on stderr which schema is used, unless it is the built-in one.
pub(crate) fn say(loaded: &Loaded) {
    if loaded.origin != Origin::BuiltIn {
        output::note(format_args!("note: using {}", loaded.origin.words()));
    }
}

/// The options of the command `called`, and its schema. The options in front of the name choose a schema, which
/// decides which flags behind the name are arguments of the operation.
///
/// # Errors
///
/// Fails if the options conflict, or if [`of`] fails.
pub(crate) fn chosen<A: Args + Into<Options>>(
    built_in: &'static Schema,
    called: &str,
    argv: &mut Argv,
    operation: impl Fn(&Schema) -> Option<&Operation>,
) -> Result<(Options, Loaded), Stop> {
    let front = options::read::<A>(called, argv.front().to_vec())?.into();
    let loaded = of(built_in, &front)?;
    if let Some(operation) = operation(&loaded.schema) {
        argv.shadow(operation);
    }
    let all: Options = match argv.has_options_behind() {
        true => options::read::<A>(called, argv.options())?.into(),
        false => front.clone(),
    };
    if all.has_schema_of(&front) {
        return Ok((all.checked()?, loaded));
    }
    // Options behind the name choose another schema, which may have arguments of their names.
    let loaded = of(built_in, &all)?;
    let is_changed = operation(&loaded.schema).is_some_and(|operation| argv.shadow(operation));
    if !is_changed {
        return Ok((all.checked()?, loaded));
    }
    let rest: Options = options::read::<A>(called, argv.options())?.into();
    if !rest.has_schema_of(&all) {
        let what = "the options behind the name choose a schema in which they are arguments";
        let failure = Failure::usage(what).help("Write these options in front of the name.");
        return Err(failure.into());
    }
    Ok((rest.checked()?, loaded))
}
