//! A disk in memory that counts what it is asked, and fails or dies when it is told.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use houston_client::rows::Storage;

/// A disk; clones are the same one.
#[derive(Clone, Default)]
pub(crate) struct Disk(Arc<Mutex<State>>);

#[derive(Default)]
pub(crate) struct State {
    /// What a process reads.
    pub(crate) written: Vec<u8>,
    /// What survives a loss of power.
    pub(crate) durable: Vec<u8>,
    /// How many writes, syncs and cuts there were.
    pub(crate) operations: usize,
    pub(crate) syncs: usize,
    /// What happens at an operation.
    pub(crate) accident: Option<(usize, Accident)>,
    /// Whether a write fails that has this text.
    pub(crate) fails_on: Option<&'static str>,
    pub(crate) sync_takes: Duration,
    /// The most bytes that one read returns.
    pub(crate) reads_at_most: Option<usize>,
    /// No operation succeeds any more, and none has an effect.
    pub(crate) is_dead: bool,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Accident {
    /// The process dies before the operation.
    DiesBefore,
    /// The process dies when this part of a write is done.
    DiesAmid(f64),
    /// The process dies right after the operation.
    DiesAfter,
    /// The operation fails, and those behind it would succeed.
    Fails,
    /// A write finds the disk full after this part of it.
    IsFull(f64),
}

impl Disk {
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.state().written).into_owned()
    }

    fn act(&self, write: Option<&[u8]>, act: impl FnOnce(&mut State)) -> io::Result<()> {
        let mut state = self.state();
        state.operations += 1;
        let accident = state.accident.filter(|(at, _)| *at == state.operations);
        let has =
            |text: &str| write.is_some_and(|bytes| String::from_utf8_lossy(bytes).contains(text));
        if state.fails_on.is_some_and(has) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        let gone = || io::Error::from(io::ErrorKind::BrokenPipe);
        if state.is_dead {
            return Err(gone());
        }
        let part = |of: f64| write.map_or(0, |bytes| (bytes.len() as f64 * of) as usize);
        match accident.map(|(_, accident)| accident) {
            None => {
                act(&mut state);
                return Ok(());
            }
            Some(Accident::Fails) => return Err(io::Error::other("the disk failed")),
            Some(Accident::IsFull(of)) => {
                state.written.extend(&write.unwrap_or_default()[..part(of)]);
                return Err(io::ErrorKind::StorageFull.into());
            }
            Some(Accident::DiesBefore) => {}
            Some(Accident::DiesAmid(of)) => {
                state.written.extend(&write.unwrap_or_default()[..part(of)]);
            }
            Some(Accident::DiesAfter) => act(&mut state),
        }
        state.is_dead = true;
        Err(gone())
    }
}

impl Storage for Disk {
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let state = self.state();
        let rest = state.written.get(offset as usize..).unwrap_or_default();
        let read = rest.len().min(buffer.len()).min(state.reads_at_most.unwrap_or(usize::MAX));
        buffer[..read].copy_from_slice(&rest[..read]);
        Ok(read)
    }

    fn append(&self, bytes: &[u8]) -> io::Result<()> {
        self.act(Some(bytes), |state| state.written.extend(bytes))
    }

    fn sync(&self) -> io::Result<()> {
        let takes = self.state().sync_takes;
        if !takes.is_zero() {
            std::thread::sleep(takes);
        }
        self.act(None, |state| {
            state.syncs += 1;
            state.durable = state.written.clone();
        })
    }

    fn truncate(&self, length: u64) -> io::Result<()> {
        self.act(None, |state| state.written.truncate(length as usize))
    }
}
