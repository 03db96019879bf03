//! Settings by name, as seeds and command lines give them.

use serde_json::Value;

use super::Settings;
use crate::graphql_js::suggestion;

/// Why a setting is refused: its name is unknown, or its value is not valid.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidSetting(String);

/// A setting.
struct Row {
    name: &'static str,
    /// What it sets, in a few words.
    about: &'static str,
    /// Which values are valid, to follow `use`.
    valid: &'static str,
    is_valid: fn(&str) -> bool,
}

const VERSION: &str = "a version such as 0.23.12";
const FLAG: &str = "true or false";

/// All settings, in the order of their fields.
const ROWS: [Row; 9] = [
    Row {
        name: "baseDomain",
        about: "domain of the platform",
        valid: "a domain such as astro.example.com",
        is_valid: is_domain,
    },
    Row {
        name: "version",
        about: "version that the platform reports",
        valid: VERSION,
        is_valid: is_version,
    },
    Row {
        name: "publicSignups",
        about: "sign up without an invite",
        valid: FLAG,
        is_valid: is_flag,
    },
    Row {
        name: "emailConfirmation",
        about: "new users confirm their address",
        valid: FLAG,
        is_valid: is_flag,
    },
    Row {
        name: "manualReleaseNames",
        about: "choose release names",
        valid: FLAG,
        is_valid: is_flag,
    },
    Row {
        name: "airflowVersions",
        about: "Airflow on offer, the default first",
        valid: "up to 200 different versions such as 2.1.0,2.0.2",
        is_valid: is_version,
    },
    Row {
        name: "chartVersion",
        about: "Airflow's chart for new Deployments",
        valid: VERSION,
        is_valid: is_version,
    },
    Row {
        name: "maxPodAu",
        about: "largest scheduler or webserver, in AU",
        valid: "a number from 1 to 1000",
        is_valid: |text| number(text).is_some_and(|au| (1..=1000).contains(&au)),
    },
    Row {
        name: "maxExtraAu",
        about: "most extra AU, as deploymentConfig says",
        valid: "a number from 0 to 100000",
        is_valid: |text| number(text).is_some_and(|au| au <= 100_000),
    },
];

/// The most versions of Airflow on offer.
const MOST: usize = 200;

/// A whole number without a sign.
fn number(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

fn is_flag(text: &str) -> bool {
    matches!(text, "true" | "false")
}

/// Three numbers, and possibly a tail such as `-rc.1`.
fn is_version(text: &str) -> bool {
    let (numbers, tail) = text.split_once('-').unwrap_or((text, "0"));
    let is_number = |part: &str| (1..=9).contains(&part.len()) && number(part).is_some();
    let is_tail = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    numbers.split('.').count() == 3
        && numbers.split('.').all(is_number)
        && (1..=64).contains(&tail.len())
        && tail.bytes().all(is_tail)
}

/// A name of DNS in lower case, of at most 200 characters: hosts of the platform have longer ones.
fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= 200 && text.split('.').all(is_label)
}

/// Reads the value of a setting: that of a seed, or a text. A list can be a text with commas.
pub(crate) fn read(name: &str, given: &Value) -> Result<Value, InvalidSetting> {
    let Some(row) = ROWS.iter().find(|row| row.name == name) else {
        let names = || ROWS.iter().map(|row| row.name);
        let close = suggestion::similar(name, names());
        let next = match close.is_empty() {
            true => format!("use `{}`", names().collect::<Vec<_>>().join("`, `")),
            false => format!("did you mean `{}`?", close.join("` or `")),
        };
        let name: String = name.chars().take(80).collect();
        return Err(InvalidSetting(format!("unknown setting `{name}`; {next}")));
    };
    let default = defaults()[name].take();
    let texts: Option<Vec<String>> = match (&default, given) {
        (Value::Array(_), Value::Array(items)) => items.iter().map(text).collect(),
        (Value::Array(_), Value::String(given)) => {
            Some(given.split(',').map(|one| one.trim().to_owned()).collect())
        }
        (_, given) => text(given).map(|one| vec![one]),
    };
    let is_different = |texts: &Vec<String>| {
        texts.len() <= MOST && (1..texts.len()).all(|at| !texts[..at].contains(&texts[at]))
    };
    let is_valid = |texts: &Vec<String>| {
        !texts.is_empty() && is_different(texts) && texts.iter().all(|one| (row.is_valid)(one))
    };
    let Some(texts) = texts.filter(is_valid) else {
        let given = text(given).unwrap_or_else(|| given.to_string());
        let given: String = given.chars().take(80).collect();
        return Err(InvalidSetting(format!("`{given}` is not a valid {name}; use {}", row.valid)));
    };
    Ok(match (default, &*texts) {
        (Value::Bool(_), [one, ..]) => (one == "true").into(),
        (Value::Number(_), [one, ..]) => number(one).into(),
        (Value::Array(_), _) => texts.into(),
        (_, [one, ..]) => one.as_str().into(),
        (_, []) => Value::Null,
    })
}

/// The text of a scalar.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The default settings, as JSON.
fn defaults() -> Value {
    // Cannot fail: the keys are strings.
    serde_json::to_value(Settings::default()).unwrap_or_default()
}

impl Settings {
    /// The settings by name, with their values as texts: `(baseDomain, sandbox.localhost)`. A list has commas.
    pub fn list(&self) -> Vec<(&'static str, String)> {
        let values = serde_json::to_value(self).unwrap_or_default();
        let written = |value: &Value| match value {
            Value::Array(items) => items.iter().filter_map(text).collect::<Vec<_>>().join(","),
            one => text(one).unwrap_or_default(),
        };
        ROWS.iter().map(|row| (row.name, written(&values[row.name]))).collect()
    }

    /// Returns the names of settings, with one line for each, as a text for a terminal.
    pub fn grammar() -> String {
        let lines = ROWS.iter().map(|row| format!("\n  {:<18} {}", row.name, row.about));
        format!("Settings: NAME=VALUE{}", lines.collect::<String>())
    }

    /// Refuses values that [`read`] would refuse.
    pub(crate) fn check(&self) -> Result<(), InvalidSetting> {
        let values = serde_json::to_value(self).unwrap_or_default();
        ROWS.iter().try_for_each(|row| read(row.name, &values[row.name]).map(|_| ()))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_field_is_a_row_with_a_valid_default() {
        let defaults = defaults();
        let fields: Vec<&str> = defaults.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(fields, ROWS.map(|row| row.name));
        Settings::default().check().unwrap();
        for (name, text) in Settings::default().list() {
            assert_eq!(read(name, &text.into()).unwrap(), defaults[name], "{name}");
        }
    }

    #[test]
    fn values_have_the_types_of_their_settings() {
        for (name, given, expected) in [
            ("publicSignups", json!("true"), json!(true)),
            ("publicSignups", json!(false), json!(false)),
            ("maxPodAu", json!("60"), json!(60)),
            ("maxPodAu", json!(60), json!(60)),
            ("airflowVersions", json!("2.1.0, 2.0.2"), json!(["2.1.0", "2.0.2"])),
            ("airflowVersions", json!(["2.1.0-rc.1"]), json!(["2.1.0-rc.1"])),
            ("baseDomain", json!("astro.example.com"), json!("astro.example.com")),
        ] {
            assert_eq!(read(name, &given), Ok(expected), "{name}={given}");
        }
    }

    #[test]
    fn what_is_not_valid_is_refused_with_the_next_step() {
        let many = ["1.0.0"; 2].join(",");
        for (name, given, part) in [
            ("baseDomian", json!("x"), "unknown setting `baseDomian`; did you mean `baseDomain`?"),
            ("nope", json!("x"), "unknown setting `nope`; use `baseDomain`, `version`, `public"),
            ("publicSignups", json!("yes"), "`yes` is not a valid publicSignups; use true or fal"),
            ("version", json!(0.23), "`0.23` is not a valid version; use a version such as"),
            ("version", json!("0.23.12-"), "`0.23.12-` is not a valid version"),
            ("version", json!("1.2.3\n"), "is not a valid version"),
            ("version", json!(null), "`null` is not a valid version"),
            ("airflowVersions", json!(""), "`` is not a valid airflowVersions; use up to 200"),
            ("airflowVersions", json!([]), "`[]` is not a valid airflowVersions"),
            ("airflowVersions", json!(many), "`1.0.0,1.0.0` is not a valid airflowVersions"),
            ("baseDomain", json!("https://a.b"), "is not a valid baseDomain; use a domain such"),
            ("baseDomain", json!("a..b"), "`a..b` is not a valid baseDomain"),
            ("baseDomain", json!(["a.b"]), "`[\"a.b\"]` is not a valid baseDomain"),
            ("maxPodAu", json!("0"), "`0` is not a valid maxPodAu; use a number from 1 to 1000"),
            ("maxPodAu", json!("+5"), "`+5` is not a valid maxPodAu"),
            ("maxPodAu", json!(1.5), "`1.5` is not a valid maxPodAu"),
            ("maxExtraAu", json!(-1), "`-1` is not a valid maxExtraAu; use a number from 0"),
            ("maxExtraAu", json!("99999999999"), "`99999999999` is not a valid maxExtraAu"),
        ] {
            let error = read(name, &given).unwrap_err().to_string();
            assert!(error.contains(part), "{name}={given}: {error}");
        }
    }
}
