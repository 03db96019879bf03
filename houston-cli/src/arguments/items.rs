//! Several values in one text: the items of a list, and the fields of an object as `NAME=VALUE,…`.

use houston_client::schema::{Argument, Scalar, Schema, TypeKind, TypeRef};

use super::keys::{self, field};
use super::source::FIND;
use super::written::Written;
use crate::terminal::text::{plain, short};

/// The texts of the items that one text of a list contains. In a template, a brace begins the name of a column.
///
/// # Errors
///
/// Those of [`scalars`].
pub(super) fn of_text(
    schema: &Schema,
    item: TypeRef<'_>,
    text: String,
    is_template: bool,
) -> Result<Vec<String>, String> {
    match schema.shape_named(item.name()).filter(|_| item.item().is_none()) {
        Some(ty) if ty.kind == TypeKind::Input => Ok(objects(text, &ty.input_fields)),
        Some(ty) if ty.kind == TypeKind::Enum || ty.scalar != Scalar::Json => {
            scalars(&text, is_template)
        }
        _ => Ok(vec![text]),
    }
}

/// The items of a list of scalars in one text: separated by commas or line breaks. An item that contains one stands in
/// double quotes. Lines that begin with `#` are comments.
///
/// # Errors
///
/// Fails if an item is empty, a quote is not whole, or an item looks like something else.
fn scalars(text: &str, is_template: bool) -> Result<Vec<String>, String> {
    let mut items = Vec::new();
    let mut is_line_start = true;
    for item in split(text, &[',', '\n'])? {
        let is_blank_line = is_line_start && item.end != Some(',');
        is_line_start = item.end == Some('\n');
        match item.text.trim() {
            _ if item.is_quoted => items.push(item.text),
            "" if is_blank_line => {}
            "" => return Err("an item between commas is empty".to_owned()),
            one => {
                let is_cell = is_template && one.starts_with('{');
                if let Some(what) = looks_like(one, items.is_empty()).filter(|_| !is_cell) {
                    return Err(what.to_owned());
                }
                items.push(one.to_owned());
            }
        }
    }
    if items.is_empty() {
        return Err(
            "only comments are in it; put an item that begins with `#` in double quotes".to_owned()
        );
    }
    Ok(items)
}

/// What is wrong with an item that is more often a mistake than a text.
fn looks_like(item: &str, is_first: bool) -> Option<&'static str> {
    match item {
        "null" | "undefined" => {
            Some("programs print a missing value as `null`; put the text in double quotes")
        }
        _ if item.starts_with('{') => {
            Some("an item looks like an object; put the text in double quotes")
        }
        _ if item.starts_with("- ") => {
            Some("an item begins with a dash, and the first does not; begin all with it, or none")
        }
        // The first `@` of a word names a file, or was written as `@@`.
        _ if item.starts_with('@') && !is_first && !item.starts_with(FIND) => Some(
            "`@` is read only for a whole argument; put an item that begins with it in double quotes",
        ),
        _ if item.matches('@').count() > 1 && !item.starts_with(FIND) => {
            Some("an item looks like several addresses; separate them with commas")
        }
        _ => None,
    }
}

/// The first line that is not a comment.
fn first_line(text: &str) -> &str {
    let mut lines = text.lines().map(str::trim);
    lines.find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or_default()
}

/// Whether a text is a whole list in JSON or YAML.
pub(super) fn is_document(text: &str) -> bool {
    let line = first_line(text);
    line.starts_with('[') || line.starts_with("- ") || line == "-"
}

/// The list that a text in JSON or YAML is.
///
/// # Errors
///
/// Fails if it cannot be read.
pub(super) fn document(text: &str) -> Result<Written, String> {
    match text.trim_start().starts_with('[') {
        true => Written::json(text.trim_start())
            .map_err(|error| format!("not a valid JSON array: {}", plain(&error.to_string()))),
        false => Written::document(text).map_err(|error| format!("not a valid YAML list: {error}")),
    }
}

/// The objects in one text: one for each line, if each line is an object.
fn objects(text: String, fields: &[Argument]) -> Vec<String> {
    let is_object = |line: &str| {
        let pair = line.split_once('=').map(|(name, _)| name.trim());
        line.trim_start().starts_with('{') || pair.is_some_and(|name| field(fields, name).is_some())
    };
    let is_comment = |line: &str| line.trim_start().starts_with('#');
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !is_comment(line));
    match lines.clone().next().is_some() && lines.clone().all(is_object) {
        true => lines.map(str::to_owned).collect(),
        false => vec![text],
    }
}

/// The fields of an object. A comma separates them only if a field and `=` follow; other commas belong to the value. A
/// pair in double quotes is one field, whatever its value contains.
///
/// # Errors
///
/// Fails if a name is not a field, or if it cannot be told whether a pair is a field or part of a value.
pub(super) fn pairs(text: &str, fields: &[Argument]) -> Result<Vec<(String, String)>, String> {
    let is_name = |name: &str| {
        name.starts_with(|first: char| first.is_ascii_alphabetic())
            && name.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter))
    };
    let quote = "if it is part of a value, put the whole pair of that value in double quotes";
    let mut pairs: Vec<(String, String, bool)> = Vec::new();
    for Item { text, is_quoted, .. } in split(text, &[','])? {
        // Only commas separate fields. Of other separators, a field behind them tells that one was meant.
        let mut behind = text
            .trim_start()
            .split([';', ' ', '\t', '\n'])
            .skip(1)
            .filter_map(|part| part.split_once('='));
        if !is_quoted
            && let Some((name, _)) = behind.find(|(name, _)| field(fields, name).is_some())
        {
            return Err(format!("`{}=` does not stand behind a comma; {quote}", plain(name)));
        }
        let pair = text.split_once('=').map(|(name, value)| (name.trim(), value));
        let Some((name, value)) = pair.filter(|(name, _)| is_name(name)) else {
            match pairs.last_mut() {
                Some((_, value, _)) if !is_quoted && !text.is_empty() => {
                    value.push(',');
                    value.push_str(&text);
                    continue;
                }
                _ => return Err("a pair NAME=VALUE is missing between commas".to_owned()),
            }
        };
        match (field(fields, name), pairs.is_empty()) {
            (Some(field), _) if pairs.iter().any(|(known, ..)| *known == field.name) => {
                return Err(format!("`{}` is given twice; {quote}", short(name)));
            }
            (Some(field), _) => pairs.push((field.name.clone(), value.to_owned(), is_quoted)),
            (None, false) => {
                return Err(format!("`{}` is not a field; {quote}", short(name)));
            }
            (None, true) => {
                let how = keys::how(fields);
                return Err(format!("`{}` is not a field; {how}", short(name)));
            }
        }
    }
    pairs.into_iter().map(|(name, value, is_quoted)| value_of(name, value, is_quoted)).collect()
}

/// The value of a pair; `is_quoted` tells whether the whole pair stood in double quotes.
fn value_of(name: String, value: String, is_quoted: bool) -> Result<(String, String), String> {
    let is_in = |quote: char| value.len() > 1 && value.starts_with(quote) && value.ends_with(quote);
    if !is_quoted && (is_in('"') || is_in('\'')) {
        return Err(format!(
            "the value of `{0}` stands in quotes, which would be sent; write `{0}=…` without them, put the whole pair in \
             double quotes, or pass JSON",
            plain(&name)
        ));
    }
    match value.strip_prefix("@@") {
        Some(rest) => Ok((name, format!("@{rest}"))),
        None if value.starts_with('@') && !value.starts_with(FIND) => Err(format!(
            "`@` is read only for a whole argument: pass JSON from a file, or write `{}=@@…` for a text that begins with \
             `@`",
            plain(&name)
        )),
        None => Ok((name, value)),
    }
}

/// A part of a text, and the separator behind it.
struct Item {
    text: String,
    is_quoted: bool,
    end: Option<char>,
}

/// Splits a text. A part may stand in double quotes, with two for one inside it.
fn split(text: &str, separators: &[char]) -> Result<Vec<Item>, String> {
    let mut items = Vec::new();
    let mut rest = text;
    loop {
        let is_line_start = items.last().is_none_or(|item: &Item| item.end == Some('\n'));
        if separators.contains(&'\n')
            && is_line_start
            && rest.trim_start_matches([' ', '\t']).starts_with('#')
        {
            match rest.split_once('\n') {
                Some((_, after)) => rest = after,
                None => return Ok(items),
            }
            continue;
        }
        let mut item = Item { text: String::new(), is_quoted: false, end: None };
        let mut behind = rest;
        if let Some(quoted) = rest.trim_start_matches([' ', '\t']).strip_prefix('"') {
            (item.text, behind) = quoted_part(quoted)?;
            behind = behind.trim_start_matches([' ', '\t']);
            item.is_quoted = true;
            if !behind.is_empty() && !behind.starts_with(separators) {
                return Err("text stands behind a closing double quote; write two for one inside a quoted text".to_owned());
            }
        }
        if !item.is_quoted {
            // Quotes inside a longer text are part of it.
            let end = rest.find(separators).unwrap_or(rest.len());
            (item.text, behind) = (rest[..end].to_owned(), &rest[end..]);
        }
        item.end = behind.chars().next();
        let ends = item.end.is_none();
        items.push(item);
        if ends {
            return Ok(items);
        }
        // Separators are one byte long.
        rest = &behind[1..];
    }
}

/// The text up to the closing quote, and the rest behind it.
fn quoted_part(text: &str) -> Result<(String, &str), String> {
    let mut part = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('"') {
        part += before;
        match after.strip_prefix('"') {
            Some(after) => (part, rest) = (part + "\"", after),
            None => return Ok((part, after)),
        }
    }
    Err("a double quote has no end".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{objects, pairs, scalars};
    use crate::schema::fixture::argument;

    #[test]
    fn items_are_separated_by_commas_and_lines() {
        for (text, items) in [
            ("a", &["a"][..]),
            ("# a\na@b.c\n  # b, c\n\nd@e.f\n#", &["a@b.c", "d@e.f"]),
            ("\"#a\",#b", &["#a", "#b"]),
            ("@a", &["@a"]),
            (r#""null","{}","- a","@b""#, &["null", "{}", "- a", "@b"]),
            ("a@b.c,d@e.f", &["a@b.c", "d@e.f"]),
            ("a@b.c, d@e.f", &["a@b.c", "d@e.f"]),
            ("a@b.c\n\nd@e.f\n", &["a@b.c", "d@e.f"]),
            ("a,b\nc", &["a", "b", "c"]),
            (r#""a,b",c"#, &["a,b", "c"]),
            (r#" "a,b" , c"#, &["a,b", "c"]),
            ("\"a\nb\",c", &["a\nb", "c"]),
            (r#""say ""hi""""#, &[r#"say "hi""#]),
            (r#""""#, &[""]),
            (r#"a"b"#, &[r#"a"b"#]),
        ] {
            assert_eq!(scalars(text, false).unwrap(), items, "{text}");
        }
        for text in [
            "a,,b",
            ",a",
            "a,",
            "a@b.c;d@e.f",
            "a@b.c d@e.f",
            r#""a"#,
            r#"a,"b"#,
            r#""a,b"@c.d,x@y.z"#,
            r#""a"b"#,
            "null",
            "a,null",
            r#"{"a":1}"#,
            "a\n- b",
            "a,@list",
            "a\n@list",
            "#a",
            "# a\n# b",
        ] {
            assert!(scalars(text, false).is_err(), "{text}");
        }
    }

    #[test]
    fn pairs_are_the_fields_of_an_object() {
        let fields = ["key", "value", "isSecret"].map(|name| argument(name, "String"));
        for (text, expected) in [
            ("key=A,value=1", &[("key", "A"), ("value", "1")][..]),
            (
                "key=A, value=1 ,is-secret=true",
                &[("key", "A"), ("value", "1 "), ("isSecret", "true")],
            ),
            ("value=a,b,key=A", &[("value", "a,b"), ("key", "A")]),
            ("value=a=b==,key=A", &[("value", "a=b=="), ("key", "A")]),
            ("value=http://x/?a=1,key=A", &[("value", "http://x/?a=1"), ("key", "A")]),
            ("key=A,value=a;b=1 c=2", &[("key", "A"), ("value", "a;b=1 c=2")]),
            (r#"key=A,"value=1;key=2""#, &[("key", "A"), ("value", "1;key=2")]),
            (r#"key=A,"value=1,b=2,key=3""#, &[("key", "A"), ("value", "1,b=2,key=3")]),
            ("key=A,value=", &[("key", "A"), ("value", "")]),
            ("key=A,\"value=\"\"1\"\"\"", &[("key", "A"), ("value", "\"1\"")]),
            ("key=A,value=it's", &[("key", "A"), ("value", "it's")]),
            ("key=A,value=\"a\" b", &[("key", "A"), ("value", "\"a\" b")]),
            ("key=A,value=1\n2", &[("key", "A"), ("value", "1\n2")]),
            ("value=@@daily", &[("value", "@daily")]),
        ] {
            let pairs = pairs(text, &fields).unwrap();
            let pairs: Vec<_> = pairs.iter().map(|(name, value)| (&**name, &**value)).collect();
            assert_eq!(pairs, expected, "{text}");
        }
        for text in [
            "A=1",
            "key=A,valeu=1",
            "key=A,value=x,b=1",
            "key=A,key=B",
            "key=A;value=1",
            "key=A; value=1",
            "key=A value=1",
            "value=a,b;key=A",
            r#"key=A,"value=1"x"#,
            "key=A,value=1,",
            ",key=A",
            "value=@file",
            r#"key=A,value="""#,
            r#"key=A,value="a,b""#,
            "key=A,value='x'",
            r#"key=A,"value=1"#,
            r#"key=A,"b""#,
        ] {
            assert!(pairs(text, &fields).is_err(), "{text}");
        }
    }

    #[test]
    fn a_line_is_an_object_if_each_line_is_one() {
        let fields = ["key", "value"].map(|name| argument(name, "String"));
        let count = |text: &str| objects(text.to_owned(), &fields).len();
        for (text, lines) in [
            ("key=A,value=1\nkey=B\n", 2),
            ("{\"key\":\"A\"}\n\n{\"key\":\"B\"}", 2),
            ("{\n\"key\": \"A\"\n}", 1),
            ("key=A,value=1\n2", 1),
            ("key=A", 1),
        ] {
            assert_eq!(count(text), lines, "{text}");
        }
    }
}
