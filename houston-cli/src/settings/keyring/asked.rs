//! Asking the keyring, in a thread that is not waited for longer than a time limit: the library has none.

use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

#[cfg(target_os = "macos")]
use apple_native_keyring_store::keychain::Store;
use houston_client::Token;
use houston_schema::text::duration;
use keyring_core::{CredentialStore, Entry, Error};
use secrecy::zeroize::Zeroizing;
#[cfg(windows)]
use windows_native_keyring_store::Store;
#[cfg(all(unix, not(target_os = "macos")))]
use zbus_secret_service_keyring_store::Store;

use super::{NAME, Place};
use crate::failure::{Exit, Failure, Step};
use crate::input;
use crate::terminal::awaiting::Awaiting;

/// How long its service may take to answer at all.
const FIRST: Duration = Duration::from_secs(5);

/// How long it may take then, unless the call has a time limit. It may ask a person for its password.
const PATIENCE: Duration = Duration::from_secs(60);

/// What the thread tells.
enum Told<T> {
    /// The keyring answers.
    Opened,
    NotOpened(Error),
    Done(Result<T, Error>),
}

pub(super) fn check(place: Place<'_>, patience: Option<Duration>) -> Result<(), Failure> {
    ask(place, patience, |_| Ok(()))
}

pub(super) fn token(place: Place<'_>, patience: Option<Duration>) -> Result<Token, Failure> {
    let bytes = Zeroizing::new(ask(place, patience, Entry::get_secret)?);
    let unusable = |why: &str| {
        let what = format!("{NAME} has something else than a token for profile {}", place.profile);
        Failure::new(Exit::NotAllowed, what).detail(why).help(Step::KeyringEmpty.next())
    };
    if bytes.len() > input::LONGEST_TOKEN {
        return Err(unusable("it is too long"));
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| unusable("it is not a text"))?;
    Token::new(text).map_err(|why| unusable(&why.to_string()))
}

pub(super) fn keep(
    place: Place<'_>,
    token: &Token,
    patience: Option<Duration>,
) -> Result<(), Failure> {
    let token = token.clone();
    ask(place, patience, move |entry| entry.set_secret(token.expose().as_bytes()))
}

pub(super) fn forget(place: Place<'_>) -> Result<(), Failure> {
    ask(place, None, |entry| match entry.delete_credential() {
        Err(Error::NoEntry) => Ok(()),
        done => done,
    })
}

/// The token's entry in the keyring.
fn entry(store: &Arc<CredentialStore>, profile: &str, origin: &str) -> Result<Entry, Error> {
    let service = format!("houston:{origin}");
    if cfg!(any(target_os = "macos", windows)) {
        return Entry::new_in_store(store, &service, profile);
    }
    // Apps for keyrings show it.
    let label = format!("houston: token for {origin}, of profile {profile}");
    let label = [("label", &*label)].into();
    Entry::new_in_store_with_modifiers(store, &service, profile, &label)
}

fn ask<T: Send + 'static>(
    place: Place<'_>,
    patience: Option<Duration>,
    what: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
) -> Result<T, Failure> {
    let (sender, told) = mpsc::channel();
    let (profile, origin) = (place.profile.to_owned(), place.origin.to_owned());
    let work = move || {
        // If the receiver is gone, the time is up.
        let tell = |told| drop(sender.send(told));
        let store: Arc<CredentialStore> = match Store::new() {
            Ok(store) => store,
            Err(error) => return tell(Told::NotOpened(error)),
        };
        tell(Told::Opened);
        tell(Told::Done(entry(&store, &profile, &origin).and_then(|entry| what(&entry))));
    };
    let started = std::thread::Builder::new().name("keyring".to_owned()).spawn(work);
    started.map_err(|error| {
        Failure::new(Exit::Internal, "cannot start a thread for the keyring").because(error)
    })?;
    let _told = Awaiting::begin(&format!("{NAME}, which may ask for its password"));
    let patience = patience.unwrap_or(PATIENCE);
    let (mut limit, mut is_open) = (FIRST.min(patience), false);
    loop {
        match told.recv_timeout(limit) {
            Ok(Told::Opened) => (limit, is_open) = (patience, true),
            Ok(Told::Done(done)) => return done.map_err(|error| failure(place, error)),
            Ok(Told::NotOpened(error)) => {
                return Err(because(Step::KeyringMissing, Step::KeyringMissing.cause(), error));
            }
            Err(why) => return Err(unanswered(why, limit, is_open)),
        }
    }
}

/// The failure for an answer that did not come.
fn unanswered(why: RecvTimeoutError, limit: Duration, is_open: bool) -> Failure {
    let (step, what) = match (why, is_open) {
        (RecvTimeoutError::Disconnected, _) => {
            (Step::KeyringMissing, format!("{NAME} gives no answer: its library failed"))
        }
        (RecvTimeoutError::Timeout, false) => {
            (Step::KeyringMissing, format!("{NAME} does not answer within {}", duration(limit)))
        }
        (RecvTimeoutError::Timeout, true) => {
            let limit = duration(limit);
            (
                Step::KeyringLocked,
                format!("{NAME} does not give an answer within {limit}; it may be locked"),
            )
        }
    };
    Failure::new(Exit::NotAllowed, what).help(step.next())
}

/// The failure for an error of the keyring.
fn failure(place: Place<'_>, error: Error) -> Failure {
    let Place { profile, origin } = place;
    match error {
        Error::NoEntry => {
            let what = format!("{NAME} has no token for profile {profile} and {origin}");
            Failure::new(Exit::NotAllowed, what).help(Step::KeyringEmpty.next())
        }
        Error::NoStorageAccess(_) => {
            because(Step::KeyringLocked, Step::KeyringLocked.cause(), error)
        }
        Error::Ambiguous(entries) => {
            let count = entries.len();
            let what = format!("{NAME} has {count} tokens for profile {profile} and {origin}");
            Failure::new(Exit::NotAllowed, what).help(Step::KeyringEmpty.next())
        }
        error => because(Step::KeyringMissing, "the system keyring refuses the request", error),
    }
}

fn because(step: Step, what: &str, error: Error) -> Failure {
    Failure::new(Exit::NotAllowed, what).because(error).help(step.next())
}
