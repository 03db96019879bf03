//! The question before something is removed: what it is, and what goes with it.

use houston_client::arguments::Arguments;
use houston_client::schema::Question;
use serde_json::Value;

use crate::answer::fields;
use crate::call::Call;
use crate::failure::Failure;
use crate::terminal::text::{plain, short};

/// What a person is asked, and what they type.
#[derive(Debug, PartialEq)]
pub(crate) struct Asked {
    /// `Delete workspace "Sandbox" (3 Deployments)?`
    pub(crate) text: String,
    /// What goes with the object, as a sentence.
    pub(crate) with: Option<String>,
    /// The field and its value that confirm it; none if `y` does.
    pub(crate) confirms: Option<(String, String)>,
}

impl Call<'_> {
    /// The question about the object that the call removes; none if its operation has none, or the object is not found.
    ///
    /// # Errors
    ///
    /// Fails if the object cannot be looked up.
    pub(crate) async fn question(&self, arguments: &Arguments) -> Result<Option<Asked>, Failure> {
        let known = self.operation.question.as_ref().zip(self.finder());
        let Some((question, query)) = known else { return Ok(None) };
        let lists = question.counts.iter().map(|(path, _)| format!("{path}.id"));
        let paths: Vec<String> = question.paths().map(str::to_owned).chain(lists).collect();
        let selection = fields::selection(self.schema, query, &paths.join(","))?;
        let looked = self.look(arguments, &selection).await?.clear(query)?;
        Ok(match looked.rows.as_slice() {
            [one] => asked(question, one),
            _ => None,
        })
    }
}

/// The question about an object; none if it lacks what the question names.
fn asked(question: &Question, object: &Value) -> Option<Asked> {
    let value = |path: &str| {
        let found = path.split('.').try_fold(object, |value, name| value.get(name))?;
        found.as_str().filter(|text| !text.trim().is_empty())
    };
    let mut text = String::new();
    let mut rest = question.asks.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let (path, after) = after.split_once('}')?;
        text += &format!("{before}\"{}\"", short(value(path)?));
        rest = after;
    }
    text += rest;
    let counts = question.counts.iter().filter_map(|(path, word)| {
        let count = object.get(path)?.as_array()?.len();
        let plural = if count == 1 { "" } else { "s" };
        (count > 0).then(|| format!("{count} {word}{plural}"))
    });
    let counts: Vec<String> = counts.collect();
    if !counts.is_empty() {
        text += &format!(" ({})", counts.join(", "));
    }
    let with = match question.with.as_slice() {
        [] => None,
        [one] => Some(format!("Its {one} go with it.")),
        [first @ .., last] => Some(format!("Its {} and {last} go with it.", first.join(", "))),
    };
    let confirms = match question.paths().next().filter(|_| question.is_grave()) {
        Some(path) => {
            let typed = value(path)?.trim();
            // What cannot be typed is confirmed in another way.
            (plain(typed) == typed).then_some(())?;
            Some((path.rsplit('.').next().unwrap_or(path).to_owned(), typed.to_owned()))
        }
        None => None,
    };
    Some(Asked { text: format!("{text}?"), with, confirms })
}

#[cfg(test)]
mod tests {
    use houston_client::schema::Question;
    use serde_json::{Value, json};

    use super::{Asked, asked};

    fn question(asks: &str, counts: &[(&str, &str)], with: &[&str]) -> Question {
        let mut question = Question::default();
        question.asks = asks.to_owned();
        let texts = |(path, word): &(&str, &str)| ((*path).to_owned(), (*word).to_owned());
        question.counts = counts.iter().map(texts).collect();
        question.with = with.iter().map(|one| (*one).to_owned()).collect();
        question
    }

    #[test]
    fn the_question_names_the_object_and_what_goes_with_it() {
        let grave = question("Delete {label} ({a.b})", &[("list", "thing")], &["runs", "keys"]);
        let about = |object: Value| asked(&grave, &object);
        let shown = about(json!({"label": "Data ", "a": {"b": "x"}, "list": [1, 2]})).unwrap();
        assert_eq!(shown.text, "Delete \"Data \" (\"x\") (2 things)?");
        assert_eq!(shown.with.as_deref(), Some("Its runs and keys go with it."));
        assert_eq!(shown.confirms, Some(("label".to_owned(), "Data".to_owned())));
        let one = about(json!({"label": "a", "a": {"b": "x"}, "list": [1]})).unwrap();
        assert!(one.text.ends_with(" (1 thing)?"), "{}", one.text);
        let none = about(json!({"label": "a", "a": {"b": "x"}, "list": []})).unwrap();
        assert!(none.text.ends_with("(\"x\")?"), "{}", none.text);
        // Without what it names, another question is asked; so is it if the value cannot be typed.
        assert_eq!(about(json!({"label": "a", "list": []})), None);
        assert_eq!(about(json!({"label": " ", "a": {"b": "x"}})), None);
        assert_eq!(about(json!({"label": "a\u{202e}b", "a": {"b": "x"}})), None);
    }

    #[test]
    fn where_little_is_lost_a_letter_confirms() {
        let small = question("Revoke the invite of {email}", &[], &[]);
        let text = "Revoke the invite of \"a@example.com\"?".to_owned();
        let shown = Asked { text, with: None, confirms: None };
        assert_eq!(asked(&small, &json!({"email": "a@example.com"})), Some(shown));
    }
}
