//! Crashes at every write and sync, and between them: a server's ledger tells whether a row was lost or ran twice.
//!
//! A kill keeps everything that was written. A loss of power keeps what was synced, and an arbitrary part of the rest.
//! `HOUSTON_CRASHES` sets how many crashes each test has.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Mutex;

use fastrand::Rng;
use futures_util::StreamExt as _;
use houston_client::rows::{
    self, End, Fingerprint, Journal, Lines, Past, Prepared, Record, State, Unusable, Worker,
};
use serde_json::json;
use tokio::task::yield_now;

use crate::disk::{Accident, Disk};

const ROWS: u64 = 24;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Crash {
    Kill,
    PowerLoss,
}

/// How a journal is written: as it must be, or wrongly.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Order {
    Right,
    /// An intent is written with what comes after it.
    WritesAfterSending,
    /// An intent is synced with what comes after it.
    SyncsAfterSending,
}

/// How often the process died, and how often something happened that must not.
#[derive(Debug, Default, PartialEq)]
struct Violations {
    crashes: usize,
    /// Rows that neither ran nor are reported as what they are.
    lost: usize,
    twice: usize,
    /// Reports that the journal did not have.
    unrecorded: usize,
    /// Keys that were never shown.
    keys: usize,
}

#[derive(Clone, Copy)]
struct Row(u64);

impl Row {
    /// Its result is a key, which is shown once.
    fn has_key(self) -> bool {
        self.0 % 4 == 1
    }

    fn is_refused(self) -> bool {
        self.0 % 7 == 3
    }

    /// What it begins is followed.
    fn is_followed(self) -> bool {
        self.0.is_multiple_of(3)
    }

    /// Its answer never arrives.
    fn is_unanswered(self) -> bool {
        self.0 % 11 == 5
    }
}

/// Everything outside the process that crashes.
struct World {
    /// How often each row ran.
    ledger: RefCell<BTreeMap<u64, usize>>,
    keys: RefCell<BTreeSet<u64>>,
    has_finder: bool,
    /// A time at which the process is killed, in steps of the server.
    steps_left: Cell<usize>,
    random: RefCell<Rng>,
}

struct Sender<'a> {
    world: &'a World,
    disk: &'a Disk,
}

impl Sender<'_> {
    /// Lets others run for a while. The process may be killed meanwhile.
    async fn wait(&self) {
        let steps = self.world.random.borrow_mut().usize(..6);
        for _ in 0..steps {
            yield_now().await;
            let left = self.world.steps_left.get();
            self.world.steps_left.set(left.saturating_sub(1));
            if left == 1 {
                self.disk.state().is_dead = true;
            }
        }
    }

    fn made(&self, row: Row, state: State) -> End<u64> {
        let state = if row.is_followed() { State::Waiting } else { state };
        End { late: row.has_key(), ..End::new(state, row.0) }
    }
}

impl Worker for Sender<'_> {
    type Row = Row;
    type Ready = Row;
    type Label = Row;
    type Output = u64;

    fn fingerprint(&self, row: &Row) -> Fingerprint {
        Fingerprint::of(row.0.to_le_bytes())
    }

    fn label(&self, row: &Row) -> Row {
        *row
    }

    async fn prepare(&self, row: Row, past: &Past) -> Prepared<Row, u64> {
        self.wait().await;
        match past {
            Past::Open { .. } | Past::Ended { state: State::Unknown, .. } => {
                if !self.world.has_finder {
                    return Prepared::Decided(End::new(State::Unknown, None));
                }
                if self.world.ledger.borrow().contains_key(&row.0) {
                    return Prepared::Decided(self.made(row, State::Exists));
                }
            }
            Past::Ended {
                state: state @ (State::Waiting | State::Done | State::Exists), ..
            } => {
                return Prepared::Decided(End { late: false, ..self.made(row, *state) });
            }
            _ => {}
        }
        Prepared::Ready { ready: row, note: None }
    }

    async fn send(&self, row: Row) -> End<u64> {
        // A dead process sends nothing, and what it does otherwise has no effect.
        if !self.disk.state().is_dead && !row.is_refused() {
            *self.world.ledger.borrow_mut().entry(row.0).or_default() += 1;
        }
        self.wait().await;
        match row {
            row if row.is_refused() => End::new(State::Refused, None),
            row if row.is_unanswered() => End::new(State::Unknown, None),
            row => self.made(row, State::Done),
        }
    }

    async fn follow(&self, waiting: End<u64>) -> End<u64> {
        self.wait().await;
        End { state: State::Reached, ..waiting }
    }
}

/// A journal that may be written in a wrong order.
struct Ordered {
    lines: Lines<Disk>,
    order: Order,
    held: Mutex<Vec<Record>>,
}

impl Journal for Ordered {
    fn next(&self, given: Fingerprint) -> io::Result<(Fingerprint, Past)> {
        self.lines.next(given)
    }

    fn append(&self, records: &[Record]) -> io::Result<()> {
        let mut held = self.held.lock().unwrap();
        let (mut now, mut later) = (records.to_vec(), Vec::new());
        if self.order == Order::WritesAfterSending {
            (now, later) = records.iter().cloned().partition(|record| record.state.is_some());
            now = [std::mem::take(&mut *held), now].concat();
        }
        if self.order == Order::SyncsAfterSending {
            later = now.iter().filter(|record| record.state.is_some()).cloned().collect();
        }
        *held = later;
        if now.is_empty() { Ok(()) } else { self.lines.append(&now) }
    }

    fn sync(&self) -> io::Result<()> {
        // Then `held` has the ends of the group.
        if self.order == Order::SyncsAfterSending && self.held.lock().unwrap().is_empty() {
            return Ok(());
        }
        self.lines.sync()
    }
}

/// Runs the rows until the process dies, or to the end. Returns what was reported.
async fn process(world: &World, disk: &Disk, order: Order) -> Vec<(Row, State)> {
    let mut shown = Vec::new();
    let Ok(lines) = Lines::open(disk.clone(), json!({ "operation": "crash" })) else {
        assert!(disk.state().is_dead, "the journal cannot be opened: {:?}", disk.text());
        return shown;
    };
    let sender = Sender { world, disk };
    let journal = Ordered { lines, order, held: Mutex::default() };
    let run = rows::run(&sender, (1..=ROWS).map(Row)).jobs(4).follow(true).journal(journal);
    let mut reports = run.start();
    while let Some(report) = reports.next().await {
        if disk.state().is_dead {
            break;
        }
        let mut report = report.expect("only a dead disk fails");
        shown.push((report.label, report.state));
        if report.is_late() {
            world.keys.borrow_mut().insert(report.row);
            yield_now().await;
            report.written();
        }
    }
    shown
}

/// What the disk has after the crash.
fn survive(disk: &Disk, crash: Crash, random: &mut Rng) {
    const SECTOR: usize = 512;
    let mut state = disk.state();
    if crash == Crash::PowerLoss {
        let durable = state.durable.len();
        let is_longer = state.written.starts_with(&state.durable);
        let mut left = if is_longer { state.written.clone() } else { state.durable.clone() };
        match random.u8(..3) {
            0 => left.truncate(durable),
            1 => left.truncate(random.usize(durable..=left.len())),
            _ => {
                // Sectors were not written, at least the last one.
                let sectors = durable / SECTOR..left.len().div_ceil(SECTOR);
                for sector in sectors.clone() {
                    if sector + 1 == sectors.end || random.bool() {
                        let end = left.len().min((sector + 1) * SECTOR);
                        let start = durable.max(sector * SECTOR);
                        let torn = random.usize(start..=end);
                        left[torn..end].fill(0);
                    }
                }
            }
        }
        state.written = left.clone();
        state.durable = left;
    }
    state.is_dead = false;
    state.operations = 0;
    state.accident = None;
}

async fn simulate(seed: u64, crash: Crash, order: Order) -> Violations {
    let mut random = Rng::with_seed(seed);
    let disk = Disk::default();
    let world = World {
        ledger: RefCell::default(),
        keys: RefCell::default(),
        has_finder: random.bool(),
        steps_left: Cell::new(0),
        random: RefCell::new(random.fork()),
    };
    let mut found = Violations::default();
    for _ in 0..random.usize(1..=3) {
        if random.bool() {
            world.steps_left.set(random.usize(1..120));
        } else {
            let accident = match random.u8(..3) {
                0 => Accident::DiesBefore,
                1 => Accident::DiesAmid(random.f64()),
                _ => Accident::DiesAfter,
            };
            disk.state().accident = Some((random.usize(1..30), accident));
        }
        let shown = process(&world, &disk, order).await;
        world.steps_left.set(0);
        found.crashes += usize::from(disk.state().is_dead);
        survive(&disk, crash, &mut random);
        let mut ends = BTreeSet::new();
        if matches!(Lines::read(disk.clone()), Err(Unusable::Headless)) {
            // The header was being written, and nothing was sent: the user removes the file.
            assert!(world.ledger.borrow().is_empty(), "sent without a header: {:?}", disk.text());
            let mut state = disk.state();
            (state.written, state.durable) = Default::default();
        }
        let journal = match Lines::read(disk.clone()) {
            Err(Unusable::Damaged { .. }) if order == Order::SyncsAfterSending => return found,
            journal => journal.unwrap(),
        };
        journal.records(|record| ends.extend(record.state.map(|_| record.row))).unwrap();
        let is_recorded = |row: u64| ends.contains(&Fingerprint::of(row.to_le_bytes()));
        let unrecorded = shown.iter().filter(|(row, _)| !row.has_key() && !is_recorded(row.0));
        found.unrecorded += unrecorded.count();
        let shown = world.keys.borrow();
        let ran = |row: &u64| world.ledger.borrow().contains_key(row);
        let lost = |row: &u64| Row(*row).has_key() && ran(row) && is_recorded(*row);
        let unanswered = |row: &u64| Row(*row).is_unanswered() || !world.has_finder;
        let lost = (1..=ROWS).filter(lost).filter(|row| !unanswered(row) && !shown.contains(row));
        found.keys += lost.count();
    }
    let reports = process(&world, &disk, order).await;
    found.lost += (ROWS as usize).abs_diff(reports.len());
    for (row, state) in reports {
        let ran = world.ledger.borrow().get(&row.0).copied().unwrap_or_default();
        found.twice += usize::from(ran > 1);
        let has_run = matches!(state, State::Done | State::Exists | State::Reached);
        let is_true = match state {
            _ if has_run => ran > 0,
            State::Refused => ran == 0,
            // Without a finder, it can be neither looked up nor sent again.
            State::Unknown => row.is_unanswered() || !world.has_finder,
            _ => false,
        };
        found.lost += usize::from(!is_true);
        let has_key = row.has_key() && has_run;
        found.keys += usize::from(has_key && !world.keys.borrow().contains(&row.0));
    }
    found
}

/// Adds up so many crashes with fixed seeds.
async fn crashes(crash: Crash, order: Order) -> Violations {
    let count = std::env::var("HOUSTON_CRASHES").map_or(300, |count| count.parse().unwrap());
    let mut sum = Violations::default();
    for seed in 0.. {
        let found = simulate(seed, crash, order).await;
        sum.crashes += found.crashes;
        sum.lost += found.lost;
        sum.twice += found.twice;
        sum.unrecorded += found.unrecorded;
        sum.keys += found.keys;
        if order == Order::Right {
            let none = Violations { crashes: sum.crashes, ..Violations::default() };
            assert_eq!(sum, none, "seed {seed}");
        }
        if sum.crashes >= count {
            break;
        }
    }
    println!("{crash:?}, {order:?}: {sum:?}");
    sum
}

#[tokio::test]
async fn a_kill_loses_nothing_and_repeats_nothing() {
    crashes(Crash::Kill, Order::Right).await;
}

#[tokio::test]
async fn a_loss_of_power_loses_nothing_and_repeats_nothing() {
    crashes(Crash::PowerLoss, Order::Right).await;
}

/// Without this, the two tests above would prove nothing.
#[tokio::test]
async fn a_journal_in_a_wrong_order_is_found_out() {
    let kill = crashes(Crash::Kill, Order::WritesAfterSending).await;
    assert!(kill.twice > 0, "{kill:?}");
    let power = crashes(Crash::PowerLoss, Order::SyncsAfterSending).await;
    assert!(power.twice > 0, "{power:?}");
    // A kill alone does not find the second one.
    let kill = crashes(Crash::Kill, Order::SyncsAfterSending).await;
    assert_eq!(kill.twice, 0, "{kill:?}");
}
