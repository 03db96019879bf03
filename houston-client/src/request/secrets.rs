//! Values of arguments that must not be shown.

use serde_json::{Map, Value};

use crate::schema::Text;

/// How long a text must be to be looked for: what is shorter stands everywhere.
const SHORTEST: usize = 4;

/// The values of a request's variables that must not be shown.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct SecretValues<'a> {
    variables: Option<&'a Map<String, Value>>,
    names: &'a [Text],
}

impl<'a> SecretValues<'a> {
    pub(super) fn new(variables: &'a Map<String, Value>, names: &'a [Text]) -> Self {
        SecretValues { variables: Some(variables).filter(|_| !names.is_empty()), names }
    }

    /// Their texts.
    pub(crate) fn texts(self) -> Vec<&'a str> {
        let mut found = Vec::new();
        for (variable, value) in self.variables.into_iter().flatten() {
            // The second variable of a name is counted.
            let counted = variable
                .rsplit_once("__")
                .filter(|(_, count)| count.bytes().all(|byte| byte.is_ascii_digit()));
            let name = counted.map_or(variable.as_str(), |(name, _)| name);
            self.collect(name, value, false, &mut found);
        }
        // A text within another one last, or the rest of the other would stay.
        found.sort_by_key(|text| std::cmp::Reverse(text.len()));
        found
    }

    fn collect(self, name: &str, value: &'a Value, is_inside: bool, found: &mut Vec<&'a str>) {
        let is_secret = is_inside || self.names.iter().any(|secret| secret == name);
        match value {
            Value::String(text) if is_secret && text.chars().count() >= SHORTEST => {
                found.push(text)
            }
            Value::Array(items) => {
                items.iter().for_each(|item| self.collect(name, item, is_secret, found));
            }
            Value::Object(fields) => {
                fields.iter().for_each(|(name, field)| self.collect(name, field, is_secret, found));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::SecretValues;

    #[test]
    fn they_are_found_at_any_depth_by_their_names() {
        let variables = json!({
            "label": "shown",
            "password": "hunter2",
            "password__2": ["correct horse", 7, "abc"],
            "where": { "id": "ck1", "token": "tok-1", "in": [{ "token": { "a": "deep" } }] },
        });
        let names = ["password".into(), "token".into()];
        let values = SecretValues::new(variables.as_object().unwrap(), &names);
        assert_eq!(values.texts(), ["correct horse", "hunter2", "tok-1", "deep"]);
        assert!(SecretValues::new(variables.as_object().unwrap(), &[]).texts().is_empty());
    }

    #[test]
    #[cfg(feature = "houston")]
    fn builders_know_what_is_secret() {
        use crate::request::Operation as _;
        let request = (
            crate::mutation::create_token().identity("ada").password("hunter2"),
            crate::mutation::create_user()
                .email("a@b.c")
                .password("hunter3")
                .invite_token("welcome"),
        );
        let request = request.request();
        let mut texts = request.secrets().texts();
        texts.sort_unstable();
        assert_eq!(texts, ["hunter2", "hunter3", "welcome"]);
    }
}
