//! Which schema a call uses: the built-in one, one that was pulled from its platform, or a file.

pub(crate) mod access;
pub(crate) mod cache;
mod changed;
pub(crate) mod choice;
pub(crate) mod chosen;
#[cfg(test)]
pub(crate) mod fixture;
pub(crate) mod follow;
pub(crate) mod introspect;
pub(crate) mod live;
pub(crate) mod names;
pub(crate) mod repeats;
pub(crate) mod versions;
pub(crate) mod waits;

use std::borrow::Cow;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use houston_client::schema::Schema;
use houston_codegen::diff::Report;
use houston_codegen::introspection;
use houston_codegen::model::{Model, Sources};
use houston_codegen::{Diagnostics, Preset, Source};

use crate::failure::Failure;
use crate::schema::cache::{About, Head};
use crate::schema::choice::{Choice, Place};
use crate::settings::files;
use crate::settings::options::Options;
use crate::terminal::output;
use crate::terminal::text::{plain, short};

/// The built-in schema, which is read when it is used first.
pub(crate) type BuiltIn = &'static dyn Deref<Target = Schema>;

/// A schema, and where it comes from.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) schema: Cow<'static, Schema>,
    pub(crate) origin: Origin,
    /// The platform with what was known about its schema, if its schema is used wherever it is known.
    pub(crate) platform: Option<(Place, Head)>,
}

/// Where a schema comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    BuiltIn,
    File(PathBuf),
    /// Pulled from this platform.
    Pulled(Place, About),
}

impl Origin {
    /// Where it comes from, in words.
    pub(crate) fn words(&self) -> String {
        match self {
            Origin::BuiltIn => "the built-in schema".to_owned(),
            Origin::File(path) => format!("the schema in {}", plain(&path.to_string_lossy())),
            Origin::Pulled(place, about) => {
                format!("the schema of {} ({})", place.words(), about.words())
            }
        }
    }
}

/// Loads the schema that a call's options choose.
///
/// # Errors
///
/// Fails if the schema cannot be read or is not valid, and as [`Choice::of`] does.
pub(crate) fn of(built_in: BuiltIn, options: &Options) -> Result<Loaded, Failure> {
    match Choice::of(options)? {
        Choice::BuiltIn => {
            let schema = Cow::Borrowed(&**built_in);
            Ok(Loaded { schema, origin: Origin::BuiltIn, platform: None })
        }
        Choice::File(path) => of_file(path),
        Choice::Platform(place) => of_platform(built_in, place),
    }
}

/// The schema that was pulled from a platform, or the built-in one.
fn of_platform(built_in: BuiltIn, place: Place) -> Result<Loaded, Failure> {
    let (head, schema) = match cache::of_call(&place) {
        (head, Some(table)) => (head, Cow::Owned(table)),
        _ => {
            let kept = cache::read(&place);
            let (Some(about), Some(sdl)) = (&kept.head.about, kept.sdl()) else {
                let (schema, platform) = (Cow::Borrowed(&**built_in), Some((place, kept.head)));
                return Ok(Loaded { schema, origin: Origin::BuiltIn, platform });
            };
            let table = table_of(sdl, about)
                .map_err(|failure| failure.help("Pull it again with `houston schema pull`."))?;
            // Without it, the next call makes the table again.
            let _ = cache::keep(&place, kept.head.clone(), Some((sdl, &table)));
            (kept.head, Cow::Owned(table))
        }
    };
    let origin = Origin::Pulled(place.clone(), head.about.clone().unwrap_or_default());
    Ok(Loaded { schema, origin, platform: Some((place, head)) })
}

/// The table of a pulled schema.
///
/// # Errors
///
/// Fails if the schema is not valid.
pub(crate) fn table_of(sdl: &str, about: &About) -> Result<Schema, Failure> {
    let model = model(sdl, "the pulled schema", about.version.as_deref())?;
    Ok(of_version(model, about.version.clone()))
}

/// The table of a model, with its version. Empty values are doubted where servers of early lines were examined, so not after the
/// built-in line.
fn of_version(mut model: Model, version: Option<String>) -> Schema {
    let line = |version: &str| -> Option<(u32, u32)> {
        let mut numbers = version.split(|letter: char| !letter.is_ascii_digit());
        Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
    };
    let is_later = version.as_deref().and_then(line)
        > houston_client::SCHEMA.version.as_deref().and_then(line);
    for field in model.types.iter_mut().flat_map(|ty| &mut ty.fields).filter(|_| is_later) {
        field.row.doubt = None;
    }
    model.version = version;
    model.table()
}

fn of_file(path: PathBuf) -> Result<Loaded, Failure> {
    let text = text(&path)?;
    let model = model(&text, &path.to_string_lossy(), None)?;
    // The version in the overlay belongs to the built-in schema.
    let version = introspection::platform_version(&text).map(plain);
    let schema = of_version(model, version);
    Ok(Loaded { schema: Cow::Owned(schema), origin: Origin::File(path), platform: None })
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

/// Builds the model of a schema, with what is known of its names. Its text may record the version.
///
/// # Errors
///
/// Fails if the schema is not valid.
fn model(text: &str, name: &str, version: Option<&str>) -> Result<Model, Failure> {
    let sources = Sources::schema(Source::new(name, text));
    let sources = Sources {
        preset: Some(Preset::Houston),
        version: version.or(sources.version),
        // Servers run schemas that break rules of the specification.
        allow_duplicates: true,
        ..sources
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
    let (old, new) = (model(old.1, old.0, None)?, model(new.1, new.0, None)?);
    // Stale entries concern only the maintainers of the overlay.
    Ok(Report::compare(&old, &new, Diagnostics::default()))
}

/// The origin of the schema that was pulled from a platform, if any.
pub(crate) fn pulled_from(place: &Place) -> Option<Origin> {
    let about = cache::read(place).head.about;
    about.map(|about| Origin::Pulled(place.clone(), about))
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
        Origin::Pulled(place, _) => {
            let kept = cache::read(place);
            let gone = || {
                let what = format!("the schema of {} no longer exists", place.words());
                Failure::usage(what)
            };
            kept.sdl().map(str::to_owned).ok_or_else(gone)
        }
    }
}

/// The model of a schema, which also has the names of generated code.
///
/// # Errors
///
/// Fails if the schema can no longer be read.
pub(crate) fn model_of(origin: &Origin) -> Result<Model, Failure> {
    let version = match origin {
        Origin::Pulled(_, about) => about.version.as_deref(),
        _ => None,
    };
    model(&text_of(origin)?, &origin.words(), version)
}

/// The facts that do not fit a schema, each with its place: calls do without them.
///
/// # Errors
///
/// Fails if the schema can no longer be read.
pub(crate) fn left_out(origin: &Origin) -> Result<Vec<String>, Failure> {
    if *origin == Origin::BuiltIn {
        return Ok(Vec::new());
    }
    let model = model_of(origin)?;
    let line = |one: &houston_codegen::Diagnostic| {
        format!("{}:{}: {}", one.file, one.line, plain(&one.message))
    };
    Ok(model.left_out.iter().map(line).collect())
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

/// Notes on stderr which schema is used, unless it is the built-in one and no platform has another.
pub(crate) fn say(loaded: &Loaded) {
    match (&loaded.origin, &loaded.platform) {
        (Origin::BuiltIn, Some((place, head))) if !place.is_sandbox() => {
            let why = match &head.failed {
                Some(failed) => format!("does not return its own: {}", plain(&failed.why)),
                None => "was not asked for its own yet".to_owned(),
            };
            output::note(format_args!(
                "note: using the built-in schema of Houston {}: {} {why}",
                loaded.schema.version.as_deref().unwrap_or_default(),
                place.words()
            ));
        }
        (Origin::BuiltIn, _) => {}
        _ => output::note(format_args!("note: using {}", loaded.origin.words())),
    }
}
