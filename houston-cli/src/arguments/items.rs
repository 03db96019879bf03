//! Several values in one text: the items of a list, and the fields of an object as `NAME=VALUE,…`.

use houston_client::schema::Argument;

use super::source::FIND;
use crate::schema::names;
use crate::terminal::text::{plain, short};

/// The items of a list of scalars in one text: separated by commas or line breaks. An item that contains one stands in
/// double quotes. An empty text is one empty item.
///
/// # Errors
///
/// Fails if an item is empty, a quote has no end, or an item looks like several addresses.
pub(super) fn scalars(text: &str) -> Result<Vec<String>, String> {
    if text.is_empty() {
        return Ok(vec![String::new()]);
    }
    let mut items = Vec::new();
    let mut is_line_start = true;
    for item in split(text, &[',', '\n'])? {
        let is_blank_line = is_line_start && item.end != Some(',');
        is_line_start = item.end == Some('\n');
        match item.text.trim() {
            _ if item.is_quoted => items.push(item.text),
            "" if is_blank_line => {}
            "" => return Err("an item between commas is empty".to_owned()),
            one if one.matches('@').count() > 1 => {
                let what = "an item looks like several addresses; separate them with commas";
                return Err(what.to_owned());
            }
            one => items.push(one.to_owned()),
        }
    }
    Ok(items)
}

/// The objects in one text: one for each line, if each line is an object.
pub(super) fn objects(text: String, fields: &[Argument]) -> Vec<String> {
    let is_object = |line: &str| {
        let pair = line.split_once('=').map(|(name, _)| name.trim());
        line.trim_start().starts_with('{') || pair.is_some_and(|name| field(fields, name).is_some())
    };
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    match lines.clone().all(is_object) {
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
    let mut pairs: Vec<(String, String)> = Vec::new();
    for Item { text, is_quoted, .. } in split(text, &[','])? {
        let pair = text.split_once('=').map(|(name, value)| (name.trim(), value));
        let Some((name, value)) = pair.filter(|(name, _)| is_name(name)) else {
            match pairs.last_mut() {
                Some((_, value)) if !is_quoted && !text.is_empty() => {
                    value.push(',');
                    value.push_str(&text);
                    continue;
                }
                _ => return Err("a pair NAME=VALUE is missing between commas".to_owned()),
            }
        };
        let quote = "if it is part of a value, put the whole pair of that value in double quotes";
        match (field(fields, name), pairs.is_empty()) {
            (Some(field), _) if pairs.iter().any(|(known, _)| *known == field.name) => {
                return Err(format!("`{}` is given twice; {quote}", short(name)));
            }
            (Some(field), _) => pairs.push((field.name.clone(), value.to_owned())),
            (None, false) => {
                return Err(format!("`{}` is not a field; {quote}", short(name)));
            }
            (None, true) => {
                let known: Vec<String> = fields.iter().map(|field| plain(&field.name)).collect();
                let known = known.join(", ");
                return Err(format!("`{}` is not a field; the fields are {known}", short(name)));
            }
        }
    }
    for (name, value) in &mut pairs {
        match value.strip_prefix("@@") {
            Some(rest) => *value = format!("@{rest}"),
            None if value.starts_with('@') && !value.starts_with(FIND) => {
                return Err(format!(
                    "`@` is read only for a whole argument: pass JSON from a file, or write `{}=@@…` for a text that \
                     begins with `@`",
                    plain(name)
                ));
            }
            None => {}
        }
    }
    Ok(pairs)
}

fn field<'f>(fields: &'f [Argument], name: &str) -> Option<&'f Argument> {
    names::find(fields, |field| &field.name, name)
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
        let mut item = Item { text: String::new(), is_quoted: false, end: None };
        let mut behind = rest;
        if let Some(quoted) = rest.trim_start_matches([' ', '\t']).strip_prefix('"') {
            (item.text, behind) = quoted_part(quoted)?;
            behind = behind.trim_start_matches([' ', '\t']);
            item.is_quoted = behind.is_empty() || behind.starts_with(separators);
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
            ("", &[""]),
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
            assert_eq!(scalars(text).unwrap(), items, "{text}");
        }
        for text in ["a,,b", ",a", "a,", "a@b.c;d@e.f", "a@b.c d@e.f", r#""a"#, r#"a,"b"#] {
            assert!(scalars(text).is_err(), "{text}");
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
            (r#"key=A,"value=1,b=2,key=3""#, &[("key", "A"), ("value", "1,b=2,key=3")]),
            ("key=A,value=", &[("key", "A"), ("value", "")]),
            ("key=A,value=\"1\"", &[("key", "A"), ("value", "\"1\"")]),
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
            "key=A,value=1,",
            ",key=A",
            "value=@file",
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
