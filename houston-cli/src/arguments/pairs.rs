//! The words behind `@find:`.

use crate::terminal::text::short;

/// The pairs of a look-up. A comma separates them only if a name and `=` follow.
pub(super) fn pairs(words: &str) -> Result<Vec<(String, String)>, String> {
    let is_name = |text: &str| {
        !text.is_empty()
            && text
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.'))
    };
    let mut pairs: Vec<(String, String)> = Vec::new();
    for part in words.split(',') {
        match (part.split_once('='), pairs.last_mut()) {
            (Some((name, value)), _) if is_name(name) => {
                if value.is_empty() {
                    let name = short(name);
                    return Err(format!(
                        "`@find:{name}=` has an empty value: a variable of the shell may be unset"
                    ));
                }
                pairs.push((name.to_owned(), value.to_owned()));
            }
            (_, Some((_, value))) => {
                value.push(',');
                value.push_str(part);
            }
            (_, None) => {
                return Err(format!(
                    "`@find:{}` is not a valid look-up; write @find:label=NAME",
                    short(words)
                ));
            }
        }
    }
    Ok(pairs)
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn a_comma_may_be_part_of_a_value() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(pairs("label=a=b").unwrap(), [pair("label", "a=b")]);
        assert_eq!(pairs("label=a, b,x-y=1").unwrap(), [pair("label", "a, b"), pair("x-y", "1")]);
        for words in ["", "label", "=x", "a b=c", "label=", "label=a,id="] {
            assert!(pairs(words).is_err(), "{words}");
        }
    }
}
