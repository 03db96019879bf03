//! Records for people: a line each, with the columns that matter, and texts of several lines as they are.

use houston_client::schema::Type;
use jiff::Timestamp;
use serde_json::Value;

use super::align::padded;
use super::layout::heading;
use super::screen::Written;
use crate::terminal::text::{plain, width, within, without_controls};

/// The greatest width of a column that is not the last, in columns of the terminal.
const WIDEST: usize = 40;

/// The lines of records of a type. Columns become wider, and never narrower.
#[derive(Clone, Debug)]
pub(crate) struct Lines {
    columns: Vec<String>,
    time: Option<String>,
    widths: Vec<usize>,
}

impl Lines {
    /// The lines of records of this type; none if its values are not records, which have a time.
    pub(crate) fn of(ty: &Type) -> Option<Self> {
        let (columns, time) = (ty.columns.clone(), Some(ty.time.clone()?));
        (!columns.is_empty()).then(|| Lines { widths: vec![0; columns.len()], columns, time })
    }

    /// A table of these records.
    pub(crate) fn table(&self, records: &[Value]) -> Written {
        let mut lines = self.clone();
        let names = lines.columns.iter().map(|name| heading(&[name])).collect::<Vec<_>>();
        lines.widen(&names);
        for record in records {
            let cells = lines.cells(record);
            lines.widen(&cells);
        }
        let head = lines.aligned(&names);
        let rows = records.iter().map(|record| lines.line(record));
        let text = [head].into_iter().chain(rows).collect::<Vec<_>>().join("\n");
        Written { text: Some(text), notes: Vec::new() }
    }

    /// The next record.
    pub(crate) fn line(&mut self, record: &Value) -> String {
        let cells = self.cells(record);
        self.widen(&cells);
        self.aligned(&cells)
    }

    fn cells(&self, record: &Value) -> Vec<String> {
        let last = self.columns.len() - 1;
        let cell = |(at, name): (usize, &String)| match &record[&**name] {
            Value::Null => String::new(),
            value if self.time.as_ref() == Some(name) => {
                moment(value).unwrap_or_else(|| plain(&words(value)))
            }
            value if at == last => without_controls(&words(value).replace('\t', "    ")),
            value => within(&plain(&words(value)), WIDEST).into_owned(),
        };
        self.columns.iter().enumerate().map(cell).collect()
    }

    fn widen(&mut self, cells: &[String]) {
        for (widest, cell) in self.widths.iter_mut().zip(cells) {
            *widest = (*widest).max(width(cell));
        }
    }

    /// The cells in their columns. The lines of the last one begin in its column.
    fn aligned(&self, cells: &[String]) -> String {
        let Some((last, before)) = cells.split_last() else { return String::new() };
        let cells = before.iter().zip(&self.widths);
        let before: String = cells.map(|(cell, widest)| padded(cell, *widest)).collect();
        let indent = " ".repeat(width(&before));
        let mut lines = last.trim_end().split('\n');
        let mut text = before + lines.next().unwrap_or_default();
        lines.for_each(|line| text += &format!("\n{indent}{line}"));
        text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    }
}

fn words(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A time to the second, in UTC.
fn moment(value: &Value) -> Option<String> {
    time(value).map(|time| time.strftime("%Y-%m-%d %H:%M:%S").to_string())
}

/// The time of a record: a text in ISO 8601, or milliseconds since 1970, also as text.
pub(crate) fn time(value: &Value) -> Option<Timestamp> {
    let number = |number: i64| Timestamp::from_millisecond(number).ok();
    match value {
        Value::String(text) => text.parse().ok().or_else(|| number(text.parse().ok()?)),
        other => number(other.as_i64()?),
    }
}

#[cfg(test)]
mod tests {
    use houston_client::SCHEMA;
    use serde_json::json;

    use super::Lines;

    #[test]
    fn a_record_is_a_line_with_its_time_to_the_second() {
        let records = [
            json!({ "timestamp": "2026-11-29T03:04:05.678Z", "component": "scheduler", "message": "a\r\n\tb\n", "id": "1" }),
            json!({ "timestamp": "1795921446000", "component": "web\u{1b}[2J", "message": "x".repeat(60) }),
            json!({ "timestamp": 1_795_921_446_000_i64, "component": null, "message": "\u{1b}]0;c\u{7}" }),
            json!({ "timestamp": "yesterday", "component": "c".repeat(60), "message": null }),
        ];
        let ty = SCHEMA.type_named("DeploymentLog").unwrap();
        let mut lines = Lines::of(ty).unwrap();
        insta::assert_snapshot!(lines.table(&records[..3]).text.unwrap());
        let live: Vec<String> = records.iter().map(|record| lines.line(record)).collect();
        insta::assert_snapshot!(live.join("\n"));
        assert!(Lines::of(SCHEMA.type_named("Deployment").unwrap()).is_none());
    }
}
