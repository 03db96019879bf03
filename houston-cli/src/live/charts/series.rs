//! Series of numbers over time, of which a fixed amount is kept.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};

use super::amount::Unit;
use crate::terminal::text::short;

/// How many series are kept. Others are counted.
const MOST_SERIES: usize = 64;

/// How many points of each series are kept. An event of the server has at most 1,000.
const MOST_POINTS: usize = 2000;

/// The shortest span of a picture, in milliseconds.
const LEAST_SPAN: i64 = 10 * 60 * 1000;

/// What the events have brought.
#[derive(Debug, Default)]
pub(super) struct Store {
    series: Vec<Series>,
    /// How many series of the last event are not kept.
    pub(super) left_out: usize,
    /// The span of a picture in milliseconds: the longest that one event had.
    span: i64,
    /// The time of the newest point, in milliseconds since 1970.
    newest: Option<i64>,
}

/// By milliseconds since 1970; none where the value is missing or not a number.
pub(super) type Points = BTreeMap<i64, Option<f64>>;

/// One series.
#[derive(Clone, Debug)]
pub(super) struct Series {
    label: String,
    /// The labels that Prometheus tells it apart by.
    tags: BTreeMap<String, String>,
    /// 1 for the first series of an event with this label and these tags, 2 for the next.
    number: usize,
    pub(super) points: Points,
}

/// A series, ready to be drawn.
#[derive(Clone, Debug)]
pub(super) struct Named<'s> {
    pub(super) name: String,
    pub(super) unit: Unit,
    pub(super) points: &'s Points,
}

impl Store {
    /// Adds an event: a list of measurements, each with a list of series.
    pub(super) fn add(&mut self, event: &Value, samples: &str) {
        let mut numbers: HashMap<(String, BTreeMap<String, String>), usize> = HashMap::new();
        self.left_out = 0;
        for row in event.as_array().into_iter().flatten().filter_map(Value::as_object) {
            let names = row.iter().filter(|(name, _)| *name != samples);
            let label = short(names.filter_map(|(_, name)| name.as_str()).next().unwrap_or("?"));
            for one in row.get(samples).and_then(Value::as_array).into_iter().flatten() {
                let tags = tags(one["metric"].as_object());
                let number = numbers.entry((label.clone(), tags.clone())).or_default();
                *number += 1;
                self.extend(&label, tags, *number, one);
            }
        }
        self.forget();
    }

    fn extend(
        &mut self,
        label: &str,
        tags: BTreeMap<String, String>,
        number: usize,
        samples: &Value,
    ) {
        let is_it = |one: &Series| one.label == label && one.tags == tags && one.number == number;
        let at = match self.series.iter().position(is_it) {
            Some(at) => at,
            None if self.series.len() >= MOST_SERIES => {
                self.left_out += 1;
                return;
            }
            None => {
                let label = label.to_owned();
                self.series.push(Series { label, tags, number, points: BTreeMap::new() });
                self.series.len() - 1
            }
        };
        let Some(series) = self.series.get_mut(at) else { return };
        let many = samples["values"].as_array().into_iter().flatten();
        let mut times: Option<(i64, i64)> = None;
        for (time, value) in many.chain(samples.get("value")).filter_map(point) {
            series.points.insert(time, value);
            let (first, last) = times.unwrap_or((time, time));
            times = Some((first.min(time), last.max(time)));
        }
        while series.points.len() > MOST_POINTS {
            series.points.pop_first();
        }
        if let Some((first, last)) = times {
            self.span = self.span.max(last.saturating_sub(first));
            self.newest = self.newest.max(Some(last));
        }
    }

    /// Forgets what is older than the picture.
    fn forget(&mut self) {
        let Some(newest) = self.newest else { return };
        let oldest = newest.saturating_sub(self.span());
        for series in &mut self.series {
            series.points = series.points.split_off(&oldest);
        }
        self.series.retain(|series| !series.points.is_empty());
    }

    /// The span of a picture in milliseconds.
    pub(super) fn span(&self) -> i64 {
        self.span.max(LEAST_SPAN)
    }

    /// The time of the newest point, in milliseconds since 1970.
    pub(super) fn newest(&self) -> Option<i64> {
        self.newest
    }

    /// The series with names that tell them apart, in the order in which they came.
    pub(super) fn named(&self) -> Vec<Named<'_>> {
        self.series
            .iter()
            .map(|series| {
                let others = self.series.iter().filter(|other| other.label == series.label);
                let differs = |tag: &&String| {
                    others.clone().any(|other| other.tags.get(*tag) != series.tags.get(*tag))
                };
                let tags: Vec<&str> =
                    series.tags.keys().filter(differs).map(|tag| &*series.tags[tag]).collect();
                let mut name = series.label.clone();
                if !tags.is_empty() {
                    name = format!("{name} {}", tags.join(" "));
                }
                if series.number > 1 {
                    name = format!("{name} ({})", series.number);
                }
                let of_tags = || series.tags.get("__name__").map_or(Unit::None, |it| Unit::of(it));
                let unit = match Unit::of(&series.label) {
                    Unit::None => of_tags(),
                    unit => unit,
                };
                Named { name, unit, points: &series.points }
            })
            .collect()
    }
}

fn tags(metric: Option<&Map<String, Value>>) -> BTreeMap<String, String> {
    let tags = metric.into_iter().flatten();
    tags.map(|(name, value)| (short(name), short(value.as_str().unwrap_or_default()))).collect()
}

/// A sample of Prometheus: seconds since 1970, and a number as text.
fn point(sample: &Value) -> Option<(i64, Option<f64>)> {
    let number = |value: &Value| match value {
        Value::String(text) => text.parse().ok(),
        value => value.as_f64(),
    };
    let milliseconds = number(sample.get(0)?)? * 1000.0;
    // Beyond these, a time is not one of a calendar.
    let is_time = (-62_135_596_800_000.0..=253_402_300_799_000.0).contains(&milliseconds);
    let value = sample.get(1).and_then(number).filter(|value| value.is_finite());
    is_time.then_some((milliseconds as i64, value))
}
