//! Output formats.

mod align;
mod csv;
mod flat;
mod layout;
mod lines;
mod screen;
mod table;

use csv::Separated;
pub(crate) use csv::record;
pub(crate) use layout::Layout;
pub(crate) use lines::{Lines, time};
use screen::shown;
pub(crate) use screen::{Screen, Written};

use clap::ValueEnum;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::answer::pretty::{compact, pretty};
use crate::failure::{Exit, Failure};

/// An output format. `Raw` is the server's body; `Envelope` adds the outcome to the value; `Template` is what
/// `--template` makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Json,
    Yaml,
    Table,
    Csv,
    Tsv,
    Ndjson,
    Value,
    Template,
    Raw,
    Envelope,
}

/// Writes values in a format. A filter can give several; without one, the selection tells their `layout`.
///
/// # Errors
///
/// Fails if the format cannot represent the values.
pub(crate) fn write(
    format: Format,
    values: &[&str],
    screen: Screen,
    layout: Option<&Layout>,
) -> Result<Written, Failure> {
    let text = |text: String| Written { text: Some(text), notes: Vec::new() };
    let lines = |each: fn(&str) -> String| {
        let all: Vec<String> = values.iter().map(|value| each(value)).collect();
        Written { text: (!all.is_empty()).then(|| all.join("\n")), notes: Vec::new() }
    };
    match format {
        Format::Json | Format::Raw | Format::Envelope => Ok(lines(pretty)),
        Format::Template => Ok(text(shown(value(values).as_str().unwrap_or_default(), screen))),
        Format::Ndjson => {
            let rows: Vec<String> = values.iter().flat_map(|value| rows(value)).collect();
            Ok(Written { text: (!rows.is_empty()).then(|| rows.join("\n")), notes: Vec::new() })
        }
        Format::Yaml => {
            let yaml = serde_saphyr::to_string(&value(values)).map_err(|error| {
                Failure::new(Exit::Partial, "the answer cannot be written as YAML").because(error)
            })?;
            Ok(text(shown(yaml.trim_end(), screen)))
        }
        Format::Csv | Format::Tsv => {
            let how = if format == Format::Csv { Separated::Csv } else { Separated::Tsv };
            csv::write(&value(values), screen, layout, how).map(text)
        }
        Format::Table => Ok(table::write(&value(values), screen, layout)),
        Format::Value => {
            scalars(values, screen.or_empty).map(|scalars| text(shown(&scalars, screen)))
        }
    }
}

/// The only value, or the list of all values.
fn value(values: &[&str]) -> Value {
    let read =
        |text: &&str| serde_json::from_str::<Value>(text).unwrap_or_else(|_| Value::from(*text));
    match values {
        [one] => read(one),
        several => several.iter().map(read).collect(),
    }
}

/// The items of a list or the value itself, one per line.
fn rows(text: &str) -> Vec<String> {
    match serde_json::from_str::<Vec<&RawValue>>(text) {
        Ok(items) => items.iter().map(|item| compact(item.get())).collect(),
        Err(_) => vec![compact(text)],
    }
}

/// The scalar of each value, one per line; an empty line in place of one that is missing, if `or_empty`. If there are several,
/// none may contain a line break, so that the lines can be told apart.
fn scalars(values: &[&str], or_empty: bool) -> Result<String, Failure> {
    let refused = |what: String, next: &str| Err(Failure::new(Exit::Partial, what).help(next));
    if values.is_empty() && !or_empty {
        return refused(
            "--jq gave no result, and -o value needs at least one".to_owned(),
            OR_EMPTY,
        );
    }
    let mut scalars = Vec::with_capacity(values.len());
    for (at, text) in values.iter().enumerate() {
        let value = value(&[text]);
        let which = match values.len() {
            1 => "the answer".to_owned(),
            _ => format!("result {} of --jq", at + 1),
        };
        match one_scalar(&value) {
            None if is_missing(&value) && or_empty => scalars.push(String::new()),
            None if is_missing(&value) => {
                return refused(format!("{which} has no value"), OR_EMPTY);
            }
            None if values.len() == 1 => {
                return refused(format!("{which} is not a single value"), SELECT);
            }
            Some(scalar) if values.len() == 1 || !scalar.contains(['\n', '\r']) => {
                scalars.push(scalar);
            }
            _ => return refused(format!("{which} is not a single value on one line"), SELECT),
        }
    }
    Ok(scalars.join("\n"))
}

const SELECT: &str =
    "Select one value with `--fields` or `--jq`; `-o json` shows the whole answer.";

const OR_EMPTY: &str = "`--or-empty` prints an empty line in place of a missing value.";

/// Whether a value is null, or has nothing but that in it.
fn is_missing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.len() < 2 && items.iter().all(is_missing),
        Value::Object(fields) => fields.len() == 1 && fields.values().all(is_missing),
        _ => false,
    }
}

/// The value itself if it is a scalar, or else the only scalar in it.
fn one_scalar(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Array(items) => match items.as_slice() {
            [one] => one_scalar(one),
            _ => None,
        },
        Value::Object(fields) if fields.len() == 1 => fields.values().next().and_then(one_scalar),
        Value::Object(_) => None,
        other => Some(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, Screen, write};

    const ROWS: &str = r#"[{"id":"a","urls":[{"type":"flower"}],"n":-1,"x":null,"at":"2026-11-24T10:33:47.123Z"},
        {"id":"=HYPERLINK(1)","urls":[],"n":2,"x":null,"at":"@x","more":{"b":"c,d"}}]"#;

    fn written(format: Format, json: &str, screen: Screen) -> String {
        write(format, &[json], screen, None).unwrap().text.unwrap_or_default()
    }

    #[test]
    fn csv_cells_are_no_formulas_for_people_and_exact_for_programs() {
        insta::assert_snapshot!(written(Format::Csv, ROWS, Screen::default()), @r#"
        id,urls,n,x,at,more.b
        a,"[{""type"":""flower""}]",-1,,2026-11-24T10:33:47.123Z,
        =HYPERLINK(1),[],2,,@x,"c,d"
        "#);
        let (terminal, excel) = (
            Screen { terminal: true, ..Screen::default() },
            Screen { excel: true, ..Screen::default() },
        );
        for screen in [terminal, excel] {
            // The byte order mark is for Excel, and not for a terminal.
            let written = |json: &str| {
                let text = written(Format::Csv, json, screen);
                assert_eq!(text.starts_with('\u{feff}'), screen.excel);
                text.trim_start_matches('\u{feff}').to_owned()
            };
            insta::allow_duplicates! { insta::assert_snapshot!(written(ROWS), @r#"
            id,urls,n,x,at,more.b
            a,"[{""type"":""flower""}]",-1,,2026-11-24T10:33:47.123Z,
            '=HYPERLINK(1),,2,,'@x,"c,d"
            "#) }
            assert_eq!(written(r#"["-1","a"]"#), "value\n'-1\na");
            if screen.excel {
                assert_eq!(written(r#"{"=a":"\u200b=b"}"#), "'=a\n'\u{200b}=b");
            }
        }
        assert_eq!(written(Format::Csv, r#"["-1","a"]"#, Screen::default()), "value\n-1\na");
    }

    /// Each row has a name of its own.
    fn sparse(rows: usize) -> String {
        let rows = (0..rows).map(|row| format!(r#"{{"c{row}":1}}"#)).collect::<Vec<_>>();
        format!("[{}]", rows.join(","))
    }

    #[test]
    fn output_grows_with_the_answer_and_not_with_its_square() {
        let refused =
            |json: &str| write(Format::Csv, &[json], Screen::default(), None).unwrap_err();
        insta::assert_snapshot!(refused(&sparse(30_000)), @"
        error: the answer cannot be written as CSV [partial]
          its 30000 rows have 30000 different columns, so that most cells would be empty
        Choose columns with `--fields` or `--jq`, or write the answer with `-o ndjson`.
        ");
        assert_eq!(written(Format::Csv, &sparse(1_000), Screen::default()).lines().count(), 1_001);
        // One object with many names, and rows with the same ones, are not sparse.
        let wide: Vec<String> = (0..4_000).map(|at| format!(r#""c{at}":1"#)).collect();
        let wide = format!("{{{}}}", wide.join(","));
        for json in [wide.clone(), format!("[{wide},{wide},{wide}]")] {
            let text = written(Format::Csv, &json, Screen::default());
            assert!(text.starts_with("c0,c1,") && text.lines().count() <= 4);
        }
        let table = write(Format::Table, &[&sparse(30_000)], Screen::default(), None).unwrap();
        let note = table.notes.join("\n");
        assert_eq!(note, "30000 rows. 29967 more columns: `-o json` or `--fields`.");
        // Each path repeats the long name above it.
        let long = format!(r#"{{"{}":{wide}}}"#, "a".repeat(100_000));
        assert!(refused(&long).to_string().contains("have more than 256 MiB"));
        let table = written(Format::Table, &long, Screen::default());
        assert!(table.len() < 1_000_000, "{}", table.len());
    }

    #[test]
    fn a_table_leaves_out_what_is_empty_and_what_does_not_fit() {
        let screen = Screen { terminal: true, width: Some(80), chosen: true, ..Screen::default() };
        insta::assert_snapshot!(written(Format::Table, ROWS, screen), @"
        ID             URLS    N   AT                MORE
        a              flower  -1  2026-11-24 10:33
        =HYPERLINK(1)          2   @x                b: c,d
        ");
        let narrow =
            write(Format::Table, &[ROWS], Screen { width: Some(30), ..screen }, None).unwrap();
        insta::assert_snapshot!(format!("{}\n{}", narrow.text.unwrap(), narrow.notes.join("\n")), @"
        ID             URLS    N
        a              flower  -1
        =HYPERLINK(1)          2
        2 rows. 2 more columns: `-o json` or `--fields`.
        ");
    }

    #[test]
    fn a_value_is_one_scalar() {
        assert_eq!(
            written(Format::Value, r#"{"id":"a\u001b[2J"}"#, Screen::default()),
            "a\u{1b}[2J"
        );
        let screen = Screen { terminal: true, ..Screen::default() };
        assert_eq!(written(Format::Value, r#"[{"id":"a\u001b[2J"}]"#, screen), "a[2J");
        for json in ["null", "[]", "[1,2]", r#"{"a":1,"b":2}"#] {
            assert!(write(Format::Value, &[json], Screen::default(), None).is_err(), "{json}");
        }
    }

    #[test]
    fn lines_and_yaml() {
        assert_eq!(
            written(Format::Ndjson, "[{\"a\" :\n1.10}, \"x\"]", Screen::default()),
            "{\"a\":1.10}\n\"x\""
        );
        assert_eq!(
            written(Format::Yaml, r#"{"a":["1",true]}"#, Screen::default()),
            "a:\n- \"1\"\n- true"
        );
    }
}
