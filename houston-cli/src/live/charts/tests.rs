//! Pictures, as people see them.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::picture::Picture;
use super::series::Store;

/// 2026-11-29 03:00 UTC.
const START: i64 = 1_795_921_200;

/// A measurement with one series, which has a value each minute.
fn metric(label: &str, values: impl IntoIterator<Item = Value>) -> Value {
    let values: Vec<Value> = (START..).step_by(60).zip(values).map(|it| json!(it)).collect();
    json!({ "label": label, "result": [{ "metric": {}, "values": values }] })
}

/// The values of an hour that go up and down.
fn wave(most: f64) -> Vec<Value> {
    let value = |at: i32| most * (1.0 + (f64::from(at) / 6.0).sin()) / 2.0;
    (0..=60).map(|at| json!(value(at).to_string())).collect()
}

fn store(events: &[Value]) -> Store {
    let mut store = Store::default();
    events.iter().for_each(|event| store.add(event, "result"));
    store
}

/// The picture so many seconds after the newest point, in a frame that shows its width.
fn drawn(store: &Store, size: (u16, u16), later: i64) -> String {
    let series = store.named();
    let now = store.newest().unwrap_or(START * 1000) + later * 1000;
    let picture = Picture { series: &series, left_out: store.left_out, now, span: store.span() };
    let lines = picture.lines(size);
    assert!(lines.len() < usize::from(size.1), "{} lines", lines.len());
    let mut text = String::new();
    for line in lines {
        let width = textwrap::core::display_width(&line);
        assert!(width <= size.0.into(), "{line}");
        writeln!(text, "|{line}{}|", " ".repeat(usize::from(size.0) - width)).unwrap();
    }
    text
}

#[test]
fn series_at_80_columns() {
    let store = store(&[json!([metric("cpu", wave(1500.0)), metric("memory_bytes", wave(3e9))])]);
    insta::assert_snapshot!(drawn(&store, (80, 24), 0));
}

#[test]
fn series_at_140_columns() {
    let event = json!([
        metric("cpu", wave(1500.0)),
        metric("memory_bytes", wave(3e9)),
        metric("heartbeat", wave(12.0))
    ]);
    insta::assert_snapshot!(drawn(&store(&[event]), (140, 40), 0));
}

#[test]
fn gaps_are_seen() {
    // Missing times, values that are not numbers, a single point between two gaps, and nothing since five minutes.
    let mut values = wave(10.0);
    for (at, value) in
        [(10, json!(null)), (11, json!("NaN")), (12, json!("+Inf")), (13, json!("?"))]
    {
        values[at] = value;
    }
    let mut event = json!([metric("queued", values)]);
    let samples = event[0]["result"][0]["values"].as_array_mut().unwrap();
    samples.retain(|sample| {
        let minute = (sample[0].as_i64().unwrap() - START) / 60;
        !(25..35).contains(&minute) && (!(40..50).contains(&minute) || minute == 45)
    });
    insta::assert_snapshot!(drawn(&store(&[event]), (80, 24), 300));
}

#[test]
fn no_data_and_little_data() {
    let empty = [json!([]), json!(null), json!([{ "label": "cpu", "result": [] }]), json!("?")];
    for event in empty {
        assert_eq!(
            drawn(&store(&[event]), (40, 8), 0).trim_matches(['|', '\n', ' ']),
            "No samples yet."
        );
    }
    let one = json!([metric("pods", [json!("3")]), metric("nothing", [json!(null), json!("NaN")])]);
    insta::assert_snapshot!(drawn(&store(&[one]), (80, 24), 0));
}

#[test]
fn large_small_and_negative_values() {
    let event = json!([
        metric("huge", [json!("1e308"), json!("-1e308"), json!("1e300")]),
        metric("balance", [json!("-5"), json!("7"), json!(-2.5)]),
        metric("tiny", [json!("1e-12"), json!("3e-12")]),
        metric("zero", [json!("0"), json!("0")]),
    ]);
    insta::assert_snapshot!(drawn(&store(&[event]), (80, 40), 0));
}

#[test]
fn series_of_one_label_are_told_apart() {
    let samples = |pod: &str, value: &str| json!({ "metric": { "pod": pod, "release": "calm-comet-1234" }, "values": [[START, value]] });
    let event = json!([
        { "label": "cpu", "result": [samples("scheduler", "1"), samples("worker", "2")] },
        { "label": "pods", "result": [samples("a", "1")] },
        { "label": "pods", "result": [samples("a", "2")] },
        { "label": null, "result": [{ "value": [START, "4"] }] },
    ]);
    let store = store(&[event]);
    let names: Vec<String> = store.named().into_iter().map(|series| series.name).collect();
    assert_eq!(names, ["cpu scheduler", "cpu worker", "pods", "pods (2)", "?"]);
}

#[test]
fn hostile_names_do_not_steer_the_terminal() {
    let names = [
        "\u{1b}[2J\u{1b}]0;title\u{7}cpu\r\n\tusage\u{202e}",
        "記憶體使用量の非常に長い名前記憶體使用量の非常に長い名前記憶體使用量の非常に長い名前",
        "e\u{301}\u{200d}👩‍👩‍👧",
        &"x".repeat(100_000),
    ];
    let event: Vec<Value> = names.iter().map(|name| metric(name, wave(2.0))).collect();
    let text = drawn(&store(&[event.into()]), (60, 40), 0);
    let steers = |letter: char| letter.is_control() && letter != '\n';
    assert!(!text.contains(steers) && !text.contains('\u{202e}'), "{text:?}");
    insta::assert_snapshot!(
        text.lines().filter(|line| !line.contains('│')).collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn series_come_and_go() {
    let at = |start: i64, label: &str| {
        let values: Vec<Value> = (0..20).map(|at| json!([start + at * 60, "1"])).collect();
        json!([{ "label": label, "result": [{ "metric": {}, "values": values }] }])
    };
    let labels = |store: &Store| {
        store.named().into_iter().map(|series| series.name).collect::<Vec<_>>().join(" ")
    };
    let mut store = store(&[at(START, "a"), at(START + 300, "b")]);
    assert_eq!(labels(&store), "a b");
    // It is older than the picture.
    store.add(&at(START + 3000, "b"), "result");
    assert_eq!(labels(&store), "b");
    store.add(&at(START + 3060, "a"), "result");
    assert_eq!(labels(&store), "b a");
}

#[test]
fn what_is_kept_is_bounded() {
    let many = |start: i64| {
        let event: Vec<Value> = (0..70)
            .map(|at| {
                let values: Vec<Value> =
                    (0..2100).map(|second| json!([start + second, "1"])).collect();
                json!({ "label": format!("series {at}"), "result": [{ "values": values }] })
            })
            .collect();
        Value::from(event)
    };
    let mut store = store(&[many(START)]);
    for hour in 1..3 {
        store.add(&many(START + hour * 3600), "result");
        let points = store.named().iter().map(|series| series.points.len()).max();
        assert_eq!((store.named().len(), store.left_out, points), (64, 6, Some(2000)));
    }
    let text = drawn(&store, (80, 24), 0);
    assert!(text.contains("67 more series: a larger terminal, or -o ndjson, shows them"), "{text}");
}

#[test]
fn every_size_has_a_picture_or_none() {
    let event: Vec<Value> = (0..5).map(|at| metric(&format!("series {at}"), wave(1e6))).collect();
    let store = store(&[event.into()]);
    for columns in (0..300).step_by(37) {
        for lines in (0..60).step_by(3) {
            if Picture::fits((columns, lines)) {
                drawn(&store, (columns, lines), 0);
            }
        }
    }
    let fits = [(39, 24), (80, 7), (0, 0), (40, 8), (u16::MAX, 8)].map(Picture::fits);
    assert_eq!(fits, [false, false, false, true, true]);
}

#[test]
fn times_that_are_no_times_are_left_out() {
    let values = json!([[1e300, "1"], [-1e300, "1"], ["x", "1"], [null, "1"], [], 7, [START, "1"]]);
    let event = json!([{ "label": "cpu", "result": [{ "metric": 5, "values": values }, 7] }]);
    let store = store(&[event]);
    assert_eq!(store.named()[0].points.len(), 1);
    assert_eq!(store.newest(), Some(START * 1000));
}
