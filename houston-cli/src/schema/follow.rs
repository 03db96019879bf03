//! Pulling the schema of a platform: when it is due, and what is said of it.

use std::time::{Duration, Instant};

use houston_client::SCHEMA;
use houston_client::schema::{Operation, Schema};
use houston_codegen::introspection;
use houston_schema::text::duration;
use jiff::{SignedDuration, Timestamp};

use crate::call::connection::Connection;
use crate::call::runtime;
use crate::failure::{Exit, Failure};
use crate::schema::cache::{self, About, Failed, Head, Kept};
use crate::schema::changed;
use crate::schema::choice::{Choice, Place};
use crate::schema::introspect::{self, Missed, Until};
use crate::schema::{table_of, versions};
use crate::settings::options::{Options, ProfileName};
use crate::settings::target::Target;
use crate::settings::token::source::{self, SignedIn};
use crate::settings::{environment, files};
use crate::terminal::output;
use crate::terminal::text::plain;

/// The most time for a pull that was not asked for. It is longer than that for connecting.
const PATIENCE: Duration = Duration::from_secs(15);

/// The usual time for connecting.
const CONNECTING: Duration = Duration::from_secs(10);

const HOUR: SignedDuration = SignedDuration::from_hours(1);
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Why a schema may be due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// A call begins.
    Call,
    /// A name is unknown, or the server refused the document.
    Mismatch,
}

/// A schema that a platform returned.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) sdl: String,
    pub(crate) about: About,
    pub(crate) schema: Schema,
}

impl Answer {
    /// The platform's version, and how many operations it has: `Houston 2.1.0: 118 operations, 42 of them not in 0.23`.
    pub(crate) fn words(&self) -> String {
        let ours = |one: &&Operation| SCHEMA.operation_of(one.kind, &one.name).is_some();
        let all = self.schema.operations.len();
        let new = all - self.schema.operations.iter().filter(ours).count();
        let version = SCHEMA.version.as_deref().unwrap_or_default();
        let new = match new {
            0 => format!("all of them also in {version}"),
            new => format!("{new} of them not in {version}"),
        };
        format!("{}: {all} operations, {new}", self.about.platform())
    }
}

/// Asks a platform for its schema.
///
/// # Errors
///
/// Fails if it cannot be reached, or returns no schema that can be used.
pub(crate) async fn ask(connection: &Connection) -> Result<Answer, Missed> {
    let introspected = introspect::ask(connection).await?;
    let now = Timestamp::now();
    let about = About {
        version: introspected.version,
        date: now.round(jiff::Unit::Second).unwrap_or(now).to_string(),
        level: introspected.level.to_string(),
    };
    let sdl = introspection::sdl(&introspected.document);
    match table_of(&sdl, &about) {
        Ok(schema) => Ok(Answer { sdl, about, schema }),
        Err(failure) => Err(Missed { failure, until: Until::Day }),
    }
}

/// Keeps a schema that a platform returned.
///
/// # Errors
///
/// Fails if it cannot be written.
pub(crate) fn keep(place: &Place, answer: &Answer) -> Result<(), Failure> {
    let (about, asked) = (Some(answer.about.clone()), Timestamp::now().as_second());
    let head = Head { about, asked, ..Head::default() };
    cache::keep(place, head, Some((&answer.sdl, &answer.schema)))
}

/// Pulls the schema of a platform, if that is due by what was known when the call began, and returns whether there is
/// another one now. The connection stays for the call.
///
/// # Errors
///
/// Fails if the platform cannot be reached, or a setting of the call cannot be used: the call would fail the same.
pub(crate) fn renew(
    (place, known): &(Place, Head),
    options: &Options,
    reason: Reason,
) -> Result<bool, Failure> {
    // Most calls end here, without a look at the token.
    if options.offline || place.is_sandbox() || !is_due(known, true, reason) {
        return Ok(false);
    }
    let target = Target::of(options)?;
    let has_token = source::source(&target, options).is_some();
    if !is_due(known, has_token, reason) {
        return Ok(false);
    }
    let connection = Connection::open(&target, options)?;
    let started = Instant::now();
    let renewed = renew_over(&connection, (place, known), options, reason)?;
    let is_newer = matches!(renewed, Renewed::Newer);
    // A connection that cost time is not made twice.
    let (attempts, failure) = match renewed {
        Renewed::Unreached(failure) => (1, Some(failure)),
        Renewed::Newer | Renewed::Same => (0, None),
    };
    match (connection.after(attempts, started.elapsed(), options), failure) {
        (None, Some(failure)) => return Err(failure.detail("Nothing was sent.")),
        (None, None) => {}
        (Some(connection), _) => connection.leave(&target),
    }
    Ok(is_newer)
}

/// What became of a schema that was due.
enum Renewed {
    /// It is another one now.
    Newer,
    Same,
    /// The platform was not reached, after some time.
    Unreached(Failure),
}

/// Pulls the schema after the server has refused the document of an operation, if that is due, and adds what is new to the
/// failure. The call is not sent again.
///
/// # Errors
///
/// Returns the failure unchanged if the schema is the same.
pub(crate) fn after_refusal(
    target: &Target,
    options: &Options,
    signed_in: &SignedIn,
    (schema, operation): (&Schema, &Operation),
    failure: Failure,
) -> Result<Failure, Failure> {
    let Some(newer) = newer(target, options, signed_in) else { return Err(failure) };
    let (kind, name) = (operation.kind, plain(&operation.name));
    Ok(match newer.operation_of(kind, &operation.name) {
        Some(after) => failure
            .detail("The platform's schema was pulled again, and calls use it from now on.")
            .details(changed::lines(schema, &newer, operation, after))
            .help(format!(
                "See what it takes with `houston describe {name}`, and run the call again."
            )),
        None => {
            let failure = failure.detail(format!(
                "The platform's schema was pulled again, and has no {} {name}.",
                kind.keyword()
            ));
            versions::in_its_place(&newer, &operation.name)
                .into_iter()
                .fold(failure, Failure::help)
                .help("`houston list` shows what it has.")
        }
    })
}

/// The schema of the platform, if it was due and differs from the one that was used.
fn newer(target: &Target, options: &Options, signed_in: &SignedIn) -> Option<Schema> {
    let Ok(Choice::Platform(place)) = Choice::of(options) else { return None };
    let has_token = matches!(signed_in, SignedIn::Yes(..));
    let known = cache::read(&place).head;
    let is_due = is_due(&known, has_token, Reason::Mismatch);
    if options.offline || place.is_sandbox() || !is_due {
        return None;
    }
    let connection = Connection::to(target, options, signed_in.clone()).ok()?;
    let renewed = renew_over(&connection, (&place, &known), options, Reason::Mismatch);
    let is_newer = matches!(renewed, Ok(Renewed::Newer));
    is_newer.then(|| cache::read(&place).table()).flatten()
}

fn renew_over(
    connection: &Connection,
    (place, known): (&Place, &Head),
    options: &Options,
    reason: Reason,
) -> Result<Renewed, Failure> {
    let _lock = match files::lock(&place.path) {
        Ok(lock) => lock,
        Err(error) => {
            cannot_keep(place, &format!("{}: {error}", place.path.display()));
            return Ok(Renewed::Same);
        }
    };
    // Another process may have pulled it meanwhile.
    let kept = cache::read(place);
    let has_token = matches!(connection.signed_in, SignedIn::Yes(..));
    if !is_due(&kept.head, has_token, reason) {
        let is_newer = kept.head.about.is_some() && kept.head.about != known.about;
        return Ok(if is_newer { Renewed::Newer } else { Renewed::Same });
    }
    // The rest is for the call.
    let patience = options.network.timeout.map_or(PATIENCE, |whole| (whole / 2).min(PATIENCE));
    let asked = runtime::read(async { tokio::time::timeout(patience, ask(connection)).await })?;
    let missed = match asked {
        Ok(Ok(answer)) => {
            if let Err(failure) = keep(place, &answer) {
                cannot_keep(place, &failure.parts().0);
                return Ok(Renewed::Same);
            }
            let is_new = kept.sdl() != Some(answer.sdl.as_str());
            match kept.head.about {
                None => output::note(format_args!(
                    "note: {} is {}; its schema is used from now on",
                    place.words(),
                    answer.words()
                )),
                Some(_) if is_new => output::note(format_args!(
                    "note: the schema of {} has changed: {}",
                    place.words(),
                    answer.words()
                )),
                Some(_) => {}
            }
            return Ok(if is_new { Renewed::Newer } else { Renewed::Same });
        }
        Ok(Err(Missed { failure, until: Until::Reached { at_once: false } })) => {
            return Ok(Renewed::Unreached(failure));
        }
        Ok(Err(missed)) => missed,
        Err(_) => {
            let what = format!("no answer within {}", duration(patience));
            let connecting = options.network.connect_timeout.unwrap_or(CONNECTING);
            let until = if patience > connecting { Until::Day } else { Until::Hour };
            Missed { failure: Failure::new(Exit::NotReached, what), until }
        }
    };
    remember(place, &kept, &missed, has_token);
    Ok(Renewed::Same)
}

/// Says that the schema of a platform is not kept: the call goes on with what is known.
fn cannot_keep(place: &Place, why: &str) {
    output::note(format_args!(
        "note: the schema of {} cannot be kept: {}. Set HOUSTON_STATE_DIR to a directory that you can write to.",
        place.words(),
        plain(why)
    ));
}

/// Remembers that a platform returned no schema, and says it.
fn remember(place: &Place, kept: &Kept, missed: &Missed, signed_in: bool) {
    let now = Timestamp::now().as_second();
    let (for_long, seconds) = match missed.until {
        // The call says it by itself.
        Until::Reached { .. } => return,
        Until::Hour => ("an hour", HOUR.as_secs()),
        Until::Day => ("a day", DAY.as_secs()),
    };
    let why = missed.failure.told().to_owned();
    let next = match missed.failure.exit {
        Exit::NotReached => {
            "`houston schema use built-in` or HOUSTON_SCHEMA=built-in keeps it from being asked."
                .to_owned()
        }
        _ => missed.failure.parts().1,
    };
    let failed = Some(Failed { why: why.clone(), until: now + seconds, signed_in });
    if let Err(failure) = cache::mark(place, kept, Head { asked: now, failed, ..kept.head.clone() })
    {
        return cannot_keep(place, &failure.parts().0);
    }
    let used = match &kept.head.about {
        Some(about) => format!("the one that was pulled {} is used", plain(&about.date)),
        None => {
            let version = SCHEMA.version.as_deref().unwrap_or_default();
            format!("the built-in one of Houston {version} is used")
        }
    };
    output::note(format_args!(
        "note: {} does not return its schema: {why}. For {for_long}, {used}; `houston schema pull` asks again. {next}",
        place.words()
    ));
}

/// Pulls the schema of a profile that was just made, unless another one is chosen.
pub(crate) fn of_profile(name: &str) {
    let options: Options = ProfileName { name: Some(name.to_owned()) }.into();
    // Calls report what is wrong with a setting.
    let Ok(target) = Target::of(&options) else { return };
    let Some(place) = followed(&target) else { return };
    match Connection::open(&target, &options) {
        Ok(connection) => at_once(&target, &connection),
        Err(failure) => say_not_yet(&place, &failure),
    }
}

/// The platform of a target, if its schema is used wherever it is known.
fn followed(target: &Target) -> Option<Place> {
    match Choice::of_target(target) {
        Choice::Platform(place) if !place.is_sandbox() => {
            (!environment::is_set(environment::SCHEMA)).then_some(place)
        }
        _ => None,
    }
}

/// Pulls the schema of a platform that the user has just named, unless another one is chosen.
pub(crate) fn at_once(target: &Target, connection: &Connection) {
    let Some(place) = followed(target) else { return };
    let pulled = (|| {
        let failed = |error: std::io::Error| {
            let what = format!("cannot write {}", place.path.display());
            Failure::new(Exit::Internal, what).because(error)
        };
        let _lock = files::lock(&place.path).map_err(failed)?;
        let kept = cache::read(&place);
        let asked = runtime::read(async { tokio::time::timeout(PATIENCE, ask(connection)).await })?;
        match asked {
            Ok(Ok(answer)) => {
                keep(&place, &answer)?;
                output::note(format_args!("{}", answer.words()));
                Ok(())
            }
            Ok(Err(Missed { failure, until: Until::Reached { .. } })) => Err(failure),
            Ok(Err(missed)) => {
                let has_token = matches!(connection.signed_in, SignedIn::Yes(..));
                remember(&place, &kept, &missed, has_token);
                Ok(())
            }
            Err(_) => {
                let what = format!("no answer within {}", duration(PATIENCE));
                Err(Failure::new(Exit::NotReached, what))
            }
        }
    })();
    if let Err(failure) = pulled {
        say_not_yet(&place, &failure);
    }
}

/// Notes that the schema of a platform could not be pulled yet.
fn say_not_yet(place: &Place, failure: &Failure) {
    output::note(format_args!(
        "note: the schema of {} was not pulled: {}. The first call asks again.",
        place.words(),
        failure.told()
    ));
}

/// Whether the platform is to be asked now: at most once an hour, and after a failure only when its time is over, or
/// with the first token.
fn is_due(known: &Head, has_token: bool, reason: Reason) -> bool {
    let now = Timestamp::now();
    let since = known.since_asked(now);
    if let Some(failed) = &known.failed {
        let is_first_token = has_token && !failed.signed_in;
        let left = failed.until - now.as_second();
        // More than a day is left if the clock has been set back.
        if (1..=DAY.as_secs()).contains(&left) {
            return is_first_token;
        }
    }
    let is_old = match (reason, &known.about) {
        (Reason::Call, Some(_)) => DAY,
        _ => HOUR,
    };
    since.is_none_or(|since| since >= is_old)
}
