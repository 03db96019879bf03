//! Which schema a call goes by: the one that is built in, one that was pulled from the profile's server, or a file.

pub(crate) mod access;
#[cfg(test)]
pub(crate) mod fixture;
pub(crate) mod history;
pub(crate) mod introspect;
pub(crate) mod names;
mod pulled;

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use houston_client::schema::{Operation, Schema};
use houston_codegen::diff::Report;
use houston_codegen::introspection;
use houston_codegen::model::{Model, Sources};
use houston_codegen::{Diagnostics, Source};

use crate::argv::Argv;
use crate::failure::Failure;
use crate::failure::stop::Stop;
use crate::settings::files;
use crate::settings::options::{self, Options};
use crate::settings::target::Target;
use crate::terminal::output;
use crate::terminal::text::{plain, short};

pub(crate) use pulled::{About, forget, keep, path};

/// A schema, and where it is from.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) schema: Cow<'static, Schema>,
    pub(crate) origin: Origin,
}

/// Where a schema is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    BuiltIn,
    File(PathBuf),
    /// It was pulled from the server of the profile of this name.
    Pulled(String, About),
}

impl Origin {
    /// Where it is from, in words.
    pub(crate) fn words(&self) -> String {
        match self {
            Origin::BuiltIn => "the schema that is built in".to_owned(),
            Origin::File(path) => format!("the schema of {}", plain(&path.to_string_lossy())),
            Origin::Pulled(profile, about) => {
                format!("the schema of profile {profile}: {}", about.words())
            }
        }
    }
}

/// What a profile says instead of a file.
pub(crate) const BUILT_IN: &str = "built-in";
/// The one that was pulled for it.
pub(crate) const PULLED: &str = "pulled";

/// What a profile goes by that does not say it.
pub(crate) fn usual(profile: &str) -> &'static str {
    let is_pulled = path(profile).is_some_and(|path| path.exists());
    if is_pulled { PULLED } else { BUILT_IN }
}

/// The schema that a call's options ask for.
///
/// # Errors
///
/// When it cannot be read, or is none. What else is wrong with the configuration is no reason: the schema that is built
/// in does then.
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
                let (model, _) = model(&text, "the pulled schema").map_err(|failure| {
                    failure.help(format!("`houston schema pull --profile {name}` gets it again"))
                })?;
                let schema = Schema { version: about.version.clone(), ..model.table() };
                Ok(Loaded { schema: Cow::Owned(schema), origin: Origin::Pulled(name, about) })
            }
        },
    }
}

fn of_file(path: PathBuf) -> Result<Loaded, Failure> {
    let (model, _) = model(&text(&path)?, &path.to_string_lossy())?;
    // The overlay's version is that of the schema that is built in.
    let schema = Schema { version: None, ..model.table() };
    Ok(Loaded { schema: Cow::Owned(schema), origin: Origin::File(path) })
}

/// Reads a file with a schema: text of GraphQL, or JSON of introspection.
///
/// # Errors
///
/// When it cannot be read, or is no answer to introspection. Whether it is a schema is not asked.
fn text(path: &Path) -> Result<String, Failure> {
    let unusable =
        || Failure::usage(format!("the schema {} cannot be read", plain(&path.to_string_lossy())));
    let text = files::read(path).map_err(|error| unusable().because(error))?;
    let text = text.ok_or_else(|| unusable().detail("there is no such file"))?;
    if !introspection::is_json(&text) {
        return Ok(text);
    }
    let name = path.to_string_lossy();
    let document = introspection::parse(&Source::new(&name, &text))
        .map_err(|diagnostics| refused(unusable(), &diagnostics))?;
    Ok(introspection::sdl(&document))
}

/// The model of a schema, with what the overlay knows of its names; and what it knows of names that are not there.
///
/// # Errors
///
/// When it is no schema.
fn model(text: &str, name: &str) -> Result<(Model, Diagnostics), Failure> {
    let beside = |name, text| Some(Source::new(name, text));
    let sources = Sources {
        overlay: beside("overlay.toml", houston_schema::OVERLAY),
        permissions: beside("permissions.toml", houston_schema::PERMISSIONS),
        // A published schema may have what the specification forbids; a server that runs it does not mind.
        allow_duplicates: true,
        ..Sources::schema(Source::new(name, text))
    };
    let what = format!("{}: the schema cannot be used", short(name));
    Model::with_stale(&sources).map_err(|diagnostics| refused(Failure::usage(what), &diagnostics))
}

/// What changed between two schemas, each with what it is called.
///
/// # Errors
///
/// When one of them is none.
pub(crate) fn compare(old: (&str, &str), new: (&str, &str)) -> Result<Report, Failure> {
    let (old, _) = model(old.1, old.0)?;
    let (new, _) = model(new.1, new.0)?;
    // What the overlay has beyond the schema is for those who keep the overlay.
    Ok(Report::compare(&old, &new, Diagnostics::default()))
}

/// Where the schema is from that was pulled for a profile, if one was.
///
/// # Errors
///
/// When it cannot be read.
pub(crate) fn pulled_for(profile: &str) -> Result<Option<Origin>, Failure> {
    let pulled = pulled::read(profile)?;
    Ok(pulled.map(|(_, about)| Origin::Pulled(profile.to_owned(), about)))
}

/// The text of a schema.
///
/// # Errors
///
/// When it cannot be read any more.
pub(crate) fn text_of(origin: &Origin) -> Result<String, Failure> {
    match origin {
        Origin::BuiltIn => Ok(houston_schema::SDL.to_owned()),
        Origin::File(path) => text(path),
        Origin::Pulled(profile, _) => {
            let gone = || Failure::usage(format!("the schema of profile {profile} is gone"));
            Ok(pulled::read(profile)?.ok_or_else(gone)?.0)
        }
    }
}

/// Adds the first of what is wrong.
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

/// Says on stderr what schema something is shown of, unless it is the one that is built in.
pub(crate) fn say(loaded: &Loaded) {
    if loaded.origin != Origin::BuiltIn {
        output::note(format_args!("note: by {}", loaded.origin.words()));
    }
}

/// The options of a call of an operation, and the schema that it goes by. The schema that the options in front of the
/// name ask for says which of those behind it are arguments of the operation.
///
/// # Errors
///
/// When the options do not fit together, and those of [`of`].
pub(crate) fn chosen(
    built_in: &'static Schema,
    argv: &mut Argv,
    operation: impl FnOnce(&Schema) -> Option<&Operation>,
) -> Result<(Options, Loaded), Stop> {
    let front: Options = options::read(argv.front().to_vec())?;
    let loaded = of(built_in, &front)?;
    if let Some(operation) = operation(&loaded.schema) {
        argv.shadow(operation);
    }
    let all: Options = match argv.has_options_behind() {
        true => options::read(argv.options())?,
        false => front.clone(),
    };
    let loaded = if all.has_schema_of(&front) { loaded } else { of(built_in, &all)? };
    Ok((all.checked()?, loaded))
}
