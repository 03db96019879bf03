//! Journals that are not as they were written, and files that are not journals.

use std::error::Error as _;
use std::io::ErrorKind;
use std::sync::Arc;

use futures_util::StreamExt as _;
use houston_client::rows::{
    self, FileStorage, Fingerprint, Journal as _, Lines, Past, State, Storage, Unusable,
};
use serde_json::json;

use crate::disk::Disk;
use crate::worker::{Scripted, rows};

/// The journal of a run with three rows, one after the other: a header and six lines.
async fn journal() -> Vec<u8> {
    let disk = Disk::default();
    let worker = Scripted::default();
    let lines = Lines::open(disk.clone(), json!({ "run": 1 })).unwrap();
    let run = rows::run(&worker, rows(3)).jobs(1).journal(lines);
    assert_eq!(run.start().count().await, 3);
    let written = disk.state().written.clone();
    assert!(written.ends_with(b"}}]\n"), "{}", disk.text());
    written
}

/// What opening these bytes leads to: the bytes that are cut off, or an error. An error leaves the bytes as they are.
fn opened(bytes: &[u8]) -> Result<u64, String> {
    let disk = Disk::default();
    disk.state().written = bytes.to_vec();
    let opened = Lines::open(disk.clone(), json!({ "run": 2 }));
    if opened.is_err() {
        assert_eq!(disk.state().written, bytes);
    }
    opened.map(|lines| lines.cut()).map_err(|error| error.to_string())
}

/// The places where lines begin.
fn starts(bytes: &[u8]) -> Vec<usize> {
    let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(ends).collect()
}

#[tokio::test(start_paused = true)]
async fn a_part_of_the_last_line_is_cut_off() {
    let whole = journal().await;
    let starts = starts(&whole);
    for end in starts[1]..whole.len() {
        let begun = starts.iter().rev().find(|start| **start <= end).unwrap();
        assert_eq!(opened(&whole[..end]), Ok((end - begun) as u64), "at {end}");
    }
    // What was not written may be there as zeros.
    let last = starts[starts.len() - 2];
    for start in last..whole.len() {
        let mut torn = whole.clone();
        torn[start..].fill(0);
        assert_eq!(opened(&torn), Ok((whole.len() - last) as u64), "from {start}");
    }
    let longer = [&whole[..], &[0; 700]].concat();
    assert_eq!(opened(&longer), Ok(700));
}

#[tokio::test(start_paused = true)]
async fn every_changed_byte_is_found() {
    let whole = journal().await;
    let starts = starts(&whole);
    for at in starts[1]..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        let line = starts.iter().rposition(|start| *start <= at).unwrap() + 1;
        // The end of the last line is missing then, and it counts as incomplete.
        if at + 1 == whole.len() {
            assert!(opened(&changed).is_ok());
            continue;
        }
        let expected =
            format!("line {line} of the journal is damaged: its checksum or length is wrong");
        assert_eq!(opened(&changed), Err(expected), "at {at}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_line_that_is_gone_or_torn_in_the_middle_is_damage() {
    let whole = journal().await;
    let starts = starts(&whole);
    let zeros = {
        let mut zeros = whole.clone();
        zeros[starts[2] + 4..starts[3] - 4].fill(0);
        zeros
    };
    let joined = [&whole[..starts[3] - 1], &whole[starts[3]..]].concat();
    for damaged in [zeros, joined] {
        let error = opened(&damaged).unwrap_err();
        assert!(error.starts_with("line 3 of the journal is damaged"), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn lines_that_were_removed_added_or_moved_are_found() {
    let whole = journal().await;
    let starts = starts(&whole);
    let line = |at: usize| &whole[starts[at]..starts[at + 1]];
    let moved = |line: usize, was: usize| {
        format!("line {line} of the journal was written as line {was}: lines were removed or added")
    };
    for at in 1..starts.len() - 2 {
        let removed = [&whole[..starts[at]], &whole[starts[at + 1]..]].concat();
        assert_eq!(opened(&removed), Err(moved(at + 1, at + 2)));
        let doubled = [&whole[..starts[at + 1]], &whole[starts[at]..]].concat();
        assert_eq!(opened(&doubled), Err(moved(at + 2, at + 1)));
        let swapped =
            [&whole[..starts[at]], line(at + 1), line(at), &whole[starts[at + 2]..]].concat();
        assert_eq!(opened(&swapped), Err(moved(at + 1, at + 2)));
    }
    // What was cut off before is written again with the same number.
    let disk = Disk::default();
    disk.state().written = whole[..whole.len() - 3].to_vec();
    let lines = Lines::open(disk.clone(), json!(0)).unwrap();
    let worker = Scripted::default();
    assert_eq!(rows::run(&worker, rows(5)).jobs(1).journal(lines).start().count().await, 5);
    assert_eq!(opened(&disk.state().written.clone()), Ok(0));
}

#[tokio::test(start_paused = true)]
async fn a_record_that_changed_since_it_was_opened_is_an_error() {
    let whole = journal().await;
    let text = String::from_utf8(whole.clone()).unwrap();
    let places: Vec<usize> = text.match_indices(r#"{"ended":"#).map(|(at, _)| at).collect();
    let end = |at: usize| at + text[at..].find("]\n").unwrap();
    let (first, second) = (places[0], places[1]);
    let name = text[first + 10..].split('"').next().unwrap();
    let row: Fingerprint = serde_json::from_value(json!(name)).unwrap();
    let changed = |change: &dyn Fn(&mut Vec<u8>)| {
        let disk = Disk::default();
        disk.state().written = whole.clone();
        let lines = Lines::open(disk.clone(), json!(0)).unwrap();
        assert_eq!(lines.rows(), 3);
        change(&mut disk.state().written);
        lines.next(row).map_err(|error| {
            assert_eq!(error.kind(), ErrorKind::InvalidData);
            error.to_string()
        })
    };
    let (own, past) = changed(&|_| {}).unwrap();
    assert!(own == row && matches!(past, Past::Ended { state: State::Done, .. }), "{past:?}");
    let error = |how: &str| Err(format!("it changed while it was open: {how}"));
    let other = changed(&|written| {
        written.splice(first..end(first), whole[second..end(second)].iter().copied());
    });
    assert_eq!(other, error("a record is of another row"));
    let of_no_row = changed(&|written| {
        written.splice(first..end(first), br#"{"at":"2026-11-28T00:00:00Z"}"#.iter().copied());
    });
    assert_eq!(of_no_row, error("a record has no row"));
    for length in [first, first + 30] {
        assert_eq!(changed(&|written| written.truncate(length)), error("a record has no end"));
    }
    let endless =
        changed(&|written| written.splice(first + 12.., vec![b'x'; 1 << 20]).for_each(drop));
    assert_eq!(endless, error("a record has no end"));
    let no_json = changed(&|written| written[first] = b'}');
    assert_eq!(no_json, error("expected value at line 1 column 1"));
}

#[tokio::test(start_paused = true)]
async fn a_storage_may_read_less_than_it_is_asked_for() {
    let disk = Disk::default();
    disk.state().written = journal().await;
    disk.state().reads_at_most = Some(7);
    let lines = Lines::open(disk, json!(0)).unwrap();
    let mut records = Vec::new();
    lines.records(|record| records.push(record)).unwrap();
    assert_eq!((records.len(), lines.rows()), (6, 3));
    for record in records.iter().filter(|record| record.state.is_some()) {
        let (own, past) = lines.next(record.row).unwrap();
        assert!(own == record.row && matches!(past, Past::Ended { .. }), "{past:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_storage_that_is_shared_is_the_same_storage() {
    let whole = journal().await;
    let disk = Disk::default();
    disk.state().written = whole[..whole.len() - 3].to_vec();
    let shared: Arc<dyn Storage> = Arc::new(disk.clone());
    let lines = Lines::open(Arc::clone(&shared), json!(0)).unwrap();
    let last = starts(&whole).into_iter().nth_back(1).unwrap();
    assert_eq!((lines.rows(), lines.cut()), (3, (whole.len() - 3 - last) as u64));
    assert_eq!(disk.state().durable, whole[..last]);
    shared.append(&whole[last..]).unwrap();
    assert_eq!(disk.state().written, whole);
    disk.state().is_dead = true;
    assert!(shared.append(b"more").is_err() && shared.sync().is_err());
    assert!(shared.truncate(0).is_err());
}

#[tokio::test(start_paused = true)]
async fn a_part_of_a_header_is_an_error() {
    let header = &journal().await;
    let header = &header[..starts(header)[1]];
    assert_eq!(opened(&[]), Ok(0));
    let expected = "the journal ends within its first line: the rest is missing";
    for end in 1..header.len() {
        assert_eq!(opened(&header[..end]), Err(expected.into()), "at {end}");
    }
    for end in 0..header.len() {
        let torn = [&header[..end], &[0; 40]].concat();
        assert_eq!(opened(&torn), Err(expected.into()), "zeros at {end}");
    }
}

#[test]
fn other_files_are_not_touched() {
    for text in
        ["label,type\netl,airflow\n", "notes", "12 monkeys\n", "{\"rows\":1}\n", "\n", "\n\n\n"]
    {
        assert_eq!(
            opened(text.as_bytes()),
            Err("the file is not a journal of rows".into()),
            "{text}"
        );
    }
    // This was one.
    let damaged = opened(b"21 00000000 {\"rows\":1,\"header\":0}\n").unwrap_err();
    assert_eq!(damaged, "line 1 of the journal is damaged: its checksum or length is wrong");
    let line = |json: &str| {
        format!("{} {:08x} {json}\n", json.len(), crc32c::crc32c(json.as_bytes())).into_bytes()
    };
    assert_eq!(opened(&line(r#"{"rows":1,"header":0}"#)), Ok(0));
    assert_eq!(
        opened(&line(r#"{"rows":2,"header":0}"#)),
        Err("the journal has format 2, and only format 1 is known".into())
    );
    assert_eq!(opened(&line("[]")), Err("the file is not a journal of rows".into()));
}

#[tokio::test(start_paused = true)]
async fn the_header_stays() {
    let disk = Disk::default();
    disk.state().written = journal().await;
    let lines = Lines::open(disk.clone(), json!({ "run": 2 })).unwrap();
    assert_eq!((lines.header(), lines.is_new()), (&json!({ "run": 1 }), false));
    let lines = Lines::open(Disk::default(), json!({ "run": 2 })).unwrap();
    assert_eq!((lines.header(), lines.is_new()), (&json!({ "run": 2 }), true));
    // Nothing is told before it is durable: the last run may have been killed before its sync.
    let state = disk.state();
    assert_eq!(state.durable, state.written);
}

#[test]
fn one_process_uses_a_file_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rows.journal");
    let first = FileStorage::open(&path).unwrap();
    let error = FileStorage::open(&path).unwrap_err();
    assert_eq!(
        (error.kind(), error.to_string().as_str()),
        (ErrorKind::WouldBlock, "another process uses it")
    );
    // It can be read meanwhile.
    drop(Lines::open(first, json!("first")).unwrap());
    let reading = FileStorage::read(&path).unwrap();
    assert_eq!(Lines::read(reading).unwrap().header(), "first");
    let reading = FileStorage::read(&path).unwrap();
    assert!(reading.append(b"more").is_err());
    assert!(FileStorage::open(&path).is_ok());
}

#[test]
fn a_file_keeps_what_is_appended_and_cuts_it_off() {
    let folder = tempfile::tempdir().unwrap();
    let file = FileStorage::open(&folder.path().join("rows.journal")).unwrap();
    file.append(b"one").unwrap();
    file.append(b"two").unwrap();
    file.truncate(4).unwrap();
    file.append(b"!").unwrap();
    file.sync().unwrap();
    let mut read = [0; 9];
    assert_eq!(file.read_at(1, &mut read).unwrap(), 4);
    assert_eq!(&read[..4], b"net!");
}

#[cfg(unix)]
#[test]
fn only_private_regular_files_are_used() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    drop(FileStorage::open(&path("new")).unwrap());
    let mode = |name: &str| std::fs::metadata(path(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("new"), 0o600);

    symlink(path("new"), path("link")).unwrap();
    symlink(path("nowhere"), path("dangling")).unwrap();
    std::fs::create_dir(path("folder")).unwrap();
    let socket = std::os::unix::net::UnixListener::bind(path("socket")).unwrap();
    std::fs::write(path("shared"), "").unwrap();
    std::fs::set_permissions(path("shared"), std::fs::Permissions::from_mode(0o666)).unwrap();
    for name in ["link", "dangling", "folder", "socket", "shared"] {
        assert!(FileStorage::open(&path(name)).is_err(), "{name}");
    }
    drop(socket);
    assert!(!path("nowhere").exists());
    let error = FileStorage::open(&path("shared")).unwrap_err();
    assert_eq!(error.to_string(), "other users can write to it");
    let error = FileStorage::open("/dev/null".as_ref()).unwrap_err();
    assert_eq!(error.to_string(), "it is not a regular file");
    let error = FileStorage::open(&path("nowhere/rows")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
}

#[test]
fn a_storage_that_fails_is_the_source_of_the_error() {
    let disk = Disk::default();
    disk.state().is_dead = true;
    let Err(error) = Lines::open(disk, json!(0)) else { panic!("it was opened") };
    assert!(matches!(error, Unusable::Storage(_)));
    assert_eq!(error.to_string(), "the journal cannot be read or written");
    assert_eq!(error.source().unwrap().to_string(), "broken pipe");
}
