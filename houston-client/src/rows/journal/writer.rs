//! The thread that writes a journal, in groups: records that come while it waits for the disk are written together.

use std::io;
use std::pin::Pin;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use futures_channel::oneshot;

use super::{Journal, Record};

/// The largest number of records that are written together.
const GROUP: usize = 1024;

/// A group waits for more records for this part of the time that writing the last one took.
const PATIENCE: u32 = 8;

/// Hands records to the thread. The thread ends when [`Writer::end`] is called.
#[derive(Clone)]
pub(in crate::rows) struct Writer {
    queue: Sender<Message>,
    failure: Arc<OnceLock<io::Error>>,
}

enum Message {
    /// Without a record, it waits for those in front of it.
    Write(Option<Record>, oneshot::Sender<()>),
    End,
}

/// Ends when a record is durable; false if it may not be.
pub(in crate::rows) struct Written(oneshot::Receiver<()>);

impl Future for Written {
    type Output = bool;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<bool> {
        Pin::new(&mut self.0).poll(context).map(|written| written.is_ok())
    }
}

impl Writer {
    /// Starts the thread.
    pub(in crate::rows) fn start(journal: Arc<dyn Journal>) -> io::Result<(Self, JoinHandle<()>)> {
        let (queue, queued) = channel();
        let failure = Arc::new(OnceLock::new());
        let own = Arc::clone(&failure);
        let thread = Builder::new()
            .name("houston-journal".into())
            .spawn(move || write(&*journal, &queued, &own))?;
        Ok((Writer { queue, failure }, thread))
    }

    /// Appends a record; without one, waits for all that were appended.
    pub(in crate::rows) fn append(&self, record: Option<Record>) -> Written {
        let (done, written) = oneshot::channel();
        // Without its thread, `done` is dropped, and the record counts as not written.
        let _ = self.queue.send(Message::Write(record, done));
        Written(written)
    }

    /// Ends the thread after what was appended.
    pub(in crate::rows) fn end(&self) {
        let _ = self.queue.send(Message::End);
    }

    /// Why the journal failed.
    pub(in crate::rows) fn failure(&self) -> io::Error {
        match self.failure.get() {
            Some(error) => io::Error::new(error.kind(), error.to_string()),
            None => io::Error::other("the thread that writes the journal ended"),
        }
    }
}

fn write(journal: &dyn Journal, queued: &Receiver<Message>, failure: &OnceLock<io::Error>) {
    let (mut records, mut waiting) = (Vec::new(), Vec::new());
    let mut took = Duration::ZERO;
    while let Ok(first) = queued.recv() {
        let mut is_last = false;
        // Rows that were sent together end together: those that are a little late need no sync of their own.
        let end = Instant::now() + took / PATIENCE;
        let more = || queued.recv_timeout(end.saturating_duration_since(Instant::now())).ok();
        for message in std::iter::once(first).chain(std::iter::from_fn(more)) {
            match message {
                Message::Write(record, done) => {
                    records.extend(record);
                    waiting.push(done);
                }
                Message::End => is_last = true,
            }
            if is_last || waiting.len() == GROUP {
                break;
            }
        }
        // What an earlier record needed to be durable is gone after a failure, also if a second sync succeeds.
        if failure.get().is_none() && !records.is_empty() {
            let started = Instant::now();
            let written = journal.append(&records).and_then(|()| journal.sync());
            took = started.elapsed();
            if let Err(error) = written {
                let _ = failure.set(error);
            }
        }
        records.clear();
        match failure.get() {
            None => waiting.drain(..).for_each(|done: oneshot::Sender<()>| {
                let _ = done.send(());
            }),
            Some(_) => waiting.clear(),
        }
        if is_last {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::super::{Fingerprint, Past};
    use super::*;

    /// How many records were written together.
    #[derive(Default)]
    struct Groups(Mutex<Vec<usize>>);

    impl Journal for Groups {
        fn next(&self, given: Fingerprint) -> io::Result<(Fingerprint, Past)> {
            Ok((given, Past::New))
        }

        fn append(&self, records: &[Record]) -> io::Result<()> {
            self.0.lock().unwrap().push(records.len());
            Ok(())
        }

        fn sync(&self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_group_has_a_bound() {
        let (queue, queued) = channel();
        let mut written = Vec::new();
        for row in 0..2_500_u32 {
            let record = Record::new(Fingerprint::of(row.to_le_bytes()), None, None);
            let (done, ended) = oneshot::channel();
            queue.send(Message::Write(Some(record), done)).unwrap();
            written.push(ended);
        }
        queue.send(Message::End).unwrap();
        let groups = Groups::default();
        write(&groups, &queued, &OnceLock::new());
        assert_eq!(*groups.0.lock().unwrap(), [1_024, 1_024, 452]);
        assert!(written.iter_mut().all(|ended| matches!(ended.try_recv(), Ok(Some(())))));
    }
}
