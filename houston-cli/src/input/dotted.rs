//! Dotted flags cannot be declared: clap gets each as one hidden flag.

use std::ffi::{OsStr, OsString};

/// The hidden flag: `--set.path=PATH=VALUE`. No argument can be called so, as its name has a dot.
pub(super) const FLAG: &str = "set.path";

/// Rewrites `--a.b VALUE` and `--a.b=VALUE` to the hidden flag, and leaves all else as it is.
///
/// `takes_value` answers for a flag that is declared (its name without hyphens in front) whether the next word
/// is its value: such a value is never taken for a flag.
///
/// # Errors
///
/// The dotted flag that is the last word and so has no value.
pub(crate) fn rewrite(
    words: impl IntoIterator<Item = OsString>,
    takes_value: impl Fn(&str) -> bool,
) -> Result<Vec<OsString>, String> {
    let mut out = Vec::new();
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        let text = word.to_str().unwrap_or_default();
        if text == "--" {
            out.push(word);
            break;
        }
        let (flag, value) = match text.split_once('=') {
            Some((flag, value)) => (flag, Some(OsStr::new(value).to_owned())),
            None => (text, None),
        };
        match flag.strip_prefix("--") {
            Some(path) if path.contains('.') => {
                let value = value.or_else(|| words.next()).ok_or_else(|| flag.to_owned())?;
                let mut hidden = OsString::from(format!("--{FLAG}={path}="));
                hidden.push(value);
                out.push(hidden);
            }
            name => {
                let name = name.or_else(|| flag.strip_prefix('-')).unwrap_or_default();
                let own_value = value.is_none() && takes_value(name);
                out.push(word);
                if own_value {
                    out.extend(words.next());
                }
            }
        }
    }
    out.extend(words);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    fn rewritten(line: &str) -> String {
        let words = line.split(' ').map(OsString::from);
        let known = |flag: &str| ["label", "config", "o"].contains(&flag);
        let out = super::rewrite(words, known).unwrap();
        out.iter().map(|word| word.to_str().unwrap()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_dotted_flag_becomes_the_hidden_one() {
        assert_eq!(rewritten("--config.executor X"), "--set.path=config.executor=X");
        assert_eq!(rewritten("--a.b=1 --label x"), "--set.path=a.b=1 --label x");
    }

    #[test]
    fn a_value_is_split_at_the_first_equals_sign_only() {
        assert_eq!(rewritten("--a.b=1=2"), "--set.path=a.b=1=2");
        assert_eq!(rewritten("--a.b 1=2"), "--set.path=a.b=1=2");
        assert_eq!(rewritten("--label=a.b=c"), "--label=a.b=c");
        assert_eq!(rewritten("--a.b="), "--set.path=a.b=");
    }

    #[test]
    fn the_value_of_a_flag_is_no_flag() {
        assert_eq!(rewritten("--label --a.b --c.d 1"), "--label --a.b --set.path=c.d=1");
        assert_eq!(rewritten("-o --a.b"), "-o --a.b");
        assert_eq!(rewritten("--a.b --c.d"), "--set.path=a.b=--c.d");
        assert_eq!(rewritten("--a.b --"), "--set.path=a.b=--");
        assert_eq!(rewritten("--dry-run --a.b 1"), "--dry-run --set.path=a.b=1");
    }

    #[test]
    fn what_cannot_be_a_flag_stays() {
        assert_eq!(rewritten("a.b - -- --c.d 1"), "a.b - -- --c.d 1");
        assert_eq!(rewritten("-1.5"), "-1.5");
    }

    #[test]
    fn a_dotted_flag_without_a_value_is_named() {
        let words = ["--label", "x", "--a.b"].map(OsString::from);
        assert_eq!(super::rewrite(words, |flag| flag == "label"), Err("--a.b".to_owned()));
    }
}
