//! Names in kebab-case, times in words, and invisible characters.

use std::time::Duration;

/// A name in kebab-case: `workspaceUuid` is `workspace-uuid`, `teamID` is `team-id`, `with_under_score` is
/// `with-under-score`.
pub fn kebab(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let is_upper = |at: usize| letters.get(at).is_some_and(char::is_ascii_uppercase);
    let is_lower = |at: usize| letters.get(at).is_some_and(char::is_ascii_lowercase);
    // The last capital of several begins a word, unless only the `s` of a plural follows.
    let is_plural = |at: usize| letters.get(at) == Some(&'s') && !is_lower(at + 1);
    let begins = |at: usize| {
        is_upper(at) && at > 0 && (!is_upper(at - 1) || is_lower(at + 1) && !is_plural(at + 1))
    };
    let mut kebab = String::with_capacity(name.len() + 4);
    for (at, letter) in letters.iter().enumerate() {
        if (begins(at) || *letter == '_') && !kebab.is_empty() && !kebab.ends_with('-') {
            kebab.push('-');
        }
        if *letter != '_' {
            kebab.push(letter.to_ascii_lowercase());
        }
    }
    match kebab.trim_end_matches('-') {
        "" => name.to_owned(),
        kebab => kebab.to_owned(),
    }
}

/// A time for people: `200 ms`, `2 s`, `1.5 s`.
pub fn duration(time: Duration) -> String {
    let millis = (time.as_secs_f64() * 1000.0).round();
    match millis {
        ..1000.0 => format!("{millis} ms"),
        // A tenth of a second is exact enough, and 1.999998978 s are 2 s.
        ..10_000.0 => format!("{} s", (millis / 100.0).round() / 10.0),
        _ => format!("{} s", (millis / 1000.0).round()),
    }
}

/// Whether a character is invisible and may change how others are shown. Control characters do not count.
pub const fn is_invisible(letter: char) -> bool {
    turns_text(letter)
        || matches!(
            letter,
            '\u{200b}'..='\u{200d}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// Whether a character changes the direction of text.
pub const fn turns_text(letter: char) -> bool {
    matches!(
        letter,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{duration, is_invisible, kebab, turns_text};

    #[test]
    fn times_are_readable() {
        for (seconds, shown) in [
            (0.2, "200 ms"),
            (0.9996, "1 s"),
            (1.5, "1.5 s"),
            (1.999_998_978, "2 s"),
            (30.0, "30 s"),
            (59.96, "60 s"),
            (120.0, "120 s"),
        ] {
            assert_eq!(duration(Duration::from_secs_f64(seconds)), shown);
        }
    }

    #[test]
    fn names_have_two_spellings() {
        assert_eq!(kebab("workspaceUuid"), "workspace-uuid");
        assert_eq!(kebab("AirflowRelease"), "airflow-release");
        for (name, spelled) in [
            ("airflow_version", "airflow-version"),
            ("with_under_score", "with-under-score"),
            ("teamID", "team-id"),
            ("userIDs", "user-ids"),
            ("HTTPServer", "http-server"),
            ("getURLOfID", "get-url-of-id"),
            ("UserId", "user-id"),
            ("USER_ID", "user-id"),
            ("oAuthUser", "o-auth-user"),
            ("k8sName", "k8s-name"),
            ("_private_", "private"),
            ("a__b", "a-b"),
            ("__", "__"),
        ] {
            assert_eq!(kebab(name), spelled);
        }
    }

    #[test]
    fn invisible_characters_are_recognized() {
        for letter in "\u{61c}\u{200b}\u{202e}\u{2028}\u{2066}\u{feff}\u{e0041}".chars() {
            assert!(is_invisible(letter), "{letter:?}");
        }
        assert!(!" \u{a0}ä漢-\n".chars().any(is_invisible));
        assert!(turns_text('\u{61c}') && !turns_text('\u{200b}'));
    }
}
